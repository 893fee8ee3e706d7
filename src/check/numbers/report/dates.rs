//! Dates in figures, `15.04.2026`, against those of the French: a month in figures hides well.

use crate::check::lexicon::Lexicon;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::Comparison;
use crate::check::numbers::read::{Item, is_blank};
use crate::check::numbers::value::Value;
use crate::check::scan::with_lower;
use crate::check::{Problem, Shared};
use crate::text::Span;

/// A day of the French: `15 mars 2026`, `1er mars`.
struct Day {
    span: Span,
    day: u64,
    month: u64,
    year: Option<u64>,
}

/// Numbers that are written as a date, without their year.
struct Figures {
    span: Span,
    /// As they stand there.
    pair: [u64; 2],
    year: Option<u64>,
    /// Whether the year stands first: then the month follows, everywhere.
    is_by_year: bool,
}

impl Figures {
    /// The day and the month, where a date that doesn't begin with its year begins with this one of the two.
    fn day_and_month(&self, month_first: bool) -> (u64, u64) {
        let [first, second] = self.pair;
        if self.is_by_year || month_first { (second, first) } else { (first, second) }
    }
}

/// Locales that write the month before the day in figures.
const MONTH_FIRST: [&str; 4] = ["en-US", "en-PH", "fil", "es-PR"];
/// Locales that write it in both ways.
const EITHER_FIRST: [&str; 2] = ["en", "en-CA"];

/// Another day than that of the French.
pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    if comparison.french.months == 0 {
        exchanged(comparison, problems);
    } else {
        other_month(comparison, problems);
    }
}

/// A day and a month that changed places: 03.08.2022 for `08/03/2022`, or 08/03/2022 in American English, which is in
/// August.
fn exchanged(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let may_be_date = |item: &Item| item.traits.joined.is_some() || item.parts.len() > 2;
    if !comparison.french.items.iter().any(may_be_date) {
        return;
    }
    let tag = comparison.target.tag.as_str();
    let month_first = MONTH_FIRST.contains(&tag);
    let is_day = |(day, month): (u64, u64)| (1..=31).contains(&day) && (1..=12).contains(&month);
    let dated = |date: &Figures| date.year.is_some_and(|year| (1000..2200).contains(&year));
    let days = figures(&comparison.french.items, &comparison.source.prose);
    let days = days.into_iter().filter(|date| dated(date) && is_day(date.day_and_month(false)));
    let days: Vec<_> = days.filter(|date| date.pair[0] != date.pair[1]).collect();
    if days.is_empty() {
        return;
    }
    let here = figures(&comparison.here.items, &comparison.text.prose);
    for french in &days {
        let (day, month) = french.day_and_month(false);
        let is_either = |date: &&Figures| EITHER_FIRST.contains(&tag) && !date.is_by_year;
        let of_year = || here.iter().filter(|date| date.year == french.year);
        let is_right = |date: &Figures| {
            date.day_and_month(month_first) == (day, month)
                || is_either(&date) && date.day_and_month(true) == (day, month)
        };
        let is_turned = |date: &&Figures| date.day_and_month(month_first) == (month, day);
        let other = of_year().find(is_turned).filter(|_| !of_year().any(is_right));
        let span = other.map(|date| date.span.clone()).or_else(|| named_month(comparison, day, month));
        let Some(span) = span else { continue };
        let (written, said) =
            (&comparison.text.raw[span.clone()], &comparison.source.raw[french.span.clone()]);
        problems.push(
            Problem::warning(RULE, span, format!("{written} is another day: the French says {said}"))
                .of_french(french.span.clone())
                .help(format!("it is day {day} of month {month}")),
        );
        return;
    }
}

/// The number that stands as the day beside the name of the month that has the number of the day: August 3 for `08/03`.
fn named_month(comparison: &Comparison<'_>, day: u64, month: u64) -> Option<Span> {
    let here = comparison.here;
    let has = |month: u64| month < 13 && here.months >> month & 1 == 1;
    if here.month_count != 1 || !has(day) || has(month) {
        return None;
    }
    let is = |item: &Item, number: u64| item.value == Some(Value::whole(number));
    let is_there = here.items.iter().any(|item| is(item, day));
    here.items.iter().find(|item| is(item, month) && !is_there).map(|item| item.span.clone())
}

/// Another month in figures than the French has in words.
fn other_month(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let figures = figures(&comparison.here.items, &comparison.text.prose);
    if figures.is_empty() {
        return;
    }
    let days = days(comparison);
    for date in &figures {
        let is_year = |day: &Day| match (day.year, date.year) {
            (Some(french), Some(here)) => here == french || here < 100 && here == french % 100,
            (_, None) => true,
            (None, Some(_)) => false,
        };
        let has = |number: u64| date.pair.contains(&number);
        let is_right = |day: &Day| {
            has(day.day) && has(day.month) && (day.day != day.month || date.pair[0] == date.pair[1])
        };
        if days.iter().any(|day| is_year(day) && is_right(day)) {
            continue;
        }
        let Some(day) = days.iter().find(|day| is_year(day) && has(day.day)) else { continue };
        let other = if date.pair[0] == day.day { date.pair[1] } else { date.pair[0] };
        // Without its year, a date looks like much else; with the month beside it, it is something else.
        let is_said = comparison.here.months >> day.month & 1 == 1;
        if is_said || date.year.is_none() && !(1..=12).contains(&other) {
            continue;
        }
        let written = &comparison.text.raw[date.span.clone()];
        let french = &comparison.source.raw[day.span.clone()];
        problems.push(
            Problem::warning(
                RULE,
                date.span.clone(),
                format!("{written} is another month: the French says {french}"),
            )
            .of_french(day.span.clone())
            .help(format!("write {} as the month", day.month))
            .shared(Shared::Fault(0x4000_0000 | 0x2000 | other as u32 & 0xFF)),
        );
        return;
    }
}

/// The days of the French whose month is a word.
fn days(comparison: &Comparison<'_>) -> Vec<Day> {
    let (source, items) = (comparison.source, &comparison.french.items);
    let months = &Lexicon::french().months;
    let mut days = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let Some(day) = item.whole().filter(|day| (1..=31).contains(day)) else { continue };
        let index = source.words.partition_point(|word| word.span().start < item.span.end);
        let mut words = source.words[index..].iter().take(2).filter(|word| source.word(word) != "er");
        let Some(word) = words.next().filter(|word| word.span().start <= item.span.end + 5) else { continue };
        let Some(month) = with_lower(source.word(word), |word| months.get(word).copied()) else { continue };
        let next = items.get(at + 1).filter(|next| {
            source
                .prose
                .get(word.span().end..next.span.start)
                .is_some_and(|between| between.chars().all(is_blank))
        });
        let year = next.and_then(Item::whole).filter(|year| (1000..2200).contains(year));
        let end = match (year, next) {
            (Some(_), Some(next)) => next.span.end,
            _ => word.span().end,
        };
        days.push(Day { span: item.span.start..end, day, month: u64::from(month), year });
    }
    days
}

/// The dates in figures of a text.
fn figures(items: &[Item], prose: &str) -> Vec<Figures> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let (span, parts, count) = joined(items, at);
        let date = match parts.as_slice() {
            [year, month, day] if *year > 31 => Some(([*month, *day], Some(*year), true)),
            [first, second, year] => Some(([*first, *second], Some(*year), false)),
            // 15.04. and 15/04: a fraction, a time or a score is written so too, but not with both.
            [first, second] if prose[span.end..].starts_with('.') && ends_date(&prose[span.end + 1..]) => {
                prose[span.clone()].contains('.').then_some(([*first, *second], None, false))
            }
            _ => None,
        };
        if let Some((pair, year, is_by_year)) = date {
            all.push(Figures { span, pair, year, is_by_year });
        }
        at += count;
    }
    all
}

/// Whether a date may end before a text: 1.6.–15.9.
fn ends_date(after: &str) -> bool {
    after.is_empty() || after.starts_with([' ', '\u{A0}', ',', '–', '-', '—', ')', ';', ':'])
}

/// The numbers that stand joined from `at` on, where these are written without other marks: their span, values, and
/// how many items they are.
fn joined(items: &[Item], at: usize) -> (Span, Vec<u64>, usize) {
    let item = &items[at];
    if !item.parts.is_empty() {
        let parts = item.parts.iter().filter_map(|part| part.as_whole()).collect();
        let is_dotted = item.traits.dotted;
        return (item.span.clone(), if is_dotted { parts } else { Vec::new() }, 1);
    }
    let (mut span, mut values) = (item.span.clone(), Vec::new());
    values.extend(item.whole());
    let mark = items.get(at + 1).and_then(|next| next.traits.joined);
    let Some(mark) = mark.filter(|mark| matches!(mark, '/' | '-' | '.' | '−' | '–')) else {
        return (span, Vec::new(), 1);
    };
    let mut count = 1;
    for next in &items[at + 1..] {
        if next.traits.joined != Some(mark) || !next.parts.is_empty() {
            break;
        }
        values.extend(next.whole());
        span.end = next.span.end;
        count += 1;
    }
    if values.len() < count || count < 3 {
        values.clear();
    }
    (span, values, count)
}
