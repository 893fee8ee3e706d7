//! Runs of words that stand in the French in the same order.

use std::ops::Range;

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
    let (french, text, own) = (&pair.source.text, &pair.translation, pair.target.vocabulary);
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
        let end = at + run;
        if run >= RUN && best.as_ref().is_none_or(|best| run > best.len()) && is_telling(text, at..end, own) {
            best = Some(at..end);
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

/// Whether a comma or the like parts a word from the one before: a name before it is not of the passage.
pub(super) fn is_cut(text: &Text<'_>, at: usize) -> bool {
    text.prose[text.words[at - 1].span().end..text.words[at].span().start].contains([',', ';', ':', '.'])
}

/// Whether anything but a blank, a hyphen or an apostrophe stands between a word and the one before.
fn is_parted(text: &Text<'_>, at: usize) -> bool {
    between(text, at).contains(|c: char| !c.is_whitespace() && !matches!(c, '-' | '\u{2011}' | '\'' | '’'))
}

/// What stands between a word and the one before it.
pub(super) fn between<'t>(text: &'t Text<'_>, at: usize) -> &'t str {
    &text.prose[text.words[at - 1].span().end..text.words[at].span().start]
}

/// Whether a run is French rather than names or words that both languages have.
fn is_telling(text: &Text<'_>, run: Range<usize>, own: u64) -> bool {
    let french = vocabulary::bit("fr");
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
    for at in run {
        let word = &text.words[at];
        if word.capital {
            continue;
        }
        let written = text.word(word);
        // The parts of a name of code (`did-finish-load`) are one word.
        small += usize::from(!text.is_joined_to_last(at));
        letters += written.len();
        let bits = vocabulary::meanings(word);
        telling += usize::from(bits & french != 0 && bits & own == 0);
        common += usize::from(bits & own != 0);
        shared += usize::from(bits & french != 0);
        if bits == 0 && written.len() > 3 && word.hash != last_unknown {
            unknown += 1;
            accented += usize::from(!word.ascii);
            last_unknown = word.hash;
        }
    }
    // Those of its own family have these words themselves, and names of programs between them (`de make ou ninja`).
    let kin = ["ca", "es", "gl", "it", "pt", "ro"].iter().any(|kin| vocabulary::bit(kin) & own != 0);
    let is_borrowed = shared >= 1 && (unknown >= 3 || unknown == 2 && (!kin || accented >= 1));
    // Words that only the target's language has: the French quotes it. In a language of the family, nearly all of them may
    // well be its own (`a partir de la base de datos`).
    let is_own = telling == 0 && if kin { common * 4 >= small * 3 } else { common * 3 >= small };
    small >= RUN
        && !(is_list && telling == 0)
        && letters >= LETTERS
        && (telling >= 1 || common == 0 || small >= 5 && !is_own || is_borrowed)
        && (small >= 4 || telling >= 1)
}
