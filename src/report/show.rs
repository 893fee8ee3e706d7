//! One unit in every locale: for people, and as JSON, version 1.

use std::fmt::Write as _;
use std::sync::Arc;

use serde::Serialize;

use super::Style;
use super::todo::{Candidate, Paste, Task, candidate_label, changed_words, state_in_words};
use crate::align::change::Reason;
use crate::text::{visible, visible_json};
use crate::unit::State;

/// A unit with its neighbours and its translations.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The document's name.
    pub document: String,
    /// Its id.
    pub unit: String,
    /// Its sentence; none if it is obsolete.
    pub today: Option<Today>,
    /// What each locale in whose scope it is has of it.
    pub locales: Vec<Translation>,
    /// Catalogs that can't be read, so that nothing is known of what they have of it.
    pub unread: Vec<(Arc<str>, Arc<str>)>,
}

/// Where a unit stands today.
#[derive(Debug, Clone)]
pub struct Today {
    /// Its address.
    pub address: String,
    /// The kind of block.
    pub kind: &'static str,
    /// The sentence before it.
    pub before: Option<String>,
    /// Its sentence.
    pub french: String,
    /// The sentence after it.
    pub after: Option<String>,
}

/// What a locale has of a unit.
#[derive(Debug, Clone, Serialize)]
pub struct Translation {
    /// Its tag.
    pub locale: Arc<str>,
    /// The unit's state.
    pub state: State,
    /// `minor` or `major` if it is stale.
    pub change: Option<&'static str>,
    /// Why the change is what it is, gravest first.
    pub reasons: Box<[Reason]>,
    /// The catalog, relative to the project.
    pub file: Arc<str>,
    /// Its line, from 1; none if the catalog has no such unit before the next `sync`.
    pub line: Option<usize>,
    /// The French that the translation renders, if it is known.
    pub renders: Option<Box<str>>,
    /// The translation as it is in the catalog.
    pub translation: Option<Box<str>>,
    /// A text that may fit.
    pub proposal: Option<Box<str>>,
    /// An obsolete unit that this may have been, or that was merged into it.
    pub candidate: Option<Box<Candidate>>,
    /// The line to paste in place of the unit's own, once the translation is right; none of an obsolete unit.
    pub paste: Option<Paste<Arc<str>>>,
    /// What is wrong with an invalid unit; told to people only.
    #[serde(skip)]
    pub problem: Option<Box<str>>,
    /// The unit that an obsolete one is offered for by `todo`; told to people only.
    #[serde(skip)]
    pub offered: Option<String>,
}

impl From<Task<'_>> for Translation {
    fn from(task: Task<'_>) -> Self {
        Translation {
            locale: Arc::clone(task.locale),
            state: task.state,
            change: task.change,
            reasons: task.reasons.into(),
            file: Arc::clone(task.file),
            line: task.line,
            renders: task.renders.map(Box::from),
            translation: task.translation.map(Box::from),
            proposal: task.proposal.map(Box::from),
            candidate: task.candidate.cloned().map(Box::new),
            paste: Some(Paste(task.paste.0.into(), task.paste.1.into())),
            problem: task.problem.map(Box::from),
            offered: None,
        }
    }
}

#[derive(Serialize)]
struct Unit<'a> {
    version: u32,
    document: &'a str,
    unit: &'a str,
    address: Option<&'a str>,
    kind: Option<&'a str>,
    before: Option<&'a str>,
    french: Option<&'a str>,
    after: Option<&'a str>,
    locales: &'a [Translation],
}

/// As JSON, with a line end.
pub fn json(unit: &Shown) -> String {
    let today = unit.today.as_ref();
    let value = Unit {
        version: 1,
        document: &unit.document,
        unit: &unit.unit,
        address: today.map(|today| today.address.as_str()),
        kind: today.map(|today| today.kind),
        before: today.and_then(|today| today.before.as_deref()),
        french: today.map(|today| today.french.as_str()),
        after: today.and_then(|today| today.after.as_deref()),
        locales: &unit.locales,
    };
    let mut out = visible_json(serde_json::to_string_pretty(&value).unwrap_or_default());
    out.push('\n');
    out
}

/// For people.
pub fn text(unit: &Shown, style: &Style) -> String {
    let mut out = String::new();
    let (bold, dim, reset) = (style.bold, style.dim, style.reset);
    let _ = write!(out, "{bold}{}#{}{reset}  ", visible(&unit.document), unit.unit);
    match &unit.today {
        None => out.push_str("(obsolete: no sentence of today has it)\n"),
        Some(today) => {
            let _ = writeln!(out, "({}, {})\n", visible(&today.address), today.kind);
            if let Some(before) = &today.before {
                let _ = writeln!(out, "{dim}  … {}{reset}", visible(before));
            }
            let _ = writeln!(out, "  {}", visible(&today.french));
            if let Some(after) = &today.after {
                let _ = writeln!(out, "{dim}  {} …{reset}", visible(after));
            }
        }
    }
    for one in &unit.locales {
        of_locale(&mut out, one, unit.today.as_ref(), style);
    }
    for (locale, file) in &unit.unread {
        let _ =
            writeln!(out, "\n{bold}{}{reset}  not known: {} can't be read", visible(locale), visible(file));
    }
    out
}

fn of_locale(out: &mut String, one: &Translation, today: Option<&Today>, style: &Style) {
    let state = state_in_words(one.state);
    let line = one.line.map(|line| format!(":{line}")).unwrap_or_default();
    let (bold, reset) = (style.bold, style.reset);
    let _ = writeln!(out, "\n{bold}{}{reset}  {state}  {}{line}", visible(&one.locale), visible(&one.file));
    if let Some(translation) = &one.translation {
        let _ = writeln!(out, "  {}", visible(translation));
    }
    match (&one.renders, today) {
        (Some(renders), Some(today)) if matches!(one.state, State::Stale(_)) => {
            let (was, now) = changed_words(renders, &today.french, style);
            let _ = writeln!(out, "  it renders: {was}\n  today:      {now}");
            if let Some(paste) = &one.paste {
                let _ = writeln!(out, "  {}", visible(&paste.to_string()));
            }
        }
        (Some(renders), None) => {
            let _ = writeln!(out, "  it renders: {}", visible(renders));
        }
        (None, _) | (Some(_), Some(_)) => {}
    }
    if let Some(proposal) = &one.proposal {
        let _ = writeln!(out, "  proposal: {}", visible(proposal));
    }
    if let Some(candidate) = &one.candidate {
        let _ = writeln!(
            out,
            "  {}: {}\n    {}\n    {}",
            candidate_label(one.state),
            visible(&candidate.address),
            visible(&candidate.french),
            visible(&candidate.translation)
        );
    }
    if let Some(problem) = &one.problem {
        let _ = writeln!(out, "  {}", visible(problem));
    }
    if let Some(offered) = &one.offered {
        let _ = writeln!(out, "  `drogman todo` offers it for {}", visible(offered));
    }
}
