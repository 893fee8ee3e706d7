//! Messages as text: what a translation says once its terms are filled in, or why it can't be said.
//!
//! A pattern of text and string literals is resolved here. Whatever refers to something else is resolved
//! by `fluent-bundle`, as every Fluent runtime does it, once all that it refers to is known to be there:
//! the crate is silent about some missing things, and its depth is the stack's.

use std::borrow::Cow;
use std::cell::OnceCell;

use fluent::{FluentBundle, FluentResource};
use rustc_hash::{FxHashMap, FxHashSet};

use super::edit::without_line_breaks;
use super::entry::{EntryKind, Shape};
use super::files::Files;
use super::judge::{self, Node, Verdict};
use super::problem::{Problem, ProblemKind};
use super::ready::{group_at, with_braces};
use super::reference::Kind;
use super::{Catalog, Unit, pattern, resolver};
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::text::{LineIndex, Locale, nearest};

/// Whether what is filled in is wrapped in Fluent's bidi isolating marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Isolating {
    /// No marks.
    Off,
    /// U+2068 … U+2069 round what is filled in.
    On,
}

/// The messages of one document in one locale, with the shared files that they may refer to.
pub struct Bundle<'c> {
    locale: Locale,
    isolating: Isolating,
    files: Files<'c>,
    /// What is wrong with each value and attribute that may refer to something.
    verdicts: OnceCell<FxHashMap<Node, Verdict>>,
    /// Resolves what refers to something.
    resolver: OnceCell<FluentBundle<FluentResource>>,
}

impl<'c> Bundle<'c> {
    /// The messages of `catalog`, which may refer to each other and to those of `shared`.
    pub fn new(
        locale: &Locale,
        isolating: Isolating,
        catalog: &'c Catalog<'c>,
        shared: &[&'c Catalog<'c>],
    ) -> Self {
        Bundle {
            locale: locale.clone(),
            isolating,
            files: Files::new(catalog, shared),
            verdicts: OnceCell::new(),
            resolver: OnceCell::new(),
        }
    }

    /// The catalog whose messages these are.
    pub fn catalog(&self) -> &'c Catalog<'c> {
        self.files.catalog()
    }

    /// Why the message of a unit of this catalog can't be formatted: nothing if it can, or if there is no message.
    pub fn problems(&self, unit: &Unit<'_>) -> Vec<Problem> {
        let mut problems = Vec::new();
        let end = unit.message.as_ref().map(|message| message.lines().end);
        for junk in unit.broken() {
            let cut = end.is_some_and(|end| end <= junk.start);
            let kind = if cut { ProblemKind::CutShort } else { ProblemKind::Junk };
            problems.push(Problem { kind, span: junk.clone() });
        }
        for message in unit.more_messages() {
            problems.push(Problem { kind: ProblemKind::Twice, span: message.lines() });
        }
        let Some(message) = &unit.message else { return problems };
        match message.shape {
            Shape::Line => {}
            Shape::Absent => {
                problems.push(Problem { kind: ProblemKind::NoValue, span: message.lines() });
            }
            Shape::Rich => {
                let node = Node::value((0, message.entry()));
                if let Some(verdict) = self.verdicts().get(&node) {
                    problems.extend(verdict.problems.iter().cloned());
                }
            }
        }
        problems
    }

    /// The text of a unit's message, each line break one space, but for one between letters of Chinese or Japanese.
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
        let too_much = || vec![Problem { kind: ProblemKind::TooMuch, span: message.lines() }];
        let text = match message.shape {
            Shape::Absent => return Err(problems),
            Shape::Line => pattern::from_pattern(&catalog.text[message.value()]).ok_or_else(too_much)?,
            Shape::Rich => match &self.files.parts((0, message.entry())).plain {
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
            .filter(|(node, verdict)| node.at.0 == 0 && !verdict.problems.is_empty())
            .collect();
        nodes.sort_by_key(|(node, _)| (node.at, node.attribute));
        for (node, verdict) in nodes {
            let id = self.files.entry(node.at).id;
            for problem in &verdict.problems {
                let lines = lines.get_or_init(|| LineIndex::new(catalog.text));
                let (message, mut help) = problem.kind.words();
                if let ProblemKind::NoTerm(name) = &problem.kind
                    && let Some(meant) = nearest(name, self.terms())
                {
                    help = format!("did you mean {{ -{meant} }}? Else {help}");
                }
                let french = catalog.unit(id).and_then(|unit| unit.french().next());
                if let Some(ready) = self.ready(*node, problem) {
                    help = ready;
                } else if let Some(literal) = french.and_then(|french| problem.kind.literal_in(french.text)) {
                    help = format!(
                        "the French has {literal} as text; write it so: {}",
                        pattern::to_pattern(literal)
                    );
                } else if let Some(shown) = self.shown(*node, problem) {
                    help = shown;
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

    /// The line of a problem with braces that its French has, too, written as text.
    fn ready(&self, node: Node, problem: &Problem) -> Option<String> {
        let entry = self.files.entry(node.at);
        let unit = self.catalog().unit(entry.id);
        let french = unit.and_then(|unit| unit.sections().find_map(|section| section.french))?;
        let value = with_braces(self.value_of(node, problem)?, french.text)?;
        Some(format!("write it as: {} = {value}", entry.id))
    }

    /// How the braces of a problem are to be written if readers shall see them.
    fn shown(&self, node: Node, problem: &Problem) -> Option<String> {
        let value = self.value_of(node, problem)?;
        let start = self.files.entry(node.at).value().start;
        let group = group_at(value, problem.span.start.checked_sub(start)?)?;
        let is_alone = matches!(problem.kind, ProblemKind::NoMessage(_) | ProblemKind::Variable(_));
        is_alone
            .then(|| format!("if the text shall show {group}, write it as: {}", pattern::to_pattern(group)))
    }

    /// The value, of one line, in which something is referred to that may have been meant as text.
    fn value_of(&self, node: Node, problem: &Problem) -> Option<&'c str> {
        // A term is written as no text is.
        problem.kind.absent().filter(|_| !matches!(problem.kind, ProblemKind::NoTerm(_)))?;
        let value = &self.catalog().text[self.files.entry(node.at).value()];
        (node.attribute.is_none() && !value.contains('\n')).then_some(value)
    }

    /// The names of the terms that can be referred to; none where there are so many that looking for the one that
    /// was meant would take long.
    fn terms(&self) -> Vec<&'c str> {
        const MOST: usize = 2_000;
        let terms = self.files.entries().filter(|entry| entry.kind == EntryKind::Term).map(|entry| entry.id);
        let names: Vec<&str> = terms.take(MOST + 1).collect();
        if names.len() > MOST { Vec::new() } else { names }
    }

    /// The ids of messages that other entries of the catalog refer to: a translator's helpers.
    pub fn referred(&self) -> FxHashSet<String> {
        let mut referred = FxHashSet::default();
        for (at, entry) in self.catalog().entries.iter().enumerate().filter(|(_, entry)| entry.may_refer()) {
            let parts = self.files.parts((0, at));
            let messages = parts.all().filter(|reference| reference.kind == Kind::Message);
            referred.extend(messages.filter(|other| other.name != entry.id).map(|other| other.name.clone()));
        }
        referred
    }

    fn verdicts(&self) -> &FxHashMap<Node, Verdict> {
        self.verdicts.get_or_init(|| judge::verdicts(&self.files))
    }

    /// Formats by the crate. `None` if the crate gives up: more than 100 placeables.
    fn resolve(&self, id: &str) -> Option<String> {
        let resolver = self.resolver.get_or_init(|| {
            let mut resolver = resolver::resolver(&self.files, &self.locale);
            resolver.set_use_isolating(self.isolating == Isolating::On);
            resolver
        });
        let message = resolver.get_message(id)?;
        let mut errors = Vec::new();
        let text = resolver.format_pattern(message.value()?, None, &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}
