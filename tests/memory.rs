//! A command holds at most six times what it reads, also where that is one line. Whole processes are measured,
//! so that nothing is overlooked, each on a small and on a large project, so that the program itself does not
//! count; systems other than Linux count memory in other ways.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod support;

use std::fmt::Write as _;
use std::process::{Command, Stdio};

use support::Dir;
use wait4::Wait4 as _;

/// The small line and the large one: between them, what the allocator sets aside does not count, either.
const FEW: usize = 400_000;
const MANY: usize = 4_000_000;

/// One paragraph on one line.
fn line(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 100);
    for number in 0.. {
        let _ =
            write!(text, "Le bac {number} longe la rive et la prairie avant que la pluie ne gagne le quai. ");
        if text.len() >= bytes {
            break;
        }
    }
    text
}

/// As many sentences of 34 bytes, with this behind every tenth and behind each other one: what is known of each weighs
/// most there.
fn sentences(count: usize, tenth: &str, other: &str) -> String {
    let end = |number| if number % 10 == 9 { tenth } else { other };
    (0..count).map(|number| format!("Le bac {number:07} passe sur la rive.{}", end(number))).collect()
}

/// One sentence alone.
fn one_sentence(bytes: usize) -> String {
    format!("{} fin.\n", "le bac longe la rive, puis la prairie ;".repeat(bytes / 40))
}

/// What [`measurer`] is to run (arguments with spaces between), where, and where it leaves its figure.
const ARGUMENTS: &str = "DROGMAN_TEST_ARGUMENTS";
const FIGURE: &str = "DROGMAN_TEST_FIGURE";

/// Not a test: what [`most`] begins. To Linux, a process has held what its parent held when it began it, so the
/// parent must be one that holds nothing.
#[test]
#[ignore = "begun by the others"]
fn measurer() {
    let (Ok(arguments), Ok(figure)) = (std::env::var(ARGUMENTS), std::env::var(FIGURE)) else { return };
    let mut run = Command::new(env!("CARGO_BIN_EXE_drogman"));
    let mut child = run.args(arguments.split(' ')).spawn().unwrap();
    let usage = child.wait4().unwrap();
    assert!(matches!(usage.status.code(), Some(0 | 1)), "{arguments}: {:?}", usage.status);
    std::fs::write(figure, usage.rusage.maxrss.to_string()).unwrap();
}

/// The most that a command had in memory at once, in bytes.
fn most(dir: &Dir, command: &str) -> u64 {
    let figure = dir.path(".drogman-figure");
    let measured = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "measurer", "--ignored"])
        .current_dir(dir.root())
        .env(ARGUMENTS, command)
        .env(FIGURE, &figure)
        // What each thread has set aside for later is no part of what is asked here.
        .env("RAYON_NUM_THREADS", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(measured.success(), "{command}: {measured}");
    std::fs::read_to_string(figure).unwrap().parse().unwrap()
}

fn page_size(dir: &Dir) -> u64 {
    std::fs::metadata(dir.path("content/quai.md")).unwrap().len()
}

fn size(dir: &Dir) -> u64 {
    let files = ["content/quai.md", "locales/fr/quai.ftl", "locales/en/quai.ftl"];
    files.iter().filter_map(|file| std::fs::metadata(dir.path(file)).ok()).map(|file| file.len()).sum()
}

#[track_caller]
fn check(small: &Dir, large: &Dir, command: &str) {
    check_most(small, large, command, 6);
}

/// Runs a command on a small and on a large project, and holds what it had more in memory against so many times what
/// it read more. How many pages the allocator keeps, and the system gives at once, is chance, which may last for some
/// seconds: what is too much is asked again.
#[track_caller]
fn check_most(small: &Dir, large: &Dir, command: &str, times: u64) {
    // `align` reads its two files, whatever else is there.
    let read = match command.starts_with("align") {
        true => 2 * (page_size(large) - page_size(small)),
        false => size(large) - size(small),
    };
    let mut held = u64::MAX;
    for _ in 0..8 {
        held = held.min(most(large, command).saturating_sub(most(small, command)));
        if held <= times * read {
            return;
        }
    }
    panic!("{command} holds {held} bytes, {:.1} × {read}", held as f64 / read as f64);
}

#[test]
fn one_line_takes_six_times_its_size() {
    let [small, large] = [FEW, MANY].map(|bytes| Dir::project(&[("content/quai.md", &line(bytes))]));
    // The first `sync` writes more than it reads; what it writes is no part of the six, and yet within it.
    for command in ["status", "todo", "sync --dry-run", "sync", "status", "sync", "check", "build", "todo"] {
        check(&small, &large, command);
    }
}

/// What has a line or a finding for each sentence, and what writes one, before the first `sync`.
const OF_EACH: [&str; 8] = [
    "check --format json",
    "check --format sarif",
    "check --write-baseline known",
    "status --units",
    "todo",
    "build",
    "sync --dry-run",
    "align --format jsonl content/quai.md content/quai.md",
];

/// A small and a large page of such sentences, ten a paragraph. Lists double as they grow: of other numbers of
/// sentences, the places that they keep free weigh more.
fn short_sentences() -> [Dir; 2] {
    [12_500, 125_000].map(|count| Dir::project(&[("content/quai.md", &sentences(count, "\n\n", " "))]))
}

#[test]
fn short_sentences_take_six_times_their_size() {
    let [small, large] = short_sentences();
    for command in OF_EACH {
        check(&small, &large, command);
    }
}

#[test]
fn short_sentences_that_are_tracked_take_six_times_their_size() {
    let [small, large] = short_sentences();
    for command in ["sync", "status", "todo", "check", "status --units"] {
        check(&small, &large, command);
    }
    // One of a hundred is edited, all are aligned.
    for dir in [&small, &large] {
        dir.put("content/quai.md", dir.text("content/quai.md").replace("50 passe sur", "50 glisse sur"));
    }
    for command in ["check --format json", "status", "todo", "build", "sync --dry-run", "sync"] {
        check(&small, &large, command);
    }
}

#[test]
fn paragraphs_of_one_short_sentence_take_eight_times_their_size() {
    // Of each, the parser, the page and its paragraph keep as much as its sentence.
    let [small, large] = [12_500, 125_000]
        .map(|count| Dir::project(&[("content/quai.md", &sentences(count, "\n\n", "\n\n"))]));
    for command in OF_EACH {
        check_most(&small, &large, command, 8);
    }
    check_most(&small, &large, "sync", 8);
    for command in ["status", "check --format json", "todo", "sync --dry-run"] {
        check(&small, &large, command);
    }
}

#[test]
fn one_sentence_takes_six_times_its_size() {
    let [small, large] = [FEW, MANY].map(|bytes| Dir::project(&[("content/quai.md", &one_sentence(bytes))]));
    for command in ["status", "todo", "check", "build", "sync", "status"] {
        check(&small, &large, command);
    }
}

/// A project of a line, all translated, of which one sentence of ten has changed since.
fn translated(bytes: usize) -> Dir {
    let dir = Dir::project(&[("content/quai.md", &line(bytes))]);
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
    dir.put("locales/en/quai.ftl", translated.replace("0 longe la rive", "0 quitte la rive"));
    dir
}

#[test]
fn translations_of_one_line_take_six_times_their_size() {
    let [small, large] = [FEW, MANY].map(translated);
    for command in ["status", "sync", "check", "build", "todo", "diff", "accept --all"] {
        check(&small, &large, command);
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
