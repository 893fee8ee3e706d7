//! Files that are nothing to drogman for the way their names end, though somebody means them.

use super::DocumentFile;
use crate::config::{Config, FILE_NAME};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::visible;

/// Whether no document is at a path only for the way its extension is written: `PAGE.MD`, `page.markdown`.
pub(super) fn is_overlooked(config: &Config, path: &str) -> bool {
    let Some((stem, extension)) = path.rsplit_once('.') else { return false };
    let lower = extension.to_lowercase();
    let usual = if lower == "markdown" { "md" } else { lower.as_str() };
    usual != extension
        && !config.documents.exclude.is_match(path)
        && config.is_document(&[stem, ".", usual].concat())
}

/// One finding for all such documents.
pub(super) fn of_overlooked(paths: &[String], config: &Config) -> Option<Diagnostic> {
    let first = visible(paths.first()?);
    let finding = finding(
        &first,
        paths.len() - 1,
        "file",
        "is no document, as its extension is written otherwise",
        "are no documents, as their extensions are written otherwise",
    );
    let extension = first.rsplit_once('.').map_or("", |(_, extension)| extension);
    // A list takes the place of the usual one: a glob by itself would leave all other pages out.
    let included = config.documents.include.patterns().iter();
    let included: Vec<String> = included.map(|glob| format!("\"{}\"", visible(glob))).collect();
    let help = format!(
        "to have it translated, rename it, or write under [documents] in {FILE_NAME}: include = [{}, \
         \"**/*.{extension}\"]; else name it in `exclude`",
        included.join(", ")
    );
    Some(finding.help(help))
}

/// What the names of files end in that are more than plain text, and of which drogman reads no mark.
const MARKED: [&str; 24] = [
    "adoc", "asciidoc", "astro", "csv", "erb", "htm", "html", "ipynb", "json", "liquid", "njk", "org", "php",
    "po", "rst", "svelte", "svg", "tex", "toml", "vue", "xhtml", "xml", "yaml", "yml",
];

/// One finding for all documents whose marks would go to the translators.
pub(super) fn of_marked(documents: &[DocumentFile]) -> Option<Diagnostic> {
    let is_marked = |document: &&DocumentFile| {
        let extension = document.path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
        extension.is_some_and(|extension| MARKED.contains(&extension.as_str()))
    };
    let mut marked = documents.iter().filter(is_marked);
    let first = visible(&marked.next()?.path);
    let finding = finding(
        &first,
        marked.count(),
        "document",
        "is read as plain text, its marks and all",
        "are read as plain text, their marks and all",
    );
    let help = format!(
        "what is read is Markdown (.md, .markdown, .mdx) and plain text: leave others out of `include` in {FILE_NAME}, or name them in \
         `exclude`"
    );
    Some(finding.help(help))
}

/// Whether a file is no catalog only for the end of its name: `PAGE.FTL`, or `page.ftl.txt`, as Notepad saves it.
/// Copies that programs keep (`page.ftl.bak`, `page.ftl~`) are meant to be none.
pub(super) fn is_overlooked_catalog(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    lower.ends_with(".ftl") || lower.ends_with(".ftl.txt")
}

/// One finding for all such catalogs.
pub(super) fn of_overlooked_catalogs(files: &[String]) -> Option<Diagnostic> {
    let first = files.first()?;
    let finding = finding(
        &visible(first),
        files.len() - 1,
        "file",
        "is no catalog, as its name does not end in `.ftl`",
        "are no catalogs, as their names do not end in `.ftl`",
    );
    let stem = first.len() - if first.to_ascii_lowercase().ends_with(".txt") { 8 } else { 4 };
    let meant = [&first[..stem], ".ftl"].concat();
    let help = format!("call it `{}`; if that is there, put what is right into it", visible(&meant));
    Some(finding.help(help))
}

/// One finding of a file, and of so many more like it.
pub(super) fn finding(first: &str, more: usize, what: &str, of_one: &str, of_several: &str) -> Diagnostic {
    let message = match more {
        0 => format!("`{first}` {of_one}"),
        1 => format!("`{first}` and 1 more {what} {of_several}"),
        more => format!("`{first}` and {more} more {what}s {of_several}"),
    };
    Diagnostic::new("", Severity::Warning, message)
}
