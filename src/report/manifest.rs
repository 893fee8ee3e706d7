//! `manifest.json`: what a site needs to know of the pages that were built.

use serde::{Deserialize, Serialize};

use crate::text::visible_json;

/// The manifest of a build. Described in `docs/site-builders.md`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the format.
    pub version: u32,
    /// The source locale.
    pub source: String,
    /// Every file that the build owns, relative to the output folder, sorted.
    pub files: Vec<String>,
    /// The documents, sorted by name.
    pub documents: Vec<ManifestDocument>,
}

/// A document in all its locales.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ManifestDocument {
    /// Its name.
    pub document: String,
    /// Its path under content.
    pub path: String,
    /// The locales that it was built in, the source first.
    pub locales: Vec<ManifestPage>,
}

/// A page that was built.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ManifestPage {
    /// Its locale.
    pub locale: String,
    /// Its path, relative to the output folder.
    pub path: String,
    /// Its title.
    pub title: Option<String>,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Units of the document.
    pub units: usize,
    /// … that are current.
    pub current: usize,
    /// … that are stale or unverified.
    pub stale: usize,
    /// … that are missing or invalid, those included that a fallback locale stands in for.
    pub missing: usize,
    /// … that a fallback locale stands in for.
    pub fallback: usize,
    /// Per cent of the units that are current, rounded down.
    pub percent: usize,
}

impl Manifest {
    /// Reads the manifest of an earlier build; `None` if it is another file, or of another version.
    pub fn parse(json: &str) -> Option<Manifest> {
        serde_json::from_str(json).ok().filter(|manifest: &Manifest| manifest.version == 1)
    }

    /// As JSON that a person can read.
    pub fn json(&self) -> String {
        let mut json = visible_json(serde_json::to_string_pretty(self).unwrap_or_default());
        json.push('\n');
        json
    }
}
