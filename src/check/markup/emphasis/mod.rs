//! Words that are set off: bold, italic or struck out in the French, they are so in the translation.
//!
//! What is counted is what Markdown makes of the signs, for that is what readers see: marks that mark nothing
//! count as lost. Where as many are set off in each way, the two may still stand in each other, and a star may
//! be left over. What a language sets off in its own way is [`free`].

mod free;
mod nested;
mod stars;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::RULE;
use crate::check::{Pair, Problem};
use crate::diagnostic::Severity;
use crate::text::Span;

/// The ways of setting words off: their name, and the mark that the help writes.
const WEIGHTS: [(&str, &str); 3] = [("bold", "**"), ("italic", "*"), ("struck out", "~~")];
/// The places in [`WEIGHTS`] of those that have a rule of their own.
const BOLD: usize = 0;
const ITALIC: usize = 1;

/// The passages that are set off in each of the [`WEIGHTS`], with their marks.
type Passages = [Vec<Span>; WEIGHTS.len()];

/// As Markdown reads it, so that what is counted is what readers will see.
fn passages(raw: &str) -> Passages {
    let mut passages = [const { Vec::new() }; WEIGHTS.len()];
    let begin = raw.len() - raw.trim_start().len();
    for (event, span) in Parser::new_ext(&raw[begin..], Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        let at = match event {
            Event::Start(Tag::Strong) => BOLD,
            Event::Start(Tag::Emphasis) => ITALIC,
            Event::Start(Tag::Strikethrough) => 2,
            _ => continue,
        };
        passages[at].push(begin + span.start..begin + span.end);
    }
    passages
}

/// The opening mark of a passage as it was written: `_` and `__` are marks, too.
fn opening(weight: usize, passage: &Span) -> Span {
    passage.start..passage.start + WEIGHTS[weight].1.len().min(passage.len())
}

/// As many passages are set off in each way.
pub(super) fn same(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let raw = pair.translation.raw;
    let (mut french, here) = (passages(pair.source.text.raw), passages(raw));
    free::without_first_of_negation(pair.source.text.raw, &mut french[BOLD], here[BOLD].len());
    let lost = (0..WEIGHTS.len()).find(|&at| here[at].len() < french[at].len());
    let added = (0..WEIGHTS.len()).find(|&at| here[at].len() > french[at].len());
    let problem = match (lost, added) {
        (None, None) => {
            nested::inside_out(pair, &french, &here, problems);
            stars::stray(pair, &french, &here, problems);
            return;
        }
        (Some(lost), Some(added)) => in_another_way(raw, lost, added, &here),
        (Some(lost), None) if free::may_go(pair, lost, &french, &here) => return,
        (Some(lost), None) => {
            let mut problem = missing(raw, lost, french[lost].len(), &here);
            if free::may_be_at_home(pair, lost, &french, &here) {
                problem.severity = Severity::Warning;
            }
            problem
        }
        (None, Some(added)) if free::may_come(pair, added, &french, &here) => return,
        (None, Some(added)) => new(raw, added, &french, &here),
    };
    let of_french = lost.map_or(0..0, |lost| french[lost][0].clone());
    problems.push(problem.of_french(of_french));
}

fn in_another_way(raw: &str, lost: usize, added: usize, here: &Passages) -> Problem {
    let ((was, wanted), (is, _)) = (WEIGHTS[lost], WEIGHTS[added]);
    let at = opening(added, &here[added][0]);
    let help = format!("write “{wanted}” before and after the words, not “{}”", &raw[at.clone()]);
    Problem::error(RULE, at, format!("what is {was} in the French is {is} in the translation")).help(help)
}

/// `wanted`: so many passages of the French are set off in the way that is `lost` here.
fn missing(raw: &str, lost: usize, wanted: usize, here: &Passages) -> Problem {
    let (what, sign) = WEIGHTS[lost];
    let which = match wanted {
        1 => format!("what is {what}"),
        count => format!("one of {count} passages that are {what}"),
    };
    let at = here[lost].first().map(|span| opening(lost, span));
    // Marks that mark nothing: a blank stands inside them, or one of two is gone.
    let at = at.or_else(|| raw.find(sign).map(|at| at..at + sign.len())).unwrap_or(0..0);
    let help = beside_letters(raw, lost, here[lost].len())
        .unwrap_or_else(|| format!("put “{sign}” before and after the words, with no space inside"));
    Problem::error(RULE, at, format!("{which} in the French is not {what} in the translation")).help(help)
}

fn new(raw: &str, added: usize, french: &Passages, here: &Passages) -> Problem {
    let what = WEIGHTS[added].0;
    let all = &here[added];
    let is_whole = |span: &&Span| raw.trim() == &raw[(*span).clone()];
    let span =
        all.iter().find(is_whole).unwrap_or(&all[if french[added].is_empty() { 0 } else { all.len() - 1 }]);
    let at = opening(added, span);
    let sign = &raw[at.clone()];
    let help = match is_whole(&span) {
        true => format!(
            "take away the “{sign}” at both ends; where the French passage is {what} as a whole, the page keeps that \
             by itself"
        ),
        false => format!("take away the “{sign}” before and after the words"),
    };
    Problem::error(RULE, at, format!("the translation makes {what} what isn't so in the French")).help(help)
}

/// How to write two marks that mark nothing, as they stand between a punctuation mark and a letter (`**注意：**市`):
/// with the punctuation mark outside. `None` where that is not why, or does not help.
fn beside_letters(raw: &str, at: usize, marked: usize) -> Option<String> {
    let sign = WEIGHTS[at].1;
    let open = raw.find(sign)?;
    let inner = &raw[open + sign.len()..];
    let (words, after) = inner.split_at(inner.find(sign)?);
    let is_punctuation = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let begun = words.trim_start_matches(is_punctuation);
    let core = begun.trim_end_matches(is_punctuation);
    if core.is_empty() || core.trim() != core {
        return None;
    }
    let (before, behind) = (&words[..words.len() - begun.len()], &begun[core.len()..]);
    let written = format!("{before}{sign}{core}{sign}{behind}");
    let whole = format!("{}{written}{}", &raw[..open], &after[sign.len()..]);
    (written != format!("{sign}{words}{sign}") && passages(&whole)[at].len() > marked).then(|| {
        format!(
            "between a punctuation mark and a letter, Markdown takes “{sign}” for no mark: write {written}, or put a \
             space outside"
        )
    })
}

/// Plain text has no markup: its signs would show on the page.
pub(super) fn in_plain_text(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let raw = pair.translation.raw;
    let passages = passages(raw);
    let first = (0..WEIGHTS.len()).find_map(|weight| Some((weight, passages[weight].first()?)));
    if let Some((weight, span)) = first {
        let (at, what) = (opening(weight, span), WEIGHTS[weight].0);
        let sign = &raw[at.clone()];
        let message = format!("“{sign}” makes nothing {what} in plain text: readers would see the signs");
        let help = format!("take away the “{sign}” before and after the words");
        problems.push(Problem::warning(RULE, at, message).help(help));
    }
}
