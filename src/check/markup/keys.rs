//! Names of keys, in code (`Ctrl+Entrée`) and between tags (`<kbd>Entrée</kbd>`): keyboards have them in their own
//! language, but for those of letters, digits and functions.

use super::RULE;
use crate::check::lists::Words;
use crate::check::scan::{Kind, Text};
use crate::check::{Pair, Problem, Shared, unmatched};
use crate::text::Span;

/// What may change where keys are named.
pub(super) const HELP: &str = "copy it, or name the same keys in the language of the translation (Strg for Ctrl): letters and digits stay";

/// What French keyboards and manuals call keys, in lower case; those of letters, digits and functions are the same
/// everywhere.
static KEYS: Words = Words::of("keys");

/// Whether code of the French names keys, and that of the translation may name the same ones: as many, with the same
/// letters, digits and functions (`Ctrl+Maj+F2`, `Strg+Umschalt+F2`).
pub(super) fn may_be_same(french: &str, other: &str) -> bool {
    if !are_keys(french) {
        return false;
    }
    let (french, other) = (keys(french), keys(other));
    let are_same = |french: &str, other: &str| match is_sign(french) {
        true => french.eq_ignore_ascii_case(other),
        // A key has a name of a word or two, or a sign (⇧, ↵).
        false => !is_function(other) && other.split_whitespace().count() <= 3 && !is_letter(other),
    };
    french.len() == other.len() && french.iter().zip(&other).all(|(french, other)| are_same(french, other))
}

/// Whether code names keys of a keyboard, and not letters alone.
pub(super) fn are_keys(code: &str) -> bool {
    let keys = keys(code);
    keys.iter().all(|key| is_sign(key) || KEYS.has(key.to_lowercase().as_str()))
        && !keys.iter().all(|key| is_sign(key))
}

/// Whether a key is named as no other language names it: by letters with accents, or shortened.
fn is_french(key: &str) -> bool {
    let key = key.to_lowercase();
    KEYS.has(key.as_str()) && (!key.is_ascii() || key.starts_with("suppr") || key.starts_with("verr"))
}

/// Whether a key is called the same everywhere.
fn is_sign(key: &str) -> bool {
    key.chars().count() == 1 || is_function(key)
}

/// The keys that are pressed together.
fn keys(code: &str) -> Vec<&str> {
    code.trim_matches('`').split(['+', '-']).map(str::trim).collect()
}

/// F1 to F24.
fn is_function(key: &str) -> bool {
    key.strip_prefix(['F', 'f'])
        .is_some_and(|number| number.parse::<u8>().is_ok_and(|number| (1..=24).contains(&number)))
}

fn is_letter(key: &str) -> bool {
    key.len() == 1
}

/// Keys between tags (`<kbd>Entrée</kbd>`): they have names of the language, and the same letters.
pub(super) fn pressed(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let here = between_tags(&pair.translation);
    if here.is_empty() {
        return;
    }
    let there = between_tags(&pair.source.text);
    problems.extend(left_in_french(pair, &there, &here).or_else(|| another_sign(&there, &here)));
}

/// The keys of a text, each between the tags that say that it is one.
fn between_tags<'t>(text: &'t Text<'_>) -> Vec<(&'t str, Span)> {
    let tags: Vec<&Span> = text.spans(Kind::Tag).collect();
    let pairs = tags.windows(2).filter(|two| &text.raw[two[0].clone()] == "<kbd>");
    let keys = pairs.map(|two| two[0].end..two[1].start);
    keys.map(|span| (text.raw[span.clone()].trim(), span)).collect()
}

fn left_in_french(pair: &Pair<'_>, there: &[(&str, Span)], here: &[(&str, Span)]) -> Option<Problem> {
    if pair.target.language == "fr" {
        return None;
    }
    let is_left = |key: &str| is_french(key) && there.iter().any(|(other, _)| *other == key);
    let (key, span) = here.iter().find(|(key, _)| is_left(key))?;
    let problem = Problem::warning(RULE, span.clone(), format!("the key {key} is still named in French"));
    Some(problem.help("name it as keyboards of the language do"))
}

/// A letter, digit or function of the French that is another one: each takes its own away.
fn another_sign(there: &[(&str, Span)], here: &[(&str, Span)]) -> Option<Problem> {
    if here.len() != there.len() {
        return None;
    }
    let signs = |(key, _): &&(&str, Span)| is_sign(key);
    let mut wanted: Vec<&(&str, Span)> = there.iter().filter(signs).collect();
    let is_same = |wanted: &&(&str, Span), here: &&(&str, Span)| wanted.0.eq_ignore_ascii_case(here.0);
    let added = unmatched::added(&mut wanted, here.iter().filter(signs), is_same);
    let ((was, lost), (is, new)) = (wanted.first()?, added.first()?);
    let message = format!("the key {was} became {is}");
    let shared = Shared::told_as(&message);
    let problem = Problem::warning(RULE, new.clone(), message).of_french(lost.clone());
    Some(problem.help(HELP).shared(shared))
}

#[cfg(test)]
mod tests {
    use super::may_be_same;

    #[test]
    fn keys_have_names_of_the_language_and_the_same_letters() {
        for (french, other) in [
            ("`Entrée`", "`Enter`"),
            ("`Ctrl+C`", "`Strg+C`"),
            ("`Maj+F2`", "`Umschalt+F2`"),
            ("`Échap`", "`⎋`"),
        ] {
            assert!(may_be_same(french, other), "{french} {other}");
        }
        for (french, other) in [
            ("`Ctrl+C`", "`Strg+X`"),
            ("`Ctrl+C`", "`Strg`"),
            ("`Maj+F2`", "`Umschalt+F3`"),
            ("`liste`", "`list`"),
            ("`C`", "`D`"),
            ("`fin`", "`rm -rf / now please`"),
            ("`Ctrl`", "`c`"),
        ] {
            assert!(!may_be_same(french, other), "{french} {other}");
        }
    }
}
