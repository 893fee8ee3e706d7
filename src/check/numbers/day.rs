//! The half of the day: six in the morning for 18 h.

use super::super::scan::{Text, Word, with_lower};
use super::super::script::Script;
use super::super::{Pair, Problem};
use super::RULE;
use super::compare::Comparison;
use super::digits::is_blank;
use super::read::Item;
use super::value::Value;
use super::wording;
use crate::text::Span;

/// Set where the French names noon.
pub(super) const NOON: u8 = 1;
/// Set where it names midnight.
const MIDNIGHT: u8 = 2;

/// What a French word names of the two; 0 for others, and for the `midi` of `après-midi`.
pub(super) fn of_french(text: &Text<'_>, word: &Word) -> u8 {
    if !matches!(word.span().len(), 4 | 6) {
        return 0;
    }
    let is_joined = || text.prose[..word.span().start].ends_with(['-', '\u{2011}']);
    match text.word(word) {
        "midi" if !is_joined() => NOON,
        "minuit" => MIDNIGHT,
        _ => 0,
    }
}

/// Whether a text names an hour: where a word of it begins so. Arabic joins its article and small words.
fn names(text: &Text<'_>, lower: &str, hour: &[&str], script: Script) -> Option<Span> {
    let begins = |at: usize| {
        script.is_unspaced() || script == Script::Arabic || !lower[..at].ends_with(char::is_alphabetic)
    };
    hour.iter().find_map(|name| {
        let at = lower.match_indices(name).map(|(at, _)| at).find(|at| begins(*at))?;
        // Where capitals are longer than their small letters, the place is not that of the text.
        let span = at..at + name.len();
        Some(if text.raw.get(span.clone()).is_some() { span } else { 0..0 })
    })
}

/// Noon for midnight, and the other way round: told where the translation names the wrong one alone.
pub(super) fn report(pair: &Pair<'_>, french: u8, problems: &mut Vec<Problem>) {
    let lexicon = &pair.target.lexicon;
    let (right, wrong, word) = match french {
        NOON => (&lexicon.noon, &lexicon.midnight, "midi"),
        MIDNIGHT => (&lexicon.midnight, &lexicon.noon, "minuit"),
        _ => return,
    };
    let text = &pair.translation;
    let lower = text.prose.to_lowercase();
    if names(text, &lower, right, pair.target.script).is_some() {
        return;
    }
    // Twelve may be said in figures beside the word for an afternoon.
    if lower.contains("12") || lower.contains("١٢") {
        return;
    }
    let Some(span) = names(text, &lower, wrong, pair.target.script) else { return };
    let place = pair.source.text.raw.find(word).map_or(0..0, |at| at..at + word.len());
    problems.push(
        Problem::warning(
            RULE,
            span.clone(),
            format!("“{}” is the wrong half of the day: the French says {word}", &text.raw[span]),
        )
        .of_french(place)
        .help("noon and midnight are mixed up"),
    );
}

/// Whether the translation says noon or midnight for this hour of the French.
pub(super) fn is_named(comparison: &Comparison<'_>, item: &Item) -> bool {
    let hour = match item.parts.as_slice() {
        [hour, minutes] if item.value.is_none() && !item.traits.dotted && minutes.is_zero() => {
            hour.as_whole()
        }
        _ => item.whole().filter(|_| item.traits.hour),
    };
    let lexicon = &comparison.target.lexicon;
    let names_of = match hour {
        Some(12) => &lexicon.noon,
        Some(0 | 24) => &lexicon.midnight,
        _ => return false,
    };
    let lower = comparison.text.prose.to_lowercase();
    names(comparison.text, &lower, names_of, comparison.target.script).is_some()
}

/// The half of the day that words at a time say: 0 or 12.
fn half(comparison: &Comparison<'_>, other: &Item) -> Option<u8> {
    let prose = &comparison.text.prose;
    let before = prose[..other.span.start].trim_end_matches(is_blank);
    let clock = &comparison.target.lexicon.clock;
    if comparison.target.script.is_unspaced() {
        return clock.iter().find(|(word, _)| before.ends_with(word)).map(|(_, half)| *half);
    }
    let index = comparison.text.words.partition_point(|word| word.span().start < other.span.end);
    let words = comparison.text.words[index..]
        .iter()
        .take(4)
        .take_while(|word| word.span().start < other.span.end + 22);
    for word in words {
        let span = word.span();
        let written = comparison.text.word(word);
        if matches!(written, "a" | "p" | "A" | "P") && prose[span.end..].starts_with('.') {
            return Some(if written.eq_ignore_ascii_case("a") { 0 } else { 12 });
        }
        let found =
            with_lower(written, |word| clock.iter().find(|(form, _)| *form == word).map(|(_, half)| *half));
        if found.is_some() {
            return found;
        }
    }
    None
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

/// Six in the morning for 18 h.
pub(super) fn half_of_day(comparison: &Comparison<'_>, at: usize, here: usize, problems: &mut Vec<Problem>) {
    let (item, other) = (&comparison.french.items[at], &comparison.here.items[here]);
    // Of 18:00 the hour is a part.
    let figures =
        item.parts.first().filter(|_| item.value.is_none() && !item.traits.dotted && item.parts.len() == 2);
    let Some(hour) = item.whole().filter(|_| item.traits.hour).or(figures.and_then(|hour| hour.as_whole()))
    else {
        return;
    };
    let after = &comparison.source.prose[item.span.end..];
    let near = after.char_indices().nth(24).map_or(after, |(end, _)| &after[..end]);
    if says_half(comparison.source, item.span.end..item.span.end + near.len()) {
        let unit = after.trim_start_matches(is_blank);
        let unit = unit.strip_prefix("heures").or_else(|| unit.strip_prefix('h')).unwrap_or_default();
        let said = unit.trim_start_matches(is_blank);
        // At one or two the night is a morning, too.
        let wrong = match half(comparison, other) {
            Some(0) => said.starts_with("du soir") && (6..12).contains(&hour),
            Some(_) => said.starts_with("du matin") && (5..12).contains(&hour),
            None => false,
        };
        if wrong {
            tell(comparison, at, here, problems);
        }
        return;
    }
    let written = other.parts.first().copied().or(other.value).and_then(Value::as_whole);
    let wrong = match half(comparison, other) {
        Some(0) => (13..24).contains(&hour),
        Some(_) => hour > 0 && hour < 12,
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
        && !text.words.iter().any(|word| with_lower(text.word(word), says))
}
