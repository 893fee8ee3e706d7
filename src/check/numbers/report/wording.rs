//! Numbers as people see them: a telephone number with all its groups, a time with its minutes and its half
//! of the day. Only for what is told: nothing is compared here.

use crate::check::numbers::compare::{Comparison, is_clock};
use crate::check::numbers::read::{Item, is_blank};
use crate::check::numbers::value::digit;
use crate::check::scan::{Text, with_lower};
use crate::text::Span;

/// A number of the French, and what it is called.
pub(super) struct Written<'c> {
    pub(super) what: &'static str,
    pub(super) text: &'c str,
    pub(super) span: Span,
}

/// Where a French number stands: a telephone number with its plus sign, an hour with its word and its minutes,
/// minutes with their hour.
pub(super) fn of_french<'c>(comparison: &Comparison<'c>, at: usize) -> Written<'c> {
    let source = comparison.source;
    let items = &comparison.french.items;
    let mut span = items[at].span.clone();
    if items[at].traits.phone {
        span = with_plus(source, span);
        return Written { what: "the telephone number", text: &source.raw[span.clone()], span };
    }
    let hour = match at.checked_sub(1) {
        Some(before) if is_clock(comparison, before, at) => before,
        _ => at,
    };
    span = whole(source, &items[at], span);
    if items[hour].traits.hour {
        span = items[hour].span.clone();
        span.end = match items.get(hour + 1) {
            Some(minutes) if is_clock(comparison, hour, hour + 1) => minutes.span.end,
            _ => word_end(source, span.end),
        };
    }
    let what = if items[hour].traits.hour { "the time" } else { "the number" };
    Written { what, text: &source.raw[span.clone()], span }
}

/// Whether two numbers of the French are of one time, so that it is told once.
pub(super) fn are_one(comparison: &Comparison<'_>, first: usize, second: usize) -> bool {
    first + 1 == second && is_clock(comparison, first, second)
}

/// The number of the translation that stands in place of a French one, as far as it is of that kind.
pub(super) fn of_translation(comparison: &Comparison<'_>, french: usize, here: usize) -> Span {
    let item = &comparison.french.items[french];
    let is_time =
        item.traits.hour || french.checked_sub(1).is_some_and(|hour| is_clock(comparison, hour, french));
    if is_time {
        return time(comparison, here);
    }
    let dialled = if item.traits.phone { dialled(comparison, here) } else { None };
    let other = &comparison.here.items[here];
    dialled.unwrap_or_else(|| whole(comparison.text, other, other.span.clone()))
}

/// A number with its minus sign, or with the letters that make it a name: `−5`, `A7`.
fn whole(text: &Text<'_>, item: &Item, mut span: Span) -> Span {
    let before = &text.raw[..span.start];
    if item.traits.coded {
        span.start = before.trim_end_matches(char::is_alphabetic).len();
    } else if item.traits.negative {
        span.start -= before.chars().next_back().map_or(0, char::len_utf8);
    }
    span
}

fn span_of(comparison: &Comparison<'_>, here: usize) -> Span {
    comparison.here.items[here].span.clone()
}

/// The telephone number that a number of the translation is a group of, if the groups have as many digits
/// together as one has.
pub(super) fn dialled(comparison: &Comparison<'_>, here: usize) -> Option<Span> {
    const FEWEST: usize = 8;
    let (items, text) = (&comparison.here.items, comparison.text);
    let follows = |next: usize| {
        let (Some(a), Some(b)) = (items.get(next - 1), items.get(next)) else { return false };
        text.raw
            .get(a.span.end..b.span.start)
            .is_some_and(|between| between.chars().count() == 1 && between.chars().all(is_separator))
    };
    let (mut first, mut last) = (here, here);
    while first > 0 && follows(first) {
        first -= 1;
    }
    while follows(last + 1) {
        last += 1;
    }
    let span = items[first].span.start..items[last].span.end;
    let digits = text.raw[span.clone()].chars().filter_map(digit).count();
    (first < last && digits >= FEWEST).then(|| with_plus(text, span))
}

fn is_separator(c: char) -> bool {
    is_blank(c) || matches!(c, '.' | '-' | '/')
}

fn with_plus(text: &Text<'_>, span: Span) -> Span {
    if text.raw[..span.start].ends_with('+') { span.start - 1..span.end } else { span }
}

/// A time with its minutes, and with what tells its half of the day: `6:30 p.m.`, `18 h 30`, `午後6時30分`.
pub(super) fn time(comparison: &Comparison<'_>, here: usize) -> Span {
    let text = comparison.text;
    let is_unspaced = comparison.target.script.is_unspaced();
    let here = match here.checked_sub(1) {
        Some(hour) if are_joined(comparison, hour, here) => hour,
        _ => here,
    };
    let mut span = span_of(comparison, here);
    let minutes = comparison.here.items.get(here + 1).map(|next| &next.span);
    if is_unspaced {
        return match comparison.here.items[here].parts.is_empty() {
            true => joined_time(comparison, span, minutes),
            false => span,
        };
    }
    let blanks: usize =
        text.prose[span.end..].chars().take(2).take_while(|c| is_blank(*c)).map(char::len_utf8).sum();
    let from = span.end + blanks;
    let Some(word) = text.words.get(text.words.partition_point(|word| word.span().start < from)) else {
        return span;
    };
    if word.span().start != from {
        return span;
    }
    let written = text.word(word);
    if let Some(minutes) = minutes
        && written == "h"
        && text.prose.get(word.span().end..minutes.start).is_some_and(|between| between.chars().all(is_blank))
    {
        span.end = minutes.end;
    } else if matches!(written, "a" | "p" | "A" | "P") && text.prose[word.span().end..].starts_with(".m") {
        span.end = word.span().end + 2;
        if text.prose[span.end..].starts_with('.') {
            span.end += 1;
        }
    } else if with_lower(written, |word| {
        comparison.target.lexicon.clock.iter().any(|(form, _)| *form == word)
    }) {
        span.end = word.span().end;
    }
    span
}

/// Whether two numbers of the translation are an hour and its minutes: `18 h 30`, `18時30分`.
fn are_joined(comparison: &Comparison<'_>, hour: usize, minutes: usize) -> bool {
    let items = &comparison.here.items;
    let between = comparison.text.prose.get(items[hour].span.end..items[minutes].span.start);
    let Some(between) = between.filter(|_| items[hour].parts.is_empty()) else { return false };
    match comparison.target.script.is_unspaced() {
        true => between.chars().count() == 1 && between.chars().all(char::is_alphabetic),
        false => between.trim_matches(is_blank) == "h",
    }
}

/// A time in a script without spaces: one sign stands behind the hour and behind its minutes, the half of the
/// day before.
fn joined_time(comparison: &Comparison<'_>, mut span: Span, minutes: Option<&Span>) -> Span {
    let prose: &str = &comparison.text.prose;
    let after = |end: usize| {
        prose[end..].chars().next().filter(|c| c.is_alphabetic()).map_or(end, |sign| end + sign.len_utf8())
    };
    span.end = after(span.end);
    if let Some(minutes) = minutes.filter(|minutes| minutes.start == span.end) {
        span.end = after(minutes.end);
    }
    let mut clock = comparison.target.lexicon.clock.iter();
    if let Some((word, _)) = clock.find(|(word, _)| prose[..span.start].ends_with(word)) {
        span.start -= word.len();
    }
    span
}

/// The end of the word that follows after blanks.
fn word_end(text: &Text<'_>, from: usize) -> usize {
    let rest = &text.prose[from..];
    let word = rest.trim_start_matches(is_blank);
    let length = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
    from + (rest.len() - word.len()) + length
}
