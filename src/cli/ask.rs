//! What a rule of `check` says of one translation, where another command asks.

use crate::check::{self, Asked, Problem, RuleSet, Settings, Source, Target};
use crate::document::Format;
use crate::unit::Page;

/// The markup of a page, as the rules take it.
pub(super) fn format_of(page: &Page<'_>) -> check::Format {
    match page.path.and_then(|(path, _)| Format::of_path(path)) {
        Some(Format::Markdown | Format::Mdx) => check::Format::Markdown,
        Some(Format::Plain) | None => check::Format::Plain,
    }
}

/// What the rule `rule` finds in a translation of `french`, which is the sentence at `at` of a page or was it.
pub(super) fn ask(
    rule: &str,
    (page, at): (&Page<'_>, usize),
    french: &str,
    translation: &str,
    target: &Target,
) -> Vec<Problem> {
    let kind = page.document.blocks[page.segments[at].block()].kind;
    let source = Source::new(french, kind, format_of(page));
    let rules = RuleSet::none().with(rule);
    let asked = Asked { source: &source, translation, target, rules, headings: None };
    check::check(asked, &Settings::default())
}
