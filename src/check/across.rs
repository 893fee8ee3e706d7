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

/// When at least three translations, and all of them, agree on another number than the French, the
/// mistake is in the French.
pub fn numbers_across(source: &Source<'_>, translations: &[(&Target, &str)]) -> Option<Problem> {
    if translations.len() < 3 {
        return None;
    }
    let (missing, instead) = numbers::agreed_instead(source, translations)?;
    Some(
        Problem::warning(
            "numbers",
            missing.span,
            format!(
                "the French has {}, all {} translations have {instead}",
                missing.written,
                translations.len()
            ),
        )
        .help("correct the French, if the translators are right"),
    )
}
