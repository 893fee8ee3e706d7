//! Letters and digits among 64 bytes of a text: most texts have no letters but those of ASCII, Latin and Cyrillic, and
//! what else stands in them is known by a byte or two.

use crate::text::block::{Block, Places, SIZE};

/// What stands in a block; see [`letters`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// The bytes of letters.
    pub(super) letters: u64,
    /// Of how many bytes that is told: a character that goes on behind the block is left for the next one.
    pub(super) length: usize,
}

/// The letters, if the block has no characters but those that are told by a byte or two: those of ASCII, Latin
/// letters up to U+023F, Cyrillic ones up to U+047F; signs of Latin 1; dashes, quotation marks, blanks, arrows,
/// signs of mathematics, which are no letters.
#[inline]
pub(super) fn letters(block: &Block) -> Option<Told> {
    let letters = block.ascii_letters();
    match block.beyond_ascii() {
        0 => Some(Told { letters, length: SIZE }),
        _ => beyond_ascii(block).map(|told| Told { letters: letters | told.letters, ..told }),
    }
}

fn beyond_ascii(block: &Block) -> Option<Told> {
    let (c2, c3, e2) = (block.equal(0xC2), block.equal(0xC3), block.equal(0xE2));
    let letters = c3 | block.within(0xC4, 0xC8) | block.within(0xD0, 0xD1);
    // × and ÷ stand among the letters, the soft hyphen among the signs, joiners among dashes and blanks, and
    // letters behind all the signs.
    let unknown = block.within(0xC0, 0xFF) & !(c2 | e2 | letters)
        | c2 << 1 & block.equal(0xAD)
        | c3 << 1 & (block.equal(0x97) | block.equal(0xB7))
        | e2 << 1 & block.within(0xB0, 0xBF)
        | e2 << 2 & block.equal(0x80) << 1 & block.within(0x8C, 0x8D);
    let cut = (c2 | letters | e2) & 1 << 63 | e2 & 1 << 62;
    let length = if cut == 0 { SIZE } else { cut.trailing_zeros() as usize };
    (unknown == 0).then_some(Told { letters: letters | letters << 1, length })
}

/// Where bytes stand that begin a digit, of ASCII or of another script; or, of others beyond ASCII, some that begin
/// another character.
pub(in crate::check) fn digits(text: &str) -> impl Iterator<Item = usize> {
    // The blocks of other scripts' digits begin with these bytes, from Arabic ones to those of full width.
    Places::new(text, |block| block.within(b'0', b'9') | block.within(0xD9, 0xEF))
}

/// Where characters beyond ASCII begin.
pub(in crate::check) fn wide_characters(text: &str) -> impl Iterator<Item = usize> {
    Places::new(text, |block| block.within(0xC0, 0xFF))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_found_wherever_they_stand() {
        for digit in ["7", "٣", "۳", "३", "３", "๓", "၃"] {
            for before in [0, 1, 30, 61, 62, 63, 64, 65, 127, 128] {
                for filling in ["x", "é", "/", ":", "ж"] {
                    let text = filling.repeat(before) + digit + filling + "8";
                    let wanted = [before * filling.len(), text.len() - 1];
                    assert_eq!(digits(&text).collect::<Vec<_>>(), wanted, "{text}");
                }
            }
        }
    }

    #[test]
    fn characters_beyond_ascii_are_found() {
        for before in [0, 1, 30, 61, 62, 63, 64, 65, 127, 128] {
            let text = "x".repeat(before) + "aé, “bœuf” — 文 x, y, z; 𝄞 ; ça";
            let wide = text.char_indices().filter(|(_, c)| !c.is_ascii()).map(|(at, _)| at);
            assert!(wide_characters(&text).eq(wide), "{before}");
        }
        assert_eq!(wide_characters("").count(), 0);
    }
}
