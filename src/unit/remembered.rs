//! What the catalogs of changed documents remember: the units of each, which of them hold a unit's lines, and which
//! units have the French of a sentence.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::hash::BuildHasher as _;
use std::sync::Arc;

use hashbrown::HashTable;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::spot::Spot;
use crate::document::Segment;
use crate::text::{hash, normal};

/// A unit as a catalog remembers it.
#[derive(Debug, Clone)]
pub struct Former<'a> {
    /// Its id.
    pub id: &'a str,
    /// The French that the catalog gives for it.
    pub french: Cow<'a, str>,
    /// Whether nobody has translated it there. (A source catalog is no translation.)
    pub is_stub: bool,
}

/// A document with what its catalogs remember of it.
#[derive(Debug, Clone, Default)]
pub struct Remembered<'a> {
    /// Its name.
    pub name: &'a str,
    /// Today's sentences; none if the document is gone.
    pub today: Cow<'a, [Segment<'a>]>,
    /// The units of the source catalog, in its order.
    pub former: Vec<Former<'a>>,
    /// The units of the target catalogs with a `# fr:` line, in their order, one catalog after another.
    pub witness: Vec<Former<'a>>,
}

/// What the rest of the project says when a sentence has no former self here.
pub trait Elsewhere {
    /// Whether an id stands in any catalog of the project.
    fn taken(&self, id: &str) -> bool;
    /// Whether an id is that of a sentence in a document that did not change.
    fn lives(&self, id: &str) -> bool;
    /// Obsolete units whose French has this normal form: document and id.
    fn obsolete(&self, normal: &str) -> Vec<(String, String)>;
}

/// Which documents' target catalogs hold a unit.
pub(super) struct Holders<'d, 'a> {
    documents: &'d [Remembered<'a>],
    /// Their names, to be shared.
    names: Vec<Arc<String>>,
    /// By id and document: a place among its witnesses. One for each id and document.
    of: HashTable<Spot>,
    /// By id: the first two documents by name. All copies of a document may hold the same ones.
    first: HashTable<First>,
    /// The ids in source catalogs.
    written: OnceCell<FxHashSet<&'d str>>,
}

/// The documents that hold a unit, as far as anybody asks.
struct First {
    spot: Spot,
    second: Option<usize>,
}

impl<'d, 'a> Holders<'d, 'a> {
    /// `order` is that of the documents' names.
    pub(super) fn new(documents: &'d [Remembered<'a>], order: &[usize]) -> Self {
        let names = documents.iter().map(|document| Arc::new(document.name.to_owned())).collect();
        let (of, first) = (HashTable::new(), HashTable::new());
        let mut holders = Holders { documents, names, of, first, written: OnceCell::new() };
        // Of one document nothing is in another.
        if documents.len() > 1 {
            for &index in order {
                for (place, unit) in documents[index].witness.iter().enumerate() {
                    holders.add(unit.id, Spot::new(index, place));
                }
            }
        }
        holders
    }

    fn add(&mut self, id: &str, spot: Spot) {
        if self.has(id, spot.document()) {
            return;
        }
        let documents = self.documents;
        let id_of = |at: &Spot| documents[at.document()].witness[at.place()].id;
        let key = hash_of(id, spot.document());
        self.of.insert_unique(key, spot, |at| hash_of(id_of(at), at.document()));
        match self.first.find_mut(hash(id), |first| id_of(&first.spot) == id) {
            Some(first) => _ = first.second.get_or_insert(spot.document()),
            None => {
                let first = First { spot, second: None };
                self.first.insert_unique(hash(id), first, |first| hash(id_of(&first.spot)));
            }
        }
    }

    fn id_of(&self, at: Spot) -> &'d str {
        self.documents[at.document()].witness[at.place()].id
    }

    pub(super) fn name(&self, document: usize) -> Arc<String> {
        Arc::clone(&self.names[document])
    }

    fn has(&self, id: &str, document: usize) -> bool {
        let is_it = |at: &Spot| at.document() == document && self.id_of(*at) == id;
        self.of.find(hash_of(id, document), is_it).is_some()
    }

    /// The first document by name that holds lines of a unit beside this one.
    pub(super) fn rest(&self, id: &str, here: usize) -> Option<usize> {
        let first = self.first.find(hash(id), |first| self.id_of(first.spot) == id)?;
        Some(first.spot.document()).filter(|&at| at != here).or(first.second)
    }

    /// The first document by name from which lines of a unit of this one are to come: it has none itself, since
    /// its source catalog came here alone, or no source catalog knows the unit.
    pub(super) fn lines_of(&self, id: &str, here: usize) -> Option<usize> {
        let written = || {
            let units = self.documents.iter().flat_map(|document| &document.former);
            units.map(|unit| unit.id).collect()
        };
        self.rest(id, here).filter(|_| !self.has(id, here) || !self.written.get_or_init(written).contains(id))
    }
}

fn hash_of(id: &str, document: usize) -> u64 {
    FxBuildHasher.hash_one((id, document))
}

/// The units that the catalogs of a document remember with the French of sentences that look for one.
pub(super) struct Units<'f> {
    /// By the hash of the normal form; two of one hash would be a mistake of one sentence in 2⁶⁴.
    by_french: FxHashMap<u64, std::vec::IntoIter<&'f str>>,
}

impl<'f> Units<'f> {
    /// For sentences of a document that had these units.
    pub(super) fn of<'s>(
        document: &'f Remembered<'_>,
        former: &'f [Former<'_>],
        sentences: impl Iterator<Item = &'s str>,
    ) -> Self {
        let witness = &document.witness;
        if witness.is_empty() && former.is_empty() {
            return Units { by_french: FxHashMap::default() };
        }
        let key = |text: &str| hash(&normal::typographic(text));
        let mut by_french: FxHashMap<u64, Vec<&str>> =
            sentences.map(|sentence| (key(sentence), Vec::new())).collect();
        if by_french.is_empty() {
            return Units { by_french: FxHashMap::default() };
        }
        // An id may come again, with the French of another catalog or the same.
        let mut known: FxHashSet<(u64, &str)> = FxHashSet::default();
        for unit in witness.iter().chain(former) {
            let key = key(&unit.french);
            if let Some(ids) = by_french.get_mut(&key)
                && known.insert((key, unit.id))
            {
                ids.push(unit.id);
            }
        }
        Units { by_french: by_french.into_iter().map(|(key, ids)| (key, ids.into_iter())).collect() }
    }

    /// The next unit with the French of this sentence: each is given once.
    pub(super) fn next_that_says(&mut self, sentence: &str) -> Option<&'f str> {
        if self.by_french.is_empty() {
            return None;
        }
        self.by_french.get_mut(&hash(&normal::typographic(sentence)))?.next()
    }
}
