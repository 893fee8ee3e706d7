//! Whether a translation has the number that changed in its French. Later nobody can tell: where all translations keep
//! the old number, `check` holds the French for mistaken.

use crate::align::change::Reason;
use crate::check::Target;
use crate::cli::ask::ask;
use crate::unit::Page;
use crate::unit::assess::{Assessed, staleness};
use crate::unit::state::rendered;

/// Whether a number or date changed in the French of a unit, and the rule `numbers` finds that its translation does not
/// go with today's, and did go with the French that it renders.
pub(super) fn lacks_number(page: &Page<'_>, at: usize, assessed: &Assessed<'_>, target: &Target) -> bool {
    let is_number = |reason: &Reason| matches!(reason, Reason::Number(..) | Reason::Date(..));
    let Some(unit) = assessed.unit else { return false };
    let (Some(message), Some(french)) = (&unit.message, rendered(unit, staleness)) else { return false };
    if !assessed.reasons.iter().any(is_number) {
        return false;
    }
    let translation = &assessed.file.catalog.text[message.value()];
    let has_problem = |french: &str| {
        let problems = ask("numbers", (page, at), french, translation, target);
        problems.iter().any(|problem| !problem.is_silent)
    };
    has_problem(page.sentence(at)) && !has_problem(french)
}
