//! What was told already, so that it is not told twice.

use crate::check::Problem;
use crate::check::numbers::RULE;
use crate::text::Span;

/// Whether something was told of numbers within these bytes of the translation.
pub(super) fn is_told(problems: &[Problem], at: &Span) -> bool {
    let meets = |span: &Span| span.start < at.end && at.start < span.end;
    problems.iter().any(|problem| problem.rule == RULE && meets(&problem.span))
}
