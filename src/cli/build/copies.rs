//! Other files of content: which are copied for each locale, and which somebody may miss.

use super::left::listed;
use super::output;
use crate::cli::Context;
use crate::config::{FILE_NAME, Globs, join};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::project::Project;
use crate::report::plural;
use crate::text::{Locale, visible};

/// What to copy: from (in the project) and to (in the output folder). Says what is asked for and is not there; and
/// which files stay behind, where nothing is asked for: whether it has.
pub(super) fn copies(
    project: &Project,
    locales: &[Locale],
    whole: bool,
    context: &mut Context<'_>,
) -> (Vec<(String, String)>, bool) {
    let config = &project.config;
    // What is excluded is no source: where pages are built below their sources, copies are no originals.
    let is_source = |path: &String| !config.documents.exclude.is_match(path);
    let others: Vec<String> = project.other_files().into_iter().filter(is_source).collect();
    let mut copies = Vec::new();
    let mut patterns: Vec<&str> = Vec::new();
    for locale in locales {
        let copy = &config.build(locale).copy;
        let wanted = others.iter().filter(|path| copy.is_match(path));
        copies.extend(wanted.map(|path| (join(&config.content, path), output(config, locale, path))));
        for pattern in copy.patterns() {
            if !patterns.contains(&pattern.as_str()) {
                patterns.push(pattern);
            }
        }
    }
    for pattern in &patterns {
        let is_empty = |globs: &Globs| !others.iter().any(|path| globs.is_match(path));
        if Globs::new(&[pattern]).is_ok_and(|globs| is_empty(&globs)) {
            let message =
                format!("`{}` in build.copy matches no file that is not a document", visible(pattern));
            let help =
                format!("globs begin under {}/: `**/*.png` is every such file", shown(&config.content));
            let warning = Diagnostic::new("", Severity::Warning, message);
            context.warn(&[warning.at(Place::file(FILE_NAME)).help(help)]);
        }
    }
    // Where pages are built beside their sources, images lie beside them already.
    let is_below = |folder: &str| {
        config.content.is_empty() || format!("{folder}/").starts_with(&format!("{}/", config.content))
    };
    let mut is_said = false;
    if whole && patterns.is_empty() && !is_below(&config.output) && !is_below(&config.catalogs) {
        let left: Vec<&str> = others.iter().map(String::as_str).collect();
        is_said = !left.is_empty();
        if is_said {
            let (files, are) = (plural(left.len(), "file"), if left.len() == 1 { "is" } else { "are" });
            context.progress(&format!(
                "{files} under {}/ {are} no document and not copied: {} (build.copy in {FILE_NAME} names what to copy)",
                shown(&config.content),
                listed(&left)
            ));
        }
    }
    (copies, is_said)
}

fn shown(content: &str) -> &str {
    if content.is_empty() { "." } else { content }
}
