//! Short passages of French that are no name: few words, which something shows to be French.
//!
//! Two words that stand in both texts are as often a title, a dish or a term. So each of these needs a word or a form that
//! only French has: an article before its noun, an elision, an imperative, a label of a form, a whole sentence that is
//! quoted.

use super::between::{between, is_blank};
use super::headings::{is_known, is_request};
use super::runs::run_from;
use super::sisters::{is_eliding, is_sister};
use super::{BRACKETS, QUOTES, is_address, is_between, is_marked, is_quoted};
use super::{left, loans};
use crate::check::lists::Words;
use crate::check::scan::{BRACKET, Text, Word};
use crate::check::script::Script;
use crate::check::{Pair, vocabulary};
use crate::text::Span;

/// The first passage of a translation that is French by one of these.
pub(super) fn passage(pair: &Pair<'_>) -> Option<Span> {
    /// Bytes of a text that is looked through: the whole of it for each passage of a book would be a square.
    const MOST: usize = 8192;
    let (source, text) = (pair.source, &pair.translation);
    if text.raw.len() > MOST || source.text.raw.len() > MOST {
        return None;
    }
    let present = source.present();
    let is_shared = |word: &Word| word.script == Script::Latin && present.may_have(word);
    let words = &text.words;
    let mut at = 0;
    // Most texts end here.
    while let Some(next) = words[at..].windows(2).position(|two| two.iter().all(is_shared)) {
        at += next;
        let run = at..at + run_from(&source.text, text, at);
        if run.len() >= 2
            && let Some(found) = loans::parts_without(text, &run)
                .filter(|part| part.len() >= 2)
                .find_map(|part| of_run(pair, &part))
        {
            return Some(words[found.start].span().start..words[found.end - 1].span().end);
        }
        at = run.end.max(at + 1);
    }
    None
}

/// What in a run of words that stand in both texts is French.
fn of_run(pair: &Pair<'_>, run: &std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    let text = &pair.translation;
    // A name before a bracket is not of what stands in it.
    let begin =
        (run.start + 1..run.end).rev().find(|at| between(text, *at).ends_with('(')).unwrap_or(run.start);
    let run = &(begin..run.end);
    let span_of =
        |run: &std::ops::Range<usize>| text.words[run.start].span().start..text.words[run.end - 1].span().end;
    let span = span_of(run);
    let says_much = |word: &Word| {
        let word = text.word(word);
        is_known(word)
            || ARTICLES.contains(&word)
            || ELIDED.contains(&word)
            || TELLING.has(word)
            || word.ends_with("ez")
    };
    // A name, as most are, and not long enough for a sentence.
    let is_short = run.len() < FEWEST;
    let has_colon = || text.prose[span.end..].trim_start().starts_with([':', '：']);
    let left = left::passage(pair, run).filter(|left| !is_marked(text, &span_of(left)));
    if is_short
        && left.is_none()
        && !text.words[run.clone()].iter().any(says_much)
        && !has_colon()
        && !is_welcome(pair, run)
    {
        return None;
    }
    if text.has(BRACKET) && is_quoted(text.raw, &span) {
        return is_quoted_sentence(pair, run, &span).then(|| run.clone());
    }
    // What stands in brackets in both texts is no original that a translator adds.
    if is_between(text.raw, &span, BRACKETS) && is_segment(pair, run) {
        return Some(run.clone());
    }
    if is_marked(text, &span) || is_in_single_marks(text.raw, &span) || is_address(text, run.clone()) {
        return None;
    }
    if left.is_some() {
        return left;
    }
    // The way through menus has capitals as names do: Outils - Préférences.
    let known = || text.words[run.clone()].iter().filter(|word| is_known(text.word(word))).count();
    if text.words[run.clone()].iter().any(|word| is_request(text.word(word))) || known() >= MENUS {
        return Some(run.clone());
    }
    if let Some(found) = run.clone().find(|at| is_imperative(text, *at, run)) {
        return Some(found..found + 2);
    }
    if is_label(pair, run) || is_welcome(pair, run) {
        return Some(run.clone());
    }
    // Institutions and works begin with a capital, which the French may lack: the Musée d’archéologie.
    let is_name = |at: usize| {
        let word = &text.words[at];
        word.capital && is_blank(between(text, at + 1)) && pair.source.has_hash(text.lower_hash(word))
    };
    if text.words[run.start].capital || run.start.checked_sub(1).is_some_and(is_name) {
        return None;
    }
    let has_elisions = is_eliding(pair);
    run.clone()
        .find(|at| {
            at + 1 < run.end
                && (!has_elisions && is_elision(text, *at)
                    || is_article(pair, *at) && !is_byname(text, *at, run))
        })
        .map(|_| run.clone())
        .or_else(|| is_segment(pair, run).then(|| run.clone()))
}

/// Words of manuals that show that a run is the way through menus.
const MENUS: usize = 2;

/// Words that a whole sentence has at least.
const FEWEST: usize = 5;

/// Small words that lose their vowel before another one.
const ELIDED: [&str; 5] = ["d", "l", "qu", "jusqu", "lorsqu"];

/// Articles that stand before a noun of French.
const ARTICLES: [&str; 8] = ["le", "la", "les", "des", "une", "ce", "cette", "ces"];

/// Words that say much of a passage.
static TELLING: Words = Words::of("telling");

/// Whether bytes stand between single marks: ‘Ici c’est Paris!’
fn is_in_single_marks(raw: &str, span: &Span) -> bool {
    let before = &raw[..span.start];
    let opens = |mark: &str| {
        before.rfind(mark).is_some_and(|at| {
            let is_begun = !before[..at].ends_with(char::is_alphanumeric);
            let inner = &before[at + mark.len()..];
            // An apostrophe closes nothing.
            let is_closed = inner
                .match_indices(['’', '\''])
                .any(|(at, mark)| !inner[at + mark.len()..].starts_with(char::is_alphabetic));
            is_begun && !is_closed
        })
    };
    ["‘", "‚", "'"].into_iter().any(opens)
}

/// Whether a word is a small one of French that lost its vowel before the next one: d'ail.
pub(super) fn is_elision(text: &Text<'_>, at: usize) -> bool {
    /// What stands behind one in words that other languages borrowed: coup d'état, raison d'être, objet d'art.
    static BORROWED: Words = Words::of("borrowed");
    let (word, next) = (&text.words[at], &text.words[at + 1]);
    let noun = text.word(next);
    ELIDED.contains(&text.word(word))
        && matches!(between(text, at + 1), "'" | "’")
        && !next.capital
        && noun.chars().nth(2).is_some()
        && noun.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h', 'à', 'â', 'é', 'è', 'ê', 'î', 'ô', 'œ'])
        && !BORROWED.has(noun)
}

/// Whether a word is an article of French before its noun: le paiement.
fn is_article(pair: &Pair<'_>, at: usize) -> bool {
    /// Letters of a noun that is told by its article alone.
    const NOUN: usize = 5;
    let (text, own) = (&pair.translation, pair.target.vocabulary);
    let (word, next) = (&text.words[at], &text.words[at + 1]);
    // A sister of French has *le* with another meaning; *la* stands before loans, too (la première).
    let is_strange = |article: &str| {
        vocabulary::meanings(word) & own == 0 || article != "la" && has_strange_letter(pair, text.word(next))
    };
    ARTICLES.contains(&text.word(word))
        && own != 0
        && is_strange(text.word(word))
        && !next.capital
        && text.word(next).chars().nth(NOUN - 1).is_some()
        && is_blank(between(text, at + 1))
}

/// Whether the article at `at` begins what somebody is called: Philippe le bel.
fn is_byname(text: &Text<'_>, at: usize, run: &std::ops::Range<usize>) -> bool {
    at > run.start && text.words[at - 1].capital && is_blank(between(text, at))
}

/// Whether a verb of French tells readers what to do, with its pronoun: Suivez-nous.
fn is_imperative(text: &Text<'_>, at: usize, run: &std::ops::Range<usize>) -> bool {
    let verb = text.word(&text.words[at]);
    at + 1 < run.end
        && verb.ends_with("ez")
        && verb.chars().nth(4).is_some()
        && !matches!(verb, "rendez" | "Rendez")
        && matches!(text.word(&text.words[at + 1]), "nous" | "vous")
        && matches!(between(text, at + 1), "-" | "\u{2011}")
}

/// Whether a run begins the text as French bids welcome: Bienvenue au…
fn is_welcome(pair: &Pair<'_>, run: &std::ops::Range<usize>) -> bool {
    let text = &pair.translation;
    run.start == 0
        && text.word(&text.words[0]) == "Bienvenue"
        && matches!(text.word(&text.words[1]), "au" | "aux" | "à" | "chez" | "dans" | "en" | "sur")
}

/// What stands before a label, or parts it from others.
const PARTS: [char; 8] = ['/', '|', ',', ';', '>', '•', '–', '—'];

/// Whether a run is the whole of a label of a form, before its colon, that has a small word of French and a noun that the
/// language doesn't know: Date de naissance.
fn is_label(pair: &Pair<'_>, run: &std::ops::Range<usize>) -> bool {
    const SMALL: [&str; 7] = ["de", "du", "des", "d", "au", "aux", "à"];
    const LONGEST: usize = 5;
    let (text, own) = (&pair.translation, pair.target.vocabulary);
    let words = &text.words[run.clone()];
    let (before, after) =
        (&text.prose[..words[0].span().start], &text.prose[words[words.len() - 1].span().end..]);
    let is_of_sister = is_sister(pair);
    let is_small = |word: &Word| SMALL.contains(&text.word(word));
    let is_noun = |word: &Word| {
        let written = text.word(word);
        !is_small(word)
            && written.chars().nth(4).is_some()
            && vocabulary::meanings(word) & own == 0
            && (!is_of_sister || has_french_ending(written))
    };
    run.len() <= LONGEST
        && words[0].capital
        && words[1..].iter().all(|word| !word.capital)
        && words[1..].iter().any(is_small)
        && words[1..].iter().any(is_noun)
        && after.trim_start().starts_with([':', '：'])
        && (before.trim().is_empty() || before.trim_end().ends_with(PARTS))
        && is_label_of_french(
            &pair.source.text,
            &text.prose[words[0].span().start..words[words.len() - 1].span().end],
        )
}

fn is_label_of_french(french: &Text<'_>, label: &str) -> bool {
    french
        .prose
        .match_indices(label)
        .any(|(at, _)| french.prose[at + label.len()..].trim_start().starts_with(':'))
}

/// Whether a word has a letter of French that the language is not written with.
pub(super) fn has_strange_letter(pair: &Pair<'_>, word: &str) -> bool {
    let letters = &pair.target.letters;
    letters.strange(word).any(|(_, letter)| "àâæçèéêëîïôœùûüÿ".contains(letter))
}

/// Whether a word ends as words of French do, and hardly any of its sisters.
pub(super) fn has_french_ending(word: &str) -> bool {
    const ENDINGS: [&str; 20] = [
        "age", "aire", "aires", "aise", "ance", "aux", "eau", "ence", "ette", "eur", "eurs", "euse", "eux",
        "ière", "ille", "oire", "que", "tion", "ée", "ées",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Whether a run of small letters is all that stands between two marks in both texts, and has a word that says much in
/// French: tout public.
fn is_segment(pair: &Pair<'_>, run: &std::ops::Range<usize>) -> bool {
    let (text, own) = (&pair.translation, pair.target.vocabulary);
    let words = &text.words[run.clone()];
    let span = words[0].span().start..words[words.len() - 1].span().end;
    let passage = &text.prose[span.clone()];
    let ends = |rest: &str| {
        let rest = rest.trim_start();
        rest.is_empty() || rest.starts_with(|c: char| PARTS.contains(&c) || ".!?…:()".contains(c))
    };
    let begins =
        |before: &str| before.trim_end().ends_with(|c: char| PARTS.contains(&c) || ":()".contains(c));
    let is_alone = |prose: &str, at: usize| begins(&prose[..at]) && ends(&prose[at + passage.len()..]);
    let is_telling = |word: &Word| TELLING.has(text.word(word)) && vocabulary::meanings(word) & own == 0;
    own != 0
        && passage != "tout court"
        && words.iter().all(|word| !word.capital)
        && words.iter().any(is_telling)
        && is_alone(&text.prose, span.start)
        && pair.source.text.prose.match_indices(passage).any(|(at, _)| is_alone(&pair.source.text.prose, at))
}

/// Whether a run between quotation marks is a whole sentence of somebody's speech, beside words that were translated. A
/// title has no full stop.
fn is_quoted_sentence(pair: &Pair<'_>, run: &std::ops::Range<usize>, span: &Span) -> bool {
    let (text, french) = (&pair.translation, pair.source.text.raw);
    let (before, after) = (&text.raw[..span.start], &text.raw[span.end..]);
    let is_whole = before.ends_with(|c: char| QUOTES.contains(c))
        && after
            .strip_prefix(['.', '…'])
            .is_some_and(|after| after.starts_with(|c: char| QUOTES.contains(c)));
    let small = text.words[run.clone()].iter().filter(|word| !word.capital).count();
    // A quotation that is explained in brackets stays.
    let has_brackets = |text: &str| text.contains(['(', '[', '（']);
    let is_alone = !has_brackets(text.raw) || has_brackets(french);
    let telling = text.words[run.clone()].iter().any(|word| {
        let bits = vocabulary::meanings(word);
        !word.capital && bits & vocabulary::bit("fr") != 0 && bits & pair.target.vocabulary == 0
    });
    is_whole
        && is_alone
        && telling
        && small >= FEWEST - 1
        && run.len() >= FEWEST
        && text.words.len() > run.len()
        && text.words[run.start].capital
}
