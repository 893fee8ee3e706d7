//! Which files of the output folder drogman wrote, so that it never overwrites another's.
//!
//! A build first journals in `.drogman/` what it will write, then writes, and writes its manifest last.
//! Only what the manifest or the journal names, or what has the right bytes already, is ours.

use std::collections::BTreeSet;

use super::error::{FileError, FileProblem};
use super::{Project, STATE_FOLDER, Written};

/// The key of the manifest that lists every file of a build, relative to the output folder.
const FILES_KEY: &str = "files";

/// The outputs of one build.
#[derive(Debug)]
pub struct Outputs<'p> {
    project: &'p Project,
    /// Relative to the output folder.
    owned: BTreeSet<String>,
    journal: String,
}

/// What became of one output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It has new bytes.
    Written,
    /// It had these bytes already.
    Unchanged,
    /// A file stands there that drogman didn't write; it was left alone.
    Foreign,
}

/// What the manifest and the journal have in common.
#[derive(serde::Deserialize)]
struct Listed {
    files: Vec<String>,
}

impl<'p> Outputs<'p> {
    /// The name of the manifest in the output folder.
    pub const MANIFEST: &'static str = "manifest.json";

    /// Learns what earlier builds wrote: from the manifest (its list `files`), and from the journal of a
    /// build that was cut short. Neither needs to be there.
    pub fn load(project: &'p Project) -> Outputs<'p> {
        let journal = format!("{STATE_FOLDER}/build.json");
        let manifest = crate::config::join(&project.config.output, Self::MANIFEST);
        let mut owned = BTreeSet::new();
        for file in [&manifest, &journal] {
            let Ok(text) = project.read(file) else { continue };
            // All else in it is passed over without being kept.
            let Ok(Listed { files }) = serde_json::from_str(&text) else { continue };
            owned.extend(files);
            if *file == manifest {
                owned.insert(Self::MANIFEST.to_owned());
            }
        }
        Outputs { project, owned, journal }
    }

    /// Whether a file that an earlier build wrote is there.
    pub fn is_there(&self, file: &str) -> bool {
        self.owned.contains(file) && is_below(file) && self.full(file).symlink_metadata().is_ok()
    }

    /// What earlier builds wrote and this one will not: to be removed when it is done. What was planned
    /// and never written (a page out of scope) is not there to be removed.
    pub fn outdated(&self, planned: &BTreeSet<String>) -> Vec<String> {
        let gone = self.owned.iter().filter(|file| !planned.contains(*file) && *file != Self::MANIFEST);
        gone.filter(|file| self.is_there(file)).cloned().collect()
    }

    /// Journals what will be written. To be called once, before the first [`Outputs::write`], with all
    /// paths relative to the output folder.
    ///
    /// # Errors
    /// If the journal can't be written.
    pub fn begin(&mut self, planned: &BTreeSet<String>) -> Result<(), FileError> {
        // A file that stands there and is not ours does not become ours by being planned.
        let is_free =
            |file: &&str| !self.owned.contains(*file) && self.full(file).symlink_metadata().is_err();
        let new: Vec<String> = planned
            .iter()
            .map(String::as_str)
            .chain([Self::MANIFEST])
            .filter(is_free)
            .map(str::to_owned)
            .collect();
        self.owned.extend(new);
        let text = serde_json::json!({ FILES_KEY: self.owned }).to_string();
        self.project.write(&self.journal, text.as_bytes()).map(|_| ())
    }

    /// Writes an output, unless a file stands there that drogman didn't write.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn write(&self, file: &str, bytes: &[u8]) -> Result<Outcome, FileError> {
        let path = crate::config::join(&self.project.config.output, file);
        if !is_below(file) {
            return Err(FileError::new(&path, FileProblem::LeadsOut));
        }
        if !self.owned.contains(file) && self.full(file).symlink_metadata().is_ok() {
            let same = self.project.read_bytes(&path).is_ok_and(|old| old == bytes);
            return Ok(if same { Outcome::Unchanged } else { Outcome::Foreign });
        }
        Ok(match self.project.write(&path, bytes)? {
            Written::Changed => Outcome::Written,
            Written::Unchanged => Outcome::Unchanged,
        })
    }

    /// Removes an output of an earlier build.
    ///
    /// # Errors
    /// If it can't be removed.
    pub fn remove(&self, file: &str) -> Result<(), FileError> {
        let path = crate::config::join(&self.project.config.output, file);
        self.project.remove(&path, &self.project.config.output)
    }

    /// Writes the manifest, which must list its `files`, and ends the journal.
    ///
    /// # Errors
    /// If the manifest can't be written, or a foreign file stands there.
    pub fn finish(self, manifest: &[u8]) -> Result<Outcome, FileError> {
        let outcome = self.write(Self::MANIFEST, manifest)?;
        if outcome != Outcome::Foreign {
            self.project.remove(&self.journal, STATE_FOLDER)?;
        }
        Ok(outcome)
    }

    fn full(&self, file: &str) -> std::path::PathBuf {
        self.project.path(&crate::config::join(&self.project.config.output, file))
    }
}

/// Whether a path (perhaps of a forged manifest) stays below its folder.
fn is_below(file: &str) -> bool {
    !file.starts_with('/') && !file.split('/').any(|part| part.is_empty() || part == ".." || part == ".")
}
