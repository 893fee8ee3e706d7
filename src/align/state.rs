//! What an alignment knows so far: the sentences of both sides, which are made alike, and which are linked.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::num::NonZeroU32;
use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Text;
use super::few::Few;
use super::similarity::Features;
use crate::text::{hash, normal, short};

/// A sentence of one side, with what is asked of it often.
pub(super) struct Item<'a> {
    /// Its text.
    pub(super) text: &'a str,
    /// Hash of its normal form.
    pub(super) key: u64,
    /// Index of the document.
    document: u32,
    /// Its block, as the caller counts them.
    pub(super) block: Option<u32>,
    /// Few are asked for theirs.
    features: OnceCell<Box<Features>>,
}

impl Item<'_> {
    /// Index of the document.
    pub(super) fn document(&self) -> usize {
        self.document as usize
    }

    /// Its words and letters.
    pub(super) fn features(&self) -> &Features {
        self.features.get_or_init(|| Box::new(Features::of(self.text)))
    }
}

/// All sentences of one side, one document after another.
pub(super) struct Side<'a> {
    /// The sentences.
    pub(super) items: Vec<Item<'a>>,
    /// Where each document's sentences begin; one more for the end.
    pub(super) starts: Vec<usize>,
    /// Names of the documents.
    pub(super) names: Vec<&'a str>,
}

impl<'a> Side<'a> {
    /// The sentences of `texts`.
    pub(super) fn new(texts: &[&Text<'a>]) -> Side<'a> {
        let mut side = Side { items: Vec::new(), starts: vec![0], names: Vec::new() };
        for (document, text) in texts.iter().enumerate() {
            side.names.push(text.name);
            // Normal forms are the larger part of the work where little changed.
            side.items.par_extend(text.sentences.par_iter().map(|sentence| Item {
                text: sentence.text,
                key: hash(&normal::typographic(sentence.text)),
                // Kept by the million, so in half of the bytes.
                document: u32::try_from(document).unwrap_or(u32::MAX),
                block: sentence.block,
                features: OnceCell::new(),
            }));
            side.starts.push(side.items.len());
        }
        side
    }

    /// The sentences of a document.
    pub(super) fn range(&self, document: usize) -> Range<usize> {
        self.starts[document]..self.starts[document + 1]
    }

    /// The sentences of the document of one.
    pub(super) fn around(&self, item: usize) -> Range<usize> {
        self.range(self.items[item].document())
    }

    /// The text of one sentence, or of several with spaces between them.
    pub(super) fn joined(&self, places: &[usize]) -> Cow<'a, str> {
        match places {
            [one] => Cow::Borrowed(self.items[*one].text),
            _ => Cow::Owned(places.iter().map(|&at| self.items[at].text).collect::<Vec<_>>().join(" ")),
        }
    }

    /// Document and index in it of a sentence.
    pub(super) fn position(&self, item: usize) -> super::Position {
        let document = self.items[item].document();
        super::Position::new(document, item - self.starts[document])
    }
}

/// Which group, by index: kept for each sentence, so in a quarter of the bytes of an `Option<usize>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct GroupAt(NonZeroU32);

impl GroupAt {
    /// From an index. There are no more groups than sentences.
    fn new(group: usize) -> Self {
        GroupAt(NonZeroU32::MIN.saturating_add(short(group)))
    }

    /// The index.
    pub(super) fn get(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A group of linked sentences, by index: one to one, one to several, several to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) old: Few<usize>,
    pub(super) new: Few<usize>,
}

impl Group {
    /// Its two sentences, if it has one on each side.
    pub(super) fn only(&self) -> Option<(usize, usize)> {
        match (&*self.old, &*self.new) {
            (&[old], &[new]) => Some((old, new)),
            _ => None,
        }
    }
}

/// What a sentence has in common with others of its document; nothing for one that no other is made like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Kind(u64);

impl Kind {
    /// Told apart by what it says.
    pub(super) const ITS_OWN: Kind = Kind(0);
    /// The bit that says that there is a number in it.
    const NUMBER: u64 = 1;

    /// By a hash of what a sentence says without its numbers and dates.
    pub(super) fn new(mould: u64, has_number: bool) -> Kind {
        Kind(mould.max(2) & !Self::NUMBER | u64::from(has_number))
    }

    /// Whether others are made like it.
    pub(super) fn is_repeated(self) -> bool {
        self != Self::ITS_OWN
    }

    /// Whether others are made like it but for the numbers.
    pub(super) fn is_numbered(self) -> bool {
        self.0 & Self::NUMBER != 0
    }
}

/// The links made so far.
pub(super) struct State<'s, 'a> {
    pub(super) old: &'s Side<'a>,
    pub(super) new: &'s Side<'a>,
    /// The groups.
    pub(super) groups: Vec<Group>,
    /// For each old sentence, its group.
    pub(super) of_old: Vec<Option<GroupAt>>,
    /// For each new sentence, its group.
    pub(super) of_new: Vec<Option<GroupAt>>,
    /// For each old sentence, what others of its document are made like it.
    pub(super) old_kinds: Vec<Kind>,
    /// For each new sentence, the same.
    pub(super) new_kinds: Vec<Kind>,
    /// Old and new sentences of which one was made after the other, about another thing, and is no part of it.
    pub(super) rivals: FxHashSet<(usize, usize)>,
    /// Gaps that were compared already: as long as all of one is free, another look finds no more.
    pub(super) compared: FxHashSet<(Range<usize>, Range<usize>)>,
    /// Pairs of sentences that may still be compared in tables over whole gaps.
    left_to_compare: usize,
}

impl<'s, 'a> State<'s, 'a> {
    /// Nothing is linked.
    pub(super) fn new(old: &'s Side<'a>, new: &'s Side<'a>) -> Self {
        State {
            old,
            new,
            groups: Vec::new(),
            of_old: vec![None; old.items.len()],
            of_new: vec![None; new.items.len()],
            old_kinds: Vec::new(),
            new_kinds: Vec::new(),
            rivals: FxHashSet::default(),
            compared: FxHashSet::default(),
            // So much that real histories never notice, and so little that the whole stays linear.
            left_to_compare: 1_000_000 + 16 * (old.items.len() + new.items.len()),
        }
    }

    /// Whether both sides have sentences that are not linked.
    pub(super) fn has_free(&self) -> bool {
        let free = |groups: &[Option<GroupAt>]| groups.iter().any(Option::is_none);
        free(&self.of_old) && free(&self.of_new)
    }

    /// The stretches of new sentences in a range that are linked to nothing.
    pub(super) fn free_runs(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for at in range.filter(|&at| self.of_new[at].is_none()) {
            match runs.last_mut() {
                Some(last) if last.end == at => last.end += 1,
                _ => runs.push(at..at + 1),
            }
        }
        runs
    }

    /// Weighs the words of all free sentences by how common they are among them and in what stands around
    /// them.
    pub(super) fn weigh(&mut self) {
        let free = |items: &[Item<'_>], of: &[Option<GroupAt>]| -> Vec<(usize, Features)> {
            let free: Vec<usize> = (0..items.len()).filter(|&at| of[at].is_none()).collect();
            let texts: Vec<(usize, &str)> = free.into_iter().map(|at| (at, items[at].text)).collect();
            texts.into_par_iter().map(|(at, text)| (at, Features::of(text))).collect()
        };
        let old = free(&self.old.items, &self.of_old);
        let new = free(&self.new.items, &self.of_new);
        /// Sentences before and behind a free one that its words are compared with.
        const AROUND: usize = 8;
        let count = |side: &Side<'_>, features: &[(usize, Features)]| {
            let mut around: Vec<&str> = Vec::new();
            let mut next = 0;
            let mut own = features.iter().map(|(at, _)| *at).peekable();
            for (at, _) in features {
                let range = side.range(side.items[*at].document());
                let from = at.saturating_sub(AROUND).max(range.start).max(next);
                let to = (at + AROUND + 1).min(range.end);
                for place in from..to {
                    while own.next_if(|&free| free < place).is_some() {}
                    if own.peek() != Some(&place) {
                        around.push(side.items[place].text);
                    }
                }
                next = next.max(to);
            }
            let around: Vec<Vec<u64>> =
                around.into_par_iter().map(|text| Features::of(text).content().to_vec()).collect();
            let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
            let own = features.iter().map(|(_, features)| features.content());
            for &word in own.chain(around.iter().map(Vec::as_slice)).flatten() {
                *counts.entry(word).or_default() += 1;
            }
            counts
        };
        let (in_old, in_new) = (count(self.old, &old), count(self.new, &new));
        let common = |word: u64| {
            let of = |counts: &FxHashMap<u64, u32>| counts.get(&word).copied().unwrap_or_default();
            of(&in_old).max(of(&in_new))
        };
        for (side, features) in [(self.old, old), (self.new, new)] {
            for (at, features) in features {
                // Nothing was asked of them yet.
                let _ = side.items[at].features.set(Box::new(features.weighed(common)));
            }
        }
    }

    /// Whether so many more pairs of sentences may be compared; they count as compared then.
    pub(super) fn spend(&mut self, pairs: usize) -> bool {
        let left = self.left_to_compare.checked_sub(pairs);
        self.left_to_compare = left.unwrap_or(self.left_to_compare);
        left.is_some()
    }

    /// Links sentences that are free on both sides.
    pub(super) fn link(&mut self, old: Few<usize>, new: Few<usize>) {
        debug_assert!(old.iter().all(|&at| self.of_old[at].is_none()));
        debug_assert!(new.iter().all(|&at| self.of_new[at].is_none()));
        let group = GroupAt::new(self.groups.len());
        for &at in &old {
            self.of_old[at] = Some(group);
        }
        for &at in &new {
            self.of_new[at] = Some(group);
        }
        self.groups.push(Group { old, new });
    }

    /// Takes groups apart, as `which` says of each.
    pub(super) fn unlink(&mut self, which: &[bool]) {
        if !which.contains(&true) {
            return;
        }
        self.of_old.fill(None);
        self.of_new.fill(None);
        let groups = std::mem::take(&mut self.groups);
        for (group, _) in groups.into_iter().zip(which).filter(|(_, apart)| !**apart) {
            self.link(group.old, group.new);
        }
    }

    /// Adds a free old sentence to a group.
    pub(super) fn add_old(&mut self, group: usize, at: usize) {
        self.of_old[at] = Some(GroupAt::new(group));
        self.groups[group].old.insert(at);
    }

    /// Adds a free new sentence to a group.
    pub(super) fn add_new(&mut self, group: usize, at: usize) {
        self.of_new[at] = Some(GroupAt::new(group));
        self.groups[group].new.insert(at);
    }

    /// The two sentences of a group, if it has one on each side.
    pub(super) fn only(&self, group: GroupAt) -> Option<(usize, usize)> {
        self.groups.get(group.get()).and_then(Group::only)
    }

    /// Whether two sentences are the same but for typography.
    pub(super) fn same(&self, old: usize, new: usize) -> bool {
        self.old.items[old].key == self.new.items[new].key
    }

    /// How alike two sentences are in the words that tell them from others, from 0 to 1.
    pub(super) fn tells_apart(&self, old: usize, new: usize) -> f32 {
        if self.same(old, new) {
            return 1.0;
        }
        self.old.items[old].features().words_alike(self.new.items[new].features())
    }

    /// How similar two sentences are; 1 if they are the same but for typography.
    pub(super) fn similarity(&self, old: usize, new: usize) -> f32 {
        if self.same(old, new) {
            return 1.0;
        }
        self.old.items[old].features().similarity(self.new.items[new].features())
    }
}
