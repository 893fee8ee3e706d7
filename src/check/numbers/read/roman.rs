//! Roman numerals, and what they are told from: initials, and words in capitals.

use super::digits::is_blank;
use super::reader::Reader;
use crate::check::lists::Words;
use crate::check::numbers::value::{Value, roman};
use crate::check::scan::{Word, with_lower};

/// Names of which there was a fifth, or a tenth, on a throne.
static RULERS: Words = Words::of("rulers");
/// What is numbered in Roman letters.
static PARTS: Words = Words::of("in-roman");

/// Whether a word may be a [Roman numeral](Reader::roman): false for most words with a capital.
pub(super) fn may_be_roman(written: &str) -> bool {
    matches!(written.as_bytes(), [b'I' | b'V' | b'X', ..] | [_, b'A'..=b'Z', ..])
}

/// Whether a word for a century stands beside the one at `at`: V wieku, siglo V.
pub(super) fn is_of_century(reader: &Reader<'_, '_>, at: usize) -> bool {
    let text = reader.text;
    let is_blank_between = |first: usize| {
        let between = &text.prose[text.words[first].span().end..text.words[first + 1].span().start];
        between.len() <= 3 && between.chars().all(is_blank)
    };
    let is_century = |at: usize| {
        with_lower(text.word(&text.words[at]), |word| {
            reader.lexicon.number(word).is_some_and(|number| number.soft && number.value == 100)
        })
    };
    !reader.is_french
        && (at + 1 < text.words.len() && is_blank_between(at) && is_century(at + 1)
            || at > 0 && is_blank_between(at - 1) && is_century(at - 1))
}

impl Reader<'_, '_> {
    /// Whether a word with a capital and nothing but a blank stand before a word.
    fn is_behind_name(&self, word: &Word) -> bool {
        let before = self.prose()[..word.span().start].strip_suffix(is_blank);
        let index = self.word_from(word.span().start);
        before.is_some_and(|before| {
            index.checked_sub(1).is_some_and(|at| {
                let name = &self.text.words[at];
                name.capital && name.span().end == before.len()
            })
        })
    }

    /// Whether a single letter of a French text is the number of a ruler or of a part, and no initial: Charles V, acte V.
    fn is_numbered(&self, word: &Word) -> bool {
        let (before, after) = (&self.prose()[..word.span().start], &self.prose()[word.span().end..]);
        let Some(before) = before.strip_suffix(is_blank) else { return false };
        let name = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        // V. is an initial, but for the end of the sentence.
        let is_initial = after.strip_prefix('.').is_some_and(|rest| !rest.trim().is_empty());
        let begins_name = after.trim_start_matches(is_blank).starts_with(char::is_uppercase);
        let is_ruler = || name.starts_with(char::is_uppercase) && with_lower(name, |name| RULERS.has(name));
        !is_initial && !begins_name && (is_ruler() || with_lower(name, |name| PARTS.has(name)))
    }

    /// A Roman numeral; single letters count where `ordinal` follows, and in French behind what is numbered so.
    pub(super) fn roman(&self, word: &Word) -> Option<(Value, bool)> {
        let written = self.text.word(word);
        // Charles Quint is the fifth of that name, as a Roman numeral says in other languages.
        if self.is_french && written == "Quint" && self.is_behind_name(word) {
            return Some((Value::whole(5), true));
        }
        let capitals = written.bytes().take_while(u8::is_ascii_uppercase).count();
        if capitals == 0 {
            return None;
        }
        let (letters, ending) = written.split_at(capitals);
        let is_ordinal = self.is_french
            && match ending {
                "e" | "ème" | "es" => true,
                // Ier, Ire; but Vers begins many sentences.
                "er" | "re" | "ère" | "ers" => letters == "I",
                _ => false,
            };
        if !(ending.is_empty() || is_ordinal) {
            return None;
        }
        // C, D, L and M are more often initials, or the first letter of a word.
        let small = letters.bytes().all(|byte| b"IVX".contains(&byte));
        if !small && letters.len() < 4 {
            return None;
        }
        let sure = is_ordinal || letters.len() > 1 || self.is_french && self.is_numbered(word);
        roman(letters).map(|value| (Value::whole(value), sure))
    }
}
