//! Terms of the project.

use std::collections::BTreeMap;

use super::*;

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
