//! What a user waits for, at a page, a book and a site, beside the floor of reading and parsing the same
//! bytes, and beside the tools of others that are installed, in one run.
//!
//! ```text
//! cargo bench --bench waits                     # 1, 100 and 1,000 pages, 4 locales
//! WAITS_PAGES=100,1000,10000 cargo bench --bench waits
//! ```
//!
//! Each figure is the least of five whole processes. Processor time is the one to compare: wall time
//! depends on what else the machine does.

#![allow(clippy::print_stdout, reason = "a bench prints its table")]

mod floor;
mod measure;
mod peers;
mod project;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use measure::{Cost, least};

const BINARY: &str = env!("CARGO_BIN_EXE_drogman");

/// Runs of each command.
const RUNS: usize = 5;

/// A wait of a user: its name, and the arguments of the command.
const WAITS: &[(&str, &[&str])] = &[
    ("status", &["status"]),
    ("check_of_states", &["check", "--only", "states,catalog"]),
    ("check_with_all_rules", &["check"]),
    ("sync_of_nothing", &["sync"]),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, folder] = arguments.as_slice()
        && flag == "--floor"
    {
        println!("{}", floor::run(Path::new(folder)));
        return;
    }
    if let [flag, folder, out] = arguments.as_slice()
        && flag == "--floor-of-build"
    {
        let locales: Vec<&str> = std::iter::once("fr").chain(project::LOCALES).collect();
        println!("{}", floor::build(Path::new(folder), Path::new(out), &locales));
        return;
    }
    let pages = std::env::var("WAITS_PAGES").unwrap_or_else(|_| "1,100,1000".to_owned());
    println!(
        "{:>6}  {:<24} {:>10} {:>8} {:>10} {:>10} {:>9}",
        "pages", "wait", "processor", "× floor", "wall", "1 thread", "memory"
    );
    for pages in pages.split(',').map(|number| number.trim().parse().expect("WAITS_PAGES: numbers")) {
        measure_all(pages);
    }
}

fn measure_all(pages: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("project");
    project::write(&root, pages, BINARY);
    let myself = std::env::current_exe().expect("the path of this program");
    let floor = least(RUNS, Command::new(&myself).arg("--floor").arg(&root), || {});
    row(pages, "floor", floor, floor, None);
    for (name, arguments) in WAITS {
        let cost = least(RUNS, &mut drogman(&root, arguments), || {});
        let one = least(RUNS, drogman(&root, arguments).env("RAYON_NUM_THREADS", "1"), || {});
        row(pages, name, cost, floor, Some(one));
    }
    for (name, mut command) in peers::installed(&root, folder.path()) {
        row(pages, name, least(1, &mut command, || {}), floor, None);
    }
    build(pages, &root, &myself, folder.path());
    // A day's edits are synced once only: each run has a fresh copy.
    let edited: PathBuf = folder.path().join("edited");
    let cost = least(3, &mut drogman(&edited, &["sync"]), || {
        let _ = fs::remove_dir_all(&edited);
        copy(&root, &edited);
        project::edit(&edited, pages.min(10));
    });
    row(pages, "sync_after_edits", cost, floor, None);
}

/// A build has to read and write outputs too: its floor does.
fn build(pages: usize, root: &Path, myself: &Path, scratch: &Path) {
    let out = scratch.join("out");
    let mut floor = Command::new(myself);
    floor.arg("--floor-of-build").arg(root).arg(&out);
    let remove = |folder: &Path| {
        let _ = fs::remove_dir_all(folder);
    };
    let empty = least(RUNS, &mut floor, || remove(&out));
    let full = least(RUNS, &mut floor, || {});
    row(pages, "floor_of_build_empty", empty, empty, None);
    let cost = least(RUNS, &mut drogman(root, &["build"]), || remove(&root.join("dist")));
    row(pages, "build_into_nothing", cost, empty, None);
    row(pages, "floor_of_build_same", full, full, None);
    let cost = least(RUNS, &mut drogman(root, &["build"]), || {});
    let one = least(RUNS, drogman(root, &["build"]).env("RAYON_NUM_THREADS", "1"), || {});
    row(pages, "build_of_nothing", cost, full, Some(one));
}

fn drogman(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(BINARY);
    command.args(arguments).arg("--project").arg(root);
    command
}

fn row(pages: usize, name: &str, cost: Cost, floor: Cost, one_thread: Option<Cost>) {
    let ms = |time: std::time::Duration| format!("{:.1} ms", time.as_secs_f64() * 1e3);
    println!(
        "{pages:>6}  {name:<24} {:>10} {:>8.2} {:>10} {:>10} {:>5.1} MiB",
        ms(cost.processor),
        cost.processor.as_secs_f64() / floor.processor.as_secs_f64(),
        ms(cost.wall),
        one_thread.map_or_else(String::new, |cost| ms(cost.wall)),
        cost.memory as f64 / f64::from(1 << 20),
    );
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.expect("an entry");
        let target = to.join(entry.path().strip_prefix(from).expect("below the folder"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target).expect("a folder");
        } else {
            fs::copy(entry.path(), &target).expect("a file");
        }
    }
}
