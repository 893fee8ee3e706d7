//! The numbers of a text, and what else is asked of them.

use super::currency::OTHER;
use super::digits::is_blank;
use super::item::{Item, Kind, Traits};
use super::measure::Measure;
use super::sayings::Said;
use super::share;
use crate::check::numbers::value::Value;
use crate::check::scan::{Text, WIDE};
use crate::text::Span;

/// What stands between two numbers beside blanks and the signs of per cent and currencies.
pub(in crate::check::numbers) fn words_between(between: &str) -> &str {
    between.trim_matches(|c: char| is_blank(c) || "%€$£".contains(c))
}

/// The numbers of a text.
#[derive(Debug, Default)]
pub(in crate::check) struct Reading {
    /// Those in digits come first, in order; then the others.
    pub(in crate::check::numbers) items: Vec<Item>,
    /// A bit for each month that is named.
    pub(in crate::check::numbers) months: u16,
    /// A bit for each currency; read in the French only.
    pub(in crate::check::numbers) currencies: u8,
    /// Its shares and ranks in words; read in the French only.
    pub(in crate::check::numbers) in_words: share::French,
    /// Its numbers with units; read in the French only.
    pub(in crate::check::numbers) measures: Vec<Measure>,
    /// A bit for each day of the week that is named; read in the French only.
    pub(in crate::check::numbers) weekdays: u8,
    /// Whether noon ([`NOON`](super::noon::NOON)) and midnight are named; read in the French only.
    pub(in crate::check::numbers) noon: u8,
    /// Whether a translation may write a number of it as a fraction in one sign; read in the French only.
    pub(in crate::check::numbers) may_be_fractions: bool,
    /// How many times as much something is said to be; read in the French only.
    pub(in crate::check::numbers) fold: Option<u64>,
    /// What it says that has a number in its name; read in the French only.
    pub(in crate::check::numbers) sayings: Vec<Said>,
    /// Where it says *un an et demi*, once; read in the French only.
    pub(in crate::check::numbers) one_and_half: Option<Span>,
    /// Where a year is said to be before Christ; read in the French only.
    pub(in crate::check::numbers) before_christ: Option<Span>,
    /// Where it says that years are after Christ.
    pub(in crate::check::numbers) after_christ: Option<Span>,
    /// Whether digits of it have raised digits behind them; read in the French only.
    pub(in crate::check::numbers) has_powers: bool,
    /// Whether it has formulas with lowered digits; read in the French only.
    pub(in crate::check::numbers) has_formulas: bool,
    /// Whether it is [plain](Reading::is_plain_in); asked of the French only.
    pub(in crate::check::numbers) is_plain: bool,
    /// How often months are named.
    pub(in crate::check::numbers) month_count: u8,
    /// How many per-cent signs and words there are.
    pub(in crate::check::numbers) percents: u8,
}

impl Reading {
    /// How many letters of the text spell numbers that figures would say in a few.
    pub(in crate::check) fn letters_in_words(&self) -> usize {
        let words = self.items.iter().filter(|item| item.kind == Kind::Word);
        words.map(|item| item.span.len().saturating_sub(4)).sum()
    }

    /// Whether a number may be written as a fraction in one sign: ¾ itself, 3/4, 0,75, a half in words.
    pub(in crate::check::numbers) fn has_fraction(&self) -> bool {
        // 2½ hours for 2 h 30.
        let is_quarter = |pair: &[Item]| {
            pair[0].traits.hour && pair[1].whole().is_some_and(|minutes| matches!(minutes, 15 | 30 | 45))
        };
        self.items.windows(2).any(is_quarter)
            || self.items.iter().any(|item| match item.value {
                None => item.parts.len() == 2 && !item.traits.dotted,
                Some(value) if item.kind == Kind::Soft => value > Value::whole(1) && value < Value::whole(9),
                Some(value) => item.traits.joined == Some('/') || value.as_whole().is_none(),
            })
    }

    /// Whether all that is asked of a translation are these figures themselves, their units, and the months and the money
    /// that they are of: no range, no word that must be there.
    pub(in crate::check::numbers) fn is_plain_in(&self, text: &Text<'_>) -> bool {
        let only_figures = self.currencies & OTHER == 0
            && self.measures.iter().all(|measure| self.is_plain_measure(measure))
            && self.in_words.is_empty()
            && !self.has_powers
            // It may have become per cent.
            && !(text.has(WIDE) && text.prose.contains('‰'))
            && self.before_christ.is_none()
            && self.after_christ.is_none();
        let is_range = |ends: &[Item]| {
            let between = text.prose.get(ends[0].span.end..ends[1].span.start);
            between.is_some_and(|between| words_between(between) == "à")
        };
        only_figures
            && self.items.iter().enumerate().all(|(at, item)| match item.kind {
                Kind::Digits => {
                    (item.is_plain() || item.is_hour())
                        && self.figures_before(at).all(|other| other.value != item.value)
                }
                Kind::Soft => item.traits == Traits::default(),
                Kind::Word | Kind::Roman => false,
            })
            && !self.items.windows(2).any(is_range)
    }

    /// Whether a measure is of one number in figures, and of a unit that loses nothing with a sign (°, ², ³).
    fn is_plain_measure(&self, measure: &Measure) -> bool {
        measure.count == 1
            && self.items[measure.at].kind == Kind::Digits
            && !measure.unit.symbol().contains(['°', '²', '³'])
    }

    fn figures_before(&self, at: usize) -> impl Iterator<Item = &Item> {
        self.items[..at].iter().filter(|item| item.kind == Kind::Digits)
    }

    /// How many numbers are in figures, but for those of codes.
    pub(in crate::check) fn figures(&self) -> usize {
        self.items.iter().filter(|item| item.kind == Kind::Digits && !item.traits.coded).count()
    }

    /// Whether the number that `text` begins with is among these (an ordinal of the translation, `12.`), and
    /// begins before the byte `before`.
    pub(in crate::check) fn has(&self, text: &str, before: usize) -> bool {
        let digits = text.trim_start().bytes().take_while(u8::is_ascii_digit).map(|byte| byte - b'0');
        let Some(value) = Value::decimal(digits, std::iter::empty()).filter(|value| !value.is_zero()) else {
            return false;
        };
        self.items
            .iter()
            .any(|item| item.kind != Kind::Soft && item.value == Some(value) && item.span.start < before)
    }
}
