//! Eight bytes at once: where something stands in a text can't be foreseen, and asking byte after byte is dear.

/// The high bit of each byte.
pub(in crate::check) const HIGH: u64 = 0x80 * ONES;

const ONES: u64 = 0x0101_0101_0101_0101;

/// The eight bytes at a place, the first one lowest.
#[inline]
pub(in crate::check) fn eight_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..).and_then(|rest| rest.first_chunk()).map(|eight| u64::from_le_bytes(*eight))
}

/// The high bit of each byte that begins a character beyond ASCII.
#[inline]
pub(in crate::check) fn first_bytes(eight: u64) -> u64 {
    eight & eight << 1 & HIGH
}

/// Which of eight bytes have their high bit set.
pub(in crate::check) fn each_of(mut high_bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = (high_bits != 0).then(|| high_bits.trailing_zeros() as usize / 8);
        high_bits &= high_bits.wrapping_sub(1);
        at
    })
}

/// Where characters beyond ASCII begin.
pub(in crate::check) fn wide_characters(text: &str) -> impl Iterator<Item = usize> {
    let (eights, rest) = text.as_bytes().as_chunks::<8>();
    let of_eights = eights.iter().enumerate().flat_map(|(at, eight)| {
        each_of(first_bytes(u64::from_le_bytes(*eight))).map(move |byte| 8 * at + byte)
    });
    let begin = text.len() - rest.len();
    let of_rest = rest.iter().enumerate().filter(|(_, byte)| **byte >= 0xC0).map(move |(at, _)| begin + at);
    of_eights.chain(of_rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_beyond_ascii_are_found_by_eights() {
        let text = "aé, “bœuf” — 文 x, y, z; 𝄞 ; ça";
        let wide = text.char_indices().filter(|(_, c)| !c.is_ascii()).map(|(at, _)| at);
        assert!(wide_characters(text).eq(wide));
        assert_eq!(eight_at(b"1234567", 0), None);
        assert_eq!(eight_at(b"x12345678", 1), Some(u64::from_le_bytes(*b"12345678")));
    }
}
