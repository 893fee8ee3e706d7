//! What a figure of the French is there for: a value or the name of a thing, which other languages write in figures, too, or
//! how many there are of something.

use super::Comparison;
use crate::check::lists::Words;
use crate::check::numbers::read::{Item, Kind, is_blank};

/// Words that may stand behind a number that counts nothing: 0 *signifie* …, de 2 *à* 5.
static BEHIND: Words = Words::of("behind-value");

/// Words in front of a value: la fonction *renvoie* 1, égal *à* 1.
const BEFORE: [&str; 13] = [
    "affiche", "donne", "entre", "est", "et", "ou", "par", "renvoie", "retourne", "valeur", "valeurs",
    "vaut", "à",
];

/// Words in front of a value, whatever stands behind it.
const VALUES: [&str; 5] = ["renvoie", "renvoient", "retourne", "valeur", "valeurs"];

/// What a number of the French counts: the word behind it, unless that is one of [`BEHIND`].
pub(in crate::check::numbers) fn noun<'p>(prose: &'p str, item: &Item) -> Option<&'p str> {
    let word = next_word(prose, item);
    let is_noun = word.chars().nth(2).is_some() || matches!(word, "an" | "ans");
    (is_noun && !BEHIND.has(word)).then_some(word)
}

/// Whether no word stands behind a number that says what it counts.
pub(in crate::check::numbers) fn counts_nothing(prose: &str, item: &Item) -> bool {
    let word = next_word(prose, item);
    word.is_empty() || BEHIND.has(word)
}

/// The word that stands next behind a number; empty where another sign does.
pub(in crate::check::numbers) fn next_word<'p>(prose: &'p str, item: &Item) -> &'p str {
    let behind = prose[item.span.end..].trim_start_matches(is_blank);
    behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default()
}

/// Whether a number of the French is a value of something, so that no article of another language says it.
pub(super) fn is_value(prose: &str, item: &Item) -> bool {
    let word = last_word(prose, item);
    counts_nothing(prose, item)
        && (BEFORE.contains(&word) || item.span.start == 0 || is_in_formula(prose, item))
}

/// Whether a number is the last word of two in quotes, the name of a thing: « titre 1 ».
pub(super) fn is_in_quoted_name(prose: &str, item: &Item) -> bool {
    let before = prose[..item.span.start].trim_end_matches(is_blank).trim_end_matches(char::is_alphabetic);
    before.trim_end_matches(is_blank).ends_with(['"', '«', '“'])
        && prose[item.span.end..].trim_start_matches(is_blank).starts_with(['"', '»', '”'])
}

/// Whether the French calls a number a value: *une valeur 0*, *renvoie 0*.
pub(in crate::check::numbers) fn is_called_value(prose: &str, item: &Item) -> bool {
    VALUES.contains(&last_word(prose, item))
}

/// The word in front of a number.
pub(super) fn last_word<'p>(prose: &'p str, item: &Item) -> &'p str {
    let before = prose[..item.span.start].trim_end_matches(is_blank);
    before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default()
}

/// The letters that are written onto a number: the A of A4, the D of 3D.
pub(super) fn letters_around<'p>(prose: &'p str, item: &Item) -> (&'p str, &'p str) {
    let (before, after) = (&prose[..item.span.start], &prose[item.span.end..]);
    let front = before.trim_end_matches(|c: char| c.is_alphabetic() || c == '$').len();
    let back = after.len() - after.trim_start_matches(char::is_alphabetic).len();
    (&before[front..], &after[..back])
}

/// Whether a number, with the letters written onto it, is a part of a formula, where nothing is said in words or left out:
/// `=SOMME(2;2)`, `$A$2`, `2*3`.
pub(in crate::check::numbers) fn is_in_formula(prose: &str, item: &Item) -> bool {
    const SIGNS: [char; 8] = [';', '=', '*', '^', '$', '|', '&', '_'];
    let before = prose[..item.span.start].trim_end_matches(char::is_alphabetic);
    let after = prose[item.span.end..].trim_start_matches(char::is_alphabetic);
    let is_called = || before.strip_suffix('(').is_some_and(|name| name.ends_with(char::is_alphanumeric));
    before.trim_end_matches(is_blank).ends_with('=')
        || before.ends_with(SIGNS)
        || after.starts_with(SIGNS)
        || is_called()
}

/// Whether a number stands behind a sign that compares: `N > 0`.
pub(in crate::check::numbers) fn is_compared(prose: &str, item: &Item) -> bool {
    prose[..item.span.start].trim_end_matches(is_blank).ends_with(['<', '>', '≤', '≥'])
}

/// Whether a number of the French counts how often: `trois fois`.
pub(in crate::check::numbers) fn counts_times(comparison: &Comparison<'_>, item: &Item) -> bool {
    item.kind != Kind::Roman
        && item.whole().is_some_and(|count| (2..=20).contains(&count))
        && comparison.source.prose[item.span.end..].trim_start_matches(is_blank).starts_with("fois")
}
