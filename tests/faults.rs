//! Faults of the machine end in a clear error, and all is as it was.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod support;

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Output};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use support::{Dir, Files};

fn document(number: usize) -> String {
    format!("Le quai {number} est fermé. Il rouvrira {number} jours plus tard.\n")
}

fn project() -> Dir {
    let dir = Dir::project(&[]);
    for number in 0..20 {
        dir.put(&format!("content/quai{number}.txt"), document(number));
    }
    dir
}

/// Synced and translated; then half of the French edited, some of it gone, and spaces to mend.
fn worked_on() -> Dir {
    static FILES: OnceLock<Files> = OnceLock::new();
    Dir::of(FILES.get_or_init(make))
}

fn make() -> Files {
    let dir = project();
    assert_eq!(dir.run(&["sync"]).status, 0);
    for number in 0..20 {
        let file = format!("locales/en/quai{number}.ftl");
        let mut out = String::new();
        let text = dir.text(&file);
        let mut id = "";
        for line in text.lines() {
            out += &format!("{line}\n");
            match line.strip_prefix("# @unit ") {
                Some(unit) => id = unit.split(' ').next().unwrap(),
                None if line.starts_with("# fr: ") => out += &format!("{id} = Quay  {number}, {id}.\n"),
                None => {}
            }
        }
        dir.put(&file, out);
        if number % 2 == 0 {
            dir.put(
                &format!("content/quai{number}.txt"),
                format!("Le quai {number} est ouvert.\nUne barque {number} arrive.\n"),
            );
        }
    }
    dir.files()
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

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The commands that write.
const WRITERS: [&str; 5] = ["sync", "accept --all", "build", "prune", "check --fix"];
/// And those that don't.
const READERS: [&str; 7] = [
    "status --units",
    "todo",
    "diff",
    "check --format json",
    "show quai1:1.1",
    "sync --dry-run",
    "prune --dry-run",
];

/// Runs a command in a fresh project as it is, and in another one under a fault. The second ends like the
/// first, or with 2 and an error; each file is as before or as the first left it, and once the fault is
/// mended, the command does what it does without.
fn endures(command: &str, fault: &dyn Fn(&Dir) -> Output, must_fail: bool) {
    let whole = worked_on();
    let before = whole.files();
    let arguments: Vec<&str> = command.split(' ').collect();
    let good = whole.run(&arguments);
    let expected = whole.files();
    let dir = worked_on();
    let run = fault(&dir);
    let (status, told) = (run.status.code(), said(&run));
    assert!(status == Some(2) || (!must_fail && status == Some(good.status)), "{command}: {status:?} {told}");
    if status == Some(2) {
        assert!(told.contains("error") && !told.contains("panicked"), "{command}: {told}");
    }
    // The manifest lists what could be written.
    for (name, bytes) in dir.files().iter().filter(|(name, _)| *name != "dist/manifest.json") {
        let is_whole = [&before, &expected].iter().any(|files| files.get(name) == Some(bytes));
        assert!(is_whole, "{command}: {name} is neither");
    }
    let again = dir.run(&arguments);
    assert_eq!(again.status, good.status, "{command}, mended: {}", again.err);
    assert!(dir.files() == expected, "{command}, mended: another end");
}

#[test]
fn a_file_size_limit_is_an_error_and_changes_nothing() {
    // With the signal ignored, as a service manager may do, and with what it does otherwise: end the process.
    for command in WRITERS {
        for before in ["trap '' XFSZ; ulimit -f 0", "ulimit -c 0; ulimit -f 0"] {
            let of = |dir: &Dir| {
                let files = dir.files();
                let run = shell(dir, before, command, "");
                assert!(dir.files() == files, "{command}, {before}");
                run
            };
            // Nothing is obsolete before a sync.
            endures(command, &of, command != "prune");
        }
    }
}

#[test]
fn a_full_standard_output_is_an_error() {
    let dir = worked_on();
    for command in READERS {
        let run = shell(&dir, "", command, "> /dev/full");
        assert_eq!(run.status.code(), Some(2), "{command}: {}", said(&run));
        assert!(said(&run).contains("standard output"), "{command}: {}", said(&run));
    }
    for command in WRITERS {
        endures(command, &|dir| shell(dir, "", command, "> /dev/full"), false);
    }
}

#[test]
fn a_closed_standard_output_is_no_panic() {
    let dir = worked_on();
    for command in READERS.iter().chain(&WRITERS) {
        for after in [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"] {
            let run = shell(&dir, "", command, after);
            assert!(run.status.code().is_some_and(|code| code <= 2), "{command} {after}: {}", said(&run));
            assert!(!said(&run).contains("panicked"), "{command} {after}: {}", said(&run));
        }
    }
}

#[test]
fn a_reader_that_goes_away_leaves_no_work_undone() {
    for command in WRITERS {
        let whole = worked_on();
        let status = whole.run(&command.split(' ').collect::<Vec<_>>()).status;
        let dir = worked_on();
        // The pipe has no reader from the start.
        let gone =
            format!("{{ sleep 0.2; '{}' {command}; echo $? >&2; }} | true", env!("CARGO_BIN_EXE_drogman"));
        let run = Command::new("sh").current_dir(dir.root()).args(["-c", &gone]).output().unwrap();
        assert!(said(&run).ends_with(&format!("{status}\n")), "{command}: {}", said(&run));
        assert!(dir.files() == whole.files(), "{command}");
    }
}

#[test]
fn few_open_files_are_enough_or_are_told() {
    for command in WRITERS.iter().chain(&READERS) {
        let few = "export RAYON_NUM_THREADS=8; ulimit -n 20";
        endures(command, &|dir| shell(dir, few, command, ""), false);
        let dir = worked_on();
        let run = shell(&dir, few, command, "");
        assert_ne!(run.status.code(), Some(2), "{command} with 20: {}", said(&run));
    }
    for count in [5, 9] {
        for command in WRITERS {
            let few = format!("export RAYON_NUM_THREADS=8; ulimit -n {count}");
            endures(command, &|dir| shell(dir, &few, command, ""), false);
        }
    }
}

/// Somebody who is not root, and can't do what is forbidden. There is none where nothing makes root another.
struct Somebody {
    /// A folder with a copy of the binary, which itself may lie where only root can go; none if it isn't root.
    copy: Option<tempfile::TempDir>,
}

const DROP: &str = "setpriv --reuid=65534 --regid=65534 --clear-groups";

impl Somebody {
    fn find() -> Option<Somebody> {
        if Command::new("id").arg("-u").output().unwrap().stdout != b"0\n" {
            return Some(Somebody { copy: None });
        }
        let drops = Command::new("sh").args(["-c", &format!("{DROP} true")]).status().unwrap().success();
        let copy = tempfile::tempdir().unwrap();
        // By another process: a child of a test beside this one could hold a file open that this one writes, and
        // a file that is open for writing is not run.
        let mut cp = Command::new("cp");
        let copied = cp.args([env!("CARGO_BIN_EXE_drogman"), "drogman"]).current_dir(copy.path());
        assert!(copied.status().unwrap().success());
        fs::set_permissions(copy.path(), fs::Permissions::from_mode(0o755)).unwrap();
        drops.then_some(Somebody { copy: Some(copy) })
    }

    /// Runs a command with all of the project his own.
    fn run(&self, dir: &Dir, prepare: &str, command: &str) -> Output {
        let Some(copy) = &self.copy else { return shell(dir, prepare, command, "") };
        let all = dir.root().parent().unwrap().display().to_string();
        let binary = copy.path().join("drogman");
        let line =
            format!("chown -R 65534:65534 '{all}'\n{prepare}\nexec {DROP} '{}' {command}", binary.display());
        Command::new("sh").current_dir(dir.root()).args(["-c", &line]).output().unwrap()
    }
}

fn unlock(dir: &Dir) {
    assert!(Command::new("chmod").args(["-R", "u+rwX"]).arg(dir.root()).status().unwrap().success());
}

#[test]
fn folders_that_can_only_be_read_are_named_and_nothing_changes() {
    let Some(somebody) = Somebody::find() else { return };
    for (folder, commands) in [
        ("locales/en", &["sync", "accept --all", "check --fix"][..]),
        ("locales/en locales/fr locales", &["sync", "accept --all", "check --fix"][..]),
        ("-R .", &["sync", "accept --all", "build", "check --fix"][..]),
        ("dist", &["build"][..]),
    ] {
        for command in commands {
            let dir = worked_on();
            fs::create_dir(dir.path("dist")).unwrap();
            let before: Files = dir.files();
            let first = folder.split(' ').next().unwrap();
            let run = somebody.run(&dir, &format!("chmod a-w {folder}"), command);
            unlock(&dir);
            assert_eq!(run.status.code(), Some(2), "{folder}: {command}: {}", said(&run));
            let named = said(&run);
            assert!(named.contains("permission denied"), "{folder}: {command}: {named}");
            assert!(named.contains("help: the user who runs drogman must be allowed"), "{command}: {named}");
            assert!(named.contains(if first == "-R" { ".drogman" } else { first }), "{command}: {named}");
            let targets = |mut files: Files| -> Files {
                files.retain(|name, _| !name.starts_with("locales/fr/"));
                files
            };
            assert!(targets(dir.files()) == targets(before), "{folder}: {command}");
        }
    }
    // Who reads needs no right to write.
    for command in READERS {
        let dir = worked_on();
        let status = dir.run(&command.split(' ').collect::<Vec<_>>()).status;
        let run = somebody.run(&dir, "chmod -R a-w .", command);
        unlock(&dir);
        assert_eq!(run.status.code(), Some(status), "{command}: {}", said(&run));
    }
}

#[test]
fn files_that_cannot_be_read_are_named_and_the_rest_is_done() {
    let Some(somebody) = Somebody::find() else { return };
    for file in ["content/quai3.txt", "locales/en/quai3.ftl", "locales/fr/quai3.ftl"] {
        for command in ["sync", "check", "status", "build", "prune", "accept --all"] {
            let dir = worked_on();
            let before = dir.text("locales/en/quai3.ftl");
            let run = somebody.run(&dir, &format!("chmod a-rw {file}"), command);
            unlock(&dir);
            assert_eq!(run.status.code(), Some(2), "{file}: {command}: {}", said(&run));
            assert!(said(&run).contains(file), "{file}: {command}: {}", said(&run));
            assert_eq!(dir.text("locales/en/quai3.ftl"), before, "{file}: {command}");
            if command == "build" {
                assert!(dir.has("dist/en/quai4.txt"), "{file}");
            }
        }
    }
    let dir = worked_on();
    let before = dir.files();
    let run = somebody.run(&dir, "chmod a-rx content", "sync");
    unlock(&dir);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    assert!(dir.files() == before, "an unreadable folder is no empty one");
}

#[test]
fn the_second_writer_waits_and_then_names_the_first() {
    let dir = worked_on();
    let status = dir.run(&["build"]).status;
    assert_eq!(status, 0);
    let before = dir.files();
    let lock = File::options().read(true).write(true).open(dir.path(".drogman/lock")).unwrap();
    lock.lock().unwrap();
    fs::write(dir.path(".drogman/lock"), "sync, process 4711\n").unwrap();
    for command in READERS {
        let run = dir.run(&command.split(' ').collect::<Vec<_>>());
        // One that waits for the lock fails in the end.
        assert!(run.status <= 1, "{command}: {}", run.err);
    }
    std::thread::scope(|scope| {
        for command in WRITERS {
            let dir = &dir;
            scope.spawn(move || {
                let start = Instant::now();
                let run = dir.run(&command.split(' ').collect::<Vec<_>>());
                assert!(start.elapsed() > Duration::from_secs(1), "{command} does not wait");
                assert_eq!(run.status, 2, "{command}: {}", run.err);
                assert!(run.err.contains("sync, process 4711"), "{command}: {}", run.err);
            });
        }
    });
    assert!(dir.files() == before);
    // One that ends in time is waited for.
    std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(300));
            lock.unlock().unwrap();
        });
        assert_eq!(dir.run(&["sync"]).status, 0);
    });
}

#[test]
fn many_at_once_end_as_one_after_another() {
    let one = worked_on();
    for command in ["sync", "build"] {
        assert_eq!(one.run(&[command]).status, 0);
    }
    let dir = worked_on();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            for command in ["sync", "build", "check", "status"] {
                let dir = &dir;
                scope.spawn(move || {
                    let run = dir.run(&[command]);
                    assert!(run.status <= 1, "{command}: {}", run.err);
                });
            }
        }
    });
    assert_eq!(dir.run(&["build"]).status, 0);
    assert!(dir.files() == one.files());
}

/// A command, its exit status, what it said on standard output and on standard error.
type Said = (String, Option<i32>, String, String);

/// What every command says and leaves.
fn outcome(dir: &Dir, before: &str) -> (Vec<Said>, Files) {
    let mut all = Vec::new();
    let formats = ["json", "github", "gitlab", "sarif", "junit", "rdjson", "markdown"];
    let checks = formats.map(|format| format!("check --format {format}"));
    let commands = READERS.iter().map(|&one| one.to_owned()).chain(checks);
    for command in commands.chain(WRITERS.map(str::to_owned)) {
        let run = shell(dir, before, &command, "");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        all.push((command, run.status.code(), text(&run.stdout), text(&run.stderr)));
    }
    (all, dir.files())
}

#[test]
fn threads_language_and_time_zone_change_no_byte() {
    let with = |threads: &str, lang: &str, zone: &str| {
        outcome(
            &worked_on(),
            &format!("export RAYON_NUM_THREADS={threads} LANG={lang} LC_ALL={lang} TZ={zone}"),
        )
    };
    let (one, eight) = (with("1", "C", "UTC"), with("8", "tr_TR.UTF-8", "Asia/Tokyo"));
    for (a, b) in one.0.iter().zip(&eight.0) {
        assert_eq!(a, b);
    }
    assert!(one.1 == eight.1);
}

#[test]
fn the_order_in_which_files_were_made_changes_no_byte() {
    let files: Vec<(String, Vec<u8>)> = worked_on().files().into_iter().collect();
    let made = |order: &[usize]| {
        let dir = Dir::empty();
        for &at in order {
            dir.put(&files[at].0, &files[at].1);
        }
        outcome(&dir, "")
    };
    let forth: Vec<usize> = (0..files.len()).collect();
    let back: Vec<usize> = forth.iter().rev().copied().collect();
    // 7 shares no factor with their number, or some are left out, which the comparison shows.
    let mixed: Vec<usize> = forth.iter().map(|at| at * 7 % files.len()).collect();
    let first = made(&forth);
    for order in [back, mixed] {
        let other = made(&order);
        for (a, b) in first.0.iter().zip(&other.0) {
            assert_eq!(a, b);
        }
        assert!(first.1 == other.1);
    }
}
