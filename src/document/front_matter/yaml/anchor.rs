//! Anchors and aliases: the name that a value is given (`&nom`), and a value that repeats another one (`*nom`).

use crate::text::Span;

/// The name that a value is given, for others to repeat it: `&nom "texte"`.
pub(in crate::document::front_matter) fn anchor<'s>(source: &'s str, part: &Span) -> Option<&'s str> {
    word(source, part).strip_prefix('&').filter(|name| !name.is_empty())
}

/// The name of the value that this one repeats: `*nom`.
pub(super) fn alias<'s>(source: &'s str, part: &Span) -> Option<&'s str> {
    word(source, part).strip_prefix('*').filter(|name| !name.is_empty())
}

/// The first word of the line on which a value begins.
pub(super) fn word<'s>(source: &'s str, part: &Span) -> &'s str {
    let first = source[part.clone()].lines().next().unwrap_or_default().trim_start();
    first.split([' ', '\t']).next().unwrap_or_default()
}

/// A value without the anchor before it.
pub(super) fn behind_anchor(source: &str, part: Span) -> Span {
    let Some(name) = anchor(source, &part) else { return part };
    let at = source[part.clone()].find('&').unwrap_or_default() + 1 + name.len();
    part.start + at..part.end
}
