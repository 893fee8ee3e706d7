//! Places in a catalog.

use std::cell::OnceCell;

use crate::catalog::{Catalog, Unit};
use crate::diagnostic::{French, Place, Suggestion};
use crate::text::{Edit, LineIndex, Span};

/// Lines of a catalog, counted when the first finding needs them.
pub(super) struct Lines<'a> {
    pub(super) catalog: &'a Catalog<'a>,
    index: OnceCell<LineIndex<'a>>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(catalog: &'a Catalog<'a>) -> Self {
        Lines { catalog, index: OnceCell::new() }
    }

    fn index(&self) -> &LineIndex<'a> {
        self.index.get_or_init(|| LineIndex::new(self.catalog.text))
    }

    pub(super) fn place(&self, span: &Span) -> Place {
        Place::span(self.catalog.file.clone(), self.index(), span)
    }

    /// Where `french` stands, if it is the sentence of the unit's own line.
    pub(super) fn french(&self, unit: &Unit<'_>, french: &str, words: Span) -> Option<French> {
        let line = unit.french().next().filter(|line| std::ptr::eq(line.text, french))?;
        French::new(self.index(), line.span(), words)
    }

    pub(super) fn suggestion(&self, edit: Edit, certain: bool) -> Option<Suggestion> {
        Suggestion::new(self.catalog.text, self.index(), edit, certain)
    }
}
