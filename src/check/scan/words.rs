//! The words of a text, with what most rules ask of a word first.

use super::super::script::{Script, script};
use super::runs::runs;
use crate::text::Span;

/// A run of letters (and marks on them).
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct Word {
    start: u32,
    end: u32,
    /// Of its bytes: equal words have equal ones, and others hardly ever.
    pub(in crate::check) hash: u32,
    /// Of its first four bytes in lower case, for [`Beginnings`].
    beginning: u16,
    /// The script of its first letter.
    pub(in crate::check) script: Script,
    /// Whether it begins with a capital.
    pub(in crate::check) capital: bool,
    /// Whether all its letters are those of ASCII.
    pub(in crate::check) ascii: bool,
}

impl Word {
    #[inline]
    pub(in crate::check) fn span(&self) -> Span {
        self.start as usize..self.end as usize
    }

    /// Whether two words may be the same, but for capitals: false for most.
    #[inline]
    pub(in crate::check) fn begins_like(&self, other: &Word) -> bool {
        self.beginning == other.beginning
    }
}

/// The words of a text. Kept a function of its own: in its caller, registers would not do for its loops.
#[inline(never)]
pub(super) fn words(prose: &str) -> Vec<Word> {
    let bytes = prose.as_bytes();
    let mut words = Vec::with_capacity(bytes.len() / 5 + 1);
    let mut at = runs(prose, |begin, end| {
        let script = if bytes[begin] < 0xD0 { Script::Latin } else { Script::Cyrillic };
        words.push(Word::new(prose, begin, end, script));
    });
    while let Some(c) = prose[at..].chars().next() {
        let begin = at;
        at += c.len_utf8();
        let script = script(c);
        if script != Script::Common {
            at += letters(&prose[at..]);
            words.push(Word::new(prose, begin, at, script));
        }
    }
    words
}

/// How many bytes of letters, and of marks on them, a text begins with.
fn letters(text: &str) -> usize {
    text.find(|c| script(c) == Script::Common && !is_mark(c)).unwrap_or(text.len())
}

impl Word {
    // By the ten thousands: a call would cost as much as what it does.
    #[inline(always)]
    fn new(prose: &str, begin: usize, end: usize, script: Script) -> Self {
        let bytes = prose.as_bytes();
        let (first, last) = ends(bytes, begin, end);
        let length = end - begin;
        // What can't be foreseen is computed and not branched upon: a wrong guess costs more than all of this.
        let ascii =
            ((first | last) & 0x8080_8080_8080_8080 == 0) & (length <= 16 || bytes[begin..end].is_ascii());
        let capital = match first as u8 {
            // À to Þ.
            0..=0xC3 => {
                (first as u8).is_ascii_uppercase() | (first as u8 == 0xC3 && first >> 8 & 0xFF <= 0x9E)
            }
            _ => prose[begin..].starts_with(char::is_uppercase),
        };
        Word {
            start: begin as u32,
            end: end as u32,
            hash: mix(first, last, length),
            beginning: match first & 0x8080_8080 != 0 && capital && has_letters_beyond(first as u32) {
                true => beginning_in_lower_case(&prose[begin..end]),
                false => beginning(first),
            },
            script,
            capital,
            ascii,
        }
    }
}

/// A word in lower case; of the Turkish İ, no point is left over.
pub(in crate::check) fn lower(word: &str) -> String {
    let mut lower = word.to_lowercase();
    // The last byte of İ, and of the point.
    if memchr::memchr2(0xB0, 0x87, word.as_bytes()).is_some() {
        lower.retain(|c| c != POINT);
    }
    lower
}

/// Above an i, which is written with a point of its own.
const POINT: char = '\u{307}';

/// The [hash] of a word in lower case.
pub(in crate::check) fn lower_hash(prose: &str, word: &Word) -> u32 {
    if !word.ascii {
        return with_lower(&prose[word.span()], |lower| hash(lower.as_bytes()));
    }
    let (first, last) = ends(prose.as_bytes(), word.start as usize, word.end as usize);
    mix(ascii_in_lower_case(first), ascii_in_lower_case(last), word.span().len())
}

/// Eight bytes of ASCII, with small letters for capitals.
fn ascii_in_lower_case(eight: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    // The highest bit of each byte tells whether it is A or more, and whether it is more than Z.
    let (from_a, beyond_z) = (eight + EACH * (0x80 - 0x41), eight + EACH * (0x80 - 0x5B));
    eight | (from_a & !beyond_z & EACH << 7) >> 2
}

/// Calls `f` with the word in lower case; allocates for long words with capitals, and where these are beyond
/// ASCII.
pub(in crate::check) fn with_lower<R>(word: &str, f: impl FnOnce(&str) -> R) -> R {
    // Asked at once: where a word ends can't be foreseen, and each loop over it would go wrong there.
    let all = word.bytes().fold((true, false), |(ascii, capital), byte| {
        (ascii & byte.is_ascii(), capital | byte.is_ascii_uppercase())
    });
    match all {
        (true, false) => return f(word),
        (true, true) => {}
        (false, true) => return f(&lower(word)),
        (false, false) => match word.chars().any(char::is_uppercase) {
            true => return f(&lower(word)),
            false => return f(word),
        },
    }
    let mut place = [0; 32];
    let lower = place.get_mut(..word.len()).and_then(|lower| {
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        std::str::from_utf8(lower).ok()
    });
    match lower {
        Some(lower) => f(lower),
        None => f(&word.to_ascii_lowercase()),
    }
}

/// Which beginnings a set of words has, as far as a bit for each tells.
#[derive(Debug)]
pub(in crate::check) struct Beginnings([u64; 256]);

impl Default for Beginnings {
    fn default() -> Self {
        Beginnings([0; 256])
    }
}

impl Beginnings {
    /// Adds a word, or the beginning of words if it has four bytes or more.
    pub(in crate::check) fn add(&mut self, word: &str) {
        let at = beginning_in_lower_case(word);
        self.0[usize::from(at / 64) % 256] |= 1 << (at % 64);
    }

    /// Whether a word may be one of the set, also with capitals: false for most.
    #[inline]
    pub(in crate::check) fn has(&self, word: &Word) -> bool {
        self.0[usize::from(word.beginning / 64) % 256] >> (word.beginning % 64) & 1 == 1
    }
}

/// Which words a text has, as far as a bit for each tells.
#[derive(Debug)]
pub(in crate::check) struct Present([u64; 16]);

impl Present {
    pub(in crate::check) fn new(words: &[Word]) -> Self {
        let mut bits = [0; 16];
        for word in words {
            bits[word.hash as usize / 64 % 16] |= 1 << (word.hash % 64);
        }
        Present(bits)
    }

    /// Whether a word may be among them, written alike: false for most that are not.
    #[inline]
    pub(in crate::check) fn may_have(&self, word: &Word) -> bool {
        self.0[word.hash as usize / 64 % 16] >> (word.hash % 64) & 1 == 1
    }
}

/// Of 14 bits, of a word's first eight bytes; equal for beginnings that differ in ASCII case only.
fn beginning(first_eight: u64) -> u16 {
    // The bit that tells a capital is no great loss in others.
    ((first_eight as u32 | 0x2020_2020).wrapping_mul(0x9E37_79B1) >> 18) as u16
}

/// Whether characters begin in four bytes for which no bit tells a capital, as it does for those of Latin 1.
fn has_letters_beyond(four: u32) -> bool {
    // The bytes from C4 on.
    let any_of_four_bits = four << 2 | four << 3 | four << 4 | four << 5;
    four & four << 1 & any_of_four_bits & 0x8080_8080 != 0
}

/// The same where other capitals may stand in it.
fn beginning_in_lower_case(word: &str) -> u16 {
    let mut first = [0; 8];
    let mut length = 0;
    for c in word.chars().flat_map(char::to_lowercase).filter(|c| *c != POINT).take(4) {
        if let Some(place) = first.get_mut(length..length + c.len_utf8()) {
            c.encode_utf8(place);
        }
        length += c.len_utf8();
    }
    beginning(u64::from_le_bytes(first))
}

/// Of the first eight bytes, the last eight and the length: words differ in these.
pub(in crate::check) fn hash(word: &[u8]) -> u32 {
    let (first, last) = ends(word, 0, word.len());
    mix(first, last, word.len())
}

/// The eight bytes at a place, the first one lowest.
#[inline]
fn eight_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..).and_then(|rest| rest.first_chunk()).map(|eight| u64::from_le_bytes(*eight))
}

/// The first eight bytes of a word, zeros behind a shorter one, and the last eight of a longer one.
#[inline]
fn ends(bytes: &[u8], begin: usize, end: usize) -> (u64, u64) {
    let length = end - begin;
    let (Some(first), Some(last)) = (eight_at(bytes, begin), eight_at(bytes, end.saturating_sub(8))) else {
        return (bytes[begin..end].iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)), 0);
    };
    // What stands behind a short word is cut off.
    let behind = 8 - length.clamp(1, 8) as u32;
    (first & u64::MAX >> (8 * behind), last & u64::from(length > 8).wrapping_neg())
}

fn mix(first: u64, last: u64, length: usize) -> u32 {
    let mixed = (first ^ last.rotate_left(23) ^ (length as u64) << 58).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 32) as u32
}

/// Marks that stand on letters, as far as they occur in running text, and joiners inside words.
pub(in crate::check) fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36F | 0x483..=0x487 | 0x591..=0x5C7 | 0x610..=0x61A | 0x640 | 0x64B..=0x65F | 0x670
        | 0x6D6..=0x6DC | 0x900..=0x903 | 0x93A..=0x94F | 0xE31 | 0xE34..=0xE3A | 0xE47..=0xE4E | 0x200C..=0x200D | 0xAD
        // What Indian and Burmese scripts, Lao and Khmer write on a letter to part it from the next one.
        | 0x9BC | 0x9CD | 0xA3C | 0xA4D | 0xABC | 0xACD | 0xB3C | 0xB4D | 0xBCD | 0xC3C | 0xC4D | 0xCBC | 0xCCD | 0xD3B
        | 0xD3C | 0xD4D | 0xDCA | 0xEB8..=0xEBC | 0xEC8..=0xECD | 0x1037..=0x103A | 0x17C6..=0x17D3 | 0x17DD)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Text;
    use super::*;

    /// Words as one would find them, character by character.
    fn plainly(prose: &str) -> Vec<(Span, Script, bool, bool)> {
        let mut words: Vec<(Span, Script, bool, bool)> = Vec::new();
        let mut goes_on = false;
        for (at, c) in prose.char_indices() {
            let is_letter = script(c) != Script::Common;
            match words.last_mut().filter(|_| goes_on) {
                Some((span, _, _, ascii)) if is_letter || is_mark(c) => {
                    span.end = at + c.len_utf8();
                    *ascii &= c.is_ascii();
                }
                _ if is_letter => {
                    words.push((at..at + c.len_utf8(), script(c), c.is_uppercase(), c.is_ascii()));
                }
                _ => {}
            }
            goes_on = is_letter || goes_on && is_mark(c);
        }
        words
    }

    fn found(prose: &str) -> Vec<(Span, Script, bool, bool)> {
        words(prose).iter().map(|word| (word.span(), word.script, word.capital, word.ascii)).collect()
    }

    proptest! {
        #[test]
        fn words_are_found_many_letters_at_once(
            text in "(a|zZ|abcdefghijk|é|À|ß|ж|ё|ё|’|€|→| |1|-|@|\\[){0,60}(×|\u{301}|\u{200d}|ａ|文|ª|µ|\u{ad}|)\
                (a|zZ|abcdefghijk|é|À|×|ß|ж|ё|’| |1|-|@|\\[|\u{301}|\u{200d}|ａ|文|ª|µ|\u{ad}){0,24}",
        ) {
            prop_assert_eq!(found(&text), plainly(&text));
        }
    }

    #[test]
    fn each_character_is_known_wherever_it_stands_in_a_block() {
        for c in (0..0x3100).filter_map(char::from_u32) {
            for before in [0, 1, 61, 62, 63, 64] {
                let text = format!("{}a{c}b {c} c", " ".repeat(before));
                assert_eq!(found(&text), plainly(&text), "{c:?} behind {before} blanks");
            }
        }
    }

    #[test]
    fn words_are_found_with_what_is_known_of_them() {
        let text = Text::new("L’Été à Besançon, 3 œufs d'été; ÉTÉ");
        let words: Vec<(&str, bool, bool)> =
            text.words.iter().map(|word| (text.word(word), word.capital, word.ascii)).collect();
        let wanted = [
            ("L", true, true),
            ("Été", true, false),
            ("à", false, false),
            ("Besançon", true, false),
            ("œufs", false, false),
            ("d", false, true),
            ("été", false, false),
            ("ÉTÉ", true, false),
        ];
        assert_eq!(words, wanted);
        let mut summers = Beginnings::default();
        summers.add("été");
        let found: Vec<bool> = text.words.iter().map(|word| summers.has(word)).collect();
        assert_eq!(found, [false, true, false, false, false, false, true, true]);
    }

    #[test]
    fn capitals_have_the_beginnings_of_small_letters() {
        let capitals = (0..0x3100).filter_map(char::from_u32).filter(|c| c.is_uppercase());
        for word in capitals
            .flat_map(|c| [format!("{c}"), format!("{c}té été"), format!("Ab{c}e"), format!("ÀÉ{c}À")])
        {
            let text = Text::new(&word);
            let Some(found) = text.words.first() else { continue };
            let wanted = beginning_in_lower_case(text.word(found));
            assert_eq!(found.beginning, wanted, "{word}");
        }
    }

    #[test]
    fn capitals_have_the_hash_of_small_letters() {
        let text =
            Text::new("@A Z LES Les les ZÉRO Zéro Abcdefg ABCDEFGH AbcdefgHI ABCDEFGHIJKLMNOPQRSTUV é É İ");
        for word in &text.words {
            let small = lower(text.word(word));
            assert_eq!(lower_hash(&text.prose, word), hash(small.as_bytes()), "{small}");
        }
    }

    #[test]
    fn a_word_has_the_same_hash_alone_and_in_a_text() {
        let text = Text::new("a ab abc abcdefg abcdefgh abcdefghi abcdefghijklmnopqrstuv é");
        for word in &text.words {
            assert_eq!(word.hash, hash(text.word(word).as_bytes()), "{}", text.word(word));
        }
    }
}
