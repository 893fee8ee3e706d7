//! What a rule is, and what is said of it: what `check --list-rules`, `explain` and the manual's page are made from.

mod table;

use super::{Pair, Problem};
use crate::diagnostic::Severity;

pub use table::RULES;

/// What a rule is about, and what `--only` can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Whether a unit's translation renders today's French.
    States,
    /// Whether a catalog can be read.
    Catalog,
    /// Whether a translation says what the French says, well written.
    Quality,
}

impl Group {
    /// The word on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Group::States => "states",
            Group::Catalog => "catalog",
            Group::Quality => "quality",
        }
    }

    /// The group of this name.
    pub fn from_name(name: &str) -> Option<Group> {
        [Group::States, Group::Catalog, Group::Quality].into_iter().find(|group| group.as_str() == name)
    }
}

type Run = fn(&Pair<'_>, &mut Vec<Problem>);

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name: in findings, in policies, after `explain`.
    pub name: &'static str,
    /// Its group.
    pub group: Group,
    /// What its findings weigh unless a policy says otherwise; none: off.
    pub severity: Option<Severity>,
    /// Which findings of a rule that is an error by default are warnings; empty if none is.
    pub warns: &'static str,
    /// What it finds, in a line.
    pub what: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// What it is silent on.
    pub good: &'static str,
    /// What it speaks of.
    pub bad: &'static str,
    /// Whether a reader of its findings needs to see the French, too.
    pub compares: bool,
    /// How quality rules look at one translation; none where others look.
    pub(super) run: Option<Run>,
    /// Whether a finding of it explains all others, which then are not looked for.
    pub(super) settles: fn(&Problem) -> bool,
}

/// The rule of this name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}
