//! The letters that a language is written with.

use super::scan::wide_characters;
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
        let small = || main.chars().chain(borrowed.unwrap_or_default().chars());
        // Capitals are never strange.
        for letter in small().chain(small().flat_map(char::to_uppercase)) {
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
        let begins = (0..bytes.len()).filter(|at| bytes[*at] >= 0xC0 && !self.is_known(bytes, *at));
        begins.filter_map(|at| word[at..].chars().next()).find(|&letter| is_strange(letter))
    }

    /// Whether a word of the text may have such a letter: false for most texts of the language.
    pub(super) fn may_be_strange(&self, prose: &str) -> bool {
        let bytes = prose.as_bytes();
        let is_sign = |at: usize| match (bytes[at], bytes[at + 1]) {
            // Signs of Latin 1, but for ª, µ and º; dashes, quotation marks, blanks.
            (0xC2, second) => !matches!(second, 0xAA | 0xB5 | 0xBA),
            (first, second) => (first, second) == (0xE2, 0x80),
        };
        wide_characters(prose).any(|at| !self.is_known(bytes, at) && !is_sign(at))
    }

    /// Whether the character that begins at a byte is a letter of two bytes that is in the alphabet, as most are: known
    /// without a further look.
    fn is_known(&self, bytes: &[u8], at: usize) -> bool {
        let code = usize::from(bytes[at] & 0x1F) << 6 | usize::from(bytes[at + 1] & 0x3F);
        bytes[at] < 0xE0 && self.low.get(code / 64).is_some_and(|bits| bits >> (code % 64) & 1 == 1)
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

    #[test]
    fn no_text_with_a_strange_letter_is_taken_for_one_without() {
        for (language, script) in [("de", Script::Latin), ("cs", Script::Latin), ("ru", Script::Cyrillic)] {
            let letters = Letters::new(language, script);
            for word in ('\u{80}'..='\u{3000}').map(|letter| format!("a{letter}")) {
                let is_strange = letters.first_strange(&word).is_some();
                assert!(!is_strange || letters.may_be_strange(&word), "{language}: {word}");
            }
            assert!(!letters.may_be_strange("« Das \u{a0}– ‘is’ — …»"));
        }
        let german = Letters::new("de", Script::Latin);
        assert!(!german.may_be_strange("„Über Größe“"));
        assert!(german.may_be_strange("Über řeka"));
    }
}
