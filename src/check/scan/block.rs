//! 64 bytes of a text at once: most texts have no letters but those of ASCII, Latin and Cyrillic, and what else stands
//! in them is known by a byte or two.

use wide::u8x16;

/// Bytes asked together; each answer has a bit for each of them, the first one lowest.
pub(super) struct Block([u8x16; SIZE / 16]);

/// What stands in a block; see [`Block::letters`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// The bytes of letters.
    pub(super) letters: u64,
    /// Of how many bytes that is told: a character that goes on behind the block is left for the next one.
    pub(super) length: usize,
}

/// How many bytes are looked at together.
const SIZE: usize = 64;

impl Block {
    /// The first bytes of a text, with zeros behind a shorter one.
    #[inline]
    pub(super) fn new(bytes: &[u8]) -> Self {
        match bytes.first_chunk() {
            Some(bytes) => Block::of(bytes),
            None => {
                let mut block = [0; SIZE];
                block[..bytes.len()].copy_from_slice(bytes);
                Block::of(&block)
            }
        }
    }

    #[inline]
    fn of(bytes: &[u8; SIZE]) -> Self {
        let part = |at: usize| bytes[at..].first_chunk().copied().map(u8x16::new).unwrap_or_default();
        Block([part(0), part(16), part(32), part(48)])
    }

    #[inline]
    fn which(&self, is: impl Fn(u8x16) -> u8x16) -> u64 {
        let of = |part: usize| u64::from(is(self.0[part]).to_bitmask());
        of(0) | of(1) << 16 | of(2) << 32 | of(3) << 48
    }

    #[inline]
    fn equal(&self, byte: u8) -> u64 {
        self.which(|part| part.simd_eq(u8x16::splat(byte)))
    }

    #[inline]
    fn within(&self, first: u8, last: u8) -> u64 {
        self.which(|part| {
            let above = part - u8x16::splat(first);
            above.min(u8x16::splat(last - first)).simd_eq(above)
        })
    }

    /// The letters, if the block has no characters but those that are told by a byte or two: those of ASCII, Latin
    /// letters up to U+023F, Cyrillic ones up to U+047F; signs of Latin 1; dashes, quotation marks, blanks, arrows,
    /// signs of mathematics, which are no letters.
    #[inline]
    pub(super) fn letters(&self) -> Option<Told> {
        let small = Block(self.0.map(|part| part | u8x16::splat(0x20)));
        let letters = small.within(b'a', b'z');
        match self.which(|part| part) {
            0 => Some(Told { letters, length: SIZE }),
            _ => self.beyond_ascii().map(|told| Told { letters: letters | told.letters, ..told }),
        }
    }

    fn beyond_ascii(&self) -> Option<Told> {
        let (c2, c3, e2) = (self.equal(0xC2), self.equal(0xC3), self.equal(0xE2));
        let letters = c3 | self.within(0xC4, 0xC8) | self.within(0xD0, 0xD1);
        // × and ÷ stand among the letters, the soft hyphen among the signs, joiners among dashes and blanks, and
        // letters behind all the signs.
        let unknown = self.within(0xC0, 0xFF) & !(c2 | e2 | letters)
            | c2 << 1 & self.equal(0xAD)
            | c3 << 1 & (self.equal(0x97) | self.equal(0xB7))
            | e2 << 1 & self.within(0xB0, 0xBF)
            | e2 << 2 & self.equal(0x80) << 1 & self.within(0x8C, 0x8D);
        let cut = (c2 | letters | e2) & 1 << 63 | e2 & 1 << 62;
        let length = if cut == 0 { SIZE } else { cut.trailing_zeros() as usize };
        (unknown == 0).then_some(Told { letters: letters | letters << 1, length })
    }
}

/// Where bytes stand that begin a digit, of ASCII or of another script; or, of others beyond ASCII, some that begin
/// another character.
pub(in crate::check) fn digits(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    (0..bytes.len()).step_by(SIZE).flat_map(move |begin| {
        let block = Block::new(&bytes[begin..]);
        // The blocks of other scripts' digits begin with these bytes, from Arabic ones to those of full width.
        let mut bits = block.within(b'0', b'9') | block.within(0xD9, 0xEF);
        std::iter::from_fn(move || (bits != 0).then(|| begin + lowest(&mut bits)))
    })
}

/// Takes the lowest bit: where it is.
#[inline]
pub(super) fn lowest(bits: &mut u64) -> usize {
    let at = bits.trailing_zeros() as usize;
    *bits &= bits.wrapping_sub(1);
    at
}

#[cfg(test)]
mod tests {
    use super::digits;

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
}
