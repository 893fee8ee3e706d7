//! Words of French by which rules know what was left in a translation, and what the French quotes.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use super::section::section;

const FRENCH: &str = include_str!("data/french.txt");

/// A list of words or phrases, in lower case.
pub(super) struct Words {
    name: &'static str,
    words: OnceLock<FxHashSet<&'static str>>,
}

impl Words {
    /// The list of this name.
    pub(super) const fn of(name: &'static str) -> Words {
        Words { name, words: OnceLock::new() }
    }

    /// Whether a word is one of them.
    pub(super) fn has(&self, word: &str) -> bool {
        self.all().contains(word)
    }

    /// All of them, in any order.
    pub(super) fn all(&self) -> &FxHashSet<&'static str> {
        self.words.get_or_init(|| {
            let words: FxHashSet<&str> =
                section(FRENCH, self.name).flat_map(|line| line.split(", ")).collect();
            debug_assert!(!words.is_empty(), "no list is called {}", self.name);
            words
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_is_explained_and_holds_each_word_once_in_lower_case() {
        let (head, lists) = FRENCH.split_at(FRENCH.find("\n[").expect("a list"));
        for name in lists.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']')) {
            assert!(head.contains(&format!("\n#   {name} ")), "{name}");
            let words: Vec<&str> = section(FRENCH, name).flat_map(|line| line.split(", ")).collect();
            assert!(words.iter().all(|word| *word == word.to_lowercase() && !word.ends_with(',')), "{name}");
            let list: FxHashSet<&str> = words.iter().copied().collect();
            assert_eq!(list.len(), words.len(), "{name}");
        }
    }
}
