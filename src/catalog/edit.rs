//! Edits on a catalog. What no edit touches cannot change; only new lines are ours, and they take the
//! line end that prevails in the file.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::extent::join;
use super::insert::byte_order_mark;
use super::line::{line_at, lines};
use super::read::keyed;
use super::{Catalog, EntryKind, LineEnd, Marked, Message, Section, Unit};
use crate::text::{Edit, Span, apply, has_ascii_break, is_joined_over_lines};

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

/// What parts lines anywhere: the line breaks of Unicode (UAX #14), not those of Fluent alone, for what shows a comment
/// to a person breaks its line at each of them.
pub(super) const LINE_BREAKS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// A text as one comment line holds it: each line break is one space.
pub fn one_line(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    // Those of LINE_BREAKS that are beyond ASCII begin with these bytes.
    let is_break = |at: usize| bytes[at..].starts_with(&[0xc2, 0x85]) || is_separator(&bytes[at..]);
    if !has_ascii_break(text) && !memchr::memchr2_iter(0xc2, 0xe2, bytes).any(is_break) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", " ").replace(LINE_BREAKS, " "))
}

/// Each run of line breaks as one space, or as none where the script has none between words.
pub(super) fn without_line_breaks(text: Cow<'_, str>) -> Cow<'_, str> {
    match one_line(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(_) => {
            let mut out = String::with_capacity(text.len());
            let mut broken = false;
            for c in text.chars() {
                if LINE_BREAKS.contains(&c) {
                    broken = true;
                    continue;
                }
                let before = out.chars().next_back();
                let is_joined =
                    c == ' ' || before.is_some_and(|before| before == ' ' || is_joined_over_lines(before, c));
                if broken && !is_joined {
                    out.push(' ');
                }
                broken = false;
                out.push(c);
            }
            if broken && !out.ends_with(' ') {
                out.push(' ');
            }
            Cow::Owned(out)
        }
    }
}

fn is_separator(bytes: &[u8]) -> bool {
    matches!(bytes, [0xe2, 0x80, 0xa8 | 0xa9, ..])
}

/// The first line of a new target catalog.
pub fn header(source_locale: &str, locale: &str) -> String {
    format!("### {source_locale} → {locale} · Write the translation under each unit, as: id = translation\n")
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

/// About how many bytes [`stub`] has with the line before it, without a proposal.
pub fn stub_bytes(source_locale: &str, id: &str, sentence: &str) -> usize {
    "\n# @unit  (paragraph)\n# : \n".len() + source_locale.len() + id.len() + sentence.len()
}

/// Lines with LF as they stand in a file.
pub fn with_line_ends(lines: &str, line_end: LineEnd) -> Cow<'_, str> {
    match line_end {
        LineEnd::Lf => Cow::Borrowed(lines),
        LineEnd::CrLf => Cow::Owned(lines.replace('\n', line_end.as_str())),
    }
}

/// Sets a unit's `# fr:` line to `sentence`, or adds the comment lines that are missing above its
/// message. Of several `# fr:` lines one stays. A unit without section and message gets no edit; neither
/// does one whose line says just that already.
///
/// The new line stands below the unit's notes and proposals, right above its message or the place of it: for
/// git, a branch that sets it and one that writes or changes the message conflict then. With a line between
/// them both would be taken, and the message would say that it renders French which nobody compared it with. (Of a
/// message of several lines only the first is so guarded: a change from the second on merges with an acceptance, for
/// nothing but the `# fr:` line says what a message renders.)
pub fn set_french(catalog: &Catalog<'_>, unit: &Unit<'_>, sentence: &str) -> Vec<Edit> {
    let sentence = one_line(sentence);
    let away = unit.message.as_ref().filter(|message| !message.attached);
    match (away, &unit.section) {
        (Some(message), _) => open_section(catalog, unit.id, message, &sentence),
        (None, Some(section)) => set_in_section(catalog, section, &sentence),
        (None, None) => Vec::new(),
    }
}

/// How a note begins that keeps words.
pub const NOTE: &str = "# note: ";

/// Keeps words of a person that stand where others come, as a note of the unit: `# note: …`, under its `# @unit` line.
pub fn keep_words(catalog: &Catalog<'_>, unit: &Unit<'_>, words: &str) -> Option<Edit> {
    let section = unit.section.as_ref()?;
    let (eol, line) = (catalog.line_end.as_str(), line_at(catalog.text, section.marker().start));
    (line.next > line.end).then(|| Edit::insert(line.next, format!("{NOTE}{words}{eol}")))
}

/// What stands in a note before the French that it renders.
const FOR: &str = " (for: ";

/// Words for a note, with the French that they were written for: it may be another one by the time that somebody reads them.
pub fn words_for(words: &str, french: &str) -> String {
    format!("{words}{FOR}{})", one_line(french))
}

/// The words of a note and the [French](words_for) that they were written for, if it says so.
pub fn words_of(note: &str) -> (&str, Option<&str>) {
    let parts = || note.strip_suffix(')')?.rsplit_once(FOR);
    parts().map_or((note, None), |(words, french)| (words, Some(french)))
}

/// Makes notes of what a unit proposes for its translation into the `locale`, its proposals and its
/// [keyed notes](Catalog::keyed_notes), which was for the `former` French: `# note: … (for: …)`.
pub fn demote_proposals(
    catalog: &Catalog<'_>,
    unit: &Unit<'_>,
    locale: &str,
    former: Option<&str>,
) -> Vec<Edit> {
    let proposals = unit.proposals().map(|line| (line.start(), line.text));
    let notes = catalog.keyed_notes(unit, locale).map(|(note, text)| (note.start, text));
    let line_of = |start: usize| start..line_at(catalog.text, start).end;
    let note = |text| former.map_or(Cow::Borrowed(text), |former| words_for(text, former).into());
    let demoted = |(start, text)| Edit::replace(line_of(start), format!("{NOTE}{}", note(text)));
    proposals.chain(notes).map(demoted).collect()
}

fn set_in_section(catalog: &Catalog<'_>, section: &Section<'_>, sentence: &str) -> Vec<Edit> {
    let whole_line = |start: usize| Edit::delete(start..line_at(catalog.text, start).next);
    let last = last_line(section);
    let mut edits = Vec::new();
    match &section.french {
        Some(french) => {
            let new = format!(" {sentence}");
            if catalog.text[french.value()] != new {
                match last.filter(|last| *last > french.start()) {
                    Some(last) => {
                        edits.extend([whole_line(french.start()), french_below(catalog, last, sentence)])
                    }
                    None => edits.push(Edit::replace(french.value(), new)),
                }
            }
        }
        None => {
            let marker = section.marker().start;
            edits.push(french_below(catalog, last.map_or(marker, |last| last.max(marker)), sentence));
        }
    }
    edits.extend(section.more_french().iter().map(|french| whole_line(french.start())));
    edits
}

/// A new `# fr:` line behind the line that begins at `start`, which may be the last of the file and have no line end.
fn french_below(catalog: &Catalog<'_>, start: usize, sentence: &str) -> Edit {
    let (eol, tag) = (catalog.line_end.as_str(), &catalog.source_locale);
    let line = line_at(catalog.text, start);
    let (lead, end) = if line.next == line.end { (eol, "") } else { ("", eol) };
    Edit::insert(line.next, format!("{lead}# {tag}: {sentence}{end}"))
}

/// The comment lines that a message lacks: those that open its unit and tell its French.
fn open_section(catalog: &Catalog<'_>, id: &str, message: &Message<'_>, sentence: &str) -> Vec<Edit> {
    let (eol, tag) = (catalog.line_end.as_str(), &catalog.source_locale);
    let (marker, line) = (format!("# @unit {id}{eol}"), format!("# {tag}: {sentence}{eol}"));
    // Not among the lines of another unit's stub.
    let is_own = !catalog.opens_another(message.entry());
    let start = message.lines().start;
    let Some(french) = &message.loose_french else {
        // The translator's notes come to stand in the unit.
        let at = if is_own { catalog.entries[message.entry()].start() } else { start };
        return vec![Edit::insert(at, marker), Edit::insert(start, line)];
    };
    let next = line_at(catalog.text, french.start()).next;
    let mut edits = vec![Edit::insert(french.start(), marker)];
    if is_own && next < start {
        edits.extend([Edit::delete(french.start()..next), Edit::insert(start, line)]);
    } else {
        edits.push(Edit::replace(french.value(), format!(" {sentence}")));
    }
    edits
}

/// The start of the last note or proposal of a section.
fn last_line(section: &Section<'_>) -> Option<usize> {
    section.notes().iter().map(|note| note.start).chain(section.proposals().iter().map(Marked::start)).max()
}

/// A unit's lines, as they are: its sections, then its message. A message that stands away from its
/// section stays apart from it, by an empty line, so that it does not pass for accepted.
pub fn unit_text(catalog: &Catalog<'_>, unit: &Unit<'_>) -> String {
    let eol = catalog.line_end.as_str();
    let away = unit.message.as_ref().filter(|message| !message.attached).map(|m| m.lines().end);
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

/// Puts the lines of a unit into the place of its stub. Nothing where the stub stands in several places, or a line that
/// can't be read stands right below it: most likely that is its translation.
pub fn replace_stub(catalog: &Catalog<'_>, stub: &Unit<'_>, lines: &str) -> Option<Edit> {
    let Ok([span]) = <[Span; 1]>::try_from(catalog.extent(stub)) else { return None };
    (!junk_at(catalog, span.end)).then(|| Edit::replace(span, lines))
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
    let mut spans = join(spans);
    spans.retain(|span| !junk_at(catalog, catalog.blank_to(span.end)));
    let mut runs: Vec<Span> = Vec::new();
    for span in spans {
        match runs.last_mut() {
            Some(run) if catalog.blank_to(run.end) >= span.start => run.end = span.end,
            _ => runs.push(span),
        }
    }
    let mut edits = Vec::with_capacity(runs.len());
    for run in runs {
        let after = catalog.blank_to(run.end);
        let before = catalog.blank_from(run.start);
        let first = run.start <= byte_order_mark(catalog);
        let span = if after == text.len() {
            before..after
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
    let next = catalog.entries.partition_point(|entry| entry.body().start < at);
    catalog.entries.get(next).is_some_and(|entry| entry.kind == EntryKind::Junk && entry.body().start == at)
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
/// edit if it is attached, if there is no section or no message, or if junk stands below one of them.
pub fn move_under_section(catalog: &Catalog<'_>, unit: &Unit<'_>) -> Vec<Edit> {
    moved(catalog, unit, None)
}

/// Moves a unit's message under its section, as [`move_under_section`] does, and sets the French of that to
/// `sentence`. A `# fr:` line above the message goes: there would be two.
pub fn move_and_set_french(catalog: &Catalog<'_>, unit: &Unit<'_>, sentence: &str) -> Vec<Edit> {
    moved(catalog, unit, Some(&one_line(sentence)))
}

fn moved(catalog: &Catalog<'_>, unit: &Unit<'_>, sentence: Option<&str>) -> Vec<Edit> {
    let (Some(section), Some(message)) = (&unit.section, &unit.message) else { return Vec::new() };
    if message.attached {
        return Vec::new();
    }
    let eol = catalog.line_end.as_str();
    let entry = &catalog.entries[message.entry()];
    let shared = catalog.opens_another(message.entry());
    let from = if shared { message.lines() } else { entry.start()..message.lines().end };
    let mut moved = String::new();
    for line in lines(catalog.text, from.clone()) {
        let is_french = || keyed(line.of_comment(catalog.text), &catalog.source_locale).is_some();
        if sentence.is_none() || !entry.comment().contains(&line.start) || !is_french() {
            moved.push_str(&catalog.text[line.start..line.next]);
        }
    }
    if !moved.ends_with('\n') {
        moved.push_str(eol);
    }
    let mut edits = remove_spans(catalog, vec![from]);
    let end = catalog.end_of(unit);
    // What can't be read would cut the message short.
    if edits.is_empty() || junk_at(catalog, catalog.blank_to(end)) {
        return Vec::new();
    }
    let french = sentence.map(|sentence| set_in_section(catalog, section, sentence)).unwrap_or_default();
    if end != section.lines().end {
        // The section stands inside another unit's comment: it goes behind that unit, with its message.
        let start = section.lines().start;
        let within: Vec<Edit> = french
            .into_iter()
            .map(|edit| Edit::replace(edit.span.start - start..edit.span.end - start, edit.with))
            .collect();
        let stub = &catalog.text[section.lines()];
        let stub = apply(stub, &within).unwrap_or_else(|_| stub.to_owned());
        edits.push(Edit::delete(section.lines()));
        edits.extend(insert_at(catalog, end, &format!("{stub}{moved}")));
        return edits;
    }
    edits.extend(french);
    if !catalog.text[..end].ends_with('\n') {
        moved.insert_str(0, eol);
    }
    edits.push(Edit::insert(end, moved));
    edits
}

fn insert_at(catalog: &Catalog<'_>, offset: usize, block: &str) -> Vec<Edit> {
    let eol = catalog.line_end.as_str();
    let blank = if catalog.blank_to(offset) > offset || offset == catalog.text.len() { "" } else { eol };
    vec![Edit::insert(offset, format!("{eol}{block}{blank}"))]
}

/// Edits of several units of a catalog, as they are applied together: removals that follow each other are one, and at
/// the end of the text they take the empty lines before them along.
pub fn together(text: &str, mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let is_removal = |edit: &Edit| edit.with.is_empty() && !edit.span.is_empty();
    let mut joined: Vec<Edit> = Vec::with_capacity(edits.len());
    for edit in edits {
        match joined.last_mut() {
            Some(last) if is_removal(last) && is_removal(&edit) && edit.span.start <= last.span.end => {
                last.span.end = last.span.end.max(edit.span.end);
            }
            Some(_) | None => joined.push(edit),
        }
    }
    if let [before @ .., last] = &mut joined[..]
        && is_removal(last)
        && last.span.end == text.len()
    {
        let kept = text[..last.span.start].trim_end_matches([' ', '\r', '\n']).len();
        let line_end = text[kept..].find('\n').map_or(kept, |feed| kept + feed + 1);
        let free = before.iter().map(|edit| edit.span.end).max().unwrap_or(0);
        last.span.start = line_end.max(free).min(last.span.start);
    }
    joined
}

/// Applies edits that were made by this module. They never overlap; if they did, nothing is changed.
pub fn applied(catalog: &Catalog<'_>, edits: &[Edit]) -> String {
    apply(catalog.text, edits).unwrap_or_else(|_| catalog.text.to_owned())
}
