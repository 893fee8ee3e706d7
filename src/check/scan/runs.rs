//! Where letters stand in a text, 64 bytes at once: most texts have no letters but those of ASCII, Latin and
//! Cyrillic, and what else stands in them is known by a byte or two.

use wide::u8x16;

/// How many bytes are looked at together.
const BLOCK: usize = 64;

/// Calls `take` with the begin and end of each run of letters, as far as bytes tell them without a table; gives
/// where another reading has to go on: outside letters, and at the end of the text for most.
#[inline]
pub(super) fn runs(text: &str, mut take: impl FnMut(usize, usize)) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut open: Option<usize> = None;
    while at < bytes.len() || open.is_some() {
        let rest = &bytes[at..];
        let Some((letters, told)) = (match rest.first_chunk() {
            Some(block) => Block::new(block).letters(),
            None => {
                let mut block = [0; BLOCK];
                block[..rest.len()].copy_from_slice(rest);
                Block::new(&block).letters()
            }
        }) else {
            return open.unwrap_or(at);
        };
        let before = letters << 1 | u64::from(open.is_some());
        let told_here = u64::MAX >> (BLOCK - told);
        let (mut begins, mut ends) = (letters & !before & told_here, before & !letters & told_here);
        while ends != 0 {
            let begin = open.take().unwrap_or_else(|| at + next(&mut begins));
            take(begin, at + next(&mut ends));
        }
        if begins != 0 {
            open = Some(at + next(&mut begins));
        }
        at = bytes.len().min(at + told);
    }
    at
}

/// Takes the lowest bit.
#[inline]
fn next(bits: &mut u64) -> usize {
    let at = bits.trailing_zeros() as usize;
    *bits &= bits.wrapping_sub(1);
    at
}

/// Bytes asked together; each answer has a bit for each of them, the first one lowest.
struct Block([u8x16; BLOCK / 16]);

impl Block {
    #[inline]
    fn new(bytes: &[u8; BLOCK]) -> Self {
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

    /// The bytes of letters, and of how many bytes that is told: a character that goes on behind the block is left
    /// for the next one. None if it has characters that only a table knows.
    #[inline]
    fn letters(&self) -> Option<(u64, usize)> {
        let small = Block(self.0.map(|part| part | u8x16::splat(0x20)));
        let ascii = small.within(b'a', b'z');
        match self.which(|part| part) {
            0 => Some((ascii, BLOCK)),
            _ => self.beyond_ascii().map(|(letters, told)| (ascii | letters, told)),
        }
    }

    fn beyond_ascii(&self) -> Option<(u64, usize)> {
        // Latin letters up to U+023F, and Cyrillic ones; signs of Latin 1; dashes, quotation marks, arrows, signs of
        // mathematics.
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
        let told = if cut == 0 { BLOCK } else { cut.trailing_zeros() as usize };
        (unknown == 0).then_some((letters | letters << 1, told))
    }
}
