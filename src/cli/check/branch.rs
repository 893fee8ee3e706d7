//! What a branch did, and which findings are its own.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use super::weigh::Weights;
use crate::align::Change as Class;
use crate::align::change::verdict;
use crate::cli::since::{NewLines, Since};
use crate::diagnostic::{Diagnostic, Findings, Severity};
use crate::project::{Homes, Project};
use crate::report::{Branch, change_pairs};
use crate::text::{Locale, count_words};
use crate::unit::since::Change;
use crate::unit::{Staleness, State};

/// A unit that has changed.
pub(super) struct Changed {
    pub(super) id: SmolStr,
    /// Its sentence.
    pub(super) sentence: String,
    /// Locale, today's state, and what has changed.
    pub(super) locales: Vec<(usize, State, Change)>,
}

/// What the branch has changed.
pub(super) struct Deeds<'s> {
    since: &'s Since,
    asked: &'s [Locale],
    /// Locales and units of which something has changed.
    changed: FxHashSet<(SmolStr, SmolStr)>,
    /// Those whose translation has.
    touched: FxHashSet<(SmolStr, SmolStr)>,
    /// Those that were current, and are not any more by no change of the French.
    lost: FxHashSet<(SmolStr, SmolStr)>,
    /// Units whose sentence has.
    sources: FxHashSet<SmolStr>,
}

impl<'s> Deeds<'s> {
    pub(super) fn new(since: &'s Since, units: &[Changed], asked: &'s [Locale]) -> Self {
        let mut deeds = Deeds {
            since,
            asked,
            changed: FxHashSet::default(),
            touched: FxHashSet::default(),
            lost: FxHashSet::default(),
            sources: FxHashSet::default(),
        };
        for unit in units {
            for (locale, _, change) in &unit.locales {
                let key = || (asked[*locale].as_str().into(), unit.id.clone());
                deeds.changed.insert(key());
                if change.translation || change.reference {
                    deeds.touched.insert(key());
                }
                if change.lost {
                    deeds.lost.insert(key());
                }
                if change.source {
                    deeds.sources.insert(unit.id.clone());
                }
            }
        }
        deeds
    }

    /// Keeps the findings on what has changed. Where a policy goes by what the branch has touched, an error stays one
    /// only on lines of catalogs that it has, and what it took from a translation may be one.
    pub(super) fn filter(&self, findings: &Findings, project: &Project, weights: &Weights<'_>) -> Findings {
        let only_touched = weights.only_touched();
        let mut file: Arc<str> = "".into();
        let mut lines = NewLines::default();
        let moved = OnceCell::new();
        findings.filtered(|mut finding| {
            let place = finding.place.clone().unwrap_or_else(|| crate::diagnostic::Place::file(""));
            if place.file != file {
                file = Arc::clone(&place.file);
                lines = NewLines::default();
                if self.since.has_changed(&file)
                    && let Ok(text) = project.read(&file)
                {
                    let moved = moved.get_or_init(|| self.since.moved_lines(project));
                    lines = self.since.new_lines(&file, &text, project, moved);
                }
            }
            // What came with its page is no deed of the branch, but where its place is what is wrong with it.
            let new_line = place.at.is_some_and(|at| {
                lines.written.contains(&at.line)
                    || (lines.moved.contains(&at.line) && finding.rule == "unit-mismatch")
            });
            let subject = &finding.subject;
            let key = subject.locale.clone().zip(subject.unit.clone());
            let touched = new_line || key.as_ref().is_some_and(|key| self.touched.contains(key));
            let of_it = match (&key, &subject.unit) {
                (Some(key), Some(unit)) => self.changed.contains(key) || self.has_left(&finding, unit),
                (_, Some(unit)) => self.sources.contains(unit),
                (_, None) if place.at.is_none() => {
                    self.since.has_changed(&place.file)
                        || subject.document.as_deref().is_some_and(|name| self.since.touches(name))
                }
                (_, None) => false,
            };
            let in_catalog = place.file.ends_with(".ftl");
            if only_touched && finding.severity == Severity::Error && !(touched && in_catalog) {
                finding.severity = Severity::Warning;
            }
            if key.as_ref().is_some_and(|key| self.lost.contains(key)) && self.lost_fails(&finding, weights) {
                finding.severity = Severity::Error;
            }
            (touched || of_it).then_some(finding)
        })
    }

    fn lost_fails(&self, finding: &Diagnostic, weights: &Weights<'_>) -> bool {
        const LOST: [&str; 4] = ["missing", "stale-major", "stale-minor", "unverified"];
        let locale =
            self.asked.iter().find(|locale| finding.subject.locale.as_deref() == Some(locale.as_str()));
        LOST.contains(&finding.rule) && locale.is_some_and(|locale| weights.lost_fails(locale, finding))
    }

    fn has_left(&self, finding: &Diagnostic, unit: &str) -> bool {
        finding.rule == "obsolete" && self.since.has_left(unit)
    }

    /// What the branch did to the French.
    pub(super) fn branch(
        &self,
        units: &[Changed],
        asked: &[Locale],
        homes: &Homes,
        of_page: impl Fn(&str) -> bool,
    ) -> Branch {
        let mut branch = Branch::default();
        // What is not there any more was not written. Where the French changed, too, the work on it is told.
        let of_translations =
            units.iter().flat_map(|unit| &unit.locales).filter(|(_, _, change)| change.translation);
        let (deleted, written): (Vec<&_>, Vec<&_>) =
            of_translations.partition(|(_, state, _)| *state == State::Missing);
        let deleted: Vec<usize> =
            deleted.into_iter().filter(|(_, _, change)| !change.source).map(|(locale, ..)| *locale).collect();
        let written: Vec<usize> = written.into_iter().map(|(locale, ..)| *locale).collect();
        branch.translated = written.len();
        branch.deleted = deleted.len();
        let mut waiting = Waiting::default();
        for unit in units.iter().filter(|unit| self.sources.contains(&unit.id)) {
            self.count(unit, &mut branch, &mut waiting);
        }
        let left = self.since.then().units().filter(|(id, was)| {
            was.sentence.is_some() && homes.document_of(id).is_none() && of_page(&was.document)
        });
        branch.gone = left.count();
        let tags = |of: BTreeSet<usize>| of.into_iter().map(|at| asked[at].as_str().to_owned()).collect();
        branch.translated_in = tags(written.into_iter().collect());
        branch.deleted_in = tags(deleted.into_iter().collect());
        branch.to_confirm = tags(waiting.to_confirm);
        branch.to_review = tags(waiting.to_review);
        branch.to_translate = tags(waiting.to_translate);
        branch
    }

    /// Counts a unit whose sentence the branch has changed, or written.
    fn count(&self, unit: &Changed, branch: &mut Branch, waiting: &mut Waiting) {
        let in_states = |wanted: &dyn Fn(State) -> bool| -> Vec<usize> {
            let of = unit.locales.iter().filter(|(_, state, change)| wanted(*state) && !change.unread);
            of.map(|(locale, ..)| *locale).collect()
        };
        let stale = in_states(&|state| matches!(state, State::Stale(_) | State::Unverified | State::Invalid));
        let missing = in_states(&|state| state == State::Missing);
        let was = self.since.then().unit(&unit.id).and_then(|was| was.sentence.as_deref());
        let verdict = was.map(|was| verdict(was, &unit.sentence));
        match verdict.as_ref().map(|verdict| verdict.change) {
            Some(Class::None | Class::Typographic) => {
                branch.typographic += 1;
                return;
            }
            Some(Class::Minor) => {
                branch.minor += 1;
                waiting.to_confirm.extend(in_states(&|state| state == State::Stale(Staleness::Minor)));
                return;
            }
            Some(Class::Major) => branch.major += 1,
            // One that came back has its translation of then.
            None => branch.new += 1,
        }
        branch.pairs.extend(verdict.iter().flat_map(change_pairs));
        if !stale.is_empty() || !missing.is_empty() {
            branch.words += count_words(&unit.sentence);
        }
        waiting.to_review.extend(stale);
        waiting.to_translate.extend(missing);
    }
}

/// What waits for somebody, and in which of the locales that were asked for.
#[derive(Default)]
struct Waiting {
    to_confirm: BTreeSet<usize>,
    to_review: BTreeSet<usize>,
    to_translate: BTreeSet<usize>,
}
