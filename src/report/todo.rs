//! The worklist of `todo`, and the stale units of `diff`: text, JSON lines, Markdown.

use std::fmt::{self, Write as _};
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::markdown::plain;
use super::plural;
use super::status::Style;
use crate::align::words::{Piece, PieceKind, word_diff};
use crate::catalog::edit::one_line;
use crate::catalog::pattern::to_pattern;
use crate::text::{visible, visible_json};
use crate::unit::Address;
use crate::unit::id::Id;

/// One unit that asks for a translator.
#[derive(Debug, Clone, Serialize)]
pub struct Task {
    /// Version of the JSON format.
    pub version: u32,
    /// The target locale.
    pub locale: Arc<str>,
    /// The document's name.
    pub document: Arc<str>,
    /// The unit's id.
    pub unit: Id,
    /// Where its sentence stands today (`monde/sommet:3.2`).
    pub address: Address<Arc<str>>,
    /// `missing`, `stale`, `unverified` or `invalid`.
    pub state: &'static str,
    /// `minor` or `major` if it is stale.
    pub change: Option<&'static str>,
    /// Why the change is what it is, in words.
    pub reasons: Box<[String]>,
    /// The kind of block.
    pub kind: &'static str,
    /// The catalog, relative to the project.
    pub file: Arc<str>,
    /// The line to work on, from 1; none if the catalog has no such unit before the next `sync`.
    pub line: Option<usize>,
    /// Words of French to work on: all of them if it is new, else those that were added or changed.
    pub words: usize,
    /// Today's French.
    pub french: Arc<str>,
    /// The French that the translation renders, if it is known.
    pub renders: Option<Box<str>>,
    /// The translation as it is in the catalog.
    pub translation: Option<Box<str>>,
    /// A text that may fit.
    pub proposal: Option<Box<str>>,
    /// An obsolete unit that this may have been, or that was merged into it: its address, French and translation.
    pub candidate: Option<Box<Candidate>>,
    /// The sentence before it.
    pub before: Option<Arc<str>>,
    /// The sentence after it.
    pub after: Option<Arc<str>>,
    /// The line to paste in place of the unit's own, once the translation is right.
    pub paste: Paste,
    /// What is wrong, for an invalid unit.
    pub problem: Option<Box<str>>,
    /// Whether `accept --carry` can put what changed into the translation; told to people only.
    #[serde(skip)]
    pub carries: bool,
}

impl Task {
    fn accept(&self, how: &str) -> String {
        format!("drogman accept {how} '{}#{}' --locale {}", self.document, self.unit, self.locale)
    }

    fn state_in_words(&self) -> String {
        state_in_words(self.state, self.change)
    }
}

/// Why a change is what it is, in a line: of many reasons the gravest, and how many more there are.
pub fn reasons_in_words(reasons: &[String]) -> String {
    const MOST: usize = 5;
    match reasons.len() {
        ..=MOST => reasons.join("; "),
        count => format!("{}; and {} more", reasons[..MOST - 1].join("; "), count + 1 - MOST),
    }
}

/// A state, with the class of the change if it is stale: `stale, minor`.
pub(super) fn state_in_words(state: &str, change: Option<&str>) -> String {
    match change {
        Some(change) => format!("{state}, {change}"),
        None => state.to_owned(),
    }
}

/// A `# fr:` line: the source locale and the French.
#[derive(Debug, Clone)]
pub struct Paste(pub Arc<str>, pub Arc<str>);

impl fmt::Display for Paste {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "# {}: {}", self.0, one_line(&self.1))
    }
}

impl Serialize for Paste {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A file that can't be read, so that nothing is known of what is left to do in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// The file, relative to the project.
    pub file: Arc<str>,
    /// Its document; none of a folder.
    pub document: Option<Arc<str>>,
    /// The locale of a target catalog; none of a document or a source catalog, without which nothing is known of the
    /// document in any locale.
    pub locale: Option<Arc<str>>,
    /// How many sentences its document has today, if that is known.
    #[serde(skip)]
    pub units: Option<usize>,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (file, sentences) = (visible(&self.file), self.sentences());
        write!(f, "Left out: {file}{sentences}. It can't be read; mend the file, then run this again.")
    }
}

impl Unread {
    /// ` (3 sentences)`, if that is known.
    fn sentences(&self) -> String {
        self.units.map(|units| format!(" ({})", plural(units, "sentence"))).unwrap_or_default()
    }
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

/// The words that changed from one sentence to the other: the old one with those that were removed, and the new one
/// with those that were added. Words that only a space parts are marked together.
pub fn changed_words(old: &str, new: &str, style: &Style) -> (String, String) {
    let pieces = word_diff(old, new);
    let marks = |plain: (&'static str, &'static str), colour: &'static str| match style.reset {
        "" => plain,
        reset => (colour, reset),
    };
    let was = marked(&pieces, PieceKind::Removed, marks(("[-", "-]"), style.bad));
    let now = marked(&pieces, PieceKind::Added, marks(("{+", "+}"), style.good));
    (was, now)
}

/// One of the two sentences of a diff, with its own words between marks.
fn marked(pieces: &[Piece<'_>], own: PieceKind, marks: (&str, &str)) -> String {
    let mut out = String::with_capacity(pieces.iter().map(|piece| piece.text.len() + 4).sum());
    // Words to be marked as long as it is not known where they end, and the spaces behind them.
    let (mut words, mut spaces) = (String::new(), String::new());
    for piece in pieces.iter().filter(|piece| piece.kind == own || piece.kind == PieceKind::Same) {
        if piece.kind == own {
            words.push_str(&std::mem::take(&mut spaces));
            words.push_str(piece.text);
        } else if !words.is_empty() && piece.text.chars().all(char::is_whitespace) {
            spaces.push_str(piece.text);
        } else {
            mark(&mut out, &std::mem::take(&mut words), marks);
            out.push_str(&visible(&std::mem::take(&mut spaces)));
            out.push_str(&visible(piece.text));
        }
    }
    mark(&mut out, &words, marks);
    out.push_str(&visible(&spaces));
    out
}

/// Adds words between marks; the spaces around them stand outside.
fn mark(out: &mut String, words: &str, (open, close): (&str, &str)) {
    if words.is_empty() {
        return;
    }
    // Where spaces alone came or went, they are what is to be seen.
    let inner = Some(words.trim()).filter(|inner| !inner.is_empty()).unwrap_or(words);
    let begin = if inner.len() == words.len() { 0 } else { words.len() - words.trim_start().len() };
    let end = begin + inner.len();
    out.push_str(&visible(&words[..begin]));
    out.push_str(open);
    out.push_str(&visible(inner));
    out.push_str(close);
    out.push_str(&visible(&words[end..]));
}

/// The worklist as JSON, one task a line; line by line.
pub fn jsonl(tasks: &[Task]) -> impl Iterator<Item = String> {
    tasks.iter().map(|task| visible_json(serde_json::to_string(task).unwrap_or_default()) + "\n")
}

/// The worklist for a terminal, in pieces: there may be a million tasks. `left_out` are the catalogs of which
/// nothing is known.
pub fn text(tasks: &[Task], left_out: &[Unread], style: &Style) -> impl Iterator<Item = String> {
    let groups = tasks.chunk_by(in_one_list).flat_map(move |group| {
        let all = group.iter().map(move |task| {
            let mut out = String::new();
            task_text(&mut out, task, style);
            out
        });
        std::iter::once_with(move || group_head(group, style)).chain(all)
    });
    groups.chain(std::iter::once_with(move || {
        let mut words = Words::default();
        tasks.iter().for_each(|task| words.add(task));
        let mut out = match tasks.len() {
            0 if left_out.is_empty() => "Nothing to do.\n".to_owned(),
            0 => String::new(),
            1 => format!("1 unit to do, {}.\n", words.sentence()),
            count => format!("{count} units to do, {}.\n", words.sentence()),
        };
        for one in left_out {
            let _ = writeln!(out, "{one}");
        }
        out
    }))
}

/// Whether tasks are of one locale and document.
fn in_one_list(a: &Task, b: &Task) -> bool {
    (&a.locale, &a.document) == (&b.locale, &b.document)
}

fn group_head(group: &[Task], style: &Style) -> String {
    let mut words = Words::default();
    group.iter().for_each(|task| words.add(task));
    let first = &group[0];
    let units = if group.len() == 1 { "1 unit".to_owned() } else { format!("{} units", group.len()) };
    let document = visible(&first.document);
    let (bold, reset) = (style.bold, style.reset);
    format!("{bold}{} · {document}{reset}  {units}, {}\n\n", first.locale, words.sentence())
}

/// One task, as `todo` and `diff` show it.
pub fn task_text(out: &mut String, task: &Task, style: &Style) {
    let place = match task.line {
        Some(line) => format!("{}:{line}", visible(&task.file)),
        None => format!("{} (after the next sync)", visible(&task.file)),
    };
    let state = task.state_in_words();
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
                line("because", &visible(&reasons_in_words(&task.reasons)));
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
            candidate_label(task.state),
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
            None if task.proposal.is_some() => format!(
                "write under the unit: {} = …, or take the proposal over: {}",
                task.unit,
                task.accept("--proposal")
            ),
            None => format!("write under the unit: {} = …", task.unit),
        },
        "invalid" => "correct the line; `drogman check` says where it goes wrong".to_owned(),
        _ if task.carries => format!(
            "run {}; or put what changed into the translation, then paste: {}",
            task.accept("--carry"),
            task.paste
        ),
        "stale" if task.proposal.is_some() => format!(
            "correct the translation, then paste: {}; or take the proposal over: {}",
            task.paste,
            task.accept("--proposal")
        ),
        _ => format!("correct the translation, then paste: {}", task.paste),
    };
    line("do", &visible(&advice));
    out.push('\n');
}

fn kind_note(kind: &str) -> String {
    if kind == "paragraph" { String::new() } else { format!("  {kind}") }
}

/// The worklist as a Markdown list of tasks, by locale and document; in pieces. A catalog that can't be read is a
/// task of its own.
pub fn markdown(tasks: &[Task], left_out: &[Unread]) -> impl Iterator<Item = String> {
    let mut locale = None;
    let groups = tasks.chunk_by(in_one_list).flat_map(move |group| {
        let first = &group[0];
        let mut head = String::new();
        if locale != Some(&first.locale) {
            locale = Some(&first.locale);
            let mut words = Words::default();
            tasks.iter().filter(|task| task.locale == first.locale).for_each(|task| words.add(task));
            let _ = writeln!(head, "## {} · {}\n", first.locale, words.sentence());
        }
        let _ = writeln!(head, "### {}\n", code(&first.document));
        std::iter::once(head).chain(group.iter().map(task_markdown)).chain(["\n".to_owned()])
    });
    let unread = left_out.iter().enumerate().map(|(at, one)| {
        let head = if at == 0 { "## Files that can't be read\n\n" } else { "" };
        let (file, sentences) = (code(&one.file), one.sentences());
        format!("{head}- [ ] {file} · mend the file; what is to do in it is not known{sentences}\n")
    });
    let nothing = tasks.is_empty() && left_out.is_empty();
    groups.chain(unread).chain(nothing.then(|| "Nothing to do.\n".to_owned()))
}

fn task_markdown(task: &Task) -> String {
    let place = match task.line {
        Some(line) => format!("{}:{line}", task.file),
        None => task.file.to_string(),
    };
    let state = task.state_in_words();
    let kind = if task.kind == "paragraph" { String::new() } else { format!(" · {}", task.kind) };
    let mut out = format!("- [ ] {} · {state} · {}{kind}\n", code(&place), plural(task.words, "word"));
    for (label, text) in details(task) {
        let _ = writeln!(out, "  - {label}: {text}");
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
                list.push(("because", plain(&reasons_in_words(&task.reasons))));
            }
        }
        _ => list.push(("French", code(&task.french))),
    }
    list.extend(task.after.iter().map(|after| ("after", code(after))));
    list.extend(task.translation.iter().map(|translation| (&*task.locale, code(translation))));
    list.extend(task.proposal.iter().map(|proposal| ("proposal", code(&to_pattern(proposal)))));
    if let Some(candidate) = &task.candidate {
        let text = format!("{} = {}", code(&candidate.french), code(&candidate.translation));
        list.push((candidate_label(task.state), text));
    }
    list.extend(task.problem.iter().map(|problem| ("problem", plain(problem))));
    match (task.state, &task.candidate) {
        ("missing", Some(candidate)) => {
            let command = format!("drogman accept '{}' --from '{}'", task.address, candidate.address);
            list.push(("if it fits", code(&command)));
        }
        ("missing", None) => {
            list.push(("write under it", code(&format!("{} = …", task.unit))));
            if task.proposal.is_some() {
                list.push(("if the proposal fits", code(&task.accept("--proposal"))));
            }
        }
        ("stale", _) if task.carries => list.push(("carry it over", code(&task.accept("--carry")))),
        ("stale" | "unverified", _) => {
            list.push(("when it is right", code(&task.paste.to_string())));
            if task.state == "stale" && task.proposal.is_some() {
                list.push(("if the proposal fits", code(&task.accept("--proposal"))));
            }
        }
        _ => {}
    }
    list
}

/// What an obsolete unit was to the one that is shown.
pub(super) fn candidate_label(state: &str) -> &'static str {
    if state == "stale" { "took in" } else { "was this" }
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
    use super::{Style, changed_words};

    #[test]
    fn words_that_only_a_space_parts_are_marked_together() {
        let changed = |old, new| {
            let (was, now) = changed_words(old, new, &Style::default());
            format!("{was} | {now}")
        };
        for (old, new, shown) in [
            ("Le vieux bac dort.", "Le petit car dort.", "Le [-vieux bac-] dort. | Le {+petit car+} dort."),
            ("Le bac dort.", "Le bac rouge dort.", "Le bac dort. | Le bac {+rouge+} dort."),
            ("Un bac, un car.", "Un car, un bac.", "Un [-bac-], un [-car-]. | Un {+car+}, un {+bac+}."),
            ("Non.", "Oui !", "[-Non.-] | {+Oui !+}"),
            ("Le bac.", "Le bac.", "Le bac. | Le bac."),
            ("Un bac et un car.", "Un bac.", "Un bac [-et un car-]. | Un bac."),
        ] {
            assert_eq!(changed(old, new), shown);
        }
        let (was, _) = changed_words("Le vieux bac dort.", "Le petit car dort.", &Style::COLOUR);
        assert_eq!(was, "Le \u{1b}[31mvieux bac\u{1b}[0m dort.");
    }
}
