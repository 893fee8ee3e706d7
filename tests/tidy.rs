//! What no compiler checks: the arrows between modules, where files are touched, and that the manual,
//! the help and the changelog tell the same story.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Which modules a module may use. They stand in reading order; an arrow points upward only.
const ARROWS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("diagnostic", &["text"]),
    ("document", &["text", "diagnostic"]),
    ("segment", &["text", "document"]),
    ("catalog", &["text", "diagnostic"]),
    ("align", &["text"]),
    ("unit", &["text", "diagnostic", "document", "segment", "catalog", "align"]),
    ("check", &["text", "diagnostic", "document", "catalog", "align", "unit"]),
    ("report", &["text", "diagnostic", "document", "segment", "catalog", "align", "unit"]),
    ("config", &["text", "diagnostic"]),
    ("project", &["text", "diagnostic", "document", "segment", "catalog", "align", "unit", "config"]),
    (
        "cli",
        &[
            "text",
            "diagnostic",
            "document",
            "segment",
            "catalog",
            "align",
            "unit",
            "check",
            "report",
            "config",
            "project",
        ],
    ),
];

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &str) -> Option<String> {
    fs::read_to_string(repository().join(file)).ok()
}

/// The Rust files of `src`, with the module that each belongs to (`lib` and `main` for the two roots).
fn sources() -> Vec<(PathBuf, String, String)> {
    let mut folders = vec![repository().join("src")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("src is readable") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(repository().join("src")).expect("below src").to_owned();
                let first = below.components().next().expect("a name").as_os_str().to_string_lossy();
                let module = first.trim_end_matches(".rs").to_owned();
                let text = fs::read_to_string(&path).expect("UTF-8");
                found.push((below, module, text));
            }
        }
    }
    found.sort();
    found
}

/// The code of a file: without comments, whose links are no arrows.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The names right after each `prefix`: `crate::a` and `crate::{a, b::c}`.
fn names_after(code: &str, prefix: &str) -> BTreeSet<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices(prefix) {
        let whole_word = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
        let rest = &code[at + prefix.len()..];
        if !whole_word {
            continue;
        }
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut start = 0;
            for (index, character) in group.char_indices() {
                match character {
                    '{' => depth += 1,
                    ',' | '}' if depth == 0 => {
                        names.insert(word(group[start..index].trim_start()));
                        start = index + 1;
                        if character == '}' {
                            break;
                        }
                    }
                    '}' => depth -= 1,
                    _ => {}
                }
            }
        } else {
            names.insert(word(rest));
        }
    }
    names
}

#[test]
fn modules_use_only_those_above_them() {
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    let mut wrong = Vec::new();
    for (file, module, text) in sources() {
        if module == "lib" {
            continue;
        }
        let code = code(&text);
        let mut used = names_after(&code, "crate::");
        // A path through `super` may leave the module too.
        let depth = file.components().count() - usize::from(file.ends_with("mod.rs"));
        used.extend(names_after(&code, &"super::".repeat(depth)));
        if module == "main" {
            assert!(used.is_empty(), "main.rs calls the library alone");
            continue;
        }
        let allowed =
            allowed.get(module.as_str()).unwrap_or_else(|| panic!("`{module}` has no line in ARROWS"));
        for name in used {
            let is_module = ARROWS.iter().any(|(known, _)| *known == name);
            if is_module && name != module && !allowed.contains(&name.as_str()) {
                wrong.push(format!("{}: `{module}` may not use `{name}`", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_library_lists_its_modules_in_reading_order() {
    let library = read("src/lib.rs").expect("src/lib.rs");
    let listed: Vec<&str> =
        library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let expected: Vec<&str> = ARROWS.iter().map(|(module, _)| *module).collect();
    assert_eq!(listed, expected);
}

#[test]
fn arrows_are_seen_in_all_their_forms() {
    let code = "use crate::{text, unit::{State, id}};\nlet x = crate::check::run();\nmycrate::no";
    assert_eq!(names_after(code, "crate::").into_iter().collect::<Vec<_>>(), ["check", "text", "unit"]);
}

#[test]
fn files_are_touched_in_project_alone() {
    let mut wrong = Vec::new();
    for (file, module, text) in sources() {
        let is_test = file.file_name().is_some_and(|name| name == "tests.rs");
        if module == "project" || is_test {
            continue;
        }
        // Tests of a module stand at its end.
        let code = code(text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default());
        for call in ["std::fs", "fs::read", "fs::write", "File::open", "File::create", "tempfile::"] {
            if code.contains(call) {
                wrong.push(format!("{}: {call}", file.display()));
            }
        }
        if module != "cli" && module != "main" && code.contains("std::env::") {
            wrong.push(format!("{}: std::env", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_changelog_has_this_version() {
    let changelog = read("CHANGELOG.md").expect("CHANGELOG.md");
    let version = format!("## {}", env!("CARGO_PKG_VERSION"));
    assert!(changelog.lines().any(|line| line.starts_with(&version)), "no line begins with `{version}`");
    assert!(changelog.contains("## Unreleased"), "no section for what comes next");
}

#[test]
fn the_manual_tells_every_command_and_option() {
    let Some(manual) = read("docs/commands.md") else { return };
    let mut missing = Vec::new();
    for (command, help) in drogman::cli::help_texts() {
        if !manual.contains(&command) {
            missing.push(command.clone());
        }
        let options = help.split_whitespace().filter(|word| word.starts_with("--") && word.len() > 2);
        for option in options {
            let option: String =
                option.chars().take_while(|c| *c == '-' || c.is_ascii_alphanumeric()).collect();
            if !manual.contains(&option) {
                missing.push(format!("{command} {option}"));
            }
        }
    }
    missing.retain(|option| !option.ends_with("--help") && !option.ends_with("--version"));
    assert!(missing.is_empty(), "docs/commands.md does not tell: {missing:#?}");
}

#[test]
fn the_manual_tells_every_policy_key() {
    let Some(manual) = read("docs/configuration.md") else { return };
    let missing: Vec<&str> = drogman::config::FINDINGS
        .iter()
        .map(|&(finding, _)| finding)
        .filter(|finding| {
            let told = |page: &str| read(page).unwrap_or_default().contains(finding);
            !manual.contains(finding) && !told("docs/commands.md") && !told("docs/rules.md")
        })
        .collect();
    assert!(missing.is_empty(), "the manual does not tell: {missing:?}");
}

/// Packages that the binary is made of, with their dependencies; README.md tells the number.
const MOST_PACKAGES: usize = 120;

/// Bytes of a release binary.
const LARGEST_BINARY: u64 = 16 << 20;

/// The licences that `deny.toml` allows.
fn allowed(deny: &str) -> BTreeSet<String> {
    let list = deny.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).expect("a list").0;
    list.split(',').map(|name| name.trim().trim_matches('"').to_owned()).collect()
}

#[test]
fn dependencies_are_few_and_freely_licensed() {
    let output = std::process::Command::new(env!("CARGO"))
        .current_dir(repository())
        .args(["metadata", "--format-version", "1", "--offline", "--locked"])
        .output()
        .expect("cargo runs");
    // Without the sources of all packages (no network yet) there is nothing to look at.
    let Ok(metadata) = serde_json::from_slice::<serde_json::Value>(&output.stdout) else { return };
    let packages = metadata["packages"].as_array().expect("packages");
    let nodes = metadata["resolve"]["nodes"].as_array().expect("nodes");
    let mut used = BTreeSet::new();
    let mut open = vec![metadata["resolve"]["root"].as_str().expect("a root")];
    while let Some(id) = open.pop() {
        if !used.insert(id) {
            continue;
        }
        let node = nodes.iter().find(|node| node["id"] == id).expect("a node");
        for dependency in node["deps"].as_array().expect("dependencies") {
            let kinds = dependency["dep_kinds"].as_array().expect("kinds");
            let here = |kind: &serde_json::Value| {
                let target = kind["target"].as_str().unwrap_or_default();
                kind["kind"].is_null() && !target.contains("windows") && !target.contains("wasm")
            };
            if kinds.iter().any(here) {
                open.push(dependency["pkg"].as_str().expect("an id"));
            }
        }
    }
    assert!(used.len() <= MOST_PACKAGES, "{} packages; {MOST_PACKAGES} were agreed on", used.len());
    let allowed = allowed(&read("deny.toml").expect("deny.toml"));
    for package in packages.iter().filter(|package| used.contains(package["id"].as_str().unwrap_or_default()))
    {
        let licence = package["license"].as_str().unwrap_or_default();
        // Each of what is joined by AND must be allowed, one of what is joined by OR.
        let is_fine = licence.split(" AND ").all(|part| {
            part.split(" OR ")
                .flat_map(|part| part.split('/'))
                .any(|name| allowed.contains(name.trim_matches(['(', ')', ' '])))
        });
        assert!(is_fine, "{}: {licence}", package["name"]);
        let source = package["source"].as_str();
        assert!(source.is_none_or(|source| {
            source.starts_with("registry+https://github.com/rust-lang/crates.io-index")
        }));
    }
}

#[test]
fn the_release_binary_is_small() {
    let Ok(metadata) = repository().join("target/release/drogman").metadata() else { return };
    assert!(metadata.len() <= LARGEST_BINARY, "{} bytes", metadata.len());
}
