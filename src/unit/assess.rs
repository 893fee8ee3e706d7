//! The state of each of today's units in a locale, and of those that are obsolete.

use super::bundles::{Bundles, Shared};
use super::page::{CatalogFile, Page};
use super::state::{self, Staleness, State};
use crate::align::Change;
use crate::align::change::{Reason, verdict};
use crate::catalog::{Isolating, Problem, Unit};
use crate::text::Seldom;

/// What a translation of `old` misses of `new`; nothing if they differ in typography at most.
pub fn staleness(old: &str, new: &str) -> Option<Staleness> {
    if old == new {
        return None;
    }
    of_change(verdict(old, new).change)
}

fn of_change(change: Change) -> Option<Staleness> {
    match change {
        Change::None | Change::Typographic => None,
        Change::Minor => Some(Staleness::Minor),
        Change::Major => Some(Staleness::Major),
    }
}

/// One of today's units in one locale.
pub struct Assessed<'p> {
    /// Its state.
    pub state: State,
    /// The catalog that holds it.
    pub file: &'p CatalogFile<'p>,
    /// What the catalog holds of it.
    pub unit: Option<&'p Unit<'p>>,
    /// Why its message can't be formatted.
    pub problems: Seldom<Problem>,
    /// What changed in the French since it was translated, if it is stale.
    pub reasons: Seldom<Reason>,
}

/// The states of a page's units in the locale at `locale` (an index of [`Page::targets`]), one after the other: there
/// may be a million.
pub fn assess<'p>(
    page: &Page<'p>,
    locale: usize,
    shared: &'p Shared<'p>,
) -> impl ExactSizeIterator<Item = Assessed<'p>> {
    let bundles = Bundles::new(page.targets[locale], Isolating::Off, shared);
    page.units.iter().enumerate().map(move |(at, tracked)| {
        let file = page.catalog_of(at, locale);
        let unit = file.catalog.unit(&tracked.id);
        let problems = match unit {
            None => Vec::new(),
            Some(unit) => bundles.with(file, |bundle| bundle.problems(unit)),
        };
        let mut reasons = Vec::new();
        let change = |old: &str, new: &str| {
            if old == new {
                return None;
            }
            let verdict = verdict(old, new);
            reasons = verdict.reasons;
            of_change(verdict.change)
        };
        let state = state::state(unit, &problems, Some(page.sentence(at)), change);
        if !matches!(state, state::State::Stale(_)) {
            reasons = Vec::new();
        }
        Assessed { state, file, unit, problems: problems.into(), reasons: reasons.into() }
    })
}

/// The states of a page's units in one locale, for whoever looks at them more than once.
#[derive(Default)]
pub struct AllAssessed<'p> {
    /// One for all where the locale has nothing of the page: before the first `sync` there may be a million.
    each: Vec<Assessed<'p>>,
    count: usize,
}

impl<'p> AllAssessed<'p> {
    /// See [`assess`].
    pub fn of(page: &Page<'p>, locale: usize, shared: &'p Shared<'p>) -> Self {
        let is_nothing_there = page.targets[locale].catalog.units.is_empty() && page.origins.is_empty();
        let count = page.units.len();
        let kept = if is_nothing_there { 1 } else { count };
        AllAssessed { each: assess(page, locale, shared).take(kept).collect(), count }
    }

    /// How many units the page has; none where it is not to be translated.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// That of the unit at this place.
    pub fn get(&self, at: usize) -> Option<&Assessed<'p>> {
        (at < self.count).then(|| self.each.get(at).unwrap_or(&self.each[0]))
    }

    /// All, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Assessed<'p>> {
        (0..self.count).filter_map(|at| self.get(at))
    }
}
