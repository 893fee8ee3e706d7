//! Where letters stand in a text: most have none but those of ASCII, Latin and Cyrillic, and what else stands in them is
//! known by a byte or two.

use crate::text::block::{Block, SIZE, lowest};

/// Calls `take` with the begin and end of each run of letters, as far as bytes tell them without a table; gives
/// where another reading has to go on: outside letters, and at the end of the text for most.
#[inline]
pub(super) fn runs(text: &str, mut take: impl FnMut(usize, usize)) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut open: Option<usize> = None;
    while at < bytes.len() || open.is_some() {
        let Some(told) = letters(&Block::at(bytes, at)) else { return open.unwrap_or(at) };
        let letters = told.letters;
        let before = letters << 1 | u64::from(open.is_some());
        let here = u64::MAX >> (64 - told.length);
        let (mut begins, mut ends) = (letters & !before & here, before & !letters & here);
        while ends != 0 {
            let begin = open.take().unwrap_or_else(|| at + lowest(&mut begins));
            take(begin, at + lowest(&mut ends));
        }
        if begins != 0 {
            open = Some(at + lowest(&mut begins));
        }
        at = bytes.len().min(at + told.length);
    }
    at
}

/// What stands in a block; see [`letters`].
#[derive(Debug, Clone, Copy)]
struct Told {
    /// The bytes of letters.
    letters: u64,
    /// Of how many bytes that is told: a character that goes on behind the block is left for the next one.
    length: usize,
}

/// The letters, if the block has no characters but those that are told by a byte or two: those of ASCII, Latin
/// letters up to U+023F, Cyrillic ones up to U+047F; signs of Latin 1; dashes, quotation marks, blanks, arrows,
/// signs of mathematics, which are no letters.
#[inline]
fn letters(block: &Block) -> Option<Told> {
    let letters = block.ascii_letters();
    match block.beyond_ascii() {
        0 => Some(Told { letters, length: SIZE }),
        _ => beyond_ascii(block).map(|told| Told { letters: letters | told.letters, ..told }),
    }
}

fn beyond_ascii(block: &Block) -> Option<Told> {
    let leads = block.within(0xC0, 0xFF);
    let letters = block.within(0xC3, 0xC8) | block.within(0xD0, 0xD1);
    // × and ÷ stand among the letters, the soft hyphen among the signs, joiners among dashes and blanks, and
    // letters behind all the signs.
    let mut unknown = block.equal(0xC3) << 1 & (block.equal(0x97) | block.equal(0xB7));
    let (mut c2, mut e2) = (0, 0);
    if leads != letters {
        (c2, e2) = (block.equal(0xC2), block.equal(0xE2));
        unknown |= leads & !(c2 | e2 | letters) | c2 << 1 & block.equal(0xAD);
    }
    if e2 != 0 {
        unknown |=
            e2 << 1 & block.within(0xB0, 0xBF) | e2 << 2 & block.equal(0x80) << 1 & block.within(0x8C, 0x8D);
    }
    let cut = (c2 | letters | e2) & 1 << 63 | e2 & 1 << 62;
    let length = if cut == 0 { SIZE } else { cut.trailing_zeros() as usize };
    (unknown == 0).then_some(Told { letters: letters | letters << 1, length })
}
