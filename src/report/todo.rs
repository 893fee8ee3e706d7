//! The worklist of `todo`, and the stale units of `diff`: text, JSON lines, Markdown.

mod changed;
mod task;
mod unread;
mod words;

use std::fmt::Write as _;

pub use changed::changed_words;
pub use task::{Candidate, Facts, More, Paste, Task, TaskList};
pub use unread::Unread;
pub use words::Words;

use super::Style;
use super::markdown::plain;
use super::plural;
use crate::align::change::Reason;
use crate::catalog::pattern::to_pattern;
use crate::text::{quoted, visible, visible_json};
use crate::unit::{Staleness, State};

impl Task<'_> {
    /// Its address, which stays as it is while the page changes.
    fn stable_address(&self) -> String {
        format!("{}#{}", self.document, self.unit)
    }

    fn accept(&self, how: &str) -> String {
        format!("drogman accept {how} {} --locale {}", quoted(&self.stable_address()), self.locale)
    }

    /// The command that gives it the translation of a sentence that is gone.
    fn take_over(&self, candidate: &Candidate) -> String {
        format!("drogman accept {} --from {}", quoted(&self.stable_address()), quoted(&candidate.address))
    }
}

/// Why a change is what it is, in a line: of many reasons the gravest, and how many more there are. Those of one kind
/// are told together: `words: “un” → “deux”, “bac” → “bacs”`.
pub fn reasons_in_words(reasons: &[Reason]) -> String {
    const MOST: usize = 5;
    let shown = if reasons.len() <= MOST { reasons.len() } else { MOST - 1 };
    let mut out = String::new();
    let mut last = None;
    for told in reasons[..shown].iter().map(Reason::told) {
        let _ = match &told.what {
            Some(what) if last.as_ref() == Some(&told.kind) => write!(out, ", {what}"),
            Some(_) | None => write!(out, "{}{told}", if out.is_empty() { "" } else { "; " }),
        };
        last = Some(told.kind);
    }
    if shown < reasons.len() {
        let _ = write!(out, "; and {} more", reasons.len() - shown);
    }
    out
}

/// A state, with the class of the change if it is stale: `stale, minor`.
pub(super) fn state_in_words(state: State) -> String {
    match state.change() {
        Some(change) => format!("{}, {change}", state.as_str()),
        None => state.as_str().to_owned(),
    }
}

/// The worklist as JSON, one task a line; line by line.
pub fn jsonl(lists: &[TaskList]) -> impl Iterator<Item = String> {
    let tasks = lists.iter().flat_map(TaskList::tasks);
    tasks.map(|task| visible_json(serde_json::to_string(&task).unwrap_or_default()) + "\n")
}

/// The worklist for a terminal, in pieces: there may be a million tasks. No list is empty. `left_out` are the catalogs
/// of which nothing is known.
pub fn text(lists: &[TaskList], left_out: &[Unread], style: &Style) -> impl Iterator<Item = String> {
    let groups = lists.iter().flat_map(move |list| {
        let all = list.tasks().map(move |task| {
            let mut out = String::new();
            task_text(&mut out, &task, style);
            out
        });
        std::iter::once_with(move || group_head(list, style)).chain(all)
    });
    groups.chain(std::iter::once_with(move || {
        let words = Words::of(lists);
        let mut out = match lists.iter().map(TaskList::len).sum() {
            0 if left_out.is_empty() => "Nothing to do.\n".to_owned(),
            0 => String::new(),
            count => format!("{} to do, {}.\n", plural(count, "unit"), words.sentence()),
        };
        for one in left_out {
            let _ = writeln!(out, "{one}");
        }
        out
    }))
}

fn group_head(list: &TaskList, style: &Style) -> String {
    let words = Words::of([list]);
    let units = plural(list.len(), "unit");
    let document = visible(list.document());
    let (bold, reset) = (style.bold, style.reset);
    format!("{bold}{} · {document}{reset}  {units}, {}\n\n", list.locale(), words.sentence())
}

/// One task, as `todo` and `diff` show it.
pub fn task_text(out: &mut String, task: &Task<'_>, style: &Style) {
    let place = match task.line {
        Some(line) => format!("{}:{line}", visible(task.file)),
        None => format!("{} (after the next sync)", visible(task.file)),
    };
    let state = state_in_words(task.state);
    let colour = match task.state {
        State::Stale(Staleness::Minor) | State::Unverified => style.fair,
        State::Stale(Staleness::Major)
        | State::Missing
        | State::Invalid
        | State::Current
        | State::Obsolete => style.bad,
    };
    let _ = writeln!(
        out,
        "{place}  {colour}{state}{}  {}{}",
        style.reset,
        visible(&task.stable_address()),
        kind_note(task.kind)
    );
    let mut line = |label: &str, text: &str| {
        let _ = writeln!(out, "  {}{label:>8}{}  {text}", style.dim, style.reset);
    };
    if let Some(before) = &task.before {
        line("before", &format!("{}{}{}", style.dim, visible(before), style.reset));
    }
    match task.former() {
        Some(former) => {
            let (was, now) = changed_words(former, task.french, style);
            line("was", &was);
            line("now", &now);
            if !task.reasons.is_empty() {
                line("because", &visible(&reasons_in_words(task.reasons)));
            }
        }
        None => line("French", &visible(task.french)),
    }
    if let Some(after) = &task.after {
        line("after", &format!("{}{}{}", style.dim, visible(after), style.reset));
    }
    if let Some(translation) = &task.translation {
        line(task.locale, &visible(translation));
    }
    if let Some(proposal) = &task.proposal {
        // As it is to be written under the unit: a brace by itself would end the text for Fluent.
        line("proposal", &visible(&to_pattern(proposal)));
    }
    if let Some(candidate) = &task.candidate {
        line(
            candidate_label(task.state),
            &format!("{} = {}", visible(&candidate.french), visible(&candidate.translation)),
        );
    }
    if let Some(problem) = &task.problem {
        line("problem", &visible(problem));
    }
    line("do", &visible(&advice(task)));
    out.push('\n');
}

/// What to do about a task.
fn advice(task: &Task<'_>) -> String {
    match task.state {
        State::Missing if task.is_unread && task.former().is_some() => {
            format!("{UNREAD}; once it says what the French says now, paste: {}", task.paste)
        }
        State::Missing if task.is_unread => UNREAD.to_owned(),
        State::Missing => match &task.candidate {
            Some(candidate) => format!("translate under the unit, or `{}`", task.take_over(candidate)),
            None if task.is_of_more => format!("write under the unit: {} = …; {SAYS_MORE}", task.unit),
            None if task.proposal.is_some() => format!(
                "write under the unit: {} = …, or take the proposal over: {}",
                task.unit,
                task.accept("--proposal")
            ),
            None => format!("write under the unit: {} = …", task.unit),
        },
        State::Invalid if task.conflicted => CONFLICT.to_owned(),
        State::Invalid => "correct the line; `drogman check` says where it goes wrong".to_owned(),
        State::Stale(_) if task.carries => format!(
            "run {}; or put what changed into the translation, then paste: {}",
            task.accept("--carry"),
            task.paste
        ),
        State::Stale(_) if task.proposal.is_some() && !task.is_of_more => format!(
            "{CORRECT}, then paste: {}; or take the proposal over: {}",
            task.paste,
            task.accept("--proposal")
        ),
        State::Stale(_) | State::Unverified | State::Current | State::Obsolete => {
            format!("{CORRECT}, then paste: {}", task.paste)
        }
    }
}

/// What is to do with the proposal for a part of a sentence that was cut.
const SAYS_MORE: &str = "its proposal says more than this sentence, cut out what is said here";

/// What is to do about words at a unit that are not read for its translation.
const UNREAD: &str =
    "words at it are not read, and may be its translation: drogman check says how to put them right";

/// What is to do first about a stale or unverified translation: `todo`, `diff`, `show` and `check` say the same.
pub const CORRECT: &str = "correct the translation if need be";

/// What to do where git could not merge.
const CONFLICT: &str =
    "a merge left both versions in this file: keep one, and delete the lines of <<<<<<<, ======= and >>>>>>>";

fn kind_note(kind: &str) -> String {
    if kind == "paragraph" { String::new() } else { format!("  {kind}") }
}

/// The worklist as a Markdown list of tasks, by locale and document; in pieces. No list is empty. A catalog that can't
/// be read is a task of its own.
pub fn markdown(lists: &[TaskList], left_out: &[Unread]) -> impl Iterator<Item = String> {
    let mut locale = None;
    let groups = lists.iter().flat_map(move |list| {
        let mut head = String::new();
        if locale != Some(list.locale()) {
            locale = Some(list.locale());
            let words = Words::of(lists.iter().filter(|other| other.locale() == list.locale()));
            let _ = writeln!(head, "## {} · {}\n", list.locale(), words.sentence());
        }
        let _ = writeln!(head, "### {}\n", code(list.document()));
        let tasks = list.tasks().map(|task| task_markdown(&task));
        std::iter::once(head).chain(tasks).chain(["\n".to_owned()])
    });
    let unread = left_out.iter().enumerate().map(|(at, one)| {
        let head = if at == 0 { "## Files that can't be read\n\n" } else { "" };
        let (file, sentences) = (code(&one.file), one.sentences());
        format!("{head}- [ ] {file} · mend the file; what is to do in it is not known{sentences}\n")
    });
    let nothing = lists.is_empty() && left_out.is_empty();
    groups.chain(unread).chain(nothing.then(|| "Nothing to do.\n".to_owned()))
}

fn task_markdown(task: &Task<'_>) -> String {
    let place = match task.line {
        Some(line) => format!("{}:{line}", task.file),
        None => task.file.to_string(),
    };
    let state = state_in_words(task.state);
    let kind = if task.kind == "paragraph" { String::new() } else { format!(" · {}", task.kind) };
    let (place, words) = (code(&place), plural(task.words, "word"));
    let mut out = format!("- [ ] {place} · {state} · {words}{kind} · {}\n", code(&task.stable_address()));
    for (label, text) in details(task) {
        let _ = writeln!(out, "  - {label}: {text}");
    }
    out
}

/// What a task in Markdown says under its first line: labels and Markdown.
fn details<'t>(task: &Task<'t>) -> Vec<(&'t str, String)> {
    let mut list: Vec<(&str, String)> = Vec::new();
    list.extend(task.before.iter().map(|before| ("before", code(before))));
    match task.former() {
        Some(former) => {
            let (was, now) = changed_words(former, task.french, &Style::default());
            list.extend([("was", code(&was)), ("now", code(&now))]);
            if !task.reasons.is_empty() {
                list.push(("because", plain(&reasons_in_words(task.reasons))));
            }
        }
        None => list.push(("French", code(task.french))),
    }
    list.extend(task.after.iter().map(|after| ("after", code(after))));
    list.extend(task.translation.iter().map(|translation| (&**task.locale, code(translation))));
    list.extend(task.proposal.iter().map(|proposal| ("proposal", code(&to_pattern(proposal)))));
    if let Some(candidate) = &task.candidate {
        let text = format!("{} = {}", code(&candidate.french), code(&candidate.translation));
        list.push((candidate_label(task.state), text));
    }
    list.extend(task.problem.iter().map(|problem| ("problem", plain(problem))));
    match (task.state, &task.candidate) {
        (State::Missing, _) if task.is_unread => {
            list.push(("put it right", plain(UNREAD)));
            if task.former().is_some() {
                list.push(("when it is right", code(&task.paste.to_string())));
            }
        }
        (State::Missing, Some(candidate)) => {
            list.push(("if it fits", code(&task.take_over(candidate))));
        }
        (State::Missing, None) => {
            list.push(("write under it", code(&format!("{} = …", task.unit))));
            if task.is_of_more {
                list.push(("of the proposal", plain(SAYS_MORE)));
            } else if task.proposal.is_some() {
                list.push(("if the proposal fits", code(&task.accept("--proposal"))));
            }
        }
        (State::Invalid, _) if task.conflicted => list.push(("choose", plain(CONFLICT))),
        (State::Stale(_), _) if task.carries => list.push(("carry it over", code(&task.accept("--carry")))),
        (State::Stale(_) | State::Unverified, _) => {
            list.push(("when it is right", code(&task.paste.to_string())));
            if task.state != State::Unverified && task.proposal.is_some() && !task.is_of_more {
                list.push(("if the proposal fits", code(&task.accept("--proposal"))));
            }
        }
        (State::Invalid | State::Current | State::Obsolete, _) => {}
    }
    list
}

/// What an obsolete unit was to the one that is shown.
pub(super) fn candidate_label(state: State) -> &'static str {
    if matches!(state, State::Stale(_)) { "took in" } else { "was this" }
}

/// Text as an inline code span, whatever backticks it holds.
pub(super) fn code(text: &str) -> String {
    let text = visible(text);
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

#[cfg(test)]
mod tests {
    use super::{Reason, reasons_in_words};

    #[test]
    fn reasons_of_one_kind_are_told_together() {
        let words = |old: &str, new: &str| Reason::Words(old.to_owned(), new.to_owned());
        let number = |old: &str, new: &str| Reason::Number(old.to_owned(), new.to_owned());
        assert_eq!(
            reasons_in_words(&[
                number("75", "76"),
                words("un", "deux"),
                words("bac", "car"),
                words("", "ici")
            ]),
            "number: 75 → 76; words: “un” → “deux”, “bac” → “car”; words added: “ici”"
        );
        assert_eq!(reasons_in_words(&[Reason::Much]), "most of the sentence");
        let mut many: Vec<Reason> = ["1", "2", "3", "4", "5"].map(|new| number("", new)).into();
        many.push(words("", "ici"));
        assert_eq!(reasons_in_words(&many), "number added: 1, 2, 3, 4; and 2 more");
        assert_eq!(reasons_in_words(&[]), "");
    }
}
