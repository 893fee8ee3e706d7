//! What is told of the numbers of a translation.

mod counts;
mod currency;
mod dates;
mod day;
mod eras;
mod extras;
mod idioms;
mod left;
mod lost;
mod shares;
mod units;
mod wording;

use super::compare::Comparison;
use crate::check::Problem;

/// What is wrong with them, beginning with those that are not there.
pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let begun = problems.len();
    comparison.missing(problems);
    let complete = problems.len() == begun;
    if complete {
        counts::report(comparison, problems);
    }
    extras::report(comparison, complete, problems);
}
