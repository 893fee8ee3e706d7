//! The words of a language, from the data.

use std::str::{FromStr, Split};

use super::{Lexicon, Never, SOFT};
use crate::check::section::{SUPPLEMENT, section};
use crate::check::units::Unit;

const MONTHS: &str = include_str!("../data/months.tsv");
const MAGNITUDES: &str = include_str!("../data/magnitudes.tsv");
const WEEKDAYS: &str = include_str!("../data/weekdays.tsv");
const NUMBER_WORDS: &str = include_str!("../data/number_words.tsv");

impl Lexicon {
    /// The words of `language`; empty where there are no data.
    pub(in crate::check) fn new(language: &str) -> Self {
        let joined = if matches!(language, "nb" | "nn") { "no" } else { language };
        let mut lexicon = Lexicon { language: joined.to_owned(), ..Lexicon::default() };
        lexicon.weekdays.extend(section(WEEKDAYS, joined).flat_map(numbered));
        lexicon.numbers.extend(section(NUMBER_WORDS, joined).flat_map(numbered));
        lexicon.months.extend(section(MONTHS, language).flat_map(numbered));
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

    /// Takes up a line of the supplement: its kind, and what is known.
    fn supplement(&mut self, line: &'static str) {
        let Some((kind, known)) = line.split_once('\t') else { return };
        let mut cells = known.split('\t');
        if let Some(words) = self.words_of(kind) {
            words.extend(cells);
            return;
        }
        let soft = |known| numbered(known).map(|(form, number): (_, u16)| (form, number | SOFT));
        let owned = |(form, power): (&str, u8)| (form.to_owned(), power);
        match kind {
            "number" => self.numbers.extend(soft(known)),
            "cardinal" => self.numbers.extend(numbered(known)),
            "not-number" => cells.for_each(|form| _ = self.numbers.remove(form)),
            "times" => {
                self.numbers.extend(soft(known));
                self.times.extend(numbered(known));
            }
            "month" => self.months.extend(numbered(known)),
            "magnitude" => self.magnitudes.extend(numbered(known).map(owned)),
            "not-magnitude" => {
                for form in cells {
                    match form.strip_suffix('-') {
                        Some(stem) => self.other_stems.push(stem),
                        None => _ = self.magnitudes.insert(form.to_owned(), 0),
                    }
                }
            }
            "stem" => self.stems.extend(numbered(known).map(owned)),
            "weekday" => self.weekdays.extend(numbered(known)),
            "not-weekday" => {
                let others: Vec<&str> = cells.collect();
                self.all_weekdays.extend(self.weekdays.iter().filter(|(form, _)| others.contains(form)));
                self.weekdays.retain(|(form, _)| !others.contains(form));
            }
            "prefix" => self.prefixes.extend(numbered(known)),
            "period" => {
                if let Some(unit) = cells.next().and_then(Unit::of_time) {
                    self.periods.extend(cells.map(|form| (form, unit)));
                }
            }
            "fold" => self.folds.extend(numbered(known)),
            "half-year" => self.half_years.extend(numbered(known)),
            "share" => self.shares.extend(numbered(known)),
            "rank" => self.ranks.extend(numbered(known)),
            "feast" => self.feasts.extend(numbered(known)),
            "am" => self.clock.extend(cells.map(|form| (form, 0))),
            "pm" => self.clock.extend(cells.map(|form| (form, 12))),
            "half-part" => {
                self.half_ends.extend(cells.clone().filter_map(|part| part.strip_prefix('-')));
                self.half_parts.extend(cells);
            }
            "marks" => self.both_marks = true,
            "score" => self.own_score_first = true,
            "ordinals" => self.dotted_ordinals = true,
            "half-hours" => self.half_of_next = true,
            "doubled-each" => self.doubles_each = true,
            "doubled-after" => self.doubled_after.extend(cells.next().map(|word| (word, cells.collect()))),
            "doubled-before" => self.doubled_before.extend(cells.next().map(|word| (word, cells.collect()))),
            "doubled-not-after" => {
                self.doubled_not_after.extend(cells.next().map(|word| (word, cells.collect())));
            }
            "never" => self.never(cells),
            _ => {}
        }
    }

    /// The list that lines of this kind are all words of.
    fn words_of(&mut self, kind: &str) -> Option<&mut Vec<&'static str>> {
        Some(match kind {
            "percent" => &mut self.percent,
            "half" => &mut self.half,
            "and-half" => &mut self.and_half,
            "thousand-end" => &mut self.thousand_ends,
            "hundred" => &mut self.hundreds,
            "tens" => &mut self.tens,
            "teens" => &mut self.teens,
            "quarter" => &mut self.quarter,
            "quarter-past" => &mut self.quarter_past,
            "quarter-to" => &mut self.quarter_to,
            "times-noun" => &mut self.times_nouns,
            "one-and-half" => &mut self.one_and_half,
            "whole-day" => &mut self.whole_day,
            "era" => &mut self.eras,
            "decline" => &mut self.decline,
            "before-christ" => &mut self.before_christ,
            "minus" => &mut self.minus,
            "none" => &mut self.none,
            "not-stem" => &mut self.not_stems,
            "never-last" => &mut self.never_last,
            "turn" => &mut self.turn,
            "noon" => &mut self.noon,
            "midnight" => &mut self.midnight,
            "evening" => &mut self.evening,
            "doubled" => &mut self.doubled,
            "doubled-in-clause" => &mut self.doubled_in_clause,
            _ => return None,
        })
    }

    /// What a neighbour's language has: its tag, then whole words, ends (`-x`) and parts of words (`-x-`).
    fn never(&mut self, mut cells: Split<'static, char>) {
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

    fn note_beginnings(&mut self) {
        let numbers = self.numbers.keys().copied();
        let others =
            self.magnitudes.keys().map(String::as_str).chain(self.stems.iter().map(|stem| stem.0.as_str()));
        let makers = self.tens.iter().chain(&self.teens).copied();
        for word in numbers.chain(others).chain(makers).chain(self.months.keys().copied()) {
            self.beginnings.add(word);
        }
        // Tremila and elfhundert begin as no number does that stands alone.
        let periods = self.periods.iter().map(|period| period.0);
        let ends = [&self.thousand_ends, &self.hundreds, &self.half_ends];
        let ends: Vec<&str> = ends.into_iter().flatten().copied().chain(periods).collect();
        // Cztero and neli stand in such compounds alone.
        let prefixes = self.prefixes.iter().filter(|_| !self.periods.is_empty());
        prefixes.for_each(|(form, _)| self.beginnings.add(form));
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

/// The forms of a line, each with the number that the line begins with.
fn numbered<V: FromStr + Copy>(line: &'static str) -> impl Iterator<Item = (&'static str, V)> {
    let mut cells = line.split('\t');
    let number = value(&mut cells);
    number.into_iter().flat_map(move |number| cells.clone().map(move |form| (form, number)))
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
