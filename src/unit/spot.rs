//! Where a sentence stands among those of several documents.

use crate::text::short;

/// A document, and the place of a sentence in it, both as indices: kept by the million, so in half of the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Spot {
    document: u32,
    place: u32,
}

impl Spot {
    /// From indices. Those of more than four thousand million sentences would not fit; neither would the sentences
    /// themselves.
    pub(super) fn new(document: usize, place: usize) -> Self {
        Spot { document: short(document), place: short(place) }
    }

    /// The index of the document.
    pub(super) fn document(self) -> usize {
        self.document as usize
    }

    /// The index of the sentence in it.
    pub(super) fn place(self) -> usize {
        self.place as usize
    }
}
