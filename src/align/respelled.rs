//! The same words in other signs of Markdown: `&nbsp;` for a no-break space, `_x_` for `*x*`, `a\_b` for `a_b`.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

use crate::text::verbatim;

/// The longest name of an entity that is looked for, with its marks.
const ENTITY: usize = 12;

/// A text with the characters of its entities in their place, each emphasis between stars, and no backslash before an
/// underscore inside a word. What programs that lay out Markdown change, and readers don't see.
pub(super) fn respelled(text: &str) -> Cow<'_, str> {
    if memchr::memchr3(b'&', b'_', b'\\', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for (span, _) in verbatim(text) {
        prose(text, from, span.start, &mut out);
        out.push_str(&text[span.clone()]);
        from = span.end;
    }
    prose(text, from, text.len(), &mut out);
    Cow::Owned(out)
}

/// The prose between two places of a text.
fn prose(text: &str, from: usize, end: usize, out: &mut String) {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (before, after) = (|at: usize| text[..at].chars().next_back(), |at: usize| text[at..].chars().next());
    let mut at = from;
    while let Some(found) =
        memchr::memchr3(b'&', b'_', b'\\', &text.as_bytes()[at..end]).map(|found| at + found)
    {
        out.push_str(&text[at..found]);
        let rest = &text[found..end];
        // How many bytes it takes, and what is written for them.
        let (length, instead) = match rest.as_bytes()[0] {
            b'&' => entity(rest).map_or((1, None), |(length, sign)| (length, Some(sign))),
            b'_' => {
                let length = rest.len() - rest.trim_start_matches('_').len();
                let (before, after) = (before(found), after(found + length));
                let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
                let is_inside = is_word(before) && is_word(after);
                let is_mark = !(is_inside || is_blank(before) && is_blank(after));
                (length, is_mark.then(|| "*".repeat(length)))
            }
            _ if rest.starts_with("\\_") && is_word(before(found)) && is_word(after(found + 2)) => {
                (2, Some("_".to_owned()))
            }
            // What it stands before is no mark.
            _ => (1 + rest[1..].chars().next().map_or(0, char::len_utf8), None),
        };
        out.push_str(instead.as_deref().unwrap_or(&rest[..length]));
        at = found + length;
    }
    out.push_str(&text[at..end]);
}

/// The entity that a text begins with, and its character, if that is none of ASCII: those would be markup.
fn entity(text: &str) -> Option<(usize, String)> {
    let length = 1 + memchr::memchr(b';', &text.as_bytes()[..text.len().min(ENTITY)])?;
    let mut events = Parser::new(&text[..length]);
    events.find_map(|event| match event {
        Event::Text(sign) if !sign.is_ascii() => Some((length, sign.into_string())),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_signs_of_the_same_are_spelled_alike() {
        let alike = [
            ("15&nbsp;% des tr&egrave;s grands", "15\u{A0}% des très grands"),
            ("un _mot_ et __deux__", "un *mot* et **deux**"),
            ("le champ a\\_b", "le champ a_b"),
            ("« _mot_ »", "« *mot* »"),
        ];
        for (one, other) in alike {
            assert_eq!(respelled(one), respelled(other), "{one}");
        }
        let kept = [
            "a_b",
            "`&nbsp;` et `_x_`",
            "R&D ; suite",
            "&lt;b&gt;",
            "un _ seul",
            "\\*x\\*",
            "\\_x\\_",
            "fin \\",
            "&",
        ];
        for text in kept {
            assert_eq!(respelled(text), text);
        }
    }
}
