//! Small tests of what the cases as data (`tests/cases/check`) can't say.

mod across;
mod glossary;
mod links;

use super::*;

/// By the usual rules.
fn asked<'a>(source: &'a Source<'a>, translation: &'a str, target: &'a Target) -> Asked<'a> {
    Asked { source, translation, target, rules: RuleSet::by_default(), headings: None }
}

fn found(settings: &Settings, locale: &str, french: &str, translation: &str) -> Vec<Problem> {
    let target = Target::new(&locale.parse().unwrap());
    let source = Source::new(french, BlockKind::Paragraph, Format::Markdown);
    let mut problems = check(asked(&source, translation, &target), settings);
    problems.retain(|problem| !problem.is_silent);
    problems
}

#[test]
fn a_wrong_measure_date_or_day_is_told_with_what_would_be_right() {
    let told = |locale: &str, french: &str, translation: &str| -> Vec<(String, String, String)> {
        let found = found(&Settings::default(), locale, french, translation).into_iter();
        found
            .map(|one| {
                let place = translation[one.span.clone()].to_owned();
                (one.message, place, one.help.to_string())
            })
            .collect()
    };
    let is = |message: &str, place: &str, help: &str| vec![(message.into(), place.into(), help.into())];
    assert_eq!(
        told("en", "La digue fait 100 km.", "The dyke is 100 miles long."),
        is(
            "100 has another unit than in the French",
            "100",
            "write the unit of the French, or convert the number too: about 62 mi"
        )
    );
    assert_eq!(
        told("en", "La digue fait 100 km.", "The dyke is 66 miles long."),
        is("100 became “66”", "66", "convert it rightly: the French is about 62 mi")
    );
    assert_eq!(
        told("en", "Il gèle à 30 °C.", "It freezes at 30 °F."),
        is(
            "30 has another unit than in the French",
            "30",
            "write the unit of the French, or convert the number too: about 86 °F"
        )
    );
    assert_eq!(
        told("de", "Fermé le 9 mai 2026.", "Geschlossen am 09.06.2026."),
        is("09.06.2026 is another month: the French says 9 mai 2026", "09.06.2026", "write 5 as the month")
    );
    assert_eq!(
        told("en", "Fermé jeudi et vendredi.", "Closed on Thursday and Saturday."),
        is("“Saturday” is another day: the French says vendredi", "Saturday", "write the day of the French")
    );
}

#[test]
fn a_number_that_is_grouped_otherwise_is_named_whole() {
    let told = found(&Settings::default(), "en", "On compte 1 200 arbres.", "There are 1 200 trees.");
    assert_eq!(told[0].message, "1 200 is grouped with a space, which this locale doesn't do");
}

#[test]
fn words_in_a_formula_are_translated() {
    let french = r"On pose $f(x) = 1 \text{ si } x > 0$.";
    let told = |translation: &str| found(&Settings::default(), "de", french, translation).len();
    assert_eq!(told(r"Man setzt $f(x) = 1 \text{ falls } x > 0$."), 0);
    assert_eq!(told(r"Man setzt $f(x) = 1 \text{ falls } x < 0$."), 1);
}

#[test]
fn what_is_surely_another_language_is_told_alone() {
    let problems = found(
        &Settings::default(),
        "de",
        "Le maire a fermé le pont 12 hier soir.",
        "The mayor closed the old bridge with them yesterday.",
    );
    assert_eq!(problems.iter().map(|found| found.rule).collect::<Vec<_>>(), ["language"]);
}

#[test]
fn every_rule_is_explained_and_named_once() {
    for (at, rule) in RULES.iter().enumerate() {
        assert!(
            !rule.what.is_empty() && !rule.why.is_empty() && !rule.good.is_empty() && !rule.bad.is_empty()
        );
        assert!(RULES[..at].iter().all(|other| other.name != rule.name), "{}", rule.name);
        assert!(manual().contains(&format!("### `{}`", rule.name)));
    }
}

#[test]
fn a_separator_follows_the_region() {
    for (locale, good, bad) in [
        ("es", "1.234,5", "1,234.5"),
        ("es-MX", "1,234.5", "1.234,5"),
        ("de-CH", "1'234.5", "1.234,5"),
        ("en", "1,234.5", "1 234,5"),
    ] {
        let french = "Il reste 1 234,5 litres.";
        let of = |written: &str| {
            found(&Settings::default(), locale, french, &format!("x {written} x."))
                .into_iter()
                .any(|found| found.rule == "numbers")
        };
        assert!(!of(good), "{locale} {good}");
        assert!(of(bad), "{locale} {bad}");
    }
}

#[test]
fn the_text_of_another_catalog_is_known_by_its_equal() {
    let language = |french: &str, translations: &[(&str, &str)]| -> Vec<String> {
        let source = Source::new(french, BlockKind::Paragraph, Format::Markdown);
        let targets: Vec<Target> =
            translations.iter().map(|(locale, _)| Target::new(&locale.parse().unwrap())).collect();
        let asked: Vec<Asked<'_>> = translations
            .iter()
            .zip(&targets)
            .map(|((_, translation), target)| asked(&source, translation, target))
            .collect();
        let found = check_all(&asked, &Settings::default());
        let told = translations
            .iter()
            .zip(found)
            .filter(|(_, found)| found.iter().any(|one| one.rule == "language"));
        told.map(|((locale, _), _)| (*locale).to_owned()).collect()
    };
    let french = "Insérer des rangs (menu Tricot)";
    let (en, de) = ("Insert rows (as in menu Knit)", "Reihen einfügen (Menü Stricken)");
    assert!(language(french, &[("en", en), ("de", de), ("sv", "Infoga varv (menyn Sticka)")]).is_empty());
    assert_eq!(language(french, &[("en", en), ("de", en), ("sv", "Infoga varv (menyn Sticka)")]), ["de"]);
    // Kin, and names that all languages share.
    assert!(language(french, &[("en", en), ("en-GB", en)]).is_empty());
    let name = "Best of Grand Bazaar 2019";
    assert!(language("Le meilleur du Grand Bazar 2019", &[("en", name), ("de", name)]).is_empty());
    let credit = "Foto: Hans-Jürgen Köhler / DPA";
    assert!(language("Photo : Hans-Jürgen Köhler / DPA", &[("ro", credit), ("cs", credit)]).is_empty());
}

#[test]
fn a_changed_address_is_held_against_the_one_it_is_most_like() {
    let french = "Voir [la crue](https://ardennes.test/crue) et [le dossier](/dossiers/crues).";
    let told = |translation: &str| -> Vec<String> {
        found(&Settings::default(), "en", french, translation)
            .into_iter()
            .map(|found| found.message)
            .collect()
    };
    assert_eq!(
        told("See the flood and [the file](/dossiers/crue)."),
        [
            "the link to /dossiers/crues leads to /dossiers/crue",
            "the link to https://ardennes.test/crue is missing"
        ]
    );
    assert_eq!(
        told("See [the flood](https://ardennes.test/crues) and [the file](/dossiers/crues)."),
        ["the link to https://ardennes.test/crue leads to https://ardennes.test/crues"]
    );
}

#[test]
fn a_letter_of_another_alphabet_is_told_with_both() {
    let message =
        |translation| found(&Settings::default(), "ru", "La voie est libre.", translation)[0].message.clone();
    assert_eq!(message("Путь cвободен."), "“c” in “cвободен” is a Latin letter among Cyrillic ones");
    assert_eq!(message("Путь свoбоден."), "“o” in “свoбоден” is a Latin letter among Cyrillic ones");
}

#[test]
fn a_copy_of_the_french_reads_as_french_and_no_sister_of_it() {
    let french = "Les vélos passent par la rue haute, les piétons par le quai.";
    for locale in ["en", "de", "pl", "ar", "ja"] {
        let found = found(&Settings::default(), locale, french, french);
        assert_eq!(found.len(), 1, "{locale}: {found:?}");
        assert!(found[0].message.ends_with("another language (French)"), "{locale}: {found:?}");
    }
}

#[test]
fn a_line_break_written_as_programs_do_is_told() {
    let rules = |french, translation| -> Vec<&str> {
        found(&Settings::default(), "de", french, translation).iter().map(|found| found.rule).collect()
    };
    assert_eq!(rules("Le quai est fermé.", "Der Bahnsteig\\nist gesperrt."), ["characters"]);
    assert!(rules("Le dossier C:\\notes est plein.", "Der Ordner C:\\notes ist voll.").is_empty());
    assert!(rules("Écrivez `\\n` ici.", "Schreiben Sie hier `\\n`.").is_empty());
}

#[test]
fn a_line_of_its_own_is_a_comment_only_with_its_sign() {
    let told = |translation: &str| {
        let found = found(&Settings::default(), "de", "Le quai ouvre.", translation);
        let notes = found.into_iter().filter(|found| found.rule == "untranslated");
        notes.map(|found| (found.message, found.help.to_string())).collect::<Vec<_>>()
    };
    let comment = told("Der Bahnsteig öffnet.\n# bitte prüfen");
    assert!(comment[0].0.starts_with("this comment is indented") && comment.len() == 1, "{comment:?}");
    let note = told("Der Bahnsteig\nTODO öffnet.");
    assert!(note[0].0.starts_with("“TODO” looks like a note") && note.len() == 1, "{note:?}");
    // At the first column, this would be no comment of Fluent.
    let other = told("Der Bahnsteig öffnet.\n// bitte prüfen");
    assert!(other[0].1.ends_with("on a line above it, behind “# ”") && other.len() == 1, "{other:?}");
}

#[test]
fn a_translation_without_words_is_told_as_that_alone() {
    let told = |french, translation| {
        let found = found(&Settings::default(), "de", french, translation);
        found.into_iter().map(|found| (found.rule, found.severity, found.message)).collect::<Vec<_>>()
    };
    let french = "Le café ouvre à 8 h avec {nom}.";
    let empty = ("untranslated", Severity::Error, "there are no words in this translation".into());
    for translation in ["-", "...", "…", "—", "()"] {
        assert_eq!(told(french, translation), std::slice::from_ref(&empty), "{translation}");
    }
    let note = ("untranslated", Severity::Error, "“TODO” looks like a note that was left".into());
    assert_eq!(told(french, "TODO"), [note]);
    assert!(told("Oui", "👍").is_empty() && told("Suivant", "→").is_empty() && told("Zéro", "0").is_empty());
    assert!(told("Pour cent", "%").is_empty() && told("et", "&").is_empty());
    assert!(!told("et", "-").is_empty() && !told(french, "%").is_empty());
}

#[test]
fn a_date_left_in_french_is_told_once() {
    let found = found(&Settings::default(), "en", "Le 14 juillet", "Le 14 juillet");
    let told: Vec<_> = found.iter().map(|found| (found.rule, found.message.as_str())).collect();
    assert_eq!(told, [("untranslated", "this is still in French")]);
}

#[test]
fn another_month_is_told_beside_another_number() {
    let told = |french, translation| {
        let found = found(&Settings::default(), "de", french, translation);
        found.into_iter().map(|found| found.message).collect::<Vec<_>>()
    };
    let both = ["12 became “21”".to_owned(), "“Mai” is another month: the French says mars".to_owned()];
    assert_eq!(told("Les portes ouvrent le 12 mars.", "Die Tore öffnen am 21. Mai."), both);
    let french = "Les portes ouvrent le 12 mars, à 8 h 15, et ferment le 3 avril.";
    assert_eq!(told(french, "Die Tore öffnen um 8.30 Uhr und schließen am 3. April.").len(), 2);
}

#[test]
fn a_note_at_the_end_is_told_instead_of_the_mark_before_it() {
    let told = |translation| {
        let found = found(&Settings::default(), "de", "Le café ouvre tôt.", translation);
        found.into_iter().map(|found| (found.rule, found.message)).collect::<Vec<_>>()
    };
    let note = |words: &str| vec![("untranslated", format!("“{words}” looks like a note that was left"))];
    assert_eq!(told("Das Café öffnet früh. # stimmt das?"), note("# stimmt das?"));
    assert_eq!(told("Das Café öffnet früh. // prüfen"), note("// prüfen"));
    assert_eq!(told("TODO"), note("TODO"));
    assert_eq!(told("[TRANSLATE]"), note("TRANSLATE"));
    assert_eq!(told("[TRANSLATE] Das Café öffnet früh."), note("TRANSLATE"));
}

#[test]
fn headings_and_items_end_as_their_language_ends_them() {
    let told = |kind, locale: &str, french: &str, translation: &str| {
        let target = Target::new(&locale.parse().unwrap());
        let source = Source::new(french, kind, Format::Markdown);
        check(asked(&source, translation, &target), &Settings::default())
            .iter()
            .filter(|problem| !problem.is_silent)
            .count()
    };
    let how = "Comment ouvrir un compte ?";
    assert_eq!(told(BlockKind::Heading, "en", how, "How to open an account"), 0);
    assert_eq!(told(BlockKind::Heading, "sv", how, "Så öppnar du ett konto"), 0);
    assert_eq!(told(BlockKind::Paragraph, "en", how, "How to open an account"), 1);
    assert_eq!(told(BlockKind::Heading, "en", "Qui ouvre un compte ?", "Who opens an account"), 1);
    assert_eq!(told(BlockKind::Heading, "ja", "Qui ouvre un compte ?", "口座を開くのは誰か"), 0);
    assert_eq!(told(BlockKind::Heading, "ja", "Qui ouvre un compte ?", "口座を開く人"), 1);
    assert_eq!(told(BlockKind::Heading, "en", "Quel compte choisir ?", "Choosing an account"), 0);
    assert_eq!(told(BlockKind::Heading, "de", "Combien de temps attendre ?", "So lange dauert es"), 0);
    let item = "Ouvrez [un compte](/compte).";
    assert_eq!(told(BlockKind::Item, "en", item, "Open [an account](/compte)"), 0);
    assert_eq!(told(BlockKind::Paragraph, "en", item, "Open [an account](/compte)"), 1);
    assert_eq!(told(BlockKind::Item, "en", item, "Open [an account](/compte),"), 1);
}

#[test]
fn a_title_or_cell_that_is_quoted_as_strings_are_is_told() {
    let told = |kind, locale: &str, french: &str, translation: &str| {
        let target = Target::new(&locale.parse().unwrap());
        let source = Source::new(french, kind, Format::Markdown);
        check(asked(&source, translation, &target), &Settings::default())
            .iter()
            .any(|problem| problem.message.contains("the French in none"))
    };
    for (locale, quoted) in [
        ("en", "\"The noon ferry\""),
        ("en", "“The noon ferry”"),
        ("de", "„Die Fähre am Mittag“"),
        ("es", "«El transbordador del mediodía»"),
        ("sv", "”Färjan vid middagstid”"),
    ] {
        assert!(told(BlockKind::Heading, locale, "Le bac de midi", quoted), "{quoted}");
        assert!(told(BlockKind::Cell, locale, "Le bac de midi", quoted), "{quoted}");
        // The French of a quoted sentence may have lost its marks.
        assert!(!told(BlockKind::Paragraph, locale, "Le bac de midi", quoted), "{quoted}");
        for french in [
            "« Le bac de midi »",
            "*Le bac de midi*",
            "— Le bac de midi",
            "<cite>Le bac de midi</cite>",
            "<< Le bac de midi >>",
            "'Le bac de midi'",
        ] {
            assert!(!told(BlockKind::Heading, locale, french, quoted), "{french} {quoted}");
        }
    }
    assert!(!told(BlockKind::Heading, "en", "Le bac ou le pont", "“Ferry” or “bridge”"));
}

#[test]
fn a_text_that_stands_twice_is_told_once() {
    let rules = |translation: &str| -> Vec<String> {
        let french = "Le pont 4.2 ferme à midi !";
        found(&Settings::default(), "en", french, translation)
            .into_iter()
            .map(|found| found.message)
            .collect()
    };
    let once = "Bridge 4.2 closes at noon!";
    assert!(rules(once).is_empty(), "{:?}", rules(once));
    assert_eq!(rules(&format!("{once} {once}")), ["the whole text stands twice"]);
    assert_eq!(rules(&format!("{once}{once}")), ["the whole text stands twice"]);
}

#[test]
fn a_text_in_the_wrong_encoding_is_told_as_that_alone() {
    let told = |locale, french, translation| -> Vec<String> {
        found(&Settings::default(), locale, french, translation)
            .into_iter()
            .map(|found| found.message)
            .collect()
    };
    let french = "« Le pont », long de 5 à 7 km, est fermé.";
    let german = "â€žDie BrÃ¼ckeâ€œ, 5â€“7 km lang, ist geschlossen.";
    assert_eq!(told("de", french, german), ["the text was read in the wrong encoding: “â€ž” is “„”"]);
    let russian = told("ru", "Le pont est fermé.", "ÐœÐ¾ÑÑ‚ Ð·Ð°ÐºÑ€Ñ‹Ñ‚.");
    assert!(russian.len() == 1 && russian[0].contains("wrong encoding"), "{russian:?}");
}

#[test]
fn a_quotation_that_ends_in_another_mark_is_told_with_both() {
    let told =
        |locale, translation| found(&Settings::default(), locale, "Il a dit « jamais » hier.", translation);
    let found = told("en", "He said “never» yesterday.");
    let brackets = found.iter().find(|found| found.rule == "brackets").unwrap();
    assert_eq!(brackets.message, "the quotation opens with “ and closes with »");
    assert_eq!(brackets.help, "write ” for »");
}

#[test]
fn words_in_brackets_are_a_link_where_the_page_says_where_they_lead() {
    let page = "Voir le [plan] du fort (et [la suite]).\n\n[Plan]: /plan.svg\n";
    let found = |translation: &str| {
        let french = "Voir le [plan] du fort (et [la suite]).";
        let source =
            Source::new(french, BlockKind::Paragraph, Format::Markdown).with_labels(&Labels::of(page));
        let target = Target::new(&"en".parse().unwrap());
        let problems = check(asked(&source, translation, &target), &Settings::default());
        problems.into_iter().map(|problem| (problem.rule, problem.message)).collect::<Vec<_>>()
    };
    assert_eq!(found("See the [map][plan] of the fort (and [what follows])."), []);
    assert_eq!(found("See the [plan] of the fort (and [what follows])."), []);
    let missing = [("links", "the link to plan is missing".to_owned())];
    assert_eq!(found("See the [map] of the fort (and [what follows])."), missing);
    assert_eq!(
        found("See the [map][map] of the fort (and [what follows])."),
        [("links", "the link to plan leads to map".to_owned())]
    );
}
