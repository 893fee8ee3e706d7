//! Passages of which the page itself says that they are in another language: `<em lang="la">alea jacta est</em>`.

use std::ops::Range;

use super::runs::RUN;
use crate::check::scan::Text;
use crate::text::Span;

/// How many such passages are looked at.
const MOST: usize = 64;

/// Whether what is left of a run of words is none, without those that the page says are in another language than French.
pub(super) fn are_foreign(text: &Text<'_>, run: &Range<usize>) -> bool {
    let passages: Vec<Span> = passages(text.raw).collect();
    let is_foreign = |at: &usize| {
        let word = text.words[*at].span();
        passages.iter().any(|passage| passage.start <= word.start && word.end <= passage.end)
    };
    let foreign = run.clone().filter(is_foreign).count();
    foreign > 0 && run.len() - foreign < RUN
}

/// Whether a passage is one of them, or a part of one.
pub(super) fn is_foreign(text: &Text<'_>, span: &Span) -> bool {
    passages(text.raw).any(|passage| passage.start <= span.start && span.end <= passage.end)
}

/// What stands in elements of another language than French, up to the next tag that closes one.
fn passages(raw: &str) -> impl Iterator<Item = Span> {
    const ATTRIBUTE: &str = " lang=";
    raw.match_indices(ATTRIBUTE).take(MOST).filter_map(|(at, _)| {
        let value = raw[at + ATTRIBUTE.len()..].trim_start_matches(['"', '\'']);
        let begin = raw.len() - value.len() + value.find('>')? + 1;
        let end = begin + raw[begin..].find("</")?;
        (!value.starts_with("fr")).then_some(begin..end)
    })
}
