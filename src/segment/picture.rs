//! Emoji and faces (`:-)`) that end a sentence which has no mark.

use super::decide::{Decider, Decision};
use super::emoticon;
use super::ending::{final_pictures, is_picture};
use super::following::{Following, Next, opens, word_at};
use super::reason::Reason;
use super::view::Seen;

impl Decider<'_, '_> {
    /// Decides about the emoji at `at`, which no mark stands before: they end the sentence where a word follows
    /// that opens sentences (« On part 🚗 À demain »), and are in it before any other (« Joyeuse fête 🎂
    /// Léa ! »). `mark` is the next mark that is none. `None` if the sentence goes on.
    pub(super) fn decide_picture(&mut self, at: usize, mark: Option<usize>) -> Option<Decision> {
        if !matches!(self.view.forward(at).0, Seen::Character(c) if is_picture(c)) {
            return None;
        }
        // « 🚗 Voiture 🏠 La maison » are items.
        self.is_led_by_picture |= !self.sentence.has_word_before(at);
        if self.is_led_by_picture {
            return None;
        }
        let end = final_pictures(self.view, self.sentence.start, at)?;
        let Following { next: Next::Capital(place), opener: None, .. } = Following::behind(self.view, end)
        else {
            return None;
        };
        // « Le chat 🐱 Le chien 🐶 » are items, too: the sentence that follows has its mark.
        let rest = self.view.text.get(end..mark?)?;
        if rest.contains(is_picture) {
            return None;
        }
        self.sentence.read(at);
        let inside = self.view.is_inside(end)
            || self.sentence.is_in_code(at)
            || self.sentence.is_in_parenthesis(at, end);
        let opens = opens(self.view, self.lexicon, place) || self.lexicon.greets(word_at(self.view, place));
        (!inside && opens).then_some(Decision { end, resume: end, reason: Reason::OpensSentence })
    }

    /// Decides about what may be the face at `at` (`:-)`), which no mark stands before: as about emoji, behind words and
    /// before one that opens sentences.
    pub(super) fn decide_face(&mut self, at: usize) -> Option<Decision> {
        let is_apart = self.view.text[..at].ends_with(char::is_whitespace);
        let end = at + emoticon::face(&self.view.text[at..]).filter(|_| is_apart)?;
        let Following { next: Next::Capital(place), opener: None, .. } = Following::behind(self.view, end)
        else {
            return None;
        };
        self.sentence.read(at);
        let inside = self.view.is_inside(end) || self.sentence.is_in_code(at) || self.is_in_brackets(at);
        let opens = opens(self.view, self.lexicon, place) || self.lexicon.greets(word_at(self.view, place));
        let is_end = !inside && opens && self.sentence.has_word_before(at);
        is_end.then_some(Decision { end, resume: end, reason: Reason::OpensSentence })
    }

    /// Whether a parenthesis is open a little before `at`, in the same sentence.
    fn is_in_brackets(&self, at: usize) -> bool {
        const NEAR: usize = 200;
        let begin = self.sentence.start.max(self.view.text.floor_char_boundary(at.saturating_sub(NEAR)));
        let before = &self.view.text[begin.min(at)..at];
        before.rfind('(').is_some_and(|open| !before[open..].contains(')'))
    }
}
