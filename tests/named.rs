//! What the words behind a command name: documents, catalogs, units, of today and of before.

mod support;

use support::Dir;

/// Two pages, in a folder and beside it, in English and German; nothing is translated.
fn site() -> Dir {
    let dir = Dir::project(&[
        ("content/port/quai.md", "Le quai dort. Le bac attend.\n"),
        ("content/phare.md", "Le phare veille.\n"),
    ]);
    dir.put("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\", \"de\"]\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir
}

/// The path of a catalog means that page in that language.
#[test]
fn a_catalog_names_its_page_in_its_language_alone() {
    let dir = site();
    for word in ["locales/de/port/quai.ftl", "locales/de/port", "./locales/de/port/"] {
        for command in ["todo", "check", "status"] {
            let out = dir.run(&[command, word]).out;
            let (de, en) = match command {
                "status" => (out.contains("\nde "), out.contains("\nen ")),
                _ => (out.contains("locales/de/port/quai.ftl"), out.contains("locales/en")),
            };
            assert!(de && !en, "{command} {word}: {out}");
            assert!(!out.contains("phare"), "{command} {word}: {out}");
        }
    }
    // Two of them name two; a document, or the French catalog, all languages.
    let all = dir.run(&["todo", "port/quai"]).out;
    assert!(all.contains("locales/en/port/quai.ftl") && all.contains("locales/de/port/quai.ftl"));
    for words in [
        &["locales/de/port/quai.ftl", "locales/en/port/quai.ftl"][..],
        &["locales/fr/port/quai.ftl"],
        &["locales/de/port/quai.ftl", "content/port/quai.md"],
    ] {
        assert_eq!(dir.run(&[&["todo"], words].concat()).out, all, "{words:?}");
    }
    let mixed = dir.run(&["todo", "locales/de/port/quai.ftl", "locales/en/phare.ftl"]).out;
    assert!(mixed.contains("de/port/quai.ftl") && mixed.contains("en/phare.ftl"), "{mixed}");
    assert!(!mixed.contains("en/port/quai.ftl") && !mixed.contains("de/phare.ftl"), "{mixed}");
    let build = dir.run(&["build", "locales/de/port/quai.ftl"]);
    assert_eq!(build.status, 0, "{}", build.err);
    assert!(dir.has("dist/de/port/quai.md") && !dir.has("dist/en") && !dir.has("dist/fr"));
}

#[test]
fn translations_that_differ_are_told_in_the_language_of_the_catalog_alone() {
    let dir = Dir::project(&[("content/pont.md", "Le pont ferme.\n\nLe pont ferme.\n")]);
    let settings =
        "[project]\nsource = \"fr\"\nlocales = [\"en\", \"de\"]\n[policy]\ninconsistent = \"warning\"\n";
    dir.put("drogman.toml", settings);
    dir.run(&["sync"]);
    for (locale, texts) in [("en", ["It closes.", "It shuts."]), ("de", ["Sie schließt.", "Sie macht zu."])]
    {
        let file = format!("locales/{locale}/pont.ftl");
        let mut texts = texts.into_iter();
        let filled: Vec<String> = (dir.text(&file).split("\n\n"))
            .map(|block| match block.lines().find_map(|line| line.strip_prefix("# @unit ")) {
                Some(id) => format!("{}\n{id} = {}\n", block.trim_end(), texts.next().expect("a text")),
                None => block.to_owned(),
            })
            .collect();
        dir.put(&file, filled.join("\n\n"));
    }
    let out = dir.run(&["check", "locales/de/pont.ftl"]).out;
    assert_eq!(out.matches("translated otherwise").count(), 2, "{out}");
    assert!(!out.contains("locales/en"), "{out}");
}

#[test]
fn a_catalog_is_accepted_in_its_language_alone() {
    let dir = site();
    for locale in ["en", "de"] {
        let file = format!("locales/{locale}/phare.ftl");
        let text = dir.text(&file);
        let id = text.lines().find_map(|line| line.strip_prefix("# @unit ")).expect("a unit");
        dir.put(&file, format!("{text}{id} = Light\n").replace("veille", "brille"));
    }
    let diff = dir.run(&["diff", "locales/de/phare.ftl"]).out;
    assert!(diff.contains("locales/de/phare.ftl") && !diff.contains("locales/en"), "{diff}");
    let accept = dir.run(&["accept", "locales/de/phare.ftl"]).out;
    assert!(accept.contains("1 unit accepted") && !accept.contains("en  "), "{accept}");
    assert!(dir.text("locales/en/phare.ftl").contains("brille"));
}

/// The id of the first unit of a catalog.
fn first_unit(dir: &Dir, file: &str) -> String {
    let text = dir.text(file);
    text.lines().find_map(|line| line.strip_prefix("# @unit ")).expect("a unit").to_owned()
}

/// An address with an id holds for ever, whatever its page is called today.
#[test]
fn an_address_outlives_the_name_of_its_page() {
    let dir = site();
    let id = first_unit(&dir, "locales/en/phare.ftl");
    let address = format!("phare#{id}");
    std::fs::rename(dir.path("content/phare.md"), dir.path("content/port/feu.md")).expect("renamed");
    for synced in [false, true] {
        if synced {
            assert_eq!(dir.run(&["sync"]).status, 0);
        }
        let show = dir.run(&["show", &address]);
        assert!(show.out.starts_with(&format!("port/feu#{id}  (port/feu:1.1")), "{}{}", show.out, show.err);
        assert_eq!(dir.run(&["diff", &address]).status, 0);
    }
    let file = "locales/en/port/feu.ftl";
    let text = dir.text(file).replace("veille", "brille");
    dir.put(file, format!("{text}{id} = Light\n"));
    let accept = dir.run(&["accept", &address]);
    assert!(accept.status == 0 && accept.out.contains("1 unit accepted"), "{}{}", accept.out, accept.err);
    // It has gone on to another page alone.
    dir.put("content/port/feu.md", "Une digue tient.\n");
    dir.put("content/port/quai.md", "Le quai dort. Le bac attend.\n\nLe phare veille.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    let accept = dir.run(&["accept", &format!("port/feu#{id}")]);
    assert!(
        accept.status == 2 && accept.err.contains(&format!("it has moved: 'port/quai#{id}'")),
        "{}",
        accept.err
    );
}

#[test]
fn a_page_that_build_made_leads_to_its_source() {
    let dir = site();
    let settings = "[project]\nsource = \"fr\"\nlocales = [\"en\", \"de\"]\noutput = \"content\"\n\n[documents]\n\
                    exclude = [\"**/*.en.*\", \"**/*.de.*\"]\n\n[build]\n\
                    path = \"{dir}{stem}.{locale}.{ext}\"\nsource = false\n";
    dir.put("drogman.toml", settings);
    assert_eq!(dir.run(&["build"]).status, 0);
    assert!(dir.has("content/port/quai.en.md"));
    for word in ["content/port/quai.en.md", "./content/port/quai.en.md", "port/quai.en.md"] {
        let run = dir.run(&["check", word]);
        let told =
            "this is what `build` makes of `port/quai` for `en`: name its source, content/port/quai.md";
        assert!(run.status == 2 && run.err.contains(told), "{word}: {}", run.err);
    }
}

#[test]
fn the_old_name_of_a_page_leads_to_the_new_one() {
    let dir = site();
    std::fs::rename(dir.path("content/phare.md"), dir.path("content/port/feu.md")).expect("renamed");
    let words = ["phare", "phare.md", "content/phare.md", "locales/en/phare.ftl", "./content/phare.md"];
    for word in words {
        for command in ["todo", "status", "check", "build", "accept", "diff", "show"] {
            let run = dir.run(&[command, word]);
            assert_eq!(run.status, 2, "{command} {word}");
            assert!(
                run.err.contains("`phare` has catalogs and no document"),
                "{command} {word}: {}",
                run.err
            );
        }
    }
    assert_eq!(dir.run(&["sync"]).status, 0);
    for word in words {
        for command in ["todo", "status", "check", "build", "accept", "diff", "show"] {
            let run = dir.run(&[command, word]);
            assert_eq!(run.status, 2, "{command} {word}");
            assert!(
                run.err.contains("its sentences stand in `port/feu` now"),
                "{command} {word}: {}",
                run.err
            );
        }
    }
    let run = dir.run_in(&dir.path("content/port"), &["todo", "../phare.md"], "");
    assert!(run.err.contains("its sentences stand in `port/feu` now"), "{}", run.err);
    let run = dir.run(&["show", "phare:1.1"]);
    assert!(run.err.contains("its sentences stand in `port/feu` now"), "{}", run.err);
    // A page that never was is not found by a name that is like one.
    let run = dir.run(&["todo", "autre/phare"]);
    assert!(!run.err.contains("now"), "{}", run.err);
}

#[test]
fn a_list_names_units_as_the_next_command_takes_them() {
    let dir = site();
    let id = first_unit(&dir, "locales/en/port/quai.ftl");
    let address = format!("port/quai#{id}");
    for arguments in [&["todo"][..], &["todo", "--format", "markdown"], &["status", "--units"]] {
        let out = dir.run(arguments).out;
        assert!(out.contains(&address), "{arguments:?}: {out}");
    }
    let run = dir.run(&["todo", &address]);
    assert!(run.status == 2 && run.err.contains(&format!("drogman show '{address}'")), "{}", run.err);
    let run = dir.run(&["show", "port/quai"]);
    assert!(run.status == 2 && run.err.contains("drogman status --units 'port/quai'"), "{}", run.err);
    // Those that are current are listed, too.
    let text = dir.text("locales/en/port/quai.ftl");
    let line = "# fr: Le quai dort.\n";
    dir.put("locales/en/port/quai.ftl", text.replace(line, &format!("{line}{id} = Quay\n")));
    let out = dir.run(&["status", "--units", "port/quai"]).out;
    assert!(out.contains(&format!("{address}  current  port/quai:1.1")), "{out}");
}

/// Every list has the languages as the settings have them.
#[test]
fn languages_stand_in_the_order_of_the_settings() {
    let dir = site();
    dir.put("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\", \"ar\", \"de\"]\n");
    let catalogs =
        ["locales/fr/phare.ftl", "locales/en/phare.ftl", "locales/ar/phare.ftl", "locales/de/phare.ftl"];
    let in_order = |out: &str| {
        let places: Vec<usize> =
            catalogs[1..].iter().map(|file| out.find(file).expect("it is listed")).collect();
        assert!(places.is_sorted(), "{out}");
    };
    dir.put("content/phare.md", "Le phare veille. Un feu brille.\n");
    let plan = dir.run(&["sync", "--dry-run"]).out;
    in_order(&plan);
    assert!(plan.find(catalogs[0]) < plan.find(catalogs[1]), "{plan}");
    assert_eq!(dir.run(&["sync"]).status, 0);
    for arguments in
        [&["check"][..], &["check", "--format", "json"], &["check", "--format", "github"], &["todo"]]
    {
        in_order(&dir.run(arguments).out);
    }
}

#[test]
fn sync_has_no_languages_to_choose_from() {
    let dir = site();
    assert!(!dir.run(&["sync", "--help"]).out.contains("--locale"));
    assert!(dir.run(&["todo", "--help"]).out.contains("--locale"));
    for arguments in [&["sync", "--locale", "en"], &["--locale", "en", "sync"]] {
        let run = dir.run(arguments);
        assert!(run.status == 2 && run.err.contains("`sync` is always of the whole project"), "{}", run.err);
    }
}

/// A page that was copied with its catalogs: an id alone does not say which of the two is meant.
#[test]
fn an_id_of_several_pages_is_not_accepted_without_its_page() {
    let dir = site();
    let id = first_unit(&dir, "locales/en/phare.ftl");
    let text = dir.text("locales/en/phare.ftl").replace("veille", "brille");
    dir.put("locales/en/phare.ftl", format!("{text}{id} = Light\n"));
    for (from, to) in [
        ("content/phare.md", "content/copie.md"),
        ("locales/fr/phare.ftl", "locales/fr/copie.ftl"),
        ("locales/en/phare.ftl", "locales/en/copie.ftl"),
    ] {
        dir.put(to, dir.text(from));
    }
    let files = dir.files();
    let run = dir.run(&["accept", &id]);
    assert!(run.status == 2 && run.err.contains(&format!("name one of them: 'copie#{id}'")), "{}", run.err);
    assert!(run.out == "Nothing to accept.\n" && dir.files() == files, "{}", run.out);
    let run = dir.run(&["accept", &format!("copie#{id}")]);
    assert!(run.status == 0 && run.out.ends_with("1 unit accepted.\n"), "{}{}", run.out, run.err);
    assert!(dir.text("locales/en/phare.ftl").contains("brille"));
}

#[test]
fn a_catalog_of_another_language_than_that_which_is_asked_for_is_told() {
    let dir = site();
    for command in ["todo", "status", "check", "build"] {
        let run = dir.run(&[command, "locales/de/phare.ftl", "--locale", "en"]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{command}");
        assert!(
            run.err.contains("`locales/de/phare.ftl` is of `de`, and --locale asks for en"),
            "{}",
            run.err
        );
    }
    assert_eq!(dir.run(&["todo", "locales/de/phare.ftl", "--locale", "de"]).status, 0);
}

/// The letters of one system are not those of another: é may be one sign, or an e and its accent.
#[cfg(target_os = "linux")]
#[test]
fn a_name_is_known_however_its_accents_are_coded() {
    let (composed, apart) = ("\u{e9}t\u{e9}", "e\u{301}te\u{301}");
    for (file, word) in [(apart, composed), (composed, apart)] {
        let dir = Dir::project(&[(&format!("content/{file}.md"), "Il fait chaud.\n")]);
        assert_eq!(dir.run(&["sync"]).status, 0);
        assert!(!dir.run(&["check"]).err.contains("accents"));
        for word in [word.to_owned(), format!("{word}.md"), format!("content/{word}.md")] {
            let run = dir.run(&["status", &word]);
            assert!(run.status == 0 && run.out.contains(file), "{word}: {}{}", run.out, run.err);
        }
        let run = dir.run(&["accept", &format!("{word}:1.1")]);
        assert!(run.status == 0 && run.err.contains("there is no translation to accept"), "{}", run.err);
        // Two of them look the same, and are one file on other disks.
        dir.put(&format!("content/{word}.md"), "Il fait froid.\n");
        assert!(dir.run(&["check"]).err.contains("differ in how their accents are coded only"));
    }
}
