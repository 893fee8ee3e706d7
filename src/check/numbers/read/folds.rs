//! How many times as much a French text says: `quadruplé`, `divisé par trois`.

use std::sync::OnceLock;

use super::digits::is_blank;
use super::item::Item;
use crate::check::scan::{Beginnings, Text, with_lower};

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

/// How verbs begin that take a factor: `divisé par deux`.
const DIVIDE: &str = "divis";
const MULTIPLY: &str = "multipli";

/// What French does by a number behind *par*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check::numbers) enum Factor {
    Divides,
    Multiplies,
}

/// What is done by a number of a French text, where it is a factor.
pub(in crate::check::numbers) fn factor(prose: &str, item: &Item) -> Option<Factor> {
    let before = prose[..item.span.start].trim_end_matches(is_blank).strip_suffix("par")?;
    let verb = before.trim_end_matches(is_blank).rsplit(is_blank).next()?;
    let begins = |stem: &str| with_lower(verb, |verb| verb.starts_with(stem));
    if begins(DIVIDE) {
        return Some(Factor::Divides);
    }
    begins(MULTIPLY).then_some(Factor::Multiplies)
}
