//! What a text is told by that has the small words and the letters of another language of the same script.

use std::sync::OnceLock;

use super::groups::{by_groups, by_groups_alone};
use super::neighbour;
use super::{is_behind_number, is_in_formula, is_kept, is_set_apart, push};
use crate::check::codes::recognised_languages;
use crate::check::letters::cyrillic_without;
use crate::check::reads_as::reads_as;
use crate::check::scan::{BRACKET, MARKS, Text, Word, with_lower};
use crate::check::script::Script;
use crate::check::{Pair, Problem, vocabulary};
use crate::diagnostic::Severity;
use crate::text::block::lowest;

/// Small words of a text, by language.
pub(super) struct Counts {
    /// Words that the target's language has.
    pub(super) own: u32,
    /// The other languages that have all of these words, as far as texts in them are recognised: the text may be of them.
    pub(super) also: u64,
    /// Words that another language has and the target's has not, by language.
    others: [u32; 64],
    /// The most of these.
    pub(super) most: u32,
    /// Words without a capital.
    small: u32,
    /// Of these, those with a letter that the target's language isn't written with.
    pub(super) strange: u32,
    letters: Letters,
    /// Whether the first word, with a capital, is a small word of another language.
    is_begun_otherwise: bool,
}

/// Up to three letters that a language isn't written with.
type Letters = [Option<char>; 3];

impl Counts {
    /// Adds a word of these other languages.
    fn add(&mut self, mut languages: u64) {
        while languages != 0 {
            let count = &mut self.others[lowest(&mut languages)];
            *count += 1;
            self.most = self.most.max(*count);
        }
    }

    /// The languages that have the most, English first: it is what mostly stands where nobody translated.
    fn likeliest(&self) -> impl Iterator<Item = usize> {
        let english = vocabulary::bit("en").trailing_zeros() as usize;
        let others = (0..self.others.len()).filter(move |at| *at != english);
        std::iter::once(english).chain(others).filter(|at| self.others.get(*at) == Some(&self.most))
    }

    /// Takes these languages away.
    fn take_away(&mut self, mut languages: u64) {
        while languages != 0 {
            self.others[lowest(&mut languages)] = 0;
        }
        self.most = self.others.iter().copied().max().unwrap_or(0);
    }
}

/// The languages whose texts are recognised by groups of letters.
fn recognised() -> u64 {
    static RECOGNISED: OnceLock<u64> = OnceLock::new();
    *RECOGNISED
        .get_or_init(|| recognised_languages().fold(0, |all, language| all | vocabulary::bit(language)))
}

/// The other languages of Cyrillic letters that a text can't be in, as it has letters that they lack.
fn impossible(pair: &Pair<'_>) -> u64 {
    let text = &pair.translation;
    // The letters of a name say as much as those of a word: none has this in Russian.
    let words = text.words.iter().filter(|word| !word.ascii).map(|word| text.word(word));
    cyrillic_without(words).fold(0, |all, language| all | vocabulary::bit(language)) & !pair.target.vocabulary
}

/// How many words without a capital have a letter that the language isn't written with, and such letters.
fn strange_words(pair: &Pair<'_>) -> (u32, Letters) {
    let text = &pair.translation;
    let (mut strange, mut letters) = (0, Letters::default());
    pair.target.letters.strange_words(&text.prose, &text.words, |word, letter| {
        if word.capital {
            return;
        }
        strange += 1;
        if !letters.contains(&Some(letter))
            && let Some(place) = letters.iter_mut().find(|place| place.is_none())
        {
            *place = Some(letter);
        }
    });
    (strange, letters)
}

fn count(pair: &Pair<'_>, small: u32, (strange, letters): (u32, Letters)) -> Counts {
    let (text, target) = (&pair.translation, pair.target);
    let own = target.vocabulary;
    let mut counts = Counts {
        own: 0,
        also: u64::MAX,
        others: [0; 64],
        most: 0,
        small,
        strange,
        letters,
        is_begun_otherwise: false,
    };
    // The first word has a capital because it is the first.
    if let Some(first) = text.words.first().filter(|word| word.capital) {
        let bits = vocabulary::meanings_in_lower_case(text, first);
        if bits & own != 0 {
            counts.own += 1;
            counts.also &= bits;
        }
        counts.is_begun_otherwise = bits != 0 && bits & own == 0;
    }
    // The languages that have small words inside names.
    let mut in_names = Vec::new();
    vocabulary::small_words(&text.words, |at, bits| {
        if bits & own != 0 {
            counts.own += 1;
            counts.also &= bits;
            return;
        }
        if bits == 0 {
            return;
        }
        if says_nothing(pair, at) {
            if is_in_name(text, at) && !is_kept(pair, at) && !is_name_of_french(pair, at) {
                in_names.push(bits);
            }
            return;
        }
        // An address in French is in no other language.
        counts.add(if is_copied(pair, at) { bits & vocabulary::bit("fr") } else { bits });
    });
    if pair.target.script == Script::Cyrillic && counts.strange == 0 && counts.most > 0 {
        counts.take_away(impossible(pair));
    }
    // No word is the target's alone: so these are no names, but the nouns of German.
    for bits in in_names {
        counts.add(bits & counts.also);
    }
    counts.also &= recognised() & !own;
    // The first word may be a name: it only adds to others, and where nothing speaks for the target's language.
    if counts.own == 0
        && counts.strange == 1
        && let Some(first) = text.words.first().filter(|word| word.capital && !word.ascii)
        && with_lower(text.word(first), |lower| target.letters.first_strange(lower)).is_some()
    {
        counts.strange += 1;
    }
    counts
}

/// The languages that have the small word at `at`. Abbreviations (p.n.e.) and small words inside names
/// (Alliance of Forces) say nothing of others.
#[inline]
pub(super) fn telling(pair: &Pair<'_>, at: usize, own: u64) -> u64 {
    let bits = vocabulary::meanings(&pair.translation.words[at]);
    if bits != 0 && bits & own == 0 && says_nothing(pair, at) { 0 } else { bits }
}

pub(super) fn says_nothing(pair: &Pair<'_>, at: usize) -> bool {
    let text = &pair.translation;
    let word = &text.words[at];
    is_abbreviation(text, word)
        || is_unit(text, word)
        || is_joined(text, word)
        || is_own_ending(pair, word)
        || is_in_name(text, at)
        || is_in_formula(pair, at)
        || is_kept(pair, at)
}

/// Whether a word stands among two others as in the French, letter for letter: an address, which is not translated. Few
/// words are asked: apart from the loop over all.
#[inline(never)]
fn is_copied(pair: &Pair<'_>, at: usize) -> bool {
    /// Bytes of a French text that is looked through for each such word.
    const MOST: usize = 4096;
    const WORDS: usize = 3;
    let (text, french) = (&pair.translation, pair.source.text.raw);
    let is_there = |words: &[Word]| {
        let span = words[0].span().start..words[WORDS - 1].span().end;
        french.contains(&text.prose[span])
    };
    let near = at.saturating_sub(WORDS - 1)..text.words.len().min(at + WORDS);
    pair.source.has(&text.words[at]) && french.len() <= MOST && text.words[near].windows(WORDS).any(is_there)
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

fn is_abbreviation(text: &Text<'_>, word: &Word) -> bool {
    let (length, after) = (word.span().len(), &text.prose[word.span().end..]);
    // A stop that ends no sentence: 45 tis. €.
    let goes_on = |after: &str| after.trim_start().starts_with(|c: char| !c.is_uppercase());
    // A word of a letter stands before another word; what else follows, follows the letter of a formula or list: (x;k).
    length == 1 && !after.is_empty() && !after.starts_with(char::is_whitespace)
        || length <= 4 && after.strip_prefix('.').is_some_and(goes_on)
}

/// A symbol behind a number or a stroke: 15 s, km/h.
fn is_unit(text: &Text<'_>, word: &Word) -> bool {
    let span = word.span();
    let before = &text.prose[..span.start];
    let is_symbol = span.len() == 1 || span.len() <= 3 && text.prose[span.end..].starts_with('/');
    span.len() <= 3 && before.ends_with('/') || is_symbol && is_behind_number(text, &span)
}

/// The second part of a compound, or the first where that is a letter or the same word again (`e-mail`, Indonesian
/// `program-program`), a pronoun on its verb (`fechá-lo`), an ending in brackets (`o(s)`), one
/// of a number.
fn is_joined(text: &Text<'_>, word: &Word) -> bool {
    const HYPHENS: [char; 2] = ['-', '\u{2011}'];
    let (before, after) = (&text.prose[..word.span().start], &text.prose[word.span().end..]);
    let goes_on = |rest: &str| match word.span().len() {
        1 => rest.starts_with(char::is_alphabetic),
        _ => rest.starts_with(text.word(word)),
    };
    before.ends_with(HYPHENS)
        || after.strip_prefix(HYPHENS).is_some_and(goes_on)
        || before.ends_with(|c: char| c.is_ascii_digit())
        // 23.45'te
        || before.strip_suffix(['\'', '’']).is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
        || before.strip_suffix('(').is_some_and(|before| before.ends_with(char::is_alphanumeric))
}

/// An ending that the language itself writes behind an apostrophe (Dutch foto's): in others, it is that of English.
fn is_own_ending(pair: &Pair<'_>, word: &Word) -> bool {
    /// Its letters.
    const MOST: usize = 2;
    let before = &pair.translation.prose[..word.span().start];
    word.span().len() <= MOST
        && matches!(pair.target.language.as_str(), "af" | "fy" | "nl")
        && before
            .strip_suffix(['\'', '’'])
            .is_some_and(|stem| stem.strip_suffix('(').unwrap_or(stem).ends_with(char::is_alphanumeric))
}

/// Up to two small words between words with capitals.
fn is_in_name(text: &Text<'_>, at: usize) -> bool {
    // Of people from the Low Countries: van den Bergh.
    let is_van = |at: Option<usize>| {
        at.and_then(|at| text.words.get(at)).is_some_and(|word| matches!(text.word(word), "van" | "von"))
    };
    if is_van(Some(at)) || is_van(at.checked_sub(1)) {
        return true;
    }
    let is_capital =
        |at: Option<usize>| at.and_then(|at| text.words.get(at)).is_some_and(|word| word.capital);
    let (before, after) = (is_capital(at.checked_sub(1)), is_capital(Some(at + 1)));
    before && (after || is_capital(Some(at + 2))) || after && is_capital(at.checked_sub(2))
}

/// Whether a name around the small word at `at` is of the French, too, as far as small words join its words. German
/// has capitals on all nouns: they are none.
fn is_name_of_french(pair: &Pair<'_>, at: usize) -> bool {
    let words = &pair.translation.words;
    let in_french = |word: &&Word| {
        word.capital && (pair.source.has(word) || pair.source.has_hash(pair.translation.lower_hash(word)))
    };
    let is_joined = |word: &&Word| word.capital || vocabulary::meanings(word) != 0;
    let before = words[..at].iter().rev().take_while(is_joined).take(MOST_OF_NAME);
    let after = words[at + 1..].iter().take_while(is_joined).take(MOST_OF_NAME);
    before.chain(after).any(|word| in_french(&word))
}

/// Words of a name on each side of one of them.
const MOST_OF_NAME: usize = 8;

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
    if problems.len() == begun
        // Most good texts have more small words of their own, and none that only another language has.
        && (counts.most > 0 || counts.own <= 2 || counts.is_begun_otherwise)
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
        let name = counts.likeliest().next().map_or("", vocabulary::language);
        push(pair, Severity::Error, reads_as(name), problems);
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
        if let Some(severity) = is_outweighed(pair, counts, at) {
            let name = vocabulary::language(at);
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

/// Whether a word has capitals throughout, as roman numerals and abbreviations do.
pub(super) fn is_all_capitals(word: &str) -> bool {
    !word.contains(char::is_lowercase)
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
