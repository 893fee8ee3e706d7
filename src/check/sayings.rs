//! Ways to say things that have a number in their name: `data/sayings.tsv`.

use super::scan::Beginnings;
use super::section::section;

const SAYINGS: &str = include_str!("data/sayings.tsv");

/// A way to say something that has a number in its name.
#[derive(Debug)]
pub(super) struct Saying {
    pub(super) kind: &'static str,
    pub(super) number: u64,
    /// Words, or `x-` for what begins so.
    pub(super) said: &'static str,
    /// The first of them.
    pub(super) first: &'static str,
}

/// Those of a language.
pub(super) fn of_language(language: &str) -> Vec<Saying> {
    let lines = section(SAYINGS, language).filter_map(|line| {
        let mut cells = line.split('\t');
        let (kind, number) = (cells.next()?, cells.next()?.parse().ok()?);
        Some(cells.map(move |said| {
            let first = said.split_once(' ').map_or(said, |(first, _)| first);
            Saying { kind, number, said, first }
        }))
    });
    lines.flatten().collect()
}

/// How French words begin that say something so.
pub(super) fn beginnings(sayings: &[Saying]) -> Beginnings {
    let mut beginnings = Beginnings::default();
    for saying in sayings {
        beginnings.add(saying.first.trim_end_matches('-'));
    }
    beginnings
}
