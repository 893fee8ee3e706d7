//! Soft hyphens: they part a word at the end of a line in scripts that do so, and are of no use elsewhere.

use super::RULE;
use crate::check::script::{Script, script};
use crate::check::{Pair, Problem};
use crate::text::Edit;

/// The sign, which nobody sees but at the end of a line.
const SOFT: char = '\u{ad}';

/// A soft hyphen that parts no word: at an end of one, or beside a letter of a script that parts none, as texts that
/// were copied out of a word processor or a PDF have them.
pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let raw = pair.translation.raw;
    if !raw.contains(SOFT) || pair.source.text.raw.contains(SOFT) {
        return;
    }
    let is_whole = |c: char| match script(c) {
        Script::Han | Script::Kana | Script::Hangul | Script::Hebrew => true,
        // But for Uyghur.
        Script::Arabic => pair.target.language != "ug",
        _ => false,
    };
    let ends_word = |c: char| c.is_whitespace() || ".,;:!?…)»”،؛؟".contains(c);
    for (at, _) in raw.match_indices(SOFT) {
        let span = at..at + SOFT.len_utf8();
        let before = raw[..at].chars().next_back();
        let behind = raw[span.end..].chars().next();
        let parts_word = before.is_some_and(|c| !c.is_whitespace() && !is_whole(c))
            && behind.is_some_and(|c| !ends_word(c) && !is_whole(c));
        if !parts_word {
            let message = "a soft hyphen (U+00AD), which nobody sees, parts no word here";
            let problem = Problem::warning(RULE, span.clone(), message);
            problems
                .push(problem.help("delete it: it breaks searching and spelling").fix(Edit::delete(span)));
        }
    }
}
