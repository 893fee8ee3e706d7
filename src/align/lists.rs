//! The word lists of the verdict: data that a linguist may correct (`data/*.txt`, each with its source).

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// Words that deny or restrict.
pub(super) static NEGATIONS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| words(include_str!("data/negations.txt")).collect());

/// Words that answer a question.
pub(super) static ANSWERS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| words(include_str!("data/answers.txt")).collect());

/// Numbers of order in letters.
pub(super) static ORDINALS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| words(include_str!("data/ordinals.txt")).collect());

/// Numbers in letters.
pub(super) static NUMBER_WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let numbers = words(include_str!("data/number_words.txt"));
    numbers.chain(words(include_str!("data/ordinals.txt"))).collect()
});

/// Months, days and the like.
pub(super) static DATES: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| words(include_str!("data/dates.txt")).collect());

/// Articles, pronouns and the like.
pub(super) static FUNCTION_WORDS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| words(include_str!("data/function_words.txt")).collect());

/// Words that say little about which sentence a sentence is.
pub(super) static LIGHT_WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let light = words(include_str!("data/light_words.txt"));
    let function = words(include_str!("data/function_words.txt"));
    light.chain(function).chain(words(include_str!("data/ordinals.txt"))).collect()
});

/// Words that a capital makes another one.
pub(super) static CAPITALS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| words(include_str!("data/capitals.txt")).collect());

/// Pairs that an accent tells apart.
pub(super) static HOMOGRAPHS: LazyLock<FxHashSet<(&str, &str)>> =
    LazyLock::new(|| pairs(include_str!("data/homographs.txt")).collect());

/// Pairs that a letter tells apart.
pub(super) static PARONYMS: LazyLock<FxHashSet<(&str, &str)>> =
    LazyLock::new(|| pairs(include_str!("data/paronyms.txt")).collect());

/// Two spellings of one word.
pub(super) static SPELLINGS: LazyLock<FxHashSet<(&str, &str)>> =
    LazyLock::new(|| pairs(include_str!("data/spellings.txt")).collect());

/// The letters of words that a space or hyphen makes other words, without it.
pub(super) static JOINED: LazyLock<FxHashMap<String, &str>> = LazyLock::new(|| {
    words(include_str!("data/joined.txt"))
        .filter_map(|line| Some((line.split_once(' ')?.1, line)))
        .map(|(apart, line)| (apart.chars().filter(|c| c.is_alphanumeric()).collect(), line))
        .collect()
});

/// Whether a list of pairs holds these two, in either order.
pub(super) fn holds(list: &FxHashSet<(&str, &str)>, a: &str, b: &str) -> bool {
    list.contains(&(a, b)) || list.contains(&(b, a))
}

fn words(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn pairs(data: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    words(data).filter_map(|line| line.split_once(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_a_list_of_pairs_is_a_pair_of_different_words() {
        for list in [&*HOMOGRAPHS, &*PARONYMS, &*SPELLINGS] {
            for (a, b) in list {
                assert!(a != b && !b.contains(' '), "{a} {b}");
            }
        }
        assert!(JOINED.contains_key("plustôt") && JOINED.contains_key("quoique"));
    }
}
