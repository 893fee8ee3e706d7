//! Reads files of a project: as bytes, and as text that is surely UTF-8.

use std::fs::{File, Metadata};
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use super::error::Encoding;
use super::{FileError, FileProblem, Project};
use crate::text::{LineColumn, LineIndex, Locale, ShortSpan};

impl Project {
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
        text_of(self.read_shorter(file, ShortSpan::LONGEST as u64)?, file)
    }

    /// Reads any file as bytes (for `build.copy`).
    ///
    /// # Errors
    /// If it is no regular file of the project.
    pub fn read_bytes(&self, file: &str) -> Result<Vec<u8>, FileError> {
        self.read_shorter(file, u64::MAX)
    }

    /// Reads a regular file of the project, of less than `longest` bytes.
    fn read_shorter(&self, file: &str, longest: u64) -> Result<Vec<u8>, FileError> {
        let path = self.root.join(file);
        match open_plain(&path) {
            Some((opened, size)) if size < longest => {
                read_opened(opened, size).map_err(|error| FileError::io(file, &error))
            }
            Some(_) => Err(FileError::new(file, FileProblem::TooLong)),
            None => read_shorter(&path, file, self.inside(file, &path)?, longest),
        }
    }

    /// Checks that a file, links resolved, lies in the project. Gives what is known of it then, unless it is a link.
    pub(super) fn inside(&self, file: &str, path: &Path) -> Result<Option<Metadata>, FileError> {
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
pub(super) fn read_regular(path: &Path, file: &str) -> Result<String, FileError> {
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

/// Opens a regular file that is no link, and tells its size. `None` where it is anything else, or can't be opened, and a
/// closer look has to say why.
///
/// To find a file by its path is half of what it takes to read a short one: here that is done but once.
#[cfg(unix)]
fn open_plain(path: &Path) -> Option<(File, u64)> {
    use std::os::unix::fs::OpenOptionsExt as _;

    use rustix::fs::OFlags;

    // A pipe is not waited for.
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    let file = File::options().read(true).custom_flags(flags.bits().cast_signed()).open(path).ok()?;
    let metadata = file.metadata().ok().filter(Metadata::is_file)?;
    Some((file, metadata.len()))
}

#[cfg(not(unix))]
fn open_plain(_: &Path) -> Option<(File, u64)> {
    None
}

/// Reads a file of which the size is known. Only where it has another by now, it is asked for more.
pub(super) fn read_sized(path: &Path, size: u64) -> std::io::Result<Vec<u8>> {
    read_opened(File::open(path)?, size)
}

/// The same of one that is open.
fn read_opened(mut file: File, size: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = vec![0; usize::try_from(size).unwrap_or(0).saturating_add(1)];
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
