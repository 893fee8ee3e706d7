//! How French letters end (« Veuillez agréer, Madame, l'expression de… »): in a whole sentence, for which other languages
//! have two words and a comma.

use super::lists::Words;
use super::scan::Text;

static ASKS: Words = Words::of("closing-asks");
static WORDS: Words = Words::of("closing-words");
static ALONE: Words = Words::of("closing-alone");

/// Whether a French sentence ends a letter.
pub(super) fn is_closing(french: &Text<'_>) -> bool {
    /// Words of one that asks for nothing: *Avec mes salutations les plus cordiales.*
    const FEW: usize = 6;
    let has = |list: &Words| french.has_word(|word| list.has(word));
    let is_yours = || {
        let rest = french.prose.strip_prefix("Bien à ").unwrap_or_default();
        ["vous", "toi"].contains(&rest.trim_end_matches(|c: char| !c.is_alphabetic()))
    };
    has(&ASKS) && has(&WORDS) || french.words.len() <= FEW && (has(&ALONE) || is_yours())
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
