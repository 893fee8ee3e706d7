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
    /// For each byte, and the end, where its character stands in the text itself.
    places: Vec<u32>,
}

impl Composed {
    /// `None` for a text that is typed so already, as nearly all are.
    pub(super) fn of(text: &str, inline: &[Inline]) -> Option<Composed> {
        if !has_parted(text) {
            return None;
        }
        let mut composed = String::with_capacity(text.len());
        let mut places: Vec<u32> = Vec::with_capacity(text.len() + 1);
        for (at, character) in text.char_indices() {
            let on = |letter| Some((letter, compose(letter, character)?));
            if let Some((letter, whole)) = composed.chars().next_back().and_then(on) {
                composed.truncate(composed.len() - letter.len_utf8());
                let place = places[composed.len()];
                composed.push(whole);
                places.resize(composed.len(), place);
                continue;
            }
            composed.push(if character == '‑' { '-' } else { character });
            places.resize(composed.len(), short(at));
        }
        places.push(short(text.len()));
        let here = |at: usize| places.partition_point(|&place| (place as usize) < at);
        let inline = inline
            .iter()
            .map(|inline| Inline { span: here(inline.span.start)..here(inline.span.end), ..inline.clone() })
            .collect();
        Some(Composed { text: composed, inline, places })
    }

    /// Where a byte of what is read stands in the text.
    pub(super) fn place(&self, at: usize) -> usize {
        self.places[at] as usize
    }

    /// The same of a span.
    pub(super) fn span(&self, span: &Span) -> Span {
        self.place(span.start)..self.place(span.end)
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
