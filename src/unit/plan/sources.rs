//! The source catalogs, from which the next run starts: they are written last.

use std::borrow::Cow;

use super::{FileChange, PagePlan, Planner, Step};
use crate::catalog::{self, Catalog, Unit, edit, source};

impl Planner<'_> {
    /// What it takes is to stand in a source catalog before another one gives it up.
    pub(super) fn sources(&self, write: &mut dyn FnMut(Step, FileChange)) {
        let changed = self.pages.iter().filter(|page| page.changed && page.source.writable);
        let (taking, others): (Vec<_>, Vec<_>) =
            changed.partition(|page| page.units.iter().any(|unit| unit.from().is_some()));
        let mut leaving = Vec::new();
        for page in taking {
            let (file, catalog) = (&page.source.file, page.source.read(self.source_locale));
            let mut step = Step::SourceArrive;
            if page.source.text.is_some()
                && let Some(both) = self.with_departing(page, &catalog)
            {
                write(step, FileChange { file: file.clone(), text: Some(both) });
                step = Step::SourceLeave;
            }
            let text = self.source(page, &catalog);
            if text.as_deref() == page.source.text() {
                continue;
            }
            let change = FileChange { file: file.clone(), text };
            match step {
                Step::SourceArrive => write(step, change),
                _ => leaving.push(change),
            }
        }
        for change in leaving {
            write(Step::SourceLeave, change);
        }
        for page in others {
            let text = self.source(page, &page.source.read(self.source_locale));
            if text.as_deref() != page.source.text() {
                write(Step::SourceLeave, FileChange { file: page.source.file.clone(), text });
            }
        }
    }

    /// The text of a page's source catalog; none if it is to have none.
    fn source(&self, page: &PagePlan, catalog: &Catalog<'_>) -> Option<String> {
        if page.units.is_empty() {
            // What somebody wrote among the units is no unit that left.
            let ours: Vec<_> = catalog.units.iter().filter(|unit| unit.section.is_some()).collect();
            let rest = edit::applied(catalog, &edit::remove(catalog, &ours));
            let is_foreign = catalog::read("", &rest, self.source_locale).0.is_foreign();
            return is_foreign.then_some(rest);
        }
        let units = page.units.iter().map(|unit| (unit.id().as_str(), page.sentence(unit)));
        if page.source.text.is_none() {
            return Some(source::new_catalog(self.source_locale, units));
        }
        let text = edit::applied(catalog, &source::edits(catalog, &units.collect::<Vec<_>>()));
        if page.source.typed.is_empty() {
            return Some(text);
        }
        let (catalog, _) = catalog::read(&page.source.file, &text, self.source_locale);
        let typed = |unit: &Unit<'_>| edit::keep_words(&catalog, unit, page.source.typed.get(unit.id)?);
        Some(edit::applied(&catalog, &catalog.units.iter().filter_map(typed).collect::<Vec<_>>()))
    }

    /// The text of a source catalog that gives units and takes others: as long as it is not sure that
    /// those it gives are written elsewhere, they stand here too.
    fn with_departing(&self, page: &PagePlan, catalog: &Catalog<'_>) -> Option<String> {
        let here = self.by_name.get(page.name.as_str()).copied();
        let departing: Vec<(&str, Cow<'_, str>)> = catalog
            .units
            .iter()
            .filter(|unit| self.home_of(unit.id).is_some_and(|(home, _)| Some(home) != here))
            .filter_map(|unit| Some((unit.id, catalog.sentence(unit.message.as_ref()?)?)))
            .collect();
        if departing.is_empty() {
            return None;
        }
        let mut both: Vec<(&str, &str)> =
            page.units.iter().map(|unit| (unit.id().as_str(), page.sentence(unit))).collect();
        both.extend(departing.iter().map(|(id, sentence)| (*id, &**sentence)));
        Some(edit::applied(catalog, &source::edits(catalog, &both)))
    }
}
