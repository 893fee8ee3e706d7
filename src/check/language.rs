//! A translation in another language: pasted into the wrong catalog, or not translated.
//!
//! Scripts tell most languages apart; among those of one script, the small words do (`the`, `und`, `że`), and
//! letters that the language isn't written with (`ł` in Czech). Only where they leave it open is the text
//! judged by its groups of three letters, which is dear. A language without a list of small words is never
//! judged by words.

use std::borrow::Cow;

use super::codes::{in_words, is_sibling, name};
use super::conventions::Lexicon;
use super::letters::Letters;
use super::scan::{self, BRACKET, CONTROL, Text, Word, with_lower};
use super::script::{Script, script};
use super::{Pair, Problem, characters, untranslated, vocabulary};
use crate::diagnostic::Severity;
use crate::text::Span;
use crate::text::block::lowest;

pub(super) const RULE: &str = "language";

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let begun = problems.len();
    // Lines of the catalog that became a part of the translation are told as such, and are no text in French.
    if pair.translation.has(CONTROL)
        && untranslated::indented_comment(&pair.source.text, &pair.translation).is_some()
    {
        return;
    }
    if !by_script(pair, problems)
        && matches!(pair.target.script, Script::Latin | Script::Cyrillic | Script::Arabic)
    {
        by_words(pair, problems);
        if problems.len() > begun && is_source_foreign(pair) {
            problems.truncate(begun);
        }
    }
    // `characters` tells what such a text is.
    if problems.len() > begun && characters::is_garbled(pair) {
        problems.truncate(begun);
    }
}

/// Whether the source itself is not in French, as a licence or a poem that is quoted in its own language is: of its
/// small words, several are not French, and fewer are.
pub(super) fn is_source_foreign(pair: &Pair<'_>) -> bool {
    let french = vocabulary::bit("fr");
    let (mut ours, mut others) = (0, 0);
    vocabulary::small_words(&pair.source.text.words, |_, bits| {
        ours += usize::from(bits & french != 0);
        others += usize::from(bits != 0 && bits & french == 0);
    });
    others >= 3 && others > ours
}

fn push(pair: &Pair<'_>, severity: Severity, mut message: String, problems: &mut Vec<Problem>) {
    // The small words of French are also those of its sisters: which language this is needs no guess.
    if pair.is_in_french() {
        message = reads_as("fr");
    }
    let problem = Problem::new(RULE, severity, 0..pair.translation.raw.len(), message);
    // A whole catalog may be in another language: its findings share their advice.
    problems.push(Problem { help: pair.target.in_its_language.clone(), ..problem });
}

const READS_AS: &str = "the text reads as another language";

/// The message that names the language of this code.
fn reads_as(language: &str) -> String {
    [READS_AS, " (", in_words(language), ")"].concat()
}

/// Whether a finding is that the text is French.
pub(super) fn tells_of_french(problem: &Problem) -> bool {
    problem.rule == RULE && problem.message == reads_as("fr")
}

#[derive(Default)]
struct Scripts {
    all: usize,
    own: usize,
    kana: usize,
    han: usize,
}

fn letters<'w>(text: &Text<'_>, words: impl Iterator<Item = &'w Word>, own: Script) -> Scripts {
    let mut letters = Scripts::default();
    for word in words {
        let written = text.word(word);
        if word.ascii {
            letters.all += written.len();
            letters.own += if own == Script::Latin { written.len() } else { 0 };
            continue;
        }
        for c in written.chars() {
            let here = script(c);
            if here == Script::Common {
                continue;
            }
            letters.all += 1;
            letters.kana += usize::from(here == Script::Kana);
            letters.han += usize::from(here == Script::Han);
            letters.own += usize::from(here == own || own == Script::Hangul && here == Script::Han);
        }
    }
    letters
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
            let kin =
                || pair.target.code.zip(other.target.code).is_none_or(|(a, b)| a == b || is_sibling(a, b));
            if other.translation.raw != text.raw || own == 0 || theirs == 0 || kin() {
                return false;
            }
            let small = (0..text.words.len()).filter(|at| !text.words[*at].capital);
            let bits: Vec<u64> = small.map(|at| telling(pair, at, own)).collect();
            let only = |has: u64, not: u64| bits.iter().any(|bits| bits & has != 0 && bits & not == 0);
            let is_strange = |pair: &Pair<'_>| pair.target.letters.strange(&text.prose).next().is_some();
            // Which of the two texts is the pasted one is told by letters first.
            match (is_strange(pair), is_strange(other)) {
                (true, false) => !only(own, theirs),
                (false, true) => false,
                (true, true) | (false, false) => only(theirs, own) && !only(own, theirs),
            }
        };
        if let Some(other) = pairs.iter().find(is_theirs) {
            let message = format!("the text is word for word that of `{}`", other.target.tag);
            push(pair, Severity::Warning, message, &mut found[at]);
        }
    }
}

/// Told by its script; true if that settles the matter.
fn by_script(pair: &Pair<'_>, problems: &mut Vec<Problem>) -> bool {
    let own = pair.target.script;
    if own == Script::Other || own == Script::Common {
        return true;
    }
    let text = &pair.translation;
    if own == Script::Latin && text.words.iter().all(|word| word.script == Script::Latin) {
        return false;
    }
    let mut found = letters(text, text.words.iter(), own);
    // A name or two in another script is no other language: it takes a short sentence to be sure.
    let is_small = |word: &&Word| !word.capital && word.script != own;
    let mut small = text.words.iter().filter(is_small).count();
    if found.own * 4 < found.all {
        let said: Vec<&Word> = not_kept(pair).collect();
        found = letters(text, said.iter().copied(), own);
        small = said.into_iter().filter(is_small).count();
    }
    // Of the signs of Chinese and Japanese, four are a phrase; French that has some quotes them.
    if found.all >= 4
        && found.all == found.han + found.kana
        && !own.is_unspaced()
        && own != Script::Hangul
        && pair.source.text.words.iter().all(|word| !word.script.is_unspaced())
    {
        not_in_letters(pair, own, Severity::Error, problems);
        return true;
    }
    // A sign of Chinese or Japanese says as much as two or three letters.
    let size = found.all + found.kana + found.han;
    if size < 8 || (size < 12 && (found.own > 0 || found.kana + found.han > 0 || small < 2)) {
        return true;
    }
    let own_letters = match own {
        Script::Kana => found.kana + found.han,
        _ => found.own,
    };
    // The words of Japanese begin with the same signs as those of Chinese.
    if own == Script::Han && found.kana * 5 > found.han && found.kana >= 4 {
        push(pair, Severity::Error, "the text has kana: it is Japanese, not Chinese".to_owned(), problems);
        return true;
    }
    if own_letters * 4 < found.all {
        // Lists of names in their own script stand among a few words of this one.
        let is_own = |word: &Word| word.script == own || own == Script::Kana && word.script == Script::Han;
        let words = text.words.iter().filter(|word| !is_own(word) && !word.capital);
        let other: usize = words.map(|word| text.word(word).chars().count()).sum();
        if own_letters >= 3 && other <= own_letters && own != Script::Latin {
            return true;
        }
        let foreign = found.all - own_letters;
        // A name is written onto the signs that follow it.
        let unspaced = if own.is_unspaced() { 0 } else { found.kana + found.han };
        // A name has no small words but those that any language knows it by.
        let is_phrase = || {
            text.words.len() >= 4
                && own_letters == 0
                && text.words.iter().any(|word| {
                    !word.capital
                        && word.span().len() > 1
                        && vocabulary::meanings(word) != 0
                        && !pair.source.has(word)
                })
        };
        if small >= 2 || is_phrase() || foreign > 40 || own == Script::Latin || unspaced > 8 {
            // Beside words of its own, those of another may be terms that stayed.
            let is_sure = own_letters < 2 || foreign > 40;
            not_in_letters(pair, own, if is_sure { Severity::Error } else { Severity::Warning }, problems);
            return true;
        }
    }
    if own == Script::Kana && found.kana == 0 && is_chinese(text.raw, found.han) {
        push(pair, Severity::Error, "the text has no kana: it is Chinese, not Japanese".to_owned(), problems);
        return true;
    }
    if own != Script::Latin && foreign_run(pair, problems) {
        return true;
    }
    if own == Script::Latin && is_among_latin_names(pair, &found, small) {
        not_in_letters(pair, own, Severity::Error, problems);
        return true;
    }
    false
}

/// Some words of English in a text of other letters, which the French doesn't have: whether there are any.
fn foreign_run(pair: &Pair<'_>, problems: &mut Vec<Problem>) -> bool {
    const FEWEST: usize = 3;
    let text = &pair.translation;
    let english = vocabulary::bit("en");
    let is_small = |word: &Word| word.script == Script::Latin && !word.capital;
    let words = &text.words;
    let mut at = 0;
    while at < words.len() {
        let begin = at;
        while at < words.len()
            && is_small(&words[at])
            && (at == begin || text.prose[words[at - 1].span().end..words[at].span().start] == *" ")
        {
            at += 1;
        }
        let run = &words[begin..at];
        let is_new = |word: &&Word| !pair.source.has(word);
        // One small word shows that these are no names of code.
        if run.len() >= FEWEST
            && run.iter().filter(is_new).count() >= FEWEST
            && run.iter().any(|word| vocabulary::meanings(word) & english != 0)
            && !run.iter().any(|word| is_set_apart(pair, word))
        {
            let span = run[0].span().start..run[run.len() - 1].span().end;
            let message = format!("“{}” is in another language", &text.raw[span.clone()]);
            let problem = Problem::warning(RULE, span, message);
            problems.push(Problem { help: pair.target.in_its_language.clone(), ..problem });
            return true;
        }
        at = at.max(begin + 1);
    }
    false
}

/// Whether a text for readers of a Latin alphabet is written in another one, but for names and terms that stayed.
fn is_among_latin_names(pair: &Pair<'_>, found: &Scripts, small: usize) -> bool {
    let text = &pair.translation;
    let signs = found.kana + found.han;
    let of_source = |unspaced: bool| {
        let mut words = pair.source.text.words.iter();
        words.all(|word| word.script == Script::Latin || word.script.is_unspaced() != unspaced)
    };
    // Their words are long ones, that a term of Latin letters may begin.
    if signs > 12 {
        return signs * 3 > found.own * 2 && of_source(true);
    }
    let own = text.words.iter().filter(|word| !word.capital && word.script == Script::Latin).count();
    small >= 3 && small >= own * 2 && of_source(false)
}

fn not_in_letters(pair: &Pair<'_>, own: Script, severity: Severity, problems: &mut Vec<Problem>) {
    push(pair, severity, format!("the text is not written in {} letters", own.name()), problems);
}

/// Whether a word stands in the French too, and is a name (also one of code: `did-finish-load`, 'renderer') or the
/// symbol of a unit (25 kg) rather than a word that nobody translated.
fn is_kept(pair: &Pair<'_>, at: usize) -> bool {
    let text = &pair.translation;
    let word = &text.words[at];
    let is_name = || text.word(word).contains(char::is_uppercase);
    let is_joined = || text.is_joined_to_last(at) || text.is_joined_to_last(at + 1);
    let is_quoted = || {
        let (before, after) = (&text.prose[..word.span().start], &text.prose[word.span().end..]);
        before.ends_with(['\'', '"', '‘', '“']) && after.starts_with(['\'', '"', '’', '”'])
    };
    (is_name() || is_joined() || is_quoted() || is_symbol(text, word)) && pair.source.has(word)
}

/// The translation without what is [kept](is_kept).
fn said<'p>(pair: &'p Pair<'_>) -> Cow<'p, str> {
    let text = &pair.translation;
    let mut kept = (0..text.words.len()).filter(|at| is_kept(pair, *at)).peekable();
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

/// Signs that Japanese doesn't write.
const CHINESE: &str = "這这們们你您她它嗎吗裡很還还讓让个为从说请呢吧啦";
/// Signs of Chinese that say what kana say in Japanese, where they stand in compounds.
const ALSO_CHINESE: &str = "的是了在有不和也就都會與及並到把被從於以可需將對中上個為沒";

/// Signs of Chinese that Japanese writes in another form, of books in the first line, of the mainland in the second.
const NOT_JAPANESE: &str = "來對當從將經點歲據稱壓變關發區觀黨權實聲處廣總兩轉戰圖團專歐廠說傳體價數檢\
    这们时间问关动东车长门书语读议认报场务业产华电选决设计记论试词话该误请调质费资输达运进远连错闭闻题页项须";

/// Whether a text without kana is Chinese rather than a Japanese heading or list of dates.
fn is_chinese(text: &str, han: usize) -> bool {
    let count = |signs: &str| text.chars().filter(|c| signs.contains(*c)).count();
    let likely = || count(ALSO_CHINESE);
    let is_sentence = || text.trim_end().ends_with(['。', '？', '！', '」']);
    // The name of an old school or paper may keep two of them.
    han >= 6
        && (count(CHINESE) > 0
            || count(NOT_JAPANESE) >= if is_sentence() { 2 } else { 4 }
            || is_sentence() && (likely() >= 2 || han >= 12 && likely() > 0)
            || han >= 16 && likely() >= 2)
}

/// Small words of a text, by language.
struct Counts {
    /// Words that the target's language has.
    own: u32,
    /// Words that another language has and the target's has not, by language.
    others: [u32; 64],
    /// The most of these.
    most: u32,
    /// Words without a capital.
    small: u32,
    /// Of these, those with a letter that the target's language isn't written with.
    strange: u32,
    /// Up to three of these letters.
    letters: [Option<char>; 3],
}

fn count(pair: &Pair<'_>) -> Counts {
    let (text, target) = (&pair.translation, pair.target);
    let own = target.vocabulary;
    let mut counts = Counts { own: 0, others: [0; 64], most: 0, small: 0, strange: 0, letters: [None; 3] };
    // The first word has a capital because it is the first.
    if let Some(first) = text.words.first().filter(|word| word.capital)
        && with_lower(text.word(first), vocabulary::meaning) & own != 0
    {
        counts.own += 1;
    }
    counts.small = text.words.iter().filter(|word| !word.capital).count() as u32;
    // Letters stand in words.
    let mut strange = target.letters.strange(&text.prose).peekable();
    let mut words = text.words.iter();
    while let Some((at, letter)) = strange.next() {
        let Some(word) = words.find(|word| at < word.span().end) else { break };
        // One for each word.
        while strange.next_if(|(at, _)| *at < word.span().end).is_some() {}
        if word.capital {
            continue;
        }
        counts.strange += 1;
        if !counts.letters.contains(&Some(letter))
            && let Some(place) = counts.letters.iter_mut().find(|place| place.is_none())
        {
            *place = Some(letter);
        }
    }
    // The languages that have all small words of the target's here, and those that have small words inside names.
    let (mut also, mut named, mut in_names) = (u64::MAX, 0, [0; 64]);
    vocabulary::small_words(&text.words, |at, mut bits| {
        if bits & own != 0 {
            counts.own += 1;
            also &= bits;
            return;
        }
        if bits == 0 {
            return;
        }
        if says_nothing(pair, at) {
            if is_in_name(text, at) && !is_kept(pair, at) && !is_name_of_french(pair, at) {
                named |= bits;
                while bits != 0 {
                    in_names[lowest(&mut bits)] += 1;
                }
            }
            return;
        }
        while bits != 0 {
            let count = &mut counts.others[lowest(&mut bits)];
            *count += 1;
            counts.most = counts.most.max(*count);
        }
    });
    // No word is the target's alone: so these are no names, but the nouns of German.
    let mut bits = named & also;
    while bits != 0 {
        let at = lowest(&mut bits);
        counts.others[at] += in_names[at];
        counts.most = counts.most.max(counts.others[at]);
    }
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
fn telling(pair: &Pair<'_>, at: usize, own: u64) -> u64 {
    let bits = vocabulary::meanings(&pair.translation.words[at]);
    if bits != 0 && bits & own == 0 && says_nothing(pair, at) { 0 } else { bits }
}

fn says_nothing(pair: &Pair<'_>, at: usize) -> bool {
    let text = &pair.translation;
    let word = &text.words[at];
    is_abbreviation(text, word)
        || is_unit(text, word)
        || is_joined(text, word)
        || is_in_name(text, at)
        || is_kept(pair, at)
}

/// The message that lists the letters of small words that the language isn't written with.
fn strange(counts: &Counts) -> String {
    const OPENING: &str = "the text has letters that this language doesn't use: ";
    let mut message = String::with_capacity(OPENING.len() + 3 * "“ł”, ".len());
    message.push_str(OPENING);
    for (at, letter) in counts.letters.into_iter().flatten().enumerate() {
        message.push_str(if at == 0 { "“" } else { ", “" });
        message.push(letter);
        message.push('”');
    }
    message
}

fn is_abbreviation(text: &Text<'_>, word: &Word) -> bool {
    let (length, after) = (word.span().len(), &text.prose[word.span().end..]);
    // A stop that ends no sentence: 45 tis. €.
    let goes_on = |after: &str| after.trim_start().starts_with(|c: char| !c.is_uppercase());
    length == 1 && after.starts_with(['.', '\'', '’', ','])
        || length <= 4 && after.strip_prefix('.').is_some_and(goes_on)
}

/// The symbol of a unit behind its number.
fn is_symbol(text: &Text<'_>, word: &Word) -> bool {
    let span = word.span();
    span.len() <= 3
        && is_behind_number(text, &span)
        && Lexicon::french().units().get(text.word(word)).is_some()
}

/// A symbol behind a number or a stroke: 15 s, km/h.
fn is_unit(text: &Text<'_>, word: &Word) -> bool {
    let span = word.span();
    let before = &text.prose[..span.start];
    let is_symbol = span.len() == 1 || span.len() <= 3 && text.prose[span.end..].starts_with('/');
    span.len() <= 3 && before.ends_with('/') || is_symbol && is_behind_number(text, &span)
}

fn is_behind_number(text: &Text<'_>, word: &Span) -> bool {
    let before = text.prose[..word.start].trim_end_matches([' ', '\u{A0}', '\u{202F}']);
    before.ends_with(|c: char| c.is_ascii_digit())
}

/// The second part of a compound, a pronoun on its verb (`fechá-lo`), an ending in brackets (`o(s)`).
fn is_joined(text: &Text<'_>, word: &Word) -> bool {
    let before = &text.prose[..word.span().start];
    before.ends_with(['-', '\u{2011}'])
        || before.ends_with(|c: char| c.is_ascii_digit())
        || before.strip_suffix('(').is_some_and(|before| before.ends_with(char::is_alphanumeric))
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
        word.capital && (pair.source.has(word) || pair.source.has_hash(lower_hash(&pair.translation, word)))
    };
    let is_joined = |word: &&Word| word.capital || vocabulary::meanings(word) != 0;
    let before = words[..at].iter().rev().take_while(is_joined).take(MOST_OF_NAME);
    let after = words[at + 1..].iter().take_while(is_joined).take(MOST_OF_NAME);
    before.chain(after).any(|word| in_french(&word))
}

/// Words of a name on each side of one of them.
const MOST_OF_NAME: usize = 8;

/// Told by its small words, and by its letters where those leave it open.
fn by_words(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (text, own) = (&pair.translation, pair.target.vocabulary);
    if own == 0 || text.words.len() < 3 {
        return;
    }
    let counts = count(pair);
    let small = counts.small;
    // A word or two are borrowed; where they outweigh the small words, or are many, they are the language.
    let is_sure = counts.strange >= 3 && (counts.own * 2 <= counts.strange || counts.strange * 4 >= small);
    if is_sure || counts.strange == 2 && (small <= 6 || counts.own == 0 && counts.most == 0) {
        let severity = if is_sure { Severity::Error } else { Severity::Warning };
        push(pair, severity, strange(&counts), problems);
        return;
    }
    let most = counts.most;
    // Most good texts end here.
    if (counts.own >= 1 && most == 0 && counts.strange == 0 && small <= 8)
        || (counts.own >= 2 && (most < 2 || counts.own > most * 4))
    {
        return;
    }
    // Four small words of one other language, and hardly one of this: sure without a look at the letters.
    if most >= 4 && counts.own * 4 <= most {
        let at = counts.others.iter().position(|count| *count == most).unwrap_or(0);
        let name = vocabulary::language(at);
        push(pair, Severity::Error, reads_as(name), problems);
        return;
    }
    // Not one small word of this language, and a letter that it doesn't use: no more is to be learnt.
    if counts.own == 0 && counts.strange > 0 && small >= 5 && most <= 1 {
        push(pair, Severity::Warning, strange(&counts), problems);
        return;
    }
    if by_letters(pair, &counts, problems) {
        return;
    }
    let begun = problems.len();
    outweighs(pair, &counts, problems);
    // In a short sentence, two words of a neighbour are the language, if no small word says whose.
    if problems.len() == begun && counts.strange == 2 && small <= 8 {
        push(pair, Severity::Warning, strange(&counts), problems);
    }
}

/// Told by groups of three letters, where the small words don't contradict; true if so.
fn by_letters(pair: &Pair<'_>, counts: &Counts, problems: &mut Vec<Problem>) -> bool {
    let (text, own, most) = (&pair.translation, pair.target.vocabulary, counts.most);
    let Some(code) = pair.target.code else {
        if most >= 3 && most > counts.own * 2 / 3 + 1 {
            push(pair, Severity::Error, "the text reads as another language".to_owned(), problems);
            return true;
        }
        return false;
    };
    let small = not_kept(pair).filter(|word| !word.capital).count();
    if small < 2 {
        return false;
    }
    let Some(info) = whatlang::detect(&said(pair)) else { return false };
    let found = info.lang();
    if found.code() == code || is_sibling(code, found.code()) {
        return false;
    }
    let theirs = name(found.code()).map_or(0, vocabulary::bit);
    let only = |has: u64, not: u64| {
        let words = (0..text.words.len()).filter(|at| !text.words[*at].capital);
        words.map(|at| telling(pair, at, own)).filter(|bits| bits & has != 0 && bits & not == 0).count()
            as u32
    };
    let (ours, others) = (only(own, theirs), only(theirs, own) + counts.strange);
    let sure = info.confidence();
    // Kindred languages of one alphabet share most groups of letters (результат импорта): two words prove nothing.
    let is_enough = pair.target.script == Script::Latin || small >= 4;
    let wrong = if theirs == 0 {
        sure >= 0.9 && counts.own == 0
    } else {
        (sure >= 0.3 && others >= ours && others + 1 > ours) && (others > 0 || sure >= 0.8 && is_enough)
            || (sure >= 0.1 && others >= ours + 2)
    };
    if !wrong {
        return false;
    }
    // What is written with letters of its own only reads as English by chance.
    if others == 0 && ours == 0 && theirs != 0 && has_letters_but(pair, found.code()) {
        return false;
    }
    let message = name(found.code()).map_or_else(|| format!("{READS_AS} ({})", found.eng_name()), reads_as);
    if others >= 3 && others > ours * 2 && sure >= 0.3 {
        push(pair, Severity::Error, message, problems);
    } else {
        push(pair, Severity::Warning, message, problems);
    }
    true
}

/// Whether a small word has a letter that the language of this code isn't written with.
fn has_letters_but(pair: &Pair<'_>, code: &str) -> bool {
    let Some(language) = name(code) else { return false };
    let theirs = Letters::new(language, pair.target.script);
    let text = &pair.translation;
    let mut small = text.words.iter().filter(|word| !word.capital && !word.ascii);
    small.any(|word| theirs.first_strange(text.word(word)).is_some())
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
    let likeliest = counts.others.iter().enumerate().filter(|(_, count)| **count == most);
    for (at, _) in likeliest {
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
                with_lower(text.word(of_word), vocabulary::meaning)
            }
            (true, _) => continue,
        };
        let is_of_it = bits >> at & 1 == 1;
        ours += u32::from(bits & own != 0 && !is_of_it);
        if bits & own == 0 && is_of_it && of_word.span().len() > 1 && !is_set_apart(pair, of_word) {
            all += 1;
            let hash = lower_hash(text, of_word);
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
fn is_all_capitals(word: &str) -> bool {
    !word.contains(char::is_lowercase)
}

/// The word, whatever its capital.
fn lower_hash(text: &Text<'_>, word: &Word) -> u32 {
    if word.capital { with_lower(text.word(word), |lower| scan::hash(lower.as_bytes())) } else { word.hash }
}

/// Whether a word stands between quotation marks, or in brackets that the French doesn't have.
fn is_set_apart(pair: &Pair<'_>, word: &Word) -> bool {
    let text = &pair.translation;
    if !text.has(BRACKET) {
        return false;
    }
    let (before, after) = (&text.prose[..word.span().start], &text.prose[word.span().end..]);
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

/// A heading in another language's way, capitals on all but the small words, which are all that language's.
fn heading(pair: &Pair<'_>, counts: &Counts, problems: &mut Vec<Problem>) {
    let (text, own) = (&pair.translation, pair.target.vocabulary);
    if counts.own > 0 || counts.small < 2 || text.words.len() < 5 || text.has(BRACKET) {
        return;
    }
    let small = || text.words.iter().filter(|word| !word.capital);
    let common = small().fold(u64::MAX, |common, word| common & vocabulary::meanings(word) & !own);
    let mut hashes = small().map(|word| word.hash);
    let first = hashes.next();
    let is_in_french = || small().any(|word| pair.source.has(word));
    if common == 0 || hashes.all(|hash| Some(hash) == first) || is_in_french() {
        return;
    }
    let name = vocabulary::language(common.trailing_zeros() as usize);
    push(pair, Severity::Warning, reads_as(name), problems);
}
