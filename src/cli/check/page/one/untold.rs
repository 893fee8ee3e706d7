//! Pages that nobody has begun, and units that are not where they are looked for.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::One;
use crate::catalog::{Entry, EntryKind, Unit};
use crate::cli::tasks::place;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::report::CUT_SHORT;
use crate::text::{Span, shorten};
use crate::unit::assess::{AllAssessed, Assessed};
use crate::unit::typed::{former_sentence, typed};
use crate::unit::{Presence, State};

/// What to do where the names of units were changed all through a file.
const RENAMED: &str = "if a search and replace went through the names, take the file back: `git diff` shows what it did, once committed `git log -p`\n\
                       else write each name as it was, behind `# @unit` and before the equals sign";

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
            && !self.is_mostly_renamed(assessed)
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
        let keyed = catalog.keyed_notes(unit, self.locale.as_str()).next();
        let keyed = keyed.map(|(note, text)| (note.clone(), text));
        let (note, text) = catalog.behind_id(unit).or(keyed)?;
        Some((note, Some(format!("{} = {}", unit.id, shorten(text, 300)))))
    }

    /// What somebody typed into the line of French of a unit that has no translation, and the French that stood there.
    pub(in crate::cli::check::page) fn typed(
        &self,
        at: usize,
        this: &Assessed<'p>,
    ) -> Option<(&'p str, Cow<'p, str>)> {
        let former = former_sentence(self.page, &self.page.units[at].id);
        let sentence = self.page.sentence(at);
        let words = typed(this.unit?, former.as_deref(), Some(sentence))?;
        Some((words, former.unwrap_or(Cow::Borrowed(sentence))))
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
            && self.renamed(at).is_none()
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

    /// Whether the page's own catalog has a translation of a unit under a name that nobody knows.
    pub(in crate::cli::check::page) fn is_renamed(&self, at: usize, this: &Assessed<'p>) -> bool {
        this.unit.is_none() && this.state == State::Missing && self.renamed(at).is_some()
    }

    /// Whether half of the page is there under other names; what a branch took away is told as that.
    fn is_mostly_renamed(&self, assessed: &AllAssessed<'p>) -> bool {
        if self.look.since.is_some() {
            return false;
        }
        let renamed = assessed.iter().enumerate().filter(|(at, this)| self.is_renamed(*at, this));
        2 * renamed.count() >= assessed.len()
    }

    /// One finding for all units whose names were changed, if these are many: something went through the whole file.
    pub(in crate::cli::check::page) fn many_renamed(&self, assessed: &AllAssessed<'p>) -> Option<Diagnostic> {
        const MANY: usize = 5;
        let all = || assessed.iter().enumerate().filter(|(at, this)| self.is_renamed(*at, this));
        let count = all().take(MANY).count();
        if count < MANY {
            return None;
        }
        let at = all().next()?.0;
        let unit = self.renamed(at)?;
        let (count, start) = (all().count(), place(unit));
        let message = format!(
            "{count} translations of this page stand under names that none of its sentences has, as `{}` for `{}`",
            unit.id, self.page.units[at].id
        );
        let finding = Diagnostic::new("missing", Severity::Error, message);
        Some(finding.at(self.lines.place(&(start..start + unit.id.len()))).help(RENAMED))
    }

    /// The unit of the page's own catalog that holds a translation of a sentence under an id that nobody knows: one with
    /// the same hash, as the beginning of ids is what a search and replace goes through, or with the same French.
    pub(in crate::cli::check::page) fn renamed(&self, at: usize) -> Option<&'p Unit<'p>> {
        let renamed = self.renamed.get_or_init(|| {
            let file = self.page.targets[self.at];
            if file.catalog.units.iter().all(|unit| self.page.source.catalog.unit(unit.id).is_some()) {
                return FxHashMap::default();
            }
            let strays = self.page.strays(self.at).into_iter();
            let unknown = strays
                .filter(|unit| unit.message.is_some() && self.page.source.catalog.unit(unit.id).is_none());
            let keys = |unit: &'p Unit<'p>| [Some(hash(unit.id)), unit.french().next().map(|line| line.text)];
            unknown.flat_map(|unit| keys(unit).into_iter().flatten().map(move |key| (key, unit))).collect()
        });
        if renamed.is_empty() {
            return None;
        }
        let id = hash(&self.page.units[at].id);
        renamed.get(id).or_else(|| renamed.get(self.page.sentence(at))).copied()
    }
}

/// A file of terms that is no page's catalog, so that no page reads them.
pub(in crate::cli::check::page) fn unread_terms(one: &One<'_, '_>) -> Option<Diagnostic> {
    let catalog = &one.page.targets[one.at].catalog;
    let is_term = |entry: &&Entry<'_>| entry.kind == EntryKind::Term;
    let first = catalog.entries.iter().find(is_term).filter(|_| catalog.units.is_empty())?;
    if one.page.path.is_some() || !one.page.source.catalog.units.is_empty() {
        return None;
    }
    let message =
        "no page reads the terms of this file: it is no catalog of a page, and none of the shared files";
    let place = one.lines.place(&(first.body().start..first.body().start + 1 + first.id.len()));
    Some(
        Diagnostic::new("unknown-unit", Severity::Warning, message)
            .at(place)
            .help("move them to terms.ftl, or list the file in drogman.toml: project.shared"),
    )
}

/// What stands behind the name of the page in an id.
fn hash(id: &str) -> &str {
    id.rsplit('-').next().unwrap_or(id)
}
