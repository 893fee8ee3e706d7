//! Sentences: laws on any text. The cases are in `segmentation.rs`.

mod support;

use std::borrow::Cow;

use drogman::document::{Block, BlockKind, Inline, InlineKind, Pieces};
use drogman::segment::{Rules, sentences};
use proptest::prelude::*;
use support::processor_time;

fn rules() -> Rules {
    Rules::for_language("fr", &[]).expect("French has rules")
}

fn block(text: &str, inline: Vec<Inline>) -> Block<'_> {
    Block {
        kind: BlockKind::Paragraph,
        text: Cow::Borrowed(text),
        pieces: Pieces::one(0),
        inline: inline.into(),
    }
}

fn spans(text: &str) -> Vec<std::ops::Range<usize>> {
    sentences(&block(text, Vec::new()), &rules(), |_, _| {})
}

/// How many texts each law is tried on; `DROGMAN_CASES` asks for more.
fn cases() -> u32 {
    std::env::var("DROGMAN_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(400)
}

/// Texts made of what decisions hang on.
fn text() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "Le chat",
        "il dort",
        "Petit",
        "fin",
        "M",
        "Mme",
        "art",
        "etc",
        "J",
        "A",
        "XIV",
        "II",
        "12",
        "3",
        "É",
        "p",
        "ex",
        "av",
        "J.-C",
        "S.A",
        "U.S",
        "col",
        "cf",
        "km",
        "la",
        "le",
        "l'",
        "d'",
        "n°",
        "«",
        "»",
        "« ",
        " »",
        "“",
        "”",
        "(",
        ")",
        "[",
        "]",
        "\"",
        "'",
        "…",
        "...",
        ".",
        ".",
        ". ",
        ". ",
        "!",
        "? ",
        " ! ",
        " ",
        " ",
        " ",
        "\u{a0}",
        "-",
        "— ",
        " – ",
        ", ",
        ": ",
        "; ",
        "[1]",
        "[^1]",
        "¹",
        "*",
        "_",
        "`",
        "a. B",
        "🙂",
        "👉 ",
        ":) ",
        "@nom",
        "#Tag",
        "www.x.fr",
        "notes.Txt",
        "https://x.fr/a.b",
        "\u{301}",
        "B.",
        "1.",
        "a)",
        "€",
        "&nbsp;",
        "(…)",
        "[...]",
        "Yahoo!",
        "😀",
        "(1)",
        "Cf3",
        "e4",
        "Ha! Ha!",
        "npm",
        "à… ",
        "sq",
        "ART",
        "7 h",
    ]);
    prop_oneof![
        4 => prop::collection::vec(parts, 0..24).prop_map(|parts| parts.concat()),
        1 => any::<String>(),
    ]
}

/// Words with marks before and behind them, and spaces between, as in French that nobody corrected.
fn prose() -> impl Strategy<Value = String> {
    let one = |of: &'static [&'static str]| prop::sample::select(of);
    let before = prop_oneof![2 => Just(""), 1 => one(&["« ", "«", "“", "(", "[", "*", "_", "'"])];
    let word = one(&[
        "Le",
        "chat",
        "il",
        "dort",
        "Petit",
        "fin",
        "M.",
        "Mme",
        "MM.",
        "art.",
        "etc.",
        "J.",
        "A.",
        "XIV",
        "II",
        "12",
        "3",
        "1.",
        "Écho",
        "p.",
        "ex.",
        "av.",
        "J.-C.",
        "S.A.",
        "la",
        "le",
        "U.S.",
        "col.",
        "cf.",
        "5",
        "km",
        "l'eau",
        "d'A.",
        "n°",
        "c.-à-d.",
        "www.x.fr",
        "notes.Txt",
        "https://x.fr/a.b",
        "@nom",
        "#Tag",
        "iPhone",
        "Yahoo!",
        "[...]",
        "(…)",
        "`a. B`",
        "à",
        "Il",
        "a)",
        "2°",
        "€",
        "Dupont",
        "F.C.",
        "R.",
        "421-1",
        "hab.",
        "h",
        "18",
        "bcp",
        "🙂",
        "👉",
        ":)",
        "—",
        "–",
        "-",
        "…",
        "[1]",
        "sort(1)",
        "😀",
        "e4",
        "Cf3",
        "Ha!",
        "npm",
        "macOS",
        "à",
        "p. 12 sq.",
        "2.",
        "P.-D.G.",
        "ART.",
        "LE",
        "Bros.",
        "Records",
    ]);
    let behind = prop_oneof![
        1 => Just(""),
        4 => one(&[
            ".", "!", " !", "?", " ?", "…", "...", ",", " ;", " :", " »", "»", "”", ")", "]", "*", "_", "[2]", "¹",
            ". »", ".)", "?!", " ?!", "!!!", ".(1)", ".3",
        ]),
    ];
    let space = prop_oneof![8 => Just(" "), 1 => Just("\u{a0}"), 1 => Just("  ")];
    prop::collection::vec((before, word, behind, space), 0..16)
        .prop_map(|words| words.into_iter().map(|(a, b, c, d)| [a, b, c, d].concat()).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

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

    /// A sentence that was cut out is one sentence when it is read alone. Straight quotation marks are left
    /// out: what stands before a sentence tells whether its first one opens or closes.
    #[test]
    fn a_sentence_cut_again_is_itself(text in prose()) {
        for span in spans(&text) {
            let sentence = &text[span];
            let again: Vec<&str> = spans(sentence).into_iter().map(|span| &sentence[span]).collect();
            prop_assert_eq!(again, vec![sentence], "in {:?}", text);
        }
    }

    #[test]
    fn the_kind_of_space_moves_nothing_in_prose(text in prose()) {
        let cut = |text: &str| -> Vec<String> {
            spans(text).into_iter().map(|span| text[span].replace(['\u{a0}', '\u{202f}'], " ")).collect()
        };
        let plain = text.replace('\u{a0}', " ");
        prop_assert_eq!(cut(&plain), cut(&plain.replace(' ', "\u{202f}")));
        prop_assert_eq!(cut(&plain), cut(&plain.replace(" »", "\u{a0}»").replace(" !", "\u{202f}!")));
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

/// Shapes that would be slow if anything were looked at twice: seven seconds each then, a moment now.
#[test]
fn hostile_shapes_take_linear_time() {
    for part in [
        "(",
        "\"",
        ". ",
        "…",
        "A.",
        "*",
        "a.",
        ".»",
        "( . ",
        "Mot (",
        "' .",
        "1. ",
        "M. ",
        "! ? ",
        ".\u{301}",
        "`",
        "`a. ",
        ":) ",
        ". :) ",
        "(a. ",
        "« ",
        ". [",
        ". a.b",
        ". (",
        ". \"",
        "» (",
        "👉. ",
        ".👉 ",
        "&nbsp;. ",
        "'a. ",
        "1 . ",
        "😀 ",
        "a 😀 ",
        "😀 👉 ",
        "a 😀 A ",
        ".(1)",
        "a.1 ",
        "1. e4 ",
        "e4! e5 ",
        "Ha! Ha! ",
        "à… A ",
        "1 sq. ",
        "1 h. 1 h. ",
        "ART. 1 ",
        "a. npm ",
    ] {
        let text = part.repeat(100_000 / part.len()) + " a)";
        let time = processor_time(|| _ = spans(&text));
        assert!(time.as_secs() < 4, "{part:?}: {time:?}");
    }
    let text = "Oui. ".repeat(100_000);
    let breaks =
        (0..100_000).map(|at| Inline { span: at * 5 + 4..at * 5 + 5, kind: InlineKind::Break }).collect();
    assert_eq!(sentences(&block(&text, breaks), &rules(), |_, _| {}).len(), 100_000);
}
