//! Other forms of a number: hours by the half of the day, decades, centuries, words with endings.

use super::compare::{Comparison, Found};
use super::read::{Item, Kind};
use super::value::Value;
use super::words::with_lower;

/// Looks for the French number at `at` in other forms.
pub(super) fn find(comparison: &mut Comparison<'_>, at: usize) -> Option<Found> {
    let french = comparison.french;
    let item = &french.items[at];
    if let Some(here) =
        comparison.here.items.iter().enumerate().position(|(here, other)| {
            comparison.used[here] & 1 == 0 && is_other_form(comparison, item, other)
        })
    {
        comparison.used[here] |= 1;
        return Some(Found::Loosely);
    }
    if item.kind == Kind::Soft {
        return None;
    }
    let value = item.value?;
    // The same once more, where nothing stands in its place.
    if item.traits.magnitude {
        // Half a million, 1.5 thousand million: other words may say the same.
        let base = item.base.unwrap_or(value);
        let _ = base;
    }
    if at > 0
        && french.items[..at].iter().any(|other| other.value == Some(value))
        && comparison.left().is_empty()
    {
        return Some(Found::Loosely);
    }
    in_words(comparison, value).then_some(Found::Loosely)
}

fn is_other_form(comparison: &Comparison<'_>, french: &Item, other: &Item) -> bool {
    let Some(value) = french.value.and_then(Value::as_whole) else {
        return false;
    };
    let there = [other.value, other.parts.first().copied()];
    there.into_iter().flatten().filter_map(Value::as_whole).any(|here| {
        let is_half_day = french.traits.hour
            && (here + 12 == value
                || value + 12 == here
                || (value == 24 && here == 0)
                || (value == 0 && here == 24));
        let decade = |year: u64, short: u64| {
            (1000..2100).contains(&year) && year % 100 == short && year.is_multiple_of(10)
        };
        let is_decade = decade(value, here) || decade(here, value);
        let is_century = matches!(french.kind, Kind::Roman | Kind::Word)
            && (10..=21).contains(&value)
            && here == (value - 1) * 100;
        is_half_day || is_decade || is_century || is_short_year(comparison, value, here, other)
    })
}

/// `1914–18`
fn is_short_year(comparison: &Comparison<'_>, value: u64, here: u64, other: &Item) -> bool {
    (1000..2100).contains(&value)
        && here < 100
        && value % 100 == here
        && (other.traits.joined.is_some() || comparison.text.prose[..other.span.start].ends_with(['\'', '’']))
}

/// The value in a word of the translation that has endings, or is joined to others.
fn in_words(comparison: &Comparison<'_>, value: Value) -> bool {
    let Some(wanted) = value.as_whole().filter(|value| (1..=1000).contains(value)) else { return false };
    let text = comparison.text;
    let lexicon = &comparison.target.lexicon;
    let stems: Vec<&str> = lexicon
        .number_forms()
        .filter(|(form, number)| *number == wanted && form.chars().nth(2).is_some())
        .map(|(form, _)| form)
        .collect();
    text.words.iter().any(|word| {
        with_lower(text.word(word), |written| {
            stems.iter().any(|stem| {
                written.len() > stem.len()
                    && (written.starts_with(stem) || (stem.len() > 4 && written.ends_with(stem)))
            })
        })
    })
}
