//! One unit in every locale: for people, and as JSON, version 1.

use std::fmt::Write as _;

use serde::Serialize;

use super::status::Style;
use super::todo::{Paste, Task, changed_words};
use crate::text::{visible, visible_json};

/// A unit of today with its neighbours and its translations.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The document's name.
    pub document: String,
    /// Its id.
    pub unit: String,
    /// Where it stands today.
    pub address: String,
    /// The kind of block.
    pub kind: &'static str,
    /// The sentence before it.
    pub before: Option<String>,
    /// Its sentence.
    pub french: String,
    /// The sentence after it.
    pub after: Option<String>,
    /// What each locale in whose scope it is has of it.
    pub locales: Vec<Task>,
}

#[derive(Serialize)]
struct Unit<'a> {
    version: u32,
    document: &'a str,
    unit: &'a str,
    address: &'a str,
    kind: &'a str,
    before: Option<&'a str>,
    french: &'a str,
    after: Option<&'a str>,
    locales: Vec<Translation<'a>>,
}

#[derive(Serialize)]
struct Translation<'a> {
    locale: &'a str,
    state: &'a str,
    change: Option<&'a str>,
    reasons: &'a [String],
    file: &'a str,
    line: Option<usize>,
    renders: Option<&'a str>,
    translation: Option<&'a str>,
    proposal: Option<&'a str>,
    paste: &'a Paste,
}

/// As JSON, with a line end.
pub fn json(unit: &Shown) -> String {
    let locales = unit
        .locales
        .iter()
        .map(|task| Translation {
            locale: &task.locale,
            state: task.state,
            change: task.change,
            reasons: &task.reasons,
            file: &task.file,
            line: task.line,
            renders: task.renders.as_deref(),
            translation: task.translation.as_deref(),
            proposal: task.proposal.as_deref(),
            paste: &task.paste,
        })
        .collect();
    let value = Unit {
        version: 1,
        document: &unit.document,
        unit: &unit.unit,
        address: &unit.address,
        kind: unit.kind,
        before: unit.before.as_deref(),
        french: &unit.french,
        after: unit.after.as_deref(),
        locales,
    };
    let mut out = visible_json(serde_json::to_string_pretty(&value).unwrap_or_default());
    out.push('\n');
    out
}

/// For people.
pub fn text(unit: &Shown, style: &Style) -> String {
    let mut out = String::new();
    let (bold, dim, reset) = (style.bold, style.dim, style.reset);
    let _ = writeln!(
        out,
        "{bold}{}#{}{reset}  ({}, {})\n",
        visible(&unit.document),
        unit.unit,
        visible(&unit.address),
        unit.kind
    );
    if let Some(before) = &unit.before {
        let _ = writeln!(out, "{dim}  … {}{reset}", visible(before));
    }
    let _ = writeln!(out, "  {}", visible(&unit.french));
    if let Some(after) = &unit.after {
        let _ = writeln!(out, "{dim}  {} …{reset}", visible(after));
    }
    for task in &unit.locales {
        let state = task.state_in_words();
        let line = task.line.map(|line| format!(":{line}")).unwrap_or_default();
        let _ =
            writeln!(out, "\n{bold}{}{reset}  {state}  {}{line}", visible(&task.locale), visible(&task.file));
        if let Some(translation) = &task.translation {
            let _ = writeln!(out, "  {}", visible(translation));
        }
        if let Some(renders) = task.renders.as_deref().filter(|_| task.state == "stale") {
            let (was, now) = changed_words(renders, &unit.french, style);
            let _ = writeln!(
                out,
                "  it renders: {was}\n  today:      {now}\n  {}",
                visible(&task.paste.to_string())
            );
        }
        if let Some(proposal) = &task.proposal {
            let _ = writeln!(out, "  proposal: {}", visible(proposal));
        }
        if let Some(problem) = &task.problem {
            let _ = writeln!(out, "  {}", visible(problem));
        }
    }
    out
}
