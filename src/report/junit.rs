//! Findings as JUnit XML, for test reports of any CI.

use std::fmt::Write as _;

use rustc_hash::FxHashMap;

use super::french::{FrenchLine, french};
use crate::diagnostic::{Finding, Severity};
use crate::text::is_unsafe;

/// One suite, one case a finding; warnings are skipped cases, so that they show and do not fail.
/// Without findings there is one case that passed: some readers refuse an empty suite.
///
/// A case is known by class and name, which readers compare from one run to the next: so the name holds no line,
/// which moves, and no two cases of a file have one name. `time` is there for readers that can't do without.
pub fn junit(findings: &[Finding], french_line: &FrenchLine<'_>, folder: &str) -> String {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let (count, warnings) = (findings.len().max(1), findings.len() - errors);
    // Writing to a string does not fail.
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let totals = format!("tests=\"{count}\" failures=\"{errors}\"");
    let _ = writeln!(out, "<testsuites name=\"drogman\" {totals} errors=\"0\" time=\"0\">");
    let _ = writeln!(
        out,
        "  <testsuite name=\"drogman\" {totals} errors=\"0\" skipped=\"{warnings}\" time=\"0\">"
    );
    if findings.is_empty() {
        out.push_str("    <testcase classname=\"drogman\" name=\"check\" time=\"0\"/>\n");
    }
    let mut named: FxHashMap<String, usize> = FxHashMap::default();
    for finding in findings {
        let (file, at) = super::place_of(finding, folder);
        let place = at.map_or(file.clone(), |at| format!("{file}:{}:{}", at.line, at.column));
        let class = xml(if file.is_empty() { "drogman" } else { &file });
        let subject = &finding.subject;
        let what = match (&subject.unit, &subject.document, &subject.locale) {
            (Some(unit), ..) => unit.to_string(),
            (None, Some(document), Some(locale)) => format!("{document} ({locale})"),
            (None, Some(document), None) => document.to_string(),
            (None, None, Some(locale)) => locale.to_string(),
            (None, None, None) if file.is_empty() => "project".to_owned(),
            (None, None, None) => file.clone(),
        };
        let mut name = xml(&format!("{}: {what}", finding.rule));
        let rank = named.entry(format!("{class}\n{name}")).or_default();
        *rank += 1;
        if *rank > 1 {
            let _ = write!(name, " ({rank})");
        }
        let mut place_of_case = String::new();
        if !file.is_empty() {
            let _ = write!(place_of_case, " file=\"{}\"", xml(&file));
        }
        if let Some(at) = at {
            let _ = write!(place_of_case, " line=\"{}\"", at.line);
        }
        let _ =
            writeln!(out, "    <testcase classname=\"{class}\" name=\"{name}\"{place_of_case} time=\"0\">");
        let element = match finding.severity {
            Severity::Error => "failure",
            Severity::Warning => "skipped",
        };
        let kind = match finding.severity {
            Severity::Error => format!(" type=\"{}\"", finding.rule),
            Severity::Warning => String::new(),
        };
        let french = french(finding, french_line);
        let body = format!("{place}\n{}", super::sentence(finding, french.as_deref()));
        let (message, body) = (xml(&finding.message), xml(&body));
        let _ =
            writeln!(out, "      <{element}{kind} message=\"{message}\">{}</{element}>", body.trim_start());
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
