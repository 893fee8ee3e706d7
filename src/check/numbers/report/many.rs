//! Hundreds for thousands: *thousands* for `des centaines de riverains`.
//!
//! Told only where the French counts so once, and the translation has nothing of that size, nor the French anything of that
//! other one.

use crate::check::Problem;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::{Comparison, in_words};
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;

/// French words that count so, and how many each is.
const MANY: [(&str, u64); 2] = [("centaines", 100), ("milliers", 1000)];
/// What may be mistaken for one of them.
const OTHERS: [u64; 3] = [100, 1000, 1_000_000];

pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let source = comparison.source;
    let many = |item: &Item| {
        let written = &source.prose[item.span.clone()];
        MANY.iter()
            .find(|(word, number)| *word == written && item.whole() == Some(*number))
            .map(|many| many.1)
    };
    let mut said = comparison.french.items.iter().filter_map(|item| Some((item, many(item)?)));
    let (Some((item, number)), None) = (said.next(), said.next()) else { return };
    let value = Value::whole(number);
    let is_there = |other: &Item| other.value == Some(value) || other.base == Some(value);
    if !is_counted(&source.prose[item.span.end..])
        || comparison.here.items.iter().any(is_there)
        || in_words(comparison, value)
    {
        return;
    }
    let has = |value: Value| {
        comparison.french.items.iter().any(|item| item.value == Some(value) || item.base == Some(value))
    };
    let is_other = |other: &Item| {
        let is_many = other.whole().is_some_and(|value| value != number && OTHERS.contains(&value));
        is_many && other.kind != Kind::Digits && other.value.is_some_and(|value| !has(value))
            // A character of a name, or of another word.
            && (!comparison.target.script.is_unspaced()
                || comparison.text.prose[..other.span.start].ends_with(['数', '數', '几', '幾', '何', '上']))
    };
    let Some(here) = comparison.first_free(is_other) else { return };
    let span = comparison.here.items[here].span.clone();
    let (was, is) = (&source.raw[item.span.clone()], &comparison.text.raw[span.clone()]);
    problems.push(
        Problem::warning(RULE, span, format!("“{is}” is another number: the French says {was}"))
            .of_french(item.span.clone())
            .help("write the number of the French"),
    );
}

/// Whether something is counted behind the word: hundreds of people, and no hundreds of years, which are centuries.
fn is_counted(after: &str) -> bool {
    let after = after.trim_start_matches(is_blank);
    let of = ["de ", "d'", "d’"].iter().find_map(|of| after.strip_prefix(of));
    of.is_some_and(|of| !["année", "an ", "ans"].iter().any(|year| of.starts_with(year)))
}
