//! Sentences: cases as data (`tests/cases/segmentation`), and laws on any text.

use std::borrow::Cow;
use std::path::Path;

use drogman::document::{Block, BlockKind, Document, Format, Inline, InlineKind, Options, Piece, parse};
use drogman::segment::{Rules, explain, sentences};
use proptest::prelude::*;

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
        let (document, _) = parse(format, name, &input, &Options { front_matter: Vec::new() });
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

fn block(text: &str, inline: Vec<Inline>) -> Block<'_> {
    Block {
        kind: BlockKind::Paragraph,
        text: Cow::Borrowed(text),
        pieces: vec![Piece { text: 0, file: 0 }],
        inline,
    }
}

fn spans(text: &str) -> Vec<std::ops::Range<usize>> {
    sentences(&block(text, Vec::new()), &rules(), |_, _| {})
}

/// Texts made of what decisions hang on.
fn text() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "Le chat", "il dort", "M", "art", "etc", "J", "A", "XIV", "12", "3", "É", "p", "ex", "l'", "«", "»",
        "(", ")", "\"", "'", "…", "...", ".", ". ", "!", "? ", " ", " ", " ", "\u{a0}", "-", "— ", ", ",
        ": ", "[1]", "*", "_", "🙂", "@nom", "www.x.fr", "\u{301}", "B.", "1.",
    ]);
    prop_oneof![prop::collection::vec(parts, 0..24).prop_map(|parts| parts.concat()), any::<String>(),]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn sentences_and_gaps_give_back_the_text(text in text()) {
        let mut at = 0;
        for span in spans(&text) {
            prop_assert!(text[at..span.start].trim().is_empty());
            let sentence = &text[span.clone()];
            prop_assert!(!sentence.is_empty() && sentence.trim() == sentence);
            at = span.end;
        }
        prop_assert!(text[at..].trim().is_empty());
    }

    #[test]
    fn the_kind_of_space_or_apostrophe_moves_nothing(text in text()) {
        let plain = text.replace('\u{a0}', " ").replace('’', "'");
        let cut = |text: &str| -> Vec<String> {
            let of = |span: std::ops::Range<usize>| text[span].replace(['\u{a0}', '\u{202f}'], " ").replace('’', "'");
            spans(text).into_iter().map(of).collect()
        };
        prop_assert_eq!(cut(&plain), cut(&plain.replace(' ', "\u{a0}")));
        prop_assert_eq!(cut(&plain), cut(&plain.replace(' ', "\u{202f}")));
        let letters = plain.replace("l'", "l’");
        prop_assert_eq!(cut(&plain), cut(&letters));
    }

    #[test]
    fn no_inline_element_makes_it_panic(
        text in text(),
        elements in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..4_u8), 0..8),
    ) {
        let places: Vec<usize> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect();
        let mut inline: Vec<Inline> = elements.iter().map(|(a, b, kind)| {
            let (a, b) = (*a.get(&places), *b.get(&places));
            let kind = [InlineKind::Markup, InlineKind::Atom, InlineKind::Break, InlineKind::Whole][usize::from(*kind)];
            Inline { span: a.min(b)..a.max(b), kind }
        }).collect();
        inline.sort_by_key(|inline| (inline.span.start, std::cmp::Reverse(inline.span.end)));
        let mut at = 0;
        for span in sentences(&block(&text, inline), &rules(), |_, _| {}) {
            prop_assert!(span.start >= at && span.start < span.end);
            at = span.end;
        }
    }
}

/// Shapes that would be slow if anything were looked at twice: half a minute each then, a moment now.
#[test]
fn hostile_shapes_take_linear_time() {
    for part in [
        "(", "\"", ". ", "…", "A.", "*", "a.", ".»", "( . ", "Mot (", "' .", "1. ", "M. ", "! ? ", ".\u{301}",
    ] {
        let text = part.repeat(500_000 / part.len()) + " a)";
        let begun = std::time::Instant::now();
        spans(&text);
        assert!(begun.elapsed().as_secs() < 10, "{part:?}: {:?}", begun.elapsed());
    }
    let text = "Oui. ".repeat(100_000);
    let breaks =
        (0..100_000).map(|at| Inline { span: at * 5 + 4..at * 5 + 5, kind: InlineKind::Break }).collect();
    assert_eq!(sentences(&block(&text, breaks), &rules(), |_, _| {}).len(), 100_000);
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
        let (document, _) = parse(Format::Plain, "case.txt", sentence, &Options { front_matter: Vec::new() });
        let got = marked(&document);
        if got != sentence {
            wrong.push_str(&format!("\n  {got}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
