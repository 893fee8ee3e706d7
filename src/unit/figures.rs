//! Counts of units by state, and of words to do.

use serde::Serialize;

use super::state::{Staleness, State};

/// How many units of a document or locale are in each state. `current + stale + missing + unverified +
/// invalid = units`; obsolete units stand beside them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Today's units.
    pub units: usize,
    /// Words of today's French.
    pub words: usize,
    /// Translated, and the French is that of today but for typography.
    pub current: usize,
    /// The French has changed since; minor and major together.
    pub stale: usize,
    /// … only in punctuation, case or spelling.
    pub stale_minor: usize,
    /// … in its meaning.
    pub stale_major: usize,
    /// Without a translation.
    pub missing: usize,
    /// Translated, but nothing says from which French.
    pub unverified: usize,
    /// The translation can't be read or formatted.
    pub invalid: usize,
    /// Units that no sentence has any more.
    pub obsolete: usize,
}

impl Figures {
    /// Counts one unit of today, of `words` words.
    pub fn count(&mut self, state: State, words: usize) {
        if state == State::Obsolete {
            self.obsolete += 1;
            return;
        }
        self.units += 1;
        self.words += words;
        match state {
            State::Current => self.current += 1,
            State::Stale(staleness) => {
                self.stale += 1;
                match staleness {
                    Staleness::Minor => self.stale_minor += 1,
                    Staleness::Major => self.stale_major += 1,
                }
            }
            State::Missing => self.missing += 1,
            State::Unverified => self.unverified += 1,
            State::Invalid => self.invalid += 1,
            State::Obsolete => {}
        }
    }

    /// Per cent of today's units that are current, rounded down, so that 100 means all of them.
    pub fn percent_current(&self) -> usize {
        percent(self.current, self.units)
    }

    /// Units that have a translation of any kind that can be shown.
    pub fn translated(&self) -> usize {
        self.current + self.stale + self.unverified
    }
}

/// `part` of `whole` in per cent, rounded down; 100 of nothing.
pub fn percent(part: usize, whole: usize) -> usize {
    (part * 100).checked_div(whole).unwrap_or(100)
}

impl std::ops::AddAssign for Figures {
    fn add_assign(&mut self, other: Figures) {
        self.units += other.units;
        self.words += other.words;
        self.current += other.current;
        self.stale += other.stale;
        self.stale_minor += other.stale_minor;
        self.stale_major += other.stale_major;
        self.missing += other.missing;
        self.unverified += other.unverified;
        self.invalid += other.invalid;
        self.obsolete += other.obsolete;
    }
}
