//! What texts, names and arguments hold is shown; a terminal, a log or a service never obeys it.

// Other systems refuse files of such names.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod support;

use support::{Dir, Run};

/// Sequences of a terminal (7 and 8 bit), a window title, signs that turn the direction of a line, signs that
/// nothing is drawn for, and separators that some take for line ends.
const SIGNS: &str = "\u{1b}[31m \u{9b}2J \u{1b}]0;titre\u{7} \u{202e}\u{2066}\u{200f}\u{61c} \u{feff}\u{85}\u{2028}\u{b}\u{8}\u{7f}";

/// What services read in a log, at the start of a line.
const ORDERS: [&str; 4] =
    ["::error file=pirate::pirate", "::set-output name=a::pirate", "##[error]pirate", "##vso[task.pirate]"];

fn is_obeyed(one: char) -> bool {
    (one.is_control() && !matches!(one, '\n' | '\t'))
        || matches!(one, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A project whose every text, name and key is hostile.
fn hostile() -> Dir {
    let dir = Dir::project(&[]);
    let orders = ORDERS.join(" dit-il.\n\n");
    let page = format!(
        "---\ntitle: \"Un titre\\x1b[31m\\u202e\\u009b2J\\n::error file=pirate::pirate\"\n\"\\x1b[32m\": 1\n\u{1b}[33m: 2\n---\n\
         # Le bac {SIGNS} part\n\n{orders} dit-il.\n\nLe bac [{SIGNS}](http://a.fr/{SIGNS}) revient le 3 mai.\n\n\
         - {SIGNS} un deux.\n\n| {SIGNS} a |\n|---|\n| b {SIGNS} |\n\n<p>{SIGNS} mots</p>\n\n![Vue {SIGNS}](v.png)\n",
    );
    dir.put("content/page.md", &page);
    dir.put("content/::error file=pirate::nom.txt", format!("Le phare {SIGNS} est éteint.\n{SIGNS} rien.\n"));
    dir.put("content/\u{202e}droite.txt", "Le quai est long.\n");
    dir.put("content/\u{1b}[31mrouge.txt", "Le quai est rouge.\n");
    dir.put("content/deux\nlignes.txt", "Le quai est sale.\n");
    dir.put("content/latin.txt", b"Le caf\xe9.\n");
    assert_eq!(dir.run(&["sync"]).status, 2);
    dir.put("content/page.md", page.replace("3 mai", "4 mai").replace("deux", "trois"));
    for (name, bytes) in dir.files() {
        if !name.starts_with("locales/en/") {
            continue;
        }
        let mut out = String::new();
        let mut id = String::new();
        for line in String::from_utf8(bytes).unwrap().split('\n') {
            out += line;
            out.push('\n');
            if let Some(rest) = line.strip_prefix("# @unit ") {
                id = rest.split(' ').next().unwrap().to_owned();
            } else if line.starts_with("# fr: ") {
                out += &format!(
                    "# {SIGNS} note\n{id} = The {SIGNS} boat 12 {{ -{id} }} {{ $a }}  [a](http://b.fr/{SIGNS}).\n"
                );
            }
        }
        for order in ORDERS {
            out += &format!("\n{order}\n");
        }
        out += &format!(
            "\n# @unit {SIGNS}\n# fr: {SIGNS}\n\n#@unit {SIGNS}\n\nx{SIGNS} = y\n\n-terme = {SIGNS}\n\nautre-000000 = {SIGNS} {{\n\n# @unit page-000000\n# fr: Le vieux {SIGNS} phare.\npage-000000 = {SIGNS}\n"
        );
        dir.put(&name, out);
    }
    dir.put("locales/en/terms.ftl", format!("-pirate = {SIGNS} {{ -absent }}\n{SIGNS}\n"));
    dir
}

fn check_text(run: &Run, command: &str) {
    for (stream, text) in [("stdout", &run.out), ("stderr", &run.err)] {
        for line in text.split('\n') {
            let bad: Vec<String> =
                line.chars().filter(|&one| is_obeyed(one)).map(|one| format!("{one:?}")).collect();
            assert!(bad.is_empty(), "{command}: {stream} lets out {bad:?}: {line:?}");
            // The report for GitHub is such lines; the names in it are ours.
            let start = line.trim_start();
            let is_order = start.starts_with("::") || start.starts_with("##[") || start.starts_with("##vso");
            let ours =
                ["::error ", "::warning ", "::notice "].iter().find_map(|order| line.strip_prefix(order));
            let ours = ours.filter(|rest| {
                ["file=locales/", "file=content/", "title="].iter().any(|key| rest.starts_with(key))
            });
            let is_ours = command.contains("github") && ours.is_some();
            assert!(!is_order || is_ours, "{command}: {stream} gives an order: {line:?}");
        }
    }
}

/// Without what only colours: our own sequences.
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|one: char| one.is_ascii_digit() || one == ';');
        out += rest.strip_prefix('m').unwrap_or(part);
    }
    out
}

#[test]
fn no_report_lets_out_what_a_terminal_or_a_service_obeys() {
    let dir = hostile();
    let commands = [
        "status",
        "status --units",
        "status --units --format json",
        "status --units --format markdown",
        "status --color always",
        "todo --color always",
        "diff --color always",
        "check --color always",
        "show page:2.1 --color always",
        "sync --dry-run --color always",
        "todo",
        "todo --format jsonl",
        "todo --format markdown",
        "diff",
        "sync --dry-run",
        "prune --dry-run",
        "accept --all --dry-run",
        "check",
        "check --format json",
        "check --format github",
        "check --format gitlab",
        "check --format junit",
        "check --format sarif",
        "check --format rdjson",
        "check --format markdown",
        "segment content/page.md",
        "segment content/page.md --explain",
        "segment content/page.md --format jsonl",
        "align content/page.md content/latin.txt",
        "align content locales",
        "align content/page.md locales/en/page.ftl",
        "align content/page.md locales/en/page.ftl --format jsonl",
        "align content/page.md locales/en/page.ftl --explain",
        "show page:1.1",
        "show page:2.1 --format json",
        "show page:3.1",
        "show page:4.1",
        "check --list-rules",
        // These write, so they come last.
        "build",
        "sync",
        "accept --all",
        "accept --all --unverified",
        "prune",
        "check --fix",
        "sync --quiet",
        "build --quiet",
    ];
    for command in commands {
        let arguments: Vec<&str> = command.split(' ').collect();
        let run = dir.run(&arguments);
        assert!(run.status <= 2 && !run.err.contains("panicked"), "{command}: {}", run.err);
        let run = match command.contains("--color always") {
            true => Run { out: without_colours(&run.out), err: without_colours(&run.err), ..run },
            false => run,
        };
        check_text(&run, command);
        if command.contains(" json") || command.contains("sarif") || command.contains("gitlab") {
            let lines: Vec<&str> = match command.contains("jsonl") {
                true => run.out.lines().collect(),
                false => vec![&run.out],
            };
            for line in lines {
                let value: Result<serde_json::Value, _> = serde_json::from_str(line);
                assert!(value.is_ok(), "{command}: {line}");
            }
        }
    }
    for (name, bytes) in dir.files() {
        if name == "dist/manifest.json" {
            let text = String::from_utf8(bytes).unwrap();
            assert!(!text.contains(is_obeyed), "{name}");
        }
    }
}

#[test]
fn no_argument_comes_back_as_it_was() {
    let dir = hostile();
    let bad = format!("{SIGNS}\n::error file=pirate::pirate\n##[error]pirate");
    let with = format!("page#{bad}");
    for arguments in [
        vec!["show", &bad],
        vec!["show", &with],
        vec!["accept", &bad],
        vec!["accept", &with],
        vec!["diff", &bad],
        vec!["build", &bad],
        vec!["check", &bad],
        vec!["check", "--only", &bad],
        vec!["check", "--policy", &bad],
        vec!["check", "--format", &bad],
        vec!["check", "--baseline", &bad],
        vec!["check", "--since", &bad],
        vec!["check", "--output", &bad],
        vec!["explain", &bad],
        vec!["status", "--locale", &bad],
        vec!["--project", &bad, "status"],
        vec![&bad],
        vec!["sync", &bad],
        vec!["segment", &bad],
        vec!["align", &bad, &bad],
        vec!["accept", "page:1.1", "--from", &bad],
        vec!["init", "--locale", &bad],
        vec!["check", "--write-baseline", &bad],
        vec!["todo", "--since", &bad],
    ] {
        let run = dir.run(&arguments);
        assert!(!run.err.contains("panicked"), "{arguments:?}: {}", run.err);
        check_text(&run, &arguments.join(" ").replace(&bad, "BAD"));
    }
}

#[test]
fn no_key_of_the_configuration_comes_back_as_it_was() {
    for text in [
        "\"\\u001b[31m\\n::error file=pirate::\" = 1\n".to_owned(),
        format!("x = \"{SIGNS}\n"),
        format!("# {SIGNS}\ncontent = 3 # {SIGNS}\n"),
        "content = \"\\u001b[31m\\n::error file=pirate::\"\n".to_owned(),
        "[build]\npath = \"{\\u001b[31m}\\n::error file=pirate::\"\n".to_owned(),
        "[build]\nmissing = \"\\u009b31m\\n::error::\"\n".to_owned(),
        "[documents]\ninclude = [\"[\\u001b\"]\n".to_owned(),
        "[policy]\n\"\\u202e\" = \"error\"\n".to_owned(),
        "[policies.\"\\u001b\\n::error::\"]\nmissing = \"warning\"\nx = 1\n".to_owned(),
        "[locale.\"\\u001b\\n::error::\"]\nreleased = false\n".to_owned(),
        "[locale.en]\nfolder = \"\\u001b[31m\\n::error::\"\n".to_owned(),
        "[segment]\nabbreviations = [\"\\u001b\"]\nx = 1\n".to_owned(),
    ] {
        let dir = Dir::project(&[("content/page.md", "Le bac part.\n")]);
        dir.put("drogman.toml", format!("{}{text}", support::SMALL));
        for command in ["status", "sync", "build", "check"] {
            check_text(&dir.run(&[command]), &format!("{command} with {text:?}"));
        }
        let run = dir.run(&["check", "--policy", "x"]);
        check_text(&run, &format!("check --policy with {text:?}"));
    }
}
