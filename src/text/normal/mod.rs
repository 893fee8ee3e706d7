//! The typographic normal form: two sentences that differ only in typography have the same.
//!
//! What counts as typography is what a careful French typographer changes without changing what is said
//! (Lexique des règles typographiques en usage à l'Imprimerie nationale): the kind of a space, the form
//! of an apostrophe, quotation mark, dash or ellipsis, ligatures, invisible signs, Unicode's form. Code,
//! link targets, addresses, tags and placeholders are kept as they are ([`super::verbatim()`]).
//!
//! First each sign takes its normal form (`signs`), whatever the spaces; then the spaces that say nothing go
//! (`spaces`), which needs the signs around them.
//!
//! **Frozen.** Ids are hashed from this form: to change what it gives is to rename units.

mod signs;
mod spaces;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::Verbatim;
use signs::signs;
use spaces::spaces;

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
