//! Which unit each of today's sentences is.
//!
//! The source catalog is the first witness of what a document held; the units of its target catalogs,
//! with the French that they render, are the second: through them a unit is found again when the source
//! catalog is missing, old, or was shifted by a merge. What neither knows is born.
//!
//! Only documents that differ from their source catalog need to come here together: a sentence can move
//! only out of a document that changed, into one that changed.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::former::{add_missing, former_units, once};
use super::id;
use crate::align::{self, Change, LinkKind, Sentence, Text};
use crate::text::normal;

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
    pub today: Vec<Sentence<'a>>,
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

/// A unit of today.
#[derive(Debug, Clone, PartialEq)]
pub struct Tracked {
    /// Its id.
    pub id: String,
    /// How it got it.
    pub origin: Origin,
    /// The document whose catalogs hold it, if it is another.
    pub from: Option<String>,
}

impl Tracked {
    /// A unit of a document that did not change.
    pub fn same(id: &str) -> Self {
        Tracked { id: id.to_owned(), origin: Origin::Same, from: None }
    }
}

/// How one of today's sentences got its id.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// Its document says what its source catalog says.
    Same,
    /// It stands in the source catalog, the same or edited.
    Kept {
        /// The former French.
        former: String,
        /// What changed.
        change: Change,
        /// Whether it left its place.
        moved: bool,
    },
    /// It carries most of a sentence that was cut.
    Split {
        /// The former French.
        former: String,
    },
    /// It holds several former sentences, of which the largest gave its id.
    Merged {
        /// The former French of all.
        former: Vec<String>,
        /// The ids that are obsolete now.
        absorbed: Vec<String>,
    },
    /// An obsolete unit that came back, or one that only the target catalogs remembered.
    Returned,
    /// A new sentence.
    Born {
        /// A unit whose translation may help: the whole that this is a part of.
        part_of: Option<String>,
        /// A unit that this may have been, not surely enough to say so.
        candidate: Option<String>,
    },
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
    let mut former: Vec<Vec<Former<'_>>> =
        documents.iter().map(|document| former_units(document, elsewhere)).collect();
    once(&mut former, documents, &order);
    // Of those without a source catalog, all that the target catalogs remember is former already.
    let in_source: FxHashSet<&str> = former.iter().flatten().map(|unit| unit.id).collect();
    add_missing(&mut former, documents, &order, elsewhere);
    let former = former;
    let texts = |index: usize| -> Vec<Sentence<'_>> {
        former[index]
            .iter()
            .map(|unit| Sentence { text: &unit.french, block: None, heading: false })
            .collect()
    };
    let mut old: Vec<(usize, Text<'_>)> = Vec::new();
    let mut new: Vec<(usize, Text<'_>)> = Vec::new();
    for &index in &order {
        let name = documents[index].name;
        if !former[index].is_empty() {
            old.push((index, Text { name, sentences: texts(index) }));
        }
        if !documents[index].today.is_empty() {
            new.push((index, Text { name, sentences: documents[index].today.clone() }));
        }
    }
    let old_texts: Vec<Text<'_>> = old.iter().map(|(_, text)| text.clone()).collect();
    let new_texts: Vec<Text<'_>> = new.iter().map(|(_, text)| text.clone()).collect();
    let links = align::align(&old_texts, &new_texts);

    let mut state = State {
        documents,
        units: documents.iter().map(|document| vec![None; document.today.len()]).collect(),
        used: FxHashSet::default(),
    };
    let holders = Holders::new(documents);
    let written: FxHashSet<&str> =
        documents.iter().flat_map(|document| &document.former).map(|unit| unit.id).collect();
    // In place first: after a sync that was cut short an id may stand in two source catalogs, and belongs
    // to the document that still says its sentence.
    let mut loose: Vec<(usize, usize, Option<String>, Option<String>)> = Vec::new();
    let unit_of = |position: &align::Position| &former[old[position.text].0][position.index];
    let mut ordered: Vec<&align::Link> = links.iter().collect();
    ordered.sort_by_key(|link| {
        let stays = link
            .old
            .first()
            .zip(link.new.first())
            .is_some_and(|(from, to)| old[from.text].0 == new[to.text].0);
        (!stays, link.new.first().map(|to| (to.text, to.index)))
    });
    for link in ordered {
        let Some(first) = link.new.first() else { continue };
        let document = new[first.text].0;
        let candidate = link.candidate.as_ref().map(|position| unit_of(position).id.to_owned());
        match link.kind {
            LinkKind::Deleted => {}
            LinkKind::Inserted => loose.push((document, first.index, None, candidate)),
            LinkKind::Kept | LinkKind::Split | LinkKind::Merged => {
                let heir = link.new.iter().max_by_key(|to| {
                    let text = new_texts[to.text].sentences[to.index].text;
                    (text.chars().count(), std::cmp::Reverse(to.index))
                });
                let largest = link
                    .old
                    .iter()
                    .max_by_key(|from| (unit_of(from).french.chars().count(), std::cmp::Reverse(from.index)));
                let (Some(heir), Some(largest)) = (heir, largest) else { continue };
                let unit = unit_of(largest);
                let origin = match link.kind {
                    LinkKind::Merged => Origin::Merged {
                        former: link.old.iter().map(|from| unit_of(from).french.to_string()).collect(),
                        absorbed: link
                            .old
                            .iter()
                            .map(|from| unit_of(from).id)
                            .filter(|&id| id != unit.id)
                            .map(str::to_owned)
                            .collect(),
                    },
                    LinkKind::Kept if !in_source.contains(unit.id) => Origin::Returned,
                    LinkKind::Split => Origin::Split { former: unit.french.to_string() },
                    _ => Origin::Kept {
                        former: unit.french.to_string(),
                        change: link.change.unwrap_or(Change::Major),
                        moved: link.moved,
                    },
                };
                let (home, here) = (old[largest.text].0, new[heir.text].0);
                let from = match home == here {
                    false => Some(documents[home].name.to_owned()),
                    true => {
                        let other = match written.contains(unit.id) {
                            true => holders.other(unit.id, here),
                            false => holders.rest(unit.id, here),
                        };
                        other.map(|other| documents[other].name.to_owned())
                    }
                };
                let given = state.give(new[heir.text].0, heir.index, unit.id, origin, from);
                for part in &link.new {
                    if part != heir || !given {
                        let whole = given.then(|| unit.id.to_owned());
                        loose.push((new[part.text].0, part.index, whole, None));
                    }
                }
            }
        }
    }
    loose.sort();
    state.settle(&loose, &former, &holders, elsewhere);
    let gone: Vec<Vec<(String, String)>> = former
        .iter()
        .map(|units| {
            units
                .iter()
                .filter(|unit| in_source.contains(unit.id) && !state.used.contains(unit.id))
                .map(|unit| (unit.id.to_owned(), unit.french.to_string()))
                .collect()
        })
        .collect();
    state
        .units
        .into_iter()
        .zip(gone)
        .map(|(units, gone)| Outcome { units: units.into_iter().flatten().collect(), gone })
        .collect()
}

/// Which documents' target catalogs hold a unit.
struct Holders<'a>(FxHashMap<&'a str, Vec<usize>>);

impl<'a> Holders<'a> {
    fn new(documents: &'a [Remembered<'_>]) -> Self {
        let mut of: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        let mut order: Vec<usize> = (0..documents.len()).collect();
        order.sort_by_key(|&index| documents[index].name);
        for index in order {
            for unit in &documents[index].witness {
                let holders = of.entry(unit.id).or_default();
                if holders.last() != Some(&index) {
                    holders.push(index);
                }
            }
        }
        Holders(of)
    }

    /// The first document by name that holds the lines of a unit which this one lacks: its source catalog
    /// came here alone.
    fn other(&self, id: &str, here: usize) -> Option<usize> {
        let holders = self.0.get(id)?;
        if holders.contains(&here) { None } else { holders.first().copied() }
    }
}

impl Holders<'_> {
    /// The first document by name that holds lines of a unit beside this one.
    fn rest(&self, id: &str, here: usize) -> Option<usize> {
        self.0.get(id)?.iter().copied().find(|&index| index != here)
    }
}

/// Ids as they are given away: each once in the project.
struct State<'d, 'a> {
    documents: &'d [Remembered<'a>],
    units: Vec<Vec<Option<Tracked>>>,
    used: FxHashSet<String>,
}

impl State<'_, '_> {
    fn give(
        &mut self,
        document: usize,
        index: usize,
        id: &str,
        origin: Origin,
        from: Option<String>,
    ) -> bool {
        if self.units[document][index].is_some() || !self.used.insert(id.to_owned()) {
            return false;
        }
        self.units[document][index] = Some(Tracked { id: id.to_owned(), origin, from });
        true
    }

    /// Gives the sentences without a former self the unit that the target catalogs remember, else one
    /// that is obsolete elsewhere, else a new one.
    fn settle(
        &mut self,
        loose: &[(usize, usize, Option<String>, Option<String>)],
        former: &[Vec<Former<'_>>],
        holders: &Holders<'_>,
        elsewhere: &dyn Elsewhere,
    ) {
        let mut remembered: FxHashMap<usize, FxHashMap<Cow<'_, str>, Vec<&str>>> = FxHashMap::default();
        let mut waiting = Vec::new();
        for (document, index, part_of, candidate) in loose {
            let sentence = self.documents[*document].today[*index].text;
            let by_french = remembered.entry(*document).or_insert_with(|| {
                let mut by_french: FxHashMap<Cow<'_, str>, Vec<&str>> = FxHashMap::default();
                for unit in self.documents[*document].witness.iter().chain(former[*document].iter()) {
                    let ids = by_french.entry(normal::typographic(&unit.french)).or_default();
                    if !ids.contains(&unit.id) {
                        ids.push(unit.id);
                    }
                }
                by_french
            });
            let normal = normal::typographic(sentence);
            // A unit that lives in another document left a copy of its lines here.
            let here = by_french.get(&normal).into_iter().flatten().filter(|id| !elsewhere.lives(id));
            let own: Vec<String> = here.map(|&id| id.to_owned()).collect();
            // A part of a sentence is one, too, where a run that was cut short has made its stub already.
            let origin = || match part_of {
                Some(_) => Origin::Born { part_of: part_of.clone(), candidate: candidate.clone() },
                None => Origin::Returned,
            };
            let found = own.iter().any(|id| {
                // Another catalog may not have come yet.
                let from = holders.rest(id, *document).map(|other| self.documents[other].name.to_owned());
                self.give(*document, *index, id, origin(), from)
            });
            if !found {
                waiting.push((*document, *index, normal, part_of, candidate));
            }
        }
        let mut ranks: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (document, index, normal, part_of, candidate) in waiting {
            let name = self.documents[document].name;
            let obsolete = elsewhere.obsolete(&normal).into_iter().filter(|(_, id)| !elsewhere.lives(id));
            let found = obsolete.into_iter().any(|(home, id)| {
                let from = (home != name).then_some(home);
                self.give(document, index, &id, Origin::Returned, from)
            });
            if found {
                continue;
            }
            let rank =
                ranks.entry(document).or_insert_with(|| ranks_of(&self.documents[document].today))[index];
            let id = id::born(name, &normal, rank, |id| self.used.contains(id) || elsewhere.taken(id));
            let origin = Origin::Born { part_of: part_of.clone(), candidate: candidate.clone() };
            self.give(document, index, &id, origin, None);
        }
    }
}

/// For each sentence, how many before it are the same but for typography.
fn ranks_of(sentences: &[Sentence<'_>]) -> Vec<usize> {
    let mut seen: FxHashMap<Cow<'_, str>, usize> = FxHashMap::default();
    sentences
        .iter()
        .map(|sentence| {
            let count = seen.entry(normal::typographic(sentence.text)).or_default();
            *count += 1;
            *count - 1
        })
        .collect()
}

#[cfg(test)]
#[path = "track_tests.rs"]
mod tests;
