//! Commands that drogman proposes do what they say, copied into a shell as they stand.

#![cfg(unix)]

mod support;

use std::process::Command;

use support::Dir;

const PAGE: &str = "content/l'été/l'accueil (1).md";
const CATALOG: &str = "locales/en/l'été/l'accueil (1).ftl";

/// A project with a page whose name a shell would take apart, translated.
fn project() -> Dir {
    let dir = Dir::project(&[(PAGE, "Bonjour à tous. Il fait beau.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let mut text = String::new();
    for block in dir.text(CATALOG).trim_end().split("\n\n") {
        text.push_str(block);
        if let Some(id) = id(block) {
            let french = if block.contains("Bonjour") { "Hello, everybody." } else { "It is fine." };
            text.push_str(&format!("\n{id} = {french}"));
        }
        text.push_str("\n\n");
    }
    dir.put(CATALOG, text.trim_end().to_owned() + "\n");
    assert_eq!(dir.run(&["check"]).status, 0);
    dir
}

fn id(block: &str) -> Option<&str> {
    block.lines().find_map(|line| line.strip_prefix("# @unit "))
}

/// Runs the first command in a report that begins so.
fn run_copied(dir: &Dir, report: &str, begin: &str) -> String {
    let line = report.lines().find_map(|line| Some(&line[line.find(begin)?..]));
    let command = line.unwrap_or_else(|| panic!("no `{begin}` in {report}")).trim_end_matches('`');
    let drogman = assert_cmd::cargo::cargo_bin("drogman");
    let script = format!("drogman() {{ '{}' \"$@\"; }}\n{command}", drogman.display());
    let output =
        Command::new("sh").args(["-c", &script]).current_dir(dir.root()).output().expect("a shell runs");
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8(said).expect("UTF-8");
    assert!(output.status.success(), "{command}: {said}");
    said
}

#[test]
fn a_name_with_an_apostrophe_is_quoted() {
    let dir = project();
    dir.put(PAGE, "Bonjour à toutes. Il fait beau.\n");
    let check = dir.run(&["check"]).out;
    assert!(run_copied(&dir, &check, "drogman accept").contains("1 unit accepted"));
    let todo = run_copied(&dir, &dir.run(&["show", PAGE]).err, "drogman status --units");
    assert!(todo.contains("l'accueil (1)"), "{todo}");
}

#[test]
fn a_hook_names_files_that_a_shell_finds() {
    let dir = project();
    let git = Command::new("git").arg("init").current_dir(dir.root()).output().expect("git runs");
    assert!(git.status.success());
    let told = dir.run(&["sync", "--hook"]).err;
    run_copied(&dir, &told, "git add");
    assert!(!dir.run(&["sync", "--hook"]).err.contains(CATALOG));
}

#[test]
fn a_translation_under_a_wrong_name_is_moved() {
    let dir = project();
    dir.put(CATALOG, dir.text(CATALOG).replace("l-accueil", "l-acceuil"));
    let todo = dir.run(&["todo"]).out;
    // Where the unit is not in the catalog yet.
    let said = run_copied(&dir, &todo, "drogman accept");
    assert!(said.contains("left as it is: it has no lines yet; run `drogman sync`"), "{said}");
    assert_eq!(dir.run(&["sync"]).status, 0);
    let said = run_copied(&dir, &todo, "drogman accept");
    // The French is the same: nothing is left to do.
    assert!(said.contains("1 translation moved") && !said.contains("to be made to fit"), "{said}");
    assert!(dir.run(&["status"]).out.contains(" 50 %"));
    // Addresses stay, while places on the page move.
    dir.put(PAGE, "Une phrase avant. Bonjour à tous. Il fait beau.\n");
    assert!(run_copied(&dir, &dir.run(&["todo"]).out, "drogman accept").contains("1 translation moved"));
}

#[test]
fn a_page_whose_name_begins_as_an_option_does_is_named() {
    let dir = Dir::project(&[("content/-gare.md", "Il pleut.\n")]);
    dir.ok(&["sync"]);
    dir.translate_one("locales/en/-gare.ftl", "Il pleut.", "It rains.");
    dir.put("content/-gare.md", "Il pleut !\n");
    let check = dir.run(&["check"]).out;
    assert!(run_copied(&dir, &check, "drogman accept").contains("1 unit accepted"), "{check}");
    let todo = run_copied(&dir, &dir.run(&["show", "./-gare"]).err, "drogman status --units");
    assert!(todo.contains("-gare"), "{todo}");
    // Wherever the command runs.
    dir.put("content/-gare.md", "Il pleut ?\n");
    let accept = dir.run(&["check"]).out;
    let below = accept.replace("drogman accept", "cd content && drogman accept");
    assert!(run_copied(&dir, &below, "cd content").contains("1 unit accepted"), "{accept}");
}
