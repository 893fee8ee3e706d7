//! Whether two spellings are one word.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::lists;

/// How two different words compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grade {
    /// The same but for capitals.
    Case,
    /// The same word, spelt or inflected another way.
    Spelling,
    /// An accent or capital makes it another word.
    AnotherWord,
    /// Another word.
    Other,
}

/// Compares two different words; `at_head`: the first of a sentence, or one in capitals among others, where a capital
/// says nothing.
pub(super) fn compare(old: &str, new: &str, at_head: bool) -> Grade {
    let (a, b) = (old.to_lowercase(), new.to_lowercase());
    if a == b {
        return match !at_head && lists::CAPITALS.contains(a.as_str()) {
            true => Grade::AnotherWord,
            false => Grade::Case,
        };
    }
    // « Puisqu il » for « puisqu'il »
    let lost_apostrophe = |with: &str, without: &str| with.strip_suffix('\'') == Some(without);
    if lists::holds(&lists::SPELLINGS, &a, &b) || lost_apostrophe(&a, &b) || lost_apostrophe(&b, &a) {
        return Grade::Spelling;
    }
    let has_accents = !(a.is_ascii() && b.is_ascii());
    if has_accents && without_accents(&a) == without_accents(&b) {
        return accents(old, new, &a, &b);
    }
    if lists::FUNCTION_WORDS.contains(a.as_str()) || lists::FUNCTION_WORDS.contains(b.as_str()) {
        return Grade::Other;
    }
    let is_name = |word: &str| !at_head && word.starts_with(char::is_uppercase);
    if is_name(old) || is_name(new) || are_paronyms(&a, &b) {
        return Grade::Other;
    }
    // One letter, and what will be is what would be, or what is was.
    if is_conditional(&a, &b) || is_conditional(&b, &a) || is_imperfect(&a, &b) || is_imperfect(&b, &a) {
        return Grade::AnotherWord;
    }
    if is_inflection(&a, &b) || is_misspelling(&a, &b) { Grade::Spelling } else { Grade::Other }
}

/// Words that differ in accents, and perhaps in capitals.
fn accents(old: &str, new: &str, a: &str, b: &str) -> Grade {
    // Accents on capitals are often left out: `A` and `À`, `Etat` and `État`.
    let differ: Vec<(char, char)> = old.nfc().zip(new.nfc()).filter(|(a, b)| a != b).collect();
    if old.nfc().count() == new.nfc().count()
        && differ.iter().all(|(a, b)| a.is_uppercase() && b.is_uppercase())
    {
        return Grade::Spelling;
    }
    if lists::holds(&lists::HOMOGRAPHS, a, b) || is_participle(a, b) {
        Grade::AnotherWord
    } else {
        Grade::Spelling
    }
}

/// `forme` and `formé`: a final accent alone makes a participle of a verb.
fn is_participle(a: &str, b: &str) -> bool {
    let stem = |word: &str| -> Option<(String, char)> {
        let word = word.strip_suffix('s').unwrap_or(word);
        let word = word.nfc().collect::<Vec<char>>();
        let (last, stem) = word.split_last()?;
        matches!(last, 'e' | 'é').then(|| (stem.iter().collect(), *last))
    };
    match (stem(a), stem(b)) {
        (Some((a, last_a)), Some((b, last_b))) => a == b && last_a != last_b,
        _ => false,
    }
}

/// `je pourrai` and `je pourrais`: future and conditional (Grevisse & Goosse, Le Bon Usage, « Le conditionnel »).
fn is_conditional(future: &str, conditional: &str) -> bool {
    conditional.strip_suffix('s') == Some(future) && future.ends_with("rai")
}

/// `nous travaillons` and `nous travaillions`, `vous mangerez` and `vous mangeriez`: an i alone makes the imperfect and the
/// conditional.
fn is_imperfect(present: &str, imperfect: &str) -> bool {
    let stem = |ending: &str| imperfect.strip_suffix(ending);
    let is = |with: &str, without: &str| {
        stem(with).is_some_and(|stem| present.strip_suffix(without).is_some_and(|same| same == stem))
    };
    is("ions", "ons") || is("iez", "ez")
}

/// Pairs of words that a letter tells apart, in the singular or both in the plural.
fn are_paronyms(a: &str, b: &str) -> bool {
    let plurals = || a.strip_suffix('s').zip(b.strip_suffix('s'));
    lists::holds(&lists::PARONYMS, a, b)
        || plurals().is_some_and(|(a, b)| lists::holds(&lists::PARONYMS, a, b))
}

/// The letters without their accents.
pub(super) fn without_accents(word: &str) -> String {
    word.nfd().filter(|&c| !is_combining_mark(c)).collect()
}

/// Endings that agreement, or a slip of the pen, puts for one another.
const ENDINGS: [&[&str]; 3] =
    [&["", "s", "x", "e", "es", "nt"], &["e", "es", "ent"], &["é", "er", "ez", "ée", "és", "ées"]];

/// The same word with another mark of agreement, or a verb with another ending of the same sound.
fn is_inflection(a: &str, b: &str) -> bool {
    const STEM: usize = 3;
    ENDINGS.iter().any(|endings| {
        endings.iter().any(|ending| {
            a.strip_suffix(ending).is_some_and(|stem| {
                stem.chars().count() >= STEM
                    && endings.iter().any(|other| b.strip_suffix(other).is_some_and(|rest| rest == stem))
            })
        })
    })
}

/// A slip of the pen inside a long word: a letter doubled or not, two swapped, a mute one, one that
/// sounds like another. Endings and beginnings carry meaning, and are no slips.
fn is_misspelling(a: &str, b: &str) -> bool {
    const SHORTEST: usize = 5;
    const LONG: usize = 9;
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < SHORTEST || long.len() - short.len() > 1 {
        return false;
    }
    let head = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let rest = short.len() - head;
    let tail = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count().min(rest);
    if head == 0 {
        return false;
    }
    let (from_short, from_long) = (&short[head..short.len() - tail], &long[head..long.len() - tail]);
    match (from_short, from_long) {
        ([], [letter]) => {
            let doubled = long[head - 1] == *letter || long.get(head + 1) == Some(letter);
            let mute =
                *letter == 'h' || (*letter == 'u' && long[head - 1] == 'g') || (*letter == 'e' && tail >= 3);
            doubled || mute || (short.len() >= LONG && tail >= 2)
        }
        ([x], [y]) => {
            let sounds = |x: char, y: char| {
                matches!(
                    (x, y),
                    ('s', 'c' | 'ç' | 't')
                        | ('c', 't' | 'ç' | 'k' | 'q')
                        | ('a', 'e')
                        | ('i', 'y')
                        | ('m', 'n')
                        | ('z', 's')
                )
            };
            (sounds(*x, *y) || sounds(*y, *x)) && tail >= 1 && short.len() >= 6
        }
        ([x1, x2], [y1, y2]) => x1 == y2 && x2 == y1,
        _ => false,
    }
}
