//! The entries of a Fluent file as spans of bytes: comments, messages, terms, and junk.

use fluent_syntax::parser::ErrorKind;

use crate::text::{ShortSpan, Span};

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// `id = pattern`, with or without a comment attached.
    Message,
    /// `-id = pattern`, with or without a comment attached.
    Term,
    /// A `#` comment that stands alone.
    Comment,
    /// A `##` comment.
    GroupComment,
    /// A `###` comment.
    ResourceComment,
    /// What no Fluent parser can read.
    Junk,
}

/// What the value of a message is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// There is no value: the message has attributes only, or the entry is no message.
    Absent,
    /// One line of text and string literals.
    Line,
    /// Several lines, or placeables other than string literals.
    Rich,
}

/// One entry. Entries tile the file from the first one on: each ends where the next begins. A catalog may have a million
/// of them, so places are kept in half of the bytes.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// What it is.
    pub kind: EntryKind,
    pub(super) comment: ShortSpan,
    /// The id of a message, or of a term without its dash; empty otherwise.
    pub id: &'a str,
    pub(super) body: ShortSpan,
    pub(super) value: ShortSpan,
    /// What the value is made of.
    pub shape: Shape,
    /// Whether it has attributes.
    pub attributes: bool,
}

impl Entry<'_> {
    /// The lines of its comment with their line ends; empty without one.
    pub fn comment(&self) -> Span {
        self.comment.span()
    }

    /// From the first byte of its id to the end of its last line, line end included, blank lines after it excluded. Of
    /// junk: the junk.
    pub fn body(&self) -> Span {
        self.body.span()
    }

    /// The raw pattern, without the white space round it; empty if there is none.
    pub fn value(&self) -> Span {
        self.value.span()
    }

    /// Its first byte: that of its comment, if it has one. It ends where the next one begins.
    pub fn start(&self) -> usize {
        self.comment.start()
    }

    /// Whether it may refer to something.
    pub(super) fn may_refer(&self) -> bool {
        self.shape == Shape::Rich || self.attributes
    }
}

/// Why an entry is junk.
#[derive(Debug, Clone, PartialEq)]
pub enum JunkReason {
    /// The line begins like nothing that Fluent knows.
    NoEntry,
    /// `#` without a space after it.
    CommentWithoutSpace,
    /// More than three `#`.
    CommentTooDeep,
    /// An id that no `=` follows.
    NoEquals,
    /// `id =` and nothing more.
    NoValue,
    /// Braces nested, or repeated, beyond any sense.
    TooDeep,
    /// What `fluent-syntax` says.
    Parser(ErrorKind),
}

/// A junk entry's error.
#[derive(Debug, Clone, PartialEq)]
pub struct JunkError {
    /// Index of the entry.
    pub entry: usize,
    /// Where the reader stopped.
    pub at: usize,
    /// Why.
    pub reason: JunkReason,
}

/// Whether `text` is a Fluent identifier.
pub fn is_identifier(text: &str) -> bool {
    !text.is_empty() && identifier(text).len() == text.len()
}

/// The Fluent identifier at the start of `text`, or nothing.
pub(super) fn identifier(text: &str) -> &str {
    let bytes = text.as_bytes();
    if !bytes.first().is_some_and(u8::is_ascii_alphabetic) {
        return "";
    }
    let end = bytes.iter().position(|byte| !MAY_STAND_IN_ID[usize::from(*byte)]);
    &text[..end.unwrap_or(text.len())]
}

/// Letters and digits of ASCII, `-` and `_`.
const MAY_STAND_IN_ID: [bool; 256] = {
    let mut may = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        may[byte] = matches!(byte as u8, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_');
        byte += 1;
    }
    may
};
