//! The catalogs that hold a page's translations in one locale, ready to be formatted.

use std::cell::RefCell;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::page::CatalogFile;
use crate::catalog::{Bundle, Catalog, Isolating};
use crate::diagnostic::Diagnostic;
use crate::text::Locale;

/// The shared files of a locale, read.
pub type Shared<'c> = [&'c Catalog<'c>];

/// The page's own catalog, and those that still hold what has just moved here: each made ready once.
pub struct Bundles<'p> {
    file: &'p CatalogFile<'p>,
    own: Bundle<'p>,
    isolating: Isolating,
    shared: &'p Shared<'p>,
    /// By their paths.
    others: RefCell<FxHashMap<Arc<str>, Bundle<'p>>>,
}

impl<'p> Bundles<'p> {
    /// For the page's own catalog, with the shared files of its locale.
    pub fn new(file: &'p CatalogFile<'p>, isolating: Isolating, shared: &'p Shared<'p>) -> Self {
        let own = Bundle::new(file.locale, isolating, &file.catalog, shared);
        Bundles { file, own, isolating, shared, others: RefCell::default() }
    }

    /// That of the page's own catalog.
    pub fn own(&self) -> &Bundle<'p> {
        &self.own
    }

    /// Asks that of a catalog which holds a unit of the page.
    pub fn with<R>(&self, file: &'p CatalogFile<'p>, ask: impl FnOnce(&Bundle<'p>) -> R) -> R {
        if std::ptr::eq(file, self.file) {
            return ask(&self.own);
        }
        let mut others = self.others.borrow_mut();
        let other = others.entry(Arc::clone(&file.catalog.file));
        ask(other.or_insert_with(|| Bundle::new(file.locale, self.isolating, &file.catalog, self.shared)))
    }
}

/// What can't be shown of the shared files of a locale themselves: each is read with the others.
pub fn findings_of_shared(locale: &Locale, files: &Shared<'_>) -> Vec<Diagnostic> {
    let of_file = |at: usize| {
        let others = [&files[..at], &files[at + 1..]].concat();
        Bundle::new(locale, Isolating::Off, files[at], &others).findings()
    };
    (0..files.len()).flat_map(of_file).collect()
}
