//! Years before Christ.

use crate::check::numbers::RULE;
use crate::check::numbers::compare::Comparison;
use crate::check::numbers::read::is_blank;
use crate::check::{Problem, Shared};

/// The French counts years before Christ, and the translation doesn't say so.
pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
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
