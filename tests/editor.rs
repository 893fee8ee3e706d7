//! The settings for Visual Studio Code: its problem matchers read what `check` really prints.

mod support;

use regex_lite::Regex;
use serde_json::Value;
use support::Dir;

/// A finding, as the editor lists it.
#[derive(Debug, PartialEq)]
struct Problem {
    severity: String,
    code: String,
    message: String,
    file: String,
    /// Line and column; none for a file as a whole.
    at: Option<(u32, u32)>,
}

/// Reads an output as the editor does: each pattern of a matcher must match the line below the one before.
fn problems(tasks: &Value, label: &str, output: &str) -> Vec<Problem> {
    let tasks = tasks["tasks"].as_array().expect("tasks");
    let task = tasks.iter().find(|task| task["label"] == label).expect("the task");
    let lines: Vec<&str> = output.lines().collect();
    let mut found = Vec::new();
    for matcher in task["problemMatcher"].as_array().expect("matchers") {
        assert_eq!(matcher["fileLocation"][0], "relative");
        let patterns = matcher["pattern"].as_array().expect("patterns");
        let compiled: Vec<Regex> = patterns
            .iter()
            .map(|pattern| Regex::new(pattern["regexp"].as_str().expect("a text")).expect("a pattern"))
            .collect();
        for start in 0..lines.len() {
            let Some(groups) = compiled
                .iter()
                .enumerate()
                .map(|(below, pattern)| pattern.captures(lines.get(start + below)?))
                .collect::<Option<Vec<_>>>()
            else {
                continue;
            };
            let part = |key: &str| {
                let (at, group) = patterns
                    .iter()
                    .enumerate()
                    .find_map(|(at, pattern)| Some((at, pattern[key].as_u64()?)))?;
                let group = usize::try_from(group).expect("a small number");
                Some(groups[at].get(group).map_or("", |group| group.as_str()).to_owned())
            };
            let number = |key: &str| part(key).map(|number| number.parse().expect("a number"));
            found.push(Problem {
                severity: part("severity").expect("a severity"),
                code: part("code").expect("a code"),
                message: part("message").expect("a message"),
                file: part("file").expect("a file"),
                at: number("line").zip(number("column")),
            });
        }
    }
    found
}

#[test]
fn the_editor_lists_every_finding() {
    let dir = Dir::empty();
    dir.put("content/le pont/a b.md", "Le pont ferme à 18 h.\n\nIl rouvre à 9 h.\n\nTout va bien ici.\n");
    assert_eq!(dir.run(&["init", "--vscode", "--locale", "en"]).status, 0);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let tasks: Value = serde_json::from_str(&dir.text(".vscode/tasks.json")).expect("JSON");
    let file = "locales/en/le pont/a b.ftl";
    let mut catalog = String::new();
    for line in dir.text(file).lines() {
        catalog.push_str(line);
        catalog.push('\n');
        let id = catalog
            .rsplit_once("@unit ")
            .map_or("", |(_, rest)| rest.split_whitespace().next().unwrap_or(""));
        let english = match line {
            "# fr: Le pont ferme à 18 h." => "The bridge closes at 7 p.m.",
            "# fr: Il rouvre à 9 h." => "It opens  at 9 a.m.",
            _ => continue,
        };
        catalog.push_str(&format!("{id} = {english}\n"));
    }
    dir.put(file, catalog);
    // A finding of a file as a whole, one of the settings, and a file that can't be read.
    dir.put("l10n.toml", "locales = [\"de\"]\n");
    dir.put("drogman.toml", dir.text("drogman.toml") + "\n[policy]\ncomplete = 90\n");
    dir.put("content/bad.md", b"\xff");
    dir.put("content/neuf.md", "Le quai est neuf.\n");

    let check = tasks["tasks"][0]["args"].as_array().expect("arguments");
    let check: Vec<&str> = check.iter().map(|argument| argument.as_str().expect("a text")).collect();
    let run = dir.run(&check);
    let json: Value = serde_json::from_str(&dir.run(&["check", "--format", "json"]).out).expect("JSON");
    let number = |finding: &Value, key: &str| finding[key].as_u64().map(|n| u32::try_from(n).expect("small"));
    let mut expected: Vec<Problem> = json["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .map(|finding| Problem {
            severity: finding["severity"].as_str().expect("a text").to_owned(),
            // What can't be read is told on standard error, and without a rule.
            code: finding["rule"]
                .as_str()
                .filter(|rule| *rule != "unreadable")
                .unwrap_or_default()
                .to_owned(),
            message: finding["message"].as_str().expect("a text").to_owned(),
            file: finding["file"].as_str().expect("a text").to_owned(),
            at: number(finding, "line").zip(number(finding, "column")),
        })
        .collect();
    let mut seen = problems(&tasks, "drogman: check", &format!("{}{}", run.out, run.err));
    let order = |a: &Problem, b: &Problem| (&a.file, a.at, &a.code).cmp(&(&b.file, b.at, &b.code));
    expected.sort_by(order);
    seen.sort_by(order);
    assert_eq!(seen, expected, "{}{}", run.out, run.err);
    // Each kind is among them.
    let has = |wanted: &dyn Fn(&Problem) -> bool| seen.iter().any(wanted);
    assert!(has(&|one| one.severity == "error" && one.code == "numbers" && one.file == file));
    assert!(has(&|one| one.severity == "warning" && one.code == "spaces" && one.file == file));
    assert!(has(&|one| one.file == "content/neuf.md" && one.at.is_none()));
    assert!(has(&|one| one.file == "drogman.toml" && one.at.is_some()));
    assert!(has(&|one| one.file == "content/bad.md" && one.at.is_some() && one.code.is_empty()));
}
