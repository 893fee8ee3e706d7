//! What is to be translated into which locale.

use std::collections::BTreeSet;

use super::{Config, Globs};
use crate::text::Locale;

/// What a page's front matter says about its own translation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageSettings {
    /// `translate: false` is `Some(false)`.
    pub translate: Option<bool>,
    /// `locales: [en, ar]`, as written; tags are compared in canonical form.
    pub locales: Option<Vec<String>>,
    /// Whether `documents.hold` holds it back (see [`Config::is_held`]).
    pub held: bool,
}

impl Config {
    /// Whether `documents.hold` names a front-matter value that this page has. `value` gives the text
    /// of a front-matter key (`true` for a boolean).
    pub fn is_held(&self, value: impl Fn(&str) -> Option<String>) -> bool {
        self.documents.hold.iter().any(|(key, held)| value(key).is_some_and(|text| text.trim() == held))
    }

    /// The globs of documents that are written in the settings, each once; but those of `documents.include`, without which
    /// there is no document.
    pub fn document_globs(&self) -> BTreeSet<&str> {
        let mut all = self.globs_of_policies_and_locales();
        all.extend(self.documents.exclude.patterns().iter().map(String::as_str));
        all
    }

    /// Those that say something of some documents: of policies and locales.
    pub fn globs_of_policies_and_locales(&self) -> BTreeSet<&str> {
        let policies = std::iter::once(&self.policy)
            .chain(self.policies.values())
            .chain(self.locales.values().map(|settings| &settings.policy));
        let of_policies = policies.flat_map(|policy| policy.paths.iter().map(|path| &path.documents));
        let of_locales = self.locales.values().filter_map(|settings| settings.documents.as_ref());
        of_policies.chain(of_locales).flat_map(|globs| globs.patterns()).map(String::as_str).collect()
    }

    /// The globs of `project.shared` without the one that a file of this name matches by a wildcard. Nothing where one
    /// names it letter by letter.
    pub fn shared_without(&self, file: &str) -> Option<Vec<String>> {
        let matches = |glob: &&String| Globs::new(&[glob.as_str()]).is_ok_and(|glob| glob.is_match(file));
        let (by, others): (Vec<_>, Vec<_>) = self.shared.patterns().iter().partition(matches);
        let is_wild = |glob: &&String| glob.contains(['*', '?', '[', '{']);
        by.iter().all(is_wild).then(|| others.into_iter().cloned().collect())
    }

    /// The target locales of which the globs match none of these documents, with the globs.
    pub fn locales_without_document(&self, documents: &[&str]) -> Vec<(&Locale, &[String])> {
        let targets = self.targets.iter().filter_map(|locale| {
            let globs = self.locales.get(locale)?.documents.as_ref()?;
            let is_empty = !documents.iter().any(|document| self.is_published(locale, document, None));
            is_empty.then(|| (locale, globs.patterns()))
        });
        targets.collect()
    }

    /// Whether a document is to be translated into a target locale. What is out of scope is neither
    /// missing nor in any percentage; its catalogs stay as they are.
    ///
    /// `document` is the path under content, with or without its extension: `locale.<tag>.documents`
    /// may name either.
    pub fn in_scope(&self, locale: &Locale, document: &str, page: &PageSettings) -> bool {
        !page.held
            && page.translate != Some(false)
            && self.is_published(locale, document, page.locales.as_deref())
    }

    /// Whether a document is for readers of this locale, translated or not, by the globs of the locale and
    /// the `locales` of its front matter.
    pub fn is_published(&self, locale: &Locale, document: &str, locales: Option<&[String]>) -> bool {
        if let Some(wanted) = locales
            && !wanted.iter().any(|tag| tag.trim().parse::<Locale>().is_ok_and(|wanted| wanted == *locale))
        {
            return false;
        }
        match self.locales.get(locale).and_then(|settings| settings.documents.as_ref()) {
            None => true,
            Some(globs) => globs.is_match(document) || globs.is_match(document_name(document)),
        }
    }
}

/// The name of a document: its path without the extension.
pub(crate) fn document_name(path: &str) -> &str {
    let file = path.rfind('/').map_or(0, |slash| slash + 1);
    match path[file..].rfind('.') {
        Some(dot) if dot > 0 => &path[..file + dot],
        Some(_) | None => path,
    }
}
