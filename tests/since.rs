//! `--since REF`: what a branch did, and who is told of it.

mod support;

use support::Dir;

const DOCUMENT: &str = "Le pont ferme à 18 h. Il rouvre à 9 h avec 75 agents.\n\nLa rive est calme.\n";

const CATALOG: &str = "locales/en/pont.ftl";

/// A repository whose branch `main` has a page of three sentences, all translated but the last; the
/// branch `work` begins there.
fn repository() -> Dir {
    let dir = Dir::project(&[("content/pont.md", DOCUMENT), (".gitignore", ".drogman/\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.translate_one(CATALOG, "Le pont", "The bridge closes at 6 p.m.");
    dir.translate_one(CATALOG, "Il rouvre", "It reopens at 9 a.m. with 75 officers.");
    dir.git(&["init", "-q", "-b", "main"]);
    dir.commit();
    dir.git(&["checkout", "-q", "-b", "work"]);
    dir
}

/// State or rule, and unit, of each line of a list.
fn todo(dir: &Dir) -> Vec<String> {
    let run = dir.run(&["todo", "--format", "jsonl", "--since", "main"]);
    assert_eq!(run.status, 0, "{}", run.err);
    let french = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
        format!("{} {}", value["state"].as_str().unwrap_or("-"), value["french"].as_str().unwrap_or("-"))
    };
    run.out.lines().map(french).collect()
}

#[test]
fn nothing_has_changed_on_a_new_branch() {
    let dir = repository();
    assert!(todo(&dir).is_empty());
    let status = dir.run(&["status", "--format", "json", "--since", "main"]);
    assert!(status.out.contains("\"units\":0"), "{}", status.out);
}

#[test]
fn what_has_changed_is_told_by_its_kind() {
    let dir = repository();
    let told = |dir: &Dir| dir.run(&["diff", "--since", "main"]).err;
    assert_eq!(told(&dir), "since main: no document and no catalog has changed\n");
    dir.replace(CATALOG, "75 officers", "75 policemen");
    assert_eq!(told(&dir), "since main: 1 catalog has changed\n");
    dir.replace("content/pont.md", "75", "76");
    dir.put("locales/en/terms.ftl", "-bridge = Bridge\n");
    assert_eq!(told(&dir), "since main: 1 document, 1 catalog and 1 shared file have changed\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.put("drogman.toml", dir.text("drogman.toml") + "\n");
    let line = "since main: 1 document, 2 catalogs, 1 shared file and drogman.toml have changed\n";
    assert_eq!(told(&dir), line);
}

#[test]
fn only_what_the_branch_changed_is_listed() {
    let dir = repository();
    dir.replace("content/pont.md", "75", "76");
    assert_eq!(todo(&dir), ["stale Il rouvre à 9 h avec 76 agents."]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.commit();
    assert_eq!(todo(&dir), ["stale Il rouvre à 9 h avec 76 agents."]);
    let diff = dir.run(&["diff", "--since", "main"]);
    assert!(diff.out.contains("76"), "{}", diff.out);
    let status = dir.run(&["status", "--format", "json", "--since", "main"]);
    assert!(status.out.contains("\"units\":1"), "{}", status.out);
}

#[test]
fn what_main_did_meanwhile_is_not_the_branchs() {
    let dir = repository();
    dir.replace("content/pont.md", "75", "76");
    dir.commit();
    dir.git(&["checkout", "-q", "main"]);
    dir.replace("content/pont.md", "18 h", "19 h");
    dir.commit();
    dir.git(&["checkout", "-q", "work"]);
    assert_eq!(todo(&dir), ["stale Il rouvre à 9 h avec 76 agents."]);
}

#[test]
fn a_new_page_is_new_and_a_moved_one_is_not() {
    let dir = repository();
    dir.put("content/gare.md", "La gare est neuve.\n");
    assert_eq!(todo(&dir), ["missing La gare est neuve."]);
    std::fs::remove_file(dir.path("content/gare.md")).expect("removed");
    std::fs::rename(dir.path("content/pont.md"), dir.path("content/viaduc.md")).expect("moved");
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.commit();
    assert!(todo(&dir).is_empty());
}

#[test]
fn the_authors_typo_is_accepted_where_the_translation_was_current() {
    let dir = repository();
    // Stale before the branch: the typo must not hide it.
    dir.git(&["checkout", "-q", "main"]);
    dir.replace("content/pont.md", "18 h", "19 h");
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.commit();
    dir.git(&["checkout", "-q", "-B", "work"]);
    dir.replace("content/pont.md", "Le pont ferme à 19 h.", "Le pont ferme à 19 h !");
    dir.replace("content/pont.md", "75 agents.", "75 agents !");
    let run = dir.run(&["accept", "--all", "--minor", "--since", "main"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.out.contains("1 unit accepted"), "{}", run.out);
    let catalog = dir.text(CATALOG);
    assert!(catalog.contains("# fr: Il rouvre à 9 h avec 75 agents !"), "{catalog}");
    assert!(catalog.contains("# fr: Le pont ferme à 18 h."), "{catalog}");
}

#[test]
fn the_small_changes_of_a_branch_need_no_other_argument() {
    let dir = repository();
    dir.replace("content/pont.md", "75 agents.", "75 agents !");
    let run = dir.run(&["accept", "--minor", "--since", "main", "--dry-run"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.out.contains("  would be accepted\n1 unit would be accepted.\n"), "{}", run.out);
    let run = dir.run(&["accept", "--minor", "--since", "main"]);
    assert!(run.out.contains("  accepted\n1 unit accepted.\n"), "{}", run.out);
    // What the branch did not touch is not spoken of.
    let run = dir.run(&["accept", "--minor", "--since", "main"]);
    assert_eq!(run.out, "Nothing to accept.\n");
    assert!(run.err.contains("1 unit is current already\n") && !run.err.contains("left as"), "{}", run.err);
}

#[test]
fn since_alone_is_answered_with_whole_commands() {
    let dir = repository();
    let run = dir.run(&["accept", "--since", "main"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("--since alone does not say what to accept"), "{}", run.err);
    for command in ["drogman accept --minor --since main", "drogman accept --all --since main"] {
        assert!(run.err.contains(command), "{}", run.err);
        // They are commands that run.
        let words: Vec<&str> = command.split(' ').skip(1).collect();
        assert_eq!(dir.run(&words).status, 0, "{command}");
    }
}

#[test]
fn a_change_of_meaning_is_no_typo() {
    let dir = repository();
    dir.replace("content/pont.md", "75", "76");
    let run = dir.run(&["accept", "--all", "--minor", "--since", "main"]);
    assert!(run.out.contains("Nothing to accept"), "{}", run.out);
}

#[test]
fn a_minor_change_from_before_the_branch_is_left() {
    let dir = repository();
    dir.git(&["checkout", "-q", "main"]);
    dir.replace("content/pont.md", "75 agents.", "75 agents !");
    dir.commit();
    dir.git(&["checkout", "-q", "-B", "work"]);
    dir.replace("content/pont.md", "calme", "très calme");
    let run = dir.run(&["accept", "--all", "--minor", "--since", "main"]);
    assert!(run.out.contains("Nothing to accept"), "{}", run.out);
}

#[test]
fn what_git_cannot_tell_is_an_error_with_advice() {
    let dir = repository();
    let run = dir.run(&["check", "--since", "nowhere"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("`nowhere` is no commit"), "{}", run.err);
    assert!(dir.run(&["check", "--since", "mian"]).err.contains("did you mean `main`?"));
    dir.git(&["tag", "v1.0"]);
    assert!(dir.run(&["check", "--since", "v1,0"]).err.contains("did you mean `v1.0`?"));
    assert_eq!(dir.run(&["todo", "--since", "--oops"]).status, 2);
    assert_eq!(dir.run(&["todo", "--since", ""]).status, 2);

    let plain = Dir::project(&[("content/pont.md", DOCUMENT)]);
    let run = plain.run(&["check", "--since", "main"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("needs a git repository"), "{}", run.err);
}

#[test]
fn a_shallow_clone_says_what_to_fetch() {
    let dir = repository();
    dir.replace("content/pont.md", "75", "76");
    dir.commit();
    let address = format!("file://{}", dir.root().display());
    let clone = Dir::empty();
    clone.git(&["clone", "-q", "--depth", "1", "--branch", "work", &address, "copie"]);
    let folder = clone.root().join("copie");
    for reference in ["main", "origin/main", "HEAD~1"] {
        let run = clone.run_in(&folder, &["check", "--since", reference], "");
        assert_eq!(run.status, 2, "{reference}: {}", run.out);
        assert!(run.err.contains("fetch-depth: 0"), "{reference}: {}", run.err);
    }
}

/// Also what `git fetch --unshallow` leaves: the history of one branch.
#[test]
fn a_clone_of_one_branch_says_how_to_fetch_the_other() {
    let dir = repository();
    dir.replace("content/pont.md", "75", "76");
    dir.commit();
    let address = format!("file://{}", dir.root().display());
    let clone = Dir::empty();
    clone.git(&["clone", "-q", "--single-branch", "--branch", "work", &address, "copie"]);
    let folder = clone.root().join("copie");
    let check = |reference: &str| clone.run_in(&folder, &["check", "--since", reference], "");
    for reference in ["main", "origin/main"] {
        let run = check(reference);
        assert_eq!(run.status, 2, "{reference}: {}", run.out);
        assert!(run.err.contains("git fetch origin main:refs/remotes/origin/main\n"), "{}", run.err);
        assert!(run.err.contains("then: --since origin/main\n"), "{}", run.err);
    }
    assert!(check("0123456789").err.contains("`git log` lists commits"));
    clone.git(&["-C", "copie", "fetch", "-q", "origin", "main:refs/remotes/origin/main"]);
    assert_eq!(check("origin/main").status, 1);
    assert!(check("main").err.contains("did you mean `origin/main`?"));
}

#[test]
fn a_project_below_the_repository_is_seen() {
    let dir = Dir::empty();
    dir.put("site/drogman.toml", support::SMALL);
    dir.put("site/content/pont.md", DOCUMENT);
    dir.run(&["--project", "site", "sync"]);
    dir.git(&["init", "-q", "-b", "main"]);
    dir.commit();
    dir.replace("site/content/pont.md", "75", "76");
    let run = dir.run(&["--project", "site", "todo", "--since", "main", "--format", "jsonl"]);
    assert_eq!((run.status, run.out.lines().count()), (0, 1), "{} {}", run.out, run.err);
}

/// Rule and severity of each finding of `check --since main` with these arguments, and the exit status.
fn check(dir: &Dir, arguments: &[&str]) -> (i32, Vec<String>) {
    let mut all = vec!["check", "--format", "json", "--since", "main"];
    all.extend(arguments);
    let run = dir.run(&all);
    let value: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
    let show = |finding: &serde_json::Value| {
        let word = |key: &str| finding[key].as_str().unwrap_or("-").to_owned();
        format!("{} {}", word("rule"), word("severity"))
    };
    (run.status, value["findings"].as_array().expect("a list").iter().map(show).collect())
}

#[test]
fn a_check_tells_what_the_branch_did_and_no_old_debts() {
    let dir = repository();
    assert_eq!(check(&dir, &[]), (0, Vec::new()));
    dir.replace("content/pont.md", "75", "76");
    let all = vec!["sync-needed warning".to_owned(), "stale-major error".to_owned()];
    assert_eq!(check(&dir, &[]), (1, all));
    dir.run(&["sync"]);
    assert_eq!(check(&dir, &[]), (1, vec!["stale-major error".to_owned()]));
}

#[test]
fn an_author_never_fails_and_a_translators_slip_does() {
    let dir = repository();
    dir.replace("content/pont.md", "75", "76");
    dir.replace("content/pont.md", "La rive est calme.", "La rive est calme. Le port dort.");
    dir.run(&["sync"]);
    let (status, found) = check(&dir, &["--policy", "pull-request"]);
    assert_eq!((status, found), (0, vec!["stale-major warning".to_owned(), "missing warning".to_owned()]));
    // A mistake of old, in a unit that the branch has not touched, would not fail either.
    dir.replace(CATALOG, "closes at 6 p.m.", "closes at 7 p.m.");
    let (status, found) = check(&dir, &["--policy", "pull-request"]);
    assert_eq!((status, found[0].as_str()), (1, "numbers error"), "{found:?}");
}

/// What a branch itself takes from a translation that was current is no edit of the French.
#[test]
fn a_branch_that_takes_translations_away_fails() {
    let policy = ["--policy", "pull-request"];
    let first_line = |dir: &Dir| {
        let run = dir.run(&["check", "--since", "main", "--policy", "pull-request", "--format", "markdown"]);
        (run.status, run.out.lines().next().unwrap_or_default().to_owned())
    };
    let dir = repository();
    let whole = dir.text(CATALOG);
    let message = whole.lines().find(|line| line.contains("The bridge closes")).expect("a message");
    // Its line alone.
    dir.put(CATALOG, whole.replace(&format!("{message}\n"), ""));
    assert_eq!(check(&dir, &policy), (1, vec!["missing error".to_owned()]));
    assert_eq!(first_line(&dir), (1, "1 traduction supprimée en anglais".to_owned()));
    let text = dir.run(&["check", "--since", "main"]).out;
    assert!(text.contains("the translation is gone on this branch: Le pont ferme à 18 h."), "{text}");
    // The unit.
    let unit = whole.split("\n\n").find(|unit| unit.contains("The bridge closes")).expect("a unit");
    dir.put(CATALOG, whole.replace(&format!("{unit}\n\n"), ""));
    let (status, found) = check(&dir, &policy);
    assert_eq!((status, found.last().map(String::as_str)), (1, Some("missing error")), "{found:?}");
    // The file, also where `sync` wrote its stubs again. The sentence that nobody had translated is not lost.
    std::fs::remove_file(dir.path("locales/en/pont.ftl")).expect("removed");
    dir.commit();
    assert_eq!(first_line(&dir), (1, "2 traductions supprimées en anglais".to_owned()));
    let (status, found) = check(&dir, &policy);
    assert_eq!(
        (status, found),
        (1, ["sync-needed warning", "missing error", "missing error"].map(str::to_owned).to_vec())
    );
    assert_eq!(dir.run(&["sync"]).status, 0);
    assert_eq!(check(&dir, &policy), (1, vec!["missing error".to_owned(); 2]));
    let text = dir.run(&["check", "--since", "main"]).out;
    assert!(
        text.contains("2 translations of `pont` in `en` are gone on this branch, and none is left"),
        "{text}"
    );
    // A French that it was not made from.
    dir.put(CATALOG, whole.replace("# fr: Il rouvre à 9 h", "# fr: Il rouvre à 8 h"));
    assert_eq!(check(&dir, &policy).1, ["stale-major error"]);
    let text = dir.run(&["check", "--since", "main"]).out;
    assert!(
        text.contains("the French has not changed, and the line above the translation now says another"),
        "{text}"
    );
    dir.put(CATALOG, whole.replace("18 h.\n", "18 h\n"));
    assert_eq!(check(&dir, &policy).1, ["stale-minor error"]);
    // What a configuration says of a locale goes before.
    let settings = dir.text("drogman.toml");
    dir.put("drogman.toml", settings.clone() + "\n[locale.en.policy]\nstale-minor = \"warning\"\n");
    assert_eq!(check(&dir, &policy), (0, vec!["stale-minor warning".to_owned()]));
    dir.put("drogman.toml", settings + "\n[locale.en]\nreleased = false\n");
    assert_eq!(check(&dir, &policy), (0, vec!["stale-minor warning".to_owned()]));
}

/// The author changed the sentence: that its translation was taken away with it is the translators' work.
#[test]
fn what_an_edit_of_the_french_leaves_behind_never_fails() {
    let dir = repository();
    dir.replace("content/pont.md", "75", "76");
    dir.run(&["sync"]);
    let whole = dir.text(CATALOG);
    let message = whole.lines().find(|line| line.contains("75 officers")).expect("a message");
    dir.put(CATALOG, whole.replace(&format!("{message}\n"), ""));
    assert_eq!(check(&dir, &["--policy", "pull-request"]), (0, vec!["missing warning".to_owned()]));
}

#[test]
fn the_line_for_the_author_says_nothing_of_a_catalog_that_cannot_be_read() {
    let dir = repository();
    let text = dir.text(CATALOG);
    dir.put(CATALOG, [text.as_bytes(), b"# caf\xe9\n"].concat());
    let run = dir.run(&["check", "--since", "main", "--format", "markdown"]);
    assert_eq!((run.status, run.out.lines().next()), (2, Some("Aucune phrase modifiée")), "{}", run.out);
    dir.replace("content/pont.md", "75", "76");
    let run = dir.run(&["check", "--since", "main", "--format", "markdown"]);
    assert_eq!(run.out.lines().next(), Some("1 phrase modifiée\u{a0}: 1 de fond (75 → 76)"), "{}", run.out);
}

#[test]
fn an_old_mistake_does_not_fail_the_branch_that_edits_beside_it() {
    let dir = repository();
    dir.git(&["checkout", "-q", "main"]);
    dir.replace(CATALOG, "closes at 6 p.m.", "closes at 7 p.m.");
    dir.commit();
    dir.git(&["checkout", "-q", "-B", "work"]);
    dir.replace("content/pont.md", "Le pont ferme à 18 h.", "Le grand pont ferme à 18 h.");
    dir.run(&["sync"]);
    let (status, found) = check(&dir, &["--policy", "pull-request"]);
    assert!(status == 0 && found.iter().all(|one| one.ends_with("warning")), "{status} {found:?}");
    dir.edit(CATALOG, |text| text.replacen("# @unit", "<<<<<<< HEAD\n# @unit", 1));
    assert_eq!(check(&dir, &["--policy", "pull-request"]).0, 1);
}

#[test]
fn a_changed_translation_is_offered_its_new_line() {
    let dir = repository();
    dir.replace("content/pont.md", "75", "76");
    dir.run(&["sync"]);
    let untouched = dir.run(&["check", "--since", "main", "--format", "rdjson"]);
    assert!(!untouched.out.contains("suggestions"), "{}", untouched.out);
    dir.replace(CATALOG, "75 officers", "76 officers");
    let run = dir.run(&["check", "--since", "main", "--format", "rdjson"]);
    let value: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let found = &value["diagnostics"].as_array().expect("a list")[0];
    let suggestion = &found["suggestions"][0];
    assert_eq!(suggestion["text"], "# fr: Il rouvre à 9 h avec 76 agents.");
    assert_eq!(suggestion["range"]["start"]["line"], found["location"]["range"]["start"]["line"]);
    // The sentence of the line is pointed to, without what stands before it.
    let json = dir.run(&["check", "--since", "main", "--format", "json"]).out;
    assert!(json.contains("\"column\": 7,"), "{json}");
    // Taken over by a click, it is the acceptance.
    let line = suggestion["range"]["start"]["line"].as_u64().expect("a line") as usize;
    let text = dir.text(CATALOG);
    let mut lines: Vec<&str> = text.lines().collect();
    lines[line - 1] = suggestion["text"].as_str().expect("a text");
    dir.put(CATALOG, lines.join("\n") + "\n");
    assert_eq!(check(&dir, &[]), (0, Vec::new()));
}

#[test]
fn the_comment_opens_with_a_line_for_the_author() {
    let dir = repository();
    dir.replace("content/pont.md", "75", "76");
    dir.replace("content/pont.md", "à 18 h", "à 18\u{a0}h");
    dir.run(&["sync"]);
    dir.replace(CATALOG, "75 officers", "76 officers");
    let run = dir.run(&["check", "--since", "main", "--format", "markdown"]);
    let line = "2 phrases modifiées\u{a0}: 1 typographique (rien à faire), \
                1 de fond (75 → 76)\u{a0}: à revoir en anglais\u{a0}; 8 mots à relire ou à traduire";
    assert_eq!(run.out.lines().next(), Some(line), "{}", run.out);
    assert!(run.out.contains("```\n  # fr: Il rouvre à 9 h avec 76 agents.\n"), "{}", run.out);
}

/// In a large repository, what git does not know takes longest to find.
#[test]
fn git_is_asked_once_for_the_files_that_it_does_not_know() {
    let dir = repository();
    dir.git(&["checkout", "-q", "main"]);
    dir.put("content/port.md", "Le port dort.\n");
    dir.commit();
    dir.git(&["checkout", "-q", "work"]);
    let trace = dir.path("../trace");
    assert_cmd::Command::cargo_bin("drogman")
        .expect("the binary")
        .current_dir(dir.root())
        .env("GIT_TRACE", &trace)
        .args(["todo", "--since", "main"])
        .assert()
        .success();
    let asked = std::fs::read_to_string(trace).expect("a trace");
    assert_eq!(
        asked.lines().filter(|line| line.contains("built-in") && line.contains("--others")).count(),
        1
    );
}

#[test]
fn a_step_of_github_gets_a_summary_beside_its_annotations() {
    let dir = repository();
    dir.replace("content/pont.md", "75", "76");
    dir.put("summary.md", "before\n");
    let run = |format: &str| {
        assert_cmd::Command::cargo_bin("drogman")
            .expect("the binary")
            .current_dir(dir.root())
            .env("GITHUB_STEP_SUMMARY", dir.path("summary.md"))
            .args(["check", "--since", "main", "--policy", "pull-request", "--format", format])
            .assert()
            .code(0)
    };
    run("text");
    assert_eq!(dir.text("summary.md"), "before\n");
    run("github");
    let summary = dir.text("summary.md");
    assert!(
        summary.starts_with("before\n1 phrase modifiée\u{a0}: 1 de fond (75 → 76)\u{a0}: à revoir"),
        "{summary}"
    );
}

#[test]
fn certain_changes_are_made_and_nothing_else() {
    let dir = repository();
    dir.replace(CATALOG, "The bridge closes", "The  bridge\u{200b} closes");
    dir.replace(CATALOG, "75 officers", "57 officers");
    let before = dir.text(CATALOG);
    let run = dir.run(&["check", "--fix"]);
    assert_eq!(run.status, 1, "{}", run.out);
    assert!(run.out.contains("57") && !run.out.contains("two spaces"), "{}", run.out);
    assert!(run.err.contains("2 changes made in 1 file"), "{}", run.err);
    let after = dir.text(CATALOG);
    assert_eq!(after, before.replace("The  bridge\u{200b} closes", "The bridge closes"));
    assert_eq!(dir.run(&["check", "--fix"]).err, "");
}

#[test]
fn certain_changes_stand_in_the_reports() {
    let dir = repository();
    dir.replace(CATALOG, "The bridge closes", "Thé  bridge closes");
    let read = |format: &str| -> serde_json::Value {
        serde_json::from_str(&dir.run(&["check", "--only", "spaces", "--format", format]).out).expect("JSON")
    };
    let replacement =
        &read("sarif")["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], " ");
    let region = &replacement["deletedRegion"];
    let columns = (region["startColumn"].as_u64(), region["endColumn"].as_u64());
    assert_eq!(columns.1.zip(columns.0).map(|(end, start)| end - start), Some(2));
    let text = &read("rdjson")["diagnostics"][0]["suggestions"][0]["text"];
    assert!(text.as_str().is_some_and(|line| line.ends_with("= Thé bridge closes at 6 p.m.")), "{text}");
}

#[test]
fn a_changed_term_touches_the_translations_that_use_it() {
    let other = "La ville est belle.\n\nLe port dort.\n";
    let dir = Dir::project(&[
        ("content/pont.md", DOCUMENT),
        ("content/ville.md", other),
        (".gitignore", ".drogman/\n"),
    ]);
    dir.put("locales/en/terms.ftl", "-ville = Lyons\n-river = the { -ville } river\n-idle = idle\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.translate_one(CATALOG, "Il rouvre", "It reopens at 9 a.m. with 75 officers.");
    dir.translate_one(CATALOG, "La rive", "The bank of { -river } is calm.");
    let of_unit = |french: &str| {
        let text = dir.text("locales/en/ville.ftl");
        let at = text.find(&format!("# fr: {french}")).expect("the unit");
        let id =
            text[..at].rsplit("# @unit ").next().expect("an id").lines().next().expect("a line").to_owned();
        (at, id)
    };
    let (_, id) = of_unit("La ville");
    let text = dir.text("locales/en/ville.ftl");
    let line = "# fr: La ville est belle.\n";
    dir.put("locales/en/ville.ftl", text.replace(line, &format!("{line}{id} = {{ -ville }} is  fine.\n")));
    dir.git(&["init", "-q", "-b", "main"]);
    dir.commit();
    dir.git(&["checkout", "-q", "-b", "work"]);
    dir.replace("locales/en/terms.ftl", "idle = idle", "idle = lazy");
    let units = |dir: &Dir| {
        let status = dir.run(&["status", "--format", "json", "--since", "main"]).out;
        let value: serde_json::Value = serde_json::from_str(&status).expect("JSON");
        value["locales"][0]["units"].as_u64().expect("a number")
    };
    assert_eq!(units(&dir), 0);
    assert!(dir.run(&["check", "--since", "main"]).out.contains("no findings"));
    // The term is used by one sentence, and through another term by a second.
    dir.replace("locales/en/terms.ftl", "Lyons", "Lyon");
    assert_eq!(units(&dir), 2);
    let check = dir.run(&["check", "--since", "main"]).out;
    assert!(check.contains("two spaces") && check.contains("1 warning in 1 file"), "{check}");
    // Nothing is accepted by that.
    let accept = dir.run(&["accept", "--all", "--since", "main"]);
    assert!(!accept.out.contains("ville#"), "{}", accept.out);
}

/// A page that a language has nothing of is one line of a report, whatever a branch changes in it.
#[test]
fn a_page_that_nobody_has_begun_is_one_line_of_a_branch_too() {
    let dir = repository();
    dir.git(&["checkout", "-q", "main"]);
    dir.put("content/port.md", "Le port dort. Le phare veille. Le bac attend.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.commit();
    dir.git(&["checkout", "-q", "-B", "work"]);
    dir.put("content/port.md", "Le port dort ici. Le phare veille. Le bac attend là.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    let told = "`port` has no translation in `en` yet; 2 of its 3 sentences are new or have changed";
    for format in ["text", "github", "markdown", "gitlab"] {
        let run = dir.run(&["check", "--since", "main", "--format", format]);
        let out = run.out.replace("\\`", "`");
        assert_eq!((run.status, out.matches(told).count()), (1, 1), "{format}: {out}");
        assert!(!out.contains("not translated yet"), "{format}: {out}");
    }
    let json = dir.run(&["check", "--since", "main", "--format", "json"]).out;
    assert_eq!(json.matches("not translated yet").count(), 2, "{json}");
    // One sentence is named.
    dir.put("content/port.md", "Le port dort. Le phare veille. Le bac attend là.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    let out = dir.run(&["check", "--since", "main"]).out;
    assert!(out.contains("not translated yet: Le bac attend là."), "{out}");
    // A new page is one line, and its words are counted.
    dir.put("content/quai.md", "Le quai dort. La digue tient.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    let out = dir.run(&["check", "--since", "main"]).out;
    assert!(out.contains("`quai` has no translation in `en` yet: 2 sentences, 6 words"), "{out}");
}

/// A rename, and a passage that moves to another page, bring old debts along and make none.
#[test]
fn what_moves_with_its_page_is_not_what_the_branch_did() {
    let dir = repository();
    dir.git(&["checkout", "-q", "main"]);
    dir.put("content/port.md", "# Le port\n\nLe phare veille.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    // Debts of old: a stale unit, doubled spaces, a line that is nothing.
    dir.replace(CATALOG, "# fr: Le pont ferme à 18 h.", "# fr: Le pont ferme à 17 h.");
    dir.replace(CATALOG, "with 75 officers", "with 75  officers");
    dir.edit(CATALOG, |text| text.replacen("\n\n# @unit", "\n\nwhat is this\n\n# @unit", 1));
    dir.commit();
    dir.git(&["checkout", "-q", "-B", "work"]);
    let whole = dir.run(&["check"]).out;
    assert!(whole.contains("4 errors and 1 warning") && whole.contains("syntax"), "{whole}");
    dir.git(&["mv", "content/pont.md", "content/passerelle.md"]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let check = dir.run(&["check", "--since", "main"]);
    assert!(check.status == 0 && check.out.contains("no findings"), "{}", check.out);
    // A sentence that moves on alone.
    dir.replace("content/passerelle.md", "\n\nLa rive est calme.", "");
    dir.replace("content/port.md", "veille.\n", "veille.\n\nLa rive est calme.\n");
    assert!(dir.run(&["sync"]).out.contains("from passerelle"));
    let check = dir.run(&["check", "--since", "main"]);
    assert!(check.status == 0 && check.out.contains("no findings"), "{}", check.out);
    // What is written there is of the branch all the same.
    dir.replace("locales/en/passerelle.ftl", "75  officers", "75  agents");
    let check = dir.run(&["check", "--since", "main"]).out;
    assert!(check.contains("warning[spaces]") && check.contains("1 warning in 1 file"), "{check}");
}

/// What a project has settled to live with moves with its page, too.
/// The page has another name on `main`, where nobody has run `sync` since.
#[test]
fn a_rename_that_no_sync_has_followed_is_not_what_the_branch_did() {
    let dir = repository();
    dir.replace(CATALOG, "75 officers", "57 officers");
    dir.git(&["checkout", "-q", "-B", "main"]);
    dir.git(&["mv", "content/pont.md", "content/passerelle.md"]);
    dir.commit();
    dir.git(&["checkout", "-q", "-B", "work"]);
    let found = |dir: &Dir| check(dir, &["--policy", "pull-request"]);

    dir.replace("content/passerelle.md", "La rive est calme.", "La rive est très calme.");
    let (status, findings) = found(&dir);
    assert_eq!(status, 0, "the wrong number is an old one: {findings:?}");
    dir.git(&["mv", "content/passerelle.md", "content/quai.md"]);
    let (status, findings) = found(&dir);
    assert_eq!(status, 0, "renamed once more: {findings:?}");

    let text = dir.text(CATALOG);
    let lines = text.lines().filter(|line| !line.ends_with(" = The bridge closes at 6 p.m."));
    dir.put(CATALOG, lines.collect::<Vec<_>>().join("\n") + "\n");
    let (status, findings) = found(&dir);
    assert_eq!(status, 1, "a translation is gone: {findings:?}");
}

/// Both branches have merged an older state of each other: git knows several last common commits.
#[test]
fn what_the_other_branch_has_word_for_word_is_not_what_this_one_did() {
    let dir = repository();
    dir.put("content/rive.md", "La rive nord est fermée.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.commit();
    dir.git(&["branch", "older"]);
    dir.git(&["checkout", "-q", "main"]);
    dir.replace(CATALOG, "75 officers", "57 officers");
    dir.commit();
    dir.git(&["branch", "mistake"]);
    dir.git(&["merge", "-q", "--no-edit", "older"]);
    dir.git(&["checkout", "-q", "work"]);
    dir.git(&["merge", "-q", "--no-edit", "--no-ff", "mistake"]);
    assert_eq!(check(&dir, &["--policy", "pull-request"]), (0, Vec::new()));
}

/// A tool that writes catalogs anew may put other spaces round the signs.
#[test]
fn spaces_round_the_sign_are_no_change_of_a_translation() {
    let dir = repository();
    dir.replace(CATALOG, "75 officers", "57 officers");
    dir.git(&["checkout", "-q", "-B", "main"]);
    dir.commit();
    dir.git(&["checkout", "-q", "-B", "work"]);
    let text = dir.text(CATALOG);
    dir.put(CATALOG, text.replace(" = ", " =  "));
    assert_eq!(check(&dir, &["--policy", "pull-request"]), (0, Vec::new()));
    dir.replace(CATALOG, "57 officers", "58 officers");
    assert_eq!(check(&dir, &["--policy", "pull-request"]).0, 1);
}

/// What can't be read in the catalog of a page that was renamed is told once.
#[test]
fn a_slip_in_the_catalog_of_a_renamed_page_is_told_once() {
    let dir = repository();
    dir.replace(CATALOG, " = The bridge", " The bridge");
    let told = |dir: &Dir| {
        let (_, findings) = check(dir, &["--only", "syntax"]);
        findings.len()
    };
    assert_eq!(told(&dir), 1);
    dir.git(&["mv", "content/pont.md", "content/passerelle.md"]);
    assert_eq!(told(&dir), 1);
}

#[test]
fn a_baseline_knows_the_debts_of_a_renamed_page() {
    let dir = repository();
    dir.replace(CATALOG, "with 75 officers", "with 75  officers");
    assert_eq!(dir.run(&["check", "--write-baseline", "known"]).status, 0);
    dir.git(&["mv", "content/pont.md", "content/passerelle.md"]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let check = dir.run(&["check", "--baseline", "known"]);
    assert!(check.status == 0 && check.out.contains("no findings"), "{}", check.out);
    dir.replace("locales/en/passerelle.ftl", "closes at", "closes  at");
    let check = dir.run(&["check", "--baseline", "known"]);
    assert!(check.out.contains("1 warning in 1 file"), "{}", check.out);
}

#[test]
fn before_the_first_commit_all_is_new() {
    let dir = Dir::project(&[("content/pont.md", DOCUMENT)]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.git(&["init", "-q", "-b", "main"]);
    let run = dir.run(&["check", "--since", "HEAD", "--policy", "pull-request"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.err.contains("all is new") && run.out.contains("no translation"), "{}{}", run.err, run.out);
}

#[test]
fn an_empty_name_of_a_commit_is_told_as_such() {
    let dir = repository();
    for nothing in ["", " ", &"0".repeat(40)] {
        let run = dir.run(&["check", "--since", nothing]);
        assert_eq!(run.status, 2);
        assert!(run.err.contains("--since is empty") && run.err.contains("base.sha"), "{}", run.err);
    }
}

#[test]
fn a_hook_stops_until_git_has_the_catalogs() {
    let dir = repository();
    assert_eq!(dir.run(&["sync", "--hook"]).status, 0);
    dir.put("content/neuf.md", "Le quai est neuf.\n");
    // Also the second time, when there is nothing more to write.
    for _ in 0..2 {
        let run = dir.run(&["-q", "sync", "--hook"]);
        assert_eq!(run.status, 1, "{}", run.err);
        assert!(
            run.err.contains("git add 'locales/en/neuf.ftl'") && run.out.is_empty(),
            "{}{}",
            run.err,
            run.out
        );
    }
    dir.git(&["add", "-A"]);
    assert_eq!(dir.run(&["sync", "--hook"]).status, 0);
}

#[test]
fn quiet_says_nothing_of_what_was_done() {
    let dir = repository();
    dir.replace("content/pont.md", "75 agents", "76 agents");
    for arguments in [&["sync", "-q"][..], &["accept", "-q", "--all"], &["build", "-q"], &["prune", "-q"]] {
        let run = dir.run(arguments);
        assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""), "{arguments:?}");
    }
    // What was asked for is said.
    assert!(dir.run(&["status", "-q"]).out.contains("en"));
    assert!(!dir.run(&["sync", "-q", "--dry-run"]).out.is_empty());
}
