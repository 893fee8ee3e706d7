//! 64 bytes of a text at once: where something stands in it can't be foreseen, and asking byte after byte is dear.

use wide::u8x16;

/// Bytes asked together; each answer has a bit for each of them, the first one lowest.
pub(crate) struct Block {
    parts: [u8x16; SIZE / 16],
    /// How many of the bytes stand before those that are asked for.
    before: u32,
}

/// How many bytes are looked at together.
pub(crate) const SIZE: usize = 64;

impl Block {
    /// The bytes at a place; at the end of a text, nothing is behind them.
    #[inline]
    pub(crate) fn at(bytes: &[u8], place: usize) -> Self {
        if let Some(block) = bytes.get(place..).and_then(|rest| rest.first_chunk()) {
            return Block::of(block, 0);
        }
        // The last ones of a text are taken with those before them: to copy some few would cost more than to look at them.
        if let Some(block) = bytes.last_chunk() {
            return Block::of(block, (place + SIZE - bytes.len()).min(SIZE) as u32);
        }
        let mut block = [0; SIZE];
        let rest = &bytes[place.min(bytes.len())..];
        block[SIZE - rest.len()..].copy_from_slice(rest);
        Block::of(&block, (SIZE - rest.len()) as u32)
    }

    #[inline]
    fn of(bytes: &[u8; SIZE], before: u32) -> Self {
        let part = |at: usize| bytes[at..].first_chunk().copied().map(u8x16::new).unwrap_or_default();
        Block { parts: [part(0), part(16), part(32), part(48)], before }
    }

    /// With this bit set in each byte.
    #[inline]
    fn with(&self, bit: u8) -> Self {
        Block { parts: self.parts.map(|part| part | u8x16::splat(bit)), before: self.before }
    }

    /// Which bytes are letters of ASCII.
    #[inline]
    pub(crate) fn ascii_letters(&self) -> u64 {
        self.with(0x20).within(b'a', b'z')
    }

    /// Which bytes are beyond ASCII.
    #[inline]
    pub(crate) fn beyond_ascii(&self) -> u64 {
        self.which(|part| part)
    }

    /// The first bytes of general punctuation beyond ASCII (U+2000 to U+203F: dashes, quotation marks, blanks), but for one
    /// at the end of the block.
    #[inline]
    pub(crate) fn punctuation(&self) -> u64 {
        self.equal(0xE2) & self.equal(0x80) >> 1
    }

    #[inline]
    fn which(&self, is: impl Fn(u8x16) -> u8x16) -> u64 {
        let of = |part: usize| u64::from(is(self.parts[part]).to_bitmask());
        let all = of(0) | of(1) << 16 | of(2) << 32 | of(3) << 48;
        all.checked_shr(self.before).unwrap_or(0)
    }

    /// Which bytes are this one.
    #[inline]
    pub(crate) fn equal(&self, byte: u8) -> u64 {
        self.which(|part| part.simd_eq(u8x16::splat(byte)))
    }

    /// Which bytes are from `first` to `last`.
    #[inline]
    pub(crate) fn within(&self, first: u8, last: u8) -> u64 {
        self.which(|part| {
            let above = part - u8x16::splat(first);
            above.min(u8x16::splat(last - first)).simd_eq(above)
        })
    }
}

/// Takes the lowest bit: where it is.
#[inline]
pub(crate) fn lowest(bits: &mut u64) -> usize {
    let at = bits.trailing_zeros() as usize;
    *bits &= bits.wrapping_sub(1);
    at
}

/// Where the bytes of a text stand that a question about a block is true of, in order.
pub(crate) struct Places<'t, W> {
    bytes: &'t [u8],
    which: W,
    /// Where the block begins whose bits these are.
    begin: usize,
    bits: u64,
}

impl<'t, W: Fn(&Block) -> u64> Places<'t, W> {
    pub(crate) fn new(text: &'t str, which: W) -> Self {
        let bytes = text.as_bytes();
        let bits = if bytes.is_empty() { 0 } else { which(&Block::at(bytes, 0)) };
        Places { bytes, which, begin: 0, bits }
    }

    /// Leaves out what stands before `place`.
    #[inline]
    pub(crate) fn skip_to(&mut self, place: usize) {
        match place.checked_sub(self.begin) {
            Some(ahead @ 0..SIZE) => self.bits &= u64::MAX << ahead,
            // The next block begins there.
            Some(_) => (self.begin, self.bits) = (place - SIZE, 0),
            None => {}
        }
    }
}

impl<W: Fn(&Block) -> u64> Iterator for Places<'_, W> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.bits == 0 {
            self.begin += SIZE;
            if self.begin >= self.bytes.len() {
                return None;
            }
            self.bits = (self.which)(&Block::at(self.bytes, self.begin));
        }
        Some(self.begin + lowest(&mut self.bits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_are_left_out_are_not_found() {
        let text = "x".repeat(200);
        for (first, place) in
            [(0, 0), (0, 1), (5, 3), (5, 63), (5, 64), (5, 130), (70, 64), (70, 71), (70, 199), (70, 200)]
        {
            let mut places = Places::new(&text, |block| block.equal(b'x'));
            assert_eq!(places.by_ref().take(first).count(), first);
            places.skip_to(place);
            let wanted: Vec<usize> = (first.max(place)..200).collect();
            assert_eq!(places.collect::<Vec<_>>(), wanted, "{first} {place}");
        }
    }

    #[test]
    fn bytes_are_found_wherever_a_text_ends() {
        let text: Vec<u8> = (0..150).map(|at| if at % 7 == 0 { b'x' } else { 0x80 + at % 7 }).collect();
        for length in 0..text.len() {
            let bytes = &text[..length];
            for place in 0..=length {
                let wanted = (0..SIZE).filter(|at| bytes.get(place + at) == Some(&b'x'));
                let wanted = wanted.fold(0, |bits, at| bits | 1_u64 << at);
                assert_eq!(Block::at(bytes, place).equal(b'x'), wanted, "{length} {place}");
            }
        }
    }
}
