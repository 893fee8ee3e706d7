//! How much a finding weighs here: the command line, the policy, and how sure the rule is.

use rustc_hash::FxHashMap;

use crate::check::{Group, RULES, RuleSet, rule};
use crate::config::{Config, FILE_NAME};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::project::DocumentFile;
use crate::text::Locale;

/// The rules that a run looks for, and their weights.
pub(super) struct Weights<'c> {
    config: &'c Config,
    policy: Option<&'c str>,
    only: Vec<String>,
    skip: Vec<String>,
    /// The paths of documents by their names, which policies by path go by.
    paths: FxHashMap<String, String>,
}

impl<'c> Weights<'c> {
    pub(super) fn new(
        config: &'c Config,
        policy: Option<&'c str>,
        only: &[String],
        skip: &[String],
        documents: &[DocumentFile],
    ) -> Weights<'c> {
        let paths = documents.iter().map(|document| (document.name.clone(), document.path.clone())).collect();
        Weights { config, policy, only: only.to_vec(), skip: skip.to_vec(), paths }
    }

    /// The weight by policy; none if it is off or not asked for.
    pub(super) fn of(&self, locale: Option<&Locale>, name: &str) -> Option<Severity> {
        self.of_document(locale, None, name).map(|weight| self.strict(locale, None, name, weight))
    }

    fn of_document(&self, locale: Option<&Locale>, document: Option<&str>, name: &str) -> Option<Severity> {
        let group = || rule(name).map_or(Group::Catalog, |rule| rule.group);
        let names = |list: &[String]| {
            !list.is_empty() && list.iter().any(|each| each == name || each == group().as_str())
        };
        if (!self.only.is_empty() && !names(&self.only)) || names(&self.skip) {
            return None;
        }
        let path = self.path(document);
        let weight = self.config.policy(locale, path, name, self.policy);
        // Who asks for a rule by its name wants to see it.
        let asked = self.only.iter().any(|each| each == name);
        weight.or(asked.then_some(Severity::Warning))
    }

    /// The path of a document by its name, which policies go by.
    fn path<'d>(&'d self, document: Option<&'d str>) -> Option<&'d str> {
        document.map(|name| self.paths.get(name).map_or(name, String::as_str))
    }

    /// The weight of a finding whose rule is as sure as `own`: a policy that names the rule is followed to the
    /// letter; without one, what is less sure than the rule's default weighs less. A policy may make whatever
    /// would be a warning fail.
    pub(super) fn of_finding(&self, locale: Option<&Locale>, finding: &Diagnostic) -> Option<Severity> {
        let document = finding.subject.document.as_deref();
        self.by_sureness(locale, finding).map(|weight| self.strict(locale, document, finding.rule, weight))
    }

    fn strict(
        &self,
        locale: Option<&Locale>,
        document: Option<&str>,
        name: &str,
        weight: Severity,
    ) -> Severity {
        let path = self.path(document);
        match weight {
            Severity::Warning if self.config.warning_fails(locale, path, name, self.policy) => {
                Severity::Error
            }
            Severity::Warning | Severity::Error => weight,
        }
    }

    fn by_sureness(&self, locale: Option<&Locale>, finding: &Diagnostic) -> Option<Severity> {
        let (name, own) = (finding.rule, finding.severity);
        let document = finding.subject.document.as_deref();
        let weight = self.of_document(locale, document, name)?;
        // Only what is less sure can weigh less.
        if weight <= own {
            return Some(weight);
        }
        let path = self.path(document);
        let is_said = self.config.is_weighed(locale, path, name, self.policy);
        let default = rule(name).and_then(|rule| rule.severity);
        Some(if default == Some(weight) && !is_said { weight.min(own) } else { weight })
    }

    /// Whether errors fail only in catalog lines that the branch has touched.
    pub(super) fn only_touched(&self) -> bool {
        self.config.only_touched(self.policy)
    }

    /// Whether a finding fails where the branch itself took from a unit that it was current.
    pub(super) fn lost_fails(&self, locale: &Locale, finding: &Diagnostic) -> bool {
        let path = self.path(finding.subject.document.as_deref());
        self.config.lost_fails(locale, path, finding.rule, self.policy)
    }

    /// The quality rules that are on in a locale, if only in some documents.
    pub(super) fn quality(&self, locale: &Locale) -> RuleSet {
        RULES
            .iter()
            .filter(|rule| rule.group == Group::Quality)
            .filter(|rule| {
                self.of(Some(locale), rule.name).is_some()
                    || self.config.is_on_somewhere(locale, rule.name, self.policy)
            })
            .fold(RuleSet::none(), |set, rule| set.with(rule.name))
    }

    /// The least per cent of current units of a locale, what less weighs, and where the settings say so.
    pub(super) fn complete(&self, locale: &Locale) -> Option<(u8, Severity, Place)> {
        let (least, place) = self.config.complete(locale, self.policy);
        let severity = self.of(Some(locale), "incomplete").filter(|_| least > 0)?;
        Some((least, severity, place.cloned().unwrap_or_else(|| Place::file(FILE_NAME))))
    }
}
