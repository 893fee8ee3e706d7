//! A finding: one thing that a command has to say about the project's files.

mod excerpt;
mod findings;
mod french;
mod sheet;

use std::borrow::{Borrow, Cow};
use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

pub use excerpt::Excerpt;
pub use findings::{AT_ONCE, Findings, Group, sheets};
pub use french::French;
pub use sheet::{Sheet, Tally};

use smol_str::SmolStr;

use crate::text::{Edit, LineColumn, LineIndex, Span, apply};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look; never fails a run.
    Warning,
    /// Makes `check` exit with 1.
    Error,
}

impl Severity {
    /// The word in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Where a finding points: a file of the project, and bytes of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Path relative to the project, with `/`.
    pub file: Arc<str>,
    /// Line and column of the first byte; none for a file as a whole.
    pub at: Option<LineColumn>,
    /// The bytes meant, for underlining.
    pub span: Option<(usize, usize)>,
}

impl Place {
    /// A file as a whole.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Place { file: file.into(), at: None, span: None }
    }

    /// The bytes `span` of `file`.
    pub fn span(file: impl Into<Arc<str>>, lines: &LineIndex<'_>, span: &Span) -> Self {
        Place {
            file: file.into(),
            at: Some(lines.line_column(span.start)),
            span: Some((span.start, span.end)),
        }
    }
}

/// What a finding is about, in names that scripts can match; each is `None` where it has no meaning.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The target locale.
    pub locale: Option<SmolStr>,
    /// The document's name (`monde/sommet`).
    pub document: Option<Arc<str>>,
    /// The unit's id.
    pub unit: Option<SmolStr>,
}

/// A change of the file that a finding points into: one within a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The change.
    pub edit: Edit,
    /// Line and column of its first byte.
    pub start: LineColumn,
    /// Line and column after its last byte.
    pub end: LineColumn,
    /// Its whole line as it would be, without the line end.
    pub line: String,
    /// The length of its line as it is, in bytes.
    length: usize,
    /// Whether it is certain and harmless, so that it can be made without asking anybody.
    pub certain: bool,
}

impl Suggestion {
    /// A change of `text`; `None` if it reaches over a line end, or lies outside of the text.
    pub fn new(text: &str, lines: &LineIndex<'_>, edit: Edit, certain: bool) -> Option<Self> {
        let (head, tail) = (line_before(text, edit.span.start)?, line_behind(text, edit.span.end)?);
        let breaks = ['\n', '\r'];
        if text.get(edit.span.clone())?.contains(breaks) || edit.with.contains(breaks) {
            return None;
        }
        Some(Suggestion {
            start: lines.line_column(edit.span.start),
            length: head.len() + (edit.span.end - edit.span.start) + tail.len(),
            end: lines.line_column(edit.span.end),
            line: format!("{head}{}{tail}", edit.with),
            edit,
            certain,
        })
    }

    /// Its whole line as it would be if `others` were made, too: changes of the same line. Those that overlap one
    /// another are left out.
    pub fn line_with<'o>(&self, others: impl IntoIterator<Item = &'o Edit>) -> String {
        // A byte-order mark counts as no column.
        let mark = usize::from(self.start.line == 1 && self.line.starts_with('\u{feff}'));
        let head: usize = self.line.chars().take(mark + self.start.column - 1).map(char::len_utf8).sum();
        let own = &self.edit.span;
        let begin = own.start - head;
        let moved = |at: usize| match at < own.end {
            true => at - begin,
            false => at - begin - (own.end - own.start) + self.edit.with.len(),
        };
        let apart = |other: &&Edit| other.span.end <= own.start || other.span.start >= own.end;
        let others: Vec<Edit> = (others.into_iter().filter(apart))
            .map(|other| Edit {
                span: moved(other.span.start)..moved(other.span.end),
                with: other.with.clone(),
            })
            .collect();
        apply(&self.line, &others).unwrap_or_else(|_| self.line.clone())
    }

    /// Whether a text still has the line that this would change.
    pub fn fits(&self, text: &str) -> bool {
        let span = &self.edit.span;
        let (Some(head), Some(tail)) = (line_before(text, span.start), line_behind(text, span.end)) else {
            return false;
        };
        let inner = self.edit.span.end - self.edit.span.start;
        head.len() + inner + tail.len() == self.length
            && self.line.starts_with(head)
            && self.line.ends_with(tail)
    }
}

/// What stands in the line of a byte before it; none if there is no such byte, or it is inside a character.
fn line_before(text: &str, at: usize) -> Option<&str> {
    let before = text.get(..at)?;
    Some(&before[memchr::memrchr2(b'\n', b'\r', before.as_bytes()).map_or(0, |end| end + 1)..])
}

/// What stands in the line of a byte from it on; likewise.
fn line_behind(text: &str, at: usize) -> Option<&str> {
    let behind = text.get(at..)?;
    Some(&behind[..memchr::memchr2(b'\n', b'\r', behind.as_bytes()).unwrap_or(behind.len())])
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name (`stale-major`, `numbers` …), which is also its policy key.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Where it is.
    pub place: Option<Place>,
    /// What it is about.
    pub subject: Subject,
    /// What is wrong, in one sentence without a final stop, in a translator's words.
    pub message: Box<str>,
    /// What to do about it. Many findings of a run may share one.
    pub help: Option<SmolStr>,
    /// A change of the file that would settle it.
    pub suggestion: Option<Box<Suggestion>>,
    /// The line that it points to, if it was taken while the file was at hand.
    pub excerpt: Option<Excerpt>,
    /// The French that it compares a translation with, if it does and that stands in its file.
    pub french: Option<French>,
}

impl Diagnostic {
    /// A finding without a place yet.
    pub fn new(rule: &'static str, severity: Severity, message: impl Into<Box<str>>) -> Self {
        Diagnostic {
            rule,
            severity,
            place: None,
            subject: Subject::default(),
            message: message.into(),
            help: None,
            suggestion: None,
            excerpt: None,
            french: None,
        }
    }

    /// The file that it points to.
    pub fn file(&self) -> Option<&str> {
        self.place.as_ref().map(|place| &*place.file)
    }

    /// With a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// With a subject.
    #[must_use]
    pub fn about(mut self, subject: Subject) -> Self {
        self.subject = subject;
        self
    }

    /// With advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<Cow<'static, str>>) -> Self {
        self.help = Some(advice(help));
        self
    }
}

/// What to do about a finding; nothing is copied of a text that the program holds anyway.
pub(crate) fn advice(help: impl Into<Cow<'static, str>>) -> SmolStr {
    match help.into() {
        Cow::Borrowed(help) => SmolStr::new_static(help),
        Cow::Owned(help) => help.into(),
    }
}

/// What findings are sorted by: file, line, column, rule and message, so that a report is the same whatever the order
/// of work.
fn compare(a: &Diagnostic, b: &Diagnostic) -> Ordering {
    (&a.place, a.rule, &a.subject, &a.message).cmp(&(&b.place, b.rule, &b.subject, &b.message))
}

/// Sorts findings by file, line, column, rule and message.
pub fn sort<F: Borrow<Diagnostic>>(findings: &mut [F]) {
    findings.sort_by(|a, b| compare(a.borrow(), b.borrow()));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn findings_come_by_file_then_place(all in proptest::collection::vec(("[ab]{0,2}", 0..3_usize, "[xy]"), 0..20)) {
            let finding = |(file, line, message): (String, usize, String)| {
                let found = Diagnostic::new("spaces", Severity::Warning, message);
                let at = (line > 0).then_some(LineColumn { line, column: 1 });
                if file.is_empty() { found } else { found.at(Place { at, ..Place::file(file) }) }
            };
            let mut found: Vec<Diagnostic> = all.into_iter().map(finding).collect();
            let key = |found: &Diagnostic| (found.place.clone(), found.message.clone());
            let mut wanted: Vec<_> = found.iter().map(key).collect();
            wanted.sort();
            sort(&mut found);
            prop_assert_eq!(found.iter().map(key).collect::<Vec<_>>(), wanted);
        }
    }
}
