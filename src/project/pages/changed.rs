//! The pages that differ from their source catalogs: tracked together, and visited when all are known.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::read::{Loaded, Parsed, Reader};
use super::{DocumentFile, Homes, Step};
use crate::catalog::Catalog;
use crate::document::Segment;
use crate::segment;
use crate::text::{Locale, hash, normal};
use crate::unit::astray::{Holder, bring_home, may_come_home, stands_in_both};
use crate::unit::track::{self, Elsewhere, Former, Remembered, Tracked};
use crate::unit::{CatalogFile, Page};

impl<'s> Reader<'s> {
    /// The pages that did not change, and are to be tracked with those that did. They hold an obsolete unit of which the
    /// sentence came back in one that did. It is known by its id too: a catalog of it may have lost the French, and a run
    /// that was cut short may have brought another one over already. Or a unit stands astray between two of them.
    pub(super) fn recalled<R>(
        &self,
        names: &[(&'s str, Option<&'s DocumentFile>)],
        steps: &[Step<'s, R>],
    ) -> FxHashSet<&'s str> {
        let obsolete = ObsoleteUnits::of(names, steps);
        let changed: Vec<&Loaded<'_>> = steps
            .iter()
            .filter_map(|step| match step {
                Step::Later(loaded) => Some(&**loaded),
                _ => None,
            })
            .collect();
        let came: Vec<Came> = changed.into_par_iter().map(|loaded| self.came(loaded, &obsolete)).collect();
        // The units of a text are looked up once for the project: many documents may have the same sentence, and many
        // obsolete units.
        let texts: FxHashSet<u64> = came.iter().flat_map(|came| &came.texts).copied().collect();
        let ids = came.iter().flat_map(|came| &came.ids).copied();
        let ids: FxHashSet<u64> =
            ids.chain(texts.iter().flat_map(|text| &obsolete.by_french[text]).copied()).collect();
        let mut recalled: FxHashSet<&str> =
            ids.iter().flat_map(|id| &obsolete.homes[id]).map(|&at| names[at].0).collect();

        let arrived: FxHashSet<u64> = came.iter().flat_map(|came| &came.arrived).copied().collect();
        if arrived.is_empty() && obsolete.worked_on.is_empty() {
            return recalled;
        }
        // Of two pages that did not change either, with the ids that may come from one to the other.
        let mut pairs: BTreeMap<(usize, usize), FxHashSet<u64>> = BTreeMap::new();
        for (home, step) in steps.iter().enumerate() {
            let Step::Done(_, trace) = step else { continue };
            for id in &trace.ids {
                if arrived.contains(id) {
                    recalled.insert(names[home].0);
                }
                if obsolete.worked_on.contains(id) {
                    for &from in &obsolete.homes[id] {
                        pairs.entry((from, home)).or_default().insert(*id);
                    }
                }
            }
        }
        for ((from, home), ids) in pairs {
            let files = [from, home].map(|at| self.load::<R>(names[at].0, names[at].1));
            if let [Step::Later(from), Step::Later(home)] = &files
                && self.may_give(from, home, &ids)
            {
                recalled.extend([from.name, home.name]);
            }
        }
        recalled
    }

    /// What a changed page has that may bring others back.
    fn came(&self, loaded: &Loaded<'_>, obsolete: &ObsoleteUnits) -> Came {
        let parsed = self.parse(loaded.file, &loaded.text);
        let source = self.source_file(loaded.name, loaded.source.as_ref());
        let mut came = Came::default();
        if !obsolete.homes.is_empty() {
            let known: FxHashSet<u64> =
                former(&source.catalog).iter().map(|unit| hash(&normal::typographic(&unit.french))).collect();
            let segments = segment::segment(&parsed.document, self.rules);
            let today = segments.iter().map(|segment| hash(&normal::typographic(segment.text)));
            let is_back = |text: &u64| !known.contains(text) && obsolete.by_french.contains_key(text);
            came.texts = today.filter(is_back).collect();
            let ids = source.catalog.units.iter().map(|unit| hash(unit.id));
            came.ids.extend(ids.filter(|id| obsolete.worked_on.contains(id)));
        }
        let targets = &self.project.config.targets;
        for target in self.target_files(loaded.name, loaded.file, &parsed.settings, &loaded.targets, targets)
        {
            for unit in &target.catalog.units {
                let id = hash(unit.id);
                if obsolete.homes.contains_key(&id) && source.catalog.unit(unit.id).is_none() {
                    came.ids.insert(id);
                }
                // Also where its source catalog has it: after a merge, that of another page may have it, too.
                if unit.is_worked_on() {
                    came.arrived.insert(id);
                }
            }
        }
        came
    }

    /// Whether one of these units can come home from a page to another, or a run that was cut short left a copy of it there.
    fn may_give(&self, from: &Loaded<'_>, home: &Loaded<'_>, ids: &FxHashSet<u64>) -> bool {
        let targets = &self.project.config.targets;
        let read = |loaded: &Loaded<'_>| self.parse(loaded.file, &loaded.text).settings;
        let files = [from, home].map(|loaded| (loaded, read(loaded)));
        let [from, home] = files.each_ref().map(|(loaded, settings)| {
            self.target_files(loaded.name, loaded.file, settings, &loaded.targets, targets)
        });
        let units = from.iter().flat_map(|file| &file.catalog.units);
        let mut units = units.filter(|unit| ids.contains(&hash(unit.id)));
        units.any(|unit| may_come_home(unit.id, &from, &home) || stands_in_both(unit.id, &from, &home))
    }

    /// Tracks and visits the pages that differ from their source catalogs, and those that were recalled for them.
    pub(super) fn changed<R: Send>(
        &self,
        later: &[Box<Loaded<'s>>],
        mut elsewhere: Rest,
        homes: &mut Homes,
        visit: &(impl Fn(&Page<'_>) -> R + Sync),
    ) -> Vec<(String, R)> {
        let parsed: Vec<Parsed<'_>> =
            later.par_iter().map(|loaded| self.parse(loaded.file, &loaded.text)).collect();
        let read: Vec<Read<'_>> =
            later.par_iter().zip(&parsed).map(|(loaded, parsed)| self.read_in_full(loaded, parsed)).collect();
        for (loaded, read) in later.iter().zip(&read) {
            read.note(loaded.name, &mut elsewhere);
        }
        let remembered: Vec<Remembered<'_>> =
            later.iter().zip(&read).map(|(loaded, read)| read.remembered(loaded.name)).collect();
        let mut outcomes = track::track(&remembered, &elsewhere);
        drop((remembered, elsewhere));
        let holders: Vec<Holder<'_, '_>> = later
            .iter()
            .zip(&read)
            .map(|(loaded, read)| Holder { name: loaded.name, targets: &read.targets })
            .collect();
        bring_home(&mut outcomes, &holders);
        drop(holders);
        for (loaded, outcome) in later.iter().zip(&outcomes) {
            let ids = outcome.units.iter().map(|unit| hash(&unit.id)).collect();
            homes.documents.push((loaded.name.to_owned(), ids));
        }
        let chosen: Vec<Vec<&CatalogFile<'_>>> =
            read.iter().map(|read| read.targets_of(self.locales)).collect();
        let by_name: FxHashMap<&str, usize> =
            later.iter().enumerate().map(|(at, loaded)| (loaded.name, at)).collect();
        (0..later.len())
            .into_par_iter()
            .map(|at| {
                let (loaded, read, outcome) = (&later[at], &read[at], &outcomes[at]);
                let from = |unit: &Tracked| by_name.get(unit.from()?).map(|&from| chosen[from].as_slice());
                let origins: Vec<_> = match outcome.units.iter().any(|unit| unit.from().is_some()) {
                    true => outcome.units.iter().map(from).collect(),
                    false => Vec::new(),
                };
                let page = Page {
                    name: loaded.name,
                    path: loaded.file.map(DocumentFile::paths),
                    text: &loaded.text,
                    document: &parsed[at].document,
                    segments: &read.segments,
                    units: &outcome.units,
                    gone: &outcome.gone,
                    changed: true,
                    source: &read.source,
                    targets: &chosen[at],
                    origins: &origins,
                    findings: &parsed[at].findings,
                };
                (loaded.name.to_owned(), visit(&page))
            })
            .collect()
    }

    /// Cuts a page, and reads its catalogs.
    fn read_in_full<'l>(&'l self, loaded: &'l Loaded<'s>, parsed: &'l Parsed<'l>) -> Read<'l> {
        let targets = &self.project.config.targets;
        Read {
            segments: segment::segment(&parsed.document, self.rules),
            source: self.source_file(loaded.name, loaded.source.as_ref()),
            targets: self.target_files(loaded.name, loaded.file, &parsed.settings, &loaded.targets, targets),
        }
    }
}

/// A changed page, as its files have it.
struct Read<'l> {
    segments: Vec<Segment<'l>>,
    source: CatalogFile<'l>,
    /// Of all target locales.
    targets: Vec<CatalogFile<'l>>,
}

impl Read<'_> {
    /// Notes the ids that the page's catalogs have, and the units that have left it.
    fn note(&self, name: &str, elsewhere: &mut Rest) {
        elsewhere.taken.extend(self.source.catalog.units.iter().map(|unit| hash(unit.id)));
        // Catalogs of several locales have the same unit.
        let mut known: FxHashSet<(u64, &str)> = FxHashSet::default();
        for unit in self.targets.iter().flat_map(|target| &target.catalog.units) {
            elsewhere.taken.insert(hash(unit.id));
            if self.source.catalog.unit(unit.id).is_none()
                && let Some(french) = unit.french().next()
            {
                let text = hash(&normal::typographic(french.text));
                if known.insert((text, unit.id)) {
                    let unit = (name.to_owned(), unit.id.to_owned());
                    elsewhere.obsolete.entry(text).or_default().push(unit);
                }
            }
        }
    }

    fn remembered<'r>(&'r self, name: &'r str) -> Remembered<'r> {
        Remembered {
            name,
            today: self.segments.as_slice().into(),
            former: former(&self.source.catalog),
            witness: witness(&self.targets),
        }
    }

    /// The catalogs of these locales.
    fn targets_of(&self, locales: &[Locale]) -> Vec<&CatalogFile<'_>> {
        let of = |locale| self.targets.iter().find(|target| target.locale == locale);
        locales.iter().filter_map(of).collect()
    }
}

/// The units of a source catalog, in its order.
fn former<'a>(catalog: &'a Catalog<'a>) -> Vec<Former<'a>> {
    let messages = catalog.units.iter().flat_map(|unit| {
        unit.message.iter().chain(unit.more_messages()).map(move |message| (unit.id, message))
    });
    let mut units = Vec::with_capacity(catalog.units.len());
    units.extend(
        messages.filter_map(|(id, message)| {
            Some(Former { id, french: catalog.sentence(message)?, is_stub: false })
        }),
    );
    units
}

/// The units of target catalogs with the French that they render.
fn witness<'a>(targets: &'a [CatalogFile<'_>]) -> Vec<Former<'a>> {
    let units = targets.iter().flat_map(|target| &target.catalog.units);
    let mut remembered = Vec::with_capacity(targets.iter().map(|target| target.catalog.units.len()).sum());
    remembered.extend(units.filter_map(|unit| {
        let french = unit.french().next().filter(|french| !french.text.is_empty())?;
        Some(Former { id: unit.id, french: Cow::Borrowed(french.text), is_stub: unit.is_stub() })
    }));
    remembered
}

/// The obsolete units of the pages that did not change: ids and texts by their hashes, pages by their places.
#[derive(Default)]
struct ObsoleteUnits {
    /// The pages whose catalogs hold each.
    homes: FxHashMap<u64, Vec<usize>>,
    /// Those of a text.
    by_french: FxHashMap<u64, Vec<u64>>,
    /// Those that a person has worked on.
    worked_on: FxHashSet<u64>,
}

impl ObsoleteUnits {
    fn of<R>(names: &[(&str, Option<&DocumentFile>)], steps: &[Step<'_, R>]) -> Self {
        let mut units = ObsoleteUnits::default();
        for (at, step) in steps.iter().enumerate().take(names.len()) {
            let Step::Done(_, trace) = step else { continue };
            for unit in &trace.obsolete {
                units.homes.entry(unit.id).or_default().push(at);
                if let Some(french) = unit.french {
                    units.by_french.entry(french).or_default().push(unit.id);
                }
                if unit.is_worked_on {
                    units.worked_on.insert(unit.id);
                }
            }
        }
        units
    }
}

/// What a changed page has that may bring others back, by hashes.
#[derive(Default)]
struct Came {
    /// Texts of its sentences that obsolete units elsewhere have.
    texts: FxHashSet<u64>,
    /// Ids of its catalogs that are obsolete elsewhere.
    ids: FxHashSet<u64>,
    /// Ids of its target catalogs that a person has worked on.
    arrived: FxHashSet<u64>,
}

/// What the catalogs of the whole project know: ids by their hashes.
pub(super) struct Rest {
    /// Of today's units in documents that did not change.
    pub(super) lives: FxHashSet<u64>,
    /// Of all others that stand in a catalog.
    pub(super) taken: FxHashSet<u64>,
    /// Obsolete units by the hash of the normal form of their French.
    pub(super) obsolete: FxHashMap<u64, Vec<(String, String)>>,
}

impl Elsewhere for Rest {
    fn taken(&self, id: &str) -> bool {
        self.lives(id) || self.taken.contains(&hash(id))
    }

    fn lives(&self, id: &str) -> bool {
        self.lives.contains(&hash(id))
    }

    fn obsolete(&self, normal: &str) -> Vec<(String, String)> {
        let mut found = self.obsolete.get(&hash(normal)).cloned().unwrap_or_default();
        found.sort();
        found
    }
}
