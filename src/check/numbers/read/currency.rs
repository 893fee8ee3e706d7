//! Currencies: by their signs, and by how their names begin.

use std::sync::OnceLock;

use super::digits::is_blank;
use super::item::{Item, Kind};
use crate::check::scan::{Beginnings, SPECIAL, Text, WIDE, Word, with_lower};
use crate::check::script::script;

const CURRENCIES: &str = include_str!("../../data/currencies.tsv");

/// A currency's sign, and how its names begin.
#[derive(Debug)]
pub(in crate::check::numbers) struct Currency {
    pub(in crate::check::numbers) sign: &'static str,
    /// In alphabets: beginnings of words in lower case.
    pub(in crate::check::numbers) words: Vec<&'static str>,
    /// In scripts without spaces.
    pub(in crate::check::numbers) signs: Vec<&'static str>,
}

/// All currencies, and how their names in alphabets begin.
pub(in crate::check::numbers) struct Currencies {
    pub(in crate::check::numbers) all: Vec<Currency>,
    pub(in crate::check::numbers) beginnings: Beginnings,
}

pub(in crate::check::numbers) fn known_currencies() -> &'static Currencies {
    static ALL: OnceLock<Currencies> = OnceLock::new();
    ALL.get_or_init(|| {
        let lines =
            CURRENCIES.lines().filter(|line| !line.starts_with('#')).take_while(|line| !line.is_empty());
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

/// Whether a text begins with a name. Most names are none of it by their first byte, for which no call is made.
#[inline]
pub(in crate::check::numbers) fn begins_with(text: &str, name: &str) -> bool {
    text.as_bytes().first() == name.as_bytes().first() && text.starts_with(name)
}

/// A bit for each currency that a text speaks of.
pub(in crate::check::numbers) fn currencies(text: &Text<'_>) -> u8 {
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
        let is_named = currency.signs.iter().any(|sign| names_money(prose, sign));
        found |= u8::from(is_named) << at;
    }
    let may_name = |word: &&Word| known.beginnings.has(word) && may_name(text, word);
    for word in text.words.iter().filter(may_name) {
        with_lower(text.word(word), |word| {
            for (at, currency) in known.all.iter().enumerate() {
                found |= u8::from(currency.is_named(word)) << at;
            }
        });
    }
    found
}

/// Whether a word is long enough for the name of a currency, or may be its code: EUR 12,50.
pub(in crate::check::numbers) fn may_name(text: &Text<'_>, word: &Word) -> bool {
    let length = word.span().len();
    let is_code = || length == 3 && text.word(word).bytes().all(|byte| byte.is_ascii_uppercase());
    word.script.has_lookalikes() && (length >= 4 || is_code())
}

impl Currency {
    /// Whether a word in lower case is one of its names. Europe is no currency, nor is Eurasia.
    pub(in crate::check::numbers) fn is_named(&self, word: &str) -> bool {
        let is_other = |rest: &str| rest.trim_start_matches('o').starts_with(['p', 'п', 'z', 'з']);
        // Đôi is a pair.
        let is_pair = |name: &str, rest: &str| name == "đô" && rest.starts_with('i');
        let mut names = self.words.iter();
        names.any(|name| word.strip_prefix(*name).is_some_and(|rest| !is_other(rest) && !is_pair(name, rest)))
    }
}

/// Whether a name of money stands in a text of a script without capitals; in Korean not within a word: 이유로 is for a reason.
fn names_money(prose: &str, sign: &str) -> bool {
    let is_hangul = |c: char| matches!(c, '가'..='힣');
    if !sign.starts_with(is_hangul) {
        return prose.contains(sign);
    }
    prose
        .match_indices(sign)
        .any(|(at, _)| !prose[..at].ends_with(|c: char| is_hangul(c) && !"십백천만억조".contains(c)))
}

/// Set where the French has an amount of money by another name.
pub(in crate::check::numbers) const OTHER: u8 = 1 << 7;
/// The euro and the dollar, which stand first: we know their names in most languages.
pub(in crate::check::numbers) const KNOWN: u8 = 0b11;

/// Other money, of which we know the names behind an amount.
#[derive(Debug)]
pub(in crate::check::numbers) struct Money {
    pub(in crate::check::numbers) french: &'static str,
    /// How its names begin, in lower case, and its signs.
    pub(in crate::check::numbers) names: Vec<&'static str>,
}

/// All of it.
pub(in crate::check::numbers) fn other_money() -> &'static [Money] {
    static ALL: OnceLock<Vec<Money>> = OnceLock::new();
    ALL.get_or_init(|| {
        let lines = CURRENCIES.lines().skip_while(|line| !line.is_empty()).skip(1);
        let lines = lines.take_while(|line| !line.is_empty());
        let money = lines.filter_map(|line| {
            let (french, names) = line.split_once('\t')?;
            Some(Money { french, names: names.split('\t').collect() })
        });
        money.collect()
    })
}

/// Signs of other money, and with a hyphen how its names begin.
pub(in crate::check::numbers) fn other_signs() -> impl Iterator<Item = &'static str> + Clone {
    CURRENCIES.trim_end().rsplit('\n').next().unwrap_or_default().split('\t')
}

/// Which other money an amount of the French is of.
pub(in crate::check::numbers) fn money_at(text: &Text<'_>, item: &Item) -> Option<&'static Money> {
    if item.kind == Kind::Soft {
        return None;
    }
    let behind = text.prose[item.span.end..].trim_start_matches(is_blank);
    let behind = if item.traits.magnitude { behind.strip_prefix("de ").unwrap_or(behind) } else { behind };
    other_money().iter().find(|money| begins_with(behind, money.french))
}

/// A bit for each currency that the French speaks of, and whether an amount of it is of other money.
pub(in crate::check::numbers) fn of_french(text: &Text<'_>, items: &[Item]) -> u8 {
    let is_other = items.iter().any(|item| money_at(text, item).is_some());
    currencies(text) | if is_other { OTHER } else { 0 }
}
