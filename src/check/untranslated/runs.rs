//! Runs of words that stand in the French in the same order.

use std::ops::Range;

use super::between::{between, is_cut, is_parted};
use super::loans;
use super::sisters::{are_of_sister, is_eliding, own_or_kindred};
use crate::check::scan::{Text, Word};
use crate::check::script::Script;
use crate::check::{Pair, vocabulary};

/// Fewest small words in a row that are the French's own. Names of institutions have up to three
/// (`Médecins sans frontières`, `école des hautes études`).
pub(super) const RUN: usize = 3;
/// Fewest letters of such a run: shorter ones are shared by neighbouring languages (`a la vez`).
pub(super) const LETTERS: usize = 12;

/// The longest run of words of the translation that stand in the French in a row.
pub(super) fn longest_run(pair: &Pair<'_>) -> Option<Range<usize>> {
    /// Words of a run that is no borrowed phrase with a word or two beside it.
    const LONG: usize = 9;
    let (french, text) = (&pair.source.text, &pair.translation);
    let present = pair.source.present();
    // Most words end the search here.
    let is_shared = |word: &Word| present.may_have(word) && word.script == Script::Latin;
    let mut best: Option<Range<usize>> = None;
    let mut at = 0;
    while let Some(next) = text.words[at..].iter().position(is_shared) {
        at += next;
        // One or two words alone are no run.
        let begins_run = text
            .words
            .get(at + 1..at + RUN)
            .is_some_and(|next| next.iter().all(|word| present.may_have(word)));
        if !begins_run {
            at += 1;
            continue;
        }
        let run = run_from(french, text, at);
        let is_best = |part: &Range<usize>| {
            part.len() >= RUN
                && best.as_ref().is_none_or(|best| part.len() > best.len())
                && is_telling(pair, part.clone())
        };
        let whole = at..at + run;
        if is_best(&whole) {
            let found =
                if run > LONG { Some(whole) } else { loans::parts_without(text, &whole).find(is_best) };
            best = found.or(best);
        }
        at += run.max(1);
    }
    best
}

/// How many words from `at` on stand in a row somewhere in the French. Linear for prose: words that occur
/// often in a sentence are few.
pub(super) fn run_from(french: &Text<'_>, text: &Text<'_>, at: usize) -> usize {
    let first = text.words[at].hash;
    let mut longest = 0;
    for (begin, _) in french.words.iter().enumerate().filter(|(_, word)| word.hash == first).take(8) {
        let run = french.words[begin..]
            .iter()
            .zip(&text.words[at..])
            .enumerate()
            .take_while(|(n, (a, b))| {
                a.hash == b.hash
                    && french.word(a) == text.word(b)
                    && (*n == 0 || is_cut(french, begin + n) == is_cut(text, at + n))
            })
            .count();
        longest = longest.max(run);
    }
    longest
}

/// Whether signs of code or of a formula stand between a word and the one before, which makes both of them names:
/// `a1.ln[x1]`, `y = b`, `c:\java`. A bracket does where no blank is before it.
fn is_joined_by_code(text: &Text<'_>, at: usize) -> bool {
    let between = between(text, at);
    between.contains(['=', '+', '*', '\\', '[', ']', '<', '>', '{', '}']) || between.starts_with('(')
}

/// Whether a word is a name of code by what joins it to its neighbours.
fn is_code(text: &Text<'_>, at: usize) -> bool {
    at > 0 && is_joined_by_code(text, at) || at + 1 < text.words.len() && is_joined_by_code(text, at + 1)
}

/// Whether a word is a letter of a formula or a list rather than a small word: the f of f(x), the h of 24h.
pub(in crate::check) fn is_of_formula(text: &Text<'_>, at: usize) -> bool {
    let span = text.words[at].span();
    let after = &text.prose[span.end..];
    // What a small word keeps of itself before a vowel (l'usage).
    if span.len() > 1 || after.starts_with(['\'', '’']) {
        return false;
    }
    let is_free = |c: Option<char>| c.is_none_or(char::is_whitespace);
    !is_free(after.chars().next())
        || !is_free(text.prose[..span.start].chars().next_back())
        || is_code(text, at)
}

/// Whether a hyphen joins a word to one that is no small word of French, as in names of code (`font-style`).
fn is_in_compound(text: &Text<'_>, at: usize, french: u64) -> bool {
    let is_hyphen = |at: usize| matches!(between(text, at), "-" | "\u{2011}");
    let is_other = |at: usize| vocabulary::meanings(&text.words[at]) & french == 0;
    at + 1 < text.words.len() && is_hyphen(at + 1) && is_other(at + 1)
}

/// Whether a run is French rather than names or words that both languages have.
fn is_telling(pair: &Pair<'_>, run: Range<usize>) -> bool {
    let (text, own, french) = (&pair.translation, own_or_kindred(pair), vocabulary::bit("fr"));
    // Names that commas, brackets or figures part (fat16, fat32, ext2 and swap).
    let parted = run.clone().skip(1).filter(|at| is_parted(text, *at)).count();
    let is_list = parted * 2 >= run.len().max(2) - 1;
    // Values that a program takes, each between quotation marks: 'on', 'off'.
    let is_quoted = |at: usize| between(text, at).matches(['\'', '"', '’', '”']).count() >= 2;
    if is_list && run.clone().skip(1).all(is_quoted) {
        return false;
    }
    let (mut small, mut letters, mut telling, mut common) = (0, 0, 0, 0);
    // Names and titles brought `la`, `de` and `et` into the lists of other languages: beside two words that the
    // language doesn't know, they are French. (`crème de la crème` has one.)
    let (mut shared, mut unknown, mut last_unknown, mut accented) = (0, 0, 0, 0);
    let mut foreign = 0;
    for at in run {
        let word = &text.words[at];
        if word.capital || is_code(text, at) || is_of_formula(text, at) {
            continue;
        }
        let written = text.word(word);
        // The parts of a name of code (`did-finish-load`) are one word.
        small += usize::from(!text.is_joined_to_last(at));
        letters += written.len();
        let bits = vocabulary::meanings(word);
        let may_tell = bits & french != 0 && bits & own == 0;
        // Other languages shorten their own small words as French does: de l'usuari.
        let is_own_elision =
            written.len() == 1 && text.prose[word.span().end..].starts_with(['\'', '’']) && is_eliding(pair);
        telling += usize::from(may_tell && !is_own_elision && !is_in_compound(text, at, french));
        foreign += usize::from(bits != 0 && bits & (french | own) == 0);
        common += usize::from(bits & own != 0);
        shared += usize::from(bits & french != 0);
        if bits == 0 && written.len() > 3 && word.hash != last_unknown {
            unknown += 1;
            accented += usize::from(!word.ascii);
            last_unknown = word.hash;
        }
    }
    // Those of its own family have these words themselves, and names of programs between them (`de make ou ninja`).
    let kin = are_of_sister(own);
    let is_borrowed = shared >= 1 && (unknown >= 3 || unknown == 2 && (!kin || accented >= 1));
    // Words that only the target's language has: the French quotes it. In a language of the family, nearly all of them may
    // well be its own (`a partir de la base de datos`).
    let is_own = telling == 0 && if kin { common * 4 >= small * 3 } else { common * 3 >= small };
    small >= RUN
        // What the French itself has of another language (moving from one to the other).
        && !(foreign > 0 && telling == 0)
        && !(is_list && telling == 0)
        && letters >= LETTERS
        && (telling >= 1 || common == 0 || small >= 5 && !is_own || is_borrowed)
        && (small >= 4 || telling >= 1)
}
