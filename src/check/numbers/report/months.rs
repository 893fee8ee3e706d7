//! Another month than in the French.

use crate::check::numbers::RULE;
use crate::check::numbers::compare::{Comparison, months_of_feasts};
use crate::check::{Problem, Shared};
use crate::text::Span;

/// The French months; the first place is for none.
const MONTHS: [&str; 13] = [
    "",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// Another month. Names of months are also other words (may, mars): never sure.
pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    if has_other_months(comparison) {
        let lost = comparison.french.months & !comparison.here.months;
        let month = MONTHS.get(lost.trailing_zeros() as usize).copied().unwrap_or_default();
        let text = comparison.text;
        let (span, what) = match other_month(comparison) {
            Some(span) => (span.clone(), format!("“{}” is another month", &text.raw[span])),
            None => (0..0, "the month is another one".to_owned()),
        };
        problems.push(
            Problem::warning(RULE, span, format!("{what}: the French says {month}"))
                .of_french(comparison.source.raw.find(month).map_or(0..0, |at| at..at + month.len()))
                .help("write the month of the French")
                .shared(Shared::Fault(
                    0x4000_0000 | u32::from(comparison.here.months & !comparison.french.months),
                )),
        );
    }
}

/// Whether both texts name as many months, and one of them is another: told also where a number is missing, as that is then
/// no passage left out or put elsewhere.
pub(super) fn is_exchanged(comparison: &Comparison<'_>) -> bool {
    let (french, here) = (comparison.french.months, comparison.here.months);
    french & !here != 0
        && here & !french != 0
        && french.count_ones() == here.count_ones()
        && comparison.here.month_count == comparison.french.month_count
}

/// Where the translation names a month that the French doesn't; a month that it names twice, if that is all.
fn other_month(comparison: &Comparison<'_>) -> Option<Span> {
    let (text, months) = (comparison.text, &comparison.target.lexicon.months);
    let named = || {
        text.words.iter().rev().filter_map(|word| Some((months.get(text.word(word))?, word.span().clone())))
    };
    let is_new = |month: u8| comparison.french.months >> month & 1 == 0;
    if comparison.target.script.is_unspaced() {
        let written = |month: &u8| text.prose.find(&format!("{month}月")).zip(Some(*month));
        let new = (1..=12).filter(|month| is_new(*month) && comparison.here.months >> month & 1 == 1);
        let (at, month) = new.rev().find_map(|month| written(&month))?;
        return Some(at..at + format!("{month}月").len());
    }
    named().find(|(month, _)| is_new(**month)).or_else(|| named().next()).map(|(_, span)| span)
}

fn has_other_months(comparison: &Comparison<'_>) -> bool {
    let (french, here) = (comparison.french.months, comparison.here.months);
    let (lost, added) = (french & !here, here & !french);
    // The same month twice, in place of two: what was lost is told by the count.
    let repeated = comparison.here.month_count >= comparison.french.month_count;
    lost != 0 && (added != 0 || repeated) && lost & !months_of_feasts(comparison, lost) != 0
}
