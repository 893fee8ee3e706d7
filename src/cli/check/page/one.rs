//! A page in one locale: its units, and what is told of each translation.

mod french;
mod garbled;
mod told;
mod translation;
mod untold;

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use super::lines::Lines;
use super::read::Read;
use super::{Look, Row, Stray, keep};
use crate::catalog::{Isolating, Unit};
use crate::cli::check::allow;
use crate::cli::check::consistent::INCONSISTENT;
use crate::cli::tasks::place;
use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::text::{Locale, Span};
use crate::unit::assess::{Assessed, staleness};
use crate::unit::astray::{is_foreign, unexplained};
use crate::unit::state::rendered;
use crate::unit::{Bundles, Page, State};
pub(super) use told::told_as;

/// A page in one locale.
pub(super) struct One<'p, 'l> {
    pub(super) page: &'p Page<'p>,
    pub(super) look: &'l Look<'l>,
    pub(super) at: usize,
    pub(super) locale: &'l Locale,
    lines: Rc<Lines<'p>>,
    /// Of the catalogs that hold what has just moved here, by their paths.
    others: RefCell<FxHashMap<Arc<str>, Rc<Lines<'p>>>>,
    bundles: Bundles<'p>,
    /// That of the page, to be shared.
    name: Arc<str>,
    causes: OnceCell<FxHashSet<SmolStr>>,
    conflicts: OnceCell<Vec<Span>>,
    /// The sentences of the French, by their normal form.
    today: OnceCell<FxHashMap<Cow<'p, str>, Vec<&'p str>>>,
    /// The ids of the page's sentences.
    ids: OnceCell<FxHashSet<&'p str>>,
    misnamed: OnceCell<FxHashSet<&'p str>>,
    slips: OnceCell<FxHashMap<&'p str, (usize, usize)>>,
    renamed: OnceCell<FxHashMap<&'p str, &'p Unit<'p>>>,
}

impl<'p, 'l> One<'p, 'l>
where
    'l: 'p,
{
    pub(super) fn new(page: &'p Page<'p>, at: usize, look: &'l Look<'l>) -> Self {
        let own = page.targets[at];
        One {
            page,
            look,
            at,
            locale: &look.locales[at],
            lines: Rc::new(Lines::new(&own.catalog)),
            others: RefCell::default(),
            bundles: Bundles::new(own, Isolating::Off, &look.shared[at]),
            name: page.name.into(),
            causes: OnceCell::new(),
            conflicts: OnceCell::new(),
            today: OnceCell::new(),
            ids: OnceCell::new(),
            misnamed: OnceCell::new(),
            slips: OnceCell::new(),
            renamed: OnceCell::new(),
        }
    }

    /// Whether a sentence of the page has this id.
    pub(super) fn has_sentence(&self, id: &str) -> bool {
        self.ids.get_or_init(|| self.page.units.iter().map(|unit| &*unit.id).collect()).contains(id)
    }

    pub(super) fn subject(&self, unit: Option<&str>) -> Subject {
        Subject {
            locale: Some(self.locale.as_str().into()),
            document: Some(Arc::clone(&self.name)),
            unit: unit.map(SmolStr::new),
        }
    }

    /// The lines of the catalog that holds a unit: its own document's, unless it has just moved here.
    pub(super) fn lines_of(&self, this: &Assessed<'p>) -> Rc<Lines<'p>> {
        match std::ptr::eq(this.file, self.page.targets[self.at]) {
            true => Rc::clone(&self.lines),
            false => {
                let mut others = self.others.borrow_mut();
                let lines = others.entry(Arc::clone(&this.file.catalog.file));
                Rc::clone(lines.or_insert_with(|| Rc::new(Lines::new(&this.file.catalog))))
            }
        }
    }

    /// Tells the state of a unit, and gives its translation, which is to be looked at with others.
    pub(super) fn unit<'r>(
        &self,
        at: usize,
        this: &'r Assessed<'p>,
        covered: bool,
        row: &mut Row,
    ) -> Option<Read<'p, 'r>> {
        if this.state != State::Current
            && let Some(finding) = self.state(at, this, covered, &self.lines_of(this))
        {
            let subject = self.subject(Some(&self.page.units[at].id));
            keep(&mut row.findings, self.look, Some(self.locale), finding.about(subject));
        }
        let mut allows = this.unit.map(|unit| allow::of(&this.file.catalog, unit)).unwrap_or_default();
        let translation = match this.state {
            State::Current | State::Stale(_) | State::Unverified => self.translation(this),
            State::Missing | State::Invalid | State::Obsolete => None,
        };
        let french = this.unit.and_then(|unit| rendered(unit, staleness)).unwrap_or(self.page.sentence(at));
        if self.look.keep && self.look.rules[self.at].contains(INCONSISTENT) {
            row.kept.extend(self.kept(at, this, french, translation.as_deref(), &mut allows));
        }
        let is_read = translation.is_some() || !allows.is_empty();
        is_read.then_some(Read { one: self.at, at, this, french, translation, allows })
    }

    /// Units without a sentence, to be judged when it is known where every unit lives.
    pub(super) fn strays(&self, row: &mut Row) {
        let file = self.page.targets[self.at];
        if !file.in_scope && self.page.path.is_some() {
            return;
        }
        let strays = unexplained(self.page, self.at, self.bundles.own());
        if strays.is_empty()
            && let Some(finding) = untold::unread_terms(self)
        {
            keep(&mut row.findings, self.look, Some(self.locale), finding.about(self.subject(None)));
        }
        let foreign = is_foreign(self.page, self.at);
        for unit in strays {
            let start = place(unit);
            let line = &file.catalog.text[start..];
            let end = line.find(['\n', '\r']).unwrap_or(line.len());
            let end = if unit.message.is_some() { end.min(unit.id.len()) } else { end };
            let finding = Diagnostic::new("obsolete", Severity::Warning, "")
                .at(self.lines.place(&(start..start + end)))
                .about(self.subject(Some(unit.id)));
            let opened = unit.section.is_some();
            row.strays.push(Stray { locale: self.at, id: unit.id.to_owned(), opened, foreign, finding });
        }
    }
}
