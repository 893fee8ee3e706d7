//! How much each finding weighs.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Config, Globs, document_name};
use crate::diagnostic::{Place, Severity};
use crate::text::Locale;

/// How much a finding weighs; `None` is off.
pub type Weight = Option<Severity>;

/// A finding that `policy` may weigh, and its weight where the configuration says nothing.
pub type FindingDefault = (&'static str, Weight);

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
    // Documents.
    ("front-matter", Some(Severity::Error)),
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
    ("empty", Some(Severity::Error)),
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
    pub(super) rules: BTreeMap<&'static str, Weight>,
    pub(super) complete: Option<Complete>,
    /// Whether errors fail only in catalog lines that the branch has touched.
    pub(super) only_touched: bool,
    /// Whether a translation fails that was current, and that the branch took away or made stale itself.
    pub(super) lost_fails: bool,
    /// Whether warnings fail, but for those that it weighs itself.
    pub(super) warnings_fail: bool,
    /// `paths`: what else holds for some documents.
    pub(super) paths: Vec<PathPolicy>,
}

/// `complete`: the least per cent of current units.
#[derive(Debug, Clone)]
pub(crate) struct Complete {
    pub(super) percent: u8,
    /// Where the file says so; a ready-made policy stands in none.
    pub(super) place: Option<Place>,
}

/// One `paths` table of a policy.
#[derive(Debug, Clone, Default)]
pub(crate) struct PathPolicy {
    pub(super) documents: Globs,
    pub(super) rules: BTreeMap<&'static str, Weight>,
}

/// The policies that `check --policy` knows without a configuration.
pub const READY_MADE: [&str; 3] = ["pull-request", "release", "strict"];

/// Everything that keeps a page from being wholly and rightly translated.
const UNFINISHED: [&str; 5] = ["missing", "stale-major", "unverified", "invalid", "incomplete"];

/// A ready-made policy.
fn ready_made(name: &str) -> Option<Policy> {
    let mut policy = Policy::default();
    match name {
        // What a source edit makes stale or missing is the translators' work, and no fault of its author.
        "pull-request" => {
            policy.only_touched = true;
            policy.lost_fails = true;
            for state in ["missing", "stale-major", "stale-minor", "sync-needed", "incomplete"] {
                policy.rules.insert(state, Some(Severity::Warning));
            }
        }
        "release" => {
            policy.complete = Some(Complete { percent: 100, place: None });
            policy.rules.extend(UNFINISHED.map(|state| (state, Some(Severity::Error))));
        }
        "strict" => policy.warnings_fail = true,
        _ => return None,
    }
    Some(policy)
}

impl Config {
    /// What a finding weighs. The most specific setting wins: the locale's, then the
    /// named policy's, then the project's, then the default. In a locale that is not released nothing
    /// weighs more than a warning.
    ///
    /// A document goes by its path under content or its name. What a policy says of its path wins over all that is said
    /// of no path; of two entries that name it, the later one.
    pub fn policy(
        &self,
        locale: Option<&Locale>,
        document: Option<&str>,
        finding: &str,
        named: Option<&str>,
    ) -> Weight {
        let severity = self.said_of(locale, document, finding, named);
        match severity.unwrap_or_else(|| default_severity(finding)) {
            Some(Severity::Error) if locale.is_some_and(|locale| !self.is_released(locale)) => {
                Some(Severity::Warning)
            }
            severity @ (Some(Severity::Error | Severity::Warning) | None) => severity,
        }
    }

    /// Whether the policies say how much a kind of finding weighs, and do not leave it to its default.
    pub fn is_weighed(
        &self,
        locale: Option<&Locale>,
        document: Option<&str>,
        finding: &str,
        named: Option<&str>,
    ) -> bool {
        self.said_of(locale, document, finding, named).is_some()
    }

    /// What the policies say of a kind of finding: nothing if it is left to its default.
    fn said_of(
        &self,
        locale: Option<&Locale>,
        document: Option<&str>,
        finding: &str,
        named: Option<&str>,
    ) -> Option<Weight> {
        document
            .and_then(|document| self.said_of_path(locale, document, finding, named))
            .or_else(|| self.layers(locale, named).find_map(|policy| policy.rules.get(finding).copied()))
    }

    fn said_of_path(
        &self,
        locale: Option<&Locale>,
        document: &str,
        finding: &str,
        named: Option<&str>,
    ) -> Option<Weight> {
        let mut entries = self.layers(locale, named).flat_map(|policy| policy.paths.iter().rev());
        entries.find_map(|entry| {
            let severity = entry.rules.get(finding).copied()?;
            let name = document_name(document);
            (entry.documents.is_match(document) || entry.documents.is_match(name)).then_some(severity)
        })
    }

    /// Whether this finding fails where it would be a warning: the named policy says so of warnings, and neither
    /// itself nor what wins over it weighs the finding. Never in a locale that is not released.
    pub fn warning_fails(
        &self,
        locale: Option<&Locale>,
        document: Option<&str>,
        finding: &str,
        named: Option<&str>,
    ) -> bool {
        let is_released = locale.is_none_or(|locale| self.is_released(locale));
        let policy = named.and_then(|name| self.named(name)).filter(|policy| policy.warnings_fail);
        let Some(policy) = policy.filter(|_| is_released) else { return false };
        let of_locale = locale.and_then(|locale| self.locales.get(locale)).map(|settings| &settings.policy);
        let by_path = document.and_then(|document| self.said_of_path(locale, document, finding, named));
        by_path.is_none()
            && !of_locale.into_iter().chain([policy]).any(|policy| policy.rules.contains_key(finding))
    }

    /// Whether this finding fails on a unit that was current, and that the branch itself made what it is: the named
    /// policy says so, and nothing that wins over it weighs the finding. Never in a locale that is not released.
    pub fn lost_fails(
        &self,
        locale: &Locale,
        document: Option<&str>,
        finding: &str,
        named: Option<&str>,
    ) -> bool {
        let says_so = named.and_then(|name| self.named(name)).is_some_and(|policy| policy.lost_fails);
        let by_path = document.and_then(|document| self.said_of_path(Some(locale), document, finding, named));
        let of_locale = self.locales.get(locale).map(|settings| &settings.policy);
        says_so
            && self.is_released(locale)
            && by_path.is_none()
            && !of_locale.is_some_and(|policy| policy.rules.contains_key(finding))
    }

    /// The least per cent of current units that a locale must have, and where the file says so.
    pub fn complete(&self, locale: &Locale, named: Option<&str>) -> (u8, Option<&Place>) {
        let least = self.layers(Some(locale), named).find_map(|policy| policy.complete.as_ref());
        least.map_or((0, None), |least| (least.percent, least.place.as_ref()))
    }

    /// The names that `check --policy` may be given: those of the configuration, and the ready-made ones.
    pub fn policy_names(&self) -> impl Iterator<Item = &str> {
        let own = self.policies.keys().map(String::as_str);
        own.chain(READY_MADE.into_iter().filter(|name| !self.policies.contains_key(*name)))
    }

    /// Whether errors fail only in catalog lines that the branch has touched.
    pub fn only_touched(&self, named: Option<&str>) -> bool {
        named.and_then(|name| self.named(name)).is_some_and(|policy| policy.only_touched)
    }

    /// Whether some document has this finding on, whatever holds for the others.
    pub fn is_on_somewhere(&self, locale: &Locale, finding: &str, named: Option<&str>) -> bool {
        let mut paths = self.layers(Some(locale), named).flat_map(|policy| &policy.paths);
        paths.any(|entry| entry.rules.get(finding).is_some_and(Option::is_some))
    }

    /// A policy of the configuration, else the ready-made one of this name.
    fn named(&self, name: &str) -> Option<&Policy> {
        static READY: LazyLock<Vec<(&str, Policy)>> = LazyLock::new(|| {
            READY_MADE.into_iter().filter_map(|name| Some((name, ready_made(name)?))).collect()
        });
        let ready = || READY.iter().find(|(known, _)| *known == name).map(|(_, policy)| policy);
        self.policies.get(name).or_else(ready)
    }

    fn layers(&self, locale: Option<&Locale>, named: Option<&str>) -> impl Iterator<Item = &Policy> {
        let of_locale = locale.and_then(|locale| self.locales.get(locale)).map(|settings| &settings.policy);
        let of_name = named.and_then(|name| self.named(name));
        of_locale.into_iter().chain(of_name).chain([&self.policy])
    }
}

/// A finding that the table does not know is a warning: seen, and never fatal.
fn default_severity(finding: &str) -> Weight {
    FINDINGS
        .iter()
        .find(|(name, _)| *name == finding)
        .map_or(Some(Severity::Warning), |&(_, severity)| severity)
}
