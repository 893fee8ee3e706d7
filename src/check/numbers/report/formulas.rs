//! Formulas of chemistry whose lowered digits are others: Al(OH)₂ for Al(OH)₃.

use crate::check::numbers::RULE;
use crate::check::numbers::read::is_lowered;
use crate::check::scan::{Text, WIDE};
use crate::check::{Pair, Problem};
use crate::text::Span;

/// A formula of the translation that is one of the French but for its digits. Formulas that are written otherwise
/// (H2O), or named, are no slip.
pub(in crate::check::numbers) fn report(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (source, text) = (&pair.source.text, &pair.translation);
    if !text.has(WIDE) || !text.prose.contains(is_lowered) {
        return;
    }
    let (french, here) = (formulas(source), formulas(text));
    let is_in = |formula: &str, all: &[Span], text: &Text<'_>| {
        all.iter().any(|other| text.prose[other.clone()] == *formula)
    };
    let letters = |formula: &str| formula.chars().filter(|c| !is_lowered(*c)).collect::<String>();
    for span in &here {
        let written = &text.prose[span.clone()];
        if is_in(written, &french, source) {
            continue;
        }
        let is_meant = |other: &&Span| {
            let there = &source.prose[(*other).clone()];
            letters(there) == letters(written) && !is_in(there, &here, text)
        };
        if let Some(meant) = french.iter().find(is_meant) {
            let there = &source.prose[meant.clone()];
            problems.push(
                Problem::warning(RULE, span.clone(), format!("{there} became {written}"))
                    .of_french(meant.clone())
                    .help("copy the formula of the French; if it is wrong there, tell the author"),
            );
            return;
        }
    }
}

/// The runs of letters of ASCII, digits and brackets in which a lowered digit stands.
fn formulas(text: &Text<'_>) -> Vec<Span> {
    let prose: &str = &text.prose;
    let is_part = |c: char| c.is_ascii_alphanumeric() || is_lowered(c) || matches!(c, '(' | ')');
    let mut all: Vec<Span> = Vec::new();
    for (at, c) in prose.match_indices(is_lowered) {
        if all.last().is_some_and(|last| at < last.end) {
            continue;
        }
        let begin = prose[..at].trim_end_matches(is_part).len();
        let after = &prose[at + c.len()..];
        let end = prose.len() - after.trim_start_matches(is_part).len();
        // Brackets around a formula are the sentence's.
        let mut span = begin..end;
        while let Some(inner) = outer(&prose[span.clone()]) {
            span = span.start + inner.start..span.start + inner.end;
        }
        all.push(span);
    }
    all
}

/// A formula without a bracket at one of its ends that has no partner in it, or without both around it; none if it has
/// none of these.
fn outer(formula: &str) -> Option<Span> {
    let (opens, closes) = (formula.matches('(').count(), formula.matches(')').count());
    if formula.starts_with('(') && (opens > closes || formula.ends_with(')') && opens == 1) {
        return Some(1..formula.len() - usize::from(opens == closes));
    }
    if formula.ends_with(')') && closes > opens {
        return Some(0..formula.len() - 1);
    }
    (formula.ends_with('(') && opens > closes).then(|| 0..formula.len() - 1)
}
