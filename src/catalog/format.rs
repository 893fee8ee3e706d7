//! Messages as text: what a translation says once its terms are filled in, or why it can't be said.
//!
//! A pattern of text and string literals is resolved here. Whatever refers to something else is resolved
//! by `fluent-bundle`, as every Fluent runtime does it, once all that it refers to is known to be there:
//! the crate is silent about some missing things, and its depth is the stack's.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};

use fluent::{FluentBundle, FluentResource};
use rustc_hash::{FxHashMap, FxHashSet};

use super::entry::{EntryKind, Shape, opens};
use super::reference::{Kind, Parts, Reference, parts};
use super::{Catalog, Unit, pattern};
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::text::{Edit, LineIndex, Locale, Span, apply, nearest};

/// Whether what is filled in is wrapped in Fluent's bidi isolating marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Isolating {
    /// No marks.
    Off,
    /// U+2068 … U+2069 round what is filled in.
    On,
}

/// Why a message can't be formatted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// Where, in the file of the message.
    pub span: Span,
}

/// See [`Problem`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// It can't be read.
    Junk,
    /// Junk follows it.
    CutShort,
    /// Another message has the same id.
    Twice,
    /// It has attributes only.
    NoValue,
    /// It refers to a message that is not there.
    NoMessage(String),
    /// It refers to a term that is not there.
    NoTerm(String),
    /// It refers to an attribute that is not there.
    NoAttribute(String),
    /// It refers to a message that has no value.
    NoValueIn(String),
    /// It calls a function, and there are none.
    NoFunction(String),
    /// It uses a variable, and there are none.
    Variable(String),
    /// It refers to itself, through this message or term.
    Cycle(String),
    /// It refers to something that can't be formatted.
    Broken(String),
    /// It has too many placeables, or refers too deep, for any runtime.
    TooMuch,
}

impl ProblemKind {
    /// What is wrong, in one sentence without a final stop.
    pub fn message(&self) -> String {
        words(self).0
    }

    /// What to do about it.
    pub fn help(&self) -> String {
        words(self).1
    }

    /// The rule that reports it.
    pub fn rule(&self) -> &'static str {
        match self {
            ProblemKind::Junk | ProblemKind::CutShort | ProblemKind::NoValue => "syntax",
            ProblemKind::Twice => "duplicate-unit",
            ProblemKind::Variable(_) => "variables",
            ProblemKind::Cycle(_) => "cycle",
            ProblemKind::NoMessage(_)
            | ProblemKind::NoTerm(_)
            | ProblemKind::NoAttribute(_)
            | ProblemKind::NoValueIn(_)
            | ProblemKind::NoFunction(_)
            | ProblemKind::Broken(_)
            | ProblemKind::TooMuch => "reference",
        }
    }
}

/// One entry's value (`None`) or attribute, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Node {
    file: usize,
    entry: usize,
    attribute: Option<usize>,
}

#[derive(Debug, Clone, Default)]
struct Verdict {
    problems: Vec<Problem>,
    /// Braces opened on the deepest way through it.
    depth: usize,
}

/// Most braces that may be open at once, through all that is referred to: below what the crate's
/// recursion can take.
const DEEPEST: usize = 500;

/// The messages of one document in one locale, with the shared files that they may refer to.
pub struct Bundle<'c> {
    locale: Locale,
    isolating: Isolating,
    /// The document's catalog, then the shared files.
    files: Vec<&'c Catalog<'c>>,
    parts: RefCell<FxHashMap<(usize, usize), std::rc::Rc<Parts>>>,
    verdicts: OnceCell<FxHashMap<Node, Verdict>>,
    resolver: OnceCell<Resolver>,
}

struct Resolver {
    bundle: FluentBundle<FluentResource>,
}

impl<'c> Bundle<'c> {
    /// The messages of `catalog`, which may refer to each other and to those of `shared`.
    pub fn new(
        locale: &Locale,
        isolating: Isolating,
        catalog: &'c Catalog<'c>,
        shared: &[&'c Catalog<'c>],
    ) -> Self {
        let files = std::iter::once(catalog).chain(shared.iter().copied()).collect();
        Bundle {
            locale: locale.clone(),
            isolating,
            files,
            parts: RefCell::default(),
            verdicts: OnceCell::new(),
            resolver: OnceCell::new(),
        }
    }

    /// The catalog whose messages these are.
    pub fn catalog(&self) -> &'c Catalog<'c> {
        self.files[0]
    }

    /// Why the message of a unit of this catalog can't be formatted: nothing if it can, or if there is no message.
    pub fn problems(&self, unit: &Unit<'_>) -> Vec<Problem> {
        let mut problems = Vec::new();
        let end = unit.message.as_ref().map(|message| message.lines.end);
        for junk in &unit.broken {
            let cut = end.is_some_and(|end| end <= junk.start);
            let kind = if cut { ProblemKind::CutShort } else { ProblemKind::Junk };
            problems.push(Problem { kind, span: junk.clone() });
        }
        for message in &unit.more_messages {
            problems.push(Problem { kind: ProblemKind::Twice, span: message.lines.clone() });
        }
        let Some(message) = &unit.message else { return problems };
        match message.shape {
            Shape::Line => {}
            Shape::Absent => {
                problems.push(Problem { kind: ProblemKind::NoValue, span: message.lines.clone() });
            }
            Shape::Rich => {
                let node = Node { file: 0, entry: message.entry, attribute: None };
                if let Some(verdict) = self.verdicts().get(&node) {
                    problems.extend(verdict.problems.iter().cloned());
                }
            }
        }
        problems
    }

    /// The text of a unit's message, each line break one space.
    ///
    /// # Errors
    /// Why it can't be formatted; an empty list if there is no message.
    pub fn format(&self, id: &str) -> Result<Cow<'c, str>, Vec<Problem>> {
        let unit = self.catalog().unit(id).ok_or_else(Vec::new)?;
        self.text(unit).map(without_line_breaks)
    }

    /// The text of a unit's message as it is written, line breaks included: what a check looks at.
    ///
    /// # Errors
    /// As [`Bundle::format`].
    pub fn text(&self, unit: &Unit<'_>) -> Result<Cow<'c, str>, Vec<Problem>> {
        let catalog = self.catalog();
        let problems = self.problems(unit);
        let Some(message) = &unit.message else { return Err(problems) };
        if !problems.is_empty() {
            return Err(problems);
        }
        let too_much = || vec![Problem { kind: ProblemKind::TooMuch, span: message.lines.clone() }];
        let text = match message.shape {
            Shape::Absent => return Err(problems),
            Shape::Line => {
                pattern::from_pattern(&catalog.text[message.value.clone()]).ok_or_else(too_much)?
            }
            Shape::Rich => match &self.parts(0, message.entry).plain {
                Some(text) => Cow::Owned(text.clone()),
                None => Cow::Owned(self.resolve(unit.id).ok_or_else(too_much)?),
            },
        };
        Ok(text)
    }

    /// What is wrong with references, cycles and variables in the catalog's messages and terms.
    pub fn findings(&self) -> Vec<Diagnostic> {
        let catalog = self.catalog();
        let lines = OnceCell::new();
        let mut findings = Vec::new();
        let mut nodes: Vec<(&Node, &Verdict)> = self
            .verdicts()
            .iter()
            .filter(|(node, verdict)| node.file == 0 && !verdict.problems.is_empty())
            .collect();
        nodes.sort_by_key(|(node, _)| (node.entry, node.attribute));
        for (node, verdict) in nodes {
            let id = catalog.entries[node.entry].id;
            for problem in &verdict.problems {
                let lines = lines.get_or_init(|| LineIndex::new(catalog.text));
                let (message, mut help) = words(&problem.kind);
                if let ProblemKind::NoTerm(name) = &problem.kind
                    && let Some(meant) = nearest(name, self.terms())
                {
                    help = format!("did you mean {{ -{meant} }}? Else {help}");
                }
                findings.push(
                    Diagnostic::new(problem.kind.rule(), Severity::Error, message)
                        .at(Place::span(catalog.file.clone(), lines, &problem.span))
                        .about(Subject { unit: Some(id.into()), ..Subject::default() })
                        .help(help),
                );
            }
        }
        findings
    }

    /// The names of the terms that can be referred to; none where there are so many that looking for the one that
    /// was meant would take long.
    fn terms(&self) -> Vec<&'c str> {
        const MOST: usize = 2_000;
        let entries = self.files.iter().flat_map(|file| &file.entries);
        let terms = entries.filter(|entry| entry.kind == EntryKind::Term).map(|entry| entry.id);
        let names: Vec<&str> = terms.take(MOST + 1).collect();
        if names.len() > MOST { Vec::new() } else { names }
    }

    /// The ids of messages that other entries of the catalog refer to: a translator's helpers.
    pub fn referred(&self) -> FxHashSet<String> {
        let catalog = self.catalog();
        let rich = catalog.entries.iter().enumerate();
        rich.filter(|(_, entry)| entry.shape == Shape::Rich || entry.attributes)
            .flat_map(|(at, entry)| {
                let parts = self.parts(0, at);
                let names: Vec<String> = parts
                    .all()
                    .filter(|reference| reference.kind == Kind::Message && reference.name != entry.id)
                    .map(|reference| reference.name.clone())
                    .collect();
                names
            })
            .collect()
    }

    fn parts(&self, file: usize, entry: usize) -> std::rc::Rc<Parts> {
        let mut cache = self.parts.borrow_mut();
        let catalog = self.files[file];
        cache
            .entry((file, entry))
            .or_insert_with(|| parts(&catalog.text[catalog.entries[entry].body.clone()]).into())
            .clone()
    }

    /// Where a message or term stands: in the document's catalog first.
    fn find(&self, kind: Kind, name: &str) -> Option<(usize, usize)> {
        self.files.iter().enumerate().find_map(|(file, catalog)| {
            let entry = match kind {
                Kind::Message => catalog.unit(name)?.message.as_ref()?.entry,
                Kind::Term => catalog.term(name)?,
                Kind::Function | Kind::Variable => return None,
            };
            Some((file, entry))
        })
    }

    fn verdicts(&self) -> &FxHashMap<Node, Verdict> {
        self.verdicts.get_or_init(|| {
            let mut judge = Judge { bundle: self, verdicts: FxHashMap::default() };
            for (entry, each) in self.catalog().entries.iter().enumerate() {
                if each.shape != Shape::Rich && !each.attributes {
                    continue;
                }
                judge.judge(Node { file: 0, entry, attribute: None });
                for attribute in 0..self.parts(0, entry).attributes.len() {
                    judge.judge(Node { file: 0, entry, attribute: Some(attribute) });
                }
            }
            judge.verdicts
        })
    }

    /// Formats by the crate. `None` if the crate gives up: more than 100 placeables.
    fn resolve(&self, id: &str) -> Option<String> {
        let resolver = self.resolver.get_or_init(|| self.resolver());
        let message = resolver.bundle.get_message(id)?;
        let mut errors = Vec::new();
        let text = resolver.bundle.format_pattern(message.value()?, None, &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }

    /// A bundle of the catalog's rich messages and of all that they refer to, each name once.
    fn resolver(&self) -> Resolver {
        let mut wanted: Vec<(usize, usize)> = Vec::new();
        let mut seen: FxHashSet<(usize, usize)> = FxHashSet::default();
        for (entry, each) in self.catalog().entries.iter().enumerate() {
            let first = || self.catalog().unit(each.id)?.message.as_ref().map(|message| message.entry);
            if each.kind == EntryKind::Message && each.shape == Shape::Rich && first() == Some(entry) {
                seen.insert((0, entry));
                wanted.push((0, entry));
            }
        }
        let mut at = 0;
        while let Some(&(file, entry)) = wanted.get(at) {
            at += 1;
            for reference in self.parts(file, entry).all() {
                let found = self.find(reference.kind, &reference.name);
                wanted.extend(found.filter(|&place| seen.insert(place)));
            }
        }
        // The crate keeps messages and terms in one table: a term that shares a message's name is
        // given another.
        let name = |&(file, entry): &(usize, usize)| {
            let entry = &self.files[file].entries[entry];
            (entry.kind, entry.id)
        };
        let messages: FxHashSet<&str> = wanted
            .iter()
            .map(name)
            .filter(|(kind, _)| *kind == EntryKind::Message)
            .map(|(_, id)| id)
            .collect();
        let renamed = |id: &str| messages.contains(id).then(|| other_name(id, &messages));
        let mut text = String::new();
        for &(file, entry) in &wanted {
            let each = &self.files[file].entries[entry];
            let lines = &self.files[file].text[each.body.clone()];
            let mut edits = Vec::new();
            if let (EntryKind::Term, Some(new)) = (each.kind, renamed(each.id)) {
                edits.push(Edit::replace(1..1 + each.id.len(), new));
            }
            for reference in self.parts(file, entry).all().filter(|reference| reference.kind == Kind::Term) {
                if let Some(new) = renamed(&reference.name) {
                    edits.push(Edit::replace(reference.at..reference.at + reference.name.len(), new));
                }
            }
            text.push_str(&apply(lines, &edits).unwrap_or_else(|_| lines.to_owned()));
            text.push('\n');
        }
        let mut bundle = FluentBundle::new(vec![self.locale.id().clone()]);
        bundle.set_use_isolating(self.isolating == Isolating::On);
        let resource = match FluentResource::try_new(text) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Resolver { bundle }
    }
}

/// A name near `id` that no message has.
fn other_name(id: &str, taken: &FxHashSet<&str>) -> String {
    let mut name = format!("{id}-term");
    while taken.contains(name.as_str()) {
        name.push('-');
    }
    name
}

impl Parts {
    pub(super) fn all(&self) -> impl Iterator<Item = &Reference> {
        self.value.iter().chain(self.attributes.iter().flat_map(|(_, references)| references))
    }

    fn of(&self, attribute: Option<usize>) -> &[Reference] {
        match attribute {
            None => &self.value,
            Some(at) => self.attributes.get(at).map_or(&[], |(_, references)| references),
        }
    }
}

/// Walks through what messages refer to, depth first, with a stack of its own.
struct Judge<'b, 'c> {
    bundle: &'b Bundle<'c>,
    verdicts: FxHashMap<Node, Verdict>,
}

struct Frame {
    node: Node,
    parts: std::rc::Rc<Parts>,
    /// The reference that is looked at.
    next: usize,
    verdict: Verdict,
    /// Braces that it opens itself.
    own_depth: usize,
    /// The lowest place in the stack that something reached from here leads back to.
    back: usize,
    /// Whether the reference looked at turned out to lead back to here, or beyond.
    in_circle: bool,
}

impl Judge<'_, '_> {
    fn frame(&self, node: Node) -> Frame {
        let parts = self.bundle.parts(node.file, node.entry);
        let catalog = self.bundle.files[node.file];
        let own_depth = 1 + opens(&catalog.text[catalog.entries[node.entry].body.clone()]);
        let verdict = Verdict { problems: Vec::new(), depth: own_depth };
        Frame { node, parts, next: 0, verdict, own_depth, back: usize::MAX, in_circle: false }
    }

    fn judge(&mut self, start: Node) {
        if self.verdicts.contains_key(&start) {
            return;
        }
        let mut open: FxHashMap<Node, usize> = FxHashMap::from_iter([(start, 0)]);
        let mut stack = vec![self.frame(start)];
        while let Some(frame) = stack.last_mut() {
            let (node, parts) = (frame.node, frame.parts.clone());
            let Some(reference) = parts.of(node.attribute).get(frame.next) else {
                let Some(frame) = stack.pop() else { break };
                open.remove(&node);
                if let Some(above) = stack.last_mut().filter(|_| frame.back < open.len()) {
                    // It leads back beyond itself: so the one that led here is in the circle too.
                    above.back = above.back.min(frame.back);
                    above.in_circle = true;
                }
                self.verdicts.insert(node, frame.verdict);
                continue;
            };
            let entry = &self.bundle.files[node.file].entries[node.entry];
            let start = entry.body.start + reference.at;
            // With its sign, `-` or `$`.
            let sign = match reference.kind {
                Kind::Term | Kind::Variable => 1,
                Kind::Message | Kind::Function => 0,
            };
            let span = start.saturating_sub(sign)..start + reference.name.len();
            let in_circle = std::mem::take(&mut frame.in_circle);
            let kind = match self.target(reference, entry.kind) {
                Err(kind) => Some(kind),
                Ok(None) => None,
                Ok(Some(target)) => match (open.get(&target), self.verdicts.get(&target)) {
                    (Some(&index), _) => {
                        frame.back = frame.back.min(index);
                        Some(ProblemKind::Cycle(shown(reference)))
                    }
                    (None, Some(_)) if in_circle => Some(ProblemKind::Cycle(shown(reference))),
                    (None, Some(verdict)) if !verdict.problems.is_empty() => {
                        Some(ProblemKind::Broken(shown(reference)))
                    }
                    (None, Some(verdict)) => {
                        let before = frame.verdict.depth;
                        frame.verdict.depth = before.max(frame.own_depth + verdict.depth);
                        let crosses = before <= DEEPEST && frame.verdict.depth > DEEPEST;
                        crosses.then_some(ProblemKind::TooMuch)
                    }
                    (None, None) => {
                        open.insert(target, stack.len());
                        let next = self.frame(target);
                        stack.push(next);
                        continue;
                    }
                },
            };
            frame.next += 1;
            frame.verdict.problems.extend(kind.map(|kind| Problem { kind, span }));
        }
    }

    /// What a reference leads to: `None` if that is of no matter.
    fn target(&self, reference: &Reference, from: EntryKind) -> Result<Option<Node>, ProblemKind> {
        let name = || shown(reference);
        let missing = match reference.kind {
            Kind::Function => return Err(ProblemKind::NoFunction(reference.name.clone())),
            // In a term it is a parameter, which may be left out.
            Kind::Variable if from == EntryKind::Term => return Ok(None),
            Kind::Variable => return Err(ProblemKind::Variable(reference.name.clone())),
            Kind::Message => ProblemKind::NoMessage(reference.name.clone()),
            Kind::Term => ProblemKind::NoTerm(reference.name.clone()),
        };
        let (file, entry) = self.bundle.find(reference.kind, &reference.name).ok_or(missing)?;
        let parts = self.bundle.parts(file, entry);
        let attribute = match &reference.attribute {
            None if !parts.has_value => return Err(ProblemKind::NoValueIn(name())),
            None => None,
            Some(attribute) => {
                let at = parts.attributes.iter().position(|(each, _)| each == attribute);
                Some(at.ok_or_else(|| ProblemKind::NoAttribute(name()))?)
            }
        };
        Ok(Some(Node { file, entry, attribute }))
    }
}

/// A reference as it is written.
fn shown(reference: &Reference) -> String {
    let dash = if reference.kind == Kind::Term { "-" } else { "" };
    let attribute = reference.attribute.as_ref().map(|name| format!(".{name}")).unwrap_or_default();
    format!("{dash}{}{attribute}", reference.name)
}

/// What a finding says, and what to do.
fn words(kind: &ProblemKind) -> (String, String) {
    let literal = |what: &str| {
        format!("if the text shall show {what}, write each brace as {{ \"{{\" }} and {{ \"}}\" }}")
    };
    match kind {
        ProblemKind::Junk => {
            ("this translation can't be read".into(), "write it as: id = translation".into())
        }
        ProblemKind::CutShort => (
            "this line cuts the translation above it short".into(),
            "put the translation on one line, or indent its further lines by four spaces".into(),
        ),
        ProblemKind::Twice => ("this unit has two translations".into(), "keep one of them".into()),
        ProblemKind::NoValue => (
            "this unit has an attribute only, and no translation".into(),
            "write the translation behind the equals sign".into(),
        ),
        ProblemKind::NoMessage(name) => {
            (format!("there is no message “{name}” to put in here"), literal(&format!("{{{name}}}")))
        }
        ProblemKind::NoTerm(name) => (
            format!("there is no term “-{name}” in this locale"),
            format!("add it to the shared terms, as: -{name} = …, or write the words themselves"),
        ),
        ProblemKind::NoAttribute(name) => (
            format!("there is no “{name}”"),
            "check the name behind the dot where the term is defined".into(),
        ),
        ProblemKind::NoValueIn(name) => (
            format!("“{name}” has no text of its own"),
            "refer to one of its attributes, or give it a text".into(),
        ),
        ProblemKind::NoFunction(name) => {
            (format!("there is no function “{name}”"), "write the words themselves".into())
        }
        ProblemKind::Variable(name) => {
            (format!("there is no value for the variable “${name}”"), literal(&format!("{{ ${name} }}")))
        }
        ProblemKind::Cycle(name) => (
            format!("“{name}” leads back to this message"),
            "write the words themselves in one of them".into(),
        ),
        ProblemKind::Broken(name) => (
            format!("“{name}” itself can't be shown"),
            "see what is reported of it, and correct it first".into(),
        ),
        ProblemKind::TooMuch => (
            "this refers to more than any Fluent program resolves".into(),
            "write the words themselves".into(),
        ),
    }
}

/// Each run of line breaks as one space.
fn without_line_breaks(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_break =
        |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    match super::edit::one_line(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(_) => {
            let mut out = String::with_capacity(text.len());
            let mut broken = false;
            for c in text.chars() {
                if is_break(c) {
                    broken = true;
                    continue;
                }
                if broken && !out.ends_with(' ') && c != ' ' {
                    out.push(' ');
                }
                broken = false;
                out.push(c);
            }
            if broken && !out.ends_with(' ') {
                out.push(' ');
            }
            Cow::Owned(out)
        }
    }
}
