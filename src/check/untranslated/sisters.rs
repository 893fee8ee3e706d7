//! The sisters of French, and what they share with it: small words, and vowels that are lost.

use crate::check::{Pair, vocabulary};

/// Whether the language is a sister of French.
pub(super) fn is_sister(pair: &Pair<'_>) -> bool {
    ["ca", "es", "gl", "it", "oc", "pt", "ro"].contains(&pair.target.language.as_str())
}

/// Whether these are the small words of a sister of French.
pub(super) fn are_of_sister(words: u64) -> bool {
    ["ca", "es", "gl", "it", "pt", "ro"].iter().any(|sister| vocabulary::bit(sister) & words != 0)
}

/// Whether a language writes an apostrophe for a vowel before another one, too.
pub(super) fn is_eliding(pair: &Pair<'_>) -> bool {
    const ELIDING: [&str; 16] = [
        "it", "ca", "oc", "lb", "wa", "frp", "pms", "lij", "nap", "scn", "co", "rm", "fur", "lmo", "vec",
        "mt",
    ];
    ELIDING.contains(&pair.target.language.as_str())
}

/// The small words of the language, or, for a sister of French of which they are not known, those of all its sisters.
pub(super) fn own_or_kindred(pair: &Pair<'_>) -> u64 {
    const UNLISTED: [&str; 15] =
        ["an", "ast", "co", "ext", "fur", "lij", "lmo", "mwl", "nap", "oc", "pms", "rm", "sc", "scn", "vec"];
    match pair.target.vocabulary {
        0 if UNLISTED.contains(&pair.target.language.as_str()) => {
            ["ca", "es", "it", "pt"].into_iter().fold(0, |all, language| all | vocabulary::bit(language))
        }
        own => own,
    }
}
