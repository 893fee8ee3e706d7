//! How often, or how much in which time: *per month* for `par an`.
//!
//! Told only where the French names one such time, and the translation another one, for which the French has no word, while
//! it has fewer words for the French one (a year, annual) than the French.

use crate::check::numbers::RULE;
use crate::check::numbers::read::sayings::{Said, find, is};
use crate::check::numbers::read::{Item, Kind};
use crate::check::scan::{Text, with_lower};
use crate::check::script::Script;
use crate::check::{Pair, Problem};
use crate::text::Span;

/// Rates, by the days in which something is so often; 0 is an hour.
pub(super) const RATE: &str = "rate";
/// Words that hold such a time: `x-` begins them, `-x` is a part of them.
const TIME: &str = "time";

/// French words that name a time of so many days: `x-` begins them.
const FRENCH: [(u64, &[&str]); 5] = [
    (365, &["an", "ans", "anné-", "annu-"]),
    (30, &["mois", "mensu-"]),
    (7, &["semaine-", "hebdo-"]),
    (1, &["jour-", "quotid-"]),
    (0, &["heure-", "horaire-", "h"]),
];
/// And those that others may say by such a word.
const FRENCH_TOO: [(u64, &[&str]); 4] = [
    (365, &["trimestr-", "semestr-", "saison-"]),
    (30, &["trimestr-", "semestr-"]),
    (7, &["huitaine-", "quinzaine-", "week"]),
    (1, &["lendemain-", "aujourd", "demain", "veille", "nuit-", "date-"]),
];

/// Whether a word in small letters is one of these.
fn is_one(word: &str, form: &str) -> bool {
    match form.strip_prefix('-') {
        Some(part) => word.contains(part),
        None => is(word, form),
    }
}

/// How many words of a text are of these.
fn count(text: &Text<'_>, forms: &[&str]) -> usize {
    let is_any = |word: &str| forms.iter().any(|form| is_one(word, form));
    text.words.iter().filter(|word| with_lower(text.word(word), is_any)).count()
}

/// How many words of a French text name a time of so many days.
fn in_french(text: &Text<'_>, table: &[(u64, &[&str])], days: u64) -> usize {
    table.iter().filter(|(time, _)| *time == days).map(|(_, words)| count(text, words)).sum()
}

/// Where a translation says another rate than the French.
pub(super) fn other(pair: &Pair<'_>, said: &Said, lower: &str) -> Option<Span> {
    let (french, text, script) = (&pair.source.text, &pair.translation, pair.target.script);
    let (known, _) = pair.target.lexicon.sayings();
    let of = |kind: &'static str| known.iter().filter(move |saying| saying.kind == kind);
    let forms: Vec<&str> = of(TIME).filter(|time| time.number == said.number).map(|time| time.said).collect();
    if forms.is_empty() {
        return None;
    }
    // Ten years at so much a year have two.
    let named = match script.is_unspaced() || matches!(script, Script::Arabic | Script::Hangul) {
        true => forms.iter().map(|form| lower.matches(form).count()).sum(),
        false => count(text, &forms),
    };
    if named >= in_french(french, &FRENCH, said.number).max(1) {
        return None;
    }
    let is_french = |days: u64| in_french(french, &FRENCH, days) + in_french(french, &FRENCH_TOO, days) > 0;
    let mut others = of(RATE).filter(|rate| rate.number != said.number && !is_french(rate.number));
    others.find_map(|rate| find(text, lower, script, rate.said))
}

/// A half, masculine or feminine, and one that is added to a number.
const HALF: &str = "demi";
const AND_HALF: &str = " et demi";

/// A half behind another time than in the French: *a year and a half* for `un mois et demi`.
pub(in crate::check::numbers) fn halves(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let source = pair.source;
    let is_half =
        |item: &Item| item.kind == Kind::Soft && source.text.prose[item.span.start..].starts_with(HALF);
    let may_have = source.numbers().items.iter().any(is_half);
    if let Some(span) = may_have.then(|| half_of_other(pair)).flatten() {
        let message =
            format!("“{}” is of another time than in the French", &pair.translation.raw[span.clone()]);
        problems.push(Problem::warning(RULE, span, message).help("name the time of the French"));
    }
}

fn half_of_other(pair: &Pair<'_>) -> Option<Span> {
    let (source, text, script) = (&pair.source.text, &pair.translation, pair.target.script);
    let (before, _) = source.prose.split_once(AND_HALF)?;
    let unit = before.rsplit(|c: char| !c.is_alphabetic()).next()?;
    // Hours may be those of a clock, and days are parts of many words.
    let is_it = |(days, words): &&(u64, &[&str])| *days >= 7 && words.iter().any(|form| is_one(unit, form));
    let days = FRENCH.iter().find(is_it)?.0;
    let (known, _) = pair.target.lexicon.sayings();
    let says = |days: u64| {
        known.iter().filter(move |saying| saying.kind == TIME && saying.number == days).map(|time| time.said)
    };
    let is_written = script.is_unspaced() || matches!(script, Script::Arabic | Script::Hangul);
    let is_named = |days: u64| match is_written {
        true => says(days).any(|form| text.prose.contains(form)),
        false => count(text, &says(days).collect::<Vec<_>>()) > 0,
    };
    if says(days).next().is_none() || is_named(days) {
        return None;
    }
    let is_other = |other: &u64| {
        *other != days
            && in_french(source, &FRENCH, *other) + in_french(source, &FRENCH_TOO, *other) == 0
            && is_named(*other)
    };
    let is_half = |word: &str| pair.target.lexicon.says_half(word);
    [365, 30, 7].iter().find(|other| is_other(other))?;
    let half = text.words.iter().find(|word| with_lower(text.word(word), is_half));
    match is_written {
        true => {
            let mut signs = pair.target.lexicon.half.iter();
            signs.find_map(|sign| text.prose.find(sign).map(|at| at..at + sign.len()))
        }
        false => half.map(|word| word.span()),
    }
}
