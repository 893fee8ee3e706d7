//! A page in all locales that were asked for: what is told of many units at once, and what of each.

use std::cell::OnceCell;
use std::ops::Range;

use super::anchors::PageHeadings;
use super::one::One;
use super::quality::{AT_ONCE, problems};
use super::read::Read;
use super::{Look, Row, keep, put_on_sheets};
use crate::check::{self, Labels, Problem};
use crate::cli::garbled;
use crate::diagnostic::{AT_ONCE as MANY, Diagnostic, Place, Subject};
use crate::text::{LineIndex, count_words};
use crate::unit::assess::{AllAssessed, Assessed};
use crate::unit::{Page, State};

/// A page in all locales that were asked for.
pub(super) struct All<'p, 'l> {
    page: &'p Page<'p>,
    look: &'l Look<'l>,
    pub(super) ones: Vec<One<'p, 'l>>,
    /// The states of its units, also in the locales that only stand in for others; none where it is out of scope.
    assessed: Vec<AllAssessed<'p>>,
}

/// What is told of a page in a locale as a whole, so that its units need not say it.
#[derive(Default)]
pub(super) struct Whole {
    /// It was read in the wrong encoding and saved so: nothing else is told.
    is_garbled: bool,
    /// Nobody has begun it.
    pub(super) is_untouched: bool,
    /// The unit whose finding alone is made, as nobody has begun the page.
    pub(super) first: Option<usize>,
    /// One finding tells of all units that the catalog lost.
    is_lost: bool,
    /// One finding tells of all units whose names were changed.
    is_renamed: bool,
}

impl<'p, 'l> All<'p, 'l>
where
    'l: 'p,
{
    pub(super) fn new(page: &'p Page<'p>, look: &'l Look<'l>) -> Self {
        let assess = |at: usize| match page.targets[at].in_scope {
            true => AllAssessed::of(page, at, &look.shared[at]),
            false => AllAssessed::default(),
        };
        All {
            page,
            look,
            ones: (0..look.asked).map(|at| One::new(page, at, look)).collect(),
            assessed: (0..look.locales.len()).map(assess).collect(),
        }
    }

    /// The states of the units in the locales that were asked for.
    pub(super) fn assessed(&self) -> &[AllAssessed<'p>] {
        &self.assessed[..self.look.asked]
    }

    /// Tells what is wrong with the catalogs themselves; gives, for each, what is told of the page as a whole.
    pub(super) fn catalogs(&self, row: &mut Row) -> Vec<Whole> {
        let spoilt = garbled::of_page(self.page).is_some_and(|finding| {
            let subject = Subject { document: Some(self.page.name.into()), ..Subject::default() };
            self.tells_all(None, finding.about(subject), row)
        });
        let mut wholes = Vec::new();
        for (one, assessed) in self.ones.iter().zip(&self.assessed) {
            let garbled = one.garbled(assessed);
            let is_garbled = garbled.is_some_and(|finding| self.tells_all(Some(one), finding, row)) || spoilt;
            if !is_garbled {
                one.catalog(assessed, row);
            }
            let is_untouched = one.is_untouched(assessed, |unit| self.is_covered(one.at, unit));
            let first = (self.look.folds && is_untouched).then(|| one.first_of_all(assessed)).flatten();
            wholes.push(Whole { is_garbled, is_untouched, first, ..Whole::default() });
        }
        if self.look.folds {
            self.fold(&mut wholes, row);
        }
        wholes
    }

    /// Keeps a finding; gives whether it may stand for others, and is told.
    fn tells_all(&self, one: Option<&One<'p, 'l>>, finding: Diagnostic, row: &mut Row) -> bool {
        let locale = one.map(|one| one.locale);
        let is_told = self.look.weights.of_finding(locale, &finding).is_some();
        keep(&mut row.findings, self.look, locale, finding);
        self.look.folds && is_told
    }

    /// Tells at once of all units that a catalog lost, or whose names were changed there.
    fn fold(&self, wholes: &mut [Whole], row: &mut Row) {
        for ((one, assessed), whole) in self.ones.iter().zip(&self.assessed).zip(wholes) {
            if whole.first.is_some() {
                continue;
            }
            let lost = one.lost(assessed, |unit| self.is_covered(one.at, unit));
            let renamed = one.many_renamed(assessed);
            (whole.is_lost, whole.is_renamed) = (lost.is_some(), renamed.is_some());
            for finding in lost.into_iter().chain(renamed) {
                keep(&mut row.findings, self.look, Some(one.locale), finding.about(one.subject(None)));
            }
        }
    }

    /// Whether a unit is current in a locale that stands in for this one.
    fn is_covered(&self, locale: usize, unit: usize) -> bool {
        let is_current = |other: &usize| {
            self.assessed[*other].get(unit).is_some_and(|other| other.state == State::Current)
        };
        self.look.fallback[locale].iter().any(is_current)
    }

    /// Counts the units, tells their states, and what the quality rules find in their translations.
    pub(super) fn units(&self, wholes: &[Whole], row: &mut Row) {
        let (page, look) = (self.page, self.look);
        let french_lines = OnceCell::new();
        let labels = Labels::of(page.document.source);
        let headings: Vec<PageHeadings<'_, '_>> =
            (0..look.asked).map(|at| PageHeadings::new(page, look, at)).collect();
        for begin in (0..page.units.len()).step_by(AT_ONCE) {
            let read = self.states(begin..page.units.len().min(begin + AT_ONCE), wholes, row);
            for one in read.iter().filter(|read| read.translation.is_some()).map(|read| read.one) {
                row.translated[one] += 1;
            }
            let found = problems(page, &labels, &headings, look, &read);
            self.qualities(read, found, &french_lines, row);
            if row.findings.len() >= MANY {
                put_on_sheets(page, look, row);
            }
        }
    }

    /// Counts units and tells their states; gives their translations.
    fn states(&self, units: Range<usize>, wholes: &[Whole], row: &mut Row) -> Vec<Read<'p, '_>> {
        let mut read = Vec::new();
        for unit in units {
            let words = count_words(self.page.sentence(unit));
            for (one, whole) in self.ones.iter().zip(wholes) {
                let Some(this) = self.assessed[one.at].get(unit) else { continue };
                row.figures[one.at].count(this.state, words);
                if !whole.is_garbled {
                    let is_told = self.is_told(one, whole, unit, this);
                    read.extend(one.unit(unit, this, is_told, row));
                }
            }
        }
        read
    }

    /// Whether a unit that is missing need not be told: of the page as a whole that was done, or another locale stands in.
    fn is_told(&self, one: &One<'p, 'l>, whole: &Whole, unit: usize, this: &Assessed<'p>) -> bool {
        match whole.first {
            Some(first) => first != unit,
            None => {
                self.is_covered(one.at, unit)
                    || (whole.is_lost && one.is_lost(unit, this))
                    || (whole.is_renamed && one.is_renamed(unit, this))
            }
        }
    }

    /// Tells what the rules found in some translations, those of a unit one after the other. What most say otherwise
    /// than the French is told of the French.
    fn qualities(
        &self,
        mut read: Vec<Read<'p, '_>>,
        mut found: Vec<Vec<Problem>>,
        french_lines: &OnceCell<LineIndex<'p>>,
        row: &mut Row,
    ) {
        let mut found = found.as_mut_slice();
        for read in read.chunk_by_mut(|a, b| a.at == b.at) {
            let (of_unit, rest) = found.split_at_mut(read.len());
            found = rest;
            let comparable = of_unit.len() >= 3 && read.iter().all(|read| read.this.state == State::Current);
            if comparable {
                self.of_french(read[0].at, check::across(of_unit), french_lines, row);
            } else {
                check::alone(of_unit);
            }
            for (read, problems) in read.iter_mut().zip(of_unit) {
                self.ones[read.one].tell(read, std::mem::take(problems), row);
            }
        }
    }

    /// Findings on the French itself: what most translations say otherwise.
    fn of_french(&self, unit: usize, problems: Vec<Problem>, lines: &OnceCell<LineIndex<'p>>, row: &mut Row) {
        let page = self.page;
        let Some((_, file)) = page.path else { return };
        let segment = &page.segments[unit];
        for problem in problems {
            let meant = segment.span().start + problem.span.start..segment.span().start + problem.span.end;
            let lines = lines.get_or_init(|| LineIndex::new(page.document.source));
            let span = page.document.blocks[segment.block()].file_span(&meant);
            let place = match page.document.source.get(span.clone()) {
                Some(_) => Place::span(file, lines, &span),
                None => Place::file(file),
            };
            let unit = Some(page.units[unit].id.clone());
            let subject = Subject { locale: None, document: Some(page.name.into()), unit };
            let finding =
                Diagnostic::new(problem.rule, problem.severity, problem.message).at(place).about(subject);
            keep(&mut row.findings, self.look, None, Diagnostic { help: Some(problem.help), ..finding });
        }
    }
}
