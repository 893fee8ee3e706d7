//! The files of a page: its document, its source catalog, its target catalogs.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::super::{CatalogFile as ListedCatalog, DocumentFile, FileError, FileProblem, Project, Survey};
use super::Step;
use crate::catalog;
use crate::config::PageSettings;
use crate::diagnostic::Diagnostic;
use crate::document::{self, Document, Format};
use crate::segment::Rules;
use crate::text::{LineColumn, Locale};
use crate::unit::{CatalogFile, Presence};

/// A page before it is known which unit each sentence is.
pub(super) struct Loaded<'s> {
    pub(super) name: &'s str,
    pub(super) file: Option<&'s DocumentFile>,
    pub(super) text: Arc<String>,
    pub(super) source: Option<Arc<String>>,
    pub(super) targets: Vec<CatalogText>,
}

/// The texts of a document and of its source catalog, if there is one.
type Texts = (Arc<String>, Option<Arc<String>>);

/// The text of a catalog, if it could be read.
type CatalogText = (Option<Arc<String>>, Presence);

/// A document as it was parsed.
pub(super) struct Parsed<'t> {
    pub(super) document: Document<'t>,
    pub(super) findings: Vec<Diagnostic>,
    pub(super) settings: PageSettings,
}

pub(super) struct Reader<'s> {
    pub(super) project: &'s Project,
    pub(super) survey: &'s Survey,
    pub(super) rules: &'s Rules,
    pub(super) locales: &'s [Locale],
    pub(super) listed: &'s FxHashMap<(&'s Locale, &'s str), &'s ListedCatalog>,
    /// Target catalogs that turned out to be no text.
    pub(super) refused: &'s Mutex<BTreeMap<(Locale, String), FileError>>,
}

impl Project {
    /// How the settings want documents to be read.
    pub(in crate::project) fn document_options(&self) -> document::Options {
        let documents = &self.config.documents;
        document::Options {
            front_matter: documents.front_matter.clone(),
            tells_front_matter: !documents.names_front_matter,
            arguments: documents.arguments.clone(),
        }
    }
}

impl<'s> Reader<'s> {
    /// Reads a document and its source catalog.
    pub(super) fn read_page<R>(&self, name: &str, file: Option<&DocumentFile>) -> Result<Texts, Step<'s, R>> {
        let text = file.map(|file| self.project.read(&file.file)).transpose();
        let text = text.map_err(Step::Unreadable)?.unwrap_or_default();
        if let (Some(file), Some(line)) = (file, document::conflict(&text)) {
            let at = LineColumn { line, column: 1 };
            return Err(Step::Unreadable(FileError::new(&file.file, FileProblem::Conflict { at })));
        }
        match self.read(&self.project.config.source, name) {
            Ok((source, Presence::Read | Presence::Absent)) => Ok((Arc::new(text), source)),
            Ok((_, Presence::Unreadable)) => Err(Step::Refused),
            Err(error) => Err(Step::UnreadableSource(error)),
        }
    }

    /// Reads a page that is to be tracked with others.
    pub(super) fn load<R>(&self, name: &'s str, file: Option<&'s DocumentFile>) -> Step<'s, R> {
        match self.read_page(name, file) {
            Ok((text, source)) => {
                let targets = self.targets(name, &self.project.config.targets);
                Step::Later(Box::new(Loaded { name, file, text, source, targets }))
            }
            Err(step) => step,
        }
    }

    pub(super) fn parse<'t>(&self, file: Option<&DocumentFile>, text: &'t str) -> Parsed<'t> {
        let config = &self.project.config;
        let options = self.project.document_options();
        let path = file.map_or("", |file| file.file.as_str());
        let format = Format::of_path(path).unwrap_or(Format::Plain);
        let (document, mut findings) = document::parse(format, path, text, &options);
        findings.extend(document.front.scope_findings(path, text, &config.source, &config.targets));
        let settings = PageSettings {
            translate: document.front.translate(),
            locales: document.front.locales(),
            held: config.is_held(|key| document.front.value(key)),
        };
        Parsed { document, findings, settings }
    }

    pub(super) fn targets(&self, name: &str, locales: &[Locale]) -> Vec<CatalogText> {
        let read = |locale| {
            self.read(locale, name).unwrap_or_else(|error| {
                let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
                refused.insert((Locale::clone(locale), name.to_owned()), error);
                (None, Presence::Unreadable)
            })
        };
        locales.iter().map(read).collect()
    }

    /// Reads a catalog, if it is there.
    fn read(&self, locale: &Locale, name: &str) -> Result<CatalogText, FileError> {
        if self.survey.is_unreadable_catalog(locale, name) {
            return Ok((None, Presence::Unreadable));
        }
        match self.listed.get(&(locale, name)) {
            None => Ok((None, Presence::Absent)),
            Some(listed) => {
                let text = self.project.read_catalog(&listed.file, locale)?;
                Ok((Some(Arc::new(text)), Presence::Read))
            }
        }
    }

    pub(super) fn source_file<'t>(&self, name: &str, text: Option<&'t Arc<String>>) -> CatalogFile<'t>
    where
        's: 't,
    {
        let presence = if text.is_some() { Presence::Read } else { Presence::Absent };
        self.catalog(&self.project.config.source, name, text, presence, true)
    }

    pub(super) fn target_files<'t>(
        &self,
        name: &str,
        file: Option<&DocumentFile>,
        settings: &PageSettings,
        texts: &'t [CatalogText],
        locales: &'s [Locale],
    ) -> Vec<CatalogFile<'t>>
    where
        's: 't,
    {
        locales
            .iter()
            .zip(texts)
            .map(|(locale, (text, presence))| {
                let in_scope =
                    file.is_some_and(|file| self.project.config.in_scope(locale, &file.path, settings));
                self.catalog(locale, name, text.as_ref(), *presence, in_scope)
            })
            .collect()
    }

    fn catalog<'t>(
        &self,
        locale: &'s Locale,
        name: &str,
        text: Option<&'t Arc<String>>,
        presence: Presence,
        in_scope: bool,
    ) -> CatalogFile<'t>
    where
        's: 't,
    {
        let config = &self.project.config;
        let file = config.catalog_path(locale, name);
        let (catalog, findings) =
            catalog::read(&file, text.map_or("", |text| text.as_str()), config.source.as_str());
        CatalogFile { locale, catalog, text, findings, presence, in_scope }
    }
}
