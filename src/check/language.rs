//! A translation in another language: pasted into the wrong catalog, or not translated.
//!
//! Scripts tell most languages apart; among those of one script, the small words do (`the`, `und`, `że`), and
//! letters that the language isn't written with (`ł` in Czech); in Chinese, characters that are written on one side
//! only. Only where they leave it open is the text judged by its groups of three letters, which is dear. A language
//! without a list of small words is judged by its letters alone.

mod chinese;
mod counts;
mod forms;
mod groups;
mod neighbour;
mod scripts;
mod telling;
mod words;

use std::borrow::Cow;

pub(super) use self::forms::Form;
use self::forms::by_form;
use self::scripts::by_script;
use self::telling::telling;
use self::words::{by_marks, by_words};
use super::codes::are_inseparable;
use super::lexicon::Lexicon;
pub(super) use super::reads_as::RULE;
use super::reads_as::{reads_as, reads_as_french};
use super::scan::{BRACKET, CONTROL, MARK, PLAIN_BRACKET, SPECIAL, Text, Word};
use super::script::Script;
use super::{Format, Pair, Problem, characters, quoted_names, untranslated, vocabulary};
use crate::diagnostic::Severity;
use crate::text::Span;

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let begun = problems.len();
    // Lines of the catalog that became a part of the translation are told as such, and are no text in French.
    if pair.translation.has(CONTROL)
        && untranslated::indented_comment(&pair.source.text, &pair.translation).is_some()
    {
        return;
    }
    if !by_script(pair, problems) {
        if matches!(pair.target.script, Script::Latin | Script::Cyrillic | Script::Arabic) {
            if !by_marks(pair, problems) {
                by_words(pair, problems);
            }
            if problems.len() > begun && pair.source.is_foreign() {
                problems.truncate(begun);
            }
        } else if pair.target.script == Script::Han {
            by_form(pair, problems);
        }
    }
    // `characters` tells what such a text is.
    if problems.len() > begun && characters::is_garbled(pair) {
        problems.truncate(begun);
    }
}

/// Whether a source itself is not in French, as a licence or a poem that is quoted in its own language is: of its small
/// words, several are not French, and fewer are.
pub(super) fn is_foreign(source: &Text<'_>) -> bool {
    let french = vocabulary::bit("fr");
    let (mut ours, mut others) = (0, 0);
    vocabulary::small_words(&source.words, |_, bits| {
        ours += usize::from(bits & french != 0);
        others += usize::from(bits != 0 && bits & french == 0);
    });
    others >= 3 && others > ours
}

fn push(pair: &Pair<'_>, mut severity: Severity, mut message: String, problems: &mut Vec<Problem>) {
    // The small words of French are also those of its sisters: which language this is needs no guess.
    if pair.is_in_french() {
        reads_as_french().clone_into(&mut message);
    } else if severity == Severity::Error
        && message == reads_as_french()
        && is_partly_translated(pair)
        && untranslated::may_be_name(pair)
    {
        // `untranslated` tells of the passage.
        severity = Severity::Warning;
    }
    let problem = Problem::new(RULE, severity, 0..pair.translation.raw.len(), message);
    // A whole catalog may be in another language: its findings share their advice.
    problems.push(Problem { help: pair.target.in_its_language.clone(), ..problem });
}

/// Whether a part of the words, more than a name has, is not that of the French.
fn is_partly_translated(pair: &Pair<'_>) -> bool {
    const FEWEST: usize = 3;
    let words = &pair.translation.words;
    let translated = words.iter().filter(|word| !pair.source.has(word)).count();
    translated >= FEWEST && translated * 4 >= words.len()
}

/// Of translations of one sentence, those that are word for word that of another language, whose small words they
/// have and none of their own: pasted into the wrong catalog.
pub(super) fn pasted(pairs: &[Pair<'_>], found: &mut [Vec<Problem>], is_asked: impl Fn(usize) -> bool) {
    for (at, pair) in pairs.iter().enumerate().filter(|(at, _)| is_asked(*at)) {
        let text = &pair.translation;
        let known = found[at].iter().any(|problem| problem.rule == RULE);
        if known || text.words.len() < 3 || text.raw == pair.source.text.raw {
            continue;
        }
        let own = pair.target.vocabulary;
        let is_theirs = |other: &&Pair<'_>| {
            let theirs = other.target.vocabulary;
            let kin = || {
                pair.target.code.zip(other.target.code).is_none_or(|(a, b)| a == b || are_inseparable(a, b))
            };
            if other.translation.raw != text.raw || own == 0 || theirs == 0 || kin() {
                return false;
            }
            let small = (0..text.words.len()).filter(|at| !text.words[*at].capital);
            let bits: Vec<u64> = small.map(|at| telling(pair, at, own)).collect();
            let only = |has: u64, not: u64| bits.iter().any(|bits| bits & has != 0 && bits & not == 0);
            // A name has its letters in all languages: Müller, Região Autónoma.
            let is_strange = |pair: &Pair<'_>| {
                let mut is_strange = false;
                pair.target.letters.strange_words(&text.prose, &text.words, |word, _| {
                    let is_name = word.capital && (word.span().start > 0 || text.words[1].capital);
                    is_strange |= !is_name && !pair.source.has(word);
                });
                is_strange
            };
            // Which of the two texts is the pasted one is told by letters first.
            match (is_strange(pair), is_strange(other)) {
                (true, false) => !only(own, theirs),
                (false, true) => false,
                (true, true) | (false, false) => only(theirs, own) && !only(own, theirs),
            }
        };
        if let Some(other) = pairs.iter().find(is_theirs) {
            push(pair, Severity::Warning, of_other(pairs, pair, other), &mut found[at]);
        }
    }
}

/// The message that a text is that of another locale. Where several have it, none of them need be its owner, as nobody
/// translated the English of a manual: then that which language most of its small words are of.
fn of_other(pairs: &[Pair<'_>], pair: &Pair<'_>, other: &Pair<'_>) -> String {
    let (text, own) = (&pair.translation, pair.target.vocabulary);
    let is_also = |other: &&Pair<'_>| {
        other.translation.raw == text.raw && other.target.language != pair.target.language
    };
    let others = pairs.iter().filter(is_also).count();
    if others < 2 {
        return format!("the text is word for word that of `{}`", other.target.tag);
    }
    let small = (0..text.words.len()).filter(|at| !text.words[*at].capital);
    let told: Vec<u64> = small.map(|at| telling(pair, at, own)).filter(|bits| bits & own == 0).collect();
    let count = |language: &str| {
        let bit = vocabulary::bit(language);
        told.iter().filter(|bits| *bits & bit != 0).count()
    };
    let english = count("en");
    // Of other languages that have as many, English is by far the likeliest to stand in all of these.
    if english > 0 && pairs.iter().filter(is_also).all(|other| count(&other.target.language) <= english) {
        return reads_as("en");
    }
    format!("the text is word for word that of {others} other languages")
}

/// Whether a word stands in the French too, and is a name (also one of code: `did-finish-load`, 'renderer'), one of a
/// borrowed phrase (à la carte) or the symbol of a unit (25 kg) rather than a word that nobody translated.
fn is_kept(pair: &Pair<'_>, at: usize) -> bool {
    let text = &pair.translation;
    let word = &text.words[at];
    let is_name = || text.word(word).contains(char::is_uppercase);
    let is_joined = || text.is_joined_to_last(at) || text.is_joined_to_last(at + 1);
    let is_quoted = || {
        let (before, after) = (&text.prose[..word.span().start], &text.prose[word.span().end..]);
        before.ends_with(['\'', '"', '‘', '“']) && after.starts_with(['\'', '"', '’', '”'])
    };
    // Few words of a translation are also in the French.
    pair.source.has(word)
        && (is_name()
            || is_joined()
            || is_quoted()
            || is_symbol(text, word)
            || is_in_quoted_words(pair, word)
            || quoted_names::in_translation(pair).any(|name| name.contains(&word.span().start))
            || is_in_title(pair, word)
            || is_in_name_in_brackets(pair, word)
            || untranslated::loans::is_borrowed(text, at)
            || is_in_name_of_french(pair, at))
}

/// Whether a word is in a passage in italics that begins with a capital and is in italics in the French, letter for letter:
/// books keep their titles.
fn is_in_title(pair: &Pair<'_>, word: &Word) -> bool {
    let text = &pair.translation;
    if pair.source.format != Format::Markdown || !text.has(SPECIAL) {
        return false;
    }
    let (span, prose) = (word.span(), &text.prose);
    let (Some(open), Some(length)) = (prose[..span.start].rfind(MARK), prose[span.end..].find(MARK)) else {
        return false;
    };
    let close = span.end + length;
    let title = &prose[open + 1..close];
    let Some(written) = text.raw.get(open..=close) else { return false };
    let is_italic = ["*", "_"].iter().any(|mark| written.starts_with(mark) && written.ends_with(mark))
        && !prose[..open].ends_with(MARK)
        && !prose[close + 1..].starts_with(MARK);
    is_italic && title.starts_with(char::is_uppercase) && pair.source.text.raw.contains(written)
}

/// Bytes of a French text that is looked through for each word of a name.
const LONGEST_FRENCH: usize = 1024;

/// Whether a word is in a name of a few words that stands in the French letter for letter, in a sentence that was
/// translated: a street (rue de la Fontaine), a society (Médecins sans frontières).
fn is_in_name_of_french(pair: &Pair<'_>, at: usize) -> bool {
    /// Words of a name that ends in a capital, and of one that begins with it.
    const MOST: usize = 6;
    const MOST_BEHIND: usize = 3;
    /// Fewest words that were translated.
    const FEWEST: usize = 2;
    let (text, french) = (&pair.translation, pair.source.text.raw);
    let words = &text.words;
    // In other scripts, all Latin letters may be left of another language.
    if french.len() > LONGEST_FRENCH || pair.target.script != Script::Latin {
        return false;
    }
    let is_next = |at: usize| {
        let between = &text.prose[words[at - 1].span().end..words[at].span().start];
        matches!(between, " " | "\u{A0}" | "-" | "'" | "’")
    };
    let is_there = |first: usize, last: usize| {
        french.contains(&text.prose[words[first].span().start..words[last].span().end])
    };
    let (mut first, mut last) = (at, at);
    while first > 0 && last - first < MOST && is_next(first) && is_there(first - 1, last) {
        first -= 1;
    }
    while last + 1 < words.len() && last - first < MOST && is_next(last + 1) && is_there(first, last + 1) {
        last += 1;
    }
    let count = last - first + 1;
    // La Voix du marcheur, with two capitals.
    let most_behind =
        if words[first..=last][..2.min(count)].iter().all(|word| word.capital) { MOST } else { MOST_BEHIND };
    let is_name =
        count > 1 && (words[last].capital && count <= MOST || words[first].capital && count <= most_behind);
    // English names classes and files so: the parent SFDialogs.
    let is_small =
        |word: &Word| word.span().len() > 1 && vocabulary::meanings(word) & vocabulary::bit("fr") != 0;
    is_name
        && words[first..=last].iter().any(is_small)
        && words.iter().filter(|word| !pair.source.has(word)).nth(FEWEST - 1).is_some()
}

/// Whether a word is one of a few with a capital among them that stand in brackets as in the French: (rue de la Paix).
fn is_in_name_in_brackets(pair: &Pair<'_>, word: &Word) -> bool {
    /// Words and bytes of such a name.
    const MOST: usize = 8;
    const LONGEST: usize = 80;
    let (text, span) = (&pair.translation, word.span());
    let french: &str = &pair.source.text.prose;
    if !text.has(PLAIN_BRACKET) || pair.target.script != Script::Latin || french.len() > LONGEST_FRENCH {
        return false;
    }
    let begin = text.prose.ceil_char_boundary(span.start.saturating_sub(LONGEST));
    let end = text.prose.floor_char_boundary((span.end + LONGEST).min(text.prose.len()));
    let (before, after) = (&text.prose[begin..span.start], &text.prose[span.end..end]);
    let (Some(open), Some(close)) = (before.rfind(['(', ')']), after.find(['(', ')'])) else { return false };
    let name = &text.prose[begin + open..=span.end + close];
    name.starts_with('(')
        && name.ends_with(')')
        && name.contains(char::is_uppercase)
        && name.contains(' ')
        && !name.contains(['<', '=', ';', '"'])
        && name.split(' ').nth(MOST).is_none()
        && french.contains(name)
}

/// Whether a word is one of two or three that stand between quotation marks as the French has them: what is said of
/// words themselves (not «malgré que» but «bien que») keeps them.
fn is_in_quoted_words(pair: &Pair<'_>, word: &Word) -> bool {
    const MOST: usize = 3;
    let text = &pair.translation;
    if !text.has(BRACKET) {
        return false;
    }
    let is_quote = |c: char| "\"“”„«»「」『』‘’".contains(c);
    let (before, after) = (&text.prose[..word.span().start], &text.prose[word.span().end..]);
    let (Some(open), Some(close)) = (before.rfind(is_quote), after.find(is_quote)) else { return false };
    let quoted = text.prose[open..word.span().end + close].trim_start_matches(is_quote);
    let words = quoted.trim_matches(|c: char| c == MARK || c.is_whitespace());
    let is_short = words.split(char::is_whitespace).nth(MOST).is_none();
    let french = &pair.source.text.prose;
    is_short
        && french.match_indices(words).any(|(at, _)| {
            french[..at].trim_end_matches(|c: char| c == MARK || c.is_whitespace()).ends_with(is_quote)
        })
}

/// Whether a word is a letter of a formula that the French has, too: y = b.
fn is_in_formula(pair: &Pair<'_>, at: usize) -> bool {
    let text = &pair.translation;
    let word = &text.words[at];
    // A consonant is no word, but what an apostrophe parts from one, and where the language has it.
    let is_letter = || {
        vocabulary::meanings(word) & pair.target.vocabulary == 0
            && !text.word(word).contains(['a', 'e', 'i', 'o', 'u', 'y'])
            && !text.prose[word.span().end..].starts_with(['\'', '’'])
    };
    word.span().len() == 1 && pair.source.has(word) && (is_letter() || untranslated::is_of_formula(text, at))
}

/// The translation without what is [kept](is_kept), and without the letters of formulas.
fn said<'p>(pair: &'p Pair<'_>) -> Cow<'p, str> {
    let text = &pair.translation;
    let is_left_out = |at: &usize| is_kept(pair, *at) || is_in_formula(pair, *at);
    let mut kept = (0..text.words.len()).filter(is_left_out).peekable();
    if kept.peek().is_none() {
        return Cow::Borrowed(&text.prose);
    }
    let (mut said, mut from) = (String::with_capacity(text.prose.len()), 0);
    for span in kept.map(|at| text.words[at].span()) {
        said.push_str(&text.prose[from..span.start]);
        from = span.end;
    }
    said.push_str(&text.prose[from..]);
    Cow::Owned(said)
}

/// The words of the translation that aren't [kept](is_kept).
fn not_kept<'p>(pair: &'p Pair<'_>) -> impl Iterator<Item = &'p Word> {
    let words = pair.translation.words.iter().enumerate();
    words.filter(|(at, _)| !is_kept(pair, *at)).map(|(_, word)| word)
}

/// The symbol of a unit behind its number.
fn is_symbol(text: &Text<'_>, word: &Word) -> bool {
    let span = word.span();
    span.len() <= 3
        && is_behind_number(text, &span)
        && Lexicon::french().units().get(text.word(word)).is_some()
}

fn is_behind_number(text: &Text<'_>, word: &Span) -> bool {
    let before = text.prose[..word.start].trim_end_matches([' ', '\u{A0}', '\u{202F}']);
    before.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a word stands between quotation marks, or in brackets that the French doesn't have.
fn is_set_apart(pair: &Pair<'_>, word: &Word) -> bool {
    /// Bytes around it: more than any sentence has. The whole text for each of its words would be a square.
    const NEAR: usize = 4096;
    let text = &pair.translation;
    if !text.has(BRACKET) {
        return false;
    }
    let (prose, span) = (&text.prose, word.span());
    let begin = prose.ceil_char_boundary(span.start.saturating_sub(NEAR));
    let end = prose.floor_char_boundary(prose.len().min(span.end + NEAR));
    let (before, after) = (&prose[begin..span.start], &prose[span.end..end]);
    let is_quote = |c: char| "\"“”„«»「」『』《》‘‹›".contains(c);
    if before.contains(is_quote) && after.contains(is_quote) {
        let ahead = before.chars().filter(|c| is_quote(*c)).count();
        if ahead % 2 == 1 {
            return true;
        }
    }
    let open = |text: &str| text.matches(['(', '[']).count();
    open(before) > before.matches([')', ']']).count() && open(pair.source.text.raw) == 0
}
