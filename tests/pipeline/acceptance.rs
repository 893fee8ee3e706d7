//! `accept`, `show`, `prune`: the ways in which a translator's word is taken.

use crate::article::SENTENCES;
use crate::support::Dir;

/// A translated article whose lead says 13 years now, and has « élus » spelt otherwise: one major change
/// and one minor one.
fn stale() -> Dir {
    let project = Dir::translated();
    project.replace("content/article.txt", "12 ans", "13 ans");
    project.replace("content/article.txt", "vélo, sans supplément", "vélo sans supplément");
    project.ok(&["sync"]);
    assert_eq!(project.counts(), [SENTENCES - 2, 2, 0, 0, 0, 0]);
    assert_eq!((project.figures("stale_minor"), project.figures("stale_major")), (1, 1));
    project
}

/// The id of the only unit in this state.
fn only(project: &Dir, state: &str) -> String {
    let states = project.states("article");
    let mut found = states.iter().filter(|(_, one)| one.as_str() == state);
    let id = found.next().unwrap_or_else(|| panic!("no unit is {state}: {states:?}")).0.clone();
    assert!(found.next().is_none());
    id
}

fn messages(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.starts_with('#')).collect()
}

#[test]
fn accept_sets_the_french_and_touches_no_translation() {
    let project = stale();
    let before = project.text("locales/en/article.ftl");
    project.ok(&["accept", "--all", "--minor"]);
    assert_eq!((project.figures("stale_minor"), project.figures("stale_major")), (0, 1));
    project.ok(&["accept", "--all"]);
    assert_eq!(project.counts(), [SENTENCES, 0, 0, 0, 0, 0]);
    let after = project.text("locales/en/article.ftl");
    assert_eq!(messages(&before), messages(&after));
    let changed = before.lines().zip(after.lines()).filter(|(old, new)| old != new).count();
    assert_eq!((changed, before.lines().count()), (2, after.lines().count()));
}

#[test]
fn a_dry_run_of_accept_says_the_same_and_writes_nothing() {
    let project = stale();
    let files = project.files();
    let told = project.ok(&["accept", "--all", "--dry-run"]);
    assert_eq!(project.files(), files);
    assert!(told.contains("2 units would be accepted"), "{told}");
}

#[test]
fn accept_takes_one_unit_by_its_id_and_leaves_the_rest() {
    let project = stale();
    let id = only(&project, "stale-major");
    project.ok(&["accept", &format!("article#{id}")]);
    assert_eq!(project.counts(), [SENTENCES - 1, 1, 0, 0, 0, 0]);
    only(&project, "stale-minor");
}

#[test]
fn an_unknown_address_is_told_and_the_rest_is_done() {
    let project = stale();
    let id = only(&project, "stale-major");
    let run = project.run(&["accept", "article#article-nowhere", &format!("article#{id}")]);
    assert_eq!(run.status, 2, "{}", run.err);
    assert!(run.err.contains("article-nowhere"), "{}", run.err);
    assert_eq!(project.figures("stale_major"), 0);
}

#[test]
fn unverified_units_are_accepted_only_when_asked_for() {
    let project = Dir::translated();
    let french = "# fr: Des billets au coeur des débats\n";
    project.replace("locales/en/article.ftl", french, "");
    assert_eq!(project.figures("unverified"), 1);
    project.ok(&["accept", "--all"]);
    assert_eq!(project.figures("unverified"), 1, "--all alone is for stale units");
    project.ok(&["accept", "--all", "--unverified"]);
    assert_eq!(project.counts(), [SENTENCES, 0, 0, 0, 0, 0]);
}

#[test]
fn a_proposal_becomes_a_translation_by_name_alone() {
    let project = Dir::translated();
    let text = project.text("locales/en/article.ftl");
    let at = text.find("# fr: Des billets").unwrap();
    let message = text[at..].lines().nth(1).unwrap();
    let id = message.split(' ').next().unwrap();
    project.replace("locales/en/article.ftl", message, "# proposal: The fares {debated}");
    assert_eq!(project.counts(), [SENTENCES - 1, 0, 1, 0, 0, 0]);
    project.ok(&["accept", "--all"]);
    assert_eq!(project.figures("missing"), 1);
    project.ok(&["accept", "--proposal", &format!("article#{id}")]);
    assert_eq!(project.counts(), [SENTENCES, 0, 0, 0, 0, 0]);
    let written = format!("{id} = The fares {{ \"{{\" }}debated{{ \"}}\" }}");
    assert!(project.text("locales/en/article.ftl").contains(&written));
}

#[test]
fn a_message_far_from_its_stub_is_unverified_until_adopted() {
    let project = Dir::translated();
    let text = project.text("locales/en/article.ftl");
    let message = text.lines().find(|line| line.starts_with("article-")).unwrap().to_owned();
    let away = text.replace(&format!("{message}\n"), "");
    project.put("locales/en/article.ftl", format!("{away}\n{message}\n"));
    assert_eq!(project.counts(), [SENTENCES - 1, 0, 0, 1, 0, 0]);
    project.ok(&["sync"]);
    assert_eq!(project.figures("unverified"), 1, "sync takes no stub's French");
    project.ok(&["accept", "--adopt"]);
    assert_eq!(project.counts(), [SENTENCES, 0, 0, 0, 0, 0]);
    assert_eq!(project.text("locales/en/article.ftl").matches(&message).count(), 1);
}

/// A sentence is removed; later a like one is written elsewhere: it is a new unit, and `todo` shows what
/// it may have been, with the command that takes its translation.
#[test]
fn a_translation_moves_to_another_unit_as_stale() {
    let project = Dir::translated();
    let sentence = "Le vieux viaduc, fermé en 2012, a reçu 4 piles neuves. ";
    project.replace("content/article.txt", sentence, "");
    project.ok(&["sync"]);
    let old = {
        let text = project.text("locales/en/article.ftl");
        let at = text.find("# fr: Le vieux viaduc").unwrap();
        text[at..].lines().nth(1).unwrap().split(' ').next().unwrap().to_owned()
    };
    project.edit("content/article.txt", |text| {
        format!("{text}Le viaduc fermé en 2012 a reçu, ce mois-ci, des piles et un tablier neufs.\n")
    });
    project.ok(&["sync"]);
    assert_eq!(project.counts(), [SENTENCES - 1, 0, 1, 0, 0, 1]);
    let new = only(&project, "missing");
    let task: serde_json::Value =
        serde_json::from_str(project.ok(&["todo", "--format", "jsonl"]).lines().next().unwrap()).unwrap();
    assert_eq!(task["candidate"]["address"], format!("article#{old}"), "{task}");
    assert!(project.ok(&["todo"]).contains("--from"));
    project.ok(&["accept", &format!("article#{new}"), "--from", &format!("article#{old}")]);
    assert_eq!(project.figures("stale_major"), 1, "its French is another: it is not current");
    assert!(project.text("locales/en/article.ftl").contains(&format!("{new} = Translation of {old}.")));
}

#[test]
fn prune_removes_what_is_obsolete_and_nothing_else() {
    let project = Dir::translated();
    let before = project.text("locales/en/article.ftl");
    project.replace("content/article.txt", "Les abonnés pourront monter avec un vélo, sans supplément. ", "");
    project.ok(&["sync"]);
    assert_eq!(project.counts(), [SENTENCES - 1, 0, 0, 0, 0, 1]);
    let files = project.files();
    project.run(&["prune", "--dry-run"]);
    assert_eq!(project.files(), files);
    project.ok(&["prune"]);
    assert_eq!(project.counts(), [SENTENCES - 1, 0, 0, 0, 0, 0]);
    let after = project.text("locales/en/article.ftl");
    assert_eq!(messages(&before).len() - messages(&after).len(), 2, "a message and an empty line");
    assert!(after.lines().all(|line| before.lines().any(|old| old == line)));
}

#[test]
fn prune_leaves_the_catalogs_of_what_cannot_be_read() {
    let project = Dir::translated();
    project.put("content/article.txt", b"\xff\xfe broken \xc3");
    let files = project.files();
    for command in [["sync"], ["prune"]] {
        assert_eq!(project.run(&command).status, 2);
        assert_eq!(project.files(), files);
    }
}

#[test]
fn show_tells_a_unit_in_every_locale() {
    let project = stale();
    let id = only(&project, "stale-major");
    let told = project.ok(&["show", &format!("article#{id}")]);
    assert!(told.contains("13 ans") && told.contains(&format!("Translation of {id}.")), "{told}");
    assert_eq!(told, project.ok(&["show", "article:1.1"]));
    let json: serde_json::Value =
        serde_json::from_str(&project.ok(&["show", "article:1.1", "--format", "json"])).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(project.run(&["show", "article:99.1"]).status, 2);
}

/// A page whose French names a link, a picture and a piece of code, translated with the same ones.
fn with_targets() -> Dir {
    let project = Dir::project(&[]);
    project.put(
        "content/guide.md",
        "Voir [le plan](https://plan.example.org/2023) du site.\n\nTapez `ligne --tout` deux fois : `ligne --tout`.\n\n\
         ![Le quai](img/quai.png) au matin.\n",
    );
    project.ok(&["sync"]);
    for (french, english) in [
        ("Voir", "See [the map](https://plan.example.org/2023) of the site."),
        ("Tapez", "Type `ligne --tout` twice: `ligne --tout`."),
        ("![Le quai]", "![The platform](img/quai.png) in the morning."),
    ] {
        project.edit("locales/en/guide.ftl", |text| {
            let at = text.find(&format!("# fr: {french}")).unwrap();
            let id = text[..at].rsplit("# @unit ").next().unwrap().split_whitespace().next().unwrap();
            let end = text[at..].find('\n').unwrap() + at + 1;
            format!("{}{id} = {english}\n{}", &text[..end], &text[end..])
        });
    }
    assert_eq!(project.counts(), [3, 0, 0, 0, 0, 0]);
    project
}

#[test]
fn a_new_target_is_carried_into_the_translations_that_hold_the_old_one() {
    let project = with_targets();
    project.replace("content/guide.md", "https://plan.example.org/2023", "https://plan.example.org/2024");
    project.replace("content/guide.md", "`ligne --tout`", "`ligne --entier`");
    project.replace("content/guide.md", "img/quai.png", "img/quai-nord.png");
    project.ok(&["sync"]);
    assert_eq!(project.counts(), [0, 3, 0, 0, 0, 0]);
    assert!(project.ok(&["diff"]).contains("target"), "the reason names the link target");
    let files = project.files();
    let told = project.ok(&["accept", "--carry", "--dry-run"]);
    let carried =
        "would be carried over and accepted\n    See [the map](https://plan.example.org/2024) of the site.\n";
    assert!(told.contains("guide#") && told.contains(carried), "{told}");
    assert_eq!(project.files(), files, "a dry run writes nothing");
    project.ok(&["accept", "--carry"]);
    assert_eq!(project.counts(), [3, 0, 0, 0, 0, 0]);
    let text = project.text("locales/en/guide.ftl");
    for line in [
        "See [the map](https://plan.example.org/2024) of the site.",
        "Type `ligne --entier` twice: `ligne --entier`.",
        "![The platform](img/quai-nord.png) in the morning.",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn nothing_is_carried_where_words_changed_too_or_the_translation_holds_another_target() {
    let project = with_targets();
    project.replace(
        "locales/en/guide.ftl",
        "[the map](https://plan.example.org/2023)",
        "[the map](https://plan.example.org/en)",
    );
    project.replace("content/guide.md", "https://plan.example.org/2023", "https://plan.example.org/2024");
    project.replace(
        "content/guide.md",
        "Tapez `ligne --tout` deux fois : `ligne --tout`.",
        "Tapez `ligne --entier` trois fois : `ligne --entier`.",
    );
    project.ok(&["sync"]);
    let catalog = project.text("locales/en/guide.ftl");
    project.ok(&["accept", "--carry"]);
    assert_eq!(project.text("locales/en/guide.ftl"), catalog);
    assert_eq!(project.counts(), [1, 2, 0, 0, 0, 0]);
}

#[test]
fn nothing_is_carried_where_the_translation_holds_the_target_less_often() {
    let project = with_targets();
    project.replace(
        "locales/en/guide.ftl",
        "Type `ligne --tout` twice: `ligne --tout`.",
        "Type `ligne --tout` twice.",
    );
    project.replace("content/guide.md", "`ligne --tout`", "`ligne --entier`");
    project.ok(&["sync"]);
    let catalog = project.text("locales/en/guide.ftl");
    project.ok(&["accept", "--carry"]);
    assert_eq!(project.text("locales/en/guide.ftl"), catalog);
}

/// Which of several links changed, the French says by its words, and nobody reads these in the translation.
#[test]
fn nothing_is_carried_where_one_of_several_alike_changed() {
    for (french, today, english, carried) in [
        (
            "Voir [le guide](/x) ou [la carte](/x) ici.",
            "Voir [le guide](/y) ou [la carte](/x) ici.",
            "See [the map](/x) or [the guide](/x) here.",
            None,
        ),
        ("Tapez `a` puis `b` puis `a`.", "Tapez `a` puis `b` puis `c`.", "Type `a` twice: `a`, `b`.", None),
        (
            "![Le quai](q.png) et ![le pont](q.png) ici.",
            "![Le quai](q.png) et ![le pont](p.png) ici.",
            "![The bridge](q.png) and ![the platform](q.png) here.",
            None,
        ),
        (
            "Le bac[^1] et le pont[^1] dorment.",
            "Le bac[^2] et le pont[^1] dorment.",
            "The bridge[^1] and ferry[^1].",
            None,
        ),
        // All changed alike, or another one only begins alike.
        (
            "Voir [le guide](/x) ou [la carte](/x) ici.",
            "Voir [le guide](/y) ou [la carte](/y) ici.",
            "See [the map](/x) or [the guide](/x) here.",
            Some("See [the map](/y) or [the guide](/y) here."),
        ),
        (
            "Voir [le guide](/x) ou [la carte](/x/z) et `{nom}`.",
            "Voir [le guide](/y) ou [la carte](/x/z) et `{mot}`.",
            "See [the map](/x/z), `{ \"{\" }nom{ \"}\" }` or [the guide](/x).",
            Some("See [the map](/x/z), `{ \"{\" }mot{ \"}\" }` or [the guide](/y)."),
        ),
    ] {
        let project = Dir::project(&[]);
        project.put("content/article.md", format!("{french}\n"));
        project.ok(&["sync"]);
        let (line, id) = (format!("# fr: {french}\n"), only(&project, "missing"));
        project.replace("locales/en/article.ftl", &line, &format!("{line}{id} = {english}\n"));
        project.put("content/article.md", format!("{today}\n"));
        project.ok(&["sync"]);
        let catalog = project.text("locales/en/article.ftl");
        let check = project.run(&["check", "--only", "states"]).out;
        assert!(check.contains("the French has changed"), "{check}");
        assert_eq!(check.contains("accept --carry"), carried.is_some(), "{check}");
        let told = project.run(&["accept", "--carry"]);
        match carried {
            Some(carried) => {
                let text = project.text("locales/en/article.ftl");
                assert!(text.contains(&format!("# fr: {today}\n{id} = {carried}\n")), "{text}{}", told.err);
            }
            None => {
                assert_eq!(project.text("locales/en/article.ftl"), catalog);
                assert!(told.err.contains("did not change each time; put"), "{}", told.err);
            }
        }
    }
}

/// The translator has put the new number in, and forgot the line above: that is stale, and no wrong number.
#[test]
fn a_translation_that_follows_todays_french_is_stale_and_nothing_else() {
    let project = Dir::translated();
    let text = project.text("locales/en/article.ftl");
    let at = text.find("# fr: Le trajet complet").unwrap();
    let line = text[at..].lines().nth(1).unwrap().to_owned();
    let id = line.split(' ').next().unwrap().to_owned();
    let says = |price: &str| format!("{id} = The whole trip will cost {price} euros, half of the coach.");
    project.replace("locales/en/article.ftl", &line, &says("9"));
    project.replace("content/article.txt", "9 euros", "11 euros");
    let rules = |project: &Dir| -> Vec<String> {
        let json = project.run(&["check", "--only", "states,numbers", "--format", "json"]).out;
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let of_unit = json["findings"].as_array().unwrap().iter().filter(|one| one["unit"] == id.as_str());
        of_unit.map(|one| one["rule"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(rules(&project), ["stale-major"]);
    project.replace("locales/en/article.ftl", &says("9"), &says("11"));
    assert_eq!(rules(&project), ["stale-major"], "eleven is right today");
    project.replace("locales/en/article.ftl", &says("11"), &says("12"));
    assert_eq!(rules(&project), ["stale-major", "numbers"], "twelve never was");
}

/// What `check` tells a translator to run accepts his language only.
#[test]
fn the_command_that_check_prints_is_for_one_language() {
    let project = Dir::project(&[]);
    project.put("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\", \"de\"]\n");
    project.put("content/article.txt", "Le quai rouvre le 3 mai.\n");
    project.ok(&["sync"]);
    project.translate("locales/en/article.ftl");
    project.translate("locales/de/article.ftl");
    project.replace("content/article.txt", "3 mai", "4 mai");
    let told = project.run(&["check", "--only", "states", "--locale", "de"]).out;
    let line = told.lines().find_map(|line| line.split("drogman accept ").nth(1)).unwrap();
    assert!(line.trim_end().ends_with("--locale de"), "{told}");
    let arguments: Vec<String> = line.trim().split(' ').map(|word| word.replace('\'', "")).collect();
    let mut command = vec!["accept"];
    command.extend(arguments.iter().map(String::as_str));
    project.ok(&command);
    assert_eq!(project.figures("stale"), 1, "the English one waits still");
}

#[test]
fn a_proposal_below_its_french_becomes_the_message_below_the_new_one() {
    for (end, today) in [("\n", "part, à 7 h"), ("", "part, à 7 h"), ("\n", "part à 7 h"), ("", "part à 7 h")]
    {
        let project = Dir::project(&[]);
        project.put("content/article.txt", "Le bac part à 7 h.\n");
        project.ok(&["sync"]);
        let catalog = "locales/en/article.ftl";
        project.edit(catalog, |text| format!("{}\n# proposal: The ferry leaves at 7.{end}", text.trim_end()));
        let id = only(&project, "missing");
        project.put("content/article.txt", format!("Le bac {today}.\n"));
        project.ok(&["accept", &format!("article#{id}"), "--proposal"]);
        let lines = format!("# @unit {id} (lead)\n# fr: Le bac {today}.\n{id} = The ferry leaves at 7.\n");
        let text = project.text(catalog);
        assert!(text.ends_with(&lines), "{text}");
        assert_eq!(project.counts(), [1, 0, 0, 0, 0, 0]);
    }
}

#[test]
fn a_number_that_no_translation_has_is_not_taken_over_unasked() {
    let project =
        Dir::project(&[("content/pont.md", "Le pont ferme le mardi 12 mars.\n\nIl compte 75 agents.\n")]);
    assert_eq!(project.run(&["sync"]).status, 0);
    let mut text = String::new();
    for block in project.text("locales/en/pont.ftl").trim_end().split("\n\n") {
        text.push_str(block);
        if let Some(id) = block.lines().find_map(|line| line.strip_prefix("# @unit ")) {
            let is_day = block.contains("12 mars");
            let words = if is_day { "The bridge closes on Tuesday 12 March." } else { "It has 76 officers." };
            text.push_str(&format!("\n{id} = {words}"));
        }
        text.push_str("\n\n");
    }
    project.put("locales/en/pont.ftl", text);
    project.put("content/pont.md", "Le pont ferme le mercredi 13 mars.\n\nIl compte 76 agents.\n");
    assert_eq!(project.run(&["sync"]).status, 0);
    let run = project.run(&["accept", "--all"]);
    // The one that has the new number is; the other one is named, with the reason.
    assert!(run.out.contains("1 unit accepted"), "{}{}", run.out, run.err);
    assert!(run.err.contains("left as it is: a number or date changed"), "{}", run.err);
    assert!(project.text("locales/en/pont.ftl").contains("# fr: Le pont ferme le mardi 12 mars."));
    let address = run.err.split_whitespace().find(|word| word.contains('#')).expect("an address").to_owned();
    assert!(project.run(&["accept", &address]).out.contains("1 unit accepted"));
}

#[test]
fn a_number_that_changed_is_not_taken_over_where_the_translation_has_another_slip() {
    // The time as French writes it is told of both, of the old French and of today's.
    let project = Dir::project(&[("content/pont.md", "Le dossier 12 arrive à 6 h 30.\n")]);
    assert_eq!(project.run(&["sync"]).status, 0);
    let text = project.text("locales/en/pont.ftl");
    let id = text.lines().find_map(|line| line.strip_prefix("# @unit ")).expect("a unit").to_owned();
    project.put("locales/en/pont.ftl", format!("{text}{id} = File 12 arrives at 6 h 30.\n"));
    project.put("content/pont.md", "Le dossier 13 arrive à 6 h 30.\n");
    assert_eq!(project.run(&["sync"]).status, 0);
    let run = project.run(&["accept", "--all"]);
    assert!(run.out.contains("Nothing to accept"), "{}", run.out);
    assert!(run.err.contains("left as it is: a number or date changed"), "{}", run.err);
    // Where the new number stands, the old slip keeps nobody from accepting.
    project.replace("locales/en/pont.ftl", "File 12", "File 13");
    assert!(project.run(&["accept", "--all"]).out.contains("1 unit accepted"));
}
