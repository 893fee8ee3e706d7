//! Spanish opens what it asks and exclaims.

use super::RULE;
use crate::check::scan::{MARK, MARKS, OPAQUE, WIDE};
use crate::check::{Pair, Problem};

/// Tells of a mark that closes where none opens, and of one that opens where none closes.
///
/// `asks_more`: it is told that the last question mark should not be there, so that nothing is to be opened.
pub(super) fn run(pair: &Pair<'_>, asks_more: bool, problems: &mut Vec<Problem>) {
    // What closes it may have been told as lost.
    if pair.translation.has(WIDE) && !problems.iter().any(|problem| problem.rule == RULE) {
        unclosed(pair, problems);
    }
    if !pair.translation.has(MARKS) {
        return;
    }
    let prose = &pair.translation.prose;
    for (close, open) in [('?', '¿'), ('!', '¡')] {
        let (closes, opens) = (places(prose, close).count(), prose.matches(open).count());
        // Names (Yahoo!) and a title quoted from the French bring their own marks.
        let by_name = || close == '!' && !prose.trim_end_matches(['"', '”', '»', ' ', ')']).ends_with('!');
        // ¿…! and ¡…? are good Spanish for what is both.
        let both =
            || prose.contains('¿') && prose.contains('¡') || prose.contains("!?") || prose.contains("?!");
        if closes > usize::from(asks_more && close == '?')
            && opens == 0
            && !by_name()
            && !both()
            && !same_in_french(pair, close)
            && !(prose.contains(['¿', '¡']) && prose.contains('?') && prose.contains('!'))
        {
            let at = places(prose, close).next().unwrap_or_default();
            problems.push(
                Problem::warning(RULE, at..at + 1, format!("“{close}” without “{open}” before it"))
                    .help(format!("write “{open}” where the sentence or clause begins")),
            );
        }
    }
}

/// Tells of a mark that opens where none closes; either may close both, ¡…? and ¿…!
fn unclosed(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let prose = &pair.translation.prose;
    // The first byte of both: few other signs of a translation have it.
    let signs = memchr::memchr_iter(0xC2, prose.as_bytes()).map(|at| (at, &prose[at..at + '¿'.len_utf8()]));
    let begins = signs.filter(|(_, sign)| matches!(*sign, "¿" | "¡")).find(|(at, open)| {
        prose[at + open.len()..].starts_with(char::is_alphabetic) && !pair.source.text.raw.contains(open)
    });
    let Some((at, open)) = begins else { return };
    if !prose.contains(['?', '!']) {
        let close = if open == "¿" { "?" } else { "!" };
        problems.push(
            Problem::warning(RULE, at..at + open.len(), format!("“{open}” without “{close}” behind it"))
                .help(format!("write “{close}” where the sentence or clause ends")),
        );
    }
}

/// Where such a mark stands behind a word, and none goes on with it: else the sign itself is spoken of (`«?»`, `M?ller`).
fn places(prose: &str, mark: char) -> impl Iterator<Item = usize> {
    /// Marks and blanks between the word and the mark.
    const MOST: usize = 8;
    let is_between = |c: &char| matches!(c, '?' | '!' | '.' | '…' | ' ' | '\u{A0}' | '\u{202F}');
    let ends_word =
        |c: char| c.is_alphanumeric() || matches!(c, ')' | '”' | '»' | '"' | '’' | '%' | MARK | OPAQUE);
    let places = prose.match_indices(mark).map(|(at, _)| at);
    places.filter(move |at| {
        let last = prose[..*at].chars().rev().take(MOST).find(|c| !is_between(c));
        last.is_some_and(ends_word) && !prose[at + 1..].starts_with(char::is_alphanumeric)
    })
}

/// Whether the words that end in the mark stand in the French as they are (a ship named *Pourquoi-Pas ?*).
fn same_in_french(pair: &Pair<'_>, mark: char) -> bool {
    let text = &pair.translation;
    let Some(at) = text.prose.find(mark) else { return false };
    let Some(word) = text.words.iter().rev().find(|word| word.span().end <= at) else { return false };
    let with_mark = &text.raw[word.span().start..at + 1];
    pair.source.text.raw.contains(with_mark)
}
