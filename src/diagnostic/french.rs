//! Where the French stands that a finding compares a translation with.

use std::num::NonZeroU32;

use crate::text::{LineIndex, ShortSpan, Span};

/// The `# fr:` line above a translation, in the file that its finding points into.
///
/// A place and no copy: there may be a million findings, and each is told alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct French {
    number: NonZeroU32,
    line: ShortSpan,
    words: ShortSpan,
}

impl French {
    /// The line at `line`, bytes of the file without the line end. `words` are the bytes of its sentence that the
    /// finding is about; empty if that is nothing in particular.
    pub fn new(lines: &LineIndex<'_>, line: Span, words: Span) -> Option<Self> {
        French::at(lines.line_column(line.start).line, line, words)
    }

    /// The same, where the number of the line is known; `None` of 0, which no line has.
    pub(super) fn at(number: usize, line: Span, words: Span) -> Option<Self> {
        let number = NonZeroU32::new(u32::try_from(number).ok()?)?;
        Some(French { number, line: line.into(), words: words.into() })
    }

    /// The number of its line, from 1.
    pub fn number(&self) -> usize {
        self.number.get() as usize
    }

    /// Bytes of the file: the line, without the line end.
    pub fn line(&self) -> Span {
        self.line.span()
    }

    /// Bytes of the sentence: what the finding is about. Empty if that is nothing in particular.
    pub fn words(&self) -> Span {
        self.words.span()
    }

    /// The sentence of such a line, as bytes of the line; `None` of any other text, as the file may have changed
    /// since.
    pub fn sentence(line: &str) -> Option<Span> {
        let bytes = line.as_bytes();
        if !line.starts_with('#') || memchr::memchr2(b'\n', b'\r', bytes).is_some() {
            return None;
        }
        let colon = memchr::memchr(b':', bytes)?;
        let after = &line[colon + 1..];
        let start = line.len() - after.trim_start().len();
        Some(start..start + after.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_french_is_told_from_what_came_in_its_place() {
        let sentence = |line: &'static str| French::sentence(line).map(|span| &line[span]);
        assert_eq!(sentence("# fr: Le pont : fermé. "), Some("Le pont : fermé."));
        assert_eq!(sentence("# fr:"), Some(""));
        assert_eq!(sentence("pont-h3a9qd = The bridge: closed."), None);
        assert_eq!(sentence("# fr: Le pont\n# @unit x"), None);
    }
}
