//! Why a message can't be formatted, and what to do about it.

use crate::text::{Span, Verbatim, verbatim};

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
        self.words().0
    }

    /// What to do about it.
    pub fn help(&self) -> String {
        self.words().1
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

    /// The name of what is referred to and is not there.
    pub(super) fn absent(&self) -> Option<&str> {
        match self {
            ProblemKind::NoMessage(name)
            | ProblemKind::NoTerm(name)
            | ProblemKind::NoAttribute(name)
            | ProblemKind::NoFunction(name)
            | ProblemKind::Variable(name) => Some(name),
            ProblemKind::Junk
            | ProblemKind::CutShort
            | ProblemKind::Twice
            | ProblemKind::NoValue
            | ProblemKind::NoValueIn(_)
            | ProblemKind::Cycle(_)
            | ProblemKind::Broken(_)
            | ProblemKind::TooMuch => None,
        }
    }

    /// The code or placeholder of the French that the translator most likely meant to copy, which Fluent takes for a
    /// reference: the one that holds the name referred to.
    pub(super) fn literal_in<'f>(&self, french: &'f str) -> Option<&'f str> {
        let name = self.absent().filter(|_| !matches!(self, ProblemKind::NoAttribute(_)))?;
        let holds = |token: &&str| {
            let is_letter = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
            token.split(|c| !is_letter(c)).any(|word| word.trim_start_matches('-') == name)
        };
        let tokens = verbatim(french).into_iter();
        let literal = tokens.filter(|(_, kind)| matches!(kind, Verbatim::Code | Verbatim::Placeholder));
        literal.map(|(span, _)| &french[span]).find(holds)
    }

    /// What a finding says, and what to do.
    pub(super) fn words(&self) -> (String, String) {
        let literal = |what: &str| {
            format!("if the text shall show {what}, write each brace as {{ \"{{\" }} and {{ \"}}\" }}")
        };
        match self {
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
}
