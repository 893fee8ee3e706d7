//! Lines of files, read again one by one.

use std::cell::RefCell;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};

use super::Project;
use crate::text::Span;

/// Reads parts of a project's files. A file stays open until a part of another one is asked for.
#[derive(Debug)]
pub struct Parts<'p> {
    project: &'p Project,
    open: RefCell<Option<(Box<str>, Option<File>)>>,
}

impl<'p> Parts<'p> {
    /// Of this project's files.
    pub fn new(project: &'p Project) -> Self {
        Parts { project, open: RefCell::new(None) }
    }

    /// The bytes `span` of a file; none if it has no such text any more.
    pub fn read(&self, file: &str, span: &Span) -> Option<String> {
        let mut open = self.open.borrow_mut();
        if open.as_ref().is_none_or(|(known, _)| **known != *file) {
            *open = Some((file.into(), self.open(file)));
        }
        let (_, Some(file)) = open.as_mut()? else { return None };
        file.seek(SeekFrom::Start(span.start as u64)).ok()?;
        let mut bytes = vec![0; span.len()];
        file.read_exact(&mut bytes).ok()?;
        String::from_utf8(bytes).ok()
    }

    fn open(&self, file: &str) -> Option<File> {
        let path = self.project.root.join(file);
        self.project.inside(file, &path).ok()?;
        // A pipe would be waited for.
        path.metadata().is_ok_and(|metadata| metadata.is_file()).then(|| File::open(path).ok())?
    }
}
