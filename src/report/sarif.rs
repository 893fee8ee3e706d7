//! Findings as SARIF 2.1.0.

use std::collections::BTreeSet;

use serde_json::json;

use super::fingerprint::fingerprints;
use crate::diagnostic::Diagnostic;

/// One log of one run. `folder` is the project's folder in the repository, since code scanning wants
/// paths from there. Columns count Unicode code points.
pub fn sarif(findings: &[Diagnostic], folder: &str) -> String {
    let rules: BTreeSet<&str> = findings.iter().map(|finding| finding.rule).collect();
    let rules: Vec<serde_json::Value> = rules.into_iter().map(|rule| json!({ "id": rule })).collect();
    let results: Vec<serde_json::Value> = findings
        .iter()
        .zip(fingerprints(findings))
        .map(|(finding, fingerprint)| {
            let (file, at) = super::place_of(finding, folder);
            let mut result = json!({
                "ruleId": finding.rule,
                "level": finding.severity.as_str(),
                "message": { "text": super::sentence(finding) },
                "partialFingerprints": { "drogman/v1": fingerprint },
            });
            if !file.is_empty() {
                let mut physical = json!({ "artifactLocation": { "uri": uri(&file) } });
                if let Some(at) = at {
                    physical["region"] = json!({ "startLine": at.line, "startColumn": at.column });
                }
                result["locations"] = json!([{ "physicalLocation": physical }]);
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
    super::pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "drogman", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
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
