//! What a line is that no Fluent program can read.

use std::borrow::Cow;

use fluent_syntax::parser::ErrorKind;

use super::super::EntryKind;
use super::super::edit::without_line_breaks;
use super::super::entry::{JunkError, JunkReason, identifier};
use super::super::is_identifier;
use super::super::line::{is_blank, lines};
use super::super::ready::{with_braces, with_escaped_braces, with_straight_quotes, with_words_in_braces};
use super::Teller;
use super::slips::{Misnamed, is_unseen};
use super::words::{Brace, brace_at, is_term_without_sign, words};
use crate::diagnostic::Severity;
use crate::text::{Span, conflict_marker, nearest, shorten};

impl<'a> Teller<'_, 'a> {
    pub(super) fn junk(&mut self) {
        if self.catalog.junk.is_empty() {
            return;
        }
        let parted = self.parted();
        let mut told = None;
        for error in &self.catalog.junk {
            if told.is_none_or(|last| error.entry > last) {
                told = self.junk_entry(error, parted.get(&error.entry).copied());
            }
        }
    }

    /// Tells of a junk entry, which may part the message of a unit from its lines. Gives the last one of those behind it
    /// that are told along.
    fn junk_entry(&mut self, error: &JunkError, parted: Option<&'a str>) -> Option<usize> {
        let text = self.catalog.text;
        let span = self.catalog.entries[error.entry].body();
        let (told, first) = self.marked_lines(&span, parted);
        if told && first.is_none() {
            return None;
        }
        if text[span.clone()].chars().all(|c| c.is_whitespace() || c.is_control() || is_unseen(c)) {
            let message = "this line is not empty: it holds a tab or other signs that nobody sees".to_owned();
            let unit = parted.or_else(|| self.cut_by(span.start)).unwrap_or_default();
            self.tell("syntax", Severity::Error, &span, unit, message, "delete the line");
            return None;
        }
        let first = first.unwrap_or_else(|| span.clone());
        let line = &text[first.clone()];
        let content = line.trim_start();
        let name = identifier(content);
        let unit = self.catalog.unit(name).map_or("", |unit| unit.id);
        if error.reason == JunkReason::NoValue || is_empty_message(content) {
            return self.empty(error, &first, unit);
        }
        let is_bare = matches!(error.reason, JunkReason::NoEquals | JunkReason::NoEntry);
        if is_bare && self.slip(line, &first, parted) {
            return None;
        }
        // A line that begins with a dot is no attribute, and as bare as any other.
        let is_bare = is_bare || content.starts_with(['.', '*', '[']);
        if is_bare && unit.is_empty() && self.nameless(span.start, &first, name) {
            return None;
        }
        self.unreadable(error, first, unit);
        None
    }

    /// Tells of the marks of conflicts and of the comments among lines of junk. Gives whether there are any, and the
    /// first line that is something else.
    fn marked_lines(&mut self, span: &Span, parted: Option<&'a str>) -> (bool, Option<Span>) {
        let text = self.catalog.text;
        let (mut told, mut first) = (false, None);
        for line in lines(text, span.clone()) {
            let (content, place) = (&text[line.start..line.end], line.start..line.end);
            if let Some(marker) = conflict_marker(content) {
                told = true;
                self.conflict(marker, &place);
            } else if content.trim_start().starts_with('#') {
                told = true;
                self.comment_not_read(content, &place, parted);
            } else if !content.trim().is_empty() && first.is_none() {
                first = Some(place);
            }
        }
        (told, first)
    }

    /// Tells of an equals sign with nothing behind it. Gives the entry behind it, if that is the translation.
    fn empty(&mut self, error: &JunkError, first: &Span, unit: &str) -> Option<usize> {
        if let Some(below) = self.text_below(error.entry, first) {
            let name = identifier(self.catalog.text[first.clone()].trim_start());
            let message = why_not_read(below.lines[0]);
            let words: Vec<&str> = below.lines.iter().map(|line| line.trim()).collect();
            let words = without_line_breaks(words.join("\n").into());
            let help = format!("write it as: {name} = {}", shorten(&words, 300));
            self.tell("syntax", Severity::Error, first, unit, message, help);
            return below.also;
        }
        let message = "nothing stands behind the equals sign".to_owned();
        let help = "write the translation there, delete the line, or write { \"\" } for a sentence that was folded into its neighbour";
        self.tell("empty", Severity::Error, first, unit, message, help);
        None
    }

    /// Tells what is wrong with a line that is a message, a term or a part of one, or is meant for one.
    fn unreadable(&mut self, error: &JunkError, first: Span, unit: &str) {
        let text = self.catalog.text;
        let line = &text[first.clone()];
        let content = line.trim_start();
        if !unit.is_empty()
            && let Some((message, value)) = self.written_ready(&error.reason, unit, line)
        {
            let help = format!("write it as: {unit} = {value}");
            self.tell("syntax", Severity::Error, &first, unit, message.to_owned(), help);
            return;
        }
        let brace = brace_at(line);
        let (message, help) = words(&error.reason, line, brace);
        let rest = content[identifier(content).len()..].trim_start_matches([' ', ':', '：', '>', '→', '\t']);
        let lacks_sign = error.reason == JunkReason::NoEquals && !unit.is_empty();
        if let Some(translation) = behind_note(rest).filter(|_| lacks_sign) {
            let message = "nothing stands between an id and its equals sign".to_owned();
            let help = format!("write it as: {unit} = {}", shorten(translation, 300));
            self.tell("syntax", Severity::Error, &first, unit, message, help);
            return;
        }
        let help = if is_term_without_sign(&error.reason, content) {
            let end = content.find([' ', ':', '\t']).unwrap_or(content.len());
            let words = content[end..].trim_start_matches([' ', ':', '\t']);
            format!("write it as: {} = {}", &content[..end], shorten(words.trim_end(), 300)).into()
        } else if !rest.is_empty() && lacks_sign {
            format!("write it as: {unit} = {}", shorten(rest.trim(), 300)).into()
        } else {
            Cow::Borrowed(help)
        };
        let at = error.at.clamp(first.start, text.len());
        let place = match (&error.reason, brace) {
            (JunkReason::Parser(_), Brace::Open(brace) | Brace::Close(brace)) => {
                first.start + brace..first.start + brace + 1
            }
            (JunkReason::Parser(_), Brace::None) if first.contains(&at) => at..first.end,
            _ => first,
        };
        self.tell("syntax", Severity::Error, &place, unit, message.to_owned(), help);
    }

    /// The words under an empty `id =`.
    fn text_below(&self, entry: usize, first: &Span) -> Option<Below<'a>> {
        let (text, entries) = (self.catalog.text, &self.catalog.entries);
        let is_text = |line: &&str| {
            let words = line.trim();
            let is_other = words.is_empty() || words.starts_with('#') || conflict_marker(line).is_some();
            !(is_other || self.is_keyed(words)) && self.catalog.unit(identifier(words)).is_none()
        };
        let filled = |span: Span| {
            let filled = lines(text, span).filter(|line| line.start > first.start && !is_blank(text, *line));
            filled.map(|line| &text[line.start..line.end])
        };
        let body = entries[entry].body();
        if filled(body.clone()).next().is_some() {
            let lines: Vec<&str> = filled(body).take_while(is_text).collect();
            return (!lines.is_empty()).then_some(Below { lines, also: None });
        }
        // Each line that is not indented is an entry of its own.
        let (mut lines, mut end) = (Vec::new(), body.end);
        for next in entries[entry + 1..].iter().take_while(|next| next.kind == EntryKind::Junk) {
            let between = text.get(end..next.body().start).unwrap_or_default();
            let more: Vec<&str> = filled(next.body()).collect();
            let goes_on = match lines.is_empty() {
                true => between.trim().is_empty(),
                false => between.is_empty() && !more.iter().any(|line| is_like_note(line)),
            };
            if !goes_on || more.is_empty() || !more.iter().all(is_text) {
                break;
            }
            end = next.body().end;
            lines.push(more);
        }
        let also = entry + lines.len();
        (also > entry).then(|| Below { lines: lines.concat(), also: Some(also) })
    }

    /// Tells of a line that names a unit with a wrong sign, and of a note without its `#`. Whether it is one.
    fn slip(&mut self, line: &str, place: &Span, parted: Option<&'a str>) -> bool {
        if let Some(Misnamed { unit, id, wrong, translation }) = self.misnamed_line(line, place.start) {
            let help = format!("write it as: {id} = {}", shorten(translation, 300));
            self.tell("syntax", Severity::Error, place, unit, wrong, help);
            return true;
        }
        let content = line.trim();
        if let Some((unit, translation)) = self.pair_of_json(content) {
            let message = "this is how JSON names a unit, and no catalog".to_owned();
            let help = format!("write it as: {unit} = {}", shorten(translation, 300));
            self.tell("syntax", Severity::Error, place, unit, message, help);
            return true;
        }
        let is_keyed = self.is_keyed(content);
        if !is_keyed && parted.is_none() {
            return false;
        }
        let unit = parted.unwrap_or_default();
        let message = "this line is no translation, and lacks the # of a comment".to_owned();
        let ready = Self::as_comment(content);
        let help = match is_keyed {
            true => format!("write it as: {ready}"),
            false => format!("put # before a note, as: {ready}"),
        };
        self.tell("syntax", Severity::Error, place, unit, message, help);
        true
    }

    /// The unit and the translation of a line as JSON and YAML have it: `"pont-p2w7xk": "The bridge",`.
    fn pair_of_json<'l>(&self, line: &'l str) -> Option<(&'a str, &'l str)> {
        let (key, value) = line.split_once(':')?;
        let key = key.trim_end().strip_prefix('"')?.strip_suffix('"')?;
        let value = value.trim().trim_end_matches(',');
        let value = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
        // What JSON escapes would be published with its backslashes.
        let is_plain = !value.is_empty() && !value.contains('\\');
        Some((self.catalog.unit(key)?.id, value)).filter(|_| is_plain)
    }

    /// The value of a line that can't be read, as Fluent wants it, and what is wrong; where that is beyond doubt.
    fn written_ready(&self, reason: &JunkReason, unit: &str, line: &str) -> Option<(&'static str, String)> {
        let (JunkReason::Parser(_) | JunkReason::TooDeep) = reason else { return None };
        let value = line.strip_prefix(unit)?.trim_start().strip_prefix('=')?.trim();
        let inner = value.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        if inner.is_some_and(|inner| inner.trim().is_empty()) {
            return Some(("nothing stands between these braces", "{ \"\" }".to_owned()));
        }
        if let Some(value) = with_straight_quotes(value) {
            return Some(("the quotation marks between these braces must be straight ones: \"", value));
        }
        if let Some(value) = with_escaped_braces(value) {
            return Some(("a backslash does not make a brace a text", value));
        }
        let french = self.catalog.unit(unit)?.sections().find_map(|section| section.french);
        if let Some(value) = french.and_then(|french| with_braces(value, french.text)) {
            return Some((
                "the braces of the French are written in another way here: Fluent takes them for its own",
                value,
            ));
        }
        if let JunkReason::Parser(ErrorKind::TermAttributeAsPlaceable) = reason {
            return None;
        }
        let message = "what stands between these braces is nothing that Fluent knows";
        with_words_in_braces(value).map(|value| (message, value))
    }

    fn comment_not_read(&mut self, line: &str, place: &Span, parted: Option<&'a str>) {
        let (message, help) = if line.starts_with('#') {
            ("this comment has no space behind its #, and is not read", "write a space behind the #")
        } else {
            ("this comment is indented, and not read", "begin it at the first column")
        };
        let Some(unit) = parted else {
            self.tell("comment", Severity::Warning, place, "", message.to_owned(), help);
            return;
        };
        // It parts a translation from its lines: so it is no trifle, and told once.
        let help = format!("write it as: {}", Self::as_comment(line));
        self.tell("syntax", Severity::Error, place, unit, message.to_owned(), help);
    }

    /// Tells of a line that most likely belongs to the unit above it: to its translation, or as its translation.
    /// Whether it does.
    fn nameless(&mut self, start: usize, line: &Span, name: &str) -> bool {
        if let Some(above) = self.cut_by(start) {
            // Lines of one text that was pasted cut one translation.
            let goes_on = self.last_cut.replace((self.behind_junk(start), above)) == Some((start, above));
            if goes_on {
                return true;
            }
            let text = &self.catalog.text[line.clone()];
            if let Some(sign) = text.trim_start().chars().next().filter(|sign| is_never_first(*sign, text)) {
                let message = format!("no further line of a translation may begin with “{sign}”");
                let help = "put the translation on one line";
                self.tell("syntax", Severity::Error, line, above, message, help);
                return true;
            }
            let message = match self.is_apart(line.start) {
                true => "this line is no translation, and cuts the one above it short",
                false => "this line cuts the translation above it short",
            };
            let message = message.to_owned();
            let help = "put the translation on one line, or indent its further lines by four spaces";
            let help = match is_like_note(text) {
                _ if self.is_apart(line.start) => {
                    let note = Self::as_comment(text);
                    format!(
                        "put # before a note, as: {note}\nor, if it belongs to the translation: put that on one line"
                    )
                }
                _ if text.starts_with('\t') => format!("{help}: a tab is no indent here"),
                true => format!("{help}; put # before a note, as: {}", Self::as_comment(text)),
                false => help.to_owned(),
            };
            self.tell("syntax", Severity::Error, line, above, message, help);
            return true;
        }
        let content = self.catalog.text[line.clone()].trim();
        if let Some(stub) = self
            .stub_before(line.start)
            .filter(|stub| content == name && content.contains('-') && stub.starts_with(content))
        {
            let message = "this line ends within the name of its unit".to_owned();
            self.tell("syntax", Severity::Error, line, stub, message, format!("write it as: {stub} = …"));
            return true;
        }
        let Some(stub) = self.stub_before(line.start).filter(|stub| nearest(name, [*stub]).is_none()) else {
            return false;
        };
        let content = self.catalog.text[line.clone()].trim_start();
        let words = content.trim_start_matches(['=', '＝']).trim();
        let translation = shorten(self.behind_locale(words).unwrap_or(words), 300);
        let message = "this line lacks the name of its unit".to_owned();
        let mut help = format!("write it as: {stub} = {translation}");
        if is_like_note(content) || self.is_apart(line.start) {
            help = format!("{help}\nor, if it is a note: {}", Self::as_comment(content));
        }
        self.tell("syntax", Severity::Error, line, stub, message, help);
        true
    }

    /// What follows the tag of the catalog's own language, where somebody wrote a translation as the French is: `en: …`.
    fn behind_locale<'l>(&self, words: &'l str) -> Option<&'l str> {
        let (key, text) = words.split_once(':')?;
        let is_own = |folder: &str| folder == key || folder.split('-').next() == Some(key);
        (key.len() > 1 && self.catalog.file.split('/').any(is_own) && !text.trim().is_empty())
            .then(|| text.trim())
    }

    /// Whether an empty line stands above the line that begins here.
    fn is_apart(&self, start: usize) -> bool {
        self.catalog.blank_from(start) < start
    }

    /// Where the junk ends that begins here.
    fn behind_junk(&self, start: usize) -> usize {
        let entries = &self.catalog.entries;
        let at = entries.partition_point(|entry| entry.body().start < start);
        entries.get(at).map_or(start, |entry| entry.body().end)
    }

    /// The unit whose translation is cut short by the junk that begins here.
    fn cut_by(&mut self, start: usize) -> Option<&'a str> {
        let catalog = self.catalog;
        let cut = self.cut.get_or_insert_with(|| {
            let units = catalog.units.iter().filter(|unit| unit.message.is_some());
            units.flat_map(|unit| unit.broken().iter().map(|junk| (junk.start, unit.id))).collect()
        });
        cut.get(&start).copied()
    }

    /// The unit without a translation whose lines end where a line begins, or where the empty lines above it do.
    fn stub_before(&mut self, start: usize) -> Option<&'a str> {
        let catalog = self.catalog;
        let above = catalog.blank_from(start);
        let stubs = self.stubs.get_or_insert_with(|| {
            let stubs = catalog.units.iter().filter(|unit| unit.is_stub());
            stubs.flat_map(|unit| unit.sections().map(|section| (section.lines().end, unit.id))).collect()
        });
        stubs.get(&start).or_else(|| stubs.get(&above)).copied()
    }
}

/// The text under an empty `id =`.
struct Below<'a> {
    /// Its lines, one at least, as they stand.
    lines: Vec<&'a str>,
    /// The last junk entry that they are, if it is another than that of the id.
    also: Option<usize>,
}

/// Why Fluent does not take a line below an id for the beginning of its translation.
fn why_not_read(line: &str) -> String {
    match line.trim_start().chars().next().filter(|sign| is_never_first(*sign, line)) {
        Some(sign) => format!("a translation that stands below its id may not begin with “{sign}”"),
        None if line.starts_with('\t') => {
            "the translation stands below its id, indented by a tab, which is no indent here".to_owned()
        }
        None => "the translation stands below its id, and is not indented".to_owned(),
    }
}

/// The translation, where the note of the unit's own line was copied with the id: `(heading) = The bridge`.
fn behind_note(rest: &str) -> Option<&str> {
    let (_, after) = rest.strip_prefix('(')?.split_once(')')?;
    after.trim_start().strip_prefix('=').map(str::trim).filter(|translation| !translation.is_empty())
}

/// Whether an indented line can't be a further line of a translation, as of its first sign.
fn is_never_first(sign: char, line: &str) -> bool {
    line.starts_with(' ') && matches!(sign, '.' | '[' | '*' | '}')
}

/// Whether a line begins like a note: `Question: …`, or a comment of another language.
fn is_like_note(line: &str) -> bool {
    if ["<!--", "//", "/*", ";"].iter().any(|sign| line.trim_start().starts_with(sign)) {
        return true;
    }
    let word = line.trim_start().split([':', '：']).next().unwrap_or_default();
    word.len() < line.trim_start().len() && !word.trim_end().contains(char::is_whitespace)
}

/// `id =` and nothing more.
fn is_empty_message(content: &str) -> bool {
    content.split_once('=').is_some_and(|(id, rest)| is_identifier(id.trim()) && rest.trim().is_empty())
}
