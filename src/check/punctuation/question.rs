//! A question of a quotation within the French, which the translation does not ask.

use super::CLOSING;
use crate::check::Pair;
use crate::check::brackets::{Marks, is_in_title};
use crate::check::scan::{BRACKET, MARK, QUESTION, Text};
use crate::check::script::Script;

/// Where a question mark ends a quotation of the French.
pub(super) fn question_in_quotation(french: &Text<'_>) -> Option<usize> {
    let prose = &french.prose;
    let ends_quotation = |at: &usize| {
        prose[at + 1..].trim_start_matches(['\u{A0}', '\u{202F}', ' ', MARK]).starts_with(CLOSING)
    };
    prose.match_indices('?').map(|(at, _)| at).find(ends_quotation)
}

/// Where the French asks in a quotation and goes on behind it, and the translation quotes as often and asks nowhere.
pub(super) fn lost_question(pair: &Pair<'_>) -> Option<usize> {
    const MARKS_OF_QUESTIONS: [char; 8] = ['?', '？', '؟', '\u{37E}', '՞', '⁇', '⁈', '⁉'];
    let (source, text) = (&pair.source.text, &pair.translation);
    // Most French asks nothing.
    if !source.has(QUESTION) || !source.has(BRACKET) || text.has(QUESTION) || !text.has(BRACKET) {
        return None;
    }
    // Films and books have titles of their own in each language: *Who Framed Roger Rabbit* asks without a mark.
    let at = question_in_quotation(source).filter(|at| !is_in_title(source, *at))?;
    // か asks without a mark, Thai and its neighbours have none.
    let asks_by_words = matches!(pair.target.script, Script::Kana | Script::Thai | Script::Other);
    let asks =
        text.prose.contains(MARKS_OF_QUESTIONS) || pair.target.language == "el" && text.prose.contains(';');
    let quotations = pair.source.marks().quotations();
    let quotes_alike =
        || quotations.is_some_and(|count| count > 0) && Marks::read(text).quotations() == quotations;
    (!asks_by_words && !asks && quotes_alike()).then_some(at)
}
