//! How much each finding weighs.

use std::collections::BTreeMap;

use super::Config;
use crate::diagnostic::Severity;
use crate::text::Locale;

/// A finding that `policy` may weigh, and its weight where the configuration says nothing.
pub type FindingDefault = (&'static str, Option<Severity>);

/// Every state and rule that may be a key of `policy`, with its severity by default; `None` is off. (The
/// rules themselves are the check module's, which this one can't see; a test holds the two equal.)
pub const FINDINGS: &[FindingDefault] = &[
    // States.
    ("missing", Some(Severity::Error)),
    ("stale-major", Some(Severity::Error)),
    ("stale-minor", Some(Severity::Warning)),
    ("unverified", Some(Severity::Error)),
    ("invalid", Some(Severity::Error)),
    ("obsolete", None),
    ("incomplete", Some(Severity::Error)),
    ("sync-needed", Some(Severity::Warning)),
    // Catalogs.
    ("syntax", Some(Severity::Error)),
    ("duplicate-unit", Some(Severity::Error)),
    ("unit-mismatch", Some(Severity::Error)),
    ("unknown-unit", Some(Severity::Error)),
    ("reference", Some(Severity::Error)),
    ("cycle", Some(Severity::Error)),
    ("attribute", Some(Severity::Error)),
    ("conflict-markers", Some(Severity::Error)),
    ("comment", Some(Severity::Warning)),
    ("empty", Some(Severity::Warning)),
    ("unused-allow", Some(Severity::Warning)),
    ("locales", Some(Severity::Warning)),
    // What a translation says.
    ("language", Some(Severity::Error)),
    ("untranslated", Some(Severity::Error)),
    ("characters", Some(Severity::Error)),
    ("mixed-script", Some(Severity::Error)),
    ("variables", Some(Severity::Error)),
    ("markup", Some(Severity::Error)),
    ("links", Some(Severity::Error)),
    ("structure", Some(Severity::Error)),
    ("numbers", Some(Severity::Error)),
    ("punctuation", Some(Severity::Warning)),
    ("brackets", Some(Severity::Warning)),
    ("spaces", Some(Severity::Warning)),
    ("typography", Some(Severity::Warning)),
    ("repeated-word", Some(Severity::Warning)),
    ("glossary", Some(Severity::Warning)),
    ("length", None),
    ("inconsistent", None),
];

/// One `policy` table: what it says, and no more.
#[derive(Debug, Clone, Default)]
pub(crate) struct Policy {
    pub(super) rules: BTreeMap<&'static str, Option<Severity>>,
    pub(super) complete: Option<u8>,
}

impl Config {
    /// The severity of a finding; `None` is off. The most specific setting wins: the locale's, then the
    /// named policy's, then the project's, then the default. In a locale that is not released nothing
    /// weighs more than a warning.
    pub fn policy(&self, locale: Option<&Locale>, finding: &str, named: Option<&str>) -> Option<Severity> {
        let severity = self
            .layers(locale, named)
            .find_map(|policy| policy.rules.get(finding).copied())
            .unwrap_or_else(|| default_severity(finding));
        match severity {
            Some(Severity::Error) if locale.is_some_and(|locale| !self.is_released(locale)) => {
                Some(Severity::Warning)
            }
            Some(Severity::Error | Severity::Warning) | None => severity,
        }
    }

    /// The least per cent of current units that a locale must have.
    pub fn complete(&self, locale: &Locale, named: Option<&str>) -> u8 {
        self.layers(Some(locale), named).find_map(|policy| policy.complete).unwrap_or(0)
    }

    /// The names that `check --policy` may be given.
    pub fn policy_names(&self) -> impl Iterator<Item = &str> {
        self.policies.keys().map(String::as_str)
    }

    fn layers(&self, locale: Option<&Locale>, named: Option<&str>) -> impl Iterator<Item = &Policy> {
        let of_locale = locale.and_then(|locale| self.locales.get(locale)).map(|settings| &settings.policy);
        let of_name = named.and_then(|name| self.policies.get(name));
        of_locale.into_iter().chain(of_name).chain([&self.policy])
    }
}

/// A finding that the table does not know is a warning: seen, and never fatal.
fn default_severity(finding: &str) -> Option<Severity> {
    FINDINGS
        .iter()
        .find(|(name, _)| *name == finding)
        .map_or(Some(Severity::Warning), |&(_, severity)| severity)
}
