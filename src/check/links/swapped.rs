//! Links that changed places: each leads where one of the French leads, and their words speak of the other one.

use super::RULE;
use crate::check::lists::Words;
use crate::check::scan::{Kind, Text, Token};
use crate::check::{Pair, Problem};

/// Two links whose words say that their targets were exchanged.
pub(super) fn report(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    let links = |text: &Text<'_>| {
        text.tokens.iter().filter(|token| token.kind == Kind::Link).take(8).cloned().collect::<Vec<Token>>()
    };
    let (was, is) = (links(french), links(text));
    if was.len() < 2 || was.len() != is.len() {
        return;
    }
    let target = |text: &Text<'_>, token: &Token| text.raw[token.span.clone()].to_lowercase();
    let words = |text: &Text<'_>, token: &Token| text.raw[token.text.clone()].to_lowercase();
    // How much the words of a link here speak of what a link of the French is about.
    let like = |here: &Token, there: &Token| {
        similarity(&words(text, here), &words(french, there))
            + similarity(&words(text, here), &target(french, there))
    };
    let origin = |here: &Token| was.iter().find(|there| target(french, there) == target(text, here));
    if let ([a, b], [x, y]) = (was.as_slice(), is.as_slice())
        && target(french, a) != target(french, b)
        && target(french, a) == target(text, y)
        && target(french, b) == target(text, x)
        && are_listed(between(french, a, b))
        && !go_together(&words(french, a), &words(french, b))
        && is_brief(between(text, x, y))
        // Unless their words changed places, too.
        && like(x, b) + like(y, a) <= like(x, a) + like(y, b) + 0.3
    {
        problems.push(exchanged(french, x, a, b));
        return;
    }
    for (at, x) in is.iter().enumerate() {
        for y in &is[at + 1..] {
            let (Some(a), Some(b)) = (origin(x), origin(y)) else { continue };
            if a.span == b.span {
                continue;
            }
            let (straight, crossed) = (like(x, a) + like(y, b), like(x, b) + like(y, a));
            // Where they lead in the order of the French, its links were not taken for each other: the words must be sure.
            let least = if a.span.start < b.span.start { 0.6 } else { 0.3 };
            if crossed > straight + least {
                problems.push(exchanged(french, x, a, b));
                return;
            }
        }
    }
}

fn exchanged(french: &Text<'_>, here: &Token, a: &Token, b: &Token) -> Problem {
    let target = |token: &Token| french.raw[token.span.clone()].to_lowercase();
    let message = format!("the links to {} and {} seem exchanged", target(a), target(b));
    Problem::warning(RULE, here.span.clone(), message)
        .help("each linked passage leads where the same words lead in the French")
}

/// Whether two links of the French are listed, so that a language has no reason to name the second first: `[a](…) et
/// [b](…)`. A comma alone may stand between a town and its country, which many languages name before it.
fn are_listed(between: &str) -> bool {
    const WORDS: [&str; 22] = [
        "et", "ou", "puis", "le", "la", "les", "l", "un", "une", "des", "de", "du", "d", "à", "au", "aux",
        "sur", "son", "sa", "ses", "ce", "cette",
    ];
    let mut words = between.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let lists =
        between.contains([';', '/', '&']) || words.clone().any(|word| matches!(word, "et" | "ou" | "puis"));
    lists && is_brief(between) && words.all(|word| WORDS.contains(&word))
}

/// Whether two nouns go together, so that languages have an order of their own for them: *boys and girls* for « filles et
/// garçons ».
fn go_together(first: &str, second: &str) -> bool {
    static TURNED: Words = Words::of("turned");
    static DETERMINERS: Words = Words::of("determiners");
    let noun = |words: &str| {
        let bare =
            words.split_once([' ', '’', '\'']).filter(|(word, _)| DETERMINERS.has(word) || *word == "l");
        bare.map_or(words, |(_, noun)| noun).trim_end_matches('s').to_owned()
    };
    let mut nouns = [noun(first), noun(second)];
    nouns.sort_unstable();
    TURNED.has(&nouns.join(" "))
}

/// Whether what stands between two links is too short to hold a verb.
fn is_brief(between: &str) -> bool {
    const MOST: usize = 12;
    between.chars().count() <= MOST && !between.contains(['.', '!', '?', '。'])
}

/// What stands between the target of a link and the words of the next one.
fn between<'t>(text: &Text<'t>, a: &Token, b: &Token) -> &'t str {
    let between = text.raw.get(a.span.end..b.text.start).unwrap_or_default();
    between.trim_start_matches([')', ']']).trim_end_matches('[')
}

/// The share of letter pairs that two texts have in common, from 0 to 1 (Dice's coefficient). One pair alone is chance, but
/// where a name has no more: Go, JS.
fn similarity(a: &str, b: &str) -> f32 {
    let pairs = |text: &str| {
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).take(64).collect();
        letters.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
    };
    let (a, mut b) = (pairs(a), pairs(b));
    let whole = a.len() + b.len();
    let shorter = a.len().min(b.len());
    let mut same = 0;
    for pair in &a {
        if let Some(at) = b.iter().position(|other| other == pair) {
            b.swap_remove(at);
            same += 1;
        }
    }
    if same < shorter.min(2) { 0.0 } else { 2.0 * same as f32 / whole as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_written_as_they_are_looked_up() {
        for pair in Words::of("turned").all() {
            let nouns: Vec<&str> = pair.split(' ').collect();
            assert!(nouns.len() == 2 && nouns.is_sorted(), "{pair}");
            assert!(!nouns.iter().any(|noun| noun.ends_with('s')), "{pair}");
        }
    }
}
