//! Catalogs as other programs save them: the same figures, and nothing for `sync` to do.

use crate::article::SENTENCES;
use crate::support::Dir;

/// A translated article with one unit to do, and what a translator adds.
fn worked_on() -> Dir {
    let project = Dir::translated();
    let text = project.text("locales/en/article.ftl");
    let some = text.lines().filter(|line| line.starts_with("article-")).nth(4).unwrap();
    let noted = text.replace(&format!("{some}\n"), "").replacen("# fr:", "# note: ask Léa\n# fr:", 1);
    project.put("locales/en/article.ftl", &noted);
    project.ok(&["sync"]);
    project
}

fn same_after(save: impl Fn(&str) -> String) {
    let project = worked_on();
    let counts = project.counts();
    assert_eq!(counts, [SENTENCES - 1, 0, 1, 0, 0, 0]);
    project.edit("locales/en/article.ftl", &save);
    project.edit("locales/fr/article.ftl", &save);
    assert_eq!(project.counts(), counts);
    let files = project.files();
    project.ok(&["sync"]);
    assert_eq!(project.files(), files, "sync puts nothing back into its own layout");
}

/// The Python and JavaScript libraries: no empty line between messages, two round a lone comment.
fn reserialised(text: &str) -> String {
    let entries: Vec<&str> = text.trim_end().split("\n\n").collect();
    let mut out = String::new();
    for entry in entries {
        match entry.lines().all(|line| line.starts_with('#')) {
            true => out.push_str(&format!("\n{entry}\n\n")),
            false => out.push_str(&format!("{entry}\n")),
        }
    }
    out.trim_start().to_owned()
}

#[test]
fn saved_without_empty_lines() {
    same_after(reserialised);
}

#[test]
fn saved_with_crlf() {
    same_after(|text| text.replace('\n', "\r\n"));
}

#[test]
fn saved_with_a_byte_order_mark() {
    same_after(|text| format!("\u{feff}{text}"));
}

#[test]
fn saved_with_aligned_values_and_no_last_line_end() {
    same_after(|text| text.replace(" = ", "  =   ").trim_end().to_owned());
}

#[test]
fn a_translation_added_at_the_end_is_unverified() {
    let project = worked_on();
    let states = project.states("article");
    let id = states.iter().find(|(_, state)| *state == "missing").unwrap().0;
    project.edit("locales/en/article.ftl", |text| format!("{text}{id} = Added elsewhere.\n"));
    assert_eq!(project.counts(), [SENTENCES - 1, 0, 0, 1, 0, 0]);
    project.assert_settled();
}

#[test]
fn comments_dropped_by_a_client_make_units_unverified_and_never_current() {
    let project = worked_on();
    project.edit("locales/en/article.ftl", |text| {
        text.lines().filter(|line| !line.starts_with('#')).map(|line| format!("{line}\n")).collect()
    });
    assert_eq!(project.figures("current"), 0);
    assert_eq!(project.figures("unverified"), SENTENCES - 1);
    let messages = project.text("locales/en/article.ftl").matches(" = ").count();
    project.ok(&["sync"]);
    assert_eq!(project.figures("current"), 0);
    assert_eq!(project.text("locales/en/article.ftl").matches(" = ").count(), messages);
}
