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

/// The code of two letters.
pub(super) fn name(code: &str) -> Option<&'static str> {
    LANGUAGES.iter().find(|(_, three)| *three == code).map(|(two, _)| *two)
}

/// What people call a language, by its code of two letters; the code where that is not known.
pub(super) fn in_words(language: &str) -> &str {
    Language::of(language).map_or(language, |language| language.english)
}

/// Languages whose texts can't be told apart by letters.
pub(super) fn is_sibling(a: &str, b: &str) -> bool {
    const SIBLINGS: [&[&str]; 4] =
        [&["hrv", "srp", "slv"], &["nob", "dan"], &["ces", "slk"], &["afr", "nld"]];
    SIBLINGS.iter().any(|family| family.contains(&a) && family.contains(&b))
}
