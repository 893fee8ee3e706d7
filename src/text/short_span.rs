//! Spans that are kept by the million.

use super::Span;

/// A [`Span`] in half of the bytes, of a text of less than 4 GiB: no longer file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShortSpan {
    start: u32,
    end: u32,
}

impl ShortSpan {
    /// A text of so many bytes is too long.
    pub const LONGEST: usize = u32::MAX as usize;

    /// Its first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte behind it.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The same span, to look into a text with.
    pub fn span(self) -> Span {
        self.start()..self.end()
    }
}

impl From<Span> for ShortSpan {
    fn from(span: Span) -> Self {
        ShortSpan { start: short(span.start), end: short(span.end) }
    }
}

/// A number of things that are kept by the million, in half of the bytes. More than four thousand million of them
/// would not fit into memory.
pub(crate) fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
