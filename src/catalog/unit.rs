//! The units of a catalog: which lines say what of a sentence.

use super::entry::Shape;
use crate::text::{ShortSpan, Span, short};

/// A unit of a catalog.
#[derive(Debug, Default)]
pub struct Unit<'a> {
    /// Its id.
    pub id: &'a str,
    /// Where `# @unit ID` opens it: in the comment of its message if it stands there, else at the first
    /// place. `None` for a message that no `# @unit` announces.
    pub section: Option<Section<'a>>,
    /// Its message: the first with this id.
    pub message: Option<Message<'a>>,
    /// What next to no unit has: one word for all of it, as there may be a million units.
    amiss: Option<Box<Amiss<'a>>>,
}

/// See [`Unit::more_sections`], [`Unit::more_messages`] and [`Unit::broken`].
#[derive(Debug, Default)]
pub(super) struct Amiss<'a> {
    pub(super) sections: Vec<Section<'a>>,
    pub(super) messages: Vec<Message<'a>>,
    pub(super) broken: Vec<Span>,
}

/// The lines from `# @unit ID` to the next `# @unit`, or to the comment's end. A catalog may have a million of them, so
/// places are kept in half of the bytes.
#[derive(Debug, Clone)]
pub struct Section<'a> {
    pub(super) marker: ShortSpan,
    pub(super) lines: ShortSpan,
    /// The first `# fr:` line.
    pub french: Option<Marked<'a>>,
    /// What few sections have.
    others: Option<Box<Others<'a>>>,
    pub(super) attached: Option<u32>,
}

/// See [`Section::more_french`], [`Section::proposals`] and [`Section::notes`].
#[derive(Debug, Clone, Default)]
pub(super) struct Others<'a> {
    pub(super) french: Vec<Marked<'a>>,
    pub(super) proposals: Vec<Marked<'a>>,
    pub(super) notes: Vec<Span>,
    /// Whether more than the kind of its block stands behind the id.
    pub(super) remark: bool,
}

impl<'a> Section<'a> {
    /// The section that a line opens; `notes` stand above it.
    pub(super) fn new(marker: Span, lines: Span, notes: Vec<Span>, attached_to: Option<usize>) -> Self {
        let others = (!notes.is_empty()).then(|| Box::new(Others { notes, ..Others::default() }));
        let attached = attached_to.map(short);
        Section { marker: marker.into(), lines: lines.into(), french: None, others, attached }
    }

    /// Further `# fr:` lines.
    pub fn more_french(&self) -> &[Marked<'a>] {
        self.others.as_ref().map_or(&[], |others| &others.french)
    }

    /// The `# proposal:` lines.
    pub fn proposals(&self) -> &[Marked<'a>] {
        self.others.as_ref().map_or(&[], |others| &others.proposals)
    }

    /// All other comment lines: somebody's own. Without line ends.
    pub fn notes(&self) -> &[Span] {
        self.others.as_ref().map_or(&[], |others| &others.notes)
    }

    /// Whether somebody wrote words there that no translation has taken up: behind the id, or in a further `# fr:` line.
    fn holds_words(&self) -> bool {
        let first = self.french.map(|line| line.text);
        self.others.as_ref().is_some_and(|others| {
            others.remark
                || !others.notes.is_empty()
                || !others.proposals.is_empty()
                || others.french.iter().any(|line| Some(line.text) != first)
        })
    }

    /// What few have, to be added to.
    pub(super) fn others(&mut self) -> &mut Others<'a> {
        self.others.get_or_insert_default()
    }

    /// The `# @unit ID` line, without its line end.
    pub fn marker(&self) -> Span {
        self.marker.span()
    }

    /// All its lines with their line ends; comment lines above the first marker of a comment belong to that first
    /// section.
    pub fn lines(&self) -> Span {
        self.lines.span()
    }

    /// The index of the message or term that the comment is attached to.
    pub fn attached_to(&self) -> Option<usize> {
        self.attached.map(|at| at as usize)
    }
}

/// A comment line `# key: text`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked<'a> {
    line: ShortSpan,
    colon: u32,
    /// What follows the colon, trimmed.
    pub text: &'a str,
}

impl<'a> Marked<'a> {
    /// The line at `line`, without its line end, in which `after` follows the colon.
    pub(super) fn new(line: Span, after: &'a str) -> Self {
        Marked { colon: short(line.end - after.len()), line: line.into(), text: after.trim() }
    }

    /// The bytes of the line, without its line end.
    pub fn span(&self) -> Span {
        self.line.span()
    }

    /// Its first byte.
    pub fn start(&self) -> usize {
        self.line.start()
    }

    /// From behind the colon to the end of the line.
    pub fn value(&self) -> Span {
        self.colon as usize..self.line.end()
    }
}

/// A message of a catalog.
#[derive(Debug, Clone)]
pub struct Message<'a> {
    pub(super) entry: u32,
    pub(super) lines: ShortSpan,
    pub(super) value: ShortSpan,
    /// What the pattern is made of.
    pub shape: Shape,
    /// Whether its own comment opens its unit. If not, it is unverified.
    pub attached: bool,
    /// A `# fr:` line in its comment that no `# @unit` precedes.
    pub loose_french: Option<Box<Marked<'a>>>,
}

impl Message<'_> {
    /// Index of its entry.
    pub fn entry(&self) -> usize {
        self.entry as usize
    }

    /// Its lines from the id on, with line ends.
    pub fn lines(&self) -> Span {
        self.lines.span()
    }

    /// The raw pattern; empty if it has attributes only.
    pub fn value(&self) -> Span {
        self.value.span()
    }
}

impl<'a> Unit<'a> {
    /// One of which nothing is known yet.
    pub(super) fn new(id: &'a str) -> Self {
        Unit { id, ..Unit::default() }
    }

    /// Further places that open it.
    pub fn more_sections(&self) -> &[Section<'a>] {
        self.amiss.as_ref().map_or(&[], |amiss| &amiss.sections)
    }

    /// Further messages with its id: runtimes ignore them, people can't know which is meant.
    pub fn more_messages(&self) -> &[Message<'a>] {
        self.amiss.as_ref().map_or(&[], |amiss| &amiss.messages)
    }

    /// Junk that begins with its id, or that follows its message and so cuts it short.
    pub fn broken(&self) -> &[Span] {
        self.amiss.as_ref().map_or(&[], |amiss| &amiss.broken)
    }

    /// What next to none has, to be added to.
    pub(super) fn amiss(&mut self) -> &mut Amiss<'a> {
        self.amiss.get_or_insert_default()
    }

    /// Whether it has no message, readable or not.
    pub fn is_stub(&self) -> bool {
        self.message.is_none() && self.broken().is_empty()
    }

    /// Whether it holds something that a person wrote: a translation, readable or not, a note, a proposal, words behind its
    /// id or in a further `# fr:` line.
    pub fn is_worked_on(&self) -> bool {
        !self.is_stub() || self.sections().any(Section::holds_words)
    }

    /// Whether more `# fr:` lines than one stand at its message: nobody knows which of them that renders.
    pub fn has_more_french(&self) -> bool {
        self.message.as_ref().is_some_and(|message| message.attached) && self.french().nth(1).is_some()
    }

    /// Every place that opens it.
    pub fn sections(&self) -> impl Iterator<Item = &Section<'a>> {
        self.section.iter().chain(self.more_sections())
    }

    /// Its proposals, of all sections.
    pub fn proposals(&self) -> impl Iterator<Item = &Marked<'a>> {
        self.sections().flat_map(Section::proposals)
    }

    /// Its notes, of all sections: whole lines.
    pub fn notes(&self) -> impl Iterator<Item = &Span> {
        self.sections().flat_map(Section::notes)
    }

    /// The `# fr:` lines that count for its message: those of its own section in the comment attached to
    /// it. Of a stub: those of its section.
    pub fn french(&self) -> impl Iterator<Item = &Marked<'a>> {
        let counts = self.message.as_ref().is_none_or(|message| message.attached);
        let sections = self.sections().filter(move |_| counts);
        let entry = self.message.as_ref().map(Message::entry);
        sections
            .filter(move |section| entry.is_none() || section.attached_to() == entry)
            .flat_map(|section| section.french.iter().chain(section.more_french()))
    }
}
