//! Which document became which: by name, else by the sentences that they share.

use rustc_hash::{FxHashMap, FxHashSet};

use super::state::State;

/// Pairs of documents (old, new). Each is in one pair at most.
///
/// Documents of one name belong together; of the rest those that share most of their sentences, at least
/// a third of the smaller one: renamed files.
pub(super) fn paired(state: &State<'_, '_>) -> Vec<(usize, usize)> {
    let by_name: FxHashMap<&str, usize> =
        state.old.names.iter().enumerate().map(|(at, name)| (*name, at)).collect();
    let mut pairs: Vec<(usize, usize)> =
        state.new.names.iter().enumerate().filter_map(|(to, name)| Some((*by_name.get(name)?, to))).collect();
    let old_taken: FxHashSet<usize> = pairs.iter().map(|pair| pair.0).collect();
    let new_taken: FxHashSet<usize> = pairs.iter().map(|pair| pair.1).collect();
    let mut places: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for item in state.old.items.iter().filter(|item| !old_taken.contains(&item.document())) {
        // A sentence of many documents tells no document apart.
        const MANY: usize = 8;
        let documents = places.entry(item.key).or_default();
        if documents.len() <= MANY && documents.last() != Some(&item.document()) {
            documents.push(item.document());
        }
    }
    let mut shared: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for item in state.new.items.iter().filter(|item| !new_taken.contains(&item.document())) {
        for &from in places.get(&item.key).into_iter().flatten() {
            *shared.entry((from, item.document())).or_default() += 1;
        }
    }
    let mut ranked: Vec<((usize, usize), usize)> = shared
        .into_iter()
        .filter(|&((from, to), count)| {
            let smaller = state.old.range(from).len().min(state.new.range(to).len());
            count * 3 >= smaller
        })
        .collect();
    ranked.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let (mut old_taken, mut new_taken) = (FxHashSet::default(), FxHashSet::default());
    for ((from, to), _) in ranked {
        if !old_taken.contains(&from) && !new_taken.contains(&to) {
            old_taken.insert(from);
            new_taken.insert(to);
            pairs.push((from, to));
        }
    }
    pairs.sort_unstable();
    pairs
}
