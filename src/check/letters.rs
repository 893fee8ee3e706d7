//! The letters that a language is written with.

use super::script::{Script, script};
use super::section::{SUPPLEMENT, section};

const LETTERS: &str = include_str!("data/letters.tsv");

/// The alphabet of a language, with the letters that its borrowed words bring along.
#[derive(Debug, Default)]
pub(super) struct Letters {
    /// What it is for; [`Script::Common`] if the alphabet is not known: then no letter is strange.
    script: Script,
    /// A bit for each character below U+0600 that is in it.
    low: [u64; 24],
    /// The others.
    high: Vec<char>,
}

impl Letters {
    /// The alphabet of `language` if it is written in `own`.
    pub(super) fn new(language: &str, own: Script) -> Letters {
        let mut letters = Letters::default();
        let row = |line: &'static str| line.strip_prefix(language)?.strip_prefix('\t');
        let Some(main) = LETTERS.lines().find_map(row) else { return letters };
        let of = main.chars().next().map_or(Script::Latin, script);
        if of != own {
            return letters;
        }
        letters.script = own;
        let borrowed = section(SUPPLEMENT, language).find_map(|line| line.strip_prefix("letters\t"));
        for letter in main.chars().chain(borrowed.unwrap_or_default().chars()) {
            match letters.low.get_mut(letter as usize / 64) {
                Some(bits) => *bits |= 1 << (letter as usize % 64),
                None => letters.high.push(letter),
            }
        }
        letters
    }

    /// The first small letter of a word that is of the language's script, and not of its alphabet.
    pub(super) fn first_strange(&self, word: &str) -> Option<char> {
        // Capitals inside a word are those of a text in the wrong encoding (`Ã©`).
        let is_strange =
            |letter: char| !self.has(letter) && script(letter) == self.script && letter.is_lowercase();
        let bytes = word.as_bytes();
        // Letters of two bytes that are in the alphabet, as most are, are known without a further look.
        let is_known = |at: usize| {
            let code = usize::from(bytes[at] & 0x1F) << 6 | usize::from(bytes[at + 1] & 0x3F);
            bytes[at] < 0xE0 && self.low.get(code / 64).is_some_and(|bits| bits >> (code % 64) & 1 == 1)
        };
        let begins = (0..bytes.len()).filter(|at| bytes[*at] >= 0xC0 && !is_known(*at));
        begins.filter_map(|at| word[at..].chars().next()).find(|&letter| is_strange(letter))
    }

    /// Whether a small letter beyond ASCII is in the alphabet.
    pub(super) fn has(&self, letter: char) -> bool {
        match self.low.get(letter as usize / 64) {
            Some(bits) => bits >> (letter as usize % 64) & 1 == 1,
            None => self.high.contains(&letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_neighbours_are_strange() {
        let czech = Letters::new("cs", Script::Latin);
        assert_eq!(czech.first_strange("řeka"), None);
        assert_eq!(czech.first_strange("rzeką"), Some('ą'));
        let russian = Letters::new("ru", Script::Cyrillic);
        assert_eq!(russian.first_strange("съёмка"), None);
        assert_eq!(russian.first_strange("їхати"), Some('ї'));
        let vietnamese = Letters::new("vi", Script::Latin);
        assert_eq!(vietnamese.first_strange("nước"), None);
    }

    #[test]
    fn other_scripts_and_unknown_languages_have_no_strange_letters() {
        assert_eq!(Letters::new("sr", Script::Latin).first_strange("čaj"), None);
        assert_eq!(Letters::new("xx", Script::Latin).first_strange("čaj"), None);
        assert_eq!(Letters::new("pl", Script::Latin).first_strange("чай"), None);
    }
}
