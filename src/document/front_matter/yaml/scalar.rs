//! Texts, each in the style in which it is written, decoded with the places that the decoded text comes from.

use crate::document::Piece;
use crate::document::front_matter::{Style, Text, end_of_line, lines};
use crate::text::Span;

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

pub(super) fn plain(source: &str, part: Span) -> Option<Text> {
    let mut out = Decoder::default();
    let mut end = part.start;
    let mut at = part.start;
    loop {
        let line = lines(source, at..part.end).next()?;
        let text = &source[line.clone()];
        let comment = comment(text);
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

pub(super) fn single(source: &str, span: Span) -> Option<Text> {
    quoted(source, span, Style::YamlSingle, '\'', |out, at, _| {
        out.decoded("'", at);
        Some(at + 2)
    })
}

pub(super) fn double(source: &str, span: Span) -> Option<Text> {
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
pub(super) fn block(source: &str, part: Span) -> Option<Text> {
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

/// Whether a plain scalar is a text, and no truth value, number, date or null (YAML 1.1 and 1.2).
pub(in crate::document::front_matter) fn is_text(plain: &str) -> bool {
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

/// Where a comment begins behind a text without quotes.
pub(super) fn comment(text: &str) -> Option<usize> {
    [" #", "\t#"].iter().filter_map(|mark| text.find(mark)).min()
}
