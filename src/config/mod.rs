//! `drogman.toml`, `glossary.toml` and `l10n.toml` into checked values.
//!
//! [`Config::parse`] is given the text and reads nothing itself. It reports every mistake of the file at
//! once, each with its line and column, the wrong words, and what would be right. A [`Config`] that
//! exists holds no wrong value: tags are canonical, folders stay in the project, globs compile.

mod build;
mod globs;
mod glossary;
mod l10n;
mod led;
mod parse;
mod policy;
mod reader;
mod scope;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place};
use crate::text::Locale;

pub use build::{Build, OutputPattern};
pub use globs::Globs;
pub use glossary::{Agreed, GLOSSARY, GlossaryTerm, read_glossary};
pub use l10n::{L10N, read_l10n};
pub(crate) use led::led_from;
pub use policy::{FINDINGS, FindingDefault, READY_MADE, Weight};
pub use scope::PageSettings;
pub(crate) use scope::document_name;

use policy::Policy;

/// The name of the configuration file, which also marks the project's folder.
pub const FILE_NAME: &str = "drogman.toml";

/// A project's configuration, checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// The language that authors write.
    pub source: Locale,
    /// The languages that translators keep, in the order of the file; no repeats, never the source.
    pub targets: Vec<Locale>,
    /// The folder of documents, relative to the project, with `/`; empty for the project itself.
    pub content: String,
    /// The folder of catalogs, likewise.
    pub catalogs: String,
    /// The folder of outputs, likewise.
    pub output: String,
    /// The hand-written Fluent files in each locale's folder.
    pub shared: Globs,
    /// Which files under content are documents.
    pub documents: Documents,
    /// Abbreviations beyond those that drogman knows.
    pub abbreviations: Vec<String>,
    /// `links.localize`: hosts and path prefixes whose link targets may differ in a translation.
    pub localized_links: Vec<String>,
    /// Whether the source locale is built too.
    pub build_source: bool,
    build: Build,
    policy: Policy,
    policies: BTreeMap<String, Policy>,
    locales: BTreeMap<Locale, LocaleSettings>,
    places: BTreeMap<&'static str, Place>,
}

/// `[documents]`.
#[derive(Debug, Clone)]
pub struct Documents {
    /// Globs of documents under content.
    pub include: Globs,
    /// Globs of what is no document all the same.
    pub exclude: Globs,
    /// Front-matter keys whose values are units.
    pub front_matter: Vec<String>,
    /// Whether the file names them.
    pub names_front_matter: bool,
    /// Names of arguments of shortcodes and attributes of tags whose values are units, if the file says.
    pub arguments: Option<Vec<String>>,
    /// Front-matter keys and values (as text) that hold a document back.
    pub hold: BTreeMap<String, String>,
}

/// `[locale.<tag>]`, with the build settings already laid over those of the project.
#[derive(Debug, Clone, Default)]
pub(crate) struct LocaleSettings {
    documents: Option<Globs>,
    fallback: Vec<Locale>,
    unreleased: bool,
    folder: Option<String>,
    policy: Policy,
    build: Option<Build>,
}

impl Config {
    /// Reads the text of a configuration; `file` is its name in findings.
    ///
    /// # Errors
    /// All mistakes of the text, sorted by place.
    pub fn parse(file: &str, text: &str) -> Result<Config, Vec<Diagnostic>> {
        parse::parse(file, text)
    }

    /// Whether a path under content (with `/`) is a document: included, not excluded.
    pub fn is_document(&self, path: &str) -> bool {
        self.documents.include.is_match(path) && !self.documents.exclude.is_match(path)
    }

    /// The locales that are asked, in order, when `locale` has no current translation; without the
    /// source, which is always last.
    pub fn fallback(&self, locale: &Locale) -> &[Locale] {
        self.locales.get(locale).map_or(&[], |settings| &settings.fallback)
    }

    /// Whether findings of this locale may fail a run.
    pub fn is_released(&self, locale: &Locale) -> bool {
        !self.locales.get(locale).is_some_and(|settings| settings.unreleased)
    }

    /// The name of a locale in output paths.
    pub fn folder<'c>(&'c self, locale: &'c Locale) -> &'c str {
        self.locales
            .get(locale)
            .and_then(|settings| settings.folder.as_deref())
            .unwrap_or_else(|| locale.as_str())
    }

    /// The build settings of a locale (the source locale has some too).
    pub fn build(&self, locale: &Locale) -> &Build {
        self.locales.get(locale).and_then(|settings| settings.build.as_ref()).unwrap_or(&self.build)
    }

    /// Where a document's output goes, relative to the project. `document` is its path under content.
    pub fn output_path(&self, locale: &Locale, document: &str) -> String {
        join(&self.output, &self.output_of(locale, document))
    }

    /// The same, relative to the output folder.
    pub fn output_of(&self, locale: &Locale, document: &str) -> String {
        self.build(locale).path.render(self.folder(&self.source), self.folder(locale), document)
    }

    /// The path of a document's catalog, relative to the project. `name` is the document's name (its
    /// path under content without extension).
    pub fn catalog_path(&self, locale: &Locale, name: &str) -> String {
        [self.catalog_folder(locale).as_str(), "/", name, ".ftl"].concat()
    }

    /// The folder of a locale's catalogs, relative to the project.
    pub fn catalog_folder(&self, locale: &Locale) -> String {
        join(&self.catalogs, locale.as_str())
    }

    /// Where the file names the `source` or a folder (`content`, `catalogs`, `output`), if it does.
    pub fn place(&self, key: &str) -> Option<&Place> {
        self.places.get(key)
    }

    /// The locales that `build` writes: the source first, if it is built, then the targets.
    pub fn built_locales(&self) -> impl Iterator<Item = &Locale> + Clone {
        self.build_source.then_some(&self.source).into_iter().chain(&self.targets)
    }
}

/// `folder/path`, where the project itself is the empty folder.
pub(crate) fn join(folder: &str, path: &str) -> String {
    if folder.is_empty() { path.to_owned() } else { [folder, "/", path].concat() }
}
