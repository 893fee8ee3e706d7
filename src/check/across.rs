//! Rules that need more than one translation.

use std::hash::Hasher as _;

use rustc_hash::{FxHashMap, FxHasher};

use super::Problem;
use crate::diagnostic::{Severity, advice};

/// One translation of a French sentence, for rules over many.
#[derive(Debug, Clone, Copy)]
pub struct Rendering<'a> {
    /// The sentence.
    pub french: &'a str,
    /// Its translation.
    pub translation: &'a str,
    /// Whether the translation is as its readers see it: else it is what a line holds that no Fluent program can
    /// read, and its words alone count.
    pub is_readable: bool,
}

impl Rendering<'_> {
    fn differs(&self, other: &Self) -> bool {
        match self.is_readable && other.is_readable {
            true => self.translation.trim() != other.translation.trim(),
            false => letters(self.translation).ne(letters(other.translation)),
        }
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric())
}

/// Translations of one locale that render the same French differently: the index of each, after that of the
/// first rendering of that French that can be read.
///
/// Spaces at the ends don't count, and a sentence of one word may well have several renderings.
pub fn inconsistent(renderings: &[Rendering<'_>]) -> Vec<(usize, usize)> {
    let mut first: FxHashMap<&str, usize> = FxHashMap::default();
    let mut found = Vec::new();
    let of_kind = |readable: bool| {
        renderings.iter().enumerate().filter(move |(_, rendering)| rendering.is_readable == readable)
    };
    for (at, rendering) in of_kind(true).chain(of_kind(false)) {
        let french = rendering.french.trim();
        if rendering.translation.trim().is_empty() || !french.contains(' ') {
            continue;
        }
        let known = *first.entry(french).or_insert(at);
        if rendering.differs(&renderings[known]) {
            found.push((known, at));
        }
    }
    found
}

/// What a problem may have in common with those of other translations of the same sentence. The number
/// tells causes of one rule apart; its high byte, where it is from 1 to 63, what of the French is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shared {
    /// If nearly all translations have it (17 of 20), the French is wrong.
    Fault(u32),
    /// If half of the translations have it, it is a way of translating.
    Taste(u32),
    /// If half of the translations have it, and not all in the same words, it is no error: `nom_groupe` in code is
    /// `gruppenname` and `nome_gruppo`. All in the same words is a doubt.
    Words(u32),
    /// If a quarter of them have it, it is as usual as the other way.
    Style(u32),
    /// If nearly all translations have it, the French may be wrong, and each finding says so: code and addresses are
    /// also lost in all translations at once, by a tool that they came through.
    Doubt(u32),
    /// If two have it, it tells their readers what those of the French know; if nearly all have it, the French
    /// lost it.
    Addition(u32),
}

impl Shared {
    /// A doubt that is the same where the same is told.
    pub(super) fn told_as(message: &str) -> Shared {
        let mut hasher = FxHasher::default();
        hasher.write(message.as_bytes());
        Shared::Doubt(hasher.finish() as u32)
    }
}

/// Fewer translations prove nothing against the French.
const FEWEST: usize = 3;

/// Looks at what the rules found in all translations of one French sentence, `found[n]` in the n-th (also
/// those in which nothing was found). Where most translations agree against the French, the finding is on
/// the French: it is returned, and taken from the translations. What several translators chose alike is
/// no mistake, and taken away too.
pub fn across(found: &mut [Vec<Problem>]) -> Vec<Problem> {
    let mut causes: Vec<(&'static str, Shared)> =
        found.iter().flatten().filter_map(|problem| Some((problem.rule, problem.shared?))).collect();
    if causes.len() < 2 {
        return Vec::new();
    }
    causes.sort_unstable();
    causes.dedup();
    let (mut faults, all) = (Vec::new(), found.len());
    for (rule, shared) in causes {
        let has = |problem: &Problem| problem.rule == rule && problem.shared == Some(shared);
        let count = found.iter().filter(|problems| problems.iter().any(has)).count();
        let is_general = count >= FEWEST && count * 20 >= all * 17;
        let are_alike = || {
            let mut messages =
                found.iter().flatten().filter(|problem| has(problem)).map(|problem| &problem.message);
            let first = messages.next();
            messages.all(|message| Some(message) == first)
        };
        let (settled, is_fault) = match shared {
            Shared::Words(_) if !are_alike() => {
                if count >= FEWEST && count * 2 >= all {
                    let named = found.iter_mut().flatten().filter(|problem| has(problem));
                    named.for_each(|problem| problem.severity = Severity::Warning);
                }
                continue;
            }
            Shared::Doubt(_) | Shared::Words(_) => {
                let doubted = found.iter_mut().flatten().filter(|problem| is_general && has(problem));
                doubted.for_each(|problem| {
                    problem.help = advice(format!(
                        "{}; or correct the French: {count} of {all} translations agree against it",
                        problem.help
                    ));
                });
                continue;
            }
            Shared::Fault(_) => (is_general, true),
            Shared::Taste(_) => (count >= FEWEST && count * 2 >= all, false),
            Shared::Style(_) => (count >= FEWEST && count * 4 >= all, false),
            Shared::Addition(_) => (count >= 2, is_general),
        };
        if !settled {
            continue;
        }
        if let (true, Some(first)) = (is_fault, found.iter().flatten().find(|problem| has(problem))) {
            let message =
                format!("{count} of {all} translations agree against the French: {}", first.message);
            faults.push(
                Problem::warning(rule, first.french.clone(), message)
                    .help("correct the French, if the translators are right"),
            );
        }
        for problems in found.iter_mut() {
            problems.retain(|problem| !has(problem) && !is_moot(problem, rule, shared));
        }
    }
    faults
}

/// What a few translations of one French sentence have, too few to tell each other's ways: what a quarter of many would be
/// allowed is no mistake of one.
pub fn alone(found: &mut [Vec<Problem>]) {
    if found.len() < FEWEST {
        for problems in found {
            problems.retain(|problem| !matches!(problem.shared, Some(Shared::Style(_))));
        }
    }
}

/// Whether a problem is about the very number of the French that is wrong (the high bits of the cause).
fn is_moot(problem: &Problem, rule: &str, shared: Shared) -> bool {
    let (Shared::Fault(wrong), Some(Shared::Fault(other))) = (shared, problem.shared) else { return false };
    let place = wrong >> 24;
    problem.rule == rule && place == other >> 24 && (1..0x40).contains(&place)
}
