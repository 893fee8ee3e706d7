//! Headings, labels and buttons that are the French, word for word: « Mode d’emploi ».
//!
//! So short a text may as well be a name, a dish or a title, which stay. So it needs a word that only French has, and that
//! stands in menus of sites and tables of contents.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::check::scan::{Text, Word, lower, with_lower};

const HEADINGS: &str = include_str!("../data/headings.txt");

/// Words of the longest.
const LONGEST: usize = 6;

/// The words, and the whole texts, which stand behind `=`.
fn lines() -> impl Iterator<Item = &'static str> {
    HEADINGS.lines().filter(|line| !line.starts_with('#'))
}

fn words() -> &'static FxHashSet<&'static str> {
    static WORDS: OnceLock<FxHashSet<&str>> = OnceLock::new();
    WORDS.get_or_init(|| {
        lines().filter(|line| !line.starts_with('=')).flat_map(str::split_whitespace).collect()
    })
}

/// Whether a word, whatever its capitals, is one of those that French alone has.
pub(super) fn is_known(word: &str) -> bool {
    with_lower(word, |word| words().contains(word))
}

/// The same of a translation into a language: Danish and Norwegian ask people to *filtrer* and *valider*.
pub(super) fn is_known_in(language: &str, word: &str) -> bool {
    is_known(word) && !(word.ends_with("er") && matches!(language, "da" | "nb" | "nn" | "no"))
}

/// Whether a word asks readers to do something, as manuals do: choisissez, saisissez.
pub(super) fn is_request(word: &str) -> bool {
    word.ends_with("ez") && is_known(word)
}

/// Whether a text that is the French is one of those, or has such a word and no capital but at its head.
pub(super) fn is_heading(language: &str, text: &Text<'_>) -> bool {
    let is_acronym = |word: &Word| text.word(word).chars().nth(1).is_some_and(char::is_uppercase);
    let is_whole = || {
        let whole =
            lower(text.prose.trim_end_matches(|c: char| !c.is_alphanumeric())).replace('\u{2019}', "'");
        lines().filter_map(|line| line.strip_prefix("= ")).any(|line| line == whole)
    };
    (1..=LONGEST).contains(&text.words.len())
        && text.words[1..].iter().all(|word| !word.capital || is_acronym(word))
        && (text.words.iter().any(|word| is_known_in(language, text.word(word))) || is_whole())
}
