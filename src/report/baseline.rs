//! Findings that a project has settled to live with for now.

use std::collections::BTreeSet;

use super::fingerprint::fingerprints;
use crate::diagnostic::Finding;

/// The first line of a baseline: the version of its format.
const HEAD: &str = "# drogman baseline 1";

/// A baseline that knows these findings: one a line, sorted, so that merges are easy. The fingerprint
/// counts; rule and file are there for people.
pub fn write_baseline(findings: &[Finding]) -> String {
    let lines: BTreeSet<String> = findings
        .iter()
        .zip(fingerprints(findings))
        .map(|(finding, fingerprint)| {
            let file = finding.place.as_ref().map_or("", |place| &*place.file);
            format!("{fingerprint} {} {}", finding.rule, crate::text::visible(file))
        })
        .collect();
    let mut out = format!("{HEAD}: findings that do not count. Written by drogman check --write-baseline\n");
    for line in lines {
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// Takes away the findings that a baseline knows. `None` if the text is no baseline.
pub fn without_baseline(findings: Vec<Finding>, baseline: &str) -> Option<Vec<Finding>> {
    let head = baseline.trim_start_matches('\u{feff}').lines().next()?;
    if !head.starts_with(HEAD) {
        return None;
    }
    let known: BTreeSet<&str> =
        baseline.lines().skip(1).filter_map(|line| line.split_whitespace().next()).collect();
    let fingerprints = fingerprints(&findings);
    let fresh = findings.into_iter().zip(fingerprints);
    Some(fresh.filter(|(_, own)| !known.contains(own.as_str())).map(|(finding, _)| finding).collect())
}
