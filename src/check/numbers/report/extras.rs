//! What is told of numbers that are there: marks of another locale, lost signs, other units; and, where no
//! French number is missing, numbers too many, other months, another order.

use super::currency::currency;
use super::day::half_of_day;
use super::{dates, eras, left, shares, units, wording};
use crate::check::numbers::RULE;
use crate::check::numbers::compare::{Comparison, Found, converts, explain, holds, is_clock, is_next_floor};
use crate::check::numbers::read::{Item, Kind, is_blank, raised, words_between};
use crate::check::numbers::value::Value;
use crate::check::scan::{self, Text, WIDE};
use crate::check::{Problem, Shared};
use crate::diagnostic::Severity;
use crate::text::Span;

/// `complete`: no French number is missing.
pub(super) fn report(comparison: &Comparison<'_>, complete: bool, problems: &mut Vec<Problem>) {
    let begun = problems.len();
    marks(comparison, problems);
    for (at, item) in comparison.french.items.iter().enumerate() {
        let Some(Found::At(here) | Found::Loosely(Some(here))) = comparison.found[at] else { continue };
        let other = &comparison.here.items[here];
        let told = problems.len();
        percent(comparison, item, other, problems);
        sign(comparison, item, other, problems);
        units::report(comparison, at, here, problems);
        half_of_day(comparison, at, here, problems);
        if problems.len() > told {
            break;
        }
    }
    clocks(comparison, problems);
    currency(comparison, problems);
    shares::report(comparison, problems);
    ordinals(comparison, problems);
    eras::report(comparison, problems);
    left::report(comparison, problems);
    powers(comparison, problems);
    if complete {
        months(comparison, problems);
        dates::report(comparison, problems);
        order(comparison, problems);
        if problems.len() == begun {
            added(comparison, problems);
        }
    }
}

/// Decimal and grouping marks of another locale.
fn marks(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let items = &comparison.here.items;
    let wrong = comparison.found.iter().find_map(|found| match found {
        Some(Found::Foreign(at)) => {
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

/// 18:000 and 18:0 for 18:00.
fn clocks(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let is_clock = |item: &&Item| item.value.is_none() && !item.traits.dotted && item.parts.len() > 1;
    // The digits of the minutes and seconds.
    let are_two = |written: &str| {
        written.contains(':')
            && written
                .split(':')
                .skip(1)
                .all(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()))
    };
    let french = &comparison.french.items;
    if !french.iter().filter(is_clock).any(|item| are_two(&comparison.source.raw[item.span.clone()])) {
        return;
    }
    for item in comparison.here.items.iter().filter(is_clock) {
        let written = &comparison.text.raw[item.span.clone()];
        let is_same = french.iter().filter(is_clock).any(|other| {
            let hour = |item: &Item| item.parts[0].as_whole().unwrap_or(99) % 12;
            hour(other) == hour(item) && are_two(&comparison.source.raw[other.span.clone()])
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

/// The French months; the first place is for none.
const MONTHS: [&str; 13] = [
    "",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// Another month. Names of months are also other words (may, mars): never sure.
fn months(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    if has_other_months(comparison) {
        let lost = comparison.french.months & !comparison.here.months;
        let month = MONTHS.get(lost.trailing_zeros() as usize).copied().unwrap_or_default();
        let text = comparison.text;
        let (span, what) = match other_month(comparison) {
            Some(span) => (span.clone(), format!("“{}” is another month", &text.raw[span])),
            None => (0..0, "the month is another one".to_owned()),
        };
        problems.push(
            Problem::warning(RULE, span, format!("{what}: the French says {month}"))
                .of_french(comparison.source.raw.find(month).map_or(0..0, |at| at..at + month.len()))
                .help("write the month of the French")
                .shared(Shared::Fault(
                    0x4000_0000 | u32::from(comparison.here.months & !comparison.french.months),
                )),
        );
    }
}

/// Where the translation names a month that the French doesn't; a month that it names twice, if that is all.
fn other_month(comparison: &Comparison<'_>) -> Option<Span> {
    let (text, months) = (comparison.text, &comparison.target.lexicon.months);
    let named = || {
        text.words.iter().rev().filter_map(|word| Some((months.get(text.word(word))?, word.span().clone())))
    };
    let is_new = |month: u8| comparison.french.months >> month & 1 == 0;
    if comparison.target.script.is_unspaced() {
        let written = |month: &u8| text.prose.find(&format!("{month}月")).zip(Some(*month));
        let new = (1..=12).filter(|month| is_new(*month) && comparison.here.months >> month & 1 == 1);
        let (at, month) = new.rev().find_map(|month| written(&month))?;
        return Some(at..at + format!("{month}月").len());
    }
    named().find(|(month, _)| is_new(**month)).or_else(|| named().next()).map(|(_, span)| span)
}

fn has_other_months(comparison: &Comparison<'_>) -> bool {
    let (french, here) = (comparison.french.months, comparison.here.months);
    let (lost, added) = (french & !here, here & !french);
    // The same month twice, in place of two: what was lost is told by the count.
    let repeated = comparison.here.month_count >= comparison.french.month_count;
    lost != 0 && (added != 0 || repeated)
}

/// A lost per-cent sign.
fn percent(comparison: &Comparison<'_>, item: &Item, other: &Item, problems: &mut Vec<Problem>) {
    if !item.traits.percent || other.traits.percent || comparison.here.percents >= comparison.french.percents
    {
        return;
    }
    // From 10 to 15 %: the sign stands once for both.
    let shared = comparison.here.items.iter().any(|next| {
        next.traits.percent && next.span.start > other.span.end && next.span.start - other.span.end <= 16
            // %5-10
            || next.traits.percent && other.traits.joined.is_some() && other.span.start.wrapping_sub(next.span.end) <= 4
    });
    if shared && comparison.here.percents > 0 {
        return;
    }
    if holds_percent(comparison) || is_share_in_figures(comparison, item, other) {
        return;
    }
    let written = &comparison.text.raw[other.span.clone()];
    problems.push(
        Problem::error(RULE, other.span.clone(), format!("{written} lost its per-cent sign"))
            .of_french(item.span.clone())
            .help("write the sign, or the word for it"),
    );
}

/// Whether a compound says that its number is one of per cent (äänestysprosentti); percentage points
/// (Prozentpunkte) don't.
fn holds_percent(comparison: &Comparison<'_>) -> bool {
    const LONG: usize = 6;
    let (text, percent) = (comparison.text, &comparison.target.lexicon.percent);
    let long: Vec<&str> = percent.iter().copied().filter(|word| word.len() >= LONG).collect();
    !long.is_empty()
        && text.has_word(|word| long.iter().any(|form| word.contains(form) && !word.starts_with(form)))
}

/// A lost minus sign.
fn sign(comparison: &Comparison<'_>, item: &Item, other: &Item, problems: &mut Vec<Problem>) {
    if !item.traits.negative || other.traits.negative || other.traits.joined.is_some() {
        return;
    }
    // « −26 ans » on a list of prices is those who are younger.
    if comparison.source.prose[item.span.end..].trim_start_matches(is_blank).starts_with("ans") {
        return;
    }
    let text = comparison.text;
    let minus = &comparison.target.lexicon.minus;
    let said = if comparison.target.script.is_unspaced() {
        minus.iter().any(|word| text.prose.contains(word))
    } else {
        // The longer ones may have endings, or begin a compound: pakkasasteeseen.
        let is_minus =
            |word: &str| minus.iter().any(|form| *form == word || form.len() >= 6 && word.starts_with(form));
        text.has_word(is_minus)
    };
    // What is less by so much per cent falls, in many words: nothing is sure there.
    let decline = &comparison.target.lexicon.decline;
    let falls = item.traits.percent
        && match comparison.target.script.is_unspaced() {
            true => decline.iter().any(|word| text.prose.contains(word)),
            false => text.has_word(|word| decline.iter().any(|form| word.starts_with(form))),
        };
    if !said && !falls {
        let written = &text.raw[other.span.clone()];
        let severity = if item.traits.percent { Severity::Warning } else { Severity::Error };
        problems.push(
            Problem::new(RULE, severity, other.span.clone(), format!("{written} lost its minus sign"))
                .of_french(item.span.clone())
                .help("write the sign, or say it in words"),
        );
    }
}

/// How French words begin that tell of a defeat.
const DEFEATS: [&str; 9] = ["inclin", "perd", "défait", "battu", "déroute", "échou", "chut", "tomb", "sombr"];

/// Whether the French tells of a defeat.
fn loses(comparison: &Comparison<'_>) -> bool {
    comparison.source.has_word(|word| DEFEATS.iter().any(|beginning| word.starts_with(beginning)))
}

/// Words between the ends of a range.
const TO: [&str; 9] = ["à", "to", "bis", "tot", "till", "til", "do", "до", "a"];

/// Whether the numbers at `at` and behind it are those of a date in figures: 24/12/2001 is 2001-12-24.
fn is_day_and_month(items: &[Item], at: usize) -> bool {
    let [first, second, year] = items.get(at..at + 3).unwrap_or_default() else { return false };
    let most = |item: &Item, most: u64| item.whole().is_some_and(|value| (1..=most).contains(&value));
    second.traits.joined.is_some()
        && second.traits.joined == year.traits.joined
        && most(first, 31)
        && most(second, 12)
        && year.whole().is_some_and(|year| (1000..2200).contains(&year) || year < 100)
}

/// Whether the numbers at `at` and behind it are the month and the day behind a year: 2001-12-24 is 24/12/2001.
fn is_behind_year(items: &[Item], at: usize) -> bool {
    let [year, first, second] =
        at.checked_sub(1).and_then(|year| items.get(year..year + 3)).unwrap_or_default()
    else {
        return false;
    };
    let most = |item: &Item, most: u64| item.whole().is_some_and(|value| (1..=most).contains(&value));
    first.traits.joined.is_some()
        && first.traits.joined == second.traits.joined
        && most(first, 12)
        && most(second, 31)
        && year.whole().is_some_and(|year| (1000..2200).contains(&year))
}

/// Whether a day and a month stand without their year, `31/12`, in a locale that writes the month first.
fn is_day_without_year(comparison: &Comparison<'_>, first: &Item, second: &Item) -> bool {
    second.traits.joined == Some('/')
        && first.whole().is_some_and(|day| (13..=31).contains(&day))
        && second.whole().is_some_and(|month| (1..=12).contains(&month))
        && matches!(comparison.target.tag.as_str(), "en" | "en-US")
}

/// 1–3 for 3–1.
fn order(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let french = &comparison.french.items;
    for (at, pair) in french.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        // From 10 h 30 to 18 h 30: the minutes of one time and the hour of the next are no pair.
        if at > 0 && is_clock(comparison, at - 1, at) {
            continue;
        }
        let (Some(a), Some(b)) = (first.value, second.value) else { continue };
        let between = comparison.source.prose.get(first.span.end..second.span.start).unwrap_or_default();
        let is_pair =
            matches!(second.traits.joined, Some('-' | '–' | ':' | '/')) || words_between(between) == "à";
        // The parts of a date stand in the order of the language.
        let is_date = [a, b].iter().filter(|value| value.as_whole().is_some_and(|year| year >= 1000)).count()
            == 1
            || is_day_and_month(french, at)
            || is_behind_year(french, at)
            || is_day_without_year(comparison, first, second);
        if !is_pair
            || is_date
            || a == b
            || first.traits.zero_led
            || second.traits.zero_led
            || first.traits.hour
            || comparison.source.raw[second.span.clone()].starts_with('0')
        {
            continue;
        }
        let turned = |x: Option<Value>, y: Option<Value>| x == Some(b) && y == Some(a);
        let straight = |x: Option<Value>, y: Option<Value>| x == Some(a) && y == Some(b);
        let here = &comparison.here.items;
        let joined = |item: &Item| matches!(item.traits.joined, Some('-' | '–' | ':' | '/' | '−' | '—'));
        let pairs = || {
            here.windows(2)
                .filter(|pair| {
                    let between = comparison.text.prose.get(pair[0].span.end..pair[1].span.start);
                    joined(&pair[1]) || between.is_some_and(|between| TO.contains(&words_between(between)))
                })
                .map(|pair| (pair[0].value, pair[1].value, &pair[1]))
        };
        let clocks = || {
            here.iter()
                .filter(|item| item.parts.len() == 2 && item.value.is_none())
                .map(|item| (Some(item.parts[0]), Some(item.parts[1]), item))
        };
        if pairs().chain(clocks()).any(|(x, y, _)| straight(x, y))
            || comparison.target.script == crate::check::script::Script::Arabic
        {
            continue;
        }
        // French names the winner's score first also of a team that lost, others that of the team. What rises may be a
        // range, but for the sets of a match.
        let is_score = || {
            let is_of_match = |pair: &&Item| matches!(pair.traits.joined, Some('-' | '–'));
            a > b || french.iter().filter(is_of_match).count() > 1
        };
        if is_score() && loses(comparison) {
            continue;
        }
        if let Some((_, _, item)) = pairs().chain(clocks()).find(|(x, y, _)| turned(*x, *y)) {
            problems.push(
                Problem::warning(RULE, item.span.clone(), format!("{a} and {b} stand the other way round"))
                    .help("write them in the order of the French"),
            );
            return;
        }
    }
}

/// 75nd
fn ordinals(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
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
fn powers(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
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
            .help("write the power of the French, or correct the French if it is wrong there"),
        );
    }
}

/// Numbers in digits that the French has in no form.
fn added(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    for (at, value) in comparison.left() {
        let item = &comparison.here.items[at];
        // Half past noon: the hour is there in a word.
        let is_minute =
            item.value.is_none() && item.parts.first().is_some_and(|hour| comparison.is_french(*hour));
        if is_minute {
            continue;
        }
        let small = value.as_whole().is_some_and(|value| value < 2);
        if item.kind != Kind::Digits
            || small
            || item.traits.coded
            || comparison.is_french(value)
            || explain(comparison, value)
            || converts(comparison, at)
            || is_explained(comparison, item, value)
        {
            continue;
        }
        let is_dialled = comparison.french.items.iter().any(|item| item.traits.phone);
        let (span, what) = match wording::dialled(comparison, at).filter(|_| is_dialled) {
            Some(span) => (span, "telephone number "),
            None => (item.span.clone(), ""),
        };
        let help = match what {
            "" => "delete it, unless it makes the sentence clear",
            _ => "copy the telephone number of the French",
        };
        let written = &comparison.text.raw[span.clone()];
        problems.push(
            Problem::warning(RULE, span, format!("the French has no {what}{written}"))
                .help(help)
                .shared(Shared::Addition(value.as_whole().unwrap_or(0) as u32)),
        );
        return;
    }
}

/// Whether the French speaks of them where Japanese or Chinese speaks of the two: ils is 2人.
fn are_two_people(comparison: &Comparison<'_>, item: &Item) -> bool {
    const THEY: [&str; 7] = ["ils", "elles", "eux", "leur", "leurs", "couple", "époux"];
    comparison.target.script.is_unspaced()
        && comparison.text.prose[item.span.end..].starts_with('人')
        && comparison.source.has_word(|word| THEY.contains(&word))
}

/// 24/7, the 20th century of the 1990s, a month in figures.
fn is_explained(comparison: &Comparison<'_>, item: &Item, value: Value) -> bool {
    let Some(value) = value.as_whole() else { return false };
    let french = comparison.french;
    let has = |wanted: &dyn Fn(u64) -> bool| {
        french.items.iter().filter_map(|item| item.value?.as_whole()).any(wanted)
    };
    let before = &comparison.text.prose[..item.span.start];
    // 1, 2 or 3 for 1-3.
    let is_between = || {
        french.items.windows(2).any(|ends| {
            let whole = |item: &Item| item.value?.as_whole();
            ends[1].traits.joined.is_some_and(|mark| matches!(mark, '-' | '–'))
                && whole(&ends[0])
                    .zip(whole(&ends[1]))
                    .is_some_and(|(a, b)| a < value && value < b && b - a < 10)
        })
    };
    // Pages 45–46 for p. 45 sq.
    let is_next_page = || {
        item.traits.joined.is_some()
            && french.items.iter().any(|page| {
                let after = comparison.source.prose[page.span.end..].trim_start_matches(is_blank);
                page.whole().is_some_and(|page| page + 1 == value)
                    && ["sq", "et suiv", "et s."].iter().any(|next| after.starts_with(next))
            })
    };
    let is_floor = || {
        let is_below = |french: &Item| {
            french.whole().is_some_and(|floor| is_next_floor(comparison, french, floor, value))
        };
        french.items.iter().any(is_below)
    };
    is_floor()
        || value == 2 && are_two_people(comparison, item)
        || (value == 7 && item.traits.joined == Some('/'))
        || comparison.target.lexicon.eras.iter().any(|era| before.ends_with(era))
        || has(&|year| (1000..2100).contains(&year) && year / 100 + 1 == value)
        || (value < 13 && french.months >> value & 1 == 1)
        || is_between()
        || is_next_page()
        || is_in_code(comparison.source, &comparison.text.raw[item.span.clone()])
}

/// 1/10 for 10 %.
fn is_share_in_figures(comparison: &Comparison<'_>, item: &Item, other: &Item) -> bool {
    let items = &comparison.here.items;
    let whole = |item: &Item| item.value?.as_whole();
    let above = items.windows(2).find(|pair| pair[1].span == other.span).and_then(|pair| whole(&pair[0]));
    other.traits.joined == Some('/')
        && above
            .zip(whole(other))
            .zip(whole(item))
            .is_some_and(|((above, below), percent)| above.checked_mul(100) == below.checked_mul(percent))
}

/// Whether a number stands in code of the French: that it left its code is told of the markup.
fn is_in_code(french: &Text<'_>, number: &str) -> bool {
    french.written(scan::Kind::Code).any(|code| holds(code, number))
}
