use super::{normal_signs, same, typographic};

#[track_caller]
fn alike(texts: &[&str]) {
    for text in texts {
        assert_eq!(typographic(text), typographic(texts[0]), "{text:?}");
        let once = typographic(text).into_owned();
        assert_eq!(typographic(&once), once, "twice is once");
    }
}

#[track_caller]
fn differ(a: &str, b: &str) {
    assert!(!same(a, b), "{a:?} and {b:?}");
}

#[test]
fn what_is_surely_normal_is() {
    // Every pair and triple of signs that matter, so that the short way never differs from the long one.
    let signs = ["a", "e", "O", "A", "é", "œ", "æ", "×", ".", " ", "'", "’", "m", "net", "h", "1", "-", "«"];
    for one in signs {
        for two in signs {
            for three in signs {
                let text = format!("x{one}{two}{three}y z{three}{one} {two}");
                let long: String = normal_signs(&text).iter().map(|sign| sign.character).collect();
                assert_eq!(typographic(&text), long, "{text:?}");
            }
        }
    }
}

#[test]
fn a_typographers_choices_are_alike() {
    alike(&["L'eau monte : vite !", "L’eau monte\u{a0}: vite\u{202f}!", " L’eau  monte: vite! "]);
    alike(&["« Oui », dit-il.", "\"Oui\", dit-il.", "“Oui”, dit-il.", "«\u{a0}Oui\u{a0}»\u{a0}, dit‑il."]);
    alike(&["Un cœur, des œufs…", "Un coeur, des oeufs..."]);
    alike(&["Œuvre", "Oeuvre", "OEuvre"]);
    alike(&[
        "1 000 km à 18 h 30",
        "1000 km à 18h30",
        "1\u{202f}000km à 18\u{a0}h\u{a0}30",
        "1 000 km à 18 h30",
    ]);
    alike(&["12 345 678 habitants", "12345678 habitants"]);
    alike(&["C’est fini.", "C’est fini .", "C'est fini\u{a0}."]);
    differ("un .net", "un.net");
    alike(&["e\u{301}te\u{301}", "été"]);
    alike(&["co\u{ad}opé\u{200b}rative", "coopérative"]);
    alike(&["un mot – un autre", "un mot — un autre", "un mot -- un autre", "un mot - un autre"]);
    alike(&["50 % (env.)", "50% ( env. )"]);
    alike(&["En 2019 : 12 cas", "En 2019: 12 cas", "En 2019\u{a0}: 12 cas"]);
    alike(&["50 % (12 cas), 3 refus", "50% (12 cas) , 3 refus"]);
    alike(&["Voir exemple.fr : oui", "Voir exemple.fr: oui", "Voir exemple.fr\u{a0}: oui"]);
    alike(&["un mot --- un autre", "un mot — un autre"]);
    alike(&["e\u{ad}\u{301}", "é"]);
}

#[test]
fn what_says_something_differs() {
    differ("3,5 %", "3, 5 %");
    differ("3 , 5 %", "3,5 %");
    differ("18 : 30", "18:30");
    differ("3,5", "35");
    differ("3,5", "3.5");
    differ("Voir https://a.fr : oui", "Voir https://a.fr:oui");
    differ("quoi que", "quoique");
    differ("compte rendu", "compte-rendu");
    differ("`a - b`", "`a – b`");
    differ("[l’un](l'un.md)", "[l’un](l’un.md)");
    differ("[a](b)", "[a] (b)");
    differ("Bravo ! [a](b)", "Bravo ![a](b)");
    differ("{ nom }", "{nom}");
    differ("<a href='x y'>z</a>", "<a href='x  y'>z</a>");
    differ("en 2019 300 lots", "en 2019300 lots");
    differ("12 34", "1234");
    differ("2 s'il vient", "2s'il vient");
    differ("À", "A");
    differ("un mot", "unmot");
    differ("fin.", "fin");
    differ("Écrire à jean-luc@a.fr", "Écrire à jean\u{2011}luc@a.fr");
    differ("Écrire à c.soeur@a.fr", "Écrire à c.sœur@a.fr");
    differ("Voir ma-ville.fr", "Voir ma–ville.fr");
    differ("Voir lecoeur.fr", "Voir lecœur.fr");
    differ("[a](b 'l\u{27}un')", "[a](b 'l’un')");
}
