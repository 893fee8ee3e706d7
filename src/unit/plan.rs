//! What `sync` changes: texts of catalogs, in the order in which they may be written.
//!
//! Pure: the texts of catalogs come in, the texts that they are to have go out. The order is such that a
//! run may be cut short after any write: a unit that follows its sentence to another file stands in its
//! new place before it leaves the old one, and source catalogs, from which the next run starts, are
//! written last. Planning again from any state in between gives the same end.

mod full;
mod sources;
mod texts;

use std::cell::OnceCell;
use std::sync::Arc;

use hashbrown::HashTable;
use rustc_hash::{FxHashMap, FxHashSet};

use full::Full;

use super::repeats::Repeats;
use super::spot::Spot;
use crate::catalog::{self, Catalog, Unit, edit};
use crate::text::hash;

pub use texts::{PagePlan, page_plan};
use texts::{french_edits, is_left, wants_french};

/// A file that is to be written or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// Its path in the project.
    pub file: String,
    /// What it is to hold; `None` removes it.
    pub text: Option<String>,
}

/// What is written before what. Within a step any order is safe.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Target catalogs with all that arrives, and nothing gone that another file needs.
    #[default]
    Arrive,
    /// Target catalogs without what has left.
    Leave,
    /// Source catalogs that took units from others.
    SourceArrive,
    /// All other source catalogs.
    SourceLeave,
}

/// The writes of a sync, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Each [`Step`], one after the other.
    pub steps: [Vec<FileChange>; 4],
}

/// The writes that bring the catalogs of these pages up to date. `repeats` holds what the project says for
/// the sentences of new units (see [`PagePlan::new_sentences`]).
pub fn plan(pages: &[PagePlan], source_locale: &str, repeats: &Repeats) -> Plan {
    let mut plan = Plan::default();
    each(pages, source_locale, repeats, &mut |step, change| plan.steps[step as usize].push(change));
    for step in &mut plan.steps {
        step.sort_by(|a, b| a.file.cmp(&b.file));
    }
    plan
}

/// Gives the same writes one after another, each with its step, and as soon as it is known: no more texts are in
/// memory than need be. They come in the order of the steps.
pub fn each(
    pages: &[PagePlan],
    source_locale: &str,
    repeats: &Repeats,
    write: &mut dyn FnMut(Step, FileChange),
) {
    let planner = Planner::new(pages, source_locale, repeats);
    let locales = pages.first().map_or(0, |page| page.targets.len());
    let mut leaving = Vec::new();
    for locale in 0..locales {
        planner.locale(locale, &mut |step, change| match step {
            Step::Leave => leaving.push(change),
            Step::Arrive | Step::SourceArrive | Step::SourceLeave => write(step, change),
        });
    }
    for change in leaving {
        write(Step::Leave, change);
    }
    planner.sources(write);
}

struct Planner<'p> {
    pages: &'p [PagePlan],
    by_name: FxHashMap<&'p str, usize>,
    /// Where each unit of today is, by its id: its page, and its place there. Made when somebody asks.
    home: OnceCell<HashTable<Spot>>,
    /// For a new page: the page that is gone, most of whose units came to it.
    inherits: FxHashMap<usize, usize>,
    source_locale: &'p str,
    repeats: &'p Repeats,
}

/// What becomes of one target catalog.
#[derive(Debug, Clone, Default)]
struct Target {
    /// Its text with all that arrives, and what leaves still there.
    full: Option<Arc<String>>,
    /// Its text in the end.
    end: Option<Arc<String>>,
    /// Whether other files need `full` to be written first.
    arrivals: bool,
}

/// The catalogs of one locale, in the order of the pages.
struct Shelf<'c, 't> {
    catalogs: &'c [Catalog<'t>],
    /// By id, the first page in whose catalog somebody's work stands that belongs to another page.
    astray: FxHashMap<&'t str, usize>,
}

impl<'p> Planner<'p> {
    fn new(pages: &'p [PagePlan], source_locale: &'p str, repeats: &'p Repeats) -> Self {
        let by_name: FxHashMap<&str, usize> =
            pages.iter().enumerate().map(|(at, page)| (page.name.as_str(), at)).collect();
        let mut went: FxHashMap<(usize, usize), usize> = FxHashMap::default();
        for (at, page) in pages.iter().enumerate() {
            for unit in &page.units {
                let from = unit.from().and_then(|from| by_name.get(from));
                if let Some(&from) = from.filter(|&&from| pages[from].is_gone && page.source.text.is_none()) {
                    *went.entry((from, at)).or_default() += 1;
                }
            }
        }
        let mut heir: FxHashMap<usize, (usize, usize)> = FxHashMap::default();
        let mut went: Vec<_> = went.into_iter().collect();
        went.sort_unstable();
        for ((from, to), count) in went {
            let best = heir.entry(from).or_insert((to, 0));
            if count > best.1 {
                *best = (to, count);
            }
        }
        // A page inherits from one page only: the first of those that gave it most.
        let mut taken = FxHashSet::default();
        let mut heirs: Vec<(usize, usize)> = heir.into_iter().map(|(from, (to, _))| (from, to)).collect();
        heirs.sort_unstable();
        heirs.retain(|(_, to)| taken.insert(*to));
        let inherits = heirs.into_iter().map(|(from, to)| (to, from)).collect();
        Planner { pages, by_name, home: OnceCell::new(), inherits, source_locale, repeats }
    }

    fn home_of(&self, id: &str) -> Option<(usize, usize)> {
        let id_of = |at: &Spot| self.pages[at.document()].units[at.place()].id().as_str();
        let home = self.home.get_or_init(|| {
            let mut home = HashTable::with_capacity(self.pages.iter().map(|page| page.units.len()).sum());
            for (at, page) in self.pages.iter().enumerate() {
                for (index, unit) in page.units.iter().enumerate() {
                    let (key, spot) = (hash(unit.id()), Spot::new(at, index));
                    match home.find_mut(key, |at| id_of(at) == unit.id()) {
                        Some(known) => *known = spot,
                        None => _ = home.insert_unique(key, spot, |at| hash(id_of(at))),
                    }
                }
            }
            home
        });
        home.find(hash(id), |at| id_of(at) == id).map(|at| (at.document(), at.place()))
    }

    fn locale(&self, locale: usize, write: &mut dyn FnMut(Step, FileChange)) {
        let catalogs: Vec<Catalog<'_>> =
            self.pages.iter().map(|page| page.targets[locale].read(self.source_locale)).collect();
        let departs = |(at, catalog): (usize, &Catalog<'_>)| {
            catalog.units.iter().any(|unit| self.departs(at, locale, catalog, unit))
        };
        if !self.inherits.is_empty() || catalogs.iter().enumerate().any(departs) {
            let astray = self.astray(&catalogs);
            self.moving(locale, &Shelf { catalogs: &catalogs, astray }, write);
            return;
        }
        let shelf = Shelf { catalogs: &catalogs, astray: FxHashMap::default() };
        for (at, page) in self.pages.iter().enumerate() {
            let text = &page.targets[locale];
            if !text.writable {
                continue;
            }
            let full = match page.is_gone {
                true => page.with_words_kept(text, &catalogs[at], self.source_locale),
                false => {
                    let base = text.text.is_some().then_some(at);
                    self.full(at, locale, base, &shelf).text.map(Arc::new)
                }
            };
            if full != text.text {
                let full = full.map(Arc::unwrap_or_clone);
                write(Step::Arrive, FileChange { file: text.file.clone(), text: full });
            }
        }
    }

    /// The same for a locale of which catalogs give units to others.
    fn moving(&self, locale: usize, shelf: &Shelf<'_, '_>, write: &mut dyn FnMut(Step, FileChange)) {
        let mut inherited: FxHashSet<usize> = FxHashSet::default();
        let mut targets: Vec<Target> = Vec::with_capacity(self.pages.len());
        let target = |at: usize, base: Option<usize>| {
            let Full { text, arrivals } = self.full(at, locale, base, shelf);
            let full = text.map(Arc::new);
            Target { end: full.clone(), full, arrivals }
        };
        for (at, page) in self.pages.iter().enumerate() {
            let text = &page.targets[locale];
            if page.is_gone || !text.writable {
                let same = page.with_words_kept(text, &shelf.catalogs[at], self.source_locale);
                targets.push(Target { full: same.clone(), end: same, arrivals: false });
                continue;
            }
            let from = self.inherits.get(&at).copied();
            let whole = from
                .filter(|&from| self.pages[from].targets[locale].text.is_some())
                .map(|from| (from, target(at, Some(from))));
            targets.push(match whole {
                // The whole file follows its document, with all that stands in it.
                Some((from, target)) if text.text.is_none() || text.text == target.end => {
                    inherited.insert(from);
                    Target { arrivals: true, ..target }
                }
                Some(_) | None => target(at, text.text.is_some().then_some(at)),
            });
        }
        // What has left goes only if it stands, the same, where it went.
        let fulls: Vec<Option<Arc<String>>> = targets.iter().map(|target| target.full.clone()).collect();
        let mut written: FxHashMap<usize, Catalog<'_>> = FxHashMap::default();
        for (at, page) in self.pages.iter().enumerate() {
            let text = &page.targets[locale];
            if inherited.contains(&at) {
                targets[at].end = None;
                continue;
            }
            if !text.writable {
                continue;
            }
            let Some(full) = &fulls[at] else { continue };
            if let Some(end) = self.without_departed(at, locale, full, &fulls, &mut written) {
                targets[at].end = Some(Arc::new(end));
            }
        }
        drop(written);
        drop(fulls);
        for (page, Target { full, end, arrivals }) in self.pages.iter().zip(targets) {
            let text = &page.targets[locale];
            let parted = full != end;
            let end = Some(end).filter(|end| parted && *end != text.text);
            let mut give = |step: Step, text: Option<Arc<String>>, file: &str| {
                write(step, FileChange { file: file.to_owned(), text: text.map(Arc::unwrap_or_clone) });
            };
            if full != text.text && (arrivals || !parted) {
                give(Step::Arrive, full, &text.file);
            }
            if let Some(end) = end {
                give(Step::Leave, end, &text.file);
            }
        }
    }

    /// See [`Shelf::astray`].
    fn astray<'t>(&self, catalogs: &[Catalog<'t>]) -> FxHashMap<&'t str, usize> {
        let mut astray = FxHashMap::default();
        for (at, catalog) in catalogs.iter().enumerate() {
            for unit in catalog.units.iter().filter(|unit| unit.is_worked_on()) {
                if self.home_of(unit.id).is_some_and(|(home, _)| home != at) {
                    astray.entry(unit.id).or_insert(at);
                }
            }
        }
        astray
    }

    /// Whether a unit of a page's target catalog may have to go: it lives in another page, or is a stub of one
    /// that is gone.
    fn departs(&self, at: usize, locale: usize, catalog: &Catalog<'_>, unit: &Unit<'_>) -> bool {
        match self.home_of(unit.id).filter(|(home, _)| *home != at) {
            Some(_) => true,
            // A page that is gone keeps no stubs.
            None => {
                let is_typed = || self.pages[at].targets[locale].typed.contains_key(unit.id);
                self.pages[at].is_gone && is_left(catalog, unit) && !is_typed()
            }
        }
    }

    /// A catalog without the units that stand, the same, in the file where they live now; nothing if it has none.
    fn without_departed<'f>(
        &self,
        at: usize,
        locale: usize,
        text: &str,
        fulls: &'f [Option<Arc<String>>],
        written: &mut FxHashMap<usize, Catalog<'f>>,
    ) -> Option<String> {
        let file = &self.pages[at].targets[locale].file;
        let (catalog, _) = catalog::read(file, text, self.source_locale);
        let departed: Vec<&Unit<'_>> = catalog
            .units
            .iter()
            .filter(|unit| {
                let Some((home, index)) = self.home_of(unit.id).filter(|(home, _)| *home != at) else {
                    return self.departs(at, locale, &catalog, unit);
                };
                let Some(there) = &fulls[home] else { return false };
                let typed = self.pages[at].targets[locale].typed.get(unit.id);
                if !unit.is_worked_on() && typed.is_none() {
                    return is_left(&catalog, unit);
                }
                let there =
                    written.entry(home).or_insert_with(|| catalog::read("", there, self.source_locale).0);
                let Some(copy) = there.unit(unit.id) else { return false };
                let mut mine = edit::unit_text(&catalog, unit);
                let today = self.pages[home].sentence(&self.pages[home].units[index]);
                if wants_french(&catalog, unit, today) {
                    let (alone, _) = catalog::read("", &mine, self.source_locale);
                    let locale = &self.pages[at].targets[locale].locale;
                    let edits =
                        alone.unit(unit.id).map(|stub| french_edits(&alone, stub, locale, today, typed));
                    mine = edit::applied(&alone, &edits.unwrap_or_default());
                }
                edit::unit_text(there, copy) == mine
            })
            .collect();
        if departed.is_empty() {
            return None;
        }
        let edits = edit::remove(&catalog, &departed);
        Some(edit::applied(&catalog, &edits))
    }
}
