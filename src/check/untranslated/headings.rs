//! Headings, labels and buttons that are the French, word for word: « Mode d’emploi ».
//!
//! So short a text may as well be a name, a dish or a title, which stay. So it needs a word that only French has, and that
//! stands in menus of sites and tables of contents.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::check::scan::{Text, lower};

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

/// Whether a text that is the French is one of those, or has such a word and no capital but at its head.
pub(super) fn is_heading(text: &Text<'_>) -> bool {
    let is_word = |at: usize| words().contains(lower(text.word(&text.words[at])).as_str());
    let is_whole = || {
        let whole =
            lower(text.prose.trim_end_matches(|c: char| !c.is_alphanumeric())).replace('\u{2019}', "'");
        lines().filter_map(|line| line.strip_prefix("= ")).any(|line| line == whole)
    };
    (1..=LONGEST).contains(&text.words.len())
        && text.words[1..].iter().all(|word| !word.capital)
        && ((0..text.words.len()).any(is_word) || is_whole())
}
