//! Which rules are to run.

use super::rules::{Group, RULES};

/// A choice of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleSet(u64);

impl RuleSet {
    /// The rules that are on by default.
    pub fn by_default() -> RuleSet {
        RULES
            .iter()
            .enumerate()
            .filter(|(_, rule)| rule.severity.is_some())
            .fold(RuleSet(0), |set, (at, _)| RuleSet(set.0 | 1 << at))
    }

    /// No rule.
    pub fn none() -> RuleSet {
        RuleSet(0)
    }

    /// With the rule `name` too; as it was for an unknown name.
    #[must_use]
    pub fn with(self, name: &str) -> RuleSet {
        RULES.iter().position(|rule| rule.name == name).map_or(self, |at| RuleSet(self.0 | 1 << at))
    }

    /// Whether the rule `name` is in it.
    pub fn contains(self, name: &str) -> bool {
        RULES.iter().position(|rule| rule.name == name).is_some_and(|at| self.has(at))
    }

    /// Whether the rule at this place of the table is in it.
    pub(super) fn has(self, at: usize) -> bool {
        self.0 >> at & 1 == 1
    }

    /// Whether any quality rule is in it, so that translations must be looked at.
    pub fn has_quality(self) -> bool {
        RULES.iter().enumerate().any(|(at, rule)| rule.group == Group::Quality && self.has(at))
    }
}
