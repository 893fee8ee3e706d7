//! Currencies: by their signs, and by how their names begin.

use std::sync::OnceLock;

use super::super::Problem;
use super::super::scan::{Beginnings, SPECIAL, Text, WIDE, Word, with_lower};
use super::super::script::script;
use super::RULE;
use super::compare::Comparison;
use crate::text::Span;

const CURRENCIES: &str = include_str!("../data/currencies.tsv");

/// A currency's sign, and how its names begin.
#[derive(Debug)]
struct Currency {
    sign: &'static str,
    /// In alphabets: beginnings of words in lower case.
    words: Vec<&'static str>,
    /// In scripts without spaces.
    signs: Vec<&'static str>,
}

/// All currencies, and how their names in alphabets begin.
struct Currencies {
    all: Vec<Currency>,
    beginnings: Beginnings,
}

fn known_currencies() -> &'static Currencies {
    static ALL: OnceLock<Currencies> = OnceLock::new();
    ALL.get_or_init(|| {
        let lines = CURRENCIES.lines().filter(|line| !line.starts_with('#')).take(8);
        let has_words = |name: &&str| name.chars().next().is_some_and(|c| script(c).has_lookalikes());
        let all: Vec<Currency> = lines
            .map(|line| {
                let mut cells = line.split('\t').skip(1);
                let sign = cells.next().unwrap_or("¤");
                let (words, signs) = cells.partition(has_words);
                Currency { sign, words, signs }
            })
            .collect();
        let mut beginnings = Beginnings::default();
        for name in all.iter().flat_map(|currency| &currency.words) {
            beginnings.add(name);
        }
        Currencies { all, beginnings }
    })
}

/// A bit for each currency that a text speaks of.
pub(super) fn currencies(text: &Text<'_>) -> u8 {
    let prose: &str = &text.prose;
    let known = known_currencies();
    let mut found = 0;
    let has_others = text.has(WIDE) && text.words.iter().any(|word| !word.script.has_lookalikes());
    if text.has(SPECIAL | WIDE) {
        // The signs begin with these bytes; what most often does too, apostrophes and blanks above all, is none.
        let bytes = prose.as_bytes();
        let may_begin = |at: &usize| {
            !matches!(bytes[*at..], [0xE2, 0x80, ..] | [0xC2, 0xA0 | 0xAB | 0xB0 | 0xBA | 0xBB, ..])
        };
        for sign in memchr::memchr3_iter(b'$', 0xC2, 0xE2, bytes).filter(may_begin) {
            let is_here = |currency: &Currency| prose[sign..].starts_with(currency.sign);
            found |= known.all.iter().position(is_here).map_or(0, |at| 1 << at);
        }
    }
    for (at, currency) in known.all.iter().enumerate().filter(|_| has_others) {
        let is_named = currency.signs.iter().any(|sign| prose.contains(sign));
        found |= u8::from(is_named) << at;
    }
    let may_name =
        |word: &&Word| known.beginnings.has(word) && word.script.has_lookalikes() && word.span().len() >= 4;
    for word in text.words.iter().filter(may_name) {
        let written = text.word(word);
        for (at, currency) in known.all.iter().enumerate() {
            let named = with_lower(written, |word| {
                // Europe is no currency.
                currency
                    .words
                    .iter()
                    .any(|name| word.strip_prefix(name).is_some_and(|rest| !rest.starts_with(['p', 'п'])))
            });
            found |= u8::from(named) << at;
        }
    }
    found
}

/// Another currency. Asked only where there are amounts.
pub(super) fn currency(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let french = comparison.french.currencies;
    if french == 0 {
        return;
    }
    let here = currencies(comparison.text);
    if french & !here != 0 && here & !french != 0 {
        let (span, message) = match named(comparison.text, here & !french) {
            Some(span) => {
                let written = &comparison.text.raw[span.clone()];
                (span.clone(), format!("“{written}” is another currency than in the French"))
            }
            None => (0..0, "the currency is another one than in the French".to_owned()),
        };
        problems.push(
            Problem::warning(RULE, span, message)
                .help("write the currency of the French, or convert the amount too"),
        );
    }
}

/// Where a text names one of these currencies, a bit each.
fn named(text: &Text<'_>, wanted: u8) -> Option<Span> {
    let all = known_currencies().all.iter().enumerate().filter(|(at, _)| wanted >> at & 1 == 1);
    for (_, currency) in all {
        let signs = currency.signs.iter().chain([&currency.sign]);
        let sign = signs.filter_map(|sign| text.prose.find(sign).map(|at| at..at + sign.len())).next();
        let words = || text.words.iter().filter(|word| word.span().len() >= 4);
        let is_name = |word: &str| currency.words.iter().any(|name| word.starts_with(name));
        let word =
            || words().find(|word| with_lower(text.word(word), is_name)).map(|word| word.span().clone());
        if let Some(span) = sign.or_else(word) {
            return Some(span);
        }
    }
    None
}
