//! What stands above lines made alike, and says which of them are one.
//!
//! « Vrai » under one question is not « Vrai » under another: of two equal lines, those are one whose headings are.

use std::cell::RefCell;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::state::{GroupAt, Kind, Side, State};
use super::{ALONE, KNOWN_HERE, NEAR};

/// What stands above the sentences of a gap.
pub(super) struct Headings {
    /// The sentences.
    gap: (Range<usize>, Range<usize>),
    old: Vec<Above>,
    new: Vec<Above>,
    /// What a line says, and the free sentence that it stands under.
    under_old: FxHashSet<(u64, usize)>,
    under_new: FxHashSet<(u64, usize)>,
    /// How like a free old or new heading the likest sentence of the gap is; few are asked for.
    likest: RefCell<FxHashMap<Sided, f32>>,
}

/// A sentence of either side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Sided {
    Old(usize),
    New(usize),
}

/// What stands above a sentence.
#[derive(Debug, Clone, Copy)]
struct Above {
    heading: Heading,
    /// Whether a line with a number stands between, which may be the heading: « 2.1.0 (3 mai) » above « Ajouts ».
    has_number: bool,
    /// Where the heading is free, the group of the first linked sentence above it that is made like no other; nothing
    /// for a line with a number, which is what the sentence says at once above it.
    beyond: Option<usize>,
}

/// The sentence above a line made like others that is made like none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heading {
    /// There is none, or the line is made like no other itself.
    None,
    /// Linked to nothing, by its place.
    Free(usize),
    /// Linked, by the group.
    Linked(usize),
}

/// What the headings of two equal lines say about whether they are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Agreement {
    /// They stand under one, or nothing says that they do not.
    Same,
    /// Under one, if what stands between it and one of them came in or went; or under two of which nothing is known, and
    /// which have little in common, or less than with others.
    Unknown,
    /// Under two.
    Different,
}

impl Headings {
    /// For the sentences of a gap.
    pub(super) fn new(state: &State<'_, '_>, old: &Range<usize>, new: &Range<usize>) -> Headings {
        let (above_old, above_new) = (
            above(state.old, &state.of_old, &state.old_kinds, old),
            above(state.new, &state.of_new, &state.new_kinds, new),
        );
        let under = |side: &Side<'_>, above: &[Above], range: &Range<usize>| {
            let under = range.clone().zip(above).filter_map(|(at, above)| match above.heading {
                Heading::Free(free) => Some((side.items[at].key, free)),
                Heading::None | Heading::Linked(_) => None,
            });
            under.collect()
        };
        Headings {
            gap: (old.clone(), new.clone()),
            likest: RefCell::default(),
            under_old: under(state.old, &above_old, old),
            under_new: under(state.new, &above_new, new),
            old: above_old,
            new: above_new,
        }
    }

    /// Whether one of two sentences stands above a copy of the other one. What came in above a line did not come of it.
    pub(super) fn is_above_a_copy(&self, state: &State<'_, '_>, from: usize, to: usize) -> bool {
        self.under_new.contains(&(state.old.items[from].key, to))
            || self.under_old.contains(&(state.new.items[to].key, from))
    }

    /// What the headings of an old and a new sentence, by their places in the gap, say.
    pub(super) fn agreement(&self, state: &State<'_, '_>, row: usize, column: usize) -> Agreement {
        let (old, new) = (self.old[row], self.new[column]);
        if old.has_number || new.has_number {
            return Agreement::Same;
        }
        match (old.heading, new.heading) {
            (Heading::Free(from), Heading::Free(to)) if !self.may_be_one(state, from, to) => {
                Agreement::Unknown
            }
            (Heading::Linked(group), Heading::Free(_)) if new.beyond == Some(group) => Agreement::Unknown,
            (Heading::Free(_), Heading::Linked(group)) if old.beyond == Some(group) => Agreement::Unknown,
            _ if self.are_one(row, column) => Agreement::Same,
            _ => Agreement::Different,
        }
    }

    /// Whether two free headings have something in common, and neither much more with another sentence of the gap.
    fn may_be_one(&self, state: &State<'_, '_>, from: usize, to: usize) -> bool {
        /// By how much another one is more alike.
        const MORE: f32 = 0.25;
        let alike = state.similarity(from, to);
        alike >= ALONE
            && alike + MORE >= self.likest(state, Sided::Old(from)).max(self.likest(state, Sided::New(to)))
    }

    /// How like a heading the likest sentence of the gap on the other side is.
    fn likest(&self, state: &State<'_, '_>, heading: Sided) -> f32 {
        let (old, new) = self.gap.clone();
        *self.likest.borrow_mut().entry(heading).or_insert_with(|| match heading {
            Sided::Old(from) => new.map(|to| state.similarity(from, to)).fold(0.0, f32::max),
            Sided::New(to) => old.map(|from| state.similarity(from, to)).fold(0.0, f32::max),
        })
    }

    /// Whether nothing says that they stand under two headings.
    pub(super) fn agree(&self, row: usize, column: usize) -> bool {
        // Two headings of which nothing became are two.
        let both = (self.old[row].heading, self.new[column].heading);
        self.are_one(row, column) && !matches!(both, (Heading::Free(_), Heading::Free(_)))
    }

    /// Whether their headings are linked, or both are not, or one has none.
    pub(super) fn are_one(&self, row: usize, column: usize) -> bool {
        match (self.old[row].heading, self.new[column].heading) {
            (Heading::None, _) | (_, Heading::None) | (Heading::Free(_), Heading::Free(_)) => true,
            (old, new) => old == new,
        }
    }
}

fn above(side: &Side<'_>, of: &[Option<GroupAt>], kinds: &[Kind], range: &Range<usize>) -> Vec<Above> {
    let start = side.range(side.items[range.start].document()).start.max(range.start.saturating_sub(NEAR));
    let told = |at: usize| of[at].map_or(Heading::Free(at), |group| Heading::Linked(group.get()));
    let mut own = (start..range.start).rev().filter(|&at| !kinds[at].is_repeated());
    let before = own.next();
    let mut heading = before.map_or(Heading::None, told);
    let linked = |at: usize| of[at].map(GroupAt::get);
    let mut beyond = before.and_then(linked).or_else(|| own.find_map(linked));
    let mut numbered = before.is_some_and(|at| kinds[at..range.start].iter().any(|kind| kind.is_numbered()));
    let above = |at: usize| {
        if !kinds[at].is_repeated() {
            (heading, numbered, beyond) = (told(at), false, linked(at).or(beyond));
            return Above { heading: Heading::None, has_number: false, beyond: None };
        }
        let is_numbered = kinds[at].is_numbered();
        numbered |= is_numbered;
        if let Heading::Free(free) = heading
            && is_alike(side, free, at)
        {
            // One that came in or went beside the line and was made after it is not what it stands under.
            let mut own = (start..free).rev().filter(|&at| !kinds[at].is_repeated()).take(NEAR);
            let real = own.find(|&own| of[own].is_some() || !is_alike(side, own, at));
            let has_number = real.is_some_and(|real| kinds[real..at].iter().any(|kind| kind.is_numbered()));
            let heading = real.map_or(Heading::None, told);
            return Above { heading, has_number: has_number && !is_numbered, beyond: real.and_then(linked) };
        }
        let beyond = if is_numbered { None } else { beyond };
        Above { heading, has_number: numbered && !is_numbered, beyond }
    };
    range.clone().map(above).collect()
}

/// Whether two sentences of one side are made alike.
fn is_alike(side: &Side<'_>, one: usize, other: usize) -> bool {
    side.items[one].features().similarity(side.items[other].features()) >= KNOWN_HERE
}
