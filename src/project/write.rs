//! Writing: beside the target, then renamed; only if the bytes differ; never outside of the project.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use super::error::{FileError, FileProblem};
use super::{Project, STATE_FOLDER, read_sized};

/// What writing a file came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// The file has new bytes.
    Changed,
    /// It had these bytes already, and was not touched.
    Unchanged,
}

/// How temporary files are named; short, so that a name that just fits still does. Hidden, so that no
/// walk takes one for a document or a catalog.
const TEMPORARY_PREFIX: &str = ".drogman-";
const TEMPORARY_RANDOM: usize = 6;

/// Whether a file's name is that of a temporary file of ours.
pub(super) fn is_temporary(name: &str) -> bool {
    name.strip_prefix(TEMPORARY_PREFIX).is_some_and(|random| {
        random.len() == TEMPORARY_RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

impl Project {
    /// Gives a file of the project these bytes, and makes its folder. A reader sees the old bytes or the
    /// new ones, never a part. Permissions are kept.
    ///
    /// # Errors
    /// If it can't be written; then it is as it was.
    pub fn write(&self, file: &str, bytes: &[u8]) -> Result<Written, FileError> {
        self.folder_for(file)?;
        let path = self.path(file);
        let fail = |error: &std::io::Error| FileError::io(file, error);
        let old = match path.symlink_metadata() {
            Ok(metadata) if metadata.is_symlink() => return Err(FileError::new(file, FileProblem::IsLink)),
            Ok(metadata) if metadata.is_dir() => return Err(FileError::new(file, FileProblem::IsFolder)),
            Ok(metadata) if !metadata.is_file() => return Err(FileError::new(file, FileProblem::NotAFile)),
            Ok(metadata) => Some(metadata),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(fail(&error)),
        };
        if let Some(old) = &old
            && old.len() == bytes.len() as u64
            && read_sized(&path, old.len()).map_err(|error| fail(&error))? == bytes
        {
            return Ok(Written::Unchanged);
        }
        let mut failure = None;
        for folder in self.folders_for_temporary(file, &path) {
            match replace(&path, &folder, bytes, old.as_ref()) {
                Ok(()) => return Ok(Written::Changed),
                Err(error) => failure = Some(error),
            }
        }
        Err(failure.map_or_else(|| FileError::new(file, FileProblem::Missing), |error| fail(&error)))
    }

    /// Where the temporary file of a file may lie, the best place first. That of an output lies in our own
    /// folder, so that what is published never holds one, even if the build is killed; it lies beside the
    /// output where that is another disk.
    fn folders_for_temporary(&self, file: &str, path: &Path) -> Vec<PathBuf> {
        let beside = path.parent().unwrap_or(&self.root).to_owned();
        let output = file.strip_prefix(self.config.output.as_str()).is_some_and(|rest| rest.starts_with('/'));
        if output && self.folder_for(&format!("{STATE_FOLDER}/{TEMPORARY_PREFIX}")).is_ok() {
            return vec![self.path(STATE_FOLDER), beside];
        }
        vec![beside]
    }

    /// Removes a file of the project, and the folders that it leaves empty, up to `keep`. A file that is
    /// not there is no error.
    ///
    /// # Errors
    /// If it can't be removed, or is no file.
    pub fn remove(&self, file: &str, keep: &str) -> Result<(), FileError> {
        self.existing_folder_for(file)?;
        self.known_folders.write().unwrap_or_else(PoisonError::into_inner).clear();
        let path = self.path(file);
        match fs::remove_file(&path) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(FileError::io(file, &error)),
        }
        let keep = self.path(keep);
        let mut folder = path.parent();
        while let Some(empty) = folder.filter(|folder| folder.starts_with(&keep) && **folder != *keep) {
            // Fails where something else is left in it, which is what we want to know.
            if fs::remove_dir(empty).is_err() {
                break;
            }
            folder = empty.parent();
        }
        Ok(())
    }

    /// Removes the temporary files that killed runs left under a folder. For writers that hold the lock.
    pub fn sweep(&self, folder: &str) {
        let walk = walkdir::WalkDir::new(self.path(folder)).max_open(4);
        for entry in walk.into_iter().filter_map(Result::ok) {
            if entry.file_type().is_file() && entry.file_name().to_str().is_some_and(is_temporary) {
                // A leftover that can't be removed harms nobody.
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Makes the folder of a file, after a look at each step: a link may not lead out of the project.
    pub(super) fn folder_for(&self, file: &str) -> Result<(), FileError> {
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        if self.known_folders.read().unwrap_or_else(PoisonError::into_inner).contains(folder) {
            return Ok(());
        }
        self.steps(file, |path, name| match fs::create_dir(path) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(true),
            Err(error) => Err(FileError::io(name, &error)),
        })?;
        self.known_folders.write().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned());
        Ok(())
    }

    fn existing_folder_for(&self, file: &str) -> Result<(), FileError> {
        self.steps(file, |_, _| Ok(false))
    }

    /// Whether a link on the way to `file` may lead to `target`: only inside of the project, and to the
    /// documents, catalogs or outputs only if `file` is one of them. (`dist/en`, a link to `content`,
    /// would let a build overwrite what it reads.)
    fn may_lead_to(&self, file: &str, target: &Path) -> bool {
        let config = &self.config;
        target.starts_with(&self.root)
            && [&config.content, &config.catalogs, &config.output].into_iter().all(|folder| {
                let is_below = folder.is_empty()
                    || file.strip_prefix(folder.as_str()).is_some_and(|rest| rest.starts_with('/'));
                let leads_there =
                    || self.path(folder).canonicalize().is_ok_and(|path| target.starts_with(path));
                is_below || !leads_there()
            })
    }

    /// Looks at each folder above a file; `missing` says whether to go on where there is none.
    fn steps(
        &self,
        file: &str,
        missing: impl Fn(&Path, &str) -> Result<bool, FileError>,
    ) -> Result<(), FileError> {
        let mut path = self.root.clone();
        for (slash, _) in file.match_indices('/') {
            let name = &file[..slash];
            path.push(name.rsplit('/').next().unwrap_or(name));
            match path.symlink_metadata() {
                Ok(metadata) if metadata.is_dir() => {}
                Ok(metadata) if metadata.is_symlink() => {
                    let target = path.canonicalize().map_err(|error| FileError::link(name, &error))?;
                    if !self.may_lead_to(file, &target) {
                        return Err(FileError::new(name, FileProblem::LeadsOut));
                    }
                    if !target.is_dir() {
                        return Err(FileError::new(name, FileProblem::IsFile));
                    }
                }
                Ok(_) => return Err(FileError::new(name, FileProblem::IsFile)),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                    if !missing(&path, name)? {
                        return Ok(());
                    }
                }
                Err(error) => return Err(FileError::io(name, &error)),
            }
        }
        Ok(())
    }
}

/// Writes a temporary file in `folder`, and renames it to `path`.
pub(super) fn replace(
    path: &Path,
    folder: &Path,
    bytes: &[u8],
    old: Option<&fs::Metadata>,
) -> Result<(), std::io::Error> {
    fits(bytes.len() as u64)?;
    replace_with(path, folder, |file| file.write_all(bytes), old)
}

/// The same, where `write` writes what is to be in the file.
pub(super) fn replace_with(
    path: &Path,
    folder: &Path,
    write: impl FnOnce(&mut fs::File) -> Result<(), std::io::Error>,
    old: Option<&fs::Metadata>,
) -> Result<(), std::io::Error> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY_PREFIX).rand_bytes(TEMPORARY_RANDOM);
    let everyone = permissions_for_new_files();
    if let Some(everyone) = &everyone {
        builder.permissions(everyone.clone());
    }
    let mut temporary = builder.tempfile_in(folder)?;
    write(temporary.as_file_mut())?;
    if let Some(old) = old {
        temporary.as_file().set_permissions(old.permissions())?;
    }
    temporary.persist(path).map(|_| ()).map_err(|error| error.error)
}

/// Whether a file may have this many bytes (`ulimit -f`). The system ends a process that writes more, with a
/// signal and in the middle of its work, unless whoever started it has that signal ignored.
#[cfg(unix)]
pub(super) fn fits(bytes: u64) -> Result<(), std::io::Error> {
    let limit = rustix::process::getrlimit(rustix::process::Resource::Fsize).current;
    if limit.is_some_and(|limit| bytes > limit) {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn fits(_bytes: u64) -> Result<(), std::io::Error> {
    Ok(())
}

/// A new file may be read and written by whom the user's umask allows; temporary files are private
/// otherwise.
#[cfg(unix)]
fn permissions_for_new_files() -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt as _;
    Some(fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn permissions_for_new_files() -> Option<fs::Permissions> {
    None
}
