//! Noon and midnight, where a text names them.

use crate::check::scan::{Text, Word};
use crate::check::script::Script;
use crate::text::Span;

/// Set where the French names noon.
pub(in crate::check::numbers) const NOON: u8 = 1;
/// Set where it names midnight.
pub(in crate::check::numbers) const MIDNIGHT: u8 = 2;

/// Set where it names the half behind one of them: *midi et demi*.
pub(in crate::check::numbers) const HALF: u8 = 4;

/// What a French word names of the two; 0 for others, and for the `midi` of `après-midi`.
pub(super) fn of_french(text: &Text<'_>, word: &Word) -> u8 {
    if !matches!(word.span().len(), 4 | 6) {
        return 0;
    }
    let is_joined = || text.prose[..word.span().start].ends_with(['-', '\u{2011}']);
    let hour = match text.word(word) {
        "midi" if !is_joined() => NOON,
        "minuit" => MIDNIGHT,
        _ => return 0,
    };
    let half = if text.prose[word.span().end..].starts_with(" et demi") { HALF } else { 0 };
    hour | half
}

/// Whether a text names an hour: where a word of it begins so. Arabic joins its article and small words.
pub(in crate::check::numbers) fn names(
    text: &Text<'_>,
    lower: &str,
    hour: &[&str],
    script: Script,
) -> Option<Span> {
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
