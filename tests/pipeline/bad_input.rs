//! What can't be read is told with its place, and everything else is still done.

use crate::support::Dir;

/// The translated article and a second document.
fn two() -> Dir {
    let project = Dir::translated();
    project.put("content/autre.txt", "Une gare a fermé. Une autre ouvre.\n");
    project
}

#[test]
fn a_document_that_is_not_utf8_stops_no_other() {
    let project = two();
    project.put("content/article.txt", b"La gare\nest ferm\xe9e.\n");
    let catalog = project.text("locales/en/article.ftl");
    let run = project.run(&["sync"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("content/article.txt:2"), "{}", run.err);
    assert_eq!(project.text("locales/en/article.ftl"), catalog);
    assert!(project.has("locales/en/autre.ftl"));
    assert_eq!(project.run(&["build"]).status, 2);
    assert!(project.has("dist/en/autre.txt"));
}

#[test]
fn a_content_folder_that_is_gone_deletes_nothing() {
    let project = Dir::translated();
    std::fs::rename(project.path("content"), project.path("aside")).unwrap();
    let files = project.files();
    for command in ["sync", "prune", "build"] {
        assert_eq!(project.run(&[command]).status, 2, "{command}");
        assert_eq!(project.files(), files, "{command}");
    }
}

#[test]
fn junk_in_a_catalog_is_a_finding_with_its_place_and_costs_one_unit() {
    let project = two();
    project.edit("locales/en/article.ftl", |text| text.replacen(" = Translation", " Translation", 1));
    let run = project.run(&["check"]);
    assert_eq!(run.status, 1);
    assert!((run.out + &run.err).contains("locales/en/article.ftl:"));
    let catalog = project.text("locales/en/article.ftl");
    assert_eq!(project.run(&["sync"]).status, 0);
    assert_eq!(project.text("locales/en/article.ftl"), catalog, "sync touches nothing of it");
    assert_eq!(project.figures("invalid"), 1);
}

#[test]
fn a_mistake_in_the_configuration_is_told_with_line_and_column() {
    let project = Dir::translated();
    for (toml, place) in [
        ("[project]\nsource = \"fr\"\nlocales = [\"en\"\n", "drogman.toml:"),
        ("[project]\nsource = \"fr\"\nlocales = [\"en\"]\nlocale = 1\n", "drogman.toml:4:1"),
        ("[project]\nsource = \"fr\"\nlocales = [\"fr\"]\n", "drogman.toml:3:"),
        ("[project]\nsource = \"fr\"\nlocales = [\"en\"]\noutput = \"../out\"\n", "drogman.toml:4:10"),
        ("[project]\nsource = \"fr\"\nlocales = [\"en\"]\ncatalogs = \"content\"\n", "drogman.toml:"),
    ] {
        project.put("drogman.toml", toml);
        let files = project.files();
        let run = project.run(&["sync"]);
        assert_eq!(run.status, 2, "{toml}");
        assert!(run.err.contains(place), "{toml}\n{}", run.err);
        assert_eq!(project.files(), files);
    }
}

#[test]
fn unknown_locales_and_addresses_are_told() {
    let project = Dir::translated();
    for (arguments, told) in [
        (&["status", "--locale", "zz"][..], "zz"),
        (&["diff", "nulle-part"][..], "nulle-part"),
        (&["show", "article:99.9"][..], "article:99.9"),
        (&["build", "nulle-part"][..], "nulle-part"),
    ] {
        let run = project.run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}");
        assert!(run.err.contains(told), "{arguments:?} {}", run.err);
    }
}

#[test]
fn init_in_a_project_changes_nothing() {
    let project = Dir::translated();
    let files = project.files();
    assert_eq!(project.run(&["init"]).status, 2);
    assert_eq!(project.files(), files);
}

#[test]
fn a_built_source_is_the_source_byte_for_byte() {
    let project = two();
    project.put("content/page.md", "---\ntitle: 'Un titre : « oui »'\n---\n\n# Gare\r\n\n* un  point  \n  ici\n\n|a|b|\n|-|-|\n|Un mot|Deux mots|\n");
    project.ok(&["sync"]);
    project.ok(&["build"]);
    for name in ["article.txt", "autre.txt", "page.md"] {
        assert_eq!(project.text(&format!("dist/fr/{name}")), project.text(&format!("content/{name}")));
    }
    let before = std::fs::metadata(project.path("dist/fr/page.md")).unwrap().modified().unwrap();
    project.ok(&["build"]);
    let after = std::fs::metadata(project.path("dist/fr/page.md")).unwrap().modified().unwrap();
    assert_eq!(before, after, "what has not changed is not written");
    std::fs::remove_file(project.path("content/autre.txt")).unwrap();
    project.put("dist/en/mine.txt", "by hand\n");
    project.ok(&["sync"]);
    project.ok(&["build"]);
    assert!(!project.has("dist/en/autre.txt"), "the output of what is gone is removed");
    assert!(project.has("dist/en/mine.txt"), "another's file is not");
}

#[test]
fn what_is_not_current_is_built_by_policy_and_fallback() {
    let project = Dir::translated();
    project.put(
        "drogman.toml",
        "[project]\nsource = \"fr\"\nlocales = [\"en\", \"en-GB\"]\n[locale.en-GB]\nfallback = [\"en\"]\n",
    );
    project.ok(&["sync"]);
    project.ok(&["build"]);
    assert_eq!(project.text("dist/en-GB/article.txt"), project.text("dist/en/article.txt"));
    project.replace("content/article.txt", "12 ans", "13 ans");
    for (policy, in_french) in [("\"translation\"", false), ("\"source\"", true)] {
        let toml = format!("[project]\nsource = \"fr\"\nlocales = [\"en\"]\n[build]\nstale = {policy}\n");
        project.put("drogman.toml", &toml);
        project.ok(&["build"]);
        assert_eq!(project.text("dist/en/article.txt").contains("13 ans"), in_french, "{policy}");
    }
    project
        .put("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\"]\n[build]\nstale = \"fail\"\n");
    assert_eq!(project.run(&["build"]).status, 1);
}

#[test]
fn what_is_out_of_scope_is_neither_missing_nor_counted() {
    let project = two();
    project.put(
        "drogman.toml",
        "[project]\nsource = \"fr\"\nlocales = [\"en\"]\n[locale.en]\ndocuments = [\"article*\"]\n",
    );
    project.ok(&["sync"]);
    assert_eq!(project.figures("missing"), 0);
    assert!(!project.has("locales/en/autre.ftl"));
    project.put("content/note.md", "---\ntranslate: false\n---\n\nRien à traduire ici.\n");
    project.put("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\"]\n");
    project.ok(&["sync"]);
    assert!(!project.has("locales/en/note.ftl"));
    assert_eq!(project.figures("missing"), 2);
}

/// A merge that was left undone in a page would make sentences of git's lines.
#[test]
fn a_conflict_in_a_document_is_an_error_and_changes_nothing() {
    let project = Dir::translated();
    project.replace(
        "content/article.txt",
        "Un chantier plus long que prévu\n",
        "<<<<<<< HEAD\nUn chantier plus long que prévu\n=======\nUn chantier bien long\n>>>>>>> autre\n",
    );
    let files = project.files();
    for command in [&["sync"][..], &["build"], &["check"], &["status"]] {
        let run = project.run(command);
        assert_eq!(run.status, 2, "{command:?}");
        assert!(run.err.contains("content/article.txt:2:1"), "{command:?}: {}", run.err);
        assert!(run.err.contains("conflict"), "{command:?}: {}", run.err);
    }
    assert_eq!(project.files().get("locales/en/article.ftl"), files.get("locales/en/article.ftl"));
    assert!(!project.has("dist/en/article.txt"));
}

/// A unit that can't be read is told once: by the rule that knows why, and where that one is not asked for, as
/// invalid.
#[test]
fn an_unreadable_unit_is_told_whatever_is_asked_for() {
    let project = Dir::translated();
    project.edit("locales/en/article.ftl", |text| text.replacen("Translation of", "Translation {", 1));
    for (arguments, rule) in [
        (&["check", "--only", "states,catalog"][..], "error[syntax]"),
        (&["check", "--only", "invalid"], "error[invalid]"),
        (&["check", "--only", "states"], "error[invalid]"),
        (&["check", "--skip", "catalog,quality"], "error[invalid]"),
    ] {
        let run = project.run(arguments);
        assert_eq!(run.status, 1, "{arguments:?}: {}", run.out);
        let told: Vec<&str> = run.out.lines().filter(|line| line.starts_with("error[")).collect();
        assert_eq!(told.len(), 1, "{arguments:?}: {told:?}");
        assert!(told[0].starts_with(rule), "{arguments:?}: {told:?}");
    }
}

/// A translation pasted under the right unit, with the name of another: it is told where it stands, and what it
/// should be named, whichever of the two lines comes first.
#[test]
fn a_line_under_one_unit_with_the_name_of_another_is_told_what_it_should_be_named() {
    for (right, wrong) in [("31 km", "4 piles"), ("4 piles", "31 km")] {
        let project = Dir::translated();
        let text = project.text("locales/en/article.ftl");
        let id_of = |french: &str| {
            let at = text.find(french).unwrap();
            text[at..].lines().nth(1).unwrap().split(' ').next().unwrap().to_owned()
        };
        let (right, wrong) = (id_of(right), id_of(wrong));
        project.replace("locales/en/article.ftl", &format!("\n{right} = "), &format!("\n{wrong} = "));
        let run = project.run(&["check", "--only", "catalog"]);
        let message = format!("this line stands under `{right}`, but is named `{wrong}`");
        assert!(run.out.contains(&message), "{}", run.out);
        assert!(run.out.contains(&format!("name it `{right}`")), "{}", run.out);
    }
}

/// A page that was published in a language stays as it is while its catalog can't be read.
#[test]
fn an_unreadable_catalog_leaves_the_published_page_alone() {
    let project = Dir::translated();
    project.ok(&["build"]);
    let (page, manifest) = (project.text("dist/en/article.txt"), project.text("dist/manifest.json"));
    assert!(page.contains("Translation of"));
    project.put("locales/en/article.ftl", b"caf\xe9\n");
    let run = project.run(&["build"]);
    assert_eq!(run.status, 2, "{}", run.err);
    assert_eq!(project.text("dist/en/article.txt"), page);
    assert!(project.text("dist/manifest.json").contains("en/article.txt"), "it stays ours");
    project.put("locales/en/article.ftl", "");
    project.ok(&["sync"]);
    project.ok(&["build"]);
    assert!(!project.text("dist/en/article.txt").contains("Translation of"), "what is gone is gone");
    assert_eq!(project.text("dist/manifest.json").lines().count(), manifest.lines().count());
}

/// The same where it is the source catalog that can't be read: nobody knows then which sentence is which.
#[test]
fn an_unreadable_source_catalog_leaves_all_that_was_published_alone() {
    let project = Dir::translated();
    project.ok(&["build"]);
    let en = project.text("dist/en/article.txt");
    project.put("locales/fr/article.ftl", b"caf\xe9\n");
    assert_eq!(project.run(&["build"]).status, 2);
    assert_eq!(project.text("dist/en/article.txt"), en);
    assert!(project.text("dist/manifest.json").contains("en/article.txt"), "it stays ours");
}

/// Nothing is known of a catalog that can't be read, least of all that its units are missing.
#[test]
fn the_units_of_an_unreadable_catalog_are_no_missing_ones() {
    let project = Dir::translated();
    let id = project.text("locales/en/article.ftl");
    let id = id.lines().find_map(|line| line.strip_prefix("# @unit ")).unwrap().split(' ').next().unwrap();
    project.put("locales/en/article.ftl", b"caf\xe9\n");
    let left_out = "Left out: locales/en/article.ftl (";
    for (arguments, told) in [
        (&["todo"][..], left_out),
        (&["todo", "article", "--format", "markdown"], "- [ ] `locales/en/article.ftl` · mend the file"),
        (&["diff"], left_out),
        (&["status"], "Counted as missing: locales/en/article.ftl. It can't be read.\n"),
        (&["status", "--format", "markdown"], "Counted as missing: `locales/en/article.ftl`."),
    ] {
        let run = project.run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}: {}", run.err);
        assert!(run.out.contains(told), "{arguments:?}: {}", run.out);
        assert!(run.err.contains("locales/en/article.ftl:1:4"), "{arguments:?}: {}", run.err);
        assert!(run.err.contains("Western: open it as that, and save it as UTF-8"));
        for word in ["Nothing to do", "No translation is stale", "write under", "after the next sync"] {
            assert!(!run.out.contains(word), "{arguments:?}: {}", run.out);
        }
    }
    let run = project.run(&["todo", "--format", "jsonl"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    let run = project.run(&["check", "article"]);
    assert!(run.out.ends_with("; 1 file can't be read\n"), "{}", run.out);
    for arguments in [&["accept", "--all"][..], &["accept", "article"], &["accept", id]] {
        let run = project.run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}: {}", run.err);
        assert!(run.err.contains("its catalog can't be read; mend the file first"), "{}", run.err);
        assert!(!run.err.contains("drogman sync"), "{}", run.err);
    }
    let run = project.run(&["accept", "--from", id, "article:1.1"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("locales/en/article.ftl  left as it is: it can't be read"), "{}", run.err);
}

/// A command that can't look at a document says so where it ends, and calls nothing complete or up to date.
#[test]
fn what_is_left_out_is_told_at_the_end() {
    let conflict = "<<<<<<< HEAD\nA.\n=======\nB.\n>>>>>>> x\n";
    for (file, bytes) in [
        ("content/article.txt", conflict.as_bytes()),
        ("content/article.txt", b"caf\xe9\n"),
        ("locales/fr/article.ftl", b"caf\xe9\n"),
    ] {
        let project = Dir::translated();
        project.put(file, bytes);
        let left_out = format!("Left out: {file}. ");
        for (arguments, told, never) in [
            (&["sync"][..], left_out.clone(), "The catalogs are up to date"),
            (&["sync", "--dry-run"], left_out.clone(), "The catalogs are up to date"),
            (&["todo"], left_out.clone(), "Nothing to do"),
            (&["todo", "--format", "markdown"], format!("- [ ] `{file}` · mend the file"), "Nothing to do"),
            (&["diff"], left_out.clone(), "No translation is stale"),
            (&["status"], format!("Not counted: {file}. It can't be read.\n"), "%"),
            (&["status", "article"], format!("Not counted: {file}. It can't be read.\n"), "%"),
            (&["status", "--format", "markdown"], format!("\nNot counted: `{file}`."), "%"),
        ] {
            let run = project.run(arguments);
            assert_eq!(run.status, 2, "{arguments:?}: {}", run.err);
            assert!(run.out.contains(&told) && !run.out.contains(never), "{arguments:?}: {}", run.out);
        }
        let json = project.run(&["status", "--format", "json"]).out;
        let unreadable =
            format!("\"unreadable\":[{{\"file\":\"{file}\",\"document\":\"article\",\"locale\":null}}]");
        assert!(json.contains(&unreadable), "{json}");
        assert!(project.run(&["accept", "--all"]).err.contains(&left_out));
        assert!(project.run(&["prune"]).err.contains(&format!("{file}: left alone, ")));
        // What is asked about another page has nothing to do with it.
        project.put("content/bac.txt", "Le bac attend.\n");
        for command in ["todo", "status", "diff"] {
            let run = project.run(&[command, "bac"]);
            assert!(!run.out.contains(file), "{command}: {}", run.out);
        }
    }
}

/// A page is renamed while one of its catalogs can't be read: what is in it moves along as soon as it can be.
#[test]
fn translations_of_a_renamed_page_wait_until_they_can_be_read() {
    let project = Dir::translated();
    project.ok(&["build"]);
    let (page, catalog) = (project.text("dist/en/article.txt"), project.text("locales/en/article.ftl"));
    let source = project.text("locales/fr/article.ftl");
    std::fs::rename(project.path("content/article.txt"), project.path("content/reportage.txt")).unwrap();
    project.put("locales/en/article.ftl", [catalog.as_bytes(), b"# caf\xe9\n"].concat());
    let run = project.run(&["sync"]);
    assert_eq!(run.status, 2, "{}", run.err);
    assert!(run.out.contains("Sentences that moved wait for that: article, reportage."), "{}", run.out);
    assert!(!project.has("locales/en/reportage.ftl"), "nobody is to translate it again");
    assert_eq!(project.text("locales/fr/article.ftl"), source);
    // Nothing of it is called missing, and what was published stays.
    let todo = project.run(&["todo"]);
    assert!(todo.out.starts_with("Left out: locales/en/article.ftl ("), "{}", todo.out);
    let check = project.run(&["check"]);
    assert!(!check.out.contains("[missing]"), "{}", check.out);
    assert_eq!(project.run(&["build"]).status, 2);
    assert_eq!(project.text("dist/en/article.txt"), page);
    assert!(!project.has("dist/en/reportage.txt"));
    project.put("locales/en/article.ftl", &catalog);
    project.ok(&["sync"]);
    assert!(!project.has("locales/en/article.ftl"));
    assert_eq!(project.figures("current"), crate::article::SENTENCES);
    project.ok(&["build"]);
    assert_eq!(project.text("dist/en/reportage.txt"), page);
    assert!(!project.has("dist/en/article.txt"));
}

/// What has nothing to do with it is brought up to date.
#[test]
fn a_catalog_that_cannot_be_read_holds_up_no_other_page() {
    let project = Dir::translated();
    project.put("content/bac.txt", "Le bac attend.\n");
    project.put("locales/en/article.ftl", b"caf\xe9\n");
    let run = project.run(&["sync"]);
    assert!(run.status == 2 && !run.out.contains("wait for that"), "{}", run.out);
    assert!(project.has("locales/en/bac.ftl"));
}

#[test]
fn a_content_folder_that_is_misspelt_is_told_where_it_is_named() {
    let project = Dir::project(&[]);
    project.put("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\"]\ncontent = \"doc\"\n");
    let run = project.run(&["sync"]);
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("drogman.toml:4:11") && run.err.contains("`project.content` is `doc`"),
        "{}",
        run.err
    );
}
