//! Files: find the project, list and load what it holds, lock it, write to it.
//!
//! The only module that reads and writes files. Nothing outside of the project's folder is ever
//! written, and a symbolic link is never written through. What can't be read is reported with its name
//! and place, and everything else is still worked on.

mod error;
mod git;
mod journal;
mod listing;
mod lock;
pub mod loose;
mod pages;
mod part;
mod shared;
mod survey;
mod write;

#[cfg(test)]
mod tests;

use std::fs::{File, Metadata};
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::sync::RwLock;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::config::{Config, FILE_NAME};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::text::{LineColumn, LineIndex, Locale, ShortSpan};

use error::Encoding;
pub use error::{FileError, FileProblem, io_words};
pub use git::{Base, GitError, Kinds};
pub use journal::{Outcome, Outputs};
pub use lock::{Lock, LockError};
pub use pages::{Homes, Visited};
pub use part::Parts;
pub use shared::{SharedFiles, SharedTexts};
pub use survey::{CatalogFile, DocumentFile, Named, Survey};
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

    /// Reads a catalog, or a shared file, of a locale.
    ///
    /// # Errors
    /// If it is no regular file of the project, not UTF-8, or of lines that Fluent does not know.
    pub fn read_catalog(&self, file: &str, locale: &Locale) -> Result<String, FileError> {
        let text = self.read(file).map_err(|error| error.in_language(locale))?;
        match lone_returns(&text) {
            Some(at) => Err(FileError::new(file, FileProblem::LoneReturns { at })),
            None => Ok(text),
        }
    }

    /// Reads a file of the project as text. A leading byte-order mark is kept.
    ///
    /// # Errors
    /// If it is no regular file of the project, or not UTF-8.
    pub fn read(&self, file: &str) -> Result<String, FileError> {
        let path = self.root.join(file);
        let known = self.inside(file, &path)?;
        text_of(read_shorter(&path, file, known, ShortSpan::LONGEST as u64)?, file)
    }

    /// Reads files in parallel; the results stand in the order of `files`.
    pub fn read_all(&self, files: &[&str]) -> Vec<Result<String, FileError>> {
        files.par_iter().map(|file| self.read(file)).collect()
    }

    /// Reads any file as bytes (for `build.copy`).
    ///
    /// # Errors
    /// If it is no regular file of the project.
    pub fn read_bytes(&self, file: &str) -> Result<Vec<u8>, FileError> {
        let path = self.root.join(file);
        let known = self.inside(file, &path)?;
        read_shorter(&path, file, known, u64::MAX)
    }

    /// Checks that a file, links resolved, lies in the project. Gives what is known of it then, unless it is a link.
    fn inside(&self, file: &str, path: &Path) -> Result<Option<Metadata>, FileError> {
        let known = path.symlink_metadata().ok();
        if known.as_ref().is_none_or(|metadata| !metadata.is_symlink()) {
            return Ok(known);
        }
        match path.canonicalize() {
            Ok(target) if target.starts_with(&self.root) => Ok(None),
            Ok(_) => Err(FileError::new(file, FileProblem::LeadsOut)),
            Err(error) => Err(FileError::link(file, &error)),
        }
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

/// Where the first line ends of a catalog whose lines end in CR alone. A lone CR within a line is none: Fluent lets
/// comments hold one.
fn lone_returns(text: &str) -> Option<LineColumn> {
    let returns = memchr::memchr_iter(b'\r', text.as_bytes());
    let has_feeds = memchr::memchr(b'\n', text.as_bytes()).is_some();
    let at = returns.into_iter().find(|&at| match text.as_bytes().get(at + 1) {
        Some(b'#') => true,
        Some(b'\n') | None => false,
        Some(_) => !has_feeds,
    })?;
    Some(LineIndex::new(text).line_column(at))
}

/// Reads a regular file as text.
fn read_regular(path: &Path, file: &str) -> Result<String, FileError> {
    text_of(read_shorter(path, file, None, ShortSpan::LONGEST as u64)?, file)
}

fn text_of(bytes: Vec<u8>, file: &str) -> Result<String, FileError> {
    match simdutf8::basic::from_utf8(&bytes) {
        // Every NUL is a character of UTF-8 too: letters without accents in UTF-16 are no mistake of encoding.
        Ok(_) if matches!(bytes[..], [0, _, ..] | [_, 0, ..]) && Encoding::is_utf16_without_mark(&bytes) => {
            Err(FileError::utf16(file, &bytes))
        }
        // A copy costs less than the standard library's look at each byte.
        Ok(text) => Ok(text.to_owned()),
        Err(_) => String::from_utf8(bytes).map_err(|error| FileError::not_utf8(file, &error)),
    }
}

/// Reads a regular file of less than `longest` bytes; pipes, devices and folders are refused before they are opened.
/// What is `known` of it is not asked for again.
fn read_shorter(
    path: &Path,
    file: &str,
    known: Option<Metadata>,
    longest: u64,
) -> Result<Vec<u8>, FileError> {
    let metadata = known.map_or_else(|| path.metadata(), Ok).map_err(|error| {
        let is_link = path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink());
        if is_link { FileError::link(file, &error) } else { FileError::io(file, &error) }
    })?;
    if metadata.is_dir() {
        return Err(FileError::new(file, FileProblem::IsFolder));
    }
    if !metadata.is_file() {
        return Err(FileError::new(file, FileProblem::NotAFile));
    }
    if metadata.len() >= longest {
        return Err(FileError::new(file, FileProblem::TooLong));
    }
    read_sized(path, metadata.len()).map_err(|error| FileError::io(file, &error))
}

/// Reads a file of which the size is known. Only where it has another by now, it is asked for more.
fn read_sized(path: &Path, size: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = vec![0; usize::try_from(size).unwrap_or(0).saturating_add(1)];
    let mut file = File::open(path)?;
    let read = match file.read(&mut bytes) {
        Err(error) if error.kind() == ErrorKind::Interrupted => 0,
        read => read?,
    };
    bytes.truncate(read);
    if read as u64 != size {
        file.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
