//! Amounts of less than one unit of money, which other languages say in its hundredths: ten cents for 0,10 €.

use super::comparison::Comparison;
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;

/// Words for a hundredth of a euro or a dollar behind a number, in their forms.
const CENTS: [&str; 41] = [
    "cent",
    "cents",
    "Cent",
    "Cents",
    "eurocent",
    "eurocents",
    "centy",
    "centů",
    "centem",
    "centów",
    "centi",
    "centa",
    "centin",
    "centiä",
    "centimes",
    "centimos",
    "céntimo",
    "céntimos",
    "cêntimo",
    "cêntimos",
    "cèntims",
    "centavo",
    "centavos",
    "centesimo",
    "centesimi",
    "cenți",
    "sentti",
    "senttiä",
    "sentin",
    "sent",
    "senti",
    "цент",
    "цента",
    "центов",
    "центи",
    "центів",
    "λεπτά",
    "λεπτών",
    "סנט",
    "سنت",
    "سنتات",
];
/// The same in scripts without spaces, and in Korean, which joins what follows.
const JOINED: [&str; 5] = ["セント", "欧分", "歐分", "美分", "센트"];

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

fn counts_cents(after: &str) -> bool {
    let after = after.trim_start_matches(|c: char| is_blank(c) || matches!(c, '-' | '\u{2011}'));
    let word = &after[..after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len())];
    CENTS.contains(&word) || after.starts_with('¢') || JOINED.iter().any(|cents| after.starts_with(cents))
}
