//! How many times as much: tripled for `quadruplé`.
//!
//! Told only where the French says it once, and the translation says it of another number and not of this one.

use std::sync::OnceLock;

use super::super::scan::{Beginnings, Text, with_lower};
use super::super::{Pair, Problem};
use super::RULE;
use super::read::{Kind, Reading, is_blank};
use super::value::Value;

/// How French words begin that say so many times as much.
const FRENCH: [(&str, u64); 6] =
    [("doubl", 2), ("tripl", 3), ("quadrupl", 4), ("quintupl", 5), ("décupl", 10), ("centupl", 100)];

/// How others begin: a lining, a dubbed film, a doublet.
const OTHERS: [&str; 5] = ["doublu", "doublag", "doublon", "doublet", "triplex"];

/// How those words begin, in capitals or not.
fn beginnings() -> &'static Beginnings {
    static BEGINNINGS: OnceLock<Beginnings> = OnceLock::new();
    BEGINNINGS.get_or_init(|| {
        let mut beginnings = Beginnings::default();
        FRENCH.iter().for_each(|(beginning, _)| beginnings.add(beginning));
        beginnings
    })
}

/// How many times as much a French text says; none where it says nothing of it, or more than one.
pub(super) fn of_french(text: &Text<'_>) -> Option<u64> {
    let beginnings = beginnings();
    let mut said = text.words.iter().filter(|word| beginnings.has(word)).filter_map(|word| {
        with_lower(text.word(word), |word| {
            let times = FRENCH.iter().find(|(beginning, _)| word.starts_with(beginning))?.1;
            (!OTHERS.iter().any(|other| word.starts_with(other))).then_some(times)
        })
    });
    let first = said.next()?;
    said.all(|times| times == first).then_some(first)
}

/// How many times as much a French text says by a number, `deux fois plus`, that the translation has not.
fn counted(pair: &Pair<'_>, french: &Reading, here: Option<&Reading>) -> Option<u64> {
    let prose = &pair.source.text.prose;
    let mut said = french.items.iter().filter_map(|item| {
        let after = prose[item.span.end..].trim_start_matches(is_blank).strip_prefix("fois")?;
        let is_more =
            ["plus", "autant"].iter().any(|more| after.trim_start_matches(is_blank).starts_with(more));
        item.value.filter(|_| is_more && item.kind != Kind::Soft)
    });
    let (Some(times), None) = (said.next(), said.next()) else { return None };
    let is_there = here.is_some_and(|here| here.items.iter().any(|item| item.value == Some(times)));
    times.as_whole().filter(|times| !is_there && (2..=10).contains(times))
}

/// Another multiple than that of the French.
pub(super) fn report(pair: &Pair<'_>, french: &Reading, here: Option<&Reading>, problems: &mut Vec<Problem>) {
    let (text, folds) = (&pair.translation, &pair.target.lexicon.folds);
    let Some(times) = french.fold.or_else(|| counted(pair, french, here)) else { return };
    if folds.is_empty() {
        return;
    }
    let mut other = None;
    for word in &text.words {
        let written = text.word(word);
        let found = with_lower(written, |word| {
            folds.iter().find(|(form, _)| word.starts_with(form)).map(|fold| fold.1)
        });
        match found {
            Some(here) if here == times => return,
            Some(here) if other.is_none() => other = Some((here, word.span())),
            Some(_) | None => {}
        }
    }
    let Some((here, span)) = other else { return };
    // Les doublures ont été multipliées par trois.
    if french.items.iter().any(|item| item.value == Some(Value::whole(here))) {
        return;
    }
    let written = &text.raw[span.clone()];
    problems.push(
        Problem::warning(
            RULE,
            span,
            format!("“{written}” is {here} times as much: the French says {times} times"),
        )
        .help("write the number of the French"),
    );
}
