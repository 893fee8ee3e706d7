//! The one type of what stops a command or a part of it, and the one place that draws it.

use std::borrow::Cow;
use std::io;

use crate::config::FILE_NAME;
use crate::diagnostic::{Diagnostic, Place, Severity, advice};
use crate::project::{FileError, LockError, OpenError, io_words};
use crate::report::{self, Colors};
use crate::text::visible;

/// Whose fault it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The command line.
    Usage,
    /// `drogman.toml`.
    Configuration,
    /// A file that can't be read or written, or what stands in it; the lock.
    File,
    /// Standard output.
    Output,
}

/// What stopped a command, or a part of its work. It makes it exit with 2.
#[derive(Debug, Clone)]
pub struct Error {
    kind: Kind,
    findings: Vec<Diagnostic>,
    causes: Vec<String>,
    /// The text that the places of `findings` point into.
    source: Option<String>,
}

impl Error {
    /// An error with a message: one sentence without a final stop.
    pub fn new(kind: Kind, message: impl Into<Box<str>>) -> Self {
        Error {
            kind,
            findings: vec![Diagnostic::new("", Severity::Error, message)],
            causes: Vec::new(),
            source: None,
        }
    }

    /// A wrong argument.
    pub fn usage(message: impl Into<Box<str>>) -> Self {
        Error::new(Kind::Usage, message)
    }

    /// What is wrong inside a file of the project, with its text.
    pub fn of_file(findings: Vec<Diagnostic>, text: String) -> Self {
        Error { kind: Kind::File, findings, causes: Vec::new(), source: Some(text) }
    }

    /// With the place that it is about.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        if let Some(first) = self.findings.first_mut() {
            first.place = Some(place);
        }
        self
    }

    /// With what led to it.
    #[must_use]
    pub fn because(mut self, cause: impl Into<String>) -> Self {
        self.causes.push(cause.into());
        self
    }

    /// With what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<Cow<'static, str>>) -> Self {
        if let Some(first) = self.findings.first_mut() {
            first.help = Some(advice(help));
        }
        self
    }

    /// With the text of the file that its place points into.
    #[must_use]
    pub fn showing(mut self, text: String) -> Self {
        self.source = Some(text);
        self
    }

    /// Whose fault it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// What it says, as findings of a rule.
    pub fn findings(&self, rule: &'static str) -> impl Iterator<Item = Diagnostic> {
        self.with_causes().into_iter().map(move |finding| Diagnostic { rule, ..finding })
    }

    fn with_causes(&self) -> Vec<Diagnostic> {
        let mut findings = self.findings.clone();
        if let Some(first) = findings.first_mut() {
            let parts: Vec<&str> =
                [&*first.message].into_iter().chain(self.causes.iter().map(String::as_str)).collect();
            first.message = parts.join(": ").into();
        }
        findings
    }

    /// Draws it for people.
    pub fn render(&self, colors: Colors) -> String {
        let source = |_: &str| self.source.as_deref();
        report::text(&self.with_causes(), &source, colors)
    }
}

/// A failure to write a report.
impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Error::new(Kind::Output, "the report could not be written to standard output")
            .because(io_words(&error))
    }
}

impl From<FileError> for Error {
    fn from(error: FileError) -> Self {
        let place = Place { file: error.file.as_str().into(), at: error.at(), span: None };
        let help = error.help();
        let this = Error::new(Kind::File, error.to_string()).at(place);
        match help {
            Some(help) => this.help(help),
            None => this,
        }
    }
}

impl From<OpenError> for Error {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::NotFound { start } => {
                let folder = start.to_string_lossy();
                let message = format!("there is no `{FILE_NAME}` in `{}` or above it", visible(&folder));
                Error::new(Kind::Configuration, message)
                    .help("go to a project's folder, name one with --project DIR, or make one: drogman init")
            }
            OpenError::File(error) => error.into(),
            OpenError::Config { mistakes, text } => Error {
                kind: Kind::Configuration,
                findings: mistakes,
                causes: Vec::new(),
                source: Some(text),
            },
        }
    }
}

impl From<LockError> for Error {
    fn from(error: LockError) -> Self {
        match error {
            LockError::File(error) => error.into(),
            LockError::Held { holder } => {
                let holder = if holder.is_empty() { "a process" } else { &holder };
                let message = format!("another drogman is at work on this project: {}", visible(holder));
                Error::new(Kind::File, message).help("wait until it ends, then run this again")
            }
        }
    }
}
