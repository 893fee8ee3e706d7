//! Findings as GitLab's code quality report.

use std::io::{self, Write};

use serde_json::json;

use super::fingerprint::Fingerprints;
use super::french::{FrenchLine, short};
use super::visible_json::{Each, pretty};
use crate::diagnostic::{Findings, Severity};

/// Writes a JSON list, which GitLab shows beside the lines of a merge request. `folder` is the project's folder
/// in the repository.
///
/// # Errors
/// If it can't be written.
pub fn gitlab(
    findings: &Findings,
    french_line: &FrenchLine<'_>,
    folder: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let entries = || {
        let mut fingerprints = Fingerprints::default();
        findings.iter().map(move |finding| {
            let (file, at) = super::place_or_settings(&finding, folder);
            let french = short(&finding, french_line);
            json!({
                // Shown on one line, and nothing else is.
                "description": super::sentence(&finding, french.as_deref()).replace('\n', " · "),
                "check_name": finding.rule,
                "fingerprint": fingerprints.of(&finding),
                "severity": match finding.severity { Severity::Error => "major", Severity::Warning => "minor" },
                "location": { "path": file, "lines": { "begin": at.line } },
            })
        })
    };
    pretty(&Each(entries), out)
}
