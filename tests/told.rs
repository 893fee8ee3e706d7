//! What the commands that write tell people: which unit, why not, and what would be, before it is.

mod support;

use support::Dir;

const CATALOG: &str = "locales/en/gare.ftl";
const PAGE: &str = "# La gare\n\nLa gare ferme à 18 h. Le quai reste ouvert.\n";

/// A page of three sentences; the second is translated.
fn project() -> Dir {
    let dir = Dir::project(&[("content/gare.md", PAGE)]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.translate_one(CATALOG, "La gare ferme à 18 h.", "The station closes at 6 p.m.");
    dir
}

/// The id of the unit whose French begins so.
fn id(dir: &Dir, french: &str) -> String {
    dir.id(CATALOG, french)
}

/// What an author does to the pages.
type Happen = fn(&Dir);

fn remove(dir: &Dir, file: &str) {
    std::fs::remove_file(dir.path(file)).expect("a file");
}

#[test]
fn a_unit_that_can_not_be_accepted_is_told_why() {
    let dir = project();
    let current = id(&dir, "La gare ferme");
    let run = dir.run(&["accept", &current]);
    assert_eq!((run.status, run.out.as_str()), (0, "Nothing to accept.\n"), "{}", run.err);
    assert!(run.err.contains(&format!("en  gare#{current}  is current already")), "{}", run.err);
    let missing = id(&dir, "Le quai");
    let run = dir.run(&["accept", &missing]);
    let line = format!(
        "en  gare#{missing}  left as it is: there is no translation to accept; write one under its `# fr:` line"
    );
    assert!(run.err.contains(&line), "{}", run.err);
}

#[test]
fn all_units_and_some_are_not_accepted_at_once() {
    let run = project().run(&["accept", "--all", "gare"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("error: --all is for all stale units, and `gare` names some\n"), "{}", run.err);
    assert!(
        run.err.contains("only those: drogman accept 'gare'\n") && !run.err.contains("Usage"),
        "{}",
        run.err
    );
}

#[test]
fn a_page_in_which_nothing_can_be_accepted_is_told_why() {
    let run = project().run(&["accept", "gare"]);
    assert!(run.err.contains("1 unit is current already\n"), "{}", run.err);
    assert!(run.err.contains("left as it is: there is no translation to accept"), "{}", run.err);
    assert!(run.err.contains("(2 units)\n"), "{}", run.err);
}

#[test]
fn accept_without_arguments_says_what_to_write() {
    let run = project().run(&["accept", "--unverified"]);
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("all that is stale or unverified: drogman accept --all --unverified"),
        "{}",
        run.err
    );
    let run = project().run(&["accept", "--minor"]);
    assert_eq!(run.status, 2);
    let line = "all that changed in spelling, punctuation or capitals only: drogman accept --all --minor\n";
    assert!(run.err.contains(line), "{}", run.err);
    assert!(!run.err.contains("all that is stale"), "{}", run.err);
    // The rule tells what does it.
    let run = project().run(&["explain", "stale-minor"]);
    assert!(run.out.contains("`accept --all --minor`"), "{}", run.out);
}

#[test]
fn arguments_that_lack_another_are_answered_with_what_to_write() {
    let dir = project();
    for (arguments, help) in [
        (vec!["accept", "--proposal"], "drogman accept --proposal ADDRESS"),
        (vec!["accept", "--from", "gare-x"], "drogman accept --from 'gare-x' ADDRESS"),
        (vec!["accept", "en"], "a language is named by its option: --locale en"),
        (vec!["diff", "en"], "a language is named by its option: --locale en"),
    ] {
        let run = dir.run(&arguments);
        assert_eq!(run.status, 2, "{arguments:?}");
        assert!(run.err.contains(help), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn a_dry_run_speaks_of_what_would_be() {
    let dir = project();
    dir.put("content/gare.md", PAGE.replace("18 h", "19 h"));
    let run = dir.run(&["accept", "--all", "--dry-run"]);
    // Its translation has the old hour.
    assert!(run.err.contains("left as it is: a number or date changed"), "{}", run.err);
    let address = run.err.split_whitespace().find(|word| word.contains('#')).expect("an address").to_owned();
    let run = dir.run(&["accept", &address, "--dry-run"]);
    assert!(run.out.contains("  would be accepted\n"), "{}", run.out);
    assert!(!run.out.contains("  accepted"), "{}", run.out);
}

#[test]
fn a_dry_run_of_sync_names_each_catalog_and_what_would_change() {
    let dir = project();
    dir.put("content/gare.md", PAGE.replace("Le quai", "Le hall") + "\nLe parvis est fermé.\n");
    dir.put("content/port.md", "Le port dort.\n");
    let files = dir.files();
    let run = dir.run(&["sync", "--dry-run"]);
    assert_eq!(run.status, 1, "{}", run.err);
    for line in [
        "locales/en/gare.ftl  would change: 1 new unit, 1 changed French line\n",
        "locales/en/port.ftl  would be made: 1 new unit\n",
        "locales/fr/gare.ftl  would change: 1 new unit, 1 changed sentence\n",
        "locales/fr/port.ftl  would be made: 1 new unit\n",
        "4 catalogs would be written.\n",
    ] {
        assert!(run.out.contains(line), "{line}{}", run.out);
    }
    assert_eq!(dir.files(), files);
}

#[test]
fn prune_shows_what_goes() {
    let dir = project();
    let id = id(&dir, "La gare ferme");
    dir.put("content/gare.md", "# La gare\n\nLe quai reste ouvert.\n");
    dir.run(&["sync"]);
    dir.translate_one(CATALOG, "La gare", "The station");
    let line = format!("{id}  La gare ferme à 18 h. = The station closes at 6 p.m.");
    let run = dir.run(&["prune", "--dry-run"]);
    assert!(run.out.starts_with(&format!("locales/en/gare.ftl\n  would remove  {line}")), "{}", run.out);
    assert!(run.out.ends_with("\n1 obsolete unit would be removed.\n"), "{}", run.out);
    let run = dir.run(&["prune"]);
    assert!(run.out.starts_with(&format!("locales/en/gare.ftl\n  removed  {line}")), "{}", run.out);
    assert!(run.out.ends_with("\n1 obsolete unit removed.\n"), "{}", run.out);
}

#[test]
fn the_worklist_in_markdown_says_what_the_one_in_text_says() {
    let dir = project();
    let id = id(&dir, "La gare ferme");
    dir.put("content/gare.md", PAGE.replace("18 h", "19 h"));
    let run = dir.run(&["todo", "--format", "markdown"]);
    let head = format!("- [ ] `locales/en/gare.ftl:8` · stale, major · 1 word · `gare#{id}`");
    let task = [
        head.as_str(),
        "  - before: `La gare`",
        "  - was: `La gare ferme à [-18-] h.`",
        "  - now: `La gare ferme à {+19+} h.`",
        "  - because: number: 18 h → 19 h",
        "  - after: `Le quai reste ouvert.`",
        "  - en: `The station closes at 6 p.m.`",
        "  - when it is right: `# fr: La gare ferme à 19 h.`",
        "",
    ];
    assert!(run.out.contains(&task.join("\n")), "{}", run.out);
    let quay = crate::id(&dir, "Le quai");
    assert!(run.out.contains(&format!(" · missing · 4 words · `gare#{quay}`\n")), "{}", run.out);
    assert!(run.out.contains(&format!("  - write under it: `{quay} = …`\n")), "{}", run.out);
    assert!(!run.out.contains(&format!("write under it: `{id}")), "{}", run.out);
}

#[test]
fn prune_leaves_what_the_worklist_still_offers() {
    let page = "# La gare\n\nAppelez la gare pour réserver une place. Écrivez au chef de gare si besoin.\n";
    let dir = Dir::project(&[("content/gare.md", page)]);
    dir.run(&["sync"]);
    let (first, second) = (id(&dir, "Appelez"), id(&dir, "Écrivez"));
    let catalog = dir.text("locales/en/gare.ftl");
    let catalog =
        catalog.replacen("place.\n", &format!("place.\n{first} = Call the station to book a seat.\n"), 1);
    let catalog =
        catalog.replacen("besoin.\n", &format!("besoin.\n{second} = Write to its head if needed.\n"), 1);
    dir.put("locales/en/gare.ftl", catalog);
    dir.put("content/gare.md", page.replace(". Écrivez", ", ou écrivez"));
    dir.run(&["sync"]);
    let todo = dir.run(&["todo"]).out;
    assert!(todo.contains("took in"), "{todo}");
    let files = dir.files();
    for arguments in [&["prune", "--dry-run"][..], &["prune"]] {
        let out = dir.run(arguments).out;
        let (gone, kept) =
            if out.contains(&format!("stays  {first}")) { (&first, &second) } else { (&second, &first) };
        assert!(out.contains(&format!("  stays  {gone}  ")), "{out}");
        assert!(out.contains(&format!("(`drogman todo` offers it for {kept})\n")), "{out}");
        assert!(out.ends_with(
            "\n1 obsolete unit stays until the one that it may serve is translated or accepted.\n"
        ));
        assert!(dir.files() == files, "{out}");
    }
    // Accepted, the unit asks for nothing more; nor does any other.
    dir.translate_one(CATALOG, "La gare", "The station");
    assert_eq!(dir.run(&["accept", "--all"]).status, 0);
    let out = dir.run(&["prune"]).out;
    assert!(out.ends_with("\n1 obsolete unit removed.\n"), "{out}");
}

#[test]
fn a_proposal_of_other_french_is_a_note() {
    let dir = Dir::project(&[("content/gare.md", "Le quai est ouvert.\n")]);
    dir.run(&["sync"]);
    dir.translate_one(CATALOG, "Le quai est ouvert.", "The quay is open.");
    dir.put("content/port.md", "Le quai est ouvert.\n");
    dir.run(&["sync"]);
    assert!(dir.text("locales/en/port.ftl").contains("\n# proposal: The quay is open.\n"));
    dir.put("content/port.md", "Le quai est fermé.\n");
    // Neither before the next sync nor after it does anybody accept it for today's French.
    let catalog = dir.text("locales/en/port.ftl");
    let id = catalog.lines().find_map(|line| line.strip_prefix("# @unit ")).expect("a unit");
    let run = dir.run(&["accept", "--proposal", &format!("port#{id}")]);
    assert!(run.err.contains("its proposal is for other French than today's"), "{}{}", run.out, run.err);
    dir.run(&["sync"]);
    let catalog = dir.text("locales/en/port.ftl");
    assert!(catalog.contains("\n# note: The quay is open. (for: Le quai est ouvert.)\n"), "{catalog}");
    dir.run(&["accept", "--proposal", "port"]);
    assert_eq!(dir.text("locales/en/port.ftl"), catalog);
}

#[test]
fn words_at_a_unit_without_a_translation_stay_when_it_moves_or_leaves() {
    let page = "# La gare\n\nLe quai est ouvert. La salle est fermée.\n";
    let written = [
        ("over the French", "# fr: Le quai est ouvert.\n", "# fr: The quay is open.\n"),
        (
            "in a second line",
            "# fr: Le quai est ouvert.\n",
            "# fr: Le quai est ouvert.\n# fr: The quay is open.\n",
        ),
        (
            "behind the id",
            "\n# fr: Le quai est ouvert.\n",
            " = The quay is open.\n# fr: Le quai est ouvert.\n",
        ),
    ];
    let happens: [(&str, Happen); 4] = [
        ("the page is renamed", |dir| {
            dir.put("content/port.md", dir.text("content/gare.md"));
            remove(dir, "content/gare.md");
        }),
        ("the sentence leaves", |dir| dir.put("content/gare.md", "# La gare\n\nLa salle est fermée.\n")),
        ("the sentence moves", |dir| {
            dir.put("content/gare.md", "# La gare\n\nLa salle est fermée.\n");
            dir.put("content/port.md", "# Le port\n\nLe quai est ouvert.\n");
        }),
        ("the page goes", |dir| {
            remove(dir, "content/gare.md");
            dir.put("content/port.md", "# Le port\n\nUn bac part.\n");
        }),
    ];
    for (where_, from, to) in written {
        for (what, happen) in &happens {
            let dir = Dir::project(&[("content/gare.md", page)]);
            dir.run(&["sync"]);
            let catalog = dir.text("locales/en/gare.ftl");
            assert!(catalog.contains(from), "{catalog}");
            dir.put("locales/en/gare.ftl", catalog.replacen(from, to, 1));
            happen(&dir);
            assert_eq!(dir.run(&["sync"]).status, 0);
            let is_kept = || {
                dir.files()
                    .iter()
                    .any(|(_, text)| String::from_utf8_lossy(text).contains("The quay is open."))
            };
            assert!(is_kept(), "{where_}, {what}: the words are lost");
            let files = dir.files();
            assert_eq!(dir.run(&["sync"]).status, 0);
            assert!(is_kept(), "{where_}, {what}: the words are lost by the second sync");
            assert!(dir.files() == files, "{where_}, {what}: the second sync changes something");
        }
    }
}

#[test]
fn a_line_without_its_id_stays_below_its_unit() {
    for line in ["The quay is open.\n", "    The quay is open.\n"] {
        let dir = Dir::project(&[("content/gare.md", "Le quai est ouvert. La salle est fermée.\n")]);
        dir.run(&["sync"]);
        let french = "# fr: Le quai est ouvert.\n";
        let catalog = dir.text("locales/en/gare.ftl");
        dir.put("locales/en/gare.ftl", catalog.replacen(french, &format!("{french}{line}"), 1));
        dir.put("content/gare.md", "Le quai est ouvert. Un bac part. La salle est fermée.\n");
        dir.run(&["sync"]);
        let catalog = dir.text("locales/en/gare.ftl");
        assert!(catalog.contains(&format!("{french}{line}\n# @unit ")), "{catalog}");
        assert!(catalog.contains("# fr: Un bac part.\n"), "{catalog}");
    }
}

#[test]
fn prune_leaves_what_a_page_out_of_reach_may_need() {
    let page = "Le quai est ouvert.\n";
    let happens: [(&str, Happen, &str); 4] = [
        (
            "no document",
            |dir| {
                dir.put("drogman.toml", dir.text("drogman.toml") + "[documents]\nexclude = [\"gare.md\"]\n")
            },
            "gare.md is there; drogman.toml makes it no document",
        ),
        (
            "not translated for now",
            |dir| {
                remove(dir, "content/gare.md");
                dir.put("content/atelier/gare.md", "---\ntranslate: false\n---\n\nLe quai est ouvert.\n");
            },
            "a page says it that is not translated for now",
        ),
        (
            "can't be read",
            |dir| {
                remove(dir, "content/gare.md");
                dir.put("content/port.md", "<<<<<<< a\nLe quai est ouvert.\n=======\nUn bac.\n>>>>>>> b\n");
            },
            "content/port.md can't be read, and may say it",
        ),
        (
            "no page",
            |dir| {
                remove(dir, "content/gare.md");
                remove(dir, "content/bac.md");
            },
            "there is no document below content/: nothing is removed",
        ),
    ];
    for (what, happen, why) in happens {
        let dir = Dir::project(&[("content/gare.md", page), ("content/bac.md", "Un bac part.\n")]);
        dir.run(&["sync"]);
        let id = dir.text("locales/en/gare.ftl");
        let id = id.lines().find_map(|line| line.strip_prefix("# @unit ")).expect("a unit").to_owned();
        let catalog = dir.text("locales/en/gare.ftl");
        dir.put("locales/en/gare.ftl", format!("{}\n{id} = The quay is open.\n", catalog.trim_end()));
        happen(&dir);
        dir.run(&["sync"]);
        let run = dir.run(&["prune"]);
        assert!(run.out.contains(why) || run.err.contains(why), "{what}: {}{}", run.out, run.err);
        assert!(dir.text("locales/en/gare.ftl").contains("The quay is open."), "{what}: {}", run.out);
    }
}

#[test]
fn prune_asks_no_picture_that_has_the_name_of_its_page() {
    let dir =
        Dir::project(&[("content/gare.md", "Le quai est ouvert.\n"), ("content/bac.md", "Un bac part.\n")]);
    dir.put("content/gare.png", "");
    dir.run(&["sync"]);
    dir.translate_one(CATALOG, "Le quai est ouvert.", "The quay is open.");
    remove(&dir, "content/gare.md");
    dir.run(&["sync"]);
    let run = dir.run(&["prune"]);
    assert!(run.out.ends_with("\n1 obsolete unit and 1 empty catalog removed.\n"), "{}{}", run.out, run.err);
}

#[test]
fn a_catalog_names_its_document() {
    let dir =
        Dir::project(&[("content/gare.md", "La gare est fermée.\n"), ("content/quai.md", "Le quai.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let run = dir.run(&["check", "locales/en/gare.ftl"]);
    assert!(run.out.contains("La gare") && !run.out.contains("quai"), "{}{}", run.out, run.err);
}

#[test]
fn a_baseline_says_how_much_it_hides() {
    let dir = Dir::project(&[("content/gare.md", "La gare est fermée.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    assert_eq!(dir.run(&["check", "--write-baseline", "known"]).status, 0);
    let run = dir.run(&["check", "--baseline", "known"]);
    assert_eq!((run.status, run.err.as_str()), (0, "1 finding that the baseline knows is not shown\n"));
    // What was mended would be hidden if it came back.
    let catalog = dir.text("locales/en/gare.ftl");
    let id = catalog.split("# @unit ").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("an id");
    dir.put("locales/en/gare.ftl", format!("{}\n{id} = The station is closed.\n", catalog.trim_end()));
    let run = dir.run(&["check", "--baseline", "known"]);
    let told = "1 finding of the baseline can't be found any more; so that none comes back unseen: drogman check --write-baseline known\n";
    assert_eq!((run.status, run.err.as_str()), (0, told));
}

/// One of a part would take the place of one that knows the other findings.
#[test]
fn a_baseline_is_of_all_findings() {
    let dir = Dir::project(&[("content/gare.md", "La gare est fermée.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    assert_eq!(dir.run(&["check", "--write-baseline", "known"]).status, 0);
    let known = dir.text("known");
    for part in [
        &["--only", "numbers"][..],
        &["--skip", "states"],
        &["--since", "main"],
        &["--locale", "en"],
        &["gare"],
    ] {
        let run = dir.run(&[&["check", "--write-baseline", "known"], part].concat());
        assert_eq!((run.status, dir.text("known")), (2, known.clone()), "{part:?}");
        assert!(run.err.contains("a baseline is of all findings"), "{}", run.err);
    }
    let run = dir.run(&["check", "--baseline", "known", "--only", "missing"]);
    assert_eq!((run.status, run.err.as_str()), (0, "1 finding that the baseline knows is not shown\n"));
}

#[test]
fn what_a_form_does_not_show_is_refused() {
    let dir = project();
    for (arguments, told) in [
        (&["status", "--units", "--format", "markdown"][..], "a table in Markdown counts units"),
        (
            &["segment", "content/gare.md", "--explain", "--format", "jsonl"],
            "--explain tells of cuts, in text",
        ),
        (&["check", "--list-rules", "--format", "json"], "'--list-rules' cannot be used with '--format"),
    ] {
        let run = dir.run(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains(told), "{}", run.err);
    }
}

#[test]
fn the_french_that_would_be_built_over_itself_is_left_out_by_a_setting() {
    let dir = Dir::project(&[("content/fr/gare.md", PAGE)]);
    dir.put(
        "drogman.toml",
        "[project]\nsource = \"fr\"\nlocales = [\"en\"]\ncontent = \"content/fr\"\noutput = \"content\"\n",
    );
    dir.run(&["sync"]);
    let run = dir.run(&["build"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("leave the French where it is: build.source = false"), "{}", run.err);
    dir.edit("drogman.toml", |text| format!("{text}[build]\nsource = false\n"));
    assert_eq!(dir.run(&["build"]).status, 0);
}

#[test]
fn a_report_that_was_not_written_is_not_told_as_written() {
    let dir = project();
    let run = dir.run(&["check", "--write-baseline", "nowhere/base"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("could not be written") && !run.err.contains("written to"), "{}", run.err);
    assert!(run.err.contains("help: make its folder first: nowhere\n"), "{}", run.err);
    let run = dir.run(&["check", "--output", "json=report", "--output", "sarif=report"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""), "{}", run.err);
    assert!(run.err.contains("two reports can't be written to one file, `report`"), "{}", run.err);
}

#[test]
fn no_report_takes_the_place_of_what_a_person_wrote() {
    let dir = project();
    dir.put("notes.txt", "À faire.\n");
    dir.put("image.png", b"\x89PNG\r\n\x1a\n");
    let files = dir.files();
    for file in ["locales/en/gare.ftl", "content/gare.md", "drogman.toml", "./content/../drogman.toml"] {
        assert!(dir.has(file), "{file}");
        let run = dir.run(&["check", "--output", &format!("sarif={file}"), "--output", "json=report.json"]);
        assert_eq!(run.status, 2, "{file}");
        assert!(run.err.contains(&format!("the report `{file}` could not be written")), "{}", run.err);
        assert!(run.err.contains("would be lost"), "{}", run.err);
        std::fs::remove_file(dir.path("report.json")).expect("the other report is written");
        assert_eq!(dir.run(&["check", "--write-baseline", file]).status, 2, "{file}");
    }
    // Nor a place where the next run would read it as that.
    for file in ["content/rapport.md", "locales/en/rapport.ftl", "glossary.toml"] {
        for arguments in [["--output", &format!("json={file}")], ["--write-baseline", file]] {
            let run = dir.run(&["check", arguments[0], arguments[1]]);
            assert!(run.err.contains("it would be read as "), "{file}: {}", run.err);
            assert!(!dir.has(file), "{file}");
        }
    }
    for file in ["notes.txt", "image.png"] {
        let run = dir.run(&["check", "--write-baseline", file]);
        assert!(
            run.status == 2 && run.err.contains("is no baseline of drogman: it would be lost"),
            "{}",
            run.err
        );
    }
    // Also where nothing tells what a project has.
    dir.put("drogman.toml", "[project\n");
    assert_eq!(dir.run(&["check", "--output", "sarif=drogman.toml"]).status, 2);
    assert_eq!(dir.text("drogman.toml"), "[project\n");
    dir.put("drogman.toml", files["drogman.toml"].as_slice());
    assert_eq!(dir.files(), files);
    // An older report or baseline may be written anew.
    dir.put("report.json", "{}\n");
    for _ in 0..2 {
        assert_ne!(dir.run(&["check", "--output", "json=report.json"]).status, 2);
        assert_eq!(dir.run(&["check", "--write-baseline", "known"]).status, 0);
    }
}

#[test]
fn no_language_is_taken_for_a_misspelt_other_one() {
    let run = project().run(&["check", "--locale", "fr"]);
    assert!(run.err.contains("help: there is en") && !run.err.contains("did you mean"), "{}", run.err);
}

#[test]
fn every_report_tells_of_a_glossary_that_can_not_be_read() {
    let dir = translated(|id| format!("{id} = The stop is closed.\n"));
    dir.put(
        "glossary.toml",
        "[[term]]\nfrench = \"gare\"\nen = \"station\"\n[[term]]\nfrench = \"gare\"\nen = { use = \"station\" }\n",
    );
    for format in ["json", "github", "sarif", "gitlab", "junit", "rdjson", "markdown"] {
        let run = dir.run(&["check", "--format", format]);
        assert_eq!(run.status, 2, "{format}");
        for words in ["unreadable", "glossary.toml", "stand in braces"] {
            assert!(run.out.contains(words), "{format}: {words}: {}", run.out);
        }
        // The term that can be read counts.
        assert!(run.out.contains("is not translated as the glossary wants"), "{format}: {}", run.out);
    }
    let run = dir.run(&["check"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("3 | en = \"station\"\n"), "{}", run.err);
    assert!(run.out.ends_with("1 warning in 1 file; 1 file can't be read\n"), "{}", run.out);
    let run = dir.run(&["check", "--skip", "glossary"]);
    assert!(run.out.ends_with("no findings; 1 file can't be read\n"), "{}", run.out);
}

#[test]
fn every_command_says_the_same_of_a_stale_translation() {
    let dir = translated(|id| format!("{id} = The station is closed.\n"));
    for french in ["La Gare est fermée.\n", "La gare est ouverte.\n"] {
        dir.put("content/gare.md", french);
        for command in ["check", "todo", "diff"] {
            let run = dir.run(&[command]);
            assert!(run.out.contains("correct the translation if need be, then"), "{command}: {}", run.out);
        }
    }
}

#[test]
fn every_report_tells_of_settings_that_can_not_be_read() {
    let dir = translated(|id| format!("{id} = The station is closed.\n"));
    let settings = dir.text("drogman.toml");
    for (broken, words) in [
        (format!("{settings}content = 3\n"), "must be a text in quotes"),
        (settings.replace("\"fr\"", "\"de\""), "sentences of the source language"),
        (format!("{settings}content = \"absent\"\n"), "absent"),
    ] {
        dir.put("drogman.toml", &broken);
        for format in ["json", "github", "sarif", "gitlab", "junit", "rdjson", "markdown"] {
            let run = dir.run(&["check", "--format", format]);
            assert_eq!(run.status, 2, "{format}");
            assert!(run.out.contains("unreadable") && run.out.contains(words), "{format}: {}", run.out);
            assert!(run.err.contains(words), "{format}: {}", run.err);
        }
        let run = dir.run(&["check", "--output", "markdown=comment.md"]);
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(dir.text("comment.md").contains(words));
    }
}

#[test]
fn what_other_fluent_tools_can_not_read_is_told() {
    let dir = translated(|id| format!("{id} = The station is closed.\n"));
    let locales = |text: &str| {
        dir.put("l10n.toml", text);
        dir.run(&["check", "--only", "locales"]).out
    };
    assert_eq!(locales("basepath = \".\"\nlocales = [\"en\"]\n"), "no findings\n");
    let others = locales("basepath = \".\"\nlocales = [\"en\", \"de\"]\n");
    assert!(others.contains("of other locales than drogman.toml\n --> l10n.toml:2:11\n"), "{others}");
    let broken = locales("locales = [\"en\"\n");
    assert!(broken.contains("warning[locales]: the bracket that ends this list is missing"), "{broken}");
    let wrong = locales("locales = \"en\"\n");
    assert!(wrong.contains("`locales` must be a list of texts, not a text"), "{wrong}");
}

#[test]
fn sync_does_not_hide_that_it_is_not_sure_of_a_sentence_elsewhere() {
    let others = "La gare rouvrira lundi à six heures après deux ans de travaux.\n\n\
                  Le musée ferme ses portes pour l’hiver.\n\n\
                  Un nouveau pont enjambe la rivière depuis samedi matin.\n";
    let moved = |now: &str| {
        let was = "Le conseil régional a voté mardi une aide de trois millions aux éleveurs de porcs.";
        let dir = Dir::project(&[("content/gare.md", &format!("{was}\n\n{others}"))]);
        assert_eq!(dir.run(&["sync"]).status, 0);
        dir.put("content/gare.md", format!("{others}\n{now}\n"));
        dir.run(&["sync"]).out
    };
    let far = moved("Le conseil régional a voté une aide de quatre cents euros aux marins du port.");
    assert!(far.contains("major, moved, if it is the same sentence: "), "{far}");
    let near = moved("Le conseil régional a voté mardi une aide de six millions aux éleveurs de porcs.");
    assert!(near.contains("major, moved: "), "{near}");
}

#[test]
fn what_is_asked_of_a_locale_is_told_with_its_line() {
    let dir = Dir::project(&[("content/gare.md", "La gare est fermée.\n")]);
    dir.put("drogman.toml", format!("{}[policy]\ncomplete = 90\n", support::SMALL));
    let told = |arguments: &[&str]| dir.run(&[&["check", "--only", "incomplete"], arguments].concat()).out;
    assert!(told(&[]).contains(" --> drogman.toml:5:12\n"), "{}", told(&[]));
    assert!(told(&[]).contains("5 | complete = 90\n"), "{}", told(&[]));
    // A policy that comes with drogman stands in no file of the project.
    assert!(told(&["--policy", "release"]).contains("\n--> drogman.toml\n"));
}

#[test]
fn a_glossary_for_a_locale_that_is_none_is_told() {
    let dir = Dir::project(&[("content/gare.md", "La gare est fermée.\n")]);
    dir.put(
        "glossary.toml",
        "[[term]]\nfrench = [\"gare\"]\nen = { use = [\"station\"] }\nxx = { use = [\"x\"] }\n",
    );
    let run = dir.run(&["check"]);
    assert!(
        run.err.contains("the glossary has terms in `xx`, and the project no such locale"),
        "{}",
        run.err
    );
    assert!(!run.err.contains("terms in `en`"), "{}", run.err);
}

#[test]
fn a_warning_is_told_once_however_often_a_fix_looks_again() {
    let dir = translated(|id| format!("{id} = The\u{200b} station is closed.\n"));
    dir.put("glossary.toml", "[[term]]\nfrench = [\"gare\"]\nxx = { use = [\"x\"] }\n");
    let run = dir.run(&["check", "--fix"]);
    assert_eq!(run.err.matches("terms in `xx`").count(), 1, "{}", run.err);
}

/// A page of one sentence, and what a translator wrote under its unit, whose id is given.
fn translated(written: impl Fn(&str) -> String) -> Dir {
    let dir = Dir::project(&[("content/gare.md", "La gare est fermée.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let catalog = dir.text("locales/en/gare.ftl");
    let id = catalog.lines().find_map(|line| line.strip_prefix("# @unit ")).expect("a unit").to_owned();
    dir.put("locales/en/gare.ftl", format!("{catalog}{}", written(&id)));
    dir
}

#[test]
fn the_beginning_of_an_id_spoils_no_translation_above_it() {
    let dir = translated(|id| format!("{id} = The station is closed.\n\n{}\n", &id[..7]));
    let run = dir.run(&["check"]);
    assert!(run.out.contains("an equals sign is missing behind the id"), "{}", run.out);
    assert!(!run.out.contains("cuts the translation"), "{}", run.out);
    let status: serde_json::Value =
        serde_json::from_str(&dir.run(&["status", "--format", "json"]).out).expect("JSON");
    let english = &status["locales"][0];
    assert_eq!((&english["current"], &english["invalid"]), (&1.into(), &0.into()), "{status}");
}

#[test]
fn an_equals_sign_too_many_is_told() {
    let dir = translated(|id| format!("{id} = = The station is closed.\n"));
    let run = dir.run(&["check"]);
    assert!(run.out.contains("begins with an equals sign"), "{}", run.out);
}

#[test]
fn status_is_of_the_documents_that_are_named() {
    let dir = project();
    dir.put("content/port.md", "Le port dort.\n");
    dir.put("content/ville/pont.md", "Le pont dort.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    for argument in ["ville/pont", "content/ville/pont.md", "locales/en/ville/pont.ftl"] {
        let run = dir.run(&["status", argument, "port"]);
        assert_eq!(run.status, 0, "{}", run.err);
        assert!(run.out.contains("  ville/pont") && run.out.contains("  port"), "{}", run.out);
        assert!(!run.out.contains("gare"), "{}", run.out);
        let json = dir.run(&["status", argument, "--format", "json"]).out;
        assert!(json.contains("\"units\":1,\"words\":3,"), "{json}");
    }
    let run = dir.run(&["status", "porc", "port"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("there is no document `porc`") && run.out.contains("  port"), "{}", run.err);
}

#[test]
fn a_renamed_page_is_one_line_of_sync() {
    let dir = project();
    let rename = |old: &str, new: &str| {
        let (old, new) =
            (dir.root().join(format!("content/{old}.md")), dir.root().join(format!("content/{new}.md")));
        std::fs::rename(old, new).expect("a new name");
        let run = dir.run(&["sync"]);
        assert_eq!(run.status, 0, "{}", run.err);
        run.out
    };
    assert_eq!(
        rename("gare", "station"),
        "station\n  moved     3 sentences from gare\n4 catalogs written.\n"
    );
    // What was edited besides is told as ever.
    let more = "\nLa buvette est au fond. Le kiosque vend des journaux.\n";
    dir.put("content/station.md", PAGE.to_owned() + more);
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.put("content/station.md", PAGE.replace("18 h", "19 h") + more);
    let told = rename("station", "gare");
    let id = id(&dir, "La gare ferme");
    assert!(told.starts_with("gare\n  moved     4 sentences from station\n"), "{told}");
    let edited = format!(
        "\n  edited    {id}  major, moved: La gare ferme à [-18-] h. → La gare ferme à {{+19+}} h. (from station)\n"
    );
    assert!(told.contains(&edited), "{told}");
    assert_eq!(told.lines().count(), 4, "{told}");
}

#[test]
fn a_passage_that_moved_to_another_page_is_listed() {
    let dir = project();
    dir.put("content/port.md", "Le port dort. Le phare veille. La digue tient. Le bac attend.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.put("content/port.md", "Le port dort. Le bac attend.\n");
    dir.put("content/gare.md", PAGE.to_owned() + "\nLe phare veille. La digue tient.\n");
    let told = dir.run(&["sync"]).out;
    for sentence in ["Le phare veille. (from port)", "La digue tient. (from port)"] {
        assert!(told.contains(sentence), "{told}");
    }
}

#[test]
fn an_obsolete_unit_is_shown_with_its_translation() {
    let dir = project();
    let gone = id(&dir, "La gare ferme");
    dir.put("content/gare.md", "# La gare\n\nLe quai reste ouvert.\n");
    for address in [gone.clone(), format!("gare#{gone}")] {
        let run = dir.run(&["show", &address]);
        assert_eq!(run.status, 0, "{}", run.err);
        let head = format!(
            "gare#{gone}  (obsolete: no sentence of today has it)\n\nen  obsolete  locales/en/gare.ftl:"
        );
        assert!(run.out.starts_with(&head), "{}", run.out);
        assert!(
            run.out.contains("  The station closes at 6 p.m.\n  it renders: La gare ferme à 18 h.\n"),
            "{}",
            run.out
        );
    }
    let json: serde_json::Value =
        serde_json::from_str(&dir.run(&["show", &gone, "--format", "json"]).out).expect("JSON");
    assert_eq!((json["address"].is_null(), &json["locales"][0]["state"]), (true, &"obsolete".into()));
    assert_eq!(dir.run(&["show", "gare-zzzzzz"]).status, 2);
}

#[test]
fn a_unit_that_has_moved_is_no_obsolete_one() {
    let dir = project();
    let moved = id(&dir, "La gare ferme");
    dir.put("content/gare.md", "# La gare\n\nLe quai reste ouvert.\n");
    dir.put("content/horaires.md", "La gare ferme à 18 h.\n");
    let run = dir.run(&["show", &format!("gare#{moved}")]);
    assert_eq!(run.status, 2, "{}", run.out);
    assert!(run.err.contains(&format!("it has moved: drogman show 'horaires#{moved}'")), "{}", run.err);
    assert!(dir.run(&["show", &moved]).out.starts_with(&format!("horaires#{moved}  (horaires:1.1, ")));
}

#[test]
fn a_sentence_that_was_taken_in_is_shown() {
    let dir = project();
    let catalog = dir.text("locales/en/gare.ftl");
    let (first, second) = (id(&dir, "La gare ferme"), id(&dir, "Le quai"));
    let french = "# fr: Le quai reste ouvert.\n";
    let open = format!("{french}{second} = The platform stays open.\n");
    dir.put("locales/en/gare.ftl", catalog.replacen(french, &open, 1));
    dir.put("content/gare.md", "# La gare\n\nLa gare ferme à 18 h, mais le quai reste ouvert.\n");
    let (kept, other) = match dir.run(&["show", "gare:2.1"]).out.contains(&format!("gare#{first}  (")) {
        true => (first, second),
        false => (second, first),
    };
    let run = dir.run(&["show", &kept]);
    assert!(run.out.contains(&format!("  took in: gare#{other}\n")), "{}", run.out);
    let json = dir.run(&["show", &kept, "--format", "json"]).out;
    assert!(json.contains(&format!("\"address\": \"gare#{other}\"")), "{json}");
    let offered = format!("  `drogman todo` offers it for gare#{kept}\n");
    assert!(dir.run(&["show", &other]).out.contains(&offered));
    let sync = dir.run(&["sync"]).out;
    assert!(sync.contains(&format!("\n  taken in  {other}  ")), "{sync}");
}

#[test]
fn what_one_command_does_is_offered_where_it_is_to_do() {
    let link = "Voir le [plan](plan.md) des quais.";
    let dir = Dir::project(&[("content/gare.md", &format!("{link}\n\nLe quai dort.\n"))]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let (linked, quay) = (id(&dir, "Voir le"), id(&dir, "Le quai"));
    let catalog = dir.text("locales/en/gare.ftl");
    let catalog = catalog
        .replacen(link, &format!("{link}\n{linked} = See the [map](plan.md) of the platforms."), 1)
        .replacen("Le quai dort.", &format!("Le quai dort.\n{quay} = The platform sleeps."), 1);
    dir.put("locales/en/gare.ftl", catalog);
    dir.put("content/gare.md", format!("{}\n\nLe quai dort.\n", link.replace("plan.md", "carte.md")));
    dir.put("content/port.md", "Le quai dort.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    let carry = format!("drogman accept --carry 'gare#{linked}' --locale en");
    let catalog = dir.text("locales/en/port.ftl");
    let new = catalog.split("# @unit ").nth(1).and_then(|rest| rest.lines().next()).expect("a unit");
    let proposal = format!("drogman accept --proposal 'port#{new}' --locale en");
    for arguments in [&["todo"][..], &["todo", "--format", "markdown"], &["check"]] {
        let told = dir.run(arguments).out.replace(&format!("{new}'\n"), &format!("{new}' --locale en\n"));
        let told = told.replace(&format!("{linked}'\n"), &format!("{linked}' --locale en\n"));
        assert!(told.contains(&carry) && told.contains(&proposal), "{arguments:?}: {told}");
    }
    for command in [carry, proposal] {
        let words: Vec<&str> = command.split(' ').skip(1).map(|word| word.trim_matches('\'')).collect();
        let run = dir.run(&words);
        assert!(run.out.ends_with("1 unit accepted.\n"), "{}", run.out);
    }
    assert_eq!(dir.run(&["todo"]).out, "Nothing to do.\n");
}

#[test]
fn a_folder_names_its_documents_and_a_word_that_names_none_gets_no_answer() {
    let dir = project();
    dir.put("content/ville/pont.md", "Le pont dort.\n");
    dir.put("content/ville/port/quai.md", "Le quai dort.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    for command in ["status", "todo", "check", "accept", "diff"] {
        for folder in ["ville", "content/ville/", "locales/en/ville"] {
            let run = dir.run(&[command, folder]);
            assert!(run.status < 2, "{command} {folder}: {}", run.err);
            assert!(!run.out.contains("gare"), "{command} {folder}: {}", run.out);
        }
    }
    let todo = dir.run(&["todo", "ville/", "ville/pont"]).out;
    assert!(todo.ends_with("2 units to do, 6 words: 6 new.\n"), "{todo}");
    for command in ["status", "todo", "check", "diff"] {
        let run = dir.run(&[command, "absent/"]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{command}");
        assert!(run.err.contains("there is no "), "{command}: {}", run.err);
    }
    let json = dir.run(&["check", "absent", "--format", "json"]);
    assert_eq!(
        (json.status, json.out.contains("\"findings\": []") || json.out.contains("\"findings\":[]")),
        (2, true),
        "{}",
        json.out
    );
}

#[test]
fn a_page_that_was_deleted_is_one_line_of_sync() {
    let dir = project();
    std::fs::remove_file(dir.root().join("content/gare.md")).expect("it is gone");
    let told = dir.run(&["sync"]).out;
    let line =
        "gare (no document any more)\n  gone      3 sentences; translations stay until `drogman prune`\n";
    assert!(told.starts_with(line), "{told}");
    assert_eq!(told.lines().count(), 3, "{told}");
}

#[test]
fn of_many_reasons_the_gravest_are_told() {
    let dir = project();
    let new = "Le 3 mai, « Paris » (75) n’ouvre pas `ici` : +5 %, [là](a.md) ou jamais !";
    dir.put("content/gare.md", PAGE.replace("La gare ferme à 18 h.", new));
    let french = "# fr: La gare ferme à 18 h.";
    let catalog = dir.text("locales/en/gare.ftl");
    // The same sentence, whatever it says now.
    let id = id(&dir, "La gare ferme");
    dir.put("locales/fr/gare.ftl", dir.text("locales/fr/gare.ftl").replace("La gare ferme à 18 h.", new));
    assert!(catalog.contains(french));
    let task: serde_json::Value = serde_json::from_str(
        dir.run(&["todo", "--format", "jsonl"]).out.lines().find(|line| line.contains(&id)).expect("a task"),
    )
    .expect("JSON");
    let reasons = task["reasons"].as_array().expect("a list").len();
    assert!(reasons > 5, "{task}");
    for command in ["todo", "check"] {
        let out = dir.run(&[command]).out;
        assert!(out.contains(&format!("; and {} more\n", reasons - 4)), "{command}: {out}");
    }
}

#[test]
fn the_proposal_of_a_stale_unit_is_offered() {
    let dir = project();
    let id = id(&dir, "La gare ferme");
    let catalog = dir.text("locales/en/gare.ftl");
    let french = "# fr: La gare ferme à 18 h.\n";
    let proposal = "# proposal: The station closes at 7 p.m.\n";
    dir.put("locales/en/gare.ftl", catalog.replacen(french, &format!("{proposal}{french}"), 1));
    dir.put("content/gare.md", PAGE.replace("18 h", "19 h"));
    let command = format!("drogman accept --proposal 'gare#{id}' --locale en");
    for form in ["text", "markdown"] {
        let out = dir.run(&["todo", "--format", form]).out;
        assert!(out.contains(&command), "{form}: {out}");
    }
    assert!(
        dir.run(&["accept", "--proposal", &format!("gare#{id}"), "--locale", "en"])
            .out
            .ends_with("1 unit accepted.\n")
    );
    let text = dir.text("locales/en/gare.ftl");
    assert!(
        text.contains(&format!("# fr: La gare ferme à 19 h.\n{id} = The station closes at 7 p.m.\n")),
        "{text}"
    );
}

/// A link alone has changed: accepted without `--carry`, the translation leads to the old page.
#[test]
fn an_acceptance_that_leaves_the_old_link_says_so() {
    let page = "# La gare\n\nVoir [le plan](plan.md).\n";
    let dir = Dir::project(&[("content/gare.md", page)]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.translate_one(CATALOG, "Voir [le plan](plan.md).", "See [the map](plan.md).");
    dir.put("content/gare.md", page.replace("plan.md", "carte.md"));
    let run = dir.run(&["accept", "gare", "--dry-run"]);
    assert!(
        run.out.contains("would be accepted; its translation holds the old link or code: --carry puts"),
        "{}",
        run.out
    );
    let run = dir.run(&["accept", "gare", "--carry", "--dry-run"]);
    assert!(!run.out.contains("old link"), "{}", run.out);
    let run = dir.run(&["accept", "gare"]);
    assert!(run.out.contains("accepted; its translation holds the old link or code still: "), "{}", run.out);
}

/// A sentence that was written anew is new to drogman; a person may know better.
#[test]
fn a_rewritten_sentence_may_take_its_translation_along() {
    let dir = project();
    let gone = id(&dir, "La gare ferme");
    assert!(!dir.run(&["todo"]).err.contains("--from"));
    dir.put("content/gare.md", PAGE.replace("La gare ferme à 18 h.", "Nul train ne part le soir."));
    let sync = dir.run(&["sync"]);
    let told = "If a new sentence is one that is gone, rewritten: `drogman accept NEW --from GONE`";
    assert!(sync.out.contains("  gone") && sync.err.contains(told), "{}{}", sync.out, sync.err);
    let todo = dir.run(&["todo"]).err;
    assert!(
        todo.starts_with("gare: translations of sentences that are gone.")
            && todo.contains("accept NEW --from GONE"),
        "{todo}"
    );
    let new = id(&dir, "Nul train");
    let accept = dir.run(&["accept", &new, "--from", &gone]);
    assert!(
        accept.out.contains(&format!("{new}  has the translation of {gone}")),
        "{}{}",
        accept.out,
        accept.err
    );
    assert!(!dir.run(&["todo"]).err.contains("--from"));
    // Where nothing is new, nothing may have been rewritten.
    dir.put("content/gare.md", "# La gare\n\nNul train ne part le soir.\n");
    assert!(!dir.run(&["sync"]).err.contains("--from"));
}

#[test]
fn a_project_is_not_begun_in_what_is_no_language() {
    let dir = Dir::empty();
    for (tag, meant) in [("gr", "did you mean `el`?"), ("deutsch", "did you mean `de`?")] {
        let init = dir.run(&["init", "--locale", tag]);
        assert!(init.status == 2 && init.err.contains(meant), "{}", init.err);
        assert!(!dir.has("drogman.toml") && !dir.has("content"));
    }
    // A language that is seldom written, and a slip in a region, are warnings.
    for (tag, warned) in [("gcf", false), ("en-UK", true)] {
        let dir = Dir::empty();
        let init = dir.run(&["init", "--locale", tag]);
        assert!(
            init.status == 0 && (init.err.contains("did you mean `en-GB`?") == warned),
            "{tag}: {}",
            init.err
        );
    }
}

#[test]
fn init_says_into_which_languages() {
    for (arguments, said, doubted) in [
        (&["init"][..], "From French into en (English), as no --locale was given", ""),
        (
            &["init", "--locale", "pt-BR", "--locale", "de"],
            "From French into pt-BR (Portuguese), de (German).",
            "",
        ),
        (&["init", "--locale", "ch"], "From French into ch (Chamorro).", "if Switzerland is meant"),
    ] {
        let dir = Dir::empty();
        let run = dir.run(arguments);
        assert!(run.status == 0 && run.out.contains(said), "{}{}", run.out, run.err);
        assert!(run.err.contains(doubted) && run.err.is_empty() == doubted.is_empty(), "{}", run.err);
        // Who has changed the settings is told once.
        assert!(dir.run(&["sync"]).err.contains(doubted));
        assert_eq!(dir.run(&["sync"]).err, "");
    }
}

#[test]
fn a_conflict_of_git_is_named_in_the_worklist() {
    let dir = project();
    let line = format!("{} = The station closes at 6 p.m.\n", id(&dir, "La gare ferme"));
    let both = format!("<<<<<<< HEAD\n{line}=======\n{}>>>>>>> other\n", line.replace("closes", "shuts"));
    let catalog = dir.text("locales/en/gare.ftl");
    dir.put("locales/en/gare.ftl", catalog.replace(&line, &both));
    for format in ["text", "markdown"] {
        let out = dir.run(&["todo", "--format", format]).out;
        assert!(out.contains("a merge left both versions in this file"), "{format}: {out}");
    }
    dir.put("locales/en/gare.ftl", catalog.replace(&line, &format!("{line}{line}")));
    assert!(!dir.run(&["todo"]).out.contains("merge"));
}

/// A file of another program, in the folder of the source's catalogs.
const APP: &str = "### Notre application\n\n# Note\napp-title = Notre site\n-marque = X\n";

#[test]
fn a_file_of_somebody_else_in_the_folder_of_the_source_stays() {
    let told = "[unknown-unit]: this file has no document, and none of its messages is a unit: it is left as it is\n";
    // Terms alone, ids that end in a word of the alphabet of ids, and a conflict of git elsewhere.
    for text in [APP, "-marque = X\n", "menu-search = Chercher\r\nbtn = OK\r\n", "\u{feff}title = Titre\n"] {
        let dir = project();
        dir.put("locales/fr/app.ftl", text);
        for command in [&["sync", "--dry-run"][..], &["sync"], &["sync"], &["prune"], &["build"]] {
            let run = dir.run(command);
            assert_eq!(run.status, 0, "{text:?} {command:?}: {}{}", run.out, run.err);
            let is_told = run.err.contains(&format!("warning{told}--> locales/fr/app.ftl"));
            // Terms alone say nothing that a page could be thought to lack.
            let is_expected = command[0] == "sync" && text.contains(" = ") && !text.starts_with('-');
            assert_eq!(is_told, is_expected, "{text:?} {command:?}: {}", run.err);
            assert_eq!(dir.text("locales/fr/app.ftl"), text);
        }
        let check = dir.run(&["check", "--only", "unknown-unit,sync-needed"]);
        if text.starts_with('-') {
            assert_eq!(check.status, 0, "{}", check.out);
            continue;
        }
        assert!(check.status == 1 && check.out.contains(&format!("error{told}")), "{text:?}: {}", check.out);
        assert!(
            check.out.contains("1 error in 1 file") && check.out.contains("project.shared"),
            "{}",
            check.out
        );
        // Who lists it as shared is left in peace.
        dir.put("drogman.toml", support::SMALL.to_owned() + "shared = [\"app.ftl\"]\n");
        assert!(!dir.run(&["sync"]).err.contains("app.ftl"));
    }
}

#[test]
fn a_document_takes_no_name_of_a_file_of_somebody_else() {
    let dir = project();
    dir.put("locales/fr/app.ftl", APP);
    dir.put("content/app.md", "Une page.\n");
    dir.put("content/autre.md", "Une autre page.\n");
    let sync = dir.run(&["sync"]);
    assert_eq!(sync.status, 2);
    let told = "error: this file is to be the catalog of `content/app.md`, and its messages are no units: it is left as it \
                is\n--> locales/fr/app.ftl\n = help: give the document another name";
    assert!(sync.err.contains(told), "{}", sync.err);
    assert_eq!(dir.text("locales/fr/app.ftl"), APP);
    assert!(dir.has("locales/en/autre.ftl") && !dir.has("locales/en/app.ftl"));
    // With the name of one of its own it would be a catalog.
    std::fs::rename(dir.path("content/app.md"), dir.path("content/notre.md")).expect("renamed");
    assert!(dir.run(&["sync"]).status == 0 && dir.has("locales/en/notre.ftl"));
}

#[test]
fn what_somebody_wrote_among_the_units_stays_when_the_document_goes() {
    let dir = project();
    let french = dir.text("locales/fr/gare.ftl");
    dir.put("locales/fr/gare.ftl", format!("{french}\n# Mine\nmy-note = Note\n"));
    std::fs::remove_file(dir.path("content/gare.md")).expect("removed");
    assert_eq!(dir.run(&["sync"]).status, 0);
    let left = dir.text("locales/fr/gare.ftl");
    assert!(left.ends_with("# Mine\nmy-note = Note\n") && !left.contains("@unit"), "{left}");
    assert!(dir.run(&["sync"]).out.contains("up to date") && dir.text("locales/fr/gare.ftl") == left);
}

#[test]
fn a_source_catalog_that_a_tool_took_the_comments_of_is_no_file_of_somebody_else() {
    let dir = project();
    let french = dir.text("locales/fr/gare.ftl");
    let bare: String =
        french.lines().filter(|line| !line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    dir.put("locales/fr/gare.ftl", bare);
    dir.put("content/gare.md", PAGE.replace("18 h", "19 h"));
    let sync = dir.run(&["sync"]);
    assert!(sync.status == 0 && sync.out.contains("gare"), "{}{}", sync.out, sync.err);
    assert!(dir.text("locales/fr/gare.ftl").contains("19 h"));
    std::fs::remove_file(dir.path("content/gare.md")).expect("removed");
    assert_eq!(dir.run(&["sync"]).status, 0);
    assert!(!dir.has("locales/fr/gare.ftl"));
}

#[test]
fn a_glob_that_begins_with_the_content_folder_is_told() {
    let dir = project();
    let settings = dir.text("drogman.toml");
    let rest = "[[policy.paths]]\ndocuments = [\"content/gare.md\", \"brouillons/**\"]\nmissing = \"off\"\n";
    dir.put("drogman.toml", format!("{settings}\n{rest}"));
    let run = dir.run(&["check"]);
    assert!(run.err.contains("`content/gare.md` in the settings matches no document"), "{}", run.err);
    assert!(run.err.contains("globs begin under content/: write \"gare.md\""), "{}", run.err);
    assert!(!run.err.contains("brouillons"), "{}", run.err);
}

#[test]
fn a_language_into_which_no_document_is_translated_is_told() {
    let dir = project();
    let settings = dir.text("drogman.toml");
    let names = |glob: &str| {
        dir.put("drogman.toml", format!("{settings}\n[locale.en]\ndocuments = [\"{glob}\"]\n"));
        dir.run(&["status"]).err
    };
    let err = names("actu/**");
    assert!(err.contains("no document is to be translated into `en`"), "{err}");
    assert!(err.contains("names those that are, under content/, and matches none: \"actu/**\""), "{err}");
    // A slip is told as that, and once.
    let err = names("content/gare.md");
    assert!(err.contains("globs begin under content/") && !err.contains("no document is to be"), "{err}");
    assert!(!names("gare.md").contains("no document is to be"));
}

#[test]
fn a_glob_of_a_policy_that_is_written_nearly_as_a_folder_is_told() {
    let dir = project();
    dir.put("content/actu/brouillons/quai.md", "Le quai.\n");
    let settings = dir.text("drogman.toml");
    let told = |glob: &str| {
        let policy =
            format!("{settings}[policy]\npaths = [{{ documents = [\"{glob}\"], missing = \"off\" }}]\n");
        dir.put("drogman.toml", policy);
        dir.run(&["status"]).err
    };
    for (glob, meant) in [
        ("**/brouilons/**", "**/brouillons/**"),
        ("*/brouilons/quai", "*/brouillons/quai"),
        ("**/*.mdx", "**/*.md"),
        // Documents may be such.
        ("**/*.txt", ""),
        ("brouillon/**", ""),
        // For pages to come.
        ("**/archives/**", ""),
        ("archives/2031/*.md", ""),
        ("**/brouillons/**", ""),
        ("**", ""),
    ] {
        let err = told(glob);
        let help = format!(
            "`{glob}` in the settings matches no document\n--> drogman.toml\n = help: did you mean \"{meant}\"?"
        );
        assert_eq!(err.contains(&help), !meant.is_empty(), "{glob}: {err}");
        assert_eq!(err.contains("matches no document"), !meant.is_empty(), "{glob}: {err}");
    }
}

#[test]
fn a_key_that_is_to_hold_pages_back_and_is_written_otherwise_in_them_is_told() {
    let page = |front: &str| format!("---\n{front}---\n\nFermé.\n");
    let told = |pages: &[&str], hold: &str| {
        let dir = Dir::project(&[]);
        for (at, front) in pages.iter().enumerate() {
            dir.put(&format!("content/page{at}.md"), page(front));
        }
        dir.put("drogman.toml", format!("{}[documents]\nhold = {{ {hold} = true }}\n", support::SMALL));
        dir.run(&["sync"]).err
    };
    for (pages, hold, meant) in [
        (&["Draft: true\n", "title: Pont\n"][..], "draft", "`Draft`"),
        (&["drafts: true\n", "Draft: true\n"], "draft", "`Draft`"),
        (&["title: Pont\n", "draft: true\n"], "draf", "`draft`"),
        (&["darft: oui\n"], "draft", "`darft`"),
    ] {
        let err = told(pages, hold);
        let message = format!("`documents.hold` names `{hold}`, and no page has such a key");
        assert!(err.contains(&message) && err.contains(&format!("did you mean {meant}?")), "{err}");
    }
    // No page is held back for now, and one that has the key knows how it is written. Another word is another key, unless
    // it says what holds pages back.
    for pages in [
        &["title: Pont\n", "date: 1\n"][..],
        &["Draft: true\n", "draft: false\n"],
        &["graft: pommier\n", "drift: 2\n"],
    ] {
        assert!(!told(pages, "draft").contains("documents.hold"), "{pages:?}");
    }
}

#[test]
fn words_of_directives_between_backticks_are_told() {
    let dir = project();
    // Within an item they are read as code.
    dir.put("content/quai.md", "Le quai.\n\n- ```{note} À savoir\n  :class: tip\n\n  Il est long.\n  ```\n");
    let err = dir.run(&["sync"]).err;
    let told = "5 words in directives between backticks are not translated: content/quai.md:3 (write these with colons, as :::{note} and :::; here `note`)";
    assert!(err.contains(told), "{err}");
    for signs in [":::", "```"] {
        let page = format!("Le quai.\n\n{signs}{{note}} À savoir\n:class: tip\n\nIl est long.\n{signs}\n");
        dir.put("content/quai.md", page);
        let sync = dir.run(&["sync", "--dry-run"]);
        assert!(!sync.err.contains("directives"), "{}{}", sync.out, sync.err);
        let segments = dir.run(&["segment", "content/quai.md"]).out;
        assert!(segments.contains("À savoir") && segments.contains("Il est long."), "{segments}");
        assert!(!segments.contains(":class:"), "{segments}");
    }
}

#[test]
fn arguments_that_no_setting_reaches_are_told() {
    let dir = project();
    let message = |words: &str, line: usize| {
        format!(
            "{words} in shortcodes and tags that stand in no sentence are not translated: content/quai.md:{line} (put"
        )
    };
    let page = |text: &str| dir.put("content/quai.md", format!("Le quai.\n\n{text}\n"));
    for (text, words, line) in [
        ("Il est long. {% include a.html alt=\"Le long quai\" %}", "3 words", 3),
        ("Il est long.\n<img src=\"a.jpg\" alt=\"Le quai\">", "2 words", 4),
        ("| Quai | <img alt=\"Un quai de bois\"> |\n|---|---|\n| a | b |", "4 words", 3),
    ] {
        page(text);
        for command in ["sync", "status"] {
            let err = dir.run(&[command]).err;
            assert!(
                err.contains(&message(words, line)) && err.matches("words").count() == 1,
                "{text}: {err}"
            );
        }
    }
    for text in [
        "Le <img alt=\"vieux quai\"> est long.",
        "Il est long. <img src=\"le quai.jpg\">",
        "Il est long. <br>",
        "Il est long. `<img alt=\"Un vieux quai\">`",
        "| Code | `<img alt=\"Un vieux quai\">` |\n|---|---|\n| a | b |",
    ] {
        page(text);
        assert!(!dir.run(&["sync"]).err.contains("in no sentence"), "{text}");
    }
    // The project says which are text.
    let settings = dir.text("drogman.toml");
    page("Il est long. <img alt=\"Le quai\" title=\"Vu du pont\">");
    for (names, words) in [("\"alt\"", Some("2 words")), ("", None)] {
        dir.put("drogman.toml", format!("{settings}\n[documents]\narguments = [{names}]\n"));
        let err = dir.run(&["sync"]).err;
        assert_eq!(
            err.contains("in no sentence"),
            words.is_some_and(|words| err.contains(&message(words, 3))),
            "{err}"
        );
        assert_eq!(err.contains("in no sentence"), words.is_some(), "{err}");
    }
}

#[test]
fn a_page_with_another_extension_is_told() {
    let dir = project();
    for file in ["content/PONT.MD", "content/quai.markdown", "content/note.mdx", "content/.cache.MD"] {
        dir.put(file, "Le pont.\n");
    }
    let message = "`PONT.MD` and 1 more file are no documents, as their extensions are written otherwise";
    let help = "include = [\"**/*.md\", \"**/*.txt\", \"**/*.MD\"]";
    for command in ["sync", "status", "check"] {
        let err = dir.run(&[command]).err;
        assert!(err.contains(message) && err.contains(help), "{err}");
    }
    let settings = dir.text("drogman.toml");
    dir.put("drogman.toml", format!("{settings}\n[documents]\nexclude = [\"**/*.MD\"]\n"));
    assert!(dir.run(&["sync"]).err.contains("`quai.markdown` is no document, as its extension"));
}

#[test]
fn a_glossary_of_another_name_is_told() {
    let dir = project();
    assert_eq!(dir.run(&["check"]).err, "");
    for name in ["glossaire.toml", "glossary.toml.txt"] {
        dir.put(name, "[[term]]\nfrench = \"gare\"\n");
        let err = dir.run(&["check"]).err;
        assert!(err.contains(&format!("`{name}` is not the glossary, and is not read\n")), "{err}");
        assert!(err.contains("call it `glossary.toml`"), "{err}");
        std::fs::remove_file(dir.path(name)).expect("it goes");
    }
}

#[test]
fn a_page_whose_marks_are_not_read_is_told() {
    let dir = project();
    let settings = dir.text("drogman.toml");
    dir.put("drogman.toml", format!("{settings}\n[documents]\ninclude = [\"**/*\"]\n"));
    dir.put("content/note.text", "Le pont.\n");
    assert!(!dir.run(&["sync"]).err.contains("plain text"));
    dir.put("content/page.html", "<p>Le pont.</p>\n");
    let err = dir.run(&["sync"]).err;
    assert!(err.contains("warning: `page.html` is read as plain text, its marks and all\n"), "{err}");
    dir.put("content/quai.RST", "Le quai.\n");
    let err = dir.run(&["check"]).err;
    assert!(err.contains("`page.html` and 1 more document are read as plain text"), "{err}");
    // It may be meant, and need not be said all day.
    for command in ["status", "todo", "diff", "build"] {
        assert!(!dir.run(&[command]).err.contains("plain text"), "{command}");
    }
}

#[test]
fn a_project_without_pages_is_told() {
    let dir = project();
    let settings = dir.text("drogman.toml");
    dir.put("drogman.toml", format!("{settings}\n[documents]\ninclude = [\"*.adoc\"]\n"));
    let check = dir.run(&["check"]);
    assert!(check.err.contains("there is no document in `content`"), "{}", check.err);
    assert!(
        check.err.contains("documents are what `documents.include` names there: \"*.adoc\""),
        "{}",
        check.err
    );
}

#[test]
fn a_glob_that_is_a_folder_is_told() {
    let dir = project();
    for file in ["content/archives/2025/pont.md", "content/quais.md", "content/quais/sud.md"] {
        dir.put(file, "Le pont.\n");
    }
    let settings = dir.text("drogman.toml");
    let told = |settings: String| {
        dir.put("drogman.toml", settings);
        let err = dir.run(&["status"]).err;
        err.lines().find_map(|line| Some(line.split_once("write ")?.1.to_owned()))
    };
    for (glob, meant) in [
        ("archives", Some("\"archives/**\"")),
        ("archives/", Some("\"archives/**\"")),
        ("./archives/2025/", Some("\"archives/2025/**\"")),
        ("./archives/*/*.md", Some("\"archives/*/*.md\"")),
        ("content/archives", Some("\"archives/**\"")),
        ("gare", Some("\"gare.md\"")),
        ("quais/", Some("\"quais/**\"")),
        ("content/", Some("\"**\"")),
        ("./", None),
        ("archives/**", None),
        ("archives/2025/*", None),
        ("gare.md", None),
        ("brouillons", None),
    ] {
        let excluded = format!("{settings}\n[documents]\nexclude = [\"{glob}\"]\n");
        assert_eq!(told(excluded).as_deref(), meant, "exclude {glob}");
        let weighed = format!("{settings}\n[[policy.paths]]\ndocuments = [\"{glob}\"]\nmissing = \"off\"\n");
        let meant = meant.filter(|_| glob != "gare");
        assert_eq!(told(weighed).as_deref(), meant, "policy of {glob}");
    }
}

#[test]
fn a_glob_that_names_a_page_or_folder_nearly_is_told() {
    let dir = project();
    dir.put("content/archives/2025/pont.md", "Le pont.\n");
    let settings = dir.text("drogman.toml");
    let told = |glob: &str| {
        let rest = format!("[[policy.paths]]\ndocuments = [\"{glob}\"]\nmissing = \"off\"\n");
        dir.put("drogman.toml", format!("{settings}\n{rest}"));
        let err = dir.run(&["check"]).err;
        assert_eq!(
            err.contains("did you mean"),
            err.contains(&format!("`{glob}` in the settings matches")),
            "{err}"
        );
        err.lines().find_map(|line| Some(line.split_once("did you mean ")?.1.to_owned()))
    };
    for (glob, meant) in [
        ("archvies/**", Some("\"archives/**\"?")),
        ("archvies/2025/*.md", Some("\"archives/2025/*.md\"?")),
        ("gares.md", Some("\"gare.md\"?")),
        ("gares", Some("\"gare\"?")),
        ("gare", None),
        ("archives/**", None),
        ("archives/2026/**", None),
        ("archives/2025/quai.md", None),
        ("archives/2025/pnot.md", Some("\"archives/2025/pont.md\"?")),
        ("brouillons/**", None),
        ("**/une.md", None),
    ] {
        assert_eq!(told(glob).as_deref(), meant, "{glob}");
    }
}

// On Windows, such a glob is one.
#[cfg(not(windows))]
#[test]
fn a_glob_with_the_backslashes_of_windows_is_told() {
    let dir = project();
    dir.put("content/archives/2025/pont.md", "Le pont.\n");
    dir.put("content/archives/texte.md", "Le texte.\n");
    let settings = dir.text("drogman.toml");
    for (glob, meant) in [
        (r"archives\\2025\\pont.md", Some("\"archives/2025/pont.md\"")),
        (r"archives\\**", Some("\"archives/**\"")),
        (r"archives\\2025", Some("\"archives/2025/**\"")),
        (r"archives\texte.md", Some("\"archives/texte.md\"")),
        (r"brouillons\\**", None),
    ] {
        dir.put("drogman.toml", format!("{settings}\n[documents]\nexclude = [\"{glob}\"]\n"));
        let err = dir.run(&["check"]).err;
        let told = err.lines().find_map(|line| Some(line.split_once("Windows too: write ")?.1));
        assert_eq!(told, meant, "{glob}: {err}");
    }
}

#[test]
fn a_folder_of_catalogs_that_no_locale_has_is_told() {
    let dir = project();
    assert!(!dir.run(&["check"]).err.contains("locales/"));
    dir.put("locales/es/gare.ftl", "# @unit x\n");
    // What holds no catalog of a page is somebody else's.
    dir.put("locales/it/notes.ftl", "note = x\n");
    dir.put("locales/_old/gare.ftl", "note = x\n");
    for command in ["check", "status", "sync"] {
        let err = dir.run(&[command]).err;
        assert!(
            err.contains("`locales/es` holds catalogs, and `project.locales` does not name `es`"),
            "{err}"
        );
        assert!(!err.contains("locales/it") && !err.contains("_old"), "{err}");
    }
    // That of the same language may hold all that was translated, before the language got another name.
    dir.put("locales/en-GB/gare.ftl", "# @unit x\n");
    let err = dir.run(&["check"]).err;
    assert!(
        err.contains(
            "if `en` is its new name, put its files in the place of those in `locales/en`; else name"
        )
    );
    assert!(err.contains("\"es\" in drogman.toml, or remove the folder"), "{err}");
    dir.put("locales/pt_BR/gare.ftl", "# @unit x\n");
    dir.put("drogman.toml", dir.text("drogman.toml").replace("[\"en\"]", "[\"en\", \"pt-BR\"]"));
    let err = dir.run(&["check"]).err;
    assert!(err.contains("`locales/pt_BR` is not the folder of `pt-BR`"), "{err}");
    assert!(err.contains("call it `locales/pt-BR`"), "{err}");
}

#[test]
fn a_key_of_front_matter_that_no_page_has_is_told() {
    let page = "---\ntitle: Le pont\nseo: {image: Vue}\n---\n\nFermé.\n";
    let dir = Dir::project(&[("content/gare.md", page)]);
    let keys = "[documents]\nfront_matter = [\"titel\", \"seo.image\", \"summary\", \"chapeau\"]\n";
    dir.put("drogman.toml", format!("{}{keys}", dir.text("drogman.toml")));
    for command in [["sync"], ["status"], ["check"]] {
        let err = dir.run(&command).err;
        assert!(
            err.contains("names `titel`, and no page has such a key")
                && err.contains("did you mean `title`?")
        );
        assert!(
            err.contains("names `chapeau`") && !err.contains("image") && !err.contains("summary"),
            "{err}"
        );
    }
    dir.put("drogman.toml", dir.text("drogman.toml").replace("titel", "title").replace(", \"chapeau\"", ""));
    assert!(!dir.run(&["sync"]).err.contains("no page has"));
}

#[test]
fn texts_in_two_languages_are_no_versions_of_each_other() {
    let dir = Dir::empty();
    dir.put("a.txt", "Un pont.\n\nDeux quais.\n\nIl pleut.\n\nLa mer monte.\n\nOn part.\n\nLe soir tombe.\n");
    dir.put(
        "b.txt",
        "One bridge.\n\nTwo quays.\n\nIt rains.\n\nThe sea rises.\n\nWe leave.\n\nNight falls.\n",
    );
    let run = dir.run(&["align", "a.txt", "b.txt"]);
    assert!(
        run.status == 0 && run.err.contains("compares two versions of a text in one language"),
        "{}",
        run.err
    );
    dir.put("b.txt", dir.text("a.txt").replace("soir", "jour"));
    assert_eq!(dir.run(&["align", "a.txt", "b.txt"]).err, "");
}

/// The manual says how two sentences become one: all into the first, and the empty translation for the other.
#[test]
fn a_translation_of_several_sentences_is_compared_with_all_of_them() {
    let french = "Il faut *trois* pommes. Chauffez le four à 180 °C, voir [la note](n.md). Servez froid.\n\nLe pont a 75 ans.\n";
    let dir = Dir::project(&[("content/tarte.md", french)]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let stubs = dir.text("locales/en/tarte.ftl");
    let quality = |translations: [&str; 4]| -> Vec<String> {
        let (mut text, mut next) = (String::new(), translations.into_iter());
        for block in stubs.trim_end().split("\n\n") {
            text.push_str(block);
            if let Some(id) = block.lines().find_map(|line| line.strip_prefix("# @unit ")) {
                text.push_str(&format!("\n{id} = {}", next.next().expect("a translation")));
            }
            text.push_str("\n\n");
        }
        dir.put("locales/en/tarte.ftl", text);
        let out = dir.run(&["check", "--only", "quality", "--format", "json"]).out;
        let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        let findings = report["findings"].as_array().expect("findings").iter();
        findings.map(|one| one["message"].as_str().expect("a message").to_owned()).collect()
    };
    let (empty, bridge) = ("{ \"\" }", "The bridge is 75 years old.");
    let all = "Take *three* apples, heat the oven to 180 °C, see [the note](n.md), and serve it cold.";
    let two = "Take *three* apples, and heat the oven to 180 °C, see [the note](n.md).";
    for folded in [
        [all, empty, empty, bridge],
        [empty, empty, all, bridge],
        [empty, all, empty, bridge],
        [two, empty, "Serve it cold.", bridge],
        [
            "Take *three* apples.",
            empty,
            "Heat the oven to 180 °C, see [the note](n.md), and serve it cold.",
            bridge,
        ],
    ] {
        assert_eq!(quality(folded), Vec::<String>::new(), "{folded:?}");
    }
    // What none of them has is told, and what stands in another paragraph.
    let wrong = all.replace("n.md", "m.md");
    assert_eq!(quality([&wrong, empty, empty, bridge]), ["the link to n.md leads to m.md"]);
    assert_eq!(
        quality(["Take *three* apples, of 75 years.", empty, empty, bridge]),
        ["the French has no 75"]
    );
}
