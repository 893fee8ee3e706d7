//! One number of a text.

use super::digits::is_blank;
use crate::check::numbers::value::{Value, digit};
use crate::text::Span;

/// What a number is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check::numbers) enum Kind {
    Digits,
    /// A cardinal or ordinal in words, or in Chinese characters.
    Word,
    /// A word that holds a number and more (half, dozen, century): never missed.
    Soft,
    Roman,
}

/// A number of a text.
#[derive(Debug, Clone)]
pub(in crate::check::numbers) struct Item {
    pub(in crate::check::numbers) span: Span,
    pub(in crate::check::numbers) kind: Kind,
    /// As the locale reads it.
    pub(in crate::check::numbers) value: Option<Value>,
    /// As another locale reads it.
    pub(in crate::check::numbers) foreign: Option<Value>,
    /// Without the word for a power of ten that multiplies it.
    pub(in crate::check::numbers) base: Option<Value>,
    /// Its parts between marks (hours and minutes, days and months), where it has any.
    pub(in crate::check::numbers) parts: Vec<Value>,
    pub(in crate::check::numbers) traits: Traits,
}

impl Item {
    /// Whether it may be about so many: une trentaine, un millier.
    pub(in crate::check::numbers) fn is_about_many(&self) -> bool {
        self.kind == Kind::Soft
            && self
                .whole()
                .is_some_and(|value| matches!(value, 10 | 12 | 1000) || (15..=100).contains(&value))
    }

    /// Whether it is a number by itself: neither a part of another one nor of a time, a code, a telephone number.
    pub(in crate::check::numbers) fn is_plain(&self) -> bool {
        let Traits {
            hour,
            zero_led,
            joined,
            phone,
            lone,
            coded,
            percent: _,
            negative: _,
            dotted: _,
            magnitude: _,
        } = self.traits;
        self.value.is_some() && joined.is_none() && !(hour || zero_led || phone || lone || coded)
    }

    /// Whether it is a number of hours, and nothing else: `18 h`.
    pub(in crate::check::numbers) fn is_hour(&self) -> bool {
        let Traits { hour, zero_led: _, joined, phone, lone, coded, percent, negative, dotted, magnitude: _ } =
            self.traits;
        hour && self.value.is_some()
            && joined.is_none()
            && !(phone || lone || coded || percent || negative || dotted)
    }

    /// Whether it is hours and minutes, and nothing else: `18:30`.
    pub(in crate::check::numbers) fn is_clock(&self) -> bool {
        let Traits { joined, phone, lone, coded, percent, negative, dotted, .. } = self.traits;
        self.value.is_none()
            && self.parts.len() == 2
            && joined.is_none()
            && !(phone || lone || coded || percent || negative || dotted)
    }

    /// Whether it is a word that holds a number and more: twice, dozens, the seventies. An article is none.
    pub(in crate::check::numbers) fn holds_more(&self) -> bool {
        self.kind == Kind::Soft && self.value > Some(Value::whole(1))
    }

    /// Its value, if that is a whole number of common size.
    pub(in crate::check::numbers) fn whole(&self) -> Option<u64> {
        self.value.and_then(Value::as_whole)
    }

    /// How many decimals it has, as it stands in this text.
    pub(in crate::check::numbers) fn decimals(&self, text: &str) -> usize {
        let written = &text[self.span.clone()];
        let behind = written.rsplit(['.', ',', '٫', '．']).next().filter(|_| self.whole().is_none());
        behind.map_or(0, |decimals| decimals.chars().filter(|c| digit(*c).is_some()).count())
    }

    /// Whether it is a decimal with the full stop of other languages before `behind`: less than one, 0.5, with its power
    /// of ten, 1.00E+03, or in per cent.
    pub(in crate::check::numbers) fn is_decimal_with_stop(&self, behind: &str) -> bool {
        let has_power = || behind.strip_prefix(['E', 'e']).is_some_and(|power| power.starts_with(['+', '-']));
        let is_share = || {
            let behind = behind.trim_start_matches(is_blank);
            behind.starts_with('%') || behind.starts_with("pour cent")
        };
        self.traits.dotted && self.parts.len() == 2 && (self.parts[0].is_zero() || has_power() || is_share())
    }

    /// Whether it is of three parts or more with full stops between, and no date: their order counts.
    pub(in crate::check::numbers) fn is_version(&self) -> bool {
        self.value.is_none() && self.traits.dotted && self.parts.len() > 2 && !self.is_date()
    }

    /// Whether its parts may be a day, a month and a year.
    fn is_date(&self) -> bool {
        let [day, month, year] = self.parts.as_slice() else { return false };
        let (Some(day), Some(month), Some(year)) = (day.as_whole(), month.as_whole(), year.as_whole()) else {
            return false;
        };
        (1..=31).contains(&day) && (1..=12).contains(&month) && (year >= 1000 || self.span.len() == 8)
    }
}

/// What stands at a number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::check::numbers) struct Traits {
    pub(in crate::check::numbers) percent: bool,
    pub(in crate::check::numbers) negative: bool,
    /// An hour of the day, by what follows it.
    pub(in crate::check::numbers) hour: bool,
    /// Only full stops between its digits.
    pub(in crate::check::numbers) dotted: bool,
    /// Begins with a zero that is no whole number, and stands by itself (`007`); with two digits it is another way to
    /// write one (`le 05 mars`).
    pub(in crate::check::numbers) zero_led: bool,
    /// Joined to the number before by nothing but this sign.
    pub(in crate::check::numbers) joined: Option<char>,
    /// A run of pairs of digits, as telephone numbers are written.
    pub(in crate::check::numbers) phone: bool,
    /// Multiplied by a word for a power of ten.
    pub(in crate::check::numbers) magnitude: bool,
    /// Such a word without a number before it (millions of people).
    pub(in crate::check::numbers) lone: bool,
    /// Part of a name or code (A380).
    pub(in crate::check::numbers) coded: bool,
}
