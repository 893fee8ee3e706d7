//! Which of equal sentences is the new one, where two readings are equally good.
//!
//! Between `A x` and `A x B x` either `x B` came in, or `B x`. Like the sliders of text diffs, the run of
//! new sentences is moved to begin where a block does.

use super::few::Few;
use super::state::State;

/// Slides each run of new sentences that begins inside a block down to where one begins, past sentences
/// that are the same as those behind the run. Linear: each sentence is passed once.
pub(super) fn insertions(state: &mut State<'_, '_>) {
    let new = state.new;
    for document in 0..new.names.len() {
        let range = new.range(document);
        let mut at = range.start;
        while at < range.end {
            if state.of_new[at].is_some() {
                at += 1;
                continue;
            }
            let end = (at..range.end).find(|&next| state.of_new[next].is_some()).unwrap_or(range.end);
            let steps = steps(state, at, end, range.start, range.end);
            for step in 0..steps {
                let (to, from) = (at + step, end + step);
                let Some(group) = state.of_new[from].take() else { break };
                state.of_new[to] = Some(group);
                state.groups[group].new = Few::one(to);
            }
            at = end + steps;
        }
    }
}

/// How far the run `at..end` has to slide to begin with a block; nothing if it does, or can't.
fn steps(state: &State<'_, '_>, at: usize, end: usize, first: usize, limit: usize) -> usize {
    let items = &state.new.items;
    let begins = |place: usize| {
        place == first || items[place].block.is_none() || items[place].block != items[place - 1].block
    };
    let mut steps = 0;
    while !begins(at + steps) {
        let behind = end + steps;
        let same = behind < limit && items[behind].key == items[at + steps].key;
        let single = same
            && state.of_new[behind].is_some_and(|group| {
                state.groups[group].new.len() == 1 && state.groups[group].old.len() == 1
            });
        if !single {
            return 0;
        }
        steps += 1;
    }
    steps
}
