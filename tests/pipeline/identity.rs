//! What an author's edits do to a translated article.

use crate::article::{ARTICLE, SENTENCES};
use crate::support::Dir;

/// Edits the article of a translated project, syncs, and gives the counts of `en`: current, stale,
/// missing, unverified, invalid, obsolete. Before the sync they must be the same.
fn after(edit: impl Fn(&str) -> String) -> (Dir, [usize; 6]) {
    let project = Dir::translated();
    project.edit("content/article.txt", edit);
    let before = project.counts();
    project.ok(&["sync"]);
    let counts = project.counts();
    assert_eq!(before[..5], counts[..5], "status before and after sync");
    assert!(project.ok(&["sync"]).is_empty() || project.run(&["sync", "--dry-run"]).status == 0);
    (project, counts)
}

#[test]
fn an_article_becomes_one_unit_a_sentence() {
    let project = Dir::article();
    let lines = project.ok(&["segment", "--format", "lines", "content/article.txt"]);
    assert_eq!(lines.lines().filter(|line| !line.is_empty()).count(), SENTENCES);
    project.ok(&["sync"]);
    assert_eq!(project.counts(), [0, 0, SENTENCES, 0, 0, 0]);
    project.assert_settled();
}

#[test]
fn a_typographers_pass_changes_no_target_catalog_and_makes_nothing_stale() {
    let passes: [fn(&str) -> String; 5] = [
        |text| text.replace('\'', "’"),
        |text| text.replace(" :", "\u{a0}:").replace(" »", "\u{a0}»").replace("« ", "«\u{a0}"),
        |text| text.replace(". ", ".  "),
        |text| text.replace("coeur", "cœur"),
        |text| text.replace('é', "e\u{301}"),
    ];
    for pass in passes {
        let project = Dir::translated();
        let catalog = project.text("locales/en/article.ftl");
        project.edit("content/article.txt", pass);
        project.ok(&["sync"]);
        assert_eq!(project.counts(), [SENTENCES, 0, 0, 0, 0, 0]);
        assert_eq!(project.text("locales/en/article.ftl"), catalog);
    }
}

#[test]
fn a_changed_number_makes_exactly_one_unit_stale() {
    let (project, counts) = after(|text| text.replace("12 ans", "13 ans"));
    assert_eq!(counts, [SENTENCES - 1, 1, 0, 0, 0, 0]);
    assert_eq!(project.figures("stale_major"), 1);
}

#[test]
fn a_split_leaves_one_stale_and_one_missing() {
    let (_, counts) =
        after(|text| text.replace("moitié moins qu'en autocar", "moitié. C'est moins qu'en autocar"));
    assert_eq!(counts, [SENTENCES - 1, 1, 1, 0, 0, 0]);
}

#[test]
fn moved_sections_stay_current() {
    let (_, counts) = after(|text| {
        let lines: Vec<&str> = text.lines().collect();
        [lines[0], lines[3], lines[4], lines[1], lines[2], ""].join("\n")
    });
    assert_eq!(counts, [SENTENCES, 0, 0, 0, 0, 0]);
}

#[test]
fn a_renamed_file_keeps_its_translations() {
    let project = Dir::translated();
    std::fs::create_dir(project.path("content/vallee")).unwrap();
    std::fs::rename(project.path("content/article.txt"), project.path("content/vallee/train.txt")).unwrap();
    assert_eq!(project.counts()[0], SENTENCES);
    project.ok(&["check", "--skip", "quality"]);
    let translated = project.text("locales/en/article.ftl");
    project.ok(&["sync"]);
    assert_eq!(project.counts(), [SENTENCES, 0, 0, 0, 0, 0]);
    assert_eq!(project.text("locales/en/vallee/train.ftl"), translated);
    assert!(!project.has("locales/fr/article.ftl"));
    assert!(!project.has("locales/en/article.ftl"));
}

/// Two pages become one, and in the place of a sentence stands one of the other page that is made like it.
#[test]
fn a_sentence_of_a_page_that_is_gone_is_found_word_for_word_first() {
    let toll = "Le péage du pont rapporte 20 euros par jour à la commune.";
    let fare = "Le péage du bac rapporte 30 euros par mois à la région.";
    let rest = ["La rive nord est fermée aux camions.", "Les cars passent par le village voisin."];
    let project = Dir::project(&[
        ("content/pont.txt", &format!("{}\n{toll}\n{}\n", rest[0], rest[1])),
        ("content/bac.txt", &format!("{fare}\n")),
    ]);
    project.ok(&["sync"]);
    for catalog in ["locales/en/pont.ftl", "locales/en/bac.ftl"] {
        project.translate(catalog);
    }
    std::fs::remove_file(project.path("content/bac.txt")).unwrap();
    project.put("content/pont.txt", format!("{}\n{fare}\n{}\n", rest[0], rest[1]));
    project.ok(&["sync"]);
    let [current, stale, missing, .., obsolete] = project.counts();
    assert_eq!([current, stale, missing, obsolete], [3, 0, 0, 1]);
}

#[test]
fn a_removed_sentence_is_obsolete_until_it_comes_back() {
    let sentence = " Le vieux viaduc, fermé en 2012, a reçu 4 piles neuves.";
    let (project, counts) = after(|text| text.replace(sentence, ""));
    assert_eq!(counts, [SENTENCES - 1, 0, 0, 0, 0, 1]);
    let ids = project.states("article");
    project.put("content/article.txt", ARTICLE);
    project.ok(&["sync"]);
    assert_eq!(project.counts(), [SENTENCES, 0, 0, 0, 0, 0]);
    assert!(ids.keys().eq(project.states("article").keys()), "it has its id again");
}

#[test]
fn a_repeated_sentence_gets_an_id_of_its_own() {
    let (project, counts) =
        after(|text| format!("{text}Le trajet complet coûtera 9 euros, moitié moins qu'en autocar.\n"));
    assert_eq!(counts, [SENTENCES, 0, 1, 0, 0, 0]);
    assert_eq!(project.states("article").len(), SENTENCES + 1);
}

#[test]
fn what_a_translator_deletes_is_never_taken_for_an_acceptance() {
    let project = Dir::translated();
    let catalog = project.text("locales/en/article.ftl");
    let line = |start: &str| catalog.lines().find(|line| line.starts_with(start)).unwrap().to_owned();

    project.put("locales/en/article.ftl", catalog.replacen(&line("article-"), "", 1));
    assert_eq!(project.counts(), [SENTENCES - 1, 0, 1, 0, 0, 0]);

    project.put("locales/en/article.ftl", catalog.replacen(&format!("{}\n", line("# fr:")), "", 1));
    assert_eq!(project.counts(), [SENTENCES - 1, 0, 0, 1, 0, 0]);

    project.put("locales/en/article.ftl", &catalog);
    project.replace("content/article.txt", "12 ans", "13 ans");
    project.ok(&["sync"]);
    project.edit("locales/en/article.ftl", |text| text.replace("Translation", "A better translation"));
    assert_eq!(project.counts(), [SENTENCES - 1, 1, 0, 0, 0, 0]);
}

/// The sentence comes back in another page, long after its own page was synced without it: the page that
/// keeps its lines does not change, and gives them all the same.
#[test]
fn a_removed_sentence_that_comes_back_in_another_page_has_its_translation_again() {
    let sentence = "Le vieux viaduc, fermé en 2012, a reçu 4 piles neuves.";
    let (project, _) = after(|text| text.replace(&format!(" {sentence}"), ""));
    project.put("content/viaduc.txt", format!("Un ouvrage d'art.\n{sentence}\n"));
    let before = project.counts();
    assert_eq!(before[..3], [SENTENCES, 0, 1], "known before the sync");
    project.ok(&["sync"]);
    assert_eq!(project.counts(), [SENTENCES, 0, 1, 0, 0, 0]);
    let state = project.states("viaduc");
    let back = state.iter().find(|(id, _)| id.starts_with("article-")).expect("the unit has its id again");
    assert_eq!(back.1, "current");
    assert!(!project.text("locales/en/article.ftl").contains("viaduc"), "its lines went along");
    project.assert_settled();
}

/// The lines above a translation whose id is misspelt say which French it renders: they stay with it, wherever
/// its sentence goes, until somebody has put the id right.
#[test]
fn a_translation_of_a_misspelt_id_keeps_its_french() {
    let sentence = "Le vieux viaduc, fermé en 2012, a reçu 4 piles neuves.";
    let (catalog, misspelt) = ("locales/en/article.ftl", "viaduc = The old viaduct has 4 new piers.");
    let lines = format!("# fr: {sentence}\n{misspelt}\n");
    let project = || {
        let project = Dir::article();
        project.ok(&["sync"]);
        project.replace(catalog, &format!("# fr: {sentence}\n"), &lines);
        project
    };
    // Its document goes.
    let gone = project();
    std::fs::remove_file(gone.path("content/article.txt")).unwrap();
    gone.ok(&["sync"]);
    assert!(gone.text(catalog).contains(&lines), "{}", gone.text(catalog));
    gone.ok(&["prune"]);
    assert!(gone.text(catalog).contains(&lines), "{}", gone.text(catalog));
    // Its sentence goes to another document.
    let moved = project();
    moved.replace("content/article.txt", &format!(" {sentence}"), "");
    moved.put("content/viaduc.txt", format!("Un ouvrage d'art.\n{sentence}\n"));
    moved.ok(&["sync"]);
    assert!(moved.text(catalog).contains(&lines), "{}", moved.text(catalog));
    let files = moved.files();
    moved.ok(&["sync"]);
    assert_eq!(moved.files(), files, "a second sync changes nothing");
}
