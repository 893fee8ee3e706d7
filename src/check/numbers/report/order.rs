//! Two numbers that changed places: 1–3 for 3–1.

use crate::check::Problem;
use crate::check::lists::Words;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::{Comparison, is_clock};
use crate::check::numbers::read::{Item, is_blank, words_between};
use crate::check::numbers::value::Value;
use crate::check::scan::with_lower;
use crate::text::Span;

/// How French words begin that tell of a defeat.
const DEFEATS: [&str; 10] =
    ["inclin", "perd", "défait", "battu", "déroute", "échou", "chut", "tomb", "sombr", "mené"];

/// Whether the French tells of a defeat: of a team that is beaten, and not of one that has beaten another. Who was beaten is a
/// pronoun in *Lyon les a battus*, which other languages tell of them: they lost 2:4.
fn loses(comparison: &Comparison<'_>) -> bool {
    const HAS: [&str; 10] = ["a", "ont", "avait", "avaient", "ayant", "avoir", "aura", "ai", "avons", "avez"];
    const THEM: [&str; 6] = ["l", "la", "le", "les", "nous", "vous"];
    /// Behind *nous* and *vous*, these have them for their subject.
    const OF_THEM: [&str; 2] = ["avons", "avez"];
    let source = comparison.source;
    let at = |at: Option<usize>| at.map_or("", |at| source.word(&source.words[at]));
    source.words.iter().enumerate().any(|(index, word)| {
        let has_beaten = || {
            let (has, object) = (at(index.checked_sub(1)), at(index.checked_sub(2)));
            HAS.contains(&has) && (OF_THEM.contains(&has) || !THEM.contains(&object))
        };
        with_lower(source.word(word), |word| {
            DEFEATS.iter().any(|beginning| word.starts_with(beginning))
                && !(word.starts_with("battu") && has_beaten())
        })
    })
}

/// Whether a number of the French begins no range, but a score: battus 2 à 4.
fn is_score_in_words(comparison: &Comparison<'_>, first: &Item) -> bool {
    let before = comparison.source.prose[..first.span.start].trim_end_matches(is_blank);
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    DEFEATS[..4].iter().any(|beginning| word.starts_with(beginning)) || matches!(word, "par" | "sur")
}

/// Words between the ends of a range.
static TO: Words = Words::of("to");

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

/// The units behind the parts of a length of time.
const PARTS: [&[&str]; 3] =
    [&["h", "heure", "heures"], &["min", "mn", "minute", "minutes"], &["s", "sec", "seconde", "secondes"]];

/// Where the French says a length of time by its parts, and what they are: `2 h 29 min 47 s`, or `29 min 47 s`.
fn parted_time(comparison: &Comparison<'_>) -> Option<(Span, Vec<Value>)> {
    let (items, prose) = (&comparison.french.items, &comparison.source.prose);
    let has_unit = |item: &Item, units: &[&str]| {
        let after = prose[item.span.end..].trim_start_matches(is_blank);
        units.contains(&&after[..after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len())])
    };
    let seconds = items.iter().position(|item| has_unit(item, PARTS[2]))?;
    let minutes = seconds.checked_sub(1).filter(|at| has_unit(&items[*at], PARTS[1]))?;
    let first = minutes.checked_sub(1).filter(|at| has_unit(&items[*at], PARTS[0])).unwrap_or(minutes);
    let parts = items[first..=seconds].iter().map(|item| item.value).collect::<Option<Vec<_>>>()?;
    // One length, and no three of them.
    let span = items[first].span.start..items[seconds].span.end;
    (span.len() < 40 && !prose[span.clone()].contains([',', ';', '('])).then_some((span, parts))
}

/// Parts of a length of time that changed places: 2:47:29 for `2 h 29 min 47 s`.
fn turned_time(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    if !comparison.here.items.iter().any(|item| item.parts.len() > 1) {
        return;
    }
    let Some((span, parts)) = parted_time(comparison) else { return };
    let sorted = |parts: &[Value]| {
        let mut sorted = parts.to_vec();
        sorted.sort_unstable();
        sorted
    };
    let (here, raw) = (&comparison.here.items, &comparison.text.raw);
    let is_turned = |item: &&Item| item.parts != parts && sorted(&item.parts) == sorted(&parts);
    if here.iter().any(|item| item.parts == parts) {
        return;
    }
    if let Some(item) = here.iter().find(is_turned) {
        let (is, was) = (&raw[item.span.clone()], &comparison.source.raw[span.clone()]);
        problems.push(
            Problem::warning(RULE, item.span.clone(), format!("{is} is another time: the French says {was}"))
                .of_french(span)
                .help("write its parts in the order of the French"),
        );
    }
}

/// 1–3 for 3–1.
pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    /// Bytes between two numbers of which each belongs to one of two things named before.
    const NEAR: usize = 24;
    turned_time(comparison, problems);
    let french = &comparison.french.items;
    let says_respectively = || comparison.source.has_word(|word| word == "respectivement");
    for (at, pair) in french.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        // From 10 h 30 to 18 h 30: the minutes of one time and the hour of the next are no pair.
        if at > 0 && is_clock(comparison, at - 1, at) {
            continue;
        }
        let (Some(a), Some(b)) = (first.value, second.value) else { continue };
        let between = comparison.source.prose.get(first.span.end..second.span.start).unwrap_or_default();
        let is_pair = matches!(second.traits.joined, Some('-' | '–' | ':' | '/'))
            || matches!(words_between(between), "à" | "voix contre");
        let is_respective = words_between(between) == "et" && says_respectively();
        let is_pair = is_pair || is_respective;
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
                    joined(&pair[1])
                        || between.is_some_and(|between| {
                            TO.has(words_between(between)) || is_respective && between.len() <= NEAR
                        })
                })
                .map(|pair| (pair[0].value, pair[1].value, &pair[1]))
        };
        let clocks = || {
            here.iter()
                .filter(|item| item.parts.len() == 2 && item.value.is_none() && !item.traits.dotted)
                .map(|item| (Some(item.parts[0]), Some(item.parts[1]), item))
        };
        if pairs().chain(clocks()).any(|(x, y, _)| straight(x, y))
            || comparison.target.script == crate::check::script::Script::Arabic
        {
            continue;
        }
        // French names the winner's score first also of a team that lost, as most others do (*lost 4–2*, *perdeu por 4 a
        // 2*); some only that of the team (*przegrał 2:4*). What rises may be a range, but for the sets of a match.
        let is_score = || {
            let is_of_match = |pair: &&Item| matches!(pair.traits.joined, Some('-' | '–'));
            a > b
                || !comparison.target.lexicon.own_score_first
                    && (is_of_match(&second) || is_score_in_words(comparison, first))
                || french.iter().filter(is_of_match).count() > 1
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
