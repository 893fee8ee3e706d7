//! Numbers whose unit is another one.

use crate::check::Problem;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::{Comparison, at_number, other_unit};
use crate::check::numbers::read::{Item, Kind};

/// The same number with another unit.
pub(super) fn report(comparison: &Comparison<'_>, at: usize, here: usize, problems: &mut Vec<Problem>) {
    if comparison.measures.is_empty() {
        return;
    }
    let Some(right) = other_unit(comparison, at, here) else { return };
    let (item, other) = (&comparison.french.items[at], &comparison.here.items[here]);
    let is_time = at_number(&comparison.measures, here).is_some_and(|measure| measure.unit.is_time());
    let may_be_words = |item: &Item| item.kind == Kind::Digits || is_time && item.kind == Kind::Word;
    if item.value != other.value || !may_be_words(item) || !may_be_words(other) {
        return;
    }
    // Three hours and three days may have changed places.
    let is_alone = |items: &[Item]| items.iter().filter(|same| same.value == item.value).count() == 1;
    if is_time && !(is_alone(&comparison.french.items) && is_alone(&comparison.here.items)) {
        return;
    }
    let written = &comparison.text.raw[other.span.clone()];
    problems.push(
        Problem::warning(RULE, other.span.clone(), format!("{written} has another unit than in the French"))
            .of_french(item.span.clone())
            .help(format!("write the unit of the French, or convert the number too: about {right}")),
    );
}
