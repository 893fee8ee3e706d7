//! The catalog reader on cases that are kept outside the repository: pairs of sentence and pattern, and
//! small catalogs that a scanner gets wrong, with the entries that Fluent's own parsers see.
//!
//! `DROGMAN_GROUND` names their folder; `make eval-catalogs` runs this.

#![allow(clippy::print_stdout, reason = "it prints its figures")]

use std::path::PathBuf;

use drogman::catalog::{self, EntryKind, pattern};
use serde_json::Value;

/// The cases of one file of the ground.
fn cases(file: &str) -> Vec<Value> {
    let ground = PathBuf::from(std::env::var("DROGMAN_GROUND").expect("DROGMAN_GROUND is not set"));
    let text = std::fs::read_to_string(ground.join(file)).expect("the ground is readable");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// Prints what failed and how many passed.
fn judge(what: &str, all: usize, failed: &[String]) {
    for one in failed {
        println!("FAILED {what} {one}");
    }
    println!("{what}: {} passed, {} failed", all - failed.len(), failed.len());
    assert!(failed.is_empty());
}

#[test]
#[ignore = "needs the evaluation ground"]
fn pairs_map_both_ways() {
    let mut failed = Vec::new();
    let cases = cases("escape_cases.jsonl");
    for case in &cases {
        let (text, written) = (case["text"].as_str().unwrap(), case["pattern"].as_str().unwrap());
        let to = pattern::to_pattern(text);
        if to != written {
            failed.push(format!("{text:?} gives {to}, not {written}"));
        }
        let file = format!("a-1 = {written}\n");
        let (read, _) = catalog::read("a.ftl", &file, "fr");
        let back = read.unit("a-1").and_then(|unit| read.sentence(unit.message.as_ref()?));
        if back.as_deref() != Some(text) {
            failed.push(format!("{written} gives {back:?}, not {text:?}"));
        }
    }
    judge("pairs", 2 * cases.len(), &failed);
}

#[test]
#[ignore = "needs the evaluation ground"]
fn traps_are_read_as_the_parsers_read_them() {
    let mut failed = Vec::new();
    let cases = cases("traps.jsonl");
    for case in &cases {
        let text = case["text"].as_str().unwrap();
        let (read, _) = catalog::read("a.ftl", text, "fr");
        let found: Vec<(&str, &str)> = read
            .entries
            .iter()
            .map(|entry| match entry.kind {
                EntryKind::Message => ("message", entry.id),
                EntryKind::Term => ("term", entry.id),
                EntryKind::Comment => ("comment", ""),
                EntryKind::GroupComment => ("group", ""),
                EntryKind::ResourceComment => ("resource", ""),
                EntryKind::Junk => ("junk", ""),
            })
            .collect();
        let expected = |key: &str| -> Option<Vec<(&str, &str)>> {
            let entries = case[key].as_array()?.iter();
            Some(entries.map(|e| (e["kind"].as_str().unwrap(), e["id"].as_str().unwrap_or(""))).collect())
        };
        let mut by_all = expected("entries").unwrap();
        if text.starts_with('\u{feff}') {
            // To the parsers it is junk; it is kept in the file and not handed to them.
            by_all.remove(0);
        }
        if found != by_all && Some(&found) != expected("rust_entries").as_ref() {
            failed.push(format!("{}: {found:?}, not {by_all:?}", case["name"]));
        }
        let starts = read.entries.iter().map(|entry| entry.start());
        let ends = starts.clone().skip(1).chain([text.len()]);
        let spans: Vec<[usize; 2]> = starts.zip(ends).map(|(start, end)| [start, end]).collect();
        let bytes: Vec<[usize; 2]> = serde_json::from_value(case["rust_bytes"].clone()).unwrap();
        if found == by_all && spans.len() == bytes.len() && spans != bytes {
            failed.push(format!("{}: bytes {spans:?}, not {bytes:?}", case["name"]));
        }
    }
    judge("traps", cases.len(), &failed);
}
