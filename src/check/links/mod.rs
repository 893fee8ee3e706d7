//! Links, images and addresses: they lead where those of the French lead.
//!
//! What stands beside a target (its title, the name of a page or an account) is looked at in any case. The
//! signs around addresses, and whether links changed places, only where all lead to the same targets: else they
//! would tell of one slip again.

mod addresses;
mod locale;
mod names;
mod swapped;
mod targets;
mod titles;

use super::scan::{CROWD, PLAIN_BRACKET, SPECIAL};
use super::{Format, Pair, Problem};
pub(super) use titles::SEEN;

const RULE: &str = "links";

const BRACKETS: &str = "check its brackets: [words](address), with nothing between";

/// Whether a finding is about the brackets of a link.
pub(super) fn tells_of_brackets(problem: &Problem) -> bool {
    problem.rule == RULE && problem.help == BRACKETS
}

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    if addresses::has_www(french) {
        addresses::without_scheme(pair, problems);
    }
    let shortcuts = &pair.source.shortcuts;
    if shortcuts.is_empty() && !french.has(SPECIAL) && !text.has(SPECIAL)
        || french.is_crowded()
        || text.is_crowded()
        || shortcuts.len() > CROWD
    {
        return;
    }
    if pair.source.format == Format::Markdown {
        titles::report(pair, problems);
        if french.has(PLAIN_BRACKET) {
            names::of_pages(pair, problems);
        }
    }
    names::of_accounts(pair, problems);
    if targets::same(pair, problems) {
        addresses::unclosed(pair, problems);
        addresses::bare(pair, problems);
        swapped::report(pair, problems);
    }
}
