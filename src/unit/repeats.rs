//! What the project already says for the French of a new unit: a sentence that stands elsewhere too.

use rustc_hash::{FxHashMap, FxHashSet};

use super::page::Page;
use crate::catalog::Catalog;
use crate::text::normal;

/// Which sentence a sentence may be, in eight bytes: so much can be kept of every sentence of a site.
/// Typography does not change it, other sentences hardly ever have the same; who finds one compares the
/// texts.
///
/// It is made of the signs that no typographer touches: digits, and the letters that have no accents in French
/// and no ligatures. The normal form would say the same at a hundred times the cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SentenceKey(u64);

impl SentenceKey {
    /// That of a sentence.
    pub fn of(sentence: &str) -> Self {
        /// The multiplier of the hash of rustc.
        const MIX: u64 = 0xf135_7aea_2e62_a9c5;
        let signs = sentence.bytes().filter(|byte| KEPT[usize::from(*byte)]);
        SentenceKey(signs.fold(0, |key, sign| (key.rotate_left(5) ^ u64::from(sign)).wrapping_mul(MIX)))
    }

    /// Those of all sentences of a page.
    pub fn of_page(page: &Page<'_>) -> Vec<Self> {
        (0..page.units.len()).map(|at| SentenceKey::of(page.sentence(at))).collect()
    }
}

/// The signs of a [`SentenceKey`].
const KEPT: [bool; 256] = {
    let signs = b"0123456789bdghjkmpqrvwxzBDGHJKMPQRVWXZ";
    let mut kept = [false; 256];
    let mut at = 0;
    while at < signs.len() {
        kept[signs[at] as usize] = true;
        at += 1;
    }
    kept
};

/// Translations of sentences that new units repeat.
#[derive(Debug, Clone, Default)]
pub struct Repeats {
    /// The sentences that are looked for.
    wanted: FxHashSet<SentenceKey>,
    /// What was found of them.
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
        let wanted = sentences.into_iter().map(SentenceKey::of).collect();
        Repeats { wanted, found: FxHashMap::default() }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// Whether a sentence is looked for.
    pub fn waits_for(&self, key: SentenceKey) -> bool {
        self.wanted.contains(&key)
    }

    /// Takes the translations of a catalog that render a sentence looked for. What comes first is kept.
    pub fn add(&mut self, locale: &str, catalog: &Catalog<'_>) {
        for unit in &catalog.units {
            let (Some(french), Some(message)) = (unit.french().next(), &unit.message) else { continue };
            let key = SentenceKey::of(french.text);
            let is_known = |one: &Found| one.locale == locale && normal::same(&one.french, french.text);
            if !self.wanted.contains(&key) || self.found.get(&key).into_iter().flatten().any(is_known) {
                continue;
            }
            if let Some(translation) = catalog.sentence(message).filter(|text| !text.trim().is_empty()) {
                let translation = translation.into_owned();
                self.found.entry(key).or_default().push(Found {
                    locale: locale.to_owned(),
                    french: french.text.to_owned(),
                    translation,
                });
            }
        }
    }

    /// All that was to be found is there.
    #[must_use]
    pub fn found(self) -> Self {
        Repeats { wanted: FxHashSet::default(), ..self }
    }

    /// The translation of a sentence, if there is one.
    pub fn translation_of(&self, locale: &str, sentence: &str) -> Option<&str> {
        let found = self.found.get(&SentenceKey::of(sentence))?;
        let one =
            found.iter().find(|one| one.locale == locale && normal::same(&one.french, sentence.trim()))?;
        Some(&one.translation)
    }
}

#[cfg(test)]
mod tests {
    use super::SentenceKey;

    #[test]
    fn typography_does_not_change_the_key() {
        let sentence = "« L'œuvre » de Zoé a coûté 1 000 € : l’effet, dit-on...";
        for retyped in [
            "\"L’oeuvre\" de Zoe\u{301} a cou\u{302}te\u{301} 1\u{202f}000\u{a0}€\u{a0}: l'eﬀet, dit\u{2011}on…",
            "“L'œuvre” de Zoé a coû\u{ad}té 1000 €: l'effet, dit-on ...",
        ] {
            assert!(crate::text::normal::same(sentence, retyped), "{retyped}");
            assert_eq!(SentenceKey::of(sentence), SentenceKey::of(retyped), "{retyped}");
        }
        assert_ne!(SentenceKey::of("Le bac part à 7 h."), SentenceKey::of("Le bac part à 8 h."));
        assert_ne!(SentenceKey::of("Le bac part."), SentenceKey::of("Le drap part."));
    }
}
