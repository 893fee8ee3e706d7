//! Texts that may fit a new unit: offered where they are known, never published, never counted.

use crate::article::SENTENCES;
use crate::support::Dir;

/// The lines of the unit of a sentence, between empty lines.
fn stub(project: &Dir, catalog: &str, french: &str) -> String {
    let text = project.text(catalog);
    let at =
        text.find(&format!("# fr: {french}")).unwrap_or_else(|| panic!("no stub of {french:?}:\n{text}"));
    let start = text[..at].rfind("\n\n").map_or(0, |end| end + 2);
    text[start..].split("\n\n").next().unwrap().to_owned()
}

/// The id of the unit of a sentence.
fn id(project: &Dir, catalog: &str, french: &str) -> String {
    let lines = stub(project, catalog, french);
    lines.split("# @unit ").nth(1).unwrap().split([' ', '\n']).next().unwrap().to_owned()
}

/// The translation of a sentence.
fn translation(project: &Dir, catalog: &str, french: &str) -> String {
    let lines = stub(project, catalog, french);
    lines.rsplit_once(" = ").unwrap_or_else(|| panic!("not translated: {lines}")).1.trim_end().to_owned()
}

#[test]
fn a_sentence_repeated_in_its_page_gets_the_translation_as_a_proposal() {
    let project = Dir::translated();
    let sentence = "Le trajet complet coûtera 9 euros, moitié moins qu'en autocar.";
    let known = translation(&project, "locales/en/article.ftl", sentence);
    project.edit("content/article.txt", |text| format!("{text}{sentence}\n"));
    project.ok(&["sync"]);
    let text = project.text("locales/en/article.ftl");
    assert_eq!(text.matches(&format!("# proposal: {known}\n")).count(), 1);
    assert_eq!(project.counts(), [SENTENCES, 0, 1, 0, 0, 0], "a proposal is no translation");
    project.ok(&["build"]);
    assert!(project.text("dist/en/article.txt").trim_end().ends_with(sentence), "and is not published");
}

#[test]
fn a_sentence_of_another_page_gets_its_translation_as_a_proposal() {
    let project = Dir::translated();
    let sentence = "Les abonnés pourront monter avec un vélo, sans supplément.";
    let known = translation(&project, "locales/en/article.ftl", sentence);
    project.put("content/velo.txt", format!("Un guide pour les cyclistes.\n{sentence}\n"));
    project.ok(&["sync"]);
    assert!(stub(&project, "locales/en/velo.ftl", sentence).contains(&format!("# proposal: {known}")));
    assert!(!stub(&project, "locales/en/velo.ftl", "Un guide").contains("proposal"));
    assert_eq!(project.counts(), [SENTENCES, 0, 2, 0, 0, 0]);
}

#[test]
fn a_stale_translation_is_proposed_to_nobody() {
    let project = Dir::translated();
    project.replace("content/article.txt", "9 euros", "11 euros");
    project.ok(&["sync"]);
    project.put("content/prix.txt", "Le trajet complet coûtera 11 euros, moitié moins qu'en autocar.\n");
    project.ok(&["sync"]);
    assert!(!project.text("locales/en/prix.ftl").contains("# proposal:"));
}

#[test]
fn the_parts_of_a_split_get_the_translation_of_the_whole() {
    let project = Dir::translated();
    let whole = "Le trajet complet coûtera 9 euros, moitié moins qu'en autocar.";
    let known = "The whole trip will cost 9 euros, half of what the coach costs.";
    let filled = translation(&project, "locales/en/article.ftl", whole);
    project.replace("locales/en/article.ftl", &format!(" = {filled}\n"), &format!(" = {known}\n"));
    project.replace("content/article.txt", "9 euros, moitié moins", "9 euros. C'est moitié moins");
    project.ok(&["sync"]);
    let text = project.text("locales/en/article.ftl");
    assert_eq!(text.matches(&format!("# proposal: {known}\n")).count(), 1, "{text}");
    assert_eq!(project.counts(), [SENTENCES - 1, 1, 1, 0, 0, 0]);
    // It says more than the part: nobody is told to take it over as it is, and nobody can by a slip.
    let id = project.id("locales/en/article.ftl", "C'est moitié");
    let (todo, check) = (project.run(&["todo"]).out, project.run(&["check"]).out);
    for told in [todo, check] {
        assert!(told.contains("its proposal says more than this sentence"), "{told}");
        assert!(!told.contains("accept --proposal"), "{told}");
    }
    let left = project.run(&["accept", "--proposal", "article"]).err;
    assert!(left.contains("its proposal says more than this sentence; cut out of it"), "{left}");
    assert_eq!(project.text("locales/en/article.ftl"), text);
    // Who names it means it.
    project.ok(&["accept", "--proposal", &format!("article#{id}")]);
    assert!(project.text("locales/en/article.ftl").contains(&format!("{id} = {known}\n")));
}

#[test]
fn a_proposal_that_another_sentence_has_for_its_translation_may_fit() {
    let project = Dir::project(&[("content/etat.md", "Ouvert\n\nTous. Toutes.\n")]);
    project.ok(&["sync"]);
    project.translate_one("locales/en/etat.ftl", "Tous.", "All.");
    let id = project.id("locales/en/etat.ftl", "Toutes.");
    project.replace("locales/en/etat.ftl", "# fr: Toutes.\n", "# proposal: All.\n# fr: Toutes.\n");
    project.ok(&["accept", "--proposal", "etat"]);
    assert!(project.text("locales/en/etat.ftl").contains(&format!("{id} = All.\n")));
}

/// The whole of a merge keeps the unit of its larger part, and its translation; the other part's is shown
/// where the work is listed.
#[test]
fn the_whole_of_a_merge_is_shown_both_translations() {
    let project = Dir::translated();
    let small = translation(&project, "locales/en/article.ftl", "Les abonnés");
    project.replace(
        "content/article.txt",
        "en autocar. Les abonnés pourront monter avec un vélo, sans supplément.",
        "en autocar, et les abonnés pourront monter avec un vélo, sans supplément.",
    );
    project.ok(&["sync"]);
    assert_eq!(project.counts(), [SENTENCES - 2, 1, 0, 0, 0, 1]);
    for command in ["todo", "diff"] {
        let text = project.ok(&[command]);
        assert!(text.contains("took in") && text.contains(&small), "{command}:\n{text}");
    }
    let task: serde_json::Value =
        serde_json::from_str(project.ok(&["todo", "--format", "jsonl"]).lines().next().unwrap()).unwrap();
    assert_eq!(task["state"], "stale");
    assert_eq!(task["candidate"]["translation"], small, "{task}");
}

#[test]
fn how_all_proposals_of_a_page_are_taken_over_is_told_where_that_takes_the_place_of_nothing() {
    let project = Dir::translated();
    let sentences =
        ["Deux trains par jour circuleront le dimanche : un le matin, un le soir.", "Les abonnés pourront"];
    let known: Vec<String> =
        sentences.iter().map(|french| translation(&project, "locales/en/article.ftl", french)).collect();
    let second = "Les abonnés pourront monter avec un vélo, sans supplément.";
    project.put("content/velo.txt", format!("{}\n{second}\nUn guide pour les cyclistes.\n", sentences[0]));
    project.ok(&["sync"]);
    let told = "velo: 2 proposals in en. Once they are read, if all fit: drogman accept --proposal 'velo' --locale en\n";
    assert!(project.run(&["todo"]).err.contains(told));
    // One of a translated unit would be taken over, too.
    let before = project.text("locales/en/velo.ftl");
    let id = project.id("locales/en/velo.ftl", "Un guide");
    project.replace(
        "locales/en/velo.ftl",
        "# fr: Un guide pour les cyclistes.\n",
        &format!("# fr: Un guide pour les cyclistes.\n# proposal: A guide.\n{id} = A guide for cyclists.\n"),
    );
    assert!(!project.run(&["todo"]).err.contains("proposals in"));
    project.put("locales/en/velo.ftl", before);
    project.ok(&["accept", "--proposal", "velo", "--locale", "en"]);
    for known in known {
        assert!(project.text("locales/en/velo.ftl").contains(&format!(" = {known}\n")), "{known}");
    }
    assert!(!project.run(&["todo"]).err.contains("proposals in"));
}

#[test]
fn a_translation_behind_its_tag_is_none_of_other_french() {
    let project = Dir::translated();
    let (first, other) = ("Un guide pour les cyclistes.", "Un guide pour les marcheurs de nuit.");
    project.put("content/velo.txt", format!("{first}\n"));
    project.ok(&["sync"]);
    let line = format!("# fr: {first}\n");
    for (note, kept) in [
        (
            "# en: A guide for cyclists.",
            Some("# note: A guide for cyclists. (for: Un guide pour les cyclistes.)\n"),
        ),
        ("# en: ask Anna", Some("# note: ask Anna (for: Un guide pour les cyclistes.)\n")),
        ("# de: Ein Radführer.", None),
    ] {
        project.edit("locales/en/velo.ftl", |text| text.replace(&line, &format!("{line}{note}\n")));
        let before = project.text("locales/en/velo.ftl");
        project.put("content/velo.txt", format!("{other}\n"));
        project.ok(&["sync"]);
        let lines = stub(&project, "locales/en/velo.ftl", other);
        assert!(lines.contains(kept.unwrap_or(note)), "{lines}");
        let told = project.run(&["check"]);
        assert!(!told.out.contains("= A guide for cyclists"), "offered for other French: {}", told.out);
        project.put("content/velo.txt", format!("{first}\n"));
        project.put("locales/en/velo.ftl", before.replace(&format!("{note}\n"), ""));
        project.ok(&["sync"]);
    }
}

#[test]
fn a_translation_in_a_comment_that_lacks_its_space_keeps_its_french() {
    let project = Dir::translated();
    let (first, other) = ("Un guide pour les cyclistes.", "Un guide pour les marcheurs de nuit.");
    project.put("content/velo.txt", format!("{first}\n"));
    project.ok(&["sync"]);
    let text = project.text("locales/en/velo.ftl");
    let id = id(&project, "locales/en/velo.ftl", first);
    for line in [format!("#{id} = A guide for cyclists."), "#en: A guide for cyclists.".to_owned()] {
        project.put("locales/en/velo.ftl", format!("{text}{line}\n"));
        project.put("content/velo.txt", format!("{other}\n"));
        project.run(&["sync"]);
        let now = project.text("locales/en/velo.ftl");
        assert!(now.contains(&format!("# fr: {first}\n")) && now.contains(&line), "{now}");
        project.put("content/velo.txt", format!("{first}\n"));
        project.run(&["sync"]);
    }
}

#[test]
fn the_proposals_of_a_page_take_the_place_of_no_translation() {
    let project = Dir::translated();
    let sentence = "Le trajet complet coûtera 9 euros, moitié moins qu'en autocar.";
    project.put("content/prix.txt", format!("{sentence}\n"));
    project.ok(&["sync"]);
    let id = id(&project, "locales/en/prix.ftl", sentence);
    project.edit("locales/en/prix.ftl", |text| format!("{text}{id} = Nine euros, all the way.\n"));
    let run = project.run(&["accept", "--proposal", "prix"]);
    assert!(run.err.contains("has a translation already") || run.out.contains("has a translation already"));
    assert_eq!(translation(&project, "locales/en/prix.ftl", sentence), "Nine euros, all the way.");
}

#[test]
fn the_translation_of_a_whole_is_never_taken_for_a_part_once_the_other_part_is_right() {
    let whole = "Le maire ouvre la gare lundi matin, et le préfet ferme le pont de la rivière à Lyon.";
    let english =
        "The mayor opens the station on Monday morning, and the prefect closes the river bridge in Lyon.";
    let project = Dir::project(&[
        ("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\"]\n"),
        ("content/p.txt", &format!("{whole}\n")),
    ]);
    project.run(&["sync"]);
    let id = id(&project, "locales/en/p.ftl", whole);
    project.edit("locales/en/p.ftl", |text| format!("{text}{id} = {english}\n"));
    project.replace("content/p.txt", "matin, et le", "matin. Le");
    project.run(&["sync"]);
    project.edit("locales/en/p.ftl", |text| {
        let french = format!("# fr: {whole}\n");
        text.replace(&french, "# fr: Le préfet ferme le pont de la rivière à Lyon.\n")
            .replace(&format!("= {english}"), "= The prefect closes the river bridge in Lyon.")
    });
    project.run(&["accept", "--proposal", "p"]);
    let text = project.text("locales/en/p.ftl");
    assert!(!text.contains(&format!("= {english}")), "{text}");
}

#[test]
fn what_goes_to_another_unit_takes_all_words_with_it() {
    let lost = |change: &dyn Fn(&str, &str, &str) -> String, words: &[&str]| {
        let project = Dir::project(&[
            ("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\"]\n"),
            ("content/p.txt", "Le maire ouvre la gare.\nIl neige à Metz.\n"),
        ]);
        project.run(&["sync"]);
        let old = id(&project, "locales/en/p.ftl", "Le maire");
        let line = "# fr: Le maire ouvre la gare.\n";
        project.edit("locales/en/p.ftl", |text| text.replace(line, &format!("{line}{old} = OLD one\n")));
        project.put("content/p.txt", "Douze piscines coûtent un million.\nIl neige à Metz.\n");
        project.run(&["sync"]);
        let new = id(&project, "locales/en/p.ftl", "Douze");
        project.edit("locales/en/p.ftl", |text| change(text, &old, &new));
        project.run(&["accept", "--from", &format!("p#{old}"), &format!("p#{new}")]);
        let text = project.text("locales/en/p.ftl");
        words
            .iter()
            .filter(|words| !text.contains(**words))
            .map(|words| (*words).to_owned())
            .collect::<Vec<_>>()
    };
    let none: Vec<String> = Vec::new();
    let twice =
        |text: &str, old: &str, _: &str| text.replace("= OLD one", &format!("= OLD one\n\n{old} = OLD two"));
    assert_eq!(lost(&twice, &["OLD one", "OLD two"]), none);
    let bare = |text: &str, _: &str, _: &str| text.replace("= OLD one", "= OLD one\nOLD line");
    assert_eq!(lost(&bare, &["OLD one", "OLD line"]), none);
    let proposal = |text: &str, _: &str, _: &str| {
        text.replace("# fr: Le maire", "# proposal: OLD proposal\n# fr: Le maire")
    };
    assert_eq!(lost(&proposal, &["OLD one", "OLD proposal"]), none);
    let typed = |text: &str, _: &str, _: &str| {
        text.replace("# fr: Douze piscines coûtent un million.", "# fr: NEW words here")
    };
    assert_eq!(lost(&typed, &["OLD one", "NEW words here"]), none);
}

#[test]
fn words_over_the_french_of_a_sentence_that_another_branch_deleted_stay() {
    let project = Dir::project(&[
        ("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\"]\n"),
        ("content/p.txt", "Le maire ouvre la gare.\nIl neige à Metz.\n"),
    ]);
    project.run(&["sync"]);
    let typed =
        project.text("locales/en/p.ftl").replace("# fr: Le maire ouvre la gare.", "# fr: The mayor is here.");
    project.put("content/p.txt", "Il neige à Metz.\n");
    project.run(&["sync"]);
    project.put("locales/en/p.ftl", typed);
    project.run(&["sync"]);
    assert!(project.text("locales/en/p.ftl").contains("The mayor is here."));
}
