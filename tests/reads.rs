//! Each command reads each file once: what it reads is counted, not how long it takes. Linux tells of a
//! process how many bytes it read; other systems don't, and there the test says nothing.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod support;

use std::fmt::Write as _;
use std::process::{Command, Stdio};

use support::Dir;

/// A project of `pages` pages in two languages, all translated.
fn project(pages: usize) -> Dir {
    let dir = Dir::project(&[]);
    dir.put("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\", \"de\"]\n");
    for page in 0..pages {
        let mut text = format!("# Le quai {page}\n");
        for place in 0..12 {
            let _ =
                write!(text, "\nLe bac {place} du quai {page} part à {} h. Il revient le soir.\n", place + 6);
        }
        dir.put(&format!("content/quai{page}.md"), text);
    }
    assert_eq!(dir.run(&["sync"]).status, 0);
    for page in 0..pages {
        for locale in ["en", "de"] {
            let file = format!("locales/{locale}/quai{page}.ftl");
            let mut out = String::new();
            let catalog = dir.text(&file);
            let mut id = String::new();
            for line in catalog.lines() {
                if let Some(marker) = line.strip_prefix("# @unit ") {
                    id = marker.split(' ').next().unwrap().to_owned();
                }
                let _ = writeln!(out, "{line}");
                if line.starts_with("# fr:") {
                    let _ = writeln!(out, "{id} = Rendering of it.");
                }
            }
            dir.put(&file, out);
        }
    }
    dir
}

/// The bytes that a run read.
fn bytes_read(dir: &Dir, command: &str) -> u64 {
    let mut child = Command::new(env!("CARGO_BIN_EXE_drogman"))
        .current_dir(dir.root())
        .args(command.split(' '))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Once it has ended, and before it is waited for, its figures are final.
    let of = |file: &str| std::fs::read_to_string(format!("/proc/{}/{file}", child.id())).unwrap_or_default();
    let ended = || of("stat").rsplit(") ").next().is_some_and(|rest| rest.starts_with('Z'));
    while !ended() {
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    let told = of("io");
    let read =
        told.lines().find_map(|line| line.strip_prefix("rchar: ")).and_then(|bytes| bytes.parse().ok());
    child.wait().unwrap();
    // A container may hide it.
    read.unwrap_or(0)
}

fn size(dir: &Dir) -> u64 {
    let sources = dir
        .files()
        .into_iter()
        .filter(|(name, _)| !name.starts_with("dist/") && !name.starts_with(".drogman/"));
    sources.map(|(_, bytes)| bytes.len() as u64).sum()
}

#[test]
fn each_file_is_read_once() {
    let (few, many) = (project(4), project(32));
    let more = size(&many) - size(&few);
    for command in [
        "status",
        "status --units --format json",
        "todo",
        "diff",
        "check --only states,catalog",
        "check",
        "sync",
        "sync --dry-run",
        "accept --all --dry-run",
        "prune --dry-run",
    ] {
        let read = bytes_read(&many, command).saturating_sub(bytes_read(&few, command));
        assert!(read <= more + more / 20, "{command}: {more} bytes more in the files, {read} more were read");
    }
}

/// A build reads what it wrote, to leave it alone where it is the same: sources and outputs, once each, and
/// its own lists of them.
#[test]
fn a_build_reads_each_source_and_each_output_once() {
    let (few, many) = (project(4), project(32));
    for dir in [&few, &many] {
        assert_eq!(dir.run(&["build"]).status, 0);
    }
    let all = |dir: &Dir| -> u64 { dir.files().values().map(|bytes| bytes.len() as u64).sum() };
    let more = all(&many) - all(&few);
    let read = bytes_read(&many, "build").saturating_sub(bytes_read(&few, "build"));
    assert!(read <= more + more / 8, "{more} bytes more in the files, {read} more were read");
}

/// A sentence that is edited on one page has the other pages read once, not once for each candidate.
#[test]
fn an_edit_reads_no_more() {
    let (few, many) = (project(4), project(32));
    let more = size(&many) - size(&few);
    let read = |dir: &Dir| {
        let edited = dir
            .text("content/quai1.md")
            .replace("part à 9 h", "part à 10 h")
            .replace("Le quai 1", "Le vieux quai");
        dir.put("content/quai1.md", edited);
        bytes_read(dir, "sync")
    };
    let read = read(&many).saturating_sub(read(&few));
    assert!(read <= more + more / 20, "{more} bytes more in the files, {read} more were read");
}
