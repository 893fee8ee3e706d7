//! The pages that differ from their source catalogs: tracked together, and visited when all are known.

use std::borrow::Cow;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::read::{Loaded, Parsed, Reader};
use super::{DocumentFile, Homes, Step, page};
use crate::catalog::Catalog;
use crate::document::Segment;
use crate::segment;
use crate::text::{hash, normal};
use crate::unit::track::{self, Elsewhere, Former, Remembered, Tracked};
use crate::unit::{CatalogFile, Page};

impl<'s> Reader<'s> {
    /// The pages that did not change, but hold an obsolete unit of which the sentence came back in one that
    /// did: they are to be tracked with these, so that it is found. It is known by its id too: a catalog of it
    /// may have lost the French, and a run that was cut short may have brought another one over already.
    pub(super) fn recalled<R>(
        &self,
        names: &[(&'s str, Option<&'s DocumentFile>)],
        steps: &[Step<'s, R>],
    ) -> FxHashSet<&'s str> {
        let mut homes: FxHashMap<u64, Vec<&'s str>> = FxHashMap::default();
        let mut by_french: FxHashMap<u64, Vec<u64>> = FxHashMap::default();
        for ((name, _), step) in names.iter().zip(steps) {
            if let Step::Done(_, trace) = step {
                for unit in &trace.obsolete {
                    homes.entry(unit.id).or_default().push(name);
                    if let Some(french) = unit.french {
                        by_french.entry(french).or_default().push(unit.id);
                    }
                }
            }
        }
        if homes.is_empty() {
            return FxHashSet::default();
        }
        // The texts that came, of obsolete units, and the ids of such units that did. The units of a text are looked
        // up once for the project: many documents may have the same sentence, and many obsolete units.
        let came = |loaded: &Loaded<'_>| -> [FxHashSet<u64>; 2] {
            let parsed = self.parse(loaded.file, &loaded.text);
            let source = self.source_file(loaded.name, loaded.source.as_ref());
            let known: FxHashSet<u64> =
                former(&source.catalog).iter().map(|unit| hash(&normal::typographic(&unit.french))).collect();
            let segments = segment::segment(&parsed.document, self.rules);
            let today = segments.iter().map(|segment| hash(&normal::typographic(segment.text)));
            let texts = today.filter(|text| !known.contains(text) && by_french.contains_key(text)).collect();
            let mut ids = FxHashSet::default();
            let targets = &self.project.config.targets;
            for target in
                self.target_files(loaded.name, loaded.file, &parsed.settings, &loaded.targets, targets)
            {
                let arrived =
                    target.catalog.units.iter().filter(|unit| source.catalog.unit(unit.id).is_none());
                ids.extend(arrived.map(|unit| hash(unit.id)).filter(|id| homes.contains_key(id)));
            }
            [texts, ids]
        };
        let changed: Vec<&Loaded<'_>> = steps
            .iter()
            .filter_map(|step| match step {
                Step::Later(loaded) => Some(&**loaded),
                _ => None,
            })
            .collect();
        let came: Vec<[FxHashSet<u64>; 2]> = changed.into_par_iter().map(came).collect();
        let texts: FxHashSet<u64> = came.iter().flat_map(|[texts, _]| texts).copied().collect();
        let mut ids: FxHashSet<u64> = came.iter().flat_map(|[_, ids]| ids).copied().collect();
        ids.extend(texts.iter().flat_map(|text| &by_french[text]));
        ids.iter().flat_map(|id| &homes[id]).copied().collect()
    }

    /// Tracks and visits the pages that differ from their source catalogs.
    pub(super) fn changed<R: Send>(
        &self,
        later: &[Box<Loaded<'s>>],
        mut elsewhere: Rest,
        homes: &mut Homes,
        visit: &(impl Fn(&Page<'_>) -> R + Sync),
    ) -> Vec<(String, R)> {
        let config = &self.project.config;
        let parsed: Vec<Parsed<'_>> =
            later.par_iter().map(|loaded| self.parse(loaded.file, &loaded.text)).collect();
        let read: Vec<(Vec<Segment<'_>>, CatalogFile<'_>, Vec<CatalogFile<'_>>)> = later
            .par_iter()
            .zip(&parsed)
            .map(|(loaded, parsed)| {
                let segments = segment::segment(&parsed.document, self.rules);
                let source = self.source_file(loaded.name, loaded.source.as_ref());
                let targets = self.target_files(
                    loaded.name,
                    loaded.file,
                    &parsed.settings,
                    &loaded.targets,
                    &config.targets,
                );
                (segments, source, targets)
            })
            .collect();
        for (loaded, (_, source, targets)) in later.iter().zip(&read) {
            elsewhere.taken.extend(source.catalog.units.iter().map(|unit| hash(unit.id)));
            // Catalogs of several locales have the same unit.
            let mut known: FxHashSet<(u64, &str)> = FxHashSet::default();
            for unit in targets.iter().flat_map(|target| &target.catalog.units) {
                elsewhere.taken.insert(hash(unit.id));
                if source.catalog.unit(unit.id).is_none()
                    && let Some(french) = unit.french().next()
                {
                    let text = hash(&normal::typographic(french.text));
                    if known.insert((text, unit.id)) {
                        let unit = (loaded.name.to_owned(), unit.id.to_owned());
                        elsewhere.obsolete.entry(text).or_default().push(unit);
                    }
                }
            }
        }
        let remembered: Vec<Remembered<'_>> = later
            .iter()
            .zip(&read)
            .map(|(loaded, (segments, source, targets))| Remembered {
                name: loaded.name,
                today: segments.as_slice().into(),
                former: former(&source.catalog),
                witness: witness(targets),
            })
            .collect();
        let outcomes = track::track(&remembered, &elsewhere);
        drop((remembered, elsewhere));
        for (loaded, outcome) in later.iter().zip(&outcomes) {
            let ids = outcome.units.iter().map(|unit| hash(&unit.id)).collect();
            homes.documents.push((loaded.name.to_owned(), ids));
        }
        let chosen: Vec<Vec<&CatalogFile<'_>>> = read
            .iter()
            .map(|(_, _, targets)| {
                let of = |locale| targets.iter().find(|target| target.locale == locale);
                self.locales.iter().filter_map(of).collect()
            })
            .collect();
        let by_name: FxHashMap<&str, usize> =
            later.iter().enumerate().map(|(at, loaded)| (loaded.name, at)).collect();
        (0..later.len())
            .into_par_iter()
            .map(|at| {
                let (loaded, (segments, source, _), outcome) = (&later[at], &read[at], &outcomes[at]);
                let from = |unit: &Tracked| by_name.get(unit.from()?).map(|&from| chosen[from].as_slice());
                let origins: Vec<_> = match outcome.units.iter().any(|unit| unit.from().is_some()) {
                    true => outcome.units.iter().map(from).collect(),
                    false => Vec::new(),
                };
                let targets = &chosen[at];
                let laid = page(
                    loaded.name,
                    loaded.file,
                    &loaded.text,
                    &parsed[at],
                    segments,
                    outcome,
                    true,
                    source,
                    targets,
                    &origins,
                );
                (loaded.name.to_owned(), visit(&laid))
            })
            .collect()
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
