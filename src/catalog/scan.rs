//! A Fluent file cut into entries.
//!
//! Entries are found by line: an entry begins at a line's first column, and a comment is what its lines
//! say. A pattern of plain text and string literals is recognised here; anything richer is judged by
//! `fluent-syntax`, on the slice of that one message. The slice ends before the next line that begins
//! like an entry (`id =`, `#`), which no valid message can reach over; so a broken message never takes
//! the next one with it (`fluent-syntax` alone lets it, where the JavaScript and Python parsers do not).

use fluent_syntax::ast;

use super::entry::{Entry, EntryKind, JunkError, JunkReason, Shape, identifier};
use super::guard::{DEEPEST, guarded, offset, opens};
use super::line::{Line, is_blank, line_at, lines};
use super::pattern;
use crate::text::Span;

/// What a scan gives.
#[derive(Debug, Default)]
pub(super) struct Scan<'a> {
    pub(super) entries: Vec<Entry<'a>>,
    /// One for each entry that is junk.
    pub(super) errors: Vec<JunkError>,
    /// How many lines end in CRLF.
    pub(super) crlf: usize,
    /// How many lines end in LF alone.
    pub(super) lf: usize,
}

/// Finds the entries of `text`, which has no byte-order mark before `from`.
pub(super) fn scan(text: &str, from: usize) -> Scan<'_> {
    let mut scanner = Scanner { text, scan: Scan::default(), comment: None };
    let mut at = from;
    while at < text.len() {
        let line = line_at(text, at);
        if is_blank(text, line) && (line.next > line.end) {
            scanner.flush();
            at = line.next;
            continue;
        }
        at = match text.as_bytes()[at] {
            b'#' => scanner.comment_line(line),
            b'-' | b'a'..=b'z' | b'A'..=b'Z' => scanner.entry(line),
            _ => scanner.junk(at, at, JunkReason::NoEntry),
        };
    }
    scanner.finish()
}

struct Scanner<'a> {
    text: &'a str,
    scan: Scan<'a>,
    /// The comment that is open: it is attached if a message follows at once.
    comment: Option<(EntryKind, Span)>,
}

impl<'a> Scanner<'a> {
    fn push(&mut self, kind: EntryKind, start: usize, body: Span) -> &mut Entry<'a> {
        self.scan.entries.push(Entry {
            kind,
            comment: (start..start).into(),
            id: "",
            value: (body.end..body.end).into(),
            body: body.into(),
            shape: Shape::Absent,
            attributes: false,
        });
        let last = self.scan.entries.len() - 1;
        &mut self.scan.entries[last]
    }

    /// Ends the open comment: nothing is attached to it.
    fn flush(&mut self) {
        if let Some((kind, span)) = self.comment.take() {
            let start = span.start;
            let comment = span.clone();
            self.push(kind, start, span).comment = comment.into();
        }
    }

    fn comment_line(&mut self, line: Line) -> usize {
        let bytes = &self.text.as_bytes()[line.start..line.end];
        let level = bytes.iter().take(3).take_while(|&&b| b == b'#').count();
        match bytes.get(level) {
            None | Some(b' ') => {}
            Some(b'#') => return self.junk(line.start, line.start + level, JunkReason::CommentTooDeep),
            Some(_) => return self.junk(line.start, line.start + level, JunkReason::CommentWithoutSpace),
        }
        let kind = match level {
            1 => EntryKind::Comment,
            2 => EntryKind::GroupComment,
            _ => EntryKind::ResourceComment,
        };
        match &mut self.comment {
            Some((open, span)) if *open == kind => span.end = line.next,
            _ => {
                self.flush();
                self.comment = Some((kind, line.start..line.next));
            }
        }
        line.next
    }

    /// Junk from the line at `start` to the next line that can begin an entry.
    fn junk(&mut self, start: usize, at: usize, reason: JunkReason) -> usize {
        let mut end = line_at(self.text, start).next;
        while end < self.text.len() && !resumes(self.text.as_bytes().get(end)) {
            end = line_at(self.text, end).next;
        }
        self.junk_span(start..end, at, reason);
        end
    }

    fn junk_span(&mut self, span: Span, at: usize, reason: JunkReason) {
        self.flush();
        self.push(EntryKind::Junk, span.start, span);
        self.scan.errors.push(JunkError { entry: self.scan.entries.len() - 1, at, reason });
    }

    /// A message or term, or junk that begins like one.
    fn entry(&mut self, line: Line) -> usize {
        let Some((id, value)) = head(self.text, line.start) else {
            let id = identifier(self.text[line.start..].trim_start_matches('-'));
            let reason = if id.is_empty() { JunkReason::NoEntry } else { JunkReason::NoEquals };
            return self.junk(line.start, line.start, reason);
        };
        match self.plain(line, value) {
            Plain::Text { value, end, next } if value.start < value.end => {
                let several = self.text.as_bytes()[value.clone()].contains(&b'\n');
                let shape = if several { Shape::Rich } else { Shape::Line };
                self.message(line.start, id, line.start..end, value, shape, false);
                next
            }
            Plain::Text { .. } => self.junk(line.start, id.end, JunkReason::NoValue),
            Plain::No => self.judged(line.start, id, value),
        }
    }

    /// Reads a pattern without placeables other than string literals on its first line.
    fn plain(&self, first: Line, from: usize) -> Plain {
        let text = self.text;
        let bytes = text.as_bytes();
        let braces = |line: &str| memchr::memchr2(b'{', b'}', line.as_bytes()).is_some();
        let mut value = skip_spaces(text, from)..first.end;
        let mut rich = braces(&text[value.clone()]);
        if rich && !pattern::is_literal(trim(&text[value.clone()])) {
            return Plain::No;
        }
        let (mut end, mut at) = (first.next, first.next);
        if trim(&text[value.clone()]).is_empty() {
            value = first.next..first.next;
        }
        let (mut several, mut started) = (value.is_empty(), !value.is_empty());
        while at < bytes.len() {
            let line = line_at(text, at);
            if is_blank(text, line) {
                at = line.next;
                continue;
            }
            let first_mark = skip_spaces(text, at);
            let indented = first_mark > at;
            match bytes[first_mark] {
                b'.' => return Plain::No,
                b'}' | b'[' | b'*' => break,
                b'\r' => {}
                _ if !indented => break,
                _ => {}
            }
            if braces(&text[line.start..line.end]) {
                return Plain::No;
            }
            if !started {
                value.start = first_mark;
                started = true;
            }
            several = true;
            value.end = line.end;
            (end, at) = (line.next, line.next);
        }
        rich &= several;
        if rich {
            // A literal before further lines: indentation and literals together are the crate's.
            return Plain::No;
        }
        let trimmed = trim(&text[value.clone()]).len();
        value.end = value.start + trimmed;
        Plain::Text { value, end, next: at }
    }

    /// Lets `fluent-syntax` judge the entry at `start`.
    fn judged(&mut self, start: usize, id: Span, value: usize) -> usize {
        let text = self.text;
        let bound = entry_bound(text, start);
        let slice = &text[start..bound];
        if opens(slice) > DEEPEST {
            self.junk_span(start..bound, start, JunkReason::TooDeep);
            return bound;
        }
        let safe = guarded(slice);
        let (body, errors) = match fluent_syntax::parser::parse(safe.as_ref()) {
            Ok(resource) => (resource.body, Vec::new()),
            Err((resource, errors)) => (resource.body, errors),
        };
        let junk: Vec<(Span, usize, JunkReason)> = errors
            .into_iter()
            .filter_map(|error| {
                let span = error.slice?;
                let at = start + error.pos.start.min(slice.len());
                Some((start + span.start..start + span.end, at, JunkReason::Parser(error.kind)))
            })
            .collect();
        let end = junk.first().map_or(bound, |(span, ..)| span.start);
        if end > start {
            let lines = lines(text, start..end).filter(|&line| !is_blank(text, line));
            let body_end = lines.last().map_or(end, |line| line.next);
            let (attributes, absent) = match body.first() {
                Some(ast::Entry::Message(message)) => {
                    (message.attributes.as_slice(), message.value.is_none())
                }
                Some(ast::Entry::Term(term)) => (term.attributes.as_slice(), false),
                _ => (&[][..], false),
            };
            let first_attribute = attributes.first();
            let value_end = first_attribute.map_or(body_end, |attribute| {
                // The name lies in the slice that was parsed; its dot is just before it.
                start + offset(safe.as_ref(), attribute.id.name).saturating_sub(1)
            });
            let raw = &text[value..value_end];
            let lead = raw.len() - raw.trim_start_matches([' ', '\r', '\n']).len();
            let value = value + lead..value + lead + trim(&raw[lead..]).len();
            let (value, shape) =
                if absent { (value.start..value.start, Shape::Absent) } else { (value, Shape::Rich) };
            self.message(start, id, start..body_end, value, shape, first_attribute.is_some());
        }
        for (span, at, reason) in junk {
            self.junk_span(span, at, reason);
        }
        bound
    }

    fn message(&mut self, start: usize, id: Span, body: Span, value: Span, shape: Shape, attributes: bool) {
        let term = id.start > start;
        let comment = match self.comment.take() {
            Some((EntryKind::Comment, span)) => span,
            other => {
                self.comment = other;
                self.flush();
                start..start
            }
        };
        let text = self.text;
        let kind = if term { EntryKind::Term } else { EntryKind::Message };
        let entry = self.push(kind, comment.start, body);
        (entry.comment, entry.id) = (comment.into(), &text[id]);
        (entry.value, entry.shape, entry.attributes) = (value.into(), shape, attributes);
    }

    fn finish(mut self) -> Scan<'a> {
        self.flush();
        let bytes = self.text.as_bytes();
        let is_both = |at: &usize| bytes.get(at + 1) == Some(&b'\n');
        self.scan.crlf = memchr::memchr_iter(b'\r', bytes).filter(is_both).count();
        self.scan.lf = memchr::memchr_iter(b'\n', bytes).count() - self.scan.crlf;
        self.scan
    }
}

enum Plain {
    /// A pattern of text (perhaps empty), the end of its last line, and where reading goes on.
    Text { value: Span, end: usize, next: usize },
    /// Something for the crate.
    No,
}

fn skip_spaces(text: &str, from: usize) -> usize {
    from + text.as_bytes()[from..].iter().take_while(|&&b| b == b' ').count()
}

/// Whether junk ends before a line that begins so.
fn resumes(byte: Option<&u8>) -> bool {
    byte.is_some_and(|&b| b.is_ascii_alphabetic() || b == b'-' || b == b'#')
}

/// The start of the first line behind that at `start` which begins an entry or a comment.
fn entry_bound(text: &str, start: usize) -> usize {
    let mut bound = line_at(text, start).next;
    while bound < text.len() {
        let first = text.as_bytes()[bound];
        if first == b'#' || (resumes(Some(&first)) && head(text, bound).is_some()) {
            break;
        }
        bound = line_at(text, bound).next;
    }
    bound
}

/// `id =` or `-id =` at `at`: the id's span, and the first byte after `=`.
fn head(text: &str, at: usize) -> Option<(Span, usize)> {
    let start = at + usize::from(text.as_bytes().get(at) == Some(&b'-'));
    let id = identifier(&text[start..]);
    let equals = skip_spaces(text, start + id.len());
    (!id.is_empty() && text.as_bytes().get(equals) == Some(&b'='))
        .then(|| (start..start + id.len(), equals + 1))
}

/// Without the white space that Fluent drops at a pattern's end.
fn trim(text: &str) -> &str {
    text.trim_end_matches([' ', '\r', '\n'])
}
