//! What stands between a word of a text and the one before it.

use crate::check::scan::Text;

/// All of it.
pub(super) fn between<'t>(text: &'t Text<'_>, at: usize) -> &'t str {
    &text.prose[text.words[at - 1].span().end..text.words[at].span().start]
}

/// Whether a comma or the like parts a word from the one before: a name before it is not of the passage.
pub(super) fn is_cut(text: &Text<'_>, at: usize) -> bool {
    between(text, at).contains([',', ';', ':', '.'])
}

/// Whether anything but a blank, a hyphen or an apostrophe stands between a word and the one before.
pub(super) fn is_parted(text: &Text<'_>, at: usize) -> bool {
    between(text, at).contains(|c: char| !c.is_whitespace() && !matches!(c, '-' | '\u{2011}' | '\'' | '’'))
}

/// Whether a blank is all that stands between two words.
pub(super) fn is_blank(between: &str) -> bool {
    matches!(between, " " | "\u{A0}" | "\u{202F}")
}

/// Whether nothing but a blank, an apostrophe or a hyphen stands between a word and the one before it.
pub(super) fn is_next(text: &Text<'_>, at: usize) -> bool {
    let between = between(text, at);
    is_blank(between) || matches!(between, "'" | "’" | "-" | "\u{2011}")
}
