//! Links to headings, whose ids site builders make of their words: what `build` says of them.

mod support;

use support::{Dir, Run};

/// A project of these pages, whose sentences are translated so: locale, page, French, translation.
fn site(pages: &[(&str, &str)], translations: &[(&str, &str, &str, &str)]) -> Dir {
    let dir = Dir::project(pages);
    let documents = "[documents]\ninclude = [\"**/*.md\", \"**/*.mdx\"]\n";
    let project = "[project]\nsource = \"fr\"\nlocales = [\"en\", \"de\"]\n";
    dir.put("drogman.toml", [project, documents].concat());
    assert_eq!(dir.run(&["sync"]).status, 0);
    for (locale, page, french, text) in translations {
        translate(&dir, &format!("locales/{locale}/{page}.ftl"), french, text);
    }
    dir
}

fn translate(dir: &Dir, file: &str, french: &str, text: &str) {
    let old = dir.text(file);
    let line = format!("# fr: {french}\n");
    let at = old.find(&line).unwrap_or_else(|| panic!("{french} in {file}"));
    let id = old[..at].lines().rev().find_map(|line| line.strip_prefix("# @unit ")).expect("an id");
    let id = id.split(' ').next().expect("an id");
    dir.put(file, old.replace(&line, &format!("{line}{id} = {text}\n")));
}

fn build(dir: &Dir) -> Run {
    let run = dir.run(&["build"]);
    assert_eq!(run.status, 0, "{}{}", run.out, run.err);
    run
}

/// What is told of links, without what stands in French.
fn told(dir: &Dir) -> String {
    let err = build(dir).err;
    err.lines().filter(|line| !line.contains(" in French: ")).map(|line| format!("{line}\n")).collect()
}

const QUAY: (&str, &str) =
    ("content/quai.md", "# Le quai\n\nVoir [le bac](#le-bac).\n\n## Le bac\n\nIl attend [là](#le-bac).\n");

#[test]
fn a_link_to_a_translated_heading_is_told_once_with_all_locales() {
    let dir = site(&[QUAY], &[("en", "quai", "Le bac", "The ferry")]);
    let wanted = "warning: `#le-bac` and 1 more link lead nowhere in en, where the heading “Le bac” is translated\n\
        --> content/quai.md:3:15\n \
        = help: give the heading an id that stays in all languages (content/quai.md:5): `## Le bac {#le-bac}`, or in Astro \
        and Eleventy a line `<a id=\"le-bac\"></a>` above it\n\n";
    assert_eq!(told(&dir), wanted);
    translate(&dir, "locales/de/quai.ftl", "Le bac", "Die Fähre");
    let err = told(&dir);
    assert!(err.contains("lead nowhere in en and de, where"), "{err}");
    assert_eq!(dir.run(&["build", "--quiet"]).err, "");
}

#[test]
fn what_the_help_says_settles_it() {
    for heading in ["## Le bac {#le-bac}", "<a id=\"le-bac\"></a>\n\n## Le bac"] {
        let page = QUAY.1.replace("## Le bac", heading);
        let dir = site(&[(QUAY.0, &page)], &[("en", "quai", "Le bac", "The ferry")]);
        assert_eq!(told(&dir), "", "{heading}");
        assert!(dir.text("dist/en/quai.md").contains("The ferry"));
    }
}

#[test]
fn links_that_lead_somewhere_or_to_no_heading_are_left_alone() {
    let page = "# Introduction\n\n[a](#introduction), [b](#rien), [c](#fn1), `[d](#le-bac)`.\n\n## Le bac\n\n```\n[e](#le-bac)\n```\n\n\
        <!-- [f](#le-bac) -->\n\n    [g](#le-bac)\n\n[h](https://x.test/#le-bac), [i](/quai#le-bac), [j](autre.md#le-bac)\n";
    let translations =
        [("en", "quai", "Le bac", "The ferry"), ("en", "quai", "Introduction", "Introduction")];
    assert_eq!(told(&site(&[("content/quai.md", page)], &translations)), "");
}

#[test]
fn links_to_headings_of_other_pages_are_told() {
    let pages = [
        QUAY,
        ("content/a/carte.mdx", "<Card href=\"../quai/#le-bac\">Le bac</Card>\n"),
        (
            "content/a/plan.md",
            "Voir [le bac][bac] et [le plan](../plan/index.md#l-été).\n\n[bac]: ../quai.md#le-bac\n",
        ),
        ("content/plan/index.md", "# L’été\n\nIl fait {{< ref \"a/plan.md#rien\" >}} beau.\n"),
    ];
    let translations = [("en", "quai", "Le bac", "The ferry"), ("de", "plan/index", "L’été", "Der Sommer")];
    let dir = site(&pages, &translations);
    let err = told(&dir);
    let ferry = "`../quai/#le-bac` and 3 more links lead nowhere in en, where the heading “Le bac” is translated\n--> content/a/carte.mdx:1:13\n";
    assert!(err.contains(ferry) && err.contains("(content/quai.md:5): `## Le bac {#le-bac}`"), "{err}");
    let summer = "`../plan/index.md#l-été` leads nowhere in de, where the heading “L’été” is translated\n--> content/a/plan.md:1:33\n";
    assert!(err.contains(summer), "{err}");
    assert_eq!(err.matches("warning: ").count(), 2, "{err}");
    // The other page need not be built again.
    let one = dir.run(&["build", "a/plan"]);
    assert!(one.err.contains("`../quai.md#le-bac` leads nowhere in en, "), "{}", one.err);
    assert!(!one.err.contains("carte.mdx"), "{}", one.err);
}

/// In Hugo and MkDocs a translation lies beside the French page, and links name pages without their language.
#[test]
fn pages_beside_each_other_are_found_by_the_name_of_the_french_one() {
    let pages = [
        QUAY,
        ("content/port.md", "Voir [le bac]({{< relref \"quai.md#le-bac\" >}}) et [lui](quai.md#le-bac).\n"),
    ];
    let dir = site(&pages, &[("en", "quai", "Le bac", "The ferry")]);
    let settings = "[project]\nsource = \"fr\"\nlocales = [\"en\", \"de\"]\noutput = \"content\"\n[documents]\n\
        exclude = [\"**/*.en.*\", \"**/*.de.*\"]\n[build]\npath = \"{dir}{stem}.{locale}.{ext}\"\nsource = false\n";
    dir.put("drogman.toml", settings);
    let err = told(&dir);
    assert!(err.contains("`quai.md#le-bac` and 3 more links lead nowhere in en, where"), "{err}");
}

#[test]
fn of_many_headings_the_first_are_told() {
    let headings: String = (1..=12).map(|at| format!("## Quai {at}\n\n[ici](#quai-{at})\n\n")).collect();
    let page = format!("{headings}## Bac\n");
    let names: Vec<(String, String)> =
        (1..=12).map(|at| (format!("Quai {at}"), format!("Quay {at}"))).collect();
    let translations: Vec<_> =
        names.iter().map(|(french, text)| ("en", "port", &**french, &**text)).collect();
    let err = told(&site(&[("content/port.md", &page)], &translations));
    assert_eq!(err.matches("leads nowhere in en").count(), 10, "{err}");
    let more = "2 more headings with links that lead nowhere in other languages: drogman build DOCUMENT tells those of a page\n";
    assert!(err.ends_with(more), "{err}");
}
