//! Sentences that left their place: equal ones first, then similar ones, in their document and beyond.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::few::Few;
use super::kin;
use super::passages;
use super::sequence::most_shared;
use super::state::{GroupAt, Kind, Side, State};
use super::{KNOWN_ANYWHERE, KNOWN_HERE};

/// How far a move may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Within a document, or between one and the document that it was renamed to.
    Document,
    /// To any document.
    Anywhere,
}

/// Links free sentences that are the same but for typography. Of several copies, those next to neighbours
/// that are linked to each other first, then in order, but none under another heading: that is another one.
pub(super) fn equal(state: &mut State<'_, '_>, reach: Reach, pairs: &FxHashSet<(usize, usize)>) {
    let mut free: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (at, item) in state.old.items.iter().enumerate() {
        if state.of_old[at].is_none() {
            free.entry(item.key).or_default().push(at);
        }
    }
    for pass in [Pass::InContext, Pass::InOrder] {
        for to in 0..state.new.items.len() {
            if state.of_new[to].is_some() {
                continue;
            }
            let Some(places) = free.get_mut(&state.new.items[to].key) else { continue };
            // Copies by the hundred are told apart by order alone.
            const MANY: usize = 64;
            let found = places.iter().take(MANY).position(|&from| {
                in_reach(state, from, to, reach, pairs)
                    && match pass {
                        Pass::InContext => has_words(state, from) && beside(state, from, to),
                        Pass::InOrder => {
                            !is_repeated(state, from, to) || passages::of_one_entry(state, from, to)
                        }
                    }
            });
            let Some(found) = found else { continue };
            let from = places[found];
            if reach == Reach::Anywhere && !has_words(state, from) {
                continue;
            }
            places.remove(found);
            state.link(Few::one(from), Few::one(to));
        }
    }
}

/// Links free sentences that stand once on each side, the same but for typography: wherever they went, no
/// other sentence is likelier to have been them. Copies that are linked count: the last free one of many
/// may have been edited where it stands.
pub(super) fn unique(state: &mut State<'_, '_>, pairs: &FxHashSet<(usize, usize)>) {
    let mut found = standing_once(state, 0..state.old.items.len(), 0..state.new.items.len());
    found.sort_unstable();
    let stay: FxHashSet<usize> = pairs.iter().map(|(old, _)| *old).collect();
    for (from, to) in found {
        // A sentence of a document that is gone has no other place to be in: what it says, word for word, is it.
        let is_in_reach = in_reach(state, from, to, Reach::Document, pairs)
            || !stay.contains(&state.old.items[from].document());
        if is_in_reach && has_words(state, from) && passages::are_at_home(state, from, to) {
            state.link(Few::one(from), Few::one(to));
        }
    }
    // The same of what stands once in a document and once in what it became, whatever other documents have: each page of
    // a manual names the keys that it is about.
    link_once(state, pairs, passages::are_at_home);
}

/// Links what is left over and stands once in a document and once in what it became, the same but for typography, in
/// any entry: nothing else is what it was or will be.
pub(super) fn left_over(state: &mut State<'_, '_>, pairs: &FxHashSet<(usize, usize)>) {
    link_once(state, pairs, |_, _, _| true);
}

/// Links free sentences that stand once in a document and once in what it became, the same but for typography.
fn link_once(
    state: &mut State<'_, '_>,
    pairs: &FxHashSet<(usize, usize)>,
    may_be_one: fn(&State<'_, '_>, usize, usize) -> bool,
) {
    let mut pairs: Vec<(usize, usize)> = pairs.iter().copied().collect();
    pairs.sort_unstable();
    for (old, new) in pairs {
        for (from, to) in standing_once(state, state.old.range(old), state.new.range(new)) {
            if has_words(state, from) && may_be_one(state, from, to) {
                state.link(Few::one(from), Few::one(to));
            }
        }
    }
}

/// The free sentences that stand once in each of two ranges, the same but for typography, in the order of the new ones.
fn standing_once(state: &State<'_, '_>, old: Range<usize>, new: Range<usize>) -> Vec<(usize, usize)> {
    let key_of = |side: &Side<'_>, at: usize| side.items[at].key;
    // Few are free, of a page that may have a hundred thousand: where those of one text stand on both sides.
    let free: FxHashSet<u64> =
        old.clone().filter(|&at| state.of_old[at].is_none()).map(|at| key_of(state.old, at)).collect();
    let mut places: FxHashMap<u64, (Once, Once)> = FxHashMap::default();
    for key in new.clone().filter(|&at| state.of_new[at].is_none()).map(|at| key_of(state.new, at)) {
        if free.contains(&key) {
            places.insert(key, Default::default());
        }
    }
    if places.is_empty() {
        return Vec::new();
    }
    for from in old {
        if let Some((in_old, _)) = places.get_mut(&key_of(state.old, from)) {
            in_old.add(from);
        }
    }
    for to in new {
        if let Some((_, in_new)) = places.get_mut(&key_of(state.new, to)) {
            in_new.add(to);
        }
    }
    let mut found: Vec<(usize, usize)> = places
        .into_values()
        .filter_map(|place| match place {
            (Once::At(from), Once::At(to)) => Some((from, to)),
            _ => None,
        })
        .collect();
    found.sort_unstable_by_key(|&(_, to)| to);
    found
}

/// Where something stands that may stand once.
#[derive(Debug, Clone, Copy, Default)]
enum Once {
    #[default]
    Nowhere,
    At(usize),
    Repeated,
}

impl Once {
    fn add(&mut self, at: usize) {
        *self = if matches!(self, Once::Nowhere) { Once::At(at) } else { Once::Repeated };
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pass {
    InContext,
    InOrder,
}

fn in_reach(
    state: &State<'_, '_>,
    from: usize,
    to: usize,
    reach: Reach,
    pairs: &FxHashSet<(usize, usize)>,
) -> bool {
    reach == Reach::Anywhere
        || pairs.contains(&(state.old.items[from].document(), state.new.items[to].document()))
}

/// Whether a sentence says enough to be known again far from its place: not « Oui. »
fn has_words(state: &State<'_, '_>, from: usize) -> bool {
    state.old.items[from].features().content().len() > 1
}

/// Whether the sentences before, or those behind, are linked to each other.
fn beside(state: &State<'_, '_>, from: usize, to: usize) -> bool {
    let linked = |old: Option<usize>, new: Option<usize>| {
        let old = old.and_then(|old| state.of_old.get(old).copied().flatten());
        let new = new.and_then(|new| state.of_new.get(new).copied().flatten());
        old.is_some() && old == new
    };
    linked(from.checked_sub(1), to.checked_sub(1)) || linked(Some(from + 1), Some(to + 1))
}

/// Sentences before and behind one that may be made like it.
const NEAR: usize = 6;

/// Links free sentences that are similar enough to be known again out of their place, the most similar
/// first.
pub(super) fn similar(
    state: &mut State<'_, '_>,
    reach: Reach,
    pairs: &FxHashSet<(usize, usize)>,
    least: f32,
) {
    let candidates = candidates(state, reach, pairs, least);
    let beside = if reach == Reach::Document { ALIKE_BESIDE } else { least };
    link_likest(state, candidates, beside, |state, Candidate { from, to, score }| {
        in_reach(state, from, to, Reach::Document, pairs) || is_sure(state, from, to, score)
    });
}

/// Links free sentences that are similar, like no others, and stand above equal lines that are made like others: these
/// are then found below them, before an equal line that stands where they stood is taken for one of them.
pub(super) fn with_lines(state: &mut State<'_, '_>, pairs: &FxHashSet<(usize, usize)>) {
    /// Another one so similar makes it doubtful.
    const ALSO_LIKE: f32 = 0.35;
    let has_some = |of: &[Option<GroupAt>], kinds: &[Kind]| {
        let is_free_above = |at: usize| of[at].is_none() && of[at + 1].is_none();
        (1..of.len())
            .any(|at| kinds[at].is_repeated() && !kinds[at - 1].is_repeated() && is_free_above(at - 1))
    };
    if !has_some(&state.of_old, &state.old_kinds) || !has_some(&state.of_new, &state.new_kinds) {
        return;
    }
    for Candidate { from, to, score } in like_no_other(state, Reach::Document, pairs, ALSO_LIKE) {
        if score >= KNOWN_HERE
            && stand_above_a_line(state, from, to)
            && !of_one_mould(state, from, to)
            && !passages::of_two_entries(state, from, to)
        {
            state.link(Few::one(from), Few::one(to));
        }
    }
}

/// Links free sentences that are fairly similar, and like no other of their document; but none with a number, as
/// those of tables and lists are told apart by it.
pub(super) fn only_ones(state: &mut State<'_, '_>, pairs: &FxHashSet<(usize, usize)>) {
    /// How similar they are.
    const KNOWN_ALONE: f32 = 0.5;
    /// Another one so similar makes it doubtful.
    const ALSO_LIKE: f32 = 0.25;
    let has_number = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    let has_some = |of: &[Option<GroupAt>], kinds: &[Kind]| {
        of.iter().zip(kinds).any(|(group, kind)| group.is_none() && !kind.is_repeated())
    };
    if !has_some(&state.of_old, &state.old_kinds) || !has_some(&state.of_new, &state.new_kinds) {
        return;
    }
    let mut candidates = like_no_other(state, Reach::Document, pairs, ALSO_LIKE);
    candidates.retain(|&Candidate { from, to, score }| {
        score >= KNOWN_ALONE
            && !has_number(state.old.items[from].text)
            && !has_number(state.new.items[to].text)
    });
    link_likest(state, candidates, ALIKE_BESIDE, |_, _| true);
}

/// Links free sentences of two documents that are surely one, like no others: before what says a little of one, where it
/// stood, is taken for it.
pub(super) fn elsewhere(state: &mut State<'_, '_>, pairs: &FxHashSet<(usize, usize)>) {
    /// Another one so similar makes it doubtful.
    const ALSO_LIKE: f32 = 0.45;
    if state.old.names.len().max(state.new.names.len()) < 2 {
        return;
    }
    let mut candidates = like_no_other(state, Reach::Anywhere, pairs, ALSO_LIKE);
    candidates.retain(|&Candidate { from, to, score }| {
        score >= KNOWN_ANYWHERE
            && !in_reach(state, from, to, Reach::Document, pairs)
            && is_sure(state, from, to, score)
    });
    link_likest(state, candidates, KNOWN_ANYWHERE, |_, _| true);
}

/// Pairs of free sentences that others are not made like, and of which no other is so similar to either.
fn like_no_other(
    state: &State<'_, '_>,
    reach: Reach,
    pairs: &FxHashSet<(usize, usize)>,
    also_like: f32,
) -> Vec<Candidate> {
    let mut candidates = candidates(state, reach, pairs, also_like);
    let (mut of_old, mut of_new): (FxHashMap<usize, u32>, FxHashMap<usize, u32>) = Default::default();
    for candidate in &candidates {
        *of_old.entry(candidate.from).or_default() += 1;
        *of_new.entry(candidate.to).or_default() += 1;
    }
    candidates.retain(|&Candidate { from, to, .. }| {
        of_old[&from] == 1 && of_new[&to] == 1 && !is_repeated(state, from, to)
    });
    candidates
}

/// Whether equal free lines that are made like others stand right behind two sentences that are no parts.
fn stand_above_a_line(state: &State<'_, '_>, from: usize, to: usize) -> bool {
    let (old, new) = (state.old.around(from), state.new.around(to));
    old.contains(&(from + 1))
        && new.contains(&(to + 1))
        && state.of_old[from + 1].is_none()
        && state.of_new[to + 1].is_none()
        && state.same(from + 1, to + 1)
        && is_repeated(state, from + 1, to + 1)
        && !passages::may_be_cut(state, (from, &old), (to, &new))
}

/// Links free sentences that are fairly similar, and changed places with a neighbour or two, or left their document with
/// them.
pub(super) fn nearby(state: &mut State<'_, '_>, pairs: &FxHashSet<(usize, usize)>) {
    /// How similar they are.
    const KNOWN_NEARBY: f32 = 0.42;
    let mut candidates = candidates(state, Reach::Anywhere, pairs, KNOWN_NEARBY);
    candidates.retain(|candidate| is_nearby(state, candidate.from, candidate.to));
    link_likest(state, candidates, ALIKE_BESIDE, |_, _| true);
}

/// How similar the sentence is that stands beside one which was found elsewhere in its document.
const ALIKE_BESIDE: f32 = 0.5;

/// Links what is free on both sides and no other item of a list, the most similar first; and what stands beside it, if
/// it is at least so similar.
fn link_likest(
    state: &mut State<'_, '_>,
    mut candidates: Vec<Candidate>,
    least_beside: f32,
    may_be_one: impl Fn(&State<'_, '_>, Candidate) -> bool,
) {
    let word_for_word = WordForWord::free(state, &candidates);
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then((a.from, a.to).cmp(&(b.from, b.to))));
    for candidate in candidates {
        let Candidate { from, to, .. } = candidate;
        if state.of_old[from].is_none()
            && state.of_new[to].is_none()
            && may_be_one(state, candidate)
            && !word_for_word.has_another(state, from, to)
            && !is_copy(state, from, to)
            && !of_one_mould(state, from, to)
            && !passages::of_two_entries(state, from, to)
        {
            state.link(Few::one(from), Few::one(to));
            along(state, from, to, least_beside);
        }
    }
}

/// The free sentences of both sides by what they say.
struct WordForWord {
    old: FxHashSet<u64>,
    new: FxHashSet<u64>,
}

impl WordForWord {
    fn free(state: &State<'_, '_>, candidates: &[Candidate]) -> WordForWord {
        if candidates.is_empty() {
            return WordForWord { old: FxHashSet::default(), new: FxHashSet::default() };
        }
        let free = |side: &Side<'_>, of: &[Option<GroupAt>]| {
            side.items.iter().zip(of).filter(|(_, group)| group.is_none()).map(|(item, _)| item.key).collect()
        };
        WordForWord { old: free(state.old, &state.of_old), new: free(state.new, &state.of_new) }
    }

    /// Whether one of two sentences out of their place, which are not the same, stands word for word elsewhere: it is
    /// rather that one.
    fn has_another(&self, state: &State<'_, '_>, from: usize, to: usize) -> bool {
        let (old, new) = (state.old.items[from].key, state.new.items[to].key);
        old != new && (self.new.contains(&old) || self.old.contains(&new))
    }
}

/// Links what stands behind and before two sentences that were found out of their place, as long as it is this similar:
/// a passage moves as a whole.
fn along(state: &mut State<'_, '_>, from: usize, to: usize, least: f32) {
    let is_in = |side: &Side<'_>, at: usize, next: usize| {
        side.items.get(next).is_some_and(|item| item.document() == side.items[at].document())
    };
    for step in [1, usize::MAX] {
        let (mut old, mut new) = (from.wrapping_add(step), to.wrapping_add(step));
        while is_in(state.old, from, old)
            && is_in(state.new, to, new)
            && state.of_old[old].is_none()
            && state.of_new[new].is_none()
            && state.similarity(old, new) >= least
        {
            state.link(Few::one(old), Few::one(new));
            (old, new) = (old.wrapping_add(step), new.wrapping_add(step));
        }
    }
}

/// Whether one of the sentences around the new one was one of those around the old one.
fn is_nearby(state: &State<'_, '_>, from: usize, to: usize) -> bool {
    const AROUND: usize = 3;
    let (before, after) = (state.old.around(from), state.new.around(to));
    let around = to.saturating_sub(AROUND).max(after.start)..(to + AROUND + 1).min(after.end);
    let groups = around.filter_map(|at| state.of_new[at]).map(|group| &state.groups[group.get()].old);
    groups.flat_map(|old| old.iter()).any(|old| before.contains(old) && old.abs_diff(from) <= AROUND)
}

/// Whether others are made like one of two sentences.
fn is_repeated(state: &State<'_, '_>, from: usize, to: usize) -> bool {
    state.old_kinds[from].is_repeated() || state.new_kinds[to].is_repeated()
}

/// Whether two sentences are copies of one that is repeated: which of them is which, their neighbours alone tell.
fn is_copy(state: &State<'_, '_>, from: usize, to: usize) -> bool {
    state.same(from, to) && is_repeated(state, from, to) && !beside(state, from, to)
}

/// Whether a sentence that is like one of another document is that one: very like it, beside what it stood beside
/// there, or with all that it said. Reports in the same phrases are like each other, too.
fn is_sure(state: &State<'_, '_>, from: usize, to: usize, score: f32) -> bool {
    const SURE: f32 = 0.78;
    /// Fewer words may well stand in a longer sentence.
    const FEWEST: usize = 3;
    let holds_all = || {
        let (old, new) = (&state.old.items[from], &state.new.items[to]);
        let (before, after) = (old.features().content(), new.features().content());
        let (short, long) = if before.len() < after.len() { (before, after) } else { (after, before) };
        let is_held = |word: &u64| long.binary_search(word).is_ok();
        short.len() >= FEWEST && (short.iter().all(is_held) || kin::holds_all(old.text, new.text))
    };
    score >= SURE || beside(state, from, to) || holds_all()
}

/// Whether two sentences are no more alike than each is like another one near it: items of a list made alike.
/// What they share is then the mould, which says nothing about which of them is which.
fn of_one_mould(state: &State<'_, '_>, from: usize, to: usize) -> bool {
    let shared = state.old.items[from].features().common_letters(state.new.items[to].features());
    let like = |side: &Side<'_>, at: usize| {
        let item = &side.items[at];
        let near = at.saturating_sub(NEAR)..(at + NEAR + 1).min(side.items.len());
        near.filter(|&other| other != at && side.items[other].document() == item.document())
            .map(|other| (item.features(), side.items[other].features()))
            .any(|(item, other)| {
                item.common_letters(other) >= shared && item.letters_alike(other) >= KNOWN_HERE
            })
    };
    like(state.old, from) && like(state.new, to)
}

/// A pair of free sentences that may be one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) score: f32,
}

/// Pairs of free sentences that share a rare word and are at least this similar.
pub(super) fn candidates(
    state: &State<'_, '_>,
    reach: Reach,
    pairs: &FxHashSet<(usize, usize)>,
    least: f32,
) -> Vec<Candidate> {
    /// A word in more free sentences than this tells nothing.
    const RARE: usize = 24;
    let mut index: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (at, item) in state.old.items.iter().enumerate() {
        if state.of_old[at].is_none() {
            for &word in item.features().content() {
                let places = index.entry(word).or_default();
                if places.len() <= RARE {
                    places.push(at);
                }
            }
        }
    }
    let mut found = Vec::new();
    if index.is_empty() {
        return found;
    }
    for (to, item) in state.new.items.iter().enumerate() {
        if state.of_new[to].is_some() {
            continue;
        }
        let words = item.features().content().iter();
        let places = words.filter_map(|word| index.get(word).filter(|places| places.len() <= RARE));
        // Most shared words first; a handful is enough to hold the most similar one.
        const HANDFUL: usize = 12;
        let near = most_shared(places.flatten().copied())
            .into_iter()
            .filter(|&from| in_reach(state, from, to, reach, pairs));
        for from in near.take(HANDFUL) {
            let score = state.similarity(from, to);
            if score >= least && state.tells_apart(from, to) >= least {
                found.push(Candidate { from, to, score });
            }
        }
    }
    found
}
