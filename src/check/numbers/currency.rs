//! Currencies: by their signs, and by how their names begin.

use std::sync::OnceLock;

use super::super::Problem;
use super::super::scan::{Beginnings, SPECIAL, Text, WIDE, Word, with_lower};
use super::super::script::{Script, script};
use super::RULE;
use super::compare::{Comparison, Found};
use super::digits::is_blank;
use super::read::{Item, Kind};
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

/// Set where the French has an amount of money by another name.
const OTHER: u8 = 1 << 7;
/// The euro and the dollar, which stand first: we know their names in most languages.
const KNOWN: u8 = 0b11;

/// French names of other money, behind an amount.
const NAMES: [&str; 12] = [
    "francs",
    "livres",
    "yens",
    "yuans",
    "roubles",
    "couronnes",
    "pesos",
    "dinars",
    "dirhams",
    "roupies",
    "zlotys",
    "forints",
];

/// How these begin.
const INITIALS: &[u8] = b"flyrcpdz";

/// A bit for each currency that the French speaks of, and whether its amounts are of other money.
pub(super) fn of_french(text: &Text<'_>, items: &[Item]) -> u8 {
    let found = currencies(text);
    let is_other = |item: &Item| {
        let after = &text.prose[item.span.end..];
        // A blank has up to three bytes.
        let may_be = item.kind == Kind::Digits && after.bytes().take(4).any(|byte| INITIALS.contains(&byte));
        may_be && NAMES.iter().any(|name| after.trim_start_matches(is_blank).starts_with(name))
    };
    if found == 0 && items.iter().any(is_other) { OTHER } else { found }
}

/// Whether we know what these currencies are called in languages of this script.
fn has_names(script: Script) -> bool {
    script.has_lookalikes() || matches!(script, Script::Arabic | Script::Han | Script::Kana)
}

/// Which of the [`KNOWN`] currencies stands at an amount, by its sign or name; none for another one.
fn beside(text: &Text<'_>, span: &Span) -> Option<usize> {
    let after = text.prose[span.end..].trim_start_matches(is_blank);
    let before = text.prose[..span.start].trim_end_matches(is_blank);
    // Behind a power of ten stands a small word.
    let of = ["d’", "d'", "de ", "di ", "の"].iter().find_map(|of| after.strip_prefix(of));
    let after = of.unwrap_or(after);
    let end = after.char_indices().nth(7).map_or(after.len(), |(end, _)| end);
    // Most numbers are none of money: no word, or one that begins otherwise.
    with_lower(&after[..end], |begin| {
        known_currencies().all.iter().take(2).position(|currency| {
            before.ends_with(currency.sign)
                || begin.starts_with(currency.sign)
                || currency.words.iter().chain(&currency.signs).any(|name| begin.starts_with(name))
        })
    })
}

/// Another currency, or none. Asked only where there are amounts.
pub(super) fn currency(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let french = comparison.french.currencies;
    if french == 0 {
        return;
    }
    let here = currencies(comparison.text);
    let told = |span: Span, message: String| {
        Problem::warning(RULE, span, message)
            .help("write the currency of the French, or convert the amount too")
    };
    let is_other = french & !here != 0 && here & !french != 0 && (french != OTHER || here & KNOWN != 0);
    if is_other {
        let (span, message) = match named(comparison.text, here & !french) {
            Some(span) => {
                let written = &comparison.text.raw[span.clone()];
                (span.clone(), format!("“{written}” is another currency than in the French"))
            }
            None => (0..0, "the currency is another one than in the French".to_owned()),
        };
        problems.push(told(span, message));
        return;
    }
    for (at, item) in comparison.french.items.iter().enumerate().filter(|(_, item)| item.kind == Kind::Digits)
    {
        let Some(Found::At(now)) = comparison.found[at] else { continue };
        let other = &comparison.here.items[now].span;
        let Some(was) = beside(comparison.source, &item.span) else { continue };
        let written = &comparison.text.raw[other.clone()];
        let is = beside(comparison.text, other);
        // A sum that stands twice may be found in the other place.
        let is_alone = |items: &[Item]| items.iter().filter(|same| same.value == item.value).count() == 1;
        if is.is_some_and(|is| is != was)
            && is_alone(&comparison.french.items)
            && is_alone(&comparison.here.items)
        {
            problems
                .push(told(other.clone(), format!("{written} is of another currency than in the French")));
            return;
        }
        if is.is_none() && here >> was & 1 == 0 && has_names(comparison.target.script) {
            problems.push(told(other.clone(), format!("{written} lost its currency")));
            return;
        }
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
