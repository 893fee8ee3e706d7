//! Every sign in its normal form: apostrophes, quotation marks, dashes, ligatures, accents.

use unicode_normalization::UnicodeNormalization;

use super::Sign;
use crate::text::verbatim;

/// Longer prose is taken in parts of about so many bytes, since its signs take eight times its memory.
const PART: usize = 1 << 16;

/// Every sign in its normal form; each white space one `' '`. Between two parts of a long text, which a
/// [`super::SPACE`] parts, `parted` is given what is there.
pub(super) fn signs(text: &str, mut parted: impl FnMut(&mut Vec<Sign>)) -> Vec<Sign> {
    let mut out = Vec::with_capacity(text.len().min(2 * PART));
    let mut from = 0;
    for (span, kind) in verbatim(text) {
        prose_in_parts(&text[from..span.start], &mut out, &mut parted);
        out.extend(text[span.clone()].chars().map(|character| Sign { character, verbatim: Some(kind) }));
        from = span.end;
    }
    prose_in_parts(&text[from..], &mut out, &mut parted);
    out
}

/// See [`signs`]. A space between two letters of ASCII parts: nothing before it bears on what follows.
fn prose_in_parts(mut text: &str, out: &mut Vec<Sign>, parted: &mut impl FnMut(&mut Vec<Sign>)) {
    while text.len() > PART {
        let is_place = |around: &[u8]| matches!(around, [b'a'..=b'z', b' ', b'a'..=b'z']);
        let Some(place) = text.as_bytes()[PART..].windows(3).position(is_place) else { break };
        let at = PART + place + 1;
        prose(&text[..at], out);
        parted(out);
        text = &text[at + 1..];
    }
    prose(text, out);
}

fn prose(text: &str, out: &mut Vec<Sign>) {
    let begun = out.len();
    let mut writer = Writer { out, last: ' ' };
    // Invisible signs and ligatures first: both may part a letter from its accent.
    let mut rest = text;
    loop {
        rest = writer.write_words(rest);
        let mut characters = rest.chars();
        let Some(character) = characters.next() else { return };
        rest = characters.as_str();
        match character {
            'œ' | 'æ' | 'Œ' | 'Æ' => opened(character).for_each(|letter| writer.write(letter)),
            _ if is_invisible(character) => {}
            _ if is_composed(character) => writer.write(character),
            _ => {
                writer.out.truncate(begun);
                writer.last = ' ';
                let letters = text.chars().filter(|&c| !is_invisible(c)).flat_map(opened);
                letters.nfc().for_each(|character| writer.write(character));
                return;
            }
        }
    }
}

/// Whether a character is its own composed form beside any other such: Latin letters, and the marks of
/// French typography. Nearly all French text is made of these, and composing is slow.
fn is_composed(character: char) -> bool {
    matches!(character, '\u{0}'..='\u{2ff}' | '\u{2002}'..='\u{2063}' | '€')
}

/// Writes characters of prose in their normal form.
struct Writer<'o> {
    out: &'o mut Vec<Sign>,
    /// The character before.
    last: char,
}

impl Writer<'_> {
    /// Writes the small letters and spaces that a text begins with, which nearly all stay as they are; gives the rest.
    fn write_words<'t>(&mut self, text: &'t str) -> &'t str {
        let is_plain = |byte: &u8| byte.is_ascii_lowercase() || *byte == b' ';
        let (words, rest) = text.split_at(text.bytes().take_while(is_plain).count());
        // Only the first one stands behind a capital.
        if let [first, others @ ..] = words.as_bytes() {
            self.write(char::from(*first));
            self.out.extend(others.iter().map(|byte| Sign { character: char::from(*byte), verbatim: None }));
            self.last = others.last().map_or(self.last, |last| char::from(*last));
        }
        rest
    }

    #[inline]
    fn write(&mut self, character: char) {
        let last = std::mem::replace(&mut self.last, character);
        let normal = match character {
            'e' if matches!(last, 'O' | 'A') => 'E',
            'a'..='z' | 'A'..='Z' | ' ' => character,
            '’' | '‘' | 'ʼ' | '′' => '\'',
            '«' | '»' | '“' | '”' | '„' | '‟' => '"',
            // `--` is typed for a dash, however long.
            _ if is_dash(character) => {
                if is_dash(last) {
                    return;
                }
                '-'
            }
            '…' => {
                for _ in 0..2 {
                    self.out.push(Sign { character: '.', verbatim: None });
                }
                '.'
            }
            _ if character.is_whitespace() => ' ',
            _ => character,
        };
        self.out.push(Sign { character: normal, verbatim: None });
    }
}

/// The letters of a ligature; any other character is itself.
#[inline]
fn opened(character: char) -> impl Iterator<Item = char> {
    let (first, second, third) = match character {
        'œ' => ('o', Some('e'), None),
        'æ' => ('a', Some('e'), None),
        'Œ' => ('O', Some('E'), None),
        'Æ' => ('A', Some('E'), None),
        'ﬀ' => ('f', Some('f'), None),
        'ﬁ' => ('f', Some('i'), None),
        'ﬂ' => ('f', Some('l'), None),
        'ﬃ' => ('f', Some('f'), Some('i')),
        'ﬄ' => ('f', Some('f'), Some('l')),
        other => (other, None, None),
    };
    std::iter::once(first).chain(second).chain(third)
}

fn is_dash(character: char) -> bool {
    matches!(character, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−')
}

/// Signs that a reader doesn't see.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::{PART, Sign, Writer, is_composed, prose};
    use crate::text::normal::spaces::spaces;
    use crate::text::normal::{normal_signs, typographic};
    use crate::text::verbatim;

    #[test]
    fn a_long_text_is_taken_in_parts_that_are_the_whole() {
        let words = ["le", "bac", "18", "h", "30", "km", "«", "oui", "»", ":", "e\u{301}", "O", "--", "."];
        let mut text = String::new();
        for number in 0..PART {
            text.push_str(words[(number * number + number / 7) % words.len()]);
            text.push_str(if number % 5 == 0 { "  " } else { " " });
        }
        assert_eq!(verbatim(&text).len(), 0);
        let mut whole = Vec::new();
        prose(&text, &mut whole);
        let whole = spaces(&whole);
        assert!(normal_signs(&text) == whole);
        assert!(typographic(&text).chars().eq(whole.iter().map(|sign| sign.character)));
    }

    #[test]
    fn words_are_taken_at_once_as_letter_by_letter() {
        let parts =
            ["le", "Oe", "A", "e", " ", "  ", ".", ":", "'", "(", "fin", "«", "12", "h", "km", "…", "--"];
        for number in 0..parts.len().pow(4) {
            let part = |place: u32| parts[number / parts.len().pow(place) % parts.len()];
            let text: String = (0..4).map(part).collect();
            let (mut at_once, mut one_by_one) = (Vec::new(), Vec::new());
            prose(&text, &mut at_once);
            let mut writer = Writer { out: &mut one_by_one, last: ' ' };
            text.chars().for_each(|character| writer.write(character));
            assert_eq!(at_once, one_by_one, "{text:?}");
            // A letter with an accent is none of those that are taken at once.
            let is_other = |c: char| c.is_ascii_alphabetic() && !text.contains(|c: char| c.is_ascii_digit());
            let accents: Vec<Sign> = at_once
                .iter()
                .map(|sign| Sign {
                    character: if is_other(sign.character) { 'é' } else { sign.character },
                    ..*sign
                })
                .collect();
            let is_spaced =
                |signs: &[Sign]| spaces(signs).iter().map(|sign| sign.character == ' ').collect::<Vec<_>>();
            assert_eq!(is_spaced(&at_once), is_spaced(&accents), "{text:?}");
        }
    }

    #[test]
    fn what_is_composed_needs_no_composing() {
        for first in (0..0x300).chain(0x2000..0x2100).filter_map(char::from_u32).filter(|&c| is_composed(c)) {
            assert!([first].into_iter().nfc().eq([first]), "{first:?}");
            // Nothing composes with what may stand before it.
            assert!(['e', 'A', first].into_iter().nfc().eq(['e', 'A', first]), "{first:?}");
        }
    }
}
