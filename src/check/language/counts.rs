//! How many small words of a text each language has, and how many words have letters that its own lacks.

use std::sync::OnceLock;

use super::is_kept;
use super::telling::{is_in_name, says_nothing};
use crate::check::codes::recognised_languages;
use crate::check::letters::cyrillic_without;
use crate::check::scan::{Word, with_lower};
use crate::check::script::Script;
use crate::check::{Pair, vocabulary};
use crate::text::block::lowest;

/// Small words of a text, by language.
pub(super) struct Counts {
    /// Words that the target's language has.
    pub(super) own: u32,
    /// The other languages that have all of these words, as far as texts in them are recognised: the text may be of them.
    pub(super) also: u64,
    /// Words that another language has and the target's has not, by language.
    others: [u32; 64],
    /// The most of these.
    pub(super) most: u32,
    /// Words without a capital.
    pub(super) small: u32,
    /// Of these, those with a letter that the target's language isn't written with.
    pub(super) strange: u32,
    pub(super) letters: Letters,
    /// Whether the first word, with a capital, is a small word of another language.
    pub(super) is_begun_otherwise: bool,
}

/// Up to three letters that a language isn't written with.
pub(super) type Letters = [Option<char>; 3];

impl Counts {
    /// Adds a word of these other languages.
    fn add(&mut self, mut languages: u64) {
        while languages != 0 {
            let count = &mut self.others[lowest(&mut languages)];
            *count += 1;
            self.most = self.most.max(*count);
        }
    }

    /// The languages that have the most, English first: it is what mostly stands where nobody translated.
    pub(super) fn likeliest(&self) -> impl Iterator<Item = usize> {
        let english = vocabulary::bit("en").trailing_zeros() as usize;
        let others = (0..self.others.len()).filter(move |at| *at != english);
        std::iter::once(english).chain(others).filter(|at| self.others.get(*at) == Some(&self.most))
    }

    /// Takes these languages away.
    fn take_away(&mut self, mut languages: u64) {
        while languages != 0 {
            self.others[lowest(&mut languages)] = 0;
        }
        self.most = self.others.iter().copied().max().unwrap_or(0);
    }
}

/// The languages whose texts are recognised by groups of letters.
fn recognised() -> u64 {
    static RECOGNISED: OnceLock<u64> = OnceLock::new();
    *RECOGNISED
        .get_or_init(|| recognised_languages().fold(0, |all, language| all | vocabulary::bit(language)))
}

/// The other languages of Cyrillic letters that a text can't be in, as it has letters that they lack.
fn impossible(pair: &Pair<'_>) -> u64 {
    let text = &pair.translation;
    // The letters of a name say as much as those of a word: none has this in Russian.
    let words = text.words.iter().filter(|word| !word.ascii).map(|word| text.word(word));
    cyrillic_without(words).fold(0, |all, language| all | vocabulary::bit(language)) & !pair.target.vocabulary
}

/// How many words without a capital have a letter that the language isn't written with, and such letters.
pub(super) fn strange_words(pair: &Pair<'_>) -> (u32, Letters) {
    let text = &pair.translation;
    let (mut strange, mut asked, mut letters) = (0, 0, Letters::default());
    pair.target.letters.strange_words(&text.prose, &text.words, |word, letter| {
        if word.capital {
            return;
        }
        asked += 1;
        if asked <= MOST_OF_FRENCH && has_ending_of_its_own(pair, word) {
            return;
        }
        strange += 1;
        if !letters.contains(&Some(letter))
            && let Some(place) = letters.iter_mut().find(|place| place.is_none())
        {
            *place = Some(letter);
        }
    });
    (strange, letters)
}

/// Words of a text of which it is asked whether they are of the French: each looks through that.
const MOST_OF_FRENCH: usize = 3;

/// Whether a word is one of the French with an ending of the translation's language: *crème brûléen*.
fn has_ending_of_its_own(pair: &Pair<'_>, word: &Word) -> bool {
    /// Letters of the ending at most.
    const ENDING: usize = 3;
    let (french, written) = (&pair.source.text, pair.translation.word(word));
    // Hardly any is of both.
    let mut stems = french.words.iter().filter(|stem| !stem.ascii && stem.begins_like(word));
    stems.any(|stem| {
        let ending = written.strip_prefix(french.word(stem));
        ending.is_some_and(|ending| (1..=ENDING).contains(&ending.chars().count()))
    })
}

/// Counts the small words of a translation that has `small` words without a capital.
pub(super) fn count(pair: &Pair<'_>, small: u32, (strange, letters): (u32, Letters)) -> Counts {
    let (text, target) = (&pair.translation, pair.target);
    let own = target.vocabulary;
    let mut counts = Counts {
        own: 0,
        also: u64::MAX,
        others: [0; 64],
        most: 0,
        small,
        strange,
        letters,
        is_begun_otherwise: false,
    };
    // The first word has a capital because it is the first.
    if let Some(first) = text.words.first().filter(|word| word.capital) {
        let bits = vocabulary::meanings_in_lower_case(text, first);
        if bits & own != 0 {
            counts.own += 1;
            counts.also &= bits;
        }
        counts.is_begun_otherwise = bits != 0 && bits & own == 0;
    }
    // The languages that have small words inside names.
    let mut in_names = Vec::new();
    vocabulary::small_words(&text.words, |at, bits| {
        if bits & own != 0 {
            counts.own += 1;
            counts.also &= bits;
            return;
        }
        if bits == 0 {
            return;
        }
        if says_nothing(pair, at) {
            if is_in_name(text, at) && !is_kept(pair, at) && !is_name_of_french(pair, at) {
                in_names.push(bits);
            }
            return;
        }
        // An address in French is in no other language.
        counts.add(if is_copied(pair, at) { bits & vocabulary::bit("fr") } else { bits });
    });
    if pair.target.script == Script::Cyrillic && counts.strange == 0 && counts.most > 0 {
        counts.take_away(impossible(pair));
    }
    // No word is the target's alone: so these are no names, but the nouns of German.
    for bits in in_names {
        counts.add(bits & counts.also);
    }
    counts.also &= recognised() & !own;
    // The first word may be a name: it only adds to others, and where nothing speaks for the target's language.
    if counts.own == 0
        && counts.strange == 1
        && let Some(first) = text.words.first().filter(|word| word.capital && !word.ascii)
        && with_lower(text.word(first), |lower| target.letters.first_strange(lower)).is_some()
    {
        counts.strange += 1;
    }
    counts
}

/// Whether a word stands among two others as in the French, letter for letter: an address, which is not translated. Few
/// words are asked: apart from the loop over all.
#[inline(never)]
fn is_copied(pair: &Pair<'_>, at: usize) -> bool {
    /// Bytes of a French text that is looked through for each such word.
    const MOST: usize = 4096;
    const WORDS: usize = 3;
    let (text, french) = (&pair.translation, pair.source.text.raw);
    let is_there = |words: &[Word]| {
        let span = words[0].span().start..words[WORDS - 1].span().end;
        french.contains(&text.prose[span])
    };
    let near = at.saturating_sub(WORDS - 1)..text.words.len().min(at + WORDS);
    pair.source.has(&text.words[at]) && french.len() <= MOST && text.words[near].windows(WORDS).any(is_there)
}

/// Whether a name around the small word at `at` is of the French, too, as far as small words join its words. German
/// has capitals on all nouns: they are none.
fn is_name_of_french(pair: &Pair<'_>, at: usize) -> bool {
    let words = &pair.translation.words;
    let in_french = |word: &&Word| {
        word.capital && (pair.source.has(word) || pair.source.has_hash(pair.translation.lower_hash(word)))
    };
    let is_joined = |word: &&Word| word.capital || vocabulary::meanings(word) != 0;
    let before = words[..at].iter().rev().take_while(is_joined).take(MOST_OF_NAME);
    let after = words[at + 1..].iter().take_while(is_joined).take(MOST_OF_NAME);
    before.chain(after).any(|word| in_french(&word))
}

/// Words of a name on each side of one of them.
const MOST_OF_NAME: usize = 8;
