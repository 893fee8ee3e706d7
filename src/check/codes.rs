//! Codes of languages: of two letters in tags, of three where texts are recognised; and what people call them.

use crate::text::language::Language;

/// Two-letter codes of languages, and those of three letters by which their texts are recognised; in order.
const LANGUAGES: [(&str, &str); 56] = [
    ("af", "afr"),
    ("ar", "ara"),
    ("az", "aze"),
    ("be", "bel"),
    ("bg", "bul"),
    ("bn", "ben"),
    ("ca", "cat"),
    ("cs", "ces"),
    ("da", "dan"),
    ("de", "deu"),
    ("el", "ell"),
    ("en", "eng"),
    ("eo", "epo"),
    ("es", "spa"),
    ("et", "est"),
    ("fa", "pes"),
    ("fi", "fin"),
    ("fr", "fra"),
    ("gu", "guj"),
    ("he", "heb"),
    ("hi", "hin"),
    ("hr", "hrv"),
    ("hu", "hun"),
    ("hy", "hye"),
    ("id", "ind"),
    ("it", "ita"),
    ("ja", "jpn"),
    ("ka", "kat"),
    ("kn", "kan"),
    ("ko", "kor"),
    ("la", "lat"),
    ("lt", "lit"),
    ("lv", "lav"),
    ("mk", "mkd"),
    ("ml", "mal"),
    ("mr", "mar"),
    ("nl", "nld"),
    ("no", "nob"),
    ("pa", "pan"),
    ("pl", "pol"),
    ("pt", "por"),
    ("ro", "ron"),
    ("ru", "rus"),
    ("sk", "slk"),
    ("sl", "slv"),
    ("sr", "srp"),
    ("sv", "swe"),
    ("ta", "tam"),
    ("th", "tha"),
    ("tr", "tur"),
    ("uk", "ukr"),
    ("ur", "urd"),
    ("uz", "uzb"),
    ("vi", "vie"),
    ("yi", "yid"),
    ("zh", "cmn"),
];

/// The code by which texts of a language are recognised, if they are.
pub(super) fn code(language: &str) -> Option<&'static str> {
    LANGUAGES.binary_search_by_key(&language, |(two, _)| two).ok().map(|at| LANGUAGES[at].1)
}

/// The languages whose texts are recognised, by their codes of two letters.
pub(super) fn recognised_languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|(two, _)| *two)
}

/// The code of two letters.
pub(super) fn name(code: &str) -> Option<&'static str> {
    LANGUAGES.iter().find(|(_, three)| *three == code).map(|(two, _)| *two)
}

/// What people call a language, by its code of two letters; the code where that is not known.
pub(super) fn in_words(language: &str) -> &str {
    Language::of(language).map_or(language, |language| language.english)
}

/// Languages, by their codes of three letters, whose texts nobody can tell apart by groups of letters.
const INSEPARABLE: [&[&str]; 4] = [&["hrv", "srp", "slv"], &["nob", "dan"], &["ces", "slk"], &["afr", "nld"]];

/// Whether groups of letters can't tell texts of two languages apart, by their codes of three letters.
pub(super) fn are_inseparable(a: &str, b: &str) -> bool {
    is_in_one(&INSEPARABLE, a, b)
}

/// Languages, by their codes of two letters, that groups of letters confuse in a short text.
const CONFUSABLE: [&[&str]; 8] = [
    &["an", "ast", "es", "gl", "pt"],
    &["bs", "hr", "mk", "sl", "sr"],
    &["be", "bg", "mk", "ru", "sr", "uk"],
    &["da", "nb", "nn", "no", "sv"],
    &["cs", "sk"],
    &["et", "fi"],
    &["id", "jv", "ms", "su"],
    &["af", "fy", "nl"],
];

/// Whether groups of letters confuse two languages in a short text, by their codes of two letters.
pub(super) fn are_confusable(a: &str, b: &str) -> bool {
    is_in_one(&CONFUSABLE, a, b)
}

/// Whether one of these families has both.
fn is_in_one(families: &[&[&str]], a: &str, b: &str) -> bool {
    families.iter().any(|family| family.contains(&a) && family.contains(&b))
}

/// The codes by which a text of a language is recognised: its own, or those of the languages that it is confused with
/// where it has none.
pub(super) fn recognised_as(language: &str) -> impl Iterator<Item = &'static str> {
    let others =
        CONFUSABLE.iter().filter(move |family| code(language).is_none() && family.contains(&language));
    code(language).into_iter().chain(others.flat_map(|family| family.iter().filter_map(|name| code(name))))
}
