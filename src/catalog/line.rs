//! The lines of a Fluent file.

use crate::text::Span;

/// One line: its first byte, the end of its content, and the first byte of the next line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) next: usize,
}

impl Line {
    /// What a line of a comment says, behind its sign and white space.
    pub(super) fn of_comment(self, text: &str) -> &str {
        let content = &text[self.start + 1..self.end];
        match content.as_bytes() {
            // Nearly all are written so.
            [b' ', byte, ..] if byte.is_ascii_graphic() => &content[1..],
            _ => content.trim_start(),
        }
    }
}

/// The line that begins at `start`. A line ends at LF or CRLF, as Fluent has it; a lone CR is text.
pub(super) fn line_at(text: &str, start: usize) -> Line {
    let bytes = text.as_bytes();
    match memchr::memchr(b'\n', &bytes[start..]) {
        Some(length) => {
            let feed = start + length;
            let end = if feed > start && bytes[feed - 1] == b'\r' { feed - 1 } else { feed };
            Line { start, end, next: feed + 1 }
        }
        None => Line { start, end: text.len(), next: text.len() },
    }
}

/// The lines of `span`, which begins at a line's start.
pub(super) fn lines(text: &str, span: Span) -> impl Iterator<Item = Line> + '_ {
    let mut at = span.start;
    std::iter::from_fn(move || {
        if at >= span.end {
            return None;
        }
        let line = line_at(&text[..span.end], at);
        at = line.next;
        Some(line)
    })
}

pub(super) fn is_blank(text: &str, line: Line) -> bool {
    text.as_bytes()[line.start..line.end].iter().all(|&b| b == b' ')
}
