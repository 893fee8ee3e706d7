//! What the project already says for the French of a new unit: a sentence that stands elsewhere too.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::page::Page;
use crate::catalog::Catalog;
use crate::text::normal;

/// Which sentence a sentence is but for typography, in eight bytes: so much can be kept of every sentence of
/// a site. Two sentences of one number are told apart by their texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SentenceKey(u64);

impl SentenceKey {
    /// That of a sentence.
    pub fn of(sentence: &str) -> Self {
        let mut hasher = FxHasher::default();
        normal::typographic(sentence).hash(&mut hasher);
        SentenceKey(hasher.finish())
    }

    /// Those of all sentences of a page.
    pub fn of_page(page: &Page<'_>) -> Vec<Self> {
        (0..page.units.len()).map(|at| SentenceKey::of(page.sentence(at))).collect()
    }
}

/// Translations of sentences that new units repeat.
#[derive(Debug, Clone, Default)]
pub struct Repeats {
    /// For each sentence that is looked for, what was found: locale, French, translation.
    found: FxHashMap<SentenceKey, Vec<Found>>,
}

#[derive(Debug, Clone)]
struct Found {
    locale: String,
    french: String,
    translation: String,
}

impl Repeats {
    /// Nothing is found yet of these sentences.
    pub fn wanted<'s>(sentences: impl IntoIterator<Item = &'s str>) -> Self {
        let found = sentences.into_iter().map(|sentence| (SentenceKey::of(sentence), Vec::new()));
        Repeats { found: found.collect() }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether a sentence is looked for.
    pub fn waits_for(&self, key: SentenceKey) -> bool {
        self.found.contains_key(&key)
    }

    /// Takes the translations of a catalog that render a sentence looked for. What comes first is kept.
    pub fn add(&mut self, locale: &str, catalog: &Catalog<'_>) {
        if self.is_empty() {
            return;
        }
        for unit in &catalog.units {
            let (Some(french), Some(message)) = (unit.french().next(), &unit.message) else { continue };
            let Some(found) = self.found.get_mut(&SentenceKey::of(french.text)) else { continue };
            if found.iter().any(|one| one.locale == locale && normal::same(&one.french, french.text)) {
                continue;
            }
            if let Some(translation) = catalog.sentence(message).filter(|text| !text.trim().is_empty()) {
                found.push(Found { locale: locale.to_owned(), french: french.text.to_owned(), translation });
            }
        }
    }

    /// The translation of a sentence, if there is one.
    pub fn translation_of(&self, locale: &str, sentence: &str) -> Option<&str> {
        let found = self.found.get(&SentenceKey::of(sentence))?;
        let one =
            found.iter().find(|one| one.locale == locale && normal::same(&one.french, sentence.trim()))?;
        Some(&one.translation)
    }
}
