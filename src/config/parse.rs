//! The table of a configuration, section by section.

mod build;
mod locale;
mod path;
mod policy;
mod project;
mod syntax;
mod tag;

use std::collections::{BTreeMap, BTreeSet};

use toml::de::DeTable;

use self::build::{check_outputs, read_build};
use self::locale::read_locales;
use self::path::globs;
use self::policy::read_policy;
use self::project::read_project;
use super::reader::{Mistakes, Table, shown};
use super::{Build, Config, Documents, Globs};
use crate::diagnostic::Diagnostic;

/// See [`Config::parse`].
pub(super) fn parse(file: &str, text: &str) -> Result<Config, Vec<Diagnostic>> {
    let mut mistakes = Mistakes::new(file, text).with_homes(&HOMES);
    match read_toml(text, &mut mistakes, read) {
        Some(Some(config)) if mistakes.is_empty() => Ok(config),
        Some(_) | None => Err(mistakes.into_sorted()),
    }
}

/// What `read` makes of the table of a text; nothing if it is no TOML.
pub(super) fn read_toml<T>(
    text: &str,
    mistakes: &mut Mistakes<'_>,
    read: impl FnOnce(&Table<'_>, &mut Mistakes<'_>) -> T,
) -> Option<T> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let value = read(&Table::root(table.get_ref()), mistakes);
    if errors.is_empty() {
        return Some(value);
    }
    // What follows from a syntax error (a key cut in two, a table that seems to be missing) is no
    // mistake of the user's: only what lies before the first one is reported with it.
    let first = errors.iter().filter_map(|error| error.span()).map(|span| span.start).min().unwrap_or(0);
    let first_line = mistakes.line(first);
    mistakes.retain(|finding| {
        finding
            .place
            .as_ref()
            .and_then(|place| place.at)
            .is_some_and(|at| at.line < first_line && at.line > 1)
            && !finding.message.contains("missing")
    });
    let mut lines = BTreeSet::new();
    // Behind a word without quotes, a comma or another word is no mistake of its own.
    let line_of = |error: &toml::de::Error| error.span().map(|span| mistakes.line(span.start));
    let unquoted: BTreeSet<usize> =
        errors.iter().filter(|error| syntax::lacks_quotes(error.message())).filter_map(line_of).collect();
    let follows = |error: &&toml::de::Error| {
        error.message().contains(syntax::BEHIND)
            && line_of(error).is_some_and(|line| unquoted.contains(&line))
    };
    let errors: Vec<_> = errors.iter().filter(|error| !follows(error)).collect();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        if lines.insert(mistakes.line(span.start)) {
            let (message, help) = syntax::in_words(error.message());
            mistakes.add(&span, message, help);
        }
    }
    None
}

const TOP: [&str; 8] = ["project", "documents", "segment", "links", "build", "policy", "policies", "locale"];
const DOCUMENTS: [&str; 5] = ["include", "exclude", "front_matter", "arguments", "hold"];
const SEGMENT: [&str; 1] = ["abbreviations"];
const LINKS: [&str; 1] = ["localize"];
const BUILD: [&str; 7] = ["path", "source", "missing", "stale", "minimum", "copy", "isolating"];

/// Where a key belongs that stands in another table.
const HOMES: [(&str, &[&str]); 8] = [
    (TOP[0], &project::KEYS),
    (TOP[1], &DOCUMENTS),
    (TOP[2], &SEGMENT),
    (TOP[3], &LINKS),
    (TOP[4], &BUILD),
    (TOP[5], &policy::KEYS),
    (TOP[6], &[]),
    (TOP[7], &[]),
];

fn read(root: &Table<'_>, mistakes: &mut Mistakes<'_>) -> Option<Config> {
    root.only(&TOP, mistakes);
    let section = |key: &str, mistakes: &mut Mistakes<'_>| root.get(key)?.table(mistakes);
    let project = section("project", mistakes);
    if root.get("project").is_none() {
        let help = "write it under [project]: source = \"fr\", locales = [\"en\"]";
        mistakes.add(&(0..0), "`project.source` and `project.locales` are missing", help);
    }
    let project = project.map(|table| read_project(&table, root, mistakes)).unwrap_or_default();
    let documents = read_documents(section("documents", mistakes).as_ref(), mistakes);
    let abbreviations = read_segment(section("segment", mistakes).as_ref(), mistakes);
    let localized_links = read_links(section("links", mistakes).as_ref(), mistakes);
    let build_table = section("build", mistakes);
    let mut build = Build::default();
    let mut build_source = true;
    if let Some(table) = &build_table {
        table.only(&BUILD, mistakes);
        read_build(table, &mut build, mistakes);
        if let Some(value) = table.get("source").and_then(|entry| entry.boolean(mistakes)) {
            build_source = value;
        }
    }
    let policy =
        section("policy", mistakes).map(|table| read_policy(&table, &[], mistakes)).unwrap_or_default();
    let mut policies = BTreeMap::new();
    for entry in section("policies", mistakes).iter().flat_map(Table::entries) {
        if let Some(table) = entry.table(mistakes) {
            policies.insert(
                entry.key["policies.".len()..].to_owned(),
                read_policy(&table, &["only_touched", "warnings_fail"], mistakes),
            );
        }
    }
    let locale_table = section("locale", mistakes);
    let locales = read_locales(locale_table.as_ref(), &project, &build, mistakes);
    let places = ["source", "content", "catalogs", "output"]
        .into_iter()
        .filter_map(|key| Some((key, mistakes.place(&root.get("project")?.as_table()?.get(key)?.span()))))
        .collect();
    let config = Config {
        source: project.source?,
        targets: project.targets?,
        content: project.content?,
        catalogs: project.catalogs?,
        output: project.output?,
        shared: project.shared,
        documents,
        abbreviations,
        localized_links,
        build_source,
        build,
        policy,
        policies,
        locales,
        places,
    };
    check_outputs(&config, root, mistakes);
    Some(config)
}

fn read_documents(table: Option<&Table<'_>>, mistakes: &mut Mistakes<'_>) -> Documents {
    let mut documents = Documents {
        include: Globs::new(&["**/*.md", "**/*.txt"]).unwrap_or_default(),
        exclude: Globs::default(),
        front_matter: vec!["title".to_owned(), "description".to_owned()],
        names_front_matter: false,
        arguments: None,
        hold: BTreeMap::new(),
    };
    let Some(table) = table else { return documents };
    table.only(&DOCUMENTS, mistakes);
    if let Some(include) = globs(table, "include", "**/*.md", mistakes) {
        documents.include = include;
    }
    if let Some(exclude) = globs(table, "exclude", "brouillons/**", mistakes) {
        documents.exclude = exclude;
    }
    if let Some(keys) = table.get("front_matter").and_then(|entry| entry.texts("[\"title\"]", mistakes)) {
        for key in keys.iter().filter(|key| key.text.trim().is_empty()) {
            let help = "for example: front_matter = [\"title\"]; [] where none is to be translated";
            mistakes.add(&key.span, "no key stands here", help);
        }
        documents.names_front_matter = true;
        documents.front_matter = keys.into_iter().map(|key| key.text).collect();
    }
    if let Some(names) = table.get("arguments").and_then(|entry| entry.texts("[\"caption\"]", mistakes)) {
        let is_name = |name: &str| !name.is_empty() && !name.contains([' ', '\t', '"', '\'', '=']);
        for name in names.iter().filter(|name| !is_name(&name.text)) {
            let help = "for example: arguments = [\"alt\", \"caption\", \"title\"]";
            mistakes.add(&name.span, "the name of an argument is one word", help);
        }
        documents.arguments = Some(names.into_iter().map(|name| name.text).collect());
    }
    if let Some(hold) = table.get("hold").and_then(|entry| entry.table(mistakes)) {
        for entry in hold.entries() {
            if let Some(value) = entry.scalar(mistakes) {
                documents.hold.insert(entry.name(&hold), value);
            }
        }
    }
    documents
}

fn read_segment(table: Option<&Table<'_>>, mistakes: &mut Mistakes<'_>) -> Vec<String> {
    let Some(table) = table else { return Vec::new() };
    table.only(&SEGMENT, mistakes);
    let texts = table.get("abbreviations").and_then(|entry| entry.texts("[\"art.\"]", mistakes));
    let mut abbreviations = Vec::new();
    for text in texts.unwrap_or_default() {
        if text.text.trim().is_empty() || text.text.contains(char::is_control) {
            let help = "for example: abbreviations = [\"art.\", \"al.\"]";
            mistakes.add(&text.span, "an abbreviation must be one word", help);
        } else {
            abbreviations.push(text.text.trim().to_owned());
        }
    }
    abbreviations
}

fn read_links(table: Option<&Table<'_>>, mistakes: &mut Mistakes<'_>) -> Vec<String> {
    let Some(table) = table else { return Vec::new() };
    table.only(&LINKS, mistakes);
    let texts = table.get("localize").and_then(|entry| entry.texts("[\"fr.wikipedia.org\"]", mistakes));
    let mut links = Vec::new();
    for text in texts.into_iter().flatten() {
        // What is neither would never be met with.
        let is_host = !text.text.is_empty()
            && text.text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
        // Zola's own pages are linked from `@/`.
        if is_host || text.text.starts_with('/') || text.text.starts_with("@/") {
            links.push(text.text);
        } else {
            let message = format!("`{}` is neither a host nor the beginning of a path", shown(&text.text));
            mistakes.add(&text.span, message, "for example: localize = [\"fr.wikipedia.org\", \"/fr/\"]");
        }
    }
    links
}
