//! A sentence as a one-line Fluent pattern, and back, without the loss of a character.
//!
//! A character is *set apart* when it is `{` or `}`; a control character other than TAB, or U+2028,
//! U+2029, U+FEFF; or white space in the leading or trailing run of white space and such characters.
//! Each longest run of characters set apart becomes one placeable `{ "…" }`, in which `{`, `}` and
//! U+0020 stand for themselves and all others are `\uXXXX`. Everything else is written as it is. The
//! empty sentence is `{ "" }`. The pattern stands on the line of its `=`, so a first `.`, `*`, `[` or
//! `#` needs nothing.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a character is set apart wherever it stands, braces excepted: other tools' serializers
/// break lines at these.
fn is_control(c: char) -> bool {
    (c.is_control() && c != '\t') || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || is_control(c)
}

/// The pattern for `sentence`: one line, never empty, without outer white space.
///
/// ```
/// use drogman::catalog::pattern::to_pattern;
/// assert_eq!(to_pattern("Le code {x} "), r#"Le code { "{" }x{ "} " }"#);
/// ```
pub fn to_pattern(sentence: &str) -> Cow<'_, str> {
    if sentence.is_empty() {
        return Cow::Borrowed(r#"{ "" }"#);
    }
    let tail = sentence.trim_start_matches(is_edge);
    let start = sentence.len() - tail.len();
    let end = start + tail.trim_end_matches(is_edge).len();
    let apart = |c: char| matches!(c, '{' | '}') || is_control(c);
    if start == 0 && end == sentence.len() && !sentence.contains(apart) {
        return Cow::Borrowed(sentence);
    }
    let mut out = String::with_capacity(sentence.len() + 16);
    let mut open = false;
    for (at, c) in sentence.char_indices() {
        let set_apart = at < start || at >= end || apart(c);
        match (open, set_apart) {
            (false, true) => out.push_str("{ \""),
            (true, false) => out.push_str("\" }"),
            (false, false) | (true, true) => {}
        }
        open = set_apart;
        if !set_apart || matches!(c, '{' | '}' | ' ') {
            out.push(c);
        } else {
            // All characters of these kinds lie in the first plane: four digits do.
            let _ = write!(out, "\\u{:04X}", u32::from(c));
        }
    }
    if open {
        out.push_str("\" }");
    }
    Cow::Owned(out)
}

/// The text of a one-line pattern made of text and string literals, as every Fluent runtime shows it;
/// `None` for any other pattern (a reference, a selector, an escape that Fluent does not know).
pub fn from_pattern(pattern: &str) -> Option<Cow<'_, str>> {
    if memchr::memchr3(b'{', b'}', b'\n', pattern.as_bytes()).is_none() && !pattern.is_empty() {
        return Some(Cow::Borrowed(pattern));
    }
    let mut out = String::with_capacity(pattern.len());
    each_part(pattern, |part| match part {
        Part::Text(text) => out.push_str(text),
        Part::Literal(literal) => unescape(literal, &mut out),
    })
    .then_some(Cow::Owned(out))
}

/// Whether [`from_pattern`] would give a text.
pub(super) fn is_literal(pattern: &str) -> bool {
    each_part(pattern, |_| {})
}

enum Part<'a> {
    Text(&'a str),
    Literal(&'a str),
}

fn each_part<'a>(pattern: &'a str, mut part: impl FnMut(Part<'a>)) -> bool {
    let mut rest = pattern;
    if rest.is_empty() || rest.contains('\n') {
        return false;
    }
    loop {
        let Some(brace) = memchr::memchr2(b'{', b'}', rest.as_bytes()) else {
            part(Part::Text(rest));
            return true;
        };
        part(Part::Text(&rest[..brace]));
        let Some((literal, after)) = literal(&rest[brace..]) else {
            return false;
        };
        part(Part::Literal(literal));
        rest = after;
    }
}

/// `{ "…" }` at the start of `text`: what stands between the quotation marks, and the rest.
pub(super) fn literal(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('{')?.trim_start_matches(' ').strip_prefix('"')?;
    let bytes = inner.as_bytes();
    let mut at = 0;
    loop {
        at += memchr::memchr2(b'"', b'\\', &bytes[at..])?;
        if bytes[at] == b'"' {
            break;
        }
        let digits = match bytes.get(at + 1)? {
            b'\\' | b'"' => 0,
            b'u' => 4,
            b'U' => 6,
            _ => return None,
        };
        let escape = bytes.get(at + 2..at + 2 + digits)?;
        if !escape.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        at += 2 + digits;
    }
    let rest = inner[at + 1..].trim_start_matches(' ').strip_prefix('}')?;
    Some((&inner[..at], rest))
}

/// Writes a literal whose escapes are known to be good. A surrogate is U+FFFD, as in the runtimes.
fn unescape(literal: &str, out: &mut String) {
    let mut rest = literal;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let digits = match rest.as_bytes().get(at + 1) {
            Some(b'u') => 4,
            Some(b'U') => 6,
            _ => {
                out.push_str(&rest[at + 1..at + 2]);
                rest = &rest[at + 2..];
                continue;
            }
        };
        let code = u32::from_str_radix(&rest[at + 2..at + 2 + digits], 16);
        out.push(code.ok().and_then(char::from_u32).unwrap_or('\u{fffd}'));
        rest = &rest[at + 2 + digits..];
    }
    out.push_str(rest);
}
