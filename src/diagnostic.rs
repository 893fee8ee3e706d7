//! A finding: one thing that a command has to say about the project's files.

use std::fmt;

use crate::text::{Edit, LineColumn, LineIndex, Span};

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
    pub file: String,
    /// Line and column of the first byte; none for a file as a whole.
    pub at: Option<LineColumn>,
    /// The bytes meant, for underlining.
    pub span: Option<(usize, usize)>,
}

impl Place {
    /// A file as a whole.
    pub fn file(file: impl Into<String>) -> Self {
        Place { file: file.into(), at: None, span: None }
    }

    /// The bytes `span` of `file`.
    pub fn span(file: impl Into<String>, lines: &LineIndex<'_>, span: &Span) -> Self {
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
    pub locale: Option<String>,
    /// The document's name (`monde/sommet`).
    pub document: Option<String>,
    /// The unit's id.
    pub unit: Option<String>,
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
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// An edit of the file that is certain and harmless.
    pub fix: Option<Edit>,
}

impl Diagnostic {
    /// A finding without a place yet.
    pub fn new(rule: &'static str, severity: Severity, message: impl Into<String>) -> Self {
        Diagnostic {
            rule,
            severity,
            place: None,
            subject: Subject::default(),
            message: message.into(),
            help: None,
            fix: None,
        }
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
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Sorts findings by file, line, column, rule and message, so that a report is the same whatever the
/// order of work.
pub fn sort(findings: &mut [Diagnostic]) {
    findings.sort_by(|a, b| {
        (&a.place, a.rule, &a.subject, &a.message).cmp(&(&b.place, b.rule, &b.subject, &b.message))
    });
}
