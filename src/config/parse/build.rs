//! `[build]`, and whether what it says can be built.

use std::collections::BTreeMap;

use super::super::build::{PLACEHOLDERS, PatternError, PatternProblem};
use super::super::reader::{Mistakes, Table, Text, listed, shown};
use super::super::{Build, Config, OutputPattern, join};
use super::path::{globs, leaves_project};
use crate::text::{Locale, Span, nearest};
use crate::unit::compose::{Missing, Stale};

pub(super) fn read_build(table: &Table<'_>, build: &mut Build, mistakes: &mut Mistakes<'_>) {
    const MISSING: [(&str, Missing); 3] =
        [("source", Missing::Source), ("skip", Missing::Skip), ("fail", Missing::Fail)];
    const STALE: [(&str, Stale); 4] = [
        ("translation", Stale::Translation),
        ("source", Stale::Source),
        ("skip", Stale::Skip),
        ("fail", Stale::Fail),
    ];
    if let Some(text) = table.get("path").and_then(|entry| entry.text("{locale}/{path}", mistakes)) {
        match OutputPattern::parse(&text.text) {
            Ok(pattern) => match leaves_project(&pattern.render("zz", "aa", "b/c.d")) {
                None => build.path = pattern,
                Some(reason) => {
                    mistakes.add(
                        &text.span,
                        format!("an output path {reason}"),
                        "it starts under `project.output`",
                    );
                }
            },
            Err(error) => pattern_mistake(&text, &error, mistakes),
        }
    }
    if let Some(value) = table.get("missing").and_then(|entry| entry.choice(&MISSING, mistakes)) {
        build.missing = value;
    }
    if let Some(entry) = table.get("stale") {
        if let Some(grades) = entry.as_table() {
            grades.only(&["minor", "major"], mistakes);
            if let Some(value) = grades.get("minor").and_then(|entry| entry.choice(&STALE, mistakes)) {
                build.stale_minor = value;
            }
            if let Some(value) = grades.get("major").and_then(|entry| entry.choice(&STALE, mistakes)) {
                build.stale_major = value;
            }
        } else if let Some(value) = entry.choice(&STALE, mistakes) {
            build.stale_minor = value;
            build.stale_major = value;
        }
    }
    if let Some(value) = table.get("minimum").and_then(|entry| entry.percent(mistakes)) {
        build.minimum = value;
    }
    if let Some(value) = globs(table, "copy", "**/*.svg", mistakes) {
        build.copy = value;
    }
    if let Some(value) = table.get("isolating").and_then(|entry| entry.boolean(mistakes)) {
        build.isolating = value;
    }
}

fn pattern_mistake(text: &Text, error: &PatternError, mistakes: &mut Mistakes<'_>) {
    // The span of a value includes its quotes; a value with escapes is underlined as a whole.
    let quote = 1;
    let plain = text.span.len() == text.text.len() + 2 * quote;
    let span = if plain && !error.span.is_empty() {
        text.span.start + quote + error.span.start..text.span.start + quote + error.span.end
    } else {
        text.span.clone()
    };
    let (message, help) = match &error.kind {
        PatternProblem::LoneBrace => {
            ("this brace has no partner".to_owned(), format!("a placeholder is one of {}", placeholders()))
        }
        PatternProblem::Unknown(word) => (
            format!("unknown placeholder `{{{}}}`", shown(word)),
            match nearest(word, PLACEHOLDERS) {
                Some(meant) => format!("did you mean `{{{meant}}}`?"),
                None => format!("a placeholder is one of {}", placeholders()),
            },
        ),
        PatternProblem::SamePath => (
            "all documents would be built to the same path".to_owned(),
            "use `{path}`, or `{dir}` and `{stem}`".to_owned(),
        ),
    };
    mistakes.add(&span, message, help);
}

fn placeholders() -> String {
    let names = PLACEHOLDERS.map(|name| format!("{{{name}}}"));
    listed(names.iter().map(String::as_str))
}

/// Outputs that would fall on each other, or be the next run's source.
pub(super) fn check_outputs(config: &Config, root: &Table<'_>, mistakes: &mut Mistakes<'_>) {
    let project = root.get("project").and_then(|entry| entry.as_table());
    let span_of = |table: Option<&Table<'_>>, key: &str| -> Option<Span> { Some(table?.get(key)?.span()) };
    let build = root.get("build").and_then(|entry| entry.as_table());
    let span =
        span_of(build.as_ref(), "path").or_else(|| span_of(project.as_ref(), "output")).unwrap_or(0..0);
    // Outputs among the catalogs would be swept, read and pruned as such.
    let catalogs = format!("{}/", config.catalogs);
    if config.output == config.catalogs || config.output.starts_with(&catalogs) {
        let span = span_of(project.as_ref(), "output").or_else(|| span_of(project.as_ref(), "catalogs"));
        let message = format!("the outputs can't be in the folder of the catalogs, `{}`", config.catalogs);
        mistakes.add(
            &span.unwrap_or(0..0),
            message,
            "give the outputs a folder of their own: output = \"dist\"",
        );
        return;
    }
    let mut seen: BTreeMap<String, &Locale> = BTreeMap::new();
    for locale in config.built_locales() {
        let probe = config.output_path(locale, "dossier/page.md");
        if let Some(other) = seen.insert(probe, locale) {
            let message = format!("`{other}` and `{locale}` would be built to the same files");
            mistakes.add(
                &span,
                message,
                "the output path needs `{locale}`, and each locale its own `folder`",
            );
            return;
        }
    }
    for (locale, document) in config.built_locales().flat_map(|locale| {
        ["page.md", "page.txt", "dossier/page.md", "dossier/page.txt"].map(|page| (locale, page))
    }) {
        let output = config.output_path(locale, document);
        let source = join(&config.content, document);
        let inside = if config.content.is_empty() {
            Some(output.as_str())
        } else {
            output.strip_prefix(&config.content).and_then(|rest| rest.strip_prefix('/'))
        };
        if config.is_document(document)
            && output != source
            && inside.is_some_and(|inside| config.is_document(inside))
        {
            let message = format!("the output `{output}` would itself be read as a document");
            let help = "put the outputs outside of the content folder, or exclude them: \
                        documents.exclude";
            mistakes.add(&span, message, help);
            return;
        }
    }
}
