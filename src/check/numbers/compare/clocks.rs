//! The hour and the minutes of a time, found together, so that neither is taken for a part of another time. Halves and quarters
//! in words are with the other halves.

use super::comparison::{Comparison, Found, WHOLE};
use crate::check::numbers::read::{Item, is_blank};
use crate::check::numbers::value::Value;
use crate::check::scan::Text;

/// Whether the hour and the minutes at these places of the French are those of one time or duration.
pub(in crate::check::numbers) fn is_clock(comparison: &Comparison<'_>, hour: usize, minutes: usize) -> bool {
    are_one_time(comparison.source, &comparison.french.items[hour], &comparison.french.items[minutes])
}

/// Whether these two numbers of the French are the hour and the minutes of one time or duration.
pub(in crate::check::numbers) fn are_one_time(french: &Text<'_>, hour: &Item, minutes: &Item) -> bool {
    let between = french.prose.get(hour.span.end..minutes.span.start).unwrap_or_default();
    hour.traits.hour && matches!(between.trim_matches(is_blank), "h" | "H" | "heure" | "heures")
}

/// A number that was taken for the minutes of a time, which stand with their hour elsewhere: *toutes les vingt minutes de
/// 6 h 20 à 9 h* has its twenty behind *every*, and that of 6:20 is the time's.
pub(super) fn taken_for_minutes(comparison: &mut Comparison<'_>, value: Value) -> Option<usize> {
    /// The bits of the hour and of the minutes of one number.
    const HOUR: u16 = 2;
    const MINUTES: u16 = 4;
    let is_split =
        |(item, used): (&Item, &u16)| *used == HOUR && item.is_clock() && item.parts.get(1) == Some(&value);
    let clock = comparison.here.items.iter().zip(&comparison.used).position(is_split)?;
    let (at, here) = (1..comparison.french.items.len()).find_map(|at| match comparison.found[at] {
        Some(Found::At(here))
            if comparison.here.items[here].value == Some(value) && is_clock(comparison, at - 1, at) =>
        {
            Some((at, here))
        }
        _ => None,
    })?;
    comparison.used[clock] |= MINUTES;
    comparison.found[at] = Some(Found::Loosely(None));
    Some(here)
}

impl Comparison<'_> {
    /// `16 h 15` in `午後4時15分`: hour and minutes together, where they are two numbers, so that no hour is taken for the
    /// minutes of another time.
    pub(super) fn clocks_in_signs(&mut self) {
        for at in 1..self.french.items.len() {
            let (hour, minutes) = (&self.french.items[at - 1], &self.french.items[at]);
            let is_free = self.found[at - 1].is_none() && self.found[at].is_none();
            let (Some(h), true) = (hour.whole(), is_free && is_clock(self, at - 1, at)) else {
                continue;
            };
            let items = &self.here.items;
            let is_time = |here: &usize| {
                let [first, second] = &items[*here..*here + 2] else { return false };
                let sign = self.text.prose.get(first.span.end..second.span.start);
                sign.is_some_and(|sign| matches!(sign, "時" | "时" | "点" | "點"))
                    && first.whole().is_some_and(|here| here % 12 == h % 12)
                    && second.value == minutes.value
                    && self.used[*here] | self.used[*here + 1] == 0
            };
            if let Some(here) = (0..items.len().saturating_sub(1)).find(is_time) {
                self.used[here] |= WHOLE;
                self.used[here + 1] |= WHOLE;
                self.found[at - 1] = Some(Found::Loosely(Some(here)));
                self.found[at] = Some(Found::At(here + 1));
            }
        }
    }

    /// `20 h 15` in `8:15 p.m.`: hour and minutes together, so that neither is taken for a part of another
    /// time.
    pub(super) fn clocks(&mut self) {
        for at in 1..self.french.items.len() {
            let (hour, minutes) = (&self.french.items[at - 1], &self.french.items[at]);
            if self.found[at - 1].is_some() || self.found[at].is_some() || !is_clock(self, at - 1, at) {
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
                let in_four = || {
                    // 0117 GMT
                    let written = &self.text.raw[other.span.clone()];
                    let pair =
                        written.split_at_checked(2).filter(|_| other.parts.is_empty() && written.len() == 4);
                    let [hour, minutes] = pair.map_or([None, None], |(hour, minutes)| {
                        [hour, minutes].map(|part| part.parse().ok())
                    });
                    hour.is_some_and(|hour| is_hour(Value::whole(hour)))
                        && minutes.map(Value::whole) == Some(m)
                };
                other.parts.len() == 2 && other.parts[1] == m && is_hour(other.parts[0])
                    || in_four()
                    || other.value.is_some_and(|value| value == all || value.by(60) == all)
                    || self.is_rounded_hours(h * 60 + m.as_whole().unwrap_or(0), other)
            };
            let mut items = self.here.items.iter().enumerate();
            if let Some((here, _)) = items.find(|(here, other)| self.used[*here] == 0 && same(other)) {
                self.used[here] |= WHOLE;
                self.found[at - 1] = Some(Found::Loosely(Some(here)));
                self.found[at] = Some(Found::Loosely(None));
            }
        }
    }

    /// Whether a decimal of hours is so many minutes, as rounded: 2.7 hours for 2 h 40.
    fn is_rounded_hours(&self, minutes: u64, other: &Item) -> bool {
        let half_of_last = match other.decimals(self.text.raw) {
            1 => 60.0 * 0.05,
            2 => 60.0 * 0.005,
            _ => return false,
        };
        // Half of the last decimal itself may be rounded either way.
        let near = half_of_last + 1e-6;
        let is_near = other.value.is_some_and(|hours| (hours.as_f64() * 60.0 - minutes as f64).abs() <= near);
        let unit = || self.target.lexicon.units().after(self.text, other.span.end);
        is_near && unit().is_some_and(|(unit, _)| unit.symbol() == "h")
    }

    /// `18:30` in `6:30 p.m.`, and `18:00` in six o'clock.
    pub(super) fn clocks_in_figures(&mut self) {
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
}
