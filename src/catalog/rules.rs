//! What reading a catalog finds, in a translator's words.

use super::Catalog;
use crate::diagnostic::Diagnostic;

/// The rules of this module.
pub const RULES: &[&str] = &[];

pub(super) fn of_reading(_catalog: &Catalog<'_>) -> Vec<Diagnostic> {
    Vec::new()
}
