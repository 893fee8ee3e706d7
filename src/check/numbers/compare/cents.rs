//! Units of money and their hundredths: ten cents for 0,10 €, 3.50 for *trois euros cinquante*.

use super::comparison::{Comparison, Found};
use super::halves;
use crate::check::lists::Words;
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;
use crate::check::scan::with_lower;

/// Words for a hundredth of a euro or a dollar behind a number, in their forms.
static CENTS: Words = Words::of("cents");
/// The same in scripts without spaces, and in Korean, which joins what follows.
static JOINED: Words = Words::of("cents-joined");

/// Whether a number counts the hundredths of which the French number is the unit.
pub(super) fn are_as_much(comparison: &Comparison<'_>, french: &Item, other: &Item) -> bool {
    let is_money = || {
        let after = comparison.source.prose[french.span.end..].trim_start_matches(is_blank);
        ["€", "$", "euro", "dollar"].iter().any(|sign| after.starts_with(sign))
    };
    let (Some(value), Some(here)) = (french.value, other.value) else { return false };
    french.kind == Kind::Digits
        && value.as_whole().is_none()
        && value.times(2) == here
        && here < Value::whole(100)
        && is_money()
        && counts_cents(&comparison.text.prose[other.span.end..])
}

/// *Trois euros cinquante* in one number: the three, in 3.50; and the fifty, which is there with it, or as a half.
pub(super) fn in_one_amount(comparison: &mut Comparison<'_>, at: usize) -> Option<Found> {
    static MONEY: Words = Words::of("money");
    let (items, prose) = (&comparison.french.items, &comparison.source.prose);
    let item = &items[at];
    let amount = |whole: &Item, part: &Item| {
        let hundredths = part.whole().filter(|part| *part < 100)?;
        Some(whole.value?.plus(Value::fraction(hundredths, 100)?))
    };
    let after = prose[item.span.end..].trim_start_matches(is_blank);
    let behind = MONEY.all().iter().find_map(|name| after.strip_prefix(name)?.strip_prefix(is_blank));
    if let Some(behind) = behind {
        let start = prose.len() - behind.len();
        let part = items.iter().find(|part| part.span.start == start)?;
        let all = amount(item, part)?;
        let here = comparison.first_free(|other| other.value == Some(all))?;
        return Some(comparison.takes(here));
    }
    let before = prose[..item.span.start].trim_end_matches(is_blank);
    let before = MONEY.all().iter().find_map(|name| before.strip_suffix(name)?.strip_suffix(is_blank))?;
    let all = amount(items.iter().find(|whole| whole.span.end == before.len())?, item)?;
    // Of *un euro cinquante*, the article took nothing.
    if let Some(here) = comparison.first_free(|other| other.value == Some(all)) {
        return Some(comparison.takes(here));
    }
    let is_there = comparison.here.items.iter().any(|other| other.value == Some(all));
    let is_half = || item.whole() == Some(50) && halves::says_half(comparison);
    (is_there || is_half()).then_some(Found::Loosely(None))
}

fn counts_cents(after: &str) -> bool {
    let after = after.trim_start_matches(|c: char| is_blank(c) || matches!(c, '-' | '\u{2011}'));
    let word = &after[..after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len())];
    with_lower(word, |word| CENTS.has(word))
        || after.starts_with('¢')
        || JOINED.all().iter().any(|cents| after.starts_with(cents))
}
