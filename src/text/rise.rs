//! What kept its order in a sequence of places.

/// Indices of a longest strictly rising subsequence of `values`, in order; the first by place among
/// equally long ones that patience sorting gives. O(n log n).
pub fn longest_rise<T: Ord + Copy>(values: &[T]) -> Vec<usize> {
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

#[cfg(test)]
mod tests {
    use super::longest_rise;

    #[test]
    fn the_longest_rise_is_found() {
        assert!(longest_rise::<u8>(&[]).is_empty());
        assert_eq!(longest_rise(&[5, 1, 4, 2, 3]), [1, 3, 4]);
        assert_eq!(longest_rise(&[1, 1, 1]).len(), 1);
    }
}
