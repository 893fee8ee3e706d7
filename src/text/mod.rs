//! Text as bytes: spans, lines and columns, edits, normal forms, words, language tags.
//!
//! Offsets are bytes of a UTF-8 text, always on a character boundary. Lines and columns appear only
//! when something is shown to a person.

use std::hash::BuildHasher as _;

use rustc_hash::FxBuildHasher;

pub(crate) mod block;
mod common;
mod conflict;
mod count;
mod edit;
pub mod language;
mod line_index;
mod locale;
mod nearest;
pub mod normal;
mod rise;
mod seldom;
mod shell;
mod short_span;
mod shorten;
mod unspaced;
mod verbatim;
mod visible;

pub(crate) use common::{common, same_head};
pub use conflict::{ConflictMarker, conflict_marker};
pub use count::count_words;
pub(crate) use edit::inserted;
pub use edit::{Edit, Overlap, apply};
pub use line_index::{Cursor, LineColumn, LineIndex};
pub use locale::{Locale, LocaleError};
pub use nearest::{nearest, nearest_tag};
pub use rise::longest_rise;
pub use seldom::Seldom;
pub use shell::{quoted, unquoted};
pub use short_span::ShortSpan;
pub(crate) use short_span::short;
pub use shorten::shorten;
pub(crate) use unspaced::{is_joined_over_lines, is_kana, is_unspaced};
pub use verbatim::{Verbatim, verbatim};
pub(crate) use visible::{escaped_json, has_unsafe, is_order, is_unsafe};
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

#[cfg(test)]
mod tests {
    use super::has_ascii_break;

    #[test]
    fn line_breaks_of_ascii_are_found() {
        for byte in 0..0x80_u8 {
            let text = format!("L’eau…{}monte", char::from(byte));
            assert_eq!(has_ascii_break(&text), matches!(byte, 0xa..=0xd), "{byte}");
        }
        assert!(!has_ascii_break("a\u{85}b\u{2028}c"));
    }
}
