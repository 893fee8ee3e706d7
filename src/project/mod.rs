//! Files: find the project, list and load what it holds, lock it, write to it.
//!
//! The only module that reads and writes files. Nothing outside of the project's folder is ever
//! written, and a symbolic link is never written through. What can't be read is reported with its name
//! and place, and everything else is still worked on.

mod error;
mod git;
mod in_git;
mod journal;
mod listing;
mod lock;
pub mod loose;
mod named;
mod pages;
mod part;
mod read;
mod shared;
mod survey;
mod write;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};
use std::sync::RwLock;

use rustc_hash::FxHashSet;

use crate::config::{Config, FILE_NAME};
use crate::diagnostic::{Diagnostic, Place, Severity};

pub use error::{FileError, FileProblem, io_words};
pub use git::{Base, GitError, Kinds};
pub use journal::{Outcome, Outputs};
pub use lock::{Lock, LockError};
use loose::slashed_if_utf8;
pub use named::{Named, Names};
pub use pages::{Homes, Visited, foreign};
pub use part::Parts;
use read::{read_regular, read_sized};
pub use shared::{SharedFiles, SharedTexts};
pub use survey::{CatalogFile, DocumentFile, Survey};
pub use write::Written;

/// Open folders of one walk; each costs a file descriptor.
const OPEN_FOLDERS: usize = 4;

/// The folder of lock and journal.
pub const STATE_FOLDER: &str = ".drogman";

/// A project on disk, and its configuration.
#[derive(Debug)]
pub struct Project {
    root: PathBuf,
    /// Folders in which files may be written, by their paths in the project: each was looked at, and is there.
    known_folders: RwLock<FxHashSet<String>>,
    /// The configuration.
    pub config: Config,
}

/// Why a project can't be opened.
#[derive(Debug)]
pub enum OpenError {
    /// There is no `drogman.toml` here, nor in a folder above.
    NotFound {
        /// Where the search began.
        start: PathBuf,
    },
    /// The folder itself, `drogman.toml`, or a folder that it names can't be used.
    File(FileError),
    /// The configuration has mistakes.
    Config {
        /// All of them, sorted.
        mistakes: Vec<Diagnostic>,
        /// The text that they point into.
        text: String,
    },
}

impl Project {
    /// Finds the project that `start` lies in: the nearest folder upward with a `drogman.toml`.
    ///
    /// # Errors
    /// If there is none.
    pub fn find(start: &Path) -> Result<PathBuf, OpenError> {
        start
            .ancestors()
            .find(|folder| folder.join(FILE_NAME).symlink_metadata().is_ok())
            .map(Path::to_owned)
            .ok_or_else(|| OpenError::NotFound { start: start.to_owned() })
    }

    /// The folders in `folder` that a `drogman.toml` lies in, by name.
    pub fn find_below(folder: &Path) -> Vec<PathBuf> {
        let entries = folder.read_dir().into_iter().flatten();
        let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
        let mut found: Vec<PathBuf> = paths.filter(|path| path.join(FILE_NAME).is_file()).collect();
        found.sort();
        found
    }

    /// Opens the project whose `drogman.toml` lies in `folder`.
    ///
    /// # Errors
    /// If the configuration can't be read or has mistakes, or a folder that it names leads out of the
    /// project.
    pub fn open(folder: &Path) -> Result<Project, OpenError> {
        let root = folder
            .canonicalize()
            .map_err(|error| OpenError::File(FileError::io(&folder.to_string_lossy(), &error)))?;
        if root.join(FILE_NAME).symlink_metadata().is_err() {
            return Err(OpenError::NotFound { start: folder.to_owned() });
        }
        let text = read_regular(&root.join(FILE_NAME), FILE_NAME).map_err(OpenError::File)?;
        let config = match Config::parse(FILE_NAME, &text) {
            Ok(config) => config,
            Err(mistakes) => return Err(OpenError::Config { mistakes, text }),
        };
        let project = Project { root, known_folders: RwLock::default(), config };
        let mistakes = project.folders_that_leave();
        if mistakes.is_empty() { Ok(project) } else { Err(OpenError::Config { mistakes, text }) }
    }

    /// A project that is about to be made in `folder`: writes nothing yet, `drogman.toml` included.
    ///
    /// # Errors
    /// If the folder is not there, or the configuration has mistakes.
    pub fn new(folder: &Path, text: &str) -> Result<Project, OpenError> {
        let root = folder
            .canonicalize()
            .map_err(|error| OpenError::File(FileError::io(&folder.to_string_lossy(), &error)))?;
        match Config::parse(FILE_NAME, text) {
            Ok(config) => Ok(Project { root, known_folders: RwLock::default(), config }),
            Err(mistakes) => Err(OpenError::Config { mistakes, text: text.to_owned() }),
        }
    }

    /// Whether there is a document under the content folder.
    pub fn has_documents(&self) -> bool {
        self.survey().is_ok_and(|survey| !survey.documents.is_empty())
    }

    /// The project's folder, without links.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path on disk of a file of the project.
    pub fn path(&self, file: &str) -> PathBuf {
        self.root.join(file)
    }

    /// A path that is meant from the folder `current`, as one of the project; none if it leads elsewhere, or is not UTF-8.
    /// The last folders of it need not be there: a person may name what is gone.
    pub fn place_of(&self, current: &Path, path: &str) -> Option<String> {
        let whole = current.join(path);
        let (there, gone) = whole
            .ancestors()
            .find_map(|above| Some((above.canonicalize().ok()?, whole.strip_prefix(above).ok()?)))?;
        let below = there.strip_prefix(&self.root).ok()?;
        if !gone.components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        let place: PathBuf = below.components().chain(gone.components()).collect();
        slashed_if_utf8(&place).map(Cow::into_owned)
    }

    /// Folders of the configuration that are links to somewhere else.
    fn folders_that_leave(&self) -> Vec<Diagnostic> {
        let config = &self.config;
        [("content", &config.content), ("catalogs", &config.catalogs), ("output", &config.output)]
            .into_iter()
            .filter(|(_, folder)| {
                self.root.join(folder).canonicalize().is_ok_and(|path| !path.starts_with(&self.root))
            })
            .map(|(key, folder)| {
                let place = config.place(key).cloned().unwrap_or_else(|| Place::file(FILE_NAME));
                let message = format!("the folder `{folder}` of `project.{key}` leads out of the project");
                Diagnostic::new("configuration", Severity::Error, message)
                    .at(place)
                    .help("it goes through a symbolic link; name a folder that lies in the project")
            })
            .collect()
    }
}
