//! Sentences that begin alike: what they are about, beside another one that was made after one of them.
//!
//! « Le sentier des Crêtes rouvre » is what was said of that path before, even if « Le sentier du Lac est fermé » came
//! in and is more like « Le sentier des Crêtes est fermé »: what stands at the head of a sentence says what it is about,
//! and counts more than what is said of it.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::few::Few;
use super::lists;
use super::similarity::{hash, is_light};
use super::spelling::without_accents;
use super::state::{Side, State};
use super::token::{Kind, Token, tokens};
use super::{ALONE, NEAR};

/// Links the sentences of a gap that alone begin alike, up to a word in place of which another one, that is more like
/// one of them, has another word.
pub(super) fn of_one_subject(state: &mut State<'_, '_>, old: Range<usize>, new: Range<usize>) {
    // Without a third one, there is nothing to be taken for one of two.
    if old.len() + new.len() < 3 {
        return;
    }
    let shared = shared_openings(state, &old, &new);
    if shared.is_empty() {
        return;
    }
    let (before, after) = (Heads::new(state.old, old, &shared), Heads::new(state.new, new, &shared));
    let in_new = after.only_ones();
    let mut pairs = Vec::new();
    for (beginning, (from, length)) in before.only_ones() {
        if let Some(&(to, _)) = in_new.get(&beginning)
            && !state.same(from, to)
            && !rivals(state, (&before, from), (&after, to), length).is_empty()
            && before.is_only_around(state.old, from, length)
            && after.is_only_around(state.new, to, length)
        {
            pairs.push((length, from, to));
        }
    }
    // The shortest beginning that two sentences alone have is their head.
    pairs.sort_unstable();
    for (length, from, to) in pairs {
        if state.of_old[from].is_none() && state.of_new[to].is_none() && state.similarity(from, to) >= ALONE {
            let rivals = rivals(state, (&before, from), (&after, to), length);
            state.link(Few::one(from), Few::one(to));
            state.rivals.extend(rivals);
        }
    }
}

/// The first words of the sentences of a gap that a sentence of each side and a third one begin with: none of the others
/// is to be read.
fn shared_openings(state: &State<'_, '_>, old: &Range<usize>, new: &Range<usize>) -> FxHashSet<Opening> {
    let mut counts: FxHashMap<Opening, (usize, usize)> = FxHashMap::default();
    for at in old.clone() {
        counts.entry(opening(state.old.items[at].text)).or_default().0 += 1;
    }
    for at in new.clone() {
        counts.entry(opening(state.new.items[at].text)).or_default().1 += 1;
    }
    counts.retain(|_, &mut (old, new)| old.min(new) > 0 && old + new > 2);
    counts.into_keys().collect()
}

/// What is looked at first of how a sentence begins.
type Opening = (u8, u8);

/// The first letters of a sentence, or that it begins with a number.
fn opening(text: &str) -> Opening {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let lower = first.to_lowercase();
    if first.starts_with(|c: char| c.is_ascii_digit()) || lists::NUMBER_WORDS.contains(lower.as_str()) {
        return (0, 0);
    }
    let plain = without_accents(&lower);
    let letter = |at: usize| plain.as_bytes().get(at).copied().unwrap_or_default();
    (letter(0), letter(1))
}

/// The sentences near one of two that begin alike which were made after the other one, with another last word of this
/// beginning, each with the one that it was made after.
fn rivals(
    state: &State<'_, '_>,
    (before, from): (&Heads, usize),
    (after, to): (&Heads, usize),
    length: usize,
) -> Vec<(usize, usize)> {
    /// How similar it is.
    const MADE_AFTER: f32 = 0.5;
    // What holds the word of the other one, too, may have been put together of both.
    let is_new_to = |side: &Side<'_>, at: usize, word: Word| {
        side.items[at].features().content().binary_search(&word.hash).is_err()
    };
    let in_new = after.rivals(to, length).filter(|&(_, word)| is_new_to(state.old, from, word));
    let in_old = before.rivals(from, length).filter(|&(_, word)| is_new_to(state.new, to, word));
    let all = in_new.map(|(rival, _)| (from, rival)).chain(in_old.map(|(rival, _)| (rival, to)));
    all.filter(|&(from, to)| state.similarity(from, to) >= MADE_AFTER).collect()
}

/// A word at the head of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Word {
    hash: u64,
    /// What it can do to tell one thing from another of its kind.
    tells: Tells,
}

/// What a word says about which thing is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tells {
    /// Nothing: « la », or a number of order, which shifts when something comes in before it.
    Nothing,
    /// How many there are.
    Number,
    /// Its name.
    Name,
}

impl Word {
    fn new(token: &Token, next: Option<&Token>) -> Word {
        let lower = token.text.to_lowercase();
        let tells = match token.kind {
            Kind::Word if lists::ORDINALS.contains(lower.as_str()) => Tells::Nothing,
            Kind::Word if lists::NUMBER_WORDS.contains(lower.as_str()) => Tells::Number,
            Kind::Word if is_light(&lower) => Tells::Nothing,
            // « Article 3. – », « Salle 2 : », « 4° »
            Kind::Number if next.is_none_or(is_mark_of_order) => Tells::Nothing,
            Kind::Number => Tells::Number,
            Kind::Word | Kind::Verbatim(_) => Tells::Name,
            Kind::Symbol | Kind::Punctuation | Kind::Markup => Tells::Nothing,
        };
        Word { hash: hash(without_accents(&lower).as_str()), tells }
    }
}

fn is_mark_of_order(token: &Token) -> bool {
    token.kind == Kind::Punctuation && token.text != "," || token.text == "°"
}

/// The first words of a sentence.
fn head(text: &str) -> Vec<Word> {
    /// A thing is named in so many.
    const WORDS: usize = 12;
    let tokens = tokens(text);
    let is_read = |token: &Token| !matches!(token.kind, Kind::Punctuation | Kind::Markup);
    let read = tokens.iter().enumerate().filter(|(_, token)| is_read(token));
    read.take(WORDS).map(|(at, token)| Word::new(token, tokens.get(at + 1))).collect()
}

/// The heads of the sentences of a gap.
struct Heads {
    range: Range<usize>,
    heads: Vec<Vec<Word>>,
    /// Those of the sentences before and behind the gap; few gaps are asked for theirs.
    around: OnceCell<Vec<Vec<Word>>>,
}

impl Heads {
    /// Of the sentences that open so; the others have none.
    fn new(side: &Side<'_>, range: Range<usize>, openings: &FxHashSet<Opening>) -> Heads {
        let head = |text| if openings.contains(&opening(text)) { head(text) } else { Vec::new() };
        let heads = range.clone().map(|at| head(side.items[at].text)).collect();
        Heads { range, heads, around: OnceCell::new() }
    }

    fn get(&self, at: usize) -> &[Word] {
        &self.heads[at - self.range.start]
    }

    /// The beginnings that one sentence alone has and that end with a word that tells something, with its place and
    /// the number of words.
    fn only_ones(&self) -> FxHashMap<u64, (usize, usize)> {
        const OFTEN: usize = usize::MAX;
        let mut found: FxHashMap<u64, (usize, usize)> = FxHashMap::default();
        for at in self.range.clone() {
            let mut beginning = 0;
            for (before, word) in self.get(at).iter().enumerate() {
                beginning = hash((beginning, word.hash));
                if word.tells != Tells::Nothing {
                    let place = |known: &mut (usize, usize)| known.0 = OFTEN;
                    found.entry(beginning).and_modify(place).or_insert((at, before + 1));
                }
            }
        }
        found.retain(|_, place| place.0 != OFTEN);
        found
    }

    /// The sentences near one that begin like it up to the last of so many words, and what they have in its place.
    fn rivals(&self, at: usize, length: usize) -> impl Iterator<Item = (usize, Word)> {
        /// Places before and behind.
        const NEXT: usize = 8;
        let own = self.get(at);
        let (last, common) = (own[length - 1], &own[..length - 1]);
        let is_another = move |word: Word| {
            word.hash != last.hash
                && word.tells == last.tells
                && (!common.is_empty() || word.tells == Tells::Number)
        };
        let near = at.saturating_sub(NEXT).max(self.range.start)..(at + NEXT + 1).min(self.range.end);
        near.filter(move |other| self.get(*other).starts_with(common)).filter_map(move |other| {
            let word = *self.get(other).get(length - 1)?;
            is_another(word).then_some((other, word))
        })
    }

    /// Whether no sentence before or behind the gap begins with so many words of one of it.
    fn is_only_around(&self, side: &Side<'_>, at: usize, length: usize) -> bool {
        let around = self.around.get_or_init(|| {
            let document = side.around(self.range.start);
            let before = self.range.start.saturating_sub(NEAR).max(document.start)..self.range.start;
            let behind = self.range.end..(self.range.end + NEAR).min(document.end);
            before.chain(behind).map(|at| head(side.items[at].text)).collect()
        });
        let own = &self.get(at)[..length];
        !around.iter().any(|other| other.starts_with(own))
    }
}

#[cfg(test)]
mod tests {
    use super::{Tells, head};

    #[test]
    fn names_and_amounts_tell_what_is_meant_and_numbers_of_order_do_not() {
        let last = |text: &str| head(text).last().map(|word| word.tells);
        for text in ["La ligne", "Le sentier des Crêtes", "L'option `--sel`", "**Le bac**"] {
            assert_eq!(last(text), Some(Tells::Name), "{text}");
        }
        assert_eq!(last("Le mode à deux"), Some(Tells::Number));
        for text in ["Article 3.", "Salle 2", "Le deuxième", "Il est"] {
            assert_eq!(last(text), Some(Tells::Nothing), "{text}");
        }
        for text in ["Le quai 9 ferme", "Au bureau 3, on compte"] {
            assert_eq!(head(text)[2].tells, Tells::Number, "{text}");
        }
    }
}
