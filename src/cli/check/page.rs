//! The findings of one document in all locales that were asked for.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use super::allow::{self, Allow};
use super::branch::Changed;
use super::value;
use super::weigh::Weights;
use crate::catalog::{Bundle, Catalog, Isolating, Unit, edit};
use crate::check::{self, Asked, Problem, RuleSet, Settings, Source, Target};
use crate::cli::since::Since;
use crate::cli::tasks::place;
use crate::diagnostic::{Diagnostic, Excerpt, Finding, Place, Severity, Subject, Suggestion};
use crate::document::Format;
use crate::report::UntranslatedPage;
use crate::report::status::Style;
use crate::report::todo::changed_words;
use crate::text::{Edit, LineIndex, Locale, Span, count_words};
use crate::unit::assess::{Assessed, assess, staleness, strays};
use crate::unit::state::rendered;
use crate::unit::{Figures, Page, Presence, Staleness, State};

/// What every page is looked at with.
pub(super) struct Look<'c> {
    pub(super) weights: &'c Weights<'c>,
    pub(super) settings: &'c Settings,
    /// The locales of the pages, those asked for first, then those that only stand in for them.
    pub(super) locales: &'c [Locale],
    pub(super) asked: usize,
    pub(super) targets: &'c [Target],
    pub(super) rules: &'c [RuleSet],
    pub(super) shared: &'c [Vec<&'c Catalog<'c>>],
    /// For each locale, the indices of those that stand in for it.
    pub(super) fallback: &'c [Vec<usize>],
    /// Whether the project has several target locales.
    pub(super) has_more_locales: bool,
    /// Whether the lines of findings are to be shown.
    pub(super) draws: bool,
    /// Whether one finding stands for all sentences of a page that is not translated, and nothing asks for each.
    pub(super) folds: bool,
    /// Whether translations are kept to be compared with each other.
    pub(super) keep: bool,
    /// Where the branch began, with `--since`.
    pub(super) since: Option<&'c Since>,
}

/// What a page gave.
#[derive(Default)]
pub(super) struct Row {
    pub(super) findings: Vec<Finding>,
    /// By locale; zero where it is out of scope.
    pub(super) figures: Vec<Figures>,
    /// Units of a catalog that no sentence of the page has.
    pub(super) strays: Vec<Stray>,
    /// Units that `sync` will bring here from the catalogs of another document.
    pub(super) arriving: Vec<String>,
    /// Locale, French, translation and place of each, if they are compared.
    pub(super) kept: Vec<(usize, String, String, Diagnostic)>,
    /// Of which locales nothing of the page is translated.
    pub(super) untranslated: Vec<UntranslatedPage>,
    /// Units that the branch has changed, with `--since`.
    pub(super) changed: Vec<Changed>,
}

/// See [`Row::strays`].
pub(super) struct Stray {
    pub(super) locale: usize,
    pub(super) id: String,
    /// Whether `# @unit` opens it.
    pub(super) opened: bool,
    /// Where it is.
    pub(super) finding: Diagnostic,
}

/// Lines of a catalog, counted when the first finding needs them.
struct Lines<'a> {
    catalog: &'a Catalog<'a>,
    index: OnceCell<LineIndex<'a>>,
}

impl<'a> Lines<'a> {
    fn new(catalog: &'a Catalog<'a>) -> Self {
        Lines { catalog, index: OnceCell::new() }
    }

    fn index(&self) -> &LineIndex<'a> {
        self.index.get_or_init(|| LineIndex::new(self.catalog.text))
    }

    fn place(&self, span: &Span) -> Place {
        Place::span(self.catalog.file.clone(), self.index(), span)
    }

    fn suggestion(&self, edit: Edit, certain: bool) -> Option<Suggestion> {
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

/// Looks at a page.
pub(super) fn look(page: &Page<'_>, look: &Look<'_>) -> Row {
    let mut row = Row { figures: vec![Figures::default(); look.asked], ..Row::default() };
    let document = || Subject { document: Some(page.name.into()), ..Subject::default() };
    for finding in page.findings.iter().chain(&page.source.findings) {
        keep(&mut row.findings, look, None, finding.clone().about(document()));
    }
    let assessed: Vec<Vec<Assessed<'_>>> = (0..look.locales.len())
        .map(|at| if page.targets[at].in_scope { assess(page, at, &look.shared[at]) } else { Vec::new() })
        .collect();
    sync_needed(page, &assessed[..look.asked], look, &mut row);
    let ones: Vec<One<'_, '_>> = (0..look.asked).map(|at| One::new(page, at, look)).collect();
    for one in &ones {
        one.catalog(&mut row);
    }
    let covered = |at: usize, unit: usize| {
        let stands_in =
            |other: &usize| assessed[*other].get(unit).is_some_and(|other| other.state == State::Current);
        look.fallback[at].iter().any(stands_in)
    };
    let firsts: Vec<Option<usize>> = ones
        .iter()
        .enumerate()
        .map(|(at, one)| one.first_of_all_missing(&assessed[at], |unit| covered(at, unit)))
        .collect();
    let french_lines = OnceCell::new();
    let all: Vec<usize> = (0..page.units.len()).collect();
    for some in all.chunks(AT_ONCE) {
        let mut read: Vec<Read<'_, '_>> = Vec::new();
        for &unit in some {
            let words = count_words(page.sentence(unit));
            for (at, one) in ones.iter().enumerate() {
                let Some(this) = assessed[at].get(unit) else { continue };
                row.figures[at].count(this.state, words);
                let covered = match firsts[at] {
                    Some(first) => first != unit,
                    None => covered(at, unit),
                };
                read.extend(one.unit(unit, this, covered, &mut row));
            }
        }
        let mut found = problems(page, look, &read);
        let mut found = found.as_mut_slice();
        for read in read.chunk_by_mut(|a, b| a.at == b.at) {
            let (of_unit, rest) = found.split_at_mut(read.len());
            found = rest;
            let comparable = of_unit.len() >= 3 && read.iter().all(|read| read.this.state == State::Current);
            if comparable {
                let problems = check::across(of_unit);
                of_french(page, read[0].at, problems, &french_lines, look, &mut row);
            }
            for (read, problems) in read.iter_mut().zip(of_unit) {
                ones[read.one].tell(read, std::mem::take(problems), &mut row);
            }
        }
    }
    for one in &ones {
        one.strays(&mut row);
    }
    row.untranslated = untranslated(page, &row.figures, &firsts, look);
    row.arriving =
        page.units.iter().filter(|unit| unit.from.is_some()).map(|unit| unit.id.to_string()).collect();
    if let Some(since) = look.since {
        row.changed = changed(page, &assessed[..look.asked], since);
    }
    if look.draws {
        take_excerpts(page, &mut row);
    }
    row
}

/// So many units are looked at together: enough for [`check_all`], few enough for pages of any length.
const AT_ONCE: usize = 16;

/// What the quality rules find in each translation.
fn problems(page: &Page<'_>, look: &Look<'_>, read: &[Read<'_, '_>]) -> Vec<Vec<Problem>> {
    let format = match page.path.and_then(|(path, _)| Format::of_path(path)) {
        Some(Format::Markdown) => check::Format::Markdown,
        Some(Format::Plain) | None => check::Format::Plain,
    };
    let source = |read: &Read<'_, '_>, french| {
        let kind = page.document.blocks[page.segments[read.at].block].kind;
        Source::new(french, kind, format)
    };
    // The French of today is read once for all locales that render it.
    let mut sources: Vec<Source<'_>> = Vec::new();
    let mut today: Option<(usize, usize)> = None;
    let mut source_of: Vec<usize> = Vec::with_capacity(read.len());
    for read in read.iter().filter(|read| read.translation.is_some()) {
        match today {
            Some((unit, at)) if unit == read.at && read.is_of_today(page) => source_of.push(at),
            _ => {
                if read.is_of_today(page) {
                    today = Some((read.at, sources.len()));
                }
                source_of.push(sources.len());
                sources.push(source(read, read.french));
            }
        }
    }
    let translated = read.iter().filter(|read| read.translation.is_some()).zip(source_of);
    let asked = translated.filter_map(|(read, at)| read.asked(look, &sources[at]));
    let mut found = check::check_all(&asked.collect::<Vec<_>>(), look.settings).into_iter();
    let of_each = read.iter().map(|read| {
        let mut problems = match read.translation {
            Some(_) => found.next().unwrap_or_default(),
            None => Vec::new(),
        };
        if !problems.is_empty() && !read.is_of_today(page) {
            // The translation may follow today's French already: what fits that is no mistake.
            let today = source(read, page.sentence(read.at));
            let asked = read.asked(look, &today);
            let of_today = asked.map(|asked| check::check(asked, look.settings)).unwrap_or_default();
            problems.retain(|problem| of_today.iter().any(|other| other.rule == problem.rule));
        }
        problems
    });
    of_each.collect()
}

/// The locales that have nothing of a page yet.
fn untranslated(
    page: &Page<'_>,
    figures: &[Figures],
    firsts: &[Option<usize>],
    look: &Look<'_>,
) -> Vec<UntranslatedPage> {
    let all = look.locales.iter().zip(figures).zip(firsts);
    all.filter(|((_, figures), _)| figures.missing == figures.units && figures.units > 0)
        .map(|((locale, figures), first)| UntranslatedPage {
            locale: locale.as_str().to_owned(),
            document: page.name.to_owned(),
            units: figures.units,
            words: figures.words,
            findings: first.map_or(figures.units, |_| 1),
        })
        .collect()
}

/// The units of a page that the branch has changed.
fn changed(page: &Page<'_>, assessed: &[Vec<Assessed<'_>>], since: &Since) -> Vec<Changed> {
    let of = |at: usize| {
        let locales = assessed.iter().enumerate().filter_map(|(locale, units)| {
            let this = units.get(at)?;
            Some((locale, this.state, since.change(page, at, this)?))
        });
        Changed {
            id: page.units[at].id.clone(),
            sentence: page.sentence(at).to_owned(),
            locales: locales.collect(),
        }
    };
    if !since.may_touch(page.name) && page.units.iter().all(|unit| unit.from.is_none()) {
        return Vec::new();
    }
    (0..page.units.len()).map(of).filter(|changed| !changed.locales.is_empty()).collect()
}

/// A translation that was looked at, until it is known what others have in common with it.
struct Read<'p, 'r> {
    one: usize,
    at: usize,
    this: &'r Assessed<'p>,
    /// The French that it renders.
    french: &'p str,
    /// None if no quality rule is to see it.
    translation: Option<Cow<'p, str>>,
    allows: Vec<Allow<'p>>,
}

impl Read<'_, '_> {
    /// What it is to be asked, if any rule is to see it.
    fn asked<'a>(&'a self, look: &'a Look<'_>, source: &'a Source<'a>) -> Option<Asked<'a>> {
        let translation = self.translation.as_deref()?;
        let (target, rules) = (&look.targets[self.one], look.rules[self.one]);
        Some(Asked { source, translation, target, rules })
    }

    fn is_of_today(&self, page: &Page<'_>) -> bool {
        self.french == page.sentence(self.at)
    }
}

/// Takes the lines that findings point to while the files are at hand, so that none is read again.
fn take_excerpts(page: &Page<'_>, row: &mut Row) {
    let text_of = |file: &str| {
        let catalogs = page.targets.iter().map(|target| &target.catalog).chain([&page.source.catalog]);
        let document = page.path.filter(|(_, path)| *path == file).map(|_| page.document.source);
        document.or_else(|| {
            catalogs.into_iter().find(|catalog| &*catalog.file == file).map(|catalog| catalog.text)
        })
    };
    // Nobody else has them yet, so that none is copied.
    let findings = row.findings.iter_mut().map(Arc::make_mut);
    for finding in findings.chain(row.strays.iter_mut().map(|stray| &mut stray.finding)) {
        let Some(place) = finding.place.as_ref().filter(|place| place.span.is_some()) else { continue };
        finding.excerpt = text_of(&place.file).and_then(|text| Excerpt::of(place, text));
    }
}

/// Adds a finding with its weight, if it has any.
fn keep(findings: &mut Vec<Finding>, look: &Look<'_>, locale: Option<&Locale>, mut finding: Diagnostic) {
    if let Some(severity) = look.weights.of_finding(locale, &finding) {
        finding.severity = severity;
        if let Some(Cow::Owned(help)) = &mut finding.help {
            // There may be a million.
            help.shrink_to_fit();
        }
        findings.push(finding.into());
    }
}

fn sync_needed(page: &Page<'_>, assessed: &[Vec<Assessed<'_>>], look: &Look<'_>, row: &mut Row) {
    let unknown = |one: &Assessed<'_>| one.unit.is_none() && one.file.presence != Presence::Unreadable;
    if !page.changed && !assessed.iter().flatten().any(unknown) {
        return;
    }
    let (file, message) = match page.path {
        Some((_, file)) => (file.into(), "the catalogs do not follow this document any more"),
        None => (page.source.catalog.file.clone(), "the document of this catalog is gone"),
    };
    let finding = Diagnostic::new("sync-needed", Severity::Warning, message)
        .at(Place::file(file))
        .about(Subject { document: Some(page.name.into()), ..Subject::default() })
        .help("run: drogman sync");
    keep(&mut row.findings, look, None, finding);
}

/// A page in one locale.
struct One<'p, 'l> {
    page: &'p Page<'p>,
    look: &'l Look<'l>,
    at: usize,
    locale: &'l Locale,
    lines: Rc<Lines<'p>>,
    bundle: Bundle<'p>,
    /// That of the page, to be shared.
    name: Arc<str>,
    causes: OnceCell<FxHashSet<SmolStr>>,
    misnamed: OnceCell<FxHashSet<&'p str>>,
}

impl<'p, 'l> One<'p, 'l>
where
    'l: 'p,
{
    fn new(page: &'p Page<'p>, at: usize, look: &'l Look<'l>) -> Self {
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
            misnamed: OnceCell::new(),
        }
    }

    fn subject(&self, unit: Option<&str>) -> Subject {
        Subject {
            locale: Some(self.locale.as_str().into()),
            document: Some(Arc::clone(&self.name)),
            unit: unit.map(SmolStr::new),
        }
    }

    /// What reading the catalog found, and its references.
    fn catalog(&self, row: &mut Row) {
        let file = self.page.targets[self.at];
        if !file.in_scope && self.page.path.is_some() {
            return;
        }
        for finding in file.findings.iter().cloned().chain(self.bundle.findings()) {
            let unit = finding.subject.unit.clone();
            let mut allows = unit
                .as_deref()
                .and_then(|id| file.catalog.unit(id))
                .map(|unit| allow::of(&file.catalog, unit))
                .unwrap_or_default();
            if !allow::allows(&mut allows, finding.rule) {
                let finding = finding.about(self.subject(unit.as_deref()));
                keep(&mut row.findings, self.look, Some(self.locale), finding);
            }
        }
    }

    /// The units of which the catalog's own findings say why they are invalid.
    fn causes(&self) -> &FxHashSet<SmolStr> {
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
            if is_on("syntax") {
                let unnamed = file.findings.iter().filter(|finding| finding.rule == "syntax");
                ids.extend(unnamed.filter_map(|finding| finding.subject.unit.as_deref()));
            }
            ids
        })
    }

    /// Whether a mismatch says already why a unit is missing or unverified.
    fn is_misnamed(&self, this: &Assessed<'p>, id: &str) -> bool {
        std::ptr::eq(this.file, self.page.targets[self.at]) && self.misnamed().contains(id)
    }

    /// The lines of the catalog that holds a unit: its own document's, unless it has just moved here.
    fn lines_of(&self, this: &Assessed<'p>) -> Rc<Lines<'p>> {
        match std::ptr::eq(this.file, self.page.targets[self.at]) {
            true => Rc::clone(&self.lines),
            false => Rc::new(Lines::new(&this.file.catalog)),
        }
    }

    /// The unit whose finding is the first of all those that say `missing`, if all units of the page are to be told
    /// as one: each of them is missing in its own catalog, and nothing else explains or covers one.
    fn first_of_all_missing(
        &self,
        assessed: &[Assessed<'p>],
        is_covered: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let own = self.page.targets[self.at];
        let is_told = |(at, this): (usize, &Assessed<'p>)| {
            this.state == State::Missing
                && std::ptr::eq(this.file, own)
                && !is_covered(at)
                && !(this.unit.is_some() && self.is_misnamed(this, &self.page.units[at].id))
        };
        if !self.look.folds
            || assessed.len() < 2
            || own.presence == Presence::Unreadable
            || !assessed.iter().enumerate().all(is_told)
        {
            return None;
        }
        // As findings are sorted: those that point to no line first.
        (0..assessed.len()).min_by_key(|&at| (assessed[at].unit.map(place), &self.page.units[at].id))
    }

    /// Tells the state of a unit, and gives its translation, which is to be looked at with others.
    fn unit<'r>(
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
        let allows = this.unit.map(|unit| allow::of(&this.file.catalog, unit)).unwrap_or_default();
        let translation = match this.state {
            State::Current | State::Stale(_) | State::Unverified => self.translation(at, this),
            State::Missing | State::Invalid | State::Obsolete => None,
        };
        let french = this.unit.and_then(|unit| rendered(unit, staleness)).unwrap_or(self.page.sentence(at));
        if self.look.keep
            && self.look.rules[self.at].contains("inconsistent")
            && let Some(translation) = &translation
            && let Some(message) = this.unit.and_then(|unit| unit.message.as_ref())
        {
            let finding = Diagnostic::new("inconsistent", Severity::Warning, "")
                .at(self.lines_of(this).place(&message.value))
                .about(self.subject(Some(&self.page.units[at].id)));
            row.kept.push((self.at, french.to_owned(), translation.to_string(), finding));
        }
        let is_read = translation.is_some() || !allows.is_empty();
        is_read.then_some(Read { one: self.at, at, this, french, translation, allows })
    }

    /// The text of a unit's message, if a quality rule wants to see it.
    fn translation(&self, at: usize, this: &Assessed<'p>) -> Option<Cow<'p, str>> {
        if !self.look.rules[self.at].has_quality() {
            return None;
        }
        let id = self.page.units[at].id.as_str();
        let formatted = match std::ptr::eq(this.file, self.page.targets[self.at]) {
            true => self.bundle.text(id),
            false => {
                let shared = &self.look.shared[self.at];
                Bundle::new(self.locale, Isolating::Off, &this.file.catalog, shared).text(id)
            }
        };
        formatted.ok()
    }

    /// Tells what was found in a translation, but for what its comment allows.
    fn tell(&self, read: &mut Read<'p, '_>, problems: Vec<Problem>, row: &mut Row) {
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
            let Some(message) = read.this.unit.and_then(|unit| unit.message.as_ref()) else { continue };
            let span = value::place(&read.this.file.catalog, message, translation, &problem.span);
            let mut finding = Diagnostic::new(problem.rule, problem.severity, problem.message)
                .at(lines.place(&span))
                .about(self.subject(Some(id)));
            finding.help = (!problem.help.is_empty()).then_some(problem.help);
            let catalog = &read.this.file.catalog;
            finding.suggestion = problem
                .fix
                .filter(|fix| harmless(translation, fix))
                .and_then(|fix| value::edit(catalog, message, translation, &fix))
                .and_then(|edit| lines.suggestion(edit, true))
                .map(Box::new);
            keep(&mut row.findings, self.look, Some(self.locale), finding);
        }
        for allow in read.allows.iter().filter(|allow| !allow.used && self.is_looked_for(allow, read.this)) {
            let (message, help) = allow::unused(allow.rule);
            let finding = Diagnostic::new("unused-allow", Severity::Warning, message)
                .at(lines.place(&allow.span))
                .about(self.subject(Some(id)))
                .help(help);
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

    fn state(&self, at: usize, this: &Assessed<'p>, covered: bool, lines: &Lines<'p>) -> Option<Diagnostic> {
        let (page, catalog) = (self.page, &this.file.catalog);
        let id = page.units[at].id.as_str();
        let sentence = page.sentence(at);
        let here = match this.unit {
            Some(unit) => {
                let start = place(unit);
                let line = &catalog.text[start..];
                let end = line.find(['\n', '\r']).unwrap_or(line.len());
                let end = if unit.message.is_some() { id.len().min(end) } else { end };
                lines.place(&(start..start + end))
            }
            None => Place::file(catalog.file.clone()),
        };
        let error = |rule, message: String| Diagnostic::new(rule, Severity::Error, message).at(here.clone());
        let address = format!("{}#{id}", page.name);
        // Translations of other languages are for others to accept.
        let of_locale = match self.look.has_more_locales {
            true => format!(" --locale {}", self.locale.as_str()),
            false => String::new(),
        };
        match this.state {
            State::Current | State::Obsolete => None,
            State::Missing if covered || this.file.presence == Presence::Unreadable => None,
            State::Missing if this.unit.is_none() => Some(
                error("missing", format!("not translated yet: {sentence}"))
                    .help("run drogman sync, then write the translation in this file"),
            ),
            // One slip is told once.
            State::Missing | State::Unverified if self.is_misnamed(this, id) => None,
            State::Missing => {
                let mut finding = error("missing", format!("not translated yet: {sentence}"))
                    .help(format!("write under it: {id} = …"));
                // Nothing in the line is wrong: it is named, and not drawn.
                if let Some(place) = &mut finding.place {
                    place.span = None;
                }
                Some(finding)
            }
            State::Stale(change) => {
                let renders = this.unit.and_then(|unit| rendered(unit, staleness)).unwrap_or_default();
                let (was, now) = changed_words(renders, sentence, &Style::default());
                let rule = match change {
                    Staleness::Minor => "stale-minor",
                    Staleness::Major => "stale-major",
                };
                let reasons: Vec<String> = this.reasons.iter().map(ToString::to_string).collect();
                let why =
                    if reasons.is_empty() { String::new() } else { format!(": {}", reasons.join("; ")) };
                let mut finding = error(rule, format!("the French has changed since it was translated{why}"))
                    .help(format!(
                        "it was: {was}\nit is:  {now}\ncorrect the translation if need be, then: drogman accept '{address}'{of_locale}"
                    ));
                if change == Staleness::Minor {
                    finding.severity = Severity::Warning;
                }
                if let Some((place, suggestion)) = self.acceptance(at, this, lines) {
                    finding = finding.at(place).help(format!(
                        "it was: {was}\nit is:  {now}\nthis branch has changed the translation; if it says that now, \
                         take over the line: {}",
                        suggestion.line
                    ));
                    finding.suggestion = Some(Box::new(suggestion));
                }
                Some(finding)
            }
            State::Unverified => {
                let (why, more) = this.unit.map(|unit| self.unverified(unit, lines)).unwrap_or_default();
                let message = format!("nothing tells which French this translation renders: {why}");
                Some(error("unverified", message).help(format!(
                    "it is now: {sentence}\nif the translation says that: drogman accept '{address}'{of_locale}{more}"
                )))
            }
            State::Invalid => {
                if std::ptr::eq(this.file, page.targets[self.at]) && self.causes().contains(id) {
                    return None;
                }
                let first = this.problems.first();
                let message = first
                    .map_or("this translation can't be shown".to_owned(), |problem| problem.kind.message());
                // Where the rule that knows why is not asked for, the state is told.
                let is_on = |rule: &&str| self.look.weights.of(Some(self.locale), rule).is_some();
                let rule = first.map(|problem| problem.kind.rule()).filter(is_on).unwrap_or("invalid");
                let mut finding = error(rule, message);
                if let Some(problem) = first {
                    finding = finding.help(problem.kind.help());
                    let end = catalog.text[problem.span.clone()].trim_end().len();
                    finding.place = Some(lines.place(&(problem.span.start..problem.span.start + end)));
                }
                Some(finding)
            }
        }
    }

    /// Which line of an unverified unit is missing or doubtful, and what else than accepting helps.
    fn unverified(&self, unit: &Unit<'_>, lines: &Lines<'_>) -> (String, String) {
        let tag = &lines.catalog.source_locale;
        let none = String::new();
        let Some(message) = &unit.message else { return (none.clone(), none) };
        match &unit.section {
            None if message.loose_french.is_some() => (
                format!("the line `# @unit {}` above it is missing", unit.id),
                format!("\nor write that line above the `# {tag}:` line"),
            ),
            None => (format!("the lines `# @unit {}` and `# {tag}: …` above it are missing", unit.id), none),
            Some(section) if !message.attached => {
                let line = lines.place(&section.marker).at.map_or(0, |at| at.line);
                (
                    format!("it stands away from its `# @unit` line, line {line}"),
                    "\nor move it right under its lines, with no empty line between".to_owned(),
                )
            }
            Some(_) if unit.french().nth(1).is_some() => (
                format!("the `# {tag}:` lines above it differ"),
                "\nor keep the one that it renders".to_owned(),
            ),
            Some(_) => (
                format!("the line `# {tag}: …` above it is missing"),
                "\nor write that line again, with the French that it renders".to_owned(),
            ),
        }
    }

    /// The `# fr:` line of a stale unit and what it would be, where the branch has changed the translation
    /// but not that line. Of what it did not touch nobody knows whether it was looked at.
    fn acceptance(&self, at: usize, this: &Assessed<'_>, lines: &Lines<'_>) -> Option<(Place, Suggestion)> {
        let change = self.look.since?.change(self.page, at, this)?;
        let unit = this.unit.filter(|_| change.unaccepted)?;
        let section = unit.section.as_ref().filter(|section| section.more_french.is_empty())?;
        // A suggestion is for one line, and leaves it where it stands.
        let french = section.french.as_ref()?;
        let sentence = edit::one_line(self.page.sentence(at));
        let edit = Edit::replace(french.colon..french.end, format!(" {sentence}"));
        // The sentence is pointed to, without the space before it.
        let written = lines.catalog.text[edit.span.clone()].trim();
        let start = edit.span.start + lines.catalog.text[edit.span.clone()].find(written).unwrap_or(0);
        let place = lines.place(&(start..start + written.len()));
        Some((place, lines.suggestion(edit, false)?))
    }

    /// Units without a sentence, to be judged when it is known where every unit lives.
    fn strays(&self, row: &mut Row) {
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
            row.strays.push(Stray { locale: self.at, id: unit.id.to_owned(), opened, finding });
        }
    }
}

/// Findings on the French itself: what most translations say otherwise.
fn of_french<'p>(
    page: &Page<'p>,
    at: usize,
    problems: Vec<Problem>,
    lines: &OnceCell<LineIndex<'p>>,
    look: &Look<'_>,
    row: &mut Row,
) {
    for problem in problems {
        let Some((_, file)) = page.path else { return };
        let segment = &page.segments[at];
        let meant = segment.span.start + problem.span.start..segment.span.start + problem.span.end;
        let lines = lines.get_or_init(|| LineIndex::new(page.document.source));
        let span = page.document.blocks[segment.block].file_span(&meant);
        let place = match page.document.source.get(span.clone()) {
            Some(_) => Place::span(file, lines, &span),
            None => Place::file(file),
        };
        let subject =
            Subject { locale: None, document: Some(page.name.into()), unit: Some(page.units[at].id.clone()) };
        let finding =
            Diagnostic::new(problem.rule, problem.severity, problem.message).at(place).about(subject);
        keep(&mut row.findings, look, None, finding.help(problem.help));
    }
}
