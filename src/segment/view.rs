//! A block's text as a reader sees it: markup is passed over, code and addresses are words.

use crate::document::{Inline, InlineKind};

/// What stands at a place of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    /// A character.
    Character(char),
    /// Code, an address, an image: something that is read as one word.
    Atom,
    /// The end of the text, or a hard break.
    End,
}

/// A text with its inline elements, read forward and backward from a place.
pub(super) struct View<'t> {
    pub(super) text: &'t str,
    inline: &'t [Inline],
    /// No closing parenthesis stands behind this byte.
    pub(super) last_closing: usize,
}

impl<'t> View<'t> {
    pub(super) fn new(text: &'t str, inline: &'t [Inline]) -> Self {
        let last_closing = memchr::memrchr(b')', text.as_bytes()).unwrap_or(0);
        View { text, inline, last_closing }
    }

    /// The inline element that is passed over as a whole and begins or goes on at `at`.
    fn opaque(&self, at: usize) -> Option<&Inline> {
        // Elements are sorted by start; those that are passed over do not nest in each other.
        let until = self.inline.partition_point(|inline| inline.span.start <= at);
        self.inline[..until]
            .iter()
            .rev()
            .take(DEEPEST)
            .find(|inline| inline.kind != InlineKind::Whole && inline.span.end > at)
    }

    /// What stands at `at`, and where the next thing begins. Markup is passed over.
    pub(super) fn forward(&self, mut at: usize) -> (Seen, usize, usize) {
        loop {
            if at >= self.text.len() {
                return (Seen::End, at, at);
            }
            match self.opaque(at) {
                None => {
                    let character = self.text[at..].chars().next().unwrap_or('\0');
                    return (Seen::Character(character), at, at + character.len_utf8());
                }
                Some(inline) => match inline.kind {
                    InlineKind::Markup => at = inline.span.end,
                    InlineKind::Break => return (Seen::End, inline.span.start, inline.span.end),
                    InlineKind::Atom | InlineKind::Whole => return (Seen::Atom, at, inline.span.end),
                },
            }
        }
    }

    /// What stands before `at`, and where it begins. Markup is passed over.
    pub(super) fn backward(&self, mut at: usize) -> (Seen, usize) {
        loop {
            let Some(character) = self.text[..at].chars().next_back() else { return (Seen::End, 0) };
            let begin = at - character.len_utf8();
            match self.opaque(begin) {
                None => return (Seen::Character(character), begin),
                Some(inline) => match inline.kind {
                    InlineKind::Markup => at = inline.span.start,
                    InlineKind::Break => return (Seen::End, inline.span.end),
                    InlineKind::Atom | InlineKind::Whole => return (Seen::Atom, inline.span.start),
                },
            }
        }
    }

    /// Whether `at` lies inside an element that is not cut.
    pub(super) fn is_inside(&self, at: usize) -> bool {
        let until = self.inline.partition_point(|inline| inline.span.start < at);
        self.inline[..until]
            .iter()
            .rev()
            .take(DEEPEST)
            .any(|inline| matches!(inline.kind, InlineKind::Whole | InlineKind::Atom) && inline.span.end > at)
    }

    /// The inline elements.
    pub(super) fn inline(&self) -> &'t [Inline] {
        self.inline
    }
}

/// Elements that begin before a place are looked through so far back: more than any person nests.
const DEEPEST: usize = 256;
