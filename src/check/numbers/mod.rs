//! Numbers (being built).
use super::scan::Text;
use super::{Pair, Problem, Source, Target};
use crate::text::Span;

/// The numbers of a French sentence.
#[derive(Debug, Default)]
pub(super) struct Reading {}

pub(super) struct Missing {
    pub(super) span: Span,
    pub(super) written: String,
}

pub(super) fn read_french(_text: &Text<'_>) -> Reading {
    Reading::default()
}
pub(super) fn run(_pair: &Pair<'_>, _problems: &mut Vec<Problem>) {}
pub(super) fn agreed_instead(
    source: &Source<'_>,
    _translations: &[(&Target, &str)],
) -> Option<(Missing, String)> {
    let _ = source.numbers();
    None
}
