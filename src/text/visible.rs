//! Text of a file, fit to be shown: it can neither move the cursor nor turn the direction of a line.

use std::borrow::Cow;

/// The text with control characters, bidi controls, line separators and byte-order marks written as escapes (`\n`,
/// `\u{202e}`). All else, no-break spaces and accents included, stays as it is.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !has_unsafe(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if is_unsafe(character) {
            out.extend(character.escape_default());
        } else {
            out.push(character);
        }
    }
    Cow::Owned(out)
}

/// Whether a text has one of the characters of [`is_unsafe`]: asked by the first byte of each.
fn has_unsafe(text: &str) -> bool {
    text.bytes().enumerate().any(|(at, byte)| match byte {
        0..=0x1f | 0x7f => true,
        0xc2 | 0xd8 | 0xe2 | 0xef | 0xf3 => text[at..].chars().next().is_some_and(is_unsafe),
        _ => false,
    })
}

/// Characters that a terminal or a bidi renderer acts on instead of drawing them, and those that nothing is
/// drawn for though text can hide in them.
pub(crate) fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0001}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn every_character_is_known_by_its_first_byte() {
        for character in '\0'..=char::MAX {
            let text = character.to_string();
            assert_eq!(
                super::has_unsafe(&text),
                super::is_unsafe(character),
                "{}",
                character.escape_unicode()
            );
        }
    }

    #[test]
    fn only_what_acts_on_a_terminal_is_escaped() {
        assert_eq!(
            visible("d\u{e9}j\u{e0}\u{a0}: \u{ab}\u{202f}x\u{202f}\u{bb}"),
            "déjà\u{a0}: «\u{202f}x\u{202f}»"
        );
        assert_eq!(visible("a\u{1b}[31m\u{202e}b\n"), "a\\u{1b}[31m\\u{202e}b\\n");
    }
}
