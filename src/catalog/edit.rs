//! Edits on a catalog. What no edit touches cannot change; only new lines are ours, and they take the
//! line end that prevails in the file.

use std::borrow::Cow;
use std::fmt::Write as _;

use rustc_hash::{FxHashMap, FxHashSet};

use super::entry::{line_at, lines};
use super::extent::join;
use super::read::Section;
use super::{Catalog, EntryKind, LineEnd, Unit, pattern};
use crate::text::{Edit, Span, apply, longest_rise};

/// A stub to be written.
#[derive(Debug, Clone, Copy)]
pub struct Stub<'s> {
    /// The unit's id.
    pub id: &'s str,
    /// The kind of block, for what is not a paragraph.
    pub kind: Option<&'s str>,
    /// Today's sentence.
    pub sentence: &'s str,
    /// A text that may fit, as a sentence.
    pub proposal: Option<&'s str>,
}

/// Where a block of lines goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At<'s> {
    /// Before all units, after the header.
    Start,
    /// After the unit with this id; at the end if there is none.
    After(&'s str),
    /// At the end of the file.
    End,
}

/// A text as one comment line holds it: each line break is one space.
pub fn one_line(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_break = |at: usize| match bytes[at] {
        0xa..=0xd => true,
        0xc2 => bytes.get(at + 1) == Some(&0x85),
        0xe2 => bytes.get(at + 1) == Some(&0x80) && matches!(bytes.get(at + 2), Some(0xa8 | 0xa9)),
        _ => false,
    };
    if !(0..bytes.len()).any(is_break) {
        return Cow::Borrowed(text);
    }
    let breaks = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    Cow::Owned(text.replace("\r\n", " ").replace(breaks, " "))
}

/// The first line of a new target catalog.
pub fn header(source_locale: &str, locale: &str) -> String {
    format!("### {source_locale} → {locale} · Write the translation under each unit, as: id = translation\n")
}

/// The first line of a new source catalog.
pub fn source_header(source_locale: &str) -> String {
    format!("### {source_locale} · Written by drogman sync, not edited by hand\n")
}

/// The lines of a stub, with LF. The French is the last: a translation comes right under it, so that for git
/// two branches conflict of which one translates the stub, and the other changes its French. With a line
/// between them both would be taken, and the translation would say that it renders the new French.
pub fn stub(source_locale: &str, stub: &Stub<'_>) -> String {
    let mut lines = String::new();
    // Writing to a string does not fail.
    let _ = write_stub(&mut lines, source_locale, stub);
    lines
}

fn write_stub(lines: &mut String, source_locale: &str, stub: &Stub<'_>) -> std::fmt::Result {
    write!(lines, "# @unit {}", stub.id)?;
    if let Some(kind) = stub.kind {
        write!(lines, " ({kind})")?;
    }
    lines.push('\n');
    if let Some(proposal) = stub.proposal {
        writeln!(lines, "# proposal: {}", one_line(proposal))?;
    }
    writeln!(lines, "# {source_locale}: {}", one_line(stub.sentence))
}

/// The lines of a unit of the source catalog, with LF.
pub fn source_unit(id: &str, sentence: &str) -> String {
    format!("# @unit {id}\n{id} = {}\n", pattern::to_pattern(sentence))
}

/// About how many bytes [`source_unit`] has with the line before it.
fn source_unit_bytes(id: &str, sentence: &str) -> usize {
    "\n# @unit \n = \n".len() + 2 * id.len() + sentence.len()
}

/// About how many bytes [`stub`] has with the line before it, without a proposal.
pub fn stub_bytes(source_locale: &str, id: &str, sentence: &str) -> usize {
    "\n# @unit  (paragraph)\n# : \n".len() + source_locale.len() + id.len() + sentence.len()
}

/// Inserts blocks of whole lines, each with an empty line before and after it. Blocks for one place keep
/// their order. Their LF become the file's line end.
pub fn insert(catalog: &Catalog<'_>, blocks: &[(At<'_>, String)]) -> Vec<Edit> {
    let mut insertions = Insertions::new(catalog);
    for (at, block) in blocks {
        insertions.add(*at, &with_line_ends(block, catalog.line_end));
    }
    insertions.edits()
}

/// Lines with LF as they stand in a file.
pub fn with_line_ends(lines: &str, line_end: LineEnd) -> Cow<'_, str> {
    match line_end {
        LineEnd::Lf => Cow::Borrowed(lines),
        LineEnd::CrLf => Cow::Owned(lines.replace('\n', line_end.as_str())),
    }
}

/// Blocks of whole lines that are to come into a catalog, each with an empty line before and after it. Blocks
/// for one place keep their order. No line end of theirs is touched: they may be units of another file.
pub struct Insertions<'c, 'a> {
    catalog: &'c Catalog<'a>,
    /// The edits so far, but for what follows their last block.
    edits: Vec<Edit>,
    /// By their place in the file.
    by_offset: FxHashMap<usize, usize>,
}

impl<'c, 'a> Insertions<'c, 'a> {
    /// None yet.
    pub fn new(catalog: &'c Catalog<'a>) -> Self {
        Insertions { catalog, edits: Vec::new(), by_offset: FxHashMap::default() }
    }

    /// Adds a block.
    pub fn add(&mut self, at: At<'_>, block: &str) {
        let catalog = self.catalog;
        let eol = catalog.line_end.as_str();
        let offset = offset_of(catalog, at);
        let edit = match self.by_offset.get(&offset) {
            Some(&known) => {
                let edit = &mut self.edits[known];
                edit.with.push_str(eol);
                edit
            }
            None => {
                self.by_offset.insert(offset, self.edits.len());
                let mut with = String::new();
                let before = &catalog.text[byte_order_mark(catalog).min(offset)..offset];
                if !before.is_empty() {
                    if !before.ends_with('\n') {
                        with.push_str(eol);
                    }
                    let last = before.strip_suffix('\n').map_or(before, |rest| rest.trim_end_matches('\r'));
                    let last = last.rsplit('\n').next().unwrap_or_default();
                    if !last.bytes().all(|b| b == b' ' || b == b'\r') {
                        with.push_str(eol);
                    }
                }
                self.edits.push(Edit::insert(offset, with));
                let last = self.edits.len() - 1;
                &mut self.edits[last]
            }
        };
        edit.with.push_str(block);
        if !block.ends_with('\n') {
            edit.with.push_str(eol);
        }
    }

    /// The edits that insert them.
    pub fn edits(self) -> Vec<Edit> {
        let Insertions { catalog, mut edits, .. } = self;
        for edit in &mut edits {
            let offset = edit.span.start;
            if offset < catalog.text.len() && catalog.blank_to(offset) == offset {
                edit.with.push_str(catalog.line_end.as_str());
            }
        }
        edits
    }
}

/// The byte where a block for `at` goes.
fn offset_of(catalog: &Catalog<'_>, at: At<'_>) -> usize {
    match at {
        At::Start => header_end(catalog),
        At::After(id) => catalog.unit(id).map_or_else(|| content_end(catalog), |unit| catalog.end_of(unit)),
        At::End => content_end(catalog),
    }
}

/// The end of the last line that is not blank.
fn content_end(catalog: &Catalog<'_>) -> usize {
    let end = catalog.blank_from(catalog.text.len());
    end.max(byte_order_mark(catalog))
}

fn byte_order_mark(catalog: &Catalog<'_>) -> usize {
    if catalog.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// The end of the header: the `###` comments at the top, and what plain comments stand above the last.
fn header_end(catalog: &Catalog<'_>) -> usize {
    let mut end = byte_order_mark(catalog);
    for (at, entry) in catalog.entries.iter().enumerate() {
        match entry.kind {
            EntryKind::ResourceComment => end = entry.body.end,
            EntryKind::Comment if !catalog.opens_another(at) => {}
            EntryKind::Comment
            | EntryKind::GroupComment
            | EntryKind::Message
            | EntryKind::Term
            | EntryKind::Junk => break,
        }
    }
    end
}

/// Sets a unit's `# fr:` line to `sentence`, or adds the comment lines that are missing above its
/// message. Of several `# fr:` lines one stays. A unit without section and message gets no edit; neither
/// does one whose line says just that already.
///
/// The new line stands below the unit's notes and proposals, right above its message or the place of it: for
/// git, a branch that sets it and one that writes or changes the message conflict then. With a line between
/// them both would be taken, and the message would say that it renders French which nobody compared it with.
pub fn set_french(catalog: &Catalog<'_>, unit: &Unit<'_>, sentence: &str) -> Vec<Edit> {
    let (eol, tag) = (catalog.line_end.as_str(), &catalog.source_locale);
    let sentence = one_line(sentence);
    let entry = unit.message.as_ref().map(|message| message.entry);
    let own = unit.sections().find(|section| {
        entry.is_none() || unit.message.as_ref().is_some_and(|m| m.attached) && section.attached_to() == entry
    });
    let Some(section) = own else {
        let Some(message) = &unit.message else { return Vec::new() };
        let (marker, line) = (format!("# @unit {}{eol}", unit.id), format!("# {tag}: {sentence}{eol}"));
        // Not among the lines of another unit's stub.
        let is_own = !catalog.opens_another(message.entry);
        let start = message.lines.start;
        if let Some(french) = &message.loose_french {
            let next = line_at(catalog.text, french.start).next;
            return match is_own && next < start {
                true => vec![
                    Edit::insert(french.start, marker),
                    Edit::delete(french.start..next),
                    Edit::insert(start, line),
                ],
                false => vec![
                    Edit::insert(french.start, marker),
                    Edit::replace(french.colon..french.end, format!(" {sentence}")),
                ],
            };
        }
        // The translator's notes come to stand in the unit.
        let at = if is_own { catalog.entries[message.entry].start() } else { start };
        return vec![Edit::insert(at, marker), Edit::insert(start, line)];
    };
    let mut edits = Vec::new();
    match &section.french {
        Some(french) => {
            let new = format!(" {sentence}");
            let is_new = catalog.text[french.colon..french.end] != new;
            let below = last_line(section).filter(|last| *last > french.start);
            if let Some(last) = below.filter(|_| is_new) {
                let line = line_at(catalog.text, last);
                let (lead, end) = if line.next == line.end { (eol, "") } else { ("", eol) };
                edits.push(Edit::delete(french.start..line_at(catalog.text, french.start).next));
                edits.push(Edit::insert(line.next, format!("{lead}# {tag}:{new}{end}")));
            } else if is_new {
                edits.push(Edit::replace(french.colon..french.end, new));
            }
        }
        None => {
            let last = last_line(section).map_or(section.marker.start, |last| last.max(section.marker.start));
            let line = line_at(catalog.text, last);
            let lead = if line.next == line.end { eol } else { "" };
            let end = if line.next == line.end { "" } else { eol };
            edits.push(Edit::insert(line.next, format!("{lead}# {tag}: {sentence}{end}")));
        }
    }
    for french in &section.more_french {
        edits.push(Edit::delete(french.start..line_at(catalog.text, french.start).next));
    }
    edits
}

/// The start of the last note or proposal of a section.
fn last_line(section: &Section<'_>) -> Option<usize> {
    section.notes.iter().map(|note| note.start).chain(section.proposals.iter().map(|line| line.start)).max()
}

/// A unit's lines, as they are: its sections, then its message. A message that stands away from its
/// section stays apart from it, by an empty line, so that it does not pass for accepted.
pub fn unit_text(catalog: &Catalog<'_>, unit: &Unit<'_>) -> String {
    let eol = catalog.line_end.as_str();
    let away = unit.message.as_ref().filter(|message| !message.attached).map(|m| m.lines.end);
    let mut out = String::new();
    for span in catalog.extent(unit) {
        if !out.is_empty() && away.is_some() {
            out.push_str(eol);
        }
        out.push_str(&catalog.text[span]);
        if !out.ends_with('\n') {
            out.push_str(eol);
        }
    }
    out
}

/// Removes units with all their lines, and one of the blank gaps round each. A unit that junk follows
/// is kept, for the junk might join what stands before.
pub fn remove(catalog: &Catalog<'_>, units: &[&Unit<'_>]) -> Vec<Edit> {
    let spans = units.iter().flat_map(|unit| catalog.extent(unit)).collect();
    remove_spans(catalog, spans)
}

/// See [`remove`]; spans of whole lines.
fn remove_spans(catalog: &Catalog<'_>, spans: Vec<Span>) -> Vec<Edit> {
    let text = catalog.text;
    let mut runs: Vec<Span> = Vec::new();
    for span in join(spans) {
        match runs.last_mut() {
            Some(run) if catalog.blank_to(run.end) >= span.start => run.end = span.end,
            _ => runs.push(span),
        }
    }
    let mut edits = Vec::with_capacity(runs.len());
    for run in runs {
        let after = catalog.blank_to(run.end);
        let before = catalog.blank_from(run.start);
        if junk_at(catalog, after) {
            continue;
        }
        let first = run.start <= byte_order_mark(catalog);
        let span = if after == text.len() {
            (if first { run.start } else { before })..after
        } else if before < run.start || first {
            run.start..after
        } else {
            run
        };
        edits.push(Edit::delete(span));
    }
    edits
}

fn junk_at(catalog: &Catalog<'_>, at: usize) -> bool {
    let next = catalog.entries.partition_point(|entry| entry.body.start < at);
    catalog.entries.get(next).is_some_and(|entry| entry.kind == EntryKind::Junk && entry.body.start == at)
}

/// Edits that make a source catalog hold these units (id, sentence) in this order, and no others. Units
/// that keep their place and sentence are not touched. A catalog with conflict markers, junk, or an id
/// twice gets a new body; its header stays.
pub fn source(catalog: &Catalog<'_>, units: &[(&str, &str)]) -> Vec<Edit> {
    let sound = !catalog.conflicted
        && catalog.junk.is_empty()
        && catalog.units.iter().all(|unit| unit.message.is_some() && unit.more_messages.is_empty());
    if !sound {
        return new_body(catalog, units);
    }
    let old: FxHashMap<&str, usize> =
        catalog.units.iter().enumerate().map(|(at, unit)| (unit.id, at)).collect();
    let known: Vec<(usize, usize)> =
        units.iter().enumerate().filter_map(|(at, (id, _))| Some((at, *old.get(id)?))).collect();
    let kept: Vec<usize> = known.iter().map(|&(_, place)| place).collect();
    let rise = longest_rise(&kept);
    let staying: Vec<usize> = rise.iter().map(|&at| known[at].0).collect();
    let stays: FxHashSet<usize> = rise.iter().map(|&at| kept[at]).collect();
    let gone: Vec<&Unit<'_>> = catalog
        .units
        .iter()
        .enumerate()
        .filter(|(at, _)| !stays.contains(at))
        .map(|(_, unit)| unit)
        .collect();
    let mut edits = remove(catalog, &gone);
    let mut insertions = Insertions::new(catalog);
    let mut last = At::Start;
    let mut kept = staying.iter().peekable();
    for (at, (id, sentence)) in units.iter().enumerate() {
        if kept.next_if(|&&next| next == at).is_none() {
            insertions.add(last, &with_line_ends(&source_unit(id, sentence), catalog.line_end));
            continue;
        }
        last = At::After(id);
        let Some(message) = catalog.unit(id).and_then(|unit| unit.message.as_ref()) else { continue };
        if catalog.sentence(message).as_deref() == Some(*sentence) {
            continue;
        }
        // The line is written anew from the id on: a pattern of several lines becomes one.
        let end = catalog.text[message.lines.clone()].trim_end_matches(['\r', '\n']).len();
        let line = format!("{id} = {}", pattern::to_pattern(sentence));
        edits.push(Edit::replace(message.lines.start..message.lines.start + end, line));
    }
    edits.extend(insertions.edits());
    edits
}

fn new_body(catalog: &Catalog<'_>, units: &[(&str, &str)]) -> Vec<Edit> {
    let eol = catalog.line_end.as_str();
    let start = header_end(catalog);
    let mut body = String::new();
    for (id, sentence) in units {
        if start + body.len() > byte_order_mark(catalog) {
            body.push_str(eol);
        }
        body.push_str(&source_unit(id, sentence).replace('\n', eol));
    }
    vec![Edit::replace(start..catalog.text.len(), body)]
}

/// The text of a new source catalog.
pub fn new_source<'u>(
    source_locale: &str,
    units: impl IntoIterator<Item = (&'u str, &'u str), IntoIter: Clone>,
) -> String {
    let mut out = source_header(source_locale);
    let units = units.into_iter();
    // With all but what is escaped, so that a text of many megabytes does not move as it grows.
    out.reserve(units.clone().map(|(id, sentence)| source_unit_bytes(id, sentence)).sum());
    for (id, sentence) in units {
        out.push('\n');
        out.push_str(&source_unit(id, sentence));
    }
    out
}

/// The text of a new target catalog with these blocks of whole lines: stubs, and units of other files; they have
/// about so many `bytes`.
pub fn new_target(
    source_locale: &str,
    locale: &str,
    bytes: usize,
    blocks: impl IntoIterator<Item = impl AsRef<str>>,
) -> String {
    let mut out = header(source_locale, locale);
    out.reserve(bytes);
    for block in blocks {
        out.push('\n');
        out.push_str(block.as_ref());
        if !out.ends_with('\n') {
            out.push('\n');
        }
    }
    out
}

/// Moves a unit's message from where it stands under its section, with the notes that are its own. No
/// edit if it is attached, or if there is no section or no message.
pub fn move_under_section(catalog: &Catalog<'_>, unit: &Unit<'_>) -> Vec<Edit> {
    let (Some(section), Some(message)) = (&unit.section, &unit.message) else { return Vec::new() };
    if message.attached {
        return Vec::new();
    }
    let eol = catalog.line_end.as_str();
    let entry = &catalog.entries[message.entry];
    let shared = catalog.opens_another(message.entry);
    let from = if shared { message.lines.clone() } else { entry.start()..message.lines.end };
    let mut moved = String::new();
    for line in lines(catalog.text, from.clone()) {
        moved.push_str(&catalog.text[line.start..line.next]);
    }
    if !moved.ends_with('\n') {
        moved.push_str(eol);
    }
    let mut edits = remove_spans(catalog, vec![from.clone()]);
    if edits.is_empty() {
        return edits;
    }
    let end = catalog.end_of(unit);
    if end != section.lines.end {
        // The section stands inside another unit's comment: it goes behind that unit, with its message.
        let stub = &catalog.text[section.lines.clone()];
        edits.push(Edit::delete(section.lines.clone()));
        edits.extend(insert_at(catalog, end, format!("{stub}{moved}")));
        return edits;
    }
    if !catalog.text[..end].ends_with('\n') {
        moved.insert_str(0, eol);
    }
    // Adjacent removal and insertion are one edit's worth: the blank gap between them goes.
    if let Some(gap) = edits.iter_mut().find(|edit| edit.span.start <= end && edit.span.end > end) {
        gap.span.start = end;
    }
    edits.push(Edit::insert(end, moved));
    edits
}

fn insert_at(catalog: &Catalog<'_>, offset: usize, block: String) -> Vec<Edit> {
    let eol = catalog.line_end.as_str();
    let blank = if catalog.blank_to(offset) > offset || offset == catalog.text.len() { "" } else { eol };
    vec![Edit::insert(offset, format!("{eol}{block}{blank}"))]
}

/// Applies edits that were made by this module. They never overlap; if they did, nothing is changed.
pub fn applied(catalog: &Catalog<'_>, edits: &[Edit]) -> String {
    apply(catalog.text, edits).unwrap_or_else(|_| catalog.text.to_owned())
}
