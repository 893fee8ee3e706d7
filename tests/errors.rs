//! Every mistake that a person can make, side by side: `docs/errors.md` is made here, by running each.
//! `UPDATE=1 cargo test --test errors` writes it anew.

// Other systems have other names for what goes wrong with files.
#![cfg(unix)]

mod support;

use std::fmt::Write as _;

use support::Dir;

/// A mistake: what it is, the files that make it (beside a small project), and the command that meets it.
type Mistake = (&'static str, &'static [(&'static str, &'static [u8])], &'static str);

const CONFIG: &str = "drogman.toml";
const BASE: &str = "[project]\nsource = \"fr\"\nlocales = [\"en\"]\n";

macro_rules! config {
    ($text:literal) => {
        &[(CONFIG, concat!("[project]\nsource = \"fr\"\nlocales = [\"en\"]\n", $text).as_bytes())]
    };
}

macro_rules! glossary {
    ($text:literal) => {
        &[("glossary.toml", concat!("[[term]]\n", $text).as_bytes())]
    };
}

const MISTAKES: &[(&str, &[Mistake])] = &[
    (
        "The configuration",
        &[
            ("A key that is misspelt", config!("contnet = \"content\"\n"), "status"),
            ("A table that nobody knows", config!("[biuld]\nminimum = 3\n"), "status"),
            ("A key in the wrong table", config!("exclude = [\"notes/**\"]\n"), "status"),
            ("A value of the wrong type", config!("[build]\nminimum = \"all\"\n"), "status"),
            ("A word that is none of the choices", config!("[build]\nmissing = \"sorce\"\n"), "status"),
            ("Text that is no TOML", config!("content = \"content\n"), "status"),
            ("A key without a value", config!("content\n"), "status"),
            ("A key that is there twice", config!("source = \"fr\"\n"), "status"),
            ("A list that is not closed", config!("content = [\"a\"\n"), "status"),
            ("No source", &[(CONFIG, b"[project]\nlocales = [\"en\"]\n")], "status"),
            ("No locale", &[(CONFIG, b"[project]\nsource = \"fr\"\nlocales = []\n")], "status"),
            (
                "No language tag",
                &[(CONFIG, b"[project]\nsource = \"fr\"\nlocales = [\"anglais!\"]\n")],
                "status",
            ),
            (
                "A locale named twice",
                &[(CONFIG, b"[project]\nsource = \"fr\"\nlocales = [\"en\", \"EN\"]\n")],
                "status",
            ),
            (
                "The source as a target",
                &[(CONFIG, b"[project]\nsource = \"fr\"\nlocales = [\"fr\"]\n")],
                "status",
            ),
            (
                "A source that is not French",
                &[(CONFIG, b"[project]\nsource = \"de\"\nlocales = [\"en\"]\n")],
                "status",
            ),
            ("A folder outside of the project", config!("output = \"../dist\"\n"), "build"),
            ("Outputs among the catalogs", config!("output = \"locales/dist\"\n"), "build"),
            ("Catalogs among the documents", config!("catalogs = \"content\"\n"), "sync"),
            ("Outputs that would be read as documents", config!("output = \"content\"\n"), "build"),
            ("Two locales that write the same files", config!("[build]\npath = \"{path}\"\n"), "build"),
            ("A placeholder that is unknown", config!("[build]\npath = \"{lang}/{path}\"\n"), "build"),
            ("A pattern that can't be read", config!("[documents]\ninclude = [\"[\"]\n"), "status"),
            ("A table for a locale that is not there", config!("[locale.it]\nreleased = false\n"), "status"),
            ("A configuration that is not UTF-8", &[(CONFIG, b"# r\xe9glages\n[project]\n")], "status"),
        ],
    ),
    (
        "The glossary",
        &[
            ("A text where braces should be", glossary!("french = \"phare\"\nen = \"lighthouse\"\n"), "check"),
            ("A term without French", glossary!("en = { use = \"lighthouse\" }\n"), "check"),
            ("No word at all", glossary!("french = \"phare\"\nen = { use = \"\" }\n"), "check"),
            (
                "A word that is wanted and forbidden",
                glossary!("french = \"phare\"\nen = { use = \"lighthouse\", avoid = [\"lighthouse\"] }\n"),
                "check",
            ),
            ("A head in single brackets", &[("glossary.toml", b"[term]\nfrench = \"phare\"\n")], "check"),
            ("A list that is not closed", glossary!("french = [\"phare\", \"phares\"\n"), "check"),
        ],
    ),
    (
        "Files",
        &[
            ("A document that is not UTF-8", &[("content/bac.md", b"Le caf\xe9 est ouvert.\n")], "sync"),
            (
                "A document in which a merge was left undone",
                &[(
                    "content/bac.md",
                    b"# Le bac\n\n<<<<<<< HEAD\nIl part \xc3\xa0 7 h.\n=======\nIl part \xc3\xa0 8 h.\n>>>>>>> horaires\n",
                )],
                "sync",
            ),
            ("A catalog that is not UTF-8", &[("locales/en/phare.ftl", b"# caf\xe9\n")], "check"),
            ("Two documents of one catalog", &[("content/phare.txt", b"Le phare.\n")], "sync"),
            ("A document beside a shared file", &[("content/terms.md", b"Les mots.\n")], "sync"),
            ("A document that is called as shared files are", &[("content/_index.md", b"Les mots.\n")], "sync"),
            ("A folder in the place of a catalog", &[("locales/en/phare.ftl/a.txt", b"x")], "sync"),
        ],
    ),
    (
        "Arguments",
        &[
            ("A command that is misspelt", &[], "sinc"),
            ("An option that is not there", &[], "sync --dryrun"),
            ("A locale that the project has not", &[], "status --locale fr-CA"),
            ("A sync of one document", &[], "sync phare"),
            ("A sync of one locale", &[], "sync --locale en"),
            ("A document that is misspelt", &[], "status phar"),
            ("A language in the place of a document", &[], "build en"),
            ("A document to build that is not there", &[], "build nope"),
            ("A language to build that is not there", &[], "build --locale nope"),
            ("A unit that is not there", &[], "accept phare#phare-000000"),
            ("Nothing to accept", &[], "accept"),
            ("A rule that is misspelt", &[], "check --only numbres"),
            ("A policy that is not there", &[], "check --policy relaese"),
            ("A rule to explain that is misspelt", &[], "explain numbres"),
            ("An address to show that is not there", &[], "show phare#x"),
            ("A file to segment that is not there", &[], "segment absent.md"),
            ("Files to align that are not there", &[], "align ancien.md nouveau.md"),
            ("A file and a folder to align", &[], "align content/phare.md content"),
            ("A project that is there already", &[], "init --locale en"),
            ("A report of an unknown format", &[], "check --format xml"),
            ("A project folder that is not there", &[], "--project nulle-part status"),
        ],
    ),
];

/// Mistakes in a catalog, which `check` finds: what it is, and the catalog, in which ID is that of a unit.
const CATALOGS: &[(&str, &str)] = &[
    ("A brace that is not closed", "# @unit ID\n# fr: Le phare est fermé.\nID = The { lighthouse\n"),
    ("A brace that none opens", "# @unit ID\n# fr: Le phare est fermé.\nID = The lighthouse }\n"),
    ("A unit with two translations", "# @unit ID\n# fr: Le phare est fermé.\nID = Closed.\n\nID = Shut.\n"),
    (
        "A unit that is opened twice",
        "# @unit ID\n# fr: Le phare est fermé.\nID = Closed.\n\n# @unit ID\n# fr: Le phare est fermé.\n",
    ),
    ("A byte-order mark", "\u{feff}# @unit ID\n# fr: Le phare est fermé.\nID = Closed.\n"),
    ("Nothing behind the equals sign", "# @unit ID\n# fr: Le phare est fermé.\nID =\n"),
    ("A line without an equals sign", "# @unit ID\n# fr: Le phare est fermé.\nID Closed.\n"),
    ("A line that is indented", "# @unit ID\n# fr: Le phare est fermé.\n\n  ID = Closed.\n"),
    ("A comment without its space", "#@unit ID\n# fr: Le phare est fermé.\nID = Closed.\n"),
    (
        "A merge that nobody ended",
        "# @unit ID\n# fr: Le phare est fermé.\n<<<<<<< a\nID = Closed.\n=======\nID = Shut.\n>>>>>>> b\n",
    ),
    ("A term that is not there", "# @unit ID\n# fr: Le phare est fermé.\nID = { -lighthouse } closed.\n"),
    ("A variable that nobody gives", "# @unit ID\n# fr: Le phare est fermé.\nID = Closed at { $hour }.\n"),
    ("A term that holds itself", "-a = { -a }\n\n# @unit ID\n# fr: Le phare est fermé.\nID = { -a }\n"),
    ("An attribute", "# @unit ID\n# fr: Le phare est fermé.\nID = Closed.\n    .title = Shut\n"),
    (
        "A second line of French",
        "# @unit ID\n# fr: Le phare est fermé.\n# fr: Le phare est ouvert.\nID = Closed.\n",
    ),
    ("A translation that is commented out", "# @unit ID\n# fr: Le phare est fermé.\n# ID = Closed.\n"),
    (
        "A translation of no unit",
        "# @unit ID\n# fr: Le phare est fermé.\nID = Closed.\n\nphare-000000 = Old.\n",
    ),
    (
        "Signs that a terminal would obey",
        "# @unit ID\n# fr: Le phare est fermé.\nID = \u{1b}[31mClosed { \u{202e}\n",
    ),
];

fn catalogs(page: &mut String) {
    page.push_str("\n## Catalogs\n\nThese are findings: `drogman check` tells them, and exits with 1 if one is an error.\n");
    for (title, catalog) in CATALOGS {
        let dir = Dir::project(&[("content/phare.md", "Le phare est fermé.\n")]);
        assert_eq!(dir.run(&["sync"]).status, 0);
        let source = dir.text("locales/fr/phare.ftl");
        let id = source.lines().find_map(|line| line.strip_prefix("# @unit ")).expect("a unit");
        dir.put("locales/en/phare.ftl", catalog.replace("ID", id));
        let run = dir.run(&["check"]);
        assert!(run.status <= 1, "{title}: {}", run.err);
        assert!(run.out.contains("locales/en/phare.ftl"), "{title}: {}", run.out);
        let _ = writeln!(page, "\n### {title}\n\n```console\n$ drogman check\n{}\n```", run.out.trim_end());
    }
}

fn page() -> String {
    let mut page = String::from(
        "# Errors\n\nWhat drogman says of each mistake: what happened, where, why, and what to do. This page is made by a\n\
         test that makes each mistake. A command that meets one does the rest of its work, and exits with 2.\n",
    );
    for (part, mistakes) in MISTAKES {
        let _ = writeln!(page, "\n## {part}");
        for (title, files, command) in *mistakes {
            let dir = Dir::project(&[("content/phare.md", "Le phare est fermé.\n")]);
            dir.put(CONFIG, BASE);
            for (file, bytes) in *files {
                dir.put(file, bytes);
            }
            let arguments: Vec<&str> = command.split(' ').collect();
            let run = dir.run(&arguments);
            assert_eq!(run.status, 2, "{title}: {}{}", run.out, run.err);
            assert!(run.err.starts_with("error"), "{title}: {}", run.err);
            let root = dir.root().canonicalize().expect("a folder");
            let said = run.err.replace(root.to_str().expect("UTF-8"), "…");
            let _ =
                writeln!(page, "\n### {title}\n\n```console\n$ drogman {command}\n{}\n```", said.trim_end());
        }
    }
    catalogs(&mut page);
    page
}

#[test]
fn the_page_of_errors_is_what_the_command_says() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/errors.md");
    let page = page();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &page).expect("docs/errors.md");
    }
    let found = std::fs::read_to_string(&file).expect("docs/errors.md");
    assert!(found == page, "docs/errors.md is old: UPDATE=1 cargo test --test errors\n{page}");
}
