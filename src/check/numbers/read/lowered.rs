//! Lowered digits, as in formulas of chemistry: H₂O.

/// Whether a digit is a lowered one.
pub(in crate::check::numbers) fn is_lowered(c: char) -> bool {
    matches!(c, '₀'..='₉')
}

/// Whether a text has one.
pub(super) fn has_lowered(prose: &str) -> bool {
    // The first two bytes of them: few other signs have the second one.
    let mut places = memchr::memmem::find_iter(prose.as_bytes(), b"\xE2\x82");
    places.any(|at| prose[at..].starts_with(is_lowered))
}
