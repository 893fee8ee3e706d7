//! Numbers with nothing but a comma between them: `f(0,1)` has two, or one with a decimal. Which it is shows where the other
//! text sets them apart: `f(0; 1)`, `f(3,45; 2)`.

use super::comparison::{Comparison, Found, WHOLE};
use crate::check::numbers::read::{Item, is_blank};

/// Finds decimals of the French in two numbers of the translation, or in a part of a run that has others besides; before
/// whole numbers take the parts of such a run.
pub(super) fn take(comparison: &mut Comparison<'_>) {
    for at in 0..comparison.french.items.len() {
        let item = &comparison.french.items[at];
        if comparison.found[at].is_none() && item.parts.len() == 2 && item.value.is_some() {
            comparison.found[at] = in_two(comparison, at).or_else(|| in_run(comparison, at));
        }
    }
}

/// `nombre,0,1,FAUX` in `Zahl;0;1;FALSCH`.
fn in_two(comparison: &mut Comparison<'_>, at: usize) -> Option<Found> {
    let item = &comparison.french.items[at];
    let [first, second] = item.parts.as_slice() else { return None };
    let prose = &comparison.source.prose;
    let is_argument = prose[..item.span.start].ends_with([',', ';', '('])
        && prose[item.span.end..].starts_with([',', ';', ')']);
    if !is_argument {
        return None;
    }
    let (items, text) = (&comparison.here.items, &comparison.text.prose);
    let is_pair = |pair: &[Item]| {
        let between = text.get(pair[0].span.end..pair[1].span.start).unwrap_or_default();
        matches!(between.trim_end_matches(is_blank), ";" | ",")
            && pair[0].value == Some(*first)
            && pair[1].value == Some(*second)
    };
    let is_free = |here: usize| comparison.used[here] | comparison.used[here + 1] == 0;
    let here = items.windows(2).enumerate().position(|(here, pair)| is_free(here) && is_pair(pair))?;
    comparison.used[here + 1] |= WHOLE;
    Some(comparison.takes(here))
}

/// `f(3,45;2)` in `f(3.45,2)`, which is read as one.
fn in_run(comparison: &mut Comparison<'_>, at: usize) -> Option<Found> {
    let item = &comparison.french.items[at];
    let (count, marks) = (item.parts.len(), |written: &str| written.replace('.', ","));
    let wanted = marks(&comparison.source.raw[item.span.clone()]);
    let found = comparison.here.items.iter().enumerate().find_map(|(here, other)| {
        let is_run = other.value.is_none() && !other.traits.dotted && other.parts.len() > count;
        if comparison.used[here] & WHOLE != 0 || !is_run {
            return None;
        }
        let written = marks(&comparison.text.raw[other.span.clone()]);
        let mut places = written.match_indices(&wanted).map(|(begin, _)| {
            let (before, behind) = (&written[..begin], &written[begin + wanted.len()..]);
            let is_whole = (before.is_empty() || before.ends_with(','))
                && (behind.is_empty() || behind.starts_with(','));
            let first = before.matches(',').count();
            let bits = (first..first + count).fold(0_u16, |bits, part| bits | 2 << part.min(8));
            (is_whole && comparison.used[here] & bits == 0).then_some(bits)
        });
        Some((here, places.find_map(|bits| bits)?))
    });
    let (here, bits) = found?;
    comparison.used[here] |= bits;
    Some(Found::Loosely(None))
}
