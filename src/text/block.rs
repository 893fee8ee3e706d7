//! 64 bytes of a text at once: where something stands in it can't be foreseen, and asking byte after byte is dear.

use wide::u8x16;

/// Bytes asked together; each answer has a bit for each of them, the first one lowest.
pub(crate) struct Block([u8x16; SIZE / 16]);

/// How many bytes are looked at together.
pub(crate) const SIZE: usize = 64;

impl Block {
    /// The first bytes of a text, with zeros behind a shorter one.
    #[inline]
    pub(crate) fn new(bytes: &[u8]) -> Self {
        match bytes.first_chunk() {
            Some(bytes) => Block::of(bytes),
            None => {
                let mut block = [0; SIZE];
                block[..bytes.len()].copy_from_slice(bytes);
                Block::of(&block)
            }
        }
    }

    #[inline]
    fn of(bytes: &[u8; SIZE]) -> Self {
        let part = |at: usize| bytes[at..].first_chunk().copied().map(u8x16::new).unwrap_or_default();
        Block([part(0), part(16), part(32), part(48)])
    }

    /// With this bit set in each byte.
    #[inline]
    fn with(&self, bit: u8) -> Self {
        Block(self.0.map(|part| part | u8x16::splat(bit)))
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

    #[inline]
    fn which(&self, is: impl Fn(u8x16) -> u8x16) -> u64 {
        let of = |part: usize| u64::from(is(self.0[part]).to_bitmask());
        of(0) | of(1) << 16 | of(2) << 32 | of(3) << 48
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
        let bits = which(&Block::new(bytes));
        Places { bytes, which, begin: 0, bits }
    }
}

impl<W: Fn(&Block) -> u64> Iterator for Places<'_, W> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.bits == 0 {
            self.begin += SIZE;
            let rest = self.bytes.get(self.begin..).filter(|rest| !rest.is_empty())?;
            self.bits = (self.which)(&Block::new(rest));
        }
        Some(self.begin + lowest(&mut self.bits))
    }
}
