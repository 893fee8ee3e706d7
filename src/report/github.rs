//! Findings as workflow commands of GitHub Actions: annotations on the lines of a pull request.

use std::fmt::Write as _;

use crate::diagnostic::Diagnostic;
use crate::text::visible;

/// One command a finding. `folder` is the project's folder in the repository, empty for its root, since
/// GitHub wants paths from there. Text can't end a command or open another: it is escaped as GitHub's
/// own toolkit does.
pub fn github(findings: &[Diagnostic], folder: &str) -> String {
    let mut out = String::new();
    for finding in findings {
        let mut properties = Vec::new();
        if let Some(place) = &finding.place {
            let file =
                if folder.is_empty() { place.file.clone() } else { format!("{folder}/{}", place.file) };
            properties.push(format!("file={}", property(&file)));
            if let Some(at) = place.at {
                properties.push(format!("line={},col={}", at.line, at.column));
            }
        }
        properties.push(format!("title={}", property(&format!("drogman: {}", finding.rule))));
        let message = match &finding.help {
            Some(help) => format!("{}\n{help}", finding.message),
            None => finding.message.clone(),
        };
        // Writing to a string does not fail.
        let _ = writeln!(out, "::{} {}::{}", finding.severity, properties.join(","), data(&message));
    }
    out
}

fn data(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| visible(line).replace('%', "%25")).collect();
    lines.join("%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
