//! Fluent catalogs: read with spans, edited without touching another byte, formatted by the crate.
//!
//! [`read`] gives a [`Catalog`]: its entries and its units, each with the bytes that belong to it.
//! [`edit`] gives edits on those bytes; a catalog is never written anew. [`pattern`] turns a sentence
//! into a Fluent pattern and back. [`mod@format`] resolves messages with their terms, and says why one
//! can't be.
//!
//! Knows nothing of documents, of what changed in a sentence, or of states.

mod difference;
pub mod edit;
mod entry;
mod extent;
pub mod format;
pub mod pattern;
mod read;
mod reference;
mod rules;
mod seldom;

pub use difference::Difference;
pub use entry::{Entry, EntryKind, JunkError, JunkReason, Shape, is_identifier};
pub use format::{Bundle, Isolating, Problem, ProblemKind};
pub use read::{Catalog, LineEnd, Marked, Message, Section, Unit, read};
pub use reference::names;
pub use rules::RULES;
pub use seldom::Seldom;

#[cfg(test)]
mod tests;
