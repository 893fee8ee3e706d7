//! Minutes that the French has not: 10:05 for « 10 h ».

use crate::check::Problem;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::{Comparison, Found, is_clock};
use crate::check::numbers::read::Item;

/// What stands for an hour alone, and has minutes. Where the French speaks of parts of an hour, they may come of those.
pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let items = &comparison.french.items;
    let is_alone =
        |at: usize| items[at].traits.hour && (at + 1 == items.len() || !is_clock(comparison, at, at + 1));
    let found = (0..items.len()).filter(|at| is_alone(*at)).find_map(|at| {
        let others: &[Item] = match comparison.found[at] {
            Some(Found::At(here) | Found::Loosely(Some(here))) => &comparison.here.items[here..=here],
            // As a part of one.
            Some(Found::Loosely(None)) => &comparison.here.items,
            _ => &[],
        };
        let other = others.iter().find(|other| has_minutes(comparison, &items[at], other))?;
        Some((&items[at], other))
    });
    let Some((item, other)) = found.filter(|_| !comparison.source.has_word(is_part)) else { return };
    let (was, is) = (&comparison.source.raw[item.span.clone()], &comparison.text.raw[other.span.clone()]);
    problems.push(
        Problem::warning(RULE, other.span.clone(), format!("the French has no minutes behind {was}: {is}"))
            .of_french(item.span.clone())
            .help("write the time of the French"),
    );
}

fn is_part(word: &str) -> bool {
    ["demi", "quart", "minute", "moins"].iter().any(|begin| word.starts_with(begin))
}

fn has_minutes(comparison: &Comparison<'_>, item: &Item, other: &Item) -> bool {
    let [hour, minutes] = other.parts.as_slice() else { return false };
    let is_hour = match (item.whole(), hour.as_whole()) {
        (Some(was), Some(is)) => was % 12 == is % 12,
        _ => false,
    };
    let digits = comparison.text.raw[other.span.clone()].rsplit([':', '.', 'h']).next().unwrap_or_default();
    let has_two = digits.len() == 2;
    is_hour
        && has_two
        && (other.is_clock() || other.traits.dotted)
        && minutes.as_whole().is_some_and(|minutes| (1..60).contains(&minutes))
        && !comparison.is_french(*minutes)
}
