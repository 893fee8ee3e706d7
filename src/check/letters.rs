//! The letters that a language is written with.

use std::sync::OnceLock;

use super::scan::Word;
use super::script::{Script, script};
use super::section::{SUPPLEMENT, section};
use crate::text::block::{Block, Places};

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

    /// The small letters of a text that are of the language's script, and not of its alphabet, and where they stand.
    pub(super) fn strange<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, char)> + 't {
        letters_at_most(text).filter_map(|at| Some((at, self.strange_at(text, at)?)))
    }

    /// The words of a text that have such letters, each with the first of them.
    pub(super) fn strange_words<'w>(
        &self,
        text: &str,
        words: &'w [Word],
        mut take: impl FnMut(&'w Word, char),
    ) {
        let mut letters = letters_at_most(text);
        let mut words = words.iter();
        while let Some(at) = letters.next() {
            let Some(letter) = self.strange_at(text, at) else { continue };
            // Letters stand in words.
            let Some(word) = words.find(|word| at < word.span().end) else { break };
            take(word, letter);
            letters.skip_to(word.span().end);
        }
    }

    #[inline]
    fn strange_at(&self, text: &str, at: usize) -> Option<char> {
        if self.is_known(text.as_bytes(), at) {
            return None;
        }
        // Capitals inside a word are those of a text in the wrong encoding (`Ã©`).
        let is_strange =
            |letter: &char| !self.has(*letter) && script(*letter) == self.script && letter.is_lowercase();
        text[at..].chars().next().filter(is_strange)
    }

    /// The first of them in a word.
    pub(super) fn first_strange(&self, word: &str) -> Option<char> {
        self.strange(word).next().map(|(_, letter)| letter)
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

/// The Cyrillic alphabets, each with its language.
fn cyrillic() -> &'static [(&'static str, Letters)] {
    static ALL: OnceLock<Vec<(&str, Letters)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let languages = LETTERS.lines().filter_map(|line| Some(line.split_once('\t')?.0));
        let all = languages.map(|language| (language, Letters::new(language, Script::Cyrillic)));
        all.filter(|(_, letters)| letters.script == Script::Cyrillic).collect()
    })
}

/// The languages of Cyrillic letters that some words of a text can't be in: Ukrainian has `і` and `є`, Russian has not.
pub(super) fn cyrillic_without<'w>(
    words: impl Iterator<Item = &'w str> + Clone,
) -> impl Iterator<Item = &'static str> {
    let lacks = move |letters: &Letters| words.clone().any(|word| letters.first_strange(word).is_some());
    cyrillic().iter().filter(move |(_, letters)| lacks(letters)).map(|(language, _)| *language)
}

/// Where characters beyond ASCII begin, but for those of typography.
fn letters_at_most(text: &str) -> Places<'_, impl Fn(&Block) -> u64> {
    Places::new(text, |block: &Block| {
        if block.beyond_ascii() == 0 {
            return 0;
        }
        let blanks_and_quotes = block.equal(0xA0) | block.equal(0xAB) | block.equal(0xBB);
        let signs = block.equal(0xC2) & blanks_and_quotes >> 1 | block.punctuation();
        block.within(0xC0, 0xFF) & !signs
    })
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
    fn strange_letters_are_told_with_their_places() {
        let german = Letters::new("de", Script::Latin);
        assert_eq!(german.strange("„Über Größe“ \u{a0}– réel ŘEKA").collect::<Vec<_>>(), []);
        assert_eq!(german.strange("Über řeka, jeż").collect::<Vec<_>>(), [(6, 'ř'), (15, 'ż')]);
    }
}
