//! Stars that are left over where as much is set off as in the French: readers see them.

use pulldown_cmark::{Event, Options, Parser};

use super::{BOLD, ITALIC, Passages, RULE};
use crate::check::scan::{MARK, Text};
use crate::check::{Pair, Problem};

/// A star that marks nothing, and is not one to be read: `***words**`, `*words`.
pub(super) fn stray(pair: &Pair<'_>, french: &Passages, here: &Passages, problems: &mut Vec<Problem>) {
    let (source, text) = (&pair.source.text, &pair.translation);
    if has_odd_stars(source, french) || !has_odd_stars(text, here) {
        return;
    }
    let raw = text.raw;
    let begin = raw.len() - raw.trim_start().len();
    // Each star of a row is a text of its own.
    let mut seen = 0;
    for (event, span) in Parser::new_ext(&raw[begin..], Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        let span = (begin + span.start).max(seen)..begin + span.end;
        let Event::Text(_) = event else { continue };
        let first = |at: &usize| raw.as_bytes()[*at] == b'*' && is_marked_at(text, *at);
        let Some(at) = span.clone().find(first) else { continue };
        let before = &raw[..at];
        let behind = raw[at..].trim_start_matches('*');
        let run = at..raw.len() - behind.len();
        seen = run.end;
        let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let (left, right) = (before.chars().next_back(), behind.chars().next());
        let is_inner = [left, right].iter().all(|c| c.is_some_and(char::is_alphabetic));
        let has_digit = [left, right].iter().any(|c| c.is_some_and(char::is_numeric));
        // A gender star (jede*r), a product, a hotel of 4*, a word that is not spelt out (f***).
        if is_inner || has_digit || is_blank(left) && is_blank(right) || !is_blank(left) && run.len() > 2 {
            continue;
        }
        let opens = left.is_none_or(|c| !c.is_alphanumeric()) && right.is_some_and(char::is_alphanumeric);
        // Behind a word, it may refer to a note.
        let new = if opens { Problem::error } else { Problem::warning };
        let message = format!("“{}” marks nothing here: readers would see it", &raw[run.clone()]);
        problems
            .push(new(RULE, run, message).help("write as many before as behind the words, or take it away"));
        return;
    }
}

/// Whether a byte was read as a mark, and neither as code nor as a sign to be read.
fn is_marked_at(text: &Text<'_>, at: usize) -> bool {
    text.prose.as_bytes()[at] == MARK as u8
}

/// Whether a text has more stars than mark something.
fn has_odd_stars(text: &Text<'_>, passages: &Passages) -> bool {
    let stars = memchr::memchr_iter(b'*', text.raw.as_bytes()).filter(|at| is_marked_at(text, *at)).count();
    let marking = |at: usize, both: usize| {
        both * passages[at].iter().filter(|span| text.raw[span.start..].starts_with('*')).count()
    };
    stars > marking(BOLD, 4) + marking(ITALIC, 2)
}
