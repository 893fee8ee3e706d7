//! Whether all that a message refers to can be shown.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::entry::EntryKind;
use super::files::{At, Files};
use super::guard::opens;
use super::problem::{Problem, ProblemKind};
use super::reference::{Kind, Parts, Reference};

/// One entry's value (`None`) or attribute, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Node {
    pub(super) at: At,
    pub(super) attribute: Option<usize>,
}

impl Node {
    pub(super) fn value(at: At) -> Self {
        Node { at, attribute: None }
    }
}

/// What is to be said of a node.
#[derive(Debug, Clone, Default)]
pub(super) struct Verdict {
    pub(super) problems: Vec<Problem>,
    /// Braces opened on the deepest way through it.
    depth: usize,
}

/// Most braces that may be open at once, through all that is referred to: below what the crate's
/// recursion can take.
const DEEPEST: usize = 500;

/// The verdicts on all values and attributes of the catalog that may refer to something, and on what they refer to.
pub(super) fn verdicts(files: &Files<'_>) -> FxHashMap<Node, Verdict> {
    let mut judge = Judge { files, verdicts: FxHashMap::default() };
    for (entry, each) in files.catalog().entries.iter().enumerate() {
        if each.may_refer() {
            let at = (0, entry);
            judge.judge(Node::value(at));
            for attribute in 0..files.parts(at).attributes.len() {
                judge.judge(Node { at, attribute: Some(attribute) });
            }
        }
    }
    judge.verdicts
}

/// Walks through what messages refer to, depth first, with a stack of its own.
struct Judge<'f, 'c> {
    files: &'f Files<'c>,
    verdicts: FxHashMap<Node, Verdict>,
}

struct Frame {
    node: Node,
    parts: Rc<Parts>,
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
        let parts = self.files.parts(node.at);
        let own_depth = 1 + opens(self.files.lines(node.at));
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
            let entry = self.files.entry(node.at);
            let start = entry.body().start + reference.at;
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
        let at = self.files.find(reference.kind, &reference.name).ok_or(missing)?;
        let parts = self.files.parts(at);
        let attribute = match &reference.attribute {
            None if !parts.has_value => return Err(ProblemKind::NoValueIn(name())),
            None => None,
            Some(attribute) => {
                let place = parts.attributes.iter().position(|(each, _)| each == attribute);
                Some(place.ok_or_else(|| ProblemKind::NoAttribute(name()))?)
            }
        };
        Ok(Some(Node { at, attribute }))
    }
}

/// A reference as it is written.
fn shown(reference: &Reference) -> String {
    let dash = if reference.kind == Kind::Term { "-" } else { "" };
    let attribute = reference.attribute.as_ref().map(|name| format!(".{name}")).unwrap_or_default();
    format!("{dash}{}{attribute}", reference.name)
}
