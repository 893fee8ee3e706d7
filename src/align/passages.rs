//! Passages made alike: a sentence that names an entry, and behind it lines that stand under other entries, too.
//!
//! « Vrai », « La proposition est adoptée. », « Bureau 5, rez-de-chaussée » say nothing about which entry they belong
//! to; the question, the item of the minutes or the service above them does. So what no other line is made like is
//! followed first, and the lines made alike go where their entry went.

use std::ops::Range;

use super::NEAR;
use super::few::Few;
use super::gap;
use super::headings::Headings;
use super::similarity::Features;
use super::state::{Group, GroupAt, Kind, Side, State};

/// Similarity at which a sentence that names an entry is found again between linked neighbours, whatever the lines
/// under it say.
const NAMED: f32 = 0.5;

/// Links the sentences of a gap that name entries, where lines made alike stand among them.
pub(super) fn named(state: &mut State<'_, '_>, old: Range<usize>, new: Range<usize>) {
    let of = |range: &Range<usize>, kinds: &[Kind]| -> Vec<usize> {
        range.clone().filter(|&at| !kinds[at].is_repeated()).collect()
    };
    let (from, to) = (of(&old, &state.old_kinds), of(&new, &state.new_kinds));
    if from.len() == old.len() && to.len() == new.len() {
        return;
    }
    for (from, to) in gap::best_in_order(state, &from, &to, NAMED) {
        if !may_be_cut(state, (from, &old), (to, &new)) {
            state.link(Few::one(from), Few::one(to));
        }
    }
}

/// Whether a sentence beside one of two that are alike may be a part of the other one: what was cut or put together is
/// better compared as a whole.
pub(super) fn may_be_cut(
    state: &State<'_, '_>,
    (from, old): (usize, &Range<usize>),
    (to, new): (usize, &Range<usize>),
) -> bool {
    let beside = |side: &Side<'_>, kinds: &[Kind], at: usize, range: &Range<usize>, whole: &Features| {
        let both = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let mut beside = both.filter(|at| range.contains(at) && !kinds[*at].is_repeated());
        beside.any(|at| gap::is_part(side.items[at].features(), whole))
    };
    beside(state.new, &state.new_kinds, to, new, state.old.items[from].features())
        || beside(state.old, &state.old_kinds, from, old, state.new.items[to].features())
}

/// Links the lines made alike that follow a linked sentence on both sides, up to the next one that names an entry;
/// unless they are a heading: the number in them is that of a line before what stands behind them.
pub(super) fn follow(state: &mut State<'_, '_>) {
    for group in 0..state.groups.len() {
        let Some((from, to)) = state.groups[group].only() else { continue };
        let old = behind(state.old, &state.of_old, &state.old_kinds, from);
        let new = behind(state.new, &state.of_new, &state.new_kinds, to);
        if !old.is_empty() && !new.is_empty() && !are_headings(state, &old, &new) {
            gap::fill(state, old, new);
        }
    }
}

/// Whether lines made alike behind a sentence belong to what stands behind them: on the other side, the lines before
/// that have more of their numbers than those behind the sentence have.
fn are_headings(state: &State<'_, '_>, old: &Range<usize>, new: &Range<usize>) -> bool {
    /// By how much they are more alike.
    const MORE: f32 = 0.1;
    let alike = |old: &mut dyn Iterator<Item = usize>, new: &mut dyn Iterator<Item = usize>| -> f32 {
        let numbered = old.zip(new).filter(|&(from, to)| {
            state.old_kinds[from].is_numbered() && state.old_kinds[from] == state.new_kinds[to]
        });
        numbered.map(|(from, to)| state.similarity(from, to)).sum()
    };
    let here = alike(&mut old.clone(), &mut new.clone()) + MORE;
    let next_old = linked_behind(state.old, &state.of_old, old).and_then(|group| state.only(group));
    let next_new = linked_behind(state.new, &state.of_new, new).and_then(|group| state.only(group));
    let is_there =
        |old: &Range<usize>, new: &Range<usize>| alike(&mut old.clone().rev(), &mut new.clone().rev()) > here;
    next_old.is_some_and(|(_, next)| is_there(old, &before(state.new, &state.of_new, &state.new_kinds, next)))
        || next_new
            .is_some_and(|(next, _)| is_there(&before(state.old, &state.of_old, &state.old_kinds, next), new))
}

/// The group of the sentence behind some of a document.
fn linked_behind(side: &Side<'_>, of: &[Option<GroupAt>], range: &Range<usize>) -> Option<GroupAt> {
    let limit = side.range(side.items[range.start].document()).end;
    if range.end < limit { of[range.end] } else { None }
}

/// The free lines made alike that stand before a sentence.
fn before(side: &Side<'_>, of: &[Option<GroupAt>], kinds: &[Kind], at: usize) -> Range<usize> {
    let limit = side.range(side.items[at].document()).start;
    let is_one = |at: &usize| of[*at].is_none() && kinds[*at].is_repeated();
    (limit..at).rev().find(|at| !is_one(at)).map_or(limit, |last| last + 1)..at
}

/// The free lines made alike that stand behind a sentence.
fn behind(side: &Side<'_>, of: &[Option<GroupAt>], kinds: &[Kind], at: usize) -> Range<usize> {
    let limit = side.range(side.items[at].document()).end;
    let is_one = |at: &usize| of[*at].is_none() && kinds[*at].is_repeated();
    at + 1..(at + 1..limit).find(|at| !is_one(at)).unwrap_or(limit)
}

/// Whether two equal lines that differ from others in their numbers alone stand in one entry, as far as that can be
/// told: among the sentences around that no others are made like, up to the next lines of this kind, one stayed.
pub(super) fn are_at_home(state: &State<'_, '_>, from: usize, to: usize) -> bool {
    /// Lines of an entry before and behind one.
    const ENTRY: usize = 6;
    /// How similar a sentence is that may be the one beside the other.
    const ALIKE: f32 = 0.55;
    let kind = state.old_kinds[from];
    if !kind.is_numbered() || kind != state.new_kinds[to] {
        return true;
    }
    let telling = |side: &Side<'_>, kinds: &[Kind], at: usize| -> [Vec<usize>; 2] {
        let range = side.range(side.items[at].document());
        let tells = |other: &usize| !kinds[*other].is_repeated();
        let is_other = |other: &usize| kinds[*other] != kind;
        let before = (at.saturating_sub(ENTRY).max(range.start)..at).rev();
        let behind = at + 1..(at + 1 + ENTRY).min(range.end);
        [
            before.take_while(is_other).filter(tells).collect(),
            behind.take_while(is_other).filter(tells).collect(),
        ]
    };
    let stayed = |from: usize, to: usize| match (state.of_old[from], state.of_new[to]) {
        // Their words may not be weighed yet.
        (None, None) => {
            let features = |side: &Side<'_>, at: usize| Features::of(side.items[at].text);
            state.same(from, to) || features(state.old, from).similarity(&features(state.new, to)) >= ALIKE
        }
        (old, new) => old == new,
    };
    let old = telling(state.old, &state.old_kinds, from);
    let new = telling(state.new, &state.new_kinds, to);
    let mut told = old.iter().zip(&new).filter(|(old, new)| !old.is_empty() && !new.is_empty()).peekable();
    told.peek().is_none()
        || told.any(|(old, new)| old.iter().any(|&from| new.iter().any(|&to| stayed(from, to))))
}

/// Takes apart equal lines that stand in two entries.
pub(super) fn part_strangers(state: &mut State<'_, '_>) {
    let is_stranger = |group: &Group| group.only().is_some_and(|(from, to)| !are_at_home(state, from, to));
    let strangers: Vec<bool> = state.groups.iter().map(is_stranger).collect();
    state.unlink(&strangers);
}

/// Whether two sentences out of their order stand in entries that are surely two: under headings that became others,
/// or in entries told apart by a number, of which nothing is linked.
pub(super) fn of_two_entries(state: &State<'_, '_>, from: usize, to: usize) -> bool {
    let is_repeated = state.old_kinds[from].is_repeated() || state.new_kinds[to].is_repeated();
    if is_repeated && !Headings::new(state, &(from..from + 1), &(to..to + 1)).are_one(0, 0) {
        return true;
    }
    let numbered = |side: &Side<'_>, of: &[Option<GroupAt>], kinds: &[Kind], at: usize| -> Vec<usize> {
        let start = side.range(side.items[at].document()).start.max(at.saturating_sub(NEAR));
        let free = (start..=at).rev().take_while(|&at| of[at].is_none());
        free.filter(|&at| kinds[at].is_numbered()).collect()
    };
    let old = numbered(state.old, &state.of_old, &state.old_kinds, from);
    let new = numbered(state.new, &state.of_new, &state.new_kinds, to);
    let differ =
        |from: usize, to: usize| state.old_kinds[from] == state.new_kinds[to] && !state.same(from, to);
    old.iter().any(|&from| new.iter().any(|&to| differ(from, to)))
}

/// Whether nothing says that two sentences stand under two headings.
pub(super) fn of_one_entry(state: &State<'_, '_>, from: usize, to: usize) -> bool {
    Headings::new(state, &(from..from + 1), &(to..to + 1)).agree(0, 0)
}
