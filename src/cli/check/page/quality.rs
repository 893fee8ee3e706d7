//! What the quality rules find in the translations of a page.

use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::anchors::PageHeadings;
use super::read::{Read, source};
use super::{Look, folded};
use crate::check::{self, Asked, Labels, Problem, RuleSet, Source};
use crate::unit::Page;

/// So many units are looked at together: enough for [`check_all`], few enough for pages of any length.
pub(super) const AT_ONCE: usize = 16;

/// What the quality rules find in each translation. `labels` are those of the page, `headings` those of each locale.
pub(super) fn problems(
    page: &Page<'_>,
    labels: &Labels<'_>,
    headings: &[PageHeadings<'_, '_>],
    look: &Look<'_>,
    read: &[Read<'_, '_>],
) -> Vec<Vec<Problem>> {
    // The French of today is read once for all locales that render it.
    let mut sources: Vec<Source<'_>> = Vec::new();
    let mut today: Option<(usize, usize)> = None;
    let mut source_of: Vec<usize> = Vec::with_capacity(read.len());
    for read in read.iter().filter(|read| read.translation.is_some()) {
        match today {
            Some((unit, at)) if unit == read.at && read.is_of_today(page) => source_of.push(at),
            _ => {
                if read.is_of_today(page) {
                    today = Some((read.at, sources.len()));
                }
                source_of.push(sources.len());
                sources.push(source(page, labels, read.at, read.french));
            }
        }
    }
    let translated = read.iter().filter(|read| read.translation.is_some()).zip(source_of);
    let asked = translated.filter_map(|(read, at)| read.asked(look, &sources[at], headings));
    let mut found = check::check_all(&asked.collect::<Vec<_>>(), look.settings).into_iter();
    let of_one =
        |read: &Read<'_, '_>| read.translation.as_ref().and_then(|_| found.next()).unwrap_or_default();
    let mut problems: Vec<Vec<Problem>> = read.iter().map(of_one).collect();
    // A stale translation may follow today's French already: what fits that is no mistake.
    let is_in_doubt = |at: &usize| !problems[*at].is_empty() && !read[*at].is_of_today(page);
    let in_doubt: Vec<usize> = (0..read.len()).filter(is_in_doubt).collect();
    let todays: Vec<Source<'_>> =
        in_doubt.iter().map(|at| source(page, labels, read[*at].at, page.sentence(read[*at].at))).collect();
    let again = in_doubt.iter().zip(&todays).filter_map(|(at, today)| {
        let told = problems[*at].iter().fold(RuleSet::none(), |rules, problem| rules.with(problem.rule));
        Some(Asked { rules: told, ..read[*at].asked(look, today, headings)? })
    });
    let of_today = check::check_all(&again.collect::<Vec<_>>(), look.settings);
    for (at, of_today) in in_doubt.into_iter().zip(of_today) {
        problems[at] = as_of_today(&problems[at], of_today);
    }
    for (read, found) in read.iter().zip(&mut problems) {
        if !found.is_empty()
            && read.is_of_today(page)
            && let Some(of_all) = folded::compared(page, labels, headings, look, read, found)
        {
            *found = of_all;
        }
    }
    problems
}

/// Of what is found in a stale translation, as much as was found of the French that it renders, in the words of
/// today's French: nobody is told to write an address or a number that is no more. What today's French adds to that is
/// told by the state.
fn as_of_today(known: &[Problem], mut of_today: Vec<Problem>) -> Vec<Problem> {
    let mut room: FxHashMap<&str, usize> = FxHashMap::default();
    for problem in known {
        *room.entry(problem.rule).or_default() += 1;
    }
    let mut kept = vec![false; of_today.len()];
    // Those about the same words first.
    keep_first(known, &of_today, &mut kept, &mut room, |problem| {
        (problem.rule, problem.span.start, problem.span.end)
    });
    keep_first(known, &of_today, &mut kept, &mut room, |problem| problem.rule);
    let mut kept = kept.into_iter();
    of_today.retain(|_| kept.next().unwrap_or_default());
    of_today
}

/// For each known problem keeps the first one of today with the same key, while its rule has room for more.
fn keep_first<K: Eq + Hash>(
    known: &[Problem],
    of_today: &[Problem],
    kept: &mut [bool],
    room: &mut FxHashMap<&str, usize>,
    key: impl Fn(&Problem) -> K,
) {
    let mut free: FxHashMap<K, Vec<usize>> = FxHashMap::default();
    for (at, problem) in of_today.iter().enumerate().rev().filter(|(at, _)| !kept[*at]) {
        free.entry(key(problem)).or_default().push(at);
    }
    for problem in known {
        if let Some(room) = room.get_mut(problem.rule).filter(|room| **room > 0)
            && let Some(at) = free.get_mut(&key(problem)).and_then(Vec::pop)
        {
            kept[at] = true;
            *room -= 1;
        }
    }
}
