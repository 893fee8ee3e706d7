//! Spaces beside signs, which change no word: `n° 5` for `n°5`, `II. - Il` for `II.-Il`, `l'an` for `l' an`.
//!
//! Of many of them the normal form says that they are typography. It is frozen, and these are no part of it: what was said
//! is surely the same, and yet somebody may want to look at it.

use crate::text::normal::Sign;

/// Whether two texts in normal form are the same but for spaces beside such signs.
pub(super) fn are_spaced_otherwise(old: &[Sign], new: &[Sign]) -> bool {
    let (mut old_at, mut new_at) = (0, 0);
    let mut is_other = false;
    loop {
        let (one, other) = (old.get(old_at), new.get(new_at));
        match (one, other) {
            (None, None) => return is_other,
            _ if one == other => (old_at, new_at) = (old_at + 1, new_at + 1),
            _ if says_nothing(old, old_at) => (old_at, is_other) = (old_at + 1, true),
            _ if says_nothing(new, new_at) => (new_at, is_other) = (new_at + 1, true),
            _ => return false,
        }
    }
}

/// Whether a space stands here beside a sign at which typographers set one or none. Between two numbers a sign with a space
/// is another one: `3 - 5` are two of them, and `1. 5` is no `1.5`.
fn says_nothing(signs: &[Sign], at: usize) -> bool {
    let is_prose = |sign: &&Sign| sign.verbatim.is_none();
    let is_space = signs.get(at).filter(is_prose).is_some_and(|sign| sign.character == ' ');
    let (before, behind) = (&signs[..at.min(signs.len())], signs.get(at + 1..).unwrap_or_default());
    let (Some(left), Some(right)) = (before.last().filter(is_prose), behind.first().filter(is_prose)) else {
        return false;
    };
    // A stop ends a name or a label: `L. 5`; `exemple. fr` is an address no more.
    let is_stop = left.character == '.' && !right.character.is_lowercase();
    let is_mark = |sign: &Sign| matches!(sign.character, '-' | '/' | '\'' | '°');
    let is_digit = |sign: Option<&Sign>| sign.is_some_and(|sign| sign.character.is_ascii_digit());
    let is_written = |sign: &&Sign| sign.character != ' ' && !is_mark(sign) && sign.character != '.';
    is_space
        && (is_stop || is_mark(left) || is_mark(right))
        && !(is_digit(before.iter().rev().find(is_written)) && is_digit(behind.iter().find(is_written)))
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
            ("Le bac n° 5.", "Le bac n°6."),
            ("Le bac part.", "Le bac part."),
        ] {
            assert!(!is_same(old, new) && !is_same(new, old), "{old} / {new}");
        }
    }
}
