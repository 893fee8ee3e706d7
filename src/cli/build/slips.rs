//! Mistakes of files that a build publishes all the same. `check` tells all; of these a reader of the pages sees something.

use rustc_hash::FxHashSet;

use crate::catalog::Catalog;
use crate::cli::Context;
use crate::diagnostic::{Diagnostic, Severity};
use crate::report::plural;
use crate::unit::assess::assess;
use crate::unit::{Page, State};

/// More of them are counted, not told.
const TOLD: usize = 10;

/// What is wrong with a document or its French catalog.
pub(super) fn of_document(page: &Page<'_>) -> Vec<Diagnostic> {
    let of_source = page.source.findings.iter().filter(|finding| finding.severity == Severity::Error);
    page.findings.iter().chain(of_source).cloned().collect()
}

/// What is wrong in a catalog with translations that stand in the page as they are. Of those that stand in French for it,
/// the count is told.
pub(super) fn of_catalog(page: &Page<'_>, at: usize, shared: &[Vec<&Catalog<'_>>]) -> Vec<Diagnostic> {
    let errors: Vec<&Diagnostic> =
        page.targets[at].findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    if errors.is_empty() {
        return Vec::new();
    }
    let assessed = page.units.iter().zip(assess(page, at, &shared[at]));
    let published: FxHashSet<&str> = assessed
        .filter(|(_, this)| !matches!(this.state, State::Missing | State::Invalid))
        .map(|(unit, _)| unit.id.as_str())
        .collect();
    let is_published = |id: &str| published.contains(id);
    let is_seen = |finding: &&&Diagnostic| finding.subject.unit.as_deref().is_some_and(is_published);
    errors.iter().filter(is_seen).map(|finding| (*finding).clone()).collect()
}

/// Tells them: a build does not fail for them.
pub(super) fn tell(slips: Vec<Diagnostic>, context: &mut Context<'_>) {
    let more = slips.len().saturating_sub(TOLD);
    for slip in slips.into_iter().take(TOLD) {
        context.warn(&[Diagnostic { severity: Severity::Warning, ..slip }]);
    }
    if more > 0 {
        context.progress(&format!("{} in what is published: drogman check", plural(more, "more mistake")));
    }
}
