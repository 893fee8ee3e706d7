//! Two or more small words of French among words that were translated: « on fit venir », « sans le lire », « aurait été ».
//!
//! So few words are a loan, a dish or a name unless one of them is such that those never have it: a pronoun before a verb,
//! a form of *être* or *avoir*, a possessive, a preposition before another small word, a noun of every day behind its
//! article.

use std::ops::Range;

use super::between::is_next;
use super::loans;
use super::sisters::{is_eliding, is_sister};
use crate::check::lists::Words;
use crate::check::scan::{Text, Word, with_lower};
use crate::check::script::Script;
use crate::check::{Pair, vocabulary};

/// Words that show that a passage is a part of a sentence.
static OF_SENTENCE: Words = Words::of("of-sentence");

/// Those that its sisters have with another meaning, rarely enough to be missing among their small words: `sera` is the
/// evening, `ses` and `son` are literary.
static OF_SISTERS: Words = Words::of("of-sisters");

/// Prepositions, which loans have before a noun (sans souci), but not before another small word.
static PREPOSITIONS: Words = Words::of("prepositions");

/// Forms of *avoir* and *être* before a participle.
static AUXILIARIES: Words = Words::of("auxiliaries");

/// Articles, of which the sisters of French have some.
static ARTICLES: Words = Words::of("articles");

/// Nouns of every day and of manuals that no sister of French writes so, and that are in no loan behind an article.
static NOUNS: Words = Words::of("nouns");

/// The words of a run that are French for this reason: its small words in a row.
pub(super) fn passage(pair: &Pair<'_>, run: &Range<usize>) -> Option<Range<usize>> {
    let text = &pair.translation;
    // Of a language whose small words are not known, nobody knows what it shares. A text that is the French may be a title.
    if pair.target.vocabulary == 0 && pair.target.script == Script::Latin || pair.is_in_french() {
        return None;
    }
    let is_row = |at: usize| !text.words[at].capital && is_next(text, at);
    let mut at = run.start;
    while at < run.end {
        let end = (at + 1..run.end).find(|at| !is_row(*at)).unwrap_or(run.end);
        let is_name = text.words[at].capital && !begins_sentence(pair, at);
        let row = if is_name { at + 1..end } else { at..end };
        if row.len() >= 2 && !is_of_name(pair, row.start) && row.clone().any(|at| is_french(pair, at, &row)) {
            return Some(row);
        }
        at = end;
    }
    None
}

/// Whether the row that begins here goes on from a capital that is of the French too: a title or a name.
fn is_of_name(pair: &Pair<'_>, begin: usize) -> bool {
    let text = &pair.translation;
    begin.checked_sub(1).is_some_and(|last| {
        let word = &text.words[last];
        word.capital && is_next(text, begin) && pair.source.has(word)
    })
}

/// Whether a word has its capital because a sentence begins with it, and is a small one of French alone: On fit venir.
fn begins_sentence(pair: &Pair<'_>, at: usize) -> bool {
    let (text, word) = (&pair.translation, &pair.translation.words[at]);
    let bits = vocabulary::meanings_in_lower_case(text, word);
    let before = text.prose[..word.span().start].trim_end();
    bits & vocabulary::bit("fr") != 0
        && bits & pair.target.vocabulary == 0
        && (before.is_empty() || before.ends_with(['.', '!', '?', '…']))
}

/// Whether a word in a row shows that it is French.
fn is_french(pair: &Pair<'_>, at: usize, row: &Range<usize>) -> bool {
    let (text, own) = (&pair.translation, pair.target.vocabulary);
    let word = |at: usize| text.word(&text.words[at]);
    let is_strange = |word: &Word| vocabulary::meanings(word) & own == 0;
    let is_of_sister = is_sister(pair);
    let (this, is_strange_here) = (word(at), is_strange(&text.words[at]));
    // The first one of a sentence has a capital for that: Selon le maire.
    let shows_sentence = |word: &str| OF_SENTENCE.has(word) && !(is_of_sister && OF_SISTERS.has(word));
    if is_strange_here && (with_lower(this, shows_sentence) || has_ending_of_verb(this)) {
        return true;
    }
    let Some(next) = Some(at + 1).filter(|next| *next < row.end && is_strange(&text.words[*next])) else {
        return false;
    };
    let is_of_french = vocabulary::meanings(&text.words[next]) & vocabulary::bit("fr") != 0;
    is_strange_here && is_of_french && PREPOSITIONS.has(this)
        || AUXILIARIES.has(this) && is_participle(word(next))
        || !is_of_sister && is_accented_noun(text, at, next)
        // Catalan elides as French does.
        || ARTICLES.has(this)
            && NOUNS.has(word(next))
            && !(this.len() == 1 && is_eliding(pair))
}

/// Whether an article and the noun behind it are French by their letters, and no loan: la grêle, des vêtements.
fn is_accented_noun(text: &Text<'_>, at: usize, next: usize) -> bool {
    /// Letters of a word that is no name of a letter or note.
    const FEWEST: usize = 5;
    let noun = text.word(&text.words[next]);
    let article = text.word(&text.words[at]);
    article.len() > 1
        && ARTICLES.has(article)
        && noun.chars().nth(FEWEST - 1).is_some()
        && noun.contains(['é', 'è', 'ê', 'â', 'î', 'ô', 'û', 'ç', 'œ', 'ï', 'ë'])
        && !loans::is_borrowed(text, next)
}

/// Whether a word ends as only verbs of French do: venaient, allèrent, parlerait.
fn has_ending_of_verb(word: &str) -> bool {
    word.chars().nth(5).is_some()
        && ["aient", "èrent", "eront", "erait"].iter().any(|end| word.ends_with(end))
}

/// Whether a word may be a participle: porté, signée.
fn is_participle(word: &str) -> bool {
    word.chars().nth(2).is_some() && ["é", "ée", "és", "ées"].iter().any(|end| word.ends_with(end))
}
