//! Files that belong to no project: what `segment` and `align` are given.

use std::borrow::Cow;
use std::io::{BufWriter, Read, Write};
use std::path::Path;

use walkdir::WalkDir;

use super::write::{fits, replace_with};
use super::{FileError, Project, read_regular};
use crate::config::{FILE_NAME, GLOSSARY, L10N};

/// Reads a file as text, by its path; links are followed.
///
/// # Errors
/// If it can't be read, or is not UTF-8; the error names the path as it was given.
pub fn read_file(path: &Path) -> Result<String, FileError> {
    read_regular(path, &path.to_string_lossy())
}

/// The folder of the git repository that a folder lies in, if it lies in one: itself, or the nearest above.
pub fn repository_of(folder: &Path) -> Option<&Path> {
    // A file `.git` stands in work trees and submodules.
    folder.ancestors().find(|above| above.join(".git").exists())
}

/// A relative path with `/` between its folders, on every system; what is not UTF-8 in it is replaced.
pub fn slashed(path: &Path) -> Cow<'_, str> {
    let text = path.to_string_lossy();
    match std::path::MAIN_SEPARATOR {
        '/' => text,
        separator => text.replace(separator, "/").into(),
    }
}

/// The same of a path that is UTF-8; none of another one.
pub fn slashed_if_utf8(path: &Path) -> Option<Cow<'_, str>> {
    path.to_str().map(|_| slashed(path))
}

/// Reads a stream as text, named `name` in errors.
///
/// # Errors
/// If it can't be read, or is not UTF-8.
pub fn read_stream(stream: &mut dyn Read, name: &str) -> Result<String, FileError> {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).map_err(|error| FileError::io(name, &error))?;
    String::from_utf8(bytes).map_err(|error| FileError::not_utf8(name, &error))
}

/// Writes a report to a file that the user named: beside it first, then renamed. `write` writes it, piece by piece.
///
/// # Errors
/// If it can't be written; nothing is left half-written.
pub fn write_report(path: &Path, write: WriteReport<'_>) -> Result<(), FileError> {
    let name = path.to_string_lossy();
    let failed = |error: &std::io::Error| FileError::io(&name, error);
    // A device or a pipe is written to, not replaced.
    if path.metadata().is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
        let mut to_device = || {
            let mut out = BufWriter::new(std::fs::File::create(path)?);
            write(&mut out)?;
            out.flush()
        };
        return to_device().map_err(|error| failed(&error));
    }
    if path.is_dir() {
        return Err(FileError::new(&name, super::FileProblem::IsFolder));
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let in_pieces = |temporary: &mut std::fs::File| {
        let mut out = BufWriter::with_capacity(PIECE, Fitting { file: temporary, written: 0 });
        write(&mut out)?;
        out.flush()
    };
    replace_with(path, folder, in_pieces, path.metadata().ok().as_ref()).map_err(|error| failed(&error))
}

/// Why a path is none for a report: what a person wrote stands there, or a later run would read the report as that. Without
/// a project, as where its configuration can't be read, that goes by names alone.
pub fn not_for_reports(path: &Path, project: Option<&Project>) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let what = if [FILE_NAME, GLOSSARY, L10N].contains(&name) {
        "settings"
    } else if path.extension().is_some_and(|extension| extension == "ftl") {
        "a catalog"
    } else {
        let content = project?.path(&project?.config.content).canonicalize().ok()?;
        let folder = path.parent()?.canonicalize().ok()?;
        let below = folder.strip_prefix(content).ok()?.join(name);
        project?.config.is_document(&slashed(&below)).then_some("a document")?
    };
    Some(match path.is_file() {
        true => format!("{what} would be lost"),
        false => format!("it would be read as {what} there"),
    })
}

/// What writes a report.
pub type WriteReport<'w> = &'w mut dyn FnMut(&mut dyn Write) -> std::io::Result<()>;

/// So many bytes of a report are written at once.
const PIECE: usize = 64 * 1024;

/// A file that is written in pieces, of which each is asked whether it fits.
struct Fitting<'f> {
    file: &'f mut std::fs::File,
    written: u64,
}

impl Write for Fitting<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        fits(self.written + bytes.len() as u64)?;
        let count = self.file.write(bytes)?;
        self.written += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

/// Adds to a file that the user named; it need not be there.
///
/// # Errors
/// If it can't be written.
pub fn append_report(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let failed = |error: &std::io::Error| FileError::io(&path.to_string_lossy(), error);
    let mut file =
        std::fs::OpenOptions::new().append(true).create(true).open(path).map_err(|error| failed(&error))?;
    fits(file_size(path) + bytes.len() as u64).map_err(|error| failed(&error))?;
    std::io::Write::write_all(&mut file, bytes).map_err(|error| failed(&error))
}

/// The bytes that a file has; none if it is not there.
pub fn file_size(path: &Path) -> u64 {
    path.metadata().map_or(0, |metadata| metadata.len())
}

/// The files below a folder, as paths relative to it with `/`, sorted; of a file, its name alone. Hidden
/// names are left out. What can't be listed is an error of its own, and the rest is listed.
pub fn files_below(path: &Path) -> (Vec<String>, Vec<FileError>) {
    if !path.is_dir() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        return (vec![name], Vec::new());
    }
    let (mut files, mut errors) = (Vec::new(), Vec::new());
    let walk = WalkDir::new(path).follow_links(true).max_open(4).sort_by_file_name();
    let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    for entry in walk.into_iter().filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name())) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                if let Ok(below) = entry.path().strip_prefix(path) {
                    files.push(slashed(below).into_owned());
                }
            }
            Ok(_) => {}
            Err(error) => {
                let name = error.path().unwrap_or(path).to_string_lossy().into_owned();
                errors.push(match error.io_error() {
                    Some(error) => FileError::io(&name, error),
                    None => FileError::new(&name, super::FileProblem::Dangling),
                });
            }
        }
    }
    files.sort();
    (files, errors)
}
