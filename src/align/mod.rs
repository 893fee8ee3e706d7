//! How each sentence of one text became those of another.
//!
//! One pure function on two sequences of sentences, in stages from the certain to the doubtful: equal
//! sentences in order (`anchors`), lines that are repeated (`kinds`) with what they stand under
//! (`headings`, `passages`), sentences about one thing (`labels`, `heads`), `answers` under their questions, what stands
//! between (`gap`), sentences that left their place (`moves`) in their document and beyond it, what moved along with
//! these, and what was said in other words where all around stayed (`kin`). Every old and every
//! new sentence is in exactly one link. The result depends on the sentences alone, not on the order of
//! documents; time is linear in their number but for sorting.
//!
//! Knows no unit and no catalog.

mod anchors;
mod answers;
pub mod change;
mod documents;
mod few;
mod gap;
mod headings;
mod heads;
mod hunk;
mod kin;
mod kinds;
mod labels;
mod lists;
mod marks;
mod moves;
mod parts;
mod passages;
mod reason;
mod respelled;
mod sequence;
mod similarity;
mod slide;
mod spaced;
mod spelling;
mod state;
mod token;
pub mod words;

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::short;
pub use few::Few;
use moves::Reach;
use state::{Side, State};

/// What a change is: the policy of the project's whole memory. Ordered by gravity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// The same characters.
    None,
    /// Only typography: a translation stays current.
    Typographic,
    /// Only punctuation, case or spelling.
    Minor,
    /// All else.
    Major,
}

impl Change {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Change::None => "none",
            Change::Typographic => "typographic",
            Change::Minor => "minor",
            Change::Major => "major",
        }
    }
}

/// What a link joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    /// One sentence and one.
    Kept,
    /// One sentence that became several.
    Split,
    /// Several sentences that became one.
    Merged,
    /// An old sentence that nothing became of.
    Deleted,
    /// A new sentence that was nothing before.
    Inserted,
}

impl LinkKind {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            LinkKind::Kept => "kept",
            LinkKind::Split => "split",
            LinkKind::Merged => "merged",
            LinkKind::Deleted => "deleted",
            LinkKind::Inserted => "inserted",
        }
    }
}

/// A sentence to be aligned.
#[derive(Debug, Clone)]
pub struct Sentence<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its block, counted as the caller likes; `None` where that is not known.
    pub block: Option<u32>,
}

/// The sentences of a document, in order.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    /// Its name: documents of one name belong together.
    pub name: &'a str,
    /// Its sentences.
    pub sentences: Cow<'a, [Sentence<'a>]>,
}

/// A sentence, by its place: kept by the million, so in half of the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    text: u32,
    index: u32,
}

impl Position {
    /// The sentence at `index`, from 0, of the text of index `text`.
    pub fn new(text: usize, index: usize) -> Self {
        Position { text: short(text), index: short(index) }
    }

    /// Index of its text.
    pub fn text(self) -> usize {
        self.text as usize
    }

    /// Its index there, from 0.
    pub fn index(self) -> usize {
        self.index as usize
    }
}

/// What became of some sentences.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// What it joins.
    pub kind: LinkKind,
    /// How much changed; `None` for deleted and inserted ones.
    pub change: Option<Change>,
    /// Whether it left the order of its document, or its document.
    pub moved: bool,
    /// The old sentences.
    pub old: Few<Position>,
    /// The new sentences.
    pub new: Few<Position>,
    /// For an inserted one: an old sentence that is left over and may have been this one, not surely
    /// enough to say so.
    pub candidate: Option<Position>,
    /// How alike the two sides are, from 0 to 1: how sure the link is.
    pub similarity: f32,
}

impl Link {
    /// Whether only what stands round it speaks for a sentence that left its place: by itself it would not be known
    /// again anywhere.
    pub fn is_doubtful(&self) -> bool {
        self.kind == LinkKind::Kept && self.moved && self.similarity < KNOWN_ANYWHERE
    }

    /// A sentence of one side that has none on the other.
    fn lone(kind: LinkKind, old: Few<Position>, new: Few<Position>) -> Self {
        Link { kind, change: None, moved: false, old, new, candidate: None, similarity: 0.0 }
    }
}

/// Similarity at which a sentence is known again elsewhere in its document.
const KNOWN_HERE: f32 = 0.6;
/// … and in another document.
const KNOWN_ANYWHERE: f32 = 0.66;
/// Similarity at which two lone sentences in one gap are one.
const ALONE: f32 = 0.2;
/// … and one and one of a few.
const ALONE_OF_A_FEW: f32 = 0.3;
/// Sentences around one in which its heading is looked for, or others that have its name.
const NEAR: usize = 32;
/// Similarity at which a sentence left over is worth showing as a candidate.
const WORTH_SHOWING: f32 = 0.3;

/// Aligns two sets of documents. Links come in the order of the new sentences, then the deleted ones. Lists that are
/// given away are freed before the work begins: there may be a million sentences.
pub fn align<'a>(old: impl AsRef<[Text<'a>]>, new: impl AsRef<[Text<'a>]>) -> Vec<Link> {
    let (old_order, old_side) = by_name(old.as_ref());
    drop(old);
    let (new_order, new_side) = by_name(new.as_ref());
    drop(new);
    let mut state = State::new(&old_side, &new_side);
    let pairs = documents::paired(&state);
    let paired: FxHashSet<(usize, usize)> = pairs.iter().copied().collect();
    for &(from, to) in &pairs {
        anchors::anchors(&mut state, old_side.range(from), new_side.range(to));
    }
    // Nothing is to be looked for where one side has nothing left: a first version, or the same one.
    if state.has_free() {
        search(&mut state, &paired);
    }
    slide::insertions(&mut state);
    links(&state, &paired, &old_order, &new_order)
}

/// The stages after the certain one.
fn search(state: &mut State<'_, '_>, paired: &FxHashSet<(usize, usize)>) {
    kinds::find(state, paired);
    passages::part_strangers(state);
    state.weigh();
    moves::unique(state, paired);
    between(state, labels::labelled);
    between(state, heads::of_one_subject);
    between(state, passages::named);
    moves::with_lines(state, paired);
    passages::follow(state);
    answers::under_questions(state);
    moves::elsewhere(state, paired);
    between(state, gap::fill);
    moves::equal(state, Reach::Document, paired);
    between(state, gap::fill);
    moves::similar(state, Reach::Document, paired, KNOWN_HERE);
    answers::under_questions(state);
    moves::equal(state, Reach::Anywhere, paired);
    between(state, gap::fill);
    moves::similar(state, Reach::Anywhere, paired, KNOWN_ANYWHERE);
    between(state, gap::fill);
    moves::nearby(state, paired);
    parts::left_out(state);
    moves::only_ones(state, paired);
    between(state, alone);
    between(state, kin::between_the_same);
    moves::left_over(state, paired);
}

/// The indices of texts by name, and by place among equal names; and their sentences in this order.
fn by_name<'a>(texts: &[Text<'a>]) -> (Vec<usize>, Side<'a>) {
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by_key(|&at| texts[at].name);
    let sorted: Vec<&Text<'a>> = order.iter().map(|&at| &texts[at]).collect();
    let side = Side::new(&sorted);
    (order, side)
}

/// Hands each gap to `fill`: free new sentences between linked neighbours, and the free old sentences that stand
/// between the neighbours' former selves; then next to one of them: behind that of the one before, as lines follow
/// their heading, unless those before the other one are more alike. Neither is empty.
fn between(state: &mut State<'_, '_>, fill: fn(&mut State<'_, '_>, Range<usize>, Range<usize>)) {
    let has_free = |&document: &usize| state.of_new[state.new.range(document)].iter().any(Option::is_none);
    let documents: Vec<usize> = (0..state.new.names.len()).filter(has_free).collect();
    // What one place showed another one often shows again.
    let mut shown: FxHashSet<(Range<usize>, Range<usize>)> = FxHashSet::default();
    for place in [Place::Between, Place::BetterBehind, Place::Before, Place::Behind] {
        for &document in &documents {
            for gap in state.free_runs(state.new.range(document)) {
                let Some(old) = opposite(state, document, &gap, place) else { continue };
                for new in state.free_runs(gap.clone()) {
                    let is_free = old.clone().all(|at| state.of_old[at].is_none());
                    if is_free && !old.is_empty() && shown.insert((old.clone(), new.clone())) {
                        fill(state, old.clone(), new);
                    }
                }
            }
        }
    }
}

/// Which free old sentences may have become those of a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Those between what became the sentences before and behind the gap, or all of a document of which nothing is
    /// linked.
    Between,
    /// Those behind what became the sentence before it, if those before what became the sentence behind it are no
    /// more alike.
    BetterBehind,
    /// Those behind what became the sentence before it.
    Behind,
    /// Those before what became the sentence behind it.
    Before,
}

/// The free old sentences that may have become those of a gap in a new document.
fn opposite(
    state: &State<'_, '_>,
    document: usize,
    gap: &Range<usize>,
    place: Place,
) -> Option<Range<usize>> {
    let old = state.old;
    let range = state.new.range(document);
    let linked = |new: usize| state.of_new[new].map(|group| &state.groups[group.get()].old);
    let is_free = |at: usize| state.of_old[at].is_none();
    let before = (gap.start > range.start).then(|| linked(gap.start - 1)).flatten();
    let after = (gap.end < range.end).then(|| linked(gap.end)).flatten();
    let left = before.and_then(|old| old.iter().max()).map(|&last| {
        let limit = old.range(old.items[last].document()).end;
        last + 1..(last + 1..limit).find(|&at| !is_free(at)).unwrap_or(limit)
    });
    let right = after.and_then(|old| old.iter().min()).map(|&first| {
        let limit = old.range(old.items[first].document()).start;
        (limit..first).rev().find(|&at| !is_free(at)).map_or(limit, |last| last + 1)..first
    });
    let name = state.new.names[document];
    // They are sorted.
    let namesake = old.names.partition_point(|old| *old < name);
    let is_there = old.names.get(namesake) == Some(&name);
    // A gap at the edge of a document reaches to the edge of the one that it was before.
    let edge = |neighbour: Option<&Few<usize>>| {
        let from = old.items[*neighbour?.first()?].document();
        (from == namesake || !is_there).then(|| old.range(from))
    };
    let head = |all: Range<usize>| all.start..all.clone().find(|&at| !is_free(at)).unwrap_or(all.end);
    let tail = |all: Range<usize>| {
        all.clone().rev().find(|&at| !is_free(at)).map_or(all.start, |last| last + 1)..all.end
    };
    let left = if gap.start == range.start { edge(after).map(head) } else { left };
    let right = if gap.end == range.end { edge(before).map(tail) } else { right };
    match place {
        Place::Between if *gap == range => {
            is_there.then(|| old.range(namesake)).filter(|all| all.clone().all(is_free))
        }
        Place::Between => left.filter(|left| right.as_ref() == Some(left)),
        Place::BetterBehind => left.filter(|left| {
            let is_better = |right| likest(state, left, gap) >= likest(state, right, gap);
            right.as_ref().is_none_or(is_better)
        }),
        Place::Behind => left,
        Place::Before => right,
    }
}

/// How like a sentence of a gap the likest of some old ones is; of long runs, those at its edges.
fn likest(state: &State<'_, '_>, old: &Range<usize>, gap: &Range<usize>) -> f32 {
    const EDGE: usize = 8;
    let edges = |range: &Range<usize>| {
        let tail = range.start.max(range.end.saturating_sub(EDGE)).max((range.start + EDGE).min(range.end));
        (range.start..(range.start + EDGE).min(range.end)).chain(tail..range.end)
    };
    let pairs = edges(old).flat_map(|from| edges(gap).map(move |to| (from, to)));
    pairs.map(|(from, to)| state.similarity(from, to)).fold(0.0, f32::max)
}

/// One old and one new sentence alone between the same neighbours: one took the other's place, even if
/// they share little; or the likest, where a few came or went beside them. But of what a sentence says, some words come
/// back.
fn alone(state: &mut State<'_, '_>, old: Range<usize>, new: Range<usize>) {
    /// Of so many words that carry meaning, one comes back.
    const ONE_OF: usize = 4;
    /// Sentences of which one stayed.
    const A_FEW: usize = 3;
    if old.len().min(new.len()) != 1 || old.len().max(new.len()) > A_FEW {
        return;
    }
    let least = if old.len() == new.len() { ALONE } else { ALONE_OF_A_FEW };
    let pairs = old.flat_map(|from| new.clone().map(move |to| (from, to)));
    let scored = pairs.map(|(from, to)| (state.similarity(from, to), from, to));
    let likest = scored.reduce(|likest, other| if other.0 > likest.0 { other } else { likest });
    let Some((_, from, to)) = likest.filter(|likest| likest.0 >= least) else { return };
    let (before, after) =
        (state.old.items[from].features().content(), state.new.items[to].features().content());
    let came_back = before.iter().filter(|word| after.binary_search(word).is_ok()).count();
    if came_back >= before.len().min(after.len()) / ONE_OF {
        state.link(Few::one(from), Few::one(to));
    }
}

/// What the groups say, in the words of the caller, whose documents stood in another order.
fn links(
    state: &State<'_, '_>,
    paired: &FxHashSet<(usize, usize)>,
    old_order: &[usize],
    new_order: &[usize],
) -> Vec<Link> {
    let in_order = in_order(state);
    let candidates = candidates(state, paired);
    let old_at = |at: usize| {
        let position = state.old.position(at);
        Position::new(old_order[position.text()], position.index())
    };
    let new_at = |at: usize| {
        let position = state.new.position(at);
        Position::new(new_order[position.text()], position.index())
    };
    let mut out = Vec::with_capacity(state.new.items.len());
    for to in 0..state.new.items.len() {
        let Some(group) = state.of_new[to] else {
            let candidate = candidates.get(&to);
            out.push(Link {
                candidate: candidate.map(|&(_, from)| old_at(from)),
                similarity: candidate.map_or(0.0, |&(score, _)| score),
                ..Link::lone(LinkKind::Inserted, Few::none(), Few::one(new_at(to)))
            });
            continue;
        };
        let group = group.get();
        let members = &state.groups[group];
        if members.new[0] != to {
            continue;
        }
        let (before, after) = (state.old.joined(&members.old), state.new.joined(&members.new));
        let kind = match (members.old.len(), members.new.len()) {
            (1, 1) => LinkKind::Kept,
            (1, _) => LinkKind::Split,
            _ => LinkKind::Merged,
        };
        let verdict = change::verdict(&before, &after);
        // Sentences that were cut in another way are not what they were, whatever their words.
        let change = if kind == LinkKind::Kept { verdict.change } else { verdict.change.max(Change::Minor) };
        out.push(Link {
            kind,
            change: Some(change),
            moved: !in_order[group],
            old: members.old.iter().map(|&at| old_at(at)).collect(),
            new: members.new.iter().map(|&at| new_at(at)).collect(),
            candidate: None,
            similarity: if kind == LinkKind::Kept { state.similarity(members.old[0], to) } else { 1.0 },
        });
    }
    let deleted = (0..state.old.items.len()).filter(|&from| state.of_old[from].is_none());
    out.extend(deleted.map(|from| Link::lone(LinkKind::Deleted, Few::one(old_at(from)), Few::none())));
    out
}

/// For new sentences that nothing is linked to, the free old one that is most alike, with how alike it is.
fn candidates(state: &State<'_, '_>, paired: &FxHashSet<(usize, usize)>) -> FxHashMap<usize, (f32, usize)> {
    let mut best: FxHashMap<usize, (f32, usize)> = FxHashMap::default();
    if state.has_free() {
        for found in moves::candidates(state, Reach::Anywhere, paired, WORTH_SHOWING) {
            let best = best.entry(found.to).or_insert((found.score, found.from));
            if found.score > best.0 {
                *best = (found.score, found.from);
            }
        }
    }
    best
}

/// For each group, whether it stays in its document and in the longest run that keeps the order.
fn in_order(state: &State<'_, '_>) -> Vec<bool> {
    let mut by_document: FxHashMap<usize, Vec<(usize, usize)>> = FxHashMap::default();
    for (group, members) in state.groups.iter().enumerate() {
        let (from, to) = (members.old[0], members.new[0]);
        let (old, new) = (state.old.items[from].document(), state.new.items[to].document());
        if state.old.names[old] == state.new.names[new] {
            by_document.entry(new).or_default().push((to, group));
        }
    }
    let mut stays = vec![false; state.groups.len()];
    for mut groups in by_document.into_values() {
        groups.sort_unstable();
        let values: Vec<usize> = groups.iter().map(|&(_, group)| state.groups[group].old[0]).collect();
        for at in crate::text::longest_rise(&values) {
            stays[groups[at].1] = true;
        }
    }
    stays
}
