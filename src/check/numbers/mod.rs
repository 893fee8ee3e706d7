//! Numbers, compared as values.
//!
//! Each number of the French must be in the translation, in digits, words, Roman numerals or Chinese
//! characters, with the marks of the translation's locale. What is surely changed (a figure for another
//! figure) is an error; what may be free translation is a warning, or nothing.
//!
//! One way leads through the folders: `read` finds the numbers of one text, and what else it says by numbers; `compare` finds
//! which number of the translation renders which of the French; `report` tells what is wrong, and alone makes findings.
//! None uses one that comes later.

mod alike;
mod compare;
mod read;
mod report;
mod value;

use super::{Pair, Problem};
use compare::compare;
use read::{Kind, of_translation};
pub(super) use read::{Reading, of_french};

pub(super) const RULE: &str = "numbers";

/// What [`run`] needs, each of which may be done before for many pairs.
pub(super) const STEPS: [fn(&Pair<'_>); 2] = [
    |pair| {
        pair.source.numbers();
    },
    |pair| {
        read(pair);
    },
];

/// The numbers of the translation, if they matter.
fn read<'p>(pair: &'p Pair<'_>) -> Option<&'p Reading> {
    let read = || of_translation(&pair.translation, pair.target, pair.source.numbers());
    pair.numbers.get_or_init(read).as_ref()
}

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let begun = problems.len();
    judge(pair, problems);
    if problems.len() == begun {
        report::rates::halves(pair, problems);
    }
}

fn judge(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let french = pair.source.numbers();
    report::weekdays::report(pair, french.weekdays, problems);
    report::noon::report(pair, french.noon, problems);
    if french.has_formulas {
        report::formulas::report(pair, problems);
    }
    let here = read(pair);
    report::folds::report(pair, french, here, problems);
    report::sayings::report(pair, french, here, problems);
    let Some(here) = here else { return };
    report::noon::halves(pair, french, here, problems);
    if here.items.is_empty()
        && french.months == 0
        && french.in_words.is_empty()
        && french.items.iter().all(|item| matches!(item.kind, Kind::Soft | Kind::Word))
    {
        return;
    }
    if alike::are_alike(pair, french, here) {
        debug_assert!({
            let mut told = Vec::new();
            differences(pair, french, here, &mut told);
            told.is_empty()
        });
        return;
    }
    differences(pair, french, here, problems);
}

fn differences(pair: &Pair<'_>, french: &Reading, here: &Reading, problems: &mut Vec<Problem>) {
    let comparison = compare(&pair.source.text, &pair.translation, pair.target, french, here);
    report::report(&comparison, problems);
}
