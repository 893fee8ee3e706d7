//! The quality rules on cases as data: `tests/cases/check/*.tsv`.
//!
//! A line is a locale, the French, its translation, and what is found: `nothing`, or `warning` or `error` of
//! the rule that the file is named after. A linguist can add one.

use std::fmt::Write;
use std::path::Path;

use drogman::check::{Asked, Format, Group, Problem, RULES, RuleSet, Settings, Source, Target, check};
use drogman::diagnostic::Severity;
use drogman::document::BlockKind;

fn problems(locale: &str, french: &str, translation: &str, format: Format) -> Vec<Problem> {
    let target = Target::new(&locale.parse().expect("a language tag"));
    let source = Source::new(french, BlockKind::Paragraph, format);
    let rules = RuleSet::by_default().with("length");
    let asked = Asked { source: &source, translation, target: &target, rules, headings: None };
    let mut problems = check(asked, &Settings::default());
    problems.retain(|problem| !problem.is_silent);
    problems
}

/// `\n`, `\t`, `\u{…}` in a cell.
fn unescaped(cell: &str) -> String {
    let (mut out, mut rest) = (String::new(), cell);
    while let Some(at) = rest.find("\\u{") {
        out.push_str(&rest[..at]);
        let (code, after) = rest[at + 3..].split_once('}').expect("a closing brace");
        out.push(u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a code point"));
        rest = after;
    }
    out.push_str(rest);
    out.replace("\\t", "\t").replace("\\n", "\n")
}

fn run(name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/check").join(format!("{name}.tsv"));
    let text = std::fs::read_to_string(path).expect("the cases");
    let (mut failed, mut count) = (String::new(), 0);
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let cells: Vec<String> = line.split('\t').map(unescaped).collect();
        let [locale, french, translation, expected] = cells.as_slice() else {
            panic!("{name}.tsv:{}: four cells", number + 1);
        };
        count += 1;
        let found = problems(locale, french, translation, Format::Markdown);
        let own = found.iter().filter(|problem| problem.rule == name).map(|problem| problem.severity).max();
        let got = own.map_or("nothing", |severity| severity.as_str());
        // Where nothing is expected of this rule, nothing is expected of the others either.
        let others = expected == "nothing" && !found.is_empty();
        if got != expected || others {
            let _ = writeln!(
                failed,
                "{name}.tsv:{}: {locale}: {french} → {translation}\n    expected {expected}, got {got}: {:?}",
                number + 1,
                found.iter().map(|problem| (problem.rule, &problem.message)).collect::<Vec<_>>()
            );
        }
    }
    assert!(count > 0, "{name}.tsv has no cases");
    assert!(failed.is_empty(), "\n{failed}");
}

/// The manual says which rules give warnings beside errors, and the cases show it.
#[test]
fn what_is_a_warning_of_a_rule_that_fails_is_told() {
    for rule in
        RULES.iter().filter(|rule| rule.group == Group::Quality && rule.severity == Some(Severity::Error))
    {
        let path = format!("{}/tests/cases/check/{}.tsv", env!("CARGO_MANIFEST_DIR"), rule.name);
        let cases = std::fs::read_to_string(path).expect("the cases");
        let has = |word: &str| cases.lines().any(|line| line.ends_with(&format!("\t{word}")));
        assert_eq!(has("warning"), !rule.warns.is_empty(), "{}", rule.name);
        // The cases are paragraphs, and its error is one of cells.
        assert!(
            (has("error") || rule.name == "structure") && rule.severities().starts_with("error"),
            "{}",
            rule.name
        );
    }
}

macro_rules! cases {
    ($($test:ident $file:literal),* $(,)?) => { $(#[test] fn $test() { run($file); })* };
}

cases! {
    brackets "brackets",
    characters "characters",
    language "language",
    length "length",
    links "links",
    markup "markup",
    mixed_script "mixed-script",
    numbers "numbers",
    punctuation "punctuation",
    repeated_word "repeated-word",
    spaces "spaces",
    structure "structure",
    typography "typography",
    untranslated "untranslated",
    variables "variables",
}

#[test]
fn a_placeholder_that_became_code_is_there() {
    let source = "Le menu « {nom} » n’existe pas.";
    let found = problems("de", source, "Das Menü „`{nom}`“ gibt es nicht.", Format::Markdown);
    assert!(found.iter().all(|problem| problem.rule == "markup"), "{found:?}");
    let found = problems("de", source, "Das Menü „`{name}`“ gibt es nicht.", Format::Markdown);
    assert!(found.iter().any(|problem| problem.rule == "variables"), "{found:?}");
}
