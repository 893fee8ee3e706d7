//! Which bytes of a catalog belong to a unit.

use super::line::{is_blank, line_at, lines};
use super::{Catalog, EntryKind, Section, Unit};
use crate::text::{Span, conflict_marker};

impl<'a> Catalog<'a> {
    /// The lines that belong to a unit, with their line ends: its sections, its messages with their
    /// comments, the junk that begins with its id. In the order of the file; adjacent ones are one.
    pub fn extent(&self, unit: &Unit<'a>) -> Vec<Span> {
        let mut spans: Vec<Span> = unit.sections().map(|section| section.lines()).collect();
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
        if unit.is_stub() { self.end_of_line_below(end) } else { end }
    }

    /// The end of a line that can't be read and stands right below a stub, which ends at `end`: most likely it is the
    /// translation, without its id.
    fn end_of_line_below(&self, end: usize) -> usize {
        let next = self.entries.partition_point(|entry| entry.body().start < end);
        let junk = self.entries.get(next).filter(|entry| entry.kind == EntryKind::Junk);
        let Some(junk) = junk.map(|entry| entry.body()).filter(|junk| junk.start == end) else { return end };
        let first = self.text[junk.clone()].lines().next().unwrap_or_default();
        if conflict_marker(first).is_some() { end } else { self.without_blank_end(&junk).end }
    }

    /// The end of a stub's section; of the whole entry where the section stands between another unit's
    /// marker and its message.
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
        if parted { entry.body().end } else { section.lines().end }
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
