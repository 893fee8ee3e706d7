//! Words that stand twice in a row.

mod passages;

use self::passages::{clause_again, goes_on_as_it_began, line_again, stands_twice};
use super::lists::Words;
use super::scan::{self, CONTROL, Text, Word, lower};
use super::script::{Script, script};
use super::{Pair, Problem, Source, vocabulary};
use crate::text::Span;

const RULE: &str = "repeated-word";

const TWICE: &str = "the whole text stands twice";

/// Whether a finding is that the whole text stands twice.
pub(super) fn tells_of_whole(problem: &Problem) -> bool {
    problem.rule == RULE && problem.message == TWICE
}

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    if passage_again(pair, problems) {
        return;
    }
    let is_unspaced = pair.target.script.is_unspaced();
    if is_unspaced {
        chunks(pair, problems);
    }
    // Between Chinese letters, only words of an alphabet stand apart.
    if !is_unspaced || pair.translation.words.iter().any(|word| word.script == Script::Latin) {
        words_again(pair, problems);
    }
}

/// The whole text twice, a line or the clause that it begins with: whether there is one, of which the words need not be told.
fn passage_again(pair: &Pair<'_>, problems: &mut Vec<Problem>) -> bool {
    let text = &pair.translation;
    if let Some(second) = stands_twice(text.raw).filter(|_| stands_twice(pair.source.text.raw).is_none()) {
        // What the second one repeats is no slip of its own.
        let joint = text.raw[..second.start].trim_end().len();
        problems.retain(|problem| problem.span.end < joint);
        problems.push(Problem::warning(RULE, second, TWICE).help("delete the second one"));
        return true;
    }
    if text.has(CONTROL)
        && let Some(second) = line_again(text.raw)
    {
        let message = "two lines say nearly the same, as where two versions were merged";
        let help = "keep one of them, on the line of the unit";
        problems.push(Problem::warning(RULE, second, message).help(help));
        return true;
    }
    let clause = clause_again(text).filter(|_| goes_on_as_it_began(&pair.source.text).next().is_none());
    if let Some(second) = clause {
        push_again(pair, second, problems);
        return true;
    }
    false
}

/// Words twice in a row, and up to four of them.
fn words_again(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let text = &pair.translation;
    let may_double = pair.target.lexicon.doubled.contains(&"*");
    let words = &text.words;
    // Asked once: the whole French is sorted for it.
    let doubled_pair = std::cell::OnceCell::new();
    let doubled_word = std::cell::OnceCell::new();
    let mut skip_to = 0;
    // Most words end here: they begin otherwise than those before them.
    let may_stand_again = words.windows(5).enumerate().filter(|(_, five)| match five {
        [fourth, third, second, first, word] => {
            word.begins_like(first)
                | word.begins_like(second)
                | (word.hash == third.hash)
                | (word.hash == fourth.hash)
        }
        _ => true,
    });
    for at in (1..words.len().min(4)).chain(may_stand_again.map(|(fourth, _)| fourth + 4)) {
        let word = &words[at];
        let (may_repeat, may_be_longer) = how_alike(&words[..at], word);
        if at < skip_to || !(may_repeat | may_be_longer) {
            continue;
        }
        if at >= 3
            && words[at - 2].span().len() == words[at].span().len()
            && is_pair_repeated(text, &words[at - 3..=at])
            && !in_french(pair, at - 3, 2)
            && !is_idiom(pair, &words[at - 3..=at])
            && !goes_on_with_half(pair, at)
            // « Il marche, marche » is he walks and walks.
            && !lists_a_word_twice(&pair.source.text)
        {
            let span = words[at - 2].span().end..words[at].span().end;
            push(pair, span, words[at - 3].span().start..words[at - 2].span().end, problems);
            skip_to = at + 2;
        } else if may_be_longer
            && let Some(length) = longer_repeated(text, at)
            && !*doubled_pair.get_or_init(|| has_doubled_pair(&pair.source.text))
            && !in_french(pair, at + 1 - 2 * length, length)
            && !goes_on_with_half(pair, at)
        {
            let first = at + 1 - 2 * length;
            let once = words[first].span().start..words[first + length - 1].span().end;
            push(pair, once.end..words[at].span().end, once, problems);
            skip_to = at + length;
        } else if !may_double
            && !is_of_powers(pair, word)
            && is_repeated(pair, &words[at - 1], &words[at])
            && !in_french(pair, at - 1, 1)
            && !*doubled_word.get_or_init(|| has_doubled_word(&pair.source.text))
        {
            let span = words[at - 1].span().end..words[at].span().end;
            push(pair, span, words[at - 1].span(), problems);
            skip_to = at + 1;
        }
    }
}

/// Whether a word may be one of the two before it again, and whether it may end two or more words that stand again.
fn how_alike(before: &[Word], word: &Word) -> (bool, bool) {
    match before {
        [.., fourth, third, second, first] => (
            word.begins_like(first) | word.begins_like(second),
            (word.hash == third.hash) | (word.hash == fourth.hash),
        ),
        few => (
            few.iter().rev().take(2).any(|before| word.begins_like(before)),
            few.iter().rev().nth(2).is_some_and(|before| word.hash == before.hash),
        ),
    }
}

/// Whether a word is a power of ten, and the French has one of another: milliards de milliards.
fn is_of_powers(pair: &Pair<'_>, word: &Word) -> bool {
    let is_power =
        scan::with_lower(pair.translation.word(word), |word| pair.target.lexicon.power(word).is_some());
    let french = &pair.source.text.prose;
    is_power
        && ["milliards de m", "millions de m", "milliers de milliards"].iter().any(|of| french.contains(of))
}

/// The same passage twice, or the same two, with a space between that the script doesn't need.
fn chunks(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let prose = &pair.translation.prose;
    let is_whole =
        |chunk: &str| chunk.chars().nth(1).is_some() && chunk.chars().all(|c| script(c).is_unspaced());
    // The last three, the nearest first.
    let mut before: [Option<Span>; 3] = [None, None, None];
    for chunk in prose.split(' ') {
        let begin = chunk.as_ptr() as usize - prose.as_ptr() as usize;
        let span = begin..begin + chunk.len();
        let is_again = |earlier: &Option<Span>, chunk: &Span| {
            earlier.as_ref().is_some_and(|earlier| prose[earlier.clone()] == prose[chunk.clone()])
        };
        let [last, second, third] = &before;
        let once = match (last, second, third) {
            (Some(last), _, _) if is_again(&before[0], &span) => Some(last.clone()),
            (Some(last), Some(second), Some(third))
                if is_again(&before[1], &span)
                    && is_again(&before[2], last)
                    && is_whole(&prose[last.clone()]) =>
            {
                Some(third.start..second.end)
            }
            _ => None,
        };
        if let Some(once) = once.filter(|_| is_whole(chunk)) {
            push(pair, once.end..span.end, once, problems);
            return;
        }
        before.rotate_right(1);
        before[0] = Some(span);
    }
}

fn push_again(pair: &Pair<'_>, again: Span, problems: &mut Vec<Problem>) {
    let message = format!("“{}” stands twice", &pair.translation.raw[again.clone()]);
    problems
        .push(Problem::warning(RULE, again, message).help("delete one, and see what it stands in place of"));
}

fn push(pair: &Pair<'_>, again: Span, once: Span, problems: &mut Vec<Problem>) {
    let written = pair.translation.raw[once].to_owned();
    let problem = Problem::warning(RULE, again.clone(), format!("“{written}” stands twice in a row"))
        .help("delete one, unless the language doubles it here");
    problems.push(problem);
}

/// Whether all letters are capitals.
fn is_shouted(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}

/// One space between them, and nothing else.
fn follows(text: &Text<'_>, first: &Word, second: &Word) -> bool {
    let (end, begin) = (first.span().end, second.span().start);
    begin - end <= 3 && matches!(&text.prose[end..begin], " " | "\u{A0}" | "\u{202F}" | "  ")
}

fn same(a: &str, b: &str) -> bool {
    a == b || (a.len() == b.len() && a.eq_ignore_ascii_case(b)) || (!a.is_ascii() && lower(a) == lower(b))
}

fn is_repeated(pair: &Pair<'_>, first: &Word, second: &Word) -> bool {
    let text = &pair.translation;
    // Almost all pairs differ in length.
    if first.span().len().abs_diff(second.span().len()) > 1 {
        return false;
    }
    let (a, b) = (text.word(first), text.word(second));
    if !same(a, b)
        || !follows(text, first, second)
        || b.chars().nth(1).is_none()
            && (!pair.target.lexicon.doubled.contains(&b) && b.chars().all(char::is_uppercase)
                // From A to Z in Spanish: de la A a la Z.
                || a.chars().all(char::is_uppercase) && b.chars().all(char::is_lowercase))
    {
        return false;
    }
    // A suffix before a particle (İtalya’da da), and the first part of a compound (e e-mails).
    let suffix = text.prose[..first.span().start].ends_with(['\'', '’', '-', '‑']) || is_ending(text, first);
    let compound = text.prose[second.span().end..].starts_with(['-', '‑', '\'', '’']);
    if suffix || compound {
        return false;
    }
    let is_small = || vocabulary::meanings(second) & pair.target.vocabulary != 0;
    let french = &pair.source.text;
    if pair.target.lexicon.doubles_each
        && !is_small()
        && (goes_step_by_step(french) || lists_a_word_twice(french))
    {
        return false;
    }
    // A name in capitals beside the word of it: step STEP. Among letters without spaces the word would not be a Latin one,
    // but for one of code, which the French has, too.
    let is_code = || !pair.target.script.is_unspaced() || pair.source.has(second);
    if b.chars().nth(1).is_some() && is_shouted(a) != is_shouted(b) && (is_shouted(b) || is_code()) {
        return false;
    }
    // What has a capital where the same word before it has none is a name: in the field Field of data. So is the first
    // of the two inside a sentence, and in German the second noun where the French says a name and the word of it: du champ
    // Champ.
    let begins = first.span().start == 0
        || text.prose[..first.span().start].trim_end().ends_with(['.', '!', '?', ':', '…']);
    if second.capital && !first.capital
        || first.capital
            && !begins
            && (!second.capital && !is_shouted(a)
                || pair.target.language == "de" && names_a_word(pair.source))
    {
        return false;
    }
    let doubled = lower(b);
    let may_be_doubled = pair.target.lexicon.doubled.contains(&doubled.as_str());
    // Names like Duran Duran are doubled in the French too, in whatever letters; headings have capitals on each word.
    // In these languages a sentence doesn't begin with a word that may be doubled further on.
    let opens =
        first.span().start == 0 && matches!(pair.target.language.as_str(), "de" | "sv" | "da" | "no" | "nl");
    if second.capital {
        return b.chars().nth(1).is_some() && (opens || !may_be_doubled) && !has_doubled_name(pair.source);
    }
    opens || !may_be_doubled || !has_its_place(pair, first, second, &doubled)
}

/// Whether a word is no word, but the other ending of the one before, for women or men: inscrito/a, Schüler:in, lettor*i.
fn is_ending(text: &Text<'_>, word: &Word) -> bool {
    let before = text.raw[..word.span().start].trim_end_matches('\\');
    let sign = before.chars().next_back().filter(|c| matches!(c, '/' | ':' | '*' | '·' | '•' | '_'));
    sign.is_some_and(|sign| before[..before.len() - sign.len_utf8()].ends_with(char::is_alphabetic))
}

/// Whether a word that may be doubled stands where it may: some do only after certain words, before certain
/// sounds, or at the beginning of a clause.
fn has_its_place(pair: &Pair<'_>, first: &Word, second: &Word, word: &str) -> bool {
    let (text, lexicon) = (&pair.translation, &pair.target.lexicon);
    let (ahead, rest) = (&text.prose[..first.span().start], &text.prose[second.span().end..]);
    let is_behind = |words: &[&str]| {
        let mut last = ahead.split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty());
        last.next().is_some_and(|last| words.contains(&last.to_lowercase().as_str()))
    };
    if let Some((_, words)) = lexicon.doubled_after.iter().find(|(doubled, _)| *doubled == word) {
        return is_behind(words);
    }
    if let Some((_, words)) = lexicon.doubled_not_after.iter().find(|(doubled, _)| *doubled == word) {
        return !is_behind(words);
    }
    if let Some((_, beginnings)) = lexicon.doubled_before.iter().find(|(doubled, _)| *doubled == word) {
        let next = rest.trim_start().to_lowercase();
        return beginnings.iter().any(|beginning| next.starts_with(beginning));
    }
    if lexicon.doubled_in_clause.contains(&word) {
        // A comma, a bracket or a dash, and at most a conjunction and a preposition after it.
        let from = ahead.trim_end().rmatch_indices(' ').nth(2).map_or(0, |(at, _)| at);
        let near = &ahead[from..];
        return near.contains([',', ';', ':', '(', '–', '—', '„', '"', '»', '“'])
            || pair.target.language == "de"
                && near
                    .split_whitespace()
                    .any(|word| matches!(word, "und" | "oder" | "als" | "wie" | "dass"));
    }
    true
}

/// Whether a word of the French stands there with a capital inside a sentence, and without: d'une cellule, choisissez
/// Cellule.
fn names_a_word(source: &Source<'_>) -> bool {
    const LONG: usize = 3;
    let text = &source.text;
    let mut names = text.words.iter().skip(1).filter(|word| word.capital && word.span().len() >= LONG);
    names.any(|word| source.has_hash(text.lower_hash(word)))
}

/// Whether a word with a capital stands twice in a row in the French.
fn has_doubled_name(source: &Source<'_>) -> bool {
    let text = &source.text;
    text.words.windows(2).any(|pair| pair[1].capital && same(text.word(&pair[0]), text.word(&pair[1])))
}

fn is_pair_repeated(text: &Text<'_>, four: &[Word]) -> bool {
    let [a, b, c, d] = four else { return false };
    a.span().len().abs_diff(c.span().len()) <= 1
        && b.span().len() == d.span().len()
        && same(text.word(b), text.word(d))
        && same(text.word(a), text.word(c))
        // What is to be written, beside its name in capitals: tên tập tin TẬP TIN.
        && is_shouted(text.word(b)) == is_shouted(text.word(d))
        && !same(text.word(a), text.word(b))
        && follows(text, a, b)
        && follows(text, b, c)
        && follows(text, c, d)
}

/// How many words, three or four, end at `at` and stand there twice in a row.
fn longer_repeated(text: &Text<'_>, at: usize) -> Option<usize> {
    let words = &text.words;
    (3..=4).find(|&length| {
        at + 1 >= 2 * length
            && words[at - length].hash == words[at].hash
            && (0..length).all(|back| {
                let (a, b) = (&words[at - length - back], &words[at - back]);
                a.hash == b.hash && text.word(a) == text.word(b) && follows(text, &words[at - back - 1], b)
            })
    })
}

/// Whether the same two words stand twice in a text: it repeats itself on purpose.
fn has_doubled_pair(text: &Text<'_>) -> bool {
    let mut pairs: Vec<(u32, u32)> = text.words.windows(2).map(|pair| (pair[0].hash, pair[1].hash)).collect();
    pairs.sort_unstable();
    pairs.windows(2).any(|pair| pair[0] == pair[1])
}

/// Whether a word stands twice in a row in a text, but for those that any French may double: nous nous.
fn has_doubled_word(text: &Text<'_>) -> bool {
    is_doubled(text, |first, second| follows(text, first, second))
}

/// Whether a word stands twice with a comma between: « jamais, jamais ».
fn lists_a_word_twice(text: &Text<'_>) -> bool {
    is_doubled(text, |first, second| &text.prose[first.span().end..second.span().start] == ", ")
}

fn is_doubled(text: &Text<'_>, are_beside: impl Fn(&Word, &Word) -> bool) -> bool {
    text.words.windows(2).any(|pair| {
        let [first, second] = pair else { return false };
        first.hash == second.hash
            && first.span().len() > 1
            && !matches!(text.word(first), "nous" | "vous")
            && text.word(first) == text.word(second)
            && are_beside(first, second)
    })
}

/// What stands twice with *a* before it: `a poco a poco`, `goccia a goccia`.
static BY_AND_BY: Words = Words::of("by-and-by");

/// What stands between two of the same words where French says côte à côte: costat per costat per a.
static BY: Words = Words::of("by");

/// `a poco a poco`, `over and over and over`.
fn is_idiom(pair: &Pair<'_>, four: &[Word]) -> bool {
    let text = &pair.translation;
    let french = &pair.source.text;
    if BY.has(text.word(&four[1])) && goes_by(french)
        || pair.target.lexicon.doubles_each && goes_step_by_step(french)
    {
        return true;
    }
    let first = lower(text.word(&four[0]));
    match (pair.target.language.as_str(), first.as_str(), text.word(&four[1])) {
        ("ca", "a", "més") => true,
        ("it" | "ca" | "pt" | "gl" | "es" | "oc", "a", second) => {
            BY_AND_BY.has(second) || goes_by(&pair.source.text)
        }
        ("en", first, "and") => goes_on_with_and(text, first, &four[3]),
        // The second half of three.
        ("en", "and", second) => text.prose[..four[0].span().start]
            .trim_end()
            .rsplit(' ')
            .next()
            .is_some_and(|last| same(last, second)),
        // Each single one: 한 걸음 한 걸음.
        ("ko", "한" | "두", _) => true,
        (_, first, second) => matches!((first, second), ("by", _) | ("de", "dos")),
    }
}

/// Whether French says that things go on bit by bit: petit à petit, un par un, page après page, de porte en porte.
fn goes_by(french: &Text<'_>) -> bool {
    repeats_behind_preposition(french, |_| true)
}

/// Whether it does so by a word that other languages double: *damla damla* is « goutte après goutte » in Turkish, *từng giọt
/// từng giọt* in Vietnamese; « de plus en plus » is none.
fn goes_step_by_step(french: &Text<'_>) -> bool {
    repeats_behind_preposition(french, |word| !matches!(word, "plus" | "moins"))
}

fn repeats_behind_preposition(french: &Text<'_>, is_it: impl Fn(&str) -> bool) -> bool {
    french.words.windows(3).any(|three| {
        let [first, by, second] = three else { return false };
        matches!(french.word(by), "à" | "par" | "après" | "en" | "pour")
            && same(french.word(first), french.word(second))
            && is_it(french.word(first))
    })
}

/// Between one and half past one: `entre la una y la una y media`.
fn goes_on_with_half(pair: &Pair<'_>, at: usize) -> bool {
    let (text, lexicon) = (&pair.translation, &pair.target.lexicon);
    text.words.get(at + 1).is_some_and(|next| {
        scan::with_lower(text.word(next), |next| lexicon.says_half(next) || lexicon.quarter.contains(&next))
    })
}

/// `over and over and then`, `bigger and bigger and bigger`, but not `a style and style and click`.
fn goes_on_with_and(text: &Text<'_>, first: &str, last: &Word) -> bool {
    static AGAIN: Words = Words::of("again");
    first.ends_with("er")
        || AGAIN.has(first)
        || text.prose[last.span().end..].split_whitespace().next().is_some_and(|next| same(next, first))
}

/// Whether the French says the same words as often in a row.
fn in_french(pair: &Pair<'_>, at: usize, length: usize) -> bool {
    let text = &pair.translation;
    let span = text.words[at].span().start..text.words[at + 2 * length - 1].span().end;
    pair.source.text.raw.contains(&text.raw[span])
}
