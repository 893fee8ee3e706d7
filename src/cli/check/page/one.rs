//! A page in one locale: its units, and what is told of each translation.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use super::super::allow::{self, Allow};
use super::super::consistent::{INCONSISTENT, Kept, unreadable};
use super::super::value;
use super::quality::Read;
use super::{Look, Row, Stray, keep};
use crate::catalog::{Bundle, Catalog, Isolating, Marked, Unit, with_braces};
use crate::check::{self, Problem};
use crate::cli::tasks::place;
use crate::diagnostic::{Diagnostic, French, Place, Severity, Subject, Suggestion};
use crate::text::{Edit, LineIndex, Locale, Span, shorten};
use crate::unit::assess::{AllAssessed, Assessed, staleness, strays};
use crate::unit::state::rendered;
use crate::unit::typed::{former_sentence, typed};
use crate::unit::{Page, Presence, State};

/// Lines of a catalog, counted when the first finding needs them.
pub(super) struct Lines<'a> {
    pub(super) catalog: &'a Catalog<'a>,
    index: OnceCell<LineIndex<'a>>,
}

impl<'a> Lines<'a> {
    fn new(catalog: &'a Catalog<'a>) -> Self {
        Lines { catalog, index: OnceCell::new() }
    }

    fn index(&self) -> &LineIndex<'a> {
        self.index.get_or_init(|| LineIndex::new(self.catalog.text))
    }

    pub(super) fn place(&self, span: &Span) -> Place {
        Place::span(self.catalog.file.clone(), self.index(), span)
    }

    /// Where `french` stands, if it is the sentence of the unit's own line.
    fn french(&self, unit: &Unit<'_>, french: &str, words: Span) -> Option<French> {
        let line = unit.french().next().filter(|line| std::ptr::eq(line.text, french))?;
        French::new(self.index(), line.span(), words)
    }

    pub(super) fn suggestion(&self, edit: Edit, certain: bool) -> Option<Suggestion> {
        Suggestion::new(self.catalog.text, self.index(), edit, certain)
    }
}

/// Whether an edit takes away or replaces nothing that a reader could see but spaces.
fn harmless(text: &str, fix: &Edit) -> bool {
    let unseen = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
    matches!(fix.with.as_str(), "" | " ") && text.get(fix.span.clone()).is_some_and(|t| t.chars().all(unseen))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// A page in one locale.
pub(super) struct One<'p, 'l> {
    pub(super) page: &'p Page<'p>,
    pub(super) look: &'l Look<'l>,
    pub(super) at: usize,
    pub(super) locale: &'l Locale,
    lines: Rc<Lines<'p>>,
    bundle: Bundle<'p>,
    /// That of the page, to be shared.
    name: Arc<str>,
    causes: OnceCell<FxHashSet<SmolStr>>,
    conflicts: OnceCell<Vec<Span>>,
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
            bundle: Bundle::new(own.locale, Isolating::Off, &own.catalog, &look.shared[at]),
            name: page.name.into(),
            causes: OnceCell::new(),
            conflicts: OnceCell::new(),
            misnamed: OnceCell::new(),
            slips: OnceCell::new(),
            renamed: OnceCell::new(),
        }
    }

    pub(super) fn subject(&self, unit: Option<&str>) -> Subject {
        Subject {
            locale: Some(self.locale.as_str().into()),
            document: Some(Arc::clone(&self.name)),
            unit: unit.map(SmolStr::new),
        }
    }

    /// What reading the catalog found, and its references. `assessed` are the units of the page.
    pub(super) fn catalog(&self, assessed: &AllAssessed<'p>, row: &mut Row) {
        let file = self.page.targets[self.at];
        if !file.in_scope && self.page.path.is_some() {
            return;
        }
        let hosts = self.hosts();
        let told = self.comments_of_states(assessed);
        for line in allow::apart(&file.catalog) {
            let (message, help) = allow::APART;
            let finding = Diagnostic::new("unused-allow", Severity::Warning, message)
                .at(self.lines.place(&line))
                .about(self.subject(None))
                .help(help);
            keep(&mut row.findings, self.look, Some(self.locale), finding);
        }
        // Read once for each unit, as many findings may be of one.
        let mut allows: FxHashMap<&str, Vec<Allow<'p>>> = FxHashMap::default();
        for mut finding in file.findings.iter().cloned().chain(self.bundle.findings()) {
            if let Some(help) = self.right_id(&finding, &hosts) {
                finding = finding.help(help);
            }
            let start = finding.place.as_ref().and_then(|place| Some(place.span?.0));
            if start.is_some_and(|start| match finding.rule {
                "comment" => told.contains(&start),
                "duplicate-unit" => self.is_in_conflict(start),
                _ => false,
            }) {
                continue;
            }
            let unit = finding.subject.unit.clone();
            let known = unit.as_deref().and_then(|id| file.catalog.unit(id));
            let is_allowed = known.is_some_and(|unit| {
                let allows = allows.entry(unit.id).or_insert_with(|| allow::of(&file.catalog, unit));
                allow::allows(allows, finding.rule)
            });
            if !is_allowed {
                let finding = finding.about(self.subject(unit.as_deref()));
                keep(&mut row.findings, self.look, Some(self.locale), finding);
            }
        }
    }

    /// Where the comments begin that the finding on the state of their unit tells of: translations that are commented
    /// out, second lines of French.
    fn comments_of_states(&self, assessed: &AllAssessed<'p>) -> FxHashSet<usize> {
        let file = self.page.targets[self.at];
        let may_be = |finding: &Diagnostic| finding.rule == "comment" && finding.subject.unit.is_some();
        let mut told = FxHashSet::default();
        if !file.findings.iter().any(may_be) {
            return told;
        }
        // A language that stands in for a missing translation is asked for later.
        let stands_in = !self.look.fallback[self.at].is_empty();
        for (unit, this) in self.page.units.iter().zip(assessed.iter()) {
            let Some(own) = this.unit.filter(|_| std::ptr::eq(this.file, file)) else { continue };
            if self.is_misnamed(this, &unit.id) {
                continue;
            }
            if this.state == State::Missing && !stands_in && self.is_told("missing", &unit.id) {
                told.extend(file.catalog.commented_out(own).map(|note| note.start));
            }
            if this.state == State::Unverified
                && own.has_more_french()
                && self.is_told("unverified", &unit.id)
            {
                told.extend(own.sections().flat_map(|section| section.more_french()).map(Marked::start));
            }
        }
        told
    }

    /// Whether a byte of the page's catalog stands in a conflict that is told: what is wrong there comes of it.
    fn is_in_conflict(&self, at: usize) -> bool {
        self.conflict_before(at).is_some_and(|conflict| conflict.contains(&at))
    }

    /// The last conflict that begins at a byte or before it, if conflicts are told.
    fn conflict_before(&self, at: usize) -> Option<&Span> {
        let catalog = &self.page.targets[self.at].catalog;
        let conflicts = self.conflicts.get_or_init(|| {
            let is_told = self.look.weights.of(Some(self.locale), "conflict-markers").is_some();
            if is_told { catalog.conflicts() } else { Vec::new() }
        });
        conflicts[..conflicts.partition_point(|conflict| conflict.start <= at)].last()
    }

    /// Whether a translation of a unit stands in such a conflict, or right below it, which parts it from its lines.
    pub(super) fn is_conflicted(&self, this: &Assessed<'p>) -> bool {
        let catalog = &self.page.targets[self.at].catalog;
        let Some(unit) = this.unit.filter(|_| std::ptr::eq(this.file, self.page.targets[self.at])) else {
            return false;
        };
        let is_below = |at: usize| {
            let conflict = self.conflict_before(at);
            conflict.is_some_and(|conflict| {
                conflict.contains(&at) || catalog.text[conflict.end..at].trim().is_empty()
            })
        };
        let messages = unit.message.iter().chain(unit.more_messages());
        messages.map(|message| message.lines().start).any(is_below)
            || unit.broken().iter().any(|junk| self.is_in_conflict(junk.start))
    }

    /// Whether a finding of a rule on a unit weighs anything.
    fn is_told(&self, rule: &'static str, unit: &str) -> bool {
        let probe = Diagnostic::new(rule, Severity::Error, "").about(self.subject(Some(unit)));
        self.look.weights.of_finding(Some(self.locale), &probe).is_some()
    }

    /// By the id of a message that stands under another unit's line: that unit's.
    fn hosts(&self) -> FxHashMap<&'p str, &'p str> {
        let file = self.page.targets[self.at];
        if !file.findings.iter().any(|finding| finding.rule == "unit-mismatch") {
            return FxHashMap::default();
        }
        let units = file.catalog.units.iter();
        units.filter_map(|unit| Some((file.catalog.misnamed(unit)?.id, unit.id))).collect()
    }

    /// What to do about a translation under another unit's line, if the source catalog says which of the two ids is
    /// right.
    fn right_id(&self, finding: &Diagnostic, hosts: &FxHashMap<&str, &str>) -> Option<String> {
        let unit = finding.subject.unit.as_deref().filter(|_| finding.rule == "unit-mismatch")?;
        let host = *hosts.get(unit)?;
        let file = self.page.targets[self.at];
        let message = file.catalog.unit(unit)?.message.as_ref()?;
        let text = file.catalog.text[message.value()].lines().next().unwrap_or_default();
        let knows = |id: &str| self.page.source.catalog.unit(id).is_some();
        match (knows(host), knows(unit)) {
            (true, false) => {
                Some(format!("`{host}` is the id that the source catalog has: write it as: {host} = {text}"))
            }
            (false, true) => Some(format!(
                "`{unit}` is the id that the source catalog has: write above it: # @unit {unit}"
            )),
            (true, true) => Some(format!(
                "both are units. If this is the translation of the French above it, write it as: {host} = {text}\n\
                 if not, move it under the line # @unit {unit}, or put that unit's lines above it"
            )),
            (false, false) => None,
        }
    }

    /// The units of which the catalog's own findings say why they are invalid.
    pub(super) fn causes(&self) -> &FxHashSet<SmolStr> {
        self.causes.get_or_init(|| {
            let reading = self.page.targets[self.at].findings.iter().cloned();
            reading
                .chain(self.bundle.findings())
                .filter(|finding| finding.severity == Severity::Error)
                // Where its cause is not told, the state is.
                .filter(|finding| self.look.weights.of_finding(Some(self.locale), finding).is_some())
                .filter_map(|finding| finding.subject.unit)
                .collect()
        })
    }

    /// The ids on both sides of a mismatch that is told (of translations, and of the units that they stand under),
    /// and those of units whose translation is told to lack its name.
    fn misnamed(&self) -> &FxHashSet<&'p str> {
        self.misnamed.get_or_init(|| {
            let file = self.page.targets[self.at];
            let is_on = |rule| self.look.weights.of(Some(self.locale), rule).is_some();
            let mut ids = FxHashSet::default();
            if is_on("unit-mismatch") {
                let units = file.catalog.units.iter();
                let pairs = units.filter_map(|unit| Some([unit.id, file.catalog.misnamed(unit)?.id]));
                ids.extend(pairs.flatten());
            }
            // Of two translations of a unit, one may stand under another unit, which has none then.
            if is_on("duplicate-unit") && file.findings.iter().any(|finding| finding.rule == "duplicate-unit")
            {
                let hosts = file.catalog.units.iter().filter(|unit| {
                    unit.message.is_none() && unit.sections().any(|section| section.attached_to().is_some())
                });
                ids.extend(hosts.map(|unit| unit.id));
            }
            if is_on("syntax") {
                let unnamed = file.findings.iter().filter(|finding| finding.rule == "syntax");
                ids.extend(unnamed.filter_map(|finding| finding.subject.unit.as_deref()));
            }
            ids
        })
    }

    /// Whether bytes of a unit are what a slip that is told stands at: an id that was typed into a translation has no
    /// wrong number.
    fn is_slip(&self, this: &Assessed<'p>, id: &str, span: &Span) -> bool {
        let file = self.page.targets[self.at];
        let slips = self.slips.get_or_init(|| {
            let told = |finding: &&'p Diagnostic| {
                finding.rule == "syntax" && self.look.weights.of(Some(self.locale), "syntax").is_some()
            };
            let place = |finding: &'p Diagnostic| {
                Some((finding.subject.unit.as_deref()?, finding.place.as_ref()?.span?))
            };
            file.findings.iter().filter(told).filter_map(place).collect()
        });
        let within = |(start, end): &(usize, usize)| *start <= span.start && span.end <= *end;
        std::ptr::eq(this.file, file) && !span.is_empty() && slips.get(id).is_some_and(within)
    }

    /// Whether a mismatch says already why a unit is missing or unverified.
    pub(super) fn is_misnamed(&self, this: &Assessed<'p>, id: &str) -> bool {
        std::ptr::eq(this.file, self.page.targets[self.at]) && self.misnamed().contains(id)
    }

    /// The lines of the catalog that holds a unit: its own document's, unless it has just moved here.
    pub(super) fn lines_of(&self, this: &Assessed<'p>) -> Rc<Lines<'p>> {
        match std::ptr::eq(this.file, self.page.targets[self.at]) {
            true => Rc::clone(&self.lines),
            false => Rc::new(Lines::new(&this.file.catalog)),
        }
    }

    /// Whether nobody has begun this page: each of its units is missing, and nothing else explains or covers one.
    pub(super) fn is_untouched(
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

    /// The comment of a unit that is its translation, and the line as it is to be written, if it is not the same line without
    /// its `#`: a line `# en: …` beside that of the French.
    pub(super) fn in_comment(&self, this: &Assessed<'p>, unit: &Unit<'p>) -> Option<(Span, Option<String>)> {
        let catalog = &this.file.catalog;
        if let Some(note) = catalog.commented_out(unit).next() {
            return Some((note.clone(), None));
        }
        let (tag, language) = (self.locale.as_str(), self.locale.language());
        let mut notes = unit.sections().flat_map(|section| section.notes());
        notes.find_map(|note| {
            let content = catalog.text[note.clone()].trim_start_matches('#').trim_start();
            let rest = content.strip_prefix(tag).or_else(|| content.strip_prefix(language))?;
            let text = rest.strip_prefix(':')?.trim();
            (!text.is_empty()).then(|| (note.clone(), Some(format!("{} = {}", unit.id, shorten(text, 300)))))
        })
    }

    /// What somebody typed into the line of French of a unit that has no translation.
    pub(super) fn typed(&self, at: usize, this: &Assessed<'p>) -> Option<&'p str> {
        let former = former_sentence(self.page, &self.page.units[at].id);
        typed(this.unit?, former.as_deref(), Some(self.page.sentence(at)))
    }

    /// The unit whose finding alone is made of a page that nobody has begun, as it is the first of all that would
    /// be; none where some units are in the catalog of another page. Findings that point to no line are sorted first.
    pub(super) fn first_of_all(&self, assessed: &AllAssessed<'p>) -> Option<usize> {
        let own = self.page.targets[self.at];
        if !assessed.iter().all(|this| std::ptr::eq(this.file, own)) {
            return None;
        }
        let ids = self.page.units.iter().map(|unit| &unit.id);
        let keys = assessed.iter().zip(ids).map(|(this, id)| (this.unit.map(place), id)).enumerate();
        keys.min_by_key(|(_, key)| *key).map(|(at, _)| at)
    }

    /// Whether the source catalog has a unit, and the page's own catalog, which is there and holds others, has not: as
    /// lines were deleted, or the file was saved by half.
    pub(super) fn is_lost(&self, at: usize, this: &Assessed<'p>) -> bool {
        let own = self.page.targets[self.at];
        this.unit.is_none()
            && this.state == State::Missing
            && std::ptr::eq(this.file, own)
            && own.presence == Presence::Read
            && self.page.source.catalog.unit(&self.page.units[at].id).is_some()
            && self.renamed(self.page.sentence(at)).is_none()
    }

    /// One finding for all units that the catalog lost, if these are several.
    pub(super) fn lost(
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
        let help = "if the file was cut short, or lines were deleted, take them back: `git diff` shows them\n\
                    else run drogman sync: it writes the units, to be translated";
        let finding = Diagnostic::new("missing", Severity::Error, message);
        (count > 1).then(|| finding.at(Place::file(catalog.file.clone())).help(help))
    }

    /// The unit of the page's own catalog that holds a translation of a sentence under an id that nobody knows.
    pub(super) fn renamed(&self, sentence: &str) -> Option<&'p Unit<'p>> {
        let renamed = self.renamed.get_or_init(|| {
            let file = self.page.targets[self.at];
            if file.catalog.units.iter().all(|unit| self.page.source.catalog.unit(unit.id).is_some()) {
                return FxHashMap::default();
            }
            let strays = strays(self.page, self.at).into_iter();
            let unknown = strays
                .filter(|unit| unit.message.is_some() && self.page.source.catalog.unit(unit.id).is_none());
            unknown.filter_map(|unit| Some((unit.french().next()?.text, unit))).collect()
        });
        renamed.get(sentence).copied()
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

    /// What is compared with the translations of other pages.
    fn kept(
        &self,
        at: usize,
        this: &Assessed<'p>,
        french: &str,
        translation: Option<&str>,
        allows: &mut [Allow<'p>],
    ) -> Option<Kept> {
        let (unit, catalog) = (this.unit?, &this.file.catalog);
        let (text, span) = match (translation, &unit.message) {
            (Some(text), Some(message)) => (text.to_owned(), message.value()),
            _ if this.state == State::Invalid => unreadable(catalog, unit)?,
            _ => return None,
        };
        let subject = self.subject(Some(&self.page.units[at].id));
        let lines = self.lines_of(this);
        let mut finding =
            Diagnostic::new(INCONSISTENT, Severity::Warning, "").at(lines.place(&span)).about(subject);
        finding.french = lines.french(unit, french, 0..0);
        let is_allowed = allow::allows(allows, INCONSISTENT);
        let allow = allows.iter().find(|allow| is_allowed && allow.rule == INCONSISTENT);
        Some(Kept {
            locale: self.at,
            french: french.to_owned(),
            translation: text,
            is_readable: translation.is_some(),
            finding,
            unused_allow: allow.map(|allow| Box::new(self.unused_allow(allow, at, &lines))),
        })
    }

    fn unused_allow(&self, allow: &Allow<'p>, at: usize, lines: &Lines<'p>) -> Diagnostic {
        let (message, help) = allow::unused(allow);
        Diagnostic::new("unused-allow", Severity::Warning, message)
            .at(lines.place(&allow.span))
            .about(self.subject(Some(&self.page.units[at].id)))
            .help(help)
    }

    /// The text of a unit's message, if a quality rule wants to see it.
    fn translation(&self, this: &Assessed<'p>) -> Option<Cow<'p, str>> {
        if !self.look.rules[self.at].has_quality() {
            return None;
        }
        let unit = this.unit?;
        let formatted = match std::ptr::eq(this.file, self.page.targets[self.at]) {
            true => self.bundle.text(unit),
            false => {
                let shared = &self.look.shared[self.at];
                Bundle::new(self.locale, Isolating::Off, &this.file.catalog, shared).text(unit)
            }
        };
        formatted.ok()
    }

    /// Tells what was found in a translation, but for what its comment allows.
    pub(super) fn tell(&self, read: &mut Read<'p, '_>, problems: Vec<Problem>, row: &mut Row) {
        if problems.is_empty() && read.allows.is_empty() {
            return;
        }
        let id = self.page.units[read.at].id.as_str();
        let lines = self.lines_of(read.this);
        let translation = read.translation.as_deref().unwrap_or_default();
        for problem in problems.into_iter().filter(|problem| !problem.is_silent) {
            if allow::allows(&mut read.allows, problem.rule) {
                continue;
            }
            let Some(unit) = read.this.unit else { continue };
            let Some(message) = unit.message.as_ref() else { continue };
            let span = value::place(&read.this.file.catalog, message, translation, &problem.span);
            if self.is_slip(read.this, id, &span) {
                continue;
            }
            let mut finding = Diagnostic::new(problem.rule, problem.severity, problem.message)
                .at(lines.place(&span))
                .about(self.subject(Some(id)));
            finding.help = (!problem.help.is_empty()).then_some(problem.help);
            if check::rule(problem.rule).is_some_and(|rule| rule.compares) {
                // What is told of a stale translation is measured by today's French, which its line does not have.
                finding.french = match (read.is_of_today(self.page), read.this.state) {
                    (true, _) => lines.french(unit, read.french, problem.french),
                    (false, State::Current) => lines.french(unit, read.french, 0..0),
                    (false, _) => None,
                };
            }
            let catalog = &read.this.file.catalog;
            let raw = &catalog.text[message.value()];
            // Braces that were copied as they are in the French are no text for Fluent.
            if matches!(problem.rule, "markup" | "variables" | "links" | "codes")
                && !raw.contains('\n')
                && let Some(value) = with_braces(raw, read.french)
            {
                finding = finding.help(format!(
                    "Fluent takes braces for its own: to show them, write it as: {id} = {value}"
                ));
            }
            finding.suggestion = problem
                .fix
                .filter(|fix| harmless(translation, fix))
                .and_then(|fix| value::edit(catalog, message, translation, &fix))
                .and_then(|edit| lines.suggestion(edit, true))
                .map(Box::new);
            keep(&mut row.findings, self.look, Some(self.locale), finding);
        }
        for allow in read.allows.iter().filter(|allow| !allow.used && self.is_looked_for(allow, read.this)) {
            let finding = self.unused_allow(allow, read.at, &lines);
            keep(&mut row.findings, self.look, Some(self.locale), finding);
        }
    }

    /// Whether a run looks for what a line allows: else it can't say that the line is of no use.
    fn is_looked_for(&self, allow: &Allow<'_>, this: &Assessed<'_>) -> bool {
        match check::rule(allow.rule) {
            None => true,
            Some(rule) if rule.group == check::Group::Quality => {
                self.look.rules[self.at].contains(rule.name)
                    && matches!(this.state, State::Current | State::Stale(_) | State::Unverified)
            }
            Some(rule) => rule.group == check::Group::States,
        }
    }

    /// Units without a sentence, to be judged when it is known where every unit lives.
    pub(super) fn strays(&self, row: &mut Row) {
        let file = self.page.targets[self.at];
        if !file.in_scope && self.page.path.is_some() {
            return;
        }
        let strays = strays(self.page, self.at);
        if strays.is_empty() {
            return;
        }
        let referred = self.bundle.referred();
        // One mistake is told once: what stands under another unit's line has a finding already.
        let misplaced: FxHashSet<&str> = (file.findings.iter())
            .filter(|finding| finding.rule == "unit-mismatch")
            .filter_map(|finding| finding.subject.unit.as_deref())
            .collect();
        // Such a file is another program's: drogman's catalogs have a document, or had one.
        let is_ours = |catalog: &Catalog<'_>| catalog.units.iter().any(|unit| unit.section.is_some());
        let foreign =
            self.page.path.is_none() && !is_ours(&file.catalog) && !is_ours(&self.page.source.catalog);
        for unit in strays {
            let explained =
                unit.message.is_none() || referred.contains(unit.id) || misplaced.contains(unit.id);
            if unit.section.is_none() && explained {
                continue;
            }
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
