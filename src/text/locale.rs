//! Language tags.

use std::str::FromStr;

use unic_langid::LanguageIdentifier;

/// A BCP 47 language tag in canonical form (`en-GB`, `zh-Hant`), which is also its folder's name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale {
    tag: String,
    id: LanguageIdentifier,
}

/// Why a text is no language tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocaleError {
    /// What was written.
    pub tag: String,
}

impl std::fmt::Display for LocaleError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "“{}” is not a language tag", self.tag.escape_debug())
    }
}

impl std::error::Error for LocaleError {}

impl Locale {
    /// The tag as it is written in messages and folder names.
    pub fn as_str(&self) -> &str {
        &self.tag
    }

    /// The parsed tag.
    pub fn id(&self) -> &LanguageIdentifier {
        &self.id
    }

    /// The language alone, in lower case: `pt` of `pt-BR`.
    pub fn language(&self) -> &str {
        self.id.language.as_str()
    }
}

impl FromStr for Locale {
    type Err = LocaleError;

    fn from_str(tag: &str) -> Result<Self, LocaleError> {
        let id: LanguageIdentifier = tag.parse().map_err(|_| LocaleError { tag: tag.to_owned() })?;
        if id.language.is_empty() {
            return Err(LocaleError { tag: tag.to_owned() });
        }
        Ok(Locale { tag: id.to_string(), id })
    }
}

impl std::fmt::Display for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_made_canonical() {
        assert_eq!("EN_gb".parse::<Locale>().unwrap().as_str(), "en-GB");
        assert!("".parse::<Locale>().is_err());
        assert!("français".parse::<Locale>().is_err());
        assert!("..".parse::<Locale>().is_err());
    }
}
