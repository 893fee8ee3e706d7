//! Times that the French says in words: *huit heures moins le quart* is 7:45, *trois heures et quart* 3:15, *sept heures
//! dix* 7:10, *minuit vingt* 0:20.

use super::clocks::is_clock;
use super::comparison::{Comparison, Found, WHOLE};
use super::quarters;
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;
use crate::text::Span;

/// What French takes from an hour, and how many minutes it is; the longer ones first.
const LESS: [(&str, u64); 9] = [
    ("le quart", 15),
    ("vingt-cinq", 25),
    ("vingt", 20),
    ("cinq", 5),
    ("dix", 10),
    ("25", 25),
    ("20", 20),
    ("10", 10),
    ("5", 5),
];

/// What stands behind the number of an hour.
const UNITS: [&str; 3] = ["heures", "heure", "h"];

/// What French adds to an hour.
const MORE: [(&str, u64); 4] =
    [("et quart", 15), ("et demi", 30), ("trois quarts", 45), ("et trois quarts", 45)];

/// The number that counts quarters there.
const QUARTERS: &str = "trois";

/// What the French says of hours in words.
struct Said {
    hour: u64,
    minutes: u64,
    /// Where the number of minutes begins, if it is one.
    minutes_at: usize,
    /// Whether so many hours pass.
    is_duration: bool,
}

/// Finds such times where the translation has them in figures: 7:45, 7時45分, 七点三刻.
pub(super) fn take(comparison: &mut Comparison<'_>) {
    take_by(comparison, |comparison, said| {
        let is_time = !said.is_duration;
        is_time.then(|| in_figures(comparison, said.hour, said.minutes))?
    });
}

/// Finds lengths of time in one number: 1.25 hours, 75 minutes.
pub(super) fn lengths(comparison: &mut Comparison<'_>) {
    take_by(comparison, in_one_number);
}

/// Finds what the French says of hours where `find` says that the translation has it: from which number on, in how many.
fn take_by(comparison: &mut Comparison<'_>, find: impl Fn(&Comparison<'_>, &Said) -> Option<(usize, usize)>) {
    for at in 0..comparison.french.items.len() {
        if comparison.found[at].is_some() {
            continue;
        }
        let Some(said) = said(comparison, at) else { continue };
        let Some((here, count)) = find(comparison, &said) else { continue };
        comparison.used[here..here + count].iter_mut().for_each(|used| *used |= WHOLE);
        comparison.found[at] = Some(Found::Loosely(Some(here)));
        let items = &comparison.french.items;
        if let Some(less) = items.iter().position(|item| item.span.start == said.minutes_at) {
            comparison.found[less] = Some(Found::Loosely(None));
        }
    }
}

/// A time that the French says in words, once, which stands in figures in no way, and the one time in figures that the
/// translation has instead.
pub(in crate::check::numbers) fn other(comparison: &Comparison<'_>) -> Option<(Span, Span)> {
    let time = |at| said(comparison, at).filter(|said| !said.is_duration).map(|said| (at, said));
    let mut times = (0..comparison.french.items.len()).filter_map(time);
    let (Some((at, Said { hour, minutes, .. })), None) = (times.next(), times.next()) else { return None };
    let items = &comparison.here.items;
    let is_it = |first: Option<u64>, second: Option<u64>| {
        first.map(|here| here % 12) == Some(hour % 12) && second == Some(minutes)
    };
    let mut clocks = items.iter().enumerate().filter_map(|(here, item)| {
        if item.is_clock() {
            return Some((item.span.clone(), item.parts[0].as_whole(), item.parts[1].as_whole()));
        }
        let next = items.get(here + 1)?;
        let sign = comparison.text.prose.get(item.span.end..next.span.start)?;
        // 十二時二十分前 is twenty minutes before twelve.
        let after = &comparison.text.prose[next.span.end..];
        let is_before = ["分前", "분 전"].iter().any(|before| after.starts_with(before));
        let is_clock = matches!(sign.trim(), "時" | "时" | "点" | "點" | "시") && !is_before;
        let quarters = comparison.text.prose[next.span.end..].starts_with('刻');
        let minutes = next.whole().map(|minutes| if quarters { minutes * 15 } else { minutes });
        is_clock.then(|| (item.span.start..next.span.end, item.whole(), minutes))
    });
    let (Some((span, first, second)), None) = (clocks.next(), clocks.next()) else { return None };
    let is_time = first.is_some_and(|hour| hour < 25) && second.is_some_and(|minutes| minutes < 60);
    let french = &comparison.french.items[at];
    // The hour of the French is no time in figures that it has besides.
    let has_clock = comparison.french.items.iter().any(Item::is_clock)
        || (1..comparison.french.items.len()).any(|at| is_clock(comparison, at - 1, at));
    (is_time && !has_clock && !is_it(first, second)).then(|| (french.span.clone(), span))
}

/// The hour and the minutes that are meant where words add to the French number at `at` or take from it.
fn said(comparison: &Comparison<'_>, at: usize) -> Option<Said> {
    let item = &comparison.french.items[at];
    let prose: &str = &comparison.source.prose;
    let is_named = matches!(&prose[item.span.clone()], "midi" | "minuit");
    // Une heure moins dix.
    let may_be_hour = item.kind != Kind::Soft || matches!(&prose[item.span.clone()], "une" | "Une");
    let hour = item.whole().filter(|hour| is_named || (1..=24).contains(hour) && may_be_hour)?;
    let after = prose[item.span.end..].trim_start_matches(is_blank);
    let unit = if is_named { Some(after) } else { UNITS.iter().find_map(|unit| after.strip_prefix(unit)) };
    let after = unit?.trim_start_matches(is_blank);
    if let Some((said, minutes)) = MORE.iter().find(|(said, _)| after.starts_with(said)) {
        let rest = after[said.len()..].trim_start_matches(char::is_alphabetic);
        let is_duration = is_duration(&prose[..item.span.start], rest);
        let minutes_at = prose.len() - after.len() + said.find(QUARTERS).unwrap_or(after.len());
        return Some(Said { hour, minutes: *minutes, minutes_at, is_duration });
    }
    // Sept heures dix.
    let begin = prose.len() - after.len();
    let minutes = comparison.french.items.iter().find(|item| item.span.start == begin);
    if let Some(minutes) = minutes.filter(|item| item.kind == Kind::Word).and_then(Item::whole) {
        return (minutes < 60).then_some(Said { hour, minutes, minutes_at: begin, is_duration: false });
    }
    let less = after.strip_prefix("moins")?.trim_start_matches(is_blank);
    let minutes = LESS.iter().find(|(said, _)| less.starts_with(said))?.1;
    let (hour, minutes) = (if hour == 0 { 23 } else { hour - 1 }, 60 - minutes);
    Some(Said { hour, minutes, minutes_at: prose.len() - less.len(), is_duration: false })
}

/// Whether so many hours are said to pass, between these texts: *deux heures et demie de retard*, *pendant une heure et quart*.
fn is_duration(before: &str, after: &str) -> bool {
    let before = before.trim_end_matches(is_blank).rsplit(|c: char| !c.is_alphabetic()).next();
    let after = after.trim_start_matches(is_blank);
    let of = ["de ", "d'", "d’"].iter().find_map(|of| after.strip_prefix(of));
    let is_of =
        of.is_some_and(|of| !["l'après-midi", "l’après-midi"].iter().any(|noon| of.starts_with(noon)));
    is_of
        || ["plus tard", "plus tôt", "après", "durant"].iter().any(|later| after.starts_with(later))
        || before.is_some_and(|word| matches!(word, "pendant" | "durant" | "avec" | "en" | "depuis" | "dure"))
}

/// Where the translation has a length of time in one number with a unit of time that nothing uses yet.
fn in_one_number(comparison: &Comparison<'_>, said: &Said) -> Option<(usize, usize)> {
    let units = comparison.target.lexicon.units();
    let has_unit =
        |item: &Item| units.after(comparison.text, item.span.end).is_some_and(|(unit, _)| unit.is_time());
    let is_all = |item: &Item| item.value.is_some_and(|value| is_as_long(said, value)) && has_unit(item);
    comparison.first_free(is_all).map(|here| (here, 1))
}

/// Whether a number is that of the minutes of such a length of time, or of its hours.
fn is_as_long(said: &Said, value: Value) -> bool {
    let all = Value::whole(said.hour * 60 + said.minutes);
    said.hour > 0 && said.minutes.is_multiple_of(15) && (value == all || value.by(60) == all)
}

/// Whether the French says in words as long a time as a number of hours or minutes does: 1.25 for *une heure et quart*.
pub(super) fn says_as_much(comparison: &Comparison<'_>, value: Value) -> bool {
    (0..comparison.french.items.len())
        .any(|at| said(comparison, at).is_some_and(|said| is_as_long(&said, value)))
}

/// Where the translation has a time in figures that nothing uses yet, and how many numbers it is.
fn in_figures(comparison: &Comparison<'_>, hour: u64, minutes: u64) -> Option<(usize, usize)> {
    /// Bytes between an hour and its minutes in two numbers.
    const NEAR: usize = 8;
    let (items, prose) = (&comparison.here.items, &comparison.text.prose);
    let is_hour = |value: Option<Value>| {
        value.and_then(Value::as_whole).is_some_and(|here| here < 25 && here % 12 == hour % 12)
    };
    let is_rest = |item: &Item| {
        let quarters = item.whole().filter(|_| prose[item.span.end..].starts_with('刻'));
        item.value == Some(Value::whole(minutes)) || quarters.is_some_and(|quarters| quarters * 15 == minutes)
    };
    let found = (0..items.len()).filter(|here| comparison.used[*here] == 0).find_map(|here| {
        let item = &items[here];
        if let [first, second] = item.parts.as_slice() {
            return (is_hour(Some(*first)) && *second == Value::whole(minutes)).then_some((here, 1));
        }
        let next = items.get(here + 1).filter(|_| comparison.used[here + 1] == 0)?;
        let is_near = next.span.start.checked_sub(item.span.end).is_some_and(|between| between <= NEAR);
        (is_near && is_hour(item.value) && is_rest(next)).then_some((here, 2))
    });
    let to_next = || Some((to_next_hour(comparison, hour, minutes)?, 2));
    found
        .or_else(to_next)
        .or_else(|| quarters::of_next(comparison, hour, minutes))
        .or_else(|| quarters::past(comparison, hour, minutes))
}

/// Where two words say what is left to the next hour: twenty to six for 17:40, las seis menos veinte.
fn to_next_hour(comparison: &Comparison<'_>, hour: u64, minutes: u64) -> Option<usize> {
    /// Bytes between them.
    const NEAR: usize = 16;
    let left = 60_u64.checked_sub(minutes).filter(|left| *left < 30)?;
    let is_next = |item: &Item| item.whole().is_some_and(|here| here < 25 && here % 12 == (hour + 1) % 12);
    let is_left = |item: &Item| item.whole() == Some(left);
    comparison.here.items.windows(2).enumerate().position(|(here, pair)| {
        let [first, second] = pair else { return false };
        let between = second.span.start.checked_sub(first.span.end);
        (comparison.used[here] | comparison.used[here + 1]) & WHOLE == 0
            && between.is_some_and(|between| between <= NEAR)
            && pair.iter().all(|item| item.kind == Kind::Word)
            && (is_left(first) && is_next(second) || is_next(first) && is_left(second))
    })
}
