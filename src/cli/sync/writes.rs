//! The writes of a sync.

use std::collections::BTreeMap;

use crate::catalog::{self, Difference};
use crate::cli::Context;
use crate::project::{FileError, Project};
use crate::unit::plan::{FileChange, Step};

/// The writes of a plan, as they come.
#[derive(Default)]
pub(super) struct Writes {
    /// The files, and what would become of each.
    pub(super) files: BTreeMap<String, String>,
    step: Step,
    /// Whether anything leaves a target catalog.
    moves: bool,
    pub(super) failed: bool,
    stopped: bool,
}

impl Writes {
    /// Takes note of a change; gives whether it is to be made.
    pub(super) fn is_next(&mut self, step: Step, change: &FileChange) -> bool {
        self.moves |= step == Step::Leave;
        if step > self.step {
            self.step = step;
            // What moves is not taken away where it could not be put.
            self.stopped |= self.failed && self.moves;
        }
        if !self.stopped {
            self.files.entry(change.file.clone()).or_default();
        }
        !self.stopped
    }

    /// A file that can't be written is reported, and the rest is done, as far as nothing can be lost by it.
    pub(super) fn write(&mut self, change: &FileChange, project: &Project, context: &mut Context<'_>) {
        if let Err(error) = write_one(change, project) {
            self.failed = true;
            self.files.remove(&change.file);
            context.report(error);
        }
    }

    /// Notes what would change in a file. One that two steps write is to hold what the last one says.
    pub(super) fn announce(&mut self, change: &FileChange, project: &Project) {
        let (source, file) = (project.config.source.as_str(), change.file.as_str());
        let what = match (project.read(file), &change.text) {
            (_, None) => "would be removed".to_owned(),
            (Err(_), Some(new)) => format!("would be made: {}", Difference::of_new(new)),
            (Ok(old), Some(new)) => {
                let (old, new) = (catalog::read(file, &old, source).0, catalog::read(file, new, source).0);
                format!("would change: {}", Difference::between(&old, &new))
            }
        };
        self.files.insert(file.to_owned(), what);
    }
}

fn write_one(change: &FileChange, project: &Project) -> Result<(), FileError> {
    match &change.text {
        Some(text) => project.write(&change.file, text.as_bytes()).map(|_| ()),
        None => project.remove(&change.file, &project.config.catalogs),
    }
}
