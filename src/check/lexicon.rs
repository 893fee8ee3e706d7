//! The words of a language that say numbers, months, units and parts of them, and what else rules know words by.
//!
//! The data are files under `data/`, written by `data/generate.py` from CLDR, and `data/supplement.tsv` for what CLDR
//! lacks.

mod read;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::sayings::{self, Saying};
use super::scan::{Beginnings, Word, with_lower};
use super::script::without_tanwin;
use super::units::{Names, Unit};

/// Number words, months and magnitudes of a language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// In lower case; values below 0x8000, with [`SOFT`] for words that mean more than the number.
    numbers: FxHashMap<&'static str, u16>,
    /// As written in CLDR, with case.
    pub(super) months: FxHashMap<&'static str, u8>,
    /// Whole words in lower case, and their power of ten; 0 for those that only begin like one.
    pub(super) magnitudes: FxHashMap<String, u8>,
    /// Beginnings of words, for languages that inflect them.
    pub(super) stems: Vec<(String, u8)>,
    /// How other words begin that would be taken for these: millionaires, тысячелетия.
    pub(super) other_stems: Vec<&'static str>,
    /// Words that are a per-cent sign.
    pub(super) percent: Vec<&'static str>,
    /// How those begin.
    pub(super) percent_beginnings: Beginnings,
    /// Words for morning and evening at a clock time, by their first hour (0 or 12).
    pub(super) clock: Vec<(&'static str, u8)>,
    /// How words begin that name the second half of the day, where times are written by the clock of twenty-four
    /// hours.
    pub(super) evening: Vec<&'static str>,
    /// Parts of names of a day that hold not its number, and its month and day: 501 for May Day.
    pub(super) feasts: Vec<(&'static str, u64)>,
    /// Parts of names of the turn of a century or millennium, in lower case.
    pub(super) turn: Vec<&'static str>,
    /// How words begin that name noon, and midnight.
    pub(super) noon: Vec<&'static str>,
    pub(super) midnight: Vec<&'static str>,
    /// Words that may stand doubled.
    pub(super) doubled: Vec<&'static str>,
    /// Those of them that do so only after certain words.
    pub(super) doubled_after: Vec<(&'static str, Vec<&'static str>)>,
    /// Those that do so only before words that begin in certain ways.
    pub(super) doubled_before: Vec<(&'static str, Vec<&'static str>)>,
    /// Those that do so only where a clause begins.
    pub(super) doubled_in_clause: Vec<&'static str>,
    /// Those that never do so after certain words.
    pub(super) doubled_not_after: Vec<(&'static str, Vec<&'static str>)>,
    /// Whether a noun stands twice for one after the other.
    pub(super) doubles_each: bool,
    /// Words that a neighbour's language has and this one never.
    pub(super) never: Vec<Never>,
    /// How those begin that are whole words.
    pub(super) never_beginnings: Beginnings,
    /// How compound words begin that hold a number.
    pub(super) prefixes: Vec<(&'static str, u64)>,
    /// Whether the decimal comma and point are both in use, by country.
    pub(super) both_marks: bool,
    /// Whether a team that lost has its own score first: przegrał 2:4.
    pub(super) own_score_first: bool,
    /// Words that add a half to the number before.
    pub(super) half: Vec<&'static str>,
    /// Phrases that add a half to the number before, where the word for the half alone is another one, too.
    and_half: Vec<&'static str>,
    /// How words begin (`x-`) or end (`-x`) that hold a half.
    half_parts: Vec<&'static str>,
    /// How words end that hold a half.
    half_ends: Vec<&'static str>,
    /// How compounds of thousands end: fünftausend.
    thousand_ends: Vec<&'static str>,
    /// What hundreds are in compounds: zweihundertachtzig.
    hundreds: Vec<&'static str>,
    /// Words that make tens of the number before them (dua puluh), and teens (dua belas).
    tens: Vec<&'static str>,
    teens: Vec<&'static str>,
    /// How the second part begins of compounds that say how long something lasts, or how old somebody is, and the unit of
    /// their number: neunzehnjährig, viertägig.
    periods: Vec<(&'static str, Unit)>,
    /// How words begin that say that something is so many times as much, and how many.
    pub(super) folds: Vec<(&'static str, u64)>,
    /// Words for *times* behind a number: four times as much.
    pub(super) times_nouns: Vec<&'static str>,
    /// A quarter past an hour and a quarter to one, in lower case.
    pub(super) quarter_past: Vec<&'static str>,
    pub(super) quarter_to: Vec<&'static str>,
    /// Words for one and a half.
    pub(super) one_and_half: Vec<&'static str>,
    /// How words begin for a day with its night: twenty-four hours.
    pub(super) whole_day: Vec<&'static str>,
    /// Words for so many times.
    pub(super) times: Vec<(&'static str, u64)>,
    /// How words begin that name the first and the second half of a year, without that number.
    pub(super) half_years: Vec<(&'static str, u64)>,
    /// Whether half past six is said as half of the seventh hour.
    pub(super) half_of_next: bool,
    /// Whether ordinals are written with a full stop.
    pub(super) dotted_ordinals: bool,
    /// Words for shares (2: a half), and beginnings of them (`x-`).
    pub(super) shares: Vec<(&'static str, u8)>,
    /// Words for ordinals, and beginnings of what says as much.
    pub(super) ranks: Vec<(&'static str, u8)>,
    /// Words for a quarter of an hour.
    pub(super) quarter: Vec<&'static str>,
    /// Small words with which no sentence ends.
    pub(super) never_last: Vec<&'static str>,
    /// Names before the years of a reign.
    pub(super) eras: Vec<&'static str>,
    /// Which beginnings of three bytes the words above have: most words of a text are none of them.
    beginnings: Beginnings,
    /// How words begin that say that something is less by a share.
    pub(super) decline: Vec<&'static str>,
    /// Words that say that there is none.
    pub(super) none: Vec<&'static str>,
    /// How words begin that begin like a number in words, and hold none.
    pub(super) not_stems: Vec<&'static str>,
    /// How a year before Christ is marked, the usual way first.
    pub(super) before_christ: Vec<&'static str>,
    /// Words for “minus”.
    pub(super) minus: Vec<&'static str>,
    /// Days of the week as written, from 1 for Monday.
    pub(super) weekdays: Vec<(&'static str, u8)>,
    /// Also those that are other words too.
    pub(super) all_weekdays: Vec<(&'static str, u8)>,
    language: String,
    units: OnceLock<Names>,
    sayings: OnceLock<(Vec<Saying>, Beginnings)>,
}

/// What tells a neighbour's language.
#[derive(Debug)]
pub(super) struct Never {
    pub(super) language: &'static str,
    /// Whole words, in lower case.
    words: Vec<&'static str>,
    /// How words end.
    ends: Vec<&'static str>,
    /// What stands in words.
    parts: Vec<&'static str>,
}

impl Never {
    /// Whether a word is one of them. `may_be_whole`: whether it begins like a whole one.
    pub(super) fn has(&self, word: &str, may_be_whole: bool) -> bool {
        may_be_whole && with_lower(word, |word| self.words.contains(&word))
            || self.ends.iter().any(|end| word.len() > end.len() && word.ends_with(end))
            || self.parts.iter().any(|part| word.contains(part))
    }
}

/// Marks words that hold a number and more (half, dozen, century).
const SOFT: u16 = 0x8000;

/// What a word says of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: u64,
    /// Whether it means more than the number, so that a translation may well be without it.
    pub(super) soft: bool,
    /// Whether it makes one number with the number words around it.
    pub(super) joins: bool,
}

/// What a word makes of the unit before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Makes {
    /// Of two, twenty: dua puluh, hai mươi.
    Tens,
    /// Of two, twelve: dua belas.
    Teens,
}

impl Number {
    /// The power of ten that it multiplies by: 3 for a thousand and the Arabic two thousand, else 0.
    pub(super) fn power(self) -> u8 {
        if matches!(self.value, 1000 | 2000) { 3 } else { 0 }
    }
}

impl Lexicon {
    /// The number that a word in lower case stands for.
    pub(super) fn number(&self, word: &str) -> Option<Number> {
        let entry = match self.numbers.get(word) {
            Some(entry) => *entry,
            // The data write е for ё, as most Russian does.
            None if !word.is_ascii() && word.contains('ё') => {
                *self.numbers.get(word.replace('ё', "е").as_str())?
            }
            None => *self.numbers.get(without_tanwin(word)?)?,
        };
        let value = u64::from(entry & !SOFT);
        let soft = entry & SOFT != 0;
        Some(Number { value, soft: soft || value < 2, joins: !soft })
    }

    /// The power of ten that a word in lower case stands for after a number.
    pub(super) fn power(&self, word: &str) -> Option<u8> {
        let bare = || self.magnitudes.get(without_tanwin(word)?);
        if let Some(power) = self.magnitudes.get(word).or_else(bare) {
            return (*power > 0).then_some(*power);
        }
        // Letters of an ending: what is longer is another word. Those of India join whole verbs, and count their vowel signs.
        const ENDING: usize = 5;
        const ENDING_IN_INDIA: usize = 12;
        let most =
            if word.starts_with(|c| matches!(c, '\u{900}'..='\u{DFF}')) { ENDING_IN_INDIA } else { ENDING };
        let is_inflected = |stem: &&(String, u8)| {
            word.strip_prefix(stem.0.as_str()).is_some_and(|ending| ending.chars().nth(most).is_none())
        };
        let stem = self.stems.iter().filter(is_inflected).max_by_key(|stem| stem.0.len())?;
        (!self.other_stems.iter().any(|other| word.starts_with(other))).then_some(stem.1)
    }

    /// Whether a word in lower case says or holds a half.
    pub(super) fn says_half(&self, word: &str) -> bool {
        let is_part = |part: &&str| match part.strip_suffix('-') {
            Some(beginning) => word.starts_with(beginning),
            // Zweieinhalbfach, dvaapůlkrát: more may follow.
            None => part.strip_prefix('-').is_some_and(|end| {
                word.ends_with(end) || end.chars().count() >= 4 && word.find(end).is_some_and(|at| at > 0)
            }),
        };
        self.half.contains(&word) || self.one_and_half.contains(&word) || self.half_parts.iter().any(is_part)
    }

    /// Whether a phrase that adds a half to the number before it stands at a blank of a text.
    pub(super) fn adds_half(&self, text: &str) -> bool {
        let behind = |half: &&str| text.strip_prefix(' ')?.strip_prefix(half);
        self.and_half
            .iter()
            .filter_map(behind)
            .any(|rest| rest.starts_with([' ', ',']) || rest.trim_end_matches('.').is_empty())
    }

    /// The same anywhere in a text behind what a half may be added to: *два милиона и по*, *сат и по*. Else it is *and by* or
    /// *and after*.
    pub(super) fn adds_half_in(&self, text: &str) -> bool {
        !self.and_half.is_empty()
            && text
                .match_indices(' ')
                .any(|(at, _)| self.adds_half(&text[at..]) && self.ends_in_count(&text[..at]))
    }

    /// Whether a number, a unit or a word behind a number ends a text.
    fn ends_in_count(&self, text: &str) -> bool {
        let mut words = text.rsplit(' ');
        let is_number = |word: &str| {
            word.ends_with(|c: char| c.is_ascii_digit())
                || with_lower(word, |word| self.number(word).is_some() || self.power(word).is_some())
        };
        let last = words.next().unwrap_or_default();
        is_number(last) || self.units().get(last).is_some() || words.next().is_some_and(is_number)
    }

    /// How words begin that hold a half.
    pub(super) fn half_parts(&self) -> impl Iterator<Item = &'static str> {
        self.half_parts.iter().filter_map(|part| part.strip_suffix('-'))
    }

    /// Whether a word may end in a half: false for most words.
    pub(super) fn ends_in_half(&self, word: &str) -> bool {
        self.half_ends.iter().any(|end| word.ends_with(end))
    }

    /// Whether any word ends in a half.
    pub(super) fn has_half_ends(&self) -> bool {
        !self.half_ends.is_empty()
    }

    /// The number that a word in lower case joins to a half: 2 in zweieinhalb.
    pub(super) fn before_half(&self, word: &str) -> Option<u64> {
        let bare =
            self.half_ends.iter().filter_map(|end| word.strip_suffix(end)).min_by_key(|bare| bare.len())?;
        self.number(bare).map(|number| number.value)
    }

    /// How many thousands a word in lower case says in one: fünftausend, duecentomila.
    pub(super) fn thousands(&self, word: &str) -> Option<u64> {
        let below = |part: &str, least: u64| {
            let number = self.number(part).filter(|number| !number.soft).map(|number| number.value);
            number.or_else(|| self.compound(part)).filter(|number| (least..1000).contains(number))
        };
        self.thousand_ends.iter().find_map(|end| {
            let (times, rest) = word.split_once(end)?;
            // Milleduecento, tausendfünfhundert.
            let times = match times {
                "" if !rest.is_empty() => 1,
                _ => below(times, 2)?,
            };
            // Tausendundeine.
            let one = || {
                let joined = ["und", "en", "och", "og"].iter().find_map(|and| rest.strip_prefix(and))?;
                self.number(joined).map(|number| number.value).filter(|number| (1..100).contains(number))
            };
            let rest = if rest.is_empty() { 0 } else { below(rest, 2).or_else(one)? };
            Some(times * 1000 + rest)
        })
    }

    /// How many millions a word in lower case says in one, as Hungarian writes them: *kétmillió*, *hárommilliárdos*.
    pub(super) fn millions(&self, word: &str) -> Option<u64> {
        const BEGINNING: &str = "milli";
        let at = word.find(BEGINNING).filter(|at| *at > 0 && self.is_of(&["hu"]))?;
        let (times, power) = (&word[..at], self.power(&word[at..])?);
        let times = match self.number(times) {
            Some(number) if !number.soft => number.value,
            Some(_) => return None,
            None => self.compound(times)?,
        };
        times.checked_mul(10_u64.checked_pow(power.into())?)
    }

    /// What a word in lower case does to the unit before it, of which it makes one of the teens or of the tens.
    pub(super) fn makes(&self, word: &str) -> Option<Makes> {
        if self.tens.contains(&word) {
            return Some(Makes::Tens);
        }
        self.teens.contains(&word).then_some(Makes::Teens)
    }

    /// The number that a compound in lower case says with hundreds in it: zweihundertachtzig, duecentottanta; or with an age:
    /// neunzehnjährig.
    pub(super) fn compound(&self, word: &str) -> Option<u64> {
        if let Some((number, _)) = self.period(word) {
            return Some(number);
        }
        self.with_hundreds(word)
    }

    /// The number that a compound says with hundreds in it.
    fn with_hundreds(&self, word: &str) -> Option<u64> {
        self.hundreds.iter().find_map(|hundred| {
            let (before, after) = word.split_at(word.find(hundred)?);
            let after = &after[hundred.len()..];
            let times = if before.is_empty() { 1 } else { self.in_compound(before)? };
            let rest = if after.is_empty() { 0 } else { self.in_compound(after)? };
            (times > 1 || rest > 0).then_some(times * 100 + rest)
        })
    }

    /// How long something lasts that a compound in lower case says, and in which unit: four days in viertägig.
    pub(super) fn period(&self, word: &str) -> Option<(u64, Unit)> {
        self.periods.iter().find_map(|(beginning, unit)| {
            let number = &word[..word.find(beginning)?];
            let prefix = || self.prefixes.iter().find(|(form, _)| *form == number).map(|prefix| prefix.1);
            let small = self.in_compound(number).or_else(prefix).filter(|number| (2..100).contains(number));
            small.or_else(|| self.with_hundreds(number)).map(|number| (number, *unit))
        })
    }

    /// Whether any compound says how long something lasts.
    pub(super) fn has_periods(&self) -> bool {
        !self.periods.is_empty()
    }

    /// The number that a part of a compound says. One and a half are none here, nor are words that hold more.
    fn in_compound(&self, part: &str) -> Option<u64> {
        let joined = ["und", "en", "og"].iter().find_map(|and| part.strip_prefix(and));
        let number = self.number(part).or_else(|| self.number(joined?));
        number.filter(|number| !number.soft && (2..100).contains(&number.value)).map(|number| number.value)
    }

    /// Cardinals and ordinals in words and as beginnings of words, with their values, in no order.
    pub(super) fn number_forms(&self) -> impl Iterator<Item = (&'static str, u64)> {
        let hard = self.numbers.iter().filter(|(_, entry)| *entry & SOFT == 0);
        hard.map(|(form, entry)| (*form, u64::from(*entry))).chain(self.prefixes.iter().copied())
    }

    /// Whether a word may be a number, a power of ten or a month; false for most words.
    pub(super) fn may_count(&self, word: &Word) -> bool {
        self.beginnings.has(word)
    }

    /// Words for zero, each with what it begins with before what may be an ending.
    pub(super) fn noughts(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        // Cerca and cerrar are not of cero.
        let stem = if self.is_of(&["es", "gl"]) { 4 } else { 3 };
        self.numbers.iter().filter(|(_, entry)| **entry & !SOFT == 0).map(move |(form, _)| {
            (*form, form.char_indices().nth(stem).map_or(*form, |(end, _)| &form[..end]))
        })
    }

    /// Whether it is of one of these languages.
    pub(super) fn is_of(&self, languages: &[&str]) -> bool {
        languages.contains(&self.language.as_str())
    }

    /// The names of units. Read when first asked for: most texts have none.
    pub(super) fn units(&self) -> &Names {
        self.units.get_or_init(|| Names::new(&self.language))
    }

    /// Ways to say things that have a number in their name, and how these begin. Read when first asked for.
    pub(super) fn sayings(&self) -> &(Vec<Saying>, Beginnings) {
        self.sayings.get_or_init(|| {
            let all = sayings::of_language(&self.language);
            let beginnings = sayings::beginnings(&all);
            (all, beginnings)
        })
    }

    /// The words of French.
    pub(super) fn french() -> &'static Lexicon {
        static FRENCH: OnceLock<Lexicon> = OnceLock::new();
        FRENCH.get_or_init(|| Lexicon::new("fr"))
    }
}
