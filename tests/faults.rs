//! Faults of the machine end in a clear error, and all is as it was.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod support;

use std::process::{Command, Output};

use support::Dir;

fn project() -> Dir {
    let dir = Dir::project(&[]);
    for number in 0..20 {
        dir.put(
            &format!("content/quai{number}.txt"),
            format!("Le quai {number} est fermé. Il rouvrira {number} jours plus tard.\n"),
        );
    }
    dir
}

/// Runs drogman through a shell that first does `before`, and with `after` following the command.
fn shell(dir: &Dir, before: &str, arguments: &str, after: &str) -> Output {
    let binary = env!("CARGO_BIN_EXE_drogman");
    Command::new("sh")
        .current_dir(dir.root())
        .args(["-c", &format!("{before}\n'{binary}' {arguments} {after}")])
        .output()
        .unwrap()
}

#[test]
fn a_file_size_limit_is_an_error_and_changes_nothing() {
    let dir = project();
    let before = dir.files();
    let run = shell(&dir, "trap '' XFSZ; ulimit -f 0", "sync", "");
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert!(said.contains("error"), "{said}");
    assert!(dir.files() == before);
}

#[test]
fn a_full_standard_output_is_an_error() {
    let dir = project();
    assert_eq!(dir.run(&["sync"]).status, 0);
    let run = shell(&dir, "", "status --format json", "> /dev/full");
    assert_eq!(run.status.code(), Some(2), "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn a_closed_standard_output_is_no_panic() {
    let dir = project();
    assert_eq!(dir.run(&["sync"]).status, 0);
    let run = shell(&dir, "", "status --units", ">&-");
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.code().is_some_and(|code| code <= 2), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}

#[test]
fn threads_language_and_time_zone_change_no_byte() {
    let outcome = |threads: &str, lang: &str, zone: &str| {
        let dir = project();
        let before = format!("export RAYON_NUM_THREADS={threads} LANG={lang} LC_ALL={lang} TZ={zone}");
        let mut said = Vec::new();
        for command in ["sync", "status --units --format json", "todo", "build"] {
            let run = shell(&dir, &before, command, "");
            said.push((run.status.code(), run.stdout));
        }
        (said, dir.files())
    };
    assert!(outcome("1", "C", "UTC") == outcome("8", "tr_TR.UTF-8", "Asia/Tokyo"));
}
