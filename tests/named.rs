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
