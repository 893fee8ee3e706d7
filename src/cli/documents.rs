//! Documents on the command line: their names and paths, those of their catalogs, and folders of them.

use std::collections::{BTreeMap, BTreeSet};

use super::address::{alike, of_address};
use super::renamed::whereabouts;
use super::{Context, Error};
use crate::project::{Names, Project, Survey};
use crate::text::{Locale, quoted, visible};

/// The documents that a command is asked for: all, also what is left of those that are gone, where none is named.
/// Of one that is named by its catalogs only, the locales of these.
pub(super) struct Documents(Option<BTreeMap<String, Option<BTreeSet<Locale>>>>);

impl Documents {
    /// The documents that arguments name, or folders of them. Unknown ones are reported, and the exit status raised.
    pub(super) fn parse(
        arguments: &[String],
        project: &Project,
        survey: &Survey,
        context: &mut Context<'_>,
    ) -> Self {
        if arguments.is_empty() {
            return Documents(None);
        }
        let mut names: BTreeMap<String, Option<BTreeSet<Locale>>> = BTreeMap::new();
        let current = context.current.clone();
        let known = Names::new(survey, project, &current);
        for argument in arguments {
            let named = known.find_all(argument);
            if named.documents.is_empty() {
                context.report(unknown(argument, project, survey, context));
                continue;
            }
            let asked = &context.global.locale;
            let is_asked = |locale: &&Locale| {
                asked.iter().any(|tag| tag.parse().is_ok_and(|one: Locale| one == **locale))
            };
            if let Some(other) = named.locale.filter(|locale| !asked.is_empty() && !is_asked(locale)) {
                let (word, tags) = (visible(argument), asked.join(", "));
                let error = Error::usage(format!(
                    "`{word}` is of `{other}`, and --locale asks for {}",
                    visible(&tags)
                ));
                context.report(error.help("leave --locale out, or name the document"));
                continue;
            }
            for document in named.documents {
                let known = names.entry(document.name.clone()).or_insert_with(|| Some(BTreeSet::new()));
                match named.locale {
                    None => *known = None,
                    Some(locale) => known.iter_mut().for_each(|all| all.extend([locale.clone()])),
                }
            }
        }
        Documents(Some(names))
    }

    /// Whether one of this name is asked for.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.as_ref().is_none_or(|names| names.contains_key(name))
    }

    /// Whether one of this name is asked for in this locale.
    pub(super) fn has_in(&self, name: &str, locale: &Locale) -> bool {
        self.0.as_ref().is_none_or(|names| {
            names.get(name).is_some_and(|locales| locales.as_ref().is_none_or(|all| all.contains(locale)))
        })
    }

    /// Whether any is asked for in this locale.
    pub(super) fn are_in(&self, locale: &Locale) -> bool {
        self.0.as_ref().is_none_or(|names| {
            names.values().any(|locales| locales.as_ref().is_none_or(|all| all.contains(locale)))
        })
    }

    /// Whether none is named.
    pub(super) fn are_all(&self) -> bool {
        self.0.is_none()
    }

    /// Whether none is there of those that are asked for. That was told; a report of nothing would be no answer.
    pub(super) fn is_empty(&self) -> bool {
        self.0.as_ref().is_some_and(BTreeMap::is_empty)
    }
}

/// What to say of an argument that names no document.
fn unknown(argument: &str, project: &Project, survey: &Survey, context: &Context<'_>) -> Error {
    let config = &project.config;
    let error = Error::usage(format!("there is no document `{}`", visible(argument)));
    let tags: Vec<&str> = config.built_locales().map(Locale::as_str).collect();
    if let Ok(locale) = argument.parse::<Locale>()
        && tags.contains(&locale.as_str())
    {
        return error.help(format!("a language is named by its option: --locale {locale}"));
    }
    if let Some(whereabouts) = whereabouts(argument, project, survey, &context.current) {
        return error.help(whereabouts);
    }
    if of_address(argument).is_some() {
        let unit = quoted(argument);
        return error.help(format!(
            "this is the address of a sentence, and documents are asked for; one sentence: drogman show {unit}"
        ));
    }
    match alike(argument, survey) {
        Some(meant) => error.help(meant),
        None => error.help(format!(
            "a document, or a folder of them, is named by its path under the content folder; a language by \
             --locale ({})",
            tags.join(", ")
        )),
    }
}
