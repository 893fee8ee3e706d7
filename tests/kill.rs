//! A run that is killed at any moment leaves nothing that a second run does not put right.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod support;

use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use support::Dir;

/// Documents in the project; a few sentences each.
const DOCUMENTS: usize = 40;

/// How many moments each command is killed at: `DROGMAN_KILLS`, a few otherwise.
fn moments() -> u32 {
    std::env::var("DROGMAN_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(4)
}

fn document(number: usize, word: &str) -> String {
    format!(
        "Le bac numéro {number} traverse la rivière.\nLe passeur {word} à {number} heures. Il ne part pas la nuit.\n"
    )
}

/// A project whose French changed after its last sync, so that a sync has catalogs to rewrite.
fn project() -> Dir {
    let dir = Dir::project(&[]);
    for number in 0..DOCUMENTS {
        dir.put(&format!("content/bac{number}.txt"), document(number, "revient"));
    }
    let run = dir.run(&["sync"]);
    assert_eq!(run.status, 0, "{}", run.err);
    for number in 0..DOCUMENTS {
        dir.put(&format!("content/bac{number}.txt"), document(number, "rentre"));
    }
    dir
}

/// Runs the command in a fresh project once undisturbed, then in others killed after a part of that time.
fn survives(arguments: &[&str]) {
    let whole = project();
    let before = whole.files();
    let start = Instant::now();
    let first = whole.run(arguments);
    assert_eq!(first.status, 0, "{arguments:?}: {}", first.err);
    let taken = start.elapsed();
    let expected = whole.files();
    assert_ne!(before, expected, "{arguments:?} has something to write");
    for moment in 0..moments() {
        let dir = project();
        let mut child = Command::new(env!("CARGO_BIN_EXE_drogman"))
            .current_dir(dir.root())
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        sleep(Duration::from_secs_f64(
            taken.as_secs_f64() * f64::from(moment + 1) / f64::from(moments() + 1),
        ));
        let _ = child.kill();
        child.wait().unwrap();
        // Whoever reads meanwhile sees each file as it was or as it will be.
        for (name, bytes) in dir.files().into_iter().filter(|(name, _)| name.ends_with(".ftl")) {
            let is = |files: &[(String, Vec<u8>)]| {
                files.iter().any(|(other, text)| *other == name && *text == bytes)
            };
            assert!(is(&before) || is(&expected), "{arguments:?}, moment {moment}: {name} is half-written");
        }
        let again = dir.run(arguments);
        assert_eq!(again.status, 0, "{arguments:?}, moment {moment}: {}", again.err);
        assert!(dir.files() == expected, "{arguments:?}, moment {moment}: not what an undisturbed run gives");
    }
}

#[test]
fn a_killed_sync_is_finished_by_the_next() {
    survives(&["sync"]);
}

#[test]
fn a_killed_build_is_finished_by_the_next() {
    survives(&["build"]);
}
