//! A translation that is there and is not read for one, while the French changes: once put right, it must not pass for a
//! translation of the new French.

use crate::support::Dir;

/// A page of two sentences, its second one translated.
const PAGE: &str = "La halle ouvre tôt.\n\nLe marché compte 40 étals.\n";

const STALLS: &str = "Le marché compte 40 étals.";

/// The project, and the id of its translated unit.
fn project() -> (Dir, String) {
    let project = Dir::project(&[("content/page.md", PAGE)]);
    project.ok(&["sync"]);
    project.translate_one("locales/en/page.ftl", STALLS, "The market has 40 stalls.");
    let id = project.id("locales/en/page.ftl", STALLS);
    (project, id)
}

/// The translation's line, as a slip makes it; then the number changes; then somebody puts the slip right.
fn put_right_after(slip: impl Fn(&str, &str) -> String) -> (Dir, [usize; 6]) {
    let (project, id) = project();
    let line = format!("{id} = The market has 40 stalls.");
    let wrong = slip(&id, &line);
    project.replace("locales/en/page.ftl", &line, &wrong);
    project.replace("content/page.md", "40 étals", "50 étals");
    project.ok(&["sync"]);
    project.assert_settled();
    project.replace("locales/en/page.ftl", &wrong, &line);
    let counts = project.counts();
    (project, counts)
}

const STALE: [usize; 6] = [0, 1, 1, 0, 0, 0];

#[test]
fn under_a_misspelt_id() {
    let (_, counts) = put_right_after(|id, line| line.replace(id, &format!("{id}x")));
    assert_eq!(counts, STALE);
}

#[test]
fn under_an_id_that_is_no_id() {
    for wrong in ["\u{200b}", "\"", "* "] {
        let (_, counts) = put_right_after(|_, line| format!("{wrong}{line}"));
        assert_eq!(counts, STALE, "{wrong:?}");
    }
    let (_, counts) = put_right_after(|_, line| line.replacen('-', " ", 1));
    assert_eq!(counts, STALE);
}

#[test]
fn without_its_id() {
    let (_, counts) = put_right_after(|_, line| line.split_once(" = ").unwrap().1.to_owned());
    assert_eq!(counts, STALE);
}

/// A new sentence behind it parts it from nothing.
#[test]
fn below_an_empty_line_or_its_id() {
    for wrong in ["\nTEXT", "ID =\n\nTEXT", "ID =\nTEXT"] {
        let slip = |id: &str, text: &str| wrong.replace("ID", id).replace("TEXT", text);
        let text = "The market has 40 stalls.";
        let (_, counts) = put_right_after(|id, _| slip(id, text));
        assert_eq!(counts, STALE, "{wrong}");
        let (project, id) = project();
        let (line, wrong) = (format!("{id} = {text}"), slip(&id, text));
        project.replace("locales/en/page.ftl", &line, &wrong);
        project.replace("content/page.md", "étals.", "étals. La rue est gaie.");
        project.ok(&["sync"]);
        project.assert_settled();
        let catalog = project.text("locales/en/page.ftl");
        assert!(catalog.contains(&format!("# fr: {STALLS}\n{wrong}\n\n# @unit ")), "{catalog}");
        let told = project.run(&["check"]).out;
        assert!(told.contains(&format!("write it as: {line}\n")), "{told}");
    }
}

#[test]
fn commented_out() {
    let (_, counts) = put_right_after(|_, line| format!("# {line}"));
    assert_eq!(counts, STALE);
}

#[test]
fn as_a_term() {
    let (_, counts) = put_right_after(|_, line| format!("-{line}"));
    assert_eq!(counts, STALE);
}

#[test]
fn a_note_does_not_keep_the_french_of_a_stub() {
    let project = Dir::project(&[("content/page.md", PAGE)]);
    project.ok(&["sync"]);
    project.edit("locales/en/page.ftl", |text| format!("{}\n# ask the town hall\n", text.trim_end()));
    project.replace("content/page.md", "40 étals", "50 étals");
    project.ok(&["sync"]);
    let catalog = project.text("locales/en/page.ftl");
    assert!(catalog.contains("\n# fr: Le marché compte 50 étals.\n"), "{catalog}");
    assert!(catalog.contains("\n# ask the town hall\n"), "{catalog}");
}

#[test]
fn lines_that_name_another_unit_stay_at_the_translation_below_them() {
    let (project, id) = project();
    let catalog = project.text("locales/en/page.ftl");
    let other = &project.id("locales/en/page.ftl", "La halle ouvre tôt.");
    // Somebody copied the wrong line: both sections name the first unit, which leaves the page.
    let wrong = catalog.replace(&format!("# @unit {id}"), &format!("# @unit {other}"));
    let translated = wrong.replacen(
        "La halle ouvre tôt.\n",
        &format!("La halle ouvre tôt.\n{other} = The hall opens early.\n"),
        1,
    );
    project.put("locales/en/page.ftl", translated);
    project.replace("content/page.md", "La halle ouvre tôt.\n\n", "");
    project.ok(&["sync"]);
    project.ok(&["prune"]);
    let left = project.text("locales/en/page.ftl");
    assert!(left.contains("# fr: Le marché compte 40 étals.\n"), "{left}");
    assert!(!left.contains("The hall opens early."), "{left}");
}

#[test]
fn a_new_sentence_parts_no_translation_from_the_lines_above_it() {
    for (before, behind) in [("", "x"), ("-", "")] {
        let (project, id) = project();
        let wrong = format!("{before}{id}{behind} = ");
        project.replace("locales/en/page.ftl", &format!("{id} = "), &wrong);
        project.replace("content/page.md", "40 étals.", "40 étals. Il ferme à midi.");
        project.ok(&["sync"]);
        let catalog = project.text("locales/en/page.ftl");
        assert!(catalog.contains(&format!("compte 40 étals.\n{wrong}")), "{catalog}");
        assert!(catalog.ends_with("# fr: Il ferme à midi.\n"), "{catalog}");
    }
}

#[test]
fn whoever_puts_it_right_is_told_that_the_french_has_changed() {
    let line_of_today = "# fr: Le marché compte 50 étals.";
    let slips: [fn(&str) -> String; 3] =
        [|line| line.replacen(" =", "x =", 1), |line| line.replacen('-', " ", 1), |line| format!("# {line}")];
    for slip in slips {
        let (project, id) = project();
        let line = format!("{id} = The market has 40 stalls.");
        project.replace("locales/en/page.ftl", &line, &slip(&line));
        let todo = project.run(&["todo"]).out;
        assert!(todo.contains("not read") && !todo.contains("paste"), "{todo}");
        project.replace("content/page.md", "40 étals", "50 étals");
        project.ok(&["sync"]);
        let (todo, check) = (project.run(&["todo"]).out, project.run(&["check"]).out);
        assert!(todo.contains(&format!("paste: {line_of_today}\n")), "{todo}");
        assert!(check.contains(&format!("let its line of French be: {line_of_today}\n")), "{check}");
    }
}

#[test]
fn behind_its_own_name() {
    let project = Dir::translated();
    project.put("content/velo.txt", "Un guide pour les cyclistes.\n");
    project.ok(&["sync"]);
    project.edit("locales/en/velo.ftl", |text| {
        let line = text.lines().find(|line| line.starts_with("# @unit ")).unwrap().to_owned();
        let id = line["# @unit ".len()..].split(' ').next().unwrap().to_owned();
        text.replace(&line, &format!("# @unit {id} = A guide for cyclists."))
    });
    let told = project.run(&["check"]).out;
    assert!(told.contains("write it as: velo-") && told.contains("= A guide for cyclists."), "{told}");
    project.put("content/velo.txt", "Un plan pour les marcheurs de nuit.\n");
    project.ok(&["sync"]);
    let text = project.text("locales/en/velo.ftl");
    assert!(text.contains("# fr: Un guide pour les cyclistes.\n"), "its French stays: {text}");
}
