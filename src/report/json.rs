//! Findings for scripts, version 1.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::french::{FrenchLine, french};
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
    french: Option<String>,
}

/// A finding, and what gives its French.
struct Told<'f>(Diagnostic, &'f FrenchLine<'f>);

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        entry(&self.0, self.1).serialize(serializer)
    }
}

fn entry<'f>(finding: &'f Diagnostic, line: &FrenchLine<'_>) -> Entry<'f> {
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

/// Writes findings as JSON, with a line end. `file` is relative to the project, with `/`; `line` and `column`
/// count from 1, the column in characters.
///
/// # Errors
/// If they can't be written.
pub fn json(findings: &Findings, french: &FrenchLine<'_>, out: &mut dyn Write) -> io::Result<()> {
    let told = || findings.iter().map(|finding| Told(finding, french));
    pretty(&Report { version: VERSION, findings: Each(told) }, out)
}
