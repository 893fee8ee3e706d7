//! `drogman check`, end to end.

mod support;

use support::Dir;

const DOCUMENT: &str = "Le pont ferme à 18 h. Il rouvre à 9 h avec 75 agents.\n";

/// A project of two sentences, translated by these two lines.
fn project(first: &str, second: &str) -> Dir {
    let dir = Dir::project(&[("content/pont.md", DOCUMENT)]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let catalog = dir.text("locales/en/pont.ftl");
    let mut texts = [first, second].into_iter();
    let mut written = String::new();
    for block in catalog.trim_end().split("\n\n") {
        written.push_str(block);
        if let Some(id) = block.lines().find_map(|line| line.strip_prefix("# @unit ")) {
            let text = texts.next().expect("a translation for each unit");
            let lines = text.replace("ID", id);
            written.push_str(&format!("\n{lines}"));
        }
        written.push_str("\n\n");
    }
    dir.put("locales/en/pont.ftl", written.trim_end().to_owned() + "\n");
    dir
}

fn good() -> Dir {
    project("ID = The bridge closes at 6 p.m.", "ID = It reopens at 9 a.m. with 75 officers.")
}

/// Rule, severity and line of each finding.
fn findings(dir: &Dir, arguments: &[&str]) -> (i32, Vec<String>) {
    let mut all = vec!["check", "--format", "json"];
    all.extend(arguments);
    let run = dir.run(&all);
    let value: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let show = |finding: &serde_json::Value| {
        let word = |key: &str| finding[key].as_str().unwrap_or("-").to_owned();
        format!("{} {} {}", word("rule"), word("severity"), finding["line"])
    };
    (run.status, value["findings"].as_array().expect("a list").iter().map(show).collect())
}

#[test]
fn good_translations_have_no_finding() {
    assert_eq!(findings(&good(), &[]), (0, Vec::new()));
}

#[test]
fn a_wrong_number_is_told_at_the_very_word() {
    let dir = project("ID = The bridge closes at 6 p.m.", "ID = It reopens at 9 a.m. with 57 officers.");
    assert_eq!(findings(&dir, &[]), (1, vec!["numbers error 9".to_owned()]));
    let run = dir.run(&["check"]);
    assert!(run.out.contains("with 57 officers"), "{}", run.out);
    assert!(run.out.ends_with("1 error in 1 file\n"), "{}", run.out);
    assert_eq!(findings(&dir, &["--skip", "quality"]), (0, Vec::new()));
    assert_eq!(findings(&dir, &["--only", "states,catalog"]), (0, Vec::new()));
}

#[test]
fn what_a_comment_allows_is_silent_and_an_idle_comment_is_told() {
    let dir = project(
        "# drogman: allow numbers\nID = The bridge closes at 6 p.m.",
        "# drogman: allow numbers (misprint in the French)\nID = It reopens at 9 a.m. with 57 officers.",
    );
    assert_eq!(findings(&dir, &[]), (0, vec!["unused-allow warning 5".to_owned()]));
}

#[test]
fn states_are_told_as_the_policy_says() {
    let dir = good();
    dir.put("content/pont.md", DOCUMENT.replace("18 h", "19 h"));
    let (status, found) = findings(&dir, &["--only", "states"]);
    assert_eq!(status, 1);
    assert_eq!(found, ["sync-needed warning null", "stale-major error 5"]);
    dir.put(
        "drogman.toml",
        format!("{}[policy]\nstale-major = \"warning\"\nsync-needed = \"off\"\n", support::SMALL),
    );
    assert_eq!(findings(&dir, &["--only", "states"]), (0, vec!["stale-major warning 5".to_owned()]));
}

#[test]
fn a_locale_that_is_not_released_never_fails() {
    let dir = Dir::project(&[("content/pont.md", DOCUMENT)]);
    dir.put("drogman.toml", format!("{}[locale.en]\nreleased = false\n", support::SMALL));
    dir.run(&["sync"]);
    let (status, found) = findings(&dir, &[]);
    assert_eq!((status, found.len()), (0, 2), "{found:?}");
}

#[test]
fn a_fallback_that_has_it_current_stands_in() {
    let dir = good();
    let settings = support::SMALL.replace("[\"en\"]", "[\"en\", \"en-GB\"]");
    dir.put("drogman.toml", format!("{settings}[locale.en-GB]\nfallback = [\"en\"]\n"));
    dir.run(&["sync"]);
    assert_eq!(findings(&dir, &["--locale", "en-GB"]), (0, Vec::new()));
}

#[test]
fn several_reports_are_written_at_once() {
    let dir = project("ID = The bridge closes at 6 p.m.", "ID =");
    let run = dir.run(&["check", "--output", "json=all.json", "--output", "github"]);
    assert_eq!(run.status, 1);
    assert!(run.out.starts_with("::error file=locales/en/pont.ftl,line=9"), "{}", run.out);
    assert!(dir.text("all.json").contains("\"rule\": \"empty\""));
    assert_eq!(dir.run(&["check", "--output", "json=no/such/folder.json"]).status, 2);
}

#[test]
fn a_mistaken_message_is_unknown_or_elsewhere() {
    let dir = project(
        "ID = The bridge closes at 6 p.m.",
        "ID = It reopens at 9 a.m. with 75 officers.\n\nport-1 = x",
    );
    assert_eq!(findings(&dir, &[]), (1, vec!["unknown-unit error 11".to_owned()]));
}

#[test]
fn rules_are_listed_and_explained() {
    let dir = Dir::empty();
    let list = dir.run(&["check", "--list-rules"]);
    assert_eq!(list.status, 0);
    assert!(list.out.contains("  numbers           error"), "{}", list.out);
    assert!(dir.run(&["explain", "numbers"]).out.starts_with("numbers (quality, error)"));
    let wrong = dir.run(&["explain", "numers"]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.err.contains("did you mean `numbers`?"), "{}", wrong.err);
}
