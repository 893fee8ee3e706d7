//! A list that is empty nearly always.

use std::ops::{Deref, DerefMut};
use std::slice::Iter;

/// A list that takes one word where it is empty, not the three of a `Vec`: a page has one for each of its blocks, of
/// which there may be a million. Read it as a slice.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::box_collection, reason = "the box is what makes the empty list small")]
pub struct Seldom<T>(Option<Box<Vec<T>>>);

impl<T> Seldom<T> {
    /// Adds one at the end.
    pub fn push(&mut self, one: T) {
        self.0.get_or_insert_default().push(one);
    }
}

impl<T> From<Vec<T>> for Seldom<T> {
    fn from(list: Vec<T>) -> Self {
        Seldom((!list.is_empty()).then(|| Box::new(list)))
    }
}

impl<T> Default for Seldom<T> {
    fn default() -> Self {
        Seldom(None)
    }
}

impl<T> Deref for Seldom<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }
}

impl<T> DerefMut for Seldom<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        self.0.as_deref_mut().map_or(&mut [], Vec::as_mut_slice)
    }
}

impl<'s, T> IntoIterator for &'s Seldom<T> {
    type Item = &'s T;
    type IntoIter = Iter<'s, T>;

    fn into_iter(self) -> Iter<'s, T> {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::Seldom;

    #[test]
    fn an_empty_list_is_one_word() {
        assert_eq!(size_of::<Seldom<[u64; 4]>>(), size_of::<usize>());
        let mut list = Seldom::default();
        assert!(list.is_empty());
        list.push("a");
        list.push("b");
        list[0] = "c";
        assert_eq!(&*list, ["c", "b"]);
    }
}
