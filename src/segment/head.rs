//! What stands at the head of a sentence and belongs to it: who speaks (« LE ROI. – Parlez »), where from
//! (« GENÈVE, 3 oct. – La conférence »).

use super::decide::Decider;
use super::following::{Next, word_at};
use super::lexicon::Class;
use super::preceding::{Word, is_in_capitals};

/// Bytes of the longest head.
const LONGEST: usize = 80;

/// Words of the longest name in it.
const WORDS: usize = 6;

impl Decider<'_, '_> {
    /// Whether a name in capitals, or a place and a date, is all that stands in the sentence before the stop, and
    /// behind it a dash and what is said, not in capitals.
    pub(super) fn is_head(&self, stop: usize, next: Next, opener: Option<char>) -> bool {
        if !matches!(opener, Some('–' | '—' | '-')) || stop - self.sentence.start > LONGEST {
            return false;
        }
        let is_said = match next {
            Next::Capital(at) => !is_in_capitals(word_at(self.view, at)),
            Next::Brand | Next::Digit(_) | Next::Address | Next::Atom => true,
            Next::Small | Next::Mark | Next::End => false,
        };
        let before = self.view.text[self.sentence.start..stop].trim_start_matches([' ', '*', '_']);
        is_said && (self.is_name_in_capitals(before) || self.is_dateline(before, stop))
    }

    /// Whether a place and a day end in the abbreviation before the stop: « Genève, 3 oct. »
    fn is_dateline(&self, before: &str, stop: usize) -> bool {
        let place = before.split_once(',').map_or("", |(place, _)| place);
        let names = |word: &str| word.starts_with(char::is_uppercase);
        let word = Word::before(self.view, &self.sentence, stop);
        place.split([' ', '-']).all(names)
            && word.is_after_number(self.view)
            && self.lexicon.abbreviation(word.text, false).is_some()
    }
    /// Whether a text is a name in capitals, perhaps a title before it, and what its comma or parenthesis adds:
    /// « LE ROI, à part », « Mme P. VIAL », « MARSEILLE, 3 mars (APM) ».
    fn is_name_in_capitals(&self, text: &str) -> bool {
        let end = text.find([',', '(']).unwrap_or(text.len());
        let between = |c: char| c.is_whitespace() || matches!(c, '.' | '-' | '‑' | '\'' | '’' | '*' | '_');
        let mut words = 0;
        let mut whole = false;
        for word in text[..end].split(between).filter(|word| !word.is_empty()) {
            words += 1;
            let is_title = || self.lexicon.abbreviation(word, false) == Some(Class::Title);
            let is_number = || word.starts_with(|c: char| c.is_ascii_digit());
            if words > WORDS || !(word.chars().all(char::is_uppercase) || is_number() || is_title()) {
                return false;
            }
            whole |= is_in_capitals(word);
        }
        whole
    }
}
