//! Marks at the end of a text, or in it, that stand twice, or beside one that ends it, too.

use super::{CLOSING, End, RULE};
use crate::check::scan::{MARKS, Text};
use crate::check::{Pair, Problem};
use crate::text::Span;

/// What is wrong with the mark `here`, at some bytes of the prose, that ends the translation. The French ends at `french`.
pub(super) fn at_end(pair: &Pair<'_>, here: End, at: &Span, french: &Span) -> Option<Problem> {
    let (source, text) = (&pair.source.text, &pair.translation);
    let is_doubled = || {
        doubled(text, at.end) && !doubled_in_french(pair)
            || doubled_around_quote(text, at.end) && !doubled_around_quote(source, french.end)
    };
    if here == End::Stop && is_doubled() {
        let problem = Problem::warning(RULE, at.clone(), "two full stops at the end");
        return Some(problem.help("write one, or … if something is left out"));
    }
    if here == End::Stop && ends_in_comma(&text.prose[..at.end]) && !ends_in_comma(&source.prose) {
        let problem = Problem::warning(RULE, at.clone(), "a comma before the final full stop");
        return Some(problem.help("write the full stop alone"));
    }
    if !matches!(here, End::Question | End::Exclamation) {
        return None;
    }
    let twice = shouted(&text.prose[..at.end])?;
    let message = format!("“{twice}” at the end, and one in the French");
    let problem = Problem::warning(RULE, at.end - twice.len()..at.end, message);
    (!shouts(&source.prose.replace(is_blank, ""))).then(|| problem.help("write one"))
}

fn ends_in_comma(prose: &str) -> bool {
    [",.", ";.", "、。", "，。"].iter().any(|end| prose.ends_with(end))
}

/// Two such marks at the end of a text, and no more.
fn shouted(prose: &str) -> Option<&'static str> {
    let twice = ["!!", "??", "！！", "？？"];
    twice.into_iter().find(|twice| {
        let mark = &twice[..twice.len() / 2];
        prose.strip_suffix(twice).is_some_and(|before| !before.ends_with(mark))
    })
}

/// A mark of a question or a call that stands twice behind a word within the text, and in the French once.
pub(super) fn inside(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    if !text.has(MARKS) || !french.has(MARKS) {
        return;
    }
    let stands = |at: usize, twice: &str| {
        let (before, after) = (&text.prose[..at], &text.prose[at + twice.len()..]);
        before.ends_with(char::is_alphabetic) && after.starts_with(' ') && french.prose.contains(&twice[..1])
    };
    for twice in ["??", "!!"] {
        let mut places = text.prose.match_indices(twice);
        let found = places.find(|(at, _)| stands(*at, twice) && !shouts(&french.prose.replace(is_blank, "")));
        problems.extend(found.map(|(at, _)| {
            let message = format!("“{twice}” within the sentence, and one in the French");
            Problem::warning(RULE, at..at + twice.len(), message).help("write one")
        }));
    }
}

fn shouts(prose: &str) -> bool {
    ["!!", "??"].iter().any(|twice| prose.contains(twice))
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}')
}

fn doubled(text: &Text<'_>, end: usize) -> bool {
    let before = &text.prose[..end];
    (before.ends_with("..") && !before.ends_with("..."))
        || (before.ends_with("。。") && !before.ends_with("。。。"))
}

/// Whether a quotation ends in a full stop, and the sentence in one more behind its mark: `… hier.“.` An abbreviation has
/// its own.
fn doubled_around_quote(text: &Text<'_>, end: usize) -> bool {
    /// Letters that few abbreviations have.
    const WORD: usize = 4;
    let Some(before) = text.prose[..end].strip_suffix('.') else { return false };
    let inner = before.trim_end_matches(|c: char| CLOSING.contains(&c) || is_blank(c));
    let Some(said) =
        inner.strip_suffix('.').filter(|said| inner.len() < before.len() && !said.ends_with('.'))
    else {
        return false;
    };
    let last = said.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    last.chars().nth(WORD - 1).is_some() && !last.chars().skip(1).any(char::is_uppercase)
}

fn doubled_in_french(pair: &Pair<'_>) -> bool {
    let french = pair.source.text.prose.trim_end();
    french.ends_with("..") && !french.ends_with("...")
}
