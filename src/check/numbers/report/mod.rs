//! What is told of the numbers of a translation.

mod about;
mod added;
mod counts;
mod currency;
mod dates;
mod day;
mod eras;
pub(super) mod folds;
mod forms;
pub(super) mod formulas;
mod idioms;
mod left;
mod lost;
mod many;
mod minutes;
mod months;
pub(super) mod noon;
mod order;
pub(super) mod rates;
mod ratios;
mod said;
pub(super) mod sayings;
mod shares;
mod signs;
mod told;
mod torn;
mod units;
pub(super) mod weekdays;
mod wording;
mod zeros;

use super::compare::{Comparison, Found};
use crate::check::Problem;

pub(super) use currency::are_of_same_money;
pub(super) use day::half_of_day;
pub(super) use forms::has_two_digits_each;

/// What is wrong with them, beginning with those that are not there.
pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let begun = problems.len();
    comparison.missing(problems);
    let complete = problems.len() == begun;
    if complete {
        counts::report(comparison, problems);
    }
    let before = problems.len();
    forms::marks(comparison, problems);
    each(comparison, problems);
    forms::clocks(comparison, problems);
    minutes::report(comparison, problems);
    forms::versions(comparison, problems);
    currency::report(comparison, problems);
    shares::report(comparison, problems);
    forms::ordinals(comparison, problems);
    eras::report(comparison, problems);
    left::report(comparison, problems);
    forms::powers(comparison, problems);
    if complete || months::is_exchanged(comparison) {
        months::report(comparison, problems);
    }
    if complete {
        dates::report(comparison, problems);
        order::report(comparison, problems);
        said::report(comparison, problems);
        many::report(comparison, problems);
        if problems.len() == before {
            added::report(comparison, problems);
        }
    }
}

/// What stands at the first number that is there and is another one all the same: without its sign, of another unit, in
/// the other half of the day.
fn each(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let begun = problems.len();
    for (at, item) in comparison.french.items.iter().enumerate() {
        let Some(Found::At(here) | Found::Loosely(Some(here))) = comparison.found[at] else { continue };
        let other = &comparison.here.items[here];
        signs::percent(comparison, item, other, problems);
        signs::per_mille(comparison, item, other, problems);
        signs::per_cent_for_unit(comparison, at, here, problems);
        signs::per_cent_for_points(comparison, item, other, problems);
        signs::minus(comparison, item, other, problems);
        signs::plus(comparison, item, other, problems);
        units::report(comparison, at, here, problems);
        day::report(comparison, at, here, problems);
        if problems.len() > begun {
            return;
        }
    }
}
