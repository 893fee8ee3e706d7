//! Marks and small letters within names: « Ha! Ha! », « npm », « la lauréate est… Agathe ! »

use super::decide::Decider;
use super::ending::Stop;
use super::following::{Next, is_name_alone, word_at};
use super::preceding::{Word, last_word};
use super::slip;

impl Decider<'_, '_> {
    /// Whether the mark stands within a name, and a word of the same sentence right before it.
    pub(super) fn exclaims_inside(&self, stop: usize, next: Next) -> bool {
        let Next::Capital(at) = next else { return false };
        let before = self.view.text[self.sentence.start.min(stop)..stop].trim_end();
        let word = last_word(before);
        if !self.lexicon.exclaims_inside(word, word_at(self.view, at)) {
            return false;
        }
        let before = &before[..before.len() - word.len()];
        let joined =
            before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '‑' | '\'' | '’' | 'ʼ'));
        joined.len() < before.len() && joined.ends_with(char::is_alphanumeric)
    }

    /// Whether nothing but a name follows a word that hardly ends a sentence: « La lauréate est… Agathe ! »
    pub(super) fn is_awaited(&self, stop: usize, next: Next) -> bool {
        let Next::Capital(at) = next else { return false };
        let before = self.view.text[self.sentence.start.min(stop)..stop].trim_end();
        self.lexicon.is_unfinished(last_word(before))
            && !self.lexicon.greets(word_at(self.view, at))
            && is_name_alone(self.view, at, &['.', '!', '?', '…'])
    }

    /// Whether a name that keeps its small letter opens a sentence behind a word that is no abbreviation.
    pub(super) fn is_small_name(&self, stop: usize, at: usize) -> bool {
        if !self.lexicon.is_small_name(word_at(self.view, at)) {
            return false;
        }
        let word = Word::before(self.view, &self.sentence, stop);
        // « Il lit Node.js. npm l’installe. »
        let is_file = || word.text.rsplit_once('.').is_some_and(|(_, end)| self.lexicon.is_extension(end));
        slip::is_word_before(&word, self.lexicon, Stop::Full) || is_file()
    }
}
