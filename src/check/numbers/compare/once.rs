//! Figures that stand more than once in the French, and less often in the translation: what one may say once, and what is
//! lost.

use super::comparison::{Comparison, Found};
use super::measures::at_number;
use super::values::{counts_nothing, is_in_formula, last_word, letters_around, noun};
use crate::check::numbers::read::{Item, Kind, is_blank};

/// Whether the number at `at` stands in the French once more, so that a translation that has that one may leave this one
/// out: the ten years of one bond and of another, 9/20 and 14/20, a year, an amount.
pub(in crate::check::numbers) fn may_be_said_once(comparison: &Comparison<'_>, at: usize) -> bool {
    let mut others = comparison.french.items.iter().enumerate().filter(|(other, number)| {
        *other != at
            && comparison.found[*other].is_some()
            && number.value.is_some()
            && number.value == comparison.french.items[at].value
    });
    others.any(|(other, _)| are_one(comparison, at, other))
}

/// Whether two equal numbers of the French may be one to a reader.
fn are_one(comparison: &Comparison<'_>, at: usize, other: usize) -> bool {
    let items = &comparison.french.items;
    let (item, same) = (&items[at], &items[other]);
    let prose: &str = &comparison.source.prose;
    // A field of 4 × 4 metres has both, nor is 1/3 said by the three of 3/4.
    let is_side =
        |at: usize| items.get(at).is_some_and(|item| matches!(item.traits.joined, Some('x' | '×' | '/')));
    if is_side(at) || is_side(at + 1) {
        return is_denominator(items, at) && is_denominator(items, other);
    }
    if item.kind != Kind::Digits {
        return true;
    }
    if same.kind != Kind::Digits {
        return is_beside(item, same);
    }
    // A1 and the one beside it are two things.
    let name = letters_around(prose, item);
    if name != letters_around(prose, same) {
        return false;
    }
    name != ("", "") && !is_in_formula(prose, item)
        || noun(prose, item).is_some_and(|word| noun(prose, same).is_some_and(|same| is_same(word, same)))
        || are_named_alike(prose, item, same)
        || is_year(prose, item)
        || is_amount(comparison, at) && is_amount(comparison, other)
        || is_end_of_lost_range(comparison, at)
}

/// Whether two numbers name the same thing, by the word in front of them: les niveaux 3 et 4, puis le niveau 3.
fn are_named_alike(prose: &str, item: &Item, same: &Item) -> bool {
    /// Letters of a word that names something.
    const LONG: usize = 4;
    let (first, second) = (last_word(prose, item), last_word(prose, same));
    first.chars().nth(LONG - 1).is_some()
        && is_same(first, second)
        && first.len().abs_diff(second.len()) == 1
        && counts_nothing(prose, item)
        && counts_nothing(prose, same)
}

/// Whether two French words are one, but for the ending of several.
fn is_same(first: &str, second: &str) -> bool {
    first.trim_end_matches(['s', 'x']) == second.trim_end_matches(['s', 'x'])
}

/// Whether the number at `at` is explained in words, or explains some, that were found: `5 (cinq)`.
pub(super) fn is_explained(comparison: &Comparison<'_>, at: usize) -> bool {
    let items = &comparison.french.items;
    let is_it = |(same, found): (&Item, &Option<Found>)| {
        let is_other = (same.kind == Kind::Digits) != (items[at].kind == Kind::Digits);
        is_other && found.is_some() && same.value == items[at].value && is_beside(&items[at], same)
    };
    items[at].value.is_some() && items.iter().zip(&comparison.found).any(is_it)
}

/// Whether a number in words stands beside its figures.
fn is_beside(item: &Item, word: &Item) -> bool {
    /// Bytes between them.
    const NEAR: usize = 4;
    let (first, second) = if item.span.start < word.span.start { (item, word) } else { (word, item) };
    second.span.start.saturating_sub(first.span.end) <= NEAR
}

/// Whether a number stands below a stroke, and not in a date.
pub(in crate::check::numbers) fn is_denominator(items: &[Item], at: usize) -> bool {
    let is_below = |at: usize| items.get(at).is_some_and(|item| item.traits.joined == Some('/'));
    is_below(at) && !is_below(at + 1) && !(at > 0 && is_below(at - 1))
}

/// Whether a number is a year of a sentence: *that year* is the one that was named.
fn is_year(prose: &str, item: &Item) -> bool {
    let is_apart = |c: char| is_blank(c) || matches!(c, '\'' | '’' | '(' | ')' | ',' | '.');
    let (before, after) = (&prose[..item.span.start], &prose[item.span.end..]);
    item.is_plain()
        && item.whole().is_some_and(|year| (1000..2100).contains(&year))
        && (before.is_empty() || before.ends_with(is_apart))
        && (after.is_empty() || after.starts_with(is_apart))
}

/// Whether a number is one of money, of a unit, of an hour or of per cent: as much, at the same time.
fn is_amount(comparison: &Comparison<'_>, at: usize) -> bool {
    const MONEY: [char; 4] = ['€', '$', '£', '¥'];
    let (item, prose) = (&comparison.french.items[at], &comparison.source.prose);
    let (before, after) = (&prose[..item.span.start], &prose[item.span.end..]);
    item.traits.percent
        || item.traits.hour
        || at_number(&comparison.french.measures, at).is_some()
        || before.trim_end_matches(is_blank).ends_with(MONEY)
        || after.trim_start_matches(is_blank).starts_with(MONEY)
}

/// Whether a number is an end of a range that stands in the French once more and of which the other end is missing, too:
/// levels 1 to 10 of one thing and of another.
fn is_end_of_lost_range(comparison: &Comparison<'_>, at: usize) -> bool {
    // An article may have been taken for a one.
    let is_lost = |at: usize| match comparison.found.get(at) {
        Some(None | Some(Found::Loosely(None))) => true,
        Some(Some(Found::At(here))) => comparison.here.items[*here].kind == Kind::Soft,
        _ => false,
    };
    let is_range = |first: usize| {
        let [low, high] = comparison.french.items.get(first..first + 2).unwrap_or_default() else {
            return false;
        };
        let between = comparison.source.prose.get(low.span.end..high.span.start).unwrap_or_default();
        matches!(between.trim_matches(is_blank), "à" | "-" | "–" | "et")
    };
    is_lost(at + 1) && is_range(at) || at > 0 && is_lost(at - 1) && is_range(at - 1)
}
