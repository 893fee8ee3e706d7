//! The top-level keys of a YAML front matter, with the bytes of their values.
//!
//! A reader of the part of YAML that front matter is written in: a block mapping with plain, quoted and
//! block scalars, below it further mappings and lists of that kind or in brackets. Tags and aliases are values that
//! nobody translates; they are kept as they are.

mod anchor;
mod below;
mod flaw;
mod flow;
mod nested;
mod scalar;

use super::flaw::Flaw;
use super::key::key;
use super::{Field, Fields, Text, Unread, Value, end_of_line, lines};
use crate::text::Span;
pub(super) use anchor::anchor;
use anchor::behind_anchor;
pub(super) use below::Below;
use flaw::{in_braces, of_line};
pub(super) use nested::nested;
pub(super) use scalar::is_text;
use scalar::{block, double, plain, single};

/// The keys in file order. With a quote that is never closed none of them has a text: whatever quotes came to stand in
/// another value, would close it.
///
/// # Errors
/// If this is no block mapping: the flaw, if it is meant as one.
pub(super) fn fields(source: &str, part: Span) -> Result<Fields, Unread> {
    if let Some(flaw) = in_braces(source, part.clone()) {
        return Ok(Fields { fields: Vec::new(), flaw: Some(flaw) });
    }
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
