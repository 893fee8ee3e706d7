//! Sentences that are the same on both sides and kept their order: the frame of all that follows.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::few::Few;
use super::state::State;
use crate::text::longest_rise;

/// Links equal sentences of two ranges in order: first those that occur once on each side (patience diff,
/// after Bram Cohen), and again between these, where more are unique; then those at both ends. (Ends last:
/// the last lines of two sections made alike are equal, and say nothing of which section is which.)
/// O(n log n) a level, and a level only where the one before found something.
pub(super) fn anchors(state: &mut State<'_, '_>, old: Range<usize>, new: Range<usize>) {
    let mut stack = vec![(old, new)];
    while let Some((old, new)) = stack.pop() {
        let (mut old, mut new) = (old, new);
        let mut pairs = unique(state, &old, &new);
        if pairs.is_empty() {
            (old, new) = ends(state, old, new);
            if old.is_empty() || new.is_empty() {
                continue;
            }
            pairs = unique(state, &old, &new);
        }
        if pairs.is_empty() {
            for (from, to) in repeats(state, &old, &new) {
                state.link(Few::one(from), Few::one(to));
            }
            continue;
        }
        let mut last = (old.start, new.start);
        let mut push = |old: Range<usize>, new: Range<usize>| {
            if !old.is_empty() && !new.is_empty() {
                stack.push((old, new));
            }
        };
        for (from, to) in pairs {
            state.link(Few::one(from), Few::one(to));
            push(last.0..from, last.1..to);
            last = (from + 1, to + 1);
        }
        push(last.0..old.end, last.1..new.end);
    }
}

/// Links what is equal at the head and at the tail; returns what is left.
fn ends(
    state: &mut State<'_, '_>,
    mut old: Range<usize>,
    mut new: Range<usize>,
) -> (Range<usize>, Range<usize>) {
    while !old.is_empty() && !new.is_empty() && state.same(old.start, new.start) {
        state.link(Few::one(old.start), Few::one(new.start));
        old.start += 1;
        new.start += 1;
    }
    while !old.is_empty() && !new.is_empty() && state.same(old.end - 1, new.end - 1) {
        old.end -= 1;
        new.end -= 1;
        state.link(Few::one(old.end), Few::one(new.end));
    }
    (old, new)
}

/// Sentences that occur once on each side, as far as they rise.
fn unique(state: &State<'_, '_>, old: &Range<usize>, new: &Range<usize>) -> Vec<(usize, usize)> {
    const OFTEN: usize = usize::MAX;
    let mut places: FxHashMap<u64, (usize, usize)> = FxHashMap::default();
    for at in old.clone() {
        places.entry(state.old.items[at].key).and_modify(|place| place.0 = OFTEN).or_insert((at, OFTEN - 1));
    }
    for at in new.clone() {
        if let Some(place) = places.get_mut(&state.new.items[at].key) {
            place.1 = if place.1 == OFTEN - 1 { at } else { OFTEN };
        }
    }
    let mut pairs: Vec<(usize, usize)> =
        places.into_values().filter(|&(from, to)| from < OFTEN - 1 && to < OFTEN - 1).collect();
    pairs.sort_unstable();
    rising(&pairs)
}

/// Sentences that occur often: copy by copy, as far as they rise. A few of them are left to the
/// comparison in context, which knows better which copy is which.
fn repeats(state: &State<'_, '_>, old: &Range<usize>, new: &Range<usize>) -> Vec<(usize, usize)> {
    const FEW: usize = 40_000;
    if old.len().saturating_mul(new.len()) <= FEW {
        return Vec::new();
    }
    let mut places: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for at in old.clone().rev() {
        places.entry(state.old.items[at].key).or_default().push(at);
    }
    let pairs: Vec<(usize, usize)> =
        new.clone().filter_map(|at| Some((places.get_mut(&state.new.items[at].key)?.pop()?, at))).collect();
    let values: Vec<usize> = pairs.iter().map(|&(from, _)| from).collect();
    longest_rise(&values).into_iter().map(|at| pairs[at]).collect()
}

fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let values: Vec<usize> = pairs.iter().map(|&(_, to)| to).collect();
    longest_rise(&values).into_iter().map(|at| pairs[at]).collect()
}
