//! The hand-written Fluent files of each locale: terms, and messages that several documents share.

use super::{FileError, Project, Survey};
use crate::catalog::{self, Catalog};
use crate::diagnostic::Diagnostic;
use crate::text::Locale;

/// The texts of the shared files, by locale.
pub struct SharedTexts {
    texts: Vec<Vec<(String, String)>>,
}

/// The shared files of some locales, read.
pub struct SharedFiles<'t> {
    files: Vec<Vec<Catalog<'t>>>,
    /// Findings of reading them.
    pub findings: Vec<Diagnostic>,
}

impl Project {
    /// Reads the shared files of these locales; those that can't be read are noted in `survey`.
    pub fn shared_texts(&self, survey: &mut Survey, locales: &[Locale]) -> SharedTexts {
        let (texts, errors) = self.shared_as_they_are(survey, locales);
        for (locale, name, error) in errors {
            survey.add_unreadable_catalog(&locale, &name, error);
        }
        texts
    }

    /// The same for who can do without: none where one of them can't be read.
    pub fn all_shared_texts(&self, survey: &Survey, locales: &[Locale]) -> Option<SharedTexts> {
        let (texts, errors) = self.shared_as_they_are(survey, locales);
        errors.is_empty().then_some(texts)
    }

    fn shared_as_they_are(
        &self,
        survey: &Survey,
        locales: &[Locale],
    ) -> (SharedTexts, Vec<(Locale, String, FileError)>) {
        let mut errors = Vec::new();
        let texts = locales
            .iter()
            .map(|locale| {
                let files = survey.catalogs.iter().filter(|file| file.shared && file.locale == *locale);
                files
                    .filter_map(|file| match self.read_catalog(&file.file, locale) {
                        Ok(text) => Some((file.file.clone(), text)),
                        Err(error) => {
                            errors.push((locale.clone(), file.name.clone(), error));
                            None
                        }
                    })
                    .collect()
            })
            .collect();
        (SharedTexts { texts }, errors)
    }
}

impl SharedTexts {
    /// Reads them as Fluent.
    pub fn read(&self, source_locale: &str) -> SharedFiles<'_> {
        let mut findings = Vec::new();
        let files = self
            .texts
            .iter()
            .map(|files| {
                let read = files.iter().map(|(file, text)| {
                    let (catalog, found) = catalog::read(file, text, source_locale);
                    findings.extend(found);
                    catalog
                });
                read.collect()
            })
            .collect();
        SharedFiles { files, findings }
    }
}

impl<'t> SharedFiles<'t> {
    /// Those of each locale, in the order that was asked for.
    pub fn by_locale(&'t self) -> Vec<Vec<&'t Catalog<'t>>> {
        self.files.iter().map(|files| files.iter().collect()).collect()
    }
}
