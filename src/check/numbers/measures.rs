//! Numbers of units: 62 miles for 100 km is right, 100 miles is not.

use super::super::Problem;
use super::super::conventions::Lexicon;
use super::super::scan::Text;
use super::super::units::{Names, Unit, is_rounded, is_rounded_temperature};
use super::RULE;
use super::compare::{Comparison, Found, WHOLE};
use super::digits::is_blank;
use super::read::{Item, Kind};
use super::value::Value;

/// A number with its unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    /// Its place among the numbers of the text.
    pub(super) at: usize,
    value: f64,
    unit: Unit,
    /// How many numbers it takes: two in `1 m 80` and `5 feet 11 inches`.
    count: usize,
}

/// The measures of a text, of which a number stands at most twice: alone and with the one behind it.
pub(super) fn read(text: &Text<'_>, items: &[Item], names: &Names) -> Vec<Measure> {
    let mut all: Vec<Measure> = Vec::new();
    let mut ends = Vec::new();
    for (at, item) in items.iter().enumerate() {
        // Half an hour is not two of them.
        if item.kind == Kind::Roman || item.kind == Kind::Soft && item.whole() != Some(1) {
            continue;
        }
        if let Some(measure) = feet_and_inches(text, item, at, names) {
            all.push(measure);
            ends.push(item.span.end);
            continue;
        }
        let (Some(value), Some((unit, end))) = (item.value, unit_of(text, items, at, names)) else {
            continue;
        };
        // 23時45分 is a time, and no number of minutes.
        if unit.is_time() && item.parts.len() > 1 {
            continue;
        }
        let sign = if item.traits.negative { -1.0 } else { 1.0 };
        let measure = Measure { at, value: sign * value.as_f64(), unit, count: 1 };
        all.push(measure);
        ends.push(end);
        // 1 m 80, 5 ft 11
        let part = match unit.symbol() {
            "m" => 100.0,
            "ft" => 12.0,
            _ => continue,
        };
        if let Some(next) = items.get(at + 1)
            && text.prose.get(end..next.span.start).is_some_and(|between| between.chars().all(is_blank))
            && let Some(rest) = next.value.map(Value::as_f64).filter(|rest| *rest < part)
        {
            let value = measure.value + rest / part;
            all.push(Measure { value, count: 2, ..measure });
            ends.push(end);
        }
    }
    // Five feet eleven: a larger unit and a smaller one in a row.
    let pairs: Vec<Measure> = all
        .windows(2)
        .zip(&ends)
        .filter_map(|(pair, end)| {
            let [first, second] = pair else { return None };
            let between = text.prose.get(*end..items[second.at].span.start)?;
            let more = second.unit.convert(second.value, first.unit);
            let is_one = first.count == 1
                && second.at == first.at + 1
                && between.len() <= 6
                && first.unit.is_like(second.unit)
                && first.unit.is_larger(second.unit)
                && !first.unit.is_temperature();
            is_one.then(|| Measure {
                value: first.value + more.first().copied().unwrap_or_default(),
                count: 2,
                ..*first
            })
        })
        .collect();
    all.extend(pairs);
    all
}

/// The unit of a number: behind it, or behind the next ones of a range (`10 à 15 km`).
fn unit_of(text: &Text<'_>, items: &[Item], at: usize, names: &Names) -> Option<(Unit, usize)> {
    let mut end = items[at].span.end;
    if let Some(found) = names.after(text, end) {
        return Some(found);
    }
    for next in items.iter().skip(at + 1).take(2) {
        let between = text.prose.get(end..next.span.start)?;
        if between.len() > 7
            || between.contains(['.', ',', ';', '(', ')', '%', '€', '$', '時', '时', '点', '點', '시'])
            || next.kind == Kind::Roman
        {
            return None;
        }
        end = next.span.end;
        if let Some((unit, _)) = names.after(text, end) {
            // In 9 h 30 à 20 h the minutes, and in 2012 à 8 h the year, are no hours.
            let rises = items[at].value <= next.value;
            if unit.is_time() && (!rises || is_behind_hour(text, items[at].span.start)) {
                return None;
            }
            return Some((unit, items[at].span.end));
        }
    }
    None
}

/// Whether the number at `start` stands behind an hour, as its minutes.
fn is_behind_hour(text: &Text<'_>, start: usize) -> bool {
    let before = text.prose[..start].trim_end_matches(is_blank);
    let unit = ["h", "H", "heures", "heure"].iter().find_map(|unit| before.strip_suffix(unit));
    unit.is_some_and(|before| before.trim_end_matches(is_blank).ends_with(|c: char| c.is_ascii_digit()))
}

/// `5'11"`, which is read as one number.
fn feet_and_inches(text: &Text<'_>, item: &Item, at: usize, names: &Names) -> Option<Measure> {
    let [feet, inches] = item.parts.as_slice() else { return None };
    let is_written = text.prose[item.span.clone()].contains(['\'', '’'])
        && text.prose[item.span.end..].starts_with(['"', '”', '″', '\u{2019}']);
    let foot = names.get("′").filter(|_| is_written)?;
    Some(Measure { at, value: feet.as_f64() + inches.as_f64() / 12.0, unit: foot, count: 1 })
}

impl Measure {
    /// Whether another one, in another unit, is this one as people round it.
    fn becomes(&self, other: &Measure, is_english: bool) -> bool {
        if !self.unit.is_like(other.unit) {
            return false;
        }
        let is_right: fn(f64, f64) -> bool = match self.unit.is_temperature() {
            // Degrees alone are Fahrenheit only where people say so.
            true if self.unit.is_same(other.unit) && !is_english => return false,
            true => is_rounded_temperature,
            false if self.unit == other.unit && self.count == other.count => return false,
            // Nobody rounds days or hours far: 90 days for three months.
            false if self.unit.is_time() => |exact, written| (exact - written).abs() <= 0.02 * exact.abs(),
            false => is_rounded,
        };
        // Words for minus are not read here.
        self.unit.convert(self.value, other.unit).iter().any(|exact| is_right(*exact, other.value))
            || self.unit.is_temperature()
                && (self.unit.convert(-self.value.abs(), other.unit).iter())
                    .any(|exact| is_right(exact.abs(), other.value.abs()))
    }

    /// What it is in another unit, for a reader: two figures, or three.
    fn told(&self, unit: Unit) -> Option<String> {
        let exact = *self.unit.convert(self.value, unit).first()?;
        let places = match exact.abs() {
            size if size >= 10.0 || unit.is_temperature() => 0,
            size if size >= 1.0 => 1,
            _ => 2,
        };
        let told = format!("{exact:.places$}");
        let told = if told.contains('.') { told.trim_end_matches('0').trim_end_matches('.') } else { &told };
        let many = if unit.is_time() && unit.symbol().len() > 3 && told != "1" { "s" } else { "" };
        Some(format!("{told} {}{many}", unit.symbol()))
    }
}

/// The measures of both texts; none where the French has none.
#[derive(Debug, Default)]
pub(super) struct Measures {
    here: Vec<Measure>,
}

impl Measures {
    /// Finds the French measures that are converted in the translation, so that their numbers are not looked for
    /// elsewhere: 65 m may well be there beside the 65 feet of 20 m.
    pub(super) fn take(comparison: &mut Comparison<'_>) -> Measures {
        let french = &comparison.french.measures;
        if french.is_empty() {
            return Measures::default();
        }
        let names = comparison.target.lexicon.units();
        let here = read(comparison.text, &comparison.here.items, names);
        let is_english = comparison.target.language == "en";
        // A measure of two numbers before its first alone.
        for measure in french.iter().rev() {
            let free =
                |other: &Measure| (other.at..other.at + other.count).all(|at| comparison.used[at] == 0);
            let all = measure.at..measure.at + measure.count;
            let is_found = all.clone().any(|at| comparison.found[at].is_some());
            let stays = here.iter().any(|other| {
                free(other)
                    && measure.unit.is_same(other.unit)
                    && comparison.here.items[other.at].value == comparison.french.items[measure.at].value
            });
            if is_found || stays {
                continue;
            }
            // 31 days are no month beside the 31 days of the French.
            let is_said = |other: &&Measure| {
                comparison.french.items.iter().enumerate().any(|(at, item)| {
                    !all.contains(&at)
                        && item.kind == Kind::Digits
                        && item.value.is_some()
                        && item.value == comparison.here.items[other.at].value
                        && comparison.found[at].is_none()
                })
            };
            let pairs = here.iter().rev().filter(|other| free(other) && !is_said(other));
            if let Some(other) = pairs.into_iter().find(|other| measure.becomes(other, is_english)) {
                let (taken, count) = (other.at, other.count);
                comparison.used[taken..taken + count].iter_mut().for_each(|used| *used |= WHOLE);
                for at in all {
                    comparison.found[at] = Some(Found::Converted);
                }
            }
        }
        Measures { here }
    }

    fn at(all: &[Measure], at: usize) -> Option<&Measure> {
        all.iter().find(|measure| measure.at == at)
    }

    /// Whether a number of the translation says a French measure in another unit, beside the French one: `100 km
    /// (62 miles)`.
    pub(super) fn explain(&self, comparison: &Comparison<'_>, at: usize) -> bool {
        let is_english = comparison.target.language == "en";
        let covers = |measure: &Measure| (measure.at..measure.at + measure.count).contains(&at);
        self.here.iter().filter(|measure| covers(measure)).any(|measure| {
            comparison.french.measures.iter().any(|french| french.becomes(measure, is_english))
        })
    }

    /// Whether the number of the translation is in another unit than the French one, and what the French is in it.
    pub(super) fn other_unit(
        &self,
        comparison: &Comparison<'_>,
        french: usize,
        here: usize,
    ) -> Option<String> {
        let french = Measures::at(&comparison.french.measures, french)?;
        let here = Measures::at(&self.here, here)?;
        let is_other = french.unit.is_like(here.unit) && !french.unit.is_same(here.unit);
        is_other.then(|| french.told(here.unit)).flatten()
    }

    /// The same number with another unit.
    pub(super) fn report(
        &self,
        comparison: &Comparison<'_>,
        at: usize,
        here: usize,
        problems: &mut Vec<Problem>,
    ) {
        if self.here.is_empty() {
            return;
        }
        let Some(right) = self.other_unit(comparison, at, here) else { return };
        let (item, other) = (&comparison.french.items[at], &comparison.here.items[here]);
        let is_time = Measures::at(&self.here, here).is_some_and(|measure| measure.unit.is_time());
        let may_be_words = |item: &Item| item.kind == Kind::Digits || is_time && item.kind == Kind::Word;
        if item.value != other.value || !may_be_words(item) || !may_be_words(other) {
            return;
        }
        // Three hours and three days may have changed places.
        let is_alone = |items: &[Item]| items.iter().filter(|same| same.value == item.value).count() == 1;
        if is_time && !(is_alone(&comparison.french.items) && is_alone(&comparison.here.items)) {
            return;
        }
        let written = &comparison.text.raw[other.span.clone()];
        problems.push(
            Problem::warning(
                RULE,
                other.span.clone(),
                format!("{written} has another unit than in the French"),
            )
            .of_french(item.span.clone())
            .help(format!("write the unit of the French, or convert the number too: about {right}")),
        );
    }
}

/// The measures of a French text.
pub(super) fn read_french(text: &Text<'_>, items: &[Item]) -> Vec<Measure> {
    read(text, items, Lexicon::french().units())
}
