//! The frame of every command: finding the project, arguments, exit status, errors.

mod support;

use snapbox::{assert_data_eq, str};
use support::{Dir, SMALL};

#[test]
fn init_makes_a_project_that_the_next_command_opens() {
    let dir = Dir::empty();
    dir.put(".gitignore", "/target");
    let run = dir.run(&["init", "--locale", "en", "--locale", "PT_br"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert_data_eq!(
        run.out,
        str![[r#"
wrote content/bienvenue.md
wrote l10n.toml
wrote .gitignore
wrote .gitattributes
wrote drogman.toml

From French into en (English), pt-BR (Portuguese).

Next:
  1. write French under content/ (Markdown or plain text), or move your documents there
  2. drogman sync      makes the catalogs
  3. translate in locales/en/ and locales/pt-BR/, one line under each French sentence
  4. drogman status    shows what is missing or out of date; drogman build assembles the pages

"#]]
    );
    assert!(dir.text("drogman.toml").contains("locales = [\"en\", \"pt-BR\"]"));
    assert_eq!(dir.text(".gitignore"), "/target\n/dist/\n/.drogman/\n");
    let listed: Vec<String> = dir.files().into_keys().collect();
    assert!(!listed.iter().any(|name| name.contains(".drogman")), "{listed:?}");

    let before = dir.files();
    let again = dir.run(&["init"]);
    assert_eq!(again.status, 2);
    assert_eq!(dir.files(), before);
    let more = dir.run(&["init", "--locale", "en,it,ja"]);
    assert!(more.err.contains("write \"it\", \"ja\" in `project.locales`"), "{}", more.err);
    assert_eq!((more.status, dir.files()), (2, before.clone()));
    // A project may take up the editor's settings later.
    let later = dir.run(&["init", "--vscode"]);
    assert_eq!((later.status, later.out.lines().count()), (0, 3), "{}", later.out);
    let mut others = dir.files();
    others.retain(|name, _| !name.contains(".vscode"));
    assert_eq!(others, before);
}

#[test]
fn init_keeps_what_is_there() {
    let dir = Dir::empty();
    dir.put("content/a.md", "Un texte.\n");
    dir.put("l10n.toml", "# mine\n");
    let run = dir.run(&["init", "--vscode"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(dir.text("l10n.toml"), "# mine\n");
    assert!(!dir.has("content/bienvenue.md"));
    assert!(run.out.contains("\n  1. write French under content/ as before"), "{}", run.out);
    for file in [".vscode/tasks.json", ".vscode/settings.json", ".vscode/extensions.json"] {
        let value: Result<serde_json::Value, _> = serde_json::from_str(&dir.text(file));
        assert!(value.is_ok(), "{file}");
    }
}

#[test]
fn mistakes_of_the_configuration_are_drawn_all_at_once() {
    let dir = Dir::project(&[]);
    dir.put(
        "drogman.toml",
        "[project]\nsourse = \"fr\"\nlocales = [\"en\", \"en us\"]\noutput = \"../dehors\"\n",
    );
    let run = dir.run(&["status"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert_data_eq!(
        run.err,
        str![[r#"
error[configuration]: unknown key `sourse` in `[project]`
 --> drogman.toml:2:1
  |
2 | sourse = "fr"
  | ^^^^^^
  |
  = help: did you mean `source`?

error[configuration]: `en us` is not a language tag
 --> drogman.toml:3:18
  |
3 | locales = ["en", "en us"]
  |                  ^^^^^^^
  |
  = help: a tag is like `en`, `pt-BR` or `zh-Hant`

error[configuration]: the folder `../dehors` has `..`: paths stay in the project
 --> drogman.toml:4:10
  |
4 | output = "../dehors"
  |          ^^^^^^^^^^^
  |
  = help: name a folder of the project, for example: output = "dist"


"#]]
    );
}

#[test]
fn no_project_is_told_with_what_to_do() {
    let dir = Dir::empty();
    let run = dir.run(&["status"]);
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("there is no `drogman.toml` in") && run.err.contains("drogman init"),
        "{}",
        run.err
    );
    let run = dir.run(&["--project", "nulle-part", "status"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("nulle-part: ") || run.err.contains("--> "), "{}", run.err);
}

#[test]
fn a_folder_that_is_no_project_is_told_which_is() {
    let dir = Dir::project(&[("content/a.md", "Un texte.\n")]);
    for named in ["content", "drogman.toml"] {
        let run = dir.run(&["--project", named, "status"]);
        assert_eq!(run.status, 2);
        assert!(run.err.contains(&format!("{named}`\n")) && !run.err.contains("above it"), "{}", run.err);
        assert!(run.err.contains("name the folder of the project that it lies in: '"), "{}", run.err);
    }
}

#[test]
fn languages_may_be_listed_with_commas() {
    let dir = Dir::empty();
    let init = dir.run(&["init", "--locales", "de,en"]);
    assert_eq!((init.status, init.err.as_str()), (0, ""));
    assert!(dir.text("drogman.toml").contains("locales = [\"de\", \"en\"]"));
    for listed in ["en,de", "en, de"] {
        let status = dir.run(&["status", "--locale", listed, "--format", "json"]);
        assert_eq!(status.out.matches("\"locale\"").count(), 2, "{}{}", status.out, status.err);
    }
    assert!(dir.run(&["status", "--locale", "en,"]).err.contains("no language stands there"));
    assert!(dir.run(&["status", "--locale", "en,ja"]).err.contains("no target locale `ja`"));
}

#[test]
fn a_page_that_is_named_without_its_folder_is_told_with_it() {
    let dir = Dir::project(&[("content/monde/sommet.md", "Un texte.\n")]);
    for command in ["status", "check", "todo", "diff", "accept"] {
        for named in ["sommet", "sommet.md"] {
            let run = dir.run(&[command, named]);
            assert!(run.err.contains("did you mean `monde/sommet`?"), "{command} {named}: {}", run.err);
        }
    }
}

#[test]
fn a_line_of_a_catalog_is_answered_with_the_address_of_its_sentence() {
    let dir = Dir::project(&[("content/monde/sommet.md", "Un texte.\n\nUn autre.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let catalog = dir.text("locales/en/monde/sommet.ftl");
    let id = catalog.lines().rev().find_map(|line| line.strip_prefix("# @unit ")).expect("a unit");
    let line = catalog.lines().count();
    for at in [line.to_string(), (line - 1).to_string(), format!("{line}:7")] {
        for command in ["accept", "diff", "show"] {
            let run = dir.run(&[command, &format!("locales/en/monde/sommet.ftl:{at}")]);
            let address = format!("the sentence of that line is 'monde/sommet#{id}'");
            assert!(run.status == 2 && run.err.contains(&address), "{command} {at}: {}", run.err);
        }
    }
    for (folder, path) in [("", "./locales"), ("content/monde", "../../locales")] {
        let run = dir.run_in(&dir.path(folder), &["show", &format!("{path}/en/monde/sommet.ftl:{line}")], "");
        assert!(run.err.contains("the sentence of that line is"), "{path}: {}", run.err);
    }
    for line in [1, line + 1] {
        let run = dir.run(&["diff", &format!("locales/en/monde/sommet.ftl:{line}")]);
        assert!(!run.err.contains("of that line"), "{line}: {}", run.err);
    }
}

#[test]
fn a_project_in_a_folder_is_told() {
    let dir = Dir::empty();
    dir.put("app/main.js", "");
    dir.put("site/drogman.toml", SMALL);
    let run = dir.run(&["status"]);
    assert!(
        run.status == 2 && run.err.contains("there is one in `site`: go there, or add --project 'site'"),
        "{}",
        run.err
    );
    dir.put("drogman.toml.txt", SMALL);
    assert!(dir.run(&["status"]).err.contains("`drogman.toml.txt` is here: call it `drogman.toml`"));
    std::fs::remove_file(dir.path("drogman.toml.txt")).expect("it goes");
    dir.put("blog/drogman.toml", SMALL);
    let err = dir.run(&["status"]).err;
    assert!(err.contains("there are some in `blog` and `site`: go to one, or add --project 'blog'"), "{err}");
}

#[test]
fn a_project_is_found_from_below() {
    let dir = Dir::project(&[("content/monde/a.md", "Un texte.\n"), ("drogman.toml", "x")]);
    let run = dir.run_in(&dir.path("content/monde"), &["status"], "");
    assert!(run.err.contains("drogman.toml:1:"), "{}", run.err);
}

#[test]
fn wrong_arguments_are_usage_errors() {
    let dir = Dir::project(&[]);
    for (arguments, words) in [
        (&["synchronise"] as &[&str], "synchronise"),
        (&["check", "--locale", "ja"], "this project has no target locale `ja`"),
        (&["check", "--locale", "../en"], "`../en`"),
        (&["check", "--policy", "nightly"], "policies.nightly"),
        (&["check", "--output", "yaml"], "FORMAT=FILE"),
        (&["check", "rien/du/tout"], "rien/du/tout"),
        (&["sync", "--locale", "en"], "whole project"),
        (&["accept"], "--all"),
        (&["rouge\u{202e}"], "rouge\\u{202e}"),
    ] {
        let run = dir.run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}: {}", run.out);
        assert!(run.err.contains(words), "{arguments:?}: {}", run.err);
        assert!(!run.err.contains('\u{202e}'), "{arguments:?}: {:?}", run.err);
    }
    assert_eq!(dir.text("drogman.toml"), SMALL);
}

#[test]
fn an_unknown_option_is_no_value() {
    let dir = Dir::empty();
    let run = dir.run(&["status", "--json"]);
    assert!(run.status == 2 && run.err.contains("'--format json'\n\nUsage"), "{}", run.err);
    // It has one form alone.
    let run = dir.run(&["sync", "--json"]);
    assert!(run.status == 2 && !run.err.contains("--format"), "{}", run.err);
    let run = dir.run(&["check", "--most", "3"]);
    assert!(run.status == 2 && !run.err.contains("as a value") && !run.err.contains("\n\n\n"), "{}", run.err);
}

#[test]
fn texts_that_are_not_there_are_neither_cut_nor_compared() {
    let dir = Dir::empty();
    dir.put("pages/a.txt", "Il pleut.\n");
    let run = dir.run(&["segment", "pages"]);
    assert!(
        run.status == 2 && run.err.contains("`pages` is a folder\n = help: name the files"),
        "{}",
        run.err
    );
    for pair in [["pages/a.txt", "b.txt"], ["b.txt", "c.txt"]] {
        let run = dir.run(&["align", pair[0], pair[1]]);
        assert!(
            run.status == 2 && run.out.is_empty() && run.err.contains("no such file"),
            "{}{}",
            run.out,
            run.err
        );
    }
}

#[test]
fn help_and_version_go_to_standard_output() {
    let dir = Dir::empty();
    for arguments in [
        &["--help"] as &[&str],
        &["sync", "--help"],
        &["--version"],
        &["help"],
        &["help", "sync"],
        &["help", "version"],
        &["help", "help"],
        &["version"],
    ] {
        let run = dir.run(arguments);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{arguments:?}");
        assert!(run.out.contains("drogman"), "{arguments:?}: {}", run.out);
    }
}

#[test]
fn a_command_lists_no_option_that_says_nothing_to_it() {
    let dir = Dir::empty();
    dir.put("a.txt", "Il pleut.\n");
    let commands = [&["segment", "a.txt"][..], &["align", "a.txt", "a.txt"], &["explain", "numbers"]];
    for command in commands {
        let help = dir.run(&[command[0], "--help"]).out;
        assert!(help.contains("--quiet") && help.contains("--color"), "{help}");
        assert!(!help.contains("--locale") && !help.contains("--project"), "{help}");
        // Scripts that give one go on.
        let plain = dir.run(command);
        assert_eq!((plain.status, plain.err.as_str()), (0, ""));
        for given in [[&["--locale", "en"], command].concat(), [command, &["--locale", "en"]].concat()] {
            let run = dir.run(&given);
            let told = format!("`--locale` changes nothing in what `{}` says.\n", command[0]);
            assert_eq!((run.status, run.out.as_str(), run.err), (0, plain.out.as_str(), told), "{given:?}");
        }
        let run = dir.run(&[command, &["--project", ".", "--locale", "en", "--quiet"]].concat());
        assert_eq!((run.status, run.err.as_str()), (0, ""));
    }
    for command in ["init", "status", "todo", "diff", "check", "show", "accept", "build", "prune"] {
        let help = dir.run(&[command, "--help"]).out;
        assert!(help.contains("--locale") && help.contains("--project"), "{command}: {help}");
    }
}
