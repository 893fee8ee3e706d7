//! Counts and decades in one word: *twice* for *trois fois*, the seventies for *les années soixante*.
//!
//! Such words hold a number and more, so that nobody misses one. They are told where the French counts as much, and has
//! that other number nowhere.

use rustc_hash::FxHashSet;

use crate::check::Problem;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::{Comparison, counts_times, explain};
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;
use crate::check::scan::{Word, with_lower};
use crate::text::Span;

/// Another count of times, or another decade.
pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    // Most texts have no such word.
    if !comparison.here.items.iter().any(Item::holds_more) {
        return;
    }
    if let Some((item, span)) = several(comparison) {
        let (was, is) = (&comparison.source.raw[item.span.clone()], &comparison.text.raw[span.clone()]);
        let told = format!("“{is}” is more than one: the French says une {was}");
        let problem = Problem::warning(RULE, span, told).of_french(item.span.clone());
        problems.push(problem.help("write how many the French says"));
        return;
    }
    let french = &comparison.french.items;
    let times = || french.iter().find(|item| counts_times(comparison, item));
    let decade = || french.iter().find(|item| is_decade(comparison, item));
    let other = times()
        .and_then(|item| Some((item, other_times(comparison)?, "write how often the French says it is")))
        .or_else(|| {
            let item = decade()?;
            Some((item, other_decade(comparison, item)?, "write the decade of the French"))
        });
    let Some((item, span, help)) = other else { return };
    let (was, is) = (&comparison.source.raw[item.span.clone()], &comparison.text.raw[span.clone()]);
    problems.push(
        Problem::warning(RULE, span, format!("{was} became “{is}”")).of_french(item.span.clone()).help(help),
    );
}

/// Two dozen for *une douzaine*: a number of the translation that the French has not, right before the word for so many.
fn several<'c>(comparison: &Comparison<'c>) -> Option<(&'c Item, Span)> {
    let prose = &comparison.source.prose;
    let is_one = |item: &&Item| {
        let before = prose[..item.span.start].trim_end_matches(is_blank);
        item.is_about_many()
            && prose[item.span.clone()].ends_with("aine")
            && ["une", "Une"].iter().any(|one| before.ends_with(one))
    };
    let french = comparison.french.items.iter().find(is_one)?;
    let (items, text) = (&comparison.here.items, &comparison.text.prose);
    let is_new = |value: Value| is_there_more(comparison, value) && !explain(comparison, value);
    let found = (1..items.len()).find(|at| {
        let (count, many) = (&items[at - 1], &items[*at]);
        let is_beside = || {
            let between = text.get(count.span.end..many.span.start);
            between.is_some_and(|between| !between.is_empty() && between.chars().all(is_blank))
        };
        many.kind == Kind::Soft
            && many.value == french.value
            && count.kind != Kind::Soft
            && count.whole().is_some_and(|count| (2..10).contains(&count))
            && count.value.is_some_and(is_new)
            && comparison.used[at - 1] == 0
            && is_beside()
    })?;
    Some((french, items[found - 1].span.start..items[found].span.end))
}

/// A word for so many times that the French doesn't say.
fn other_times(comparison: &Comparison<'_>) -> Option<Span> {
    let (text, times) = (comparison.text, &comparison.target.lexicon.times);
    let said = |word: &Word| {
        let find = |word: &str| times.iter().find(|(form, _)| *form == word).map(|form| form.1);
        with_lower(text.word(word), find).map(Value::whole)
    };
    // *Dreimal* says the *trois fois* beside which *drei* stands for another number.
    let mut words: Vec<(Value, &Word)> =
        text.words.iter().filter_map(|word| Some((said(word)?, word))).collect();
    let counts = comparison.french.items.iter().filter(|item| counts_times(comparison, item));
    let counts: FxHashSet<Value> = counts.filter_map(|item| item.value).collect();
    let are_said: FxHashSet<Value> = words.iter().map(|(count, _)| *count).collect();
    if counts.is_subset(&are_said) {
        return None;
    }
    // Each once: to look for one takes a look at all numbers.
    let mut known = counts;
    words.retain(|(count, _)| known.insert(*count));
    let is_other = |count| is_there_more(comparison, count) && !explain(comparison, count);
    words.into_iter().find(|(count, _)| is_other(*count)).map(|(_, word)| word.span())
}

/// Whether the translation has a number more often than the French.
fn is_there_more(comparison: &Comparison<'_>, value: Value) -> bool {
    let count = |items: &[Item]| items.iter().filter(|item| item.value == Some(value)).count();
    count(&comparison.here.items) > count(&comparison.french.items)
}

/// Whether a number of the French is that of a decade: `les années soixante`.
fn is_decade(comparison: &Comparison<'_>, item: &Item) -> bool {
    let is_ten = item.whole().is_some_and(|year| (20..=90).contains(&year) && year.is_multiple_of(10));
    is_ten && comparison.source.prose[..item.span.start].trim_end_matches(is_blank).ends_with("années")
}

/// A word for another decade, where the French one is in no form.
fn other_decade(comparison: &Comparison<'_>, french: &Item) -> Option<Span> {
    let items = &comparison.here.items;
    let decade = |item: &Item| {
        item.whole().map(|year| year % 100).filter(|year| *year >= 20 && year.is_multiple_of(10))
    };
    let wanted = decade(french)?;
    if items.iter().any(|item| decade(item) == Some(wanted)) {
        return None;
    }
    let is_other = |item: &&Item| {
        item.kind == Kind::Soft
            && decade(item).is_some()
            && item.value.is_some_and(|value| !comparison.is_french(value))
    };
    items.iter().find(is_other).map(|item| item.span.clone())
}
