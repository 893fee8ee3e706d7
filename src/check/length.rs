//! A translation that is much shorter or longer than such translations are.
//!
//! The model is that of Gale and Church (1993): the length of a translation varies around a multiple of
//! the French, with a variance that grows with the sentence. Off by default: free translation is no mistake.

use super::script::Script;
use super::{Pair, Problem, Shared};

const RULE: &str = "length";

/// Letters of the translation for a letter of French, on the average of news and encyclopaedic prose.
fn ratio(pair: &Pair<'_>) -> f64 {
    match pair.target.script {
        Script::Han => 0.30,
        Script::Kana => 0.43,
        Script::Hangul => 0.48,
        Script::Arabic | Script::Hebrew => 0.80,
        Script::Latin
        | Script::Greek
        | Script::Cyrillic
        | Script::Armenian
        | Script::Thai
        | Script::Other
        | Script::Common => 0.90,
    }
}

/// Shares of the expected length, with a margin in letters for short texts.
const LEAST: f64 = 0.62;
const MOST: f64 = 1.65;
const MARGIN: f64 = 12.0;

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, here) = (letters(pair.source.text.raw), letters(pair.translation.raw));
    let expected = french * ratio(pair);
    if french < 25.0 {
        return;
    }
    let margin = MARGIN * ratio(pair);
    let end = pair.translation.raw.len();
    if here < expected * LEAST - margin {
        problems.push(
            Problem::warning(RULE, end..end, "the translation is much shorter than the French")
                .help("compare them: is a part missing?")
                .shared(Shared::Fault(0)),
        );
    } else if here > expected * MOST + margin {
        problems.push(
            Problem::warning(RULE, 0..end, "the translation is much longer than the French")
                .help("compare them: does it say more, or twice the same?")
                .shared(Shared::Fault(1)),
        );
    }
}

fn letters(text: &str) -> f64 {
    let count = if text.is_ascii() { text.len() } else { text.chars().count() };
    count as f64
}
