//! The text of a target catalog with all that arrives, and nothing gone that another file needs.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::texts::{TodayUnit, french_edits, is_left, wants_french};
use super::{PagePlan, Planner, Shelf};
use crate::catalog::edit::{self, Stub};
use crate::catalog::insert::{At, Insertions};
use crate::catalog::{self, Catalog, LineEnd, Unit};
use crate::text::Edit;
use crate::unit::repeats::Repeats;

/// The text of a target catalog with all that arrives.
#[derive(Debug, Default)]
pub(super) struct Full {
    /// Nothing if there is to be no file.
    pub(super) text: Option<String>,
    /// Whether other files need it to be written before they give up what they have.
    pub(super) arrivals: bool,
}

/// A target catalog that is being made.
struct Draft<'d, 'c, 't> {
    planner: &'d Planner<'d>,
    /// The page, and its place among all.
    page: &'d PagePlan,
    at: usize,
    locale: usize,
    shelf: &'d Shelf<'c, 't>,
    /// What the page's own catalog says for sentences of new units; made when somebody asks.
    nearby: Option<Repeats>,
    arrivals: bool,
    edits: Vec<Edit>,
}

impl Planner<'_> {
    /// A target catalog, made of that of the page `origin` if there is one (its own, or that of its former name), with
    /// today's stubs and with what arrives from other files.
    pub(super) fn full(
        &self,
        at: usize,
        locale: usize,
        origin: Option<usize>,
        shelf: &Shelf<'_, '_>,
    ) -> Full {
        let page = &self.pages[at];
        let draft = Draft {
            planner: self,
            page,
            at,
            locale,
            shelf,
            nearby: None,
            arrivals: false,
            edits: Vec::new(),
        };
        match origin {
            None if page.units.is_empty() => Full::default(),
            None => draft.new_text(),
            Some(origin) => draft.text_of(origin),
        }
    }

    /// The lines of a unit that follows its sentence from another file.
    fn arrival(
        &self,
        page: &PagePlan,
        unit: &TodayUnit,
        locale: usize,
        shelf: &Shelf<'_, '_>,
    ) -> Option<String> {
        let held = |from: usize| {
            let catalog = &shelf.catalogs[from];
            let typed = self.pages[from].targets[locale].typed.get(unit.id().as_str());
            let there = catalog.unit(unit.id()).filter(|unit| unit.is_worked_on() || typed.is_some())?;
            Some((catalog, there, typed))
        };
        let from = *self.by_name.get(unit.from()?)?;
        // Its translations may lie in several pages: one branch put that of one locale there, another that of another.
        let elsewhere = || shelf.astray.get(unit.id().as_str()).copied();
        let (catalog, there, typed) = held(from).or_else(|| held(elsewhere()?))?;
        let lines = edit::unit_text(catalog, there);
        if !wants_french(catalog, there, page.sentence(unit)) {
            return Some(lines);
        }
        let (alone, _) = catalog::read(&catalog.file, &lines, self.source_locale);
        let stub = alone.unit(unit.id())?;
        let edits = french_edits(&alone, stub, &page.targets[locale].locale, page.sentence(unit), typed);
        Some(edit::applied(&alone, &edits))
    }

    /// A text that may fit a new unit: the translation of the whole that it is a part of, or of another
    /// unit with the same French, best in the same page.
    fn proposal(
        &self,
        page: &PagePlan,
        unit: &TodayUnit,
        locale: &str,
        catalogs: &[Catalog<'_>],
        nearby: &Repeats,
    ) -> Option<String> {
        if let Some(whole) = unit.whole() {
            let (home, index) = self.home_of(whole)?;
            let from = self.pages[home].units[index].from();
            let from = from.and_then(|from| self.by_name.get(from)).copied();
            return [Some(home), from]
                .into_iter()
                .flatten()
                .find_map(|page| translation(&catalogs[page], whole));
        }
        let sentence = page.sentence(unit);
        let found = nearby.translation_of(locale, sentence);
        found.or_else(|| self.repeats.translation_of(locale, sentence)).map(str::to_owned)
    }
}

impl<'d> Draft<'d, '_, '_> {
    /// The text of a catalog that is not there yet.
    fn new_text(mut self) -> Full {
        let (page, source) = (self.page, self.planner.source_locale);
        let bytes_of = |unit: &TodayUnit| edit::stub_bytes(source, unit.id(), page.sentence(unit));
        let bytes = page.units.iter().map(bytes_of).sum();
        let locale = &page.targets[self.locale].locale;
        let text = edit::new_target(
            source,
            locale,
            bytes,
            page.units.iter().map(|unit| self.block(unit, LineEnd::Lf)),
        );
        Full { text: Some(text), arrivals: self.arrivals }
    }

    /// The text of the catalog of the page `origin`, changed.
    fn text_of(mut self, origin: usize) -> Full {
        let catalog = &self.shelf.catalogs[origin];
        let known = self.today(origin);
        if known < catalog.units.len() {
            self.left(origin);
        }
        Full { text: Some(edit::applied(catalog, &self.edits)), arrivals: self.arrivals }
    }

    /// The edits for units of today; gives how many of them the catalog knows.
    fn today(&mut self, origin: usize) -> usize {
        let (page, catalog) = (self.page, &self.shelf.catalogs[origin]);
        let mut insertions = Insertions::new(catalog);
        let mut last = At::Start;
        let mut known = 0;
        for unit in &page.units {
            match catalog.unit(unit.id()) {
                Some(there) => {
                    known += 1;
                    last = At::After(unit.id());
                    self.renewed(unit, catalog, there, origin);
                }
                None => {
                    insertions.add(last, &self.block(unit, catalog.line_end));
                }
            }
        }
        self.edits.extend(insertions.edits());
        known
    }

    /// The edits for a unit that stands there.
    fn renewed(&mut self, unit: &TodayUnit, catalog: &Catalog<'_>, there: &Unit<'_>, origin: usize) {
        let id = unit.id().as_str();
        // A stub makes room for what somebody wrote of it in the catalog of another document.
        if unit.from().is_some()
            && is_left(catalog, there)
            && !self.page.targets[self.locale].typed.contains_key(id)
            && let Some(lines) = self.planner.arrival(self.page, unit, self.locale, self.shelf)
            && let Some(edit) = edit::replace_stub(catalog, there, &lines)
        {
            self.edits.push(edit);
            self.arrivals = true;
            return;
        }
        let sentence = self.page.sentence(unit);
        if wants_french(catalog, there, sentence) {
            let typed = self.planner.pages[origin].targets[self.locale].typed.get(id);
            self.edits.extend(french_edits(
                catalog,
                there,
                &self.page.targets[self.locale].locale,
                sentence,
                typed,
            ));
        }
    }

    /// The edits for units that no sentence of today has.
    fn left(&mut self, origin: usize) {
        let (page, catalog) = (self.page, &self.shelf.catalogs[origin]);
        let own = &page.targets[self.locale];
        let today: FxHashSet<&str> = page.units.iter().map(|unit| unit.id().as_str()).collect();
        let has_left = |unit: &&Unit<'_>| {
            !today.contains(unit.id) && is_left(catalog, unit) && !own.typed.contains_key(unit.id)
        };
        let left: Vec<&Unit<'_>> = catalog.units.iter().filter(has_left).collect();
        self.edits.extend(edit::remove(catalog, &left));
        if origin == self.at {
            self.edits.extend(page.typed_kept(own, catalog, self.planner.source_locale));
        }
    }

    /// The lines of a unit that is new here: those that it had in another file, as they are, or a stub.
    fn block(&mut self, unit: &TodayUnit, line_end: LineEnd) -> String {
        let Draft { planner, page, at, locale, shelf, .. } = *self;
        if let Some(lines) = planner.arrival(page, unit, locale, shelf) {
            self.arrivals = true;
            return lines;
        }
        let tag = &page.targets[locale].locale;
        let nearby = self.nearby.get_or_insert_with(|| nearby_of(page, tag, &shelf.catalogs[at]));
        let proposal = planner.proposal(page, unit, tag, shelf.catalogs, nearby);
        let (id, sentence) = (unit.id().as_str(), page.sentence(unit));
        let stub = Stub { id, kind: unit.kind(), sentence, proposal: proposal.as_deref() };
        let lines = edit::stub(planner.source_locale, &stub);
        match edit::with_line_ends(&lines, line_end) {
            Cow::Owned(lines) => lines,
            Cow::Borrowed(_) => lines,
        }
    }
}

/// What the target catalog of a page says for the sentences of its new units.
fn nearby_of(page: &PagePlan, locale: &str, catalog: &Catalog<'_>) -> Repeats {
    if catalog.units.iter().all(|unit| unit.message.is_none()) {
        return Repeats::default();
    }
    let mut nearby = Repeats::wanted(page.new_sentences());
    nearby.add(locale, catalog);
    nearby
}

/// The translation of a unit as a plain sentence, if it is one.
fn translation(catalog: &Catalog<'_>, id: &str) -> Option<String> {
    let message = catalog.unit(id)?.message.as_ref()?;
    catalog.sentence(message).filter(|text| !text.trim().is_empty()).map(Cow::into_owned)
}
