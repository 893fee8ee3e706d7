//! What the project holds: its documents and catalogs, and what can't be read of them.

mod documents;
mod overlooked;
mod sparse;

use std::collections::BTreeSet;
use std::path::Path;

use walkdir::WalkDir;

use super::error::{FileError, FileProblem};
use super::loose::{slashed, slashed_if_utf8};
use super::write::is_temporary;
use super::{OPEN_FOLDERS, Project};
use crate::config::join;
use crate::diagnostic::Diagnostic;
use crate::text::Locale;
use overlooked::{is_overlooked_catalog, of_marked, of_overlooked_catalogs};

/// A source document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentFile {
    /// Its name: `monde/sommet`.
    pub name: String,
    /// Its path under content: `monde/sommet.md`.
    pub path: String,
    /// Its path in the project: `content/monde/sommet.md`.
    pub file: String,
}

impl DocumentFile {
    /// Its path under content, and its path in the project.
    pub(super) fn paths(&self) -> (&str, &str) {
        (&self.path, &self.file)
    }
}

/// A catalog, or a hand-written Fluent file of a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogFile {
    /// Its locale; the source locale for source catalogs.
    pub locale: Locale,
    /// The name of its document: its path in the locale's folder, without `.ftl`.
    pub name: String,
    /// Its path in the project.
    pub file: String,
    /// Whether it is one of `project.shared`, and so no document's.
    pub shared: bool,
}

/// The files of a project, before any is read.
#[derive(Debug, Default)]
pub struct Survey {
    /// Documents that can be read as far as can be told without reading, sorted by name.
    pub documents: Vec<DocumentFile>,
    /// Catalogs and shared files, sorted by locale (the source first, then in the order of the
    /// configuration) and name.
    pub catalogs: Vec<CatalogFile>,
    /// Files that can't be worked on, sorted; each makes the command exit with 2.
    pub errors: Vec<FileError>,
    /// What is odd but works.
    pub warnings: Vec<Diagnostic>,
    /// Names of documents that are there but can't be read.
    unreadable: BTreeSet<String>,
    /// Folders under content whose documents are unknown (each ends with `/`).
    unreadable_folders: Vec<String>,
    /// Catalogs that are there but can't be read.
    unreadable_catalogs: BTreeSet<(Locale, String)>,
    /// Locales whose folder can't be read as a whole or in part.
    unreadable_locales: BTreeSet<Locale>,
    /// Temporary files of killed runs among the catalogs.
    leftovers: Vec<String>,
    /// Files among the catalogs that are none for the end of their names.
    overlooked: Vec<String>,
}

impl Survey {
    /// The place of the document of this name among all.
    pub fn place_of(&self, name: &str) -> Option<usize> {
        self.documents.binary_search_by(|document| document.name.as_str().cmp(name)).ok()
    }

    /// Whether a document of this name is there but can't be read. Such a document is not deleted: its
    /// catalogs are to be left alone.
    pub fn is_unreadable(&self, name: &str) -> bool {
        self.unreadable.contains(name)
            || self.unreadable_folders.iter().any(|folder| name.starts_with(folder.as_str()))
    }

    /// Whether this catalog may be there but can't be read. It is to be left alone.
    pub fn is_unreadable_catalog(&self, locale: &Locale, name: &str) -> bool {
        self.unreadable_locales.contains(locale)
            || self.unreadable_catalogs.contains(&(locale.clone(), name.to_owned()))
    }

    /// The files that can't be read and without which nothing is known of a document: itself, its source catalog, or
    /// a folder; with its name, but of a folder.
    pub fn left_out(&self, project: &Project) -> impl Iterator<Item = (&str, Option<String>)> {
        let config = &project.config;
        let of_target = |file: &str| {
            let is_folder = |locale: &Locale| config.catalog_folder(locale) == file;
            let locale = project.locale_of(file).or_else(|| config.targets.iter().find(|one| is_folder(one)));
            locale.is_some_and(|locale| *locale != config.source)
        };
        let files = self.errors.iter().map(|error| error.file.as_str());
        let files = files.filter(move |file| !of_target(file) && !project.is_shared(file));
        files.map(|file| (file, project.name_of(file)))
    }

    /// One finding for all documents of formats of which drogman reads no mark (HTML, say): they go to the translators,
    /// marks and all. They may be named on purpose.
    pub fn marked(&self) -> Option<Diagnostic> {
        of_marked(&self.documents)
    }

    /// Remembers that a document's text could not be read after all, and why.
    pub fn add_unreadable_document(&mut self, name: &str, error: FileError) {
        self.unreadable.insert(name.to_owned());
        self.errors.push(error);
    }

    /// Remembers that a catalog's text could not be read after all, and why.
    pub fn add_unreadable_catalog(&mut self, locale: &Locale, name: &str, error: FileError) {
        self.unreadable_catalogs.insert((locale.clone(), name.to_owned()));
        self.errors.push(error);
    }
}

impl Project {
    /// Lists documents and catalogs. Reads folders, no file.
    ///
    /// # Errors
    /// If there is no content folder: nothing can be said about any document then.
    pub fn survey(&self) -> Result<Survey, FileError> {
        let mut survey = Survey::default();
        for locale in std::iter::once(&self.config.source).chain(&self.config.targets) {
            self.survey_catalogs(locale, &mut survey);
        }
        self.survey_documents(&mut survey)?;
        self.survey_sparse(&mut survey);
        survey.overlooked.sort();
        survey.warnings.extend(of_overlooked_catalogs(&survey.overlooked));
        survey.errors.sort_by(|a, b| a.file.cmp(&b.file));
        Ok(survey)
    }

    /// The names of the files in the project's own folder, sorted.
    pub fn files_beside_settings(&self) -> Vec<String> {
        let entries = self.root().read_dir().into_iter().flatten().filter_map(Result::ok);
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    /// The files under content that are no documents, sorted, as paths under content; hidden ones are not
    /// among them, nor what links lead to.
    pub fn other_files(&self) -> Vec<String> {
        let root = self.path(&self.config.content);
        let walk = WalkDir::new(&root)
            .max_open(OPEN_FOLDERS)
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name()));
        let mut files: Vec<String> = walk
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .filter_map(|entry| Some(slashed_if_utf8(entry.path().strip_prefix(&root).ok()?)?.into_owned()))
            .filter(|path| !self.config.is_document(path))
            .collect();
        files.sort();
        files
    }

    /// The folders beside those of the catalogs that hold catalogs of documents, and that no locale of the project has:
    /// the language that each is called after. Sorted.
    pub fn left_locales(&self, survey: &Survey) -> Vec<(String, Locale)> {
        let root = self.path(&self.config.catalogs);
        let Ok(entries) = root.read_dir() else { return Vec::new() };
        let is_own = |locale: &&Locale| {
            let named = [&self.config.source].into_iter().chain(&self.config.targets);
            named.into_iter().any(|own| own == *locale) && root.join(locale.as_str()).is_dir()
        };
        let mut found: Vec<(String, Locale)> = entries
            .filter_map(|entry| {
                let name = entry.ok()?.file_name().into_string().ok()?;
                let locale: Locale = name.parse().ok()?;
                if is_own(&&locale) {
                    return None;
                }
                let folder = root.join(&name);
                let is_catalog = |document: &DocumentFile| {
                    let catalog = folder.join([document.name.as_str(), ".ftl"].concat());
                    catalog.symlink_metadata().is_ok_and(|file| file.is_file())
                };
                let holds = folder.is_dir() && survey.documents.iter().any(is_catalog);
                holds.then(|| (join(&self.config.catalogs, &name), locale))
            })
            .collect();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        found
    }

    /// Removes what killed runs left among the catalogs. For writers that hold the lock.
    pub fn sweep_catalogs(&self, survey: &Survey) {
        for file in &survey.leftovers {
            // A leftover that can't be removed harms nobody.
            let _ = std::fs::remove_file(self.path(file));
        }
    }

    fn survey_catalogs(&self, locale: &Locale, survey: &mut Survey) {
        let folder = self.config.catalog_folder(locale);
        let root = self.path(&folder);
        if let Some(error) = self.folder_problem(&folder) {
            survey.unreadable_locales.insert(locale.clone());
            survey.errors.push(error);
            return;
        }
        // Where it is not there, nothing is translated yet.
        let Ok(start) = root.canonicalize() else { return };
        let first = survey.catalogs.len();
        for entry in WalkDir::new(&start).max_open(OPEN_FOLDERS) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    survey.unreadable_locales.insert(locale.clone());
                    survey.errors.push(walk_error(&start, &folder, &error).1);
                    continue;
                }
            };
            let Some(below) = entry.path().strip_prefix(&start).ok().and_then(slashed_if_utf8) else {
                continue;
            };
            let name = entry.file_name().to_str().unwrap_or_default();
            if entry.file_type().is_file() && is_temporary(name) {
                survey.leftovers.push(join(&folder, &below));
            }
            if below.split('/').any(|part| part.starts_with('.')) {
                continue;
            }
            let below = &*below;
            let Some(stem) = below.strip_suffix(".ftl") else {
                if entry.file_type().is_file() && is_overlooked_catalog(name) {
                    survey.overlooked.push(join(&folder, below));
                }
                continue;
            };
            let catalog = CatalogFile {
                locale: locale.clone(),
                name: stem.to_owned(),
                file: join(&folder, below),
                shared: self.config.shared.is_match(below),
            };
            match self.usable(&catalog.file, entry.file_type()) {
                Ok(Kind::File) => survey.catalogs.push(catalog),
                Ok(Kind::Folder) => {
                    let error = FileError::new(&catalog.file, FileProblem::IsFolder);
                    survey.add_unreadable_catalog(locale, &catalog.name, error);
                }
                Err(error) => survey.add_unreadable_catalog(locale, &catalog.name, error),
            }
        }
        survey.catalogs[first..].sort_by(|a, b| a.name.cmp(&b.name));
    }

    /// Why a locale's folder of catalogs can't be read; nothing if it can be, or is not there.
    fn folder_problem(&self, folder: &str) -> Option<FileError> {
        let root = self.path(folder);
        match root.symlink_metadata() {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => Some(FileError::io(folder, &error)),
            Ok(metadata) if metadata.is_dir() => None,
            Ok(metadata) if metadata.is_symlink() => match root.canonicalize() {
                Err(error) => Some(FileError::link(folder, &error)),
                Ok(target) if !target.starts_with(self.root()) => {
                    Some(FileError::new(folder, FileProblem::LeadsOut))
                }
                Ok(target) if !target.is_dir() => Some(FileError::new(folder, FileProblem::IsFile)),
                Ok(_) => None,
            },
            Ok(_) => Some(FileError::new(folder, FileProblem::IsFile)),
        }
    }

    /// What an entry is, a link followed, as long as it leads to a file of the project.
    fn usable(&self, file: &str, kind: std::fs::FileType) -> Result<Kind, FileError> {
        if kind.is_file() {
            return Ok(Kind::File);
        }
        if kind.is_dir() {
            return Ok(Kind::Folder);
        }
        if !kind.is_symlink() {
            return Err(FileError::new(file, FileProblem::NotAFile));
        }
        let target = self.path(file).canonicalize().map_err(|error| FileError::link(file, &error))?;
        if !target.starts_with(self.root()) {
            return Err(FileError::new(file, FileProblem::LeadsOut));
        }
        let metadata = target.metadata().map_err(|error| FileError::io(file, &error))?;
        if metadata.is_file() {
            Ok(Kind::File)
        } else if metadata.is_dir() {
            Ok(Kind::Folder)
        } else {
            Err(FileError::new(file, FileProblem::NotAFile))
        }
    }
}

enum Kind {
    File,
    Folder,
}

pub(super) fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().first() == Some(&b'.')
}

/// The path below `start` that a walk failed at, and the error with its path in the project.
fn walk_error(start: &Path, folder: &str, error: &walkdir::Error) -> (String, FileError) {
    let below = error.path().and_then(|path| path.strip_prefix(start).ok()).map(slashed);
    let below = below.unwrap_or_default().into_owned();
    let file = if below.is_empty() { folder.to_owned() } else { join(folder, &below) };
    let error = match error.io_error() {
        Some(error) => FileError::io(&file, error),
        None => FileError::new(&file, FileProblem::Dangling),
    };
    (below, error)
}
