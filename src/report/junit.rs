//! Findings as JUnit XML, for test reports of any CI.

use std::fmt::Write as _;
use std::io::{self, Write};

use rustc_hash::FxHashMap;

use super::fingerprint::digest;
use super::french::{FrenchLine, french};
use crate::diagnostic::{Diagnostic, Findings, Severity};
use crate::text::is_unsafe;

/// One suite, one case a finding; warnings are skipped cases, so that they show and do not fail.
/// Without findings there is one case that passed: some readers refuse an empty suite.
///
/// A case is known by class and name, which readers compare from one run to the next: so the name holds no line,
/// which moves, and no two cases of a file have one name. `time` is there for readers that can't do without.
///
/// # Errors
/// If it can't be written.
pub fn junit(
    findings: &Findings,
    french_line: &FrenchLine<'_>,
    folder: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let tally = findings.tally();
    let (count, errors, warnings) = (tally.all().max(1), tally.errors, tally.warnings);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    let totals = format!("tests=\"{count}\" failures=\"{errors}\"");
    writeln!(out, "<testsuites name=\"drogman\" {totals} errors=\"0\" time=\"0\">")?;
    writeln!(out, "  <testsuite name=\"drogman\" {totals} errors=\"0\" skipped=\"{warnings}\" time=\"0\">")?;
    if findings.is_empty() {
        writeln!(out, "    <testcase classname=\"drogman\" name=\"check\" time=\"0\"/>")?;
    }
    // How many cases have a class and name, by a hash of these: less to hold.
    let mut named: FxHashMap<[u8; 16], usize> = FxHashMap::default();
    let mut text = String::new();
    for finding in findings.iter() {
        text.clear();
        let french = french(&finding, french_line);
        case(&mut text, &finding, french.as_deref(), folder, &mut named);
        out.write_all(text.as_bytes())?;
    }
    writeln!(out, "  </testsuite>\n</testsuites>")
}

fn case(
    out: &mut String,
    finding: &Diagnostic,
    french: Option<&str>,
    folder: &str,
    named: &mut FxHashMap<[u8; 16], usize>,
) {
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
    let rank = named.entry(digest(&format!("{class}\n{name}"), 1)).or_default();
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
    let _ = writeln!(out, "    <testcase classname=\"{class}\" name=\"{name}\"{place_of_case} time=\"0\">");
    let element = match finding.severity {
        Severity::Error => "failure",
        Severity::Warning => "skipped",
    };
    let kind = match finding.severity {
        Severity::Error => format!(" type=\"{}\"", finding.rule),
        Severity::Warning => String::new(),
    };
    let (message, body) =
        (xml(&finding.message), xml(&format!("{place}\n{}", super::sentence(finding, french))));
    let _ = writeln!(out, "      <{element}{kind} message=\"{message}\">{}</{element}>", body.trim_start());
    out.push_str("    </testcase>\n");
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
