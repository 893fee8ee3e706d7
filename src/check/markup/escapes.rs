//! Backslashes, which make a sign of markup one to be read: as many as in the French, and none to be seen.

use super::RULE;
use crate::check::scan::{Kind, Text};
use crate::check::{Pair, Problem};

/// A backslash that readers see, and the French has none: `rapport\final` for `rapport\_final`, `\\[` for `\[`.
pub(super) fn shown(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    if memchr::memchr(b'\\', text.raw.as_bytes()).is_none() {
        return;
    }
    fn places<'t>(text: &'t Text<'_>) -> impl Iterator<Item = usize> + 't {
        // At the end of a line it breaks it; `\n` is told by itself.
        memchr::memchr_iter(b'\\', text.prose.as_bytes())
            .filter(|at| !text.prose[at + 1..].trim_start_matches(' ').is_empty())
            .filter(|at| !text.prose[at + 1..].starts_with(['\n', 'n', 't', 'r', 'u', 'x']))
    }
    // Formulas between brackets have theirs.
    if french.raw.contains("\\\\") || places(text).count() <= places(french).count() {
        return;
    }
    let Some(at) = places(text).next() else { return };
    problems.push(
        Problem::warning(RULE, at..at + 1, "readers see this backslash, and the French shows none")
            .help("write one before the sign of markup that the French has one before, or delete it"),
    );
}

/// `\*` in the French is a star to be read, and would be markup without its backslash.
pub(super) fn same(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    for mark in ['*', '_', '|', '#', '<', '[', '~', '`', '$'] {
        let count = |text: &Text<'_>| {
            text.tokens
                .iter()
                .filter(|token| token.kind == Kind::Escape && text.raw[token.span.clone()].starts_with(mark))
                .count()
        };
        let (wanted, here) = (count(french), count(text));
        if here < wanted {
            // A sign that is gone altogether is gone with its backslash.
            let bare = text.raw.match_indices(mark).map(|(at, _)| at).find(|at| {
                let (before, after) = (&text.raw[..*at], &text.raw[at + 1..]);
                // Within a word an underscore is none.
                let is_inside = mark == '_'
                    && before.ends_with(char::is_alphanumeric)
                    && after.starts_with(char::is_alphanumeric);
                !before.ends_with('\\') && !is_inside
            });
            if let Some(at) = bare {
                problems.push(
                    Problem::error(RULE, at..at + 1, format!("“{mark}” lost the backslash before it"))
                        .help(format!("write “\\{mark}”: it is a sign to be read, not markup")),
                );
                return;
            }
        }
    }
}
