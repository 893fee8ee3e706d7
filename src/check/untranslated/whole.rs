//! A translation that is the French, but for its last marks: a mistake where it has French words that the target lacks.
//!
//! Names, dishes and titles of works stay, and some of them have as many small words as a sentence.

use super::headings::{is_heading, is_known_in, is_request};
use super::runs::{LETTERS, is_of_formula};
use super::short::{has_french_ending, has_strange_letter, is_elision};
use super::sisters::{is_eliding, is_sister};
use super::{IN_FRENCH, RULE, TRANSLATE, clause, is_address, is_foreign_in_italics, push};
use crate::check::scan::{Text, Word};
use crate::check::script::Script;
use crate::check::{Pair, Problem, vocabulary};

/// Words of a name that says what it is of.
const NAME: usize = 8;

/// Small words of a sentence that has no capital but at its head.
const PLAIN: usize = 3;

pub(super) fn report(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (text, language) = (&pair.translation, pair.target.language.as_str());
    let (french, own) = (vocabulary::bit("fr"), pair.target.vocabulary);
    let is_of_french = |bits: u64| bits & french != 0 && bits & own == 0;
    let is_small = |at: &usize| {
        let word = &text.words[*at];
        !word.capital && word.script == Script::Latin && !is_of_formula(text, *at)
    };
    let small: Vec<usize> = (0..text.words.len()).filter(is_small).collect();
    let letters: usize = small.iter().map(|at| text.words[*at].span().len()).sum();
    let telling = small
        .iter()
        .filter(|at| is_of_french(vocabulary::meanings(&text.words[**at])) || is_french(pair, **at));
    let telling = telling.count();
    // Words of the target that French lacks: the source is in its language.
    let of_target = small.iter().filter(|at| {
        let bits = vocabulary::meanings(&text.words[**at]);
        bits & own != 0 && bits & french == 0
    });
    if of_target.count() > telling.max(1) {
        return;
    }
    let (whole, whole_text) = (0..text.words.len(), 0..text.raw.len());
    if is_address(text, whole.clone()) || is_foreign_in_italics(pair, &whole) {
        return;
    }
    let first = text.words.first().filter(|word| word.capital);
    let is_first_telling =
        first.is_some_and(|first| is_of_french(vocabulary::meanings_in_lower_case(text, first)));
    let first_asks = first.is_some_and(|first| is_request(text.word(first)));
    let ends = |marks: &[char]| pair.source.text.raw.trim_end_matches(['*', '_', ' ']).ends_with(marks);
    // A short one may be a name; one that ends as a sentence does is none, nor one that tells readers where to click.
    let is_sentence = ends(&['.', '!', '?', '…'])
        && (small.len() >= 2 && telling + usize::from(is_first_telling) >= 1
            || first_asks && text.words.len() >= 2);
    if telling == 0 && is_first_telling && ends(&['.', '!', '?']) && is_short(text, &small) {
        let problem = Problem::warning(RULE, whole_text, "this is the French, word for word");
        problems.push(problem.help(TRANSLATE));
        return;
    }
    // A name has more capitals.
    let is_plain = small.len() >= PLAIN && small.len() + 1 >= text.words.len();
    let is_likely_sentence = ends(&['.', '!', '?', '…'])
        && (is_plain && small.iter().any(|at| vocabulary::meanings(&text.words[*at]) & french != 0)
            || small.len() >= 2 && small.iter().any(|at| is_spelled_in_french(pair, &text.words[*at])));
    let is_foreign_script = pair.target.script != Script::Latin;
    let is_long = small.len() >= 4 && letters >= LETTERS;
    let is_told = is_sentence || is_long && (telling >= 1 || is_foreign_script || small.len() >= 6);
    // A dish, an institution or a work has as many words: *Crème brûlée à la lavande*.
    let is_like_name = || !is_sentence && text.words.len() <= NAME && !clause::has_verb(text, &whole);
    if is_told && !is_like_name() || first_asks && is_path(text) {
        push(pair, whole_text, problems);
    } else if is_told
        || first_asks
        || is_likely_sentence
        || is_heading(language, text)
        || is_foreign_script && is_phrase(text, &small)
        || is_path(text) && text.has_word(|word| is_known_in(language, word))
    {
        problems.push(Problem::warning(RULE, whole_text, IN_FRENCH).help(TRANSLATE));
    }
}

/// Whether a text has few words, and one in small letters that is not among the small ones of any language: Il pleut; Bon
/// voyage, Zoé !
fn is_short(text: &Text<'_>, small: &[usize]) -> bool {
    const LONGEST: usize = 4;
    /// Bytes of that word.
    const WORD: usize = 4;
    let [one] = small else { return false };
    let word = &text.words[*one];
    (2..=LONGEST).contains(&text.words.len())
        && !text.words[1].capital
        && word.span().len() >= WORD
        && vocabulary::meanings(word) == 0
}

/// Whether a word shows that a text of its words is French, though no list of small words has it for French alone: it is
/// one of manuals, or loses its vowel.
fn is_french(pair: &Pair<'_>, at: usize) -> bool {
    let text = &pair.translation;
    is_known_in(&pair.target.language, text.word(&text.words[at]))
        || at + 1 < text.words.len() && !is_eliding(pair) && is_elision(text, at)
}

/// Whether a word is written as French is, and the target never.
fn is_spelled_in_french(pair: &Pair<'_>, word: &Word) -> bool {
    /// Letters of a word that says something by its spelling.
    const LONG: usize = 4;
    let written = pair.translation.word(word);
    written.chars().nth(LONG - 1).is_some()
        && vocabulary::meanings(word) == 0
        && (has_strange_letter(pair, written) || is_sister(pair) && has_french_ending(written))
}

/// Whether a text in small letters but for its first is French by its words or its spelling: Farine de blé. In a page of
/// other letters, who kept a name of a person or a product kept capitals; Homo sapiens is Latin.
fn is_phrase(text: &Text<'_>, small: &[usize]) -> bool {
    /// Letters of a word that is none of the small ones.
    const LONG: usize = 4;
    let is_accented = |word: &Word| text.word(word).chars().any(|c| "àâæçèéêëîïôœùûüÿ".contains(c));
    /// Small words of French that are Latin, too: Alea jacta est, Persona non grata.
    const LATIN: [&str; 5] = ["est", "et", "in", "non", "pro"];
    let is_of_french = |at: &usize| {
        let word = &text.words[*at];
        let is_small = || vocabulary::meanings(word) & vocabulary::bit("fr") != 0;
        is_small() && !LATIN.contains(&text.word(word)) || has_french_ending(text.word(word))
    };
    let is_noun = |at: &usize| {
        let word = &text.words[*at];
        let letters = text.word(word).chars().count();
        vocabulary::meanings(word) == 0 && (letters >= LONG || letters + 1 == LONG && is_accented(word))
    };
    !small.is_empty()
        && small.len() + 1 == text.words.len()
        && text.words[0].capital
        && !text.raw.starts_with(['*', '_', '`', '«', '"', '“'])
        && small.iter().any(is_noun)
        && (small.iter().any(is_of_french) || text.words.iter().any(is_accented))
}

/// Whether a text is the way through menus: Format - Colonnes - Largeur.
fn is_path(text: &Text<'_>) -> bool {
    [" - ", " > ", " ▸ ", " → ", " – "].iter().any(|sign| text.prose.contains(sign))
        && text.words.iter().skip(1).filter(|word: &&Word| word.capital).count() >= 2
}
