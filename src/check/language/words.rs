//! What a text is told by that has the small words and the letters of another language of the same script.

use super::counts::{Counts, Letters, count, strange_words};
use super::groups::{by_groups, by_groups_alone, has_letters_beside, severity_by_small_words};
use super::neighbour;
use super::telling::{is_abbreviation, is_all_capitals, telling};
use super::{is_set_apart, push};
use crate::check::reads_as::reads_as;
use crate::check::scan::{BRACKET, MARKS};
use crate::check::script::Script;
use crate::check::{Pair, Problem, vocabulary};
use crate::diagnostic::Severity;

/// Told by marks that hardly any other language has: Spanish opens what it asks and exclaims.
pub(super) fn by_marks(pair: &Pair<'_>, problems: &mut Vec<Problem>) -> bool {
    let text = &pair.translation;
    if !text.has(BRACKET) || !text.has(MARKS) {
        return false;
    }
    let opens = |text: &str| {
        // The first byte of both is that of many signs.
        let mut places = memchr::memchr_iter(0xC2, text.as_bytes());
        places.any(|at| text[at..].starts_with(['¿', '¡']) && text[at + 2..].starts_with(char::is_alphabetic))
    };
    let has_them = || {
        matches!(
            pair.target.language.as_str(),
            "es" | "gl" | "ca" | "ast" | "an" | "eu" | "fil" | "tl" | "ext"
        )
    };
    // A title between marks keeps them.
    let is_quoted = || {
        text.words.first().is_none_or(|word| is_set_apart(pair, word))
            || text.prose.contains(['*', '"', '«', '“', '„'])
    };
    let is_spanish = opens(&text.prose) && !has_them() && !opens(&pair.source.text.prose) && !is_quoted();
    if is_spanish {
        push(pair, Severity::Warning, reads_as("es"), problems);
    }
    is_spanish
}

/// The message that lists the letters of small words that the language isn't written with.
fn strange(letters: &Letters) -> String {
    const OPENING: &str = "the text has letters that this language doesn't use: ";
    let mut message = String::with_capacity(OPENING.len() + 3 * "“ł”, ".len());
    message.push_str(OPENING);
    for (at, letter) in letters.iter().flatten().enumerate() {
        message.push_str(if at == 0 { "“" } else { ", “" });
        message.push(*letter);
        message.push('”');
    }
    message
}

/// Words with strange letters that are not borrowed: a word or two may be.
const SURE: u32 = 3;

/// Told by its small words, and by its letters where those leave it open.
pub(super) fn by_words(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    if pair.translation.words.len() < 3 {
        return;
    }
    let small = pair.translation.words.iter().filter(|word| !word.capital).count() as u32;
    let (words, letters) = strange_words(pair);
    // Where so many words have such letters, the small ones need not be asked.
    if pair.target.vocabulary > 0 && words >= SURE && words * 4 >= small {
        push(pair, Severity::Error, strange(&letters), problems);
        return;
    }
    let counts = count(pair, small, (words, letters));
    let begun = problems.len();
    // What small words a language has is not known of all; its letters tell of the others, too.
    if pair.target.vocabulary > 0 {
        by_counts(pair, &counts, problems);
    } else if counts.strange >= SURE && counts.strange * 3 >= counts.small {
        push(pair, Severity::Warning, strange(&counts.letters), problems);
    }
    // Most good texts have more small words of their own, and none that only another language has.
    let may_be_other = counts.most > 0
        || counts.own <= 2
        || counts.own * 3 <= counts.small
        || counts.strange > 0
        || counts.is_begun_otherwise;
    if problems.len() == begun
        && may_be_other
        && let Some(language) = neighbour::by_words(pair)
    {
        push(pair, Severity::Warning, reads_as(language), problems);
    }
    if problems.len() == begun && counts.strange >= 1 && neighbour::has_foreign_letters(pair, counts.small) {
        push(pair, Severity::Warning, strange(&counts.letters), problems);
    }
}

fn by_counts(pair: &Pair<'_>, counts: &Counts, problems: &mut Vec<Problem>) {
    let small = counts.small;
    // Where there are more, and they outweigh the small words, they are the language.
    let is_sure = counts.strange >= SURE && counts.own * 2 <= counts.strange;
    if is_sure || counts.strange == 2 && (small <= 6 || counts.own == 0 && counts.most == 0) {
        let severity = if is_sure { Severity::Error } else { Severity::Warning };
        push(pair, severity, strange(&counts.letters), problems);
        return;
    }
    let most = counts.most;
    // Most good texts end here.
    if (counts.own >= 1 && most == 0 && counts.strange == 0 && small <= 8)
        || (counts.own >= 2 && (most < 2 || counts.own > most * 4))
    {
        // A long text in another language has some word that only others have.
        if counts.also != 0 && (counts.own <= 3 || most > 0 || counts.strange > 0) {
            by_groups_alone(pair, counts, problems);
        }
        return;
    }
    // Four small words of one other language, and hardly one of this: sure without a look at the letters.
    if most >= 4 && counts.own * 4 <= most {
        if let Some(at) = counts.likeliest().next() {
            push(pair, severity_by_small_words(pair, at), reads_as(vocabulary::language(at)), problems);
        }
        return;
    }
    // Not one small word of this language, and a letter that it doesn't use: no more is to be learnt.
    if counts.own == 0 && counts.strange > 0 && small >= 5 && most <= 1 {
        push(pair, Severity::Warning, strange(&counts.letters), problems);
        return;
    }
    if by_groups(pair, counts, problems) {
        return;
    }
    let begun = problems.len();
    outweighs(pair, counts, problems);
    // In a short sentence, two words of a neighbour are the language, if no small word says whose.
    // A Cyrillic alphabet has all letters of its borrowed words: one strange letter is enough.
    let is_cyrillic = pair.target.script == Script::Cyrillic;
    if problems.len() == begun
        && (counts.strange == 2 && small <= 8 || is_cyrillic && counts.strange > 0 && small <= 12)
    {
        push(pair, Severity::Warning, strange(&counts.letters), problems);
    }
}

/// Told by the small words alone, where another language has several that this one lacks, and this one has
/// next to none that the other lacks (Portuguese among Spanish texts). Words of a letter (units,
/// labels) don't count, nor what stands between marks: titles may well be foreign.
fn outweighs(pair: &Pair<'_>, counts: &Counts, problems: &mut Vec<Problem>) {
    let most = counts.most;
    if most + counts.strange < 2 {
        heading(pair, counts, problems);
        return;
    }
    // Kindred languages may have as many.
    for at in counts.likeliest() {
        let name = vocabulary::language(at);
        if has_letters_beside(pair, name) {
            continue;
        }
        if let Some(severity) = is_outweighed(pair, counts, at) {
            push(pair, severity, reads_as(name), problems);
            return;
        }
    }
    heading(pair, counts, problems);
}

/// Whether the small words of the language with the bit `at` outweigh those of the target's, and how surely.
fn is_outweighed(pair: &Pair<'_>, counts: &Counts, at: usize) -> Option<Severity> {
    let (text, own) = (&pair.translation, pair.target.vocabulary);
    let (mut ours, mut all, mut small, mut theirs) = (0, 0, 0, Vec::new());
    for (word, of_word) in text.words.iter().enumerate() {
        let bits = match (of_word.capital, word) {
            (false, _) => telling(pair, word, own),
            (true, 0) if !is_all_capitals(text.word(of_word)) => {
                vocabulary::meanings_in_lower_case(text, of_word)
            }
            (true, _) => continue,
        };
        let is_of_it = bits >> at & 1 == 1;
        ours += u32::from(bits & own != 0 && !is_of_it);
        if bits & own == 0 && is_of_it && of_word.span().len() > 1 && !is_set_apart(pair, of_word) {
            all += 1;
            let hash = text.lower_hash(of_word);
            if !theirs.contains(&hash) {
                theirs.push(hash);
                // The first word may be a name: it only adds to others.
                small += u32::from(!of_word.capital);
            }
        }
    }
    let theirs = theirs.len() as u32;
    let is_many = theirs >= 3 && ours * 3 <= theirs && all * 4 >= counts.small;
    let is_short = small >= 1
        && small + counts.strange >= 2
        && ours == 0
        // A long text without one small word that is the target's alone says much by that.
        && (theirs + counts.strange) * (if counts.small >= 8 { 6 } else { 3 }) >= counts.small;
    (is_many || is_short && pair.target.script != Script::Arabic).then_some(if theirs >= 4 && ours == 0 {
        Severity::Error
    } else {
        Severity::Warning
    })
}

/// A heading in another language's way, capitals on all but the small words, which are all that language's.
fn heading(pair: &Pair<'_>, counts: &Counts, problems: &mut Vec<Problem>) {
    let (text, own) = (&pair.translation, pair.target.vocabulary);
    let has_marks =
        || text.has(BRACKET) && text.prose.contains(|c: char| "()[]\"“”„«»‘「」『』《》‹›".contains(c));
    if counts.own > 0 || counts.small < 2 || text.words.len() < 5 || has_marks() {
        return;
    }
    let small = || text.words.iter().filter(|word| !word.capital && !is_abbreviation(text, word));
    let common = small().fold(u64::MAX, |common, word| common & vocabulary::meanings(word) & !own);
    let mut hashes = small().map(|word| word.hash);
    let first = hashes.next();
    let is_in_french = || small().any(|word| pair.source.has(word));
    if common == 0 || hashes.all(|hash| Some(hash) == first) || is_in_french() {
        return;
    }
    let is_english = common & vocabulary::bit("en") != 0;
    let name = if is_english { "en" } else { vocabulary::language(common.trailing_zeros() as usize) };
    push(pair, Severity::Warning, reads_as(name), problems);
}
