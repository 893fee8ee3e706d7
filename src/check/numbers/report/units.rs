//! Numbers whose unit is another one.

use crate::check::Problem;
use crate::check::lexicon::Lexicon;
use crate::check::lists::Words;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::{Comparison, at_number, other_unit};
use crate::check::numbers::read::{Item, Kind, Measure, is_blank};
use crate::text::Span;

/// The same number with another unit.
pub(super) fn report(comparison: &Comparison<'_>, at: usize, here: usize, problems: &mut Vec<Problem>) {
    if let Some((span, right)) = other_dose(comparison, at, here) {
        let message = format!("{} has another unit than in the French", &comparison.text.raw[span.clone()]);
        problems.push(
            Problem::warning(RULE, span, message)
                .of_french(comparison.french.items[at].span.clone())
                .help(format!("write the unit of the French: {right}")),
        );
        return;
    }
    if comparison.french.measures.is_empty() {
        return;
    }
    if let Some((span, what, help)) = lost_sign(comparison, at, here) {
        let written = &comparison.text.raw[span.clone()];
        let french = comparison.french.items[at].span.clone();
        problems.push(
            Problem::warning(RULE, span, format!("{written} lost {what}")).of_french(french).help(help),
        );
        return;
    }
    let (item, other) = (&comparison.french.items[at], &comparison.here.items[here]);
    if item.value == other.value
        && let Some((is, was)) = slip(comparison, at, here)
    {
        let written = &comparison.text.raw[other.span.clone()];
        problems.push(
            Problem::warning(RULE, other.span.clone(), format!("{written} {was} became {written} {is}"))
                .of_french(item.span.clone())
                .help("write the unit of the French; if it is wrong there, tell the author"),
        );
        return;
    }
    let Some(right) = other_unit(comparison, at, here) else { return };
    let is_time = at_number(&comparison.measures, here).is_some_and(|measure| measure.unit.is_time());
    let may_be_words = |item: &Item| item.kind == Kind::Digits || is_time && item.kind == Kind::Word;
    if item.value != other.value || !may_be_words(item) || !may_be_words(other) {
        return;
    }
    // The seconds of a metre a second may stand anywhere.
    let is_part_of_rate = || {
        let unit = |measure: Option<&Measure>| measure.map(|measure| measure.unit.symbol());
        let (of, part) =
            (unit(at_number(&comparison.french.measures, at)), unit(at_number(&comparison.measures, here)));
        of.zip(part).is_some_and(|(of, part)| of.split('/').next() == Some(part) && of != part)
    };
    if is_part_of_rate() {
        return;
    }
    // Three hours and three days may have changed places.
    let is_alone = |items: &[Item]| {
        items.iter().filter(|same| same.kind != Kind::Soft && same.value == item.value).count() == 1
    };
    if is_time && !(is_alone(&comparison.french.items) && is_alone(&comparison.here.items)) {
        return;
    }
    let written = &comparison.text.raw[other.span.clone()];
    problems.push(
        Problem::warning(RULE, other.span.clone(), format!("{written} has another unit than in the French"))
            .of_french(item.span.clone())
            .help(format!("write the unit of the French, or convert the number too: about {right}")),
    );
}

/// The symbols of a unit that measures another kind of thing, and of that of the French, which is written nearly alike.
fn slip(comparison: &Comparison<'_>, at: usize, here: usize) -> Option<(&'static str, &'static str)> {
    let was = at_number(&comparison.french.measures, at)?.unit;
    let is = at_number(&comparison.measures, here)?.unit;
    is.is_slip_of(was).then(|| (is.symbol(), was.symbol()))
}

/// The number of a dose or a rate whose unit became another one of its kind, `15 g/kg` for 15 mg/kg, and the unit of the
/// French.
fn other_dose<'c>(comparison: &Comparison<'c>, at: usize, here: usize) -> Option<(Span, &'c str)> {
    let (item, other) = (&comparison.french.items[at], &comparison.here.items[here]);
    let (french, per) = rate(&comparison.source.prose, item.span.end)?;
    let (written, other_per) = rate(&comparison.text.prose, other.span.end)?;
    let (names, own) = (Lexicon::french().units(), comparison.target.lexicon.units());
    let is_same_per = per == other_per || names.get(per).is_some_and(|unit| own.get(other_per) == Some(unit));
    let (was, is) = (names.get(french)?, own.get(written)?);
    (is_same_per && item.value == other.value && was.is_like(is) && !was.is_same(is))
        .then(|| (other.span.clone(), french))
}

/// The symbols of a rate behind a number: `mg` and `kg` of mg/kg.
fn rate(prose: &str, end: usize) -> Option<(&str, &str)> {
    let rest = prose[end..].trim_start_matches(is_blank);
    let symbol = |text: &str| {
        let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
        (1..=8).contains(&end).then_some(end)
    };
    let length = symbol(rest)?;
    let below = rest[length..].strip_prefix('/')?;
    Some((&rest[..length], &below[..symbol(below)?]))
}

/// How words begin by which a unit is one of an area or a volume.
static SQUARED: Words = Words::of("squared");

/// A sign of the unit that is lost: `100 C` for 100 °C, `20 m` for 20 m².
fn lost_sign(
    comparison: &Comparison<'_>,
    at: usize,
    here: usize,
) -> Option<(Span, &'static str, &'static str)> {
    let french = at_number(&comparison.french.measures, at)?.unit;
    let (item, other) = (&comparison.french.items[at], &comparison.here.items[here]);
    if item.value != other.value || other.kind != Kind::Digits {
        return None;
    }
    let prose = &comparison.text.prose;
    let rest = prose[other.span.end..].trim_start_matches(is_blank);
    let span = |end: usize| other.span.start..end;
    if french.symbol() == "°C" {
        // The press of English writes 2C.
        if comparison.target.language == "en" {
            return None;
        }
        let after = rest.strip_prefix('C').or_else(|| rest.strip_prefix('С'))?;
        let is_unit =
            !after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '-' | '\'' | '’'));
        return is_unit.then(|| (span(prose.len() - after.len()), "its degree sign", "write °C"));
    }
    let (bare, what, help) = match french.symbol().strip_suffix('²') {
        Some(bare) => (bare, "what makes it an area", "write the sign ² or its word"),
        None => {
            (french.symbol().strip_suffix('³')?, "what makes it a volume", "write the sign ³ or its word")
        }
    };
    let (unit, end) = comparison.target.lexicon.units().after(comparison.text, other.span.end)?;
    // Or a word before or behind says it, or it is one of two lengths.
    let is_said = || {
        let near = prose[..other.span.start].trim_end_matches([' ', '\u{A0}', '.']);
        let (behind, ahead) = (prose[end..].trim_start(), near.rsplit(' ').next().unwrap_or_default());
        SQUARED.all().iter().any(|word| behind.starts_with(word) || ahead.starts_with(word))
            || behind.starts_with(['x', '×', '*', '/', 'ˆ', '^', 'n'])
    };
    (unit.symbol() == bare && !is_said()).then(|| (span(end), what, help))
}
