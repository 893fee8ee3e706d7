//! Rules that need more than one translation.

use rustc_hash::FxHashMap;

use super::{Problem, Source, Target, numbers};

/// One translation of a French sentence, for rules over many.
#[derive(Debug, Clone, Copy)]
pub struct Rendering<'a> {
    /// The sentence.
    pub french: &'a str,
    /// Its translation.
    pub translation: &'a str,
}

/// Translations of one locale that render the same French differently: for each, the index of the first
/// rendering of that French, and the finding. The first itself gets none.
///
/// Spaces at the ends don't count, and a sentence of one word may well have several renderings.
pub fn inconsistent(renderings: &[Rendering<'_>]) -> Vec<(usize, usize, Problem)> {
    let mut first: FxHashMap<&str, usize> = FxHashMap::default();
    let mut found = Vec::new();
    for (at, rendering) in renderings.iter().enumerate() {
        let french = rendering.french.trim();
        if rendering.translation.trim().is_empty() || !french.contains(' ') {
            continue;
        }
        let known = *first.entry(french).or_insert(at);
        if renderings[known].translation.trim() != rendering.translation.trim() {
            let problem = Problem::warning(
                "inconsistent",
                0..rendering.translation.len(),
                "the same French is translated otherwise elsewhere",
            )
            .help(format!("there it reads: {}", renderings[known].translation.trim()));
            found.push((at, known, problem));
        }
    }
    found
}

/// What most translations of a French sentence have in common against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Across {
    /// The finding on the source; its span is of the French.
    pub problem: Problem,
    /// Which translations have nothing else wrong with their numbers: what the rule says of them follows
    /// from the French.
    pub agreeing: Vec<usize>,
}

/// When at least three translations, and two thirds of all, have another number than the French, or lack
/// one, or have one more, the mistake is most likely in the French.
///
/// Worth asking where the rule `numbers` spoke of at least three translations.
pub fn numbers_across(source: &Source<'_>, translations: &[(&Target, &str)]) -> Option<Across> {
    if translations.len() < numbers::FEWEST {
        return None;
    }
    let odd = numbers::against_the_french(source, translations)?;
    let message = match (&odd.written, &odd.instead) {
        (Some(written), Some(instead)) => {
            format!("the French has {written}, most translations have {instead}")
        }
        (Some(written), None) => format!("the French has {written}, which most translations leave out"),
        (None, Some(instead)) => format!("most translations have {instead}, which the French has not"),
        (None, None) => "most translations have another month than the French".to_owned(),
    };
    let problem = Problem::warning("numbers", odd.span, message)
        .help("correct the French, if the translators are right");
    Some(Across { problem, agreeing: odd.agreeing })
}
