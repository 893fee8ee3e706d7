//! Sentences: cases as data (`tests/cases/segmentation`).

use std::path::Path;

use drogman::document::{Document, Format, Options, parse};
use drogman::segment::{Rules, explain, sentences};

fn rules() -> Rules {
    Rules::for_language("fr", &[]).expect("French has rules")
}

/// The sentences of a text with `|` between them.
fn marked(document: &Document<'_>) -> String {
    let mut all = Vec::new();
    for block in &document.blocks {
        for span in sentences(block, &rules(), |_, _| {}) {
            all.push(block.text[span].to_owned());
        }
    }
    all.join(" | ")
}

/// Runs the cases of a file: every line that is not empty and no `#` heading.
fn run(file: &str, format: Format, name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/segmentation").join(file);
    let cases = std::fs::read_to_string(path).expect("the cases are there");
    let (mut heading, mut wrong) = ("", String::new());
    for (line, case) in cases.lines().enumerate() {
        if let Some(title) = case.strip_prefix("# ") {
            heading = title;
        }
        if case.is_empty() || case.starts_with("# ") {
            continue;
        }
        // `|` without spaces: sentences that nothing separates.
        let expected = case.replace(" | ", "|").replace('|', " | ");
        let input = case.replace(" | ", " ").replace('|', "");
        let (document, _) = parse(format, name, &input, &Options { ..Options::default() });
        let got = marked(&document);
        if got != expected {
            wrong.push_str(&format!("\n{file}:{} ({heading})\n  want {expected}\n  got  {got}\n", line + 1));
            for candidate in explain(&document, &rules()) {
                let before = &document.blocks[candidate.block].text[..candidate.at];
                let tail: Vec<char> = before.chars().rev().take(16).collect();
                let tail: String = tail.into_iter().rev().collect();
                wrong.push_str(&format!("       …{tail}| {}\n", candidate.reason.as_str()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Files of cases in plain text: by phenomenon, and by the nature of the text.
const PLAIN: [&str; 10] = [
    "plain.txt",
    "press.txt",
    "parliament.txt",
    "leaflets.txt",
    "encyclopaedia.txt",
    "web.txt",
    "novels.txt",
    "speech.txt",
    "law.txt",
    "manuals.txt",
];

#[test]
fn plain_cases_are_cut_as_marked() {
    for file in PLAIN {
        run(file, Format::Plain, "case.txt");
    }
}

#[test]
fn markdown_cases_are_cut_as_marked() {
    run("markdown.txt", Format::Markdown, "case.md");
}

/// A sentence that is cut out and read alone is one sentence. Not so where it took its sense from what
/// stood before it: a straight quotation mark that only closes, or a parenthesis that was opened earlier.
#[test]
fn a_sentence_read_alone_is_one_sentence() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/segmentation");
    let cases: String = PLAIN
        .iter()
        .map(|file| std::fs::read_to_string(folder.join(file)).expect("the cases are there"))
        .collect();
    let mut wrong = String::new();
    let alone = cases.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    for sentence in alone.flat_map(|line| line.split('|')).map(str::trim).filter(|one| !one.is_empty()) {
        let quotes = sentence.matches('"').count();
        let (open, closed) = (sentence.matches('(').count(), sentence.matches(')').count());
        if quotes % 2 == 1 || open != closed {
            continue;
        }
        let (document, _) = parse(Format::Plain, "case.txt", sentence, &Options { ..Options::default() });
        let got = marked(&document);
        if got != sentence {
            wrong.push_str(&format!("\n  {got}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
