//! The entries of a Fluent file as spans of bytes: comments, messages, terms, and junk.
//!
//! Entries are found by line: an entry begins at a line's first column, and a comment is what its lines
//! say. A pattern of plain text and string literals is recognised here; anything richer is judged by
//! `fluent-syntax`, on the slice of that one message. The slice ends before the next line that begins
//! like an entry (`id =`, `#`), which no valid message can reach over; so a broken message never takes
//! the next one with it (`fluent-syntax` alone lets it, where the JavaScript and Python parsers do not).
//!
//! `fluent-syntax` 0.12 panics on a bad `\u` escape before a character that is not ASCII, and recurses
//! once for each brace or parenthesis: [`guarded`] and [`DEEPEST`] keep it from that.

use std::borrow::Cow;

use fluent_syntax::ast;
use fluent_syntax::parser::ErrorKind;

use super::pattern;
use crate::text::Span;

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// `id = pattern`, with or without a comment attached.
    Message,
    /// `-id = pattern`, with or without a comment attached.
    Term,
    /// A `#` comment that stands alone.
    Comment,
    /// A `##` comment.
    GroupComment,
    /// A `###` comment.
    ResourceComment,
    /// What no Fluent parser can read.
    Junk,
}

/// What the value of a message is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// There is no value: the message has attributes only, or the entry is no message.
    Absent,
    /// One line of text and string literals.
    Line,
    /// Several lines, or placeables other than string literals.
    Rich,
}

/// One entry. Entries tile the file from the first one on: each ends where the next begins.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// What it is.
    pub kind: EntryKind,
    /// The lines of its comment with their line ends; empty without one.
    pub comment: Span,
    /// The id of a message, or of a term without its dash; empty otherwise.
    pub id: &'a str,
    /// From the first byte of its id to the end of its last line, line end included, blank lines after
    /// it excluded. Of junk: the junk.
    pub body: Span,
    /// The raw pattern, without the white space round it; empty if there is none.
    pub value: Span,
    /// What the value is made of.
    pub shape: Shape,
    /// Whether it has attributes.
    pub attributes: bool,
}

impl Entry<'_> {
    /// Its first byte: that of its comment, if it has one. It ends where the next one begins.
    pub fn start(&self) -> usize {
        self.comment.start
    }
}

/// Why an entry is junk.
#[derive(Debug, Clone, PartialEq)]
pub enum JunkReason {
    /// The line begins like nothing that Fluent knows.
    NoEntry,
    /// `#` without a space after it.
    CommentWithoutSpace,
    /// More than three `#`.
    CommentTooDeep,
    /// An id that no `=` follows.
    NoEquals,
    /// `id =` and nothing more.
    NoValue,
    /// Braces nested, or repeated, beyond any sense.
    TooDeep,
    /// What `fluent-syntax` says.
    Parser(ErrorKind),
}

/// A junk entry's error.
#[derive(Debug, Clone, PartialEq)]
pub struct JunkError {
    /// Index of the entry.
    pub entry: usize,
    /// Where the reader stopped.
    pub at: usize,
    /// Why.
    pub reason: JunkReason,
}

/// What a scan gives.
#[derive(Debug, Default)]
pub(super) struct Scan<'a> {
    pub(super) entries: Vec<Entry<'a>>,
    pub(super) errors: Vec<JunkError>,
    pub(super) crlf: usize,
    pub(super) lf: usize,
}

/// One line: its first byte, the end of its content, and the first byte of the next line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) next: usize,
}

/// The line that begins at `start`. A line ends at LF or CRLF, as Fluent has it; a lone CR is text.
pub(super) fn line_at(text: &str, start: usize) -> Line {
    let bytes = text.as_bytes();
    match memchr::memchr(b'\n', &bytes[start..]) {
        Some(length) => {
            let feed = start + length;
            let end = if feed > start && bytes[feed - 1] == b'\r' { feed - 1 } else { feed };
            Line { start, end, next: feed + 1 }
        }
        None => Line { start, end: text.len(), next: text.len() },
    }
}

/// The lines of `span`, which begins at a line's start.
pub(super) fn lines(text: &str, span: Span) -> impl Iterator<Item = Line> + '_ {
    let mut at = span.start;
    std::iter::from_fn(move || {
        if at >= span.end {
            return None;
        }
        let line = line_at(&text[..span.end], at);
        at = line.next;
        Some(line)
    })
}

/// Whether `text` is a Fluent identifier.
pub fn is_identifier(text: &str) -> bool {
    !text.is_empty() && identifier(text).len() == text.len()
}

/// The Fluent identifier at the start of `text`, or nothing.
pub(super) fn identifier(text: &str) -> &str {
    let bytes = text.as_bytes();
    if !bytes.first().is_some_and(u8::is_ascii_alphabetic) {
        return "";
    }
    let end = bytes.iter().position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')));
    &text[..end.unwrap_or(text.len())]
}

fn skip_spaces(text: &str, from: usize) -> usize {
    from + text.as_bytes()[from..].iter().take_while(|&&b| b == b' ').count()
}

fn is_blank(text: &str, line: Line) -> bool {
    text.as_bytes()[line.start..line.end].iter().all(|&b| b == b' ')
}

/// Whether junk ends before a line that begins so.
fn resumes(byte: Option<&u8>) -> bool {
    byte.is_some_and(|&b| b.is_ascii_alphabetic() || b == b'-' || b == b'#')
}

/// `id =` or `-id =` at `at`: the id's span, and the first byte after `=`.
fn head(text: &str, at: usize) -> Option<(Span, usize)> {
    let start = at + usize::from(text.as_bytes().get(at) == Some(&b'-'));
    let id = identifier(&text[start..]);
    let equals = skip_spaces(text, start + id.len());
    (!id.is_empty() && text.as_bytes().get(equals) == Some(&b'='))
        .then(|| (start..start + id.len(), equals + 1))
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
            comment: start..start,
            id: "",
            value: body.end..body.end,
            body,
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
            self.push(kind, start, span).comment = comment;
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
        let mut bound = line_at(text, start).next;
        while bound < text.len() {
            let first = text.as_bytes()[bound];
            if first == b'#' || (resumes(Some(&first)) && head(text, bound).is_some()) {
                break;
            }
            bound = line_at(text, bound).next;
        }
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
            let first_attribute = match body.first() {
                Some(ast::Entry::Message(message)) => message.attributes.first(),
                Some(ast::Entry::Term(term)) => term.attributes.first(),
                _ => None,
            };
            let value_end = first_attribute.map_or(body_end, |attribute| {
                // The name lies in the slice that was parsed; its dot is just before it.
                start + offset(safe.as_ref(), attribute.id.name).saturating_sub(1)
            });
            let absent =
                matches!(body.first(), Some(ast::Entry::Message(message)) if message.value.is_none());
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
        (entry.comment, entry.id) = (comment, &text[id]);
        (entry.value, entry.shape, entry.attributes) = (value, shape, attributes);
    }

    fn finish(mut self) -> Scan<'a> {
        self.flush();
        let bytes = self.text.as_bytes();
        for feed in memchr::memchr_iter(b'\n', bytes) {
            if feed > 0 && bytes[feed - 1] == b'\r' {
                self.scan.crlf += 1;
            } else {
                self.scan.lf += 1;
            }
        }
        self.scan
    }
}

enum Plain {
    /// A pattern of text (perhaps empty), the end of its last line, and where reading goes on.
    Text { value: Span, end: usize, next: usize },
    /// Something for the crate.
    No,
}

/// Without the white space that Fluent drops at a pattern's end.
fn trim(text: &str) -> &str {
    text.trim_end_matches([' ', '\r', '\n'])
}

/// Most braces and parentheses that a message may open: far beyond any translation, far below what
/// overflows a stack (some 10,000).
const DEEPEST: usize = 500;

pub(super) fn opens(slice: &str) -> usize {
    memchr::memchr2_iter(b'{', b'(', slice.as_bytes()).count()
}

/// The slice in a form that `fluent-syntax` cannot panic on: the same offsets, the same verdict. Where
/// an escape may be cut by a character that is not ASCII, such characters become question marks.
pub(super) fn guarded(slice: &str) -> Cow<'_, str> {
    if slice.is_ascii() || memchr::memmem::find_iter(slice.as_bytes(), b"\\").next().is_none() {
        return Cow::Borrowed(slice);
    }
    Cow::Owned(slice.bytes().map(|b| if b.is_ascii() { char::from(b) } else { '?' }).collect())
}

/// Where `part`, a slice of `whole`, begins in it.
pub(super) fn offset(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

/// The text of a message given by its lines, if its pattern is text and string literals only. Line breaks
/// and indentation are as Fluent has them.
pub(super) fn plain_value(message: &str) -> Option<String> {
    let safe = guarded(message);
    if opens(message) > DEEPEST || matches!(safe, Cow::Owned(_)) && !parses(&safe) {
        return None;
    }
    let resource = fluent_syntax::parser::parse(message).ok()?;
    let value = match resource.body.into_iter().next()? {
        ast::Entry::Message(message) => message.value?,
        ast::Entry::Term(term) => term.value,
        _ => return None,
    };
    text_of(&value)
}

/// The text of a pattern without references.
pub(super) fn text_of(pattern: &ast::Pattern<&str>) -> Option<String> {
    let mut out = String::new();
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => out.push_str(value),
            ast::PatternElement::Placeable {
                expression: ast::Expression::Inline(ast::InlineExpression::StringLiteral { value }),
            } => out.push_str(&fluent_syntax::unicode::unescape_unicode_to_string(value)),
            ast::PatternElement::Placeable { .. } => return None,
        }
    }
    Some(out)
}

fn parses(text: &str) -> bool {
    fluent_syntax::parser::parse(text).is_ok()
}
