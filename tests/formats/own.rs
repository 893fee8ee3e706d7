//! The JSON Schemas of `docs/schemas` against what the commands print: exactly these fields, of these
//! types.

use serde_json::Value;

use crate::schema::Schema;
use crate::support::Dir;

fn schema(name: &str) -> Schema {
    Schema::load(&format!("docs/schemas/{name}.json")).exact()
}

fn check(output: &str, name: &str) {
    let value: Value = serde_json::from_str(output).unwrap_or_else(|error| panic!("{error}: {output}"));
    let wrong = schema(name).mistakes(&value);
    assert!(wrong.is_empty(), "{name}: {}\n{output}", wrong.join("\n"));
}

/// A project that has units in several states.
fn project() -> Dir {
    let dir = Dir::project(&[(
        "content/pont.md",
        "# Le pont\n\nIl ferme à 18 h. Il rouvre à 9 h. La rive dort.\n",
    )]);
    dir.run(&["sync"]);
    let catalog = dir.text("locales/en/pont.ftl");
    let mut out = String::new();
    for (at, block) in catalog.trim_end().split("\n\n").enumerate() {
        out.push_str(block);
        let id =
            block.lines().find_map(|line| line.strip_prefix("# @unit ")).and_then(|l| l.split(' ').next());
        match (id, at) {
            (Some(id), 1) => out.push_str(&format!("\n{id} = The bridge")),
            (Some(id), 2) => out.push_str(&format!("\n{id} = It closes at 6 p.m.")),
            (Some(id), 3) => out.push_str(&format!("\n{id} = {{ gone }}")),
            _ => {}
        }
        out.push_str("\n\n");
    }
    dir.put("locales/en/pont.ftl", out.trim_end().to_owned() + "\n");
    dir.put("content/pont.md", dir.text("content/pont.md").replace("18 h", "19 h"));
    dir
}

#[test]
fn outputs_have_the_fields_of_their_schemas() {
    let dir = project();
    let found = dir.run(&["check", "--format", "json"]).out;
    assert!(found.contains("stale-major") && found.contains("missing"), "{found}");
    check(&found, "check");
    check(&dir.run(&["status", "--format", "json"]).out, "status");
    check(&dir.run(&["status", "--units", "--format", "json"]).out, "status");
    let tasks = dir.run(&["todo", "--format", "jsonl"]).out;
    assert_eq!(tasks.lines().count(), 3, "{tasks}");
    for line in tasks.lines() {
        check(line, "todo");
    }
    check(&dir.run(&["show", "pont:2.1", "--format", "json"]).out, "show");
    dir.run(&["build", "--quiet"]);
    check(&dir.text("dist/manifest.json"), "manifest");
}

#[test]
fn a_wrong_output_is_found() {
    let value =
        serde_json::json!({ "version": 2, "findings": [{ "rule": 1, "severity": "note", "more": 1 }] });
    let wrong = schema("check").mistakes(&value);
    for place in
        ["$.version: const", "[0]: required", ".rule: type", ".severity: enum", ".more: is not known"]
    {
        assert!(wrong.iter().any(|one| one.contains(place)), "{place}: {wrong:#?}");
    }
}
