//! A third and a quarter, which are no numbers that must be in the translation, but may be mixed up.

use super::super::Problem;
use super::super::scan::Text;
use super::RULE;
use super::compare::Comparison;
use super::loose::in_words;
use super::read::{Kind, Reading};
use super::value::Value;

/// Of a word for a share: its number, the number that it is mistaken for, and its name.
fn share(word: &str) -> Option<(u64, u64, &'static str)> {
    match word {
        "tiers" => Some((3, 4, "third")),
        "quart" | "quarts" => Some((4, 3, "quarter")),
        _ => None,
    }
}

/// Whether the French names a third or a quarter.
pub(super) fn has_share(text: &Text<'_>, french: &Reading) -> bool {
    let soft = french.items.iter().filter(|item| item.kind == Kind::Soft);
    soft.map(|item| &text.prose[item.span.clone()]).any(|word| share(word).is_some())
}

/// A quarter for a third, and a third for a quarter: words that are never missed by themselves, for they may be
/// said in many ways.
pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    if !comparison.french.has_share {
        return;
    }
    let items = comparison.french.items.iter();
    let mut shares = items.filter_map(|item| share(&comparison.source.prose[item.span.clone()]));
    let (Some((own, other, name)), None) = (shares.next(), shares.next()) else { return };
    let (own, other) = (Value::whole(own), Value::whole(other));
    let items = &comparison.here.items;
    let has =
        |value: Value| items.iter().any(|item| item.value == Some(value) || item.parts.contains(&value));
    if has(own)
        || in_words(comparison, own)
        || comparison.french.items.iter().any(|item| item.value == Some(other))
    {
        return;
    }
    let Some(wrong) = items.iter().find(|item| item.value == Some(other) && item.kind != Kind::Digits) else {
        return;
    };
    problems.push(
        Problem::warning(
            RULE,
            wrong.span.clone(),
            format!("the share is another one: the French says a {name}"),
        )
        .help("write the share of the French"),
    );
}
