//! Times that Catalan counts by quarters of the next hour: *dos quarts de vuit* is 7:30.

use super::clocks::is_clock;
use super::comparison::{Comparison, Found, WHOLE};

/// What stands in Catalan between the quarters and the hour that they are of.
const QUARTS: [&str; 6] = ["quarts de", "quart de", "quarts d’", "quart d’", "quarts d'", "quart d'"];

/// Times that Catalan counts by quarters of the next hour: *dos quarts de vuit* is 7:30.
pub(super) fn take(comparison: &mut Comparison<'_>) {
    if comparison.target.language != "ca" {
        return;
    }
    for minutes in 1..comparison.french.items.len() {
        let hour = minutes - 1;
        let is_lost = comparison.found[hour].is_none() && comparison.found[minutes].is_none();
        if !is_lost || !is_clock(comparison, hour, minutes) {
            continue;
        }
        let whole = |at: usize| comparison.french.items[at].whole();
        let (Some(h), Some(m @ (15 | 30 | 45))) = (whole(hour), whole(minutes)) else { continue };
        if let Some(here) = of_next(comparison, h, m) {
            comparison.used[here] |= WHOLE;
            comparison.used[here + 1] |= WHOLE;
            comparison.found[hour] = Some(Found::Loosely(Some(here + 1)));
            comparison.found[minutes] = Some(Found::Loosely(Some(here)));
        }
    }
}

/// Where Catalan says this time by quarters of the next hour, which are two numbers.
pub(super) fn of_next(comparison: &Comparison<'_>, hour: u64, minutes: u64) -> Option<usize> {
    if comparison.target.language != "ca" || !minutes.is_multiple_of(15) {
        return None;
    }
    comparison.here.items.windows(2).position(|pair| {
        let between = comparison.text.prose.get(pair[0].span.end..pair[1].span.start);
        pair[0].whole() == Some(minutes / 15)
            && pair[1].whole().is_some_and(|next| next % 12 == (hour + 1) % 12)
            && between.is_some_and(|between| QUARTS.contains(&between.trim()))
    })
}

/// Whether a translation counts quarters, none of which is one that follows an hour.
pub(super) fn are_counted(comparison: &Comparison<'_>) -> bool {
    comparison.target.language == "ca" && QUARTS.iter().any(|quarts| comparison.text.prose.contains(quarts))
}
