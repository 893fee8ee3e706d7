//! How French letters end (« Veuillez agréer, Madame, l'expression de… »): in a whole sentence, for which other languages
//! have two words and a comma.

use super::scan::Text;

/// What the reader is asked to do.
const VERBS: [&str; 8] =
    ["agréer", "agréez", "croire", "croyez", "recevoir", "recevez", "accepter", "acceptez"];
/// With what.
const NOUNS: [&str; 10] = [
    "amitiés",
    "considération",
    "dévouement",
    "gratitude",
    "hommages",
    "respects",
    "salutation",
    "salutations",
    "sentiments",
    "vœux",
];
/// Words that end a letter by themselves, or with few others.
const ALONE: [&str; 9] = [
    "affectueusement",
    "amicalement",
    "amitiés",
    "chaleureusement",
    "cordialement",
    "fraternellement",
    "respectueusement",
    "salutations",
    "sincèrement",
];

/// Whether a French sentence ends a letter.
pub(super) fn is_closing(french: &Text<'_>) -> bool {
    /// Words of one that asks for nothing: *Avec mes salutations les plus cordiales.*
    const FEW: usize = 6;
    let has = |list: &[&str]| french.has_word(|word| list.contains(&word));
    let is_yours = || {
        let rest = french.prose.strip_prefix("Bien à ").unwrap_or_default();
        ["vous", "toi"].contains(&rest.trim_end_matches(|c: char| !c.is_alphabetic()))
    };
    has(&VERBS) && has(&NOUNS) || french.words.len() <= FEW && (has(&ALONE) || is_yours())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_end_in_a_sentence() {
        for french in [
            "Veuillez agréer, Madame la Maire, mes respectueux hommages.",
            "Dans l’attente d’une réponse, je vous prie de croire à mes sentiments dévoués.",
            "Avec nos salutations les plus sincères.",
            "Bien cordialement.",
            "Bien à vous.",
        ] {
            assert!(is_closing(&Text::new(french)), "{french}");
        }
        for french in
            ["Le maire doit recevoir la clé.", "Bien à bord.", "Les sentiments du maire comptent peu."]
        {
            assert!(!is_closing(&Text::new(french)), "{french}");
        }
    }
}
