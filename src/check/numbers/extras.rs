//! What is told only where all French numbers are there: numbers too many, marks of another locale, lost
//! signs, units, currencies, months.

use super::super::Problem;
use super::RULE;
use super::compare::{Comparison, Found};
use super::digits::is_blank;
use super::read::Kind;

pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let begun = problems.len();
    marks(comparison, problems);
    months(comparison, problems);
    signs(comparison, problems);
    if problems.len() == begun {
        added(comparison, problems);
    }
}

/// Decimal and grouping marks of another locale.
fn marks(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    for found in &comparison.found {
        let (at, what) = match found {
            Some(Found::Foreign(at)) => (*at, "is written with the marks of another locale"),
            Some(Found::Spaced(at)) => (*at, "is grouped with a space, which this locale doesn't do"),
            _ => continue,
        };
        let span = comparison.here.items[at].span.clone();
        let target = comparison.target;
        let written = &comparison.text.raw[span.clone()];
        problems.push(Problem::error(RULE, span, format!("{written} {what}")).help(format!(
            "here the decimal mark is “{}”, and “{}” groups thousands",
            target.decimal, target.group
        )));
    }
}

/// Another month.
fn months(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let (french, here) = (comparison.french.months, comparison.here.months);
    let (lost, added) = (french & !here, here & !french);
    if lost == 0 || added == 0 {
        return;
    }
    problems.push(
        Problem::error(RULE, 0..0, "another month than in the French".to_owned())
            .help("write the month of the French"),
    );
}

/// Per-cent and minus signs.
fn signs(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    for (item, found) in comparison.french.items.iter().zip(&comparison.found) {
        let Some(Found::At(at)) = found else { continue };
        let other = &comparison.here.items[*at];
        let written = &comparison.text.raw[other.span.clone()];
        if item.traits.percent
            && !other.traits.percent
            && comparison.here.percents < comparison.french.percents
        {
            problems.push(
                Problem::error(RULE, other.span.clone(), format!("{written} lost its per-cent sign"))
                    .help("write the sign, or the word for it"),
            );
            return;
        }
    }
}

/// Numbers in digits that the French has in no form.
fn added(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    for (at, value) in comparison.left() {
        let item = &comparison.here.items[at];
        if item.kind != Kind::Digits
            || comparison.is_french(value)
            || value.as_whole().is_some_and(|value| value < 2)
        {
            continue;
        }
        let written = &comparison.text.raw[item.span.clone()];
        problems.push(
            Problem::warning(RULE, item.span.clone(), format!("the French has no {written}"))
                .help("delete it, unless it makes the sentence clear"),
        );
        return;
    }
    let _ = is_blank;
}
