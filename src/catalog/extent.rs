//! Which bytes of a catalog belong to a unit.

use super::entry::identifier;
use super::line::{is_blank, line_at, lines};
use super::read::{keyed, uncommented};
use super::{Catalog, EntryKind, Section, Unit};
use crate::text::{Span, conflict_marker};

impl<'a> Catalog<'a> {
    /// The lines that belong to a unit, with their line ends: its sections, its messages with their
    /// comments, the junk that begins with its id. In the order of the file; adjacent ones are one.
    pub fn extent(&self, unit: &Unit<'a>) -> Vec<Span> {
        let sections = unit.sections().filter(|section| !self.is_of_another(unit, section));
        let mut spans: Vec<Span> = sections.map(|section| section.lines()).collect();
        for message in unit.message.iter().chain(unit.more_messages()) {
            spans.push(message.lines());
            if !message.attached && !self.opens_another(message.entry()) {
                spans.push(self.entries[message.entry()].comment());
            }
        }
        spans.extend(unit.broken().iter().map(|junk| self.without_blank_end(junk)));
        spans.retain(|span| !span.is_empty());
        join(spans)
    }

    /// Whether lines that open a translated unit stand at the translation of another one, which nothing else opens: most
    /// likely they are that one's, and name the wrong unit.
    fn is_of_another(&self, unit: &Unit<'a>, section: &Section<'a>) -> bool {
        let entry = section.attached_to().and_then(|at| self.entries.get(at));
        let other = entry.filter(|entry| entry.kind == EntryKind::Message && entry.id != unit.id);
        unit.message.is_some()
            && other.and_then(|other| self.unit(other.id)).is_some_and(|other| other.section.is_none())
    }

    /// Where a stub that follows the unit goes: behind all lines of its first place, where nothing that
    /// belongs together is parted.
    pub fn end_of(&self, unit: &Unit<'a>) -> usize {
        let mut end = match (&unit.section, &unit.message) {
            (Some(section), Some(message)) if message.attached => {
                section.lines().end.max(message.lines().end)
            }
            (Some(section), _) => self.end_of_section(section),
            (None, Some(message)) => message.lines().end,
            (None, None) => 0,
        };
        for junk in unit.broken() {
            if self.blank_to(end) >= junk.start && junk.start >= end {
                end = self.without_blank_end(junk).end;
            }
        }
        if unit.message.is_some() { end } else { self.end_of_lines_below(end) }
    }

    /// The end of the lines that can't be read and stand below a unit without a message, which ends at `end`. Each that is
    /// not indented is an entry of its own.
    fn end_of_lines_below(&self, mut end: usize) -> usize {
        let mut is_first = true;
        while let Some(junk) = self.line_below(end).filter(|junk| is_first || junk.start == end) {
            end = self.without_blank_end(&junk).end;
            is_first = false;
        }
        end
    }

    /// What can't be read and stands below a stub, which ends at `end`: most likely it is the translation, without its id or
    /// with one that is misspelt. Behind an empty line what begins with the id of another unit is none.
    fn line_below(&self, end: usize) -> Option<Span> {
        let next = self.entries.partition_point(|entry| entry.body().start < end);
        let junk = self.entries.get(next).filter(|entry| entry.kind == EntryKind::Junk)?.body();
        let first = self.text[junk.clone()].lines().next().unwrap_or_default();
        let is_apart = junk.start > end;
        if is_apart && (junk.start > self.blank_to(end) || self.unit(identifier(first)).is_some()) {
            return None;
        }
        conflict_marker(first).is_none().then_some(junk)
    }

    /// Whether something stands at a stub that most likely is its translation, in a form that is not read for it: under an
    /// id that is misspelt, commented out, behind its own name, or as a line that can't be read. Only the stub's line of
    /// French tells what it renders, for the day when somebody puts it right.
    pub fn has_unread_translation(&self, unit: &Unit<'a>) -> bool {
        let Some(section) = unit.section.as_ref().filter(|_| unit.is_stub()) else { return false };
        let is_term = |at: usize| self.entries.get(at).is_some_and(|entry| entry.kind == EntryKind::Term);
        let is_text = |junk: Span| {
            let line = self.text[junk].lines().next().unwrap_or_default();
            let line = uncommented(line.trim_start());
            !line.is_empty() && !line.starts_with('@') && keyed(line, &self.source_locale).is_none()
        };
        self.misnamed(unit).is_some()
            || section.attached_to().is_some_and(is_term)
            || self.commented_out(unit).next().is_some()
            || self.behind_id(unit).is_some()
            || self.line_below(section.lines().end).is_some_and(is_text)
    }

    /// The end of a stub's section; of the whole entry where the section stands between another unit's
    /// marker and its message, or right above a message or a term that nothing else opens.
    fn end_of_section(&self, section: &Section<'a>) -> usize {
        let Some(entry) = section.attached_to().map(|at| &self.entries[at]) else {
            return section.lines().end;
        };
        let owner = self.unit(entry.id).filter(|_| entry.kind == EntryKind::Message);
        let parted = owner.is_some_and(|owner| {
            owner.sections().any(|own| {
                own.attached_to() == section.attached_to() && own.lines().start < section.lines().start
            })
        });
        let is_opened = owner.is_some_and(|owner| owner.section.is_some());
        let is_below = !is_opened && section.lines().end == entry.body().start;
        if parted || is_below { entry.body().end } else { section.lines().end }
    }

    /// Whether the comment of this entry opens some unit.
    pub(super) fn opens_another(&self, entry: usize) -> bool {
        let comment = self.entries[entry].comment();
        lines(self.text, comment).any(|line| super::read::marker(line.of_comment(self.text)).is_some())
    }

    /// The end of the blank lines that begin at `at`.
    pub(super) fn blank_to(&self, at: usize) -> usize {
        let mut end = at;
        while end < self.text.len() {
            let line = line_at(self.text, end);
            if !is_blank(self.text, line) {
                break;
            }
            end = line.next;
        }
        end
    }

    /// The start of the blank lines that end at `at`.
    pub(super) fn blank_from(&self, at: usize) -> usize {
        let rest = self.text[..at].trim_end_matches([' ', '\r', '\n']);
        match self.text[rest.len()..at].find('\n') {
            Some(feed) if !rest.is_empty() => rest.len() + feed + 1,
            Some(_) | None => rest.len(),
        }
    }

    fn without_blank_end(&self, junk: &Span) -> Span {
        let last = lines(self.text, junk.clone()).filter(|&line| !is_blank(self.text, line)).last();
        junk.start..last.map_or(junk.end, |line| line.next)
    }
}

/// Sorted, with overlapping and adjacent spans made one.
pub(super) fn join(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| (span.start, span.end));
    let mut out: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match out.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => out.push(span),
        }
    }
    out
}
