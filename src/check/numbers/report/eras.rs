//! Years before and after Christ.

use crate::check::numbers::RULE;
use crate::check::numbers::compare::Comparison;
use crate::check::numbers::read::is_blank;
use crate::check::{Problem, Shared};

pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    lost(comparison, problems);
    exchanged(comparison, problems);
}

/// The French says that a year is after Christ, and the translation that it is before.
fn exchanged(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let reading = comparison.french;
    let (Some(french), None) = (reading.after_christ.clone(), &reading.before_christ) else { return };
    let Some(usual) = comparison.target.lexicon.before_christ.first() else { return };
    let (text, tight) = (comparison.text.raw, usual.replace(is_blank, ""));
    let found = [*usual, tight.as_str()].into_iter().find_map(|way| Some((text.find(way)?, way)));
    let Some((at, way)) = found else { return };
    let said = &comparison.source.raw[french.clone()];
    problems.push(
        Problem::warning(
            RULE,
            at..at + way.len(),
            format!("“{way}” is before Christ, the French says “{said}”"),
        )
        .of_french(french)
        .help("write that the year is after Christ, or nothing"),
    );
}

/// The French counts years before Christ, and the translation doesn't say so.
fn lost(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let Some(french) = comparison.french.before_christ.clone() else { return };
    let ways = &comparison.target.lexicon.before_christ;
    let Some(usual) = ways.first() else { return };
    // These are written with and without spaces.
    let bare = |text: &str| text.chars().filter(|c| !is_blank(*c)).collect::<String>();
    let here = bare(comparison.text.raw);
    if ways.iter().any(|way| here.contains(&bare(way))) {
        return;
    }
    let said = &comparison.source.raw[french.clone()];
    problems.push(
        Problem::warning(RULE, 0..0, format!("the French says “{said}”, the translation doesn't"))
            .of_french(french)
            .help(format!("write “{usual}” at the year"))
            .shared(Shared::Fault(0x5000_0000)),
    );
}
