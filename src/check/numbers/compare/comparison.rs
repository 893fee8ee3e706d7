//! Two texts' numbers, side by side, and what was found of them so far.

use crate::check::Target;
use crate::check::numbers::read::{Item, Kind, Measure, Reading};
use crate::check::numbers::value::Value;
use crate::check::scan::{Text, with_lower};

/// How a French number was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check::numbers) enum Found {
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
pub(in crate::check::numbers) struct Comparison<'c> {
    pub(in crate::check::numbers) source: &'c Text<'c>,
    pub(in crate::check::numbers) text: &'c Text<'c>,
    pub(in crate::check::numbers) target: &'c Target,
    pub(in crate::check::numbers) french: &'c Reading,
    pub(in crate::check::numbers) here: &'c Reading,
    pub(in crate::check::numbers) found: Vec<Option<Found>>,
    /// For each number of the translation: a bit for its whole, then one for each part that was used.
    pub(in crate::check::numbers) used: Vec<u16>,
    /// Numbers of the translation with units; none where the French has none.
    pub(in crate::check::numbers) measures: Vec<Measure>,
}

/// The bit of a number that is used as a whole.
pub(super) const WHOLE: u16 = 1;

impl<'c> Comparison<'c> {
    /// Nothing is found yet.
    pub(super) fn new(
        source: &'c Text<'c>,
        text: &'c Text<'c>,
        target: &'c Target,
        french: &'c Reading,
        here: &'c Reading,
    ) -> Self {
        Comparison {
            source,
            text,
            target,
            french,
            here,
            found: vec![None; french.items.len()],
            used: vec![0; here.items.len()],
            measures: Vec::new(),
        }
    }

    /// An unused number of this value and kind.
    pub(super) fn unused_of(&self, value: Value, kind: Kind) -> Option<usize> {
        (0..self.here.items.len()).find(|at| self.is_free(*at, value) && self.here.items[*at].kind == kind)
    }

    /// An unused number of this value, of the same kind if there is one; a word that holds it and more (both, a third)
    /// last. But no half is the two of *deux photos*, nor of 3-2.
    pub(super) fn unused(&self, value: Value, kind: Kind) -> Option<usize> {
        let may_be_share = || ["/", " sur "].iter().any(|of| self.source.prose.contains(of));
        let is_two =
            || value == Value::whole(2) && (kind == Kind::Word || kind == Kind::Digits && !may_be_share());
        let mut any = (0..self.here.items.len())
            .filter(|at| self.is_free(*at, value) && !(is_two() && self.is_half(*at)));
        let first = any.clone().next();
        self.unused_of(value, kind)
            .or_else(|| any.find(|at| self.here.items[*at].kind != Kind::Soft))
            .or(first)
    }

    /// The figures of this value with a minus sign or without one, as the French has them, where there are both: −18 °C and
    /// 18 mois.
    pub(super) fn of_same_sign(&self, item: &Item, value: Value) -> Option<usize> {
        if item.kind != Kind::Digits || !self.here.items.iter().any(|other| other.traits.negative) {
            return None;
        }
        let is_same = |other: &Item| {
            other.kind == Kind::Digits
                && other.value == Some(value)
                && other.traits.negative == item.traits.negative
        };
        self.first_free(is_same)
    }

    /// The Roman numeral of this value, where the French has one: Карл X, and no десять beside it.
    pub(super) fn of_same_numeral(&self, item: &Item, value: Value) -> Option<usize> {
        if item.kind != Kind::Roman {
            return None;
        }
        let written = &self.source.prose[item.span.clone()];
        let letters = written.trim_end_matches(|c: char| !c.is_ascii_uppercase());
        let is_same = |other: &Item| {
            other.value == Some(value)
                && !letters.is_empty()
                && self.text.prose[other.span.clone()].starts_with(letters)
        };
        self.first_free(is_same)
    }

    /// Takes a number of the translation that renders one of the French in another form.
    pub(super) fn takes(&mut self, here: usize) -> Found {
        self.used[here] |= WHOLE;
        Found::Loosely(Some(here))
    }

    /// The first number of the translation that renders nothing yet and is so.
    pub(in crate::check::numbers) fn first_free(&self, is: impl Fn(&Item) -> bool) -> Option<usize> {
        let items = self.here.items.iter().enumerate();
        items.filter(|(here, _)| self.used[*here] == 0).find(|(_, item)| is(item)).map(|(here, _)| here)
    }

    /// Whether a word of the translation is a half, where the French doesn't say that something is half as much: *deux
    /// fois moins*.
    fn is_half(&self, at: usize) -> bool {
        let item = &self.here.items[at];
        item.kind == Kind::Soft
            && with_lower(&self.text.prose[item.span.clone()], |word| {
                self.target.lexicon.half.contains(&word)
            })
            && !self.source.prose.contains("fois")
    }

    fn is_free(&self, at: usize, value: Value) -> bool {
        self.used[at] == 0 && self.here.items[at].value == Some(value)
    }

    /// Numbers of the translation that render nothing, with their value.
    pub(in crate::check::numbers) fn left(&self) -> Vec<(usize, Value)> {
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

    /// Whether this is the half of *trois heures et demie*, which is no two.
    pub(super) fn is_half_more(&self, item: &Item) -> bool {
        item.kind == Kind::Soft
            && item.value == Some(Value::whole(2))
            && self.source.prose[..item.span.start].ends_with("et ")
            && self.source.prose[item.span.clone()].starts_with("demi")
    }

    /// Whether the French has this value somewhere.
    pub(in crate::check::numbers) fn is_french(&self, value: Value) -> bool {
        let is = |item: &Item| item.value == Some(value) && !self.is_half_more(item);
        // Nor is the twelve of a version that is there as it is.
        let is_whole =
            |item: &Item, found: &Option<Found>| item.is_version() && matches!(found, Some(Found::At(_)));
        self.french
            .items
            .iter()
            .zip(&self.found)
            // The four of 4,6 is none.
            .any(|(item, found)| {
                is(item)
                    || item.base == Some(value)
                    || (item.value.is_none() || item.traits.dotted)
                        && item.parts.contains(&value)
                        && !is_whole(item, found)
            })
    }

    /// Whether a year of the French became its century (1850: the 19th; around 900: the 10th or IX). A round year
    /// may be said by either century that it touches.
    pub(in crate::check::numbers) fn is_its_century(&self, item: &Item, other: &Item) -> bool {
        // The word for a century holds a hundred, and is no year.
        let Some(year) = item.whole().filter(|_| item.kind != Kind::Soft) else { return false };
        let Some(here) = other.whole() else { return false };
        // An ending may follow (XVIe), but no more: not *Vierte*.
        let written = &self.text.prose[other.span.clone()];
        let ending = written.trim_start_matches(['I', 'V', 'X']);
        let is_numeral = ending.len() < written.len() && ending.len() <= 2;
        let is_touched = here == year / 100 + 1 || year.is_multiple_of(100) && here == year / 100;
        (100..2100).contains(&year) && (is_numeral || year.is_multiple_of(100)) && here < 22 && is_touched
    }
}
