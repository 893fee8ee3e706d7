//! Findings as SARIF 2.1.0.

use std::collections::BTreeSet;

use serde_json::json;

use super::fingerprint::fingerprints;
use super::french::{FrenchLine, french};
use crate::diagnostic::{Finding, Severity};
use crate::text::{LineColumn, visible};

/// What a rule is, for those who meet its findings elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleText {
    /// Its name.
    pub name: &'static str,
    /// The name of its group.
    pub group: &'static str,
    /// What its findings weigh by default; none: off.
    pub severity: Option<Severity>,
    /// What it finds, in a line.
    pub what: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// All of it with examples, as text.
    pub help: String,
    /// All of it with examples, as Markdown.
    pub markdown: String,
}

/// One log of one run. `rules` are those that findings may name, `ends` where what each finding points to ends,
/// as far as it is known. `folder` is the project's folder in the repository, since code scanning wants
/// paths from there. Columns count Unicode code points.
///
/// Every result has a line: code scanning refuses a log in which one has none.
pub fn sarif(
    findings: &[Finding],
    french_line: &FrenchLine<'_>,
    ends: &[Option<LineColumn>],
    rules: &[RuleText],
    folder: &str,
) -> String {
    let used: BTreeSet<&str> = findings.iter().map(|finding| finding.rule).collect();
    let used: Vec<&str> = used.into_iter().collect();
    let rules: Vec<serde_json::Value> = used.iter().map(|name| descriptor(name, rules)).collect();
    let results: Vec<serde_json::Value> = findings
        .iter()
        .zip(fingerprints(findings))
        .enumerate()
        .map(|(index, (finding, fingerprint))| {
            let (file, at) = super::place_or_settings(finding, folder);
            let mut region = json!({ "startLine": at.line, "startColumn": at.column });
            if let Some(Some(end)) = ends.get(index) {
                region["endLine"] = json!(end.line);
                region["endColumn"] = json!(end.column);
            }
            let french = french(finding, french_line);
            let mut result = json!({
                "ruleId": finding.rule,
                "ruleIndex": used.binary_search(&finding.rule).unwrap_or_default(),
                "level": finding.severity.as_str(),
                "message": { "text": unlinked(super::sentence(finding, french.as_deref())) },
                "partialFingerprints": { "drogman/v1": fingerprint },
                "locations": [{
                    "physicalLocation": { "artifactLocation": { "uri": uri(&file) }, "region": region },
                }],
            });
            // Beside the message, which says it, too: most readers follow no related location that no link names.
            if let Some((french, line)) = french.zip(finding.french.map(|french| french.number())) {
                result["relatedLocations"] = json!([{
                    "id": 0,
                    "message": { "text": unlinked(format!("{}{}", super::french::LABEL, visible(&french))) },
                    "physicalLocation": {
                        "artifactLocation": { "uri": uri(&file) },
                        "region": { "startLine": line },
                    },
                }]);
            }
            if let Some(suggestion) = finding.suggestion.as_ref().filter(|suggestion| suggestion.certain) {
                let (start, end) = (suggestion.start, suggestion.end);
                result["fixes"] = json!([{
                    "description": { "text": finding.help.as_deref().unwrap_or("make this change") },
                    "artifactChanges": [{
                        "artifactLocation": { "uri": uri(&file) },
                        "replacements": [{
                            "deletedRegion": {
                                "startLine": start.line,
                                "startColumn": start.column,
                                "endLine": end.line,
                                "endColumn": end.column,
                            },
                            "insertedContent": { "text": suggestion.edit.with },
                        }],
                    }],
                }]);
            }
            result
        })
        .collect();
    let mut driver = json!({ "name": "drogman", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    if let Some(home) = super::HOME {
        driver["informationUri"] = home.into();
    }
    super::pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

/// What code scanning shows of a rule, beside its findings.
fn descriptor(name: &str, rules: &[RuleText]) -> serde_json::Value {
    let Some(rule) = rules.iter().find(|rule| rule.name == name) else { return json!({ "id": name }) };
    let level = rule.severity.unwrap_or(Severity::Warning).as_str();
    let mut descriptor = json!({
        "id": rule.name,
        "shortDescription": { "text": rule.what },
        "fullDescription": { "text": format!("{} {}", rule.what, rule.why) },
        "help": { "text": rule.help, "markdown": rule.markdown },
        "defaultConfiguration": { "enabled": rule.severity.is_some(), "level": level },
        "properties": { "tags": ["translation", rule.group], "problem.severity": level },
    });
    if let Some(address) = super::rule_address(rule.name) {
        descriptor["helpUri"] = address.into();
    }
    descriptor
}

/// Text as a message has it: `[words](address)` would be a link there, and be shown as its words alone.
fn unlinked(text: String) -> String {
    match text.contains("](") {
        true => text.replace('[', "\\[").replace(']', "\\]"),
        false => text,
    }
}

/// A relative path as a URI reference.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
