//! What multiplies a power of ten in words from before it, or adds a half to it.

use super::item::Kind;
use super::reader::Reader;
use crate::check::lists::Words;
use crate::check::scan::with_lower;

/// What multiplies a word for a power of ten from before it.
pub(super) enum Factor {
    /// Half a million, or so many and a half.
    Half(u64),
    /// Tens of millions.
    Times(u64),
}

/// Two and a half in the languages of India, and a half that is added to the number behind it: ढाई लाख, साढ़े तीन लाख.
static TWO_AND_A_HALF: Words = Words::of("two-and-a-half");
static AND_A_HALF_BEFORE: Words = Words::of("and-a-half-before");

/// Whether a word that holds so many multiplies a power of ten behind it: tens of thousands, *une vingtaine de millions*.
fn may_multiply(number: u64) -> bool {
    matches!(number, 10 | 12 | 15 | 100 | 1000) || (20..100).contains(&number) && number.is_multiple_of(10)
}

impl Reader<'_, '_> {
    /// What multiplies the word at `start` from before it: a half, or tens, hundreds and thousands of.
    pub(super) fn factor_before(&self, start: usize) -> Option<Factor> {
        let index = self.word_from(start);
        let words = self.text.words[..index].iter().rev().take(2);
        for word in words.take_while(|word| word.span().end + 8 >= start) {
            let written = self.text.word(word);
            if TWO_AND_A_HALF.has(written) {
                return Some(Factor::Half(2));
            }
            if with_lower(written, |word| self.lexicon.half.contains(&word)) {
                return Some(Factor::Half(self.number_before_half(word.span().start)));
            }
            if let Some(more) = with_lower(written, |word| self.lexicon.before_half(word)) {
                return Some(Factor::Half(more));
            }
            let number = with_lower(written, |word| self.lexicon.number(word));
            if let Some(number) = number.filter(|number| number.soft && may_multiply(number.value)) {
                return Some(Factor::Times(number.value));
            }
        }
        None
    }

    /// Whether the word before a number adds a half to it.
    pub(super) fn has_half_before(&self, start: usize) -> bool {
        let before = self.word_from(start).checked_sub(1).map(|last| self.text.word(&self.text.words[last]));
        before.is_some_and(|word| AND_A_HALF_BEFORE.has(word))
    }

    /// The number to which the half at `start` is added: 2 in *two and a half*, 0 in *a half*.
    fn number_before_half(&self, start: usize) -> u64 {
        let mut joined = false;
        let adds = ["buçuk", "setengah"].iter().any(|half| self.prose()[start..].starts_with(half));
        let index = self.word_from(start);
        for word in self.text.words[..index].iter().rev().take(3) {
            if word.span().end + 12 < start {
                break;
            }
            let written = self.text.word(word);
            let number = with_lower(written, |word| self.lexicon.number(word));
            match number {
                // The article of *a half* is no number, nor is *en* in *en halv*; but *bir buçuk* is 1½.
                Some(number) if number.value == 1 && !joined && !adds => {}
                Some(number) if number.value < 1000 => return number.value,
                _ => joined = true,
            }
        }
        let digits =
            self.out.items.iter().rev().find(|item| item.span.end <= start && item.span.end + 12 >= start);
        digits.filter(|item| item.kind == Kind::Digits).and_then(|item| item.value?.as_whole()).unwrap_or(0)
    }
}
