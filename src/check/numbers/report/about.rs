//! Words of the French that say about so many: *une trentaine*, *un millier*.

use crate::check::numbers::compare::{Comparison, in_words};
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;

/// Days of *une quinzaine*.
const FORTNIGHT: u64 = 15;

impl Comparison<'_> {
    /// Whether a number of the French is about so many of what follows: une trentaine de moutons.
    pub(super) fn is_about(&self, item: &Item) -> bool {
        let prose = &self.source.prose;
        let before = prose[..item.span.start].trim_end_matches(is_blank);
        let is_behind = |articles: [&str; 2]| articles.iter().any(|article| before.ends_with(article));
        let is_counted = match &prose[item.span.clone()] {
            "millier" => item.traits.lone && is_behind(["un", "Un"]) && self.counted(item).is_some(),
            // A quarantine, and a fortnight.
            "quarantaine" | "quinzaine" => self.counted(item).is_some(),
            // Une douzaine ont été arrêtés.
            word => word.ends_with("aine") && (is_behind(["une", "Une"]) || self.counted(item).is_some()),
        };
        is_counted && item.is_about_many() && item.value.is_some_and(|value| !in_words(self, value))
    }

    /// The number of the translation that stands where the French is about so many thousands: une vingtaine de milliers.
    pub(super) fn about_thousands(&self, item: &Item, left: &[(usize, Value)]) -> Option<usize> {
        let thousand = item.base.filter(|_| item.kind == Kind::Soft && item.traits.lone)?;
        let many = item.value?.over(thousand)?;
        if !(11..100).contains(&many) {
            return None;
        }
        let is_of_thousands = |other: &Item| {
            other
                .value
                .is_some_and(|value| value.over(thousand).is_some_and(|count| (1..1000).contains(&count)))
        };
        let numbers = left.iter().map(|(at, _)| *at).filter(|at| is_of_thousands(&self.here.items[*at]));
        numbers.into_iter().find(|at| !self.here.items[*at].traits.lone)
    }

    /// What follows a number of the French that is about so many.
    fn counted(&self, item: &Item) -> Option<&str> {
        let after = &self.source.prose[item.span.end..];
        [" de ", " d'", " d’"].iter().find_map(|of| after.strip_prefix(of))
    }

    /// The number of the translation that stands where the French is about so many: one in words that is as round, or a
    /// number of days or weeks that are no fortnight.
    pub(super) fn about_as(&self, item: &Item, left: &[(usize, Value)]) -> Option<usize> {
        let is_of_days = self.counted(item).is_some_and(|counted| counted.starts_with("jours"));
        if is_of_days && item.whole() == Some(FORTNIGHT) {
            return self.about_so_long(left);
        }
        let about = item.whole()?;
        let is_round = |value: u64| value == 15 || (20..100).contains(&value) && value.is_multiple_of(10);
        // Thirteen is an easy slip for thirty.
        let teen = Some(about / 10 + 10).filter(|teen| (13..20).contains(teen));
        // So is a thousand for a hundred.
        let is_power = |value: u64| match about {
            12 | 15 => false,
            1000 => value == 100,
            _ => value == about * 10,
        };
        let may_be = |value: u64| is_power(value) || about <= 100 && (is_round(value) || Some(value) == teen);
        let is_as_round = |other: &Item| {
            other.value != item.value
                && other.whole().is_some_and(may_be)
                && !(about <= 20 && self.says_some_teens(other))
        };
        let is_slip = |other: &Item| {
            other.kind == Kind::Digits && other.is_plain() && other.whole().is_some_and(is_power)
        };
        let words = left.iter().map(|(at, _)| *at).filter(|at| {
            let other = &self.here.items[*at];
            other.kind == Kind::Word || is_slip(other)
        });
        let loose = (0..self.here.items.len())
            .filter(|at| self.used[*at] == 0 && self.here.items[*at].kind == Kind::Soft);
        // What stands first in place of another number is left to that one.
        let first = left.first().map(|(at, _)| *at);
        // Any other one in words, but for what multiplies a dozen, and for characters that are parts of words.
        let is_other = |at: &usize| {
            let other = &self.here.items[*at];
            let is_multiplied = self
                .here
                .items
                .iter()
                .any(|next| next.kind == Kind::Soft && next.span.start.wrapping_sub(other.span.end) <= 4);
            other.kind == Kind::Word
                && other.whole().is_some_and(|value| (3..100).contains(&value))
                && !self.target.script.is_unspaced()
                && !is_multiplied
        };
        words
            .filter(|at| Some(*at) == first)
            .chain(loose)
            .find(|at| is_as_round(&self.here.items[*at]))
            .or(first.filter(is_other))
    }

    /// Whether a number of the translation is a word for more than ten and less than twenty.
    fn says_some_teens(&self, other: &Item) -> bool {
        ["kilkana", "kilkuna", "кільканад"]
            .iter()
            .any(|teens| self.text.prose[other.span.clone()].starts_with(teens))
    }

    /// The days or weeks that stand for une quinzaine de jours, and are neither two weeks nor fifteen days.
    fn about_so_long(&self, left: &[(usize, Value)]) -> Option<usize> {
        let units = self.target.lexicon.units();
        let is_another = |at: usize| {
            let other = &self.here.items[at];
            let unit = units.after(self.text, other.span.end).map(|(unit, _)| unit.symbol());
            match (unit, other.whole()) {
                (Some("week"), Some(weeks)) => weeks != 2,
                (Some("day"), Some(days)) => days != FORTNIGHT && days != 14,
                _ => false,
            }
        };
        // Una trentina di giorni.
        let about = (0..self.here.items.len())
            .filter(|at| self.used[*at] == 0 && self.here.items[*at].is_about_many());
        left.iter().map(|(at, _)| *at).chain(about).find(|at| is_another(*at))
    }
}
