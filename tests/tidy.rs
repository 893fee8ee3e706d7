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
    // What a unit's policy may be is a value of `unit`, and not written a second time.
    ("config", &["text", "diagnostic", "unit"]),
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

/// The code of a file without its tests, which stand at its end.
fn code_of_product(text: &str) -> String {
    let product = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code(product)
}

/// Where the file of a module stands in the tree of modules.
fn place(file: &Path) -> Vec<String> {
    let file = file.with_extension("");
    let names = file.iter().map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| !matches!(name.as_str(), "mod" | "lib" | "main")).collect()
}

/// All paths that a file's code names, from the root of the tree; what is no module at their ends is kept.
fn paths(code: &str, place: &[String]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (prefix, base) in
        [("crate::", 0), ("self::", place.len()), ("super::", place.len().saturating_sub(1))]
    {
        for (at, _) in code.match_indices(prefix) {
            if !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
                branches(&code[at + prefix.len()..], &place[..base], &mut found);
            }
        }
    }
    found
}

/// The paths of a tree as `use` has it: `a::{b, c::d}`; gives what follows it.
fn branches<'c>(tree: &'c str, base: &[String], found: &mut Vec<Vec<String>>) -> &'c str {
    let tree = tree.trim_start();
    if let Some(mut rest) = tree.strip_prefix('{') {
        loop {
            rest = branches(rest, base, found).trim_start();
            match rest.strip_prefix(',') {
                Some(more) => rest = more,
                None => return rest.strip_prefix('}').unwrap_or(rest),
            }
        }
    }
    let end = tree.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(tree.len());
    let mut path = base.to_vec();
    match &tree[..end] {
        "super" => drop(path.pop()),
        "" => {}
        name => path.push(name.to_owned()),
    }
    match tree[end..].strip_prefix("::") {
        Some(below) if end > 0 => branches(below, &path, found),
        _ => {
            found.push(path);
            // `as another`, `*`
            let rest = tree[end..].find(|c: char| ",};(<\n".contains(c)).unwrap_or(tree.len() - end);
            &tree[end + rest..]
        }
    }
}

#[test]
fn modules_use_only_those_above_them() {
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    let mut wrong = Vec::new();
    for (file, module, text) in sources() {
        if module == "lib" {
            continue;
        }
        let place = place(&file);
        // A path through `super` may leave the module too.
        let used: BTreeSet<String> =
            paths(&code(&text), &place).into_iter().filter_map(|path| path.into_iter().next()).collect();
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

/// Of modules that stand side by side, each with what is below it, none uses one that uses it, by whatever way.
#[test]
fn modules_side_by_side_use_each_other_in_no_circle() {
    let files: Vec<(Vec<String>, String)> =
        sources().into_iter().map(|(file, _, text)| (place(&file), code_of_product(&text))).collect();
    let modules: BTreeSet<&[String]> = files.iter().map(|(place, _)| place.as_slice()).collect();
    let mut uses: BTreeMap<(&[String], &str), BTreeSet<String>> = BTreeMap::new();
    for (place, code) in &files {
        for mut path in paths(code, place) {
            while !modules.contains(path.as_slice()) {
                path.pop();
            }
            let shared = place.iter().zip(&path).take_while(|(a, b)| a == b).count();
            if let (Some(from), Some(to)) = (place.get(shared), path.get(shared)) {
                uses.entry((&place[..shared], from)).or_default().insert(to.clone());
            }
        }
    }
    let mut circles = Vec::new();
    for (folder, from) in uses.keys() {
        let mut reached = BTreeSet::new();
        let mut open = vec![(*from).to_owned()];
        while let Some(module) = open.pop() {
            let next = uses.get(&(*folder, module.as_str())).into_iter().flatten();
            open.extend(next.filter(|next| reached.insert((*next).clone())).cloned());
        }
        if reached.contains(*from) {
            circles.push(format!("{}::{from}", folder.join("::")));
        }
    }
    assert!(uses.len() > 100, "the arrows are seen");
    assert!(circles.is_empty(), "each of these uses itself by way of others: {circles:#?}");
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
    let code = "use crate::{text, unit::{State, id as other}};\nlet x = crate::check::run();\nmycrate::no;\n\
                use super::next::*;\nuse super::super::Far;\nlet y = self::below::z(super::A);";
    let place = ["check", "rule"].map(str::to_owned);
    let mut found: Vec<String> = paths(code, &place).iter().map(|path| path.join("::")).collect();
    found.sort();
    let wanted = [
        "Far",
        "check::A",
        "check::next",
        "check::rule::below::z",
        "check::run",
        "text",
        "unit::State",
        "unit::id",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn files_are_touched_in_project_alone() {
    let mut wrong = Vec::new();
    for (file, module, text) in sources() {
        let is_test = file.file_name().is_some_and(|name| name == "tests.rs");
        if module == "project" || is_test {
            continue;
        }
        let code = code_of_product(&text);
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

/// README.md and the pages below `docs/`.
fn manual() -> String {
    let folder = repository().join("docs");
    let entries = std::fs::read_dir(folder).expect("docs/");
    let pages = entries.map(|entry| entry.expect("an entry").path());
    let pages = pages.filter(|page| page.extension().is_some_and(|extension| extension == "md"));
    let mut manual = read("README.md").expect("README.md");
    for page in pages {
        manual += &std::fs::read_to_string(page).expect("a page of the manual");
    }
    manual
}

#[test]
fn the_manual_tells_every_command_and_option() {
    let manual = manual();
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
    assert!(missing.is_empty(), "README.md and docs/ do not tell: {missing:#?}");
}

#[test]
fn the_manual_tells_every_policy_key() {
    let manual = manual();
    let findings = drogman::config::FINDINGS.iter().map(|&(finding, _)| finding);
    let missing: Vec<&str> = findings.filter(|finding| !manual.contains(finding)).collect();
    assert!(missing.is_empty(), "README.md and docs/ do not tell: {missing:?}");
}

/// The names of rules that code gives to findings, or asks them for.
fn rules_named_in(code: &str) -> BTreeSet<&str> {
    const BEFORE: [&str; 5] = ["rule == ", "Diagnostic::new(", "RULE: &str = ", "is_told(", ".names("];
    let is_name = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    // `matches!(finding.rule, "one" | "other")`
    let alternatives = code.split(".rule, ").skip(1).filter_map(|rest| rest.split(')').next());
    let compared = BEFORE.into_iter().flat_map(|before| code.split(before).skip(1));
    let compared =
        compared.map(|rest| rest.trim_start().split(['\n', ',', ')', ';']).next().unwrap_or_default());
    let literals = alternatives.chain(compared).flat_map(|part| part.split(" | "));
    literals
        .filter_map(|part| part.trim().strip_prefix('"')?.split('"').next())
        .filter(is_name)
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn code_names_no_rule_that_there_is_not() {
    /// What is told, and can't be weighed.
    const OTHERS: [&str; 3] = ["configuration", "unreadable", "foreign-output"];
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for (file, _, text) in sources() {
        let code = code_of_product(&text);
        for name in rules_named_in(&code) {
            let is_known = drogman::config::FINDINGS.iter().any(|(known, _)| *known == name);
            if !is_known && !OTHERS.contains(&name) {
                wrong.push(format!("{}: `{name}`", file.display()));
            }
            seen.insert(name.to_owned());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen.len() > 25, "they are seen: {seen:?}");
}

/// The crates of others that README.md says that the program is built from.
fn told_crates() -> usize {
    let readme = read("README.md").expect("README.md");
    let row = readme.lines().find_map(|line| line.strip_prefix("| built from | ")).expect("a row on crates");
    row.split(' ').next().and_then(|number| number.parse().ok()).expect("a number of crates")
}

/// Bytes of a release binary.
const LARGEST_BINARY: u64 = 16 << 20;

/// The licences that `deny.toml` allows.
fn allowed(deny: &str) -> BTreeSet<String> {
    let list = deny.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).expect("a list").0;
    list.split(',').map(|name| name.trim().trim_matches('"').to_owned()).collect()
}

#[test]
fn dependencies_are_few_and_freely_licensed() {
    // Of other systems, neither the sources are there, nor are they those that README.md counts.
    let host = "x86_64-unknown-linux-gnu";
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return;
    }
    let cargo = |arguments: &str| {
        let arguments = arguments.split(' ').chain(["--offline", "--locked"]);
        let output =
            std::process::Command::new(env!("CARGO")).current_dir(repository()).args(arguments).output();
        String::from_utf8(output.expect("cargo runs").stdout).expect("UTF-8")
    };
    let tree = cargo(&format!("tree --edges normal --prefix none --target {host}"));
    let name_and_version = |line: &str| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let used: BTreeSet<String> = tree.lines().map(name_and_version).collect();
    assert_eq!(used.len() - 1, told_crates(), "README.md tells another number of crates");
    let metadata = cargo(&format!("metadata --format-version 1 --filter-platform {host}"));
    let metadata: serde_json::Value = serde_json::from_str(&metadata).expect("metadata");
    let packages = metadata["packages"].as_array().expect("packages").iter().filter(|package| {
        let text = |key: &str| package[key].as_str().unwrap_or_default();
        used.contains(&format!("{} v{}", text("name"), text("version")))
    });
    let packages: Vec<_> = packages.collect();
    assert_eq!(packages.len(), used.len());
    let allowed = allowed(&read("deny.toml").expect("deny.toml"));
    for package in packages {
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
