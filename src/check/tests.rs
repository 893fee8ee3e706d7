//! Small tests of what the cases as data (`tests/cases/check`) can't say.

use std::collections::BTreeMap;

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

fn glossary() -> Settings {
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
    let wording =
        |wanted: &[&str], forbidden: &[&str]| Wording { wanted: words(wanted), forbidden: words(forbidden) };
    let prefect = Term {
        french: words(&["Préfet", "préfète", "préfets"]),
        locales: BTreeMap::from([
            ("en".to_owned(), wording(&["prefect"], &["governor"])),
            ("de".to_owned(), wording(&["Präfekt"], &[])),
        ]),
    };
    let office = Term {
        french: words(&["préfecture"]),
        locales: BTreeMap::from([("de".to_owned(), wording(&["Präfektur"], &["Präfekt"]))]),
    };
    Settings { glossary: Glossary::new([prefect, office]), ..Settings::default() }
}

#[test]
fn a_term_is_known_by_either_apostrophe_and_shown_as_the_glossary_writes_it() {
    let wording = |wanted: &str| Wording { wanted: vec![wanted.to_owned()], ..Wording::default() };
    let term = |french: &str, wanted: &str| Term {
        french: vec![french.to_owned()],
        locales: BTreeMap::from([("en".to_owned(), wording(wanted))]),
    };
    let terms =
        [term("Chef d'État", "head of state"), term("porte-parole de l’Élysée", "Élysée's spokesman")];
    let settings = Settings { glossary: Glossary::new(terms), ..Settings::default() };
    let told = found(&settings, "en", "Le chef d’État arrive.", "The leader is coming.");
    assert_eq!(told[0].message, "“Chef d'État” is not translated as the glossary wants");
    assert!(found(&settings, "en", "Le chef d'État arrive.", "The head of state is coming.").is_empty());
    let french = "Le porte-parole de l'Élysée arrive.";
    assert!(found(&settings, "en", french, "The Élysée’s spokesman is coming.").is_empty());
    assert_eq!(found(&settings, "en", french, "The palace spokesman is coming.")[0].rule, "glossary");
}

#[test]
fn a_word_of_the_glossary_is_underlined_where_it_stands_whatever_its_lower_case_takes() {
    let wording = Wording { wanted: Vec::new(), forbidden: vec!["élu".to_owned()] };
    let term =
        Term { french: vec!["éclair".to_owned()], locales: BTreeMap::from([("tr".to_owned(), wording)]) };
    let settings = Settings { glossary: Glossary::new([term]), ..Settings::default() };
    // İ takes a byte more in lower case, ẞ one less: the whole is as long.
    for (french, translation) in
        [("İ Éclair ẞ", "İ Élu ẞ"), ("ẞ Éclair İ", "ẞ Élu İ"), ("İ éclair", "İ élu"), ("éclair", "élu")]
    {
        let told = found(&settings, "tr", french, translation);
        let [one] = told.as_slice() else { panic!("{translation}: {told:?}") };
        assert_eq!(translation[one.span.clone()].to_lowercase(), "élu", "{translation}");
        assert_eq!(french[one.french.clone()].to_lowercase(), "éclair", "{french}");
    }
}

#[test]
fn a_term_is_translated_as_the_glossary_wants() {
    let rules = |locale, translation| -> Vec<&str> {
        found(&glossary(), locale, "Le préfet arrive.", translation).iter().map(|found| found.rule).collect()
    };
    assert!(rules("en", "The Prefect is coming.").is_empty());
    assert!(rules("en", "The prefects are coming.").is_empty());
    assert_eq!(rules("en", "The mayor is coming."), ["glossary"]);
    assert_eq!(rules("en-GB", "The governor and the prefect are coming."), ["glossary"]);
    assert_eq!(rules("de", "Der Bürgermeister kommt."), ["glossary"]);
    // A forbidden word in the place of the wanted one is one slip.
    assert_eq!(rules("en", "The governor is coming."), ["glossary"]);
    assert!(rules("es", "El gobernador llega.").is_empty());
}

#[test]
fn a_term_is_a_whole_word_of_the_french() {
    assert!(found(&glossary(), "en", "La préfecture ouvre.", "The prefecture opens.").is_empty());
    assert!(found(&glossary(), "en", "La préfecture ouvre.", "The office opens.").is_empty());
}

#[test]
fn a_forbidden_word_may_be_the_beginning_of_a_wanted_one() {
    let rules = |translation| {
        found(&glossary(), "de", "La préfecture ouvre.", translation).iter().map(|one| one.rule).collect()
    };
    let none: Vec<&str> = rules("Die Präfektur öffnet.");
    assert!(none.is_empty(), "{none:?}");
    assert_eq!(rules("Der Präfekt öffnet."), ["glossary"]);
    assert_eq!(rules("Die Präfektur, der Präfekt öffnet."), ["glossary"]);
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
fn links_that_a_project_localizes_may_differ() {
    let localized_links = vec!["FR.wikipedia.org".into(), "/fr/".into(), "@/".into()];
    let settings = Settings { localized_links, ..Settings::default() };
    let own = ("Voir [le pont](@/pont.md).", "See [the bridge](@/pont.en.md).");
    assert!(found(&settings, "en", own.0, own.1).is_empty());
    assert_eq!(found(&Settings::default(), "en", own.0, own.1)[0].rule, "links");
    let french = "Voir [Brest](https://fr.wikipedia.org/wiki/Brest).";
    let ok = "See [Brest](https://en.wikipedia.org/wiki/Brest).";
    assert!(found(&settings, "en", french, ok).is_empty());
    assert_eq!(found(&Settings::default(), "en", french, ok)[0].rule, "links");
    assert_eq!(found(&settings, "en", french, "See [Brest](javascript:alert).")[0].rule, "links");
}

/// The pages of a language, by the path of a link, and the names of their headings.
#[derive(Debug)]
struct Pages<'a>(&'a [(&'a str, &'a str)]);

impl Headings for Pages<'_> {
    fn leads(&self, path: &str, french: &str, fragment: &str) -> Option<bool> {
        (french != "plan").then(|| self.0.contains(&(path, fragment)))
    }
}

#[test]
fn a_link_may_name_the_translated_heading_of_its_page() {
    let pages = Pages(&[("", "the-bridge"), ("quai.md", "été"), ("a/b.md", "c")]);
    let told = |locale: &str, french: &str, translation: &str| -> Vec<(Severity, String)> {
        let target = Target::new(&locale.parse().unwrap());
        let source = Source::new(french, BlockKind::Paragraph, Format::Markdown);
        let rules = RuleSet::by_default();
        let asked = Asked { source: &source, translation, target: &target, rules, headings: Some(&pages) };
        let found = check(asked, &Settings::default()).into_iter();
        found.map(|problem| (problem.severity, problem.message)).collect()
    };
    for (french, translation) in [
        ("Voir [le pont](#le-pont).", "See [the bridge](#the-bridge)."),
        ("Voir [le quai](quai.md#ete).", "See [the quay](quai.md#%C3%A9t%C3%A9)."),
        ("Voir <a href=\"#le-pont\">le pont</a>.", "See <a href=\"#the-bridge\">the bridge</a>."),
        ("Voir [b]({{< ref \"/a/b.md#d\" >}}).", "See [b]({{< ref \"/a/b.md#c\" >}})."),
    ] {
        assert_eq!(told("en", french, translation), [], "{translation}");
    }
    let error = |message: &str| [(Severity::Error, message.to_owned())];
    let (french, here) = ("Voir [le pont](#le-pont).", "See [the bridge](#bridge).");
    assert_eq!(told("en", french, here), error("the link to #le-pont leads to #bridge"));
    let given = told("en", "Voir [le plan](#plan).", "See [the map](#the-bridge).");
    assert_eq!(given, error("the link to #plan leads to #the-bridge"));
    let here = "See [the bridge](quai.md#the-bridge).";
    assert_eq!(told("en", french, here), error("the link to #le-pont leads to quai.md#the-bridge"));
    let (french, here) = ("Voir [b](/quai.md#ete).", "See [b](/quai.md#été).");
    assert_eq!(told("en", french, here), error("the link to /quai.md#ete leads to /quai.md#été"));
    // Nobody knows how the site builder spells other letters.
    let warned = told("ru", "Voir [le pont](#le-pont).", "См. [мост](#most).");
    assert_eq!(warned, [(Severity::Warning, "the link to #le-pont leads to #most".to_owned())]);
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
fn a_title_goes_without_quotation_marks_where_three_of_many_translators_leave_them_out() {
    let told = |french: &str, bare: [&str; 3], quoted: &str| -> usize {
        let others = [quoted; 6].into_iter().zip(["fi", "it", "pt", "nl", "da", "sv"]);
        let all = bare.into_iter().zip(["en", "es", "de"]).chain(others);
        let mut found: Vec<Vec<Problem>> = all
            .map(|(text, locale)| {
                let mut problems = found(&Settings::default(), locale, french, text);
                problems.retain(|problem| problem.rule == "brackets");
                problems
            })
            .collect();
        across(&mut found);
        found.iter().flatten().count()
    };
    let bare =
        ["The novel The long night is out.", "Sale la novela La larga noche.", "Der Roman Die Nacht ist da."];
    assert_eq!(told("Le roman « La Longue Nuit » sort.", bare, "\"A\" x."), 0);
    // What somebody says is quoted in all of them.
    let bare =
        ["The long night is here, he says.", "La larga noche ha llegado.", "Die Nacht ist da, sagt er."];
    assert_ne!(told("« La longue nuit arrive », dit l'auteur du roman.", bare, "\"A\" x."), 0);
}

#[test]
fn keys_may_be_named_in_the_language_of_the_translation() {
    let help = |french: &str, text: &str| {
        let problems = found(&Settings::default(), "de", french, text);
        problems.into_iter().find(|problem| problem.rule == "markup").expect("a finding").help
    };
    assert!(help("Tapez `Ctrl+P`.", "Drücken Sie `Strg+D`.").contains("(Strg for Ctrl)"));
    assert!(help("Tapez `ls -l`.", "Tippen Sie `ls -a`.").contains("code is not translated"));
}

#[test]
fn a_title_of_a_work_goes_without_quotation_marks_in_one_language_alone() {
    let told = |french: &str, text: &str, languages: usize| -> usize {
        let of = |_| {
            let mut problems = found(&Settings::default(), "de", french, text);
            problems.retain(|problem| problem.rule == "brackets");
            problems
        };
        let mut all: Vec<Vec<Problem>> = (0..languages).map(of).collect();
        alone(&mut all);
        all.iter().flatten().count()
    };
    let (french, text) = ("Le roman « La Longue Nuit » sort.", "Der Roman Die lange Nacht ist da.");
    assert_eq!((told(french, text, 1), told(french, text, 2), told(french, text, 3)), (0, 0, 3));
    // What somebody says is quoted in any language.
    let french = "« La longue nuit arrive », dit l'auteur du roman.";
    assert_eq!(told(french, "Die lange Nacht ist da, sagt er.", 1), 1);
}

#[test]
fn a_number_that_two_translators_add_alike_explains() {
    let french = "La crise du pont fit du bruit.";
    let of = |locale, translation| found(&Settings::default(), locale, french, translation);
    let mut alike = vec![
        of("en", "The bridge crisis of 1956 made a stir."),
        of("de", "Die Brückenkrise von 1956 erregte Aufsehen."),
        of("es", "La crisis del puente hizo ruido."),
    ];
    assert!(across(&mut alike).is_empty());
    assert!(alike.iter().all(Vec::is_empty));
    let mut alone = vec![
        of("en", "The bridge crisis of 1956 made a stir."),
        of("de", "Die Brückenkrise von 1965 erregte Aufsehen."),
        of("es", "La crisis del puente hizo ruido."),
    ];
    across(&mut alone);
    assert_eq!(alone.iter().filter(|problems| !problems.is_empty()).count(), 2);
}

#[test]
fn a_number_that_nearly_all_add_is_missing_in_the_french() {
    let french = "La crise du pont fit du bruit.";
    let of = |locale, translation| found(&Settings::default(), locale, french, translation);
    let mut all = vec![
        of("en", "The bridge crisis of 1956 made a stir."),
        of("de", "Die Brückenkrise von 1956 erregte Aufsehen."),
        of("es", "La crisis del puente de 1956 hizo ruido."),
    ];
    assert_eq!(across(&mut all).len(), 1);
    assert!(all.iter().all(Vec::is_empty));
}

#[test]
fn a_final_mark_that_half_of_the_translations_leave_out_is_a_matter_of_style() {
    let told = |french: &str, texts: [&str; 4]| -> usize {
        let mut all: Vec<Vec<Problem>> = ["en", "de", "es", "it"]
            .into_iter()
            .zip(texts)
            .map(|(locale, text)| found(&Settings::default(), locale, french, text))
            .collect();
        across(&mut all);
        all.iter().flatten().count()
    };
    let french = "Fermer le pont de la ville.";
    let bare = ["Close the town bridge", "Die Brücke schließen", "Cerrar el puente", "Chiudere il ponte."];
    assert_eq!(told(french, bare), 0);
    let few = ["Close the town bridge", "Die Brücke schließen.", "Cerrar el puente.", "Chiudere il ponte."];
    assert_eq!(told(french, few), 1);
    // What announces a list may be a sentence.
    let announces = "Les marées sont :";
    let sentences = ["The tides are.", "Die Gezeiten sind.", "Las mareas son:", "Le maree sono."];
    assert_eq!(told(announces, sentences), 0);
    assert_eq!(
        told(announces, ["The tides are.", "Die Gezeiten sind:", "Las mareas son:", "Le maree sono:"]),
        1
    );
    // Whether it asks is none.
    let asks = ["Is it closed.", "Ist sie zu.", "Está cerrado.", "È chiuso?"];
    assert_eq!(told("Est-il fermé ?", asks), 3);
}

#[test]
fn words_in_code_that_half_of_the_translations_say_in_their_own_are_no_programs() {
    let told = |french: &str, codes: [&str; 4]| -> usize {
        let of = |(locale, code)| {
            let mut problems = found(&Settings::default(), locale, french, &format!("`{code}` – ok."));
            problems.retain(|problem| problem.rule == "markup");
            problems
        };
        let mut all: Vec<Vec<Problem>> = ["en", "de", "es", "it"].into_iter().zip(codes).map(of).collect();
        across(&mut all);
        all.iter().flatten().count()
    };
    let file = "Ouvrez `Marées mars.pdf`.";
    assert_eq!(
        told(file, ["Tides March.pdf", "Gezeiten März.pdf", "Mareas marzo.pdf", "Marées mars.pdf"]),
        0
    );
    assert_eq!(told(file, ["Tides March.pdf", "Marées mars.pdf", "Marées mars.pdf", "Marées mars.pdf"]), 1);
    assert_eq!(told("Tapez `marees -l`.", ["tides -l", "gezeiten -l", "mareas -l", "maree -l"]), 4);
}

#[test]
fn arguments_that_half_of_the_translations_name_each_in_their_own_words_are_no_errors() {
    let errors = |french: &str, codes: [&str; 4]| -> usize {
        let of = |(locale, code)| found(&Settings::default(), locale, french, &format!("`{code}` – ok."));
        let mut all: Vec<Vec<Problem>> = ["en", "de", "es", "it"].into_iter().zip(codes).map(of).collect();
        across(&mut all);
        all.iter().flatten().filter(|problem| problem.severity == Severity::Error).count()
    };
    let french = "Tapez `cp ma_maree x`.";
    assert_eq!(errors(french, ["cp my_tide x", "cp meine_flut x", "cp mi_marea x", "cp ma_maree x"]), 0);
    assert_eq!(errors(french, ["cp ma_mare x"; 4]), 4);
    assert_eq!(errors(french, ["cp my_tide x", "cp ma_maree x", "cp ma_maree x", "cp ma_maree x"]), 1);
    let files = ["/path/tide.csv", "/pfad/flut.csv", "/ruta/marea.csv", "/chemin/maree.csv"];
    assert_eq!(errors("Lisez `/chemin/maree.csv`.", files), 0);
    assert_eq!(errors("Tapez `marees -l`.", ["tides -l", "gezeiten -l", "mareas -l", "maree -l"]), 4);
}

#[test]
fn where_nearly_all_have_the_same_other_code_or_link_the_french_is_doubted() {
    let french = "La clé `valeur` est [décrite ici](https://exemple.fr/cle).";
    let doubts = |code: [&str; 3], link: &str| -> usize {
        let of = |(locale, code)| {
            let text = format!("`{code}` – [ok]({link}).");
            let mut problems = found(&Settings::default(), locale, french, &text);
            problems.retain(|problem| matches!(problem.rule, "markup" | "links"));
            problems
        };
        let mut all: Vec<Vec<Problem>> = ["en", "de", "es"].into_iter().zip(code).map(of).collect();
        assert!(across(&mut all).is_empty());
        all.iter()
            .flatten()
            .filter(|problem| {
                problem.help.ends_with("or correct the French: 3 of 3 translations agree against it")
            })
            .count()
    };
    assert_eq!(doubts(["valeur"; 3], "https://exemple.fr/cle"), 0);
    assert_eq!(doubts(["value"; 3], "https://exemple.fr/cle"), 3);
    assert_eq!(doubts(["valeur"; 3], "https://exemple.fr/clef"), 3);
    assert_eq!(doubts(["value", "Wert", "valor"], "https://exemple.fr/cle"), 0);
    assert_eq!(doubts(["valeur"; 3], "javascript:x"), 0);
}

#[test]
fn telephone_numbers_that_differ_each_in_its_own_way_say_nothing_against_the_french() {
    let french = "Appelez le 03 21 44 50 60.";
    let faults = |numbers: [&str; 3]| -> (usize, usize) {
        let of = |(locale, number)| found(&Settings::default(), locale, french, &format!("Tel. {number}."));
        let mut all: Vec<Vec<Problem>> = ["en", "de", "es"].into_iter().zip(numbers).map(of).collect();
        let faults = across(&mut all).len();
        (
            faults,
            all.iter().filter(|problems| problems.iter().any(|problem| problem.rule == "numbers")).count(),
        )
    };
    assert_eq!(faults(["03 21 44 50 61"; 3]), (1, 0));
    assert_eq!(faults(["03 21 44 50 61", "03 21 44 60 50", "03 21 44 05 60"]), (0, 3));
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
