//! `--since REF`: what a branch did, and who is told of it.

mod support;

use std::process::Command;

use support::Dir;

const DOCUMENT: &str = "Le pont ferme à 18 h. Il rouvre à 9 h avec 75 agents.\n\nLa rive est calme.\n";

fn git(dir: &Dir, arguments: &[&str]) {
    let output = Command::new("git")
        .current_dir(dir.root())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always"])
        .args(arguments)
        .output()
        .expect("git runs");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(dir: &Dir) {
    git(dir, &["add", "-A"]);
    git(dir, &["commit", "-q", "-m", "x", "--allow-empty"]);
}

/// Writes `text` as the translation of the unit whose French begins with `french`.
fn translate(dir: &Dir, french: &str, text: &str) {
    let mut out = String::new();
    for block in dir.text("locales/en/pont.ftl").trim_end().split("\n\n") {
        out.push_str(block);
        if block.contains(&format!("# fr: {french}")) {
            let id = block.lines().find_map(|line| line.strip_prefix("# @unit ")).expect("an id");
            let id = id.split(' ').next().expect("an id");
            out.push_str(&format!("\n{id} = {text}"));
        }
        out.push_str("\n\n");
    }
    dir.put("locales/en/pont.ftl", out.trim_end().to_owned() + "\n");
}

/// A repository whose branch `main` has a page of three sentences, all translated but the last; the
/// branch `work` begins there.
fn repository() -> Dir {
    let dir = Dir::project(&[("content/pont.md", DOCUMENT), (".gitignore", ".drogman/\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    translate(&dir, "Le pont", "The bridge closes at 6 p.m.");
    translate(&dir, "Il rouvre", "It reopens at 9 a.m. with 75 officers.");
    git(&dir, &["init", "-q", "-b", "main"]);
    commit(&dir);
    git(&dir, &["checkout", "-q", "-b", "work"]);
    dir
}

fn edit(dir: &Dir, file: &str, old: &str, new: &str) {
    let text = dir.text(file);
    assert!(text.contains(old), "{file}: {old}");
    dir.put(file, text.replacen(old, new, 1));
}

/// State or rule, and unit, of each line of a list.
fn todo(dir: &Dir) -> Vec<String> {
    let run = dir.run(&["todo", "--format", "jsonl", "--since", "main"]);
    assert_eq!(run.status, 0, "{}", run.err);
    let french = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
        format!("{} {}", value["state"].as_str().unwrap_or("-"), value["french"].as_str().unwrap_or("-"))
    };
    run.out.lines().map(french).collect()
}

#[test]
fn nothing_has_changed_on_a_new_branch() {
    let dir = repository();
    assert!(todo(&dir).is_empty());
    let status = dir.run(&["status", "--format", "json", "--since", "main"]);
    assert!(status.out.contains("\"units\":0"), "{}", status.out);
}

#[test]
fn only_what_the_branch_changed_is_listed() {
    let dir = repository();
    edit(&dir, "content/pont.md", "75", "76");
    assert_eq!(todo(&dir), ["stale Il rouvre à 9 h avec 76 agents."]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    commit(&dir);
    assert_eq!(todo(&dir), ["stale Il rouvre à 9 h avec 76 agents."]);
    let diff = dir.run(&["diff", "--since", "main"]);
    assert!(diff.out.contains("76"), "{}", diff.out);
    let status = dir.run(&["status", "--format", "json", "--since", "main"]);
    assert!(status.out.contains("\"units\":1"), "{}", status.out);
}

#[test]
fn what_main_did_meanwhile_is_not_the_branchs() {
    let dir = repository();
    edit(&dir, "content/pont.md", "75", "76");
    commit(&dir);
    git(&dir, &["checkout", "-q", "main"]);
    edit(&dir, "content/pont.md", "18 h", "19 h");
    commit(&dir);
    git(&dir, &["checkout", "-q", "work"]);
    assert_eq!(todo(&dir), ["stale Il rouvre à 9 h avec 76 agents."]);
}

#[test]
fn a_new_page_is_new_and_a_moved_one_is_not() {
    let dir = repository();
    dir.put("content/gare.md", "La gare est neuve.\n");
    assert_eq!(todo(&dir), ["missing La gare est neuve."]);
    std::fs::remove_file(dir.root().join("content/gare.md")).expect("removed");
    std::fs::rename(dir.root().join("content/pont.md"), dir.root().join("content/viaduc.md")).expect("moved");
    assert_eq!(dir.run(&["sync"]).status, 0);
    commit(&dir);
    assert!(todo(&dir).is_empty());
}

#[test]
fn the_authors_typo_is_accepted_where_the_translation_was_current() {
    let dir = repository();
    // Stale before the branch: the typo must not hide it.
    git(&dir, &["checkout", "-q", "main"]);
    edit(&dir, "content/pont.md", "18 h", "19 h");
    assert_eq!(dir.run(&["sync"]).status, 0);
    commit(&dir);
    git(&dir, &["checkout", "-q", "-B", "work"]);
    edit(&dir, "content/pont.md", "Le pont ferme à 19 h.", "Le pont ferme à 19 h !");
    edit(&dir, "content/pont.md", "75 agents.", "75 agents !");
    let run = dir.run(&["accept", "--all", "--minor", "--since", "main"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.out.contains("1 unit accepted"), "{}", run.out);
    let catalog = dir.text("locales/en/pont.ftl");
    assert!(catalog.contains("# fr: Il rouvre à 9 h avec 75 agents !"), "{catalog}");
    assert!(catalog.contains("# fr: Le pont ferme à 18 h."), "{catalog}");
}

#[test]
fn a_change_of_meaning_is_no_typo() {
    let dir = repository();
    edit(&dir, "content/pont.md", "75", "76");
    let run = dir.run(&["accept", "--all", "--minor", "--since", "main"]);
    assert!(run.out.contains("Nothing to accept"), "{}", run.out);
}

#[test]
fn a_minor_change_from_before_the_branch_is_left() {
    let dir = repository();
    git(&dir, &["checkout", "-q", "main"]);
    edit(&dir, "content/pont.md", "75 agents.", "75 agents !");
    commit(&dir);
    git(&dir, &["checkout", "-q", "-B", "work"]);
    edit(&dir, "content/pont.md", "calme", "très calme");
    let run = dir.run(&["accept", "--all", "--minor", "--since", "main"]);
    assert!(run.out.contains("Nothing to accept"), "{}", run.out);
}

#[test]
fn what_git_cannot_tell_is_an_error_with_advice() {
    let dir = repository();
    let run = dir.run(&["check", "--since", "nowhere"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("`nowhere` is no commit"), "{}", run.err);
    assert_eq!(dir.run(&["todo", "--since", "--oops"]).status, 2);
    assert_eq!(dir.run(&["todo", "--since", ""]).status, 2);

    let plain = Dir::project(&[("content/pont.md", DOCUMENT)]);
    let run = plain.run(&["check", "--since", "main"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("needs a git repository"), "{}", run.err);
}

#[test]
fn a_shallow_clone_says_what_to_fetch() {
    let dir = repository();
    edit(&dir, "content/pont.md", "75", "76");
    commit(&dir);
    let address = format!("file://{}", dir.root().display());
    let clone = Dir::empty();
    git(&clone, &["clone", "-q", "--depth", "1", "--branch", "work", &address, "copie"]);
    let folder = clone.root().join("copie");
    for reference in ["main", "origin/main", "HEAD~1"] {
        let run = clone.run_in(&folder, &["check", "--since", reference], "");
        assert_eq!(run.status, 2, "{reference}: {}", run.out);
        assert!(run.err.contains("fetch-depth: 0"), "{reference}: {}", run.err);
    }
}

#[test]
fn a_project_below_the_repository_is_seen() {
    let dir = Dir::empty();
    dir.put("site/drogman.toml", support::SMALL);
    dir.put("site/content/pont.md", DOCUMENT);
    dir.run(&["--project", "site", "sync"]);
    git(&dir, &["init", "-q", "-b", "main"]);
    commit(&dir);
    edit(&dir, "site/content/pont.md", "75", "76");
    let run = dir.run(&["--project", "site", "todo", "--since", "main", "--format", "jsonl"]);
    assert_eq!((run.status, run.out.lines().count()), (0, 1), "{} {}", run.out, run.err);
}
