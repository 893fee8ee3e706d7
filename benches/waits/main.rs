//! What a user waits for, at a page, a book and a site, beside the floor of reading and parsing the same
//! bytes, and beside the tools of others that are installed, in one run.
//!
//! ```text
//! cargo bench --bench waits                     # 1, 100 and 1,000 pages, 4 locales
//! WAITS_PAGES=100,1000,10000 cargo bench --bench waits
//! ```
//!
//! Each figure is the least of five whole processes, where the commands took turns. Processor time is the one to
//! compare: wall time depends on what else the machine does.

#![allow(clippy::print_stdout, reason = "a bench prints its table")]

mod floor;
mod measure;
mod peers;
mod project;

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use measure::{Cost, Wait, take_turns};

const BINARY: &str = env!("CARGO_BIN_EXE_drogman");

/// Runs of each command that are counted.
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
    let mut floor = Command::new(&myself);
    floor.arg("--floor").arg(&root);
    let mut waits = vec![Wait::new(floor)];
    for (_, arguments) in WAITS {
        waits.push(Wait::new(drogman(&root, arguments)));
        waits.push(Wait::new(on_one_thread(drogman(&root, arguments))));
    }
    let costs = take_turns(RUNS, &mut waits);
    let floor = costs[0];
    row(pages, "floor", floor, floor, None);
    for ((name, _), costs) in WAITS.iter().zip(costs[1..].chunks(2)) {
        row(pages, name, costs[0], floor, Some(costs[1]));
    }
    for (name, command) in peers::installed(&root, folder.path()) {
        row(pages, name, take_turns(1, &mut [Wait::new(command)])[0], floor, None);
    }
    build(pages, &root, &myself, folder.path());
    // A day's edits are synced once only: each run has a fresh copy.
    let edited: PathBuf = folder.path().join("edited");
    let sync = Wait::new(drogman(&edited, &["sync"])).after(|| {
        let _ = fs::remove_dir_all(&edited);
        copy(&root, &edited);
        project::edit(&edited, pages.min(10));
    });
    row(pages, "sync_after_edits", take_turns(3, &mut [sync])[0], floor, None);
}

/// A build has to read and write outputs too: its floor does.
fn build(pages: usize, root: &Path, myself: &Path, scratch: &Path) {
    let (out, dist) = (scratch.join("out"), root.join("dist"));
    let floor = || {
        let mut floor = Command::new(myself);
        floor.arg("--floor-of-build").arg(root).arg(&out);
        floor
    };
    // Outputs of earlier rounds are put aside: while a file system removes thousands of files, it creates others
    // at a tenth of its pace.
    let count = Cell::new(0);
    let put_aside = |folder: &Path| {
        count.set(count.get() + 1);
        let _ = fs::rename(folder, scratch.join(format!("aside-{}", count.get())));
    };
    let mut waits = [
        Wait::new(floor()).after(|| put_aside(&out)),
        Wait::new(drogman(root, &["build"])).after(|| put_aside(&dist)),
        Wait::new(floor()),
        Wait::new(drogman(root, &["build"])),
        Wait::new(on_one_thread(drogman(root, &["build"]))),
    ];
    let [empty, into_nothing, same, of_nothing, of_nothing_on_one] =
        take_turns(RUNS, &mut waits).try_into().expect("a cost for each");
    row(pages, "floor_of_build_empty", empty, empty, None);
    row(pages, "build_into_nothing", into_nothing, empty, None);
    row(pages, "floor_of_build_same", same, same, None);
    row(pages, "build_of_nothing", of_nothing, same, Some(of_nothing_on_one));
}

fn on_one_thread(mut command: Command) -> Command {
    command.env("RAYON_NUM_THREADS", "1");
    command
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
