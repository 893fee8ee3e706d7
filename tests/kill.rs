//! A run that is killed at any moment leaves nothing that a second run does not put right.
//!
//! `DROGMAN_KILLS` sets how many moments each command is killed at, `DROGMAN_KILL_DOCUMENTS` how large the
//! project is. The full test: `DROGMAN_KILLS=200 DROGMAN_KILL_DOCUMENTS=500 cargo test --test kill -- --nocapture`.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that fails may panic, and figures are shown"
)]

mod support;

use std::collections::BTreeSet;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use support::{Dir, Files};

fn setting(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Documents in the project; a few sentences each.
fn documents() -> usize {
    setting("DROGMAN_KILL_DOCUMENTS", 40)
}

fn moments() -> usize {
    setting("DROGMAN_KILLS", 2)
}

fn document(number: usize, word: &str) -> String {
    format!(
        "Le bac numéro {number} traverse la rivière.\nLe passeur {word} à {number} heures. Il ne part pas la nuit.\n"
    )
}

fn all(dir: &Dir, word: &str) {
    for number in 0..documents() {
        dir.put(&format!("content/bac{number}.txt"), document(number, word));
    }
}

/// A project just synced.
fn synced() -> Dir {
    let dir = Dir::project(&[]);
    all(&dir, "revient");
    let run = dir.run(&["sync"]);
    assert_eq!(run.status, 0, "{}", run.err);
    dir
}

/// Translates all units, with a translator's note on each.
fn translate(dir: &Dir, say: impl Fn(usize, usize) -> String) {
    for number in 0..documents() {
        let file = format!("locales/en/bac{number}.ftl");
        let mut out = String::new();
        let (mut id, mut unit) = ("", 0);
        let text = dir.text(&file);
        for line in text.lines() {
            out += line;
            out.push('\n');
            if let Some(rest) = line.strip_prefix("# @unit ") {
                id = rest.split(' ').next().unwrap();
            } else if line.starts_with("# fr: ") {
                out += &format!("# my note {number}\n{id} = {}\n", say(number, unit));
                unit += 1;
            }
        }
        dir.put(&file, out);
    }
}

fn ferry(number: usize, unit: usize) -> String {
    format!("Ferry {number}, {unit}.")
}

/// A project whose French changed after its last sync, so that a sync has catalogs to rewrite.
fn changed() -> Dir {
    let dir = synced();
    all(&dir, "rentre");
    dir
}

/// The same with all its units translated before.
fn translated() -> Dir {
    let dir = changed();
    translate(&dir, ferry);
    dir
}

/// Translated, and half of the French gone, so that units are obsolete.
fn shortened() -> Dir {
    let dir = translated();
    for number in 0..documents() {
        dir.put(
            &format!("content/bac{number}.txt"),
            format!("Le bac numéro {number} traverse la rivière.\n"),
        );
    }
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir
}

/// Translated, then every third document renamed, and sentences of others moved to their neighbours.
fn moved() -> Dir {
    let dir = synced();
    translate(&dir, ferry);
    for number in 0..documents() {
        let here = document(number, "revient");
        let (first, rest) = here.split_once('\n').unwrap();
        match number % 3 {
            0 => {
                let name = |stem: &str| dir.path(format!("content/{stem}{number}.txt"));
                std::fs::rename(name("bac"), name("quai")).unwrap();
            }
            1 => dir.put(&format!("content/bac{number}.txt"), format!("{first}\n")),
            _ => {
                let before = document(number - 1, "revient");
                let moved = before.split_once('\n').unwrap().1;
                dir.put(&format!("content/bac{number}.txt"), format!("{first}\n{moved}{rest}"));
            }
        }
    }
    dir
}

/// Translated with spaces that are too many and signs that nobody sees.
fn careless() -> Dir {
    let dir = synced();
    translate(&dir, |number, unit| match unit % 3 {
        0 => format!("The ferry number {number}  crosses the river."),
        1 => format!("The ferry\u{200b}man\u{200b}\u{200b}  comes  back at {number} o’clock."),
        _ => "He  does not leave at night .".to_owned(),
    });
    dir
}

/// Every file below the project's folder, our own folder included.
fn temporary(dir: &Dir) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![dir.root()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if name.starts_with(".drogman-") {
                found.push(name);
            }
        }
    }
    found
}

/// What a translator wrote in the target catalogs: each line but those of drogman, and how often it stands there.
fn translations(files: &Files) -> BTreeSet<String> {
    let catalogs = files.iter().filter(|(name, _)| name.starts_with("locales/en/") && name.ends_with(".ftl"));
    catalogs
        .flat_map(|(_, bytes)| std::str::from_utf8(bytes).unwrap().lines())
        .filter(|line| line.contains(" = ") || line.starts_with("# my note"))
        .map(str::to_owned)
        .collect()
}

/// What a killed run may leave of a file.
#[derive(Clone, Copy, PartialEq)]
enum Steps {
    /// What it was, or what it will be.
    One,
    /// Also what it is between two steps, as units go from file to file.
    Several,
}

/// Runs the command in a project once undisturbed, then in copies of it, killed after a part of that time.
fn survives(project: impl Fn() -> Dir, arguments: &[&str], steps: Steps) {
    let whole = project();
    let before = whole.files();
    let first = whole.run(arguments);
    assert!(first.status < 2, "{arguments:?}: {}", first.err);
    let expected = whole.files();
    // The quickest of a few, or many moments come when all is done.
    let time = |_| {
        let dir = Dir::of(&before);
        let start = Instant::now();
        dir.run(arguments);
        start.elapsed()
    };
    let taken = (0..3).map(time).min().unwrap();
    assert_ne!(before, expected, "{arguments:?} has something to write");
    let lines: BTreeSet<&[u8]> =
        before.iter().chain(&expected).flat_map(|(_, bytes)| bytes.split(|byte| *byte == b'\n')).collect();
    let kept: BTreeSet<String> =
        translations(&before).intersection(&translations(&expected)).cloned().collect();
    let (mut killed, mut half_done, mut leftovers) = (0, 0, 0);
    // Any numbers will do, as long as a failure can be had again.
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    for moment in 0..moments() {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let part = (random % 1_000_000) as f64 / 1_000_000.0;
        let dir = Dir::of(&before);
        let mut child = Command::new(assert_cmd::cargo::cargo_bin("drogman"))
            .current_dir(dir.root())
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        sleep(taken.mul_f64(part).max(Duration::from_micros(100)));
        let _ = child.kill();
        killed += usize::from(child.wait().unwrap().signal().is_some());
        // Whoever reads meanwhile sees each file as it was or as it will be.
        let now = dir.files();
        half_done += usize::from(now != before && now != expected);
        leftovers += usize::from(!temporary(&dir).is_empty());
        for (name, bytes) in &now {
            if name.rsplit('/').next().unwrap().starts_with(".drogman-") {
                continue;
            }
            let is_whole = before.get(name) == Some(bytes)
                || expected.get(name) == Some(bytes)
                || (steps == Steps::Several
                    && bytes.split(|byte| *byte == b'\n').all(|line| lines.contains(line)));
            assert!(is_whole, "{arguments:?}, moment {moment}: {name} is half-written");
        }
        let lost: Vec<_> = kept.difference(&translations(&now)).cloned().collect();
        assert!(lost.is_empty(), "{arguments:?}, moment {moment}: lost {lost:?}");
        let again = dir.run(arguments);
        assert_eq!(again.status, first.status, "{arguments:?}, moment {moment}: {}", again.err);
        let is = dir.files();
        let other: Vec<_> = is
            .iter()
            .filter(|&(name, bytes)| expected.get(name) != Some(bytes))
            .map(|(name, _)| name)
            .collect();
        assert!(
            is == expected,
            "{arguments:?}, moment {moment}: not what an undisturbed run gives: {other:?}"
        );
        let temporary = temporary(&dir);
        assert!(temporary.is_empty(), "{arguments:?}, moment {moment}: {temporary:?} stays");
    }
    println!(
        "{arguments:?}: {} documents, {} moments in {taken:?}: {killed} killed, {half_done} half done, \
         {leftovers} with a temporary file",
        documents(),
        moments()
    );
}

#[test]
fn a_killed_sync_is_finished_by_the_next() {
    survives(changed, &["sync"], Steps::One);
}

#[test]
fn a_killed_build_is_finished_by_the_next() {
    survives(changed, &["build"], Steps::One);
}

#[test]
fn a_killed_sync_of_translations_is_finished_by_the_next() {
    survives(translated, &["sync"], Steps::One);
}

#[test]
fn a_killed_sync_of_moves_is_finished_by_the_next() {
    survives(moved, &["sync"], Steps::Several);
}

#[test]
fn a_killed_accept_is_finished_by_the_next() {
    survives(translated, &["accept", "--all"], Steps::One);
}

#[test]
fn a_killed_prune_is_finished_by_the_next() {
    survives(shortened, &["prune"], Steps::One);
}

#[test]
fn a_killed_fix_is_finished_by_the_next() {
    survives(careless, &["check", "--fix"], Steps::One);
}
