//! Powers of ten in words, which stand once for two numbers, or twice in one.

use super::comparison::Comparison;
use crate::check::numbers::read::{Item, Kind};
use crate::check::numbers::value::Value;

/// Two numbers in a row, each with its power of ten: 2 trilyon 218 milyar, 3 трлн 228 млрд.
pub(super) fn in_two_powers(comparison: &Comparison<'_>, value: Value) -> Option<usize> {
    comparison.here.items.windows(2).enumerate().position(|(at, pair)| {
        let [first, second] = pair else { return false };
        let is_free = comparison.used[at] | comparison.used[at + 1] == 0;
        let is_near = comparison
            .text
            .prose
            .get(first.span.end..second.span.start)
            .is_some_and(|between| between.len() <= 6 && !between.contains([',', ';', '(']));
        is_free
            && is_near
            && first.traits.magnitude
            && second.traits.magnitude
            && first.value.zip(second.value).is_some_and(|(a, b)| a > b && a.plus(b) == value)
    })
}

/// `2 and 1.4 billion`, `3–5 thousand`: the word for the power of ten stands once, at the end.
pub(super) fn shares_magnitude(comparison: &Comparison<'_>, french: &Item, here: usize) -> bool {
    let items = &comparison.here.items;
    let (Some(value), Some(small)) = (french.value, items[here].value) else { return false };
    if items[here].traits.magnitude || small >= value {
        return false;
    }
    items[here + 1..].iter().take(2).any(|next| {
        let factor = next.base.and_then(|base| next.value?.over(base));
        factor.is_some_and(|factor| small.by(factor) == value)
    })
}

/// `de 1,2 à 1,4 milliard` for 1200 to 1400 million: both write the power of ten once, and not the same one.
pub(super) fn changes_magnitude(comparison: &Comparison<'_>, at: usize, here: usize) -> bool {
    let (french, items) = (&comparison.french.items, &comparison.here.items);
    let pair = |items: &[Item], at: usize| {
        let (item, next) = (&items[at], items.get(at + 1)?);
        let is_plain = item.kind == Kind::Digits && !item.traits.magnitude;
        let is_near = next.span.start.saturating_sub(item.span.end) <= 10;
        let factor = next.base.and_then(|base| next.value?.over(base));
        Some((item.value.filter(|_| is_plain && is_near)?.by(factor?), next.value?))
    };
    pair(items, here).is_some_and(|both| pair(french, at) == Some(both))
}

/// `entre 4 et 8 millions`, in a language that writes the power of ten at both (400万人から800万人).
pub(super) fn takes_magnitude(comparison: &Comparison<'_>, at: usize, other: &Item) -> bool {
    /// Bytes between two numbers of a range or list, and between three.
    const NEAR: [usize; 2] = [10, 24];
    let items = &comparison.french.items;
    let (item, Some(large)) = (&items[at], other.value) else { return false };
    let Some(value) = item.value.filter(|_| !item.traits.magnitude && item.kind != Kind::Soft) else {
        return false;
    };
    other.traits.magnitude
        && items[at + 1..].iter().zip(NEAR).any(|(next, near)| {
            let is_near = next.span.start.saturating_sub(item.span.end) <= near;
            let factor = next.base.and_then(|base| next.value?.over(base));
            is_near && factor.is_some_and(|factor| value.by(factor) == large)
        })
}

/// A power of ten in one letter: 3.2m for `3,2 millions`. Without the French it is as often metres.
pub(super) fn in_letter(comparison: &Comparison<'_>, french: &Item, other: &Item) -> bool {
    if !french.traits.magnitude || other.traits.magnitude || comparison.target.language != "en" {
        return false;
    }
    let rest = &comparison.text.prose[other.span.end..];
    let power = match rest.bytes().next() {
        Some(b'k' | b'K') => 3,
        Some(b'm' | b'M') => 6,
        Some(b'b' | b'B') => 9,
        _ => return false,
    };
    !rest[1..].starts_with(char::is_alphanumeric)
        && french.value.is_some()
        && french.value == other.value.map(|value| value.times(power))
}
