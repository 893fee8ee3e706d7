//! Numbers, compared as values.
//!
//! Each number of the French must be in the translation, in digits, words, Roman numerals or Chinese
//! characters, with the marks of the translation's locale. What is surely changed (a figure for another
//! figure) is an error; what may be free translation is a warning, or nothing.

mod compare;
mod digits;
mod extras;
mod han;
mod loose;
mod read;
mod value;
mod words;

use super::conventions::Lexicon;
use super::scan::{DIGIT, Text, WIDE};
use super::script::Script;
use super::{Pair, Problem, Source, Target};
use crate::text::Span;
use compare::{Comparison, Difference};
use digits::Marks;
pub(in crate::check) use read::Reading;
use read::{Depth, Kind};

const RULE: &str = "numbers";

/// More numbers than that in one text are a table, not a sentence, and are not compared.
const MOST: usize = 200;

/// What most translations have otherwise than the French.
pub(super) struct Odd {
    /// Bytes of the French; empty where it lacks a number.
    pub(super) span: Span,
    pub(super) written: Option<String>,
    pub(super) instead: Option<String>,
    /// Translations that have nothing else wrong with their numbers.
    pub(super) agreeing: Vec<usize>,
}

pub(super) fn read_french(text: &Text<'_>) -> Reading {
    read::read(text, Lexicon::french(), Marks::FRENCH, Script::Latin, true, Depth::Words)
}

fn read_translation(text: &Text<'_>, target: &Target, french: &Reading) -> Option<Reading> {
    let has_digits = text.has(DIGIT) || (text.has(WIDE) && target.script != Script::Latin);
    if french.is_empty() && !has_digits {
        return None;
    }
    let depth = if french.is_empty() { Depth::Digits } else { Depth::Words };
    let reading = read::read(text, &target.lexicon, Marks::of(target), target.script, false, depth);
    (reading.items.len() <= MOST && french.items.len() <= MOST).then_some(reading)
}

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let french = pair.source.numbers();
    let Some(here) = read_translation(&pair.translation, pair.target, french) else { return };
    if here.items.is_empty()
        && french.months == 0
        && french.items.iter().all(|item| matches!(item.kind, Kind::Soft | Kind::Word))
    {
        return;
    }
    let comparison = Comparison::new(&pair.source.text, &pair.translation, pair.target, french, &here);
    comparison.report(problems);
}

/// Fewer translations prove nothing against the French.
pub(super) const FEWEST: usize = 3;

/// What most translations have otherwise than the French; see [`super::numbers_across`].
pub(super) fn against_the_french(source: &Source<'_>, translations: &[(&Target, &str)]) -> Option<Odd> {
    let french = source.numbers();
    let mut all = Vec::with_capacity(translations.len());
    for (target, translation) in translations {
        let text = Text::new(translation);
        all.push(match read_translation(&text, target, french) {
            Some(here) => Comparison::new(&source.text, &text, target, french, &here).difference(),
            None => Difference::default(),
        });
    }
    let most = |count: usize| count >= FEWEST && count * 3 >= translations.len() * 2;
    let is_common = |of: &dyn Fn(&Difference) -> bool| most(all.iter().filter(|other| of(other)).count());
    let missing: Vec<usize> =
        (0..french.items.len()).filter(|at| is_common(&|other| other.missing.contains(at))).collect();
    let mut added: Vec<value::Value> = all.iter().flat_map(|other| other.added.iter().copied()).collect();
    added.sort_unstable();
    added.dedup();
    added.retain(|value| is_common(&|other| other.added.contains(value)));
    let months = is_common(&|other| other.months);
    if missing.is_empty() && added.is_empty() && !months {
        return None;
    }
    let follows = |other: &Difference| {
        !other.is_empty()
            && other.missing.iter().all(|at| missing.contains(at))
            && (other.added.iter().all(|value| added.contains(value))
                || other.added.len() <= other.missing.len())
            && (months || !other.months)
    };
    let agreeing = all.iter().enumerate().filter(|(_, other)| follows(other)).map(|(at, _)| at).collect();
    let span = missing.first().map_or(0..0, |at| french.items[*at].span.clone());
    let written = missing.first().map(|_| source.text.raw[span.clone()].to_owned());
    Some(Odd { span, written, instead: added.first().map(ToString::to_string), agreeing })
}
