//! What must hold of any input, one function a kind. `tests/fuzz/main.rs` runs them on stable Rust,
//! `fuzz/` under `cargo fuzz`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use drogman::align::{self, Sentence, Text};
use drogman::catalog::edit::{self, Stub};
use drogman::catalog::insert::{At, Insertions};
use drogman::catalog::{self, Bundle, Isolating};
use drogman::check::{Asked, Glossary, RULES, RuleSet, Settings, Source, Target, Term, Wording, check};
use drogman::config::Config;
use drogman::document::{self, BlockKind, Format, Options, Replacement};
use drogman::project::Project;
use drogman::segment::{self, Rules};
use drogman::text::Locale;
use drogman::unit::plan;
use drogman::unit::repeats::Repeats;

/// A body by its name.
pub(crate) type Body = (&'static str, fn(&str));

/// All bodies.
pub(crate) const BODIES: [Body; 8] = [
    ("markdown", markdown),
    ("plain", plain),
    ("catalog", catalog),
    ("configuration", configuration),
    ("alignment", alignment),
    ("segmentation", segmentation),
    ("project", project),
    ("rules", rules_of_check),
];

/// A Markdown page, with front matter if it begins so.
pub(crate) fn markdown(text: &str) {
    page(Format::Markdown, text);
}

/// A plain page.
pub(crate) fn plain(text: &str) {
    page(Format::Plain, text);
}

fn rules() -> Rules {
    Rules::for_language("fr", &[]).expect("French has rules")
}

fn page(format: Format, text: &str) {
    let options = Options { front_matter: vec!["title".into(), "description".into()], ..Options::default() };
    let (page, _) = document::parse(format, "page", text, &options);
    assert_eq!(page.assemble(&[]), text, "nothing replaced");
    let segments = segment::segment(&page, &rules());
    let own: Vec<_> = segments.iter().map(|segment| Replacement { segment, text: segment.text }).collect();
    assert_eq!(page.assemble(&own), text, "replaced by themselves");
    let other: Vec<_> =
        segments.iter().map(|segment| Replacement { segment, text: "Un autre mot." }).collect();
    let built = page.assemble(&other);
    let (again, _) = document::parse(format, "page", &built, &options);
    // A line of plain text is a heading by its words, which are other ones now.
    let kinds = |page: &document::Document<'_>| -> Vec<Option<document::BlockKind>> {
        page.blocks.iter().map(|block| (format == Format::Markdown).then_some(block.kind)).collect()
    };
    assert_eq!(kinds(&page), kinds(&again), "other blocks: {built:?}");
}

/// Sentences lie in their blocks in order, none is empty, and no word is left out.
pub(crate) fn segmentation(text: &str) {
    let (page, _) = document::parse(Format::Plain, "page", text, &Options::default());
    let rules = rules();
    for block in &page.blocks {
        let mut done = 0;
        for span in segment::sentences(block, &rules, |_, _| {}) {
            assert!(done <= span.start && span.start < span.end, "{span:?} after {done}");
            let between = &block.text[done..span.start];
            assert!(between.chars().all(|one| !one.is_alphanumeric()), "left out: {between:?}");
            let sentence = &block.text[span.clone()];
            assert_eq!(sentence.trim_matches([' ', '\n']), sentence);
            done = span.end;
        }
        assert!(block.text[done..].chars().all(|one| !one.is_alphanumeric()), "left out at the end");
    }
}

/// A target catalog: edits only add, or touch the lines that they name.
pub(crate) fn catalog(text: &str) {
    let (read, _) = catalog::read("locales/en/page.ftl", text, "fr");
    let locale: Locale = "en".parse().expect("a tag");
    let bundle = Bundle::new(&locale, Isolating::Off, &read, &[]);
    for unit in &read.units {
        let _ = bundle.problems(unit);
        let _ = unit.message.as_ref().and_then(|message| read.sentence(message));
        let _ = edit::move_under_section(&read, unit);
        for change in edit::set_french(&read, unit, "Une autre phrase.") {
            let old = &text[change.span.clone()];
            let line = text[..change.span.start].rfind('\n').map_or(0, |at| at + 1);
            assert!(
                old.is_empty() || text[line..].trim_start_matches('\u{feff}').starts_with("# fr"),
                "{} touches {old:?}",
                unit.id
            );
        }
        let rest = edit::applied(&read, &edit::remove(&read, &[unit]));
        for line in rest.lines() {
            assert!(text.contains(line.trim_start_matches('\u{feff}')), "a removal made {line:?}");
        }
    }
    let id = "page-000000";
    if read.unit(id).is_none() {
        let stub =
            edit::stub("fr", &Stub { id, kind: None, sentence: "Le pont { est } fermé.", proposal: None });
        let last = read.units.last().map_or(At::Start, |unit| At::After(unit.id));
        for at in [At::Start, last, At::After("nowhere")] {
            let mut insertions = Insertions::new(&read);
            insertions.add(at, &edit::with_line_ends(&stub, read.line_end));
            let edits = insertions.edits();
            assert!(edits.iter().all(|edit| edit.span.is_empty()), "an insertion takes something away");
            let new = edit::applied(&read, &edits);
            let (new, _) = catalog::read("locales/en/page.ftl", &new, "fr");
            assert!(new.unit(id).is_some_and(|unit| unit.is_stub()), "no stub at {at:?}: {:?}", new.text);
            for unit in &read.units {
                let there = new.unit(unit.id).map(|unit| unit.message.is_some());
                assert_eq!(there, Some(unit.message.is_some()), "{} at {at:?}", unit.id);
            }
        }
    }
}

/// A configuration: read, or refused with something said.
pub(crate) fn configuration(text: &str) {
    if let Err(mistakes) = Config::parse("drogman.toml", text) {
        assert!(!mistakes.is_empty());
        assert!(mistakes.iter().all(|mistake| !mistake.message.is_empty()));
    }
}

/// Two texts, parted by the first empty line; each line a sentence. Each sentence has its one place.
pub(crate) fn alignment(text: &str) {
    let (old, new) = text.split_once("\n\n").unwrap_or((text, ""));
    let read = |text| {
        let lines = str::lines(text).enumerate();
        lines.map(|(at, text)| Sentence { text, block: u32::try_from(at / 3).ok() }).collect::<Vec<_>>()
    };
    let old = [Text { name: "page", sentences: read(old).into() }];
    let new = [Text { name: "page", sentences: read(new).into() }];
    let links = align::align(&old, &new);
    let mut sides = [Vec::new(), Vec::new()];
    for link in &links {
        sides[0].extend(link.old.iter().map(|place| place.index()));
        sides[1].extend(link.new.iter().map(|place| place.index()));
    }
    for (side, text) in sides.iter_mut().zip([&old[0], &new[0]]) {
        side.sort_unstable();
        assert_eq!(*side, (0..text.sentences.len()).collect::<Vec<_>>(), "each sentence once");
    }
    assert_eq!(links, align::align(&old, &new));
}

/// A page and its two catalogs, parted by lines of `=====`: a second sync has nothing to do, and no line
/// that a translator wrote is gone.
pub(crate) fn project(text: &str) {
    let mut parts = text.split("=====\n");
    let mut next = || parts.next().unwrap_or_default();
    let dir = tempfile::tempdir().expect("a temporary folder");
    let files =
        [("content/page.md", next()), ("locales/en/page.ftl", next()), ("locales/fr/page.ftl", next())];
    for (file, text) in files {
        let path = dir.path().join(file);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    let configuration = "[project]\nsource = \"fr\"\nlocales = [\"en\"]\n";
    std::fs::write(dir.path().join("drogman.toml"), configuration).expect("a file");
    sync(dir.path());
    let after = std::fs::read_to_string(dir.path().join("locales/en/page.ftl")).unwrap_or_default();
    // The mark stays first in the file, whatever comes to stand behind it.
    let plain = |line| str::trim_start_matches(line, '\u{feff}');
    let lines: BTreeSet<&str> = after.lines().map(plain).collect();
    for line in files[1].1.lines().map(plain).filter(|line| !line.trim().is_empty()) {
        // The lines of stubs are drogman's.
        let ours = ["# @unit", "# fr", "###"].iter().any(|start| line.starts_with(start));
        assert!(ours || lines.contains(line), "lost: {line:?}\n{after}");
    }
    let second = sync(dir.path());
    assert!(second.is_empty(), "a second sync writes {second:?}\n{after}");
}

/// A sync; gives the files that it wrote.
fn sync(folder: &Path) -> BTreeSet<String> {
    let project = Project::open(folder).expect("a project");
    let mut survey = project.survey().expect("its files");
    let locales = &project.config.targets;
    let visited = project.visit(&mut survey, &rules(), locales, plan::page_plan);
    let pages: Vec<_> = visited.rows.into_iter().filter_map(|(_, page)| page).collect();
    let plan = plan::plan(&pages, "fr", &Repeats::default());
    for change in plan.steps.iter().flatten() {
        match &change.text {
            Some(text) => drop(project.write(&change.file, text.as_bytes())),
            None => drop(project.remove(&change.file, &project.config.catalogs)),
        }
    }
    plan.steps.into_iter().flatten().map(|change| change.file).collect()
}

/// A locale, a French text, its translation and a word that the glossary speaks of, parted by lines of `=====`: no rule
/// panics, and what each tells of lies between characters of the text that it is told of.
pub(crate) fn rules_of_check(text: &str) {
    let mut parts = text.split("=====\n").map(|part| part.strip_suffix("\n").unwrap_or(part));
    let mut next = || parts.next().unwrap_or_default();
    let (locale, french, translation, term) = (next(), next(), next(), next());
    let Ok(locale) = locale.parse::<Locale>() else { return };
    let target = Target::new(&locale);
    let settings = Settings { glossary: glossary(&locale, term), ..Settings::default() };
    let rules = RULES.iter().fold(RuleSet::none(), |rules, rule| rules.with(rule.name));
    for format in [drogman::check::Format::Markdown, drogman::check::Format::Plain] {
        let source = Source::new(french, BlockKind::Paragraph, format);
        let asked = Asked { source: &source, translation, target: &target, rules, headings: None };
        for problem in check(asked, &settings) {
            assert!(translation.get(problem.span.clone()).is_some(), "{problem:?} of {translation:?}");
            assert!(french.get(problem.french.clone()).is_some(), "{problem:?} of {french:?}");
            let fix = problem.fix.as_ref();
            assert!(fix.is_none_or(|fix| translation.get(fix.span.clone()).is_some()), "{problem:?}");
        }
    }
}

/// A glossary that forbids a word, and wants it with an ending, where the French has it or an “a”.
fn glossary(locale: &Locale, term: &str) -> Glossary {
    if term.trim().is_empty() {
        return Glossary::default();
    }
    let wording = Wording { wanted: vec![format!("{term}x")], forbidden: vec![term.to_owned()] };
    let locales = BTreeMap::from([(locale.as_str().to_owned(), wording)]);
    Glossary::new([Term { french: vec![term.to_owned(), "a".to_owned()], locales }])
}
