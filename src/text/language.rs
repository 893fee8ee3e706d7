//! What languages are called, in English, in French and by themselves.

const LANGUAGES: &str = include_str!("data/languages.tsv");

/// A language of the Unicode CLDR.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Its subtag (BCP 47): `de`.
    pub tag: &'static str,
    /// Whether CLDR describes it; others it only names.
    pub is_described: bool,
    /// Its name in English.
    pub english: &'static str,
    /// Its name in French, without its article; empty where CLDR has none.
    pub french: &'static str,
    /// What it calls itself; empty where CLDR does not say.
    pub own: &'static str,
    /// Codes of it in other standards.
    former_codes: &'static str,
}

impl Language {
    /// The language of a subtag, if CLDR knows it.
    pub fn of(tag: &str) -> Option<Language> {
        Language::all().find(|language| language.tag == tag)
    }

    /// All, in the order of their subtags.
    pub fn all() -> impl Iterator<Item = Language> {
        rows(LANGUAGES).filter_map(|row| match row.as_slice() {
            &[tag, known, english, french, own, former_codes] => {
                Some(Language { tag, is_described: known == "described", english, french, own, former_codes })
            }
            _ => None,
        })
    }

    /// Its names in English, French and itself.
    pub fn names(self) -> [&'static str; 3] {
        [self.english, self.french, self.own]
    }

    /// Whether it has this code in another standard.
    pub fn had_code(self, code: &str) -> bool {
        self.former_codes.split(' ').any(|former| former == code)
    }
}

/// The rows of a table of the data.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_list_can_be_read() {
        assert_eq!(Language::all().count(), rows(LANGUAGES).count());
        assert!(Language::all().map(|language| language.tag).is_sorted());
    }

    #[test]
    fn a_language_has_its_names() {
        assert_eq!(Language::of("de").map(Language::names), Some(["German", "allemand", "Deutsch"]));
        assert_eq!(Language::of("xx"), None);
    }
}
