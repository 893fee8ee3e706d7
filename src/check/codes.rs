//! Codes of languages: of two letters in tags, of three where texts are recognised; and what people call them.

/// Two-letter codes, those of three letters by which texts are recognised (empty where they are not), and names as the
/// Unicode CLDR has them in English.
const LANGUAGES: [(&str, &str, &str); 94] = [
    ("af", "afr", "Afrikaans"),
    ("am", "", "Amharic"),
    ("ar", "ara", "Arabic"),
    ("az", "aze", "Azerbaijani"),
    ("be", "bel", "Belarusian"),
    ("bg", "bul", "Bulgarian"),
    ("bn", "ben", "Bengali"),
    ("br", "", "Breton"),
    ("bs", "", "Bosnian"),
    ("ca", "cat", "Catalan"),
    ("co", "", "Corsican"),
    ("cs", "ces", "Czech"),
    ("cy", "", "Welsh"),
    ("da", "dan", "Danish"),
    ("de", "deu", "German"),
    ("el", "ell", "Greek"),
    ("en", "eng", "English"),
    ("eo", "epo", "Esperanto"),
    ("es", "spa", "Spanish"),
    ("et", "est", "Estonian"),
    ("eu", "", "Basque"),
    ("fa", "pes", "Persian"),
    ("fi", "fin", "Finnish"),
    ("fr", "fra", "French"),
    ("ga", "", "Irish"),
    ("gd", "", "Scottish Gaelic"),
    ("gl", "", "Galician"),
    ("gu", "guj", "Gujarati"),
    ("ha", "", "Hausa"),
    ("he", "heb", "Hebrew"),
    ("hi", "hin", "Hindi"),
    ("hr", "hrv", "Croatian"),
    ("hu", "hun", "Hungarian"),
    ("hy", "hye", "Armenian"),
    ("id", "ind", "Indonesian"),
    ("is", "", "Icelandic"),
    ("it", "ita", "Italian"),
    ("ja", "jpn", "Japanese"),
    ("ka", "kat", "Georgian"),
    ("kk", "", "Kazakh"),
    ("km", "", "Khmer"),
    ("kn", "kan", "Kannada"),
    ("ko", "kor", "Korean"),
    ("ku", "", "Kurdish"),
    ("ky", "", "Kyrgyz"),
    ("la", "lat", "Latin"),
    ("lb", "", "Luxembourgish"),
    ("ln", "", "Lingala"),
    ("lo", "", "Lao"),
    ("lt", "lit", "Lithuanian"),
    ("lv", "lav", "Latvian"),
    ("mg", "", "Malagasy"),
    ("mk", "mkd", "Macedonian"),
    ("ml", "mal", "Malayalam"),
    ("mn", "", "Mongolian"),
    ("mr", "mar", "Marathi"),
    ("ms", "", "Malay"),
    ("mt", "", "Maltese"),
    ("my", "", "Burmese"),
    ("ne", "", "Nepali"),
    ("nl", "nld", "Dutch"),
    ("no", "nob", "Norwegian"),
    ("oc", "", "Occitan"),
    ("pa", "pan", "Punjabi"),
    ("pl", "pol", "Polish"),
    ("ps", "", "Pashto"),
    ("pt", "por", "Portuguese"),
    ("rm", "", "Romansh"),
    ("ro", "ron", "Romanian"),
    ("ru", "rus", "Russian"),
    ("si", "", "Sinhala"),
    ("sk", "slk", "Slovak"),
    ("sl", "slv", "Slovenian"),
    ("so", "", "Somali"),
    ("sq", "", "Albanian"),
    ("sr", "srp", "Serbian"),
    ("st", "", "Sotho"),
    ("sv", "swe", "Swedish"),
    ("sw", "", "Swahili"),
    ("ta", "tam", "Tamil"),
    ("te", "", "Telugu"),
    ("tg", "", "Tajik"),
    ("th", "tha", "Thai"),
    ("tl", "", "Tagalog"),
    ("tr", "tur", "Turkish"),
    ("uk", "ukr", "Ukrainian"),
    ("ur", "urd", "Urdu"),
    ("uz", "uzb", "Uzbek"),
    ("vi", "vie", "Vietnamese"),
    ("wo", "", "Wolof"),
    ("yi", "yid", "Yiddish"),
    ("yo", "", "Yoruba"),
    ("zh", "cmn", "Chinese"),
    ("zu", "", "Zulu"),
];

/// The code by which texts of a language are recognised, if they are.
pub(super) fn code(language: &str) -> Option<&'static str> {
    known(language).map(|(_, three, _)| *three).filter(|three| !three.is_empty())
}

/// The code of two letters.
pub(super) fn name(code: &str) -> Option<&'static str> {
    LANGUAGES.iter().find(|(_, three, _)| *three == code).map(|(two, ..)| *two)
}

/// What people call a language, by its code of two letters; the code where that is not known.
pub(super) fn in_words(language: &str) -> &str {
    known(language).map_or(language, |(.., name)| *name)
}

/// The line of a code of two letters: they are in order.
fn known(language: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    LANGUAGES.binary_search_by_key(&language, |(two, ..)| two).ok().map(|at| &LANGUAGES[at])
}

/// Languages whose texts can't be told apart by letters.
pub(super) fn is_sibling(a: &str, b: &str) -> bool {
    const SIBLINGS: [&[&str]; 4] =
        [&["hrv", "srp", "slv"], &["nob", "dan"], &["ces", "slk"], &["afr", "nld"]];
    SIBLINGS.iter().any(|family| family.contains(&a) && family.contains(&b))
}
