//! Noon and midnight, where they are named.

use super::super::scan::{Text, Word};
use super::super::script::Script;
use super::super::{Pair, Problem};
use super::RULE;
use crate::text::Span;

/// Set where the French names noon.
pub(super) const NOON: u8 = 1;
/// Set where it names midnight.
const MIDNIGHT: u8 = 2;

/// What a French word names of the two; 0 for others, and for the `midi` of `après-midi`.
pub(super) fn of_french(text: &Text<'_>, word: &Word) -> u8 {
    if !matches!(word.span().len(), 4 | 6) {
        return 0;
    }
    let is_joined = || text.prose[..word.span().start].ends_with(['-', '\u{2011}']);
    match text.word(word) {
        "midi" if !is_joined() => NOON,
        "minuit" => MIDNIGHT,
        _ => 0,
    }
}

/// Whether a text names an hour: where a word of it begins so. Arabic joins its article and small words.
pub(super) fn names(text: &Text<'_>, lower: &str, hour: &[&str], script: Script) -> Option<Span> {
    let begins = |at: usize| {
        script.is_unspaced() || script == Script::Arabic || !lower[..at].ends_with(char::is_alphabetic)
    };
    hour.iter().find_map(|name| {
        let at = lower.match_indices(name).map(|(at, _)| at).find(|at| begins(*at))?;
        // Where capitals are longer than their small letters, the place is not that of the text.
        let span = at..at + name.len();
        Some(if text.raw.get(span.clone()).is_some() { span } else { 0..0 })
    })
}

/// Noon for midnight, and the other way round: told where the translation names the wrong one alone.
pub(super) fn report(pair: &Pair<'_>, french: u8, problems: &mut Vec<Problem>) {
    let lexicon = &pair.target.lexicon;
    let (right, wrong, word) = match french {
        NOON => (&lexicon.noon, &lexicon.midnight, "midi"),
        MIDNIGHT => (&lexicon.midnight, &lexicon.noon, "minuit"),
        _ => return,
    };
    let text = &pair.translation;
    let lower = text.prose.to_lowercase();
    if names(text, &lower, right, pair.target.script).is_some() {
        return;
    }
    // Twelve may be said in figures beside the word for an afternoon.
    if lower.contains("12") || lower.contains("١٢") {
        return;
    }
    let Some(span) = names(text, &lower, wrong, pair.target.script) else { return };
    let place = pair.source.text.raw.find(word).map_or(0..0, |at| at..at + word.len());
    problems.push(
        Problem::warning(
            RULE,
            span.clone(),
            format!("“{}” is the wrong half of the day: the French says {word}", &text.raw[span]),
        )
        .of_french(place)
        .help("noon and midnight are mixed up"),
    );
}
