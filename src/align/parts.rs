//! Parts of a split or a merge that a link left out.
//!
//! A link of one to one may have found the likest part of a sentence that was cut, or of one that was put
//! together; the other parts then stand free beside it. What tells them is the rest of the whole: what the
//! parts found so far do not hold.

use super::state::{Group, GroupAt, Kind, Side, State};

/// A sentence of which this much stands in the rest of a whole is a part of it, …
const NEARLY_ALL: f32 = 0.8;
/// … if it is a sentence of some words.
const WORDS: usize = 2;

/// A whole may lack this much of what its parts say, as words get lost when a sentence is cut.
const LITTLE: f32 = 0.25;

/// If it lacks more, what a part must share with the rest: of the rest, and of the part.
const SHARED: f32 = 0.4;

/// If more than half of a whole stands in no part, less will do …
const MOST: f32 = 0.5;
/// … of its words …
const SOME_WORDS: f32 = 0.25;
/// … and of its letters, as words change their form.
const SOME_LETTERS: f32 = 0.5;

/// Adds free sentences to the groups beside them, the likeliest first, as long as there is one that holds
/// what the others leave of the whole.
pub(super) fn left_out(state: &mut State<'_, '_>) {
    /// Each round finds one more part of a sentence.
    const ROUNDS: usize = 8;
    for _ in 0..ROUNDS {
        let mut found = candidates(state);
        found.sort_by(|a, b| b.covers.total_cmp(&a.covers).then(a.place().cmp(&b.place())));
        let mut grown = vec![false; state.groups.len()];
        for Candidate { free, group, .. } in &found {
            let is_free = match *free {
                Free::Old(at) => state.of_old[at].is_none(),
                Free::New(at) => state.of_new[at].is_none(),
            };
            if is_free && !std::mem::replace(&mut grown[*group], true) {
                match *free {
                    Free::Old(at) => state.add_old(*group, at),
                    Free::New(at) => state.add_new(*group, at),
                }
            }
        }
        if found.is_empty() {
            return;
        }
    }
}

/// A free sentence.
#[derive(Debug, Clone, Copy)]
enum Free {
    Old(usize),
    New(usize),
}

/// A free sentence that may be a part of a group beside it.
struct Candidate {
    free: Free,
    group: usize,
    /// How much of the rest of the whole it holds.
    covers: f32,
}

impl Candidate {
    /// The same for both directions, so that an alignment is that of the exchanged texts, turned round.
    fn place(&self) -> (usize, usize) {
        match self.free {
            Free::Old(at) | Free::New(at) => (self.group, at),
        }
    }
}

fn candidates(state: &State<'_, '_>) -> Vec<Candidate> {
    let old = (state.old, &*state.of_old, &*state.old_kinds);
    let new = (state.new, &*state.of_new, &*state.new_kinds);
    let mut found = Vec::new();
    beside_wholes(state, new, old, |group| (&group.old, &group.new), Free::New, &mut found);
    beside_wholes(state, old, new, |group| (&group.new, &group.old), Free::Old, &mut found);
    found.retain(|candidate| !is_rival(state, candidate));
    found
}

/// Whether a sentence was made after one of a group, about another thing.
fn is_rival(state: &State<'_, '_>, candidate: &Candidate) -> bool {
    let group = &state.groups[candidate.group];
    match candidate.free {
        Free::Old(at) => group.new.iter().any(|&to| state.rivals.contains(&(at, to))),
        Free::New(at) => group.old.iter().any(|&from| state.rivals.contains(&(from, at))),
    }
}

/// The sentences of a side, what is linked of them, and the lines made alike.
type Known<'s, 'a> = (&'s Side<'a>, &'s [Option<GroupAt>], &'s [Kind]);

/// The candidates among the free sentences of one side; `sides` gives the whole of a group, if it is one
/// sentence of the other side, and the parts on this.
fn beside_wholes(
    state: &State<'_, '_>,
    (side, of, kinds): Known<'_, '_>,
    (other, _, other_kinds): Known<'_, '_>,
    sides: fn(&Group) -> (&[usize], &[usize]),
    as_free: fn(usize) -> Free,
    found: &mut Vec<Candidate>,
) {
    for at in (0..of.len()).filter(|&at| of[at].is_none()) {
        for group in beside(side, of, at) {
            if let (&[whole], parts) = sides(&state.groups[group])
                // What is made like the whole is another line of its list.
                && !(kinds[at].is_repeated() && kinds[at] == other_kinds[whole])
                && !(parts.first() == Some(&(at + 1)) && is_title_above((side, at), (other, whole)))
                && let Some(covers) = covered((other, whole), (side, parts), at)
            {
                found.push(Candidate { free: as_free(at), group, covers });
            }
        }
    }
}

/// Whether a line is a title above a sentence that became, or was, a whole: they share its subject, but the title is no
/// part of it, unless it stands there as it is. An item of a list that was a sentence begins with a small letter.
pub(super) fn is_title_above((side, at): (&Side<'_>, usize), (other, whole): (&Side<'_>, usize)) -> bool {
    let is_title = |text: &str| text.ends_with(char::is_alphanumeric);
    let (title, whole) = (side.items[at].text, other.items[whole].text);
    let behind = side.items.get(at + 1).is_some_and(|behind| !is_title(behind.text));
    let is_small = title.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
    is_title(title)
        && !is_small
        && behind
        && !is_title(whole)
        && !whole.to_lowercase().contains(&title.to_lowercase())
}

/// The groups of the sentences before and behind one in its document.
fn beside(side: &Side<'_>, of: &[Option<GroupAt>], at: usize) -> impl Iterator<Item = usize> {
    let range = side.range(side.items[at].document());
    let before = at.checked_sub(1).filter(|before| range.contains(before));
    let behind = Some(at + 1).filter(|behind| range.contains(behind));
    [before, behind].into_iter().flatten().filter_map(|neighbour| of[neighbour].map(GroupAt::get))
}

/// How much of what the parts leave of the whole a sentence holds; nothing if that makes it no part.
fn covered(
    (side, whole): (&Side<'_>, usize),
    (parts_side, parts): (&Side<'_>, &[usize]),
    free: usize,
) -> Option<f32> {
    if parts.len() == 1 && side.items[whole].key == parts_side.items[parts[0]].key {
        return None;
    }
    let whole = side.items[whole].features();
    let found = parts.iter().map(|&at| parts_side.items[at].features());
    let rest = found.fold(whole.clone(), |rest, part| rest.without(part));
    let part = parts_side.items[free].features();
    let left = rest.share_of(whole);
    let words = part.holds_words_of(&rest);
    let of_part = rest.holds_words_of(part);
    // Words in other forms: « attendit » and « attend ».
    let shares_letters = || {
        let (of_rest, of_part) = (part.holds_letters_of(&rest), rest.holds_letters_of(part));
        let is_short = part.content().len() <= WORDS;
        left >= SHARED && of_rest.min(of_part) >= SHARED
            || left >= LITTLE && of_part >= SOME_LETTERS && is_short
    };
    let is_part = of_part >= NEARLY_ALL && part.content().len() >= WORDS
        || left >= LITTLE && words >= SHARED && of_part >= SHARED
        || left >= MOST && words >= SOME_WORDS && part.holds_letters_of(&rest) >= SOME_LETTERS
        || shares_letters();
    is_part.then_some(words)
}
