//! A catalog with the shared files that its messages may refer to.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::reference::{Kind, Parts, parts};
use super::{Catalog, Entry};

/// Where a message or term stands: the index of its file, and of its entry there.
pub(super) type At = (usize, usize);

/// The files in which a reference is looked for, and what their entries are made of.
pub(super) struct Files<'c> {
    /// The document's catalog, then the shared files.
    list: Vec<&'c Catalog<'c>>,
    /// Taken apart once each, when something asks.
    parts: RefCell<FxHashMap<At, Rc<Parts>>>,
}

impl<'c> Files<'c> {
    pub(super) fn new(catalog: &'c Catalog<'c>, shared: &[&'c Catalog<'c>]) -> Self {
        let list = std::iter::once(catalog).chain(shared.iter().copied()).collect();
        Files { list, parts: RefCell::default() }
    }

    /// The catalog whose messages these are: file 0.
    pub(super) fn catalog(&self) -> &'c Catalog<'c> {
        self.list[0]
    }

    /// All entries, those of the catalog first.
    pub(super) fn entries(&self) -> impl Iterator<Item = &'c Entry<'c>> {
        self.list.iter().flat_map(|file| &file.entries)
    }

    pub(super) fn entry(&self, (file, entry): At) -> &'c Entry<'c> {
        &self.list[file].entries[entry]
    }

    /// The lines of an entry from its id on.
    pub(super) fn lines(&self, at: At) -> &'c str {
        &self.list[at.0].text[self.entry(at).body()]
    }

    /// What an entry is made of.
    pub(super) fn parts(&self, at: At) -> Rc<Parts> {
        self.parts.borrow_mut().entry(at).or_insert_with(|| parts(self.lines(at)).into()).clone()
    }

    /// Where a message or term stands: in the document's catalog first.
    pub(super) fn find(&self, kind: Kind, name: &str) -> Option<At> {
        self.list.iter().enumerate().find_map(|(file, catalog)| {
            let entry = match kind {
                Kind::Message => catalog.unit(name)?.message.as_ref()?.entry(),
                Kind::Term => catalog.term(name)?,
                Kind::Function | Kind::Variable => return None,
            };
            Some((file, entry))
        })
    }
}
