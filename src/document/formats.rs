//! The table of formats. A further format is a module of its own and a row here.

use super::{Document, Options, markdown, plain};
use crate::diagnostic::Diagnostic;

/// A format of source files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text: a line is a block.
    Plain,
    /// CommonMark with the extensions that site generators share.
    Markdown,
    /// Markdown with components.
    Mdx,
}

type Parse = for<'a> fn(&str, &'a str, &Options) -> (Document<'a>, Vec<Diagnostic>);

struct Row {
    format: Format,
    extensions: &'static [&'static str],
    parse: Parse,
}

const TABLE: &[Row] = &[
    Row { format: Format::Plain, extensions: &["txt"], parse: plain::parse },
    Row { format: Format::Markdown, extensions: &["md", "markdown"], parse: markdown::parse },
    Row { format: Format::Mdx, extensions: &["mdx"], parse: markdown::parse_mdx },
];

impl Format {
    /// The format of a file, by the extension of its name in any letter case.
    pub fn of_path(path: &str) -> Option<Format> {
        let (_, extension) = path.rsplit_once('.')?;
        let row =
            TABLE.iter().find(|row| row.extensions.iter().any(|e| e.eq_ignore_ascii_case(extension)))?;
        Some(row.format)
    }

    pub(super) fn parse<'a>(
        self,
        file: &str,
        source: &'a str,
        options: &Options,
    ) -> (Document<'a>, Vec<Diagnostic>) {
        let row = TABLE.iter().find(|row| row.format == self);
        row.map_or(plain::parse as Parse, |row| row.parse)(file, source, options)
    }
}
