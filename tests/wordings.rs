//! What the quality rules say: the words underlined, and the message.

use drogman::check::{Asked, Format, Problem, RuleSet, Settings, Source, Target, check};
use drogman::document::BlockKind;

fn problems(locale: &str, french: &str, translation: &str) -> Vec<Problem> {
    let target = Target::new(&locale.parse().expect("a language tag"));
    let source = Source::new(french, BlockKind::Paragraph, Format::Markdown);
    let asked =
        Asked { source: &source, translation, target: &target, rules: RuleSet::by_default(), headings: None };
    let mut problems = check(asked, &Settings::default());
    problems.retain(|problem| !problem.is_silent);
    problems
}

/// One finding, with these words underlined and this message.
#[track_caller]
fn says(locale: &str, french: &str, translation: &str, underlined: &str, message: &str) {
    let problems = problems(locale, french, translation);
    let told: Vec<(&str, &str)> = problems
        .iter()
        .map(|problem| (&translation[problem.span.clone()], problem.message.as_str()))
        .collect();
    assert_eq!(told, [(underlined, message)], "{french} → {translation}");
}

#[test]
fn a_telephone_number_is_named_whole() {
    let french = "Appelez le 01 23 45 67 89.";
    says("en", french, "Call 01 23 45 76 89.", "01 23 45 76 89", "01 23 45 67 89 became “01 23 45 76 89”");
    says("de", french, "Rufen Sie an.", "", "the telephone number 01 23 45 67 89 is missing");
    says(
        "es",
        "Composez le +33 1 23 45 67 89.",
        "Marque el +33 1 23 45 67 98.",
        "+33 1 23 45 67 98",
        "+33 1 23 45 67 89 became “+33 1 23 45 67 98”",
    );
}

#[test]
fn a_telephone_number_with_and_without_its_country_is_there_twice() {
    let french = "Le 01 23 45 67 89, ou le +33 1 23 45 67 89.";
    for translation in ["01 23 45 67 89, or +33 1 23 45 67 89.", "+33 1 23 45 67 89, or 01 23 45 67 89."] {
        assert_eq!(problems("en", french, translation), []);
    }
}

#[test]
fn a_time_is_named_with_its_minutes_and_told_once() {
    let french = "Le bac arrive à 18 h 30.";
    says("de", french, "Die Fähre kommt um 17.45 Uhr an.", "17.45", "18 h 30 became “17.45”");
    says("es", french, "El barco llega a las 17 h 45.", "17 h 45", "18 h 30 became “17 h 45”");
    says("ja", french, "フェリーは17時45分に到着します。", "17時45分", "18 h 30 became “17時45分”");
    says(
        "en",
        french,
        "The ferry arrives at 6:30 a.m.",
        "6:30 a.m.",
        "6:30 a.m. is the wrong half of the day",
    );
    says("zh", "Le train part à 21 h 40.", "火车21点45分发车。", "21点45分", "21 h 40 became “21点45分”");
    says("de", french, "Die Fähre kommt an.", "", "the time 18 h 30 is missing");
    let french = "Il ouvre à 20 heures.";
    says("en", french, "It opens at 9 p.m. today.", "9 p.m.", "20 heures became “9 p.m.”");
    let french = "Il ouvre de 9 h à 17 h.";
    says("es", french, "Abre de 9.00 a 19.00.", "19.00", "17 h became “19.00”");
}

#[test]
fn an_hour_and_a_half_may_be_a_fraction() {
    assert_eq!(problems("pl", "Comptez 1 h 30 de route.", "Należy liczyć 1,5 godziny drogi."), []);
    assert!(!problems("pl", "Comptez 1 h 30 de route.", "Należy liczyć 1,3 godziny drogi.").is_empty());
}

#[test]
fn a_number_keeps_its_sign_and_its_letters() {
    let french = "La température tombe à −5 °C.";
    says("de", french, "Die Temperatur fällt auf -6 °C.", "-6", "−5 became “-6”");
    says("en", "La route A7 est fermée.", "The A6 road is closed.", "A6", "A7 became “A6”");
}

#[test]
fn what_is_another_is_underlined() {
    let french = "La loi du 14 juillet 2023.";
    says(
        "en",
        french,
        "The law of 14 June 2023.",
        "June",
        "“June” is another month: the French says juillet",
    );
    says("ja", french, "2023年6月14日の法律。", "6月", "“6月” is another month: the French says juillet");
    let french = "Cela coûte 120 euros.";
    says("de", french, "Das kostet 120 Dollar.", "Dollar", "“Dollar” is another currency than in the French");
}

#[test]
fn a_lost_mark_is_named() {
    let french = "Il a dit : « Nous viendrons demain. »";
    let missing =
        |mark: &str, partner: &str| format!("the quotation mark {mark} has no partner: {partner} is missing");
    says("en", french, "He said: “We will come tomorrow.", "“", &missing("“", "”"));
    says("de", french, "Er sagte: „Wir kommen morgen.", "„", &missing("„", "“"));
    says("de", french, "Er sagte: Wir kommen morgen.“", "“", &missing("“", "„"));
    says("es", french, "Dijo: Vendremos mañana».", "»", &missing("»", "«"));
    says("ja", french, "彼は「明日行きますと言った。", "「", &missing("「", "」"));
    let french = "Le taux (environ 3,5 %) baisse.";
    let translation = "The rate (about 3.5% is falling.";
    says("en", french, translation, "(", "the bracket ( has no partner: ) is missing");
}

#[test]
fn the_bracket_of_a_link_is_told_once() {
    let french = "Lisez [le guide](https://example.org/guide) avant.";
    let translation = "Read [the guide](https://example.org/guide before.";
    let message = "the link to https://example.org/guide has lost its brackets";
    says("en", french, translation, "https://example.org/guide", message);
    let translation = "Read [the guide(https://example.org/guide) before.";
    assert_eq!(problems("en", french, translation).len(), 1, "{:?}", problems("en", french, translation));
}

#[test]
fn an_image_that_became_a_link_is_told_as_that() {
    let french = "Voici ![le plan](plan.png) du quartier.";
    says("de", french, "Hier ist [der Plan](plan.png).", "plan.png", "the image plan.png became a link");
    let french = "Voici [le plan](plan.png) du quartier.";
    says("de", french, "Hier ist ![der Plan](plan.png).", "plan.png", "the link to plan.png became an image");
}

/// The help of the one finding.
#[track_caller]
fn helps(french: &str, translation: &str, format: Format, underlined: &str, help: &str) {
    let target = Target::new(&"en".parse().expect("a language tag"));
    let source = Source::new(french, BlockKind::Paragraph, format);
    let asked =
        Asked { source: &source, translation, target: &target, rules: RuleSet::by_default(), headings: None };
    let problems = check(asked, &Settings::default());
    let told: Vec<(&str, &str)> =
        problems.iter().map(|problem| (&translation[problem.span.clone()], &*problem.help)).collect();
    assert_eq!(told, [(underlined, help)], "{french} → {translation}");
}

#[test]
fn the_help_goes_the_way_of_the_mistake() {
    #[track_caller]
    fn of(french: &str, translation: &str, underlined: &str, help: &str) {
        helps(french, translation, Format::Markdown, underlined, help);
    }
    let put = "put “**” before and after the words, with no space inside";
    let take = |sign: &str| format!("take away the “{sign}” before and after the words");
    of("La clé est **rouge**.", "The key is red.", "", put);
    of("La clé est **rouge**.", "The key is ** red**.", "**", put);
    of("La clé est rouge.", "The key is **red**.", "**", &take("**"));
    of("La clé est rouge.", "The key is __red__.", "__", &take("__"));
    of("Une *clé* rouge.", "A *key* that is *red*.", "*", &take("*"));
    of("La *clé*.", "The **key**.", "**", "write “*” before and after the words, not “**”");
    of(
        "La clé est rouge.",
        "_The key is red._",
        "_",
        "take away the “_” at both ends; where the French passage is italic as a whole, the page keeps that by itself",
    );
}

#[test]
fn signs_of_markup_in_plain_text_are_told() {
    let help = "take away the “**” before and after the words";
    helps("La clé est rouge.", "The key is **red**.", Format::Plain, "**", help);
    // What the French has may be a way of writing of its own.
    let target = Target::new(&"en".parse().expect("a language tag"));
    for (french, translation) in [("Une *clé*.", "A **key**."), ("Un nom.", "A snake_case_name, a * b.")] {
        let source = Source::new(french, BlockKind::Paragraph, Format::Plain);
        let asked = Asked {
            source: &source,
            translation,
            target: &target,
            rules: RuleSet::by_default(),
            headings: None,
        };
        assert_eq!(check(asked, &Settings::default()), [], "{translation}");
    }
}

#[test]
fn french_that_stayed_is_told_once_and_languages_by_their_names() {
    let french = "Le bac est parti du quai hier soir.";
    says(
        "de",
        french,
        "Le bac est parti du quai hier.",
        "Le bac est parti du quai hier",
        "this is still in French",
    );
    // Other French than that of the sentence.
    let other = "La ville a ouvert le quai cette nuit.";
    says("de", french, other, other, "the text reads as another language (French)");
    let english = "The ferry has left the quay of the town and will be back for the people.";
    says("de", french, english, english, "the text reads as another language (English)");
    let help = "this catalog is for German (`de`): write the translation in that language";
    assert_eq!(problems("de", french, english)[0].help, help);
    let spanish = "Los habitantes esperan al alcalde de la ciudad desde ayer por la noche.";
    says("de", french, spanish, spanish, "the text reads as another language (Spanish)");
}
