//! Laws and cases of reading and editing.

use super::edit::{Stub, applied, remove, set_french, stub};
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
