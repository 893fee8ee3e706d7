//! A document as of today with all its catalogs: what every command looks at.

use std::fmt;
use std::sync::Arc;

use rustc_hash::FxHashSet;
use serde::{Serialize, Serializer};

use crate::catalog::{Catalog, Unit};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Segment};
use crate::text::Locale;

use super::track::Tracked;

/// A document of the project, or one that is gone and has left catalogs.
pub struct Page<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its path under content, and its path in the project; none if it is gone.
    pub path: Option<(&'a str, &'a str)>,
    /// Its text, for whoever keeps it beyond the visit; empty if it is gone.
    pub text: &'a Arc<String>,
    /// Its blocks; none if it is gone.
    pub document: &'a Document<'a>,
    /// Its sentences.
    pub segments: &'a [Segment<'a>],
    /// Its units, one for each sentence.
    pub units: &'a [Tracked],
    /// Units of the source catalog that have left the project: id and former French.
    pub gone: &'a [(String, String)],
    /// Whether the source catalog says something else than the document.
    pub changed: bool,
    /// Its source catalog.
    pub source: &'a CatalogFile<'a>,
    /// Its target catalogs, in the order of the locales that were asked for.
    pub targets: &'a [&'a CatalogFile<'a>],
    /// For each unit, the target catalogs of the document that it has left since the last sync, in the
    /// same order; empty if no unit has moved here.
    pub origins: &'a [Option<&'a [&'a CatalogFile<'a>]>],
    /// Findings of reading the document.
    pub findings: &'a [Diagnostic],
}

/// A catalog as it lies on the disk.
pub struct CatalogFile<'a> {
    /// Its locale.
    pub locale: &'a Locale,
    /// What it holds; nothing if there is no such file.
    pub catalog: Catalog<'a>,
    /// Its text, for whoever keeps it beyond the visit; none if there is no such file.
    pub text: Option<&'a Arc<String>>,
    /// Findings of reading it.
    pub findings: Vec<Diagnostic>,
    /// How it lies there.
    pub presence: Presence,
    /// Whether the document is to be translated into this locale.
    pub in_scope: bool,
}

impl CatalogFile<'_> {
    /// Whether another catalog of the locale has a person's work on a unit, and this one none.
    pub fn lacks_what(&self, other: &CatalogFile<'_>, id: &str) -> bool {
        let is_worked_on = |file: &CatalogFile<'_>| file.catalog.unit(id).is_some_and(Unit::is_worked_on);
        self.presence != Presence::Unreadable && is_worked_on(other) && !is_worked_on(self)
    }
}

/// The units of a catalog that none of today's sentences has.
pub fn strays<'c, 'a>(catalog: &'c Catalog<'a>, today: &[Tracked]) -> Vec<&'c Unit<'a>> {
    let known = today.iter().filter(|unit| catalog.unit(&unit.id).is_some()).count();
    if known == catalog.units.len() {
        return Vec::new();
    }
    let today: FxHashSet<&str> = today.iter().map(|unit| unit.id.as_str()).collect();
    catalog.units.iter().filter(|unit| !today.contains(unit.id)).collect()
}

/// Whether a file is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It was read.
    Read,
    /// There is none.
    Absent,
    /// It is there and can't be read: nothing is known of it, and nobody may write it.
    Unreadable,
}

impl<'a> Page<'a> {
    /// Units of the target catalog of a locale that no sentence of this page has: obsolete, or another document's.
    pub fn strays(&self, locale: usize) -> Vec<&'a Unit<'a>> {
        strays(&self.targets[locale].catalog, self.units)
    }

    /// Today's sentence of the unit at `index`.
    pub fn sentence(&self, index: usize) -> &'a str {
        self.segments[index].text
    }

    /// The catalog that holds the unit at `index` in the locale at `locale`: until the next sync that of
    /// the document which its sentence has left. One that can't be read may hold it.
    pub fn catalog_of(&self, index: usize, locale: usize) -> &'a CatalogFile<'a> {
        let own = self.targets[locale];
        let origin = self.origins.get(index).copied().flatten().map(|targets| targets[locale]);
        let id = &self.units[index].id;
        let may_hold = |origin: &CatalogFile<'_>| match own.catalog.unit(id) {
            None => origin.presence == Presence::Unreadable || origin.catalog.unit(id).is_some(),
            Some(_) => own.lacks_what(origin, id),
        };
        match origin.filter(|origin| may_hold(origin)) {
            Some(origin) => origin,
            None => own,
        }
    }

    /// The first catalog of a locale that can't be read and may hold units of the page: its own, or that of a document
    /// that sentences have left for this one.
    pub fn unreadable(&self, locale: usize) -> Option<&'a CatalogFile<'a>> {
        let own = std::iter::once(self.targets[locale]);
        let origins = self.origins.iter().flatten().map(|targets| targets[locale]);
        own.chain(origins).find(|file| file.presence == Presence::Unreadable)
    }

    /// Where each of today's units stands: block and sentence, both from 1, blocks without sentences not
    /// counted.
    pub fn positions(&self) -> Vec<(usize, usize)> {
        let mut positions = Vec::with_capacity(self.segments.len());
        positions.extend(self.places());
        positions
    }

    /// The same, one after the other: there may be a million.
    pub fn places(&self) -> impl Iterator<Item = (usize, usize)> {
        let blocks = self.segments.chunk_by(|a, b| a.block() == b.block()).enumerate();
        blocks.flat_map(|(block, sentences)| (1..=sentences.len()).map(move |sentence| (block + 1, sentence)))
    }

    /// The address of a position as of today.
    pub fn address(&self, position: (usize, usize)) -> Address<&'a str> {
        Address(self.name, position)
    }
}

/// Where a sentence stands as of today: its document, its block and its place in that, both from 1. Written
/// `monde/sommet:3.2` when it is asked for, as there may be a million.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address<D>(pub D, pub (usize, usize));

impl<D: fmt::Display> fmt::Display for Address<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Address(document, (block, sentence)) = self;
        write!(f, "{document}:{block}.{sentence}")
    }
}

impl<D: fmt::Display> Serialize for Address<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
