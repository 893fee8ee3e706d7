//! A command holds at most six times what it reads, also where that is one line. Whole processes are measured,
//! so that nothing is overlooked; systems other than Linux count memory in other ways.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod support;

use std::fmt::Write as _;
use std::process::{Command, Stdio};

use support::Dir;
use wait4::Wait4 as _;

/// So much is enough that the program itself does not count.
const BYTES: usize = 3_000_000;

/// One paragraph on one line.
fn line() -> String {
    let mut text = String::with_capacity(BYTES + 100);
    for number in 0.. {
        let _ =
            write!(text, "Le bac {number} longe la rive et la prairie avant que la pluie ne gagne le quai. ");
        if text.len() >= BYTES {
            break;
        }
    }
    text
}

/// The most that a command had in memory at once, in bytes.
fn most(dir: &Dir, command: &str) -> u64 {
    let mut run = Command::new(env!("CARGO_BIN_EXE_drogman"));
    run.current_dir(dir.root()).args(command.split(' ')).stdout(Stdio::null()).stderr(Stdio::null());
    // What each thread has set aside for later is no part of what is asked here.
    let mut child = run.env("RAYON_NUM_THREADS", "1").spawn().unwrap();
    let usage = child.wait4().unwrap();
    assert!(matches!(usage.status.code(), Some(0 | 1)), "{command}: {:?}", usage.status);
    usage.rusage.maxrss
}

fn size(dir: &Dir) -> u64 {
    let files = ["content/quai.md", "locales/fr/quai.ftl", "locales/en/quai.ftl"];
    files.iter().filter_map(|file| std::fs::metadata(dir.root().join(file)).ok()).map(|file| file.len()).sum()
}

/// Checks a command on the project as it lies there; `nothing` is what it takes on one without a page.
#[track_caller]
fn check(dir: &Dir, command: &str) {
    let nothing = most(&Dir::project(&[]), command);
    let read = size(dir);
    let held = most(dir, command).saturating_sub(nothing);
    assert!(held <= 6 * read, "{command} holds {held} bytes, {:.1} × {read}", held as f64 / read as f64);
}

#[test]
fn one_line_takes_six_times_its_size() {
    let dir = Dir::project(&[("content/quai.md", &line())]);
    check(&dir, "status");
    // What it writes is no part of the six.
    check(&dir, "sync");
    for command in ["status", "sync", "check", "build"] {
        check(&dir, command);
    }
}

#[test]
fn translations_of_one_line_take_six_times_their_size() {
    let dir = Dir::project(&[("content/quai.md", &line())]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let mut translated = String::new();
    let mut id = "";
    let stubs = dir.text("locales/en/quai.ftl");
    for line in stubs.lines() {
        id = line.strip_prefix("# @unit ").unwrap_or(id);
        let _ = writeln!(translated, "{line}");
        if let Some(french) = line.strip_prefix("# fr: Le bac ") {
            let number = french.split(' ').next().unwrap();
            let _ = writeln!(
                translated,
                "{id} = Ferry {number} follows the bank before the rain reaches the quay."
            );
        }
    }
    // One sentence of ten has changed since.
    dir.put("locales/en/quai.ftl", translated.replace("0 longe la rive", "0 quitte la rive"));
    for command in ["status", "sync", "check", "build", "accept --all"] {
        check(&dir, command);
    }
}

#[test]
fn copies_of_a_sentence_that_go_to_another_page_take_no_square_of_memory() {
    const COPIES: usize = 3_000;
    let copies = "Le bac reste à quai.\n\n".repeat(COPIES);
    let dir = Dir::project(&[("content/quai.md", &copies), ("content/rive.md", "La rive est basse.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let mut translated = String::new();
    let mut id = String::new();
    for line in dir.text("locales/en/quai.ftl").lines() {
        let _ = writeln!(translated, "{line}");
        match line.strip_prefix("# @unit ") {
            Some(unit) => unit.clone_into(&mut id),
            None if line.starts_with("# fr: ") => {
                let _ = writeln!(translated, "{id} = The ferry stays at the quay.");
            }
            None => {}
        }
    }
    dir.put("locales/en/quai.ftl", &translated);
    dir.put("content/quai.md", "Le quai est vide.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.put("content/rive.md", &copies);
    let nothing = most(&Dir::project(&[]), "sync --dry-run");
    let held = most(&dir, "sync --dry-run").saturating_sub(nothing);
    assert!(held < 30_000_000, "{held} bytes for {COPIES} copies");
}
