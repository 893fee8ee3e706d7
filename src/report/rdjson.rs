//! Findings as reviewdog's diagnostic format.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;

use serde::Serialize;
use serde_json::json;

use super::french::{FrenchLine, LABEL, french};
use super::markdown::plain;
use super::visible_json::{Each, pretty};
use crate::diagnostic::{Diagnostic, Findings, Severity};
use crate::text::Edit;

#[derive(Serialize)]
struct Report<D> {
    diagnostics: D,
    source: serde_json::Value,
}

/// Writes one JSON value, as `reviewdog -f=rdjson` reads it. `folder` is the project's folder in the repository.
///
/// # Errors
/// If it can't be written.
pub fn rdjson(
    findings: &Findings,
    french_line: &FrenchLine<'_>,
    folder: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let changes = changes_of_one_line(findings);
    let diagnostic = |finding: Diagnostic| {
        let (file, at) = super::place_or_settings(&finding, folder);
        let mut diagnostic = json!({
            "message": in_markdown(&finding, french_line),
            // reviewdog counts columns in bytes; the line alone is the same for all.
            "location": { "path": file, "range": { "start": { "line": at.line } } },
            "severity": match finding.severity { Severity::Error => "ERROR", Severity::Warning => "WARNING" },
            "code": { "value": finding.rule },
        });
        if let Some(address) = super::rule_address(finding.rule) {
            diagnostic["code"]["url"] = address.into();
        }
        if let Some(suggestion) = finding.suggestion {
            // The whole line: that is what a review can take over with a click. What else is corrected in it is, too, since
            // the next click would take the first one back.
            let line = suggestion.start.line;
            let range = json!({ "start": { "line": line }, "end": { "line": line } });
            let others =
                finding.place.as_ref().and_then(|place| changes.get(&(Arc::clone(&place.file), line)));
            let text = match others.filter(|_| suggestion.certain) {
                Some(others) => suggestion.line_with(others),
                None => suggestion.line,
            };
            diagnostic["suggestions"] = json!([{ "range": range, "text": text }]);
        }
        diagnostic
    };
    let mut source = json!({ "name": "drogman" });
    if let Some(home) = super::HOME {
        source["url"] = home.into();
    }
    pretty(&Report { diagnostics: Each(|| findings.iter().map(diagnostic)), source }, out)
}

/// The certain changes of each line that has more than one: its file and its number.
fn changes_of_one_line(findings: &Findings) -> BTreeMap<(Arc<str>, usize), Vec<Edit>> {
    let mut changes: BTreeMap<(Arc<str>, usize), Vec<Edit>> = BTreeMap::new();
    let mut last: Option<((Arc<str>, usize), Edit)> = None;
    for group in findings.groups().iter().filter(|group| group.tally().certain > 1) {
        for finding in group.iter() {
            let (Some(suggestion), Some(place)) = (finding.suggestion, finding.place) else { continue };
            if !suggestion.certain {
                continue;
            }
            let line = (place.file, suggestion.start.line);
            // Findings come line by line.
            if let Some((_, before)) = last.take().filter(|(other, _)| *other == line) {
                changes.entry(line.clone()).or_default().extend([before, suggestion.edit.clone()]);
            }
            last = Some((line, suggestion.edit));
        }
    }
    for all in changes.values_mut() {
        all.sort_by_key(|edit| (edit.span.start, edit.span.end));
        all.dedup();
    }
    changes
}

/// The message and what to do, as Markdown: reviewdog puts it into comments as it is.
fn in_markdown(finding: &Diagnostic, french_line: &FrenchLine<'_>) -> String {
    let help = finding.help.iter().flat_map(|help| help.split('\n'));
    let french = french(finding, french_line).map(|french| format!("{LABEL}{french}"));
    let lines = finding.message.split('\n').chain(french.as_deref()).chain(help);
    let lines: Vec<String> = lines.map(plain).collect();
    lines.join("  \n")
}
