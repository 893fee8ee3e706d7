//! Fluent catalogs: read with spans, edited without touching another byte, formatted by the crate.
//!
//! [`read()`] gives a [`Catalog`]: its entries and its units, each with the bytes that belong to it.
//! [`edit`] gives edits on those bytes, [`insert`] those that bring new lines in, [`source`] those that bring a source
//! catalog up to date; a catalog is never written anew. [`pattern`] turns a sentence into a Fluent pattern and back. A
//! [`Bundle`] resolves messages with their terms, and a [`Problem`] says why one can't be.
//!
//! Knows nothing of documents, of what changed in a sentence, or of states.

mod difference;
pub mod edit;
mod entry;
mod extent;
mod files;
mod format;
mod guard;
pub mod insert;
mod judge;
mod line;
pub mod pattern;
mod problem;
mod read;
mod ready;
mod reference;
mod resolver;
mod rules;
mod scan;
pub mod source;
mod unit;

pub use difference::Difference;
pub use entry::{Entry, EntryKind, JunkError, JunkReason, Shape, is_identifier};
pub use format::{Bundle, Isolating};
pub use problem::{Problem, ProblemKind};
pub use read::{Catalog, LineEnd};
pub use ready::with_braces;
pub use reference::names;
pub use unit::{Marked, Message, Section, Unit};

use crate::diagnostic::Diagnostic;

/// Reads a catalog. `file` is the name that findings show; `source_locale` is the tag of the comment that
/// holds the source sentence (`fr`). Never fails: what can't be read is junk, and told.
pub fn read<'a>(file: &str, text: &'a str, source_locale: &str) -> (Catalog<'a>, Vec<Diagnostic>) {
    let catalog = Catalog::parse(file, text, source_locale);
    let findings = rules::of_reading(&catalog);
    (catalog, findings)
}

#[cfg(test)]
mod tests;
