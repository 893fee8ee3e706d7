//! Text as bytes: spans, lines and columns, edits, normal forms, words, numbers, language tags.
//!
//! Offsets are bytes of a UTF-8 text, always on a character boundary. Lines and columns appear only
//! when something is shown to a person.

use std::hash::BuildHasher as _;

use rustc_hash::FxBuildHasher;

mod common;
mod conflict;
mod edit;
mod line_index;
mod locale;
mod nearest;
pub mod normal;
mod rise;
mod shorten;
mod verbatim;
mod visible;

pub(crate) use common::common;
pub use conflict::{ConflictMarker, conflict_marker};
pub use edit::{Edit, Overlap, apply};
pub use line_index::{LineColumn, LineIndex};
pub use locale::{Locale, LocaleError};
pub use nearest::nearest;
pub use rise::longest_rise;
pub use shorten::shorten;
pub use verbatim::{Verbatim, verbatim};
pub(crate) use visible::is_unsafe;
pub use visible::{visible, visible_json};

/// A range of bytes in a text.
pub type Span = std::ops::Range<usize>;

/// A hash of a text, for tables in memory. It is never written: another version may give another one.
pub(crate) fn hash(text: &str) -> u64 {
    FxBuildHasher.hash_one(text)
}

/// Whether a text has a line break of ASCII: a line feed, a vertical tab, a form feed or a carriage return. Asked of
/// all bytes, for then a processor takes many at once.
pub(crate) fn has_ascii_break(text: &str) -> bool {
    text.bytes().fold(false, |found, byte| found | matches!(byte, 0xa..=0xd))
}

/// Words of a sentence as translators count them: runs of characters between white space that hold a
/// letter or a digit.
pub fn count_words(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut count, mut at, mut counted) = (0, 0, false);
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii() {
            // White space as Unicode has it: form feed and vertical tab too.
            if matches!(byte, b' ' | 9..=13) {
                counted = false;
            } else if !counted && byte.is_ascii_alphanumeric() {
                counted = true;
                count += 1;
            }
            at += 1;
            continue;
        }
        // From U+00C0 to U+07FF there is no white space, and nothing more to learn inside a word.
        if counted && matches!(byte, 0xC3..=0xDF) {
            at += 2;
            continue;
        }
        let Some(character) = text[at..].chars().next() else { break };
        if character.is_whitespace() {
            counted = false;
        } else if !counted && character.is_alphanumeric() {
            counted = true;
            count += 1;
        }
        at += character.len_utf8();
    }
    count
}

#[cfg(test)]
mod tests {
    use super::{count_words, has_ascii_break};

    #[test]
    fn line_breaks_of_ascii_are_found() {
        for byte in 0..0x80_u8 {
            let text = format!("L’eau…{}monte", char::from(byte));
            assert_eq!(has_ascii_break(&text), matches!(byte, 0xa..=0xd), "{byte}");
        }
        assert!(!has_ascii_break("a\u{85}b\u{2028}c"));
    }

    #[test]
    fn words_are_what_white_space_parts() {
        for text in ["", "L’eau monte !", "À\u{a0}18\u{202f}h — « oui »", "a\u{85}b\u{b}c\td é", "… !"]
        {
            let plain = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            assert_eq!(count_words(text), plain, "{text:?}");
        }
        assert_eq!(count_words("À 18 h 30 — « oui »"), 5);
    }
}
