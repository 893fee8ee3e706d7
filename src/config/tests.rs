use super::*;
use crate::diagnostic::Severity;
use crate::unit::compose::{Missing, Stale};

const BASE: &str = "[project]\nsource = \"fr\"\nlocales = [\"en\", \"en-GB\", \"ar\"]\n";

fn parse(rest: &str) -> Config {
    match Config::parse("drogman.toml", &format!("{BASE}{rest}")) {
        Ok(config) => config,
        Err(mistakes) => panic!("{mistakes:#?}"),
    }
}

/// The mistakes of a whole file as `line:column underlined words: message`.
fn mistakes(text: &str) -> Vec<String> {
    let found = Config::parse("drogman.toml", text).expect_err("the file has a mistake");
    let show = |finding: &Diagnostic| {
        let place = finding.place.as_ref().expect("a place");
        let (at, (start, end)) = (place.at.expect("a line"), place.span.expect("bytes"));
        format!("{}:{} {}: {}", at.line, at.column, &text[start..end], finding.message)
    };
    found.iter().map(show).collect()
}

fn tag(config: &Config, tag: &str) -> Locale {
    let locale = tag.parse().expect("a tag");
    assert!(config.targets.contains(&locale), "{tag}");
    locale
}

#[test]
fn a_small_file_gives_the_defaults() {
    let config = parse("");
    assert_eq!(config.source.as_str(), "fr");
    assert_eq!((config.content.as_str(), config.output.as_str()), ("content", "dist"));
    assert!(config.is_document("monde/sommet.md") && config.is_document("notes.txt"));
    assert!(!config.is_document("monde/carte.svg"));
    assert!(config.shared.is_match("terms.ftl") && config.shared.is_match("_menu.ftl"));
    assert!(!config.shared.is_match("monde/terms.ftl"));
    let en = tag(&config, "EN");
    assert_eq!(config.output_path(&en, "monde/sommet.md"), "dist/en/monde/sommet.md");
    assert_eq!(config.catalog_path(&en, "monde/sommet"), "locales/en/monde/sommet.ftl");
    assert_eq!(config.policy(Some(&en), None, "stale-major", None), Some(Severity::Error));
    assert_eq!(config.policy(Some(&en), None, "stale-minor", None), Some(Severity::Warning));
    assert_eq!(config.policy(Some(&en), None, "obsolete", None), None);
}

#[test]
fn windows_editors_are_read() {
    let text = format!("\u{feff}{}", BASE.replace('\n', "\r\n"));
    assert!(Config::parse("drogman.toml", &text).is_ok());
}

#[test]
fn every_key_is_read() {
    let config = parse(
        "content = \"content/fr\"\ncatalogs = \"l10n\"\noutput = \"content\"\nshared = [\"_*.ftl\"]\n\
         [documents]\ninclude = [\"**/*.md\"]\nexclude = [\"brouillons/**\"]\nfront_matter = [\"title\"]\n\
         hold = { draft = true, step = 2 }\n\
         [segment]\nabbreviations = [\"art.\"]\n\
         [build]\nsource = false\nmissing = \"skip\"\nstale = { minor = \"source\" }\nminimum = 80\n\
         copy = [\"**/*.svg\"]\nisolating = true\n\
         [policy]\nmissing = \"warning\"\ncomplete = 50\n\
         [policies.release]\nmissing = \"error\"\ncomplete = 100\n\
         [locale.en-GB]\nfallback = [\"en\"]\nfolder = \"british\"\nreleased = false\n\
         [locale.ar]\ndocuments = [\"actu/*\"]\n\
         [locale.ar.policy]\nobsolete = \"warning\"\n\
         [locale.ar.build]\npath = \"{dir}{stem}.{locale}.{ext}\"\nstale = \"fail\"\n",
    );
    let [en, gb, ar] = ["en", "en_gb", "ar"].map(|name| tag(&config, name));
    assert!(config.is_document("a.md") && !config.is_document("brouillons/a.md"));
    assert!(config.is_held(|key| (key == "step").then(|| "2".to_owned())));
    assert!(!config.is_held(|key| (key == "draft").then(|| "false".to_owned())));
    assert_eq!(config.built_locales().count(), 3);
    let build = config.build(&en);
    assert_eq!((build.stale_minor, build.stale_major), (Stale::Source, Stale::Translation));
    assert_eq!(config.build(&ar).stale_minor, Stale::Fail);
    assert_eq!(config.build(&ar).missing, Missing::Skip);
    assert_eq!(config.output_path(&ar, "actu/un.deux.md"), "content/actu/un.deux.ar.md");
    assert_eq!(config.output_path(&gb, "actu/un.md"), "content/british/actu/un.md");
    assert_eq!(config.fallback(&gb), std::slice::from_ref(&en));
    assert_eq!(config.policy(Some(&en), None, "missing", None), Some(Severity::Warning));
    assert_eq!(config.policy(Some(&en), None, "missing", Some("release")), Some(Severity::Error));
    assert_eq!(config.policy(Some(&gb), None, "missing", Some("release")), Some(Severity::Warning));
    assert_eq!(config.policy(Some(&ar), None, "obsolete", None), Some(Severity::Warning));
    assert_eq!((config.complete(&en, None).0, config.complete(&en, Some("release")).0), (50, 100));
    assert_eq!(config.policy_names().collect::<Vec<_>>(), ["release", "pull-request", "strict"]);
    let page = PageSettings::default();
    assert!(config.in_scope(&ar, "actu/un.md", &page) && !config.in_scope(&ar, "monde/un.md", &page));
}

#[test]
fn a_page_narrows_its_own_scope() {
    let config = parse("");
    let en = tag(&config, "en");
    let scope = |page: PageSettings| config.in_scope(&en, "a.md", &page);
    let locales = |tags: &[&str]| Some(tags.iter().map(|&tag| tag.to_owned()).collect());
    assert!(scope(PageSettings { locales: locales(&["EN"]), ..PageSettings::default() }));
    assert!(!scope(PageSettings { locales: locales(&["ar"]), ..PageSettings::default() }));
    assert!(!scope(PageSettings { translate: Some(false), ..PageSettings::default() }));
    assert!(!scope(PageSettings { held: true, ..PageSettings::default() }));
}

#[test]
fn all_mistakes_are_told_at_once_and_underlined() {
    let text = "[project]\nsourse = \"fr\"\nlocales = [\"en\", 7, \"en us\"]\noutput = \"../dehors\"\n\n\
                [build]\nmissing = \"sorce\"\nstale = { minor = \"x\", mojor = \"fail\" }\npath = \"{locale}/{pat}\"\nminimum = 300\n\n\
                [polcy]\n[policy]\nstale-majr = \"error\"\nmissing = \"warn\"\n[locale.eng]\nfolder = 3\n";
    snapbox::assert_data_eq!(
        mistakes(text).join("\n"),
        snapbox::str![[r#"
2:1 sourse: unknown key `sourse` in `[project]`
3:18 7: `project.locales` must hold texts only, not a number
3:21 "en us": `en us` is not a language tag
4:10 "../dehors": the folder `../dehors` has `..`: paths stay in the project
7:11 "sorce": `build.missing` can't be "sorce"
8:19 "x": `build.stale.minor` can't be "x"
8:24 mojor: unknown key `mojor` in `[build.stale]`
9:18 {pat}: unknown placeholder `{pat}`
10:11 300: `build.minimum` must be a number from 0 to 100
12:2 polcy: unknown key `polcy`
14:1 stale-majr: unknown key `stale-majr` in `[policy]`
15:11 "warn": `policy.missing` can't be "warn"
17:10 3: `locale.eng.folder` must be a text in quotes, not a number
"#]]
    );
}

#[test]
fn what_is_missing_is_told_under_its_table() {
    assert_eq!(mistakes("[project]\nlocales = [\"en\"]\n"), ["1:2 project: `project.source` is missing"]);
    assert_eq!(mistakes(""), ["1:1 : `project.source` and `project.locales` are missing"]);
    assert_eq!(
        mistakes(&format!("{BASE}[policy]\npaths = [{{}}]\n")),
        ["5:10 {}: this entry of `paths` does not say for which documents it holds"]
    );
}

#[test]
fn a_key_that_is_nearly_right_is_guessed() {
    let found = Config::parse("drogman.toml", "[project]\nsourse = \"fr\"\nlocales = [\"en\"]\n");
    let helps: Vec<_> =
        found.expect_err("a mistake").into_iter().filter_map(|finding| finding.help).collect();
    assert!(helps.iter().any(|help| help == "did you mean `source`?"), "{helps:?}");
}

/// The helps of a whole file.
fn helps(rest: &str) -> Vec<String> {
    let found = Config::parse("drogman.toml", &format!("{BASE}{rest}")).expect_err("the file has a mistake");
    found.into_iter().filter_map(|finding| finding.help.map(|help| help.to_string())).collect()
}

#[test]
fn a_table_that_became_a_key_is_told_as_that() {
    assert_eq!(helps("policy = \"strict\"\n"), ["`policy` is a table of its own: [policy]"]);
    assert_eq!(
        helps("[policy]\nx = \"off\"\n"),
        ["a key here is a state or a rule; `drogman explain` lists them"]
    );
    assert_eq!(helps("[policy]\nstale = \"off\"\n"), ["it has two keys: `stale-major` and `stale-minor`"]);
}

#[test]
fn what_would_never_match_is_told() {
    let of = |rest: &str| mistakes(&format!("{BASE}{rest}")).join("\n");
    assert_eq!(
        of(
            "[links]\nlocalize = [\"https://fr.wikipedia.org\", \"\", \"/fr/\", \"@/\", \"fr.wikipedia.org\", \"*.fr\"]\n"
        ),
        "5:13 \"https://fr.wikipedia.org\": `https://fr.wikipedia.org` is neither a host nor the beginning of a path\n\
         5:41 \"\": `` is neither a host nor the beginning of a path\n\
         5:79 \"*.fr\": `*.fr` is neither a host nor the beginning of a path"
    );
    assert_eq!(of("[documents]\ninclude = [\"\"]\n"), "5:12 \"\": no pattern stands here");
    assert_eq!(of("[documents]\nfront_matter = [\"\"]\n"), "5:17 \"\": no key stands here");
    assert!(
        of("[documents]\narguments = [\"alt\", \"a b\"]\n").contains("the name of an argument is one word")
    );
    assert_eq!(
        of("[policy]\nunreadable = \"off\"\n"),
        "5:1 unreadable: what can't be read is an error under every policy"
    );
}

#[test]
fn a_misspelt_key_of_paths_is_told_once() {
    assert_eq!(
        helps("[[policy.paths]]\ndocument = [\"a/**\"]\nmissing = \"off\"\n"),
        ["did you mean `documents`?"]
    );
}

#[test]
fn a_key_in_the_wrong_table_is_told_where_it_belongs() {
    for (rest, help) in [
        ("exclude = [\"a\"]\n", "it belongs under [documents]"),
        ("missing = \"skip\"\n", "it belongs under [build] or [policy]"),
        ("[build]\noutput = \"site\"\n", "it belongs under [project]"),
        // Not `stale`, which the table has.
        ("[build]\nstale-minor = \"off\"\n", "it belongs under [policy]"),
        ("[policies.release]\nabbreviations = [\"réf.\"]\n", "it belongs under [segment]"),
        ("[policies.release]\nbuild = 1\n", "`build` is a table of its own: [build]"),
        ("[locale.en]\nstale-major = \"off\"\n", "it belongs under [locale.en.policy]"),
        ("[locale.en]\ncopy = [\"a\"]\n", "it belongs under [locale.en.build]"),
        ("[locale.en]\nmissing = \"off\"\n", "it belongs under [locale.en.build] or [locale.en.policy]"),
        ("[locale.en.build]\ncomplete = 3\n", "it belongs under [locale.en.policy]"),
        ("[locale.en]\nhold = 3\n", "it belongs under [documents]"),
        ("[policy]\nstale = \"off\"\n", "it has two keys: `stale-major` and `stale-minor`"),
        ("[documents]\nexlude = [\"a\"]\n", "did you mean `exclude`?"),
        // Rules and keys of a build, but for a sign.
        ("[documents]\nfront-matter = [\"title\"]\n", "did you mean `front_matter`?"),
        ("[policy]\npath = []\n", "did you mean `paths`?"),
        ("locale = [\"en\"]\n", "did you mean `locales`?"),
        ("[locales.en]\nreleased = false\n", "did you mean `locale`?"),
    ] {
        assert_eq!(helps(rest), [help], "{rest}");
    }
    // The head of the table was forgotten.
    let found = Config::parse("drogman.toml", "source = \"fr\"\nlocales = [\"en\"]\n").expect_err("no table");
    let helps: Vec<String> = found.iter().filter_map(|one| Some(one.help.as_ref()?.to_string())).collect();
    assert_eq!(helps[2], "it belongs under [project]");
}

#[test]
fn mistakes_of_writing_are_told_in_words_of_a_writer() {
    let of = |rest: &str| mistakes(&format!("{BASE}{rest}")).join("\n");
    assert_eq!(of("content = texts\n"), "4:11 texts: this is no text, no number, and neither true nor false");
    assert_eq!(of("content = \"texts\n"), "4:17 : a text in quotes is not closed");
    assert_eq!(of("content\n"), "4:8 : a key stands here without an equals sign and a value");
    // A word without quotes comes first, also where more is wrong behind it.
    assert_eq!(of("content = pages, notes\n"), "4:11 pages: a text stands in quotes");
    assert_eq!(of("content = “texts”\n"), "4:11 “texts”: a text stands in quotes");
    assert_eq!(of("shared = \"a\", \"b\"\n"), "4:13 : something stands behind the value");
    assert_eq!(of("content == \"texts\"\n"), "4:10 =: an equals sign too many");
    assert_eq!(of("content = \"a\\q\"\n"), "4:14 : a backslash in a text begins a code, and this is none");
    assert_eq!(
        of("[documents]\ninclude = [\"{a\"]\n"),
        "5:12 \"{a\": `{a` is not a pattern of paths: the brace { is not closed"
    );
}

#[test]
fn text_that_is_no_toml_is_told_with_its_place() {
    let found = mistakes("[project]\nsource = \"fr\"\nlocales = [\"en, \"de\"]\n");
    assert!(found.iter().any(|line| line.starts_with("3:")), "{found:?}");
    assert!(!found.iter().any(|line| line.contains("`project")), "{found:?}");
    let found = mistakes("[project]\nsource = \"fr\"\nsource = \"de\"\nlocales = [\"en\"]\n");
    assert!(found[0].starts_with("3:1 source:"), "{found:?}");
    mistakes(&format!("{BASE}a = {}", "[".repeat(100_000)));
}

#[test]
fn locales_are_told_apart() {
    let found = mistakes("[project]\nsource = \"fr\"\nlocales = [\"en\", \"EN\", \"fr\"]\n");
    assert_eq!(
        found,
        [
            "3:18 \"EN\": the locale `en` is listed twice",
            "3:24 \"fr\": `fr` is the source and can't be a target too"
        ]
    );
    let found = mistakes(&format!("{BASE}[locale.en]\nfallback = [\"fr\", \"de\", \"en\"]\n"));
    assert_eq!(found.len(), 3, "{found:?}");
}

#[test]
fn outputs_do_not_become_documents() {
    for output in ["content", "content/dist", "./content/./", "."] {
        let found = mistakes(&format!("{BASE}output = \"{output}\"\n"));
        assert!(found[0].starts_with("4:10"), "{output}: {found:?}");
    }
    // What the globs exclude, or what lies in place, is none.
    parse("content = \"content/fr\"\noutput = \"content\"\n");
    parse(
        "output = \"content\"\n[documents]\nexclude = [\"**/*.{en,en-GB,ar}.*\"]\n\
         [build]\nsource = false\npath = \"{dir}{stem}.{locale}.{ext}\"\n",
    );
}

#[test]
fn outputs_do_not_lie_among_catalogs() {
    for output in ["locales", "locales/dist", "./locales/"] {
        let text = format!("{BASE}output = \"{output}\"\n");
        let told = mistakes(&text);
        assert!(told.iter().any(|line| line.contains("catalogs")), "{output}: {told:?}");
    }
    parse("output = \"locales-dist\"\n");
}

#[test]
fn two_locales_never_share_an_output() {
    let found = mistakes(&format!("{BASE}[build]\npath = \"x/{{path}}\"\n"));
    assert_eq!(found, ["5:8 \"x/{path}\": `fr` and `en` would be built to the same files"]);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,60}", keys in "(\\[(project|build|locale)\\.?[a-z]{0,2}\\]\n|(source|locales|path|stale) = (\"[{}a-z/]{0,9}\"|[0-9]{1,3}|\\[\"[a-z]{1,3}\"\\])\n){0,8}") {
        let _ = Config::parse("drogman.toml", &text);
        let _ = Config::parse("drogman.toml", &format!("{keys}{text}"));
    }
}

#[test]
fn a_policy_of_a_path_wins_over_the_rest() {
    let config = parse(
        "[policy]\nmissing = \"warning\"\n\
         [[policy.paths]]\ndocuments = [\"brouillons/**\"]\nmissing = \"off\"\nlength = \"warning\"\n\
         [[policy.paths]]\ndocuments = [\"**/une.md\"]\nmissing = \"error\"\n",
    );
    let en = tag(&config, "en");
    let of = |document: &str| config.policy(Some(&en), Some(document), "missing", Some("release"));
    assert_eq!(of("actu/pont.md"), Some(Severity::Error));
    assert_eq!(of("brouillons/pont.md"), None);
    assert_eq!(of("brouillons/une.md"), Some(Severity::Error));
    let length = |document| config.policy(Some(&en), Some(document), "length", None);
    assert_eq!((length("brouillons/pont.md"), length("pont.md")), (Some(Severity::Warning), None));
    assert!(config.is_on_somewhere(&en, "length", None) && !config.is_on_somewhere(&en, "glossary-x", None));
}

#[test]
fn policies_are_ready_made_and_may_be_replaced() {
    let head = "[policy]\nmissing = \"off\"\n";
    let config = parse(head);
    let en = tag(&config, "en");
    let of = |finding, name| config.policy(Some(&en), None, finding, Some(name));
    assert_eq!(of("missing", "release"), Some(Severity::Error));
    assert_eq!(config.complete(&en, Some("release")).0, 100);
    assert_eq!(of("stale-major", "pull-request"), Some(Severity::Warning));
    assert_eq!(of("numbers", "pull-request"), Some(Severity::Error));
    assert!(config.only_touched(Some("pull-request")) && !config.only_touched(Some("release")));
    let config = parse(&format!("{head}[policies.release]\ncomplete = 90\n"));
    assert_eq!(config.policy(Some(&en), None, "missing", Some("release")), None);
    assert_eq!(config.complete(&en, Some("release")).0, 90);
}

#[test]
fn a_strict_policy_leaves_alone_what_is_weighed_as_closely() {
    let config = parse(
        "[policy]\npunctuation = \"warning\"\nspaces = \"off\"\n\
         [[policy.paths]]\ndocuments = [\"actu/**\"]\nbrackets = \"warning\"\n\
         [policies.nightly]\nwarnings_fail = true\ntypography = \"warning\"\n\
         [locale.en.policy]\nglossary = \"warning\"\n",
    );
    let en = tag(&config, "en");
    let fails = |finding, name| config.warning_fails(Some(&en), Some("actu/pont.md"), finding, name);
    assert!(fails("numbers", Some("strict")) && fails("punctuation", Some("strict")));
    assert!(!fails("numbers", None) && !fails("numbers", Some("release")));
    assert!(!fails("glossary", Some("strict")) && !fails("brackets", Some("strict")));
    assert!(fails("typography", Some("strict")) && !fails("typography", Some("nightly")));
    assert!(fails("stale-minor", Some("nightly")));
    assert_eq!(config.policy(Some(&en), None, "spaces", Some("strict")), None);
}
