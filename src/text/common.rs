//! What two texts share at their ends.

/// How many bytes two texts have in common at the beginning, and how many at the end beside these. Either may end
/// inside a character.
pub(crate) fn common(a: &str, b: &str) -> (usize, usize) {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let head = same_head(a, b);
    (head, same_tail(&a[head..], &b[head..]))
}

/// How many bytes at the beginning are the same: eight at once, as long as they are.
pub(crate) fn same_head(a: &[u8], b: &[u8]) -> usize {
    let most = a.len().min(b.len());
    let ((eights, rest), (others, other_rest)) = (a[..most].as_chunks::<8>(), b[..most].as_chunks::<8>());
    for (at, (eight, other)) in eights.iter().zip(others).enumerate() {
        let differ = u64::from_le_bytes(*eight) ^ u64::from_le_bytes(*other);
        if differ != 0 {
            return 8 * at + differ.trailing_zeros() as usize / 8;
        }
    }
    8 * eights.len() + rest.iter().zip(other_rest).take_while(|(a, b)| a == b).count()
}

fn same_tail(a: &[u8], b: &[u8]) -> usize {
    let most = a.len().min(b.len());
    let ((rest, eights), (other_rest, others)) =
        (a[a.len() - most..].as_rchunks::<8>(), b[b.len() - most..].as_rchunks::<8>());
    for (at, (eight, other)) in eights.iter().zip(others).rev().enumerate() {
        let differ = u64::from_le_bytes(*eight) ^ u64::from_le_bytes(*other);
        if differ != 0 {
            return 8 * at + differ.leading_zeros() as usize / 8;
        }
    }
    8 * eights.len() + rest.iter().rev().zip(other_rest.iter().rev()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::common;

    #[test]
    fn the_ends_are_found_wherever_they_end() {
        for head in 0..20 {
            for tail in 0..20 {
                let of = |middle: &str| "a".repeat(head) + middle + &"b".repeat(tail);
                assert_eq!(common(&of("x"), &of("yz")), (head, tail));
                assert_eq!(common(&of("x"), &of("")), (head, tail), "{head} {tail}");
            }
        }
    }

    #[test]
    fn the_ends_do_not_overlap() {
        assert_eq!(common("un deux", "un deux"), (7, 0));
        assert_eq!(common("un deux", "un trois deux"), (3, 4));
        assert_eq!(common("aaa", "aaaa"), (3, 0));
        assert_eq!(common("", "a"), (0, 0));
        assert_eq!(common("é", "è"), (1, 0));
    }
}
