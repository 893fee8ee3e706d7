//! The typographic normal form: two sentences that differ only in typography have the same.
//!
//! What counts as typography is what a careful French typographer changes without changing what is said
//! (Lexique des règles typographiques en usage à l'Imprimerie nationale): the kind of a space, the form
//! of an apostrophe, quotation mark, dash or ellipsis, ligatures, invisible signs, Unicode's form. Code,
//! link targets, addresses, tags and placeholders are kept as they are ([`super::verbatim()`]).
//!
//! **Frozen.** Ids are hashed from this form: to change what it gives is to rename units.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::{Verbatim, verbatim};

/// Signs next to which a space may stand or not, as the typographer likes. Never between two digits.
fn is_loose(sign: Sign) -> bool {
    sign.verbatim.is_none()
        && matches!(sign.character, ';' | ':' | '!' | '?' | '%' | '€' | ',' | '(' | ')' | '"')
}

/// Units of measure that may stand close to their number or apart (BIPM, *Le Système international
/// d'unités*, and those of French press). A space between them and a number is typography.
const UNITS: &[&str] = &[
    "km", "m", "cm", "mm", "kg", "g", "mg", "t", "ml", "cl", "dl", "hl", "h", "min", "s", "ms", "ko", "Ko",
    "Mo", "Go", "To", "kWh", "MWh", "GWh", "TWh", "W", "kW", "MW", "GW", "V", "kV", "Hz", "kHz", "MHz",
    "GHz", "ha", "dB", "px", "pt", "m²", "m³", "km²", "cm²", "km/h", "°C", "°F", "°", "$", "£", "‰", "k€",
    "M€", "hPa", "L", "l",
];

/// The normal form of a sentence. Idempotent; linear in the sentence; borrowed where nothing changes.
pub fn typographic(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let characters = |signs: &[Sign]| spaces(signs).into_iter().map(|sign| sign.character);
    let mut out = String::new();
    let rest = signs(text, |part| {
        out.extend(characters(part));
        out.push(SPACE.character);
        part.clear();
    });
    out.extend(characters(&rest));
    Cow::Owned(out)
}

/// The characters of the normal form, each with the verbatim stretch that it stands in.
pub fn normal_signs(text: &str) -> Vec<Sign> {
    spaces(&signs(text, |part| part.push(SPACE)))
}

/// Whether two sentences differ in typography at most: their normal forms are the same, and what is
/// verbatim in one is verbatim in the other. (`a‑b@c.fr` with a no-break hyphen is prose, and no address.)
pub fn same(a: &str, b: &str) -> bool {
    let surely_differ = || begin_with_other_letters(a, b) || (is_plain(a) && is_plain(b));
    a == b || (!surely_differ() && normal_signs(a) == normal_signs(b))
}

/// Whether two texts begin with different letters of ASCII, which no typography makes alike: most that are compared do.
fn begin_with_other_letters(a: &str, b: &str) -> bool {
    let letter = |text: &str| text.bytes().next().filter(u8::is_ascii_alphabetic);
    letter(a).zip(letter(b)).is_some_and(|(a, b)| a != b)
}

/// Whether the text is surely in normal form: letters without ligatures, single spaces between words,
/// final stops.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.first() == Some(&b' ') || bytes.last() == Some(&b' ') {
        return false;
    }
    let mut last = b'a';
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let plain = match byte {
            // `Oe` and `Ae` are written `OE` and `AE` in normal form.
            b'e' => !matches!(last, b'O' | b'A'),
            b'a'..=b'z' | b'A'..=b'Z' => true,
            // No space stands before a stop, and none is left out behind one.
            b'\'' | b' ' => last != b' ' && last != b'\'',
            b'.' => last.is_ascii_alphabetic(),
            // A letter with its accent, in two bytes: all of À to ÿ but Æ, æ and the signs × and ÷.
            0xc3 => {
                at += 1;
                !matches!(bytes.get(at), None | Some(0x86 | 0x97 | 0xa6 | 0xb7))
            }
            _ => false,
        };
        if !plain {
            return false;
        }
        last = if byte == 0xc3 { b'a' } else { byte };
        at += 1;
    }
    true
}

/// A character of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    /// The character.
    pub character: char,
    /// What it stands in, if that is no prose.
    pub verbatim: Option<Verbatim>,
}

/// A space that says something.
const SPACE: Sign = Sign { character: ' ', verbatim: None };

/// Longer prose is taken in parts of about so many bytes, since its signs take eight times its memory.
const PART: usize = 1 << 16;

/// Every sign in its normal form; each white space one `' '`. Between two parts of a long text, which a [`SPACE`] parts,
/// `parted` is given what is there.
fn signs(text: &str, mut parted: impl FnMut(&mut Vec<Sign>)) -> Vec<Sign> {
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

/// The signs as a text, without the spaces that are the typographer's.
fn spaces(signs: &[Sign]) -> Vec<Sign> {
    let mut out = Vec::with_capacity(signs.len());
    let mut at = 0;
    // `2019 : 3` and `2019: 3` are alike, `3, 5` and `3,5` are not: of the spaces among the loose signs
    // between two digits one is left, before the second digit.
    let (mut after_digit, mut dropped) = (false, false);
    while at < signs.len() {
        let words = words(&signs[at..]);
        if words > 0 {
            out.extend_from_slice(&signs[at..at + words]);
            at += words;
            (after_digit, dropped) = (false, false);
            continue;
        }
        let sign = signs[at];
        if sign.verbatim.is_some() || sign.character != ' ' {
            if !is_loose(sign) {
                let digit = sign.character.is_ascii_digit();
                if dropped && after_digit && digit {
                    out.push(Sign { character: ' ', verbatim: None });
                }
                (after_digit, dropped) = (digit, false);
            }
            out.push(sign);
            at += 1;
            continue;
        }
        let end = at + signs[at..].iter().take_while(|sign| is_space(sign)).count();
        let before = at.checked_sub(1).map(|at| signs[at]);
        if let (Some(before), Some(&after)) = (before, signs.get(end)) {
            if keeps_space(signs, at, end, before, after) {
                out.push(Sign { character: ' ', verbatim: None });
                dropped = false;
                after_digit = false;
            } else {
                dropped |= is_loose(before) || is_loose(after);
            }
        }
        at = end;
    }
    out
}

/// How many signs at the beginning are letters of ASCII, and single spaces between two of them: they all stay.
fn words(signs: &[Sign]) -> usize {
    let is_letter = |sign: &Sign| sign.verbatim.is_none() && sign.character.is_ascii_alphabetic();
    if !signs.first().is_some_and(is_letter) {
        return 0;
    }
    let stays = |at: &usize| {
        is_letter(&signs[*at]) || is_space(&signs[*at]) && signs.get(at + 1).is_some_and(is_letter)
    };
    (0..signs.len()).take_while(stays).count()
}

fn is_space(sign: &Sign) -> bool {
    sign.verbatim.is_none() && sign.character == ' '
}

/// Whether the space between `before` and `after` (the signs `at..end`) says anything.
fn keeps_space(signs: &[Sign], at: usize, end: usize, before: Sign, after: Sign) -> bool {
    // `] (`, `] [` and `! [` are no link and no image: with the space taken out they would look like one.
    let is_mark =
        |first: char, second: &[char]| before.character == first && second.contains(&after.character);
    if is_mark(']', &['(', '[', ':']) || is_mark('!', &['[']) || is_mark('[', &['^']) {
        return true;
    }
    // A sign right behind an address or a link target would be read as a part of it.
    if matches!(before.verbatim, Some(Verbatim::Address | Verbatim::Target)) && runs_on(signs, at) {
        return true;
    }
    if is_loose(before) || is_loose(after) {
        return false;
    }
    if before.verbatim.is_some() || after.verbatim.is_some() {
        return true;
    }
    // `fin .`, `fin …`: a space before the stop of a sentence, not before `.net`
    let behind = signs[end..].iter().find(|sign| sign.character != '.');
    if after.character == '.'
        && behind.is_none_or(|sign| sign.verbatim.is_none() && !sign.character.is_alphanumeric())
    {
        return false;
    }
    if before.character.is_ascii_digit() && after.character.is_ascii_digit() {
        return !groups(signs, at, end);
    }
    if before.character.is_ascii_digit() && unit_follows(signs, end) {
        return false;
    }
    // `18 h 30`
    !(after.character.is_ascii_digit() && is_hour(signs, at))
}

/// Whether the address or target that ends before `at` would take in a sign put right behind it: not a
/// bare domain, nor the address of a mailbox, which end where a host name does.
fn runs_on(signs: &[Sign], at: usize) -> bool {
    let mut inside = signs[..at].iter().rev().take_while(|sign| sign.verbatim == Some(Verbatim::Address));
    let is_target = signs[..at].last().is_some_and(|sign| sign.verbatim == Some(Verbatim::Target));
    let mut last = ' ';
    is_target
        || inside.any(|sign| {
            let doubled = sign.character == 'w' && last == 'w';
            last = sign.character;
            doubled || matches!(sign.character, ':' | '/')
        })
}

/// Whether the space at `at..end` parts groups of three digits of one number: `1 000`, not `2019 300`.
fn groups(signs: &[Sign], at: usize, end: usize) -> bool {
    let digits = |signs: &mut dyn Iterator<Item = &Sign>| {
        signs.take_while(|sign| sign.character.is_ascii_digit() && sign.verbatim.is_none()).count()
    };
    let right = digits(&mut signs[end..].iter());
    if right != 3 {
        return false;
    }
    let left = digits(&mut signs[..at].iter().rev());
    if left == 3 {
        // `12 345 678`: the group before must be one of a number too, or its first.
        return true;
    }
    (1..=2).contains(&left) && !continues(&signs[..at - left])
}

/// Whether a number goes on before its first digits: `3,14 159` is none that we group.
fn continues(before: &[Sign]) -> bool {
    let mut before = before.iter().rev();
    before.next().is_some_and(|sign| matches!(sign.character, ',' | '.'))
        && before.next().is_some_and(|sign| sign.character.is_ascii_digit())
}

/// Whether a unit of measure stands at `from`, and ends there.
fn unit_follows(signs: &[Sign], from: usize) -> bool {
    let word = signs[from..].iter().take(6).take_while(|sign| {
        sign.verbatim.is_none()
            && (sign.character.is_alphanumeric() || matches!(sign.character, '/' | '°' | '$' | '£' | '‰'))
    });
    let word: String = word.map(|sign| sign.character).collect();
    // `18 h 30` without its second space: `18 h30`
    let word = match word.strip_prefix('h') {
        Some(minutes) if !minutes.is_empty() && minutes.bytes().all(|byte| byte.is_ascii_digit()) => "h",
        _ => word.as_str(),
    };
    let after = signs.get(from + word.chars().count());
    let ends =
        after.is_none_or(|sign| sign.character != '\'' && (word == "h" || !sign.character.is_alphanumeric()));
    ends && UNITS.contains(&word)
}

/// Whether the signs before `at` are an hour: digits, perhaps a space, `h`.
fn is_hour(signs: &[Sign], at: usize) -> bool {
    let mut before = signs[..at].iter().rev();
    if before.next().is_none_or(|sign| sign.verbatim.is_some() || sign.character != 'h') {
        return false;
    }
    before.find(|sign| sign.character != ' ').is_some_and(|sign| sign.character.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let signs =
            ["a", "e", "O", "A", "é", "œ", "æ", "×", ".", " ", "'", "’", "m", "net", "h", "1", "-", "«"];
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
            let is_spaced = |signs: &[Sign]| spaces(signs).iter().map(is_space).collect::<Vec<_>>();
            assert_eq!(is_spaced(&at_once), is_spaced(&accents), "{text:?}");
        }
    }

    #[test]
    fn a_typographers_choices_are_alike() {
        alike(&["L'eau monte : vite !", "L’eau monte\u{a0}: vite\u{202f}!", " L’eau  monte: vite! "]);
        alike(&[
            "« Oui », dit-il.",
            "\"Oui\", dit-il.",
            "“Oui”, dit-il.",
            "«\u{a0}Oui\u{a0}»\u{a0}, dit‑il.",
        ]);
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
    fn what_is_composed_needs_no_composing() {
        for first in (0..0x300).chain(0x2000..0x2100).filter_map(char::from_u32).filter(|&c| is_composed(c)) {
            assert!([first].into_iter().nfc().eq([first]), "{first:?}");
            // Nothing composes with what may stand before it.
            assert!(['e', 'A', first].into_iter().nfc().eq(['e', 'A', first]), "{first:?}");
        }
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
}
