//! Lists of words by which rules know what a text says: of French, which is read in each pair, and of all other languages
//! together, where a word can be taken for no other one.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use super::section::section;

/// Each list has a name of its own among both.
const FILES: [&str; 2] = [include_str!("data/french.txt"), include_str!("data/words.txt")];

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
            let words: FxHashSet<&str> = FILES.into_iter().flat_map(|file| words(file, self.name)).collect();
            debug_assert!(!words.is_empty(), "no list is called {}", self.name);
            words
        })
    }
}

/// The words of a list in a file. The empty lines between lists hold none.
fn words(file: &'static str, name: &str) -> impl Iterator<Item = &'static str> + use<> {
    section(file, name).flat_map(|line| line.split(", ")).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_is_explained_and_holds_each_word_once_in_lower_case() {
        let mut names = FxHashSet::default();
        for file in FILES {
            let (head, lists) = file.split_at(file.find("\n[").expect("a list"));
            for name in lists.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']')) {
                assert!(head.contains(&format!("\n#   {name} ")) && names.insert(name), "{name}");
                let words: Vec<&str> = words(file, name).collect();
                assert!(
                    words.iter().all(|word| *word == word.to_lowercase() && !word.ends_with(',')),
                    "{name}"
                );
                let list: FxHashSet<&str> = words.iter().copied().collect();
                assert_eq!(list.len(), words.len(), "{name}");
            }
        }
    }
}
