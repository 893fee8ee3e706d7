//! What a language tag is called, and whether somebody may have meant another one: `jp` is a country, `english` a name.

use crate::text::language::{Language, rows};
use crate::text::{Locale, nearest};

const COUNTRIES: &str = include_str!("../text/data/countries.tsv");

/// A country by its code: its name in English, and the language that most of it speaks.
fn country(code: &str) -> Option<(&'static str, &'static str)> {
    rows(COUNTRIES).find_map(|row| match row.as_slice() {
        &[known, name, language] if known == code => Some((name, language)),
        _ => None,
    })
}

/// The English name of a locale's language.
pub(super) fn name(locale: &Locale) -> Option<&'static str> {
    Language::of(locale.language()).map(|language| language.english)
}

/// What a locale's language calls itself.
pub(super) fn own_name(locale: &Locale) -> Option<&'static str> {
    Language::of(locale.language()).map(|language| language.own)
}

/// What may be wrong with a locale, and what may have been meant.
pub(super) fn doubt(locale: &Locale) -> Option<(String, Option<String>)> {
    doubt_language(locale).or_else(|| doubt_region(locale))
}

/// A region that is the code of no country, as in `en-UK`.
fn doubt_region(locale: &Locale) -> Option<(String, Option<String>)> {
    const UNIONS: [&str; 3] = ["EU", "EZ", "UN"];
    let region = locale.id().region?;
    let region = region.as_str();
    // Parts of the world have numbers (es-419); a code with X is anybody's own (en-XA).
    let is_free = region.starts_with(|c: char| c == 'X' || c.is_ascii_digit()) || UNIONS.contains(&region);
    if is_free || country(&region.to_lowercase()).is_some() {
        return None;
    }
    let language = locale.language();
    let help = match region {
        "UK" => format!("did you mean `{language}-GB`?"),
        _ => format!("name a country by its code, or the language alone: `{language}`"),
    };
    Some((format!("`{region}` in `{locale}` is no country's code"), Some(help)))
}

/// What may be wrong with a locale's language; nothing of a language that CLDR describes, nor of a rarer one that is no
/// country's code.
fn doubt_language(locale: &Locale) -> Option<(String, Option<String>)> {
    let code = locale.language();
    let known = Language::of(code);
    if known.as_ref().is_some_and(|language| language.is_described) {
        return None;
    }
    let country = country(code);
    if let Some(language) = &known {
        let (country, spoken) = country?;
        let region = code.to_uppercase();
        return Some((
            format!("`{locale}` is {}, a language", language.english),
            Some(format!("if {country} is meant, name its language: {spoken}-{region}, for example")),
        ));
    }
    let meant = country.map(|(_, spoken)| spoken).or_else(|| meant(code));
    let message = match country {
        Some((country, _)) => format!("`{locale}` is no language, but the code of {country}"),
        None => format!("`{locale}` is no language that the Unicode CLDR knows"),
    };
    Some((message, meant.map(|tag| format!("did you mean `{tag}`?"))))
}

/// The language of this name, or of this code of another standard, or of a name that is like it.
fn meant(word: &str) -> Option<&'static str> {
    let folded = |name: &str| name.to_lowercase() == word;
    let by_name = |language: &Language| language.had_code(word) || language.names().into_iter().any(folded);
    // A short word is like many others.
    let like = || {
        let all: Vec<Language> =
            Language::all().filter(|language| language.is_described && word.len() > 3).collect();
        let name = nearest(word, all.iter().flat_map(|language| language.names()))?;
        all.iter().find(|language| language.names().contains(&name)).map(|language| language.tag)
    };
    Language::all().find(by_name).map(|language| language.tag).or_else(like)
}

#[cfg(test)]
mod tests {
    use super::{COUNTRIES, doubt, name, rows};

    #[test]
    fn the_list_of_countries_can_be_read() {
        assert!(rows(COUNTRIES).all(|row| row.len() == 3));
    }

    #[test]
    fn a_language_that_may_be_meant_otherwise_is_told() {
        let help = |tag: &str| doubt(&tag.parse().unwrap()).map(|(_, help)| help.unwrap_or_default());
        for (tag, meant) in [
            ("english", "did you mean `en`?"),
            ("anglais", "did you mean `en`?"),
            ("deutsch", "did you mean `de`?"),
            ("germn", "did you mean `de`?"),
            ("jp", "did you mean `ja`?"),
            ("cn", "did you mean `zh`?"),
            ("cz", "did you mean `cs`?"),
            ("eng", "did you mean `en`?"),
            ("ger", "did you mean `de`?"),
            ("ch", "if Switzerland is meant, name its language: de-CH, for example"),
            ("en-UK", "did you mean `en-GB`?"),
            ("ja-JA", "name a country by its code, or the language alone: `ja`"),
            ("zz", ""),
            ("qaa", ""),
        ] {
            assert_eq!(help(tag).as_deref(), Some(meant), "{tag}");
        }
        for tag in [
            "en", "pt-BR", "es-419", "en-EU", "en-XA", "zh-Hant", "se", "br", "be", "ty", "gsw", "eo", "la",
            "tlh", "ast",
        ] {
            assert_eq!(help(tag), None, "{tag}");
        }
    }

    #[test]
    fn a_locale_has_a_name() {
        assert_eq!(name(&"pt-BR".parse().unwrap()), Some("Portuguese"));
        assert_eq!(name(&"ch".parse().unwrap()), Some("Chamorro"));
        assert_eq!(name(&"jp".parse().unwrap()), None);
    }
}
