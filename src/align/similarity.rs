//! How much two sentences have in common, from 0 to 1.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::lists;
use super::spelling::without_accents;
use super::token::{Kind, tokens};

/// What a sentence is compared by: its words and its groups of three letters, each a sorted bag.
#[derive(Debug, Clone, Default)]
pub(super) struct Features {
    /// Hash of a word and its weight, by hash.
    words: Vec<(u64, u32)>,
    /// Hashes of the words that carry meaning, sorted.
    content: Vec<u64>,
    /// Hashes of groups of three letters, sorted.
    grams: Vec<u32>,
    /// Weight of all words.
    weight: u32,
}

/// Weights are whole numbers; so much more than they are given as.
const SCALE: u32 = 16;

pub(super) fn hash(value: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Whether a word, in small letters, says little about which sentence it stands in.
pub(super) fn is_light(word: &str) -> bool {
    lists::LIGHT_WORDS.contains(word) || word.ends_with('\'')
}

impl Features {
    /// Reads a sentence.
    pub(super) fn of(sentence: &str) -> Features {
        let mut features = Features::default();
        for token in tokens(sentence) {
            let (text, weight) = match token.kind {
                Kind::Punctuation | Kind::Markup => continue,
                Kind::Word => {
                    let lower = token.text.to_lowercase();
                    let word = without_accents(&lower);
                    let length = u32::try_from(word.chars().count()).unwrap_or(u32::MAX);
                    let weight = if is_light(&lower) { 1 } else { 2 + length.min(8) };
                    (word.into(), weight)
                }
                Kind::Number | Kind::Symbol => (token.text, 3),
                Kind::Verbatim(_) => (token.text, 5),
            };
            features.words.push((hash(text.as_str()), weight));
            if weight > 1 {
                features.content.push(hash(text.as_str()));
            }
            features.weight += weight;
            let mut last = [' ', ' '];
            for letter in text.chars().chain([' ']) {
                #[expect(clippy::cast_possible_truncation, reason = "half of the hash is enough")]
                features.grams.push(hash((last, letter)) as u32);
                last = [last[1], letter];
            }
        }
        features.words.sort_unstable();
        features.content.sort_unstable();
        features.content.dedup();
        features.grams.sort_unstable();
        features
    }

    /// With the weight of each word divided by how common it is among the sentences compared: in a list of
    /// sentences made alike, what tells them apart counts (inverse document frequency, Spärck Jones 1972).
    pub(super) fn weighed(mut self, common: impl Fn(u64) -> u32) -> Features {
        self.weight = 0;
        for (hash, weight) in &mut self.words {
            *weight = (*weight * SCALE) / (1 + common(*hash).max(1).ilog2());
            self.weight += *weight;
        }
        self
    }

    /// Two sentences one after the other.
    pub(super) fn joined(&self, other: &Features) -> Features {
        let mut words = [self.words.as_slice(), &other.words].concat();
        let mut grams = [self.grams.as_slice(), &other.grams].concat();
        words.sort_unstable();
        grams.sort_unstable();
        Features { words, content: Vec::new(), grams, weight: self.weight + other.weight }
    }

    /// What another sentence leaves of this one.
    pub(super) fn without(&self, other: &Features) -> Features {
        let words = left(&self.words, &other.words, |a, b| a.0.cmp(&b.0));
        let weight = words.iter().map(|&(_, weight)| weight).sum();
        let grams = left(&self.grams, &other.grams, u32::cmp);
        Features { words, content: Vec::new(), grams, weight }
    }

    /// How much this is of a whole, by the weight of the words.
    pub(super) fn share_of(&self, whole: &Features) -> f32 {
        ratio(self.weight, whole.weight)
    }

    /// How much of the words of another sentence stand in this one.
    pub(super) fn holds_words_of(&self, other: &Features) -> f32 {
        ratio(other.common_words(self), other.weight)
    }

    /// How much of the groups of three letters of another sentence stand in this one.
    pub(super) fn holds_letters_of(&self, other: &Features) -> f32 {
        ratio(self.common_letters(other), u32::try_from(other.grams.len()).unwrap_or(u32::MAX))
    }

    /// Hashes of the words that carry meaning, without repeats.
    pub(super) fn content(&self) -> &[u64] {
        &self.content
    }

    /// Weight of the words: nothing for a sentence of marks.
    pub(super) fn weight(&self) -> u32 {
        self.weight
    }

    /// Weight of the words that both have.
    pub(super) fn common_words(&self, other: &Features) -> u32 {
        let mut common = 0;
        meet(&self.words, &other.words, |&(_, weight)| common += weight);
        common
    }

    /// How much of the words that tell a sentence from those around it two sentences have in common.
    pub(super) fn words_alike(&self, other: &Features) -> f32 {
        ratio(2 * self.common_words(other), self.weight + other.weight)
    }

    /// How many groups of three letters both have.
    pub(super) fn common_letters(&self, other: &Features) -> u32 {
        let mut common = 0;
        meet(&self.grams, &other.grams, |_| common += 1);
        common
    }

    /// How much of their groups of three letters two sentences have in common: Dice's coefficient.
    pub(super) fn letters_alike(&self, other: &Features) -> f32 {
        let both = u32::try_from(self.grams.len() + other.grams.len()).unwrap_or(u32::MAX);
        ratio(2 * self.common_letters(other), both)
    }

    /// How much two sentences have in common, in words and in groups of three letters.
    pub(super) fn similarity(&self, other: &Features) -> f32 {
        0.5 * self.words_alike(other) + 0.5 * self.letters_alike(other)
    }
}

/// A share; 0 of nothing.
#[expect(clippy::cast_precision_loss, reason = "a share needs no more")]
pub(super) fn ratio(part: u32, whole: u32) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

/// What a sorted bag has and another has not.
fn left<T: Copy>(a: &[T], b: &[T], order: impl Fn(&T, &T) -> std::cmp::Ordering) -> Vec<T> {
    let mut rest = b.iter().peekable();
    let stays = |x: &&T| {
        while rest.next_if(|y| order(y, x).is_lt()).is_some() {}
        rest.next_if(|y| order(y, x).is_eq()).is_none()
    };
    a.iter().filter(stays).copied().collect()
}

/// Calls `each` for every element that two sorted bags share.
fn meet<T: Ord>(a: &[T], b: &[T], mut each: impl FnMut(&T)) {
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                each(x);
                i += 1;
                j += 1;
            }
        }
    }
}
