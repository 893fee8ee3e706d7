//! One writer at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::time::{Duration, Instant};

use super::error::{FileError, FileProblem};
use super::write::fits;
use super::{Project, STATE_FOLDER};

/// The project's lock; readers never need it. It ends with the value, or with the process.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Why the lock was not had.
#[derive(Debug)]
pub enum LockError {
    /// Another process has it.
    Held {
        /// What that process wrote into it: `sync, process 4711`.
        holder: String,
    },
    /// The lock's file can't be written.
    File(FileError),
}

impl Project {
    /// Takes the lock for a command that writes; waits up to `patience` for another one to end.
    ///
    /// # Errors
    /// If another process still holds it then, or its file can't be made.
    pub fn lock(&self, command: &str, patience: Duration) -> Result<Lock, LockError> {
        let name = format!("{STATE_FOLDER}/lock");
        self.folder_for(&name).map_err(LockError::File)?;
        let path = self.path(&name);
        let fail = |error: &std::io::Error| LockError::File(FileError::io(&name, error));
        match path.symlink_metadata() {
            Ok(metadata) if !metadata.is_file() => {
                let problem = if metadata.is_dir() { FileProblem::IsFolder } else { FileProblem::NotAFile };
                return Err(LockError::File(FileError::new(&name, problem)));
            }
            Ok(_) | Err(_) => {}
        }
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(|error| fail(&error))?;
        let end = Instant::now() + patience;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if Instant::now() < end => {
                    std::thread::sleep(Duration::from_millis(20));
                }
                Err(TryLockError::WouldBlock) => {
                    let mut holder = String::new();
                    // Only for the message: without it the message is shorter.
                    let _ = file.read_to_string(&mut holder);
                    return Err(LockError::Held { holder: holder.trim().to_owned() });
                }
                // A network disk without locks: one careful person is enough of a lock there.
                Err(TryLockError::Error(error)) if error.kind() == std::io::ErrorKind::Unsupported => break,
                Err(TryLockError::Error(error)) => return Err(fail(&error)),
            }
        }
        // Who holds it is only for the message of the one who waits; a full disk is no reason to stop.
        let _ = file.set_len(0);
        let _ = file.rewind();
        let holder = format!("{command}, process {}\n", std::process::id());
        if fits(holder.len() as u64).is_ok() {
            let _ = file.write_all(holder.as_bytes());
        }
        Ok(Lock { _file: file })
    }
}
