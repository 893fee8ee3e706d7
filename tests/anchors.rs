//! Links to headings, whose ids site builders make of their words: what `build` and `check` say of them.

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
        dir.translate_one(&format!("locales/{locale}/{page}.ftl"), french, text);
    }
    dir
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
    dir.translate_one("locales/de/quai.ftl", "Le bac", "Die Fähre");
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
    let other = ("content/autre.md", "Un autre.\n");
    assert_eq!(told(&site(&[("content/quai.md", page), other], &translations)), "");
}

/// A translator may write the id of the translated heading, and one that there is not is told by both.
#[test]
fn a_link_that_follows_the_translated_heading_is_right() {
    let pages = [QUAY, ("content/port.md", "Voir [le bac](quai.md#le-bac).\n")];
    let heading = ("en", "quai", "Le bac", "The ferry");
    let of = |own: &str, other: &str| {
        let (own, other) = (format!("See [the ferry]({own})."), format!("See [the ferry]({other})."));
        let last = ("en", "quai", "Il attend [là](#le-bac).", "It waits [there](#the-ferry).");
        let translations = [
            heading,
            last,
            ("en", "quai", "Voir [le bac](#le-bac).", &own),
            ("en", "port", "Voir [le bac](quai.md#le-bac).", &other),
        ];
        site(&pages, &translations)
    };
    let dir = of("#the-ferry", "quai.md#the-ferry");
    assert_eq!(told(&dir), "");
    let check = dir.run(&["check", "--only", "links"]);
    assert_eq!((check.status, check.out.contains("links")), (0, false), "{}", check.out);

    // Another heading is there, and another one.
    let dir = of("#le-quai", "quai.md#le-quai");
    assert_eq!(told(&dir), "");
    assert_eq!(dir.run(&["check", "--only", "links"]).out.matches("error[links]").count(), 2);

    let dir = of("#ferry", "quai.md#boat");
    let err = told(&dir);
    assert!(
        err.contains(
            "in en, `#le-bac` became `#ferry`, which leads nowhere there\n--> content/quai.md:3:15\n"
        ),
        "{err}"
    );
    assert!(err.contains("in en, `quai.md#le-bac` became `#boat`, which"), "{err}");
    assert_eq!(err.matches("warning: ").count(), 2, "{err}");
    let check = dir.run(&["check", "--only", "links"]);
    assert_eq!(check.status, 1);
    for wanted in ["the link to #le-bac leads to #ferry", "the link to quai.md#le-bac leads to quai.md#boat"]
    {
        assert!(check.out.contains(wanted), "{}", check.out);
    }
    assert!(check.out.contains("or that of the same heading in translation\n"), "{}", check.out);
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

#[test]
fn escapes_in_the_path_of_a_page_are_read() {
    let link = |fragment: &str| format!("[le bac](l%C3%A0-bas/le%20quai.md#{fragment})");
    let french = format!("Voir {}.", link("le-bac"));
    let pages = [("content/là-bas/le quai.md", QUAY.1), ("content/port.md", &*format!("{french}\n"))];
    let heading = ("en", "là-bas/le quai", "Le bac", "The ferry");
    let dir = site(&pages, &[heading]);
    let err = told(&dir);
    assert!(err.contains("and 2 more links lead nowhere in en, where the heading “Le bac”"), "{err}");
    dir.translate_one("locales/en/port.ftl", &french, &format!("See {}.", link("the-ferry")));
    assert_eq!(dir.run(&["check", "--only", "links"]).out, "no findings\n");
}

/// Of a page whose ending is not written as usual, too.
#[test]
fn the_headings_of_a_page_are_found_whatever_its_ending() {
    let dir =
        Dir::project(&[("content/QUAI.MD", QUAY.1), ("content/port.md", "Voir [le bac](QUAI.MD#le-bac).\n")]);
    dir.put(
        "drogman.toml",
        support::SMALL.to_owned() + "[documents]\ninclude = [\"**/*.md\", \"**/*.MD\"]\n",
    );
    dir.ok(&["sync"]);
    dir.translate_one("locales/en/QUAI.ftl", "Le bac", "The ferry");
    assert!(told(&dir).contains("and 2 more links lead nowhere in en, where the heading “Le bac”"));
    dir.translate_one("locales/en/port.ftl", "Voir", "See [the ferry](QUAI.MD#the-ferry).");
    assert_eq!(dir.ok(&["check", "--only", "links"]), "no findings\n");
    dir.replace("locales/en/port.ftl", "#the-ferry", "#boat");
    assert_eq!(dir.run(&["check", "--only", "links"]).status, 1);
}

/// The page beside it of the same name is another.
#[test]
fn a_path_that_begins_at_the_root_is_none_from_the_page() {
    let pages = [
        QUAY,
        ("content/a/quai.md", "# Un autre\n"),
        ("content/a/port.md", "Voir [le bac]({{< ref \"/quai.md#le-bac\" >}}).\n"),
    ];
    let dir = site(&pages, &[("en", "quai", "Le bac", "The ferry")]);
    let err = told(&dir);
    assert!(err.contains("`/quai.md#le-bac` and 2 more links lead nowhere in en, where"), "{err}");
}

/// `/en/quai` and `/en/quai/` lead to the translation of the page, and so to its headings.
#[test]
fn links_from_the_root_into_the_own_language_are_asked_for_their_heading() {
    for slash in ["", "/"] {
        let french = format!("Voir [le bac](/fr/quai{slash}#le-bac).");
        let page = format!("{french}\n");
        let dir = site(&[QUAY, ("content/port.md", &page)], &[("en", "quai", "Le bac", "The ferry")]);
        let told = |fragment: &str, settings: &str| {
            dir.put("drogman.toml", format!("{}{settings}", support::SMALL));
            let catalog = dir.text("locales/en/port.ftl");
            let english = format!("See [the ferry](/en/quai{slash}{fragment}).");
            dir.translate_one("locales/en/port.ftl", &french, &english);
            let out = dir.run(&["check", "--only", "links", "port"]).out;
            dir.put("locales/en/port.ftl", catalog);
            out
        };
        let localized = "[links]\nlocalize = [\"/fr/\"]\n";
        for right in ["#the-ferry", ""] {
            assert_eq!(told(right, localized), "no findings\n", "{right}");
        }
        for settings in ["", localized] {
            for wrong in ["#le-bac", "#boat", "#le-quai"] {
                let out = told(wrong, settings);
                let message = format!(
                    "warning[links]: the link to /fr/quai{slash}#le-bac leads to /en/quai{slash}{wrong}\n"
                );
                assert!(out.contains(&message) && out.contains("there the heading is translated"), "{out}");
            }
        }
        // Without the setting, another page is told as before.
        assert!(told("#the-ferry", "").contains("links.localize of drogman.toml"));
    }
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
