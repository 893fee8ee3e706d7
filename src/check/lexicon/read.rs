//! The words of a language, from the data.

use std::str::{FromStr, Split};

use super::{Lexicon, Never, SOFT};
use crate::check::section::{SUPPLEMENT, section};

const MONTHS: &str = include_str!("../data/months.tsv");
const MAGNITUDES: &str = include_str!("../data/magnitudes.tsv");
const WEEKDAYS: &str = include_str!("../data/weekdays.tsv");
const NUMBER_WORDS: &str = include_str!("../data/number_words.tsv");

impl Lexicon {
    /// The words of `language`; empty where there are no data.
    pub(in crate::check) fn new(language: &str) -> Self {
        let joined = if matches!(language, "nb" | "nn") { "no" } else { language };
        let mut lexicon = Lexicon { language: joined.to_owned(), ..Lexicon::default() };
        for line in section(WEEKDAYS, joined) {
            if let Some((day, forms)) = numbered(line) {
                lexicon.weekdays.extend(forms.map(|form| (form, day)));
            }
        }
        for line in section(NUMBER_WORDS, joined) {
            let mut cells = line.split('\t');
            if let Some(number) = value(&mut cells) {
                lexicon.numbers.extend(cells.map(|form| (form, number)));
            }
        }
        for line in section(MONTHS, language) {
            let mut cells = line.split('\t');
            if let Some(month) = value(&mut cells) {
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
        let Some(power) = value(&mut cells) else { return };
        let is_long = cells.next() == Some("long");
        // The data are in lower case but for German and symbols: all are looked up in lower case.
        let forms: Vec<String> = cells.map(|form| form.trim_end_matches(['.', '॰']).to_lowercase()).collect();
        let stem = common_start(&forms);
        // In an alphabet, four letters begin many other words: mill is how millimetres begin, mila how Milan does.
        let fewest = if stem.starts_with(char::is_lowercase) { 5 } else { 4 };
        if is_long && stem.chars().count() >= fewest {
            self.stems.push((stem.to_owned(), power));
        }
        self.magnitudes.extend(forms.into_iter().map(|form| (form, power)));
    }

    fn supplement(&mut self, line: &'static str) {
        let mut cells = line.split('\t');
        let Some(kind) = cells.next() else { return };
        match kind {
            "number" => {
                if let Some(number) = value::<u16>(&mut cells) {
                    self.numbers.extend(cells.map(|form| (form, number | SOFT)));
                }
            }
            "cardinal" => {
                if let Some(number) = value(&mut cells) {
                    self.numbers.extend(cells.map(|form| (form, number)));
                }
            }
            "not-number" => {
                for form in cells {
                    self.numbers.remove(form);
                }
            }
            "month" => {
                if let Some(month) = value(&mut cells) {
                    self.months.extend(cells.map(|form| (form, month)));
                }
            }
            "magnitude" => {
                if let Some(power) = value(&mut cells) {
                    self.magnitudes.extend(cells.map(|form| (form.to_owned(), power)));
                }
            }
            "not-magnitude" => {
                for form in cells {
                    match form.strip_suffix('-') {
                        Some(stem) => self.other_stems.push(stem),
                        None => _ = self.magnitudes.insert(form.to_owned(), 0),
                    }
                }
            }
            "stem" => {
                if let Some(power) = value(&mut cells) {
                    self.stems.extend(cells.map(|form| (form.to_owned(), power)));
                }
            }
            "weekday" => {
                if let Some(day) = value(&mut cells) {
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
                if let Some(number) = value(&mut cells) {
                    self.prefixes.extend(cells.map(|form| (form, number)));
                }
            }
            "marks" => self.both_marks = true,
            "half" => self.half.extend(cells),
            "and-half" => self.and_half.extend(cells),
            "half-part" => {
                self.half_ends.extend(cells.clone().filter_map(|part| part.strip_prefix('-')));
                self.half_parts.extend(cells);
            }
            "thousand-end" => self.thousand_ends.extend(cells),
            "hundred" => self.hundreds.extend(cells),
            "tens" => self.tens.extend(cells),
            "teens" => self.teens.extend(cells),
            "age-end" => self.age_ends.extend(cells),
            "quarter-past" => self.quarter_past.extend(cells),
            "quarter-to" => self.quarter_to.extend(cells),
            "times-noun" => self.times_nouns.extend(cells),
            "fold" => {
                if let Some(times) = value(&mut cells) {
                    self.folds.extend(cells.map(|form| (form, times)));
                }
            }
            "one-and-half" => self.one_and_half.extend(cells),
            "whole-day" => self.whole_day.extend(cells),
            "times" => {
                if let Some(count) = value::<u16>(&mut cells) {
                    self.numbers.extend(cells.clone().map(|form| (form, count | SOFT)));
                    self.times.extend(cells.map(|form| (form, u64::from(count))));
                }
            }
            "half-year" => {
                if let Some(half) = value(&mut cells) {
                    self.half_years.extend(cells.map(|name| (name, half)));
                }
            }
            "ordinals" => self.dotted_ordinals = true,
            "half-hours" => self.half_of_next = true,
            "share" | "rank" => {
                let all = if kind == "share" { &mut self.shares } else { &mut self.ranks };
                if let Some(number) = value(&mut cells) {
                    all.extend(cells.map(|form| (form, number)));
                }
            }
            "quarter" => self.quarter.extend(cells),
            "era" => self.eras.extend(cells),
            "decline" => self.decline.extend(cells),
            "before-christ" => self.before_christ.extend(cells),
            "minus" => self.minus.extend(cells),
            "none" => self.none.extend(cells),
            "not-stem" => self.not_stems.extend(cells),
            "am" => self.clock.extend(cells.map(|form| (form, 0))),
            "pm" => self.clock.extend(cells.map(|form| (form, 12))),
            "feast" => {
                if let Some(date) = value(&mut cells) {
                    self.feasts.extend(cells.map(|name| (name, date)));
                }
            }
            "turn" => self.turn.extend(cells),
            "noon" => self.noon.extend(cells),
            "midnight" => self.midnight.extend(cells),
            "evening" => self.evening.extend(cells),
            "doubled" => self.doubled.extend(cells),
            "doubled-after" => self.doubled_after.extend(cells.next().map(|word| (word, cells.collect()))),
            "doubled-before" => self.doubled_before.extend(cells.next().map(|word| (word, cells.collect()))),
            "doubled-in-clause" => self.doubled_in_clause.extend(cells),
            "doubled-not-after" => {
                self.doubled_not_after.extend(cells.next().map(|word| (word, cells.collect())));
            }
            "doubled-each" => self.doubles_each = true,
            "never" => {
                let language = cells.next().unwrap_or_default();
                let mut never = Never { language, words: Vec::new(), ends: Vec::new(), parts: Vec::new() };
                for form in cells {
                    match form.strip_prefix('-').map(|end| (end, end.strip_suffix('-'))) {
                        Some((_, Some(part))) => never.parts.push(part),
                        Some((end, None)) => never.ends.push(end),
                        None => never.words.push(form),
                    }
                }
                never.words.iter().for_each(|word| self.never_beginnings.add(word));
                self.never.push(never);
            }
            _ => {}
        }
    }

    fn note_beginnings(&mut self) {
        let numbers = self.numbers.keys().copied();
        let others =
            self.magnitudes.keys().map(String::as_str).chain(self.stems.iter().map(|stem| stem.0.as_str()));
        let makers = self.tens.iter().chain(&self.teens).copied();
        for word in numbers.chain(others).chain(makers).chain(self.months.keys().copied()) {
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
}

/// What stands first in a line.
fn value<V: FromStr>(cells: &mut Split<'static, char>) -> Option<V> {
    cells.next()?.parse().ok()
}

/// A line of a number and forms.
fn numbered(line: &'static str) -> Option<(u8, Split<'static, char>)> {
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
