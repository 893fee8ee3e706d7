//! How much a finding weighs here: the command line, the policy, and how sure the rule is.

use crate::check::{Group, RULES, RuleSet, rule};
use crate::config::Config;
use crate::diagnostic::Severity;
use crate::text::Locale;

/// The rules that a run looks for, and their weights.
pub(super) struct Weights<'c> {
    config: &'c Config,
    policy: Option<&'c str>,
    only: Vec<String>,
    skip: Vec<String>,
}

impl<'c> Weights<'c> {
    pub(super) fn new(
        config: &'c Config,
        policy: Option<&'c str>,
        only: &[String],
        skip: &[String],
    ) -> Weights<'c> {
        Weights { config, policy, only: only.to_vec(), skip: skip.to_vec() }
    }

    /// The weight by policy; none if it is off or not asked for.
    pub(super) fn of(&self, locale: Option<&Locale>, name: &str) -> Option<Severity> {
        let group = rule(name).map_or(Group::Catalog, |rule| rule.group);
        let names = |list: &[String]| list.iter().any(|each| each == name || each == group.as_str());
        if (!self.only.is_empty() && !names(&self.only)) || names(&self.skip) {
            return None;
        }
        let weight = self.config.policy(locale, name, self.policy);
        // Who asks for a rule by its name wants to see it.
        let asked = self.only.iter().any(|each| each == name);
        weight.or(asked.then_some(Severity::Warning))
    }

    /// The weight of a finding whose rule is as sure as `own`: a policy that says something else than
    /// the rule's default is followed to the letter.
    pub(super) fn of_finding(&self, locale: Option<&Locale>, name: &str, own: Severity) -> Option<Severity> {
        let weight = self.of(locale, name)?;
        let default = rule(name).and_then(|rule| rule.severity);
        Some(if default == Some(weight) { weight.min(own) } else { weight })
    }

    /// The quality rules that are on in a locale.
    pub(super) fn quality(&self, locale: &Locale) -> RuleSet {
        RULES
            .iter()
            .filter(|rule| rule.group == Group::Quality && self.of(Some(locale), rule.name).is_some())
            .fold(RuleSet::none(), |set, rule| set.with(rule.name))
    }

    /// The least per cent of current units of a locale, and what less weighs.
    pub(super) fn complete(&self, locale: &Locale) -> Option<(u8, Severity)> {
        let least = self.config.complete(locale, self.policy);
        self.of(Some(locale), "incomplete").filter(|_| least > 0).map(|severity| (least, severity))
    }
}
