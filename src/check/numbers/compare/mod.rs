//! Which number of the translation renders which of the French.

mod arguments;
mod cents;
mod clocks;
mod comparison;
mod elsewhere;
mod halves;
mod loose;
mod measures;
mod names;
mod once;
mod periods;
mod powers;
mod quarters;
mod school;
mod scores;
mod shares;
mod spoken;
mod values;
mod words;

use rustc_hash::FxHashMap;

use super::read::{Item, Kind, Reading, is_blank};
use super::value::{Value, digit, digits};
use crate::check::Target;
use crate::check::scan::{self, Text, with_lower};

pub(super) use clocks::{are_one_time, is_clock};
use comparison::WHOLE;
pub(super) use comparison::{Comparison, Found};
pub(super) use halves::{OF_NEXT, explain, is_other_half, is_other_quarter, says_half};
pub(super) use loose::is_next_floor;
pub(super) use measures::{at_number, converts, other_unit};
pub(super) use names::{counts_decade, months_of_feasts, other_decade};
pub(super) use once::{is_denominator, may_be_said_once};
pub(super) use powers::leaves_magnitude_out;
pub(super) use school::year as year_of_school;
pub(super) use shares::{is_one_of_so_many, is_percent};
pub(super) use spoken::other as other_time;
pub(super) use values::{
    counts_nothing, counts_times, is_called_value, is_compared, is_in_formula, next_word, noun,
};
pub(super) use words::in_words;

/// Finds the French numbers in the translation.
pub(super) fn compare<'c>(
    source: &'c Text<'c>,
    text: &'c Text<'c>,
    target: &'c Target,
    french: &'c Reading,
    here: &'c Reading,
) -> Comparison<'c> {
    let mut comparison = Comparison::new(source, text, target, french, here);
    comparison.in_code();
    measures::take(&mut comparison);
    if target.script.is_unspaced() {
        comparison.clocks_in_signs();
    }
    // 七点三刻 is none of three, nor is 12h30 noon and thirty more.
    if target.script.is_unspaced() || french.noon != 0 {
        spoken::take(&mut comparison);
    }
    periods::halves_of_years(&mut comparison);
    comparison.exactly();
    if comparison.found.iter().all(Option::is_some) {
        return comparison;
    }
    comparison.clocks();
    // An article is a number that nobody misses: most of what is not found is one.
    let is_missed = comparison.is_missing_one();
    if is_missed {
        comparison.clocks_in_figures();
        spoken::take(&mut comparison);
        spoken::lengths(&mut comparison);
    }
    halves::lengths(&mut comparison);
    scores::take(&mut comparison);
    arguments::take(&mut comparison);
    comparison.in_parts();
    comparison.otherwise();
    halves::clocks(&mut comparison);
    if is_missed {
        halves::said(&mut comparison);
    }
    measures::one_alone(&mut comparison);
    measures::halves(&mut comparison);
    halves::shares(&mut comparison);
    comparison
}

/// Whether a text holds a number, and not as a part of another one.
pub(super) fn holds(text: &str, number: &str) -> bool {
    text.match_indices(number).any(|(at, _)| {
        let is_digit = |c: char| c.is_ascii_digit();
        !text[..at].ends_with(is_digit) && !text[at + number.len()..].starts_with(is_digit)
    })
}

impl<'c> Comparison<'c> {
    /// Figures of the French that are code here: « -1 » for `-1`.
    fn in_code(&mut self) {
        let codes = |text: &'c Text<'c>| text.written(scan::Kind::Code);
        let (source, text) = (self.source, self.text);
        if text.tokens.is_empty() || codes(text).count() <= codes(source).count() {
            return;
        }
        for (at, item) in self.french.items.iter().enumerate().filter(|(_, item)| item.kind == Kind::Digits) {
            let begin = item.span.start - usize::from(source.raw[..item.span.start].ends_with('-'));
            let written = &source.raw[begin..item.span.end];
            if codes(text).any(|code| holds(code, written)) {
                self.found[at] = Some(Found::Loosely(None));
            }
        }
    }

    /// Whether a French number is not found that must be somewhere.
    fn is_missing_one(&self) -> bool {
        let items = self.french.items.iter().zip(&self.found);
        items.into_iter().any(|(item, found)| found.is_none() && item.kind != Kind::Soft)
    }

    /// The same value in the same place of the other list: in digits first, as they are the surest.
    fn exactly(&mut self) {
        self.by_name();
        self.by_times();
        // Figures don't take the words that words need: trois sets (6-4, 3-6) are drei Sätze (6:4, 3:6).
        // An article that may be a number waits until those that are have theirs.
        self.exactly_as(Self::unused_of, |item| item.kind == Kind::Soft);
        if self.found.iter().any(Option::is_none) {
            // Nor do they take the words that hold a number and more: deuxième en 2 h 5 min is druhý.
            self.exactly_as(Self::unused, |item| matches!(item.kind, Kind::Digits | Kind::Soft));
            self.exactly_as(Self::unused, |item| item.kind == Kind::Soft);
            // The 1 of 1週間, which is 8 jours, is not the article of un acompte.
            periods::other_counts(self);
            self.exactly_as(Self::unused, |_| false);
        }
    }

    /// *Dreimal* for *trois fois*, so that it takes no *drei* beside it.
    fn by_times(&mut self) {
        let times = &self.target.lexicon.times;
        if times.is_empty() || !self.here.items.iter().any(Item::holds_more) {
            return;
        }
        let is_word = |item: &Item| {
            let written = &self.text.prose[item.span.clone()];
            item.kind == Kind::Soft && with_lower(written, |word| times.iter().any(|(form, _)| *form == word))
        };
        // The first one of a value last, to be taken from there.
        let mut words: FxHashMap<Value, Vec<usize>> = FxHashMap::default();
        for (here, item) in self.here.items.iter().enumerate().rev() {
            if self.used[here] == 0
                && is_word(item)
                && let Some(value) = item.value
            {
                words.entry(value).or_default().push(here);
            }
        }
        for (at, item) in self.french.items.iter().enumerate() {
            if self.found[at].is_none()
                && counts_times(self, item)
                && let Some(here) = item.value.and_then(|value| words.get_mut(&value)?.pop())
            {
                self.used[here] |= WHOLE;
                self.found[at] = Some(Found::At(here));
            }
        }
    }

    fn exactly_as(
        &mut self,
        unused: impl Fn(&Self, Value, Kind) -> Option<usize>,
        leaves: impl Fn(&Item) -> bool,
    ) {
        for (at, item) in self.french.items.iter().enumerate() {
            if self.found[at].is_some() || leaves(item) {
                continue;
            }
            let here = if item.traits.phone {
                self.phone(item)
            } else if item.traits.zero_led || (item.traits.dotted && item.value.is_none()) {
                self.literal(item)
            } else if self.is_half_more(item) {
                item.value.and_then(|value| self.unused_of(value, Kind::Soft))
            } else {
                item.value.and_then(|value| {
                    self.of_same_sign(item, value)
                        .or_else(|| self.of_same_numeral(item, value))
                        .or_else(|| unused(self, value, item.kind))
                        .filter(|here| !self.is_another(item, *here))
                })
            };
            if let Some(here) = here {
                self.used[here] |= WHOLE;
                self.found[at] = Some(Found::At(here));
            }
        }
    }

    fn literal(&self, item: &Item) -> Option<usize> {
        let wanted = &self.source.raw[item.span.clone()];
        let same = |other: &Item| {
            let there = &self.text.raw[other.span.clone()];
            there == wanted
                || item.traits.zero_led && digits(there) == digits(wanted)
                || self.is_decimal_with_stop(item)
                    && item.foreign.is_some_and(|value| other.value == Some(value))
                    && digits(there) == digits(wanted)
                    && !self.names_version(item)
        };
        let items = self.here.items.iter().enumerate();
        items.filter(|(at, _)| self.used[*at] == 0).find(|(_, other)| same(other)).map(|(at, _)| at)
    }

    /// Whether a number of the French is a decimal with a full stop: by itself, or beside one that is (*entre 0.0 et 256.0*).
    fn is_decimal_with_stop(&self, item: &Item) -> bool {
        let is_one = |item: &Item| item.is_decimal_with_stop(&self.source.prose[item.span.end..]);
        item.traits.dotted && item.parts.len() == 2 && self.french.items.iter().any(is_one)
    }

    /// Whether a number of the French in two parts with a full stop between, which no decimal has there, is a version: where
    /// that is said, or behind a name.
    pub(super) fn names_version(&self, item: &Item) -> bool {
        let is_in_two = item.value.is_none() && item.traits.dotted && item.parts.len() == 2;
        let is_behind_name = || {
            let before = self.source.prose[..item.span.start].strip_suffix(is_blank);
            let name = before.and_then(|before| before.rsplit(|c: char| !c.is_alphanumeric()).next());
            name.is_some_and(|name| name.starts_with(char::is_uppercase))
        };
        is_in_two
            && (is_behind_name() || self.source.has_word(|word| word.starts_with("version") || word == "v"))
    }

    /// The digits of a telephone number, however they are grouped, with or without a country's code.
    fn phone(&mut self, item: &Item) -> Option<usize> {
        let digits =
            |text: &str| text.chars().filter_map(digit).map(|d| char::from(b'0' + d)).collect::<String>();
        let wanted = digits(&self.source.raw[item.span.clone()].replace("(0)", ""));
        let wanted = wanted.trim_start_matches('0');
        let (mut run, mut first) = (String::new(), 0);
        // One number may stand there twice, with and without its country's code.
        let mut taken = None;
        for at in 0..self.here.items.len() {
            let span = &self.here.items[at].span;
            let continues = at > 0 && {
                let before = self.here.items[at - 1].span.end;
                span.start > before
                    && span.start - before <= 4
                    && !self.text.raw[before..span.start].contains(char::is_alphabetic)
            };
            if !continues {
                run.clear();
                first = at;
            }
            if !(self.text.raw[..span.start].ends_with('(') && &self.text.raw[span.clone()] == "0") {
                run.push_str(&digits(&self.text.raw[span.clone()]));
            }
            let without_country = run.trim_start_matches('0');
            // A digit in place of the first zero is another number, unless it is a country's code: +7 495 …
            let is_other = run.strip_suffix(wanted).is_some_and(|before| {
                before.len() == 1
                    && before != "0"
                    && !self.text.raw[..self.here.items[first].span.start].ends_with('+')
            });
            if is_other {
                continue;
            }
            if run.ends_with(wanted) || without_country.len() >= 8 && wanted.ends_with(without_country) {
                if self.used[first..=at].iter().all(|used| used & WHOLE != 0) {
                    taken = Some(at);
                    continue;
                }
                for used in &mut self.used[first..=at] {
                    *used |= WHOLE;
                }
                return Some(at);
            }
        }
        taken
    }

    /// Hours and minutes, days and months: each part for itself.
    fn in_parts(&mut self) {
        for (at, item) in self.french.items.iter().enumerate() {
            if self.found[at].is_some() {
                continue;
            }
            // 25 000 in 1:25 000
            if item.parts.is_empty() || matches!(item.traits.joined, Some(':' | '/')) && item.value.is_some()
            {
                let Some(value) = item.value.filter(|_| !item.traits.zero_led && item.kind == Kind::Digits)
                else {
                    continue;
                };
                if let Some(here) = shares::basis_points(self, item, value) {
                    self.found[at] = Some(self.takes(here));
                } else if self.take_part(value) {
                    self.found[at] = Some(Found::Loosely(None));
                }
            } else if item.is_version() {
                let items = &self.here.items;
                let is_same = |here: &usize| self.used[*here] == 0 && items[*here].parts == item.parts;
                if let Some(here) = (0..items.len()).find(is_same) {
                    self.used[here] |= WHOLE;
                    self.found[at] = Some(Found::Loosely(Some(here)));
                }
            } else if item.value.is_none() || item.traits.dotted && !self.is_of_other_marks(item) {
                let before = self.used.clone();
                // 11:00 is eleven o'clock.
                let is_clock = item.value.is_none() && !item.traits.dotted;
                let parts = match item.parts.as_slice() {
                    [hour, rest @ ..]
                        if is_clock && rest.iter().all(|part| part.is_zero()) && !self.has_time_at(*hour) =>
                    {
                        std::slice::from_ref(hour)
                    }
                    all => all,
                };
                if parts.iter().all(|part| self.take(*part)) {
                    self.found[at] = Some(Found::Loosely(None));
                } else {
                    self.used = before;
                }
            }
        }
    }

    /// Whether a large number that the French groups by full stops is grouped by the marks of yet another locale. What is
    /// written alike is more often an address (192.168.100.200).
    fn is_of_other_marks(&self, item: &Item) -> bool {
        let written = |other: &Item| &self.text.raw[other.span.clone()];
        let is_it = |other: &Item| {
            other.value.is_none()
                && other.foreign == item.value
                && written(other) != &self.source.raw[item.span.clone()]
        };
        item.parts.len() > 2 && item.value.is_some() && self.here.items.iter().any(is_it)
    }

    fn take(&mut self, value: Value) -> bool {
        if let Some(here) = self.unused(value, Kind::Digits) {
            self.used[here] |= WHOLE;
            return true;
        }
        self.take_part(value)
            || value.as_whole().is_some_and(|month| month < 13 && self.here.months >> month & 1 == 1)
    }

    /// Takes a part of a number in digits that is not used as a whole.
    fn take_part(&mut self, value: Value) -> bool {
        for (at, item) in self.here.items.iter().enumerate() {
            if self.used[at] & WHOLE != 0 {
                continue;
            }
            for (part, there) in item.parts.iter().enumerate().take(8) {
                let bit = 2 << part;
                if *there == value && self.used[at] & bit == 0 {
                    self.used[at] |= bit;
                    return true;
                }
            }
        }
        false
    }

    /// What is left: marks of another locale, other forms, then words with endings.
    fn otherwise(&mut self) {
        for at in 0..self.french.items.len() {
            if self.found[at].is_none() && !self.french.items[at].traits.phone {
                self.found[at] = self.foreign(at).or_else(|| loose::find(self, at));
            }
        }
    }

    fn foreign(&mut self, at: usize) -> Option<Found> {
        let item = &self.french.items[at];
        let value = item.value?;
        if let Some(found) = self.in_groups(item) {
            return Some(found);
        }
        for (here, other) in self.here.items.iter().enumerate() {
            if self.used[here] != 0 {
                continue;
            }
            if other.foreign == Some(value) {
                self.used[here] |= WHOLE;
                // 12.00 uur is midi.
                let is_time = matches!(other.parts.as_slice(), [_, minutes] if minutes.is_zero())
                    && self.names_hour(item);
                return Some(if is_time { Found::Loosely(Some(here)) } else { Found::Foreign(here) });
            }
            if let Some(next) = self.here.items.get(here + 1)
                && self.used[here + 1] == 0
                && self.spaced(other, next) == Some(value)
            {
                self.used[here] |= WHOLE;
                self.used[here + 1] |= WHOLE;
                // Maps name their scale so everywhere: 1:25 000.
                let is_scale = other.traits.joined == Some(':');
                return Some(if is_scale { Found::Loosely(Some(here)) } else { Found::Spaced(here) });
            }
        }
        None
    }

    /// Whether a number of the French is an hour of the day.
    fn names_hour(&self, item: &Item) -> bool {
        item.traits.hour || matches!(&self.source.prose[item.span.clone()], "midi" | "minuit")
    }

    /// A number in three groups of digits and more with spaces between, as the French has it; that of a form
    /// (`SIRET 552 100 554 00025`) is written so everywhere.
    fn in_groups(&mut self, item: &Item) -> Option<Found> {
        let written = digits(&self.source.raw[item.span.clone()]);
        let groups = self.source.prose[item.span.clone()].split(is_blank).count();
        let items = &self.here.items;
        let is_run = |here: &usize| {
            let run = &items[*here..*here + groups];
            let is_apart = |pair: &[Item]| {
                pair[0].span.end < pair[1].span.start && self.is_blank_between(&pair[0], &pair[1])
            };
            run.windows(2).all(is_apart)
                && self.used[*here..*here + groups].iter().all(|used| *used == 0)
                && digits(&self.text.raw[run[0].span.start..run[groups - 1].span.end]) == written
        };
        if groups < 3 || items.len() < groups {
            return None;
        }
        let here = (0..=items.len() - groups).find(is_run)?;
        self.used[here..here + groups].iter_mut().for_each(|used| *used |= WHOLE);
        let behind = self.source.prose[item.span.end..].trim_start_matches(is_blank);
        let goes_on = behind.starts_with(|c: char| c.is_ascii_digit());
        Some(if goes_on { Found::Loosely(Some(here)) } else { Found::Spaced(here) })
    }

    /// Whether nothing stands between two numbers of the translation but one blank, if that.
    fn is_blank_between(&self, first: &Item, second: &Item) -> bool {
        let between = self.text.prose.get(first.span.end..second.span.start);
        between.is_some_and(|between| between.chars().all(is_blank) && between.chars().nth(1).is_none())
    }

    /// Two numbers as one, if a space alone stands between them and the second has three digits.
    fn spaced(&self, first: &Item, second: &Item) -> Option<Value> {
        let tail = self.text.prose.get(second.span.clone())?;
        if first.kind != Kind::Digits
            || second.kind != Kind::Digits
            || !self.is_blank_between(first, second)
            || tail.chars().take_while(|c| digit(*c).is_some()).count() != 3
        {
            return None;
        }
        Some(first.value?.times(3).plus(second.value?))
    }

    /// Whether a time in figures has this hour, with minutes.
    fn has_time_at(&self, hour: Value) -> bool {
        self.here.items.iter().any(|item| item.parts.len() > 1 && item.parts[0] == hour)
    }
}
