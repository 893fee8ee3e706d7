//! All findings of a page: the states of its units, its catalogs as they are written, and what the quality
//! rules say of each translation.

use rustc_hash::FxHashSet;

use super::rules::{Group, RuleSet, rule};
use super::{Format, Problem, Settings, Source, Target, across, check};
use crate::align::change::verdict;
use crate::catalog::{Bundle, Catalog, Isolating, Unit};
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::text::{LineIndex, Span, count_words, visible};
use crate::unit::assess::{Assessed, assess, staleness, strays};
use crate::unit::state::{Staleness, rendered};
use crate::unit::{CatalogFile, Figures, Page, State};

/// What is looked for, and how.
pub struct Ask<'a> {
    /// The rules that run.
    pub rules: RuleSet,
    /// What the project sets for them.
    pub settings: &'a Settings,
    /// The conventions of each locale of [`Page::targets`].
    pub targets: &'a [Target],
    /// The shared files of each.
    pub shared: &'a [Vec<&'a Catalog<'a>>],
    /// For each, whether its findings are asked for.
    pub wanted: &'a [bool],
    /// For each, the locales that are asked next: indices.
    pub fallback: &'a [Vec<usize>],
}

/// A unit of a catalog that no sentence of its page has.
#[derive(Debug, Clone)]
pub struct Stray {
    /// Its id.
    pub id: String,
    /// The finding if it turns out to live in another document.
    pub mismatch: Diagnostic,
    /// The finding if it does not.
    pub otherwise: Diagnostic,
}

/// A translation, for the rule `inconsistent`.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// Index of its locale.
    pub locale: usize,
    /// The French that it renders.
    pub french: String,
    /// Its text.
    pub translation: String,
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub subject: Subject,
}

/// What was found on a page.
#[derive(Debug, Default)]
pub struct Found {
    /// Findings, with their weight by default.
    pub findings: Vec<Diagnostic>,
    /// What can only be judged when all documents are known.
    pub strays: Vec<Stray>,
    /// Translations, if `inconsistent` asks for them.
    pub renderings: Vec<Rendered>,
    /// Figures of each locale.
    pub figures: Vec<Figures>,
}

/// Everything that the rules find on a page.
pub fn page(page: &Page<'_>, ask: &Ask<'_>) -> Found {
    let mut found = Found { figures: vec![Figures::default(); page.targets.len()], ..Found::default() };
    let assessed: Vec<Vec<Assessed<'_>>> = (0..page.targets.len())
        .map(|locale| match page.targets[locale].in_scope {
            true => assess(page, locale, &ask.shared[locale]),
            false => Vec::new(),
        })
        .collect();
    let quality = quality(page, ask, &assessed, &mut found);
    for (locale, problems) in quality.into_iter().enumerate() {
        if !ask.wanted[locale] {
            continue;
        }
        Teller::new(page, locale, ask).tell(&assessed, problems, &mut found);
    }
    if page.changed && ask.rules.contains("sync-needed") {
        found.findings.push(sync_needed(page));
    }
    found
}

fn sync_needed(page: &Page<'_>) -> Diagnostic {
    let (file, message) = match page.path {
        Some((_, file)) => (file.to_owned(), "the catalogs don't say what this document says"),
        None => (page.source.catalog.file.clone(), "the document of this catalog is gone"),
    };
    Diagnostic::new("sync-needed", Severity::Warning, message)
        .at(Place::file(file))
        .about(Subject { document: Some(page.name.to_owned()), ..Subject::default() })
        .help("run `drogman sync`, and commit what it writes")
}

/// For each locale and unit what the quality rules found.
fn quality(
    page: &Page<'_>,
    ask: &Ask<'_>,
    assessed: &[Vec<Assessed<'_>>],
    found: &mut Found,
) -> Vec<Vec<(usize, Vec<Problem>)>> {
    let mut by_locale: Vec<Vec<(usize, Vec<Problem>)>> = vec![Vec::new(); assessed.len()];
    if !ask.rules.has_quality() {
        return by_locale;
    }
    let keeps = ask.rules.contains("inconsistent");
    let format = match page.path {
        Some((path, _)) if path.ends_with(".md") => Format::Markdown,
        Some(_) | None => Format::Plain,
    };
    let bundles: Vec<Bundle<'_>> = page
        .targets
        .iter()
        .zip(ask.shared)
        .map(|(file, shared)| Bundle::new(file.locale, Isolating::Off, &file.catalog, shared))
        .collect();
    for at in 0..page.units.len() {
        let sentence = page.sentence(at);
        let kind = page.document.blocks[page.segments[at].block].kind;
        let today = Source::new(sentence, kind, format);
        let mut problems: Vec<Vec<Problem>> = Vec::new();
        let mut locales = Vec::new();
        for (locale, units) in assessed.iter().enumerate() {
            let Some(unit) = units.get(at).filter(|unit| has_translation(unit.state)) else { continue };
            let text = match std::ptr::eq(unit.file, page.targets[locale]) {
                true => bundles[locale].format(&page.units[at].id),
                false => {
                    Bundle::new(unit.file.locale, Isolating::Off, &unit.file.catalog, &ask.shared[locale])
                        .format(&page.units[at].id)
                }
            };
            let Ok(text) = text else { continue };
            let french = unit.unit.and_then(|unit| rendered(unit, staleness)).unwrap_or(sentence);
            let mut list = Vec::new();
            let target = &ask.targets[locale];
            if french == sentence {
                check(&today, &text, target, ask.settings, ask.rules, &mut list);
            } else {
                let old = Source::new(french, kind, format);
                check(&old, &text, target, ask.settings, ask.rules, &mut list);
            }
            if keeps && ask.wanted[locale] {
                let teller = Teller::new(page, locale, ask);
                found.renderings.push(Rendered {
                    locale,
                    french: french.to_owned(),
                    translation: text.clone(),
                    place: teller.place(unit, &text, &(0..text.len())),
                    subject: teller.subject(Some(&page.units[at].id)),
                });
            }
            place_spans(unit, &text, &mut list);
            problems.push(list);
            locales.push(locale);
        }
        for fault in across(&mut problems) {
            found.findings.push(on_the_french(page, at, &fault));
        }
        for (locale, list) in locales.into_iter().zip(problems) {
            if !list.is_empty() {
                by_locale[locale].push((at, list));
            }
        }
    }
    by_locale
}

fn has_translation(state: State) -> bool {
    match state {
        State::Current | State::Stale(_) | State::Unverified => true,
        State::Missing | State::Invalid | State::Obsolete => false,
    }
}

/// From bytes of the text to bytes of the catalog.
fn place_spans(unit: &Assessed<'_>, text: &str, problems: &mut [Problem]) {
    for problem in problems {
        problem.span = catalog_span(unit, text, &problem.span);
        if let Some(fix) = &mut problem.fix {
            let same = unit
                .unit
                .and_then(|unit| unit.message.as_ref())
                .is_some_and(|message| unit.file.catalog.text[message.value.clone()] == *text);
            if same {
                fix.span = catalog_span(unit, text, &fix.span);
            } else {
                problem.fix = None;
            }
        }
    }
}

/// The bytes of the catalog that `span` of a formatted text stands for; where it is not written as it is
/// shown, the whole of its first line.
fn catalog_span(unit: &Assessed<'_>, text: &str, span: &Span) -> Span {
    let catalog = &unit.file.catalog;
    let Some(message) = unit.unit.and_then(|unit| unit.message.as_ref()) else { return 0..0 };
    let value = message.value.clone();
    let raw = &catalog.text[value.clone()];
    if raw == text {
        return value.start + span.start..value.start + span.end;
    }
    // The words themselves, if they stand there once.
    let words = text.get(span.clone()).unwrap_or_default();
    if words.chars().count() > 2
        && let Some(at) = raw.find(words)
        && raw.rfind(words) == Some(at)
    {
        return value.start + at..value.start + at + words.len();
    }
    let end = raw.find('\n').unwrap_or(raw.len());
    value.start..value.start + raw[..end].trim_end().len()
}

fn on_the_french(page: &Page<'_>, at: usize, fault: &Problem) -> Diagnostic {
    let segment = &page.segments[at];
    let lines = LineIndex::new(page.document.source);
    let span = page.document.blocks[segment.block].file_span(&segment.span);
    let file = page.path.map_or(page.name, |(_, file)| file);
    Diagnostic::new(fault.rule, fault.severity, visible(&fault.message).into_owned())
        .at(Place::span(file, &lines, &span))
        .about(Subject {
            document: Some(page.name.to_owned()),
            unit: Some(page.units[at].id.clone()),
            locale: None,
        })
        .help(visible(&fault.help).into_owned())
}

/// Makes findings of one catalog.
struct Teller<'p, 'a> {
    page: &'p Page<'a>,
    locale: usize,
    file: &'a CatalogFile<'a>,
    ask: &'p Ask<'p>,
}

/// A comment that silences a rule in a unit.
struct Allow {
    rule: String,
    span: Span,
    used: bool,
}

impl<'p, 'a> Teller<'p, 'a> {
    fn new(page: &'p Page<'a>, locale: usize, ask: &'p Ask<'p>) -> Self {
        Teller { page, locale, file: page.targets[locale], ask }
    }

    fn subject(&self, unit: Option<&str>) -> Subject {
        Subject {
            locale: Some(self.file.locale.as_str().to_owned()),
            document: Some(self.page.name.to_owned()),
            unit: unit.map(str::to_owned),
        }
    }

    fn place(&self, unit: &Assessed<'_>, text: &str, span: &Span) -> Place {
        let catalog = &unit.file.catalog;
        let lines = LineIndex::new(catalog.text);
        Place::span(catalog.file.clone(), &lines, &catalog_span(unit, text, span))
    }

    fn has(&self, rule: &str) -> bool {
        self.ask.rules.contains(rule)
    }

    fn tell(&self, assessed: &[Vec<Assessed<'a>>], quality: Vec<(usize, Vec<Problem>)>, found: &mut Found) {
        let catalog = &self.file.catalog;
        let lines = LineIndex::new(catalog.text);
        let mut told: Vec<Diagnostic> = Vec::new();
        // The catalog as it is written.
        for finding in &self.file.findings {
            let unit = finding.subject.unit.clone();
            told.push(finding.clone().about(self.subject(unit.as_deref())));
        }
        let bundle = Bundle::new(self.file.locale, Isolating::Off, catalog, &self.ask.shared[self.locale]);
        for finding in bundle.findings() {
            let unit = finding.subject.unit.clone();
            told.push(finding.about(self.subject(unit.as_deref())));
        }
        told.retain(|finding| self.has(finding.rule));
        let causes: FxHashSet<String> = told
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .filter_map(|finding| finding.subject.unit.clone())
            .collect();
        let mismatched: FxHashSet<String> = self
            .file
            .findings
            .iter()
            .filter(|finding| finding.rule == "unit-mismatch")
            .filter_map(|finding| finding.subject.unit.clone())
            .collect();
        // States.
        for (at, unit) in assessed[self.locale].iter().enumerate() {
            found.figures[self.locale].count(unit.state, count_words(self.page.sentence(at)));
            if let Some(finding) = self.state(at, unit, assessed, &causes, &lines) {
                told.push(finding);
            }
        }
        // Quality.
        for (at, problems) in quality {
            let unit = &assessed[self.locale][at];
            let other;
            let lines = match std::ptr::eq(unit.file, self.file) {
                true => &lines,
                false => {
                    other = LineIndex::new(unit.file.catalog.text);
                    &other
                }
            };
            for problem in problems {
                let mut finding =
                    Diagnostic::new(problem.rule, problem.severity, visible(&problem.message).into_owned())
                        .at(Place::span(unit.file.catalog.file.clone(), lines, &problem.span))
                        .about(self.subject(Some(&self.page.units[at].id)));
                if !problem.help.is_empty() {
                    finding = finding.help(visible(&problem.help).into_owned());
                }
                finding.fix = problem.fix;
                told.push(finding);
            }
        }
        self.silence(&mut told, &lines);
        found.findings.extend(told);
        self.strays(&mismatched, &lines, found);
    }

    /// Takes away what `# drogman: allow RULE` silences; an allow that silences nothing is told.
    fn silence(&self, told: &mut Vec<Diagnostic>, lines: &LineIndex<'_>) {
        let catalog = &self.file.catalog;
        if memchr::memmem::find(catalog.text.as_bytes(), b"drogman: allow").is_none() {
            return;
        }
        for unit in &catalog.units {
            let mut allows = allows(catalog, unit);
            if allows.is_empty() {
                continue;
            }
            told.retain(|finding| {
                let own = finding.subject.unit.as_deref() == Some(unit.id);
                let allow = allows.iter_mut().find(|allow| own && allow.rule == finding.rule);
                match allow {
                    Some(allow) => {
                        allow.used = true;
                        false
                    }
                    None => true,
                }
            });
            for allow in allows.into_iter().filter(|allow| !allow.used && self.has("unused-allow")) {
                // A rule that did not run may have been needed.
                let known = rule(&allow.rule);
                if known.is_some() && !self.has(&allow.rule) {
                    continue;
                }
                let (message, help) = match known {
                    Some(_) => (
                        format!("nothing of the rule `{}` is found here", allow.rule),
                        "delete the line, or it will hide a later mistake",
                    ),
                    None => (
                        format!("there is no rule `{}`", visible(&allow.rule)),
                        "`drogman check --list-rules` lists them",
                    ),
                };
                told.push(
                    Diagnostic::new("unused-allow", Severity::Warning, message)
                        .at(Place::span(catalog.file.clone(), lines, &allow.span))
                        .about(self.subject(Some(unit.id)))
                        .help(help),
                );
            }
        }
    }

    /// The finding of a unit's state.
    fn state(
        &self,
        at: usize,
        unit: &Assessed<'_>,
        assessed: &[Vec<Assessed<'a>>],
        causes: &FxHashSet<String>,
        lines: &LineIndex<'_>,
    ) -> Option<Diagnostic> {
        let id = &self.page.units[at].id;
        let sentence = self.page.sentence(at);
        let address = || format!("{}#{id}", visible(self.page.name));
        let source = self.page.source.locale.as_str();
        let french = || visible(sentence).into_owned();
        let (name, severity, message, help) = match unit.state {
            State::Current | State::Obsolete => return None,
            State::Missing => {
                let helped = self.ask.fallback[self.locale]
                    .iter()
                    .any(|&next| assessed[next].get(at).is_some_and(|unit| unit.state == State::Current));
                if helped {
                    return None;
                }
                let help = match unit.unit {
                    Some(_) => format!("write the translation below its `# {source}:` line, as: {id} = …"),
                    None => "run `drogman sync`, which writes the unit into the catalog".to_owned(),
                };
                ("missing", Severity::Error, format!("not translated yet: {}", shortened(&french())), help)
            }
            State::Stale(staleness) => {
                let renders = unit.unit.and_then(|unit| rendered(unit, self::staleness)).unwrap_or_default();
                let reasons: Vec<String> = verdict(renders, sentence)
                    .reasons
                    .iter()
                    .take(4)
                    .map(|reason| visible(&reason.to_string()).into_owned())
                    .collect();
                let message = format!("the French changed since this was translated: {}", reasons.join("; "));
                let help = format!(
                    "correct the translation if need be, then make the line `# {source}: {}`, or run \
                     `drogman accept {}`",
                    french(),
                    address()
                );
                match staleness {
                    Staleness::Major => ("stale-major", Severity::Error, message, help),
                    Staleness::Minor => ("stale-minor", Severity::Warning, message, help),
                }
            }
            State::Unverified => (
                "unverified",
                Severity::Error,
                "nothing says which French this translation renders".to_owned(),
                format!(
                    "compare it with today's French, then write `# {source}: {}` between `# @unit {id}` and the \
                     translation, or run `drogman accept {}`",
                    french(),
                    address()
                ),
            ),
            State::Invalid => {
                if causes.contains(id.as_str()) {
                    return None;
                }
                let cause = unit.problems.first().map(|problem| problem.kind.message());
                (
                    "invalid",
                    Severity::Error,
                    cause.unwrap_or_else(|| "this translation can't be read".to_owned()),
                    "it counts as not translated until it is mended".to_owned(),
                )
            }
        };
        if !self.has(name) {
            return None;
        }
        let catalog = &unit.file.catalog;
        let place = match unit.unit.and_then(|unit| place_of(unit, unit.message.is_some())) {
            Some(span) if std::ptr::eq(unit.file, self.file) => {
                Place::span(catalog.file.clone(), lines, &span)
            }
            Some(span) => Place::span(catalog.file.clone(), &LineIndex::new(catalog.text), &span),
            None => Place::file(catalog.file.clone()),
        };
        Some(Diagnostic::new(name, severity, message).at(place).about(self.subject(Some(id))).help(help))
    }

    fn strays(&self, mismatched: &FxHashSet<String>, lines: &LineIndex<'_>, found: &mut Found) {
        let catalog = &self.file.catalog;
        for unit in strays(self.page, self.locale) {
            let span = place_of(unit, false).unwrap_or(0..0);
            if self.file.in_scope {
                found.figures[self.locale].count(State::Obsolete, 0);
            }
            let finding = |rule, severity, message: &str, help: &str| {
                Diagnostic::new(rule, severity, message)
                    .at(Place::span(catalog.file.clone(), lines, &span))
                    .about(self.subject(Some(unit.id)))
                    .help(help)
            };
            let alone = unit.section.is_none() && unit.message.is_some();
            if mismatched.contains(unit.id) || (alone && is_referred_to(catalog, unit.id)) {
                continue;
            }
            let otherwise = if alone {
                finding(
                    "unknown-unit",
                    Severity::Error,
                    "this message belongs to no unit",
                    "correct its id, or delete it; a message that others refer to may stay",
                )
            } else {
                finding(
                    "obsolete",
                    Severity::Warning,
                    "the sentence of this unit has left the source",
                    "`drogman prune` removes it; if the sentence comes back, so does the unit",
                )
            };
            // Until the next sync a unit may well stand in the catalog that its sentence has left.
            let mismatch = if self.page.changed {
                otherwise.clone()
            } else {
                finding(
                    "unit-mismatch",
                    Severity::Error,
                    "this unit belongs to another document",
                    "move it to the catalog of that document; it is not used here",
                )
            };
            found.strays.push(Stray { id: unit.id.to_owned(), mismatch, otherwise });
        }
    }
}

/// The line that a finding about a unit points at: its message's, else that of its `# @unit`.
fn place_of(unit: &Unit<'_>, _message_first: bool) -> Option<Span> {
    let message =
        unit.message.as_ref().map(|message| message.lines.start..message.lines.start + unit.id.len());
    message
        .or_else(|| unit.broken.first().map(|junk| junk.start..junk.start))
        .or_else(|| unit.section.as_ref().map(|section| section.marker.clone()))
}

/// The beginning of a long sentence.
fn shortened(sentence: &str) -> String {
    const LONGEST: usize = 90;
    match sentence.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", sentence[..at].trim_end()),
        None => sentence.to_owned(),
    }
}

/// Whether another message of the file refers to this one.
fn is_referred_to(catalog: &Catalog<'_>, id: &str) -> bool {
    memchr::memmem::find_iter(catalog.text.as_bytes(), id.as_bytes()).any(|at| {
        let before = catalog.text[..at].trim_end_matches([' ', '\n', '\r']);
        let after = catalog.text[at + id.len()..].chars().next();
        before.ends_with('{') && after.is_none_or(|c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')))
    })
}

/// The `# drogman: allow RULE, RULE (reason)` lines of a unit.
fn allows(catalog: &Catalog<'_>, unit: &Unit<'_>) -> Vec<Allow> {
    let notes = unit.sections().flat_map(|section| &section.notes);
    let mut allows = Vec::new();
    for note in notes {
        let content = catalog.text[note.clone()].trim_start_matches('#').trim();
        let Some(rest) = content.strip_prefix("drogman: allow") else { continue };
        let rest = rest.split('(').next().unwrap_or_default();
        for name in rest.split([',', ' ']).map(str::trim).filter(|name| !name.is_empty()) {
            allows.push(Allow { rule: name.to_owned(), span: note.clone(), used: false });
        }
    }
    allows
}

/// The rules that `--only` and `--skip` choose: names of rules or groups.
///
/// # Errors
/// The names that are neither.
pub fn chosen(only: &[String], skip: &[String], all: RuleSet) -> Result<RuleSet, Vec<String>> {
    let mut unknown = Vec::new();
    let mut expand = |names: &[String]| -> Vec<&'static str> {
        let mut found = Vec::new();
        for name in names {
            match (Group::from_name(name), rule(name)) {
                (Some(group), _) => {
                    found
                        .extend(super::RULES.iter().filter(|rule| rule.group == group).map(|rule| rule.name));
                }
                (None, Some(rule)) => found.push(rule.name),
                (None, None) => unknown.push(name.clone()),
            }
        }
        found
    };
    let (only_names, skip_names) = (expand(only), expand(skip));
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let mut rules = all;
    if !only.is_empty() {
        rules = RuleSet::none();
        for name in only_names {
            // A group brings what is on; a rule that is named is wanted, though it be off.
            if all.contains(name) || only.iter().any(|asked| asked == name) {
                rules = rules.with(name);
            }
        }
    }
    Ok(skip_names.into_iter().fold(rules, RuleSet::without))
}
