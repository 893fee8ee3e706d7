//! What commands write for other programs: for those of other people against the schemas in `tests/schemas`, and in
//! our own forms against those of `docs/schemas`.

mod own;
mod schema;
#[path = "../support/mod.rs"]
mod support;

use schema::Schema;
use serde_json::Value;
use support::Dir;

/// The schema of another program's format.
fn foreign(name: &str) -> Schema {
    Schema::load(&format!("tests/schemas/{name}"))
}

/// A project with findings of all kinds: on a place, on a file, on none, with a fix, in a file whose name has
/// spaces and accents.
fn project() -> Dir {
    let content = "Le pont ferme à 18 h. Il rouvre à 9 h.\n\nUn ami est là.\n";
    let dir = Dir::project(&[
        ("content/été à venir.md", content),
        ("content/gare.md", "La gare ferme. Le quai aussi.\n"),
    ]);
    dir.put("drogman.toml", format!("{}[policy]\ncomplete = 95\n", support::SMALL));
    assert_eq!(dir.run(&["sync"]).status, 0);
    let mut texts = ["The bridge  closes at 7 p.m.", "It reopens at 9 a.m.\u{200b}"].into_iter();
    let mut out = String::new();
    for block in dir.text("locales/en/été à venir.ftl").trim_end().split("\n\n") {
        out.push_str(block);
        if let Some(id) = block.lines().find_map(|line| line.strip_prefix("# @unit "))
            && let Some(text) = texts.next()
        {
            out.push_str(&format!("\n{id} = {text}"));
        }
        out.push_str("\n\n");
    }
    dir.put("locales/en/été à venir.ftl", out.trim_end().to_owned() + "\n");
    dir
}

fn report(dir: &Dir, format: &str) -> Value {
    serde_json::from_str(&dir.run(&["check", "--format", format]).out).expect("JSON")
}

#[test]
fn sarif_is_as_its_schema_has_it() {
    let report = report(&project(), "sarif");
    let results = report["runs"][0]["results"].as_array().expect("results");
    assert!(results.iter().any(|result| result.get("fixes").is_some()), "{report}");
    assert_eq!(foreign("sarif-2.1.0-rtm.5.json").mistakes(&report), Vec::<String>::new());
}

#[test]
fn gitlab_and_reviewdog_can_read_their_forms() {
    let dir = project();
    assert_eq!(foreign("gitlab-code-quality.json").mistakes(&report(&dir, "gitlab")), Vec::<String>::new());
    let rdjson = report(&dir, "rdjson");
    let diagnostics = rdjson["diagnostics"].as_array().expect("a list");
    assert!(diagnostics.iter().any(|one| one.get("suggestions").is_some()), "{rdjson}");
    assert_eq!(foreign("rdjson.json").mistakes(&rdjson), Vec::<String>::new());
}

#[test]
fn suggestions_of_one_line_can_all_be_taken() {
    let dir = project();
    let catalog = "locales/en/été à venir.ftl";
    let spoilt = "The  bridge\u{200b} 🌉 was  closed: café\u{200b} at  7 p.m.";
    dir.put(catalog, dir.text(catalog).replace("The bridge  closes at 7 p.m.", spoilt));
    let mut lines: Vec<String> = dir.text(catalog).lines().map(str::to_owned).collect();
    let rdjson = report(&dir, "rdjson");
    let diagnostics = rdjson["diagnostics"].as_array().expect("a list");
    let suggested = diagnostics.iter().flat_map(|one| one["suggestions"].as_array().into_iter().flatten());
    let mut count = 0;
    for suggestion in suggested {
        let line = suggestion["range"]["start"]["line"].as_u64().expect("a line");
        suggestion["text"]
            .as_str()
            .expect("a text")
            .clone_into(&mut lines[usize::try_from(line).expect("small") - 1]);
        count += 1;
    }
    assert!(count > 5, "{rdjson}");
    dir.run(&["check", "--fix"]);
    assert_eq!(lines, dir.text(catalog).lines().collect::<Vec<_>>());
}

#[test]
fn each_form_shows_the_french_of_a_comparison() {
    let dir = project();
    let french = "Le pont ferme à 18 h.";
    for format in ["json", "github", "gitlab", "junit", "markdown", "rdjson", "sarif"] {
        let told = dir.run(&["check", "--only", "numbers", "--format", format]).out;
        assert!(told.contains(french), "{format}: {told}");
        // Two spaces are two spaces, whatever the French says.
        let told = dir.run(&["check", "--only", "spaces", "--format", format]).out;
        assert!(told.contains("two spaces") && !told.contains(french), "{format}: {told}");
    }
    // A stale translation is measured by today's French, which is not that of its line.
    dir.put("content/été à venir.md", dir.text("content/été à venir.md").replace("18 h", "20 h"));
    let told = dir.run(&["check", "--only", "numbers", "--format", "github"]).out;
    assert!(told.contains("20 h") && !told.contains("French:"), "{told}");
}

#[test]
fn a_report_that_is_not_as_its_schema_has_it_is_told() {
    let schema = foreign("sarif-2.1.0-rtm.5.json");
    let good = report(&project(), "sarif");
    let break_at = |pointer: &str, with: Value| {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).expect("a place") = with;
        schema.mistakes(&bad)
    };
    assert!(!break_at("/version", "2.0".into()).is_empty());
    assert!(!break_at("/runs/0/results/0/level", "fatal".into()).is_empty());
    assert!(!break_at("/runs/0/tool/driver", serde_json::json!({})).is_empty());
    assert!(!break_at("/runs/0/results/0/locations", serde_json::json!({})).is_empty());
    assert!(!break_at("/runs/0/results/0", serde_json::json!({ "ruleId": "x" })).is_empty());
}

#[test]
fn code_scanning_hears_what_each_rule_is_and_where_each_finding_is() {
    let report = report(&project(), "sarif");
    let run = &report["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert!(!rules.is_empty());
    for rule in rules {
        let id = rule["id"].as_str().expect("an id");
        let explained = drogman::check::rule(id).expect("a rule");
        assert_eq!(rule["shortDescription"]["text"], explained.what);
        assert_eq!(rule["help"]["text"], explained.explain());
        assert!(rule["help"]["markdown"].as_str().is_some_and(|text| text.contains(explained.bad)), "{rule}");
        // No report links to a place that nobody can open.
        assert!(rule.get("helpUri").is_none(), "{rule}");
        // An address would lead to a heading of the manual.
        assert!(drogman::check::manual().contains(&format!("### `{id}`\n")));
    }
    let results = run["results"].as_array().expect("results");
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("a small one");
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert!(region["startLine"].as_u64() >= Some(1), "{result}");
    }
    // A whole word is pointed to, not its first letter.
    let doubled = results.iter().find(|result| result["ruleId"] == "spaces").expect("doubled spaces");
    let region = &doubled["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["endColumn"].as_u64(), region["startColumn"].as_u64().map(|column| column + 2));
    let incomplete = results.iter().find(|result| result["ruleId"] == "incomplete").expect("incomplete");
    let place = &incomplete["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(place, "drogman.toml");
}

#[test]
fn test_reports_know_a_finding_again_when_its_line_has_moved() {
    let dir = project();
    let names = |report: &str| {
        let of = |line: &str| {
            let (_, rest) = line.split_once("<testcase ")?;
            let end = rest.find(" file=").or(rest.find(" time="))?;
            Some(rest[..end].to_owned())
        };
        report.lines().filter_map(of).collect::<Vec<String>>()
    };
    let before = names(&dir.run(&["check", "--format", "junit"]).out);
    assert!(before.len() > 3, "{before:?}");
    let unique: std::collections::BTreeSet<&String> = before.iter().collect();
    assert_eq!(unique.len(), before.len(), "{before:?}");
    let catalog = "locales/en/été à venir.ftl";
    dir.put(catalog, format!("### A note\n\n{}", dir.text(catalog)));
    assert_eq!(names(&dir.run(&["check", "--format", "junit"]).out), before);
}

#[test]
fn paths_begin_at_the_repository_wherever_the_command_runs() {
    let dir = project();
    std::fs::create_dir(dir.root().parent().expect("a folder above").join(".git")).expect("a folder");
    let result = |value: &Value| {
        let place = &value["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        place["artifactLocation"]["uri"].as_str().expect("an address").to_owned()
    };
    assert!(result(&report(&dir, "sarif")).starts_with("projet/"));
    let gitlab = report(&dir, "gitlab");
    assert!(gitlab[0]["location"]["path"].as_str().expect("a path").starts_with("projet/"), "{gitlab}");
    let github = dir.run(&["check", "--format", "github"]).out;
    assert!(github.contains("file=projet/"), "{github}");
    // From above it is the same.
    let above = dir.root().parent().expect("a folder above").to_owned();
    let run = dir.run_in(&above, &["--project", "projet", "check", "--format", "github"], "");
    assert_eq!(run.out, github);
    // reviewdog adds the current folder by itself.
    let rdjson = report(&dir, "rdjson");
    let path = rdjson["diagnostics"][0]["location"]["path"].as_str().expect("a path");
    assert!(!path.starts_with("projet/"), "{rdjson}");
}

#[test]
fn a_file_that_cannot_be_read_is_in_every_report() {
    let dir = Dir::project(&[("content/pont.md", "Le pont est fermé.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let latin = b"# @unit pont-abc123\n# fr: Le pont est ferm\xe9.\n";
    dir.put("locales/en/pont.ftl", latin);
    for format in ["json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown"] {
        let run = dir.run(&["check", "--format", format]);
        assert_eq!(run.status, 2, "{format}");
        assert!(
            run.out.contains("locales/en/pont.ftl") && run.out.contains("UTF-8"),
            "{format}: {}",
            run.out
        );
    }
    // People read it once, with the other errors.
    let run = dir.run(&["check"]);
    assert!(run.err.contains("UTF-8") && !run.out.contains("UTF-8"), "{}{}", run.out, run.err);
}
