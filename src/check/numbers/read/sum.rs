//! A number in the course of being read from words.

use super::part::Part;
use crate::check::lexicon::{Lexicon, Makes};
use crate::check::numbers::value::Value;
use crate::check::script::Script;
use crate::text::Span;

/// What was read of it so far.
pub(super) struct Sum {
    pub(super) span: Span,
    pub(super) total: Value,
    pub(super) current: u64,
    /// The last thing added to `current`.
    pub(super) last: u64,
    pub(super) words: usize,
    pub(super) soft: bool,
    pub(super) joins: bool,
    pub(super) magnitude: bool,
    /// The least power of ten so far, and where the part since then begins.
    pub(super) power: u8,
    pub(super) since: usize,
    /// Where the last power of ten ends.
    pub(super) whole_end: usize,
}

impl Sum {
    pub(super) fn new(span: Span, part: Part) -> Sum {
        let mut sum = Sum {
            span: span.clone(),
            total: Value::whole(0),
            current: 0,
            last: 0,
            words: 0,
            soft: part.soft,
            joins: part.joins,
            magnitude: false,
            power: u8::MAX,
            since: 0,
            whole_end: 0,
        };
        sum.add(span, part);
        sum
    }

    pub(super) fn add(&mut self, span: Span, part: Part) {
        self.span.end = span.end;
        self.words += 1;
        if self.current == 0 {
            self.since = span.start;
        }
        self.soft &= part.soft;
        // Quatre-vingts; but the Arabic four-and-twenty.
        let is_four_twenties = part.value == 20 && self.last == 4 && !part.and;
        if part.power >= 3 {
            let own = if part.value == 2000 { 2 } else { 1 };
            let factor = if self.current == 0 && self.words == 1 { own } else { self.current };
            let value = if factor == 0 {
                // Another power upon the whole: mil millones.
                std::mem::replace(&mut self.total, Value::whole(0)).times(part.power)
            } else {
                Value::whole(factor).times(part.power)
            };
            self.total = self.total.plus(value);
            self.current = 0;
            self.magnitude = true;
            self.power = part.power;
            self.whole_end = span.end;
        } else if let Some(makes) = part.makes {
            self.current += match makes {
                Makes::Tens => self.last * 9,
                Makes::Teens => 10,
            };
        } else if part.value == 100 && (1..=99).contains(&self.current) {
            self.current *= 100;
        } else if is_four_twenties {
            self.current += 76;
        } else {
            self.current += part.value;
        }
        self.last = match part.makes {
            Some(Makes::Tens) => 10,
            // Nothing follows the teens but a power of ten.
            Some(Makes::Teens) => 1,
            None if is_four_twenties => 80,
            None => part.value,
        };
    }

    /// Whether this is a hundred or a power of ten, and what follows says how many, as in Swahili: *elfu mbili* is two
    /// thousand, and *elfu na mbili* a thousand and two.
    pub(super) fn is_multiplied_by(&self, part: Part) -> bool {
        let is_power = self.magnitude && self.current == 0 || self.current == 100;
        self.words == 1
            && is_power
            && part.power == 0
            && part.makes.is_none()
            && (2..100).contains(&part.value)
    }

    pub(super) fn multiply(&mut self, span: Span, part: Part) {
        self.span.end = span.end;
        self.words += 1;
        self.current *= part.value;
        self.total = self.total.by(part.value);
        self.whole_end = span.end;
        // Nothing smaller is added without a word for and.
        self.last = if self.magnitude { 1000 } else { 100 };
    }

    /// Whether a power of ten that follows begins another number: three million and five million.
    pub(super) fn ends_before(&self, part: Part) -> bool {
        self.magnitude && self.current > 0 && part.power >= self.power
    }

    /// Parts with what stands behind the last power of ten: the factor with which the next number begins.
    pub(super) fn split_factor(&mut self) -> Sum {
        let factor = std::mem::take(&mut self.current);
        self.span.end = self.whole_end;
        Sum::new(self.since..self.since, Part::joining(factor))
    }

    pub(super) fn fits(&self, part: Part, by_twenty: bool, script: Script, lexicon: &Lexicon) -> bool {
        let (is_arabic, is_hebrew) = (script == Script::Arabic, script == Script::Hebrew);
        if !part.joins || !self.joins {
            return false;
        }
        if part.power >= 3 {
            return true;
        }
        if part.makes.is_some() {
            return (1..=9).contains(&self.last) && self.current % 100 < 10;
        }
        let value = part.value;
        // In Hebrew five and twenty is twenty past five.
        if part.and
            && !is_hebrew
            && self.last < 10
            && self.last > 0
            && (20..100).contains(&value)
            && value.is_multiple_of(10)
        {
            return true;
        }
        // Arabic joins all others by a prefix: four-ten, and not fourteen two.
        if is_arabic && !part.and && !(self.last < 10 && matches!(value, 10 | 100)) {
            return false;
        }
        // The twelfth and the fifteenth: nothing follows the ten of a teen.
        if is_arabic && self.last == 10 && self.current % 100 > 10 {
            return false;
        }
        match self.last {
            _ if value == 0 => false,
            0 => true,
            4 if value == 20 && by_twenty && self.current % 100 == 4 => true,
            1..=9 if value == 100 => true,
            // Douze cents, twelve hundred; twenty-five hundred ends in its five.
            11..=16 if value == 100 && self.current < 20 => true,
            // The teens of Arabic and Hebrew: the unit, then ten.
            1..=9 if value == 10 && (is_arabic || is_hebrew && !part.and) => true,
            20..=90 if is_hebrew && value < 10 => part.and,
            10 if value < 10 => lexicon.has_open_teens(),
            20 | 30 | 40 | 50 | 70 | 90 if value < 10 => true,
            60 | 80 if value < 20 => true,
            100..=999 if value < 100 => true,
            1000.. if value < 1000 => true,
            // Kétmillió-ötszázezer.
            1_000_000.. if value < 1_000_000 => true,
            _ => false,
        }
    }

    pub(super) fn value(&self) -> Value {
        self.total.plus(Value::whole(self.current))
    }
}
