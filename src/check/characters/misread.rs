//! Letters of a Central European, Baltic or Turkish code page that were read as those of Western Europe: `pøíbor` for
//! `příbor`.
//!
//! Each byte became one letter, so nothing of the text is broken but its words. Which letters a language may have got so
//! says `data/supplement.tsv`.

use std::cell::OnceCell;

use super::{COPY, RULE, in_wrong_encoding};
use crate::check::section::{SUPPLEMENT, section};
use crate::check::{Pair, Problem, vocabulary};
use crate::text::Span;

/// What a language's own letters became.
#[derive(Debug, Default)]
pub(in crate::check) struct Misread {
    /// The sign that is shown, the letter that was meant, and whether it says nothing by itself, as borrowed words have
    /// it (`crème`).
    letters: Vec<(char, char, bool)>,
}

impl Misread {
    /// What the letters of a language became.
    pub(in crate::check) fn of_language(language: &str) -> Misread {
        let line = section(SUPPLEMENT, language).find_map(|line| line.strip_prefix("misread\t"));
        let letter = |cell: &str| {
            let mut signs = cell.chars();
            Some((signs.next()?, signs.next()?, signs.next() == Some('?')))
        };
        Misread { letters: line.unwrap_or_default().split('\t').filter_map(letter).collect() }
    }

    fn meant(&self, shown: char) -> Option<(char, bool)> {
        let found = self.letters.iter().find(|(other, _, _)| *other == shown);
        found.map(|&(_, meant, is_weak)| (meant, is_weak))
    }
}

/// So many words leave no doubt.
const SURE: usize = 3;

/// A word that was misread.
struct Found {
    span: Span,
    meant: String,
    /// Whether it says so by itself.
    is_telling: bool,
}

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let found = find(pair);
    let Some(Found { span, meant, .. }) = found.first() else { return };
    let problem = if found.len() >= SURE { Problem::error } else { Problem::warning };
    let written = &pair.translation.prose[span.clone()];
    let message = in_wrong_encoding(written, meant, found.len() > 1);
    problems.push(problem(RULE, span.clone(), message).help(COPY));
}

/// Whether a text was misread: it is in no other language, then.
pub(super) fn is_misread(pair: &Pair<'_>) -> bool {
    !find(pair).is_empty()
}

/// The first misread words of a text; none if it is more likely that they are borrowed.
fn find(pair: &Pair<'_>) -> Vec<Found> {
    let (text, target) = (&pair.translation, pair.target);
    let mut found: Vec<Found> = Vec::new();
    if target.misread.letters.is_empty() {
        return found;
    }
    let mut add = |span: Span| {
        let is_known = |found: &Found| text.prose[found.span.clone()] == text.prose[span.clone()];
        if found.len() < SURE && !found.iter().any(is_known) {
            found.extend(read(pair, span));
        }
    };
    target.letters.strange_words(&text.prose, &text.words, |word, _| {
        if !word.capital && !pair.source.has(word) {
            add(word.span());
        }
    });
    signs_in_words(pair, add);
    let is_telling = found.len() >= 2 || found.iter().any(|word| word.is_telling);
    if !is_telling || is_of_another_language(pair) {
        found.clear();
    }
    found
}

/// Whether a text has clearly more small words that its language lacks, and another one has, than its own: Italian in a Czech
/// catalog has `più` and `però`, too.
fn is_of_another_language(pair: &Pair<'_>) -> bool {
    let own = pair.target.vocabulary;
    let (mut ours, mut others) = (0, 0);
    vocabulary::small_words(&pair.translation.words, |_, bits| {
        ours += usize::from(bits & own != 0);
        others += usize::from(bits != 0 && bits & own == 0);
    });
    others > ours + 1
}

/// What a word was, if all of its letters that the language isn't written with may have been one of its own.
fn read(pair: &Pair<'_>, span: Span) -> Option<Found> {
    let target = pair.target;
    let written = &pair.translation.prose[span.clone()];
    let mut meant = String::with_capacity(written.len());
    // A weak one beside a letter that is only the language's own is in no borrowed word.
    let (mut is_telling, mut is_own) = (false, false);
    for c in written.chars() {
        if c.is_ascii() || target.letters.has(c) {
            is_own |= !c.is_ascii();
            meant.push(c);
            continue;
        }
        let (letter, is_weak) = target.misread.meant(c)?;
        is_telling |= !is_weak;
        meant.push(letter);
    }
    Some(Found { span, meant, is_telling: is_telling || is_own })
}

/// Gives `take` the words that have a sign before a small letter which was a letter: `mo¿e`, `w³asny`, `¿e`.
fn signs_in_words(pair: &Pair<'_>, mut take: impl FnMut(Span)) {
    const FIRST: char = '¡';
    let prose = &pair.translation.prose;
    // A bit for each of these signs that the French has: asked for by few texts.
    let of_french = OnceCell::new();
    let bit = |sign: char| 1_u32 << (sign as u32 - FIRST as u32);
    let read_french = || {
        let signs = pair.source.text.raw.chars().filter(|c| (FIRST..='¿').contains(c));
        signs.fold(0, |bits, sign| bits | bit(sign))
    };
    let is_in_french = |sign: char| of_french.get_or_init(read_french) & bit(sign) != 0;
    let is_small = |c: Option<char>| c.is_some_and(char::is_lowercase);
    let mut from = 0;
    for at in memchr::memchr_iter(0xC2, prose.as_bytes()) {
        let Some(sign) = prose[at..].chars().next().filter(|_| at >= from) else { continue };
        let (before, after) = (&prose[..at], &prose[at + sign.len_utf8()..]);
        let is_inside = |c: char| c.is_lowercase() || c.is_whitespace();
        let is_letter = before.chars().next_back().is_none_or(is_inside) && is_small(after.chars().next());
        if is_letter && pair.target.misread.meant(sign).is_some() {
            let is_part = |c: char| c.is_alphabetic() || pair.target.misread.meant(c).is_some();
            let begin = before.trim_end_matches(is_part).len();
            // A word is looked at once.
            from = prose.len() - after.trim_start_matches(is_part).len();
            if !is_in_french(sign) {
                take(begin..from);
            }
        }
    }
}
