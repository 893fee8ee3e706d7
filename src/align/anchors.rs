//! Sentences that are the same on both sides and kept their order: the frame of all that follows.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::few::Few;
use super::state::State;
use crate::text::longest_rise;

/// Pairs of sentences that are left to the comparison in context, which knows better which copy is which.
const FEW: usize = 40_000;

/// Links equal sentences of two ranges in order: first those that occur once on each side (patience diff,
/// after Bram Cohen), and again between these, where more are unique; then those at both ends. (Ends last:
/// the last lines of two sections made alike are equal, and say nothing of which section is which.) What is
/// repeated in the document is linked so in long gaps alone; in short ones, only what follows a linked
/// sentence at once. O(n log n) a level, and a level only where the one before found something.
pub(super) fn anchors(state: &mut State<'_, '_>, old: Range<usize>, new: Range<usize>) {
    let moved = Moved::new(state, &old, &new);
    between_equal(state, old, new, &moved, FEW);
}

/// Links equal sentences of two short ranges in order, where there are too many of them for the comparison in context.
pub(super) fn equal(state: &mut State<'_, '_>, old: Range<usize>, new: Range<usize>) {
    let all_stay = Moved::none(&old, &new);
    between_equal(state, old, new, &all_stay, 0);
}

/// Links equal sentences; gaps of so few pairs between these are left.
fn between_equal(state: &mut State<'_, '_>, old: Range<usize>, new: Range<usize>, moved: &Moved, few: usize) {
    let (mut stack, mut is_whole) = (vec![(old, new)], true);
    while let Some((mut old, mut new)) = stack.pop() {
        if !std::mem::replace(&mut is_whole, false) && old.len().saturating_mul(new.len()) <= few {
            heads(state, old, new, moved);
            continue;
        }
        let mut pairs = unique(state, &old, &new, moved);
        if pairs.is_empty() {
            (old, new) = ends(state, old, new, moved);
            if old.is_empty() || new.is_empty() {
                continue;
            }
            pairs = unique(state, &old, &new, moved);
        }
        if pairs.is_empty() {
            for (from, to) in repeats(state, &old, &new, moved) {
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

/// Sentences of a document that changed their order, and what stands behind them: a line that is repeated under each
/// heading went with its heading, and is not what stands now where the heading was.
struct Moved {
    /// Where the two ranges begin.
    start: (usize, usize),
    /// For each old and for each new sentence, the last one at or before it that stands once on both sides, by its
    /// rank among the old ones, from 1. Nothing if all kept their order.
    of_old: Vec<u32>,
    of_new: Vec<u32>,
    /// By this rank, whether it left the order.
    left: Vec<bool>,
}

impl Moved {
    fn none(old: &Range<usize>, new: &Range<usize>) -> Moved {
        Moved { start: (old.start, new.start), of_old: Vec::new(), of_new: Vec::new(), left: Vec::new() }
    }

    fn new(state: &State<'_, '_>, old: &Range<usize>, new: &Range<usize>) -> Moved {
        let mut moved =
            Moved { start: (old.start, new.start), of_old: Vec::new(), of_new: Vec::new(), left: Vec::new() };
        let pairs = once(state, old, new);
        let stay = rising(&pairs);
        if stay.len() == pairs.len() {
            return moved;
        }
        moved.left = vec![true; pairs.len() + 1];
        moved.left[0] = false;
        let mut stay = stay.into_iter().peekable();
        (moved.of_old, moved.of_new) = (vec![0; old.len()], vec![0; new.len()]);
        for (rank, &(from, to)) in (1_u32..).zip(&pairs) {
            moved.left[rank as usize] = stay.next_if_eq(&(from, to)).is_none();
            moved.of_old[from - old.start] = rank;
            moved.of_new[to - new.start] = rank;
        }
        for ranks in [&mut moved.of_old, &mut moved.of_new] {
            let mut last = 0;
            for rank in ranks {
                last = if *rank == 0 { last } else { *rank };
                *rank = last;
            }
        }
        moved
    }

    /// Whether two sentences are equal, and may be one.
    fn same(&self, state: &State<'_, '_>, from: usize, to: usize) -> bool {
        state.same(from, to) && self.allows(from, to)
    }

    /// Whether two sentences may be one: not if they stand behind others, and one of these left the order.
    fn allows(&self, from: usize, to: usize) -> bool {
        let rank = |of: &[u32], at: usize| of.get(at).map_or(0, |&rank| rank as usize);
        let (before, after) =
            (rank(&self.of_old, from - self.start.0), rank(&self.of_new, to - self.start.1));
        let left = |rank: usize| self.left.get(rank).is_some_and(|&left| left);
        before == after || !left(before) && !left(after)
    }
}

/// Links what is equal at the head of two ranges; returns what is left.
fn heads(
    state: &mut State<'_, '_>,
    mut old: Range<usize>,
    mut new: Range<usize>,
    moved: &Moved,
) -> (Range<usize>, Range<usize>) {
    while !old.is_empty() && !new.is_empty() && moved.same(state, old.start, new.start) {
        state.link(Few::one(old.start), Few::one(new.start));
        old.start += 1;
        new.start += 1;
    }
    (old, new)
}

/// Links what is equal at the head and at the tail; returns what is left.
fn ends(
    state: &mut State<'_, '_>,
    old: Range<usize>,
    new: Range<usize>,
    moved: &Moved,
) -> (Range<usize>, Range<usize>) {
    let (mut old, mut new) = heads(state, old, new, moved);
    while !old.is_empty() && !new.is_empty() && moved.same(state, old.end - 1, new.end - 1) {
        old.end -= 1;
        new.end -= 1;
        state.link(Few::one(old.end), Few::one(new.end));
    }
    (old, new)
}

/// Sentences that occur once on each side, as far as they rise.
fn unique(
    state: &State<'_, '_>,
    old: &Range<usize>,
    new: &Range<usize>,
    moved: &Moved,
) -> Vec<(usize, usize)> {
    let mut pairs = once(state, old, new);
    pairs.retain(|&(from, to)| moved.allows(from, to));
    rising(&pairs)
}

/// Sentences that occur once on each side, in the order of the old ones.
fn once(state: &State<'_, '_>, old: &Range<usize>, new: &Range<usize>) -> Vec<(usize, usize)> {
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
    pairs
}

/// Sentences that occur often: copy by copy, as far as they rise. A few of them are left to the
/// comparison in context, which knows better which copy is which.
fn repeats(
    state: &State<'_, '_>,
    old: &Range<usize>,
    new: &Range<usize>,
    moved: &Moved,
) -> Vec<(usize, usize)> {
    if old.len().saturating_mul(new.len()) <= FEW {
        return Vec::new();
    }
    let mut places: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for at in old.clone().rev() {
        places.entry(state.old.items[at].key).or_default().push(at);
    }
    let pairs: Vec<(usize, usize)> = new
        .clone()
        .filter_map(|at| Some((places.get_mut(&state.new.items[at].key)?.pop()?, at)))
        .filter(|&(from, to)| moved.allows(from, to))
        .collect();
    let values: Vec<usize> = pairs.iter().map(|&(from, _)| from).collect();
    longest_rise(&values).into_iter().map(|at| pairs[at]).collect()
}

fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let values: Vec<usize> = pairs.iter().map(|&(_, to)| to).collect();
    longest_rise(&values).into_iter().map(|at| pairs[at]).collect()
}
