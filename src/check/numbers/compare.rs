//! Which number of the translation renders which of the French.

use super::super::Target;
use super::super::scan::Text;
use super::super::{Problem, Shared};
use super::digits::is_blank;
use super::measures::Measures;
use super::read::{Item, Kind, Reading};
use super::value::{Value, digit};
use super::{RULE, extras, halves, idioms, loose, wording};
use crate::diagnostic::Severity;

/// How a French number was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// In this number of the translation, written in the locale's way.
    At(usize),
    /// In this one, if it is read as another locale would.
    Foreign(usize),
    /// In this one and the next, with a space between that does not belong there.
    Spaced(usize),
    /// In another unit, rightly converted.
    Converted,
    /// In some other form: parts, words with endings, the same number once more; where that is one number.
    Loosely(Option<usize>),
}

/// Two texts' numbers, side by side.
pub(super) struct Comparison<'c> {
    pub(super) source: &'c Text<'c>,
    pub(super) text: &'c Text<'c>,
    pub(super) target: &'c Target,
    pub(super) french: &'c Reading,
    pub(super) here: &'c Reading,
    pub(super) found: Vec<Option<Found>>,
    /// For each number of the translation: a bit for its whole, then one for each part that was used.
    pub(super) used: Vec<u16>,
    pub(super) measures: Measures,
}

/// A French number that is not in the translation.
struct Lost {
    at: usize,
    /// The number that stands in its place.
    instead: Option<usize>,
    severity: Severity,
}

pub(super) const WHOLE: u16 = 1;

impl<'c> Comparison<'c> {
    pub(super) fn new(
        source: &'c Text<'c>,
        text: &'c Text<'c>,
        target: &'c Target,
        french: &'c Reading,
        here: &'c Reading,
    ) -> Self {
        let mut comparison = Comparison {
            source,
            text,
            target,
            french,
            here,
            found: vec![None; french.items.len()],
            used: vec![0; here.items.len()],
            measures: Measures::default(),
        };
        comparison.measures = Measures::take(&mut comparison);
        comparison.exactly();
        if comparison.found.iter().all(Option::is_some) {
            return comparison;
        }
        comparison.clocks();
        // An article is a number that nobody misses: most of what is not found is one.
        let is_missed = comparison.is_missing_one();
        if is_missed {
            comparison.clocks_in_figures();
        }
        halves::lengths(&mut comparison);
        comparison.in_parts();
        comparison.otherwise();
        halves::clocks(&mut comparison);
        if is_missed {
            halves::said(&mut comparison);
        }
        halves::one_hour(&mut comparison);
        halves::shares(&mut comparison);
        comparison
    }

    /// Whether a French number is not found that must be somewhere.
    fn is_missing_one(&self) -> bool {
        let items = self.french.items.iter().zip(&self.found);
        items.into_iter().any(|(item, found)| found.is_none() && item.kind != Kind::Soft)
    }

    /// The same value in the same place of the other list: in digits first, as they are the surest.
    fn exactly(&mut self) {
        for (at, item) in self.french.items.iter().enumerate() {
            if self.found[at].is_some() {
                continue;
            }
            let here = if item.traits.phone {
                self.phone(item)
            } else if item.traits.zero_led || (item.traits.dotted && item.value.is_none()) {
                self.literal(item)
            } else {
                item.value.and_then(|value| self.unused(value, item.kind))
            };
            if let Some(here) = here {
                self.used[here] |= WHOLE;
                self.found[at] = Some(Found::At(here));
            }
        }
    }

    /// An unused number of this value, of the same kind if there is one.
    fn unused(&self, value: Value, kind: Kind) -> Option<usize> {
        let free = |at: &usize| self.used[*at] == 0 && self.here.items[*at].value == Some(value);
        let all = 0..self.here.items.len();
        all.clone()
            .filter(free)
            .find(|at| self.here.items[*at].kind == kind)
            .or_else(|| all.clone().find(free))
    }

    fn literal(&self, item: &Item) -> Option<usize> {
        let wanted = &self.source.raw[item.span.clone()];
        let same = |other: &Item| {
            let there = &self.text.raw[other.span.clone()];
            let digits = |text: &str| text.chars().filter_map(digit).collect::<Vec<_>>();
            there == wanted || (item.traits.zero_led && digits(there) == digits(wanted))
        };
        let items = self.here.items.iter().enumerate();
        items.filter(|(at, _)| self.used[*at] == 0).find(|(_, other)| same(other)).map(|(at, _)| at)
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

    /// `20 h 15` in `8:15 p.m.`: hour and minutes together, so that neither is taken for a part of another
    /// time.
    fn clocks(&mut self) {
        for at in 1..self.french.items.len() {
            let (hour, minutes) = (&self.french.items[at - 1], &self.french.items[at]);
            if self.found[at - 1].is_some() || self.found[at].is_some() || !halves::is_clock(self, at - 1, at)
            {
                continue;
            }
            let (Some(h), Some(m)) = (hour.whole(), minutes.value) else { continue };
            let is_hour = |value: Value| {
                value
                    .as_whole()
                    .is_some_and(|here| here == h || here + 12 == h || h + 12 == here || h % 24 == here % 24)
            };
            // An hour and a half is ninety minutes, or 1.5 hours.
            let all = Value::whole(h * 60).plus(m);
            let same = |other: &Item| {
                other.parts.len() == 2 && other.parts[1] == m && is_hour(other.parts[0])
                    || other.value.is_some_and(|value| value == all || value.by(60) == all)
            };
            let mut items = self.here.items.iter().enumerate();
            if let Some((here, _)) = items.find(|(here, other)| self.used[*here] == 0 && same(other)) {
                self.used[here] |= WHOLE;
                self.found[at - 1] = Some(Found::Loosely(Some(here)));
                self.found[at] = Some(Found::Loosely(None));
            }
        }
    }

    /// `18:30` in `6:30 p.m.`, and `18:00` in six o'clock.
    fn clocks_in_figures(&mut self) {
        for (at, item) in self.french.items.iter().enumerate() {
            let (None, None, [hour, minutes]) = (self.found[at], item.value, item.parts.as_slice()) else {
                continue;
            };
            let (Some(h), false) = (hour.as_whole().filter(|hour| *hour < 24), item.traits.dotted) else {
                continue;
            };
            let is_hour =
                |value: Value| value.as_whole().is_some_and(|here| here == h || (here + 12) % 24 == h);
            let items = &self.here.items;
            let is_free = |here: &usize| self.used[*here] == 0;
            let is_whole = |here: &usize| {
                let other = &items[*here];
                match other.parts.as_slice() {
                    [hour, same] => is_hour(*hour) && same == minutes,
                    [] => minutes.is_zero() && other.value.is_some_and(is_hour),
                    _ => false,
                }
            };
            let mut free = (0..items.len()).filter(is_free);
            // 午後6時30分, 6 h 30
            let is_pair = |here: &usize| {
                let next = items.get(here + 1).filter(|_| is_free(&(here + 1)));
                items[*here].value.is_some_and(is_hour)
                    && next.is_some_and(|next| next.value == Some(*minutes))
            };
            if let Some(here) = free.clone().find(is_whole) {
                self.used[here] |= WHOLE;
                self.found[at] = Some(Found::Loosely(Some(here)));
            } else if let Some(here) = free.find(is_pair) {
                self.used[here] |= WHOLE;
                self.used[here + 1] |= WHOLE;
                self.found[at] = Some(Found::Loosely(Some(here)));
            }
        }
    }

    /// Hours and minutes, days and months: each part for itself.
    fn in_parts(&mut self) {
        for (at, item) in self.french.items.iter().enumerate() {
            if self.found[at].is_some() {
                continue;
            }
            // 25 000 in 1:25 000
            if item.parts.is_empty() || item.traits.joined == Some(':') && item.value.is_some() {
                if let Some(value) = item.value.filter(|_| !item.traits.zero_led && item.kind == Kind::Digits)
                    && self.take_part(value)
                {
                    self.found[at] = Some(Found::Loosely(None));
                }
            } else if item.is_version() {
                let items = &self.here.items;
                let is_same = |here: &usize| self.used[*here] == 0 && items[*here].parts == item.parts;
                if let Some(here) = (0..items.len()).find(is_same) {
                    self.used[here] |= WHOLE;
                    self.found[at] = Some(Found::Loosely(Some(here)));
                }
            } else if item.value.is_none() || item.traits.dotted {
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
        for (here, other) in self.here.items.iter().enumerate() {
            if self.used[here] != 0 {
                continue;
            }
            if other.foreign == Some(value) {
                self.used[here] |= WHOLE;
                return Some(Found::Foreign(here));
            }
            if let Some(next) = self.here.items.get(here + 1)
                && self.used[here + 1] == 0
                && self.spaced(other, next) == Some(value)
            {
                self.used[here] |= WHOLE;
                self.used[here + 1] |= WHOLE;
                return Some(Found::Spaced(here));
            }
        }
        None
    }

    /// Two numbers as one, if a space alone stands between them and the second has three digits.
    fn spaced(&self, first: &Item, second: &Item) -> Option<Value> {
        let between = self.text.prose.get(first.span.end..second.span.start)?;
        let tail = self.text.prose.get(second.span.clone())?;
        if first.kind != Kind::Digits
            || second.kind != Kind::Digits
            || !between.chars().all(is_blank)
            || between.chars().nth(1).is_some()
            || tail.chars().take_while(|c| digit(*c).is_some()).count() != 3
        {
            return None;
        }
        Some(first.value?.times(3).plus(second.value?))
    }

    /// Numbers of the translation that render nothing, with their value.
    pub(super) fn left(&self) -> Vec<(usize, Value)> {
        let mut left = Vec::new();
        for (at, item) in self.here.items.iter().enumerate() {
            let is_all_week = item.traits.joined == Some('/') && item.value == Some(Value::whole(7));
            if self.used[at] & WHOLE != 0 || item.kind == Kind::Soft || is_all_week {
                continue;
            }
            if self.used[at] != 0 || item.value.is_none() {
                let parts = item
                    .parts
                    .iter()
                    .enumerate()
                    .filter(|(part, _)| self.used[at] & (2 << (*part).min(8)) == 0);
                left.extend(parts.map(|(_, value)| (at, *value)));
            } else if let Some(value) = item.value {
                left.push((at, value));
            }
        }
        left
    }

    /// Whether the French has this value somewhere.
    pub(super) fn is_french(&self, value: Value) -> bool {
        self.french
            .items
            .iter()
            .any(|item| item.value == Some(value) || item.base == Some(value) || item.parts.contains(&value))
    }

    pub(super) fn report(&self, problems: &mut Vec<Problem>) {
        let begun = problems.len();
        self.missing(problems);
        let complete = problems.len() == begun;
        extras::report(self, complete, problems);
    }

    /// French numbers that are in no form in the translation.
    fn missing(&self, problems: &mut Vec<Problem>) {
        let all = self.lost();
        for (index, lost) in all.iter().enumerate() {
            let is_part_of = |first: &Lost, second: &Lost| wording::are_one(self, first.at, second.at);
            if index > 0 && is_part_of(&all[index - 1], lost) {
                continue;
            }
            let minutes = all.get(index + 1).filter(|next| is_part_of(lost, next));
            let severity = minutes.map_or(lost.severity, |minutes| minutes.severity.max(lost.severity));
            let wording::Written { what, text: written, span: french } = wording::of_french(self, lost.at);
            let (span, message) = match lost.instead {
                Some(here) => {
                    let span = wording::of_translation(self, lost.at, here);
                    let message = format!("{written} became “{}”", &self.text.raw[span.clone()]);
                    (span, message)
                }
                None => (0..0, format!("{what} {written} is missing")),
            };
            let right = lost.instead.and_then(|here| self.measures.other_unit(self, lost.at, here));
            let help = match right {
                Some(right) => format!("convert it rightly: the French is about {right}"),
                None => {
                    "write the number of the French, or correct the French if it is wrong there".to_owned()
                }
            };
            problems.push(
                Problem::new(RULE, severity, span, message)
                    .of_french(french)
                    .help(help)
                    .shared(Shared::Fault(self.cause(lost))),
            );
        }
    }

    /// Equal where translations have the same number in place of the same one.
    fn cause(&self, lost: &Lost) -> u32 {
        let small = self.french.items[lost.at].whole().is_some_and(|value| value < 22);
        let instead = lost.instead.map_or(0, |here| {
            let item = &self.here.items[here];
            match item.whole() {
                // The 1200s are the thirteenth century.
                Some(value) if small && value >= 100 && value % 100 == 0 => value / 100 + 1,
                Some(value) => value,
                // A fraction or a version: its digits, whatever marks stand between them.
                None => {
                    let digits = self.text.raw[item.span.clone()].chars().filter_map(digit);
                    digits.fold(7, |all: u64, digit| all.wrapping_mul(31).wrapping_add(u64::from(digit)))
                }
            }
        });
        // Told apart well enough: they are of one sentence.
        (lost.at as u32 % 62 + 1) << 24 | (instead % 0xFF_FFFF) as u32
    }

    fn lost(&self) -> Vec<Lost> {
        if self.found.iter().all(Option::is_some) {
            return Vec::new();
        }
        let mut left = self.left();
        left.retain(|(at, value)| {
            let item = &self.here.items[*at];
            item.kind == Kind::Digits || !self.is_french(*value) || self.is_one_more(item)
        });
        let mut all = Vec::new();
        for (at, item) in self.french.items.iter().enumerate() {
            if self.found[at].is_some() || item.kind == Kind::Soft {
                continue;
            }
            let instead = self.nearest(item, &left);
            let Some(severity) = self.weight(at, instead.map(|index| left[index])) else { continue };
            let instead = instead.map(|index| left.remove(index).0);
            all.push(Lost { at, instead, severity });
        }
        all
    }

    /// How much it weighs that a French number is not there, and another one stands in its place; nothing,
    /// where that may be free translation.
    fn weight(&self, at: usize, instead: Option<(usize, Value)>) -> Option<Severity> {
        let item = &self.french.items[at];
        let Some((here, value)) = instead else {
            // Freezing point, a king without his number, a quarter: only figures are missed.
            let is_share = item.value == Some(Value::whole(1))
                && self.french.items.get(at + 1).is_some_and(|next| next.traits.joined == Some('/'));
            // Le 14-Juillet is a name.
            let after = self.source.prose[item.span.end..].strip_prefix(['-', '\u{2011}']);
            let is_name = after.is_some_and(|after| after.starts_with(char::is_uppercase));
            let is_free_zero = item.value.is_some_and(Value::is_zero) && !self.is_bare_zero(item);
            let told = item.kind == Kind::Digits && !is_free_zero && !is_share && !is_name;
            return (told && !idioms::may_be_missing(self, at)).then_some(Severity::Warning);
        };
        let other = &self.here.items[here];
        // Millions of people may well be counted.
        if item.traits.lone && !other.traits.lone && item.base.is_none() {
            return None;
        }
        let century = |year: u64| (1000..2100).contains(&year).then(|| Value::whole(year / 100 + 1));
        if item.whole().and_then(century) == Some(value) || self.is_its_century(item, other) {
            return None;
        }
        // Figures for figures are sure; but a power of ten may be in a word that is not known.
        let sure = item.kind != Kind::Word
            && other.kind != Kind::Word
            && !item.traits.coded
            && item.base != Some(value)
            && !self.has_same_digits(item, other)
            // The second Henry for the first Francis: he may be named once more.
            && !(other.kind == Kind::Roman && self.is_french(value))
            // 66 miles for 100 km.
            && self.measures.other_unit(self, at, here).is_none()
            // 1,365 may be a thousand and more in the French too.
            && item.foreign != Some(value);
        Some(if sure { Severity::Error } else { Severity::Warning })
    }

    /// Whether a zero of the French counts nothing (0 degrees are freezing point, 0 faults are none), and no word of the
    /// translation says it.
    fn is_bare_zero(&self, item: &Item) -> bool {
        let after = self.source.prose[item.span.end..].trim_start_matches(is_blank);
        let next = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let counts_nothing = !after.starts_with(['%', '°', '€', '$', ':', '-', '–', '/'])
            && matches!(next, "" | "à" | "et" | "ou" | "pour" | "est" | "si" | "signifie" | "désactive");
        let zero = Value::whole(0);
        let is_said = || {
            self.here.items.iter().any(|other| other.value == Some(zero) || other.parts.contains(&zero))
                || loose::in_words(self, zero)
                || self.target.lexicon.noughts().any(|nought| self.text.prose.to_lowercase().contains(nought))
        };
        counts_nothing && !item.traits.coded && item.parts.is_empty() && !is_said()
    }

    /// Whether a Roman numeral stands here more often than in the French.
    fn is_one_more(&self, item: &Item) -> bool {
        let count = |items: &[Item]| {
            items.iter().filter(|same| same.kind == Kind::Roman && same.value == item.value).count()
        };
        item.kind == Kind::Roman && count(&self.here.items) > count(&self.french.items)
    }

    /// Whether a time in figures has this hour, with minutes.
    fn has_time_at(&self, hour: Value) -> bool {
        self.here.items.iter().any(|item| item.parts.len() > 1 && item.parts[0] == hour)
    }

    /// Whether a year of the French became its century (1850: the 19th; around 900: the 10th or IX). A round year
    /// may be said by either century that it touches.
    pub(super) fn is_its_century(&self, item: &Item, other: &Item) -> bool {
        let Some(year) = item.whole() else { return false };
        let Some(here) = other.whole() else { return false };
        let is_numeral = self.text.prose[other.span.clone()].starts_with(['I', 'V', 'X']);
        let is_touched = here == year / 100 + 1 || year.is_multiple_of(100) && here == year / 100;
        (100..2100).contains(&year) && (is_numeral || year.is_multiple_of(100)) && here < 22 && is_touched
    }

    /// Whether the digits are the same, only with other marks between them (`7,5` and `7'5`).
    fn has_same_digits(&self, item: &Item, other: &Item) -> bool {
        let digits = |text: &str| text.chars().filter_map(digit).collect::<Vec<_>>();
        let written = &self.text.raw[other.span.clone()];
        !item.traits.magnitude
            && !other.traits.magnitude
            && written.contains(['.', ',', '\'', '’', ' ', '\u{A0}', '\u{202F}'])
            && digits(&self.source.raw[item.span.clone()]) == digits(written)
    }

    /// Which of the numbers that are left stands most likely for `item`.
    fn nearest(&self, item: &Item, left: &[(usize, Value)]) -> Option<usize> {
        let kind = |index: usize| self.here.items[left[index].0].kind;
        // Of a time whose hour is right only the minutes are left.
        let is_whole = |index: &usize| self.used[left[*index].0] == 0;
        let all = 0..left.len();
        let of_kind = || all.clone().filter(|index| kind(*index) == item.kind);
        of_kind().find(is_whole).or_else(|| of_kind().next()).or_else(|| all.clone().next())
    }
}
