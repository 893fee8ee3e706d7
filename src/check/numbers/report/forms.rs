//! Numbers that are there, and are not written as this language does.

use crate::check::Problem;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::{Comparison, Found};
use crate::check::numbers::read::{Item, Kind, is_blank, raised};
use crate::check::scan::{Text, WIDE};
use crate::text::Span;

/// Decimal and grouping marks of another locale.
pub(super) fn marks(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let items = &comparison.here.items;
    let wrong = comparison.found.iter().find_map(|found| match found {
        Some(Found::Foreign(at))
            if !has_swiss_decimals(comparison, &items[*at]) && !ends_list(comparison.text, &items[*at]) =>
        {
            Some((items[*at].span.clone(), "is written with the marks of another locale"))
        }
        // Its second part was read as a number, too.
        Some(Found::Spaced(at)) => Some((
            items[*at].span.start..items[*at + 1].span.end,
            "is grouped with a space, which this locale doesn't do",
        )),
        _ => None,
    });
    let Some((span, what)) = wrong else { return };
    if comparison.target.lexicon.both_marks && !comparison.target.tag.contains('-') {
        return;
    }
    let target = comparison.target;
    let written = &comparison.text.raw[span.clone()];
    let group = if is_blank(target.group) { "a space".to_owned() } else { format!("“{}”", target.group) };
    problems.push(
        Problem::warning(RULE, span, format!("{written} {what}"))
            .help(format!("here the decimal mark is “{}”, and {group} groups thousands", target.decimal)),
    );
}

/// Whether a number has the other decimal mark of Switzerland, where money has a point and all else a comma: 8,1 % and
/// CHF 2'345.60. Neither of them groups thousands there.
fn has_swiss_decimals(comparison: &Comparison<'_>, item: &Item) -> bool {
    let is_swiss = |tag: &str| tag.ends_with("-CH") || tag.ends_with("-LI");
    let has_decimals = || item.foreign.is_some_and(|value| value.as_whole().is_none());
    let marks = || comparison.text.raw[item.span.clone()].matches([',', '.']).count();
    is_swiss(&comparison.target.tag) && has_decimals() && marks() == 1
}

/// Whether the minutes of a time in figures, and its seconds, have two digits each: `18:30`.
pub(in crate::check::numbers) fn has_two_digits_each(time: &str) -> bool {
    let mut parts = time.split(':').skip(1).peekable();
    parts.peek().is_some() && parts.all(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()))
}

/// 18:000 and 18:0 for 18:00.
pub(super) fn clocks(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let is_clock = |item: &&Item| item.value.is_none() && !item.traits.dotted && item.parts.len() > 1;
    let french = &comparison.french.items;
    if !french
        .iter()
        .filter(is_clock)
        .any(|item| has_two_digits_each(&comparison.source.raw[item.span.clone()]))
    {
        return;
    }
    for item in comparison.here.items.iter().filter(is_clock) {
        let written = &comparison.text.raw[item.span.clone()];
        let is_same = french.iter().filter(is_clock).any(|other| {
            let hour = |item: &Item| item.parts[0].as_whole().unwrap_or(99) % 12;
            hour(other) == hour(item) && has_two_digits_each(&comparison.source.raw[other.span.clone()])
        });
        let is_odd = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()) && part.len() != 2;
        if is_same && written.contains(':') && written.split(':').skip(1).any(is_odd) {
            problems.push(
                Problem::warning(RULE, item.span.clone(), format!("{written} is no time"))
                    .help("write two digits for the minutes"),
            );
            return;
        }
    }
}

/// Whether a number ends a list without blanks, and is two of its numbers: `3,4,9,10,11`.
fn ends_list(text: &Text<'_>, item: &Item) -> bool {
    text.raw[..item.span.start].ends_with(',')
}

/// 4,0,1 for the version 4.0.1, and 1,10 for 1.10.
pub(super) fn versions(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let french = &comparison.french.items;
    let found = french.iter().zip(&comparison.found).find_map(|(item, found)| match found {
        Some(Found::Loosely(Some(here))) if item.is_version() => Some((item, &comparison.here.items[*here])),
        Some(Found::Loosely(_)) if comparison.names_version(item) => {
            with_comma(comparison, item).map(|other| (item, other))
        }
        _ => None,
    });
    let Some((item, other)) = found else { return };
    let (was, is) = (&comparison.source.raw[item.span.clone()], &comparison.text.raw[other.span.clone()]);
    if is.contains(',') && is.replace(',', ".") == was {
        problems.push(
            Problem::warning(RULE, other.span.clone(), format!("{is} is no version: the French says {was}"))
                .of_french(item.span.clone())
                .help("write the version with full stops, as everywhere"),
        );
    }
}

/// The number of the translation that is this one with a comma.
fn with_comma<'c>(comparison: &Comparison<'c>, item: &Item) -> Option<&'c Item> {
    let wanted = comparison.source.raw[item.span.clone()].replace('.', ",");
    comparison.here.items.iter().find(|other| comparison.text.raw[other.span.clone()] == wanted)
}

/// 75nd
pub(super) fn ordinals(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    if comparison.target.language != "en" {
        return;
    }
    for item in comparison.here.items.iter().filter(|item| item.kind == Kind::Digits) {
        let rest = &comparison.text.prose[item.span.end..];
        let ending =
            rest.get(..2).filter(|_| !rest[2..].starts_with(char::is_alphanumeric)).unwrap_or_default();
        let Some(value) = item.whole() else { continue };
        let right = match (value % 10, value % 100) {
            (_, 11..=13) => "th",
            (1, _) => "st",
            (2, _) => "nd",
            (3, _) => "rd",
            _ => "th",
        };
        if matches!(ending, "st" | "nd" | "rd" | "th") && ending != right {
            let span = item.span.start..item.span.end + 2;
            problems.push(
                Problem::warning(RULE, span, format!("{value}{ending} is not how this ordinal ends"))
                    .help(format!("write {value}{right}")),
            );
            return;
        }
    }
}

/// 10⁵ for 10⁶.
pub(super) fn powers(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let (source, text) = (comparison.source, comparison.text);
    if !comparison.french.has_powers || !text.has(WIDE) {
        return;
    }
    let (french, here) = (raised(source), raised(text));
    // Elsewhere they are written otherwise, or said in words.
    if french.len() != here.len() {
        return;
    }
    let written = |text: &'_ Text<'_>, span: &Span| text.raw[span.clone()].to_owned();
    let all: Vec<String> = here.iter().map(|span| written(text, span)).collect();
    let lost = french.iter().find(|span| !all.contains(&written(source, span)));
    let added =
        here.iter().find(|span| french.iter().all(|there| written(source, there) != written(text, span)));
    if let (Some(lost), Some(added)) = (lost, added) {
        problems.push(
            Problem::error(
                RULE,
                added.clone(),
                format!("{} became {}", written(source, lost), written(text, added)),
            )
            .of_french(lost.clone())
            .help("write the power of the French; if it is wrong there, tell the author"),
        );
    }
}
