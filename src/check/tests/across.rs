//! What several translations of one sentence say together.

use super::*;

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
