//! Findings for scripts, version 1.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::visible_json::{Each, pretty};
use crate::diagnostic::{Diagnostic, Findings};

/// The version of the format; a breaking change raises it.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<F> {
    version: u32,
    findings: F,
}

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
}

struct Told(Diagnostic);

impl Serialize for Told {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        entry(&self.0).serialize(serializer)
    }
}

fn entry(finding: &Diagnostic) -> Entry<'_> {
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
    }
}

/// Writes findings as JSON, with a line end. `file` is relative to the project, with `/`; `line` and `column`
/// count from 1, the column in characters.
///
/// # Errors
/// If they can't be written.
pub fn json(findings: &Findings, out: &mut dyn Write) -> io::Result<()> {
    pretty(&Report { version: VERSION, findings: Each(|| findings.iter().map(Told)) }, out)
}
