//! Fuzzed inputs, for a short while on stable Rust: soups of what each format takes for signs.
//!
//! `DROGMAN_FUZZ` sets the number of cases of each body; without it they are few, and always the same. An input
//! that ever failed is kept as a file in `tests/fuzz/seeds/<body>/`.

mod bodies;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

const MARKDOWN: &[&str] = &[
    "Le bac part. ",
    "Il revient",
    "M. Roy",
    " 18 h 30",
    "«\u{a0}Oui\u{a0}!\u{a0}»",
    "…",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "    ",
    "\t",
    "# ",
    "## ",
    "> ",
    "- ",
    "* ",
    "1. ",
    "+ ",
    "***",
    "**",
    "*",
    "_",
    "`",
    "```",
    "~~~\n",
    "|",
    "|---|---|\n",
    "[",
    "](",
    ")",
    "![",
    "[^1]",
    "[^1]: ",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<div>\n",
    "&amp;",
    "\\",
    "===\n",
    "---\n",
    "[a]: /b \"c\"\n",
    "\u{feff}",
    "\u{85}",
    "\u{2028}",
    "é",
    "e\u{301}",
    "😀",
    "ﷺ",
    "\0",
    "https://a.fr/b?c",
    "{#a}",
    "- [ ] ",
    "$x$",
    "title: ",
    "+++\n",
    "~~",
    "<",
];
/// The first line of what holds lines, and what the others begin with.
const CONTAINERS: &[(&str, &str)] = &[
    ("", ""),
    ("- ", "  "),
    ("> ", "> "),
    ("> ", ">"),
    ("1. ", "   "),
    ("- > ", "  > "),
    ("> - ", ">   "),
    ("- [ ] ", "  "),
    ("[^1]: ", "    "),
    ("* - ", "    "),
    (": ", "  "),
    ("x\n: ", "  "),
    ("# ", ""),
    ("- ## ", "  "),
];
/// Lines whose attributes, emphasis, escapes and ends of lines meddle with each other.
const LINES: &[&str] = &[
    "Le bac part",
    "{b}",
    "{#b}",
    "{.b c}",
    "a {b}",
    "{b} {c}",
    "\\",
    "a\\",
    "*",
    "**b** {c}",
    "`x` {c}",
    "&amp; {b}",
    "[ ]",
    "[x] {b}",
    "<i>{b}",
    "{",
    "}",
    "{ }",
    "a  ",
    "",
    "|",
    "~~",
    "[^1]{b}",
    "![a](b){c}",
    "[a](b) {c}",
    "{b}\\",
];
const UNDERLINES: &[&str] = &["-", "--", "---", "=", "===", " -", "  ===", "   -", ""];
const FRONT: &[&str] = &[
    "---\n",
    "---",
    "+++\n",
    "title: ",
    "title: \"",
    "description: |\n  ",
    "description: >-\n  ",
    "title = \"",
    "\"\n",
    "'",
    "\n",
    "\r\n",
    "Le bac part.",
    " # note",
    "#",
    ": ",
    "- a\n",
    "  ",
    "[a, b]",
    "{a: b}",
    "&x ",
    "*x",
    "\\u00e9",
    "\\",
    "é",
    "translate: false\n",
    "locales: [en]\n",
    "\u{feff}",
    "...\n",
    "\t",
    "\u{85}",
    "\0",
    "Une page.\n",
    "'''",
    "\"\"\"",
];
const CATALOG: &[&str] = &[
    "# @unit page-abc123\n",
    "# @unit page-def456 (heading)\n",
    "# @unit ",
    "#@unit page-abc123\n",
    "# fr: Le bac part.\n",
    "# fr: ",
    "# fr:\n",
    "# fr",
    "page-abc123 = The ferry leaves.\n",
    "page-def456 = Two",
    "page-abc123",
    " = ",
    "{",
    "}",
    "{ \"\" }",
    "{ -terme }",
    "{ $x ->\n",
    " *[a] b\n",
    "    .attr = x\n",
    "-terme = x\n",
    "# note\n",
    "## Part\n",
    "### Page\n",
    "#",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "    ",
    "\t",
    "<<<<<<< a\n",
    "=======\n",
    ">>>>>>> b\n",
    "\u{feff}",
    "é",
    "\0",
    "\"",
    "\\u",
    "{ \"\\ué\" }",
    "# proposal: x\n",
    "\u{85}",
    "\u{2028}",
    "junk\n",
    "=",
    "[",
    "*",
    ".",
];
const TOML: &[&str] = &[
    "[project]\n",
    "source = \"fr\"\n",
    "locales = [\"en\"]\n",
    "locales = [",
    "content = ",
    "\"content\"\n",
    "output = \"locales/x\"\n",
    "catalogs = \"\"\n",
    "[build]\n",
    "path = \"{locale}/{path}\"\n",
    "stale = { minor = \"source\" }\n",
    "[locale.en]\n",
    "folder = \"..\"\n",
    "[policy]\n",
    "missing = \"error\"\n",
    "[documents]\n",
    "include = [\"**/*.md\"]\n",
    "exclude = [\"[\"]\n",
    "hold = { a = true }\n",
    "\"",
    "'",
    "=",
    "[",
    "]",
    "[[",
    "{",
    "}",
    ".",
    ",",
    "\n",
    "\r\n",
    "#",
    "é",
    "\0",
    "1e9",
    "true",
    "\u{feff}",
    "minimum = 101\n",
    "[policies.x]\n",
];
const SENTENCES: &[&str] = &[
    "Le bac part.",
    "Le bac revient.",
    "Le bac part à 9 h.",
    "Le bac ne part pas.",
    "Il pleut",
    " et ",
    "il vente.",
    "\n",
    "\n",
    "\n\n",
    " ",
    "«\u{a0}",
    "\u{a0}»",
    "…",
    "12\u{202f}000",
    "-3",
    "M. ",
    "e\u{301}",
    "é",
    "😀",
    "\0",
    "a",
    "(",
    ")",
    "?",
    "!",
    "\u{200b}",
];

/// What stands between two words. Some letters take another number of bytes in lower case.
const GAPS: &[&str] = &[
    " ", " ", " ", " ", "", "\u{a0}", "-", ", ", ".", ". ", "\n", "’", "**", " İ ", " ẞ", " (", ") ", "« ",
    "”", ": ", "/", "\u{301}",
];
/// Signs that any text may have among its words.
const FIGURES: &[&str] = &[
    "1",
    "2",
    "12",
    "3,5",
    "1.000",
    "18 h 30",
    "%",
    "€",
    "$",
    "km",
    "[a](b)",
    "`a`",
    "{b}",
    "½",
    "١٢",
    "三",
    "10",
    "0",
    "18446744073709551615",
    "10⁹",
];

static CASES: LazyLock<String> = LazyLock::new(|| tables("tests/cases/check"));
static DATA: LazyLock<String> = LazyLock::new(|| tables("src/check/data"));

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

/// The cases of `check`: locale, French, translation.
fn cases() -> impl Iterator<Item = [&'static str; 3]> {
    lines(&CASES).filter_map(|line| line.split('\t').collect::<Vec<_>>().first_chunk().copied())
}

/// Words that rules look for, by language: those of their data and of their cases, whose French is that of `fr`.
static KNOWN: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut known: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut add = |language, cell: &'static str| {
        known.entry(language).or_default().extend(cell.split(' ').filter(|word| !word.is_empty()));
    };
    for [locale, french, translation] in cases() {
        add("fr", french);
        add(locale, translation);
    }
    let mut section = "";
    for line in lines(&DATA) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => section = name,
            None => line.split('\t').for_each(|cell| add(section, cell)),
        }
    }
    known.retain(|name, words| name.parse::<drogman::text::Locale>().is_ok() && !words.is_empty());
    known
});

/// The tables in a folder, one behind the other.
fn tables(folder: &str) -> String {
    let files = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("a folder");
    let mut files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "tsv"));
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).expect("UTF-8")).collect()
}

/// What the body of the rules takes; see [`bodies::rules_of_check`].
fn asked(locale: &str, french: &str, translation: &str, term: &str) -> String {
    [locale, french, translation, term].join("\n=====\n")
}

/// A text of French words, one of words of a locale, and one of these.
fn known_words() -> BoxedStrategy<String> {
    let locales: Vec<&'static str> = KNOWN.keys().copied().collect();
    let word = |language| prop::sample::select(KNOWN[language].as_slice());
    let text = move |language| {
        let word = prop_oneof![6 => word(language), 1 => prop::sample::select(FIGURES)];
        let parts = prop::collection::vec((word, prop::sample::select(GAPS)), 0..24);
        parts.prop_map(|parts| parts.iter().flat_map(|(word, gap)| [*word, *gap]).collect::<String>())
    };
    let inputs = prop::sample::select(locales).prop_flat_map(move |locale| {
        (text("fr"), text(locale), word(locale))
            .prop_map(move |(french, translation, term)| asked(locale, &french, &translation, term))
    });
    inputs.boxed()
}

/// A case of a rule in which some words are gone, twice there, or others.
fn changed_case() -> BoxedStrategy<String> {
    let cases: Vec<[&'static str; 3]> = cases().filter(|[locale, ..]| KNOWN.contains_key(locale)).collect();
    let text = |language: &'static str, text: &'static str| {
        let parts: Vec<_> = text
            .split_inclusive(' ')
            .map(|word| {
                let other = prop::sample::select(KNOWN[language].as_slice());
                prop_oneof![
                    12 => Just(word.to_owned()),
                    1 => Just(String::new()),
                    1 => Just(word.repeat(2)),
                    1 => prop::sample::select(GAPS).prop_map(move |gap| format!("{word}{gap}")),
                    1 => prop::sample::select(FIGURES).prop_map(|figure| format!("{figure} ")),
                    1 => other.prop_map(|other| format!("{other} ")),
                ]
            })
            .collect();
        parts.prop_map(|parts| parts.concat())
    };
    let inputs = prop::sample::select(cases).prop_flat_map(move |[locale, french, translation]| {
        let term = prop::sample::select(KNOWN[locale].as_slice());
        (text("fr", french), text(locale, translation), term)
            .prop_map(move |(french, translation, term)| asked(locale, &french, &translation, term))
    });
    inputs.boxed()
}

fn soup(signs: &'static [&'static str]) -> BoxedStrategy<String> {
    let signs = prop::collection::vec(prop::sample::select(signs), 0..40).prop_map(|parts| parts.concat());
    prop_oneof![8 => signs, 1 => "(?s).{0,60}"].boxed()
}

/// A few lines in a container, with an underline below them.
fn contained() -> BoxedStrategy<String> {
    let lines = prop::collection::vec(
        (prop::sample::select(&["", " ", "   ", "\t"]), prop::sample::select(LINES)),
        1..4,
    );
    (prop::sample::select(CONTAINERS), lines, prop::sample::select(UNDERLINES))
        .prop_map(|((first, others), lines, underline)| {
            let lines: Vec<String> = lines.iter().map(|(blank, line)| format!("{blank}{line}")).collect();
            format!("{first}{}\n{others}{underline}\n", lines.join(&format!("\n{others}")))
        })
        .boxed()
}

fn inputs(body: &str) -> BoxedStrategy<String> {
    match body {
        "markdown" => prop_oneof![
            3 => soup(MARKDOWN),
            2 => contained(),
            1 => (soup(FRONT), soup(MARKDOWN)).prop_map(|(front, page)| format!("---\n{front}\n---\n{page}")),
            1 => soup(FRONT).prop_map(|front| format!("---\n{front}")),
        ]
        .boxed(),
        "catalog" => soup(CATALOG),
        "configuration" => soup(TOML),
        "project" => (soup(MARKDOWN), soup(CATALOG), soup(CATALOG))
            .prop_map(|(page, target, source)| [page, target, source].join("=====\n"))
            .boxed(),
        "rules" => prop_oneof![known_words(), changed_case()].boxed(),
        _ => soup(SENTENCES),
    }
}

fn fuzz(name: &str) {
    let (_, body) = bodies::BODIES.iter().find(|(other, _)| *other == name).expect("a body");
    let seeds = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fuzz/seeds");
    let mut kept: Vec<_> = std::fs::read_dir(format!("{seeds}/{name}"))
        .map(|folder| folder.filter_map(Result::ok).map(|entry| entry.path()).collect())
        .unwrap_or_default();
    kept.sort();
    for path in kept {
        body(&std::fs::read_to_string(&path).expect("a seed"));
    }
    let asked = std::env::var("DROGMAN_FUZZ").ok().and_then(|text| text.parse().ok());
    let cases = asked.unwrap_or(60);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 4000, ..Config::default() };
    let mut runner = match asked {
        Some(_) => TestRunner::new(config),
        // A change is not to fail by chance for what was wrong before it.
        None => TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)),
    };
    let run = runner.run(&inputs(name), |text| {
        body(&text);
        Ok(())
    });
    if let Err(failure) = run {
        panic!("{name}: {failure}");
    }
}

#[test]
fn markdown() {
    fuzz("markdown");
}

#[test]
fn plain() {
    fuzz("plain");
}

#[test]
fn catalog() {
    fuzz("catalog");
}

#[test]
fn configuration() {
    fuzz("configuration");
}

#[test]
fn alignment() {
    fuzz("alignment");
}

#[test]
fn segmentation() {
    fuzz("segmentation");
}

#[test]
fn project() {
    fuzz("project");
}

#[test]
fn rules() {
    fuzz("rules");
}
