//! A catalog as units: its entries, taken together by id.

use std::borrow::Cow;
use std::sync::Arc;

use hashbrown::HashTable;
use rustc_hash::{FxHashMap, FxHashSet};

use super::entry::{Entry, EntryKind, JunkError, Shape, identifier};
use super::guard::plain_value;
use super::line::{line_at, lines};
use super::pattern;
use super::scan::scan;
use super::unit::{Marked, Message, Section, Unit};
use crate::text::{ConflictMarker, Span, conflict_marker, hash, short};

/// How a file's lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEnd {
    /// LF, also where a file has no line end yet.
    Lf,
    /// CRLF.
    CrLf,
}

impl LineEnd {
    /// The line end itself.
    pub fn as_str(self) -> &'static str {
        match self {
            LineEnd::Lf => "\n",
            LineEnd::CrLf => "\r\n",
        }
    }
}

/// A Fluent file: its entries, and the units that they make.
#[derive(Debug)]
pub struct Catalog<'a> {
    /// Its path, as findings name it.
    pub file: Arc<str>,
    /// Its text, a byte-order mark included.
    pub text: &'a str,
    /// The entries in the order of the file; they tile it from the first one on.
    pub entries: Vec<Entry<'a>>,
    /// Why each junk entry is junk, in the order of the file.
    pub junk: Vec<JunkError>,
    /// Every `# @unit` and every message, in the order in which ids first appear.
    pub units: Vec<Unit<'a>>,
    /// The line end that prevails; CRLF only where it has the majority.
    pub line_end: LineEnd,
    /// Whether git left conflict markers in it. Both sides are read, the common base is not.
    pub conflicted: bool,
    /// The tag of the comment that holds the source: `fr` for `# fr:`.
    pub source_locale: String,
    index: Index,
    terms: FxHashMap<&'a str, usize>,
}

impl<'a> Catalog<'a> {
    /// Reads a catalog. `file` is the name that findings show; `source_locale` is the tag of the comment that holds the
    /// source sentence (`fr`). Never fails: what can't be read is junk.
    pub(super) fn parse(file: &str, text: &'a str, source_locale: &str) -> Self {
        let from = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let scan = scan(text, from);
        let catalog = Catalog {
            file: file.into(),
            text,
            entries: scan.entries,
            junk: scan.errors,
            units: Vec::new(),
            line_end: if scan.crlf > scan.lf { LineEnd::CrLf } else { LineEnd::Lf },
            conflicted: false,
            source_locale: source_locale.to_owned(),
            index: Index::default(),
            terms: FxHashMap::default(),
        };
        let mut reader = Reader { catalog, conflict: Conflict::Outside, last: None };
        reader.units();
        reader.catalog
    }

    /// The unit of this id, opened by a marker or by a message.
    pub fn unit(&self, id: &str) -> Option<&Unit<'a>> {
        self.index.get(id, &self.units).map(|at| &self.units[at])
    }

    /// The message that stands under the `# @unit` line of a unit without a message, and has no such line of
    /// its own: one of the two ids is misspelt.
    pub fn misnamed(&self, unit: &Unit<'_>) -> Option<&Entry<'a>> {
        let section = unit.section.as_ref().filter(|_| unit.message.is_none())?;
        let entry = self.entries.get(section.attached_to()?)?;
        let other = self.unit(entry.id).filter(|_| entry.kind == EntryKind::Message)?;
        other.section.is_none().then_some(entry)
    }

    /// The comment lines of a unit that are its translation, commented out.
    pub fn commented_out<'u>(&'u self, unit: &'u Unit<'a>) -> impl Iterator<Item = &'u Span> {
        let notes = unit.notes();
        notes.filter(|note| {
            uncommented(&self.text[note.start..note.end])
                .strip_prefix(unit.id)
                .is_some_and(|rest| rest.trim_start().starts_with('='))
        })
    }

    /// The comment lines of a unit that hold its translation behind the tag of the `locale`, or of its language, as
    /// that of the French stands behind its own: `# en: …`. With what stands there.
    pub fn keyed_notes<'u>(
        &'u self,
        unit: &'u Unit<'a>,
        locale: &'u str,
    ) -> impl Iterator<Item = (&'u Span, &'a str)> {
        unit.notes().filter_map(|note| {
            let content = uncommented(&self.text[note.start..note.end]);
            let language = locale.split('-').next().unwrap_or(locale);
            let text = keyed(content, locale).or_else(|| keyed(content, language))?.trim();
            (!text.is_empty()).then_some((note, text))
        })
    }

    /// The `# @unit` line of a unit that goes on with its translation, `# @unit ID = …`, and that.
    pub fn behind_id(&self, unit: &Unit<'a>) -> Option<(Span, &'a str)> {
        unit.sections().find_map(|section| {
            let line = section.marker();
            let (_, behind) = self.text[line.clone()].split_once(unit.id)?;
            let text = behind.trim_start().strip_prefix('=')?.trim();
            (!text.is_empty()).then_some((line, text))
        })
    }

    /// The line of French that stands right below a message and is read for none: it belongs above the message.
    pub fn french_below(&self, message: &Message<'_>) -> Option<Marked<'a>> {
        let at = self.blank_to(message.lines().end);
        if self.text.as_bytes().get(at) != Some(&b'#') {
            return None;
        }
        let line = line_at(self.text, at);
        let after = keyed(line.of_comment(self.text), &self.source_locale)?;
        let next = message.entry() + 1;
        let is_text = |entry: &Entry<'_>| matches!(entry.kind, EntryKind::Message | EntryKind::Term);
        let is_in_comment = |entry: &Entry<'_>| is_text(entry) && entry.comment().contains(&at);
        let rest = lines(self.text, line.next..self.text.len());
        let mut rest = rest.take_while(|line| self.text[line.start..line.end].starts_with('#'));
        let is_of_next = match rest.any(|line| marker(line.of_comment(self.text)).is_some()) {
            // Behind an empty line it is most likely that of the unit below, and stands above its `# @unit` line.
            true => at > message.lines().end,
            // Where the `# @unit` line of the next message was lost, it is that one's.
            false => self.entries.get(next).is_some_and(is_in_comment),
        };
        (!is_of_next).then(|| Marked::new(line.start..line.end, after))
    }

    /// What stands between the markers of each conflict that git left, with them. One that lacks its last marker ends with
    /// the last one that it has.
    pub fn conflicts(&self) -> Vec<Span> {
        let junk = self.junk.iter().map(|error| self.entries[error.entry].body());
        let mut all: Vec<Span> = Vec::new();
        let mut is_open = false;
        for line in junk.flat_map(|span| lines(self.text, span)) {
            let Some(marker) = conflict_marker(&self.text[line.start..line.end]) else { continue };
            match all.last_mut().filter(|_| is_open && marker != ConflictMarker::Ours) {
                Some(last) => last.end = line.end,
                None => all.push(line.start..line.end),
            }
            is_open = marker != ConflictMarker::Theirs;
        }
        all
    }

    /// The entry of the term of this name, given without its dash: the first one.
    pub fn term(&self, name: &str) -> Option<usize> {
        self.terms.get(name).copied()
    }

    /// The text of a message as a plain sentence: `None` if there is no value, or if it holds anything
    /// but text and string literals. Line breaks stay.
    pub fn sentence(&self, message: &Message<'_>) -> Option<Cow<'a, str>> {
        match message.shape {
            Shape::Absent => None,
            Shape::Line => pattern::from_pattern(&self.text[message.value()]),
            Shape::Rich => plain_value(&self.text[message.lines()]).map(Cow::Owned),
        }
    }

    /// Whether the file is somebody else's: it has messages or terms, and no unit. Units are known by their `# @unit`
    /// lines, or where a tool has taken these away, by the form of their ids.
    pub fn is_foreign(&self) -> bool {
        let is_text = |entry: &Entry<'_>| matches!(entry.kind, EntryKind::Message | EntryKind::Term);
        self.units.iter().all(|unit| unit.section.is_none() && !is_given(unit.id))
            && !self.conflicted
            && self.entries.iter().any(is_text)
    }

    /// Whether the file holds nothing that anybody could miss: no unit, no message, no term, no note but
    /// a header.
    pub fn is_bare(&self) -> bool {
        self.entries.iter().all(|entry| match entry.kind {
            EntryKind::ResourceComment => true,
            EntryKind::Message
            | EntryKind::Term
            | EntryKind::Comment
            | EntryKind::GroupComment
            | EntryKind::Junk => false,
        })
    }
}

/// Whether an id ends as those do that are given: in six signs or more of base 32, with a figure among them, so that a
/// word is none.
fn is_given(id: &str) -> bool {
    let hash = id.rsplit_once('-').map_or("", |(_, hash)| hash);
    let is_digit =
        |c: char| c.is_ascii_digit() || c.is_ascii_lowercase() && !matches!(c, 'i' | 'l' | 'o' | 'u');
    hash.len() >= 6 && hash.chars().all(is_digit) && hash.contains(|c: char| c.is_ascii_digit())
}

/// The units by their ids: their places alone, for the ids stand in the units.
#[derive(Debug, Default)]
struct Index(HashTable<u32>);

impl Index {
    /// With room for so many.
    fn for_units(count: usize) -> Self {
        Index(HashTable::with_capacity(count))
    }

    fn get(&self, id: &str, units: &[Unit<'_>]) -> Option<usize> {
        self.0.find(hash(id), |&at| units[at as usize].id == id).map(|&at| at as usize)
    }

    /// Adds the last one of `units`, of an id that is new.
    fn add_last(&mut self, units: &[Unit<'_>]) {
        if let Some((last, before)) = units.split_last()
            // Each unit has a line of its own: a file of so many would not fit into memory.
            && let Ok(at) = u32::try_from(before.len())
        {
            self.0.insert_unique(hash(last.id), at, |&at| hash(units[at as usize].id));
        }
    }
}

/// Where in a conflict that git left the reader is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Conflict {
    Outside,
    Side,
    Base,
}

struct Reader<'a> {
    catalog: Catalog<'a>,
    conflict: Conflict,
    /// The unit whose message was the last entry, for junk that cuts it short.
    last: Option<usize>,
}

impl<'a> Reader<'a> {
    fn units(&mut self) {
        let messages = self.catalog.entries.len();
        self.catalog.index = Index::for_units(messages);
        self.catalog.units.reserve(messages);
        for at in 0..messages {
            let Entry { kind, comment, .. } = &self.catalog.entries[at];
            let (kind, comment) = (*kind, comment.span());
            if kind != EntryKind::Junk && self.conflict == Conflict::Base {
                continue;
            }
            match kind {
                EntryKind::Comment => {
                    self.comment(comment, None);
                    self.last = None;
                }
                EntryKind::Message => self.message(at, comment),
                EntryKind::Term => {
                    self.comment(comment, Some(at));
                    self.catalog.terms.entry(self.catalog.entries[at].id).or_insert(at);
                    self.last = None;
                }
                EntryKind::GroupComment | EntryKind::ResourceComment => self.last = None,
                EntryKind::Junk => self.junk(at),
            }
        }
        self.own_junk();
    }

    fn unit(&mut self, id: &'a str) -> usize {
        let Catalog { index, units, .. } = &mut self.catalog;
        if let Some(at) = index.get(id, units) {
            return at;
        }
        units.push(Unit::new(id));
        index.add_last(units);
        units.len() - 1
    }

    /// Cuts a comment into sections. Gives the lines above the first marker.
    fn comment(&mut self, span: Span, attached_to: Option<usize>) -> Span {
        let text = self.catalog.text;
        let mut head = span.start..span.end;
        let mut open: Option<(Option<usize>, Section<'a>)> = None;
        let mut notes = Vec::new();
        for line in lines(text, span.clone()) {
            let content = line.of_comment(text);
            if let Some(rest) = marker(content) {
                let first = open.is_none();
                self.close(open.take());
                let id = marked_id(rest);
                let unit = (!id.is_empty()).then(|| self.unit(id));
                let start = if first { head.start } else { line.start };
                if first {
                    head.end = line.start;
                }
                let (marker, lines) = (line.start..line.end, start..line.next);
                let mut section = Section::new(marker, lines, std::mem::take(&mut notes), attached_to);
                if has_remark(rest, id) {
                    section.others().remark = true;
                }
                open = Some((unit, section));
                continue;
            }
            let Some((_, section)) = &mut open else {
                notes.push(line.start..line.end);
                continue;
            };
            section.lines = (section.lines.start()..line.next).into();
            let marked = |after: &'a str| Marked::new(line.start..line.end, after);
            if let Some(after) = keyed(content, &self.catalog.source_locale) {
                match section.french {
                    None => section.french = Some(marked(after)),
                    Some(_) => section.others().french.push(marked(after)),
                }
            } else if let Some(after) = keyed(content, "proposal") {
                section.others().proposals.push(marked(after));
            } else {
                section.others().notes.push(line.start..line.end);
            }
        }
        self.close(open);
        head
    }

    fn close(&mut self, open: Option<(Option<usize>, Section<'a>)>) {
        let Some((Some(unit), section)) = open else { return };
        let unit = &mut self.catalog.units[unit];
        match unit.section {
            None => unit.section = Some(section),
            Some(_) => unit.amiss().sections.push(section),
        }
    }

    fn message(&mut self, at: usize, comment: Span) {
        let head = self.comment(comment.clone(), Some(at));
        let id = self.catalog.entries[at].id;
        let index = self.unit(id);
        let entry = &self.catalog.entries[at];
        let unit = &mut self.catalog.units[index];
        // Those of this comment were added just now.
        let further = unit.more_sections();
        let count = further.iter().rev().take_while(|section| section.attached_to() == Some(at)).count();
        let own = (count > 0).then(|| further.len() - count);
        let attached =
            own.is_some() || unit.section.as_ref().is_some_and(|section| section.attached_to() == Some(at));
        let text = self.catalog.text;
        let loose_french = lines(text, head).find_map(|line| {
            let after = keyed(line.of_comment(text), &self.catalog.source_locale)?;
            Some(Box::new(Marked::new(line.start..line.end, after)))
        });
        let message = Message {
            entry: short(at),
            lines: entry.body,
            value: entry.value,
            shape: entry.shape,
            attached,
            loose_french,
        };
        match unit.message {
            None => {
                unit.message = Some(message);
                // The place that counts is the one at the message.
                if let Some(own) = own
                    && let Some(mut first) = unit.section.take()
                {
                    std::mem::swap(&mut unit.amiss().sections[own], &mut first);
                    unit.section = Some(first);
                }
            }
            Some(_) => unit.amiss().messages.push(message),
        }
        self.last = Some(index);
    }

    /// Follows conflict markers, and tells what cuts a message short.
    fn junk(&mut self, at: usize) {
        /// An id that was begun is that of a unit near by.
        const NEAR: usize = 64;
        let text = self.catalog.text;
        let span = self.catalog.entries[at].body();
        let mut cuts = false;
        for line in lines(text, span.clone()) {
            let line = &text[line.start..line.end];
            match conflict_marker(line) {
                Some(ConflictMarker::Ours) => {
                    self.conflict = Conflict::Side;
                    self.catalog.conflicted = true;
                }
                Some(ConflictMarker::Base) if self.conflict == Conflict::Side => {
                    self.conflict = Conflict::Base;
                }
                Some(ConflictMarker::Middle) if self.conflict != Conflict::Outside => {
                    self.conflict = Conflict::Side;
                }
                Some(ConflictMarker::Theirs) => {
                    self.conflict = Conflict::Outside;
                    self.catalog.conflicted = true;
                }
                Some(ConflictMarker::Base | ConflictMarker::Middle) => cuts = true,
                None => cuts |= !(line.trim().is_empty() || line.trim_start().starts_with('#')),
            }
        }
        let first = text[span.clone()].trim_start().trim_start_matches('-');
        let id = identifier(first);
        // The id of a unit, or what is there of it, begins another entry, which is not finished.
        let rest = first[id.len()..].trim();
        let is_begun = || {
            rest.is_empty()
                && id.contains('-')
                && self.catalog.units.iter().rev().take(NEAR).any(|unit| unit.id.starts_with(id))
        };
        // A line that opens a unit and lacks its `#` is no part of the translation above it.
        let own_entry =
            first.starts_with("@unit ") || !id.is_empty() && (rest.starts_with('=') || is_begun());
        if let (Some(unit), true, false) = (self.last, cuts, own_entry) {
            self.catalog.units[unit].amiss().broken.push(span);
        }
        // More junk may follow and is the same message's: `last` stays, unless this is an entry.
        if own_entry {
            self.last = None;
        }
    }

    /// Gives junk that begins with a unit's id to that unit.
    fn own_junk(&mut self) {
        if self.catalog.junk.is_empty() {
            return;
        }
        let text = self.catalog.text;
        // What a unit has been given, as a million junk entries may begin with the id of one.
        let with_broken = self.catalog.units.iter().enumerate().filter(|(_, unit)| !unit.broken().is_empty());
        let mut given: FxHashSet<(usize, usize)> = with_broken
            .flat_map(|(at, unit)| unit.broken().iter().map(move |span| (at, span.start)))
            .collect();
        for error in &self.catalog.junk {
            let span = self.catalog.entries[error.entry].body();
            for line in lines(text, span.clone()) {
                let content = text[line.start..line.end].trim_start();
                let id = identifier(content);
                if id.is_empty() || content[id.len()..].starts_with(|c: char| c.is_alphanumeric()) {
                    continue;
                }
                if let Some(at) = self.catalog.index.get(id, &self.catalog.units)
                    && given.insert((at, span.start))
                {
                    self.catalog.units[at].amiss().broken.push(span.clone());
                }
            }
        }
    }
}

/// What follows `@unit` in a comment line's content; `None` if it is another comment.
pub(super) fn marker(content: &str) -> Option<&str> {
    let rest = content.strip_prefix("@unit")?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some(rest)
}

/// The id that a marker names; empty if there is no good one. The kind of block behind it is for people.
fn marked_id(rest: &str) -> &str {
    let rest = rest.trim_start();
    let id = identifier(rest);
    if rest[id.len()..].chars().next().is_none_or(char::is_whitespace) { id } else { "" }
}

/// Whether more stands behind the id of a marker than the kind of a block.
fn has_remark(rest: &str, id: &str) -> bool {
    let said = rest.trim_start()[id.len()..].trim();
    let kind = said.strip_prefix('(').and_then(|said| said.strip_suffix(')'));
    let is_kind = |kind: &str| kind.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    !said.is_empty() && !kind.is_some_and(is_kind)
}

/// What a comment line says.
pub(super) fn uncommented(line: &str) -> &str {
    line.trim_start_matches('#').trim_start()
}

/// What follows `key:` in a comment line's content.
pub(super) fn keyed<'a>(content: &'a str, key: &str) -> Option<&'a str> {
    content.strip_prefix(key)?.strip_prefix(':')
}
