//! Findings as JUnit XML, for test reports of any CI.

use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Severity};
use crate::text::is_unsafe;

/// One suite, one case a finding; warnings are skipped cases, so that they show and do not fail.
/// Without findings there is one case that passed: some readers refuse an empty suite.
pub fn junit(findings: &[Diagnostic], folder: &str) -> String {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let (count, warnings) = (findings.len().max(1), findings.len() - errors);
    // Writing to a string does not fail.
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let totals = format!("tests=\"{count}\" failures=\"{errors}\"");
    let _ = writeln!(out, "<testsuites {totals}>");
    let _ = writeln!(out, "  <testsuite name=\"drogman\" {totals} errors=\"0\" skipped=\"{warnings}\">");
    if findings.is_empty() {
        out.push_str("    <testcase classname=\"drogman\" name=\"check\"/>\n");
    }
    for finding in findings {
        let (file, at) = super::place_of(finding, folder);
        let place = at.map_or(file.clone(), |at| format!("{file}:{}:{}", at.line, at.column));
        let (name, class) = (xml(&format!("{place} {}", finding.rule)), xml(&file));
        let message = xml(&finding.message);
        let _ = writeln!(out, "    <testcase classname=\"{class}\" name=\"{name}\">");
        let _ = match finding.severity {
            Severity::Error => {
                let body = xml(&format!("{place}\n{}", super::sentence(finding)));
                writeln!(
                    out,
                    "      <failure type=\"{}\" message=\"{message}\">{body}</failure>",
                    finding.rule
                )
            }
            Severity::Warning => writeln!(out, "      <skipped message=\"{message}\"/>"),
        };
        out.push_str("    </testcase>\n");
    }
    out.push_str("  </testsuite>\n</testsuites>\n");
    out
}

/// Text as XML can hold it: markup escaped, and no character that XML 1.0 forbids.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            _ if is_unsafe(character) || matches!(character, '\u{fffe}' | '\u{ffff}') => {
                out.extend(character.escape_default());
            }
            _ => out.push(character),
        }
    }
    out
}
