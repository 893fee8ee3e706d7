//! What `build` says of the pages that it makes, and of those that it can't.

mod support;

use support::{Dir, Run};

/// Two pages of two sentences, the first of each translated, into English and German; built.
fn site(settings: &str) -> Dir {
    let dir = Dir::project(&[
        ("content/quai.md", "Le quai dort. Le bac attend.\n"),
        ("content/phare.md", "Le phare veille. La digue tient.\n"),
    ]);
    let project = "[project]\nsource = \"fr\"\nlocales = [\"en\", \"de\"]\n";
    dir.put("drogman.toml", format!("{project}{settings}"));
    assert_eq!(dir.run(&["sync"]).status, 0);
    for locale in ["en", "de"] {
        dir.translate_one(&format!("locales/{locale}/quai.ftl"), "Le quai dort.", "Quay");
        dir.translate_one(&format!("locales/{locale}/phare.ftl"), "Le phare veille.", "Light");
    }
    dir
}

fn build(dir: &Dir, status: i32) -> Run {
    let run = dir.run(&["build"]);
    assert_eq!(run.status, status, "{}{}", run.out, run.err);
    run
}

fn spoil(dir: &Dir, file: &str) {
    let mut bytes = dir.text(file).into_bytes();
    bytes.extend(b"# caf\xe9\n");
    dir.put(file, bytes);
}

#[test]
fn what_stands_in_french_is_counted_by_language_and_reason() {
    let dir = site("");
    let run = build(&dir, 0);
    for locale in ["en", "de"] {
        let line =
            format!("{locale}: 2 sentences stand in French: 2 missing (drogman todo --locale {locale})\n");
        assert!(run.err.contains(&line), "{}", run.err);
    }
    dir.translate_one("locales/en/quai.ftl", "Le bac attend.", "{ -nothing }");
    let run = build(&dir, 0);
    assert!(run.err.contains("en: 2 sentences stand in French: 1 missing, 1 invalid ("), "{}", run.err);
    dir.translate_one("locales/en/phare.ftl", "La digue tient.", "Dyke");
    let run = build(&dir, 0);
    assert!(run.err.contains("en: 1 sentence stands in French: 1 invalid ("), "{}", run.err);
    assert_eq!(dir.run(&["build", "--quiet"]).err, "");
}

#[test]
fn what_a_policy_puts_into_french_is_told_and_what_another_language_lends_is_not() {
    let dir = site("[build]\nstale = \"source\"\n[locale.de]\nfallback = [\"en\"]\n");
    let text = dir.text("content/quai.md");
    dir.put("content/quai.md", text.replace("dort", "brûle"));
    dir.translate_one("locales/en/quai.ftl", "Le bac attend.", "Ferry");
    let run = build(&dir, 0);
    assert!(
        run.err.contains("en: 2 sentences stand in French: 1 missing, 1 stale (build.stale) ("),
        "{}",
        run.err
    );
    assert!(
        run.err.contains("de: 2 sentences stand in French: 1 missing, 1 stale (build.stale) ("),
        "{}",
        run.err
    );
}

/// A page that was published stays, in the manifest too, and that is said.
#[test]
fn a_page_of_an_unreadable_catalog_stays_and_that_is_told() {
    let dir = site("");
    build(&dir, 0);
    let (page, manifest) = (dir.text("dist/en/quai.md"), dir.text("dist/manifest.json"));
    spoil(&dir, "locales/en/quai.ftl");
    let run = build(&dir, 2);
    let told = "en/quai.md stays as the last build made it: locales/en/quai.ftl can't be read\n";
    assert!(run.err.contains(told), "{}", run.err);
    assert_eq!(dir.text("dist/en/quai.md"), page);
    assert_eq!(dir.text("dist/manifest.json"), manifest);
    std::fs::remove_dir_all(dir.path("dist")).expect("removed");
    let run = build(&dir, 2);
    assert!(run.err.contains("en/quai.md is not built: locales/en/quai.ftl can't be read\n"), "{}", run.err);
    assert!(
        run.out.contains("5 files") && !dir.text("dist/manifest.json").contains("en/quai.md"),
        "{}",
        run.out
    );
}

#[test]
fn pages_of_an_unreadable_document_stay_and_that_is_told() {
    type Spoil = fn(&Dir);
    let cases: [(&str, Spoil); 3] = [
        ("content/quai.md", |dir| dir.put("content/quai.md", "<<<<<<< HEAD\nA.\n=======\nB.\n>>>>>>> x\n")),
        // Two documents that would share a catalog: neither can be worked on.
        ("content/quai.md", |dir| dir.put("content/quai.txt", "Salut.\n")),
        ("locales/fr/quai.ftl", |dir| spoil(dir, "locales/fr/quai.ftl")),
    ];
    for (at, (file, spoil)) in cases.iter().enumerate() {
        let dir = site("");
        build(&dir, 0);
        let before: Vec<_> = dir.files().into_iter().filter(|(name, _)| name.starts_with("dist")).collect();
        spoil(&dir);
        let run = build(&dir, 2);
        let pages = "fr/quai.md, en/quai.md and de/quai.md stay as the last build made them";
        assert!(run.err.contains(&format!("{pages}: {file} can't be read\n")), "{at}: {}", run.err);
        let after: Vec<_> = dir.files().into_iter().filter(|(name, _)| name.starts_with("dist")).collect();
        assert!(before == after, "{at}: {}", run.out);
    }
}

#[test]
fn files_that_are_not_copied_are_told_until_the_settings_say_what_to_copy() {
    let dir = site("");
    assert!(!build(&dir, 0).err.contains("copied"));
    dir.put("content/img/quai.png", "");
    dir.put("content/img/.hidden", "");
    let told = "1 file under content/ is no document and not copied: img/quai.png (build.copy";
    let run = build(&dir, 0);
    assert!(run.err.contains(told), "{}", run.err);
    // Of one page that is built alone nobody asks.
    assert!(!dir.run(&["build", "quai"]).err.contains("copied"));
    let settings = dir.text("drogman.toml");
    dir.put("drogman.toml", format!("{settings}[build]\ncopy = [\"*.png\"]\n"));
    let run = build(&dir, 0);
    assert!(run.err.contains("`*.png` in build.copy matches no file that is not a document"), "{}", run.err);
    assert!(!dir.has("dist/en/img/quai.png"));
    dir.put("drogman.toml", format!("{settings}[build]\ncopy = [\"**/*.png\"]\n"));
    let run = build(&dir, 0);
    assert!(!run.err.contains("build.copy") && !run.err.contains("not copied"), "{}", run.err);
    assert!(dir.has("dist/en/img/quai.png"));
}

/// What readers of a page see is told when it is built, not by `check` alone.
#[test]
fn a_mistake_that_is_published_is_told() {
    let dir = Dir::project(&[("content/pont.md", "Le pont ferme.\n\nIl rouvre.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let catalog = dir.text("locales/en/pont.ftl");
    let ids: Vec<&str> = catalog.lines().filter_map(|line| line.strip_prefix("# @unit ")).collect();
    // The id is typed twice in one; the other can't be read, stands in French and is counted.
    let wrong = catalog
        .replace("ferme.\n", &format!("ferme.\n{0} = {0} = The bridge closes.\n", ids[0]))
        .replace("rouvre.\n", &format!("rouvre.\n{} = It {{ opens.\n", ids[1]));
    dir.put("locales/en/pont.ftl", &wrong);
    let build = dir.run(&["build"]);
    assert_eq!(build.status, 0, "{}", build.err);
    assert!(dir.text("dist/en/pont.md").contains(ids[0]));
    let told = "warning[syntax]: the id stands in the translation, too: readers would see it\n--> locales/en/pont.ftl:5:";
    assert!(build.err.contains(told), "{}", build.err);
    assert_eq!(build.err.matches("warning").count(), 1, "{}", build.err);
    assert!(build.err.contains("1 invalid"), "{}", build.err);
    assert_eq!(dir.run(&["build", "--quiet"]).err, "");
    // Of a language that is not built nothing is told.
    assert_eq!(dir.run(&["build", "--locale", "fr"]).err, "");

    dir.put(
        "locales/en/pont.ftl",
        catalog.replace("ferme.\n", &format!("ferme.\n{0} = The bridge closes.\n", ids[0])),
    );
    assert!(!dir.run(&["build"]).err.contains("warning"));
    let french = dir.text("locales/fr/pont.ftl");
    dir.put("locales/fr/pont.ftl", format!("{french}\n{} = Le pont ouvre.\n", ids[0]));
    let build = dir.run(&["build"]);
    assert!(
        build.err.contains("warning[duplicate-unit]") && build.err.contains("locales/fr/pont.ftl:"),
        "{}",
        build.err
    );
}

#[test]
fn front_matter_that_cannot_be_read_is_told() {
    let dir = Dir::project(&[("content/pont.md", "---\ntitle: Le pont\nune ligne\n---\n\nIl ferme.\n")]);
    let told = "[front-matter]: the front matter can't be read: `key: value` is expected here, and all of it is taken for \
                text of the page\n--> content/pont.md:3:1\n = help: write the line as `key: value`";
    for command in ["sync", "build"] {
        let run = dir.run(&[command]);
        assert!(run.status == 0 && run.err.contains(&format!("warning{told}")), "{command}: {}", run.err);
    }
    let check = dir.run(&["check", "--only", "front-matter"]);
    assert_eq!(check.status, 1);
    assert!(
        check.out.starts_with("error[front-matter]: ") && check.out.contains("\n3 | une ligne\n"),
        "{}",
        check.out
    );
    dir.put("drogman.toml", format!("{}[policy]\nfront-matter = \"off\"\n", support::SMALL));
    assert_eq!(dir.run(&["check", "--only", "front-matter"]).status, 0);
    dir.put("content/pont.md", "---\ntitle: Le pont\n---\n\nIl ferme.\n");
    assert!(!dir.run(&["sync"]).err.contains("front-matter"));
}

#[test]
fn links_to_pages_that_are_not_there_are_told() {
    let wrong = "Le [guide](a/giude.md#un), le [bac](bac.md), la [gare](../gare.md).\n";
    let right = "Le [quai](quai.md), [lui](quai%2Emd), [elle](a), `[x](x.md)`, [site](https://x.test/x.md), [loin](x/y.md),\n\
                 [dehors](../LISEZ-MOI.md), [racine](/x.md), [zola](@/x.md), [port](port.md), [liste]({{ x }}/y.md), [livre](livre/index.md).\n\n\
                 ```\n[code](x.md)\n```\n";
    let dir = Dir::project(&[
        ("content/quai.md", right),
        ("content/a/guide.md", "Un guide.\n"),
        ("content/livre/README.md", "Un livre.\n"),
        ("content/b/bac.md", &wrong.replace("(a/giude", "(../a/giude").replace("../gare", "gare")),
        ("content/port/index.md", wrong.split_once(", ").map_or("", |(_, rest)| rest)),
    ]);
    dir.ok(&["sync"]);
    let err = dir.run(&["build"]).err;
    let told: Vec<&str> = err.lines().filter(|line| line.contains("leads to no page")).collect();
    let wanted = [
        "warning: `../a/giude.md#un` leads to no page: content/a/giude.md is not there",
        "warning: `gare.md` leads to no page: content/b/gare.md is not there",
        "warning: `bac.md` leads to no page: content/port/bac.md is not there",
        "warning: `../gare.md` leads to no page: content/gare.md is not there",
    ];
    assert_eq!(told, wanted, "{err}");
    assert!(err.contains("--> content/b/bac.md:1:12\n = help: did you mean content/a/guide.md?"), "{err}");
    assert!(err.contains("did you mean content/b/bac.md?"), "{err}");
}

#[test]
fn pages_that_a_site_builder_finds_or_makes_are_not_missed() {
    let links = "[Quai](guide/quai.md), [api](api/index.md), [mots](tags.md), [bac](guide/bca.md).\n";
    let told = |file: &str, text: &str| {
        let dir = Dir::project(&[
            ("content/a/port.md", links),
            ("content/a/api/pont.md", "Un pont.\n"),
            ("content/a/guide/bac.md", "Un bac.\n"),
            ("content/guide/quai.md", "Un quai.\n"),
        ]);
        dir.put(file, text);
        dir.ok(&["sync"]);
        let err = dir.run(&["build"]).err;
        let files = ["quai.md", "index.md", "tags.md", "bca.md"];
        files
            .into_iter()
            .filter(|file| err.contains(&format!("{file}` leads to no page")))
            .collect::<Vec<_>>()
    };
    assert_eq!(told("book.toml", "[book]\n"), ["quai.md", "index.md", "tags.md", "bca.md"]);
    assert_eq!(told("docusaurus.config.ts", "export default {};\n"), ["index.md", "tags.md", "bca.md"]);
    // What is written nearly as a page that is there is a slip; and a page of this name lies elsewhere.
    assert_eq!(told("mkdocs.yml", "plugins:\n  - tags\n"), ["quai.md", "bca.md"]);
    for none in ["plugins: [search]\n", "site_name: Le blog\n# no tags\n"] {
        assert_eq!(told("mkdocs.yml", none), ["quai.md", "index.md", "tags.md", "bca.md"], "{none}");
    }
}

#[test]
fn a_page_is_not_missed_that_the_build_makes_and_only_names_are_alike() {
    let settings = "[project]\nsource = \"fr\"\nlocales = [\"en\"]\noutput = \"content\"\n[documents]\n\
        exclude = [\"**/*.en.*\"]\n[build]\npath = \"{dir}{stem}.{locale}.{ext}\"\nsource = false\n";
    let dir = Dir::project(&[("content/pont.md", "[En anglais](pont.en.md), [le lac](lac.md).\n")]);
    dir.put("content/eau.md", "Salut.\n");
    dir.put("drogman.toml", settings);
    dir.ok(&["sync"]);
    let err = dir.run(&["build"]).err;
    assert!(!err.contains("pont.en.md") && err.contains("`lac.md` leads to no page"), "{err}");
    assert!(!err.contains("did you mean"), "{err}");
}

/// Site builders stop at a path of a built page that leads nowhere.
#[test]
fn files_that_built_pages_do_not_find_are_told() {
    let page = "---\ncover: ../photos/mer.jpg\n---\n\n![Le quai](./quai.png) et [le plan](plan.pdf).\n\n[Le phare](phare.md)\n";
    let dir = site(
        "content = \"content\"\noutput = \"content\"\n\n[documents]\nexclude = [\"en/**\", \"de/**\"]\n\n[build]\nsource = false\ncopy = [\"**/*.svg\"]\n",
    );
    dir.put("content/quai.md", page);
    // What is not there is no file of the page, and what is a page is built.
    assert!(!build(&dir, 0).err.contains("do not find"));
    for file in ["content/quai.png", "content/plan.pdf", "content/carte.svg", "photos/mer.jpg"] {
        dir.put(file, "");
    }
    let err = build(&dir, 0).err;
    let inside = "built pages do not find `./quai.png`, which this page names, and 1 more file\n--> content/quai.md:5:12\n";
    assert!(err.contains(inside), "{err}");
    assert!(err.contains("copy = [\"**/*.svg\", \"**/*.png\", \"**/*.pdf\"]\n"), "{err}");
    let outside =
        "built pages do not find `../photos/mer.jpg`, which this page names\n--> content/quai.md:2:8\n";
    assert!(err.contains(outside), "{err}");
    assert!(err.contains("from content/en/quai.md it leads to content/photos/mer.jpg, which"), "{err}");
    let settings = dir.text("drogman.toml").replace("\"**/*.svg\"", "\"**/*.{png,pdf}\"");
    dir.put("drogman.toml", &settings);
    dir.put("content/quai.md", page.replace("../photos", "/photos"));
    let err = build(&dir, 0).err;
    assert!(!err.contains("do not find"), "{err}");
    // Beside the French page every path leads where it does.
    dir.put("content/quai.md", page);
    let beside = "path = \"{dir}{stem}.{locale}.{ext}\"\nsource = false";
    let settings =
        settings.replace("source = false", beside).replace("en/**\", \"de/**", "**/*.en.*\", \"**/*.de.*");
    dir.put("drogman.toml", settings);
    let err = build(&dir, 0).err;
    assert!(!err.contains("do not find"), "{err}");
}
