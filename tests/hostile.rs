//! What comes in broken is named and left as it is, and size costs no more than its share.

#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod support;

#[cfg(unix)]
use std::time::Duration;

use support::Dir;

/// A project with one page, translated.
fn translated() -> Dir {
    let dir = Dir::project(&[("content/bac.txt", "Le bac est plein. Il part.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let text = dir.text("locales/en/bac.ftl");
    let id = text.lines().find_map(|line| line.strip_prefix("# @unit ")).unwrap();
    let id = id.split(' ').next().unwrap().to_owned();
    dir.put("locales/en/bac.ftl", text.replacen(".\n", &format!(".\n{id} = The café ferry is full.\n"), 1));
    assert_eq!(dir.run(&["check", "--only", "catalog"]).status, 0);
    dir
}

#[test]
fn a_catalog_that_is_no_text_is_named_and_left_alone() {
    let whole = translated();
    let text = whole.text("locales/en/bac.ftl");
    let latin: Vec<u8> = text.chars().map(|one| u8::try_from(u32::from(one)).unwrap_or(b'?')).collect();
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let cut = text.as_bytes()[..=text.find('é').unwrap()].to_vec();
    for bytes in [latin, wide, cut] {
        let dir = translated();
        dir.put("locales/en/bac.ftl", &bytes);
        let french = ["Le bac est plein. Il part.\n", "Le bac est vide. Il part. Il revient.\n"];
        for (step, page) in french.iter().enumerate() {
            dir.put("content/bac.txt", page);
            for command in ["check", "status", "todo", "build", "sync", "prune"] {
                let run = dir.run(&[command]);
                assert_eq!(run.status, 2, "{step} {command}: {}{}", run.out, run.err);
                assert!(run.err.contains("locales/en/bac.ftl"), "{step} {command}: {}", run.err);
                let now = std::fs::read(dir.path("locales/en/bac.ftl")).unwrap();
                assert!(now == bytes, "{step} {command} wrote over it");
            }
        }
    }
}

#[test]
fn a_fix_tells_each_error_once_and_ends_when_nothing_is_left_to_mend() {
    let dir = translated();
    let text = dir.text("locales/en/bac.ftl").replace("The café ferry", "The\u{200b}  café   ferry");
    dir.put("locales/en/bac.ftl", text);
    dir.put("content/latin.txt", b"Le caf\xe9.\n");
    let run = dir.run(&["check", "--fix"]);
    assert_eq!(run.status, 2);
    assert_eq!(run.err.matches("content/latin.txt").count(), 1, "{}", run.err);
    assert!(dir.text("locales/en/bac.ftl").contains("The café ferry"));
    let before = dir.files();
    dir.run(&["check", "--fix"]);
    assert!(dir.files() == before);
}

/// How long the processor is at a sync of a page with this many sentences, new and again after the page moved.
#[cfg(unix)]
fn time(sentences: usize, say: impl Fn(usize) -> String) -> Duration {
    let page: Vec<String> = (0..sentences).map(say).collect();
    let dir = Dir::project(&[("content/long.txt", &page.join("\n"))]);
    let new = dir.processor_time("sync --quiet");
    std::fs::rename(dir.path("content/long.txt"), dir.path("content/autre.txt")).unwrap();
    new + dir.processor_time("sync --quiet")
}

#[cfg(unix)]
#[test]
fn a_long_row_of_one_mark_costs_its_share() {
    for mark in ["«", "~", "_", "*", "“", "(", "[", "\"", "!", "-", ">", "|", "€", "…", "'"] {
        let row = |length: usize| move |_: usize| format!("Le {} bac part.", mark.repeat(length));
        let small = time(1, row(2_000)).max(Duration::from_millis(20));
        let large = time(1, row(32_000));
        assert!(large < small * 60, "2000 {mark}: {small:?}, 32000: {large:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_long_page_costs_its_share() {
    let different = |number: usize| format!("Le bac {number} part.");
    let equal = |_: usize| "Le bac part.".to_owned();
    for say in [&different as &dyn Fn(usize) -> String, &equal] {
        // Eight times the sentences; a square would cost sixty-four times the time.
        let small = time(500, say).max(Duration::from_millis(20));
        let large = time(4000, say);
        assert!(large < small * 30, "500 sentences: {small:?}, 4000: {large:?}");
    }
}
