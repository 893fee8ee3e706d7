//! What a line is that no Fluent program can read.

use rustc_hash::FxHashSet;

use super::super::entry::{JunkError, JunkReason, identifier};
use super::super::is_identifier;
use super::super::line::lines;
use super::Teller;
use crate::diagnostic::Severity;
use crate::text::{ConflictMarker, Span, conflict_marker, nearest, shorten};

impl<'a> Teller<'_, 'a> {
    pub(super) fn junk(&mut self) {
        for error in &self.catalog.junk {
            self.junk_entry(error);
        }
    }

    fn junk_entry(&mut self, error: &JunkError) {
        let text = self.catalog.text;
        let span = self.catalog.entries[error.entry].body.clone();
        let mut told = false;
        let mut first = None;
        for line in lines(text, span.clone()) {
            let (content, place) = (&text[line.start..line.end], line.start..line.end);
            if let Some(marker) = conflict_marker(content) {
                told = true;
                self.conflict(marker, &place);
            } else if content.trim_start().starts_with('#') {
                told = true;
                self.comment_not_read(content, &place);
            } else if !content.trim().is_empty() && first.is_none() {
                first = Some(place);
            }
        }
        if told && first.is_none() {
            return;
        }
        let first = first.unwrap_or_else(|| span.clone());
        let line = &text[first.clone()];
        let content = line.trim_start();
        let name = identifier(content);
        let unit = self.catalog.unit(name).map_or("", |unit| unit.id);
        if error.reason == JunkReason::NoValue || is_empty_message(content) {
            let message = "nothing stands behind the equals sign".to_owned();
            let help = "write the translation there, delete the line, or write { \"\" } for a sentence that was folded into its neighbour";
            self.tell("empty", Severity::Error, &first, unit, message, help);
            return;
        }
        let is_bare = matches!(error.reason, JunkReason::NoEquals | JunkReason::NoEntry);
        if is_bare && unit.is_empty() && self.nameless(span.start, &first, name) {
            return;
        }
        let brace = brace_at(line);
        let (message, help) = words(&error.reason, line, brace);
        let at = error.at.clamp(first.start, text.len());
        let place = match (&error.reason, brace) {
            (JunkReason::Parser(_), Brace::Open(brace) | Brace::Close(brace)) => {
                first.start + brace..first.start + brace + 1
            }
            (JunkReason::Parser(_), Brace::None) if first.contains(&at) => at..first.end,
            _ => first,
        };
        self.tell("syntax", Severity::Error, &place, unit, message.to_owned(), help);
    }

    /// A conflict is told once, where it begins.
    fn conflict(&mut self, marker: ConflictMarker, place: &Span) {
        if marker == ConflictMarker::Ours {
            let message = "a merge left both versions here, and nobody has chosen".to_owned();
            let help = match sides_differ(&self.catalog.text[place.end..]) {
                true => {
                    "each side has units of its own: keep both, and delete the lines of <<<<<<<, ======= and >>>>>>>"
                }
                false => "keep one of them, and delete the lines of <<<<<<<, ======= and >>>>>>>",
            };
            self.tell("conflict-markers", Severity::Error, place, "", message, help);
        }
    }

    fn comment_not_read(&mut self, line: &str, place: &Span) {
        let (message, help) = if line.starts_with('#') {
            ("this comment has no space behind its #, and is not read", "write a space behind the #")
        } else {
            ("this comment is indented, and not read", "begin it at the first column")
        };
        self.tell("comment", Severity::Warning, place, "", message.to_owned(), help);
    }

    /// Tells of a line that most likely belongs to the unit above it: to its translation, or as its translation.
    /// Whether it does.
    fn nameless(&mut self, start: usize, line: &Span, name: &str) -> bool {
        if let Some(above) = self.cut_by(start) {
            let message = "this line cuts the translation above it short".to_owned();
            let help = "put the translation on one line, or indent its further lines by four spaces";
            self.tell("syntax", Severity::Error, line, above, message, help);
            return true;
        }
        let Some(stub) = self.stub_before(line.start).filter(|stub| nearest(name, [*stub]).is_none()) else {
            return false;
        };
        let content = self.catalog.text[line.clone()].trim_start();
        let translation = shorten(content.trim_start_matches('=').trim(), 60);
        let message = "this line lacks the name of its unit".to_owned();
        let help = format!("write it as: {stub} = {translation}");
        self.tell("syntax", Severity::Error, line, stub, message, help);
        true
    }

    /// The unit whose translation is cut short by the junk that begins here.
    fn cut_by(&mut self, start: usize) -> Option<&'a str> {
        let catalog = self.catalog;
        let cut = self.cut.get_or_insert_with(|| {
            let units = catalog.units.iter().filter(|unit| unit.message.is_some());
            units.flat_map(|unit| unit.broken.iter().map(|junk| (junk.start, unit.id))).collect()
        });
        cut.get(&start).copied()
    }

    /// The unit without a translation whose lines end where a line begins.
    fn stub_before(&mut self, start: usize) -> Option<&'a str> {
        let catalog = self.catalog;
        let stubs = self.stubs.get_or_insert_with(|| {
            let stubs = catalog.units.iter().filter(|unit| unit.is_stub());
            stubs.flat_map(|unit| unit.sections().map(|section| (section.lines.end, unit.id))).collect()
        });
        stubs.get(&start).copied()
    }
}

/// What is wrong with a line, and what to do.
fn words(reason: &JunkReason, line: &str, brace: Brace) -> (&'static str, &'static str) {
    match reason {
        JunkReason::NoEquals => {
            ("an equals sign is missing behind the id", "write the line as: id = translation")
        }
        JunkReason::NoEntry if line.starts_with(char::is_whitespace) && line.contains('=') => {
            ("this line is indented, so it is not read as a translation", "begin it at the first column")
        }
        JunkReason::NoEntry | JunkReason::NoValue => (
            "this line is neither a comment nor a translation",
            "write it as: id = translation; further lines of a translation are indented by four spaces",
        ),
        JunkReason::CommentWithoutSpace | JunkReason::CommentTooDeep => {
            ("this comment is not read", "write one # and a space before its text")
        }
        JunkReason::TooDeep => (
            "braces are nested deeper than any program reads",
            "write each brace that readers shall see as { \"{\" } or { \"}\" }",
        ),
        JunkReason::Parser(_) => match brace {
            Brace::Open(_) => (
                "a brace is opened and not closed",
                "write a brace that readers shall see as { \"{\" } or { \"}\" }; close the others",
            ),
            Brace::Close(_) => (
                "a brace is closed that none opens",
                "write a brace that readers shall see as { \"{\" } or { \"}\" }",
            ),
            Brace::None => (
                "this translation can't be read",
                "look at its braces, quotation marks and indented lines; write it as: id = translation",
            ),
        },
    }
}

/// What is wrong with the braces of a line, and at which of its bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Brace {
    Open(usize),
    Close(usize),
    None,
}

/// The first brace of a line that has no partner. Those in the quotation marks of a placeable are text.
fn brace_at(line: &str) -> Brace {
    let mut open = Vec::new();
    let mut in_quotes = false;
    let mut bytes = line.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' if in_quotes => drop(bytes.next()),
            b'"' if in_quotes || !open.is_empty() => in_quotes = !in_quotes,
            _ if in_quotes => {}
            b'{' => open.push(at),
            b'}' if open.pop().is_none() => return Brace::Close(at),
            _ => {}
        }
    }
    open.first().map_or(Brace::None, |&at| Brace::Open(at))
}

/// `id =` and nothing more.
fn is_empty_message(content: &str) -> bool {
    content.split_once('=').is_some_and(|(id, rest)| is_identifier(id.trim()) && rest.trim().is_empty())
}

/// Whether the two sides of a conflict, of which this is the text behind its first marker, have units, and none of
/// them both.
fn sides_differ(text: &str) -> bool {
    let mut sides: [FxHashSet<&str>; 2] = Default::default();
    let mut side = Some(0);
    for line in text.lines().skip(1) {
        match conflict_marker(line) {
            Some(ConflictMarker::Base) => side = None,
            Some(ConflictMarker::Middle) => side = Some(1),
            Some(ConflictMarker::Ours | ConflictMarker::Theirs) => break,
            None => {
                let marked = line.strip_prefix("# @unit ").and_then(|rest| rest.split_whitespace().next());
                let named = || line.split_once('=').map(|(name, _)| name.trim_end());
                let id = marked.or_else(named).filter(|id| is_identifier(id));
                if let (Some(side), Some(id)) = (side, id) {
                    sides[side].insert(id);
                }
            }
        }
    }
    sides.iter().all(|ids| !ids.is_empty()) && sides[0].is_disjoint(&sides[1])
}
