//! Comments: they are for authors and translators, but where the site builder reads them or nothing closes them.

use super::RULE;
use super::elements::Element;
use crate::check::scan::Text;
use crate::check::{Pair, Problem};

/// Whether a tag is a comment, which no reader sees: authors and translators leave each other notes in them. Those that
/// part a summary from the rest are for the site builder.
pub(super) fn is_note(element: &Element<'_>, text: &Text<'_>) -> bool {
    const FOR_BUILDERS: [&str; 3] = ["more", "truncate", "excerpt"];
    let comment =
        text.raw[element.span.clone()].strip_prefix("<!--").map(|rest| rest.trim_end_matches("-->"));
    comment.is_some_and(|words| !FOR_BUILDERS.iter().any(|word| words.trim().eq_ignore_ascii_case(word)))
}

/// A comment that nothing closes is text of the page.
pub(super) fn unclosed(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let find = |text: &Text<'_>| memchr::memmem::find(text.prose.as_bytes(), b"<!--");
    if let Some(at) = find(&pair.translation)
        && find(&pair.source.text).is_none()
    {
        let message = "nothing closes this comment: readers would see it";
        problems.push(
            Problem::error(RULE, at..at + "<!--".len(), message).help("write --> behind it, or delete it"),
        );
    }
}
