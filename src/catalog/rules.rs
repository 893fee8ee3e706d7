//! What reading a catalog finds, in a translator's words.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::entry::{JunkError, JunkReason, lines};
use super::read::keyed;
use super::{Catalog, is_identifier};
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::text::{ConflictMarker, LineIndex, Span, conflict_marker, nearest, shorten};

/// The rules of this module.
pub const RULES: &[&str] =
    &["syntax", "duplicate-unit", "conflict-markers", "comment", "empty", "attribute", "unit-mismatch"];

/// Everything that is odd in a catalog as it is written.
pub(super) fn of_reading(catalog: &Catalog<'_>) -> Vec<Diagnostic> {
    let mut teller = Teller { catalog, lines: None, stubs: None, cut: None, found: Vec::new() };
    teller.byte_order_mark();
    teller.junk();
    teller.units();
    teller.comments();
    teller.found
}

struct Teller<'c, 'a> {
    catalog: &'c Catalog<'a>,
    /// Made when something is found.
    lines: Option<LineIndex<'a>>,
    /// Where the lines of units without a translation end.
    stubs: Option<FxHashMap<usize, &'a str>>,
    /// Where lines begin that follow a translation and are none of it.
    cut: Option<FxHashMap<usize, &'a str>>,
    found: Vec<Diagnostic>,
}

impl<'a> Teller<'_, 'a> {
    fn tell(
        &mut self,
        rule: &'static str,
        severity: Severity,
        span: &Span,
        unit: &str,
        message: String,
        help: impl Into<Cow<'static, str>>,
    ) {
        let text = self.catalog.text;
        let lines = self.lines.get_or_insert_with(|| LineIndex::new(text));
        let unit = (!unit.is_empty()).then(|| unit.into());
        self.found.push(
            Diagnostic::new(rule, severity, message)
                .at(Place::span(self.catalog.file.clone(), lines, span))
                .about(Subject { unit, ..Subject::default() })
                .help(help),
        );
    }

    /// The number of the line that a byte lies in, from 1.
    fn line_of(&mut self, at: usize) -> usize {
        let text = self.catalog.text;
        self.lines.get_or_insert_with(|| LineIndex::new(text)).line_column(at).line
    }

    fn byte_order_mark(&mut self) {
        if self.catalog.text.starts_with('\u{feff}') {
            let message = "the file begins with a byte-order mark".to_owned();
            let help =
                "save it as UTF-8 without one (BOM): most Fluent programs lose the first message behind it";
            self.tell("comment", Severity::Warning, &(0..3), "", message, help);
        }
    }

    fn junk(&mut self) {
        for error in &self.catalog.junk {
            self.junk_entry(error);
        }
    }

    fn junk_entry(&mut self, error: &JunkError) {
        let text = self.catalog.text;
        let span = self.catalog.entries[error.entry].body.clone();
        let mut told = false;
        let mut only_marks = true;
        for line in lines(text, span.clone()) {
            let content = &text[line.start..line.end];
            let place = line.start..line.end;
            if let Some(marker) = conflict_marker(content) {
                told = true;
                if marker == ConflictMarker::Ours {
                    let message = "a merge left both versions here, and nobody has chosen".to_owned();
                    let help = match sides_differ(&text[line.end..]) {
                        true => {
                            "each side has units of its own: keep both, and delete the lines of <<<<<<<, ======= and >>>>>>>"
                        }
                        false => "keep one of them, and delete the lines of <<<<<<<, ======= and >>>>>>>",
                    };
                    self.tell("conflict-markers", Severity::Error, &place, "", message, help);
                }
                continue;
            }
            if content.trim().is_empty() {
                continue;
            }
            let rest = content.trim_start();
            if rest.starts_with('#') {
                told = true;
                let (message, help) = if rest.len() < content.len() {
                    ("this comment is indented, and not read", "begin it at the first column")
                } else {
                    ("this comment has no space behind its #, and is not read", "write a space behind the #")
                };
                self.tell("comment", Severity::Warning, &place, "", message.to_owned(), help);
                continue;
            }
            only_marks = false;
        }
        if told && only_marks {
            return;
        }
        let first = lines(text, span.clone())
            .find(|line| {
                let content = text[line.start..line.end].trim_start();
                !content.is_empty() && !content.starts_with('#') && conflict_marker(content).is_none()
            })
            .map_or(span.start..span.end, |line| line.start..line.end);
        let content = text[first.clone()].trim_start();
        let name = content.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).next();
        let name = name.filter(|name| is_identifier(name)).unwrap_or_default();
        let unit = self.catalog.unit(name).map_or("", |unit| unit.id);
        let at = error.at.clamp(first.start, text.len());
        if error.reason == JunkReason::NoValue || is_empty_message(content) {
            let message = "nothing stands behind the equals sign".to_owned();
            let help = "write the translation there, delete the line, or write { \"\" } for a sentence that was folded into its neighbour";
            self.tell("empty", Severity::Error, &first, unit, message, help);
            return;
        }
        let is_bare = matches!(error.reason, JunkReason::NoEquals | JunkReason::NoEntry);
        if let Some(above) = self.cut_by(span.start).filter(|_| is_bare && unit.is_empty()) {
            let message = "this line cuts the translation above it short".to_owned();
            let help = "put the translation on one line, or indent its further lines by four spaces";
            self.tell("syntax", Severity::Error, &first, above, message, help);
            return;
        }
        if is_bare
            && unit.is_empty()
            && let Some(stub) = self.stub_before(first.start)
            && nearest(name, [stub]).is_none()
        {
            let translation = shorten(content.trim_start_matches('=').trim(), 60);
            let message = "this line lacks the name of its unit".to_owned();
            let help = format!("write it as: {stub} = {translation}");
            self.tell("syntax", Severity::Error, &first, stub, message, help);
            return;
        }
        let brace = brace_at(&text[first.clone()]);
        let (message, help): (String, &str) = match &error.reason {
            JunkReason::NoEquals => {
                ("an equals sign is missing behind the id".into(), "write the line as: id = translation")
            }
            JunkReason::NoEntry if content.len() < text[first.clone()].len() && content.contains('=') => (
                "this line is indented, so it is not read as a translation".into(),
                "begin it at the first column",
            ),
            JunkReason::NoEntry | JunkReason::NoValue => (
                "this line is neither a comment nor a translation".into(),
                "write it as: id = translation; further lines of a translation are indented by four spaces",
            ),
            JunkReason::CommentWithoutSpace | JunkReason::CommentTooDeep => {
                ("this comment is not read".into(), "write one # and a space before its text")
            }
            JunkReason::TooDeep => (
                "braces are nested deeper than any program reads".into(),
                "write each brace that readers shall see as { \"{\" } or { \"}\" }",
            ),
            JunkReason::Parser(_) => match brace {
                Brace::Open(_) => (
                    "a brace is opened and not closed".into(),
                    "write a brace that readers shall see as { \"{\" } or { \"}\" }; close the others",
                ),
                Brace::Close(_) => (
                    "a brace is closed that none opens".into(),
                    "write a brace that readers shall see as { \"{\" } or { \"}\" }",
                ),
                Brace::None => (
                    "this translation can't be read".into(),
                    "look at its braces, quotation marks and indented lines; write it as: id = translation",
                ),
            },
        };
        let place = match (&error.reason, brace) {
            (JunkReason::Parser(_), Brace::Open(brace) | Brace::Close(brace)) => {
                first.start + brace..first.start + brace + 1
            }
            (JunkReason::Parser(_), Brace::None) if first.contains(&at) => at..first.end,
            _ => first,
        };
        self.tell("syntax", Severity::Error, &place, unit, message, help);
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

    /// By message, the unit that it stands under without being its own: one that has no message.
    fn hosts(&self) -> FxHashMap<usize, &'a str> {
        let units = &self.catalog.units;
        if units.iter().all(|unit| unit.more_messages.is_empty()) {
            return FxHashMap::default();
        }
        let mut hosts = FxHashMap::default();
        for unit in units.iter().filter(|unit| unit.message.is_none()) {
            hosts.extend(unit.sections().filter_map(|section| Some((section.attached_to()?, unit.id))));
        }
        hosts
    }

    fn units(&mut self) {
        let catalog = self.catalog;
        let hosts = self.hosts();
        for unit in &catalog.units {
            // Of several messages, one may have been pasted under another unit, with the name of this one.
            let misnamed = unit
                .message
                .iter()
                .chain(&unit.more_messages)
                .find_map(|message| Some((message, *hosts.get(&message.entry)?)));
            for message in &unit.more_messages {
                if let Some((message, meant)) = misnamed {
                    let line = first_line(catalog.text, &message.lines);
                    let message = format!("this line stands under `{meant}`, but is named `{}`", unit.id);
                    let help = format!("if it is the translation of the French above it, name it `{meant}`");
                    self.tell("duplicate-unit", Severity::Error, &line, unit.id, message, help);
                    break;
                }
                let line = first_line(catalog.text, &message.lines);
                let message = "this unit has two translations".to_owned();
                let other = unit.message.as_ref().map_or(0, |first| self.line_of(first.lines.start));
                let help = format!(
                    "keep this one or that of line {other}: programs take the first and drop the other in silence"
                );
                self.tell("duplicate-unit", Severity::Error, &line, unit.id, message, help);
            }
            let twice = unit.more_messages.is_empty() && unit.message.is_some();
            for section in unit.more_sections.iter().filter(|_| twice || unit.message.is_none()) {
                let message = "a second `# @unit` line opens this unit again".to_owned();
                let first = unit.section.as_ref().map_or(0, |first| self.line_of(first.marker.start));
                let help = format!(
                    "keep this one or that of line {first}, above the translation; delete the other with its `# {}:` line",
                    catalog.source_locale
                );
                self.tell("duplicate-unit", Severity::Error, &section.marker, unit.id, message, help);
            }
            if let Some(message) = &unit.message
                && catalog.entries[message.entry].attributes
            {
                let line = first_line(catalog.text, &message.lines);
                let message = "this translation has an attribute, which is published nowhere".to_owned();
                let help =
                    "keep the text behind the equals sign, and delete the lines that begin with a stop";
                self.tell("attribute", Severity::Error, &line, unit.id, message, help);
            }
            for section in unit.sections() {
                for french in &section.more_french {
                    let message = format!("a second `# {}:` line", catalog.source_locale);
                    let help = match unit.is_stub() {
                        true => "delete one of the two: `drogman sync` brings the other up to date",
                        false => "keep the one that the translation renders",
                    };
                    self.tell("comment", Severity::Warning, &french.span(), unit.id, message, help);
                }
            }
        }
        self.mismatches();
    }

    /// Messages that stand under the `# @unit` line of another unit, and no other.
    fn mismatches(&mut self) {
        let catalog = self.catalog;
        for unit in &catalog.units {
            let Some(entry) = catalog.misnamed(unit) else { continue };
            let line = first_line(catalog.text, &entry.body);
            if entry.id.eq_ignore_ascii_case("id") {
                // The head of a catalog says `id = translation`.
                let translation =
                    catalog.text[line.clone()].split_once('=').map_or("", |(_, text)| text.trim());
                let message = "`id` stands for the id of the unit".to_owned();
                let help = format!("write it as: {} = {}", unit.id, shorten(translation, 60));
                self.tell("unit-mismatch", Severity::Error, &line, entry.id, message, help);
                continue;
            }
            let message = format!("this translation stands under the unit `{}`, and has another id", unit.id);
            let help = format!(
                "the id that the source catalog has is right: write `{1} =` here or, if it is this one, `# @unit {0}` \
                 above it; or move the translation to its own unit",
                entry.id, unit.id
            );
            self.tell("unit-mismatch", Severity::Error, &line, entry.id, message, help);
        }
    }

    /// Translations that were commented out.
    fn comments(&mut self) {
        let catalog = self.catalog;
        for unit in &catalog.units {
            for section in unit.sections() {
                for note in &section.notes {
                    let content = catalog.text[note.start..note.end].trim_start_matches('#').trim_start();
                    let Some(rest) = content.strip_prefix(unit.id) else { continue };
                    if rest.trim_start().starts_with('=') && keyed(content, &catalog.source_locale).is_none()
                    {
                        let message = "this translation is commented out".to_owned();
                        let help = "take away the # to use it, or delete the line";
                        self.tell("comment", Severity::Warning, note, unit.id, message, help);
                    }
                }
            }
        }
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

fn first_line(text: &str, span: &Span) -> Span {
    lines(text, span.clone()).next().map_or(span.clone(), |line| line.start..line.end)
}
