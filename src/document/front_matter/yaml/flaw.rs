//! Why a line is no key with its value, and why a value that looks like a text is none.

use super::anchor::word;
use super::closing_quote;
use super::scalar::comment;
use crate::document::front_matter::flaw::Flaw;
use crate::document::front_matter::key::{is_name, is_yaml_key};
use crate::document::front_matter::lines;
use crate::text::Span;

/// A line of YAML between the fences that is no key and value, as long as the first one is: what begins with prose is no
/// front matter, but a rule above a heading.
pub(super) fn of_line(source: &str, part: Span, line: Span) -> Option<Flaw> {
    let first = lines(source, part.clone()).find(|line| says_something(&source[line.clone()]))?;
    let text = &source[line.clone()];
    let is_indented = |text: &str| text.starts_with([' ', '\t']);
    let lacks_space = |text: &str| {
        let (key, value) = text.split_once(':')?;
        (is_name(key) && !value.is_empty() && !value.starts_with(['/', ':']))
            .then(|| format!("{key}: {value}"))
    };
    // Keys that are indented, or the first of which is: what is not indented below them is no prose.
    let are_indented_keys = || {
        let is_key = |text: &str| is_indented(text) || is_yaml_key(text) || !says_something(text);
        is_indented(text)
            && is_yaml_key(text.trim_start())
            && lines(source, part.clone()).all(|line| is_key(&source[line]))
    };
    let is_key = is_yaml_key(&source[first.clone()]);
    if !is_key && !(first == line && (lacks_space(text).is_some() || are_indented_keys())) {
        return None;
    }
    let help = match lacks_space(text) {
        Some(spaced) => format!("put a space behind the colon: {}", spaced.trim_end()),
        None if is_indented(text) => "begin the lines of keys without a space or a tab".to_owned(),
        None => {
            "write the line as `key: value`, indent it if it belongs to the key above, or begin it with # if it is a note"
                .to_owned()
        }
    };
    Some(Flaw::of_all(line, "`key: value` is expected here", help))
}

/// All keys between the braces of one mapping (`{ title: "Le pont" }`), which says to builders the same.
pub(super) fn in_braces(source: &str, part: Span) -> Option<Flaw> {
    let inner = source[part.clone()].trim();
    let is_one = inner.strip_prefix('{').is_some_and(|rest| rest.ends_with('}') && rest.contains(':'));
    let line = || lines(source, part.clone()).find(|line| says_something(&source[line.clone()]));
    let message = "front matter in braces is copied as it is, and no text of it is translated".to_owned();
    let help = "write each key on a line of its own, without the braces: title: \"…\"".to_owned();
    is_one.then(|| Some(Flaw::of_place(line()?, message, help)))?
}

fn says_something(line: &str) -> bool {
    !line.trim().is_empty() && !line.trim_start().starts_with('#')
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
            let uncommented = |text: &'s str| text[..comment(text).unwrap_or(text.len())].trim_end();
            let at_end = uncommented(first);
            let at_end = at_end.ends_with(':').then(|| at_end.len() - 1);
            let colon = uncommented(raw).find(": ").or(at_end)?;
            let at = part.start + colon;
            let what = "a colon and a space in a text without quotes begin the value of a key";
            Some(Flaw::of_text(at..at + 1, what, format!("put the text in quotes: {name}: \"…\"")))
        }
    }
}
