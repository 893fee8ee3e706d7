//! The top-level keys of a YAML front matter, with the bytes of their values.
//!
//! A reader of the part of YAML that front matter is written in: a block mapping with plain, quoted and
//! block scalars, below it further mappings and lists of that kind or in brackets. Tags and aliases are values that
//! nobody translates; they are kept as they are.

use super::flaw::{Flaw, of_line};
use super::flow;
use super::key::key;
use super::{Field, Fields, Style, Text, Unread, Value, bit, end_of_line, lines};
use crate::document::Piece;
use crate::text::Span;

/// The keys in file order. With a quote that is never closed none of them has a text: whatever quotes came to stand in
/// another value, would close it.
///
/// # Errors
/// If this is no block mapping: the flaw, if it is meant as one.
pub(super) fn fields(source: &str, part: Span) -> Result<Fields, Unread> {
    let mut fields: Vec<Field> = Vec::new();
    let mut open = None;
    let mut at = part.start;
    while let Some(line) = lines(source, at..part.end).next() {
        let text = &source[line.clone()];
        let next = end_of_line(source, line.end).min(part.end);
        if text.trim().is_empty() || text.trim_start().starts_with('#') {
            at = next;
            continue;
        }
        let Some((key, value)) = key(text) else { return Err(Unread(of_line(source, part, line))) };
        let from = behind_anchor(source, line.start + value..part.end).start;
        let quoted = quoted_end(source, from, part.end);
        if quoted == Quoted::Open {
            open.get_or_insert(from);
        }
        let end = value_end(source, line.start + value, part.end, quoted);
        let value = line.start + value..end.min(part.end);
        let (read, text) = read(source, value.clone());
        fields.push(Field { key, value: read, text, span: value });
        at = end.max(next);
    }
    let flaw = open.map(|from| {
        for field in &mut fields {
            field.text = None;
        }
        let blank = source[from..].len() - source[from..].trim_start_matches([' ', '\t']).len();
        Flaw::unclosed_quote(source, from + blank)
    });
    Ok(Fields { fields, flaw })
}

/// Why a value that begins like a text is none, if it does: `part` begins behind the colon.
pub(super) fn flaw<'s>(source: &'s str, part: Span, name: &str) -> Option<Flaw> {
    let name = name.rsplit('.').next().unwrap_or_default();
    let raw = &source[part.clone()];
    let first = raw.lines().next().unwrap_or_default();
    let start = part.start + (first.len() - first.trim_start().len());
    match first.trim_start().as_bytes().first()? {
        quote @ (b'"' | b'\'') => {
            let end = closing_quote(source, start, part.end, *quote)?;
            let behind = &source[end..part.end];
            let text = behind.trim_start();
            let at = end + (behind.len() - text.len());
            if !text.is_empty() && !text.starts_with('#') {
                let span = at..at + text.lines().next().unwrap_or_default().trim_end().len();
                let help =
                    "put the whole text in quotes, and double those in it, or put ' around and \" inside";
                return Some(Flaw::of_text(span, "words stand behind the closing quotation mark", help));
            }
            let help = "write the backslash twice: \\\\; or put the text in single quotes: '…'";
            Some(Flaw::of_text(
                start..end,
                "a backslash in double quotes begins a code, and this is none",
                help,
            ))
        }
        b'*' => {
            let end = start + first.trim().len();
            let help = format!("write the text itself in its place: {name}: \"…\"");
            Some(Flaw::of_text(start..end, "an alias stands here for a text that another key has", help))
        }
        b'!' if word(source, &part).len() > 1 => {
            let end = start + word(source, &part).len();
            Some(Flaw::of_text(start..end, "a tag of YAML stands before this text", "take it away"))
        }
        b'|' | b'>' | b'[' | b'{' | b'&' | b'!' | b'%' | b'@' | b'`' | b'#' => None,
        b'-' if first.trim_start().starts_with("- ") => None,
        _ => {
            let uncommented = |text: &'s str| {
                let comment = [" #", "\t#"].iter().filter_map(|mark| text.find(mark)).min();
                text[..comment.unwrap_or(text.len())].trim_end()
            };
            let at_end = uncommented(first);
            let at_end = at_end.ends_with(':').then(|| at_end.len() - 1);
            let colon = uncommented(raw).find(": ").or(at_end)?;
            let at = part.start + colon;
            let what = "a colon and a space in a text without quotes begin the value of a key";
            Some(Flaw::of_text(at..at + 1, what, format!("put the text in quotes: {name}: \"…\"")))
        }
    }
}

/// Where the value of a key ends: at the next line that isn't indented, empty, or an item of a list. A
/// quoted value may go on over any lines.
fn value_end(source: &str, from: usize, limit: usize, quoted: Quoted) -> usize {
    let from = match quoted {
        Quoted::Until(end) => end,
        Quoted::Open | Quoted::Not => from,
    };
    let mut open = lines(source, from..limit);
    let mut end = limit;
    if let Some(line) = open.next() {
        end = end_of_line(source, line.end).min(limit);
    }
    for line in open {
        let text = &source[line.clone()];
        let belongs = text.trim().is_empty()
            || text.starts_with([' ', '\t', ']', '}'])
            || text == "-"
            || text.starts_with("- ");
        if !belongs {
            break;
        }
        end = end_of_line(source, line.end).min(limit);
    }
    end
}

/// Whether a value stands in quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quoted {
    Not,
    /// Up to this byte.
    Until(usize),
    /// Nothing closes them.
    Open,
}

fn quoted_end(source: &str, from: usize, limit: usize) -> Quoted {
    let first = source[from..limit].trim_start_matches([' ', '\t']);
    match first.as_bytes().first() {
        Some(quote @ (b'"' | b'\'')) => {
            closing_quote(source, limit - first.len(), limit, *quote).map_or(Quoted::Open, Quoted::Until)
        }
        _ => Quoted::Not,
    }
}

/// The byte behind the quote that closes the one at `start`.
pub(super) fn closing_quote(source: &str, start: usize, limit: usize, quote: u8) -> Option<usize> {
    let bytes = &source.as_bytes()[..limit];
    let mut at = start + 1;
    loop {
        at += memchr::memchr2(quote, b'\\', bytes.get(at..)?)?;
        match bytes[at] {
            b'\\' => at += if quote == b'"' { 2 } else { 1 },
            _ if quote == b'\'' && bytes.get(at + 1) == Some(&quote) => at += 2,
            _ => return Some(at + 1),
        }
    }
}

/// The name that a value is given, for others to repeat it: `&nom "texte"`.
pub(super) fn anchor<'s>(source: &'s str, part: &Span) -> Option<&'s str> {
    word(source, part).strip_prefix('&').filter(|name| !name.is_empty())
}

/// The name of the value that this one repeats: `*nom`.
pub(super) fn alias<'s>(source: &'s str, part: &Span) -> Option<&'s str> {
    word(source, part).strip_prefix('*').filter(|name| !name.is_empty())
}

/// The first word of the line on which a value begins.
fn word<'s>(source: &'s str, part: &Span) -> &'s str {
    let first = source[part.clone()].lines().next().unwrap_or_default().trim_start();
    first.split([' ', '\t']).next().unwrap_or_default()
}

/// A value without the anchor before it.
fn behind_anchor(source: &str, part: Span) -> Span {
    let Some(name) = anchor(source, &part) else { return part };
    let at = source[part.clone()].find('&').unwrap_or_default() + 1 + name.len();
    part.start + at..part.end
}

/// What is asked for below a key.
#[derive(Default)]
pub(super) struct Below<'s> {
    pub(super) texts: Vec<Text>,
    /// What can't be read of it.
    pub(super) flaws: Vec<Flaw>,
    /// The names of texts, which others may repeat.
    pub(super) anchors: Vec<&'s str>,
    /// See [`super::Front::met`].
    pub(super) met: u64,
    /// Whether texts that nobody asks for are taken, too.
    pub(super) is_of_all: bool,
    /// Those, with their names.
    pub(super) left: Vec<(String, Text)>,
}

impl<'s> Below<'s> {
    /// Whether a key is asked for; then it is met.
    pub(super) fn meets(&mut self, name: &str, asked: &[String]) -> bool {
        let bit = bit(name, asked);
        self.met |= bit.unwrap_or_default();
        bit.is_some()
    }

    /// Takes the single value of a key that is asked for, if it is a text; why it is none, if it looks like one.
    pub(super) fn push(&mut self, source: &'s str, part: Span, name: &str, anchor: Option<&'s str>) {
        let repeats = alias(source, &part).is_some_and(|name| self.anchors.contains(&name));
        match flow::text(source, part.clone()) {
            Some(text) => {
                self.texts.push(text);
                self.anchors.extend(anchor);
            }
            None if repeats => {}
            None => self.flaws.extend(flaw(source, part, name)),
        }
    }
}

/// Adds the texts below a key that are asked for: `hero.tagline` below `hero`; of a list, those of its items.
pub(super) fn nested<'s>(source: &'s str, part: Span, name: &str, asked: &[String], below: &mut Below<'s>) {
    if below.is_of_all || is_above(name, asked) {
        value(source, part, name, asked, below);
    }
}

/// Whether a key, or one below it, is asked for.
fn is_above(name: &str, asked: &[String]) -> bool {
    let mut rests = asked.iter().filter_map(|asked| asked.strip_prefix(name));
    rests.any(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn value<'s>(source: &'s str, part: Span, name: &str, asked: &[String], below: &mut Below<'s>) {
    let is_asked = below.meets(name, asked);
    let anchor = anchor(source, &part);
    let part = behind_anchor(source, part);
    let Some(line) = lines(source, part.clone()).next() else { return };
    let first = source[line.clone()].trim_start();
    if first.is_empty() || first.starts_with('#') {
        entries(source, end_of_line(source, line.end)..part.end, name, asked, below);
    } else if first.starts_with(['[', '{']) {
        let start = line.end - first.len();
        if flow::texts(source, start..part.end, name, asked, below).is_none() && is_above(name, asked) {
            let end = start + first.trim_end().len();
            let help = "put a comma between two values, in quotes what holds brackets, commas or a colon, and close each bracket";
            below.flaws.push(Flaw::of_text(start..end, "what stands in brackets here can't be read", help));
        }
    } else if is_asked {
        match read(source, part.clone()) {
            (_, Some(text)) => {
                below.texts.push(text);
                below.anchors.extend(anchor);
            }
            _ if alias(source, &part).is_some_and(|name| below.anchors.contains(&name)) => {}
            (Value::Other(_), None) => below.flaws.extend(flaw(source, part, name)),
            (Value::Text(_) | Value::List(_), None) => {}
        }
    } else if below.is_of_all {
        below.left.extend(read(source, part).1.map(|text| (name.to_owned(), text)));
    }
}

/// What a mapping or a list has that is indented below a key, or that an item of a list begins with.
fn entries<'s>(source: &'s str, part: Span, name: &str, asked: &[String], below: &mut Below<'s>) {
    let is_said = |line: &Span| {
        let text = source[line.clone()].trim_start();
        !text.is_empty() && !text.starts_with('#')
    };
    let content = |line: Span| line.end - source[line].trim_start_matches(' ').len();
    let column = |at: usize| at - source[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let is_item =
        |at: usize| matches!(source.as_bytes().get(at..), Some([b'-', b' ' | b'\n' | b'\r', ..] | [b'-']));
    let mut next = lines(source, part.clone()).find(is_said).map(content);
    let Some(depth) = next.map(column) else { return };
    // What is in brackets may begin on a line of its own.
    if let Some(start) = next.filter(|&at| source[at..].starts_with(['[', '{'])) {
        return value(source, start..part.end, name, asked, below);
    }
    while let Some(at) = next.filter(|at| column(*at) == depth) {
        let Some(line) = lines(source, at..part.end).next() else { return };
        // A list may stand right below the key that it belongs to.
        let goes_on = |begin: usize| {
            column(begin) > depth || (column(begin) == depth && !is_item(at) && is_item(begin))
        };
        let mut others = lines(source, end_of_line(source, line.end)..part.end).filter(is_said).map(content);
        next = others.find(|begin| !goes_on(*begin));
        let end = next.map_or(part.end, |next| next - column(next));
        if is_item(at) {
            let text = source[at + 1..line.end].trim_start();
            let begin = line.end - text.len();
            match key(text) {
                Some(_) => entries(source, begin..end, name, asked, below),
                None => value(source, begin..end, name, asked, below),
            }
        } else if let Some((own, behind)) = key(&source[line]) {
            let name = format!("{name}.{own}");
            if below.is_of_all || is_above(&name, asked) {
                value(source, at + behind..end, &name, asked, below);
            }
        }
    }
}

/// The value in `part`, which begins behind the colon and ends where the next key begins.
pub(super) fn read(source: &str, part: Span) -> (Value, Option<Text>) {
    let part = behind_anchor(source, part);
    let raw = &source[part.clone()];
    let start = part.start + (raw.len() - raw.trim_start().len());
    let rest = &source[start..part.end];
    let other = || (Value::Other(rest.trim_end().to_owned()), None);
    let text = match rest.as_bytes().first() {
        Some(quote @ (b'"' | b'\'')) => {
            let Some(end) = closing_quote(source, start, part.end, *quote) else { return other() };
            let behind = source[end..part.end].trim_start();
            if !behind.is_empty() && !behind.starts_with('#') {
                return other();
            }
            if *quote == b'"' { double(source, start..end) } else { single(source, start..end) }
        }
        Some(b'|' | b'>') => block(source, start..part.end),
        Some(b'[') => return (list(rest), None),
        Some(b'-') if rest.starts_with("- ") => return (items(rest), None),
        None | Some(b'{' | b'&' | b'*' | b'!' | b'%' | b'@' | b'`' | b'#') => return other(),
        Some(_) => match plain(source, start..part.end) {
            Some(text) if is_text(&text.decoded) => Some(text),
            Some(text) => return (Value::Other(text.decoded), None),
            None => None,
        },
    };
    match text {
        Some(text) => (Value::Text(text.decoded.clone()), Some(text)),
        None => other(),
    }
}

/// Decoded text that knows where it comes from.
#[derive(Default)]
struct Decoder {
    text: String,
    pieces: Vec<Piece>,
    /// The file byte that would come next if the last piece went on.
    next: Option<usize>,
}

impl Decoder {
    fn push(&mut self, text: &str, file: usize) {
        if text.is_empty() {
            return;
        }
        if self.next != Some(file) {
            self.pieces.push(Piece { text: self.text.len(), file });
        }
        self.text.push_str(text);
        self.next = Some(file + text.len());
    }

    /// What stands for `text` in the file is something else.
    fn decoded(&mut self, text: &str, file: usize) {
        self.push(text, file);
        self.next = None;
    }

    fn finish(self, style: Style, span: Span) -> Option<Text> {
        Some(Text { style, span, decoded: self.text, pieces: self.pieces })
    }
}

/// Folds the line break at `line` (its end) and the empty lines behind it; gives where text goes on.
fn fold(source: &str, out: &mut Decoder, line_end: usize, limit: usize) -> usize {
    let mut at = end_of_line(source, line_end);
    let mut breaks = 1;
    loop {
        let rest = &source[at..limit];
        let trimmed = rest.trim_start_matches([' ', '\t']);
        let first = limit - trimmed.len();
        if !trimmed.starts_with(['\n', '\r']) {
            let with = if breaks == 1 { " ".to_owned() } else { "\n".repeat(breaks - 1) };
            out.decoded(&with, line_end);
            return first;
        }
        breaks += 1;
        at = end_of_line(source, first);
    }
}

fn plain(source: &str, part: Span) -> Option<Text> {
    let mut out = Decoder::default();
    let mut end = part.start;
    let mut at = part.start;
    loop {
        let line = lines(source, at..part.end).next()?;
        let text = &source[line.clone()];
        let comment = [" #", "\t#"].iter().filter_map(|mark| text.find(mark)).min();
        let text = text[..comment.unwrap_or(text.len())].trim_end();
        // A colon and a space in a plain text: a nested mapping, or a mistake.
        if text.contains(": ") || text.ends_with(':') {
            return None;
        }
        out.push(text, line.start);
        end = end.max(line.start + text.len());
        let rest = source[line.end..part.end].trim();
        if comment.is_some() || rest.is_empty() || rest.starts_with('#') {
            return out.finish(Style::YamlPlain, part.start..end);
        }
        at = fold(source, &mut out, line.end, part.end);
    }
}

fn single(source: &str, span: Span) -> Option<Text> {
    quoted(source, span, Style::YamlSingle, '\'', |out, at, _| {
        out.decoded("'", at);
        Some(at + 2)
    })
}

fn double(source: &str, span: Span) -> Option<Text> {
    quoted(source, span, Style::YamlDouble, '\\', |out, at, limit| escape(source, out, at, limit))
}

/// A text in quotes. What begins with `mark` stands for something else: `decode` is given its place and the text's
/// end, and gives where it ends.
fn quoted(
    source: &str,
    span: Span,
    style: Style,
    mark: char,
    decode: impl Fn(&mut Decoder, usize, usize) -> Option<usize>,
) -> Option<Text> {
    let mut out = Decoder::default();
    let limit = span.end - 1;
    let mut at = span.start + 1;
    while at < limit {
        let rest = &source[at..limit];
        let run = rest.find([mark, '\n', '\r']).unwrap_or(rest.len());
        match rest[run..].chars().next() {
            Some(found) if found == mark => {
                out.push(&rest[..run], at);
                at = decode(&mut out, at + run, limit)?;
            }
            Some(_) => {
                out.push(rest[..run].trim_end_matches([' ', '\t']), at);
                at = fold(source, &mut out, at + run, limit);
            }
            None => {
                out.push(rest, at);
                at = limit;
            }
        }
    }
    out.finish(style, span)
}

/// Decodes the escape at `at`; gives where it ends.
fn escape(source: &str, out: &mut Decoder, at: usize, limit: usize) -> Option<usize> {
    let sign = *source.as_bytes().get(at + 1)?;
    let digits = match sign {
        b'x' => 2,
        b'u' => 4,
        b'U' => 8,
        b'\n' | b'\r' => {
            // An escaped line break joins the lines without a space.
            let next = end_of_line(source, at + 1).min(limit);
            return Some(limit - source[next..limit].trim_start_matches([' ', '\t']).len());
        }
        _ => 0,
    };
    if digits > 0 {
        let code = u32::from_str_radix(source.get(at + 2..at + 2 + digits)?, 16).ok()?;
        out.decoded(char::from_u32(code)?.encode_utf8(&mut [0; 4]), at);
        return Some(at + 2 + digits);
    }
    let decoded = match sign {
        b'0' => "\0",
        b'a' => "\u{7}",
        b'b' => "\u{8}",
        b't' | b'\t' => "\t",
        b'n' => "\n",
        b'v' => "\u{b}",
        b'f' => "\u{c}",
        b'r' => "\r",
        b'e' => "\u{1b}",
        b' ' => " ",
        b'"' => "\"",
        b'/' => "/",
        b'\\' => "\\",
        b'N' => "\u{85}",
        b'_' => "\u{a0}",
        b'L' => "\u{2028}",
        b'P' => "\u{2029}",
        _ => return None,
    };
    out.decoded(decoded, at);
    Some(at + 2)
}

/// A block scalar: `|` keeps line breaks, `>` folds them.
fn block(source: &str, part: Span) -> Option<Text> {
    let mut all = lines(source, part.clone());
    let header = &source[all.next()?];
    let signs = header[1..].split([' ', '\t']).next().unwrap_or_default();
    if !signs.chars().all(|c| matches!(c, '+' | '-' | '1'..='9')) {
        return None;
    }
    let folds = header.starts_with('>');
    let content: Vec<Span> = all.collect();
    let last = content.iter().rposition(|line| !source[line.clone()].trim().is_empty())?;
    let given = signs.bytes().find(u8::is_ascii_digit).map(|digit| usize::from(digit - b'0'));
    let first = content.iter().find(|line| !source[(*line).clone()].trim().is_empty())?;
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let indent = given.unwrap_or_else(|| spaces(&source[first.clone()]));
    let mut out = Decoder::default();
    let (mut breaks, mut indented) = (0, false);
    for line in &content[..=last] {
        let text = &source[line.clone()];
        let cut = spaces(text).min(indent);
        let text = &text[cut..];
        if text.trim().is_empty() {
            breaks += 1;
            continue;
        }
        let more = text.starts_with([' ', '\t']);
        if !out.text.is_empty() {
            let with = match breaks {
                0 if folds && !more && !indented => " ".to_owned(),
                _ if folds && !more && !indented => "\n".repeat(breaks),
                _ => "\n".repeat(breaks + 1),
            };
            out.decoded(&with, line.start);
        }
        (breaks, indented) = (0, more);
        out.push(text, line.start + cut);
    }
    out.finish(Style::YamlBlock, part.start..content[last].end)
}

/// `[en, "ar"]`, texts only.
fn list(raw: &str) -> Value {
    let inside = raw.trim_start_matches('[');
    let inside = &inside[..inside.find(']').unwrap_or(inside.len())];
    Value::List(inside.split(',').map(unquoted).filter(|item| !item.is_empty()).collect())
}

/// Lines that begin with `- `, texts only.
fn items(raw: &str) -> Value {
    let items = raw.lines().filter_map(|line| line.trim_start().strip_prefix("- "));
    Value::List(items.map(unquoted).filter(|item| !item.is_empty()).collect())
}

fn unquoted(item: &str) -> String {
    let item = item.split(" #").next().unwrap_or_default().trim();
    let inner = item.strip_prefix(['"', '\'']).and_then(|item| item.strip_suffix(['"', '\'']));
    inner.unwrap_or(item).to_owned()
}

/// Whether a plain scalar is a text, and no truth value, number, date or null (YAML 1.1 and 1.2).
pub(super) fn is_text(plain: &str) -> bool {
    const WORDS: &[&str] = &["", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<"];
    if WORDS.iter().any(|word| word.eq_ignore_ascii_case(plain)) {
        return false;
    }
    let first = plain.trim_start_matches(['+', '-', '.']).chars().next();
    if first.is_some_and(char::is_alphabetic) && plain.starts_with(char::is_alphabetic) {
        return true;
    }
    let is_number_sign = |c: char| c.is_ascii_hexdigit() || "xoXOtTzZ:.+-_ ,".contains(c);
    let special = [".inf", ".nan"].iter().any(|end| plain.to_ascii_lowercase().ends_with(end));
    !special && plain.contains(char::is_alphabetic) && !plain.chars().all(is_number_sign)
}
