//! Spaces beside signs, which change no word: `n° 5` for `n°5`, `II. - Il` for `II.-Il`, `l'an` for `l' an`.
//!
//! Of many of them the normal form says that they are typography. It is frozen, and these are no part of it: what was said
//! is surely the same, and yet somebody may want to look at it.

use crate::text::normal::Sign;

/// Whether two texts in normal form are the same but for spaces beside such signs.
pub(super) fn are_spaced_otherwise(old: &[Sign], new: &[Sign]) -> bool {
    let (mut old, mut new) = (Side { signs: old, at: 0, last: None }, Side { signs: new, at: 0, last: None });
    loop {
        match (old.signs.get(old.at), new.signs.get(new.at)) {
            (None, None) => return old.last.is_some() || new.last.is_some(),
            (one, other) if one == other => (old.at, new.at) = (old.at + 1, new.at + 1),
            _ if old.says_nothing() => old.leave_out(),
            _ if new.says_nothing() => new.leave_out(),
            _ => return false,
        }
    }
}

/// One of two texts, as far as it is read.
struct Side<'s> {
    signs: &'s [Sign],
    at: usize,
    /// The space that was left out last.
    last: Option<usize>,
}

impl Side<'_> {
    fn leave_out(&mut self) {
        self.last = Some(self.at);
        self.at += 1;
    }

    /// The character so many signs before (or behind) this one, if it is prose; nothing past the ends.
    fn beside(&self, offset: isize) -> Option<char> {
        let sign = self.at.checked_add_signed(offset).and_then(|at| self.signs.get(at));
        sign.filter(|sign| sign.verbatim.is_none()).map(|sign| sign.character)
    }

    /// Whether a space stands here beside a sign at which typographers set one or none. Between two numbers a sign with a
    /// space is another one: `3 - 5` are two of them, and `1. 5` is no `1.5`.
    fn says_nothing(&self) -> bool {
        let (Some(' '), Some(left), Some(right)) = (self.beside(0), self.beside(-1), self.beside(1)) else {
            return false;
        };
        let is_beside = match (left, right) {
            ('-', _) => self.is_behind_dash(right),
            // Before a number it is a minus, before a word what a program is told: `A -3`, `rm -rf`.
            (_, '-') => self.beside(2) == Some(' '),
            // A stop ends a name or a label: `L. 5`; `exemple. fr` is an address no more.
            ('.', _) => !right.is_lowercase(),
            ('/', _) => self.is_behind_word(),
            ('\'' | '°', _) | (_, '\'' | '°') => true,
            _ => false,
        };
        is_beside && !self.is_between_numbers()
    }

    /// Whether the dash before this space begins the text or an item (`II.-Il`), joins words (`Brest- Molène`), or stood
    /// without a space before it, too.
    fn is_behind_dash(&self, right: char) -> bool {
        match self.beside(-2) {
            None => self.at < 2,
            Some(' ') => {
                let is_item = matches!(self.beside(-3), None | Some('.'));
                is_item || right.is_ascii_digit() || self.last == Some(self.at - 2)
            }
            Some(before) => !(before.is_alphabetic() && right.is_ascii_digit()),
        }
    }

    /// Whether a plain word stands before the stroke before this space, and no name of a file behind it: `et/ ou`.
    fn is_behind_word(&self) -> bool {
        /// Letters of a word.
        const LONGEST: usize = 24;
        let word = |signs: &mut dyn Iterator<Item = &Sign>| {
            let mut signs = signs.take(LONGEST).skip_while(|sign| sign.character.is_alphanumeric());
            signs.next().map(|sign| sign.character)
        };
        let before = word(&mut self.signs[..self.at - 1].iter().rev());
        let behind = word(&mut self.signs[self.at + 1..].iter());
        let is_plain = |c: Option<char>| c.is_none_or(|c| matches!(c, ' ' | ',' | ';' | ')' | '('));
        self.beside(-2).is_some_and(char::is_alphanumeric) && is_plain(before) && is_plain(behind)
    }

    /// Whether the next letters or figures on both sides are figures; not asked beyond a row of signs.
    fn is_between_numbers(&self) -> bool {
        const NEAR: usize = 8;
        let is_written = |sign: &&Sign| !matches!(sign.character, ' ' | '-' | '/' | '\'' | '°' | '.');
        let is_digit = |sign: Option<&Sign>| sign.is_some_and(|sign| sign.character.is_ascii_digit());
        is_digit(self.signs[..self.at].iter().rev().take(NEAR).find(is_written))
            && is_digit(self.signs[self.at + 1..].iter().take(NEAR).find(is_written))
    }
}

#[cfg(test)]
mod tests {
    use super::are_spaced_otherwise;
    use crate::text::normal::normal_signs;

    #[test]
    fn a_space_beside_a_sign_changes_no_word() {
        let is_same = |old: &str, new: &str| are_spaced_otherwise(&normal_signs(old), &normal_signs(new));
        for (old, new) in [
            ("Le bac n°5 part.", "Le bac n° 5 part."),
            ("II.-Le quai ferme.", "II. – Le quai ferme."),
            ("Un quai et/ ou un bac.", "Un quai et/ou un bac."),
            ("L' été, le bac part.", "L’été, le bac part."),
            ("Selon l'art. L.12, il part.", "Selon l'art. L. 12, il part."),
            ("La ligne Brest-Molène ferme.", "La ligne Brest - Molène ferme."),
            ("Il fait - 5 °C ici.", "Il fait -5 °C ici."),
        ] {
            assert!(is_same(old, new) && is_same(new, old), "{old} / {new}");
        }
        for (old, new) in [
            ("De 3 - 5 bacs.", "De 3-5 bacs."),
            ("Il en a 1. 5 restent.", "Il en a 1.5 restent."),
            ("Il part plus tôt.", "Il part plutôt."),
            ("Voir exemple. fr ici.", "Voir exemple.fr ici."),
            ("Voir `a - b` ici.", "Voir `a-b` ici."),
            ("Un * mot* ici.", "Un *mot* ici."),
            ("Le bac A 4.", "Le bac A4."),
            ("Le bac A-3 part.", "Le bac A -3 part."),
            ("Tapez rm -rf /tmp ici.", "Tapez rm - rf / tmp ici."),
            ("Voir notes/ete.txt ici.", "Voir notes/ ete.txt ici."),
            ("Voir notes/ete ici.", "Voir notes /ete ici."),
            ("Le bac n° 5.", "Le bac n°6."),
            ("Le bac part.", "Le bac part."),
        ] {
            assert!(!is_same(old, new) && !is_same(new, old), "{old} / {new}");
        }
    }
}
