//! A list that has one element nearly always.

use std::ops::Deref;

/// A list whose only element needs no allocation: what a sentence is linked with. Read it as a slice.
#[derive(Clone)]
pub struct Few<T>(Kept<T>);

#[derive(Clone)]
#[expect(clippy::box_collection, reason = "the box is what makes one element small")]
enum Kept<T> {
    None,
    One(T),
    More(Box<Vec<T>>),
}

impl<T> Few<T> {
    /// An empty list.
    pub(super) fn none() -> Self {
        Few(Kept::None)
    }

    /// A list of one.
    pub fn one(one: T) -> Self {
        Few(Kept::One(one))
    }
}

impl<T: Ord> Few<T> {
    /// Adds one to a sorted list.
    pub(super) fn insert(&mut self, one: T) {
        let mut list = match std::mem::replace(&mut self.0, Kept::None) {
            Kept::None => Vec::new(),
            Kept::One(first) => vec![first],
            Kept::More(list) => *list,
        };
        list.insert(list.partition_point(|other| *other < one), one);
        *self = list.into_iter().collect();
    }
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(list: I) -> Self {
        let mut list = list.into_iter();
        let Some(first) = list.next() else { return Few::none() };
        let Some(second) = list.next() else { return Few::one(first) };
        Few(Kept::More(Box::new([first, second].into_iter().chain(list).collect())))
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match &self.0 {
            Kept::None => &[],
            Kept::One(one) => std::slice::from_ref(one),
            Kept::More(list) => list,
        }
    }
}

impl<'s, T> IntoIterator for &'s Few<T> {
    type Item = &'s T;
    type IntoIter = std::slice::Iter<'s, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: PartialEq> PartialEq for Few<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Eq> Eq for Few<T> {}

impl<T: std::fmt::Debug> std::fmt::Debug for Few<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn a_list_grows_in_order() {
        assert!(Few::<usize>::from_iter([]).is_empty());
        let mut list = Few::one(4);
        list.insert(2);
        list.insert(3);
        assert_eq!(&*list, [2, 3, 4]);
        assert_eq!(list, [2, 3, 4].into_iter().collect());
        assert_eq!(size_of::<Few<usize>>(), 2 * size_of::<usize>());
    }
}
