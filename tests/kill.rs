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
    std::env::var("DROGMAN_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(2)
}

fn document(number: usize, word: &str) -> String {
    format!(
        "Le bac numéro {number} traverse la rivière.\nLe passeur {word} à {number} heures. Il ne part pas la nuit.\n"
    )
}

/// A project whose French changed after its last sync, so that a sync has catalogs to rewrite.
fn changed() -> Dir {
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

/// The same with all its units translated before, and a translator's note on each.
fn translated() -> Dir {
    let dir = changed();
    for number in 0..DOCUMENTS {
        let file = format!("locales/en/bac{number}.ftl");
        let mut out = String::new();
        let mut id = "";
        let text = dir.text(&file);
        for line in text.lines() {
            out += line;
            out.push('\n');
            if let Some(rest) = line.strip_prefix("# @unit ") {
                id = rest.split(' ').next().unwrap();
            } else if line.starts_with("# fr: ") {
                out += &format!("# my note {number}\n{id} = Ferry {number}.\n");
            }
        }
        dir.put(&file, out);
    }
    dir
}

/// Translated, and half of the French gone, so that units are obsolete.
fn shortened() -> Dir {
    let dir = translated();
    for number in 0..DOCUMENTS {
        dir.put(
            &format!("content/bac{number}.txt"),
            format!("Le bac numéro {number} traverse la rivière.\n"),
        );
    }
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir
}

/// Runs the command in a fresh project once undisturbed, then in others killed after a part of that time.
fn survives(project: impl Fn() -> Dir, arguments: &[&str]) {
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
        for (name, bytes) in dir.files() {
            if name.starts_with("locales/") && !name.ends_with(".ftl") {
                continue;
            }
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
    survives(changed, &["sync"]);
}

#[test]
fn a_killed_build_is_finished_by_the_next() {
    survives(changed, &["build"]);
}

#[test]
fn a_killed_sync_of_translations_is_finished_by_the_next() {
    survives(translated, &["sync"]);
}

#[test]
fn a_killed_accept_is_finished_by_the_next() {
    survives(translated, &["accept", "--all"]);
}

#[test]
fn a_killed_prune_is_finished_by_the_next() {
    survives(shortened, &["prune"]);
}
