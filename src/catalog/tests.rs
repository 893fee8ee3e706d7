//! Laws and cases of reading and editing.

use super::edit::{
    LINE_BREAKS, Stub, applied, move_under_section, one_line, remove, set_french, stub, unit_text,
    without_line_breaks,
};
use super::insert::{At, Insertions};
use super::{Catalog, read, source};
use crate::text::apply;

fn catalog(text: &str) -> Catalog<'_> {
    read("locales/en/a.ftl", text, "fr").0
}

#[test]
fn a_unit_is_its_comment_and_its_message() {
    let text = "### t\n\n# @unit a-1 (heading)\n# fr: Un.\n# note\na-1 = One.\n";
    let catalog = catalog(text);
    let unit = catalog.unit("a-1").unwrap();
    assert_eq!(unit.french().map(|line| line.text).collect::<Vec<_>>(), ["Un."]);
    assert_eq!(catalog.extent(unit), vec![7..text.len()]);
    assert!(unit.message.as_ref().unwrap().attached);
}

#[test]
fn a_stub_goes_between_empty_lines_and_comes_out_again() {
    for text in ["### t\n\n# @unit a-1\n# fr: Un.\na-1 = One.\n\n# @unit c-3\n# fr: Trois.\n", "", "### t\n"]
    {
        let before = catalog(text);
        let new = Stub { id: "b-2", kind: Some("lead"), sentence: "Deux.", proposal: None };
        let mut insertions = Insertions::new(&before);
        insertions.add(At::After("a-1"), &stub("fr", &new));
        let after = apply(text, &insertions.edits()).unwrap();
        assert!(after.contains("# @unit b-2 (lead)\n# fr: Deux.\n"), "{after}");
        let with = catalog(&after);
        let edits = remove(&with, &[with.unit("b-2").unwrap()]);
        assert_eq!(apply(&after, &edits).unwrap(), text);
    }
}

#[test]
fn french_is_set_and_read_back() {
    for text in [
        "# @unit a-1\n# fr: Un.\na-1 = One.\n",
        "# @unit a-1\na-1 = One.\n",
        "a-1 = One.\n",
        "# note\na-1 = One.",
        "# fr: Un.\na-1 = One.\n",
        "# @unit a-1",
        "# @unit a-1\n# fr: Un.\n# fr: Une.\n# note\na-1 = One.\n",
    ] {
        let before = catalog(text);
        let after = applied(&before, &set_french(&before, before.unit("a-1").unwrap(), "Deux\nlignes."));
        let read = catalog(&after);
        let unit = read.unit("a-1").unwrap();
        assert_eq!(
            unit.french().map(|line| line.text).collect::<Vec<_>>(),
            ["Deux lignes."],
            "{text:?} {after:?}"
        );
    }
}

#[test]
fn a_source_catalog_is_edited_in_place() {
    let text = source::new_catalog("fr", [("a-1", "Un."), ("b-2", "{Deux}."), ("c-3", "Trois.")]);
    let before = catalog(&text);
    let units = [("c-3", "Trois."), ("d-4", "Quatre."), ("a-1", "Un !"), ("b-2", "{Deux}.")];
    let after = applied(&before, &source::edits(&before, &units));
    assert_eq!(after, source::new_catalog("fr", units));
    let same = catalog(&after);
    assert_eq!(source::edits(&same, &units), vec![]);
}

fn set(text: &str) -> String {
    let catalog = catalog(text);
    applied(&catalog, &set_french(&catalog, catalog.unit("a-1").unwrap(), "Deux."))
}

fn without(text: &str, ids: &[&str]) -> String {
    let catalog = catalog(text);
    let units: Vec<_> = ids.iter().map(|id| catalog.unit(id).unwrap()).collect();
    applied(&catalog, &remove(&catalog, &units))
}

fn moved(text: &str) -> String {
    let catalog = catalog(text);
    applied(&catalog, &move_under_section(&catalog, catalog.unit("a-1").unwrap()))
}

fn inserted(text: &str, at: At<'_>) -> String {
    let catalog = catalog(text);
    let mut insertions = Insertions::new(&catalog);
    insertions.add(at, "# @unit n-9\n");
    insertions.add(at, "# @unit n-10");
    applied(&catalog, &insertions.edits())
}

fn sourced(text: &str, units: &[(&str, &str)]) -> String {
    let catalog = catalog(text);
    applied(&catalog, &source::edits(&catalog, units))
}

/// Holds what became of texts against what was to become of them.
#[track_caller]
fn check<const N: usize>(edit: impl Fn(&str) -> String, cases: [(&str, &str); N]) {
    for (before, after) in cases {
        assert_eq!(edit(before), after, "{before:?}");
    }
}

#[test]
fn french_is_set_right_above_the_message() {
    check(
        set,
        [
            (
                "# @unit a-1\n# fr: Deux.\n# note\na-1 = One.\n",
                "# @unit a-1\n# fr: Deux.\n# note\na-1 = One.\n",
            ),
            (
                "# @unit a-1\n# fr: Un.\n# note\n# proposal: P.\na-1 = One.\n",
                "# @unit a-1\n# note\n# proposal: P.\n# fr: Deux.\na-1 = One.\n",
            ),
            ("# @unit a-1\n# note\na-1 = One.\n", "# @unit a-1\n# note\n# fr: Deux.\na-1 = One.\n"),
            ("# @unit a-1\n# fr: Un.\n# note", "# @unit a-1\n# note\n# fr: Deux."),
            ("# note\n# @unit a-1", "# note\n# @unit a-1\n# fr: Deux."),
            ("# @unit a-1\r\na-1 = One.\r\n", "# @unit a-1\r\n# fr: Deux.\r\na-1 = One.\r\n"),
        ],
    );
}

#[test]
fn a_message_without_a_unit_gets_its_lines_apart_from_those_of_others() {
    check(
        set,
        [
            (
                "# @unit b-2\n# fr: B.\na-1 = One.\n",
                "# @unit b-2\n# fr: B.\n# @unit a-1\n# fr: Deux.\na-1 = One.\n",
            ),
            ("# note\na-1 = One.\n", "# @unit a-1\n# note\n# fr: Deux.\na-1 = One.\n"),
            ("# fr: Un.\na-1 = One.\n", "# @unit a-1\n# fr: Deux.\na-1 = One.\n"),
            ("# fr: Un.\n# note\na-1 = One.\n", "# @unit a-1\n# note\n# fr: Deux.\na-1 = One.\n"),
            (
                "# fr: Un.\n# @unit b-2\n# fr: B.\na-1 = One.\n",
                "# @unit a-1\n# fr: Deux.\n# @unit b-2\n# fr: B.\na-1 = One.\n",
            ),
            (
                "# @unit a-1\n# fr: Un.\n\na-1 = One.\n",
                "# @unit a-1\n# fr: Un.\n\n# @unit a-1\n# fr: Deux.\na-1 = One.\n",
            ),
        ],
    );
}

#[test]
fn what_is_removed_takes_one_gap_with_it() {
    const THREE: &str = "### t\n\n# @unit a-1\n# fr: A.\n\n# @unit b-2\n# fr: B.\n\n# @unit c-3\n# fr: C.\n";
    for (ids, rest) in [
        (&["a-1"][..], "### t\n\n# @unit b-2\n# fr: B.\n\n# @unit c-3\n# fr: C.\n"),
        (&["b-2"], "### t\n\n# @unit a-1\n# fr: A.\n\n# @unit c-3\n# fr: C.\n"),
        (&["c-3"], "### t\n\n# @unit a-1\n# fr: A.\n\n# @unit b-2\n# fr: B.\n"),
        (&["a-1", "b-2"], "### t\n\n# @unit c-3\n# fr: C.\n"),
        (&["b-2", "c-3"], "### t\n\n# @unit a-1\n# fr: A.\n"),
    ] {
        assert_eq!(without(THREE, ids), rest, "{ids:?}");
    }
    check(
        |text| without(text, &["a-1"]),
        [
            ("# @unit a-1\n# fr: A.\n\n# @unit b-2\n# fr: B.\n", "# @unit b-2\n# fr: B.\n"),
            ("# @unit a-1\n# fr: A.\n", ""),
            ("\u{feff}# @unit a-1\n# fr: A.\n\n", "\u{feff}"),
            ("x = X\n# @unit a-1\n# fr: A.\ny = Y\n", "x = X\ny = Y\n"),
            ("x = X\n# @unit a-1\n# fr: A.\n\n# @unit b-2\n# fr: B.\n", "x = X\n\n# @unit b-2\n# fr: B.\n"),
            // The junk might join what stands before.
            ("x = X\n\n# @unit a-1\n# fr: A.\n?junk\n", "x = X\n\n# @unit a-1\n# fr: A.\n?junk\n"),
        ],
    );
}

#[test]
fn a_message_moves_under_its_stub_with_its_notes() {
    check(
        moved,
        [
            (
                "# @unit a-1\n# fr: A.\n\n# @unit b-2\n# fr: B.\n\na-1 = One.\n",
                "# @unit a-1\n# fr: A.\na-1 = One.\n\n# @unit b-2\n# fr: B.\n",
            ),
            (
                "# @unit a-1\n# fr: A.\n\n# @unit b-2\n# fr: B.\n\n# note\na-1 = One.",
                "# @unit a-1\n# fr: A.\n# note\na-1 = One.\n\n# @unit b-2\n# fr: B.\n",
            ),
            (
                "# @unit a-1\n# fr: A.\n\na-1 = One.\n\n# @unit b-2\n# fr: B.\n",
                "# @unit a-1\n# fr: A.\na-1 = One.\n\n# @unit b-2\n# fr: B.\n",
            ),
            (
                "# @unit a-1\n# fr: A.\n\n# @unit b-2\na-1 = One.\n",
                "# @unit a-1\n# fr: A.\na-1 = One.\n\n# @unit b-2\n",
            ),
            // A stub between another unit's lines comes behind that unit.
            (
                "# @unit b-2\n# fr: B.\n# @unit a-1\n# fr: A.\nb-2 = Two.\n\na-1 = One.\n",
                "# @unit b-2\n# fr: B.\nb-2 = Two.\n\n# @unit a-1\n# fr: A.\na-1 = One.\n",
            ),
            (
                "# @unit b-2\n# fr: B.\n# @unit a-1\n# fr: A.\nb-2 = Two.\n\na-1 = One.\n\nc = C\n",
                "# @unit b-2\n# fr: B.\nb-2 = Two.\n\n# @unit a-1\n# fr: A.\na-1 = One.\n\nc = C\n",
            ),
            (
                "a-1 = One.\n\n# @unit b-2\n# fr: B.\n# @unit a-1\n# fr: A.\nb-2 = Two.\n",
                "# @unit b-2\n# fr: B.\nb-2 = Two.\n\n# @unit a-1\n# fr: A.\na-1 = One.\n",
            ),
            ("a-1 = One.\n\n# @unit a-1\n# fr: A.", "# @unit a-1\n# fr: A.\na-1 = One.\n"),
            ("# @unit a-1\n# fr: A. \r\n \r\n\na-1 = One.\n\n", "# @unit a-1\n# fr: A. \r\na-1 = One.\n"),
            ("# @unit a-1\n# fr: A.\na-1 = One.\n", "# @unit a-1\n# fr: A.\na-1 = One.\n"),
        ],
    );
}

#[test]
fn new_blocks_stand_between_empty_lines() {
    const NEW: &str = "# @unit n-9\n\n# @unit n-10\n";
    for at in [At::Start, At::After("nowhere")] {
        assert_eq!(inserted("", at), NEW);
        assert_eq!(inserted("\u{feff}", at), format!("\u{feff}{NEW}"));
        assert_eq!(inserted("### t", at), format!("### t\n\n{NEW}"));
        assert_eq!(inserted("### t\n", at), format!("### t\n\n{NEW}"));
    }
    // The header ends with the last comment of three signs.
    let header = "### t\n# a note of the file\n\n### more\n";
    assert_eq!(inserted(&format!("{header}x = X\n"), At::Start), format!("{header}\n{NEW}\nx = X\n"));
    for rest in ["# a note\nx = X\n", "# a note\n\n# @unit a-1\n# fr: A.\n\ny = Y\n"] {
        assert_eq!(inserted(rest, At::Start), format!("{NEW}\n{rest}"));
    }
    let stub = "# @unit a-1\n# fr: A.\n";
    for (before, after) in [
        // What nothing else opens may be the stub's translation, misnamed: the two are not parted.
        (format!("{stub}y = Y\n"), format!("{stub}y = Y\n\n{NEW}")),
        (format!("{stub}\n\ny = Y\n"), format!("{stub}\n{NEW}\n\ny = Y\n")),
        (stub.trim_end().to_owned(), format!("{stub}\n{NEW}")),
    ] {
        assert_eq!(inserted(&before, At::After("a-1")), after);
    }
    // What a block holds stays as it is; what parts blocks is the file's.
    assert_eq!(
        inserted("# @unit a-1\r\n# fr: A.\r\n", At::After("a-1")),
        "# @unit a-1\r\n# fr: A.\r\n\r\n# @unit n-9\n\r\n# @unit n-10\r\n"
    );
}

#[test]
fn a_source_catalog_says_what_the_document_says_whatever_it_was() {
    const BODY: &str = "# @unit a-1\na-1 = Un.\n\n# @unit b-2\nb-2 = Deux.\n";
    let whole = &format!("### t\n\n{BODY}");
    check(
        |text| sourced(text, &[("a-1", "Un."), ("b-2", "Deux.")]),
        [
            ("", BODY),
            ("\u{feff}", &format!("\u{feff}{BODY}")),
            ("\u{feff}?junk\n", &format!("\u{feff}{BODY}")),
            ("### t\n\n# @unit a-1\na-1 = Un.\n\n?junk\n", whole),
            ("### t\n\n# @unit a-1\na-1 = Un.\n\n# @unit a-1\na-1 = Une.\n", whole),
            ("### t\n\n# @unit b-2\nb-2 = Deux.\n\n# @unit a-1\na-1 = Un.\n", whole),
            ("### t\n\n# @unit a-1\n\n# @unit b-2\nb-2 = Deux.\n", whole),
            ("### t\n\n# @unit a-1\na-1 =\n    Une\n    deux.\n\n# @unit b-2\nb-2 = Deux.", whole.trim_end()),
            (
                "### t\r\n\r\n# @unit a-1\r\na-1 = Une.\r\n\r\n# @unit b-2\r\nb-2 = Deux.\r\n",
                &whole.replace('\n', "\r\n"),
            ),
        ],
    );
}

#[test]
fn a_unit_is_told_with_its_message_apart_where_it_stands_apart() {
    let told = |text: &str| {
        let catalog = catalog(text);
        unit_text(&catalog, catalog.unit("a-1").unwrap())
    };
    check(
        told,
        [
            ("# @unit a-1\n# fr: A.\n\n# x\n\na-1 = One.", "# @unit a-1\n# fr: A.\n\na-1 = One.\n"),
            ("# @unit a-1\n# fr: A.\na-1 = One.\n", "# @unit a-1\n# fr: A.\na-1 = One.\n"),
        ],
    );
}

#[test]
fn each_break_of_a_line_is_one_space() {
    for sign in LINE_BREAKS {
        assert_eq!(one_line(&format!("L’eau…{sign}monte\u{a0}!")), "L’eau… monte\u{a0}!", "{sign:?}");
    }
    assert_eq!(one_line("un\r\ndeux\n\ntrois"), "un deux  trois");
    for text in ["", "L’été, à 18\u{a0}h… «\u{202f}oui\u{202f}»\t\u{2027}\u{84}"] {
        assert_eq!(one_line(text), text);
    }
}

#[test]
fn a_line_break_between_letters_of_chinese_or_japanese_is_nothing() {
    for (text, line) in [
        ("The station\nis closed.", "The station is closed."),
        ("駅は\n閉まる。\n「はい」と\n\n言う。", "駅は閉まる。「はい」と言う。"),
        ("车站\r\n关闭。", "车站关闭。"),
        // Beside another letter a space does no harm, and Korean has one between words.
        ("駅は\nABC", "駅は ABC"),
        ("역이\n닫힌다.", "역이 닫힌다."),
    ] {
        assert_eq!(without_line_breaks(text.into()), line);
    }
}
