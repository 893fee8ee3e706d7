//! Laws of the quality rules: nothing panics, equal numbers are no finding, time grows with the text.

mod support;

use std::time::Duration;

use drogman::check::{Asked, Format, Problem, RuleSet, Settings, Source, Target, across, check};
use drogman::document::BlockKind;
use proptest::prelude::*;
use support::processor_time;

const LOCALES: [&str; 12] = ["en", "de", "es", "it", "pt-BR", "pl", "ru", "ar", "ja", "zh-Hant", "tr", "fi"];

fn targets() -> Vec<Target> {
    LOCALES.iter().map(|tag| Target::new(&tag.parse().expect("a tag"))).collect()
}

fn find(target: &Target, french: &str, translation: &str, format: Format) -> Vec<Problem> {
    let source = Source::new(french, BlockKind::Cell, format);
    let rules = RuleSet::by_default().with("length");
    let asked = Asked { source: &source, translation, target, rules, headings: None };
    check(asked, &Settings::default())
}

/// Signs that rules look at, among letters.
const SIGNS: &str = "[a-zA-ZéÃ°àŁжЖعم三十万億月0-9٣٥०%‰€$£ \u{a0}\u{202f}.,:;!?'’«»“”„\"()\\[\\]{}<>*_`~|/\\\\&#@^=+−–-]{0,60}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_pair_of_texts_panics(french in SIGNS, translation in SIGNS, any in "\\PC{0,40}") {
        for target in targets() {
            for format in [Format::Plain, Format::Markdown] {
                for (a, b) in [(&french, &translation), (&any, &translation), (&french, &any)] {
                    for problem in find(&target, a, b, format) {
                        prop_assert!(b.get(problem.span.clone()).is_some(), "{problem:?} of {b:?}");
                        if let Some(fix) = &problem.fix {
                            prop_assert!(b.get(fix.span.clone()).is_some());
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn equal_numbers_are_no_finding(numbers in proptest::collection::vec(2_u32..1000, 1..6)) {
        let written = |word: &str| {
            numbers.iter().map(|number| format!("{word} {number}")).collect::<Vec<_>>().join(" ")
        };
        for target in targets() {
            let found = find(&target, &written("avec"), &written("x"), Format::Plain);
            let of_numbers: Vec<_> = found.iter().filter(|problem| problem.rule == "numbers").collect();
            prop_assert!(of_numbers.is_empty(), "{of_numbers:?}");
        }
    }

    #[test]
    fn another_number_is_found(number in 30_u32..1000, other in 30_u32..1000) {
        prop_assume!(number != other);
        for target in targets() {
            let found = find(&target, &format!("La salle {number} est fermée."), &format!("x {other} x."), Format::Plain);
            prop_assert!(found.iter().any(|problem| matches!(problem.rule, "numbers" | "language")));
        }
    }
}

#[test]
fn what_most_translations_have_is_told_of_the_french() {
    let french = "Elle a marqué 61 buts.";
    let renderings = [
        ("en", "She scored 71 goals."),
        ("de", "Sie schoss 71 Tore."),
        ("it", "Ha segnato 71 gol."),
        ("es", "Marcó 71 goles."),
    ];
    let mut found: Vec<Vec<Problem>> = renderings
        .iter()
        .map(|(tag, text)| find(&Target::new(&tag.parse().expect("a tag")), french, text, Format::Plain))
        .collect();
    let faults = across(&mut found);
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].rule, "numbers");
    assert!(found.iter().all(Vec::is_empty), "{found:?}");
}

#[test]
fn two_translations_prove_nothing_against_the_french() {
    let french = "Elle a marqué 61 buts.";
    let mut found: Vec<Vec<Problem>> = [("en", "She scored 71 goals."), ("de", "Sie schoss 71 Tore.")]
        .iter()
        .map(|(tag, text)| find(&Target::new(&tag.parse().expect("a tag")), french, text, Format::Plain))
        .collect();
    assert!(across(&mut found).is_empty());
    assert!(found.iter().all(|problems| !problems.is_empty()));
}

#[test]
fn time_grows_with_the_text_and_no_faster() {
    const MOST: Duration = Duration::from_secs(8);
    let target = Target::new(&"en".parse().expect("a tag"));
    let patterns = [
        "(", "[a](", "<a ", "`", "{", "$", "&amp", "«", "“", "12 ", "1.", "a a ", "three ", "XIV ", "a?b",
        "://", "a@b.c ", "**", "٣", "le la ",
    ];
    for pattern in patterns {
        let text = pattern.repeat(60_000 / pattern.len());
        let time = processor_time(|| {
            find(&target, &text, &text, Format::Markdown);
            find(&target, "Le pont.", &text, Format::Markdown);
            find(&target, &text, "x", Format::Markdown);
        });
        assert!(time < MOST, "{pattern:?} took {time:?}");
    }
    // Words of another alphabet that may be kept from the French, and are not.
    let target = Target::new(&"ru".parse().expect("a tag"));
    let words = |from: usize| (from..from + 120_000).map(letters).collect::<Vec<_>>().join("-");
    let time = processor_time(|| _ = find(&target, &words(0), &words(120_000), Format::Markdown));
    assert!(time < MOST, "kept words took {time:?}");
}

/// A number in letters, six of them.
fn letters(number: usize) -> String {
    (0..6).map(|place| char::from(b'a' + (number / 10_usize.pow(place) % 10) as u8)).collect()
}
