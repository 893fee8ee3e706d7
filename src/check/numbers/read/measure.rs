//! Numbers of units: what is measured.

use super::digits::is_blank;
use super::item::{Item, Kind};
use crate::check::lexicon::Lexicon;
use crate::check::numbers::value::Value;
use crate::check::scan::{Text, with_lower};
use crate::check::units::{
    Names, Unit, is_moved, is_right_to_its_last_digit, is_rounded, is_rounded_temperature,
};

/// A number with its unit.
#[derive(Debug, Clone, Copy)]
pub(in crate::check::numbers) struct Measure {
    /// Its place among the numbers of the text.
    pub(in crate::check::numbers) at: usize,
    value: f64,
    pub(in crate::check::numbers) unit: Unit,
    /// How many numbers it takes: two in `1 m 80` and `5 feet 11 inches`.
    pub(in crate::check::numbers) count: usize,
}

/// The measures of a text, of which a number stands at most twice: alone and with the one behind it.
pub(in crate::check::numbers) fn measures(
    text: &Text<'_>,
    items: &[Item],
    lexicon: &Lexicon,
) -> Vec<Measure> {
    let (names, half) = (lexicon.units(), lexicon.half.as_slice());
    let mut all: Vec<Measure> = Vec::new();
    let mut ends = Vec::new();
    for (at, item) in items.iter().enumerate() {
        // Half an hour is not two of them.
        if item.kind == Kind::Roman || item.kind == Kind::Soft && item.whole() != Some(1) {
            continue;
        }
        if let Some(measure) = feet_and_inches(text, item, at, names).filter(|_| !is_of_angle(text, item)) {
            all.push(measure);
            ends.push(item.span.end);
            continue;
        }
        // That 1.6 is written as elsewhere is told by itself.
        let value = item.value.or(item.foreign);
        let unit = || period(text, item, lexicon).or_else(|| unit_of(text, items, at, names, half));
        let (Some(value), Some((unit, end))) = (value, unit()) else {
            continue;
        };
        // 23時45分 is a time, and no number of minutes; but 1.5 years are a year and a half.
        let is_decimal = || {
            let last = text.prose[item.span.clone()].rsplit(['.', ',', '٫']).next();
            item.parts.len() == 2 && last.is_some_and(|last| last.chars().nth(1).is_none())
        };
        if unit.is_time() && item.parts.len() > 1 && !is_decimal()
            || matches!(unit.symbol(), "ft" | "in") && is_of_angle(text, item)
        {
            continue;
        }
        let sign = if item.traits.negative { -1.0 } else { 1.0 };
        let measure = Measure { at, value: sign * value.as_f64(), unit, count: 1 };
        all.push(measure);
        ends.push(end);
        // 1 m 80, 5 ft 11, 3 kg 250
        let (part, figures) = match unit.symbol() {
            "m" => (100.0, None),
            "ft" => (12.0, None),
            "kg" | "km" => (1000.0, Some(3)),
            _ => continue,
        };
        if let Some(next) = items.get(at + 1)
            && text.prose.get(end..next.span.start).is_some_and(|between| between.chars().all(is_blank))
            && let Some(rest) = next.value.map(Value::as_f64).filter(|rest| *rest < part)
            && figures.is_none_or(|figures| next.kind == Kind::Digits && next.span.len() == figures)
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

/// The unit that a compound says with its number, and where that ends: viertägig.
fn period(text: &Text<'_>, item: &Item, lexicon: &Lexicon) -> Option<(Unit, usize)> {
    let is_compound = item.kind == Kind::Word && lexicon.has_periods();
    let written = text.prose.get(item.span.clone()).filter(|_| is_compound)?;
    with_lower(written, |word| lexicon.period(word)).map(|(_, unit)| (unit, item.span.end))
}

/// The unit behind the half that is added to a number: two and a half weeks, *kaksi ja puoli viikkoa*.
fn behind_half(text: &Text<'_>, end: usize, names: &Names, half: &[&str]) -> Option<(Unit, usize)> {
    /// Small words before the half, and letters of one.
    const BETWEEN: usize = 2;
    const SMALL: usize = 3;
    if half.is_empty() {
        return None;
    }
    let first = text.words.partition_point(|word| word.span().start < end);
    let near = text.words[first..].iter().take(BETWEEN + 1).find(|word| {
        let written = text.word(word);
        written.chars().nth(SMALL).is_some() || with_lower(written, |word| half.contains(&word))
    })?;
    let is_half = with_lower(text.word(near), |word| half.contains(&word));
    let is_near =
        is_half && text.prose[end..near.span().start].chars().all(|c| is_blank(c) || c.is_alphabetic());
    if !is_near { None } else { names.after(text, near.span().end) }
}

/// The unit of a number: behind it, or behind the next ones of a range (`10 à 15 km`).
fn unit_of(
    text: &Text<'_>,
    items: &[Item],
    at: usize,
    names: &Names,
    half: &[&str],
) -> Option<(Unit, usize)> {
    let mut end = items[at].span.end;
    // 10 tys. m
    if items[at].traits.magnitude && text.prose[end..].starts_with('.') {
        end += 1;
    }
    if let Some(found) = names.after(text, end) {
        return Some(found);
    }
    if let Some(found) = behind_half(text, end, names, half) {
        return Some(found);
    }
    // In 4 m sur 2,20 et 30 cm d'épaisseur the second number has the unit of the first.
    if let Some(last) = at.checked_sub(1).map(|last| &items[last])
        && let Some(between) = text.prose.get(last.span.end..items[at].span.start)
        && let Some(begin) = ["sur", "x", "×", "par"]
            .iter()
            .find_map(|sign| between.trim_end_matches(is_blank).strip_suffix(sign))
            .map(|before| last.span.end + before.len())
        && let Some((_, unit_end)) = names.after(text, last.span.end)
        && text.prose.get(unit_end..begin).is_some_and(|between| between.chars().all(is_blank))
    {
        return None;
    }
    for (before, next) in items[at..].iter().zip(&items[at + 1..]).take(2) {
        let between = text.prose.get(end..next.span.start)?;
        if between.len() > 7
            || between.contains(['.', ',', ';', '(', ')', '%', '€', '$', '時', '时', '点', '點', '시'])
            || next.kind == Kind::Roman
        {
            return None;
        }
        end = next.span.end;
        if let Some((unit, _)) = names.after(text, end) {
            // In 9 h 30 à 20 h the minutes, in 2012 à 8 h the year, and in 8 mai 1945 à 23 h the day are no hours.
            let rises = items[at].value <= before.value && before.value <= next.value;
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

/// Whether these are the minutes or seconds of an angle, `45° 50′ 01″`, and no feet.
fn is_of_angle(text: &Text<'_>, item: &Item) -> bool {
    let before = || text.prose[..item.span.start].trim_end_matches(is_blank);
    text.prose[item.span.end..].starts_with(['′', '″', '\'', '’', '"', '”'])
        && before().ends_with(['°', 'º', '′'])
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
    /// The same unit with another number.
    pub(in crate::check::numbers) fn with(self, at: usize, value: Value) -> Measure {
        Measure { at, value: value.as_f64(), count: 1, ..self }
    }

    /// Whether another one, in another unit, is this one as people round it.
    pub(in crate::check::numbers) fn becomes(&self, other: &Measure, is_english: bool) -> bool {
        if !self.unit.is_like(other.unit) {
            return false;
        }
        let is_right: fn(f64, f64) -> bool = match self.unit.is_temperature() {
            // Degrees alone are Fahrenheit only where people say so.
            true if self.unit.is_same(other.unit) && !is_english => return false,
            true => is_rounded_temperature,
            false if self.unit.is_same(other.unit) && self.count == other.count => return false,
            // 2 m 01 is written 2.01 m, and no 2 m 10.
            false if self.unit.is_same(other.unit) => is_right_to_its_last_digit,
            // Nobody rounds days or hours far: 90 days for three months.
            false if self.unit.is_time() => |exact, written| (exact - written).abs() <= 0.02 * exact.abs(),
            // Nobody rounds 1,83 m to 182 cm: only the point moves.
            false if self.unit.is_decimal_of(other.unit) => is_moved,
            false => is_rounded,
        };
        // Words for minus are not read here.
        self.unit.convert(self.value, other.unit).iter().any(|exact| is_right(*exact, other.value))
            || self.unit.is_temperature()
                && (self.unit.convert(-self.value.abs(), other.unit).iter())
                    .any(|exact| is_right(exact.abs(), other.value.abs()))
    }

    /// Whether so much of another unit is as much: half a litre is 50 cl.
    pub(in crate::check::numbers) fn is_part(&self, size: f64, unit: Unit) -> bool {
        unit.is_like(self.unit)
            && !unit.is_temperature()
            && unit
                .convert(size, self.unit)
                .iter()
                .any(|value| (value - self.value).abs() <= 0.01 * self.value.abs())
    }

    /// What it is in another unit, for a reader: two figures, or three.
    pub(in crate::check::numbers) fn told(&self, unit: Unit) -> Option<String> {
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
