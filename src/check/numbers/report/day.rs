//! The half of the day: six in the morning for 18 h.

use super::wording;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::Comparison;
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;
use crate::check::scan::{Text, Word, with_lower};
use crate::check::script::Script;
use crate::check::{Problem, Target};
use crate::text::Span;

/// Languages that say the half of the day before the hour alone: sabah 6, este 8-kor.
const HALF_FIRST: [&str; 2] = ["tr", "hu"];

/// The half of the day that words at a time of a translation say: 0 or 12.
pub(in crate::check::numbers) fn half_of_day(text: &Text<'_>, target: &Target, other: &Item) -> Option<u8> {
    let prose = &text.prose;
    let before = prose[..other.span.start].trim_end_matches(is_blank);
    let clock = &target.lexicon.clock;
    // 午後5時, 오후 5시
    if target.script.is_unspaced() || target.script == Script::Hangul {
        return clock.iter().find(|(word, _)| before.ends_with(word)).map(|(_, half)| *half);
    }
    if HALF_FIRST.contains(&target.language.as_str()) {
        return half_before(text, target, other);
    }
    let index = text.words.partition_point(|word| word.span().start < other.span.end);
    let words = text.words[index..].iter().take(4).take_while(|word| word.span().start < other.span.end + 22);
    for (at, word) in (index..).zip(words) {
        let span = word.span();
        let written = text.word(word);
        // В 9 часов того дня is in the morning as well.
        if written == "дня" && !is_after_hours(&prose[other.span.end..span.start], target) {
            return None;
        }
        // In Albanian p.d. is before noon.
        let is_meridian = || {
            let behind = prose[span.end..].strip_prefix('.').map(|rest| rest.trim_start_matches(is_blank));
            behind.is_some_and(|behind| behind.starts_with(['m', 'M']))
        };
        if matches!(written, "a" | "p" | "A" | "P") && is_meridian() {
            return Some(if written.eq_ignore_ascii_case("a") { 0 } else { 12 });
        }
        let found =
            with_lower(written, |word| clock.iter().find(|(form, _)| *form == word).map(|(_, half)| *half));
        if found.is_some() {
            let is_own = is_after_hours(&prose[other.span.end..span.start], target);
            return found.filter(|_| is_own || !begins_time(text, target, at));
        }
    }
    None
}

/// The half of the day that stands before a time, maybe with the word for the hour between: sabah saat 6, öğleden sonra 3.
fn half_before(text: &Text<'_>, target: &Target, other: &Item) -> Option<u8> {
    /// Bytes between it and what follows.
    const NEAR: usize = 4;
    let end = text.words.partition_point(|word| word.span().start < other.span.start);
    let mut behind = other.span.start;
    for word in text.words[..end].iter().rev().take(3) {
        if word.span().end + NEAR <= behind {
            return None;
        }
        behind = word.span().start;
        let half =
            |word: &str| target.lexicon.clock.iter().find(|(form, _)| *form == word).map(|(_, half)| *half);
        match with_lower(text.word(word), half) {
            None if matches!(text.word(word), "saat" | "Saat" | "sonra") => {}
            half => return half,
        }
    }
    None
}

/// Whether the word at `at` belongs to the time behind it: *um 21.40 Uhr, und morgens um 6*.
fn begins_time(text: &Text<'_>, target: &Target, at: usize) -> bool {
    /// Bytes of a small word between, with its blanks.
    const NEAR: usize = 6;
    let end = text.words[at].span().end;
    let behind = &text.prose[end..];
    let near = behind.char_indices().map(|(at, _)| at).take_while(|at| *at <= NEAR).last().unwrap_or(0);
    let is_number = |word: &Word| {
        with_lower(text.word(word), |word| {
            target.lexicon.number(word).is_some_and(|number| !number.soft && number.value < 25)
        })
    };
    let words = text.words[at + 1..].iter().take(2).take_while(|word| word.span().start <= end + NEAR);
    behind[..near].contains(|c: char| c.is_ascii_digit()) || words.into_iter().any(is_number)
}

/// Whether nothing but a word for hours and the ending of an ordinal stands between a time and what says its half of the day.
fn is_after_hours(between: &str, target: &Target) -> bool {
    let mut words = between.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().nth(2).is_some());
    words
        .all(|word| target.lexicon.units().get(word).is_some_and(|unit| matches!(unit.symbol(), "h" | "min")))
}

fn half(comparison: &Comparison<'_>, other: &Item) -> Option<u8> {
    half_of_day(comparison.text, comparison.target, other)
}

/// Whether a time is one of those that no night has: `2 p.m.`.
fn says_pm(comparison: &Comparison<'_>, other: &Item) -> bool {
    let behind = comparison.text.prose[other.span.end..].trim_start_matches(is_blank);
    ["p.m", "pm", "PM", "P.M"].iter().any(|half| behind.starts_with(half))
}

/// Whether French words within these bytes say which half of the day an hour is in: `soir`, `minuit`, `matinée`.
fn says_half(french: &Text<'_>, near: Span) -> bool {
    let index = french.words.partition_point(|word| word.span().start < near.start);
    let words = french.words[index..].iter().take_while(|word| word.span().start < near.end);
    words.map(|word| &french.prose[word.span().start..word.span().end.min(near.end)]).any(|word| {
        let bare = word.strip_prefix("mi").unwrap_or(word);
        ["soir", "matin", "nuit"].iter().any(|half| bare.starts_with(half)) || word.starts_with("midi")
    })
}

/// The hour of a time, as it is written.
fn written(time: &Item) -> Option<u64> {
    time.parts.first().copied().or(time.value).and_then(Value::as_whole)
}

/// What French adds to an hour in words, or takes from it.
const ADDED: [&str; 3] = ["et quart", "et demie", "moins le quart"];

/// Six in the morning for 18 h.
pub(super) fn report(comparison: &Comparison<'_>, at: usize, here: usize, problems: &mut Vec<Problem>) {
    let (item, other) = (&comparison.french.items[at], &comparison.here.items[here]);
    // Minuit vingt is 12:20 a.m. Others may say that half past noon is in the morning.
    if comparison.target.language == "en" && other.parts.len() == 2 {
        let named = match &comparison.source.prose[item.span.clone()] {
            "minuit" => Some(0),
            "midi" => Some(12),
            _ => None,
        };
        let said = named.and(half(comparison, other));
        if said.is_some() && said != named && !comparison.source.prose[item.span.end..].contains("moins") {
            tell(comparison, at, here, problems);
            return;
        }
    }
    // Of 18:00 the hour is a part.
    let figures =
        item.parts.first().filter(|_| item.value.is_none() && !item.traits.dotted && item.parts.len() == 2);
    let after = &comparison.source.prose[item.span.end..];
    let is_of_hours = after.trim_start_matches(is_blank).starts_with("heure");
    let is_in_words = item.kind == Kind::Word && is_of_hours;
    let hour = item.whole().filter(|_| item.traits.hour || is_in_words);
    let Some(hour) = hour.or(figures.and_then(|hour| hour.as_whole())) else { return };
    let reach = if is_of_hours && ADDED.iter().any(|part| after.contains(part)) { 40 } else { 24 };
    let near = after.char_indices().nth(reach).map_or(after, |(end, _)| &after[..end]);
    if says_half(comparison.source, item.span.end..item.span.end + near.len()) {
        let unit = after.trim_start_matches(is_blank);
        let unit = unit
            .strip_prefix("heures")
            .or_else(|| unit.strip_prefix("heure"))
            .or_else(|| unit.strip_prefix('h'))
            .unwrap_or_default();
        // 5 h 15 du matin
        let said = unit.trim_start_matches(|c: char| is_blank(c) || c.is_ascii_digit());
        // Trois heures et quart de l’après-midi.
        let added = ADDED.iter().find_map(|part| said.strip_prefix(part));
        let said = added.map_or(said, |rest| rest.trim_start_matches(is_blank));
        let is_afternoon =
            || ["de l’après-midi", "de l'après-midi"].iter().any(|noon| said.starts_with(noon));
        // At one or two the night is a morning, too.
        let wrong = match half(comparison, other) {
            Some(0) => {
                said.starts_with("du soir") && (6..12).contains(&hour)
                    || is_afternoon() && (1..7).contains(&hour)
            }
            Some(_) => {
                let first = if says_pm(comparison, other) { 1 } else { 5 };
                said.starts_with("du matin") && (first..12).contains(&hour)
            }
            // Four in the morning is not sixteen hours.
            None => {
                said.starts_with("du matin") && (1..12).contains(&hour) && written(other) == Some(hour + 12)
            }
        };
        if wrong {
            tell(comparison, at, here, problems);
        }
        return;
    }
    // In words, French counts the hours by twelve.
    if is_in_words || has_both_halves(comparison, hour, other) {
        return;
    }
    let written = written(other);
    // 12:40 p.m. is 12 h 40, and no 0 h 40. Others say noon and midnight so in more than one way.
    let is_of_twelve = |languages: &[&str]| {
        matches!(written, Some(0 | 12)) && languages.contains(&comparison.target.language.as_str())
    };
    let wrong = match half(comparison, other) {
        Some(0) => (13..24).contains(&hour) || hour == 12 && is_of_twelve(&["en", "ko"]),
        Some(_) => hour > 0 && hour < 12 || hour == 0 && is_of_twelve(&["en", "ko", "ja"]),
        // By the clock of twenty-four hours, 18:30 is no half past six in the morning.
        None => hour > 0 && hour < 12 && written == Some(hour + 12),
    };
    if !wrong && is_by_twelve(comparison, hour, other) && written == Some(hour.saturating_sub(12)) {
        let span = wording::time(comparison, here);
        let written = &comparison.text.raw[span.clone()];
        problems.push(
            Problem::warning(RULE, span, format!("{written} reads as a time in the morning"))
                .help(format!("write {hour} as the hour, or say that it is in the evening")),
        );
    } else if wrong {
        tell(comparison, at, here, problems);
    }
}

/// Whether the French has this hour in both halves of the day, and so has the translation: `de 8 h à 20 h`, from 8 a.m. to
/// 8 p.m.
fn has_both_halves(comparison: &Comparison<'_>, hour: u64, other: &Item) -> bool {
    let of_french = |item: &Item| {
        let figures = item.parts.first().copied().or(item.value);
        (item.traits.hour || item.is_clock()).then(|| figures.and_then(Value::as_whole)).flatten()
    };
    let twelve = if hour < 12 { hour + 12 } else { hour - 12 };
    let is_same = |item: &&Item| item.parts == other.parts && item.value == other.value;
    let has_half = |wanted: u8| {
        comparison.here.items.iter().filter(is_same).any(|item| half(comparison, item) == Some(wanted))
    };
    comparison.french.items.iter().filter_map(of_french).any(|said| said == twelve)
        && has_half(0)
        && has_half(12)
}

fn tell(comparison: &Comparison<'_>, at: usize, here: usize, problems: &mut Vec<Problem>) {
    let span = wording::time(comparison, here);
    let written = &comparison.text.raw[span.clone()];
    let french = wording::of_french(comparison, at).text;
    problems.push(
        Problem::error(RULE, span, format!("{written} is the wrong half of the day"))
            .help(format!("the French says {french}: morning and evening are mixed up")),
    );
}

/// Whether an hour after noon may stand here by the clock of twelve hours, hours and minutes in figures, in a
/// language that writes times by the clock of twenty-four and without a word for the half of the day.
fn is_by_twelve(comparison: &Comparison<'_>, hour: u64, other: &Item) -> bool {
    let evening = &comparison.target.lexicon.evening;
    let text = comparison.text;
    let says = |word: &str| evening.iter().any(|stem| word.starts_with(stem));
    hour > 12
        && other.parts.len() == 2
        && !evening.is_empty()
        && half(comparison, other).is_none()
        && !text.has_word(says)
}
