//! A clause of French that stays where titles, names and quotations may.
//!
//! A quotation is kept as a whole, and so is a title: what goes on behind words that were translated, with a pronoun or
//! a verb of French, is neither.

use std::ops::Range;

use super::between::is_cut;
use super::runs::RUN;
use super::{BRACKETS, EMPHASIS, QUOTES, is_between};
use crate::check::Pair;
use crate::check::lists::Words;
use crate::check::scan::Text;

/// Fewest words in small letters.
const SMALL: usize = 5;

/// Of those in brackets, which the French has, too.
const SMALL_IN_BRACKETS: usize = 4;

/// Small words of a clause: pronouns that stand before its verb, what is left of those and of the negation before a vowel,
/// and forms of *être* and *avoir*.
static OF_CLAUSE: Words = Words::of("of-clause");

/// Whether a run of words that stand in the French is such a clause.
pub(super) fn is_clause(pair: &Pair<'_>, run: &Range<usize>) -> bool {
    let text = &pair.translation;
    // Names that a comma parts from the clause are before it, and none of its words.
    let is_name = |at: &usize| text.words[*at].capital && at + 1 < run.end && is_cut(text, at + 1);
    let begin = run.start + run.clone().take_while(is_name).count();
    let words = &text.words[begin..run.end];
    let span = words[0].span().start..words[words.len() - 1].span().end;
    let small = words.iter().filter(|word| !word.capital).count();
    let says = |at: usize| OF_CLAUSE.has(text.word(&words[at]));
    if is_between(text.raw, &span, BRACKETS) {
        return small >= SMALL_IN_BRACKETS
            && !words[0].capital
            && (0..words.len()).any(says)
            && is_in_brackets_of_french(pair, &text.raw[span]);
    }
    if is_between(text.raw, &span, EMPHASIS)
        || words[0].capital && is_title_of_work(pair, &text.raw[span.clone()])
    {
        return false;
    }
    // Lyon est la première ville…
    if small == SMALL - 1 && words[0].capital {
        return says(1) && goes_on(pair.source.text.raw, &text.raw[span]);
    }
    if small < SMALL {
        return false;
    }
    match words[0].capital {
        // Marseille se raconte…
        true => says(1) && is_whole(text, &span),
        false => (0..words.len()).any(says) && !fills_quotation(text, &span),
    }
}

/// What titles stand behind: le film *Marie est la reine de France*.
static WORKS: Words = Words::of("works");

/// A run of words without the word for a work at its head, which other languages write as French does.
pub(super) fn without_work(pair: &Pair<'_>, run: Range<usize>) -> Range<usize> {
    let text = &pair.translation;
    let is_behind_work = run.len() > RUN && WORKS.has(text.word(&text.words[run.start]));
    if is_behind_work && text.words[run.start + 1].capital { run.start + 1..run.end } else { run }
}

/// Whether a passage stands in the French right behind the word for a work, as its title does, and the sentence goes on
/// behind it as behind its subject: *le film Marie est la reine de France sort demain*, and not *le livre Germinal est une
/// œuvre du siècle*.
fn is_title_of_work(pair: &Pair<'_>, passage: &str) -> bool {
    static GOES_ON: Words = Words::of("goes-on");
    let Some((before, behind)) = pair.source.text.raw.split_once(passage) else { return false };
    let last = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next();
    let next = behind.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    last.is_some_and(|word| WORKS.has(word)) && next.starts_with(char::is_lowercase) && !GOES_ON.has(next)
}

/// Whether a run of words has one that stands beside a verb of French.
pub(super) fn has_verb(text: &Text<'_>, run: &Range<usize>) -> bool {
    text.words[run.clone()].iter().any(|word| OF_CLAUSE.has(text.word(word)))
}

/// Whether the French has a passage in brackets, too: else it is how the original was, which a translator adds.
fn is_in_brackets_of_french(pair: &Pair<'_>, passage: &str) -> bool {
    let french = pair.source.text.raw;
    french.find(passage).is_some_and(|at| is_between(french, &(at..at + passage.len()), BRACKETS))
}

/// Whether the clause of a passage goes on in the French right behind it: a title ends there.
fn goes_on(french: &str, passage: &str) -> bool {
    french.split_once(passage).is_some_and(|(_, rest)| {
        let mut next = rest.chars();
        next.next() == Some(' ') && next.next().is_some_and(char::is_lowercase)
    })
}

/// Whether nothing but marks parts a passage from quotation marks on both sides.
fn fills_quotation(text: &Text<'_>, span: &Range<usize>) -> bool {
    let before = text.raw[..span.start].trim_end();
    let after = text.raw[span.end..].trim_start_matches(|c: char| c.is_whitespace() || ".,;:!?…".contains(c));
    before.ends_with(|c: char| QUOTES.contains(c)) && after.starts_with(|c: char| QUOTES.contains(c))
}

/// Whether marks of the sentence, or its end, stand on both sides.
fn is_whole(text: &Text<'_>, span: &Range<usize>) -> bool {
    let before = text.prose[..span.start].trim_end();
    let after = text.prose[span.end..].trim_start();
    before.ends_with([',', ';', ':', '–', '—'])
        && (after.is_empty() || after.starts_with(['.', ',', ';', ':', '!', '?', '…', '–', '—']))
}
