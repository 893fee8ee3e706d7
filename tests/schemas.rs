//! The JSON Schemas of `docs/schemas` against what the commands print: exactly these fields, of these
//! types.

mod support;

use serde_json::Value;
use support::Dir;

fn schema(name: &str) -> Value {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/schemas/{name}.json"));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).expect("JSON")
}

fn is_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "null" => value.is_null(),
        other => panic!("the schemas use no type {other}"),
    }
}

/// Holds a value against the part of JSON Schema that ours use. A field that the schema does not know is a
/// mistake here, for the schema is to tell them all.
fn hold(value: &Value, schema: &Value, at: &str, wrong: &mut Vec<String>) {
    if let Some(choices) = schema["anyOf"].as_array() {
        let holds = |choice: &&Value| {
            let mut wrong = Vec::new();
            hold(value, choice, at, &mut wrong);
            wrong.is_empty()
        };
        if !choices.iter().any(|choice| holds(&choice)) {
            wrong.push(format!("{at}: none of the choices holds"));
        }
        return;
    }
    if let Some(constant) = schema.get("const")
        && value != constant
    {
        wrong.push(format!("{at}: {value} is not {constant}"));
    }
    if let Some(words) = schema["enum"].as_array()
        && !words.contains(value)
    {
        wrong.push(format!("{at}: {value} is none of {words:?}"));
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(name) => vec![name],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if !types.is_empty() && !types.iter().any(|name| is_type(value, name)) {
        wrong.push(format!("{at}: {value} is no {types:?}"));
    }
    if let (Some(least), Some(number)) = (schema["minimum"].as_i64(), value.as_i64())
        && number < least
    {
        wrong.push(format!("{at}: {number} is less than {least}"));
    }
    if let (Some(fields), Some(properties)) = (value.as_object(), schema["properties"].as_object()) {
        for required in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !fields.contains_key(required) {
                wrong.push(format!("{at}: there is no {required}"));
            }
        }
        for (name, field) in fields {
            match properties.get(name) {
                Some(schema) => hold(field, schema, &format!("{at}.{name}"), wrong),
                None => wrong.push(format!("{at}: the schema does not know {name}")),
            }
        }
    }
    if let (Some(items), Some(schema)) = (value.as_array(), schema.get("items")) {
        for (index, item) in items.iter().enumerate() {
            hold(item, schema, &format!("{at}[{index}]"), wrong);
        }
    }
}

fn check(output: &str, name: &str) {
    let value: Value = serde_json::from_str(output).unwrap_or_else(|error| panic!("{error}: {output}"));
    let mut wrong = Vec::new();
    hold(&value, &schema(name), name, &mut wrong);
    assert!(wrong.is_empty(), "{}\n{output}", wrong.join("\n"));
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
    let mut wrong = Vec::new();
    let value =
        serde_json::json!({ "version": 2, "findings": [{ "rule": 1, "severity": "note", "more": 1 }] });
    hold(&value, &schema("check"), "check", &mut wrong);
    assert!(wrong.len() >= 11, "{wrong:#?}");
}
