//! This repository's own content is what the README says of it.

use serde_json::Value;

fn drogman(arguments: &[&str]) -> (bool, String) {
    let mut command = assert_cmd::Command::cargo_bin("drogman").expect("the program");
    command.args(["--project", env!("CARGO_MANIFEST_DIR"), "--color", "never"]).args(arguments);
    let output = command.output().expect("a run");
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&text).into_owned())
}

fn figures() -> Vec<Value> {
    let (_, json) = drogman(&["--quiet", "status", "--format", "json"]);
    let report: Value = serde_json::from_str(&json).expect("JSON");
    report["locales"].as_array().expect("locales").clone()
}

#[test]
fn a_fresh_clone_has_nothing_to_sync() {
    let (done, text) = drogman(&["sync", "--dry-run"]);
    assert!(done, "{text}");
}

#[test]
fn what_is_published_is_complete() {
    for locale in figures().iter().filter(|locale| locale["locale"] != "es") {
        assert_eq!(locale["current"], locale["units"], "{}", locale["locale"]);
    }
}

#[test]
fn spanish_has_something_to_show() {
    let figures = figures();
    let spanish = figures.iter().find(|locale| locale["locale"] == "es").expect("Spanish");
    for state in ["stale_minor", "stale_major", "missing", "unverified"] {
        assert_ne!(spanish[state], 0, "{state}");
    }
}

#[test]
fn arabic_is_one_article() {
    let figures = figures();
    let arabic = figures.iter().find(|locale| locale["locale"] == "ar").expect("Arabic");
    assert_eq!(arabic["documents"].as_array().map(Vec::len), Some(1));
}
