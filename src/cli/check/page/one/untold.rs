//! Pages that nobody has begun, and units that are not where they are looked for.

use rustc_hash::FxHashMap;

use super::One;
use crate::catalog::Unit;
use crate::cli::tasks::place;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::report::CUT_SHORT;
use crate::text::{Span, shorten};
use crate::unit::assess::{AllAssessed, Assessed};
use crate::unit::typed::{former_sentence, typed};
use crate::unit::{Presence, State};

impl<'p, 'l> One<'p, 'l>
where
    'l: 'p,
{
    /// Whether nobody has begun this page: each of its units is missing, and nothing else explains or covers one.
    pub(in crate::cli::check::page) fn is_untouched(
        &self,
        assessed: &AllAssessed<'p>,
        is_covered: impl Fn(usize) -> bool,
    ) -> bool {
        let is_told = |(at, this): (usize, &Assessed<'p>)| {
            this.state == State::Missing
                && !is_covered(at)
                && !(this.unit.is_some() && self.is_misnamed(this, &self.page.units[at].id))
                && self.typed(at, this).is_none()
                && this.unit.is_none_or(|unit| self.in_comment(this, unit).is_none())
        };
        assessed.len() > 1
            && self.page.unreadable(self.at).is_none()
            && assessed.iter().enumerate().all(is_told)
    }

    /// Whether the catalog is there, and has nothing of what `sync` wrote into it: somebody or something emptied it.
    pub(in crate::cli::check::page) fn is_emptied(&self) -> bool {
        let own = self.page.targets[self.at];
        own.presence == Presence::Read
            && own.catalog.units.is_empty()
            && self.page.units.iter().any(|unit| self.page.source.catalog.unit(&unit.id).is_some())
    }

    /// The unit whose finding alone is made of a page that nobody has begun, as it is the first of all that would
    /// be; none where some units are in the catalog of another page. Findings that point to no line are sorted first.
    pub(in crate::cli::check::page) fn first_of_all(&self, assessed: &AllAssessed<'p>) -> Option<usize> {
        let own = self.page.targets[self.at];
        if !assessed.iter().all(|this| std::ptr::eq(this.file, own)) {
            return None;
        }
        let ids = self.page.units.iter().map(|unit| &unit.id);
        let keys = assessed.iter().zip(ids).map(|(this, id)| (this.unit.map(place), id)).enumerate();
        keys.min_by_key(|(_, key)| *key).map(|(at, _)| at)
    }

    /// The comment of a unit that is its translation, and the line as it is to be written, if it is not the same line without
    /// its `#`: a line `# en: …` beside that of the French.
    pub(in crate::cli::check::page) fn in_comment(
        &self,
        this: &Assessed<'p>,
        unit: &Unit<'p>,
    ) -> Option<(Span, Option<String>)> {
        let catalog = &this.file.catalog;
        if let Some(note) = catalog.commented_out(unit).next() {
            return Some((note.clone(), None));
        }
        let (tag, language) = (self.locale.as_str(), self.locale.language());
        let mut notes = unit.notes();
        notes.find_map(|note| {
            let content = catalog.text[note.clone()].trim_start_matches('#').trim_start();
            let rest = content.strip_prefix(tag).or_else(|| content.strip_prefix(language))?;
            let text = rest.strip_prefix(':')?.trim();
            (!text.is_empty()).then(|| (note.clone(), Some(format!("{} = {}", unit.id, shorten(text, 300)))))
        })
    }

    /// What somebody typed into the line of French of a unit that has no translation.
    pub(in crate::cli::check::page) fn typed(&self, at: usize, this: &Assessed<'p>) -> Option<&'p str> {
        let former = former_sentence(self.page, &self.page.units[at].id);
        typed(this.unit?, former.as_deref(), Some(self.page.sentence(at)))
    }

    /// Whether the source catalog has a unit, and the page's own catalog, which is there and holds others, has not: as
    /// lines were deleted, or the file was saved by half.
    pub(in crate::cli::check::page) fn is_lost(&self, at: usize, this: &Assessed<'p>) -> bool {
        let own = self.page.targets[self.at];
        this.unit.is_none()
            && this.state == State::Missing
            && std::ptr::eq(this.file, own)
            && own.presence == Presence::Read
            && self.page.source.catalog.unit(&self.page.units[at].id).is_some()
            && self.renamed(self.page.sentence(at)).is_none()
    }

    /// One finding for all units that the catalog lost, if these are several.
    pub(in crate::cli::check::page) fn lost(
        &self,
        assessed: &AllAssessed<'p>,
        is_covered: impl Fn(usize) -> bool,
    ) -> Option<Diagnostic> {
        let catalog = &self.page.targets[self.at].catalog;
        if catalog.units.is_empty() {
            return None;
        }
        let lost =
            assessed.iter().enumerate().filter(|(at, this)| self.is_lost(*at, this) && !is_covered(*at));
        let count = lost.count();
        let message = format!("{count} sentences have no unit here, though the source catalog has them");
        let finding = Diagnostic::new("missing", Severity::Error, message);
        (count > 1).then(|| finding.at(Place::file(catalog.file.clone())).help(CUT_SHORT))
    }

    /// The unit of the page's own catalog that holds a translation of a sentence under an id that nobody knows.
    pub(in crate::cli::check::page) fn renamed(&self, sentence: &str) -> Option<&'p Unit<'p>> {
        let renamed = self.renamed.get_or_init(|| {
            let file = self.page.targets[self.at];
            if file.catalog.units.iter().all(|unit| self.page.source.catalog.unit(unit.id).is_some()) {
                return FxHashMap::default();
            }
            let strays = self.page.strays(self.at).into_iter();
            let unknown = strays
                .filter(|unit| unit.message.is_some() && self.page.source.catalog.unit(unit.id).is_none());
            unknown.filter_map(|unit| Some((unit.french().next()?.text, unit))).collect()
        });
        renamed.get(sentence).copied()
    }
}
