//! Sequences of places: the longest rise (what kept its order), and the places named most often.

/// Indices of a longest strictly rising subsequence of `values`, in order; the first by place among
/// equally long ones that patience sorting gives. O(n log n).
pub(super) fn longest_rise<T: Ord + Copy>(values: &[T]) -> Vec<usize> {
    // For each length, the index of the smallest last value of a rise of that length.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; values.len()];
    for (at, value) in values.iter().enumerate() {
        let length = ends.partition_point(|&end| values[end] < *value);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut rise = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(at) = next {
        rise.push(at);
        next = before[at];
    }
    rise.reverse();
    rise
}

/// The places, each once: those named most often first, then by place.
pub(super) fn most_shared(places: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut all: Vec<usize> = places.collect();
    all.sort_unstable();
    let mut counted: Vec<(usize, usize)> =
        all.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0])).collect();
    counted.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    counted.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::{longest_rise, most_shared};

    #[test]
    fn places_named_often_come_first() {
        assert_eq!(most_shared([7, 3, 9, 3, 9, 1].into_iter()), [3, 9, 1, 7]);
    }

    #[test]
    fn the_longest_rise_is_found() {
        assert!(longest_rise::<u8>(&[]).is_empty());
        assert_eq!(longest_rise(&[5, 1, 4, 2, 3]), [1, 3, 4]);
        assert_eq!(longest_rise(&[1, 1, 1]).len(), 1);
    }
}
