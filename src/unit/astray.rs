//! Units whose lines stand in the catalog of another document than their sentence: a branch translated a page while it
//! was renamed or cut on the other, or somebody put them into the wrong file. By its id it is sure where each belongs.

use rustc_hash::{FxHashMap, FxHashSet};

use super::page::{CatalogFile, Page, strays};
use super::track::Outcome;
use crate::catalog::{Bundle, Catalog, Unit, edit};

/// A document with its target catalogs: those of all documents are in one order of locales.
pub struct Holder<'p, 'a> {
    /// Its name.
    pub name: &'p str,
    /// Its target catalogs.
    pub targets: &'p [CatalogFile<'a>],
}

/// Whether a unit can come home from a document's catalogs: in a locale that its own document is translated into, they
/// have a person's work on it, and its own catalog has none.
pub fn may_come_home(id: &str, from: &[CatalogFile<'_>], home: &[CatalogFile<'_>]) -> bool {
    let mut locales = home.iter().zip(from);
    locales.any(|(home, from)| home.in_scope && home.lacks_what(from, id))
}

/// Whether a unit that a person worked on stands in both, with the same lines.
pub fn stands_in_both(id: &str, from: &[CatalogFile<'_>], home: &[CatalogFile<'_>]) -> bool {
    let lines = |file: &CatalogFile<'_>| {
        let unit = file.catalog.unit(id).filter(|unit| unit.is_worked_on())?;
        Some(edit::unit_text(&file.catalog, unit))
    };
    home.iter().zip(from).any(|(home, from)| lines(from).is_some_and(|copy| lines(home) == Some(copy)))
}

/// Lets the units of today that stand astray come from where they are.
pub fn bring_home(outcomes: &mut [Outcome], documents: &[Holder<'_, '_>]) {
    let mut astray: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, (document, outcome)) in documents.iter().zip(&*outcomes).enumerate() {
        for target in document.targets {
            for unit in strays(&target.catalog, &outcome.units).into_iter().filter(|unit| unit.is_worked_on())
            {
                let holders = astray.entry(unit.id).or_default();
                if holders.last() != Some(&at) {
                    holders.push(at);
                }
            }
        }
    }
    if astray.is_empty() {
        return;
    }
    for (home, outcome) in outcomes.iter_mut().enumerate() {
        for unit in &mut outcome.units {
            let holders = astray.get(unit.id.as_str()).into_iter().flatten().copied();
            let can_give =
                |&at: &usize| may_come_home(&unit.id, documents[at].targets, documents[home].targets);
            let givers: Vec<usize> = holders.filter(can_give).collect();
            // Where it left a page at the same time, that one first; but it may be a mere stub there.
            let left = unit.from().filter(|left| givers.iter().any(|at| documents[*at].name == *left));
            if let (None, Some(from)) = (left, givers.first()) {
                unit.come_from(documents[*from].name);
            }
        }
    }
}

/// The units of a page's catalog that no sentence of the page has, but for messages that others refer to, and those whose
/// finding of their own says that they stand under another unit's line. `own` are the messages of that catalog.
pub fn unexplained<'a>(page: &Page<'a>, locale: usize, own: &Bundle<'_>) -> Vec<&'a Unit<'a>> {
    let strays = page.strays(locale);
    if strays.is_empty() {
        return strays;
    }
    let referred = own.referred();
    let mismatches = page.targets[locale].findings.iter().filter(|finding| finding.rule == "unit-mismatch");
    let misplaced: FxHashSet<&str> =
        mismatches.filter_map(|finding| finding.subject.unit.as_deref()).collect();
    let is_explained =
        |unit: &Unit<'_>| unit.message.is_none() || referred.contains(unit.id) || misplaced.contains(unit.id);
    strays.into_iter().filter(|unit| unit.section.is_some() || !is_explained(unit)).collect()
}

/// Whether a page's catalog is another program's file: drogman's catalogs have a document, or had one.
pub fn is_foreign(page: &Page<'_>, locale: usize) -> bool {
    let is_ours = |catalog: &Catalog<'_>| catalog.units.iter().any(|unit| unit.section.is_some());
    page.path.is_none() && !is_ours(&page.targets[locale].catalog) && !is_ours(&page.source.catalog)
}
