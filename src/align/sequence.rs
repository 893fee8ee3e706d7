//! Sequences of places: those named most often.

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
    use super::most_shared;

    #[test]
    fn places_named_often_come_first() {
        assert_eq!(most_shared([7, 3, 9, 3, 9, 1].into_iter()), [3, 9, 1, 7]);
    }
}
