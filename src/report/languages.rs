//! The names of languages in French, for the line that authors read.

use crate::text::language::Language;

/// A locale in French, without its article: `anglais`, `portugais (pt-BR)`; of a language that the list has not,
/// its tag.
pub(super) fn name(tag: &str) -> String {
    let language = tag.split('-').next().unwrap_or(tag);
    match Language::of(language).map(|language| language.french).filter(|name| !name.is_empty()) {
        None => tag.to_owned(),
        Some(name) if language == tag => name.to_owned(),
        Some(name) => format!("{name} ({tag})"),
    }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn languages_are_named_in_french() {
        assert_eq!(name("en"), "anglais");
        assert_eq!(name("zh-Hant"), "chinois (zh-Hant)");
        assert_eq!(name("qaa"), "qaa");
    }
}
