//! How the text of a block lies in the file.

use crate::text::short;

/// From which byte of a block's text on the bytes are those of the file, and from which one there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// First byte in the block's text.
    pub text: usize,
    /// First byte in the file.
    pub file: usize,
}

/// The pieces of a block, sorted; the first begins with its text. There may be a million blocks, of which most have
/// one piece, so that is kept without a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pieces(Kept);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kept {
    One(Short),
    Many(Box<[Short]>),
}

/// A [`Piece`] in half of the bytes: no longer file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Short {
    text: u32,
    file: u32,
}

impl Pieces {
    /// A text that lies in the file as it is, from this byte on.
    pub fn one(file: usize) -> Self {
        Pieces(Kept::One(Piece { text: 0, file }.into()))
    }

    fn kept(&self) -> &[Short] {
        match &self.0 {
            Kept::One(one) => std::slice::from_ref(one),
            Kept::Many(many) => many,
        }
    }

    /// The piece at this place.
    pub fn get(&self, at: usize) -> Option<Piece> {
        self.kept().get(at).map(|&piece| piece.into())
    }

    /// All, in order.
    pub fn iter(&self) -> impl Iterator<Item = Piece> {
        self.kept().iter().map(|&piece| piece.into())
    }

    /// The last piece that begins at a byte or before it, by what `key` says of each, and the one behind it.
    pub(super) fn around(&self, byte: usize, key: impl Fn(&Piece) -> usize) -> (Piece, Option<Piece>) {
        let kept = self.kept();
        let next = kept.partition_point(|&piece| key(&piece.into()) <= byte).max(1);
        (kept[next - 1].into(), self.get(next))
    }
}

impl From<Vec<Piece>> for Pieces {
    fn from(pieces: Vec<Piece>) -> Self {
        match pieces.as_slice() {
            [] => Pieces::one(0),
            [one] => Pieces(Kept::One((*one).into())),
            many => Pieces(Kept::Many(many.iter().map(|&piece| piece.into()).collect())),
        }
    }
}

impl From<Piece> for Short {
    fn from(piece: Piece) -> Self {
        Short { text: short(piece.text), file: short(piece.file) }
    }
}

impl From<Short> for Piece {
    fn from(piece: Short) -> Self {
        Piece { text: piece.text as usize, file: piece.file as usize }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_take_two_words_and_come_back() {
        assert_eq!(size_of::<Pieces>(), 2 * size_of::<usize>());
        let many = vec![Piece { text: 0, file: 7 }, Piece { text: 4, file: 15 }];
        for pieces in [many.clone(), many[..1].to_vec()] {
            assert_eq!(Pieces::from(pieces.clone()).iter().collect::<Vec<_>>(), pieces);
        }
        let pieces = Pieces::from(many);
        assert_eq!(pieces.around(3, |piece| piece.text), (pieces.get(0).unwrap(), pieces.get(1)));
        assert_eq!(pieces.around(4, |piece| piece.text), (pieces.get(1).unwrap(), None));
        assert_eq!(pieces.around(3, |piece| piece.file), (pieces.get(0).unwrap(), pieces.get(1)));
    }
}
