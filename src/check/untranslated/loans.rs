//! Phrases of French that other languages took over: à la carte, mise en scène, pains au chocolat.
//!
//! They have the small words that otherwise show that a passage was left, and stand in translations by right.

use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::between::is_parted;
use crate::check::scan::{Text, with_lower};

const LOANS: &str = include_str!("../data/loans.txt");

/// Words of the longest phrase.
const LONGEST: usize = 8;

/// The phrases by their first word, each as its other words.
type Loans = FxHashMap<&'static str, Vec<Vec<&'static str>>>;

fn loans() -> &'static Loans {
    static ALL: OnceLock<Loans> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Loans::default();
        let lines = LOANS.lines().filter(|line| !line.starts_with('#'));
        for phrase in lines.flat_map(|line| line.split(", ")) {
            let mut words = phrase.split([' ', '\'']).map(singular);
            all.entry(words.next().unwrap_or_default()).or_default().push(words.collect());
        }
        all
    })
}

/// A word without the ending of the plural. Those that end so in the singular lose it, too: both sides do.
fn singular(word: &str) -> &str {
    word.strip_suffix(['s', 'x']).filter(|stem| stem.len() > 2).unwrap_or(word)
}

/// How many words from `at` on, within a run, are such a phrase; 0 if none.
fn length(text: &Text<'_>, at: usize, end: usize) -> usize {
    let is_word =
        |at: usize, loan: &str| with_lower(text.word(&text.words[at]), |word| singular(word) == loan);
    let phrases = with_lower(text.word(&text.words[at]), |word| loans().get(singular(word)));
    let is_here = |rest: &&Vec<&str>| {
        at + rest.len() < end
            && rest.iter().zip(at + 1..).all(|(loan, at)| !is_parted(text, at) && is_word(at, loan))
    };
    phrases.into_iter().flatten().filter(is_here).map(|rest| rest.len() + 1).max().unwrap_or(0)
}

/// The parts of a run of words between its borrowed phrases: the whole run where there is none.
pub(super) fn parts_without(text: &Text<'_>, run: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let (mut parts, mut begin, mut at) = (Vec::new(), run.start, run.start);
    while at < run.end {
        let length = length(text, at, run.end);
        if length > 0 {
            parts.push(begin..at);
            begin = at + length;
        }
        at += length.max(1);
    }
    parts.push(begin..run.end);
    parts.into_iter()
}

/// Whether a word is one of a borrowed phrase.
pub(in crate::check) fn is_borrowed(text: &Text<'_>, at: usize) -> bool {
    let end = text.words.len().min(at + LONGEST);
    (at.saturating_sub(LONGEST - 1)..=at).any(|begin| begin + length(text, begin, end) > at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_two_words_or_more_in_lower_case() {
        for (first, others) in
            loans().iter().flat_map(|(first, all)| all.iter().map(move |rest| (first, rest)))
        {
            let phrase = format!("{first} {}", others.join(" "));
            assert_eq!(phrase, phrase.to_lowercase());
            assert!((1..LONGEST).contains(&others.len()), "{phrase}");
        }
    }

    #[test]
    fn a_word_is_borrowed_with_the_others_of_its_phrase() {
        let text = Text::new("Ze verkopen pains au chocolat, au chocolat");
        let borrowed: Vec<usize> = (0..text.words.len()).filter(|at| is_borrowed(&text, *at)).collect();
        assert_eq!(borrowed, [2, 3, 4]);
    }
}
