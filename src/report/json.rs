//! Findings for scripts, version 1.

use serde::{Serialize, Serializer};

use super::french::{FrenchLine, french};
use crate::diagnostic::Finding;
use crate::text::visible_json;

/// The version of the format; a breaking change raises it.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'f> {
    version: u32,
    findings: Entries<'f>,
}

/// Made one after the other: there may be a million.
struct Entries<'f>(&'f [Finding], &'f FrenchLine<'f>);

/// One finding; what it has not is `null`.
#[derive(Serialize)]
struct Entry<'f> {
    rule: &'f str,
    severity: &'f str,
    locale: Option<&'f str>,
    document: Option<&'f str>,
    unit: Option<&'f str>,
    file: Option<&'f str>,
    line: Option<usize>,
    column: Option<usize>,
    message: &'f str,
    help: Option<&'f str>,
    french: Option<String>,
}

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|finding| entry(finding, self.1)))
    }
}

fn entry<'f>(finding: &'f Finding, line: &FrenchLine<'_>) -> Entry<'f> {
    let place = finding.place.as_ref();
    let at = place.and_then(|place| place.at);
    Entry {
        rule: finding.rule,
        severity: finding.severity.as_str(),
        locale: finding.subject.locale.as_deref(),
        document: finding.subject.document.as_deref(),
        unit: finding.subject.unit.as_deref(),
        file: place.map(|place| &*place.file),
        line: at.map(|at| at.line),
        column: at.map(|at| at.column),
        message: &finding.message,
        help: finding.help.as_deref(),
        french: french(finding, line),
    }
}

/// Findings as JSON, with a line end. `file` is relative to the project, with `/`; `line` and `column`
/// count from 1, the column in characters.
pub fn json(findings: &[Finding], french: &FrenchLine<'_>) -> String {
    let report = Report { version: VERSION, findings: Entries(findings, french) };
    let mut out = visible_json(serde_json::to_string_pretty(&report).unwrap_or_default());
    out.push('\n');
    out
}
