//! What a person calls the documents of a project on the command line.

use std::borrow::Cow;
use std::path::Path;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization as _;

use super::Project;
use super::loose::slashed;
use super::survey::{CatalogFile, DocumentFile, Survey};
use crate::text::Locale;

/// The documents that a word on the command line means.
#[derive(Debug, Default)]
pub struct Named<'s> {
    /// Sorted by name.
    pub documents: Vec<&'s DocumentFile>,
    /// The target locale, where the word is the path of one of its catalogs, or of a folder of them.
    pub locale: Option<&'s Locale>,
}

/// The documents and catalogs of a project by their names and paths. Made once for all words of a command line, which
/// may be as many as there are documents.
#[derive(Debug)]
pub struct Names<'s> {
    survey: &'s Survey,
    project: &'s Project,
    /// The folder from which paths are meant.
    current: &'s Path,
    /// Places in the survey's documents, by name.
    documents: FxHashMap<&'s str, usize>,
    /// The same by path, under content and in the project.
    paths: FxHashMap<&'s str, usize>,
    /// By path in the project.
    catalogs: FxHashMap<&'s str, &'s CatalogFile>,
    /// The folders of catalogs.
    roots: Vec<(String, &'s Locale)>,
}

impl<'s> Names<'s> {
    /// The names of what a survey found, as they are meant from the folder `current`.
    pub fn new(survey: &'s Survey, project: &'s Project, current: &'s Path) -> Self {
        let config = &project.config;
        let (mut documents, mut paths) = (FxHashMap::default(), FxHashMap::default());
        for (at, document) in survey.documents.iter().enumerate() {
            documents.entry(document.name.as_str()).or_insert(at);
            for path in [&document.path, &document.file] {
                paths.entry(path.as_str()).or_insert(at);
            }
        }
        let mut catalogs = FxHashMap::default();
        for catalog in &survey.catalogs {
            catalogs.entry(catalog.file.as_str()).or_insert(catalog);
        }
        let locales = std::iter::once(&config.source).chain(&config.targets);
        let roots = locales.map(|locale| (config.catalog_folder(locale), locale)).collect();
        Names { survey, project, current, documents, paths, catalogs, roots }
    }

    /// The document that a path or name on the command line means: its name, its path under content, or its path from
    /// the current folder, or that of one of its catalogs.
    pub fn find(&self, argument: &str) -> Option<&'s DocumentFile> {
        let by = |wanted: &str| {
            // Findings name catalogs, so people do.
            let catalog = self.catalogs.get(wanted).filter(|catalog| !catalog.shared);
            let name = catalog.map_or(wanted, |catalog| catalog.name.as_str());
            let found = [self.documents.get(name), self.paths.get(wanted)];
            found.into_iter().flatten().min().map(|at| &self.survey.documents[*at])
        };
        by(&plain(argument)).or_else(|| by(&self.in_project(argument)?)).or_else(|| {
            // A name as another system writes its accents: keyboards give composed letters, old disks of Macs do not.
            let plain = plain(argument);
            (!plain.is_ascii())
                .then(|| [plain.nfc().collect::<String>(), plain.nfd().collect()])?
                .iter()
                .find_map(|form| by(form))
        })
    }

    /// The catalog of this path in the project, or from the current folder.
    pub fn catalog(&self, path: &str) -> Option<&'s CatalogFile> {
        let at = |file: &str| self.catalogs.get(file).copied();
        at(&plain(path)).or_else(|| at(&self.in_project(path)?))
    }

    /// The documents that a word on the command line means: see [`Names::find`]; or all of a folder, which is named in
    /// the same ways.
    pub fn find_all(&self, argument: &str) -> Named<'s> {
        let target =
            |locale: &'s Locale| Some(locale).filter(|locale| **locale != self.project.config.source);
        if let Some(document) = self.find(argument) {
            let locale = self.catalog(argument).and_then(|catalog| target(&catalog.locale));
            return Named { documents: vec![document], locale };
        }
        if argument.is_empty() {
            return Named::default();
        }
        let of = |folder: &str| -> Named<'s> {
            let of_catalogs =
                self.roots.iter().find_map(|(root, locale)| Some((inside(folder, root)?, *locale)));
            let holds = |document: &&DocumentFile| match of_catalogs {
                Some((below, _)) => inside(&document.path, below).is_some(),
                None => [&document.path, &document.file].iter().any(|path| inside(path, folder).is_some()),
            };
            let documents = self.survey.documents.iter().filter(holds).collect();
            Named { documents, locale: of_catalogs.and_then(|(_, locale)| target(locale)) }
        };
        let plain = plain(argument);
        let folder = plain.trim_end_matches('/');
        let named = if folder.is_empty() { Named::default() } else { of(folder) };
        if !named.documents.is_empty() {
            return named;
        }
        self.in_project(argument).map(|folder| of(&folder)).unwrap_or_default()
    }

    /// A path from the current folder as one of the project; none if nothing is there.
    fn in_project(&self, argument: &str) -> Option<String> {
        self.project.place_of(self.current, argument).filter(|place| self.project.path(place).exists())
    }
}

/// What a path is in a folder: nothing if it is the folder itself.
fn inside<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    match folder {
        "" => Some(path),
        _ if path == folder => Some(""),
        _ => path.strip_prefix(folder)?.strip_prefix('/'),
    }
}

/// A word as names are written: with `/` on every system, and without `./` before it.
fn plain(argument: &str) -> Cow<'_, str> {
    let path = slashed(Path::new(argument));
    let rest = path.strip_prefix("./").map(str::to_owned);
    rest.map_or(path, Cow::Owned)
}
