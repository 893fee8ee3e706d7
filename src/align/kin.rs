//! Sentences said in other words of the same families: « La pêche est interdite. », « Aucun pêcheur n'est admis. »
//!
//! They share too little to be known anywhere else; where all around stayed, one is what the other was.

use std::ops::Range;

use super::few::Few;
use super::similarity::is_light;
use super::spelling::without_accents;
use super::state::State;
use super::token::{Kind, tokens};
use crate::text::common;

/// Links what stands between the same neighbours on both sides and has words of the same families: at the same place
/// if nothing came in or went, else what has them with no other.
pub(super) fn between_the_same(state: &mut State<'_, '_>, old: Range<usize>, new: Range<usize>) {
    /// Sentences between the same neighbours.
    const A_FEW: usize = 3;
    /// Of the words of the shorter one, so many have one of their family in the longer one.
    const SHARE: f32 = 0.25;
    let (rows, columns) = (old.len(), new.len());
    if rows.max(columns) > A_FEW || !is_enclosed(state, &old, &new) {
        return;
    }
    let before: Vec<Words> = old.clone().map(|at| Words::of(state.old.items[at].text)).collect();
    let after: Vec<Words> = new.clone().map(|at| Words::of(state.new.items[at].text)).collect();
    let share = |row: usize, column: usize| before[row].share(&after[column]);
    let is_only = |row: usize, column: usize| {
        (0..rows).all(|other| other == row || share(other, column) == 0.0)
            && (0..columns).all(|other| other == column || share(row, other) == 0.0)
    };
    let pairs = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let kin: Vec<(usize, usize)> = pairs
        .filter(|&(row, column)| share(row, column) >= SHARE)
        .filter(|&(row, column)| rows == columns && row == column || is_only(row, column))
        .collect();
    for (row, column) in kin {
        state.link(Few::one(old.start + row), Few::one(new.start + column));
    }
}

/// Whether what stands before and behind two runs of sentences is linked to each other, or they begin and end with
/// their documents.
fn is_enclosed(state: &State<'_, '_>, old: &Range<usize>, new: &Range<usize>) -> bool {
    let (before, after) = (state.old.around(old.start), state.new.around(new.start));
    let one = |from: usize, to: usize| state.of_old[from].is_some() && state.of_old[from] == state.of_new[to];
    let at_start = match (old.start > before.start, new.start > after.start) {
        (true, true) => one(old.start - 1, new.start - 1),
        (old, new) => old == new,
    };
    let at_end = match (old.end < before.end, new.end < after.end) {
        (true, true) => one(old.end, new.end),
        (old, new) => old == new,
    };
    at_start && at_end
}

/// The words of a sentence, without accents.
struct Words {
    /// Those that carry meaning.
    content: Vec<String>,
    /// The others, which may have come from such a word: « entre » is a form of « entrer », too.
    light: Vec<String>,
}

impl Words {
    fn of(text: &str) -> Words {
        /// Longer sentences are known by their beginning.
        const MOST: usize = 64;
        let words = tokens(text).into_iter().filter(|token| token.kind == Kind::Word).take(MOST);
        let (light, content): (Vec<String>, Vec<String>) =
            words.map(|word| word.text.to_lowercase()).partition(|word| is_light(word));
        let plain = |words: Vec<String>| words.iter().map(|word| without_accents(word)).collect();
        Words { content: plain(content), light: plain(light) }
    }

    /// How many of the words of the shorter of two sentences that carry meaning are of the family of one of the other.
    #[expect(clippy::cast_precision_loss, reason = "a share needs no more")]
    fn share(&self, other: &Words) -> f32 {
        let (shorter, longer) =
            if self.content.len() <= other.content.len() { (self, other) } else { (other, self) };
        let is_known =
            |word: &&String| longer.content.iter().chain(&longer.light).any(|other| is_kin(word, other));
        let known = shorter.content.iter().filter(is_known).count();
        known as f32 / shorter.content.len().max(1) as f32
    }
}

/// Whether each of many words of the shorter of two sentences is of the family of one of the other.
pub(super) fn holds_all(a: &str, b: &str) -> bool {
    /// Fewer words in other forms may be said of other things.
    const MANY: usize = 5;
    let (a, b) = (Words::of(a), Words::of(b));
    a.content.len().min(b.content.len()) >= MANY && a.share(&b) >= 1.0
}

/// Whether two words are one, or begin alike for the most part: « entrée », « entrer ».
fn is_kin(a: &str, b: &str) -> bool {
    /// Letters that a word and its endings have in common.
    const STEM: usize = 4;
    let (stem, _) = common(a, b);
    a == b || stem >= STEM && 3 * stem >= 2 * a.len().max(b.len())
}

#[cfg(test)]
mod tests {
    use super::is_kin;

    #[test]
    fn words_of_a_family_begin_alike_for_the_most_part() {
        for (a, b) in
            [("entree", "entrer"), ("fleurs", "fleur"), ("remboursement", "rembourser"), ("bac", "bac")]
        {
            assert!(is_kin(a, b) && is_kin(b, a), "{a} {b}");
        }
        for (a, b) in [("bac", "bacs"), ("parti", "partition"), ("constitution", "construction")] {
            assert!(!is_kin(a, b) && !is_kin(b, a), "{a} {b}");
        }
    }
}
