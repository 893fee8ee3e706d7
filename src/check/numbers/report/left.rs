//! What is left of the French way to write numbers: `21e`, `18 h 30`, `mars 2021`, `30 Mo`.

use crate::check::Problem;
use crate::check::lexicon::Lexicon;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::Comparison;
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::scan::with_lower;
use crate::text::Span;

/// Languages that write ordinals with an e, or may (Dutch, Swedish), and those of countries where French is written, too.
const ORDINALS_IN_E: [&str; 14] =
    ["fr", "nl", "fy", "af", "sv", "ca", "oc", "br", "co", "rm", "lb", "wo", "ln", "mg"];
/// Languages that write no h between hours and minutes.
const TIMES_WITHOUT_H: [&str; 14] =
    ["en", "de", "pl", "cs", "sk", "ru", "uk", "bg", "tr", "fi", "hu", "ar", "ja", "zh"];
/// Languages that call bytes octets.
const OCTETS: [&str; 9] = ["fr", "oc", "br", "co", "ro", "lb", "wo", "ln", "mg"];

/// Tells the first one: who reads it finds the others.
pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let language = comparison.target.language.as_str();
    let has_ordinals = !ORDINALS_IN_E.contains(&language);
    let has_times = TIMES_WITHOUT_H.contains(&language);
    let has_octets = !OCTETS.contains(&language);
    for (at, item) in comparison.here.items.iter().enumerate() {
        if item.kind != Kind::Digits {
            continue;
        }
        let found = None
            .or_else(|| has_ordinals.then(|| ordinal(comparison, item))?)
            .or_else(|| has_times.then(|| time(comparison, at))?)
            .or_else(|| has_octets.then(|| octets(comparison, item))?)
            .or_else(|| month(comparison, at));
        if let Some((span, help)) = found {
            let written = &comparison.text.raw[span.clone()];
            problems.push(
                Problem::warning(RULE, span, format!("“{written}” is written as in French")).help(help),
            );
            return;
        }
    }
}

/// The word of letters that stands at `from`, and where it ends.
fn word_at(prose: &str, from: usize) -> (&str, usize) {
    let rest = &prose[from..];
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    (&rest[..end], from + end)
}

/// The word behind blanks, and where it begins and ends.
fn next_word(prose: &str, from: usize) -> (&str, Span) {
    let begin = prose.len() - prose[from..].trim_start_matches(is_blank).len();
    let (word, end) = word_at(prose, begin);
    (word, begin..end)
}

/// Whether the words before a number are French: a name, as in *rue du 8 mai* and *Paris 11e*.
fn is_in_name(comparison: &Comparison<'_>, item: &Item) -> bool {
    let text = comparison.text;
    let count = text.words.partition_point(|word| word.span().start < item.span.start);
    let Some(word) = count.checked_sub(1).and_then(|at| text.words.get(at)) else { return false };
    let written = text.word(word);
    let is_near = text.prose[word.span().end..item.span.start].chars().all(|c| is_blank(c) || c == '-');
    is_near
        && (word.capital && word.span().start > 0 || matches!(written, "du" | "le" | "au"))
        && comparison.source.words.iter().any(|french| comparison.source.word(french) == written)
}

/// `21e` and `21ème`.
fn ordinal(comparison: &Comparison<'_>, item: &Item) -> Option<(Span, String)> {
    let prose = &comparison.text.prose;
    // Grams of CO2e are no second of anything.
    let is_in_word = prose[..item.span.start].ends_with(char::is_alphabetic);
    if !prose[item.span.end..].starts_with(['e', 'è', 'i']) || is_in_word {
        return None;
    }
    let (ending, end) = word_at(prose, item.span.end);
    if !matches!(ending, "e" | "ème" | "eme" | "ième" | "ieme") || is_in_name(comparison, item) {
        return None;
    }
    // A part of a key: 7fe1-479e.
    let is_part = prose[..item.span.start].ends_with('-') || prose[end..].starts_with(['-', '_', '.', ':']);
    if is_part && !prose[end..].starts_with(". ") {
        return None;
    }
    let written = &prose[item.span.start..end];
    let next = next_word(prose, end).0;
    // A district of a town keeps its name.
    let is_left = comparison.source.raw.contains(written) && !next.starts_with("arrond");
    is_left.then(|| (item.span.start..end, "write the ordinal as this language does".to_owned()))
}

/// `18 h 30` and `18h30`.
fn time(comparison: &Comparison<'_>, at: usize) -> Option<(Span, String)> {
    let prose = &comparison.text.prose;
    let (hour, minutes) = (&comparison.here.items[at], comparison.here.items.get(at + 1)?);
    let between = prose.get(hour.span.end..minutes.span.start)?;
    let figures = &prose[minutes.span.clone()];
    // 4h 12min is how long something lasts.
    let behind = next_word(prose, minutes.span.end).0;
    let is_length = behind == "m" || behind.starts_with("min") || behind.starts_with("мин");
    let is_time = !is_length
        && between.trim_matches(is_blank) == "h"
        && between.len() <= 7
        && hour.whole()? < 25
        && figures.len() == 2
        && figures.bytes().all(|byte| byte.is_ascii_digit());
    is_time.then(|| {
        let colon = format!("{}:{figures}", &prose[hour.span.clone()]);
        (hour.span.start..minutes.span.end, format!("write the time as this language does, such as {colon}"))
    })
}

/// `30 Mo`
fn octets(comparison: &Comparison<'_>, item: &Item) -> Option<(Span, String)> {
    let prose = &comparison.text.prose;
    let behind = prose[item.span.end..].trim_start_matches(is_blank);
    if !behind.starts_with(['k', 'K', 'M', 'G', 'T']) {
        return None;
    }
    let (unit, span) = next_word(prose, item.span.end);
    let bytes = match unit {
        "ko" | "Ko" => "kB",
        "Mo" => "MB",
        "Go" => "GB",
        "To" => "TB",
        _ => return None,
    };
    // In other languages the last two are words.
    let source = comparison.source;
    let in_french = source.words.iter().any(|word| {
        source.word(word) == unit
            && source.prose[..word.span().start]
                .trim_end_matches(is_blank)
                .ends_with(|c: char| c.is_ascii_digit())
    });
    let help = format!("write the unit as this language does, such as {bytes}");
    in_french.then_some((item.span.start..span.end, help))
}

/// `mars 2021` and `14 mars`
fn month(comparison: &Comparison<'_>, at: usize) -> Option<(Span, String)> {
    let (text, items) = (comparison.text, &comparison.here.items);
    let item = &items[at];
    let day = at.checked_sub(1).map_or(item, |day| &items[day]);
    if comparison.french.months == 0 {
        return None;
    }
    let count = text.words.partition_point(|word| word.span().start < item.span.start);
    let is_near = |from: usize, to: usize| {
        text.prose.get(from..to).is_some_and(|between| between.len() <= 3 && between.chars().all(is_blank))
    };
    let before = count.checked_sub(1).map(|at| &text.words[at]);
    let before = before.filter(|word| is_near(word.span().end, item.span.start));
    let after = text.words.get(count).filter(|word| is_near(item.span.end, word.span().start));
    for word in [after, before].into_iter().flatten().filter(|word| !word.capital) {
        let written = text.word(word);
        let own = &comparison.target.lexicon.months;
        if Lexicon::french().months.contains_key(written)
            && !with_lower(written, |word| own.contains_key(word))
            && comparison.source.words.iter().any(|french| comparison.source.word(french) == written)
            && !is_in_name(comparison, item)
            && !is_in_name(comparison, day)
        {
            return Some((word.span(), "write the month in this language".to_owned()));
        }
    }
    None
}
