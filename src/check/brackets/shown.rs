//! Quotations that name what readers find on their screen or in the document: cliquez sur « Valider », voir la section 3,
//! « Réglages ».
//!
//! Manuals keep the marks round them in most languages, for the words would run into the sentence without, even those
//! that begin with a capital. Those in English do without.

use crate::check::lists::Words;
use crate::text::Span;

/// Whether the French quotes such words at `place`.
pub(super) fn is_shown(prose: &str, place: &Span) -> bool {
    /// Bytes before the mark that are looked at.
    const NEAR: usize = 96;
    let begin = prose.floor_char_boundary(place.start.saturating_sub(NEAR));
    let before = prose[begin..place.start].trim_end().to_lowercase();
    is_part(&before) || is_named(&before) || is_asked(&before)
}

/// Whether a text ends in the number of a part of the document, before its heading: la section 4.2, (voir l’annexe B,
fn is_part(before: &str) -> bool {
    static PARTS: Words = Words::of("parts");
    let before = before.trim_end_matches([',', ':', '–', '—', ' ', '\u{A0}', '\u{202F}']);
    let mut words = before.rsplit([' ', '\u{A0}', '\u{202F}', '’', '\'', '(']);
    let number = words.next().unwrap_or_default();
    let is_number = number.starts_with(|c: char| c.is_ascii_digit()) || number.chars().count() == 1;
    is_number && words.next().is_some_and(|part| PARTS.has(part))
}

/// Whether a text ends in what something on a screen is called: le bouton, la case à cocher, la boîte de dialogue.
fn is_named(before: &str) -> bool {
    static THINGS: Words = Words::of("things");
    THINGS.all().iter().any(|thing| before.strip_suffix(thing).is_some_and(is_end_of_word))
}

/// Whether a word may begin behind a text.
fn is_end_of_word(before: &str) -> bool {
    !before.ends_with(|c: char| c.is_alphanumeric() || c == '-')
}

/// Whether readers are asked to find, to choose or to write what follows: cliquez sur, saisissez, si vous entrez.
fn is_asked(before: &str) -> bool {
    static ASKS: Words = Words::of("asks");
    /// Bytes between the verb and what is quoted: sélectionnez donc l’option.
    const BETWEEN: usize = 24;
    let is_near = |at: usize, verb: &str| before.len() - at - verb.len() <= BETWEEN;
    let asks =
        |verb: &&str| before.rfind(verb).is_some_and(|at| is_near(at, verb) && is_end_of_word(&before[..at]));
    ASKS.all().iter().any(asks)
}
