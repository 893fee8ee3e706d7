//! Which unit each of today's sentences is.
//!
//! The source catalog is the first witness of what a document held; the units of its target catalogs,
//! with the French that they render, are the second: through them a unit is found again when the source
//! catalog is missing, old, or was shifted by a merge. What neither knows is born.
//!
//! Only documents that differ from their source catalog need to come here together: a sentence can move
//! only out of a document that changed, into one that changed.

use std::collections::hash_map::Entry;
use std::sync::Arc;

use hashbrown::HashTable;
use rustc_hash::{FxHashMap, FxHashSet};

use super::former::{FormerUnits, add_missing, former_units, once};
use super::id::{self, Id};
pub use super::remembered::{Elsewhere, Former, Remembered};
use super::remembered::{Holders, Units};
use super::spot::Spot;
use crate::align::{self, Change, Link, LinkKind, Position, Sentence, Text};
use crate::document::Segment;
use crate::text::{hash, normal, short};

/// A unit of today. There may be a million, of which nearly all have one of a few pasts: those share it.
#[derive(Debug, Clone, PartialEq)]
pub struct Tracked {
    /// Its id.
    pub id: Id,
    /// None if its document did not change.
    past: Option<Arc<Past>>,
}

/// Where a unit comes from.
#[derive(Debug, PartialEq)]
struct Past {
    origin: Origin,
    from: Option<Arc<String>>,
}

impl Tracked {
    /// How it got its id.
    pub fn origin(&self) -> &Origin {
        self.past.as_ref().map_or(&Origin::Same, |past| &past.origin)
    }

    /// The document whose catalogs hold it, if it is another.
    pub fn from(&self) -> Option<&str> {
        self.past.as_ref()?.from.as_deref().map(String::as_str)
    }

    /// Says that its lines are in the catalogs of another document.
    pub(super) fn come_from(&mut self, document: &str) {
        let from = Some(Arc::new(document.to_owned()));
        self.past = Some(Arc::new(Past { origin: self.origin().clone(), from }));
    }

    /// A unit of a document that did not change.
    pub fn same(id: &str) -> Self {
        Tracked { id: id.into(), past: None }
    }
}

/// How one of today's sentences got its id.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// Its document says what its source catalog says.
    Same,
    /// It stands in the source catalog, the same or edited.
    Kept {
        /// The former French; none if it is today's.
        former: Option<Box<str>>,
        /// What changed.
        change: Change,
        /// Whether it left its place.
        moved: bool,
        /// Whether it may be another sentence, found in another place.
        doubtful: bool,
    },
    /// It carries most of a sentence that was cut.
    Split {
        /// The former French.
        former: Box<str>,
    },
    /// It holds several former sentences, of which the largest gave its id.
    Merged {
        /// The former French of all.
        former: Box<[Box<str>]>,
    },
    /// An obsolete unit that came back, or one that only the target catalogs remembered.
    Returned,
    /// A new sentence.
    Born {
        /// A unit that has to do with it: by far not all have one.
        kin: Option<Kin<Box<Id>>>,
    },
}

impl Origin {
    /// Whether it names no sentence and no unit.
    fn is_bare(&self) -> bool {
        match self {
            Origin::Same | Origin::Returned => true,
            Origin::Kept { former, .. } => former.is_none(),
            Origin::Born { kin } => kin.is_none(),
            Origin::Split { .. } | Origin::Merged { .. } => false,
        }
    }
}

/// A unit that a new sentence has to do with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kin<T> {
    /// The whole that it is a part of: its translation may help.
    Whole(T),
    /// One that it may have been, not surely enough to say so.
    Candidate(T),
}

impl Kin<&str> {
    fn kept(self) -> Kin<Box<Id>> {
        match self {
            Kin::Whole(id) => Kin::Whole(Box::new(id.into())),
            Kin::Candidate(id) => Kin::Candidate(Box::new(id.into())),
        }
    }
}

/// What became of a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outcome {
    /// Today's units, one for each sentence.
    pub units: Vec<Tracked>,
    /// Units of the source catalog whose sentence has left the project: id and former French.
    pub gone: Vec<(String, String)>,
}

/// Finds the unit of each sentence of `documents`. The result has their order, and depends on nothing
/// else of it.
pub fn track(documents: &[Remembered<'_>], elsewhere: &dyn Elsewhere) -> Vec<Outcome> {
    let mut order: Vec<usize> = (0..documents.len()).collect();
    order.sort_by_key(|&index| documents[index].name);
    let mut former: Vec<FormerUnits<'_, '_>> =
        documents.iter().map(|document| former_units(document, elsewhere)).collect();
    once(&mut former, documents, &order);
    // Of those without a source catalog, all that the target catalogs remember is former already.
    let added = add_missing(&mut former, documents, &order, elsewhere);
    let former = former;
    let sides = Sides::of(documents, &former, &order);
    let links = sides.align(documents, &former);
    let mut state = State {
        documents,
        former: &former,
        holders: Holders::new(documents, &order),
        units: documents.iter().map(|document| vec![None; document.today.len()]).collect(),
        // Each sentence gets its unit in the end.
        used: HashTable::with_capacity(documents.iter().map(|document| document.today.len()).sum()),
        kin: FxHashMap::default(),
        pasts: Vec::new(),
    };
    if let Some(links) = links {
        state.follow(&links, &sides, &added);
    }
    state.settle(elsewhere);
    let gone: Vec<Vec<(String, String)>> = former
        .iter()
        .map(|units| {
            units
                .iter()
                .filter(|unit| !added.contains(unit.id) && !state.is_used(unit.id))
                .map(|unit| (unit.id.to_owned(), unit.french.to_string()))
                .collect()
        })
        .collect();
    state
        .units
        .into_iter()
        .zip(gone)
        // Each has its unit by now; taken so, they stay where they are in memory.
        .map(|(units, gone)| Outcome { units: units.into_iter().map_while(|unit| unit).collect(), gone })
        .collect()
}

/// The documents of the texts that are aligned, by index: those that had units, and those that have sentences.
struct Sides {
    old: Vec<usize>,
    new: Vec<usize>,
}

impl Sides {
    fn of(documents: &[Remembered<'_>], former: &[FormerUnits<'_, '_>], order: &[usize]) -> Self {
        let with = |has: &dyn Fn(usize) -> bool| order.iter().copied().filter(|&index| has(index)).collect();
        Sides {
            old: with(&|index| !former[index].is_empty()),
            new: with(&|index| !documents[index].today.is_empty()),
        }
    }

    /// What became of the former sentences; `None` if there are none: the first `sync` of a project takes no memory for
    /// what it was.
    fn align(&self, documents: &[Remembered<'_>], former: &[FormerUnits<'_, '_>]) -> Option<Vec<Link>> {
        if self.old.is_empty() {
            return None;
        }
        let name = |index: usize| documents[index].name;
        let old = self.old.iter().map(|&index| {
            let units = former[index].iter();
            let sentences = units.map(|unit| Sentence { text: &unit.french, block: None });
            Text { name: name(index), sentences: sentences.collect() }
        });
        let new = self.new.iter().map(|&index| {
            let today = documents[index].today.iter();
            let sentences =
                today.map(|one| Sentence { text: one.text, block: u32::try_from(one.block()).ok() });
            Text { name: name(index), sentences: sentences.collect() }
        });
        Some(align::align(old.collect::<Vec<_>>(), new.collect::<Vec<_>>()))
    }
}

/// The place with the most characters, the first of several.
fn only_or_largest<'l, 't>(
    places: &'l [Position],
    text: impl Fn(&Position) -> &'t str,
) -> Option<&'l Position> {
    match places {
        [only] => Some(only),
        _ => {
            places.iter().max_by_key(|place| (text(place).chars().count(), std::cmp::Reverse(place.index())))
        }
    }
}

/// Ids as they are given away: each once in the project.
struct State<'d, 'a> {
    documents: &'d [Remembered<'a>],
    former: &'d [FormerUnits<'d, 'a>],
    holders: Holders<'d, 'a>,
    units: Vec<Vec<Option<Tracked>>>,
    /// The units that are given, by id: document and place.
    used: HashTable<Spot>,
    /// What the sentences that no unit was given to have to do with.
    kin: FxHashMap<Spot, Kin<&'d str>>,
    /// Pasts that units share.
    pasts: Vec<Arc<Past>>,
}

impl<'d, 'a> State<'d, 'a> {
    fn is_used(&self, id: &str) -> bool {
        let is_it = |tracked: &Tracked| tracked.id == id;
        let found = |at: &Spot| self.units[at.document()][at.place()].as_ref().is_some_and(is_it);
        self.used.find(hash(id), found).is_some()
    }

    /// Whether it could be given: a sentence keeps the unit that it has, and a unit its sentence.
    fn give(&mut self, spot: Spot, id: &str, origin: Origin, from: Option<Arc<String>>) -> bool {
        let (document, place) = (spot.document(), spot.place());
        if self.units[document][place].is_some() || self.is_used(id) {
            return false;
        }
        let past = Some(self.past(Past { origin, from }));
        let State { units, used, .. } = self;
        units[document][place] = Some(Tracked { id: id.into(), past });
        let id_of = |at: &Spot| units[at.document()][at.place()].as_ref().map_or("", |unit| &unit.id);
        used.insert_unique(hash(id), spot, |at| hash(id_of(at)));
        true
    }

    /// A past that is like one that was given lately is the same.
    fn past(&mut self, past: Past) -> Arc<Past> {
        /// Enough for the kinds of changes of one document, and quickly looked through.
        const LATELY: usize = 16;
        if !past.origin.is_bare() {
            return Arc::new(past);
        }
        if let Some(known) = self.pasts.iter().find(|known| ***known == past) {
            return Arc::clone(known);
        }
        if self.pasts.len() == LATELY {
            self.pasts.clear();
        }
        let past = Arc::new(past);
        self.pasts.push(Arc::clone(&past));
        past
    }

    /// Gives linked sentences the unit of what they were. What the target catalogs alone remembered is in `added`.
    fn follow(&mut self, links: &[Link], sides: &Sides, added: &FxHashSet<&str>) {
        let (documents, former) = (self.documents, self.former);
        let unit_of = |at: &Position| &former[sides.old[at.text()]][at.index()];
        let sentence = |at: &Position| documents[sides.new[at.text()]].today[at.index()].text;
        let spot = |at: &Position| Spot::new(sides.new[at.text()], at.index());
        for link in links {
            if link.kind == LinkKind::Inserted {
                if let Some(from) = &link.candidate {
                    let kin = Kin::Candidate(unit_of(from).id);
                    self.kin.extend(link.new.iter().map(|to| (spot(to), kin)));
                }
                continue;
            }
            let heir = only_or_largest(&link.new, sentence);
            let largest = only_or_largest(&link.old, |from| &unit_of(from).french);
            // A deleted one has no heir.
            let (Some(heir), Some(largest)) = (heir, largest) else { continue };
            let unit = unit_of(largest);
            let origin = match link.kind {
                LinkKind::Merged => Origin::Merged {
                    former: link.old.iter().map(|from| unit_of(from).french.as_ref().into()).collect(),
                },
                LinkKind::Split => Origin::Split { former: unit.french.as_ref().into() },
                LinkKind::Kept if added.contains(unit.id) => Origin::Returned,
                LinkKind::Kept | LinkKind::Inserted | LinkKind::Deleted => Origin::Kept {
                    former: (unit.french != sentence(heir)).then(|| unit.french.as_ref().into()),
                    change: link.change.unwrap_or(Change::Major),
                    moved: link.moved,
                    doubtful: link.is_doubtful(),
                },
            };
            let (home, here) = (sides.old[largest.text()], sides.new[heir.text()]);
            let from = if home == here { self.holders.lines_of(unit.id, here) } else { Some(home) };
            let from = from.map(|at| self.holders.name(at));
            let given = self.give(spot(heir), unit.id, origin, from);
            if given {
                let parts = link.new.iter().filter(|&part| part != heir);
                self.kin.extend(parts.map(|part| (spot(part), Kin::Whole(unit.id))));
            }
        }
    }

    /// Gives the sentences without a former self the unit that the target catalogs remember, else one that is obsolete
    /// elsewhere, else a new one.
    fn settle(&mut self, elsewhere: &dyn Elsewhere) {
        let documents = self.documents;
        for document in 0..documents.len() {
            let mut remembered =
                Units::of(&documents[document], &self.former[document], self.loose(document));
            for spot in spots(documents, document) {
                if self.is_loose(spot) {
                    self.remember(spot, &mut remembered, elsewhere);
                }
            }
        }
        let mut obsolete = Obsolete::default();
        for document in 0..documents.len() {
            let Remembered { name, today, .. } = &documents[document];
            let mut ranks: Option<Vec<u32>> = None;
            for spot in spots(documents, document) {
                if !self.is_loose(spot) {
                    continue;
                }
                let normal = normal::typographic(today[spot.place()].text);
                if self.return_obsolete(spot, name, &normal, &mut obsolete, elsewhere) {
                    continue;
                }
                let rank = ranks.get_or_insert_with(|| ranks_of(today))[spot.place()];
                let id = id::born(name, &normal, rank as usize, |id| self.is_used(id) || elsewhere.taken(id));
                let kin = self.kin.get(&spot).map(|kin| kin.kept());
                self.give(spot, &id, Origin::Born { kin }, None);
            }
        }
    }

    /// Whether a sentence has no unit yet.
    fn is_loose(&self, spot: Spot) -> bool {
        self.units[spot.document()][spot.place()].is_none()
    }

    /// The sentences of a document that have no unit yet.
    fn loose(&self, document: usize) -> impl Iterator<Item = &'d str> {
        let today = self.documents[document].today.iter().zip(&self.units[document]);
        today.filter(|(_, unit)| unit.is_none()).map(|(sentence, _)| sentence.text)
    }

    /// Gives a sentence the next unit that its document's catalogs remember with it, if there is one.
    fn remember(&mut self, spot: Spot, remembered: &mut Units<'_>, elsewhere: &dyn Elsewhere) {
        let kin = self.kin.get(&spot).copied();
        let sentence = self.documents[spot.document()].today[spot.place()].text;
        // What is given or lives elsewhere stays so: no id is looked at twice.
        while let Some(id) = remembered.next_that_says(sentence) {
            // A unit that lives in another document left a copy of its lines here.
            if elsewhere.lives(id) {
                continue;
            }
            // A part of a sentence is one, too, where a run that was cut short has made its stub already.
            let origin = match kin {
                Some(kin @ Kin::Whole(_)) => Origin::Born { kin: Some(kin.kept()) },
                Some(Kin::Candidate(_)) | None => Origin::Returned,
            };
            // Another catalog may not have come yet.
            let from = self.holders.rest(id, spot.document()).map(|other| self.holders.name(other));
            if self.give(spot, id, origin, from) {
                return;
            }
        }
    }

    /// Gives a sentence the next obsolete unit of its normal form, wherever it is. Whether there is one.
    fn return_obsolete(
        &mut self,
        spot: Spot,
        name: &str,
        normal: &str,
        obsolete: &mut Obsolete,
        elsewhere: &dyn Elsewhere,
    ) -> bool {
        let key = hash(normal);
        if let Entry::Vacant(vacant) = obsolete.entry(key) {
            let units = elsewhere.obsolete(normal);
            if !units.is_empty() {
                vacant.insert(units.into_iter());
            }
        }
        while let Some((home, id)) = obsolete.get_mut(&key).and_then(Iterator::next) {
            if !elsewhere.lives(&id) {
                let from = (home != *name).then(|| Arc::new(home));
                if self.give(spot, &id, Origin::Returned, from) {
                    return true;
                }
            }
        }
        false
    }
}

/// Where the sentences of a document stand.
fn spots(documents: &[Remembered<'_>], document: usize) -> impl Iterator<Item = Spot> + use<> {
    (0..documents[document].today.len()).map(move |place| Spot::new(document, place))
}

/// Obsolete units by the hash of the normal form of their French, as [`Units`] has them: those that no sentence has got
/// yet, each by document and id.
type Obsolete = FxHashMap<u64, std::vec::IntoIter<(String, String)>>;

/// For each sentence, how many before it are the same but for typography.
fn ranks_of(sentences: &[Segment<'_>]) -> Vec<u32> {
    let key = |at: u32| hash(&normal::typographic(sentences[at as usize].text));
    let mut ranks: Vec<u32> = Vec::with_capacity(sentences.len());
    // The place of the last one of each text. By the hash alone: two of one hash would only be given other ids.
    let mut last: HashTable<u32> = HashTable::with_capacity(sentences.len());
    for at in 0..short(sentences.len()) {
        let own = key(at);
        match last.find_mut(own, |&other| key(other) == own) {
            Some(other) => {
                ranks.push(ranks[*other as usize] + 1);
                *other = at;
            }
            None => {
                ranks.push(0);
                last.insert_unique(own, at, |&other| key(other));
            }
        }
    }
    ranks
}

#[cfg(test)]
#[path = "track_tests.rs"]
mod tests;
