//! Times that are counted by quarters of the next hour: *dos quarts de vuit* is 7:30, *četrt na osem* 7:15.

use super::clocks::is_clock;
use super::comparison::{Comparison, Found, WHOLE};
use crate::check::numbers::read::Item;
use crate::check::scan::{Word, with_lower};

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
        if let Some((here, count)) = of_next(comparison, h, m) {
            comparison.used[here..here + count].iter_mut().for_each(|used| *used |= WHOLE);
            comparison.found[hour] = Some(Found::Loosely(Some(here + count - 1)));
            comparison.found[minutes] = Some(Found::Loosely(Some(here)));
        }
    }
}

/// Where this time is said by quarters of the next hour, and how many numbers it is.
pub(super) fn of_next(comparison: &Comparison<'_>, hour: u64, minutes: u64) -> Option<(usize, usize)> {
    let lexicon = &comparison.target.lexicon;
    let is_catalan = lexicon.is_of(&["ca"]);
    if !(is_catalan || lexicon.half_of_next) || !minutes.is_multiple_of(15) {
        return None;
    }
    let items = &comparison.here.items;
    let is_next = |item: &Item| item.whole().is_some_and(|next| next % 12 == (hour + 1) % 12);
    let is_first = |item: &Item| is_next(item) && is_behind_quarter(comparison, item);
    if minutes == 15
        && let Some(here) = items.iter().position(is_first)
    {
        return Some((here, 1));
    }
    let here = items.windows(2).position(|pair| {
        let between = comparison.text.prose.get(pair[0].span.end..pair[1].span.start);
        pair[0].whole() == Some(minutes / 15)
            && is_next(&pair[1])
            && between.is_some_and(|between| QUARTS.contains(&between.trim()))
    });
    here.filter(|_| is_catalan).map(|here| (here, 2))
}

/// Where quarters are added to an hour, and how many numbers that is: *le sei e tre quarti* is 6:45.
pub(super) fn past(comparison: &Comparison<'_>, hour: u64, minutes: u64) -> Option<(usize, usize)> {
    let (text, lexicon) = (comparison.text, &comparison.target.lexicon);
    let is_quarter = |word: &str| lexicon.quarter.contains(&word);
    let here = comparison.here.items.windows(2).position(|pair| {
        let between = text.prose.get(pair[0].span.end..pair[1].span.start);
        let next = text.words.iter().find(|word| word.span().start >= pair[1].span.end);
        pair[0].whole().is_some_and(|here| here % 12 == hour % 12)
            && pair[1].whole().is_some_and(|quarters| quarters > 1 && quarters * 15 == minutes)
            && between.is_some_and(|between| matches!(between.trim(), "e" | "i"))
            && next.is_some_and(|word| with_lower(text.word(word), is_quarter))
    })?;
    Some((here, 2))
}

/// Whether the word for a quarter, and for one of them, stands before a number, with a small word between if any: *četrt na
/// osem*, and not *tri četrt na osem*.
fn is_behind_quarter(comparison: &Comparison<'_>, item: &Item) -> bool {
    /// Letters of a small word.
    const SMALL: usize = 2;
    let (text, lexicon) = (comparison.text, &comparison.target.lexicon);
    let first = text.words.partition_point(|word| word.span().start < item.span.start);
    let mut before = text.words[..first].iter().rev();
    let is_quarter = |word: &Word| with_lower(text.word(word), |word| lexicon.quarter.contains(&word));
    let is_small = |word: &Word| text.word(word).chars().nth(SMALL).is_none();
    let last = before.next();
    let said =
        last.is_some_and(is_quarter) || last.is_some_and(is_small) && before.next().is_some_and(is_quarter);
    let counts = |word: &Word| {
        with_lower(text.word(word), |word| lexicon.number(word).is_some_and(|number| number.value > 1))
    };
    said && !before.next().is_some_and(counts)
}

/// Whether a translation counts quarters, none of which is one that follows an hour.
pub(super) fn are_counted(comparison: &Comparison<'_>) -> bool {
    comparison.target.language == "ca" && QUARTS.iter().any(|quarts| comparison.text.prose.contains(quarts))
}
