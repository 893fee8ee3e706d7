//! Dates in figures, `15.04.2026`, against those of the French in words: a month in figures hides well.

use crate::check::lexicon::Lexicon;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::Comparison;
use crate::check::numbers::read::{Item, is_blank};
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

/// Numbers of the translation that are written as a date, without their year.
struct Figures {
    span: Span,
    pair: [u64; 2],
    year: Option<u64>,
}

/// Another month in figures than the French has in words.
pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    if comparison.french.months == 0 {
        return;
    }
    let figures = figures(comparison);
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

/// The dates in figures of the translation.
fn figures(comparison: &Comparison<'_>) -> Vec<Figures> {
    let (items, prose) = (&comparison.here.items, &comparison.text.prose);
    let mut all = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let (span, parts, count) = joined(items, at);
        let date = match parts.as_slice() {
            [year, month, day] if *year > 31 => Some(([*month, *day], Some(*year))),
            [first, second, year] => Some(([*first, *second], Some(*year))),
            // 15.04. and 15/04: a fraction, a time or a score is written so too, but not with both.
            [first, second] if prose[span.end..].starts_with('.') && ends_date(&prose[span.end + 1..]) => {
                prose[span.clone()].contains('.').then_some(([*first, *second], None))
            }
            _ => None,
        };
        if let Some((pair, year)) = date {
            all.push(Figures { span, pair, year });
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
