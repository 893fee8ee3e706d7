//! A translation that is much shorter or longer than such translations are.
//!
//! The model is that of Gale and Church (1993): the length of a translation varies around a multiple of
//! the French, with a variance that grows with the sentence. Off by default: free translation is no mistake.

use super::scan::DIGIT;
use super::script::Script;
use super::{Pair, Problem, Shared, closing, repeated_word};
use crate::text::Span;

const RULE: &str = "length";

/// Letters of the translation for a letter of French, in news and encyclopaedic prose. By language where
/// that is known, else by script.
fn ratio(pair: &Pair<'_>) -> f64 {
    match pair.target.language.as_str() {
        "de" | "nl" | "it" | "es" | "ca" => return 0.97,
        "en" | "sv" | "da" | "no" | "tr" | "pl" => return 0.88,
        "cs" | "sk" => return 0.83,
        "ar" | "he" => return 0.75,
        _ => {}
    }
    match pair.target.script {
        Script::Han => 0.28,
        Script::Kana => 0.39,
        Script::Hangul => 0.48,
        Script::Arabic | Script::Hebrew => 0.80,
        Script::Latin
        | Script::Greek
        | Script::Cyrillic
        | Script::Armenian
        | Script::Thai
        | Script::Other
        | Script::Common => 0.92,
    }
}

/// Shares of the expected length, with a margin in letters for short texts.
struct Bounds {
    least: f64,
    most: f64,
    /// The most for a text of more sentences than the French.
    most_of_two: f64,
}

const SPACED: Bounds = Bounds { least: 0.61, most: 1.75, most_of_two: 1.5 };
/// A letter says more here, and a name in Latin letters less.
const UNSPACED: Bounds = Bounds { least: 0.58, most: 2.0, most_of_two: 1.55 };
const MARGIN: f64 = 7.0;
/// Of the French, in letters: below that nothing is said but of a second sentence, or of several times as much.
const SHORTEST: f64 = 40.0;
/// Shares of the expected length of short texts, with and without a second sentence.
const MOST_OF_SHORT_TWO: f64 = 2.0;
const MOST_OF_SHORT: f64 = 3.0;
const SHORTEST_TO_LACK: f64 = 60.0;

/// The share of the expected length that a text may have at most to break off behind a small word.
const MOST_OF_BROKEN: f64 = 0.85;

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (source, text) = (&pair.source.text, &pair.translation);
    let mut french = source.prose.chars().count() as f64;
    let is_short = french < SHORTEST;
    // An abbreviation may be told in many words.
    if french < 12.0 {
        return;
    }
    // Quatre-vingt-douze may well be 92.
    if text.has(DIGIT) {
        french -= pair.source.numbers().letters_in_words() as f64;
    }
    let is_unspaced = pair.target.script.is_unspaced();
    let bounds = if is_unspaced { &UNSPACED } else { &SPACED };
    let here =
        if is_unspaced { weighted(&text.prose, ratio(pair)) } else { text.prose.chars().count() as f64 };
    let (expected, margin) = (french * ratio(pair), MARGIN * ratio(pair));
    let (most, two, margin) = match is_short {
        true => (MOST_OF_SHORT, MOST_OF_SHORT_TWO, 2.0 * margin),
        false => (bounds.most, bounds.most_of_two, margin),
    };
    // Figures and their signs are few letters, and may be told in many.
    let figures = if text.has(DIGIT) { pair.source.numbers().figures() as f64 } else { 0.0 };
    let margin_above = margin + 4.0 * figures;
    let end = text.raw.len();
    if french >= SHORTEST_TO_LACK && here < expected * bounds.least - margin {
        // *Yours sincerely,* is all that many languages say there.
        if closing::is_closing(source) {
            return;
        }
        problems.push(
            Problem::warning(RULE, end..end, "the translation is much shorter than the French")
                .help("compare them: is a part missing?")
                .shared(Shared::Fault(0)),
        );
    } else if french >= SHORTEST_TO_LACK
        && here < expected * MOST_OF_BROKEN
        && let Some(span) = breaks_off(pair)
    {
        let message = format!("the translation breaks off behind “{}”", &text.raw[span.clone()]);
        problems.push(Problem::warning(RULE, span, message).help("translate the end, too"));
    } else if here > expected * two + margin_above
        && !problems.iter().any(repeated_word::tells_of_whole)
        && (here > expected * most + margin_above || sentences(&text.prose) > sentences(&source.prose))
    {
        problems.push(
            Problem::warning(RULE, 0..end, "the translation is much longer than the French")
                .help("compare them: does it say more, or twice the same?")
                .shared(Shared::Fault(1)),
        );
    }
}

/// The small word that ends a translation and no sentence: *wrote to the politicians and.*
fn breaks_off(pair: &Pair<'_>) -> Option<Span> {
    let (text, words) = (&pair.translation, &pair.target.lexicon.never_last);
    let prose = text.prose.trim_end_matches(|c: char| c.is_whitespace() || ".!?。！？؟".contains(c));
    // What stands between other marks is left out there, or quoted: …
    if !prose.ends_with(char::is_alphabetic) {
        return None;
    }
    if pair.target.script.is_unspaced() {
        let end = words.iter().find(|end| prose.ends_with(**end))?;
        return Some(prose.len() - end.len()..prose.len());
    }
    let last = text.words.iter().rev().find(|word| word.span().end <= prose.len())?;
    let is_small = !last.capital && words.contains(&text.word(last));
    (is_small && last.span().end == prose.len()).then(|| last.span())
}

/// Letters, where those of alphabets count as they would in French.
fn weighted(prose: &str, ratio: f64) -> f64 {
    let (narrow, all) =
        prose.chars().fold((0_u32, 0_u32), |(narrow, all), c| (narrow + u32::from(c.is_ascii()), all + 1));
    f64::from(all - narrow) + f64::from(narrow) * ratio
}

/// How many sentences a text looks like: ends after a word of some letters, with a capital after it.
fn sentences(prose: &str) -> usize {
    let mut count = 1;
    let mut letters = 0;
    for (at, c) in prose.char_indices() {
        match c {
            '。' | '？' | '！' if !prose[at + c.len_utf8()..].trim().is_empty() => count += 1,
            '.' | '?' | '!' | '؟' => {
                let rest = prose[at + c.len_utf8()..].trim_start_matches(['”', '"', '»', '“', '’', ')']);
                let next = rest.trim_start().chars().next();
                let starts = next.is_some_and(|next| {
                    !next.is_lowercase() && (next.is_alphabetic() || "«„“\"¿¡”".contains(next))
                });
                count += usize::from(letters >= 3 && rest.starts_with(' ') && starts);
            }
            _ => {}
        }
        letters = if c.is_alphabetic() { letters + 1 } else { 0 };
    }
    count
}
