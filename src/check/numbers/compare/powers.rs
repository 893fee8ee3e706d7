//! Powers of ten in words, which stand once for two numbers, or twice in one.

use super::comparison::Comparison;
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;

/// How much the word for a power of ten behind a number multiplies it by.
fn factor(item: &Item) -> Option<u64> {
    item.value?.over(item.base?)
}

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
    items[here + 1..].iter().take(2).any(|next| factor(next).is_some_and(|factor| small.by(factor) == value))
}

/// Whether a number before this place is multiplied by so many.
fn has_factor_before(items: &[Item], start: usize, wanted: u64) -> bool {
    items.iter().any(|item| item.span.end <= start && item.base.is_some() && factor(item) == Some(wanted))
}

/// What a number of the French may stand for where it leaves out the power of ten of one before: 2.7 billion in `estimé à
/// 1,2 milliard, en coûtera 2,7`.
pub(super) fn left_out(comparison: &Comparison<'_>, french: &Item) -> Vec<Value> {
    let items = &comparison.french.items;
    let is_bare = french.is_plain() && french.kind != Kind::Soft && !french.traits.magnitude;
    let Some(value) = french.value.filter(|value| is_bare && !value.is_zero()) else { return Vec::new() };
    let before = items.iter().filter(|item| item.base.is_some() && item.span.end <= french.span.start);
    let mut factors: Vec<u64> = before.filter_map(factor).collect();
    factors.sort_unstable();
    factors.dedup();
    if factors.is_empty() || counts(comparison, french) {
        return Vec::new();
    }
    factors.into_iter().map(|factor| value.by(factor)).collect()
}

/// Whether a number of the translation is this value by its own power of ten, or by one before: 2700 behind 1200 millones.
pub(super) fn repeats_magnitude(comparison: &Comparison<'_>, wanted: Value, other: &Item) -> bool {
    let Some(here) = other.value else { return false };
    match other.traits.magnitude {
        true => here == wanted,
        false => wanted.over(here).is_some_and(|factor| {
            factor > 1 && has_factor_before(&comparison.here.items, other.span.start, factor)
        }),
    }
}

/// Whether a noun in the plural, or a sign, follows a number of the French: it is one of things, and leaves nothing out.
pub(super) fn counts(comparison: &Comparison<'_>, french: &Item) -> bool {
    /// Other words that end like a plural: small ones, and those that say what became of the first number.
    const OTHERS: [&str; 20] = [
        "dans", "puis", "depuis", "après", "mais", "sans", "sous", "plus", "moins", "lors", "dès", "alors",
        "vers", "hors", "des", "les", "ces", "ses", "ils", "elles",
    ];
    const PARTICIPLES: [&str; 10] = [
        "és",
        "ées",
        "prévus",
        "prévues",
        "promis",
        "promises",
        "requis",
        "requises",
        "attendus",
        "attendues",
    ];
    let after = comparison.source.prose[french.span.end..].trim_start_matches(is_blank);
    let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_noun = word.ends_with(['s', 'x'])
        && word.chars().nth(2).is_some()
        && !OTHERS.contains(&word)
        && !PARTICIPLES.iter().any(|end| word.ends_with(end));
    is_noun || french.traits.percent || after.starts_with(['%', '‰', '€', '$', '£', '¥', '°', '/', '-', '–'])
}

/// `1,2 milliard … 2,7 milliards` for 1.2 billion and 2.7: the word for the power of ten stands once, at the first one.
pub(in crate::check::numbers) fn leaves_magnitude_out(
    comparison: &Comparison<'_>,
    french: &Item,
    other: &Item,
) -> bool {
    if !french.traits.magnitude || other.traits.magnitude {
        return false;
    }
    let factor = french.value.zip(other.value).and_then(|(value, here)| value.over(here));
    factor.is_some_and(|factor| {
        factor > 1 && has_factor_before(&comparison.here.items, other.span.start, factor)
    })
}

/// Whether a clause ends with a number: nothing is counted by it.
pub(super) fn ends_clause(comparison: &Comparison<'_>, other: &Item) -> bool {
    let after = comparison.text.prose[other.span.end..].trim_start_matches(is_blank);
    after
        .chars()
        .next()
        .is_none_or(|c| matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | '。' | '，' | '、' | '؟' | '،'))
}

/// `de 1,2 à 1,4 milliard` for 1200 to 1400 million: both write the power of ten once, and not the same one.
pub(super) fn changes_magnitude(comparison: &Comparison<'_>, at: usize, here: usize) -> bool {
    let (french, items) = (&comparison.french.items, &comparison.here.items);
    let pair = |items: &[Item], at: usize| {
        let (item, next) = (&items[at], items.get(at + 1)?);
        let is_plain = item.kind == Kind::Digits && !item.traits.magnitude;
        let is_near = next.span.start.saturating_sub(item.span.end) <= 10;
        Some((item.value.filter(|_| is_plain && is_near)?.by(factor(next)?), next.value?))
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
            is_near && factor(next).is_some_and(|factor| value.by(factor) == large)
        })
}

/// `entre 12 et 15 000`, where the translation writes the thousands at both: 1.2万至1.5万.
pub(super) fn takes_thousands(comparison: &Comparison<'_>, at: usize, other: &Item) -> bool {
    const THOUSAND: u64 = 1000;
    let items = &comparison.french.items;
    let whole = |item: &Item| item.whole().filter(|_| item.kind == Kind::Digits && item.is_plain());
    let (Some(small), Some(next)) = (whole(&items[at]), items.get(at + 1)) else { return false };
    let Some(large) = whole(next).filter(|large| large.is_multiple_of(THOUSAND)) else { return false };
    let between = comparison.source.prose.get(items[at].span.end..next.span.start).unwrap_or_default();
    let is_range = matches!(between.trim_matches(is_blank), "et" | "à" | "ou" | "-" | "–" | "—");
    is_range && small < large / THOUSAND && other.value == Some(Value::whole(small * THOUSAND))
}

/// A power of ten in one letter: 3.2m for `3,2 millions`, 45k for `45 000`, or the reverse. Without the other text it is as
/// often metres.
pub(super) fn in_letter(comparison: &Comparison<'_>, french: &Item, other: &Item) -> bool {
    let (Some(value), Some(here)) = (french.value, other.value) else { return false };
    if here == value {
        return false;
    }
    let is_power = |prose: &str, item: &Item, small: Value, large: Value, language: &str| {
        let rest = prose[item.span.end..].trim_start_matches(is_blank);
        let Some(letter) = rest.chars().next() else { return false };
        let is_alone = !rest[letter.len_utf8()..].starts_with(char::is_alphanumeric);
        is_alone && power_of(letter, language).is_some_and(|power| small.times(power) == large)
    };
    // The exact value is asked: most numbers end here.
    match here < value {
        true => {
            !other.traits.magnitude
                && is_power(&comparison.text.prose, other, here, value, &comparison.target.language)
        }
        false => !french.traits.magnitude && is_power(&comparison.source.prose, french, value, here, "fr"),
    }
}

/// The power of ten of a letter behind a number, as languages abbreviate it (CLDR, compact forms of decimals).
fn power_of(letter: char, language: &str) -> Option<u8> {
    match (letter, language) {
        ('B', "tr") | ('E', "hu") | ('N', "vi") | ('t', "da" | "fi") | ('þ', "is") => Some(3),
        ('k' | 'K', _) => Some(3),
        ('M', "id") | ('T', "vi") => Some(9),
        ('M', _) | ('m', "en" | "is") => Some(6),
        ('B', "es" | "ca" | "gl" | "eu" | "hu") => Some(12),
        ('b', "en") | ('B', _) => Some(9),
        ('T', _) => Some(12),
        _ => None,
    }
}
