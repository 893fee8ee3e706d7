//! What two texts share at their ends.

/// How many bytes two texts have in common at the beginning, and how many at the end beside these. Either may end
/// inside a character.
pub(crate) fn common(a: &str, b: &str) -> (usize, usize) {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let same = |(a, b): &(&u8, &u8)| a == b;
    let head = a.iter().zip(b).take_while(same).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(same).count();
    (head, tail)
}

#[cfg(test)]
mod tests {
    use super::common;

    #[test]
    fn the_ends_do_not_overlap() {
        assert_eq!(common("un deux", "un deux"), (7, 0));
        assert_eq!(common("un deux", "un trois deux"), (3, 4));
        assert_eq!(common("aaa", "aaaa"), (3, 0));
        assert_eq!(common("", "a"), (0, 0));
        assert_eq!(common("é", "è"), (1, 0));
    }
}
