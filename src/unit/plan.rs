//! What `sync` changes: texts of catalogs, in the order in which they may be written.
//!
//! Pure: the texts of catalogs come in, the texts that they are to have go out. The order is such that a
//! run may be cut short after any write: a unit that follows its sentence to another file stands in its
//! new place before it leaves the old one, and source catalogs, from which the next run starts, are
//! written last. Planning again from any state in between gives the same end.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::page::{CatalogFile, Page, Presence};
use super::repeats::Repeats;
use super::track::{Kin, Origin, Tracked};
use crate::catalog::edit::{self, At, Stub};
use crate::catalog::{self, Catalog, Unit};
use crate::document::BlockKind;
use crate::text::normal;

/// A file that is to be written or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// Its path in the project.
    pub file: String,
    /// What it is to hold; `None` removes it.
    pub text: Option<String>,
}

/// The writes of a sync, in order. Within a step any order is safe.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Steps, one after the other.
    pub steps: [Vec<FileChange>; 4],
}

/// Steps of a [`Plan`]: target catalogs with all that arrives, and nothing gone that another file needs.
const ARRIVE: usize = 0;
/// Target catalogs without what has left.
const LEAVE: usize = 1;
/// Source catalogs that took units from others.
const SOURCE_ARRIVE: usize = 2;
/// All other source catalogs.
const SOURCE_LEAVE: usize = 3;

impl Plan {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.steps.iter().all(Vec::is_empty)
    }

    /// Every file that changes, once, sorted.
    pub fn files(&self) -> Vec<&str> {
        let mut files: Vec<&str> = self.steps.iter().flatten().map(|change| change.file.as_str()).collect();
        files.sort_unstable();
        files.dedup();
        files
    }

    fn push(&mut self, step: usize, file: &str, text: Option<String>) {
        self.steps[step].push(FileChange { file: file.to_owned(), text });
    }
}

/// One of today's units, as a plan needs it.
#[derive(Debug, Clone)]
struct TodayUnit {
    tracked: Tracked,
    sentence: String,
    kind: Option<&'static str>,
    /// Whether a target catalog has no lines for it yet.
    is_new: bool,
}

/// A page whose catalogs a sync may have to change, with its texts.
#[derive(Debug, Clone)]
pub struct PagePlan {
    name: String,
    is_gone: bool,
    units: Vec<TodayUnit>,
    changed: bool,
    source: CatalogText,
    targets: Vec<CatalogText>,
}

#[derive(Debug, Clone)]
struct CatalogText {
    file: String,
    locale: String,
    text: Option<String>,
    writable: bool,
}

impl CatalogText {
    fn of(file: &CatalogFile<'_>) -> Self {
        CatalogText {
            file: file.catalog.file.clone(),
            locale: file.locale.as_str().to_owned(),
            text: (file.presence == Presence::Read).then(|| file.catalog.text.to_owned()),
            writable: file.presence != Presence::Unreadable,
        }
    }

    fn read<'a>(&'a self, source_locale: &str) -> Catalog<'a> {
        catalog::read(&self.file, self.text.as_deref().unwrap_or_default(), source_locale).0
    }
}

impl PagePlan {
    /// The sentences of units that some target catalog has no lines for.
    pub fn new_sentences(&self) -> impl Iterator<Item = &str> {
        self.units.iter().filter(|unit| unit.is_new).map(|unit| unit.sentence.as_str())
    }

    /// Adds what its target catalogs say for sentences of new units.
    pub fn repeat(&self, source_locale: &str, repeats: &mut Repeats) {
        for target in &self.targets {
            repeats.add(&target.locale, &target.read(source_locale));
        }
    }
}

/// What [`plan`] needs of a page; `None` if nothing of it is to change, and nothing can move from it.
pub fn page_plan(page: &Page<'_>) -> Option<PagePlan> {
    if !page.changed && page.targets.iter().all(|target| !target.in_scope || is_complete(page, target)) {
        return None;
    }
    let units = page
        .units
        .iter()
        .enumerate()
        .map(|(at, tracked)| {
            let kind = page.document.blocks[page.segments[at].block].kind;
            TodayUnit {
                tracked: tracked.clone(),
                sentence: page.sentence(at).to_owned(),
                kind: (kind != BlockKind::Paragraph).then(|| kind.as_str()),
                is_new: page
                    .targets
                    .iter()
                    .any(|target| target.in_scope && target.catalog.unit(&tracked.id).is_none()),
            }
        })
        .collect();
    let targets = page
        .targets
        .iter()
        .map(|target| {
            let mut text = CatalogText::of(target);
            // A page that is gone is in no scope, but its units may follow their sentences.
            text.writable &= target.in_scope || page.path.is_none();
            text
        })
        .collect();
    Some(PagePlan {
        name: page.name.to_owned(),
        is_gone: page.path.is_none(),
        units,
        changed: page.changed,
        source: CatalogText::of(page.source),
        targets,
    })
}

/// Whether a target catalog has every unit of today, no stub of yesterday, and today's French in its stubs.
fn is_complete(page: &Page<'_>, target: &CatalogFile<'_>) -> bool {
    if target.presence == Presence::Unreadable {
        return true;
    }
    let catalog = &target.catalog;
    let all_there =
        page.units.iter().enumerate().all(|(at, unit)| {
            catalog.unit(&unit.id).is_some_and(|unit| !wants_french(unit, page.sentence(at)))
        });
    if !all_there || catalog.units.len() == page.units.len() {
        return all_there;
    }
    let today: FxHashSet<&str> = page.units.iter().map(|unit| unit.id.as_str()).collect();
    catalog.units.iter().all(|unit| today.contains(unit.id) || !is_left(catalog, unit))
}

/// Whether a unit that no sentence has is a stub that may go. One that stands above a translation of another id
/// most likely belongs to that, and holds the French that it renders.
fn is_left(catalog: &Catalog<'_>, unit: &Unit<'_>) -> bool {
    !unit.is_worked_on() && catalog.misnamed(unit).is_none()
}

/// Whether a unit is a stub whose `# fr:` line is not today's sentence.
fn wants_french(unit: &Unit<'_>, sentence: &str) -> bool {
    if !unit.is_stub() {
        return false;
    }
    let mut lines = unit.french();
    match (lines.next(), lines.next()) {
        (Some(only), None) => {
            let sentence = edit::one_line(sentence);
            only.text != sentence.trim() && !normal::same(only.text, sentence.trim())
        }
        (None, _) => unit.section.is_some(),
        (Some(_), Some(_)) => false,
    }
}

/// The writes that bring the catalogs of these pages up to date. `repeats` holds what the project says for
/// the sentences of new units (see [`PagePlan::new_sentences`]).
pub fn plan(pages: &[PagePlan], source_locale: &str, repeats: &Repeats) -> Plan {
    let planner = Planner::new(pages, source_locale, repeats);
    let mut plan = Plan::default();
    let locales = pages.first().map_or(0, |page| page.targets.len());
    for locale in 0..locales {
        planner.locale(locale, &mut plan);
    }
    planner.sources(&mut plan);
    for step in &mut plan.steps {
        step.sort_by(|a, b| a.file.cmp(&b.file));
    }
    plan
}

struct Planner<'p> {
    pages: &'p [PagePlan],
    by_name: FxHashMap<&'p str, usize>,
    /// Where each unit of today is: its page, and its place there.
    home: FxHashMap<&'p str, (usize, usize)>,
    /// For a new page: the page that is gone, most of whose units came to it.
    inherits: FxHashMap<usize, usize>,
    source_locale: &'p str,
    repeats: &'p Repeats,
}

/// What becomes of one target catalog.
#[derive(Debug, Clone, Default)]
struct Target {
    /// Its text with all that arrives, and what leaves still there.
    full: Option<String>,
    /// Its text in the end.
    end: Option<String>,
    /// Whether other files need `full` to be written first.
    arrivals: bool,
}

impl<'p> Planner<'p> {
    fn new(pages: &'p [PagePlan], source_locale: &'p str, repeats: &'p Repeats) -> Self {
        let by_name: FxHashMap<&str, usize> =
            pages.iter().enumerate().map(|(at, page)| (page.name.as_str(), at)).collect();
        let mut home = FxHashMap::default();
        let mut went: FxHashMap<(usize, usize), usize> = FxHashMap::default();
        for (at, page) in pages.iter().enumerate() {
            for (index, unit) in page.units.iter().enumerate() {
                home.insert(unit.tracked.id.as_str(), (at, index));
                let from = unit.tracked.from.as_deref().and_then(|from| by_name.get(from));
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
        Planner { pages, by_name, home, inherits, source_locale, repeats }
    }

    fn locale(&self, locale: usize, plan: &mut Plan) {
        let catalogs: Vec<Catalog<'_>> =
            self.pages.iter().map(|page| page.targets[locale].read(self.source_locale)).collect();
        let mut inherited: FxHashSet<usize> = FxHashSet::default();
        let mut targets: Vec<Target> = Vec::with_capacity(self.pages.len());
        for (at, page) in self.pages.iter().enumerate() {
            let text = &page.targets[locale];
            if page.is_gone || !text.writable {
                let same = text.text.clone();
                targets.push(Target { full: same.clone(), end: same, arrivals: false });
                continue;
            }
            let from = self.inherits.get(&at).copied();
            let whole = from.filter(|&from| self.pages[from].targets[locale].text.is_some()).map(|from| {
                let base = self.pages[from].targets[locale].text.as_deref().unwrap_or_default();
                (from, self.target(at, locale, Some(base), &catalogs))
            });
            let target = match whole {
                // The whole file follows its document, with all that stands in it.
                Some((from, target)) if text.text.is_none() || text.text == target.end => {
                    inherited.insert(from);
                    Target { arrivals: true, ..target }
                }
                Some(_) | None => self.target(at, locale, text.text.as_deref(), &catalogs),
            };
            targets.push(target);
        }
        // What has left goes only if it stands, the same, where it went.
        let mut written: FxHashMap<usize, Catalog<'_>> = FxHashMap::default();
        let fulls: Vec<Option<String>> = targets.iter().map(|target| target.full.clone()).collect();
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
            targets[at].end = Some(self.without_departed(at, locale, full, &fulls, &mut written));
        }
        for (page, target) in self.pages.iter().zip(targets) {
            let text = &page.targets[locale];
            let parted = target.full != target.end;
            if target.full != text.text && (target.arrivals || !parted) {
                plan.push(ARRIVE, &text.file, target.full.clone());
            }
            if parted && target.end != text.text {
                plan.push(LEAVE, &text.file, target.end);
            }
        }
    }

    /// A target catalog with today's stubs and with what arrives from other files.
    fn target(&self, at: usize, locale: usize, base: Option<&str>, catalogs: &[Catalog<'_>]) -> Target {
        let page = &self.pages[at];
        let text = &page.targets[locale];
        if page.units.is_empty() && base.is_none() {
            return Target::default();
        }
        let header = edit::header(self.source_locale, &text.locale);
        let base = base.unwrap_or(&header);
        let (catalog, _) = catalog::read(&text.file, base, self.source_locale);
        let today: FxHashSet<&str> = page.units.iter().map(|unit| unit.tracked.id.as_str()).collect();
        let mut nearby: Option<Repeats> = None;
        let mut edits = Vec::new();
        let mut blocks = Vec::new();
        let mut arrivals = false;
        let mut last = At::Start;
        for unit in &page.units {
            let id = unit.tracked.id.as_str();
            if let Some(there) = catalog.unit(id) {
                if wants_french(there, &unit.sentence) {
                    edits.extend(edit::set_french(&catalog, there, &unit.sentence));
                }
                last = At::After(id);
                continue;
            }
            let arrival = self.arrival(unit, catalogs);
            arrivals |= arrival.is_some();
            let block = arrival.unwrap_or_else(|| {
                let nearby = nearby.get_or_insert_with(|| {
                    let mut nearby = Repeats::wanted(page.new_sentences());
                    nearby.add(&text.locale, &catalogs[at]);
                    nearby
                });
                let proposal = self.proposal(unit, &text.locale, catalogs, nearby);
                let stub =
                    Stub { id, kind: unit.kind, sentence: &unit.sentence, proposal: proposal.as_deref() };
                edit::stub(self.source_locale, &stub).replace('\n', catalog.line_end.as_str())
            });
            blocks.push((last, block));
        }
        edits.extend(edit::insert_bytes(&catalog, &blocks));
        let left: Vec<&Unit<'_>> =
            catalog.units.iter().filter(|unit| !today.contains(unit.id) && is_left(&catalog, unit)).collect();
        edits.extend(edit::remove(&catalog, &left));
        let full = Some(edit::applied(&catalog, &edits));
        Target { end: full.clone(), full, arrivals }
    }

    /// The lines of a unit that follows its sentence from another file.
    fn arrival(&self, unit: &TodayUnit, catalogs: &[Catalog<'_>]) -> Option<String> {
        let from = *self.by_name.get(unit.tracked.from.as_deref()?)?;
        let catalog = &catalogs[from];
        let there = catalog.unit(&unit.tracked.id).filter(|unit| unit.is_worked_on())?;
        let lines = edit::unit_text(catalog, there);
        if !wants_french(there, &unit.sentence) {
            return Some(lines);
        }
        let (alone, _) = catalog::read(&catalog.file, &lines, self.source_locale);
        let stub = alone.unit(&unit.tracked.id)?;
        let edits = edit::set_french(&alone, stub, &unit.sentence);
        Some(edit::applied(&alone, &edits))
    }

    /// A catalog without the units that stand, the same, in the file where they live now.
    fn without_departed<'f>(
        &self,
        at: usize,
        locale: usize,
        text: &str,
        fulls: &'f [Option<String>],
        written: &mut FxHashMap<usize, Catalog<'f>>,
    ) -> String {
        let file = &self.pages[at].targets[locale].file;
        let (catalog, _) = catalog::read(file, text, self.source_locale);
        let departed: Vec<&Unit<'_>> = catalog
            .units
            .iter()
            .filter(|unit| {
                let Some(&(home, index)) = self.home.get(unit.id).filter(|(home, _)| *home != at) else {
                    // A page that is gone keeps no stubs.
                    return self.pages[at].is_gone && !unit.is_worked_on();
                };
                let Some(there) = &fulls[home] else { return false };
                if !unit.is_worked_on() {
                    return true;
                }
                let there =
                    written.entry(home).or_insert_with(|| catalog::read("", there, self.source_locale).0);
                let Some(copy) = there.unit(unit.id) else { return false };
                let mut mine = edit::unit_text(&catalog, unit);
                let today = &self.pages[home].units[index];
                if wants_french(unit, &today.sentence) {
                    let (alone, _) = catalog::read("", &mine, self.source_locale);
                    let edits =
                        alone.unit(unit.id).map(|stub| edit::set_french(&alone, stub, &today.sentence));
                    mine = edit::applied(&alone, &edits.unwrap_or_default());
                }
                edit::unit_text(there, copy) == mine
            })
            .collect();
        if departed.is_empty() {
            return text.to_owned();
        }
        let edits = edit::remove(&catalog, &departed);
        edit::applied(&catalog, &edits)
    }

    /// A text that may fit a new unit: the translation of the whole that it is a part of, or of another
    /// unit with the same French, best in the same page.
    fn proposal(
        &self,
        unit: &TodayUnit,
        locale: &str,
        catalogs: &[Catalog<'_>],
        nearby: &Repeats,
    ) -> Option<String> {
        if let Origin::Born { kin: Some(Kin::Whole(whole)) } = &unit.tracked.origin {
            let (home, index) = *self.home.get(&**whole)?;
            let from = self.pages[home].units[index].tracked.from.as_deref();
            let from = from.and_then(|from| self.by_name.get(from)).copied();
            return [Some(home), from]
                .into_iter()
                .flatten()
                .find_map(|page| translation(&catalogs[page], whole));
        }
        let sentence = &unit.sentence;
        let found = nearby.translation_of(locale, sentence);
        found.or_else(|| self.repeats.translation_of(locale, sentence)).map(str::to_owned)
    }

    fn sources(&self, plan: &mut Plan) {
        for page in self.pages.iter().filter(|page| page.changed && page.source.writable) {
            let units: Vec<(&str, &str)> =
                page.units.iter().map(|unit| (unit.tracked.id.as_str(), unit.sentence.as_str())).collect();
            let source = &page.source;
            let arrives = page.units.iter().any(|unit| unit.tracked.from.is_some());
            // What it takes is to stand here before another source catalog gives it up.
            let mut step = if arrives { SOURCE_ARRIVE } else { SOURCE_LEAVE };
            let text = match &source.text {
                _ if units.is_empty() => None,
                None => Some(edit::new_source(self.source_locale, &units)),
                Some(_) => {
                    let catalog = source.read(self.source_locale);
                    if arrives && let Some(both) = self.with_departing(page, &catalog, &units) {
                        plan.push(SOURCE_ARRIVE, &source.file, Some(both));
                        step = SOURCE_LEAVE;
                    }
                    Some(edit::applied(&catalog, &edit::source(&catalog, &units)))
                }
            };
            if text == source.text {
                continue;
            }
            plan.push(step, &source.file, text);
        }
    }

    /// The text of a source catalog that gives units and takes others: as long as it is not sure that
    /// those it gives are written elsewhere, they stand here too.
    fn with_departing(
        &self,
        page: &PagePlan,
        catalog: &Catalog<'_>,
        units: &[(&str, &str)],
    ) -> Option<String> {
        let here = self.by_name.get(page.name.as_str());
        let departing: Vec<(&str, Cow<'_, str>)> = catalog
            .units
            .iter()
            .filter(|unit| self.home.get(unit.id).is_some_and(|(home, _)| Some(home) != here))
            .filter_map(|unit| Some((unit.id, catalog.sentence(unit.message.as_ref()?)?)))
            .collect();
        if departing.is_empty() {
            return None;
        }
        let mut both = units.to_vec();
        both.extend(departing.iter().map(|(id, sentence)| (*id, &**sentence)));
        Some(edit::applied(catalog, &edit::source(catalog, &both)))
    }
}

/// The translation of a unit as a plain sentence, if it is one.
fn translation(catalog: &Catalog<'_>, id: &str) -> Option<String> {
    let message = catalog.unit(id)?.message.as_ref()?;
    catalog.sentence(message).filter(|text| !text.trim().is_empty()).map(Cow::into_owned)
}
