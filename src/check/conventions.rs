//! What a locale does by convention: its script, quotation marks, number signs, months and words.
//!
//! The data are files under `data/`, written by `data/generate.py` from CLDR, and `data/supplement.tsv`
//! for what CLDR lacks. A locale that is not listed takes the conventions of its language.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::codes::in_words;
use super::language::Form;
use super::letters::Letters;
use super::sayings::{self, Saying};
use super::scan::{Beginnings, Word};
use super::script::Script;
use super::section::{SUPPLEMENT, section};
use super::units::Names;
use crate::diagnostic::advice;
use crate::text::Locale;

const CONVENTIONS: &str = include_str!("data/conventions.tsv");
const MONTHS: &str = include_str!("data/months.tsv");
const MAGNITUDES: &str = include_str!("data/magnitudes.tsv");
const WEEKDAYS: &str = include_str!("data/weekdays.tsv");
const NUMBER_WORDS: &str = include_str!("data/number_words.tsv");

/// A target locale's conventions. Made once, used for all its translations.
#[derive(Debug)]
pub struct Target {
    /// Its whole tag.
    pub(super) tag: String,
    /// Its language alone.
    pub(super) language: String,
    /// What to do where a translation is in another language.
    pub(super) in_its_language: SmolStr,
    /// The script that it is written in.
    pub(super) script: Script,
    /// Which Chinese characters it writes, if its tag says so.
    pub(super) form: Option<Form>,
    /// Opening and closing marks: the usual ones, then those inside a quotation.
    pub(super) quotes: Vec<char>,
    /// Quotation marks in wide use that CLDR does not name.
    pub(super) custom_quotes: &'static str,
    /// The decimal mark.
    pub(super) decimal: char,
    /// The mark between groups of three digits.
    pub(super) group: char,
    /// Which language of the function words this is.
    pub(super) vocabulary: u64,
    /// The code by which its texts are recognised; none if they are not.
    pub(super) code: Option<&'static str>,
    /// The letters that it is written with.
    pub(super) letters: Letters,
    pub(super) lexicon: Lexicon,
}

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
    /// Words that are a per-cent sign.
    pub(super) percent: Vec<&'static str>,
    /// How those begin.
    pub(super) percent_beginnings: Beginnings,
    /// Words for morning and evening at a clock time, by their first hour (0 or 12).
    pub(super) clock: Vec<(&'static str, u8)>,
    /// How words begin that name the second half of the day, where times are written by the clock of twenty-four
    /// hours.
    pub(super) evening: Vec<&'static str>,
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
    /// How compound words begin that hold a number.
    pub(super) prefixes: Vec<(&'static str, u64)>,
    /// Whether the decimal comma and point are both in use, by country.
    pub(super) both_marks: bool,
    /// Words that add a half to the number before.
    pub(super) half: Vec<&'static str>,
    /// How words begin (`x-`) or end (`-x`) that hold a half.
    half_parts: Vec<&'static str>,
    /// How words end that hold a half.
    half_ends: Vec<&'static str>,
    /// How compounds of thousands end: fünftausend.
    thousand_ends: Vec<&'static str>,
    /// What hundreds are in compounds: zweihundertachtzig.
    hundreds: Vec<&'static str>,
    /// How compounds end that say how old somebody is: neunzehnjährig.
    age_ends: Vec<&'static str>,
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
    /// Names before the years of a reign.
    pub(super) eras: Vec<&'static str>,
    /// Which beginnings of three bytes the words above have: most words of a text are none of them.
    beginnings: Beginnings,
    /// How words begin that say that something is less by a share.
    pub(super) decline: Vec<&'static str>,
    /// Words that say that there is none.
    pub(super) none: Vec<&'static str>,
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

impl Target {
    /// The conventions of `locale`, or of its language, or none beyond those of English.
    pub fn new(locale: &Locale) -> Self {
        let tag = locale.as_str();
        let language = match locale.language() {
            "nb" | "nn" => "no",
            other => other,
        };
        let mut target = Target {
            tag: tag.to_owned(),
            language: language.to_owned(),
            in_its_language: advice(format!(
                "this catalog is for {} (`{tag}`): write the translation in that language",
                in_words(language)
            )),
            script: Script::Latin,
            form: Form::of(tag),
            quotes: Vec::new(),
            custom_quotes: section(SUPPLEMENT, language)
                .find_map(|line| line.strip_prefix("quotes\t"))
                .unwrap_or_default(),
            decimal: '.',
            group: ',',
            vocabulary: super::vocabulary::bit(language),
            code: super::codes::code(language),
            letters: Letters::default(),
            lexicon: Lexicon::new(locale.language()),
        };
        if let Some(row) = convention(tag) {
            let mut columns = row.split('\t').skip(1);
            target.script = Script::from_code(columns.next().unwrap_or_default());
            target.quotes = columns.next().unwrap_or_default().chars().collect();
            target.decimal = columns.next().and_then(|mark| mark.chars().next()).unwrap_or('.');
            target.group = columns.next().and_then(|mark| mark.chars().next()).unwrap_or(',');
        }
        target.letters = Letters::new(language, target.script);
        target
    }

    /// Whether a mark may open or close a quotation here, for what CLDR and custom say.
    pub(super) fn has_quote(&self, mark: char) -> bool {
        self.quotes.contains(&mark) || self.custom_quotes.contains(mark)
    }
}

/// The row of the longest listed beginning of `tag`.
fn convention(tag: &str) -> Option<&'static str> {
    let row = |tag: &str| {
        CONVENTIONS.lines().find(|line| line.strip_prefix(tag).is_some_and(|rest| rest.starts_with('\t')))
    };
    // The regions that write traditional characters have no script in their tag.
    let mut tag = match tag {
        "zh-TW" | "zh-HK" | "zh-MO" => "zh-Hant",
        "nb" | "nn" => "no",
        other => other,
    };
    loop {
        if let Some(row) = row(tag) {
            return Some(row);
        }
        tag = tag.rsplit_once('-')?.0;
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
        let long = |stem: &&(String, u8)| word.starts_with(stem.0.as_str());
        self.stems.iter().filter(long).max_by_key(|stem| stem.0.len()).map(|stem| stem.1)
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

    /// The number that a compound in lower case says with hundreds in it: zweihundertachtzig, duecentottanta; or with an age:
    /// neunzehnjährig.
    pub(super) fn compound(&self, word: &str) -> Option<u64> {
        // One and a half are no number here, nor are words that hold more.
        let below = |part: &str| {
            let joined = ["und", "en", "og"].iter().find_map(|and| part.strip_prefix(and));
            let number = self.number(part).or_else(|| self.number(joined?));
            number
                .filter(|number| !number.soft && (2..100).contains(&number.value))
                .map(|number| number.value)
        };
        if let Some(age) = self.age_ends.iter().find_map(|end| word.strip_suffix(end)) {
            return below(age);
        }
        self.hundreds.iter().find_map(|hundred| {
            let (before, after) = word.split_at(word.find(hundred)?);
            let after = &after[hundred.len()..];
            let times = if before.is_empty() { 1 } else { below(before)? };
            let rest = if after.is_empty() { 0 } else { below(after)? };
            (times > 1 || rest > 0).then_some(times * 100 + rest)
        })
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

    /// Words for zero, without what may be an ending.
    pub(super) fn noughts(&self) -> impl Iterator<Item = &'static str> {
        const STEM: usize = 3;
        self.numbers
            .iter()
            .filter(|(_, entry)| **entry & !SOFT == 0)
            .map(|(form, _)| form.char_indices().nth(STEM).map_or(*form, |(end, _)| &form[..end]))
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

    fn note_beginnings(&mut self) {
        let numbers = self.numbers.keys().copied();
        let others =
            self.magnitudes.keys().map(String::as_str).chain(self.stems.iter().map(|stem| stem.0.as_str()));
        for word in numbers.chain(others).chain(self.months.keys().copied()) {
            self.beginnings.add(word);
        }
        // Tremila and elfhundert begin as no number does that stands alone.
        let ends = [&self.thousand_ends, &self.hundreds, &self.age_ends, &self.half_ends];
        let ends: Vec<&str> = ends.into_iter().flatten().copied().collect();
        for form in self.numbers.keys().filter(|form| !ends.is_empty() && form.chars().nth(3).is_none()) {
            for end in &ends {
                self.beginnings.add(&format!("{form}{end}"));
            }
        }
        // Of a translation they are looked for only where the French has some.
        if self.language == "fr" {
            for (form, _) in &self.weekdays {
                self.beginnings.add(form);
            }
            for hour in ["midi", "minuit"] {
                self.beginnings.add(hour);
            }
        }
        for word in &self.percent {
            self.percent_beginnings.add(word);
        }
    }

    /// The words of French.
    pub(super) fn french() -> &'static Lexicon {
        static FRENCH: OnceLock<Lexicon> = OnceLock::new();
        FRENCH.get_or_init(|| Lexicon::new("fr"))
    }

    /// The words of `language`; empty where there are no data.
    pub(super) fn new(language: &str) -> Self {
        let joined = if matches!(language, "nb" | "nn") { "no" } else { language };
        let mut lexicon = Lexicon { language: joined.to_owned(), ..Lexicon::default() };
        for line in section(WEEKDAYS, joined) {
            if let Some((day, forms)) = numbered(line) {
                lexicon.weekdays.extend(forms.map(|form| (form, day)));
            }
        }
        for line in section(NUMBER_WORDS, joined) {
            let mut cells = line.split('\t');
            let value = cells.next().and_then(|value| value.parse().ok());
            if let Some(value) = value {
                lexicon.numbers.extend(cells.map(|form| (form, value)));
            }
        }
        for line in section(MONTHS, language) {
            let mut cells = line.split('\t');
            if let Some(month) = cells.next().and_then(|month| month.parse().ok()) {
                lexicon.months.extend(cells.map(|form| (form, month)));
            }
        }
        for line in section(MAGNITUDES, language) {
            lexicon.magnitude(line);
        }
        for line in section(SUPPLEMENT, joined) {
            lexicon.supplement(line);
        }
        lexicon.all_weekdays.extend(&lexicon.weekdays);
        lexicon.note_beginnings();
        lexicon
    }

    fn magnitude(&mut self, line: &'static str) {
        let mut cells = line.split('\t');
        let Some(power) = cells.next().and_then(|power| power.parse().ok()) else { return };
        let is_long = cells.next() == Some("long");
        // The data are in lower case but for German and symbols: all are looked up in lower case.
        let forms: Vec<String> = cells.map(|form| form.trim_end_matches('.').to_lowercase()).collect();
        let stem = common_start(&forms);
        if is_long && stem.chars().count() >= 4 {
            self.stems.push((stem.to_owned(), power));
        }
        self.magnitudes.extend(forms.into_iter().map(|form| (form, power)));
    }

    fn supplement(&mut self, line: &'static str) {
        let mut cells = line.split('\t');
        let Some(kind) = cells.next() else { return };
        match kind {
            "number" => {
                if let Some(value) = cells.next().and_then(|value| value.parse::<u16>().ok()) {
                    self.numbers.extend(cells.map(|form| (form, value | SOFT)));
                }
            }
            "cardinal" => {
                if let Some(value) = cells.next().and_then(|value| value.parse().ok()) {
                    self.numbers.extend(cells.map(|form| (form, value)));
                }
            }
            "not-number" => {
                for form in cells {
                    self.numbers.remove(form);
                }
            }
            "month" => {
                if let Some(month) = cells.next().and_then(|month| month.parse().ok()) {
                    self.months.extend(cells.map(|form| (form, month)));
                }
            }
            "magnitude" => {
                if let Some(power) = cells.next().and_then(|power| power.parse().ok()) {
                    self.magnitudes.extend(cells.map(|form| (form.to_owned(), power)));
                }
            }
            "not-magnitude" => self.magnitudes.extend(cells.map(|form| (form.to_owned(), 0))),
            "stem" => {
                if let Some(power) = cells.next().and_then(|power| power.parse().ok()) {
                    self.stems.extend(cells.map(|form| (form.to_owned(), power)));
                }
            }
            "weekday" => {
                if let Some(day) = cells.next().and_then(|day| day.parse().ok()) {
                    self.weekdays.extend(cells.map(|form| (form, day)));
                }
            }
            "not-weekday" => {
                let others: Vec<&str> = cells.collect();
                self.all_weekdays.extend(self.weekdays.iter().filter(|(form, _)| others.contains(form)));
                self.weekdays.retain(|(form, _)| !others.contains(form));
            }
            "percent" => self.percent.extend(cells),
            "prefix" => {
                if let Some(value) = cells.next().and_then(|value| value.parse().ok()) {
                    self.prefixes.extend(cells.map(|form| (form, value)));
                }
            }
            "marks" => self.both_marks = true,
            "half" => self.half.extend(cells),
            "half-part" => {
                self.half_ends.extend(cells.clone().filter_map(|part| part.strip_prefix('-')));
                self.half_parts.extend(cells);
            }
            "thousand-end" => self.thousand_ends.extend(cells),
            "hundred" => self.hundreds.extend(cells),
            "age-end" => self.age_ends.extend(cells),
            "quarter-past" => self.quarter_past.extend(cells),
            "quarter-to" => self.quarter_to.extend(cells),
            "times-noun" => self.times_nouns.extend(cells),
            "fold" => {
                if let Some(times) = cells.next().and_then(|times| times.parse().ok()) {
                    self.folds.extend(cells.map(|form| (form, times)));
                }
            }
            "one-and-half" => self.one_and_half.extend(cells),
            "whole-day" => self.whole_day.extend(cells),
            "times" => {
                if let Some(count) = cells.next().and_then(|count| count.parse::<u16>().ok()) {
                    self.numbers.extend(cells.clone().map(|form| (form, count | SOFT)));
                    self.times.extend(cells.map(|form| (form, u64::from(count))));
                }
            }
            "half-year" => {
                if let Some(half) = cells.next().and_then(|half| half.parse().ok()) {
                    self.half_years.extend(cells.map(|name| (name, half)));
                }
            }
            "ordinals" => self.dotted_ordinals = true,
            "half-hours" => self.half_of_next = true,
            "share" | "rank" => {
                let all = if kind == "share" { &mut self.shares } else { &mut self.ranks };
                if let Some(number) = cells.next().and_then(|number| number.parse().ok()) {
                    all.extend(cells.map(|form| (form, number)));
                }
            }
            "quarter" => self.quarter.extend(cells),
            "era" => self.eras.extend(cells),
            "decline" => self.decline.extend(cells),
            "before-christ" => self.before_christ.extend(cells),
            "minus" => self.minus.extend(cells),
            "none" => self.none.extend(cells),
            "am" => self.clock.extend(cells.map(|form| (form, 0))),
            "pm" => self.clock.extend(cells.map(|form| (form, 12))),
            "noon" => self.noon.extend(cells),
            "midnight" => self.midnight.extend(cells),
            "evening" => self.evening.extend(cells),
            "doubled" => self.doubled.extend(cells),
            "doubled-after" => self.doubled_after.extend(cells.next().map(|word| (word, cells.collect()))),
            "doubled-before" => self.doubled_before.extend(cells.next().map(|word| (word, cells.collect()))),
            "doubled-in-clause" => self.doubled_in_clause.extend(cells),
            _ => {}
        }
    }
}

/// An Arabic word without the ending of what is counted (مليونًا, ثلاثا), which is written in several ways; none if it
/// has no such ending.
pub(super) fn without_tanwin(word: &str) -> Option<&str> {
    let bare = word.strip_suffix("ًا").or_else(|| word.strip_suffix("اً"));
    bare.or_else(|| word.strip_suffix(['ا', 'ً', 'ٌ', 'ٍ']))
}

/// A line of a number and forms.
fn numbered(line: &'static str) -> Option<(u8, std::str::Split<'static, char>)> {
    let (number, forms) = line.split_once('\t')?;
    Some((number.parse().ok()?, forms.split('\t')))
}

fn common_start(forms: &[String]) -> &str {
    let Some(first) = forms.first() else { return "" };
    let mut length = first.len();
    for form in &forms[1..] {
        let same = first.char_indices().zip(form.chars()).find(|((_, a), b)| a != b);
        length = length.min(same.map_or(first.len().min(form.len()), |((at, _), _)| at));
    }
    &first[..length]
}
