//! Findings that a project has settled to live with for now.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::fingerprint::{Fingerprints, hexadecimal};
use crate::diagnostic::Findings;
use crate::text::visible;

/// The first line of a baseline: the version of its format.
const HEAD: &str = "# drogman baseline 1";

/// Writes a baseline that knows these findings: one a line, sorted, so that merges are easy. The fingerprint
/// counts; rule and file are there for people.
///
/// # Errors
/// If it can't be written.
pub fn write_baseline(findings: &Findings, out: &mut dyn Write) -> io::Result<()> {
    let mut fingerprints = Fingerprints::default();
    let mut known = Vec::with_capacity(findings.len());
    for (at, group) in (0_u32..).zip(findings.groups()) {
        known.extend(group.iter().map(|finding| (fingerprints.bytes(&finding), finding.rule, at)));
    }
    let file = |at: u32| visible(findings.groups()[at as usize].file().unwrap_or_default());
    known.sort_unstable_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| file(a.2).cmp(&file(b.2))));
    known.dedup_by(|a, b| (a.0, a.1) == (b.0, b.1) && file(a.2) == file(b.2));
    writeln!(out, "{HEAD}: findings that do not count. Written by drogman check --write-baseline")?;
    for (fingerprint, rule, at) in known {
        writeln!(out, "{} {rule} {}", hexadecimal(&fingerprint), file(at))?;
    }
    Ok(())
}

/// What a baseline leaves of some findings.
#[derive(Debug)]
pub struct Fresh {
    /// Those that it does not know.
    pub findings: Findings,
    /// How many that it knows are not among them.
    pub paid: usize,
}

/// Takes away the findings that a baseline knows. `None` if the text is no baseline.
pub fn without_baseline(findings: &Findings, baseline: &str) -> Option<Fresh> {
    let head = baseline.trim_start_matches('\u{feff}').lines().next()?;
    if !head.starts_with(HEAD) {
        return None;
    }
    // Whether each was met.
    let mut known: BTreeMap<&str, bool> =
        baseline.lines().skip(1).filter_map(|line| Some((line.split_whitespace().next()?, false))).collect();
    let mut fingerprints = Fingerprints::default();
    let fresh = findings.filtered(|finding| match known.get_mut(fingerprints.of(&finding).as_str()) {
        Some(met) => {
            *met = true;
            None
        }
        None => Some(finding),
    });
    Some(Fresh { findings: fresh, paid: known.values().filter(|met| !**met).count() })
}
