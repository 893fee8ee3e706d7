//! Quarters and halves that the French says in words, and other words say in the translation: a quarter past eight for
//! *huit heures moins le quart*, two and a half years for *un an et demi*.

use crate::check::Problem;
use crate::check::lexicon::Lexicon;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::{
    Comparison, OF_NEXT, is_other_half, is_other_quarter, other_time, says_half,
};
use crate::check::numbers::read::{Item, Kind, announces_time, is_blank};
use crate::check::numbers::value::Value;
use crate::check::scan::with_lower;
use crate::text::Span;

/// What French says of a time in quarters.
const PAST: &str = "et quart";
const TO: &str = "moins le quart";

/// Bytes between a number and the half that is added to it.
const NEAR: usize = 32;

pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    if let Some((french, span)) = other_time(comparison) {
        let end = comparison.source.prose[french.end..].find([',', '.', ';', '(']).unwrap_or_default();
        let written = &comparison.text.raw[span.clone()];
        push(comparison, written, "time", span, french.start..french.end + end.min(NEAR), problems);
        return;
    }
    if comparison.french.items.iter().any(|item| item.kind == Kind::Soft) {
        quarters(comparison, problems);
        half_hours(comparison, problems);
        halves(comparison, problems);
    }
}

/// A quarter past an hour for a quarter to one, or the other way round.
fn quarters(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let french = &comparison.source.prose;
    if !french.contains("quart") {
        return;
    }
    let lexicon = &comparison.target.lexicon;
    let (wanted, right, wrong) = match (french.find(PAST), french.find(TO)) {
        (Some(at), None) => (at..at + PAST.len(), &lexicon.quarter_past, &lexicon.quarter_to),
        (None, Some(at)) => (at..at + TO.len(), &lexicon.quarter_to, &lexicon.quarter_past),
        (None, None) | (Some(_), Some(_)) => return,
    };
    let here = comparison.text.prose.to_lowercase();
    let find = |phrases: &[&'static str]| phrases.iter().find(|phrase| here.contains(*phrase)).copied();
    if let Some(said) = find(right) {
        if here.len() == comparison.text.prose.len()
            && let Some(at) = here.find(said)
            && let Some((hour, span)) = other_hour(comparison, &(at..at + said.len()), &wanted)
        {
            let begin = comparison.french.items[hour].span.start;
            push(comparison, &comparison.text.raw[span.clone()], "time", span, begin..wanted.end, problems);
        }
        return;
    }
    let Some(said) = find(wrong) else { return };
    let place = comparison.text.prose.find(said).map_or(0..0, |at| at..at + said.len());
    push(comparison, said, "time", place, wanted, problems);
}

/// Languages that name the hour before what they add to it or take from it: las tres y cuarto.
const HOUR_FIRST: [&str; 6] = ["es", "it", "pt", "ca", "ro", "tr"];
/// Languages that count a quarter past as one of the next hour, beside those that count all so: negyed nyolc is 7:15.
const ALSO_OF_NEXT: [&str; 3] = ["sl", "hu", "et"];

/// The hour of the French, and another one that stands beside the quarter in the translation.
fn other_hour(comparison: &Comparison<'_>, here: &Span, french: &Span) -> Option<(usize, Span)> {
    /// Bytes between an hour and its quarter.
    const NEAR: usize = 14;
    let language = comparison.target.language.as_str();
    // Their phrases for a quarter past name the next hour, but for German.
    if OF_NEXT.contains(&language) && language != "de" || ALSO_OF_NEXT.contains(&language) {
        return None;
    }
    let is_near = |from: usize, to: usize| to.checked_sub(from).is_some_and(|between| between <= NEAR);
    let hour = |item: &Item| item.whole().filter(|hour| (1..=24).contains(hour));
    let own = comparison.french.items.iter().position(|item| is_near(item.span.end, french.start))?;
    let wanted = hour(&comparison.french.items[own])?;
    let is_beside = |item: &&Item| match HOUR_FIRST.contains(&language) {
        true => is_near(item.span.end, here.start),
        false => is_near(here.end, item.span.start),
    };
    let other = comparison.here.items.iter().filter(|item| item.kind != Kind::Soft).find(is_beside)?;
    // The quarter itself is read as a four.
    let is_same = |item: &Item| item.kind != Kind::Soft && item.value == other.value;
    let is_other = hour(other)? % 12 != wanted % 12 && !comparison.french.items.iter().any(is_same);
    is_other.then(|| (own, other.span.start.min(here.start)..other.span.end.max(here.end)))
}

/// *Half tien*, which is 9:30, for *dix heures et demie*, where a language counts the half of the next hour; and čtvrt na deset,
/// which is 9:15, for *dix heures et quart*.
fn half_hours(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    if !comparison.target.lexicon.half_of_next {
        return;
    }
    let prose = &comparison.source.prose;
    let parts = [
        ("heures et demie", "half"),
        ("heure et demie", "half"),
        ("heures et quart", "quarter"),
        ("heure et quart", "quarter"),
    ];
    let said = comparison.french.items.iter().filter_map(|item| {
        let after = prose[item.span.end..].trim_start_matches(is_blank);
        let (said, part) = parts.iter().find(|(said, _)| after.starts_with(said))?;
        let hour = item.whole().filter(|hour| (1..=24).contains(hour))?;
        // How long something lasts is no part of an hour that has a number.
        if hour == 1 && !announces_time(&prose[..item.span.start]) {
            return None;
        }
        Some((hour, *part, item.span.start..prose.len() - after.len() + said.len()))
    });
    let is_other = |hour: u64, part: &str| match part {
        "half" => is_other_half(comparison, hour),
        _ => is_other_quarter(comparison, hour),
    };
    let said: Vec<(u64, &str, Span)> = said.collect();
    // The French has the other time as well, or it stands in figures.
    let is_there = |hour: u64, part: &str| {
        let minutes = if part == "half" { 30 } else { 15 };
        said.iter().any(|(before, other, _)| before + 1 == hour && *other == part)
            || comparison.here.items.iter().any(|item| {
                item.whole() == Some(minutes)
                    || item.parts.get(1).is_some_and(|here| here.as_whole() == Some(minutes))
            })
    };
    let mut others =
        said.iter().filter(|(hour, part, _)| !is_there(*hour, part) && is_other(*hour, part)).cloned();
    let Some((_, part, french)) = others.next() else { return };
    let said = &comparison.source.raw[french.clone()];
    problems.push(
        Problem::warning(RULE, 0..0, format!("the {part} is that of an hour before: the French says {said}"))
            .of_french(french)
            .help(format!("this language counts the {part} of the next hour")),
    );
}

/// More than one and a half for *un an et demi*.
fn halves(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let Some(french) = comparison.french.one_and_half.clone() else { return };
    let (text, lexicon) = (comparison.text, &comparison.target.lexicon);
    let adds_half = |span: &Span| {
        let rest = &text.prose[span.end..];
        let end = rest.char_indices().map(|(at, _)| at).take_while(|at| *at <= NEAR).last().unwrap_or(0);
        match comparison.target.script.is_unspaced() {
            true => lexicon.half.iter().any(|half| rest[..end].contains(half)),
            false => {
                rest[..end].split(|c: char| !c.is_alphanumeric()).any(|word| lexicon.half.contains(&word))
            }
        }
    };
    // Zweieinhalb, in one word.
    let holds_half =
        |span: &Span| with_lower(&text.prose[span.clone()], |word| lexicon.before_half(word).is_some());
    let more = comparison.left().into_iter().find(|(here, value)| {
        let item = &comparison.here.items[*here];
        item.kind == Kind::Word
            && value.as_whole().is_some_and(|hours| (2..10).contains(&hours))
            && (adds_half(&item.span) || holds_half(&item.span))
    });
    let more = more.or_else(|| more_of_unit(comparison, &french));
    let Some((here, _)) = more else { return };
    let span = comparison.here.items[here].span.clone();
    push(comparison, &text.raw[span.clone()], "number", span, french, problems);
}

/// Two or more of the unit of which the French has one and a half, in a translation without a half.
fn more_of_unit(comparison: &Comparison<'_>, french: &Span) -> Option<(usize, Value)> {
    let names = Lexicon::french().units();
    let written = &comparison.source.prose[french.clone()];
    let unit = written.split(is_blank).nth(1).and_then(|unit| names.get(unit))?;
    if says_half(comparison)
        || comparison.here.items.iter().any(|item| item.value.is_some_and(Value::is_half))
    {
        return None;
    }
    let own = comparison.target.lexicon.units();
    comparison.left().into_iter().find(|(here, value)| {
        let after = own.after(comparison.text, comparison.here.items[*here].span.end);
        let is_more = value.as_whole().is_some_and(|more| (2..10).contains(&more));
        is_more && !comparison.is_french(*value) && after.is_some_and(|(other, _)| other.is_same(unit))
    })
}

fn push(
    comparison: &Comparison<'_>,
    said: &str,
    what: &str,
    span: Span,
    wanted: Span,
    problems: &mut Vec<Problem>,
) {
    let french = &comparison.source.raw[wanted.clone()];
    problems.push(
        Problem::warning(RULE, span, format!("“{said}” is another {what}: the French says {french}"))
            .of_french(wanted)
            .help(format!("say the {what} of the French")),
    );
}
