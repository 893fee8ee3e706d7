//! Numbers, compared as values.
//!
//! Each number of the French must be in the translation, in digits, words, Roman numerals or Chinese
//! characters, with the marks of the translation's locale. What is surely changed (a figure for another
//! figure) is an error; what may be free translation is a warning, or nothing.

mod compare;
mod currency;
mod dates;
mod day;
mod digits;
mod extras;
mod halves;
mod han;
mod idioms;
mod loose;
mod measures;
mod read;
mod shares;
mod value;
mod weekdays;
mod wording;
mod words;

use super::conventions::Lexicon;
use super::scan::{DIGIT, Text, WIDE};
use super::script::Script;
use super::{Pair, Problem, Target};
use compare::Comparison;
use digits::Marks;
pub(in crate::check) use read::Reading;
use read::{Kind, Wanted};

pub(super) const RULE: &str = "numbers";

/// What [`run`] needs, each of which may be done before for many pairs.
pub(super) const STEPS: [fn(&Pair<'_>); 2] = [
    |pair| {
        pair.source.numbers();
    },
    |pair| {
        of_translation(pair);
    },
];

/// More numbers than that in one text are a table, not a sentence, and are not compared.
const MOST: usize = 200;

pub(super) fn read_french(text: &Text<'_>) -> Reading {
    let mut reading = read::read(text, Lexicon::french(), Marks::FRENCH, Script::Latin, true, Wanted::ALL);
    if !reading.items.is_empty() {
        reading.currencies = currency::of_french(text, &reading.items);
        reading.in_words = shares::French::read(text, &reading);
        reading.may_be_fractions = reading.has_fraction();
        reading.measures = measures::read_french(text, &reading.items);
    }
    reading
}

fn read_translation(text: &Text<'_>, target: &Target, french: &Reading) -> Option<Reading> {
    let has_digits = text.has(DIGIT) || (text.has(WIDE) && target.script != Script::Latin);
    // Numbers in words matter only where the French has some that must not be lost.
    let counts = french.months != 0
        || !french.in_words.is_empty()
        || french.items.iter().any(|item| item.kind != Kind::Soft);
    if !counts && !has_digits {
        return None;
    }
    // Per cent is asked of those that must be.
    let percents = french.percents > 0 || !french.in_words.is_empty();
    let wanted = Wanted { words: counts, percents, fractions: french.may_be_fractions };
    let reading = read::read(text, &target.lexicon, Marks::of(target), target.script, false, wanted);
    (reading.items.len() <= MOST && french.items.len() <= MOST).then_some(reading)
}

fn of_translation<'p>(pair: &'p Pair<'_>) -> Option<&'p Reading> {
    let read = || read_translation(&pair.translation, pair.target, pair.source.numbers());
    pair.numbers.get_or_init(read).as_ref()
}

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let french = pair.source.numbers();
    weekdays::report(pair, french.weekdays, problems);
    day::report(pair, french.noon, problems);
    let Some(here) = of_translation(pair) else { return };
    if here.items.is_empty()
        && french.months == 0
        && french.items.iter().all(|item| matches!(item.kind, Kind::Soft | Kind::Word))
    {
        return;
    }
    let comparison = Comparison::new(&pair.source.text, &pair.translation, pair.target, french, here);
    comparison.report(problems);
}
