//! `[build]`: what becomes of units that are not current, and where outputs go.

use super::Globs;
use super::scope::document_name;
use crate::unit::compose::{Missing, Stale};

/// `[build]`, or `[locale.<tag>.build]` laid over it.
#[derive(Debug, Clone)]
pub struct Build {
    /// Where a document's output goes under the output folder.
    pub path: OutputPattern,
    /// For missing and invalid units, and unverified ones whose French is not known.
    pub missing: Missing,
    /// For units whose French changed in its typography, spelling or punctuation only.
    pub stale_minor: Stale,
    /// For other stale units, and unverified ones.
    pub stale_major: Stale,
    /// Per cent of units translated below which a page is skipped.
    pub minimum: u8,
    /// Globs of other files of content to copy.
    pub copy: Globs,
    /// Whether Fluent's bidi isolating marks are written.
    pub isolating: bool,
}

impl Default for Build {
    fn default() -> Self {
        Build {
            path: OutputPattern { parts: vec![Part::Locale, Part::Text("/".to_owned()), Part::Path] },
            missing: Missing::Source,
            stale_minor: Stale::Translation,
            stale_major: Stale::Translation,
            minimum: 0,
            copy: Globs::default(),
            isolating: false,
        }
    }
}

/// A pattern of output paths: `{locale}/{path}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputPattern {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Locale,
    Path,
    Dir,
    Stem,
    Ext,
}

/// The placeholders of an output pattern.
pub(super) const PLACEHOLDERS: [&str; 5] = ["locale", "path", "dir", "stem", "ext"];

impl OutputPattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// The bytes of the pattern that are wrong, why, and what would be right.
    pub(super) fn parse(text: &str) -> Result<OutputPattern, PatternError> {
        let mut parts = Vec::new();
        let mut at = 0;
        while let Some(brace) = text[at..].find(['{', '}']).map(|offset| at + offset) {
            if brace > at {
                parts.push(Part::Text(text[at..brace].to_owned()));
            }
            let close = text[brace..].find('}').map(|offset| brace + offset);
            let Some(close) = close.filter(|&close| close > brace) else {
                return Err(PatternError { span: brace..brace + 1, kind: PatternProblem::LoneBrace });
            };
            parts.push(match &text[brace + 1..close] {
                "locale" => Part::Locale,
                "path" => Part::Path,
                "dir" => Part::Dir,
                "stem" => Part::Stem,
                "ext" => Part::Ext,
                other => {
                    let kind = PatternProblem::Unknown(other.to_owned());
                    return Err(PatternError { span: brace..close + 1, kind });
                }
            });
            at = close + 1;
        }
        if at < text.len() {
            parts.push(Part::Text(text[at..].to_owned()));
        }
        if !parts.iter().any(|part| matches!(part, Part::Path | Part::Stem)) {
            return Err(PatternError { span: 0..text.len(), kind: PatternProblem::SamePath });
        }
        Ok(OutputPattern { parts })
    }

    /// The path of a document's output under the output folder. `document` is its path under content; `source` and
    /// `locale` are the names of the languages in paths. A stem does not count the source's name at its end: `pont`
    /// of `pont.fr.md`.
    pub fn render(&self, source: &str, locale: &str, document: &str) -> String {
        let file = document.rfind('/').map_or(0, |slash| slash + 1);
        let name_end = document_name(document).len();
        let stem = &document[file..name_end];
        let stem = stem.strip_suffix(source).and_then(|stem| stem.strip_suffix('.')).unwrap_or(stem);
        let mut out = String::new();
        for part in &self.parts {
            out.push_str(match part {
                Part::Text(text) => text,
                Part::Locale => locale,
                Part::Path => document,
                Part::Dir => &document[..file],
                Part::Stem => stem,
                Part::Ext => document[name_end..].trim_start_matches('.'),
            });
        }
        out
    }
}

/// Why a text is no output pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PatternError {
    /// Bytes of the pattern.
    pub(super) span: crate::text::Span,
    pub(super) kind: PatternProblem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PatternProblem {
    /// A brace without its partner.
    LoneBrace,
    /// A placeholder that nobody knows.
    Unknown(String),
    /// All documents would go to one path.
    SamePath,
}
