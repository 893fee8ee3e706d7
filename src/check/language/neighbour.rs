//! A text in the language of a neighbour, which shares most of its small words: told by those that it never shares, and by
//! its letters.

use super::groups::has_letters_beside;
use super::is_set_apart;
use super::telling::{is_all_capitals, says_nothing};
use crate::check::scan::MARK;
use crate::check::{Pair, vocabulary};

/// Whether a text has words of a neighbour's language that this one never has, and no small word that is its own alone;
/// then which that is.
#[inline(never)]
pub(super) fn by_words(pair: &Pair<'_>) -> Option<&'static str> {
    /// Words of a text, of which fewer may be a name.
    const FEWEST: usize = 4;
    let (text, own) = (&pair.translation, pair.target.vocabulary);
    if pair.target.lexicon.never.is_empty() || text.words.len() < FEWEST {
        return None;
    }
    let is_first = |at: usize| at == 0 && begins_sentence(pair);
    let found = pair.target.lexicon.never.iter().find(|never| {
        let theirs = vocabulary::bit(never.language);
        let is_theirs = |at: usize| {
            let word = &text.words[at];
            (!word.capital || is_first(at))
                && never.has(text.word(word), pair.target.lexicon.never_beginnings.has(word))
                // The axis y.
                && (word.span().len() > 1 || !pair.source.has(word))
                && (is_first(at) || !says_nothing(pair, at))
                && !is_set_apart(pair, word)
        };
        let is_own = |at: usize| {
            let word = &text.words[at];
            let bits = match (word.capital, at) {
                (false, _) => vocabulary::meanings(word),
                (true, 0) => vocabulary::meanings_in_lower_case(text, word),
                (true, _) => 0,
            };
            bits & own != 0 && bits & theirs == 0
        };
        // Most have a word of their own, which is soon found.
        let all = || 0..text.words.len();
        !all().any(is_own) && all().any(is_theirs)
    });
    found.map(|never| never.language).filter(|language| !has_letters_beside(pair, language))
}

/// Whether the first word has its capital as the first one of a sentence, as far as one can tell: it stands not in the
/// French, and no other capital follows, as in names.
fn begins_sentence(pair: &Pair<'_>) -> bool {
    let text = &pair.translation;
    let Some(first) = text.words.first() else { return false };
    first.capital
        && text.words.get(1).is_some_and(|next| !next.capital && !pair.source.has(next))
        && !pair.source.has(first)
        && !is_all_capitals(text.word(first))
}

/// Whether a text has two words, and not too few of all, with letters that neither its language nor French is written
/// with: nobody borrows so many, but a neighbour has them (`indrømmer` and `skibsværft` in Swedish).
#[inline(never)]
pub(super) fn has_foreign_letters(pair: &Pair<'_>, small: u32) -> bool {
    /// Letters of borrowed words, which French or its neighbours have.
    const BORROWED: &str = "àâçéèêëîïôûùüÿœñíóáúãõìò";
    /// There is one such word for at most so many small ones.
    const SMALL: u32 = 10;
    let text = &pair.translation;
    // How many there are, which the last is, and whether there was another one.
    let (mut count, mut last, mut has_other) = (0, 0, false);
    pair.target.letters.strange_words(&text.prose, &text.words, |word, letter| {
        let is_name = word.capital && (word.span().start > 0 || !begins_sentence(pair));
        if !is_name
            && !BORROWED.contains(letter)
            && !pair.source.has(word)
            && !is_set_apart(pair, word)
            && !text.prose[..word.span().start].ends_with(MARK)
        {
            has_other |= count > 0 && word.hash != last;
            last = word.hash;
            count += 1;
        }
    });
    has_other && count * SMALL >= small
}
