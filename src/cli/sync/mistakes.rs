//! How many mistakes the catalogs have, which `check` tells: a translator who runs nothing but `sync` is to know of them.

use std::collections::BTreeSet;

use crate::catalog::{Bundle, Catalog, Isolating};
use crate::project::Homes;
use crate::unit::astray::{is_foreign, unexplained};
use crate::unit::{CatalogFile, Page};

/// What is amiss in the catalogs of a page.
#[derive(Default)]
pub(super) struct Mistakes {
    /// Of which it is certain.
    count: usize,
    /// Units that no sentence of the page has: where else they live is known when all pages were visited.
    strays: Vec<Stray>,
}

struct Stray {
    id: String,
    /// Whether `# @unit` opens it.
    opened: bool,
    /// The catalog, where that is another program's file.
    foreign: Option<String>,
}

impl Mistakes {
    /// `shared` are the shared files of each locale; none if they are not known, and so nothing of references.
    pub(super) fn of(page: &Page<'_>, shared: Option<&[Vec<&Catalog<'_>>]>) -> Mistakes {
        let mut mistakes = Mistakes::default();
        for (at, file) in page.targets.iter().enumerate() {
            if !file.in_scope && page.path.is_some() {
                continue;
            }
            let own = Bundle::new(
                file.locale,
                Isolating::Off,
                &file.catalog,
                shared.map_or(&[], |shared| &shared[at]),
            );
            let of_references = shared.map_or(0, |_| own.findings().len());
            mistakes.count += of_reading(file) + of_references;
            let strays = unexplained(page, at, &own);
            let foreign = is_foreign(page, at).then(|| file.catalog.file.to_string());
            mistakes.strays.extend(strays.into_iter().map(|unit| Stray {
                id: unit.id.to_owned(),
                opened: unit.section.is_some(),
                foreign: foreign.clone(),
            }));
        }
        mistakes
    }
}

/// How many mistakes a reader of a catalog meets; that both sides of a conflict have a unit is none of its own.
fn of_reading(file: &CatalogFile<'_>) -> usize {
    let comes_of_conflict = |rule: &str| file.catalog.conflicted && rule == "duplicate-unit";
    file.findings.iter().filter(|finding| !comes_of_conflict(finding.rule)).count()
}

/// The mistakes of all pages. `arriving` are the units that this run brings to the catalogs of their document.
pub(super) fn of_pages<'m>(
    all: impl Iterator<Item = &'m Mistakes>,
    homes: &Homes,
    arriving: &BTreeSet<&str>,
) -> usize {
    let mut foreign = BTreeSet::new();
    let mut count = 0;
    for mistakes in all {
        count += mistakes.count;
        for stray in &mistakes.strays {
            match (homes.document_of(&stray.id), &stray.foreign) {
                // What has left the source is obsolete, and no mistake.
                (None, None) => count += usize::from(!stray.opened),
                (None, Some(file)) => count += usize::from(foreign.insert(file)),
                (Some(_), _) => count += usize::from(!arriving.contains(stray.id.as_str())),
            }
        }
    }
    count
}
