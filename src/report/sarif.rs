//! Findings as SARIF 2.1.0.

use std::io::{self, Write};

use serde::ser::SerializeSeq as _;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::fingerprint::Fingerprints;
use super::french::{FrenchLine, french};
use super::visible_json::pretty;
use crate::diagnostic::{Diagnostic, Findings, Severity};
use crate::text::{LineColumn, LineIndex, visible};

/// What a rule is, for those who meet its findings elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleText {
    /// Its name.
    pub name: &'static str,
    /// The name of its group.
    pub group: &'static str,
    /// What its findings weigh by default; none: off.
    pub severity: Option<Severity>,
    /// What it finds, in a line.
    pub what: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// All of it with examples, as text.
    pub help: String,
    /// All of it with examples, as Markdown.
    pub markdown: String,
}

#[derive(Serialize)]
struct Log<R> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    runs: [Run<R>; 1],
    version: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<R> {
    column_kind: &'static str,
    results: R,
    tool: Value,
}

/// Writes one log of one run. `rules` are those that findings may name, `source` gives the text of a file, from which it
/// is known where what a finding points to ends. `folder` is the project's folder in the repository, since code scanning
/// wants paths from there. Columns count Unicode code points.
///
/// Every result has a line: code scanning refuses a log in which one has none.
///
/// # Errors
/// If it can't be written.
pub fn sarif(
    findings: &Findings,
    french_line: &FrenchLine<'_>,
    source: &dyn Fn(&str) -> Option<String>,
    rules: &[RuleText],
    folder: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let used: Vec<&str> = findings.rules().into_iter().collect();
    let rules: Vec<Value> = used.iter().map(|name| descriptor(name, rules)).collect();
    let results = Results { findings, french_line, source, used: &used, folder };
    let mut driver = json!({ "name": "drogman", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    if let Some(home) = super::HOME {
        driver["informationUri"] = home.into();
    }
    let run = Run { column_kind: "unicodeCodePoints", results, tool: json!({ "driver": driver }) };
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    pretty(&Log { schema, runs: [run], version: "2.1.0" }, out)
}

/// Results that are made one at a time.
struct Results<'r> {
    findings: &'r Findings,
    french_line: &'r FrenchLine<'r>,
    source: &'r dyn Fn(&str) -> Option<String>,
    used: &'r [&'static str],
    folder: &'r str,
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fingerprints = Fingerprints::default();
        let mut results = serializer.serialize_seq(None)?;
        for group in self.findings.groups() {
            let text = group.file().and_then(self.source);
            let lines = text.as_deref().map(LineIndex::new);
            for finding in group.iter() {
                let span = finding.place.as_ref().and_then(|place| place.span);
                let is_there = |&(start, end): &(usize, usize)| {
                    text.as_deref().is_some_and(|text| text.is_char_boundary(end)) && start < end
                };
                let end =
                    span.filter(is_there).zip(lines.as_ref()).map(|((_, end), lines)| lines.line_column(end));
                let index = self.used.binary_search(&finding.rule).unwrap_or_default();
                let known = Known { index, fingerprint: fingerprints.of(&finding), end };
                results.serialize_element(&result(&finding, known, self.french_line, self.folder))?;
            }
        }
        results.end()
    }
}

/// What is known of a finding among others.
struct Known {
    /// Of its rule, among those that are used.
    index: usize,
    fingerprint: String,
    /// Where what it points to ends.
    end: Option<LineColumn>,
}

fn result(finding: &Diagnostic, known: Known, french_line: &FrenchLine<'_>, folder: &str) -> Value {
    let Known { index, fingerprint, end } = known;
    let (file, at) = super::place_or_settings(finding, folder);
    let mut region = json!({ "startLine": at.line, "startColumn": at.column });
    if let Some(end) = end {
        region["endLine"] = json!(end.line);
        region["endColumn"] = json!(end.column);
    }
    let french = french(finding, french_line);
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity.as_str(),
        "message": { "text": unlinked(super::sentence(finding, french.as_deref())) },
        "partialFingerprints": { "drogman/v1": fingerprint },
        "locations": [{
            "physicalLocation": { "artifactLocation": { "uri": uri(&file) }, "region": region },
        }],
    });
    // Beside the message, which says it, too: most readers follow no related location that no link names.
    if let Some((french, line)) = french.zip(finding.french.map(|french| french.number())) {
        result["relatedLocations"] = json!([{
            "id": 0,
            "message": { "text": unlinked(format!("{}{}", super::french::LABEL, visible(&french))) },
            "physicalLocation": {
                "artifactLocation": { "uri": uri(&file) },
                "region": { "startLine": line },
            },
        }]);
    }
    if let Some(suggestion) = finding.suggestion.as_ref().filter(|suggestion| suggestion.certain) {
        let (start, end) = (suggestion.start, suggestion.end);
        result["fixes"] = json!([{
            "description": { "text": finding.help.as_deref().unwrap_or("make this change") },
            "artifactChanges": [{
                "artifactLocation": { "uri": uri(&file) },
                "replacements": [{
                    "deletedRegion": {
                        "startLine": start.line,
                        "startColumn": start.column,
                        "endLine": end.line,
                        "endColumn": end.column,
                    },
                    "insertedContent": { "text": suggestion.edit.with },
                }],
            }],
        }]);
    }
    result
}

/// What code scanning shows of a rule, beside its findings.
fn descriptor(name: &str, rules: &[RuleText]) -> serde_json::Value {
    let Some(rule) = rules.iter().find(|rule| rule.name == name) else { return json!({ "id": name }) };
    let level = rule.severity.unwrap_or(Severity::Warning).as_str();
    let mut descriptor = json!({
        "id": rule.name,
        "shortDescription": { "text": rule.what },
        "fullDescription": { "text": format!("{} {}", rule.what, rule.why) },
        "help": { "text": rule.help, "markdown": rule.markdown },
        "defaultConfiguration": { "enabled": rule.severity.is_some(), "level": level },
        "properties": { "tags": ["translation", rule.group], "problem.severity": level },
    });
    if let Some(address) = super::rule_address(rule.name) {
        descriptor["helpUri"] = address.into();
    }
    descriptor
}

/// Text as a message has it: `[words](address)` would be a link there, and be shown as its words alone.
fn unlinked(text: String) -> String {
    match text.contains("](") {
        true => text.replace('[', "\\[").replace(']', "\\]"),
        false => text,
    }
}

/// A relative path as a URI reference.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
