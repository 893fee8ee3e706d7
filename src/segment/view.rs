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

/// Entities that stand for spaces and marks, as they are written in Markdown and HTML.
const ENTITIES: [(&str, char); 13] = [
    ("&nbsp;", '\u{a0}'),
    ("&#160;", '\u{a0}'),
    ("&#xA0;", '\u{a0}'),
    ("&#8239;", '\u{202f}'),
    ("&#x202F;", '\u{202f}'),
    ("&thinsp;", '\u{2009}'),
    ("&laquo;", '«'),
    ("&raquo;", '»'),
    ("&ldquo;", '“'),
    ("&rdquo;", '”'),
    ("&rsquo;", '’'),
    ("&ndash;", '–'),
    ("&mdash;", '—'),
];

/// A text with its inline elements, read forward and backward from a place.
pub(super) struct View<'t> {
    pub(super) text: &'t str,
    inline: &'t [Inline],
    /// Those that are passed over as a whole, without any inside another: starts and ends both rise.
    opaque: Vec<&'t Inline>,
    /// Those that are not cut: where each begins, and the furthest end up to there.
    uncut: Vec<(usize, usize)>,
    /// No closing parenthesis stands behind this byte.
    pub(super) last_closing: usize,
}

impl<'t> View<'t> {
    pub(super) fn new(text: &'t str, inline: &'t [Inline]) -> Self {
        let last_closing = memchr::memrchr(b')', text.as_bytes()).unwrap_or(0);
        let mut opaque: Vec<&Inline> = Vec::new();
        let mut uncut: Vec<(usize, usize)> = Vec::new();
        for element in inline {
            if element.kind != InlineKind::Whole
                && opaque.last().is_none_or(|last| last.span.end < element.span.end)
            {
                opaque.push(element);
            }
            if matches!(element.kind, InlineKind::Whole | InlineKind::Atom) {
                let furthest = uncut.last().map_or(0, |&(_, end)| end);
                uncut.push((element.span.start, furthest.max(element.span.end)));
            }
        }
        View { text, inline, opaque, uncut, last_closing }
    }

    /// The inline element that is passed over as a whole and begins or goes on at `at`.
    fn opaque(&self, at: usize) -> Option<&Inline> {
        let until = self.opaque.partition_point(|inline| inline.span.start <= at);
        let last = self.opaque[..until].last()?;
        (last.span.end > at).then_some(*last)
    }

    /// The end of the markup, code or address that `at` lies in.
    pub(super) fn hidden(&self, at: usize) -> Option<usize> {
        self.opaque(at).map(|inline| inline.span.end)
    }

    /// What stands at `at`, and where the next thing begins. Markup is passed over.
    pub(super) fn forward(&self, mut at: usize) -> (Seen, usize, usize) {
        loop {
            if at >= self.text.len() {
                return (Seen::End, at, at);
            }
            match self.opaque(at) {
                None => {
                    let rest = &self.text[at..];
                    let character = rest.chars().next().unwrap_or('\0');
                    if character == '&'
                        && let Some((name, meant)) = ENTITIES.iter().find(|(name, _)| rest.starts_with(name))
                    {
                        return (Seen::Character(*meant), at, at + name.len());
                    }
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
                None => {
                    let before = &self.text[..at];
                    if character == ';'
                        && let Some((name, meant)) = ENTITIES.iter().find(|(name, _)| before.ends_with(name))
                    {
                        return (Seen::Character(*meant), at - name.len());
                    }
                    return (Seen::Character(character), begin);
                }
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
        let until = self.uncut.partition_point(|&(start, _)| start < at);
        self.uncut[..until].last().is_some_and(|&(_, end)| end > at)
    }

    /// The inline elements.
    pub(super) fn inline(&self) -> &'t [Inline] {
        self.inline
    }
}
