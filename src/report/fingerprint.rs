//! What a finding is known by from one run to the next: not by its line, which moves.

use std::fmt::Write as _;

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use smol_str::SmolStr;

use crate::diagnostic::{Diagnostic, Finding};

/// The fingerprint of each finding, in their order: 32 hexadecimal digits of rule, locale, unit, message, and rank
/// among those that are equal in all this; with the file where there is no unit. A unit has its id in any file, so
/// that a renamed page has no new findings.
pub fn fingerprints(findings: &[Finding]) -> Vec<String> {
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    findings
        .iter()
        .map(|finding| {
            let key = key(finding);
            let rank = seen.entry(key.clone()).or_default();
            *rank += 1;
            let mut text = String::new();
            for byte in Sha256::digest(format!("{key}\n{rank}")).iter().take(16) {
                // Writing to a string does not fail.
                let _ = write!(text, "{byte:02x}");
            }
            text
        })
        .collect()
}

fn key(finding: &Diagnostic) -> String {
    let word = |word: &Option<SmolStr>| word.clone().unwrap_or_default();
    let subject = &finding.subject;
    let file = finding.place.as_ref().filter(|_| subject.unit.is_none()).map_or("", |place| &*place.file);
    [finding.rule, file, &word(&subject.locale), &word(&subject.unit), &finding.message].join("\n")
}
