//! The years of French primary school, which other languages count otherwise: CM2 is the fifth grade.

use super::comparison::{Comparison, Found};
use super::words::in_words;
use crate::check::numbers::read::Item;
use crate::check::numbers::value::Value;

/// The letters before a number, the number, and which year of school that is (*Bulletin officiel*, cycles 2 and 3).
const YEARS: [(&str, u64, u64); 4] = [("CE", 1, 2), ("CE", 2, 3), ("CM", 1, 4), ("CM", 2, 5)];

/// Which year of school a number of the French is the name of.
pub(in crate::check::numbers) fn year(comparison: &Comparison<'_>, item: &Item) -> Option<u64> {
    if !item.traits.coded {
        return None;
    }
    let before = &comparison.source.prose[..item.span.start];
    let is = |letters: &str| {
        before.strip_suffix(letters).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    let number = item.whole()?;
    YEARS.iter().find(|(letters, same, _)| *same == number && is(letters)).map(|(.., year)| *year)
}

/// Finds a year of school by its count.
pub(super) fn find(comparison: &mut Comparison<'_>, item: &Item) -> Option<Found> {
    let year = Value::whole(year(comparison, item)?);
    if let Some(here) = comparison.first_free(|other| other.value == Some(year)) {
        return Some(comparison.takes(here));
    }
    in_words(comparison, year).then_some(Found::Loosely(None))
}
