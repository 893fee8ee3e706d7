//! Text as bytes: spans, lines and columns, edits, normal forms, words, numbers, language tags.
//!
//! Offsets are bytes of a UTF-8 text, always on a character boundary. Lines and columns appear only
//! when something is shown to a person.

mod edit;
mod line_index;
mod locale;
mod nearest;
mod visible;

pub use edit::{Edit, Overlap, apply};
pub use line_index::{LineColumn, LineIndex};
pub use locale::{Locale, LocaleError};
pub use nearest::nearest;
pub use visible::visible;

/// A range of bytes in a text.
pub type Span = std::ops::Range<usize>;
