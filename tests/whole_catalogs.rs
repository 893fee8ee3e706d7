//! What goes wrong with a whole catalog at once: a search and replace, an editor, another program.

mod support;

use support::Dir;

const CATALOG: &str = "locales/en/port.ftl";

const SENTENCES: [(&str, &str); 6] = [
    ("Le port ouvre à l'été.", "The harbour opens in summer."),
    ("La digue tient.", "The dyke holds."),
    ("Le phare brille.", "The beacon shines."),
    ("La marée monte.", "The tide rises."),
    ("Le bac part.", "The ferry leaves."),
    ("La grève est à sec.", "The shore is dry."),
];

/// A project of one page, translated.
fn project() -> Dir {
    let page: Vec<&str> = SENTENCES.iter().map(|(french, _)| *french).collect();
    let dir = Dir::project(&[("content/port.md", &(page.join("\n\n") + "\n"))]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let mut catalog = dir.text(CATALOG);
    for (french, english) in SENTENCES {
        let line = format!("# fr: {french}\n");
        let at = catalog.find(&line).expect("its French");
        let id = catalog[..at].rsplit("# @unit ").next().unwrap_or_default().trim().to_owned();
        catalog.insert_str(at + line.len(), &format!("{id} = {english}\n"));
    }
    dir.put(CATALOG, catalog);
    assert_eq!(dir.run(&["check"]).out, "no findings\n");
    dir
}

/// A project whose catalog was changed, and what `check` tells.
fn told(change: impl Fn(&str) -> String) -> (Dir, String) {
    let dir = project();
    dir.put(CATALOG, change(&dir.text(CATALOG)));
    let out = dir.run(&["check"]).out;
    (dir, out)
}

#[test]
fn names_that_a_search_and_replace_changed_are_told_as_one() {
    // In the French, too.
    let (dir, out) = told(|catalog| catalog.replace("port", "harbour"));
    assert_eq!(out.matches("missing]").count(), 1, "{out}");
    assert!(
        out.contains("6 translations of this page stand under names that none of its sentences has"),
        "{out}"
    );
    assert!(out.contains("\n --> locales/en/port.ftl:5:1\n") && out.contains("git log -p"), "{out}");
    // Scripts have one for each, with both names.
    let json = dir.run(&["check", "--format", "json", "--only", "missing"]).out;
    assert_eq!(json.matches("a translation of it has the name `harbour-").count(), 6, "{json}");
    // Some of them are told by themselves.
    let (_, out) = told(|catalog| catalog.replacen("port-", "harbour-", 4));
    assert_eq!(out.matches("a translation of it has the name `harbour-").count(), 2, "{out}");
    // A page that nobody has begun is that.
    let (_, out) = told(|_| String::new());
    assert!(out.contains("the file has no unit any more"), "{out}");
}

#[test]
fn dashes_for_all_hyphens_are_told_as_what_they_are() {
    let (_, out) = told(|catalog| catalog.replace('-', "–"));
    assert!(out.contains("“–” in the id is not the hyphen of the keyboard (-)"), "{out}");
    assert!(out.contains("write it as: port-") && !out.contains("equals sign"), "{out}");
    let (_, out) = told(|catalog| catalog.replace("port-", "port "));
    assert!(
        out.contains("spaces stand in the id, which is one word") && !out.contains("equals sign"),
        "{out}"
    );
    // The rest of a translation that was cut is no name.
    let (_, out) =
        told(|catalog| catalog.replace("The tide rises.", "The tide:\nThe harbour greens = rises"));
    assert!(out.contains("this line cuts the translation above it short"), "{out}");
    assert!(!out.contains("which is one word"), "{out}");
}

#[test]
fn what_editors_of_windows_leave_is_told_as_what_it_is() {
    let (_, out) = told(|catalog| catalog.replace('\n', "\r\n") + "\u{1a}");
    let line = "error[syntax]: this line is not empty: it holds a tab or other signs that nobody sees";
    assert!(out.contains(line) && out.contains("= help: delete the line\n"), "{out}");
    let (_, out) = told(|catalog| catalog.replace("# fr: ", "#\tfr:\t"));
    assert!(out.contains("write it as: # fr: Le port ouvre à l'été.\n"), "{out}");
}

#[test]
fn a_catalog_that_an_editor_saved_under_another_name_is_told() {
    for (name, meant) in
        [("port.ftl.txt", "port.ftl"), ("PORT.FTL", "PORT.ftl"), ("commun/port.Ftl.TXT", "commun/port.ftl")]
    {
        let dir = project();
        let catalog = dir.text(CATALOG);
        std::fs::remove_file(dir.path(CATALOG)).expect("it goes");
        dir.put(&format!("locales/en/{name}"), catalog);
        let told = format!("`locales/en/{name}` is no catalog, as its name does not end in `.ftl`\n");
        for command in ["check", "status", "sync"] {
            let err = dir.run(&[command]).err;
            assert!(err.contains(&told) && err.contains(&format!("call it `locales/en/{meant}`")), "{err}");
        }
    }
    let dir = project();
    // Those that programs keep are meant to be none.
    for copy in ["port.ftl.bak", "port.ftl~", ".port.ftl.swp", "desktop.ini"] {
        dir.put(&format!("locales/en/{copy}"), "x");
    }
    assert_eq!(dir.run(&["check"]).err, "");
}

#[test]
fn the_same_slip_in_each_unit_is_told_once() {
    let (dir, out) = told(|catalog| catalog.replace(" = ", "\t= "));
    assert_eq!(out.matches("error[").count(), 1, "{out}");
    assert!(
        out.contains("a tab stands behind the id") && out.contains("5 more lines of this file have the"),
        "{out}"
    );
    // Scripts have one for each.
    assert_eq!(dir.run(&["check", "--format", "json"]).out.matches("a tab stands behind").count(), 6);
    // Some of them are told by themselves.
    let (_, out) = told(|catalog| catalog.replacen(" = ", "\t= ", 5));
    assert_eq!(out.matches("error[").count(), 4, "{out}");
}

#[test]
fn translations_whose_comments_a_program_dropped_are_told_with_one_command() {
    let without_comments = |catalog: &str| {
        let lines = catalog.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| format!("{line}\n")).collect::<String>()
    };
    let (dir, out) = told(without_comments);
    assert_eq!(out.matches("error[unverified]").count(), 1, "{out}");
    assert!(
        out.contains("5 more translations of this page are so, too") && out.contains("git log -p"),
        "{out}"
    );
    assert!(out.contains("drogman accept 'port' --unverified --locale en\n"), "{out}");
    assert_eq!(dir.run(&["accept", "port", "--unverified", "--locale", "en"]).status, 0);
    assert_eq!(dir.run(&["check"]).out, "no findings\n");
}

#[test]
fn what_sync_writes_in_the_place_of_lost_lines_is_told() {
    let (dir, _) = told(|catalog| catalog.split_inclusive("holds.\n").next().unwrap_or_default().to_owned());
    let line =
        "port\n  lacking   4 sentences in locales/en/port.ftl: their lines are written, to be translated\n";
    assert!(dir.run(&["sync", "--dry-run"]).out.starts_with(line));
    assert_eq!(dir.run(&["sync"]).out, format!("{line}1 catalog written.\n"));
    assert_eq!(dir.run(&["sync"]).out, "The catalogs are up to date.\n");
    // What is new lacks nothing, nor does what somebody moved to another file.
    let page = dir.text("content/port.md");
    dir.put("content/port.md", page + "\nUne phrase neuve.\n");
    assert!(!dir.run(&["sync"]).out.contains("lacking"));
    let catalog = dir.text(CATALOG);
    let at = catalog.find("\n# @unit").map_or(0, |at| at + 1);
    dir.put("locales/en/quai.ftl", &catalog[at..]);
    dir.put(CATALOG, &catalog[..at]);
    let out = dir.run(&["sync"]).out;
    assert!(out.contains("moved     7 sentences from quai") && !out.contains("lacking"), "{out}");
}

#[test]
fn a_page_that_is_there_again_is_told() {
    let dir = project();
    dir.put("content/quai.md", "Le quai est sec.\n");
    let page = dir.text("content/port.md");
    std::fs::remove_file(dir.path("content/port.md")).expect("it goes");
    assert!(dir.run(&["sync"]).out.contains("port (no document any more)\n  gone      6 sentences"));
    dir.put("content/port.md", page + "\nUne phrase neuve.\n");
    let out = dir.run(&["sync"]).out;
    assert!(out.contains("  back      6 sentences, with their translations\n"), "{out}");
    assert!(out.contains("  new       ") && out.contains("Une phrase neuve."), "{out}");
    // In a clone, where git ignores the source catalogs, no page came back.
    std::fs::remove_dir_all(dir.path("locales/fr")).expect("it goes");
    assert_eq!(dir.run(&["sync"]).out, "2 catalogs written.\n");
}

#[test]
fn a_catalog_that_was_saved_as_ascii_is_told_once() {
    let dir = project();
    let spoilt: String = dir.text(CATALOG).chars().map(|c| if c.is_ascii() { c } else { '?' }).collect();
    dir.put(CATALOG, spoilt);
    let out = dir.run(&["check"]).out;
    let told =
        "error[syntax]: the file was saved as ASCII, and each letter beyond that became a question mark\n";
    assert!(out.starts_with(told) && out.contains("git checkout -- "), "{out}");
    assert!(out.ends_with("\n1 error in 1 file\n"), "{out}");
    // Services ask for each.
    assert!(dir.run(&["check", "--format", "json"]).out.contains("stale-major"));
}

#[test]
fn a_copy_of_a_catalog_is_told_once() {
    let dir = project();
    dir.put("locales/en/port - Copie.ftl", dir.text(CATALOG));
    let out = dir.run(&["check"]).out;
    assert_eq!(out.matches("error[unit-mismatch]").count(), 1, "{out}");
    assert!(out.contains("5 more units of this file do, too; if it is a copy, delete it\n"), "{out}");
    assert_eq!(dir.run(&["check", "--format", "json"]).out.matches("\"unit-mismatch\"").count(), 6);
}

#[test]
fn a_page_that_was_saved_in_the_wrong_encoding_is_told_once() {
    let dir = project();
    let page = dir.text("content/port.md");
    let spoilt: String = page.bytes().map(char::from).collect();
    dir.put("content/port.md", &spoilt);
    let message = "this page was read in the wrong encoding and saved so\n";
    let out = dir.run(&["check", "--skip", "sync-needed"]).out;
    assert_eq!(out.matches("error[").count(), 1, "{out}");
    assert!(out.contains(message) && out.contains("\n--> content/port.md\n"), "{out}");
    assert!(out.contains("git checkout -- 'content/port.md'\n"), "{out}");
    // Scripts have all.
    let json = dir.run(&["check", "--format", "json"]).out;
    assert!(json.contains("saved so") && json.contains("stale-major"), "{json}");
    assert!(dir.run(&["sync"]).err.contains(message));
    dir.put("content/port.md", &page);
    assert_eq!(dir.run(&["sync"]).err, "");
    assert_eq!(dir.run(&["check"]).out, "no findings\n");
    // A page that shows what such a text looks like is none.
    dir.put("content/port.md", page + "\nOn lit « Ã©tÃ© » pour « été », « forÃªt » pour « forêt ».\n");
    assert!(!dir.run(&["check"]).out.contains("saved so"));
}
