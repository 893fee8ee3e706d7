//! A text as it is typed: accents that stand behind their letter put on it, no-break hyphens made plain.
//!
//! Some keyboards and systems part « é » into two characters, and typographers keep « là‑bas » together. Neither
//! changes where sentences end, and the word lists hold letters with their accents.

use unicode_normalization::char::compose;

use crate::document::Inline;
use crate::text::{Span, short};

/// What a text is read as, and where everything in it stands in the text itself.
pub(super) struct Composed {
    pub(super) text: String,
    pub(super) inline: Vec<Inline>,
    /// Where both go on alike, behind each character that is another one here: in what is read, and in the text itself.
    /// Few characters are; a place for each byte would take several times the text.
    shifts: Vec<(u32, u32)>,
}

impl Composed {
    /// `None` for a text that is typed so already, as nearly all are.
    pub(super) fn of(text: &str, inline: &[Inline]) -> Option<Composed> {
        if !has_parted(text) {
            return None;
        }
        let mut composed =
            Composed { text: String::with_capacity(text.len()), inline: Vec::new(), shifts: Vec::new() };
        for (at, character) in text.char_indices() {
            composed.push(character, at + character.len_utf8());
        }
        composed.inline = inline
            .iter()
            .map(|inline| Inline {
                span: composed.here(inline.span.start)..composed.here(inline.span.end),
                ..inline.clone()
            })
            .collect();
        Some(composed)
    }

    /// Adds a character that ends at `end` of the text itself.
    fn push(&mut self, character: char, end: usize) {
        let on = |letter| Some((letter, compose(letter, character)?));
        if let Some((letter, whole)) = self.text.chars().next_back().and_then(on) {
            self.text.truncate(self.text.len() - letter.len_utf8());
            // Of two accents on one letter the second one counts.
            self.shifts.pop_if(|(here, _)| *here as usize > self.text.len());
            self.text.push(whole);
        } else if character == '‑' {
            self.text.push('-');
        } else {
            self.text.push(character);
            return;
        }
        self.shifts.push((short(self.text.len()), short(end)));
    }

    /// Where a byte of what is read stands in the text.
    pub(super) fn place(&self, at: usize) -> usize {
        let behind = self.shifts.partition_point(|&(here, _)| here as usize <= at);
        let last = behind.checked_sub(1).map(|last| self.shifts[last]);
        last.map_or(at, |(here, there)| there as usize + at - here as usize)
    }

    /// The same of a span.
    pub(super) fn span(&self, span: &Span) -> Span {
        self.place(span.start)..self.place(span.end)
    }

    /// What is read of a place of the text: behind a character that is another one here, if it stands inside.
    fn here(&self, at: usize) -> usize {
        let behind = self.shifts.partition_point(|&(_, there)| there as usize <= at);
        let last = behind.checked_sub(1).map(|last| self.shifts[last]);
        let here = last.map_or(at, |(here, there)| here as usize + at - there as usize);
        let next = self.shifts.get(behind).map_or(self.text.len(), |&(here, _)| here as usize);
        self.text.ceil_char_boundary(here.min(next))
    }
}

/// Whether a text has an accent behind its letter, or a no-break hyphen.
fn has_parted(text: &str) -> bool {
    /// The first bytes of U+0300 to U+036F.
    const ACCENTS: [u8; 2] = [0xcc, 0xcd];
    let bytes = text.as_bytes();
    memchr::memchr2(ACCENTS[0], ACCENTS[1], bytes).is_some()
        || memchr::memmem::find(bytes, "‑".as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::Composed;
    use crate::document::{Inline, InlineKind};

    #[test]
    fn what_is_read_stands_where_it_stood() {
        let text = "E\u{301}te\u{301}\u{300} la\u{300}‑bas";
        let inline = [Inline { span: 9..10, kind: InlineKind::Markup }];
        let composed = Composed::of(text, &inline).expect("accents stand behind their letters");
        assert_eq!(composed.text, "Été\u{300} là-bas");
        for (at, _) in composed.text.char_indices() {
            assert!(text.is_char_boundary(composed.place(at)));
        }
        assert_eq!(composed.place(composed.text.len()), text.len());
        assert_eq!(&text[composed.span(&(0..5))], "E\u{301}te\u{301}");
        assert_eq!(composed.inline[0].span, 7..8);
        assert!(Composed::of("Été là-bas", &[]).is_none());
    }
}
