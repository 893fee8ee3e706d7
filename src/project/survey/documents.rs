//! The documents of a project: what lies under the content folder, and which of it can have catalogs of its own.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;
use walkdir::WalkDir;

use super::overlooked::{is_overlooked, of_overlooked};
use super::{DocumentFile, Kind, Survey, is_hidden, walk_error};
use crate::config::{document_name, join};
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::project::loose::{slashed, slashed_if_utf8};
use crate::project::{FileError, FileProblem, OPEN_FOLDERS, Project};
use crate::text::visible;

/// So many files and folders are looked at behind a link.
const LINKED_ENTRIES: usize = 10_000;

impl Project {
    /// Lists the documents, once the catalogs are known.
    pub(super) fn survey_documents(&self, survey: &mut Survey) -> Result<(), FileError> {
        let content = &self.config.content;
        let root = self.path(content);
        let shown = if content.is_empty() { "." } else { content };
        let metadata = std::fs::metadata(&root).map_err(|error| FileError::io(shown, &error))?;
        if !metadata.is_dir() {
            return Err(FileError::new(shown, FileProblem::IsFile));
        }
        let known: BTreeSet<String> = survey.catalogs.iter().map(|catalog| catalog.name.clone()).collect();
        let mut found: Vec<DocumentFile> = Vec::new();
        let mut overlooked: Vec<String> = Vec::new();
        // A content folder that is itself a link to a folder of the project is walked.
        let Ok(start) = root.canonicalize() else {
            return Err(FileError::new(shown, FileProblem::Missing));
        };
        let walk = WalkDir::new(&start)
            .max_open(OPEN_FOLDERS)
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name()));
        for entry in walk {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let (path, error) = walk_error(&start, content, &error);
                    survey.unreadable_folders.push(if path.is_empty() { path } else { format!("{path}/") });
                    survey.errors.push(error);
                    continue;
                }
            };
            if entry.depth() == 0 {
                continue;
            }
            let Ok(below) = entry.path().strip_prefix(&start) else { continue };
            let Some(path) = slashed_if_utf8(below).map(Cow::into_owned) else {
                let path = slashed(below).into_owned();
                if !entry.file_type().is_dir() && self.config.is_document(&path) {
                    let problem = FileProblem::Name("is not UTF-8");
                    survey.errors.push(FileError::new(&join(content, &path), problem));
                }
                continue;
            };
            if self.config.is_document(&path) {
                found.extend(self.document(path, entry.file_type(), &known, survey));
            } else if entry.file_type().is_file() && is_overlooked(&self.config, &path) {
                overlooked.push(path);
            } else if entry.file_type().is_symlink()
                && let Some(problem) = self.linked_folder(entry.path(), &path, &start, &known)
            {
                survey.errors.push(FileError::new(&join(content, &path), problem));
                survey.unreadable_folders.push(path + "/");
            }
        }
        found.sort_by(|a, b| (&a.name, &a.path).cmp(&(&b.name, &b.path)));
        overlooked.sort();
        survey.warnings.extend(of_overlooked(&overlooked, &self.config));
        self.keep_named(found, survey);
        Ok(())
    }

    /// The document at a path below content, if it can be read. A folder is a folder, unless it took the place of a
    /// document that has catalogs: `known` are the names of these.
    fn document(
        &self,
        path: String,
        kind: std::fs::FileType,
        known: &BTreeSet<String>,
        survey: &mut Survey,
    ) -> Option<DocumentFile> {
        let file = join(&self.config.content, &path);
        let document = DocumentFile { name: document_name(&path).to_owned(), file, path };
        let error = match self.usable(&document.file, kind) {
            Ok(Kind::File) => return Some(document),
            Ok(Kind::Folder) if known.contains(&document.name) => {
                FileError::new(&document.file, FileProblem::IsFolder)
            }
            Ok(Kind::Folder) => return None,
            Err(error) => error,
        };
        survey.add_unreadable_document(&document.name, error);
        None
    }

    /// What is wrong with a link where a folder of documents is or was: links to folders are not followed, and what is not
    /// read is not gone. Nothing is, if the folder lies under content and is walked in its own place, or holds no document.
    fn linked_folder(
        &self,
        link: &Path,
        path: &str,
        content: &Path,
        known: &BTreeSet<String>,
    ) -> Option<FileProblem> {
        let below = format!("{path}/");
        let Ok(target) = link.canonicalize() else {
            let was = known.range(below.clone()..).next().is_some_and(|name| name.starts_with(&below));
            return was.then_some(FileProblem::Dangling);
        };
        if target.starts_with(content) || content.starts_with(&target) || !target.is_dir() {
            return None;
        }
        // In one order, as the look ends: the folder may be that of a whole disk.
        let mut walk = WalkDir::new(&target)
            .max_open(OPEN_FOLDERS)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name()))
            .filter_map(Result::ok)
            .take(LINKED_ENTRIES);
        let is_document = |entry: walkdir::DirEntry| {
            let inner = entry.path().strip_prefix(&target).ok().and_then(slashed_if_utf8);
            !entry.file_type().is_dir()
                && inner.is_some_and(|inner| self.config.is_document(&[&below, &*inner].concat()))
        };
        walk.any(is_document).then_some(FileProblem::LinkedFolder)
    }

    /// Keeps the documents whose names can have a catalog of their own.
    fn keep_named(&self, found: Vec<DocumentFile>, survey: &mut Survey) {
        let mut by_name: BTreeMap<String, Vec<DocumentFile>> = BTreeMap::new();
        for document in found {
            by_name.entry(document.name.clone()).or_default().push(document);
        }
        let mut by_folded: BTreeMap<String, String> = BTreeMap::new();
        for (name, mut same) in by_name {
            let catalog = self.config.catalog_path(&self.config.source, &name);
            let refuse = |document: &DocumentFile, problem: FileProblem, survey: &mut Survey| {
                survey.add_unreadable_document(&document.name, FileError::new(&document.file, problem));
            };
            if name.contains(char::is_control) {
                for document in &same {
                    refuse(document, FileProblem::Name("holds a control character"), survey);
                }
                continue;
            }
            if self.config.shared.is_match(&format!("{name}.ftl")) {
                let without = self.config.shared_without(&format!("{name}.ftl"));
                for document in &same {
                    let (catalog, without) = (catalog.clone(), without.clone());
                    refuse(document, FileProblem::NamedAsShared { catalog, without }, survey);
                }
                continue;
            }
            if same.len() > 1 {
                for (index, document) in same.iter().enumerate() {
                    let with = same[if index == 0 { 1 } else { 0 }].file.clone();
                    refuse(document, FileProblem::SharesCatalog { with, catalog: catalog.clone() }, survey);
                }
                continue;
            }
            if let Some(document) = same.pop() {
                if let Some(other) = by_folded.insert(folded(&name), document.file.clone()) {
                    survey.warnings.push(same_but_for_case(&document, &other));
                }
                survey.documents.push(document);
            }
        }
    }
}

/// A name as it looks, whatever its capitals and however its accents are coded.
fn folded(name: &str) -> String {
    let lower = name.to_lowercase();
    if lower.is_ascii() { lower } else { lower.nfc().collect() }
}

fn same_but_for_case(document: &DocumentFile, other: &str) -> Diagnostic {
    let (other, file) = (visible(other), visible(&document.file));
    // The names look the same then.
    let what = if other.to_lowercase() == file.to_lowercase() {
        "upper and lower case"
    } else {
        "how their accents are coded"
    };
    let message = format!("`{other}` and `{file}` differ in {what} only");
    Diagnostic::new("", Severity::Warning, message)
        .at(Place::file(document.file.as_str()))
        .about(Subject { document: Some(document.name.as_str().into()), ..Subject::default() })
        .help("on some disks they are one file: rename one of them")
}
