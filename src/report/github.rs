//! Findings as workflow commands of GitHub Actions: annotations on the lines of a pull request.

use std::fmt::Write as _;

use super::french::{FrenchLine, LABEL, short};
use crate::diagnostic::{Diagnostic, Findings, Severity};
use crate::text::visible;

/// One command a finding: at most ten errors, then ten warnings, and how many are left out. `folder` is the project's folder in the repository, empty for its root, since
/// GitHub wants paths from there. Text can't end a command or open another: it is escaped as GitHub's
/// own toolkit does.
pub fn github(findings: &Findings, french_line: &FrenchLine<'_>, folder: &str) -> String {
    let mut out = String::new();
    let worst = worst(findings);
    let left = findings.len() - worst.len();
    for finding in worst {
        let mut properties = Vec::new();
        if let Some(place) = &finding.place {
            let file =
                if folder.is_empty() { place.file.to_string() } else { format!("{folder}/{}", place.file) };
            properties.push(format!("file={}", property(&file)));
            if let Some(at) = place.at {
                properties.push(format!("line={},col={}", at.line, at.column));
            }
        }
        properties.push(format!("title={}", property(&format!("drogman: {}", finding.rule))));
        let help = finding.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
        let french =
            short(&finding, french_line).map(|french| format!("\n{LABEL}{french}")).unwrap_or_default();
        let message = format!("{}{french}{help}", finding.message);
        // Writing to a string does not fail.
        let _ = writeln!(out, "::{} {}::{}", finding.severity, properties.join(","), data(&message));
    }
    if left > 0 {
        let _ = writeln!(
            out,
            "::notice title=drogman::{left} more {} not shown here%0AThe whole list: the summary of this run, or drogman check",
            if left == 1 { "finding is" } else { "findings are" }
        );
    }
    out
}

/// What GitHub shows: it drops annotations of a step beyond this many of a kind, whichever come last.
const SHOWN: usize = 10;

fn worst(findings: &Findings) -> Vec<Diagnostic> {
    let of = |severity: Severity| {
        let groups = findings.groups().iter().filter(move |group| match severity {
            Severity::Error => group.tally().errors > 0,
            Severity::Warning => group.tally().warnings > 0,
        });
        let all = groups.flat_map(|group| group.iter());
        all.filter(move |finding| finding.severity == severity).take(SHOWN)
    };
    of(Severity::Error).chain(of(Severity::Warning)).collect()
}

fn data(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| visible(line).replace('%', "%25")).collect();
    lines.join("%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
