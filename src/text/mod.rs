//! Text as bytes: spans, lines and columns, edits, normal forms, words, numbers, language tags.
//!
//! Offsets are bytes of a UTF-8 text, always on a character boundary. Lines and columns appear only
//! when something is shown to a person.

mod edit;
mod line_index;
mod locale;
mod nearest;
pub mod normal;
mod verbatim;
mod visible;

pub use edit::{Edit, Overlap, apply};
pub use line_index::{LineColumn, LineIndex};
pub use locale::{Locale, LocaleError};
pub use nearest::nearest;
pub use verbatim::{Verbatim, verbatim};
pub use visible::visible;

/// A range of bytes in a text.
pub type Span = std::ops::Range<usize>;

/// Words of a sentence as translators count them: runs of characters between white space that hold a
/// letter or a digit.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
