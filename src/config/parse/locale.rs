//! `[locale.<tag>]`.

use std::collections::BTreeMap;

use super::super::reader::{Entry, Mistakes, Table, Text, listed, shown};
use super::super::{Build, LocaleSettings};
use super::build::read_build;
use super::path::{globs, leaves_project};
use super::policy::read_policy;
use super::project::Project;
use super::tag::locale;
use crate::text::{Locale, nearest};

pub(super) fn read_locales(
    table: Option<&Table<'_>>,
    project: &Project,
    build: &Build,
    mistakes: &mut Mistakes<'_>,
) -> BTreeMap<Locale, LocaleSettings> {
    let known = project.locales();
    let mut locales = BTreeMap::new();
    for entry in table.iter().flat_map(|table| table.entries()) {
        let tag = entry.key["locale.".len()..].to_owned();
        let text = Text { text: tag.clone(), span: entry.key_span.clone() };
        let Some(tag) = locale(&text, mistakes) else { continue };
        if let Some(known) = &known
            && !known.contains(&&tag)
        {
            let tags = || known.iter().map(|locale| locale.as_str());
            let help = match nearest(tag.as_str(), tags()) {
                Some(meant) => {
                    format!("did you mean `{meant}`? A new locale goes to `project.locales` first")
                }
                None => format!("the project's locales are {}", listed(tags())),
            };
            mistakes.add(&entry.key_span, format!("the project has no locale `{tag}`"), help);
            continue;
        }
        let Some(settings) = entry.table(mistakes) else { continue };
        let settings = read_locale(&settings, &tag, project, build, mistakes);
        if locales.insert(tag.clone(), settings).is_some() {
            let message = format!("the settings of `{tag}` are given twice");
            mistakes.add(&entry.key_span, message, "keep one of the two tables");
        }
    }
    locales
}

fn read_locale(
    table: &Table<'_>,
    tag: &Locale,
    project: &Project,
    build: &Build,
    mistakes: &mut Mistakes<'_>,
) -> LocaleSettings {
    if Some(tag) == project.source.as_ref() {
        for key in ["documents", "fallback", "released", "policy"] {
            if let Some(entry) = table.get(key) {
                let message = format!("`{key}` has no meaning for the source locale");
                mistakes.add(&entry.key_span, message, "remove it, or move it to a target's table");
            }
        }
    }
    table.only(&["documents", "fallback", "released", "folder", "policy", "build"], mistakes);
    let mut settings = LocaleSettings {
        documents: globs(table, "documents", "actu/**", mistakes),
        ..LocaleSettings::default()
    };
    if let Some(entry) = table.get("fallback") {
        settings.fallback = read_fallback(&entry, tag, project, mistakes);
    }
    settings.unreleased = table.get("released").and_then(|entry| entry.boolean(mistakes)) == Some(false);
    if let Some(text) = table.get("folder").and_then(|entry| entry.text(tag.as_str(), mistakes)) {
        if let Some(reason) = leaves_project(&text.text).or(text.text.is_empty().then_some("is empty")) {
            let message = format!("the folder `{}` {reason}", shown(&text.text));
            mistakes.add(&text.span, message, "it is a plain name, for example: folder = \"english\"");
        } else {
            settings.folder = Some(text.text);
        }
    }
    if let Some(policy) = table.get("policy").and_then(|entry| entry.table(mistakes)) {
        settings.policy = read_policy(&policy, &[], mistakes);
    }
    if let Some(table) = table.get("build").and_then(|entry| entry.table(mistakes)) {
        table.only(&["path", "missing", "stale", "minimum", "copy", "isolating"], mistakes);
        let mut own = build.clone();
        read_build(&table, &mut own, mistakes);
        settings.build = Some(own);
    }
    settings
}

/// The locales that are asked before the source; what can't be one is reported and left out.
fn read_fallback(
    entry: &Entry<'_>,
    tag: &Locale,
    project: &Project,
    mistakes: &mut Mistakes<'_>,
) -> Vec<Locale> {
    let mut fallback = Vec::new();
    for text in entry.texts("[\"en\"]", mistakes).unwrap_or_default() {
        let Some(next) = locale(&text, mistakes) else { continue };
        let problem = if next == *tag {
            Some("a locale can't fall back on itself".to_owned())
        } else if Some(&next) == project.source.as_ref() {
            Some("the source is always asked last; it needs no mention".to_owned())
        } else if project.targets.as_ref().is_some_and(|targets| !targets.contains(&next)) {
            Some(format!("the project has no locale `{next}`"))
        } else if fallback.contains(&next) {
            Some(format!("`{next}` is listed twice"))
        } else {
            None
        };
        match problem {
            Some(message) => {
                let targets = project.targets.iter().flatten().map(Locale::as_str);
                mistakes.add(&text.span, message, format!("the target locales are {}", listed(targets)));
            }
            None => fallback.push(next),
        }
    }
    fallback
}
