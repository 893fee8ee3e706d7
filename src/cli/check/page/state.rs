//! What is told of a unit's state, and what to do about it.

mod missing;
mod stale;
mod unverified;

use super::lines::Lines;
use super::one::One;
use crate::catalog::{Catalog, EntryKind};
use crate::cli::tasks::place;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::text::quoted;
use crate::unit::assess::Assessed;
use crate::unit::{Presence, State};

/// A unit of which the state is to be told.
struct Telling<'t, 'p, 'l> {
    one: &'t One<'p, 'l>,
    /// Its place in the page.
    at: usize,
    this: &'t Assessed<'p>,
    /// Those of its catalog.
    lines: &'t Lines<'p>,
    id: &'p str,
    /// Today's French.
    sentence: &'p str,
}

impl<'p, 'l> One<'p, 'l>
where
    'l: 'p,
{
    /// What is wrong with the state of a unit, if anything is. A proposal or a fallback covers what is missing.
    pub(super) fn state(
        &self,
        at: usize,
        this: &Assessed<'p>,
        covered: bool,
        lines: &Lines<'p>,
    ) -> Option<Diagnostic> {
        let (id, sentence) = (self.page.units[at].id.as_str(), self.page.sentence(at));
        let telling = Telling { one: self, at, this, lines, id, sentence };
        match this.state {
            State::Current | State::Obsolete => None,
            State::Missing if covered || this.file.presence == Presence::Unreadable => None,
            State::Missing if this.unit.is_none() => Some(telling.absent()),
            // One slip is told once.
            State::Missing | State::Unverified if self.is_misnamed(this, id) => None,
            State::Unverified if self.is_below_indented(this) => None,
            State::Unverified | State::Invalid if self.is_conflicted(this) => None,
            State::Missing => Some(telling.missing()),
            State::Stale(change) => Some(telling.stale(change)),
            State::Unverified => Some(telling.unverified()),
            State::Invalid => telling.invalid(),
        }
    }

    /// Whether the lines above a translation are indented, so that they are published with the one before: this is told.
    fn is_below_indented(&self, this: &Assessed<'_>) -> bool {
        let catalog = &this.file.catalog;
        let Some(message) =
            this.unit.filter(|unit| unit.section.is_none()).and_then(|unit| unit.message.as_ref())
        else {
            return false;
        };
        let before = message.entry().checked_sub(1).map(|at| &catalog.entries[at]);
        before.filter(|before| before.kind == EntryKind::Message).is_some_and(|before| {
            let last = catalog.text[before.value()].lines().last().unwrap_or_default();
            last.trim_start().starts_with('#')
                && catalog.unit(before.id).is_some_and(|unit| unit.broken().is_empty())
                && self.has_sentence(before.id)
                && self.look.rules[self.at].contains("untranslated")
        })
    }
}

impl<'p, 'l> Telling<'_, 'p, 'l>
where
    'l: 'p,
{
    fn catalog(&self) -> &'p Catalog<'p> {
        &self.this.file.catalog
    }

    /// A finding at the unit's translation, or where that belongs.
    fn error(&self, rule: &'static str, message: impl Into<Box<str>>) -> Diagnostic {
        let catalog = self.catalog();
        let here = match self.this.unit {
            Some(unit) => {
                let start = place(unit);
                let line = &catalog.text[start..];
                let end = line.find(['\n', '\r']).unwrap_or(line.len());
                let end = if unit.message.is_some() { self.id.len().min(end) } else { end };
                self.lines.place(&(start..start + end))
            }
            None => Place::file(catalog.file.clone()),
        };
        Diagnostic::new(rule, Severity::Error, message).at(here)
    }

    /// The command that accepts the unit, and nothing else. Translations of other languages are for others to accept.
    fn accept(&self, how: &str) -> String {
        let of_locale = match self.one.look.has_more_locales {
            true => format!(" --locale {}", self.one.locale.as_str()),
            false => String::new(),
        };
        let address = quoted(&format!("{}#{}", self.one.page.name, self.id));
        format!("drogman accept{how} {address}{of_locale}")
    }

    /// Whether the branch has taken away what it rendered.
    fn is_lost(&self) -> bool {
        let change = self.one.look.since.and_then(|since| since.change(self.one.page, self.at, self.this));
        change.is_some_and(|change| change.lost)
    }

    fn invalid(&self) -> Option<Diagnostic> {
        let (one, this) = (self.one, self.this);
        let first = this.problems.first();
        let message =
            first.map_or("this translation can't be shown".to_owned(), |problem| problem.kind.message());
        // Where the rule that knows why is not asked for, the state is told.
        let is_on = |rule: &&str| one.look.weights.of(Some(one.locale), rule).is_some();
        let rule = first.map(|problem| problem.kind.rule()).filter(is_on);
        let is_caused = match std::ptr::eq(this.file, one.page.targets[one.at]) {
            true => one.causes().contains(self.id),
            // The page that its catalog is of tells what is wrong in that.
            false => rule.is_some(),
        };
        if is_caused {
            return None;
        }
        let rule = rule.unwrap_or("invalid");
        let mut finding = self.error(rule, message);
        if let Some(problem) = first {
            finding = finding.help(problem.kind.help());
            let end = self.catalog().text[problem.span.clone()].trim_end().len();
            finding.place = Some(self.lines.place(&(problem.span.start..problem.span.start + end)));
        }
        Some(finding)
    }
}
