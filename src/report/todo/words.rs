//! How many words there are to do.

use super::{Task, TaskList};
use crate::report::plural;
use crate::unit::{Staleness, State};

/// Words to do by class, as translators invoice them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Words {
    /// In units without a translation.
    pub new: usize,
    /// Of units whose meaning changed.
    pub major: usize,
    /// Of units whose punctuation or spelling changed.
    pub minor: usize,
    /// In units to look at again (unverified, invalid).
    pub review: usize,
}

impl Words {
    /// Those of all tasks of some lists.
    pub fn of<'l>(lists: impl IntoIterator<Item = &'l TaskList>) -> Self {
        let mut words = Words::default();
        lists.into_iter().flat_map(TaskList::tasks).for_each(|task| words.add(&task));
        words
    }

    /// Adds a task's words to its class.
    pub fn add(&mut self, task: &Task<'_>) {
        let class = match task.state {
            State::Missing => &mut self.new,
            State::Stale(Staleness::Minor) => &mut self.minor,
            State::Stale(Staleness::Major) => &mut self.major,
            State::Unverified | State::Invalid | State::Current | State::Obsolete => &mut self.review,
        };
        *class += task.words;
    }

    pub(super) fn sentence(&self) -> String {
        let parts: Vec<String> = [
            (self.new, "new"),
            (self.major, "of a changed meaning"),
            (self.minor, "of small corrections"),
            (self.review, "to review"),
        ]
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, class)| format!("{count} {class}"))
        .collect();
        let total = self.new + self.major + self.minor + self.review;
        match parts.len() {
            0 => "no words".to_owned(),
            _ => format!("{}: {}", plural(total, "word"), parts.join(", ")),
        }
    }
}
