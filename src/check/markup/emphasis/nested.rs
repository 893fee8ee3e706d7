//! Where as much is bold and italic as in the French, which of the two is the passage, and which are words in it.

use super::{BOLD, ITALIC, Passages, RULE, WEIGHTS};
use crate::check::{Pair, Problem};
use crate::text::Span;

/// What is set off within a passage that is set off in another way, the other way round: `*a **b** c*` for `**a *b* c**`.
pub(super) fn inside_out(pair: &Pair<'_>, french: &Passages, here: &Passages, problems: &mut Vec<Problem>) {
    /// Passages of one way that are looked at.
    const NESTED: usize = 32;
    // The first that has one of the other way within it, beside other words.
    let holds = |raw: &str, outer: &[Span], inner: &[Span]| {
        let words = |span: &Span| raw[span.clone()].chars().filter(|c| c.is_alphanumeric()).count();
        let is_within = |outer: &Span, inner: &Span| {
            outer.start <= inner.start && inner.end <= outer.end && words(inner) < words(outer)
        };
        outer
            .iter()
            .take(NESTED)
            .find(|outer| inner.iter().take(NESTED).any(|inner| is_within(outer, inner)))
            .cloned()
    };
    let (source, raw) = (pair.source.text.raw, pair.translation.raw);
    for (outer, inner) in [(BOLD, ITALIC), (ITALIC, BOLD)] {
        if holds(source, &french[outer], &french[inner]).is_some()
            && holds(source, &french[inner], &french[outer]).is_none()
            && holds(raw, &here[outer], &here[inner]).is_none()
            && let Some(span) = holds(raw, &here[inner], &here[outer])
        {
            let ((what, sign), (within, other)) = (WEIGHTS[outer], WEIGHTS[inner]);
            let message =
                format!("the whole passage is {what} in the French, and only words in it are {within}");
            problems
                .push(Problem::error(RULE, span.start..span.start + 1, message).help(format!(
                    "write “{sign}” around the passage, and “{other}” around the words in it"
                )));
            return;
        }
    }
}
