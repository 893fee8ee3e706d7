//! A stretch of the file as one line of text: each line break, with the white space around it and the
//! marks of quotations on the next line, becomes a space.

use std::borrow::Cow;

use crate::document::{Inline, InlineKind, Piece, Pieces};
use crate::text::Span;

/// The text of a block, and where it comes from.
pub(super) struct OneLine<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) pieces: Pieces,
}

/// Puts `span` of the file on one line. `quotes` is how many quotations the block stands in; `hard` are
/// the bytes of the file where a hard break ends a segment, sorted; each becomes an inline of `breaks`.
pub(super) fn join<'a>(
    source: &'a str,
    span: Span,
    quotes: usize,
    hard: &[Span],
    breaks: &mut Vec<Inline>,
) -> OneLine<'a> {
    let bytes = source.as_bytes();
    let mut ends = memchr::memchr2_iter(b'\n', b'\r', &bytes[span.clone()]).map(|at| at + span.start);
    let Some(first) = ends.next() else {
        let pieces = Pieces::one(span.start);
        return OneLine { text: Cow::Borrowed(&source[span]), pieces };
    };
    let mut text = String::with_capacity(span.len());
    let mut pieces = vec![Piece { text: 0, file: span.start }];
    let mut hard = hard.iter().peekable();
    let mut from = span.start;
    for end in std::iter::once(first).chain(ends) {
        if end < from {
            continue;
        }
        while hard.next_if(|hard| hard.end <= end).is_some() {}
        let is_hard = hard.peek().is_some_and(|hard| hard.start <= end);
        let line = &source[from..end];
        let mut kept = line.trim_end_matches([' ', '\t']);
        if kept.len() == line.len() && is_escaped(kept) {
            kept = &kept[..kept.len() - 1];
        }
        text.push_str(kept);
        if is_hard {
            breaks.push(Inline { span: text.len()..text.len() + 1, kind: InlineKind::Break });
        }
        text.push(' ');
        from = content_start(source, end, span.end, quotes);
        pieces.push(Piece { text: text.len(), file: from });
    }
    text.push_str(&source[from..span.end]);
    OneLine { text: Cow::Owned(text), pieces: pieces.into() }
}

/// Whether what follows `text` is escaped by a backslash at its end.
pub(super) fn is_escaped(text: &str) -> bool {
    (text.len() - text.trim_end_matches('\\').len()) % 2 == 1
}

/// Where the text of the next line begins, behind the line break at `end`, indentation and the marks of
/// at most `quotes` quotations.
fn content_start(source: &str, end: usize, limit: usize, mut quotes: usize) -> usize {
    let bytes = &source.as_bytes()[..limit];
    let mut at = end + if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
    while at < limit {
        match bytes[at] {
            b' ' | b'\t' => at += 1,
            b'>' if quotes > 0 => {
                quotes -= 1;
                at += 1;
            }
            _ => break,
        }
    }
    at.min(limit)
}

/// Where the byte `file` of the file stands in the text.
pub(super) fn text_offset(pieces: &Pieces, length: usize, file: usize) -> usize {
    let (piece, next) = pieces.around(file, |piece| piece.file);
    // A byte of a line break is the space before the next piece.
    let limit = next.map_or(length, |next| next.text - 1);
    (piece.text + file.saturating_sub(piece.file)).min(limit)
}
