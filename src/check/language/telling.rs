//! Which small words of a text tell its language: not those of abbreviations, units, names, formulas, or what is kept.

use super::{is_behind_number, is_in_formula, is_kept};
use crate::check::scan::{Text, Word};
use crate::check::{Pair, vocabulary};

/// The languages that have the small word at `at`. Abbreviations (p.n.e.) and small words inside names
/// (Alliance of Forces) say nothing of others.
#[inline]
pub(super) fn telling(pair: &Pair<'_>, at: usize, own: u64) -> u64 {
    let bits = vocabulary::meanings(&pair.translation.words[at]);
    if bits != 0 && bits & own == 0 && says_nothing(pair, at) { 0 } else { bits }
}

/// Whether a small word says nothing of the language of its text.
pub(super) fn says_nothing(pair: &Pair<'_>, at: usize) -> bool {
    let text = &pair.translation;
    let word = &text.words[at];
    is_abbreviation(text, word)
        || is_unit(text, word)
        || is_joined(text, word)
        || is_own_ending(pair, word)
        || is_in_name(text, at)
        || is_in_formula(pair, at)
        || is_kept(pair, at)
}

/// A word of few letters before a stop that ends no sentence, or before a sign.
pub(super) fn is_abbreviation(text: &Text<'_>, word: &Word) -> bool {
    let (length, after) = (word.span().len(), &text.prose[word.span().end..]);
    // A stop that ends no sentence: 45 tis. €.
    let goes_on = |after: &str| after.trim_start().starts_with(|c: char| !c.is_uppercase());
    // A word of a letter stands before another word; what else follows, follows the letter of a formula or list: (x;k).
    length == 1 && !after.is_empty() && !after.starts_with(char::is_whitespace)
        || length <= 4 && after.strip_prefix('.').is_some_and(goes_on)
}

/// A symbol behind a number or a stroke: 15 s, km/h.
fn is_unit(text: &Text<'_>, word: &Word) -> bool {
    let span = word.span();
    let before = &text.prose[..span.start];
    let is_symbol = span.len() == 1 || span.len() <= 3 && text.prose[span.end..].starts_with('/');
    span.len() <= 3 && before.ends_with('/') || is_symbol && is_behind_number(text, &span)
}

/// The second part of a compound, or the first where that is a letter or the same word again (`e-mail`, Indonesian
/// `program-program`), a pronoun on its verb (`fechá-lo`), an ending in brackets (`o(s)`), one
/// of a number.
fn is_joined(text: &Text<'_>, word: &Word) -> bool {
    const HYPHENS: [char; 2] = ['-', '\u{2011}'];
    let (before, after) = (&text.prose[..word.span().start], &text.prose[word.span().end..]);
    let goes_on = |rest: &str| match word.span().len() {
        1 => rest.starts_with(char::is_alphabetic),
        _ => rest.starts_with(text.word(word)),
    };
    before.ends_with(HYPHENS)
        || after.strip_prefix(HYPHENS).is_some_and(goes_on)
        || before.ends_with(|c: char| c.is_ascii_digit())
        // 23.45'te
        || before.strip_suffix(['\'', '’']).is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
        || before.strip_suffix('(').is_some_and(|before| before.ends_with(char::is_alphanumeric))
}

/// An ending that the language itself writes behind an apostrophe (Dutch foto's): in others, it is that of English.
fn is_own_ending(pair: &Pair<'_>, word: &Word) -> bool {
    /// Its letters.
    const MOST: usize = 2;
    let before = &pair.translation.prose[..word.span().start];
    word.span().len() <= MOST
        && matches!(pair.target.language.as_str(), "af" | "fy" | "nl")
        && before
            .strip_suffix(['\'', '’'])
            .is_some_and(|stem| stem.strip_suffix('(').unwrap_or(stem).ends_with(char::is_alphanumeric))
}

/// Up to two small words between words with capitals.
pub(super) fn is_in_name(text: &Text<'_>, at: usize) -> bool {
    // Of people from the Low Countries: van den Bergh.
    let is_van = |at: Option<usize>| {
        at.and_then(|at| text.words.get(at)).is_some_and(|word| matches!(text.word(word), "van" | "von"))
    };
    if is_van(Some(at)) || is_van(at.checked_sub(1)) {
        return true;
    }
    let is_capital =
        |at: Option<usize>| at.and_then(|at| text.words.get(at)).is_some_and(|word| word.capital);
    let (before, after) = (is_capital(at.checked_sub(1)), is_capital(Some(at + 1)));
    before && (after || is_capital(Some(at + 2))) || after && is_capital(at.checked_sub(2))
}

/// Whether a word has capitals throughout, as roman numerals and abbreviations do.
pub(super) fn is_all_capitals(word: &str) -> bool {
    !word.contains(char::is_lowercase)
}
