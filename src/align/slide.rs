//! Which of equal sentences is the new one, where two readings are equally good.
//!
//! Between `A x` and `A x B x` either `x B` came in, or `B x`. Like the sliders of text diffs, the run of
//! new sentences is moved to begin where a block does.

use std::ops::Range;

use super::few::Few;
use super::state::State;

/// Slides each run of new sentences that begins inside a block down to where one begins, past sentences
/// that are the same as those behind the run. Linear: each sentence is passed once.
pub(super) fn insertions(state: &mut State<'_, '_>) {
    for document in 0..state.new.names.len() {
        let range = state.new.range(document);
        for run in state.free_runs(range.clone()) {
            for step in 0..steps(state, &run, &range) {
                let (to, from) = (run.start + step, run.end + step);
                let Some(group) = state.of_new[from].take() else { break };
                state.of_new[to] = Some(group);
                state.groups[group.get()].new = Few::one(to);
            }
        }
    }
}

/// How far a run has to slide in its document to begin with a block; nothing if it does, or can't.
fn steps(state: &State<'_, '_>, run: &Range<usize>, document: &Range<usize>) -> usize {
    let items = &state.new.items;
    let begins = |place: usize| {
        place == document.start
            || items[place].block.is_none()
            || items[place].block != items[place - 1].block
    };
    let mut steps = 0;
    while !begins(run.start + steps) {
        let behind = run.end + steps;
        let same = behind < document.end && items[behind].key == items[run.start + steps].key;
        let single = same
            && state.of_new[behind].is_some_and(|group| {
                let group = &state.groups[group.get()];
                group.new.len() == 1 && group.old.len() == 1
            });
        if !single {
            return 0;
        }
        steps += 1;
    }
    steps
}
