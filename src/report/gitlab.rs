//! Findings as GitLab's code quality report.

use serde_json::json;

use super::fingerprint::fingerprints;
use super::french::{FrenchLine, short};
use crate::diagnostic::{Finding, Severity};

/// A JSON list, which GitLab shows beside the lines of a merge request. `folder` is the project's folder
/// in the repository.
pub fn gitlab(findings: &[Finding], french_line: &FrenchLine<'_>, folder: &str) -> String {
    let entries: Vec<serde_json::Value> = findings
        .iter()
        .zip(fingerprints(findings))
        .map(|(finding, fingerprint)| {
            let (file, at) = super::place_or_settings(finding, folder);
            let french = short(finding, french_line);
            json!({
                // Shown on one line, and nothing else is.
                "description": super::sentence(finding, french.as_deref()).replace('\n', " · "),
                "check_name": finding.rule,
                "fingerprint": fingerprint,
                "severity": match finding.severity { Severity::Error => "major", Severity::Warning => "minor" },
                "location": { "path": file, "lines": { "begin": at.line } },
            })
        })
        .collect();
    super::pretty(&json!(entries))
}
