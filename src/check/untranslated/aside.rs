//! A passage in brackets or in italics that stays French as it is: `(un cousin du maire)`, `*une grande avocate*`.
//!
//! Titles and names have a capital, and loans have no small word that only French has.

use super::loans;
use crate::check::lists::Words;
use crate::check::scan::{EMPHASIS, PLAIN_BRACKET};
use crate::check::script::Script;
use crate::check::{Pair, vocabulary};
use crate::text::Span;

/// Fewest letters of what is told in brackets.
const LETTERS: usize = 9;

/// Passages in one text that are looked at.
const MOST: usize = 32;

/// Words by which what stands in italics is no term: an article or a possessive.
static DETERMINERS: Words = Words::of("determiners");

/// What sets a passage apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aside {
    Brackets,
    Italics,
}

impl Aside {
    fn signs(self) -> (char, char) {
        match self {
            Aside::Brackets => ('(', ')'),
            Aside::Italics => ('*', '*'),
        }
    }

    /// Fewest words of a passage: two may be a term.
    fn fewest(self) -> usize {
        match self {
            Aside::Brackets => 2,
            Aside::Italics => 3,
        }
    }
}

/// The first such passage.
pub(super) fn passage(pair: &Pair<'_>) -> Option<Span> {
    let text = &pair.translation;
    if pair.target.vocabulary == 0 && pair.target.script == Script::Latin {
        return None;
    }
    let find =
        |aside: Aside| between(text.raw, aside.signs()).take(MOST).find(|span| is_left(pair, span, aside));
    let in_brackets = text.has(PLAIN_BRACKET).then(|| find(Aside::Brackets)).flatten();
    in_brackets.or_else(|| text.has(EMPHASIS).then(|| find(Aside::Italics)).flatten())
}

/// What stands between two signs, as long as it is.
fn between(raw: &str, (open, close): (char, char)) -> impl Iterator<Item = Span> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let begin = from + raw[from..].find(open)? + open.len_utf8();
        let end = begin + raw[begin..].find([open, close])?;
        from = if open == close { end } else { begin };
        Some(begin..end)
    })
}

/// Whether a passage stands between the same signs in the French, and is French.
fn is_left(pair: &Pair<'_>, span: &Span, aside: Aside) -> bool {
    let (text, words) = (&pair.translation, aside.fewest());
    let passage = &text.raw[span.clone()];
    if passage.chars().nth(LETTERS - 1).is_none()
        || !passage.starts_with(char::is_lowercase)
        || !passage.contains([' ', '\u{A0}'])
        || passage.contains(['+', '=', '/', '\\', '_', '<', '>', '|'])
    {
        return false;
    }
    let whole = &text.raw[span.start - 1..span.end + 1];
    if !pair.source.text.raw.contains(whole) {
        return false;
    }
    let first = text.words.partition_point(|word| word.span().start < span.start);
    let last = text.words.partition_point(|word| word.span().start < span.end);
    let run = first..last;
    let (own, french) = (pair.target.vocabulary, vocabulary::bit("fr"));
    let begins = || text.words.get(first).is_some_and(|word| DETERMINERS.has(text.word(word)));
    let is_french = |at: usize| {
        let word = &text.words[at];
        let bits = vocabulary::meanings(word);
        // A letter of a list is no small word before a vowel.
        let is_letter = word.span().len() == 1 && !text.prose[word.span().end..].starts_with(['\'', '’']);
        bits & french != 0 && bits & own == 0 && !is_letter
    };
    // Names of streets and newspapers begin with a small letter, too: (rue de la Paix), *le Journal du dimanche*.
    let is_name = || text.words[run.clone()].iter().any(|word| word.capital);
    run.len() >= words
        && !is_name()
        && (aside == Aside::Brackets || begins() || pair.target.script != Script::Latin)
        && loans::parts_without(text, &run).any(|part| part.len() >= words && part.clone().any(is_french))
}
