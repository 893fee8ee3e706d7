//! Text of a file, fit to be shown: it can neither move the cursor nor turn the direction of a line.

use std::borrow::Cow;

use super::block::{Block, SIZE};

/// The text with control characters, bidi controls, line separators and byte-order marks written as escapes (`\n`,
/// `\u{202e}`). All else, no-break spaces and accents included, stays as it is.
///
/// A text that begins like an order to a service that reads logs (`::error::`, `##[error]`) has its first
/// sign escaped, too: it may come to stand at the start of a line.
pub fn visible(text: &str) -> Cow<'_, str> {
    let order = is_order(text);
    if !order && !has_unsafe(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    if order {
        let blanks = text.len() - text.trim_start().len();
        let sign = text[blanks..].chars().next().unwrap_or_default();
        text[..blanks].chars().for_each(|blank| push(&mut out, blank));
        out.extend(sign.escape_unicode());
        rest = &text[blanks + sign.len_utf8()..];
    }
    rest.chars().for_each(|character| push(&mut out, character));
    Cow::Owned(out)
}

/// Whether a text begins like an order to a service that reads logs; see [`visible`].
pub(crate) fn is_order(text: &str) -> bool {
    let may_be = |byte: u8| byte <= b' ' || !byte.is_ascii() || matches!(byte, b':' | b'#');
    text.bytes().next().is_some_and(may_be) && ORDERS.iter().any(|order| text.trim_start().starts_with(order))
}

/// Whether a text has one of the characters of [`is_unsafe`].
pub(crate) fn has_unsafe(text: &str) -> bool {
    let bytes = text.as_bytes();
    // All bytes are asked, many at once.
    bytes.iter().fold(false, |control, byte| control | (*byte < 0x20) | (*byte == 0x7f))
        || has_unsafe_beyond_ascii(bytes)
}

/// The same, without the control characters of ASCII.
fn has_unsafe_beyond_ascii(bytes: &[u8]) -> bool {
    // A character that goes on behind a block is looked at in the next one.
    let begins = || (0..bytes.len()).step_by(SIZE - 2);
    !bytes.is_ascii() && begins().any(|at| is_unsafe_beyond_ascii(&Block::at(bytes, at)))
}

fn is_unsafe_beyond_ascii(block: &Block) -> bool {
    let is = |byte| block.equal(byte);
    let within = |first, last| block.within(first, last);
    let (latin, wide) = (is(0xc2) << 1 & within(0x80, 0x9f), is(0xe2));
    // Dashes, quotation marks and narrow blanks are none of these, nor are letters of Latin: most texts end here.
    let may_be = wide << 2 & (within(0x8e, 0x8f) | within(0xa6, 0xaf)) | within(0xd8, 0xff) & !wide;
    if latin | may_be == 0 {
        return false;
    }
    let arabic = is(0xd8) << 1 & is(0x9c);
    let marks = is(0xef) << 2 & (is(0xbb) << 1 & is(0xbf) | is(0xbf) << 1 & within(0xb9, 0xbb));
    let directions = wide << 2
        & (is(0x80) << 1 & (within(0x8e, 0x8f) | within(0xa8, 0xae)) | is(0x81) << 1 & within(0xa6, 0xaf));
    latin | arabic | marks | directions != 0
}

/// The same for JSON text, which stays JSON: escapes as JSON has them.
pub fn visible_json(json: String) -> String {
    escaped_json(&json).unwrap_or(json)
}

/// JSON text with its escapes, if it needs any.
pub(crate) fn escaped_json(json: &str) -> Option<String> {
    const DELETE: u8 = 0x7f;
    // What is below U+0020 can't be in a string of it, and line ends between its parts are its own.
    if memchr::memchr(DELETE, json.as_bytes()).is_none() && !has_unsafe_beyond_ascii(json.as_bytes()) {
        return None;
    }
    let mut out = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        match character > '~' && is_unsafe(character) {
            true => out.push_str(&format!("\\u{:04x}", u32::from(character))),
            false => out.push(character),
        }
    }
    Some(out)
}

fn push(out: &mut String, character: char) {
    if is_unsafe(character) {
        out.extend(character.escape_default());
    } else {
        out.push(character);
    }
}

/// What GitHub and Azure obey at the start of a line of a log, after blanks.
const ORDERS: [&str; 3] = ["::", "##[", "##vso["];

/// Characters that a terminal or a bidi renderer acts on instead of drawing them, and those that nothing is
/// drawn for though text can hide in them.
pub(crate) fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn every_character_is_known_by_its_bytes() {
        for character in '\0'..=char::MAX {
            let text = character.to_string();
            let wanted = super::is_unsafe(character);
            assert_eq!(super::has_unsafe(&text), wanted, "{}", character.escape_unicode());
        }
    }

    #[test]
    fn characters_are_known_wherever_they_stand() {
        for character in
            ['\0', '\u{7f}', '\u{85}', '\u{61c}', '\u{200e}', '\u{2069}', '\u{feff}', '’', '…', 'é', '文']
        {
            for before in (0..8).chain(55..70).chain(118..130) {
                for after in ["", "é", "«\u{a0}a", &"’".repeat(30)] {
                    let text = format!("{}{character}{after}", "x".repeat(before));
                    let wanted = super::is_unsafe(character);
                    assert_eq!(
                        super::has_unsafe(&text),
                        wanted,
                        "{} at {before}",
                        character.escape_unicode()
                    );
                }
            }
        }
    }

    #[test]
    fn only_what_acts_on_a_terminal_is_escaped() {
        assert_eq!(
            visible("d\u{e9}j\u{e0}\u{a0}: \u{ab}\u{202f}x\u{202f}\u{bb}"),
            "déjà\u{a0}: «\u{202f}x\u{202f}»"
        );
        assert_eq!(visible("::error::x"), "\\u{3a}:error::x");
        assert_eq!(visible("a::b ##[c]"), "a::b ##[c]");
        assert_eq!(visible("a\u{1b}[31m\u{202e}b\n"), "a\\u{1b}[31m\\u{202e}b\\n");
    }
}
