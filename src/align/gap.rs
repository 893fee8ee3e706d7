//! Sentences between linked neighbours: edited, split and merged ones, found together.
//!
//! Within a gap the choice is global: dynamic programming over both runs, with links of one to one, one
//! to two or three, two or three to one (after Gale & Church, “A Program for Aligning Sentences in
//! Bilingual Corpora”, 1993, with similarity in place of length).

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::anchors;
use super::few::Few;
use super::headings::{Agreement, Headings};
use super::parts::is_title_above;
use super::sequence::most_shared;
use super::similarity::{Features, ratio};
use super::state::State;
use crate::text::longest_rise;

/// Pairs of sentences compared in one table.
const TABLE: usize = 40_000;

/// Similarity below which two sentences in order are no link.
const FLOOR: f32 = 0.34;

/// What a link is worth that is better than none.
const LITTLE: f32 = 0.05;

/// What it is worth that a link follows another one, or the linked sentences before the gap.
const FOLLOWS: f32 = 0.03;

/// What a part of a split must share with the whole.
const PART: f32 = 0.3;

/// How similar the whole of a split must be to its parts together.
const WHOLE: f32 = 0.5;

/// Links what belongs together in two runs of free sentences.
pub(super) fn fill(state: &mut State<'_, '_>, old: Range<usize>, new: Range<usize>) {
    if old.is_empty() || new.is_empty() || !state.compared.insert((old.clone(), new.clone())) {
        return;
    }
    let cells = old.len().saturating_mul(new.len());
    if cells <= TABLE && state.spend(cells) {
        table(state, old, new);
        return;
    }
    if cells <= TABLE {
        // What is left is looked at again, in its own gaps.
        let links = state.groups.len();
        anchors::equal(state, old.clone(), new.clone());
        if state.groups.len() > links {
            return;
        }
    }
    let rare = Rare::new(state, &old);
    let pairs = landmarks(state, &rare, &new);
    let mut last = (old.start, new.start);
    let end = (old.end, new.end);
    for (from, to) in pairs.into_iter().chain([end]) {
        windows(state, &rare, last.0..from, last.1..to);
        if (from, to) != end {
            state.link(Few::one(from), Few::one(to));
            last = (from + 1, to + 1);
        }
    }
}

/// Where the rare words of a long run of old sentences stand.
struct Rare {
    places: FxHashMap<u64, Vec<usize>>,
}

impl Rare {
    /// A word in more sentences than this tells nothing.
    const MOST: usize = 8;

    fn new(state: &State<'_, '_>, old: &Range<usize>) -> Rare {
        let mut places: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for at in old.clone() {
            for &word in state.old.items[at].features().content() {
                let places = places.entry(word).or_default();
                if places.len() <= Self::MOST {
                    places.push(at);
                }
            }
        }
        places.retain(|_, places| places.len() <= Self::MOST);
        Rare { places }
    }

    /// The old sentences that share a rare word with a new one, once for each word.
    fn near(&self, state: &State<'_, '_>, to: usize) -> impl Iterator<Item = usize> {
        let words = state.new.items[to].features().content().iter();
        words.filter_map(|word| self.places.get(word)).flatten().copied()
    }
}

/// A run too long for one table, window by window, in proportion; only those in which two sentences
/// alike share a rare word: where nothing but place speaks for a link, a window of a long run is no place.
fn windows(state: &mut State<'_, '_>, rare: &Rare, old: Range<usize>, new: Range<usize>) {
    const SIDE: usize = 32;
    let parts = old.len().max(new.len()).div_ceil(SIDE).max(1);
    let cut = |range: &Range<usize>, part: usize| range.start + range.len() * part / parts;
    for part in 0..parts {
        let (old, new) = (cut(&old, part)..cut(&old, part + 1), cut(&new, part)..cut(&new, part + 1));
        let alike = |from: usize, to: usize| old.contains(&from) && state.similarity(from, to) >= FLOOR;
        if new.clone().any(|to| rare.near(state, to).any(|from| alike(from, to))) {
            table(state, old, new);
        }
    }
}

/// Similar sentences that share a rare word, each the other's best, as far as they rise.
fn landmarks(state: &State<'_, '_>, rare: &Rare, new: &Range<usize>) -> Vec<(usize, usize)> {
    const SURE: f32 = 0.6;
    const HANDFUL: usize = 6;
    let mut best_of_old: FxHashMap<usize, (f32, usize)> = FxHashMap::default();
    for at in new.clone() {
        let near = most_shared(rare.near(state, at));
        let scored = near.into_iter().take(HANDFUL).map(|from| (state.similarity(from, at), from));
        let best = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((score, from)) = best.filter(|best| best.0 >= SURE) {
            let known = best_of_old.entry(from).or_insert((score, at));
            if score > known.0 {
                *known = (score, at);
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = best_of_old.into_iter().map(|(from, (_, to))| (from, to)).collect();
    pairs.sort_unstable();
    let values: Vec<usize> = pairs.iter().map(|&(_, to)| to).collect();
    longest_rise(&values).into_iter().map(|at| pairs[at]).collect()
}

/// How like a sentence the two likest ones are.
#[derive(Debug, Clone, Copy, Default)]
struct Likest {
    first: f32,
    second: f32,
}

impl Likest {
    fn add(&mut self, alike: f32) {
        if alike > self.first {
            self.second = self.first;
            self.first = alike;
        } else {
            self.second = self.second.max(alike);
        }
    }

    /// Whether one is liker than all others: what is like two sentences may have been put together of both.
    fn is_clear(self) -> bool {
        const MARGIN: f32 = 0.1;
        self.first - self.second >= MARGIN
    }
}

/// The pairs of two lists of sentences, in order, that are together most alike, each at least so much and more than
/// with any other.
pub(super) fn best_in_order(
    state: &mut State<'_, '_>,
    old: &[usize],
    new: &[usize],
    least: f32,
) -> Vec<(usize, usize)> {
    let cells = old.len().saturating_mul(new.len());
    if cells == 0 || cells > TABLE || !state.spend(cells) {
        return Vec::new();
    }
    let columns = new.len();
    let at = |row: usize, column: usize| row * (columns + 1) + column;
    let mut best: Vec<f32> = vec![0.0; (old.len() + 1) * (columns + 1)];
    let mut linked: Vec<bool> = vec![false; best.len()];
    let mut of_rows = vec![Likest::default(); old.len()];
    let mut of_columns = vec![Likest::default(); columns];
    for (row, &from) in old.iter().enumerate() {
        for (column, &to) in new.iter().enumerate() {
            let mut here = best[at(row, column + 1)].max(best[at(row + 1, column)]);
            let alike = state.similarity(from, to);
            of_rows[row].add(alike);
            of_columns[column].add(alike);
            if alike >= least && best[at(row, column)] + alike - FLOOR > here {
                here = best[at(row, column)] + alike - FLOOR;
                linked[at(row + 1, column + 1)] = true;
            }
            best[at(row + 1, column + 1)] = here;
        }
    }
    let (mut row, mut column) = (old.len(), columns);
    let mut pairs = Vec::new();
    while row > 0 && column > 0 {
        if linked[at(row, column)] {
            (row, column) = (row - 1, column - 1);
            if of_rows[row].is_clear() && of_columns[column].is_clear() {
                pairs.push((old[row], new[column]));
            }
        } else if best[at(row - 1, column)] >= best[at(row, column - 1)] {
            row -= 1;
        } else {
            column -= 1;
        }
    }
    pairs.reverse();
    pairs
}

/// One step through the table: how many sentences of each side.
const STEPS: [(usize, usize); 7] = [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (1, 3), (3, 1)];

fn table(state: &mut State<'_, '_>, old: Range<usize>, new: Range<usize>) {
    let (mut row, mut column) = (old.len(), new.len());
    if row == 0 || column == 0 {
        return;
    }
    let best = best_steps(state, &old, &new);
    let width = new.len() + 1;
    let mut links = Vec::new();
    while row > 0 || column > 0 {
        let (down, right) = STEPS[usize::from(best[row * width + column].1)];
        row -= down;
        column -= right;
        if down > 0 && right > 0 {
            let from = old.start + row..old.start + row + down;
            let to = new.start + column..new.start + column + right;
            links.push((from.collect::<Few<_>>(), to.collect::<Few<_>>()));
        }
    }
    for (from, to) in links.into_iter().rev() {
        state.link(from, to);
    }
}

/// The table, row by row: the best score up to each place, and the step that leads there.
fn best_steps(state: &State<'_, '_>, old: &Range<usize>, new: &Range<usize>) -> Vec<(f32, u8)> {
    let (rows, columns) = (old.len(), new.len());
    let gains = Gains::new(state, old, new);
    let at = |row: usize, column: usize| row * (columns + 1) + column;
    let mut best: Vec<(f32, u8)> = vec![(0.0, 0); (rows + 1) * (columns + 1)];
    for row in 0..=rows {
        for column in 0..=columns {
            if row == 0 && column == 0 {
                continue;
            }
            let mut here = (f32::NEG_INFINITY, 0);
            for (step, &(down, right)) in STEPS.iter().enumerate() {
                if row < down || column < right {
                    continue;
                }
                let Some(gain) = gains.of((row, down), (column, right)) else { continue };
                let (before, step_before) = best[at(row - down, column - right)];
                let (down_before, right_before) = STEPS[usize::from(step_before)];
                let follows = down > 0 && right > 0 && down_before > 0 && right_before > 0;
                let score = before + gain + if follows { FOLLOWS } else { 0.0 };
                if score > here.0 {
                    here = (score, u8::try_from(step).unwrap_or_default());
                }
            }
            best[at(row, column)] = here;
        }
    }
    best
}

/// What each step through the table is worth.
struct Gains<'g, 's, 'a> {
    state: &'g State<'s, 'a>,
    /// The first old sentence, and the first new one.
    starts: (usize, usize),
    old: Runs<'g>,
    new: Runs<'g>,
    is_part: Parts,
    headings: Headings,
}

impl<'g, 's, 'a> Gains<'g, 's, 'a> {
    fn new(state: &'g State<'s, 'a>, old: &Range<usize>, new: &Range<usize>) -> Self {
        let starts = (old.start, new.start);
        let headings = Headings::new(state, old, new);
        let old = Runs::new(old.clone().map(|at| state.old.items[at].features()).collect());
        let new = Runs::new(new.clone().map(|at| state.new.items[at].features()).collect());
        let is_part = Parts::new(&old, &new);
        Gains { state, starts, old, new, is_part, headings }
    }

    /// That of a step of `down` and `right` which ends before this row and this column; nothing if it can't be.
    fn of(&self, (row, down): (usize, usize), (column, right): (usize, usize)) -> Option<f32> {
        let Gains { state, old, new, is_part, .. } = self;
        let (old_at, new_at) = (|row: usize| self.starts.0 + row, |column: usize| self.starts.1 + column);
        match (down, right) {
            (1, 0) | (0, 1) => Some(0.0),
            (1, 1) => {
                let (from, to) = (old_at(row - 1), new_at(column - 1));
                let agreement = || self.headings.agreement(state, row - 1, column - 1);
                let same = state.same(from, to).then(agreement);
                if same.is_none() && self.headings.is_above_a_copy(state, from, to) {
                    return None;
                }
                one_to_one(same, old.get(row - 1, 1), new.get(column - 1, 1))
            }
            (1, parts) => {
                let (title, whole) = (new_at(column - parts), old_at(row - 1));
                let is_one = |part| is_part.of_old(row - 1, part) && !state.same(whole, new_at(part));
                let are_parts = (column - parts..column).all(is_one)
                    && !is_title_above((state.new, title), (state.old, whole));
                if are_parts { split(old.get(row - 1, 1), new.get(column - parts, parts)) } else { None }
            }
            (parts, _) => {
                let (title, whole) = (old_at(row - parts), new_at(column - 1));
                let is_one = |part| is_part.of_new(part, column - 1) && !state.same(old_at(part), whole);
                let are_parts =
                    (row - parts..row).all(is_one) && !is_title_above((state.old, title), (state.new, whole));
                if are_parts { split(new.get(column - 1, 1), old.get(row - parts, parts)) } else { None }
            }
        }
    }
}

/// What a link of one to one is worth.
fn one_to_one(same: Option<Agreement>, old: &Features, new: &Features) -> Option<f32> {
    match same {
        Some(Agreement::Same) => return Some(1.2 - FLOOR),
        Some(Agreement::Unknown) => return Some(0.65 - FLOOR),
        // A copy from under another heading will do if nothing else does.
        Some(Agreement::Different) => return Some(LITTLE),
        None => {}
    }
    let similarity = old.similarity(new);
    (similarity >= FLOOR).then_some(similarity - FLOOR)
}

/// What a split of one whole into parts is worth that stand in it.
fn split(whole: &Features, parts: &Features) -> Option<f32> {
    let similarity = whole.similarity(parts);
    // A part more needs a reason: it must make the whole more alike.
    (similarity >= WHOLE).then_some(similarity - FLOOR - 0.02)
}

/// Whether a sentence that has this in common with another may be a part of it.
fn holds(part: &Features, common: u32) -> bool {
    part.weight() > 0 && ratio(common, part.weight()) >= PART
}

/// Whether a sentence may be a part of a whole.
pub(super) fn is_part(part: &Features, whole: &Features) -> bool {
    holds(part, part.common_words(whole))
}

/// For each pair of sentences of two runs, whether one may be a part of the other: asked of each pair by
/// several steps through the table.
struct Parts {
    columns: usize,
    /// Whether the new sentence may be a part of the old one, and the old one of the new one.
    pairs: Vec<(bool, bool)>,
}

impl Parts {
    fn new(old: &Runs<'_>, new: &Runs<'_>) -> Parts {
        let pairs = old
            .single
            .iter()
            .flat_map(|old| {
                new.single.iter().map(|new| {
                    let common = old.common_words(new);
                    (holds(new, common), holds(old, common))
                })
            })
            .collect();
        Parts { columns: new.single.len(), pairs }
    }

    /// Whether the new sentence may be a part of the old one.
    fn of_old(&self, row: usize, column: usize) -> bool {
        self.pairs[row * self.columns + column].0
    }

    /// Whether the old sentence may be a part of the new one.
    fn of_new(&self, row: usize, column: usize) -> bool {
        self.pairs[row * self.columns + column].1
    }
}

/// The features of one, two or three sentences in a row.
struct Runs<'f> {
    single: Vec<&'f Features>,
    double: Vec<Features>,
    triple: Vec<Features>,
}

impl<'f> Runs<'f> {
    fn new(single: Vec<&'f Features>) -> Self {
        let double: Vec<Features> = single.windows(2).map(|pair| pair[0].joined(pair[1])).collect();
        let triple = double.iter().zip(single.iter().skip(2)).map(|(pair, last)| pair.joined(last)).collect();
        Runs { single, double, triple }
    }

    fn get(&self, first: usize, count: usize) -> &Features {
        match count {
            1 => self.single[first],
            2 => &self.double[first],
            _ => &self.triple[first],
        }
    }
}
