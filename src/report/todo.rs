//! The worklist of `todo`, and the stale units of `diff`: text, JSON lines, Markdown.

use std::fmt::Write as _;

use serde::Serialize;

use super::markdown::plain;
use super::status::Style;
use crate::align::words::{PieceKind, word_diff};
use crate::catalog::pattern::to_pattern;
use crate::text::{visible, visible_json};

/// One unit that asks for a translator.
#[derive(Debug, Clone, Serialize)]
pub struct Task {
    /// Version of the JSON format.
    pub version: u32,
    /// The target locale.
    pub locale: String,
    /// The document's name.
    pub document: String,
    /// The unit's id.
    pub unit: String,
    /// Where its sentence stands today (`monde/sommet:3.2`).
    pub address: String,
    /// `missing`, `stale`, `unverified` or `invalid`.
    pub state: &'static str,
    /// `minor` or `major` if it is stale.
    pub change: Option<&'static str>,
    /// Why the change is what it is, in words.
    pub reasons: Vec<String>,
    /// The kind of block.
    pub kind: &'static str,
    /// The catalog, relative to the project.
    pub file: String,
    /// The line to work on, from 1; none if the catalog has no such unit before the next `sync`.
    pub line: Option<usize>,
    /// Words of French to work on: all of them if it is new, else those that were added or changed.
    pub words: usize,
    /// Today's French.
    pub french: String,
    /// The French that the translation renders, if it is known.
    pub renders: Option<String>,
    /// The translation as it is in the catalog.
    pub translation: Option<String>,
    /// A text that may fit.
    pub proposal: Option<String>,
    /// An obsolete unit that this may have been, or that was merged into it: its address, French and translation.
    pub candidate: Option<Candidate>,
    /// The sentence before it.
    pub before: Option<String>,
    /// The sentence after it.
    pub after: Option<String>,
    /// The line to paste in place of the unit's own, once the translation is right.
    pub paste: String,
    /// What is wrong, for an invalid unit.
    pub problem: Option<String>,
}

/// An obsolete unit whose translation may serve.
#[derive(Debug, Clone, Serialize)]
pub struct Candidate {
    /// Its address (`monde/sommet#sommet-p2w7xk`).
    pub address: String,
    /// Its French.
    pub french: String,
    /// Its translation.
    pub translation: String,
}

/// Words to do by class, as translators invoice them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Words {
    /// In units without a translation.
    pub new: usize,
    /// Of units whose meaning changed.
    pub major: usize,
    /// Of units whose punctuation or spelling changed.
    pub minor: usize,
    /// In units to look at again (unverified, invalid).
    pub review: usize,
}

impl Words {
    /// Adds a task's words to its class.
    pub fn add(&mut self, task: &Task) {
        match (task.state, task.change) {
            ("missing", _) => self.new += task.words,
            ("stale", Some("minor")) => self.minor += task.words,
            ("stale", _) => self.major += task.words,
            _ => self.review += task.words,
        }
    }

    fn sentence(&self) -> String {
        let parts: Vec<String> = [
            (self.new, "new"),
            (self.major, "of a changed meaning"),
            (self.minor, "of small corrections"),
            (self.review, "to review"),
        ]
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, class)| format!("{count} {class}"))
        .collect();
        let total = self.new + self.major + self.minor + self.review;
        match parts.len() {
            0 => "no words".to_owned(),
            _ => format!("{total} word{}: {}", if total == 1 { "" } else { "s" }, parts.join(", ")),
        }
    }
}

/// The words that changed from one sentence to the other, removed ones before added ones.
pub fn changed_words(old: &str, new: &str, style: &Style) -> (String, String) {
    let mut was = String::new();
    let mut now = String::new();
    let plain = style.reset.is_empty();
    for piece in word_diff(old, new) {
        let text = visible(piece.text);
        match piece.kind {
            PieceKind::Same => {
                was.push_str(&text);
                now.push_str(&text);
            }
            PieceKind::Removed if plain => {
                let _ = write!(was, "[-{text}-]");
            }
            PieceKind::Added if plain => {
                let _ = write!(now, "{{+{text}+}}");
            }
            PieceKind::Removed => {
                let _ = write!(was, "{}{text}{}", style.bad, style.reset);
            }
            PieceKind::Added => {
                let _ = write!(now, "{}{text}{}", style.good, style.reset);
            }
        }
    }
    (was, now)
}

/// The worklist as JSON, one task a line.
pub fn jsonl(tasks: &[Task]) -> String {
    let mut out = String::new();
    for task in tasks {
        out.push_str(&visible_json(serde_json::to_string(task).unwrap_or_default()));
        out.push('\n');
    }
    out
}

/// The worklist for a terminal.
pub fn text(tasks: &[Task], style: &Style) -> String {
    let mut out = String::new();
    for group in tasks.chunk_by(|a, b| (&a.locale, &a.document) == (&b.locale, &b.document)) {
        let mut words = Words::default();
        group.iter().for_each(|task| words.add(task));
        let first = &group[0];
        let units = if group.len() == 1 { "1 unit".to_owned() } else { format!("{} units", group.len()) };
        let _ = writeln!(
            out,
            "{}{} · {}{}  {units}, {}\n",
            style.bold,
            first.locale,
            visible(&first.document),
            style.reset,
            words.sentence()
        );
        for task in group {
            task_text(&mut out, task, style);
        }
    }
    let mut words = Words::default();
    tasks.iter().for_each(|task| words.add(task));
    let _ = match tasks.len() {
        0 => writeln!(out, "Nothing to do."),
        1 => writeln!(out, "1 unit to do, {}.", words.sentence()),
        count => writeln!(out, "{count} units to do, {}.", words.sentence()),
    };
    out
}

/// One task, as `todo` and `diff` show it.
pub fn task_text(out: &mut String, task: &Task, style: &Style) {
    let place = match task.line {
        Some(line) => format!("{}:{line}", visible(&task.file)),
        None => format!("{} (after the next sync)", visible(&task.file)),
    };
    let state = match task.change {
        Some(change) => format!("{}, {change}", task.state),
        None => task.state.to_owned(),
    };
    let colour = match (task.state, task.change) {
        ("stale", Some("minor")) => style.fair,
        ("unverified", _) => style.fair,
        _ => style.bad,
    };
    let _ = writeln!(
        out,
        "{place}  {colour}{state}{}  {}{}",
        style.reset,
        visible(&task.unit),
        kind_note(task.kind)
    );
    let mut line = |label: &str, text: &str| {
        let _ = writeln!(out, "  {}{label:>8}{}  {text}", style.dim, style.reset);
    };
    if let Some(before) = &task.before {
        line("before", &format!("{}{}{}", style.dim, visible(before), style.reset));
    }
    match &task.renders {
        Some(renders) if task.state == "stale" => {
            let (was, now) = changed_words(renders, &task.french, style);
            line("was", &was);
            line("now", &now);
            if !task.reasons.is_empty() {
                line("because", &visible(&task.reasons.join("; ")));
            }
        }
        _ => line("French", &visible(&task.french)),
    }
    if let Some(after) = &task.after {
        line("after", &format!("{}{}{}", style.dim, visible(after), style.reset));
    }
    if let Some(translation) = &task.translation {
        line(&task.locale, &visible(translation));
    }
    if let Some(proposal) = &task.proposal {
        // As it is to be written under the unit: a brace by itself would end the text for Fluent.
        line("proposal", &visible(&to_pattern(proposal)));
    }
    if let Some(candidate) = &task.candidate {
        line(
            candidate_label(task),
            &format!("{} = {}", visible(&candidate.french), visible(&candidate.translation)),
        );
    }
    if let Some(problem) = &task.problem {
        line("problem", &visible(problem));
    }
    let advice = match task.state {
        "missing" => match &task.candidate {
            Some(candidate) => format!(
                "translate under the unit, or `drogman accept '{}' --from '{}'`",
                task.address, candidate.address
            ),
            None => format!("write under the unit: {} = …", task.unit),
        },
        "invalid" => "correct the line; `drogman check` says where it goes wrong".to_owned(),
        _ => format!("correct the translation, then paste: {}", task.paste),
    };
    line("do", &visible(&advice));
    out.push('\n');
}

fn kind_note(kind: &str) -> String {
    if kind == "paragraph" { String::new() } else { format!("  {kind}") }
}

fn counted(words: usize) -> String {
    if words == 1 { "1 word".to_owned() } else { format!("{words} words") }
}

/// The worklist as a Markdown list of tasks, by locale and document.
pub fn markdown(tasks: &[Task]) -> String {
    let mut out = String::new();
    let mut locale = None;
    for group in tasks.chunk_by(|a, b| (&a.locale, &a.document) == (&b.locale, &b.document)) {
        let first = &group[0];
        if locale != Some(&first.locale) {
            locale = Some(&first.locale);
            let mut words = Words::default();
            tasks.iter().filter(|task| task.locale == first.locale).for_each(|task| words.add(task));
            let _ = writeln!(out, "## {} · {}\n", first.locale, words.sentence());
        }
        let _ = writeln!(out, "### {}\n", code(&first.document));
        for task in group {
            let place = match task.line {
                Some(line) => format!("{}:{line}", task.file),
                None => task.file.clone(),
            };
            let state = match task.change {
                Some(change) => format!("{}, {change}", task.state),
                None => task.state.to_owned(),
            };
            let kind = if task.kind == "paragraph" { String::new() } else { format!(" · {}", task.kind) };
            let _ = writeln!(out, "- [ ] {} · {state} · {}{kind}", code(&place), counted(task.words));
            for (label, text) in details(task) {
                let _ = writeln!(out, "  - {label}: {text}");
            }
        }
        out.push('\n');
    }
    if tasks.is_empty() {
        out.push_str("Nothing to do.\n");
    }
    out
}

/// What a task in Markdown says under its first line: labels and Markdown.
fn details(task: &Task) -> Vec<(&str, String)> {
    let mut list: Vec<(&str, String)> = Vec::new();
    list.extend(task.before.iter().map(|before| ("before", code(before))));
    match &task.renders {
        Some(renders) if task.state == "stale" => {
            let (was, now) = changed_words(renders, &task.french, &Style::default());
            list.extend([("was", code(&was)), ("now", code(&now))]);
            if !task.reasons.is_empty() {
                list.push(("because", plain(&task.reasons.join("; "))));
            }
        }
        _ => list.push(("French", code(&task.french))),
    }
    list.extend(task.after.iter().map(|after| ("after", code(after))));
    list.extend(task.translation.iter().map(|translation| (task.locale.as_str(), code(translation))));
    list.extend(task.proposal.iter().map(|proposal| ("proposal", code(&to_pattern(proposal)))));
    if let Some(candidate) = &task.candidate {
        let text = format!("{} = {}", code(&candidate.french), code(&candidate.translation));
        list.push((candidate_label(task), text));
    }
    list.extend(task.problem.iter().map(|problem| ("problem", plain(problem))));
    match (task.state, &task.candidate) {
        ("missing", Some(candidate)) => {
            let command = format!("drogman accept '{}' --from '{}'", task.address, candidate.address);
            list.push(("if it fits", code(&command)));
        }
        ("missing", None) => list.push(("write under it", code(&format!("{} = …", task.unit)))),
        ("stale" | "unverified", _) => list.push(("when it is right", code(&task.paste))),
        _ => {}
    }
    list
}

/// What an obsolete unit was to the one that is shown.
fn candidate_label(task: &Task) -> &'static str {
    if task.state == "stale" { "took in" } else { "was this" }
}

/// Text as an inline code span, whatever backticks it holds.
fn code(text: &str) -> String {
    let text = visible(text);
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}
