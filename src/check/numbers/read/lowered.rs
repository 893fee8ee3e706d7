//! Lowered digits, as in formulas of chemistry: H₂O.

use std::sync::LazyLock;

use memchr::memmem::Finder;

/// Whether a digit is a lowered one.
pub(in crate::check::numbers) fn is_lowered(c: char) -> bool {
    matches!(c, '₀'..='₉')
}

/// Whether a text has one.
pub(super) fn has_lowered(prose: &str) -> bool {
    // The first two bytes of them: few other signs have the second one.
    static FINDER: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"\xE2\x82"));
    let mut places = FINDER.find_iter(prose.as_bytes());
    places.any(|at| prose[at..].starts_with(is_lowered))
}
