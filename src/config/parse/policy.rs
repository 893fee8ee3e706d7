//! A `policy` table, wherever it stands.

use super::super::policy::{Complete, FINDINGS, PathPolicy, Policy, Weight};
use super::super::reader::{Entry, Mistakes, Table};
use super::path::globs;
use crate::diagnostic::Severity;

/// The keys of every policy, but for `unreadable`, of which none may say anything.
pub(super) const KEYS: [&str; FINDINGS.len() + 2] = {
    let mut keys = ["complete"; FINDINGS.len() + 2];
    let mut at = 0;
    while at < FINDINGS.len() {
        keys[at] = FINDINGS[at].0;
        at += 1;
    }
    keys[at] = "paths";
    keys
};

/// A policy; `more` are keys beside those of every policy.
pub(super) fn read_policy(table: &Table<'_>, more: &[&str], mistakes: &mut Mistakes<'_>) -> Policy {
    let mut policy = Policy::default();
    let known: Vec<&str> = KEYS.iter().chain(more).copied().chain(["unreadable"]).collect();
    table.only(&known, mistakes);
    for entry in table.entries() {
        match entry.name(table).as_str() {
            "unreadable" => {
                let message = "what can't be read is an error under every policy";
                mistakes.add(&entry.key_span, message, "take this line away");
            }
            "complete" => {
                let place = Some(mistakes.place(&entry.span()));
                policy.complete = entry.percent(mistakes).map(|percent| Complete { percent, place });
            }
            "only_touched" if more.contains(&"only_touched") => {
                policy.only_touched = entry.boolean(mistakes).unwrap_or_default();
            }
            "warnings_fail" if more.contains(&"warnings_fail") => {
                policy.warnings_fail = entry.boolean(mistakes).unwrap_or_default();
            }
            "paths" => {
                let tables = entry.tables("{ documents = [\"brouillons/**\"], missing = \"off\" }", mistakes);
                policy.paths = tables.iter().map(|table| read_path_policy(table, mistakes)).collect();
            }
            name => policy.rules.extend(read_weight(&entry, name, mistakes)),
        }
    }
    policy
}

/// One entry of `paths`.
fn read_path_policy(table: &Table<'_>, mistakes: &mut Mistakes<'_>) -> PathPolicy {
    let known: Vec<&str> = FINDINGS.iter().map(|&(name, _)| name).chain(["documents"]).collect();
    table.only(&known, mistakes);
    let mut policy = PathPolicy::default();
    match globs(table, "documents", "brouillons/**", mistakes) {
        Some(globs) => policy.documents = globs,
        None if table.is_misspelt("documents", &known) => {}
        None if table.get("documents").is_none() => {
            let message = "this entry of `paths` does not say for which documents it holds";
            let span = table.entries().next().map_or(table.span.clone(), |entry| entry.key_span);
            mistakes.add(&span, message, "for example: documents = [\"brouillons/**\"]");
        }
        None => {}
    }
    for entry in table.entries().filter(|entry| entry.name(table) != "documents") {
        let name = entry.name(table);
        policy.rules.extend(read_weight(&entry, &name, mistakes));
    }
    policy
}

/// What a key of a policy says of a finding; nothing if there is no such finding.
fn read_weight(entry: &Entry<'_>, name: &str, mistakes: &mut Mistakes<'_>) -> Option<(&'static str, Weight)> {
    const WEIGHTS: [(&str, Weight); 3] =
        [("error", Some(Severity::Error)), ("warning", Some(Severity::Warning)), ("off", None)];
    let &(rule, _) = FINDINGS.iter().find(|(rule, _)| *rule == name)?;
    entry.choice(&WEIGHTS, mistakes).map(|weight| (rule, weight))
}
