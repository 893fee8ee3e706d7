//! Findings as reviewdog's diagnostic format.

use serde_json::json;

use super::french::{FrenchLine, LABEL, french};
use super::markdown::plain;
use crate::diagnostic::{Finding, Severity};

/// One JSON value, as `reviewdog -f=rdjson` reads it. `folder` is the project's folder in the repository.
pub fn rdjson(findings: &[Finding], french_line: &FrenchLine<'_>, folder: &str) -> String {
    let diagnostics: Vec<serde_json::Value> = findings
        .iter()
        .map(|finding| {
            let (file, at) = super::place_or_settings(finding, folder);
            let mut diagnostic = json!({
                "message": in_markdown(finding, french_line),
                // reviewdog counts columns in bytes; the line alone is the same for all.
                "location": { "path": file, "range": { "start": { "line": at.line } } },
                "severity": match finding.severity { Severity::Error => "ERROR", Severity::Warning => "WARNING" },
                "code": { "value": finding.rule },
            });
            if let Some(address) = super::rule_address(finding.rule) {
                diagnostic["code"]["url"] = address.into();
            }
            if let Some(suggestion) = &finding.suggestion {
                // The whole line: that is what a review can take over with a click.
                let line = suggestion.start.line;
                let range = json!({ "start": { "line": line }, "end": { "line": line } });
                diagnostic["suggestions"] = json!([{ "range": range, "text": suggestion.line }]);
            }
            diagnostic
        })
        .collect();
    let mut source = json!({ "name": "drogman" });
    if let Some(home) = super::HOME {
        source["url"] = home.into();
    }
    super::pretty(&json!({ "source": source, "diagnostics": diagnostics }))
}

/// The message and what to do, as Markdown: reviewdog puts it into comments as it is.
fn in_markdown(finding: &Finding, french_line: &FrenchLine<'_>) -> String {
    let help = finding.help.iter().flat_map(|help| help.split('\n'));
    let french = french(finding, french_line).map(|french| format!("{LABEL}{french}"));
    let lines = finding.message.split('\n').chain(french.as_deref()).chain(help);
    let lines: Vec<String> = lines.map(plain).collect();
    lines.join("  \n")
}
