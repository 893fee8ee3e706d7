//! The small words of languages (`the`, `und`, `że`), by which languages of one script are told apart.

use std::sync::OnceLock;

use super::scan::{self, Text, Word};
use super::section::{SUPPLEMENT, section};
use crate::text::block::lowest;

const FUNCTION_WORDS: &str = include_str!("data/function_words.tsv");

struct Vocabulary {
    languages: Vec<&'static str>,
    /// Hashes of words, and a bit for each language that has the word, in a table with free places (0):
    /// [`scan::hash`] is at hand for each word of a text. No two words of the lists have the same.
    places: Box<[(u32, u64); PLACES]>,
    /// A bit for each hash that a word of the lists has, as far as 16 bits of it tell: most words of a text end here,
    /// and the tables are too large for a processor's nearest memory.
    known: [u64; 1 << 10],
}

/// Places of the table: several for each word.
const PLACES: usize = 1 << 15;

fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let mut vocabulary =
            Vocabulary { languages: Vec::new(), places: Box::new([(0, 0); PLACES]), known: [0; 1 << 10] };
        for (language, words) in function_words().take(64) {
            let bit = 1 << vocabulary.languages.len();
            vocabulary.languages.push(language);
            for word in words {
                let hash = scan::hash(word.as_bytes());
                let at = vocabulary.place(hash);
                vocabulary.places[at].0 = hash;
                vocabulary.places[at].1 |= bit;
                vocabulary.known[hash as usize >> 22] |= 1 << (hash >> 16 & 63);
            }
        }
        vocabulary
    })
}

/// The small words of each language.
fn function_words() -> impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)> {
    let lines = FUNCTION_WORDS.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).map(|(language, list)| {
        let more = section(SUPPLEMENT, language).filter_map(|line| line.strip_prefix("small\t"));
        (language, list.split(' ').chain(more.flat_map(|words| words.split('\t'))))
    })
}

impl Vocabulary {
    /// Where the word of a hash is, or would be.
    fn place(&self, hash: u32) -> usize {
        let mut at = hash as usize % PLACES;
        while self.places[at].0 != 0 && self.places[at].0 != hash {
            at = (at + 1) % PLACES;
        }
        at
    }

    /// Whether the word of a hash may be in a list: false for most that are in none.
    #[inline]
    fn may_have(&self, hash: u32) -> bool {
        self.known[hash as usize >> 22] >> (hash >> 16 & 63) & 1 == 1
    }

    #[inline]
    fn meaning(&self, hash: u32) -> u64 {
        if self.may_have(hash) { self.places[self.place(hash)].1 } else { 0 }
    }
}

/// The language of a bit in [`meanings`], by its place.
pub(super) fn language(place: usize) -> &'static str {
    vocabulary().languages.get(place).copied().unwrap_or_default()
}

/// The languages of these bits in [`meanings`].
pub(super) fn languages(mut bits: u64) -> impl Iterator<Item = &'static str> {
    std::iter::from_fn(move || (bits != 0).then(|| language(lowest(&mut bits))))
}

/// The bit of a language in [`meanings`]; 0 if it has no list.
pub(super) fn bit(language: &str) -> u64 {
    vocabulary().languages.iter().position(|known| *known == language).map_or(0, |at| 1 << at)
}

/// The languages in which a word of a text is a small word, if it is in lower case.
#[inline]
pub(super) fn meanings(word: &Word) -> u64 {
    vocabulary().meaning(word.hash)
}

/// The same, also of a word with capitals.
pub(super) fn meanings_in_lower_case(text: &Text<'_>, word: &Word) -> u64 {
    vocabulary().meaning(text.lower_hash(word))
}

/// Gives `take` the words without a capital that may be small words, by their places, with their [`meanings`].
///
/// Which words these are can't be foreseen, by a processor neither: so it is asked of many, before any is looked up.
#[inline]
pub(super) fn small_words(words: &[Word], mut take: impl FnMut(usize, u64)) {
    const MANY: usize = u64::BITS as usize;
    let vocabulary = vocabulary();
    for (begin, many) in words.chunks(MANY).enumerate() {
        let may_be = many.iter().map(|word| u64::from(!word.capital & vocabulary.may_have(word.hash)));
        let mut bits = may_be.enumerate().fold(0, |bits, (at, bit)| bits | bit << at);
        while bits != 0 {
            let at = lowest(&mut bits);
            take(MANY * begin + at, vocabulary.meaning(many[at].hash));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn no_two_small_words_share_a_hash() {
        let mut words: HashMap<u32, &str> = HashMap::new();
        for word in function_words().flat_map(|(_, words)| words) {
            let hash = scan::hash(word.as_bytes());
            assert_ne!(hash, 0, "{word} has the hash of a free place");
            let other = words.insert(hash, word);
            assert!(other.is_none_or(|other| other == word), "{word} and {other:?}");
        }
        assert!(words.len() * 2 < PLACES);
    }
}
