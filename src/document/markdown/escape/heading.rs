//! The end of a heading, where `#` signs close it and `{#id}` names it.

/// Stands behind what looks like attributes. A backslash before the brace would not do: several site
/// generators look for attributes in the text that is left when escapes are read.
pub(in crate::document::markdown) const GUARD: &str = "&nbsp;";

/// Where the `#` signs at the end of a changed text begin, if they would close the heading. Takes the
/// text with its offset, and gives an offset.
pub(in crate::document::markdown) fn closing((start, text): (usize, &str)) -> Option<usize> {
    let before = text.trim_end_matches('#');
    let closes = before.len() < text.len() && (before.is_empty() || before.ends_with([' ', '\t']));
    closes.then_some(start + before.len())
}

/// Whether the end of a heading would be read as its attributes.
pub(in crate::document::markdown) fn is_like_attributes(text: &str) -> bool {
    text.ends_with('}') && text.contains('{')
}
