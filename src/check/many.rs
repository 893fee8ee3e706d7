//! Many fixes of one rule in a line of one translation, as one: each would carry its line into the reports, which is a
//! square, and nobody reads a thousand times that a space is doubled.
//!
//! Where placeables stand between them, the one edit can't be made for sure, and the finding is told without it.

use super::Problem;
use crate::text::{Edit, apply};

/// So many of a rule in a line are told one by one.
pub(super) const MANY: usize = 50;

/// Folds the fixes among the problems from `begun` on, more than so [many](MANY), which one rule has found in `text`, line
/// by line.
pub(super) fn fold(problems: &mut Vec<Problem>, begun: usize, text: &str) {
    let (fixed, others): (Vec<Problem>, Vec<Problem>) =
        problems.drain(begun..).partition(|problem| problem.fix.is_some());
    problems.extend(others);
    let mut rest = fixed.as_slice();
    while let Some(first) = rest.first().and_then(|problem| problem.fix.as_ref()) {
        let begin = first.span.start;
        let line_end = memchr::memchr(b'\n', &text.as_bytes()[begin..]).map_or(text.len(), |at| begin + at);
        let is_here = |problem: &&Problem| problem.fix.as_ref().is_some_and(|fix| fix.span.start <= line_end);
        let count = rest.iter().take_while(is_here).count();
        let (here, behind) = rest.split_at(count);
        rest = behind;
        match one_of(here, text).filter(|_| count > MANY) {
            Some(one) => problems.push(one),
            None => problems.extend_from_slice(here),
        }
    }
}

/// One problem for all of these, with their fixes as one edit; none if they overlap.
fn one_of(all: &[Problem], text: &str) -> Option<Problem> {
    let begin = all.first()?.fix.as_ref()?.span.start;
    let edits: Vec<Edit> = all
        .iter()
        .filter_map(|problem| problem.fix.as_ref())
        .filter(|fix| fix.span.start >= begin)
        .map(|fix| Edit { span: fix.span.start - begin..fix.span.end - begin, with: fix.with.clone() })
        .collect();
    let end = edits.iter().map(|edit| begin + edit.span.end).max()?;
    let with = apply(text.get(begin..end)?, &edits).ok()?;
    // Of equal ones the first.
    let mut one = all.iter().rev().max_by_key(|problem| problem.severity)?.clone();
    one.message.push_str(&format!(", here and in {} more places of the line", all.len() - 1));
    one.fix = (edits.len() == all.len()).then(|| Edit::replace(begin..end, with));
    one.fix.is_some().then_some(one)
}
