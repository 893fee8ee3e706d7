//! A sentence into which translators put its neighbours, which then have the empty translation: what it says is compared
//! with all of them.

use std::ops::RangeInclusive;

use super::Look;
use super::anchors::PageHeadings;
use super::read::{Read, source};
use crate::catalog::pattern::from_pattern;
use crate::check::{self, Labels, Problem};
use crate::diagnostic::Severity;
use crate::unit::Page;

/// What is found in a translation compared with its sentence and those that were folded into it, where that is less than
/// was `found` of its sentence alone.
pub(super) fn compared(
    page: &Page<'_>,
    labels: &Labels<'_>,
    headings: &[PageHeadings<'_, '_>],
    look: &Look<'_>,
    read: &Read<'_, '_>,
    found: &[Problem],
) -> Option<Vec<Problem>> {
    let weight = |problems: &[Problem]| {
        let told = problems.iter().filter(|problem| !problem.is_silent);
        let errors = told.clone().filter(|problem| problem.severity == Severity::Error).count();
        (errors, told.count())
    };
    let (first, last) = neighbours(page, read)?.into_inner();
    // Which of them went into this one, and not into the next that is translated, nobody has written down.
    let mut ranges = vec![(first, last)];
    if first < read.at && read.at < last {
        ranges.extend([(first, read.at), (read.at, last)]);
    }
    let of_all = ranges.into_iter().filter_map(|(first, last)| {
        let french: Vec<&str> = (first..=last).map(|at| page.sentence(at)).collect();
        let french = french.join(" ");
        let source = source(page, labels, read.at, &french);
        let mut problems = check::check(read.asked(look, &source, headings)?, look.settings);
        problems.retain(|problem| !problem.is_silent);
        for problem in &mut problems {
            // The `# fr:` line above the translation has not these words, and other languages may have folded nothing.
            problem.french = 0..0;
            problem.shared = None;
        }
        Some(problems)
    });
    of_all.min_by_key(|problems| weight(problems)).filter(|problems| weight(problems) < weight(found))
}

/// The sentences of the same block round that of a translation that have the empty one, and this; nothing if none has.
fn neighbours(page: &Page<'_>, read: &Read<'_, '_>) -> Option<RangeInclusive<usize>> {
    /// So many are put into one at most.
    const MOST: usize = 8;
    let block = page.segments[read.at].block();
    let catalog = &read.this.file.catalog;
    let is_folded = |at: &usize| {
        let message = catalog.unit(&page.units[*at].id).and_then(|unit| unit.message.as_ref());
        page.segments[*at].block() == block
            && message.is_some_and(|message| is_empty_text(&catalog.text[message.value()]))
    };
    let before = (0..read.at).rev().take(MOST).take_while(is_folded).count();
    let behind = (read.at + 1..page.units.len()).take(MOST).take_while(is_folded).count();
    (before + behind > 0).then(|| read.at - before..=read.at + behind)
}

/// Whether a message is `{ "" }`.
fn is_empty_text(value: &str) -> bool {
    from_pattern(value.trim()).is_some_and(|text| text.is_empty())
}
