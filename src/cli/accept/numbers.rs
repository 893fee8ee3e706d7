//! Whether a translation has the number that changed in its French. Later nobody can tell: where all translations keep
//! the old number, `check` holds the French for mistaken.

use crate::align::change::Reason;
use crate::check::{Problem, Target};
use crate::cli::ask::ask;
use crate::unit::Page;
use crate::unit::assess::{Assessed, staleness};
use crate::unit::state::rendered;

/// Whether a number or date changed in the French of a unit, and the rule `numbers` finds a place in its translation that
/// goes with the French that it renders, and not with today's. Where it finds something against both (a time written as in
/// French, a number that the translation never had), that says nothing of what changed.
pub(super) fn lacks_number(page: &Page<'_>, at: usize, assessed: &Assessed<'_>, target: &Target) -> bool {
    let is_number = |reason: &Reason| matches!(reason, Reason::Number(..) | Reason::Date(..));
    let Some(unit) = assessed.unit else { return false };
    let (Some(message), Some(french)) = (&unit.message, rendered(unit, staleness)) else { return false };
    if !assessed.reasons.iter().any(is_number) {
        return false;
    }
    let translation = &assessed.file.catalog.text[message.value()];
    let problems = |french: &str| -> Vec<Problem> {
        let told = ask("numbers", (page, at), french, translation, target).into_iter();
        told.filter(|problem| !problem.is_silent).collect()
    };
    let today = problems(page.sentence(at));
    if today.is_empty() {
        return false;
    }
    let before = problems(french);
    let was_right = |one: &Problem| !before.iter().any(|old| old.span == one.span);
    today.iter().any(|one| before.is_empty() || (!one.span.is_empty() && was_right(one)))
}
