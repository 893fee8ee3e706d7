//! Many findings of one rule in one translation, as one: each looks for its place in the catalog, and its fix carries its
//! line into the reports, both of which are a square; and nobody reads a thousand times that a space is doubled.
//!
//! Where placeables stand between fixes, the one edit can't be made for sure, and the finding is told without it.

use rustc_hash::FxHashMap;

use super::Problem;
use crate::text::{Edit, apply};

/// So many of a rule in a translation are told one by one.
pub(super) const MANY: usize = 50;

/// Folds the problems from `begun` on, more than so [many](MANY), which one rule has found in `text`: those of one message,
/// and fixes line by line.
pub(super) fn fold(problems: &mut Vec<Problem>, begun: usize, text: &str) {
    let (fixed, others): (Vec<Problem>, Vec<Problem>) =
        problems.drain(begun..).partition(|problem| problem.fix.is_some());
    fold_messages(problems, others);
    let mut rest = fixed.as_slice();
    while let Some(first) = rest.first().and_then(|problem| problem.fix.as_ref()) {
        let begin = first.span.start;
        let line_end = memchr::memchr(b'\n', &text.as_bytes()[begin..]).map_or(text.len(), |at| begin + at);
        let is_here = |problem: &&Problem| problem.fix.as_ref().is_some_and(|fix| fix.span.start <= line_end);
        let count = rest.iter().take_while(is_here).count();
        let (here, behind) = rest.split_at(count);
        rest = behind;
        let one = if count > MANY { one_of(here, text) } else { None };
        match one {
            Some(one) => problems.push(one),
            None => problems.extend_from_slice(here),
        }
    }
}

/// Adds problems, of those that say the same only the first, if they are many.
fn fold_messages(problems: &mut Vec<Problem>, all: Vec<Problem>) {
    let mut counts: FxHashMap<String, usize> = FxHashMap::default();
    for problem in &all {
        *counts.entry(problem.message.clone()).or_default() += 1;
    }
    for mut problem in all {
        let Some(count) = counts.get_mut(&problem.message) else { continue };
        match std::mem::take(count) {
            // The first of them was told.
            0 => continue,
            more if more > MANY => {
                problem.message.push_str(&format!(", here and in {} more places", more - 1))
            }
            few => *count = few,
        }
        problems.push(problem);
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
    if edits.len() < all.len() {
        return None;
    }
    let end = edits.iter().map(|edit| begin + edit.span.end).max()?;
    let with = apply(text.get(begin..end)?, &edits).ok()?;
    // Of equal ones the first.
    let mut one = all.iter().rev().max_by_key(|problem| problem.severity)?.clone();
    one.message.push_str(&format!(", here and in {} more places of the line", all.len() - 1));
    one.fix = Some(Edit::replace(begin..end, with));
    Some(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_of_one_message_are_one_and_few_stay() {
        let told = |message: &str, at: usize| Problem::error("characters", at..at + 1, message.to_owned());
        let mut problems = vec![told("before", 0)];
        problems.extend((0..60).map(|at| told("many", at)));
        problems.extend((0..3).map(|at| told("few", at)));
        fold(&mut problems, 1, &"a".repeat(60));
        let messages: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(messages, ["before", "many, here and in 59 more places", "few", "few", "few"]);
    }
}
