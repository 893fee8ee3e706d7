//! What reading a catalog finds, in a translator's words.

use super::entry::{EntryKind, JunkError, JunkReason, identifier, lines};
use super::read::{ConflictMarker, conflict_marker};
use super::{Catalog, Section, Shape, Unit};
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::text::{LineIndex, Span};

/// The rules of this module.
pub const RULES: &[&str] = &["syntax", "duplicate-unit", "attribute", "conflict-markers", "comment", "empty"];

pub(super) fn of_reading(catalog: &Catalog<'_>) -> Vec<Diagnostic> {
    let mut finder = Finder { catalog, lines: None, findings: Vec::new() };
    if catalog.text.starts_with('\u{feff}') {
        finder.add(
            "comment",
            0..0,
            "",
            "the file begins with an invisible byte-order mark",
            "save it as UTF-8 without BOM: other Fluent tools lose the first message",
        );
    }
    for error in &catalog.junk {
        finder.junk(error);
    }
    for unit in &catalog.units {
        finder.unit(unit);
    }
    finder.findings
}

struct Finder<'c, 'a> {
    catalog: &'c Catalog<'a>,
    /// Made with the first finding: most catalogs have none.
    lines: Option<LineIndex<'a>>,
    findings: Vec<Diagnostic>,
}

impl Finder<'_, '_> {
    fn add(&mut self, rule: &'static str, span: Span, unit: &str, message: impl Into<String>, help: &str) {
        let lines = self.lines.get_or_insert_with(|| LineIndex::new(self.catalog.text));
        let severity = if rule == "comment" { Severity::Warning } else { Severity::Error };
        let subject = Subject { unit: (!unit.is_empty()).then(|| unit.to_owned()), ..Subject::default() };
        self.findings.push(
            Diagnostic::new(rule, severity, message)
                .at(Place::span(self.catalog.file.clone(), lines, &span))
                .about(subject)
                .help(help),
        );
    }

    fn junk(&mut self, error: &JunkError) {
        let text = self.catalog.text;
        let body = self.catalog.entries[error.entry].body.clone();
        let mut conflict = false;
        for line in lines(text, body.clone()) {
            let Some(marker) = conflict_marker(&text[line.start..line.end]) else { continue };
            conflict |= self.catalog.conflicted;
            if self.catalog.conflicted && matches!(marker, ConflictMarker::Ours) {
                self.add(
                    "conflict-markers",
                    line.start..line.end,
                    "",
                    "git left two versions here, and nobody has chosen",
                    "keep the right lines of both, and delete the lines with <<<<<<<, ======= and >>>>>>>",
                );
            }
        }
        if conflict {
            return;
        }
        let Some(line) = lines(text, body.clone()).find(|line| !text[line.start..line.end].trim().is_empty())
        else {
            let help = "delete the tab or the no-break space in it";
            self.add("comment", body, "", "this line looks empty and is not", help);
            return;
        };
        let first = &text[line.start..line.end];
        let span = line.start..line.end;
        let content = first.trim_start();
        let id = identifier(content);
        let unit = if self.catalog.unit(id).is_some() { id } else { "" };
        if content.starts_with('#') {
            let (message, help) = if content.len() < first.len() {
                ("this comment is indented, and so is none", "move its # to the start of the line")
            } else {
                ("a comment needs a space behind its #", "write it as: # text")
            };
            self.add("comment", span, "", message, help);
            return;
        }
        let (message, help) = match &error.reason {
            JunkReason::NoValue => {
                let message = "there is no text behind the equals sign";
                let help = "write the translation there, or { \"\" } if it was folded into its neighbour";
                self.add("empty", span, unit, message, help);
                return;
            }
            JunkReason::NoEquals if !unit.is_empty() => (
                "there is no equals sign between the id and the translation",
                "write it as: id = translation",
            ),
            JunkReason::TooDeep => ("too many braces stand in each other", "write the words themselves"),
            JunkReason::Parser(_) => (
                "a brace or a bracket in this translation is not closed, or holds what Fluent can't read",
                "if the text shall show a brace, write { \"{\" } and { \"}\" }",
            ),
            JunkReason::NoEntry
            | JunkReason::CommentWithoutSpace
            | JunkReason::CommentTooDeep
            | JunkReason::NoEquals => (
                "this line belongs to no translation",
                "write it as: id = translation; indent further lines of a translation by four spaces",
            ),
        };
        self.add("syntax", span, unit, message, help);
    }

    fn unit(&mut self, unit: &Unit<'_>) {
        for message in &unit.more_messages {
            let first = unit.message.as_ref().map_or(0, |message| message.lines.start);
            let lines = self.lines.get_or_insert_with(|| LineIndex::new(self.catalog.text));
            let (first, second) =
                (lines.line_column(first).line, lines.line_column(message.lines.start).line);
            let help = format!("keep one of lines {first} and {second}, and delete the other");
            let span = message.lines.start..message.lines.start + unit.id.len();
            self.add("duplicate-unit", span, unit.id, "this unit has two translations", &help);
        }
        if let (Some(message), Some(_)) = (&unit.message, &unit.section) {
            let entry = &self.catalog.entries[message.entry];
            if entry.kind == EntryKind::Message && (entry.attributes || message.shape == Shape::Absent) {
                let span = message.lines.start..message.lines.start + unit.id.len();
                let help =
                    "write all of it behind the equals sign, and delete the line that begins with a dot";
                self.add("attribute", span, unit.id, "an attribute of a unit is published nowhere", help);
            }
        }
        for section in unit.sections() {
            self.section(unit, section);
        }
        for section in &unit.more_sections {
            let help = "delete the one that stands away from the translation";
            self.add("comment", section.marker.clone(), unit.id, "this unit is opened twice", help);
        }
    }

    fn section(&mut self, unit: &Unit<'_>, section: &Section<'_>) {
        for french in &section.more_french {
            let help = "keep the one whose French the translation renders";
            self.add("comment", french.span(), unit.id, "this unit has a second French line", help);
        }
        for note in &section.notes {
            let content = self.catalog.text[note.clone()].trim_start_matches('#').trim();
            let key = content.split([':', ' ', '=']).next().unwrap_or_default();
            let rest = content[key.len()..].trim_start();
            if key == unit.id && rest.starts_with('=') {
                let help = "delete the # before it, or use # proposal: for what is no translation yet";
                self.add("comment", note.clone(), unit.id, "this translation is commented out", help);
            } else if key.eq_ignore_ascii_case(&self.catalog.source_locale) && rest.starts_with(':') {
                let message =
                    format!("this line is not read as the French: write # {}:", self.catalog.source_locale);
                let help = "in small letters, without a space before the colon";
                self.add("comment", note.clone(), unit.id, message, help);
            }
        }
    }
}
