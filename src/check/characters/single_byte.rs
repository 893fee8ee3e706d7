//! Words of a code page of Cyrillic, Greek, Hebrew or Arabic whose bytes were shown as letters of Western Europe: `ïîêîé` for
//! `покой`.
//!
//! Each byte became one letter, and all letters of the word stand beyond ASCII: no word of a Latin alphabet is written so.

use super::{COPY, RULE, in_wrong_encoding};
use crate::check::script::{Script, script};
use crate::check::{Pair, Problem, Target};
use crate::text::Span;

/// Fewest letters of such a word: two may be an interjection.
const FEWEST: usize = 3;

/// Words of one text that are looked at: each is looked for in the French.
const MOST: usize = 64;

/// What Windows-1256 has in place of À to ÿ, where that is Arabic; ASCII where it is not.
const ARABIC: &str = "ہءآأؤإئابةتثجحخدذرزسشصض-طظعغـفقك-ل-منهو-----ىي--ًٌٍَ-ُِ-ّ-ْ----ے";

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let mut all = words(pair);
    let Some((span, meant)) = all.next() else { return };
    let written = &pair.translation.raw[span.clone()];
    let message = in_wrong_encoding(written, &meant, all.next().is_some());
    problems.push(Problem::error(RULE, span, message).help(COPY));
}

/// Whether several words of a text were misread: it is in no other language, then.
pub(super) fn is_misread(pair: &Pair<'_>) -> bool {
    words(pair).nth(1).is_some()
}

/// The misread words of a text, each with what was meant.
fn words<'p>(pair: &'p Pair<'_>) -> impl Iterator<Item = (Span, String)> + 'p {
    let (target, raw) = (pair.target, pair.translation.raw);
    let may_be = matches!(target.script, Script::Cyrillic | Script::Greek | Script::Hebrew | Script::Arabic);
    // The first byte of À to ÿ, which leads no letter of these scripts.
    let leads = memchr::memchr_iter(0xC3, if may_be { raw.as_bytes() } else { &[] });
    let (mut from, mut asked) = (0, 0);
    leads.filter_map(move |at| {
        if at < from || asked == MOST {
            return None;
        }
        asked += 1;
        let begin = raw[..at].trim_end_matches(is_shown).len();
        from = raw.len() - raw[at..].trim_start_matches(is_shown).len();
        let word = &raw[begin..from];
        let is_apart =
            !raw[..begin].ends_with(char::is_alphanumeric) && !raw[from..].starts_with(char::is_alphanumeric);
        let is_long = word.chars().nth(FEWEST - 1).is_some();
        let meant: Option<String> = (is_long && is_apart)
            .then(|| word.chars().map(|shown| letter(target, shown)).collect())
            .flatten();
        meant.filter(|_| !pair.source.text.raw.contains(word)).map(|meant| (begin..from, meant))
    })
}

/// Whether a letter of such a word may be shown as this character.
fn is_shown(c: char) -> bool {
    matches!(c, 'À'..='ÿ' | '¸' | 'º' | '³' | '¿')
}

/// The letter of the language's script whose byte is shown as a character.
fn letter(target: &Target, shown: char) -> Option<char> {
    let beyond = (shown as u32).checked_sub(0xC0);
    let meant = match (target.script, beyond) {
        (Script::Cyrillic, Some(at)) => char::from_u32(0x410 + at),
        (Script::Cyrillic, None) => match shown {
            '¸' => Some('ё'),
            'º' => Some('є'),
            '³' => Some('і'),
            '¿' => Some('ї'),
            _ => None,
        },
        // ISO 8859-7 and Windows-1253 have them in the order of Unicode, ISO 8859-8 and Windows-1255 too.
        (Script::Greek, Some(at)) => char::from_u32(0x390 + at),
        (Script::Hebrew, Some(at)) => char::from_u32(0x5D0 + at.checked_sub(0x20)?),
        (Script::Arabic, Some(at)) => ARABIC.chars().nth(at as usize),
        _ => None,
    };
    meant.filter(|letter| script(*letter) == target.script)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_stands_for_each_byte_of_the_arabic_page() {
        assert_eq!(ARABIC.chars().count(), 0x40);
    }
}
