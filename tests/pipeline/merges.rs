//! What git makes of parallel work: translators on one branch, authors on another.

use std::collections::BTreeSet;

use crate::article::{ARTICLE, SENTENCES};
use crate::support::{Dir, SMALL};

/// A project under git, with all committed on `main`.
fn repository(project: Dir) -> Dir {
    project.put(".gitignore", ".drogman/\ndist/\n");
    project.git(&["init", "-q", "-b", "main"]);
    project.commit();
    project
}

/// Does `ours` on `main` and `theirs` on another branch, then merges; whether git did it alone.
fn merged(project: &Dir, ours: impl Fn(&Dir), theirs: impl Fn(&Dir)) -> bool {
    project.git(&["checkout", "-q", "-b", "other"]);
    theirs(project);
    project.commit();
    project.git(&["checkout", "-q", "main"]);
    ours(project);
    project.commit();
    project.may_git("", &["merge", "-q", "--no-edit", "other"])
}

/// An edit of the article, then `sync`.
fn author(from: &'static str, to: &'static str) -> impl Fn(&Dir) {
    move |project| {
        project.replace("content/article.txt", from, to);
        project.ok(&["sync"]);
    }
}

/// Every line of a message in the English catalog.
fn translations(project: &Dir) -> Vec<String> {
    let text = project.text("locales/en/article.ftl");
    text.lines().filter(|line| line.starts_with("article-")).map(str::to_owned).collect()
}

#[test]
fn translations_and_source_edits_merge_by_themselves() {
    let edits: [(&str, &str); 5] = [
        ("12 ans", "13 ans"),
        ("Un chantier plus long que prévu", "Un chantier plus court que prévu"),
        (" Le vieux viaduc, fermé en 2012, a reçu 4 piles neuves.", ""),
        ("essais. «", "essais. La pluie a tout retardé. «"),
        ("grands-parents", "aïeux"),
    ];
    for (from, to) in edits {
        // One unit is still to do, far from each of the edits.
        let project = Dir::translated();
        let lines = translations(&project);
        let last = lines.last().unwrap().clone();
        project.replace("locales/en/article.ftl", &format!("{last}\n"), "");
        let project = repository(project);
        let clean = merged(&project, author(from, to), |project| {
            let end = project.text("locales/en/article.ftl");
            project.put("locales/en/article.ftl", format!("{}\n{last}\n", end.trim_end()));
        });
        assert!(clean, "{from} → {to}");
        project.ok(&["sync"]);
        assert_eq!(translations(&project), lines, "no translation is lost");
        let [current, stale, missing, unverified, invalid, obsolete] = project.counts();
        assert_eq!((unverified, invalid), (0, 0));
        assert_eq!(current + stale + obsolete, SENTENCES, "{from} → {to}");
        assert_eq!(missing, usize::from(to.contains("pluie")));
    }
}

#[test]
fn a_stub_with_more_lines_touched_on_both_sides_is_never_falsely_current() {
    // A proposal or a note between the French and the place of the translation keeps git from seeing that both
    // sides are about one thing.
    for lines in
        ["# proposal: The trip costs little.\n", "# my note\n", "# my note\n# proposal: x\n# another\n"]
    {
        let project = Dir::article();
        project.ok(&["sync"]);
        let catalog = "locales/en/article.ftl";
        let text = project.text(catalog);
        let french = text.lines().find(|line| line.contains("9 euros")).unwrap().to_owned();
        project.replace(catalog, &format!("{french}\n"), &format!("{french}\n{lines}"));
        let project = repository(project);
        merged(&project, author("9 euros", "11 euros"), |project| {
            let text = project.text(catalog);
            let at = text.find("9 euros").unwrap();
            let id = text[..at].rsplit("# @unit ").next().unwrap().split_whitespace().next().unwrap();
            let end = at + text[at..].find("\n\n").map_or(text.len() - at, |end| end + 1);
            let message = format!("{id} = The whole trip will cost 9 euros.\n");
            project.put(catalog, format!("{}{message}{}", &text[..end], &text[end..]));
        });
        assert!(project.text(catalog).contains("will cost 9 euros"), "{lines}");
        assert_eq!(project.figures("current"), 0, "{lines}: {}", project.text(catalog));
    }
}

#[test]
fn a_translation_accepted_on_one_side_and_changed_on_the_other_is_never_falsely_current() {
    let catalog = "locales/en/article.ftl";
    // What stands above the message, but for its French, and whether the French is lost.
    let notes =
        ["", "# my note\n", "# proposal: The trip costs little.\n", "# one\n# proposal: x\n# another\n"];
    for (lines, lost) in notes.iter().flat_map(|&lines| ["", "french", "all"].map(|lost| (lines, lost))) {
        let project = Dir::translated();
        let text = project.text(catalog);
        let french = text.lines().find(|line| line.contains("9 euros")).unwrap();
        let (before, after) = text.split_once(&format!("{french}\n")).unwrap();
        let (before, marker) = before.rsplit_once("# @unit ").unwrap();
        let id = marker.trim().to_owned();
        let head = match lost {
            "" => format!("# @unit {id}\n{french}\n"),
            "french" => format!("# @unit {id}\n"),
            _ => String::new(),
        };
        project.put(catalog, format!("{before}{head}{lines}{after}"));
        author("9 euros", "11 euros")(&project);
        let project = repository(project);
        let accept = |project: &Dir| {
            project.ok(&["accept", "--all", "--unverified"]);
            assert_eq!(
                project.figures("current"),
                SENTENCES,
                "{lines:?} {lost:?}: {}",
                project.text(catalog)
            );
        };
        let changed = format!("{id} = The whole trip will cost 9 euros.\n");
        let clean = merged(&project, accept, |project| {
            project.replace(catalog, &format!("{id} = Translation of {id}.\n"), &changed);
        });
        let end = project.text(catalog);
        assert!(end.contains(&changed), "{lines:?} {lost:?}: {end}");
        assert!(!clean, "git has to ask: {lines:?} {lost:?}: {end}");
        assert_eq!(project.figures("current"), SENTENCES - 1, "{lines:?} {lost:?}: {end}");
        assert!(lines.lines().all(|line| end.contains(line)));
    }
}

#[test]
fn a_unit_touched_on_both_sides_is_never_falsely_current() {
    let project = repository(Dir::article());
    project.ok(&["sync"]);
    project.commit();
    merged(&project, author("9 euros", "11 euros"), |project| {
        let catalog = "locales/en/article.ftl";
        let text = project.text(catalog);
        let at = text.find("9 euros").unwrap();
        let id = text[..at].rsplit("# @unit ").next().unwrap().split_whitespace().next().unwrap();
        let line = text[at..].find('\n').unwrap() + at + 1;
        let message = format!("{id} = The whole trip will cost 9 euros.\n");
        project.put(catalog, format!("{}{message}{}", &text[..line], &text[line..]));
    });
    // Git may ask a person; drogman reads what it left, and does not take the old price for the new.
    assert!(project.text("locales/en/article.ftl").contains("will cost 9 euros"));
    assert_eq!(project.figures("current"), 0);
    project.run(&["sync"]);
    assert!(project.text("locales/en/article.ftl").contains("will cost 9 euros"));
    assert_eq!(project.figures("current"), 0);
}

/// Both sides change the source and sync. The text is settled by hand, the catalogs are left as git left
/// them, with conflict markers or without: `sync` reads both sides, and every sentence keeps its id.
#[test]
fn a_source_catalog_with_conflict_markers_is_the_union_of_both_sides() {
    let cases: [(&str, &str, &str); 3] = [
        // Both add a sentence at the same place.
        ("essais. ", "essais. La pluie a tout retardé. ", "essais. Le gel a fendu deux poutres. "),
        // One edits a sentence, the other adds one behind it.
        ("neuves. ", "renforcées. ", "neuves. Le gel a fendu deux poutres. "),
        // One removes a sentence, the other edits it.
        (
            "Le vieux viaduc, fermé en 2012, a reçu 4 piles neuves. ",
            "",
            "Le vieux viaduc, fermé en 2012, a reçu 5 piles neuves. ",
        ),
    ];
    let mut marked = 0;
    for (from, ours, theirs) in cases {
        let project = repository(Dir::translated());
        let before = project.states("article");
        merged(&project, author(from, ours), author(from, theirs));
        let born = |side: &str| {
            project.git(&["checkout", "-q", side, "--", "locales/fr/article.ftl"]);
            let text = project.text("locales/fr/article.ftl");
            text.lines()
                .filter_map(|line| line.strip_prefix("# @unit "))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let with_markers = project.text("locales/fr/article.ftl");
        marked += usize::from(with_markers.contains("<<<<<<<"));
        let ids: Vec<String> = born("main").into_iter().chain(born("other")).collect();
        project.put("locales/fr/article.ftl", &with_markers);
        let settled = if ours.is_empty() || from == "neuves. " {
            ARTICLE.replace(
                from,
                if ours.is_empty() { theirs } else { "renforcées. Le gel a fendu deux poutres. " },
            )
        } else {
            ARTICLE.replace(from, &format!("{ours}{}", theirs.trim_start_matches(from)))
        };
        project.put("content/article.txt", &settled);
        project.ok(&["sync"]);
        let source = project.text("locales/fr/article.ftl");
        for marker in ["<<<<<<<", "=======", ">>>>>>>"] {
            assert!(!source.contains(marker), "{source}");
        }
        let now = project.states("article");
        for id in now.keys() {
            assert!(ids.contains(id), "{id} is new: {ids:?}\n{source}");
        }
        assert!(before.keys().all(|id| now.contains_key(id)), "every former unit has its id\n{source}");
        project.assert_settled();
    }
    assert!(marked > 0, "git left a conflict in one case at least");
}

/// Each side moves another section, one of them to a new page, and an edit goes along with each.
#[test]
fn moves_on_both_sides_keep_every_translation() {
    let lines: Vec<&str> = ARTICLE.lines().collect();
    let (lead, works, fares) = (lines[0], lines[1..3].join("\n"), lines[3..5].join("\n"));
    let project = repository(Dir::translated());
    let before = project.states("article");
    let all = translations(&project);
    let clean = merged(
        &project,
        |project| {
            // The fares go to a page of their own.
            project.put("content/article.txt", format!("{lead}\n{works}\n"));
            project.put("content/prix.txt", format!("{}\n", fares.replace("9 euros", "8 euros")));
            project.ok(&["sync"]);
        },
        |project| {
            // The works go behind the fares.
            let works = works.replace("31 km", "32 km");
            project.put("content/article.txt", format!("{lead}\n{fares}\n{works}\n"));
            project.ok(&["sync"]);
        },
    );
    // Both meant it: the works, as they are edited, and the fares on their page.
    let works = works.replace("31 km", "32 km");
    project.put("content/article.txt", format!("{lead}\n{works}\n"));
    assert!(project.has("content/prix.txt"), "merged by git: {clean}");
    project.ok(&["sync"]);
    let kept: BTreeSet<String> =
        project.states("article").into_keys().chain(project.states("prix").into_keys()).collect();
    assert!(before.keys().all(|id| kept.contains(id)), "every sentence has its unit: {kept:?}");
    assert_eq!(kept.len(), before.len());
    let texts = project.text("locales/en/article.ftl") + &project.text("locales/en/prix.ftl");
    for line in all {
        assert_eq!(texts.matches(&line).count(), 1, "{line}\n{texts}");
    }
    // The two that were edited, and nothing else, are to be looked at again.
    let [current, stale, missing, unverified, invalid, _] = project.counts();
    assert_eq!([current, stale, missing, unverified, invalid], [SENTENCES - 2, 2, 0, 0, 0]);
}

/// A translator's branch that comes late finds the page renamed, or cut in two: git puts its catalog where it was.
#[test]
fn translations_of_a_branch_follow_a_page_that_was_renamed_or_cut_meanwhile() {
    let translated = Dir::translated();
    let late = translated.text("locales/en/article.ftl");
    let all = translations(&translated);
    let lines: Vec<&str> = ARTICLE.lines().collect();
    let (first, second) = (lines[..3].join("\n"), lines[3..].join("\n"));
    let cut = [("content/article.txt", first.as_str()), ("content/prix.txt", second.as_str())];
    for pages in [&[("content/ligne.txt", ARTICLE)][..], &cut] {
        let project = Dir::article();
        project.ok(&["sync"]);
        std::fs::remove_file(project.path("content/article.txt")).unwrap();
        for (path, text) in pages {
            project.put(path, text);
        }
        project.ok(&["sync"]);
        project.put("locales/en/article.ftl", &late);
        let [current, stale, missing, ..] = project.counts();
        assert_eq!([current, stale, missing], [SENTENCES, 0, 0], "known by their ids before they have moved");
        let told = project.run(&["check", "--locale", "en"]).out;
        assert!(told.contains("it goes to that document's catalog with: drogman sync"), "{told}");
        assert!(told.contains("translations of this document are in the catalogs of others"), "{told}");
        assert!(!told.contains("locales/fr/article.ftl"), "there is no such file: {told}");

        project.ok(&["sync"]);
        let of_locale = |(file, text): (String, Vec<u8>)| {
            file.starts_with("locales/en/").then(|| String::from_utf8(text).unwrap())
        };
        let texts: String = project.files().into_iter().filter_map(of_locale).collect();
        for line in &all {
            assert_eq!(texts.matches(line.as_str()).count(), 1, "{line}\n{texts}");
        }
        let [current, stale, missing, unverified, invalid, obsolete] = project.counts();
        assert_eq!([current, stale, missing, unverified, invalid, obsolete], [SENTENCES, 0, 0, 0, 0, 0]);
        project.assert_settled();
    }
}

/// Where both catalogs hold a person's work on a unit, nobody chooses but a person.
#[test]
fn a_unit_that_is_translated_in_two_catalogs_stays_in_both() {
    let project = Dir::translated();
    project.put("content/autre.txt", "Une autre page.\n");
    project.ok(&["sync"]);
    let text = project.text("locales/en/article.ftl");
    let block = text.split("\n\n").find(|block| block.contains("9 euros")).unwrap().to_owned();
    let (head, message) = block.rsplit_once('\n').unwrap();
    let id = message.split(' ').next().unwrap();
    project.edit("locales/en/autre.ftl", |text| format!("{text}\n{head}\n{id} = Another price: 9 euros.\n"));
    project.assert_settled();
    let files = project.files();
    let told = project.run(&["check", "--locale", "en"]).out;
    assert!(told.contains("this unit belongs to the document `article`"), "{told}");
    // Nor does `prune` take one of two that differ.
    assert!(project.ok(&["prune"]).contains("Nothing is obsolete"));
    assert_eq!(project.files(), files);
}

/// As keeping both sides of a conflict leaves it, where one branch moved a sentence and the other translated it.
#[test]
fn a_unit_that_stands_in_the_same_lines_in_two_catalogs_is_pruned_where_it_does_not_belong() {
    let project = Dir::translated();
    project.put("content/autre.txt", "Une autre page.\n");
    project.ok(&["sync"]);
    let files = project.files();
    let text = project.text("locales/en/article.ftl");
    let block = text.split("\n\n").find(|block| block.contains("9 euros")).unwrap().trim_end().to_owned();
    let other = project.text("locales/en/autre.ftl");
    project.put("locales/en/autre.ftl", format!("{other}{}\n", block.replace('\n', "\r\n")));
    let told = project.run(&["check", "--locale", "en"]).out;
    assert!(told.contains("where both are the same: drogman prune"), "{told}");
    let pruned = project.ok(&["prune"]);
    assert!(pruned.contains("(the same stands in locales/en/article.ftl)"), "{pruned}");
    assert!(pruned.ends_with("1 doubled unit removed.\n"), "{pruned}");
    assert_eq!(project.files(), files);
    // Where git has left its marks, somebody is to choose.
    let conflict = format!("{other}<<<<<<< HEAD\n=======\n{block}\n>>>>>>> other\n");
    project.put("locales/en/autre.ftl", &conflict);
    project.ok(&["prune"]);
    assert_eq!(project.text("locales/en/autre.ftl"), conflict);
}

/// A merge may leave a sentence in the source catalogs of two pages. Where one of them is renamed, what was translated in
/// its catalog goes home at once, and not with the next run.
#[test]
fn a_translation_comes_home_from_a_renamed_page_whose_source_catalog_has_its_sentence_too() {
    let project =
        Dir::project(&[("content/gare.md", "La gare est fermée.\n"), ("content/bac.md", "Le bac part.\n")]);
    project.ok(&["sync"]);
    let unit = |file: &str| {
        let text = project.text(file);
        text[text.find("# @unit").expect("a unit")..].to_owned()
    };
    let (french, english) = (unit("locales/fr/gare.ftl"), unit("locales/en/gare.ftl"));
    let id = english.split_whitespace().nth(2).expect("an id").to_owned();
    project.edit("locales/fr/bac.ftl", |text| format!("{text}\n{french}"));
    let translated = format!("{id} = The station is closed.\n");
    project.edit("locales/en/bac.ftl", |text| format!("{text}\n{english}{translated}"));
    std::fs::rename(project.path("content/bac.md"), project.path("content/quai.md")).expect("renamed");
    project.ok(&["sync"]);
    assert!(project.text("locales/en/gare.ftl").ends_with(&translated));
    project.assert_settled();
}

/// The page that a sentence left may have a stub of it alone, and a third one its translation.
#[test]
fn a_translation_comes_from_where_somebody_worked_on_it() {
    let project = Dir::project(&[
        ("content/gare.md", "La gare est fermée. Le train part.\n"),
        ("content/bac.md", "Le bac part.\n"),
    ]);
    project.ok(&["sync"]);
    let english = project.text("locales/en/gare.ftl");
    let unit = english.split("\n\n").find(|block| block.contains("La gare")).expect("a unit").trim_end();
    let id = unit.split_whitespace().nth(2).expect("an id").to_owned();
    let translated = format!("{id} = The station is closed.\n");
    project.edit("locales/en/bac.ftl", |text| format!("{text}\n{unit}\n{translated}"));
    std::fs::rename(project.path("content/gare.md"), project.path("content/halte.md")).expect("renamed");
    project.ok(&["sync"]);
    assert!(project.text("locales/en/halte.ftl").contains(&translated));
    project.assert_settled();
}

#[test]
fn translations_of_a_sentence_that_lie_in_several_pages_come_home_together() {
    const LAMP: &str = "Le phare éclaire la digue chaque nuit.";
    let (first, second, last) = ("Le bac part.", "La rade dort.", "La grue tourne.");
    let both = |other: &str| format!("{other}\n\n{LAMP}\n");
    let project =
        Dir::project(&[("content/a.md", &both(first)), ("content/b.md", second), ("content/c.md", last)]);
    project.put("drogman.toml", SMALL.replace("\"en\"", "\"en\", \"de\""));
    project.ok(&["sync"]);
    let project = repository(project);
    // One translator works where the sentence was at first, one where it was next.
    project.git(&["checkout", "-q", "-b", "english"]);
    project.translate_one("locales/en/a.ftl", LAMP, "The lighthouse lights the dyke every night.");
    project.commit();
    project.git(&["checkout", "-q", "main"]);
    let go = |(from, kept): (&str, &str), (to, there): (&str, &str)| {
        project.put(from, kept);
        project.put(to, both(there));
        project.ok(&["sync"]);
        project.commit();
    };
    go(("content/a.md", first), ("content/b.md", second));
    project.git(&["checkout", "-q", "-b", "german"]);
    project.translate_one("locales/de/b.ftl", LAMP, "Der Leuchtturm erhellt jede Nacht den Deich.");
    project.commit();
    project.git(&["checkout", "-q", "main"]);
    go(("content/b.md", second), ("content/c.md", last));
    for branch in ["english", "german"] {
        if !project.may_git("", &["merge", "-q", "--no-edit", branch]) {
            let file = if branch == "english" { "locales/en/a.ftl" } else { "locales/de/b.ftl" };
            project.git(&["checkout", "-q", "--theirs", file]);
            project.commit();
        }
    }
    project.ok(&["sync"]);
    project.assert_settled();
    assert!(project.text("locales/en/c.ftl").contains("= The lighthouse"));
    assert!(project.text("locales/de/c.ftl").contains("= Der Leuchtturm"));
}
