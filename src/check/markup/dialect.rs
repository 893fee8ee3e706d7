//! Signs of Markdown's dialects (`:tada:`, `++ctrl+s++`, `==mark==`), which the page builder turns into something
//! else: what is one in the French is one in the translation.

use super::RULE;
use crate::check::scan::{MARKS, SUMS, Text};
use crate::check::{Pair, Problem};
use crate::text::Span;

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    if french.has(MARKS) && french.raw.contains(':') {
        codes(pair, problems);
    }
    if let (Some((_, was)), Some((at, is))) = (box_kind(french.raw), box_kind(text.raw))
        && was != is
    {
        problems.push(
            Problem::error(RULE, at..at + is.len(), format!("the kind of the box, {was}, became {is}"))
                .help("copy it: the page draws the box by it; the title behind it is translated"),
        );
    }
    if french.has(SUMS) {
        keys(pair, problems);
        highlights(french, text, problems);
    }
}

/// The kind of a box that a text begins, and where it stands: `!!! tip "Un titre"`, `??? note`.
fn box_kind(raw: &str) -> Option<(usize, &str)> {
    let rest = raw.strip_prefix("!!!").or_else(|| raw.strip_prefix("???"))?;
    let rest = rest.trim_start_matches('+').strip_prefix(' ')?.trim_start();
    let kind = rest.split(char::is_whitespace).next()?;
    Some((raw.len() - rest.len(), kind))
}

/// The spans of `:name:` in a text, where nothing is joined to them and the name has a letter.
fn shortcodes(raw: &str) -> Vec<Span> {
    let bytes = raw.as_bytes();
    let mut found: Vec<Span> = Vec::new();
    for open in memchr::memchr_iter(b':', bytes) {
        let is_free = found.last().is_none_or(|last| last.end <= open)
            && !raw[..open].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ':' | '/'));
        let name = bytes[open + 1..].iter().take(64).take_while(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-' | b'+')
        });
        let length = name.count();
        let end = open + 1 + length;
        let has_letter = bytes[open + 1..end].iter().any(u8::is_ascii_lowercase);
        if is_free
            && length > 1
            && has_letter
            && bytes.get(end) == Some(&b':')
            && !bytes.get(end + 1).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b':')
        {
            found.push(open..end + 1);
        }
    }
    found
}

/// Whether a text has a `:name:`.
pub(in crate::check) fn has_code(raw: &str) -> bool {
    raw.contains(':') && !shortcodes(raw).is_empty()
}

/// Where the `:name:` begins that ends at a byte.
pub(in crate::check) fn code_before(prose: &str, end: usize) -> Option<usize> {
    /// Bytes of the longest name, with its colons.
    const LONGEST: usize = 66;
    let begin = prose.floor_char_boundary(end.saturating_sub(LONGEST));
    let open = begin + memchr::memrchr(b':', &prose.as_bytes()[begin..end - 1])?;
    let before = prose[..open].chars().next_back().map_or(open, |c| open - c.len_utf8());
    let codes = shortcodes(&prose[before..end]);
    (codes.last()?.end == end - before).then_some(open)
}

/// Whether a text begins with a passage that is highlighted: `==mark==`.
pub(in crate::check) fn begins_highlighted(raw: &str) -> bool {
    let inner = raw.strip_prefix("==").unwrap_or_default();
    let closes = |at: usize| !inner[..at].ends_with(char::is_whitespace);
    inner.starts_with(|c: char| !c.is_whitespace() && c != '=') && inner.find("==").is_some_and(closes)
}

fn codes(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (pair.source.text.raw, pair.translation.raw);
    let wanted = shortcodes(french);
    let Some(lost) = wanted.into_iter().find(|span| !text.contains(&french[span.clone()])) else { return };
    let sign = &french[lost.clone()];
    let instead = shortcodes(text).into_iter().find(|span| !french.contains(&text[span.clone()]));
    let problem = match instead {
        Some(span) => {
            let message = format!("the sign {sign} became {}", &text[span.clone()]);
            Problem::error(RULE, span, message)
        }
        None => Problem::warning(RULE, 0..0, format!("the sign {sign} is missing")),
    };
    problems.push(problem.of_french(lost).help("copy it: its name is not translated"));
}

/// `++ctrl+s++`: the names of keys are not translated.
fn keys(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (pair.source.text.raw, pair.translation.raw);
    let mut from = 0;
    while let Some(open) = french[from..].find("++").map(|at| from + at) {
        let name = french[open + 2..]
            .bytes()
            .take(64)
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-'));
        let run = &french[open + 2..open + 2 + name.count()];
        // The run takes the closing signs too.
        let Some(name) = run.strip_suffix("++").filter(|name| !name.is_empty() && !name.starts_with('+'))
        else {
            from = open + 2;
            continue;
        };
        let span = open..open + 4 + name.len();
        from = span.end;
        if !text.contains(&french[span.clone()]) {
            problems.push(
                Problem::error(RULE, 0..0, format!("the keys {} are missing", &french[span.clone()]))
                    .of_french(span)
                    .help("copy them sign for sign: the page writes their names in the reader's language"),
            );
            return;
        }
    }
}

/// The `==` that open or close a passage: a blank on one side at most.
fn marks(raw: &str) -> usize {
    let is_mark = |at: &usize| {
        let (before, after) = (&raw[..*at], &raw[*at + 2..]);
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let is_longer = before.ends_with(['=', '<', '>', '!']) || after.starts_with('=');
        !(is_longer || blank(before.chars().next_back()) && blank(after.chars().next()))
    };
    raw.match_indices("==").map(|(at, _)| at).filter(is_mark).count()
}

fn highlights(french: &Text<'_>, text: &Text<'_>, problems: &mut Vec<Problem>) {
    let wanted = marks(&french.prose);
    if wanted == 0 || !wanted.is_multiple_of(2) || marks(&text.prose) == wanted {
        return;
    }
    problems.push(
        Problem::warning(RULE, 0..0, "what is highlighted in the French is not so in the translation")
            .help("put “==” before and after the words, with no space inside"),
    );
}
