//! `[project]`: the languages, and the folders.

use std::collections::BTreeSet;

use super::super::Globs;
use super::super::reader::{Entry, Mistakes, Table};
use super::path::{folder, globs};
use super::tag::locale;
use crate::text::Locale;

/// `[project]`; what is wrong is `None`, so that the rest of the file can still be checked.
#[derive(Default)]
pub(super) struct Project {
    pub(super) source: Option<Locale>,
    pub(super) targets: Option<Vec<Locale>>,
    pub(super) content: Option<String>,
    pub(super) catalogs: Option<String>,
    pub(super) output: Option<String>,
    pub(super) shared: Globs,
}

impl Project {
    /// All locales, the source last; `None` if they are not all known.
    pub(super) fn locales(&self) -> Option<Vec<&Locale>> {
        Some(self.targets.as_ref()?.iter().chain([self.source.as_ref()?]).collect())
    }
}

pub(super) const KEYS: [&str; 6] = ["source", "locales", "content", "catalogs", "output", "shared"];

pub(super) fn read_project(table: &Table<'_>, root: &Table<'_>, mistakes: &mut Mistakes<'_>) -> Project {
    table.only(&KEYS, mistakes);
    let header = root.get("project").map_or(0..0, |entry| entry.key_span);
    let required = |key: &str, help: &str, mistakes: &mut Mistakes<'_>| {
        let entry = table.get(key);
        if entry.is_none() && !table.is_misspelt(key, &KEYS) {
            mistakes.add(&header, format!("`project.{key}` is missing"), help);
        }
        entry
    };
    let source = required("source", "the language that authors write: source = \"fr\"", mistakes);
    let locales =
        required("locales", "the languages to translate into: locales = [\"en\", \"de\"]", mistakes);
    let source = source.and_then(|entry| entry.text("fr", mistakes));
    let source = source.and_then(|text| locale(&text, mistakes));
    let targets = locales.and_then(|entry| read_targets(&entry, source.as_ref(), mistakes));

    let content = folder(table, "content", "content", mistakes);
    let catalogs = folder(table, "catalogs", "locales", mistakes);
    let output = folder(table, "output", "dist", mistakes);
    let shared = globs(table, "shared", "terms.ftl", mistakes);
    let shared = shared.unwrap_or_else(|| Globs::new(&["terms.ftl", "_*.ftl"]).unwrap_or_default());
    let span_of = |key: &str| table.get(key).map_or(header.clone(), |entry| entry.span());
    if catalogs.is_some() && catalogs == content {
        let help = "give the catalogs a folder of their own: catalogs = \"locales\"";
        mistakes.add(&span_of("catalogs"), "the catalogs can't be in the content folder itself", help);
    }
    if output.as_ref().is_some_and(String::is_empty) {
        let help = "give the outputs a folder of their own: output = \"dist\"";
        mistakes.add(&span_of("output"), "the outputs can't be in the project's folder itself", help);
    }
    Project { source, targets, content, catalogs, output, shared }
}

fn read_targets(
    entry: &Entry<'_>,
    source: Option<&Locale>,
    mistakes: &mut Mistakes<'_>,
) -> Option<Vec<Locale>> {
    let mut targets: Vec<Locale> = Vec::new();
    let mut seen: BTreeSet<Locale> = BTreeSet::new();
    let texts = entry.texts("[\"en\", \"de\"]", mistakes)?;
    let empty = texts.is_empty();
    for text in texts {
        let Some(target) = locale(&text, mistakes) else { continue };
        if Some(&target) == source {
            let message = format!("`{target}` is the source and can't be a target too");
            mistakes.add(&text.span, message, "`project.locales` lists the languages to translate into");
        } else if seen.insert(target.clone()) {
            targets.push(target);
        } else {
            let message = format!("the locale `{target}` is listed twice");
            mistakes.add(&text.span, message, "a tag is the same in upper and lower case: keep one");
        }
    }
    if empty {
        let help = "name the languages to translate into: locales = [\"en\", \"de\"]";
        mistakes.add(&entry.span(), "`project.locales` names no locale", help);
    }
    Some(targets)
}
