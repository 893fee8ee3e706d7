//! What a finding is known by from one run to the next: not by its line, which moves.

use std::fmt::Write as _;

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use smol_str::SmolStr;

use crate::diagnostic::Diagnostic;

/// The fingerprints of findings, which are asked in their order: 32 hexadecimal digits of rule, locale, unit, message, and
/// rank among those that are equal in all this; with the file where there is no unit. A unit has its id in any file, so
/// that a renamed page has no new findings.
#[derive(Default)]
pub struct Fingerprints {
    /// How many were equal so far, by the fingerprint of the first: less to hold than what they say.
    seen: FxHashMap<[u8; 16], u32>,
}

impl Fingerprints {
    /// That of the next finding, as bytes.
    pub fn bytes(&mut self, finding: &Diagnostic) -> [u8; 16] {
        let key = key(finding);
        let first = digest(&key, 1);
        let rank = self.seen.entry(first).or_default();
        *rank += 1;
        if *rank == 1 { first } else { digest(&key, *rank) }
    }

    /// That of the next finding.
    pub fn of(&mut self, finding: &Diagnostic) -> String {
        hexadecimal(&self.bytes(finding))
    }
}

/// The first half of a hash.
pub(super) fn digest(key: &str, rank: u32) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&Sha256::digest(format!("{key}\n{rank}"))[..16]);
    half
}

pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn key(finding: &Diagnostic) -> String {
    let word = |word: &Option<SmolStr>| word.clone().unwrap_or_default();
    let subject = &finding.subject;
    let file = finding.place.as_ref().filter(|_| subject.unit.is_none()).map_or("", |place| &*place.file);
    [finding.rule, file, &word(&subject.locale), &word(&subject.unit), &finding.message].join("\n")
}
