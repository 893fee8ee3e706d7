//! `drogman check`, end to end.

mod support;

use support::Dir;

const DOCUMENT: &str = "Le pont ferme à 18 h. Il rouvre à 9 h avec 75 agents.\n";

/// A project of two sentences, translated by these two lines.
fn project(first: &str, second: &str) -> Dir {
    let dir = Dir::project(&[("content/pont.md", DOCUMENT)]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let catalog = dir.text("locales/en/pont.ftl");
    let mut texts = [first, second].into_iter();
    let mut written = String::new();
    for block in catalog.trim_end().split("\n\n") {
        written.push_str(block);
        if let Some(id) = block.lines().find_map(|line| line.strip_prefix("# @unit ")) {
            let text = texts.next().expect("a translation for each unit");
            let lines = text.replace("ID", id);
            written.push_str(&format!("\n{lines}"));
        }
        written.push_str("\n\n");
    }
    dir.put("locales/en/pont.ftl", written.trim_end().to_owned() + "\n");
    dir
}

fn good() -> Dir {
    project("ID = The bridge closes at 6 p.m.", "ID = It reopens at 9 a.m. with 75 officers.")
}

/// Rule, severity and line of each finding.
fn findings(dir: &Dir, arguments: &[&str]) -> (i32, Vec<String>) {
    let mut all = vec!["check", "--format", "json"];
    all.extend(arguments);
    let run = dir.run(&all);
    let value: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let show = |finding: &serde_json::Value| {
        let word = |key: &str| finding[key].as_str().unwrap_or("-").to_owned();
        format!("{} {} {}", word("rule"), word("severity"), finding["line"])
    };
    (run.status, value["findings"].as_array().expect("a list").iter().map(show).collect())
}

#[test]
fn a_stale_translation_is_never_told_to_say_what_the_french_said() {
    let french = "Voyez [le plan](https://example.org/ancien) des 75 quais, avec `make`.";
    let dir = Dir::project(&[("content/port.md", &format!("{french}\n"))]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let catalog = dir.text("locales/en/port.ftl");
    let id = catalog.lines().find_map(|line| line.strip_prefix("# @unit ")).expect("a unit");
    let translation = "See [the map](https://example.org/autre) of the 57 quays, with `cmake`.";
    dir.put("locales/en/port.ftl", format!("{catalog}{id} = {translation}\n"));
    let today = french.replace("ancien", "nouveau").replace("75", "76").replace("`make`", "`ninja`");
    dir.put("content/port.md", format!("{today}\n"));
    let run = dir.run(&["check", "--only", "links,numbers,markup"]);
    assert_eq!(run.out.matches("error[").count(), 3, "{}", run.out);
    for words in [
        "example.org/nouveau leads to https://example.org/autre",
        "address of the French: https://example.org/nouveau",
    ] {
        assert!(run.out.contains(words), "{}", run.out);
    }
    for words in ["ancien", "75", "`make`"] {
        assert!(!run.out.contains(words), "{words}: {}", run.out);
    }
    // What fits either French is no mistake, and what is missing of today's is told by the state alone.
    let old = translation.replace("autre", "ancien").replace("57", "75").replace("cmake", "make");
    dir.put("locales/en/port.ftl", format!("{catalog}{id} = {old}\n"));
    assert_eq!(findings(&dir, &["--only", "quality"]), (0, Vec::new()));
}

#[test]
fn text_of_the_french_that_fluent_would_fill_in_is_told_how_to_write() {
    let help = |french: &str, translation: &str| {
        let dir = Dir::project(&[("content/port.md", &format!("{french}\n"))]);
        assert_eq!(dir.run(&["sync"]).status, 0);
        let catalog = dir.text("locales/en/port.ftl");
        let id = catalog.lines().find_map(|line| line.strip_prefix("# @unit ")).expect("a unit");
        dir.put("locales/en/port.ftl", format!("{catalog}{id} = {translation}\n"));
        let out = dir.run(&["check", "--format", "json"]).out;
        let found: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        found["findings"][0]["help"].as_str().expect("a help").replace(id, "ID")
    };
    let ready = |line: &str| format!("write it as: ID = {line}");
    let wanted =
        |literal: &str, written: &str| format!("the French has {literal} as text; write it so: {written}");
    for (french, translation, told) in [
        ("Lancez `make`.", "Run {make}.", wanted("`make`", "`make`")),
        ("Lancez `{cible}`.", "Run `{cible}`.", ready("Run `{ \"{\" }cible{ \"}\" }`.")),
        ("Bonjour {nom}.", "Hello {nom}.", ready("Hello { \"{\" }nom{ \"}\" }.")),
        ("Il est { $jour }.", "It is { $jour }.", ready("It is { \"{\" } $jour { \"}\" }.")),
    ] {
        assert_eq!(help(french, translation), told, "{translation}");
    }
    // Another name than any in the French.
    let told = help("Lancez `make`.", "Run {build}.");
    assert!(told.starts_with("if the text shall show {build}"), "{told}");
}

#[test]
fn good_translations_have_no_finding() {
    assert_eq!(findings(&good(), &[]), (0, Vec::new()));
}

#[test]
fn a_wrong_number_is_told_at_the_very_word() {
    let dir = project("ID = The bridge closes at 6 p.m.", "ID = It reopens at 9 a.m. with 57 officers.");
    assert_eq!(findings(&dir, &[]), (1, vec!["numbers error 9".to_owned()]));
    let run = dir.run(&["check"]);
    assert!(run.out.contains("with 57 officers"), "{}", run.out);
    assert!(run.out.ends_with("1 error in 1 file\n"), "{}", run.out);
    assert_eq!(findings(&dir, &["--skip", "quality"]), (0, Vec::new()));
    assert_eq!(findings(&dir, &["--only", "states,catalog"]), (0, Vec::new()));
}

#[test]
fn what_a_comment_allows_is_silent_and_an_idle_comment_is_told() {
    let dir = project(
        "# drogman: allow numbers\nID = The bridge closes at 6 p.m.",
        "# drogman: allow numbers (misprint in the French)\nID = It reopens at 9 a.m. with 57 officers.",
    );
    assert_eq!(findings(&dir, &[]), (0, vec!["unused-allow warning 5".to_owned()]));
}

#[test]
fn states_are_told_as_the_policy_says() {
    let dir = good();
    dir.put("content/pont.md", DOCUMENT.replace("18 h", "19 h"));
    let (status, found) = findings(&dir, &["--only", "states"]);
    assert_eq!(status, 1);
    assert_eq!(found, ["sync-needed warning null", "stale-major error 5"]);
    dir.put(
        "drogman.toml",
        format!("{}[policy]\nstale-major = \"warning\"\nsync-needed = \"off\"\n", support::SMALL),
    );
    assert_eq!(findings(&dir, &["--only", "states"]), (0, vec!["stale-major warning 5".to_owned()]));
}

#[test]
fn a_locale_that_is_not_released_never_fails() {
    let dir = Dir::project(&[("content/pont.md", DOCUMENT)]);
    dir.put("drogman.toml", format!("{}[locale.en]\nreleased = false\n", support::SMALL));
    dir.run(&["sync"]);
    let (status, found) = findings(&dir, &[]);
    assert_eq!((status, found.len()), (0, 2), "{found:?}");
}

#[test]
fn a_fallback_that_has_it_current_stands_in() {
    let dir = good();
    let settings = support::SMALL.replace("[\"en\"]", "[\"en\", \"en-GB\"]");
    dir.put("drogman.toml", format!("{settings}[locale.en-GB]\nfallback = [\"en\"]\n"));
    dir.run(&["sync"]);
    assert_eq!(findings(&dir, &["--locale", "en-GB"]), (0, Vec::new()));
}

#[test]
fn several_reports_are_written_at_once() {
    let dir = project("ID = The bridge closes at 6 p.m.", "ID =");
    let run = dir.run(&["check", "--output", "json=all.json", "--output", "github"]);
    assert_eq!(run.status, 1);
    assert!(run.out.starts_with("::error file=locales/en/pont.ftl,line=9"), "{}", run.out);
    assert!(dir.text("all.json").contains("\"rule\": \"empty\""));
    assert_eq!(dir.run(&["check", "--output", "json=no/such/folder.json"]).status, 2);
}

#[test]
fn a_mistaken_message_is_unknown_or_elsewhere() {
    let dir = project(
        "ID = The bridge closes at 6 p.m.",
        "ID = It reopens at 9 a.m. with 75 officers.\n\nport-1 = x",
    );
    assert_eq!(findings(&dir, &[]), (1, vec!["unknown-unit error 11".to_owned()]));
}

/// Who writes `id = …`, as the head of a catalog has it, is told what stands for `id`.
#[test]
fn the_word_id_is_no_id() {
    let dir = project("ID = The bridge closes at 6 p.m.", "id = It reopens at 9 a.m.");
    let run = dir.run(&["check"]);
    assert!(run.out.contains("error[unit-mismatch]: `id` stands for the id of the unit\n"), "{}", run.out);
    assert!(run.out.contains(" = It reopens at 9 a.m.\n"), "{}", run.out);
    assert_eq!(findings(&dir, &[]).1, ["unit-mismatch error 9"]);
}

#[test]
fn both_sides_of_a_conflict_are_kept_where_they_are_of_other_sentences() {
    let dir = project("ID = The bridge closes at 6 p.m.", "ID = It reopens at 9 a.m. with 75 officers.");
    let catalog = dir.text("locales/en/pont.ftl");
    let (head, tail) = catalog.rsplit_once("# @unit ").expect("two units");
    let (second, first) = (format!("# @unit {tail}"), "# @unit pont-zzzzzz\n# fr: Le quai.\n");
    for eol in ["\n", "\r\n"] {
        for (ours, theirs, keep) in [
            (
                first,
                second.as_str(),
                "each side has units of its own: keep both, and delete the lines of <<<<<<<",
            ),
            (second.as_str(), second.as_str(), "keep one of them, and delete the lines of <<<<<<<"),
            ("", second.as_str(), "keep one of them, and delete"),
        ] {
            let text =
                format!("{head}<<<<<<< HEAD\n{ours}||||||| base\n{first}=======\n{theirs}>>>>>>> work\n");
            dir.put("locales/en/pont.ftl", text.replace('\n', eol));
            let run = dir.run(&["check"]);
            assert!(run.out.contains(&format!("= help: {keep}")), "{keep}: {}", run.out);
        }
    }
}

#[test]
fn a_second_french_line_is_told_by_what_is_to_do() {
    let second = "# fr: Il rouvre à 10 h avec 75 agents.\n";
    let dir = project("ID = The bridge closes at 6 p.m.", "ID = It reopens at 9 a.m. with 75 officers.");
    let catalog = dir.text("locales/en/pont.ftl");
    let (head, last) = catalog.trim_end().rsplit_once('\n').expect("lines");
    for (last, help) in
        [(last, "or keep the one that it renders"), ("", "= help: delete one of the two: `drogman sync`")]
    {
        dir.put("locales/en/pont.ftl", format!("{head}\n{second}{last}\n"));
        let run = dir.run(&["check"]);
        assert!(run.out.contains(help), "{}", run.out);
    }
    // What is told is so.
    let stub = dir.text("locales/en/pont.ftl");
    let (before, _) = head.rsplit_once('\n').expect("lines");
    dir.put("locales/en/pont.ftl", format!("{before}\n{second}"));
    assert_eq!(dir.run(&["sync"]).status, 0);
    assert!(!dir.text("locales/en/pont.ftl").contains(second), "{stub}");
}

#[test]
fn rules_are_listed_and_explained() {
    let dir = Dir::empty();
    let list = dir.run(&["check", "--list-rules"]);
    assert_eq!(list.status, 0);
    assert!(list.out.contains("  numbers           error"), "{}", list.out);
    let numbers = dir.run(&["explain", "numbers"]).out;
    assert!(numbers.starts_with("numbers (quality, error)"), "{numbers}");
    assert!(numbers.contains("\nBy default: error. Warning: "), "{numbers}");
    assert!(!dir.run(&["explain", "glossary"]).out.contains("Warning:"));
    let wrong = dir.run(&["explain", "numers"]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.err.contains("did you mean `numbers`?"), "{}", wrong.err);
}

#[test]
fn words_of_reports_are_explained() {
    let dir = Dir::empty();
    let stale = dir.run(&["explain", "Stale"]);
    assert!(stale.out.starts_with("stale (state)\n\nThe French changed"), "{}{}", stale.out, stale.err);
    assert!(stale.out.contains("stale-major and stale-minor"), "{}", stale.out);
    for word in ["current", "minor", "edited", "taken in", "proposal", "configuration"] {
        assert_eq!(dir.run(&["explain", word]).status, 0, "{word}");
    }
    let group = dir.run(&["explain", "states"]).out;
    assert!(group.starts_with("states\n  missing") && !group.contains("numbers"), "{group}");
    let wrong = dir.run(&["explain", "curent"]);
    assert!(wrong.err.contains("did you mean `current`?"), "{}", wrong.err);
}

#[test]
fn a_baseline_survives_moved_lines_and_lets_new_findings_fail() {
    let dir = project("ID = The bridge closes at 6 p.m.", "ID = It reopens at 9 a.m. with 57 officers.");
    assert_eq!(dir.run(&["check", "--write-baseline", "known.txt"]).status, 0);
    let catalog = dir.text("locales/en/pont.ftl");
    dir.put("locales/en/pont.ftl", format!("## Moved\n\n\n{catalog}"));
    assert_eq!(findings(&dir, &["--baseline", "known.txt"]), (0, Vec::new()));
    dir.put("locales/en/pont.ftl", catalog.replace("6 p.m.", "7 p.m."));
    let (status, found) = findings(&dir, &["--baseline", "known.txt"]);
    assert_eq!((status, found.len()), (1, 1), "{found:?}");
    assert_eq!(dir.run(&["check", "--baseline", "none.txt"]).status, 2);
    assert_eq!(dir.run(&["check", "--baseline", "drogman.toml"]).status, 2);
}

#[test]
fn every_machine_form_names_rule_place_and_message() {
    let dir = project("ID = The bridge closes at 6 p.m.", "ID = It reopens at 9 a.m. with 57 officers.");
    let json = |form: &str| -> serde_json::Value {
        serde_json::from_str(&dir.run(&["check", "--format", form]).out).expect("JSON")
    };
    let sarif = json("sarif");
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let result = &run["results"][0];
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], result["ruleId"]);
    assert_eq!((&result["level"], &result["ruleId"]), (&"error".into(), &"numbers".into()));
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "locales/en/pont.ftl");
    assert_eq!(place["region"]["startLine"], 9);
    let gitlab = json("gitlab");
    assert_eq!(gitlab[0]["location"]["lines"]["begin"], 9);
    assert_eq!(gitlab[0]["severity"], "major");
    assert_eq!(gitlab[0]["fingerprint"], result["partialFingerprints"]["drogman/v1"]);
    let rdjson = json("rdjson");
    assert_eq!(rdjson["diagnostics"][0]["location"]["range"]["start"]["line"], 9);
    assert_eq!(rdjson["diagnostics"][0]["code"]["value"], "numbers");
    let junit = dir.run(&["check", "--format", "junit"]).out;
    assert!(
        junit.contains("tests=\"1\" failures=\"1\"") && junit.contains("<failure type=\"numbers\""),
        "{junit}"
    );
    let junit = good().run(&["check", "--format", "junit"]).out;
    assert!(junit.contains("tests=\"1\" failures=\"0\""), "{junit}");
}

#[test]
fn github_gets_ten_errors_and_is_told_of_the_rest() {
    let sentences: Vec<String> = (0..16).map(|at| format!("Voici la phrase {at} du texte.\n\n")).collect();
    let dir = Dir::project(&[("content/long.md", &sentences.concat())]);
    dir.run(&["sync"]);
    let catalog = dir.text("locales/en/long.ftl");
    let id = catalog.lines().find_map(|line| line.strip_prefix("# @unit ")).expect("a unit").to_owned();
    let translated = format!("phrase 0 du texte.\n{id} = This is sentence 0 of the text.\n");
    dir.put("locales/en/long.ftl", catalog.replacen("phrase 0 du texte.\n", &translated, 1));
    let out = dir.run(&["check", "--format", "github"]).out;
    assert_eq!(out.lines().filter(|line| line.starts_with("::error ")).count(), 10, "{out}");
    assert!(out.contains("::notice title=drogman::5 more findings"), "{out}");
}

/// What is told of a sentence that stands twice in a page, where `lines` are the lines of its two units.
fn twice(lines: [&str; 2]) -> (i32, Vec<String>) {
    let dir = Dir::project(&[("content/pont.md", "Le pont ferme.\n\nLe pont ferme.\n")]);
    dir.put("drogman.toml", format!("{}[policy]\ninconsistent = \"warning\"\n", support::SMALL));
    dir.run(&["sync"]);
    let mut lines = lines.into_iter();
    let catalog = dir.text("locales/en/pont.ftl");
    let mut written = Vec::new();
    for block in catalog.trim_end().split("\n\n") {
        let id = block.lines().find_map(|line| line.strip_prefix("# @unit "));
        written.push(match id {
            Some(id) => format!("{block}\n{}", lines.next().expect("a line").replace("ID", id)),
            None => block.to_owned(),
        });
    }
    dir.put("locales/en/pont.ftl", written.join("\n\n"));
    findings(&dir, &[])
}

#[test]
fn both_ends_of_an_inconsistency_are_told_where_it_is_asked_for() {
    let (first, second) = ("ID = The bridge closes.", "ID = The bridge is closing.");
    assert_eq!(twice([first, first]), (0, Vec::new()));
    let both = vec!["inconsistent warning 5".into(), "inconsistent warning 9".into()];
    assert_eq!(twice([first, second]), (0, both));
}

#[test]
fn a_broken_translation_is_compared_word_by_word() {
    let whole = "ID = The bridge closes.";
    for (same, line) in
        [("ID = The bridge} closes.", 9), ("ID The bridge closes.", 9), ("ID = The bridge\ncloses.", 10)]
    {
        assert_eq!(twice([whole, same]), (1, vec![format!("syntax error {line}")]), "{same}");
    }
    let told = ["inconsistent warning 5", "inconsistent warning 9", "syntax error 9"].map(String::from);
    assert_eq!(twice([whole, "ID = The bridge is} closing."]), (1, told.to_vec()));
    assert_eq!(twice([whole, "ID = The { -bridge } is { closing."]), (1, vec!["syntax error 9".into()]));
}

#[test]
fn an_inconsistency_is_allowed_where_there_is_one() {
    let (first, second) = ("ID = The bridge closes.", "ID = The bridge is closing.");
    let allowed = "# drogman: allow inconsistent (a heading)\nID = The bridge is closing.";
    assert_eq!(twice([first, allowed]), (0, vec!["inconsistent warning 5".into()]));
    assert_eq!(twice([second, allowed]), (0, vec!["unused-allow warning 9".into()]));
}

#[test]
fn a_page_without_any_translation_is_one_finding_for_people() {
    let dir = Dir::project(&[
        ("content/pont.md", DOCUMENT),
        ("content/gare.md", "La gare ferme. Le quai aussi.\n"),
    ]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let catalog = dir.text("locales/en/gare.ftl");
    let id = catalog.lines().find_map(|line| line.strip_prefix("# @unit ")).expect("a unit").to_owned();
    dir.put(
        "locales/en/gare.ftl",
        catalog.replacen("ferme.\n", &format!("ferme.\n{id} = The station closes.\n"), 1),
    );
    // Half of the one page is there, nothing of the other.
    let text = dir.run(&["check"]).out;
    // With the place of its first unit, so that an editor can go there.
    let line = "error[missing]: `pont` has no translation in `en` yet: 2 sentences, 14 words\n\
        --> locales/en/pont.ftl:3:1\n = help: what is to be translated: drogman todo 'pont' --locale en\n";
    assert!(text.contains(line), "{text}");
    assert!(text.contains("not translated yet: Le quai aussi."), "{text}");
    assert!(!text.contains("not translated yet: Le pont"), "{text}");
    assert!(text.ends_with("2 errors in 2 files\n"), "{text}");
    let github = dir.run(&["check", "--format", "github"]).out;
    let of_page = github.lines().filter(|line| line.contains("file=locales/en/pont.ftl")).count();
    assert_eq!(of_page, 1, "{github}");
    let (_, json) = findings(&dir, &[]);
    assert_eq!(json.len(), 3, "{json:?}");
    // A baseline that knows one of them leaves the others as they are.
    assert_eq!(dir.run(&["check", "--write-baseline", "known"]).status, 0);
    assert!(dir.run(&["check", "--baseline", "known"]).out.contains("no findings"));
}

#[test]
fn a_page_in_another_language_is_one_finding_for_people() {
    let french = [
        "La gare ferme ses portes à minuit.",
        "Le marché ouvre dès que la cloche sonne.",
        "Les bateaux attendent que la marée monte.",
        "Une lampe éclaire le quai pendant la nuit.",
        "Le pont est fermé parce que le vent souffle.",
        "Personne ne sait quand le bac reviendra.",
    ];
    let german = [
        "Der Bahnhof schließt um Mitternacht, und die Türen sind dann für alle zu.",
        "Der Markt wird geöffnet, wenn die Glocke vom Turm her zu hören ist.",
        "Die Boote warten auf die Flut, die sich in der Nacht nicht zeigt.",
        "Eine Lampe beleuchtet den Kai in der Nacht, und das ist auch gut so.",
        "Die Brücke ist gesperrt, weil der Wind auf sie zu weht und nicht nachlässt.",
        "Niemand weiß, wann die Fähre für die Leute auf der Insel wieder da ist.",
    ];
    let english = [
        "The station closes its doors at midnight.",
        "The market opens as soon as the bell rings.",
        "The boats are waiting for the tide to come in.",
        "A lamp lights up the quay during the night.",
        "The bridge is closed because of the wind.",
        "Nobody knows when the ferry will be back.",
    ];
    let dir = Dir::project(&[("content/quai.txt", &french.join("\n\n"))]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let synced = dir.text("locales/en/quai.ftl");
    let translate = |texts: &[&str]| {
        let mut texts = texts.iter();
        let with_texts = |unit: &str| match (unit.split([' ', '\n']).nth(2), unit.starts_with("# @unit")) {
            (Some(id), true) => format!("{}\n{id} = {}", unit.trim_end(), texts.next().expect("a text")),
            _ => unit.to_owned(),
        };
        let units: Vec<String> = synced.split("\n\n").map(with_texts).collect();
        dir.put("locales/en/quai.ftl", units.join("\n\n") + "\n");
        dir.run(&["check", "--only", "language,untranslated"]).out
    };
    for texts in [german, french] {
        let text = translate(&texts);
        assert_eq!(text.matches("error[").count(), 1, "{text}");
        assert!(text.contains("locales/en/quai.ftl:5:"), "{text}");
        assert!(text.contains(" 5 more translations of this page are in another language, too\n"), "{text}");
        assert!(text.ends_with("1 error in 1 file\n"), "{text}");
        assert_eq!(findings(&dir, &["--only", "language,untranslated"]).1.len(), 6);
        let sarif = dir.run(&["check", "--only", "language,untranslated", "--format", "sarif"]).out;
        assert_eq!(sarif.matches("\"ruleId\"").count(), 6, "{sarif}");
    }
    // Where a good part is as it should be, each is looked for by itself.
    let half = [german[0], german[1], german[2], german[3], english[4], english[5]];
    let text = translate(&half);
    assert_eq!(text.matches("error[").count(), 4, "{text}");
    assert!(!text.contains("more translations"), "{text}");
    assert!(translate(&english).starts_with("no findings"));
}

/// The catalog of `good()`, with the lines of its second unit changed.
fn second_unit(change: impl Fn(&str, &str) -> String) -> (Dir, String) {
    let dir = good();
    let catalog = dir.text("locales/en/pont.ftl");
    let (head, second) = catalog.trim_end().rsplit_once("\n\n").expect("two units");
    let id = second.split([' ', '\n']).nth(2).expect("an id").to_owned();
    dir.put("locales/en/pont.ftl", format!("{head}\n\n{}\n", change(second, &id)));
    (dir, id)
}

#[test]
fn an_unverified_translation_says_which_line_is_missing() {
    let told = |change: &dyn Fn(&str, &str) -> String| {
        let (dir, id) = second_unit(change);
        assert_eq!(findings(&dir, &[]).1, vec![format!("unverified error {}", line(&dir, &id))]);
        dir.run(&["check"]).out.replace(&id, "ID")
    };
    let without = |text: &str, mark: &str| {
        text.lines().filter(|line| !line.starts_with(mark)).collect::<Vec<_>>().join("\n")
    };
    let text = told(&|second, _| without(second, "# @unit"));
    assert!(text.contains("renders: the line `# @unit ID` above it is missing\n"), "{text}");
    let text = told(&|second, _| without(second, "# fr"));
    assert!(text.contains("renders: the line `# fr: …` above it is missing\n"), "{text}");
    let text = told(&|second, _| without(second, "#"));
    assert!(text.contains("renders: the lines `# @unit ID` and `# fr: …` above it are missing\n"), "{text}");
    let text = told(&|second, id| second.replace(&format!("\n{id} ="), &format!("\n\n{id} =")));
    assert!(text.contains("renders: it stands away from its `# @unit` line, line 7\n"), "{text}");
}

/// The line of the translation of a unit.
fn line(dir: &Dir, id: &str) -> usize {
    let catalog = dir.text("locales/en/pont.ftl");
    catalog.lines().position(|line| line.starts_with(&format!("{id} ="))).expect("a translation") + 1
}

#[test]
fn a_misspelt_id_is_told_once_and_its_french_is_kept() {
    // In the line above the translation.
    let (dir, id) = second_unit(|second, id| second.replacen(&format!("# @unit {id}"), "# @unit pont-0", 1));
    assert_eq!(findings(&dir, &[]).1, vec!["unit-mismatch error 9".to_owned()]);
    let text = dir.run(&["check"]).out;
    assert!(
        text.contains(&format!("`{id}` is the id that the source catalog has: write above it: # @unit {id}")),
        "{text}"
    );
    let before = dir.text("locales/en/pont.ftl");
    assert_eq!(dir.run(&["sync"]).status, 0);
    assert_eq!(dir.text("locales/en/pont.ftl"), before);
    assert_eq!(findings(&dir, &["--skip", "unit-mismatch"]).1, vec!["unverified error 9".to_owned()]);
    // In the translation.
    let (dir, _) = second_unit(|second, id| second.replacen(&format!("\n{id} ="), "\npont-0 =", 1));
    assert_eq!(findings(&dir, &[]).1, vec!["unit-mismatch error 9".to_owned()]);
    assert_eq!(dir.run(&["sync", "--dry-run"]).status, 0);
    assert!(findings(&dir, &["--skip", "unit-mismatch"]).1.contains(&"missing error 7".to_owned()));
}

#[test]
fn what_can_be_corrected_at_once_is_told_with_the_command() {
    let dir =
        project("ID = The bridge  closes at 6 p.m.", "ID = It reopens at 9 a.m. with 75 officers.\u{200b}");
    let run = dir.run(&["check"]);
    assert!(run.out.ends_with("\n2 of them are corrected by: drogman check --fix\n"), "{}", run.out);
    assert_eq!(dir.run(&["check", "--fix"]).out, "no findings\n");
}

#[test]
fn a_fix_takes_no_letter_and_joins_no_words() {
    let dir = Dir::project(&[("content/pont.txt", "Le pont n’ouvre pas ce soir.")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let stub = dir.text("locales/en/pont.ftl");
    let id = stub.lines().find_map(|line| line.strip_prefix("# @unit ")?.split(' ').next()).expect("a unit");
    let filled = |text: &str| format!("{}\n{id} = {text}\n", stub.trim_end());
    dir.put("locales/en/pont.ftl", filled("The bridge doesn\u{92}t\u{2028}open\u{200b} tonight.\u{1}"));
    let run = dir.run(&["check", "--fix"]);
    assert_eq!(dir.text("locales/en/pont.ftl"), filled("The bridge doesn\u{92}t open tonight."));
    assert!(run.out.contains("in the place of “’”") && run.out.contains("write “’”"), "{}", run.out);
}

#[test]
fn many_fixes_in_a_line_are_one_finding_and_one_change() {
    let dir = Dir::project(&[("content/pont.txt", &"le bac passe, ".repeat(60))]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let stub = dir.text("locales/en/pont.ftl");
    let id = stub.lines().find_map(|line| line.strip_prefix("# @unit ")?.split(' ').next()).expect("a unit");
    let filled = |row: &str| format!("{}\n{id} = {}\"end\" \\\n", stub.trim_end(), row.repeat(60));
    dir.put("locales/en/pont.ftl", filled("the  ferry leaves, "));
    let run = dir.run(&["check", "--only", "spaces"]);
    assert!(
        run.out.starts_with("warning[spaces]: two spaces between words, here and in 59 more places"),
        "{}",
        run.out
    );
    assert_eq!(run.out.matches("warning[").count(), 1, "{}", run.out);
    dir.run(&["check", "--only", "spaces", "--fix"]);
    assert_eq!(dir.text("locales/en/pont.ftl"), filled("the ferry leaves, "));
}

#[test]
fn paths_for_reviewdog_begin_at_the_current_folder() {
    let dir = project("ID = The bridge closes at 5 p.m.", "ID = It reopens at 9 a.m. with 75 officers.");
    for (folder, wanted) in [("", "locales/en/pont.ftl"), ("content", "../locales/en/pont.ftl")] {
        let run = dir.run_in(&dir.path(folder), &["check", "--format", "rdjson"], "");
        let report: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
        assert_eq!(report["diagnostics"][0]["location"]["path"], wanted, "{}", run.out);
    }
}

#[test]
fn a_page_that_nobody_has_begun_is_told_the_same_whether_or_not_each_sentence_is_asked_for() {
    let dir = Dir::project(&[
        ("content/pont.md", DOCUMENT),
        ("content/quai.md", "# Le quai\n\nIl ferme. Il rouvre.\n"),
    ]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let quai = dir.text("locales/en/quai.ftl");
    let mut stubs: Vec<&str> = quai.trim_end().split("\n\n").collect();
    stubs[1..].reverse();
    for catalog in
        [quai.clone(), stubs.join("\n\n"), quai.replace("# fr: Il ferme.", "#fr: Il ferme."), String::new()]
    {
        dir.put("locales/en/quai.ftl", catalog);
        for format in ["text", "github", "sarif", "gitlab", "junit", "rdjson", "markdown"] {
            let alone = dir.run(&["check", "--format", format]);
            let beside = dir.run(&["check", "--format", format, "--output", "json=each.json"]);
            assert_eq!((alone.status, &alone.out), (1, &beside.out), "{format}");
        }
        assert!(dir.text("each.json").matches("\"rule\": \"missing\"").count() >= 4);
    }
}

#[test]
fn a_term_that_can_not_be_shown_is_told_where_it_stands() {
    let dir = project("ID = The { -pont } closes at 6 p.m.", "ID = It reopens at 9 a.m. with 75 officers.");
    let forms = "-forme =\n    { $nombre ->\n       *[un] bridge\n        [deux] bridges\n    }\n";
    dir.put("locales/en/terms.ftl", format!("-pont = {{ -forme }} of {{ -ville }}\n{forms}"));
    let told = findings(&dir, &[]).1;
    assert_eq!(told, vec!["reference error 5".to_owned(), "reference error 1".to_owned()]);
    let text = dir.run(&["check"]).out;
    assert!(
        text.contains("there is no term “-ville” in this locale\n --> locales/en/terms.ftl:1:"),
        "{text}"
    );
    dir.put("locales/en/terms.ftl", format!("-pnt = {{ -forme }}\n{forms}"));
    let text = dir.run(&["check"]).out;
    assert!(text.contains("help: did you mean { -pnt }? Else add it to the shared terms"), "{text}");
    dir.put("locales/en/terms.ftl", format!("-pont = {{ -boucle }}\n-boucle = {{ -pont }}\n{forms}"));
    assert!(findings(&dir, &[]).1.contains(&"cycle error 1".to_owned()), "{:?}", findings(&dir, &[]));
    dir.put("locales/en/terms.ftl", format!("-pont = {{ -forme }}\n{forms}"));
    assert_eq!(findings(&dir, &[]), (0, Vec::new()));
}

#[test]
fn a_line_without_its_name_is_told_once_and_as_it_is_to_be_written() {
    for line in ["It reopens at 9 a.m. with 75 officers.", "= It reopens at 9 a.m. with 75 officers."] {
        let (dir, id) = second_unit(|second, _| {
            let (comment, _) = second.rsplit_once('\n').expect("a translation");
            format!("{comment}\n{line}")
        });
        assert_eq!(findings(&dir, &[]), (1, vec!["syntax error 9".to_owned()]));
        let text = dir.run(&["check"]).out;
        assert!(text.contains("error[syntax]: this line lacks the name of its unit\n"), "{text}");
        let help = format!("help: write it as: {id} = It reopens at 9 a.m. with 75 officers.\n");
        assert!(text.contains(&help), "{text}");
        assert_eq!(findings(&dir, &["--skip", "syntax"]), (1, vec!["missing error 7".to_owned()]));
    }
}

#[test]
fn a_second_line_that_is_not_indented_is_told_once() {
    let dir = project("ID = The bridge closes\nat 6 p.m.", "ID = It reopens at 9 a.m. with 75 officers.");
    assert_eq!(findings(&dir, &[]), (1, vec!["syntax error 6".to_owned()]));
    assert!(dir.run(&["check"]).out.contains("this line cuts the translation above it short"));
}

#[test]
fn a_number_that_all_translations_have_otherwise_is_told_in_the_french() {
    // Also in a sentence with a line break.
    let page = "# Le pont\n\nIl y a bien\n61 agents sur le pont.\n";
    let dir = Dir::project(&[("content/pont.md", page)]);
    dir.put("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\", \"de\", \"es\"]\n");
    dir.run(&["sync"]);
    for (locale, heading, text) in [
        ("en", "The bridge", "There are 71 officers on the bridge."),
        ("de", "Die Brücke", "Es gibt 71 Beamte auf der Brücke."),
        ("es", "El puente", "Hay 71 agentes en el puente."),
    ] {
        let file = format!("locales/{locale}/pont.ftl");
        let mut texts = [heading, text].into_iter();
        let mut written = Vec::new();
        for block in dir.text(&file).trim_end().split("\n\n") {
            let id = block.lines().find_map(|line| line.strip_prefix("# @unit ")?.split(' ').next());
            written.push(match id {
                Some(id) => format!("{block}\n{id} = {}", texts.next().expect("a text")),
                None => block.to_owned(),
            });
        }
        dir.put(&file, written.join("\n\n") + "\n");
    }
    let text = dir.run(&["check"]).out;
    let shown = "61 became “71”\n --> content/pont.md:4:1\n  |\n4 | 61 agents sur le pont.\n  | ^^\n";
    assert!(text.contains(shown), "{text}");
}

/// The settings of the manual on warnings that fail do what it says of them.
#[test]
fn warnings_fail_where_a_policy_says_so() {
    let manual = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/ci.md");
    let manual = std::fs::read_to_string(manual).expect("the manual");
    let mut blocks =
        manual.split("```toml\n").skip(1).map(|block| block.split("```").next().unwrap_or_default());
    let settings = blocks.find(|block| block.contains("warnings_fail")).expect("an example");
    let dir = Dir::project(&[("content/pont.md", "Le pont rouvre le 3 mars.\n\nIl est court.\n")]);
    dir.put("drogman.toml", format!("{}\n{settings}", support::SMALL));
    assert_eq!(dir.run(&["sync"]).status, 0);
    let mut catalog = dir.text("locales/en/pont.ftl");
    for (french, english) in
        [("Le pont rouvre le 3 mars.", "The bridge reopens on 3 May."), ("Il est court.", "It is short .")]
    {
        let line = format!("# fr: {french}\n");
        let id = catalog.split(&line).next().and_then(|head| head.rsplit("# @unit ").next()).map(str::trim);
        let translated = format!("{line}{} = {english}\n", id.expect("an id"));
        catalog = catalog.replacen(&line, &translated, 1);
    }
    dir.put("locales/en/pont.ftl", catalog);
    let (month, space) =
        (|severity| format!("numbers {severity} 5"), |severity| format!("spaces {severity} 9"));
    for (policy, status, expected) in [
        (&[][..], 0, [month("warning"), space("warning")]),
        (&["--policy", "release"], 0, [month("warning"), space("warning")]),
        (&["--policy", "numbers"], 1, [month("error"), space("warning")]),
        (&["--policy", "editors"], 1, [month("error"), space("warning")]),
        (&["--policy", "strict"], 1, [month("error"), space("error")]),
    ] {
        assert_eq!(findings(&dir, policy), (status, expected.to_vec()), "{policy:?}");
    }
}
