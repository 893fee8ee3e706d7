//! Scores that the French says with a word between: *deux sets à un* and *2 à 1* are 2:1.

use super::comparison::{Comparison, Found, WHOLE};
use crate::check::lists::Words;
use crate::check::numbers::read::{Item, Kind};

/// Takes the scores in figures that are one number here, as a clock is.
pub(super) fn take(comparison: &mut Comparison<'_>) {
    if !comparison.here.items.iter().any(is_score) {
        return;
    }
    for at in 1..comparison.french.items.len() {
        let (first, second) = (&comparison.french.items[at - 1], &comparison.french.items[at]);
        if comparison.found[at - 1].is_some()
            || !matches!(first.kind, Kind::Word | Kind::Digits)
            || !is_said(comparison, first, second)
        {
            continue;
        }
        let (Some(own), Some(others)) = (first.value, second.value) else { continue };
        let items = &comparison.here.items;
        let is_it = |here: &usize| {
            comparison.used[*here] == 0 && is_score(&items[*here]) && items[*here].parts == [own, others]
        };
        if let Some(here) = (0..items.len()).find(is_it) {
            comparison.used[here] |= WHOLE;
            comparison.found[at - 1] = Some(Found::Loosely(Some(here)));
            comparison.found[at] = Some(Found::Loosely(None));
        }
    }
}

fn is_score(item: &Item) -> bool {
    item.value.is_none() && item.parts.len() == 2
}

/// Whether two numbers of the French are those of a score: trois à un, deux buts à zéro.
fn is_said(comparison: &Comparison<'_>, first: &Item, second: &Item) -> bool {
    /// How nouns begin that a score counts.
    static SCORED: Words = Words::of("scored");
    let between = comparison.source.prose.get(first.span.end..second.span.start).unwrap_or_default();
    let Some(counted) = between.trim_end().strip_suffix('à') else { return false };
    let counted = counted.trim();
    // From ten to twelve is no score, and 10:12 no other way to say it.
    let is_range = || comparison.source.prose[..first.span.start].trim_end().ends_with("de");
    (counted.is_empty() && !is_range()) || SCORED.all().iter().any(|noun| counted.starts_with(noun))
}
