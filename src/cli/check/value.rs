//! Which bytes of a catalog make which bytes of a translation.

use crate::catalog::{Catalog, Message};
use crate::text::{Edit, Span};

/// The bytes of the catalog that stand for `span` of the formatted `value` of `message`: the very words
/// where the pattern is text and literals, else the same words where they stand but once, else the first
/// line of the pattern.
pub(super) fn place(catalog: &Catalog<'_>, message: &Message<'_>, value: &str, span: &Span) -> Span {
    let raw = &catalog.text[message.value()];
    let from = message.value().start;
    if raw == value {
        return from + span.start..from + span.end;
    }
    if let Some(found) = through_literals(raw, value, span) {
        return from + found.start..from + found.end;
    }
    let words = value.get(span.clone()).unwrap_or_default();
    if !words.trim().is_empty() {
        let mut found = raw.match_indices(words);
        if let (Some((at, _)), None) = (found.next(), found.next()) {
            return from + at..from + at + words.len();
        }
    }
    let line = raw.find('\n').unwrap_or(raw.len());
    from..from + raw[..line].trim_end().len()
}

/// The edit of the catalog that makes `edit` of the formatted `value` of `message`; none where that is not
/// beyond doubt.
pub(super) fn edit(catalog: &Catalog<'_>, message: &Message<'_>, value: &str, edit: &Edit) -> Option<Edit> {
    let raw = &catalog.text[message.value()];
    // Where the pattern is its value, all signs stand for themselves.
    let plain = match raw == value {
        true => !edit.with.contains(['{', '}', '\n', '\r']),
        false => !edit.with.contains(['{', '}', '\\', '"', '\n', '\r']),
    };
    let left = value.len() - value.get(edit.span.clone())?.len() + edit.with.len();
    if !plain || left == 0 {
        return None;
    }
    let span = match raw == value {
        true => edit.span.clone(),
        false => through_literals(raw, value, &edit.span)?,
    };
    // Spaces at the ends of a pattern that are in no literal are no part of it.
    let literal = raw[..span.start].matches('{').count() > raw[..span.start].matches('}').count();
    let at_end = span.start == 0 || span.end == raw.len();
    if raw.get(span.clone())?.contains(['{', '}', '\n', '\r']) || (at_end && !literal && edit.with == " ") {
        return None;
    }
    let span = match edit.with.is_empty() && !raw.contains(['\n', '\r']) {
        true => whole_literal(raw, &span).unwrap_or(span),
        false => span,
    };
    let from = message.value().start;
    Some(Edit::replace(from + span.start..from + span.end, edit.with.clone()))
}

/// The placeable of a literal with nothing in it but these bytes: of no use without them.
fn whole_literal(raw: &str, span: &Span) -> Option<Span> {
    let before = raw[..span.start].strip_suffix('"')?.trim_end_matches(' ').strip_suffix('{')?;
    let behind = raw[span.end..].strip_prefix('"')?.trim_start_matches(' ').strip_prefix('}')?;
    Some(before.len()..raw.len() - behind.len())
}

/// Walks a one-line pattern of text and string literals beside its value.
fn through_literals(raw: &str, value: &str, span: &Span) -> Option<Span> {
    let mut starts = Vec::with_capacity(value.len() + 1);
    let mut rest = raw;
    let mut literal = false;
    let mut last = 0;
    while let Some(character) = rest.chars().next() {
        let at = raw.len() - rest.len();
        if !literal && character == '{' {
            let inner = rest[1..].trim_start().strip_prefix('"')?;
            rest = inner;
            literal = true;
            continue;
        }
        if literal && character == '"' {
            rest = rest[1..].trim_start().strip_prefix('}')?;
            literal = false;
            continue;
        }
        let (read, made) = match (literal, character) {
            (true, '\\') => escape(rest)?,
            (true | false, _) => (character.len_utf8(), character.len_utf8()),
        };
        starts.extend((0..made).map(|_| at));
        last = at + read;
        rest = &rest[read..];
    }
    if starts.len() != value.len() {
        return None;
    }
    starts.push(last);
    let start = *starts.get(span.start)?;
    // What ends inside an escape ends behind it: at the start of what follows, if that is at once.
    let end = match span.end {
        end if end == span.start => start,
        end => {
            let before = *starts.get(end.checked_sub(1)?)?;
            let step = match raw[before..].strip_prefix('\\') {
                Some(_) => escape(&raw[before..])?.0,
                None => raw[before..].chars().next()?.len_utf8(),
            };
            before + step
        }
    };
    Some(start..end.max(start))
}

/// How many bytes an escape has, and how many bytes it makes.
fn escape(text: &str) -> Option<(usize, usize)> {
    let digits = match text.as_bytes().get(1)? {
        b'\\' | b'"' => return Some((2, 1)),
        b'u' => 4,
        b'U' => 6,
        _ => return None,
    };
    let code = u32::from_str_radix(text.get(2..2 + digits)?, 16).ok()?;
    Some((2 + digits, char::from_u32(code)?.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, value: &str, words: &str, expect: &str) {
        let text = format!("# @unit a-1\na-1 = {line}\n");
        let (catalog, _) = crate::catalog::read("a.ftl", &text, "fr");
        let message = catalog.unit("a-1").and_then(|unit| unit.message.as_ref()).expect("a message");
        let at = value.find(words).expect("the words");
        assert_eq!(&text[place(&catalog, message, value, &(at..at + words.len()))], expect, "{line}");
    }

    #[test]
    fn the_very_words_are_found() {
        check("The river rises.", "The river rises.", "river", "river");
        check("a { \"{\" }b{ \"}\" } c", "a {b} c", "b", "b");
        check("a { \"{\" }b c", "a {b c", "c", "c");
        check("{ \"\\u00e9\" }t{ \" \" }", "ét ", "é", "\\u00e9");
        check("{ \" \" }t", " t", " ", " ");
        check("The { -brics } meet here.", "The BRICS meet here.", "meet", "meet");
        check("The { -brics } meet.", "The BRICS meet.", "BRICS", "The { -brics } meet.");
    }
}
