//! Files that can't be read.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::report::plural;
use crate::text::visible;

/// A file that can't be read, so that nothing is known of what is left to do in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// The file, relative to the project.
    pub file: Arc<str>,
    /// Its document; none of a folder.
    pub document: Option<Arc<str>>,
    /// The locale of a target catalog; none of a document or a source catalog, without which nothing is known of the
    /// document in any locale.
    pub locale: Option<Arc<str>>,
    /// How many sentences its document has today, if that is known.
    #[serde(skip)]
    pub units: Option<usize>,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (file, sentences) = (visible(&self.file), self.sentences());
        write!(f, "Left out: {file}{sentences}. It can't be read; mend the file, then run this again.")
    }
}

impl Unread {
    /// ` (3 sentences)`, if that is known.
    pub(super) fn sentences(&self) -> String {
        self.units.map(|units| format!(" ({})", plural(units, "sentence"))).unwrap_or_default()
    }
}
