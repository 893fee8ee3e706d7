//! Formulas: they are copied, but for the words in them and the way in which a language writes decimals.

use super::RULE;
use super::tokens::Unmatched;
use crate::check::scan::{CROWD, Kind, Text};
use crate::check::{Pair, Problem, unmatched};
use crate::diagnostic::Severity;
use crate::text::Span;

const HELP: &str = "copy it sign for sign";

pub(super) fn same(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let point = pair.target.decimal == '.';
    let mut formulas = Unmatched::of(pair, Kind::Math);
    formulas.pair_off(|was, is| compared(was, point) == compared(is, point));
    problems.extend(formulas.lost(Severity::Error, "the formula", HELP));
}

/// A formula as it is compared: without the words in it (`\text{si}`), and where the language writes a decimal point
/// (`0.08` for `0{,}08`), with that.
fn compared(raw: &str, point: bool) -> String {
    let (mut kept, mut rest) = (String::with_capacity(raw.len()), raw);
    while let Some((before, words)) = rest.split_once("\\text{") {
        kept.push_str(before);
        rest = words.split_once('}').map_or("", |(_, behind)| behind);
    }
    kept.push_str(rest);
    if point { kept.replace("{,}", ".").replace("{.}", ".") } else { kept }
}

/// Short formulas, `$r$` and `$t > 0$`, beside longer ones that show that dollars mean formulas here.
pub(super) fn lone(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    /// Bytes of a short one.
    const LONGEST: usize = 40;
    let (french, text) = (&pair.source.text, &pair.translation);
    if french.written(Kind::Math).next().is_none() {
        return;
    }
    let formulas = |text: &Text<'_>| -> Vec<Span> {
        let places: Vec<usize> = memchr::memchr_iter(b'$', text.prose.as_bytes()).take(CROWD).collect();
        let pairs = places.chunks_exact(2).map(|pair| pair[0]..pair[1] + 1);
        let is_short = |span: &Span| {
            let inner = &text.raw[span.start + 1..span.end - 1];
            (1..=LONGEST).contains(&inner.len()) && inner.trim().len() == inner.len()
        };
        pairs.filter(is_short).collect()
    };
    let mut wanted = formulas(french);
    let is_same = |wanted: &Span, here: &Span| french.raw[wanted.clone()] == text.raw[here.clone()];
    let added = unmatched::added(&mut wanted, formulas(text), is_same);
    let Some(lost) = wanted.first() else { return };
    let was = &french.raw[lost.clone()];
    let (span, message) = match added.first() {
        Some(added) => (added.clone(), format!("the formula {was} became {}", &text.raw[added.clone()])),
        // What the French says twice may be said once.
        None if text.raw.contains(was) => return,
        None => (0..0, format!("the formula {was} is missing")),
    };
    problems.push(Problem::error(RULE, span, message).of_french(lost.clone()).help(HELP));
}
