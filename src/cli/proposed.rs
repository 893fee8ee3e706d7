//! Proposals that are no translation of their sentence as they stand.

use super::ask::ask;
use crate::catalog::{Unit, pattern::to_pattern};
use crate::check::Target;
use crate::text::normal::same;
use crate::unit::Page;

/// Units before and behind one that may hold the other parts of what was cut.
const NEAR: usize = 3;

/// Whether the first proposal of a unit says more than its sentence: it is longer by far, or longer, and word for word the
/// translation of a sentence of its block. So `sync` proposes the translation of a whole for each part of it.
pub(super) fn says_more(page: &Page<'_>, at: usize, locale: usize, target: &Target) -> bool {
    let catalog = &page.catalog_of(at, locale).catalog;
    let unit_of = |at: usize| catalog.unit(&page.units[at].id);
    let Some(proposal) = unit_of(at).and_then(|unit| unit.proposals().next()) else { return false };
    let written = to_pattern(proposal.text);
    let is_translation = |unit: &Unit<'_>| {
        unit.message.as_ref().is_some_and(|message| catalog.text[message.value()].trim() == written)
    };
    let near = at.saturating_sub(NEAR)..page.units.len().min(at + NEAR + 1);
    let block = page.segments[at].block();
    let is_part = |other: &usize| page.segments[*other].block() == block;
    let mut others = near.filter(is_part).filter(|&other| !same(page.sentence(other), page.sentence(at)));
    let is_a_little_longer = || letters(&written) * 10 > letters(page.sentence(at)) * 13;
    let is_longer = || {
        let problems = ask("length", (page, at), page.sentence(at), &written, target);
        problems.iter().any(|problem| !problem.span.is_empty())
    };
    // The other part of the whole may have been made to fit since.
    let is_longer_by_far = || letters(&written) * 10 > letters(page.sentence(at)) * 16 + 100;
    is_longer_by_far()
        || is_a_little_longer() && others.any(|other| unit_of(other).is_some_and(is_translation))
        || is_longer()
}

/// How long a text is, in letters of an alphabet: a sign of Chinese or Japanese says as much as two or three.
fn letters(text: &str) -> usize {
    text.chars().map(|c| if c < '\u{2E80}' { 1 } else { 3 }).sum()
}
