//! The capital that begins a sentence, and the mark that ends it.

mod differs;
mod doubled;
mod end;
mod opening;
mod question;

use differs::differs;
use end::{End, end};
use question::lost_question;

use super::scan::Text;
use super::script::Script;
use super::{Pair, Problem, Shared, untranslated};
use crate::document::BlockKind;

const RULE: &str = "punctuation";

/// Marks that close a quotation.
const CLOSING: [char; 8] = ['”', '“', '»', '«', '"', '」', '』', '’'];

/// Tells how a sentence begins from [how it ends](End), among what translations may have in common.
const BEGINNING: u32 = 16;

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    small_beginning(pair, problems);
    let text = &pair.translation;
    let (french, french_end) = end(&pair.source.text);
    let (here, at) = end(text);
    // The Greek question mark is written with the sign of the semicolon.
    let here = if here == End::Semicolon && pair.target.language == "el" { End::Question } else { here };
    if let Some(problem) = doubled::at_end(pair, here, &at, &french_end) {
        problems.push(problem);
        return;
    }
    doubled::inside(pair, problems);
    let told = differs(pair, french, here).filter(|_| !untranslated::ends_in_note(pair, problems));
    let asks_more = told.is_some() && here == End::Question;
    if let Some((message, help)) = told {
        let problem = Problem::warning(RULE, at, message).help(help);
        // Whether the items of a list, or the words under a picture, end in a mark is for each house to say; and whether
        // what stands before a list or code announces it.
        let is_style = matches!(
            (french, here),
            (End::Stop | End::Colon, End::Nothing)
                | (End::Nothing | End::Colon, End::Stop)
                | (End::Stop, End::Colon)
        );
        problems.push(if is_style { problem.shared(Shared::Taste(here as u32)) } else { problem });
    } else if french != End::Question
        && let Some(at) = lost_question(pair)
    {
        let message = "the French asks in a quotation, the translation asks nowhere";
        let problem = Problem::warning(RULE, 0..0, message).of_french(at..at + 1);
        problems.push(problem.help("write the question mark in the quotation, if it is a question here too"));
    }
    if pair.target.language == "es" {
        opening::run(pair, asks_more, problems);
    }
}

/// A sentence that begins with a small letter, where that of the French begins with a capital.
fn small_beginning(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    /// Words of the French, of which fewer may be no sentence.
    const SENTENCE: usize = 4;
    const ENDS: [char; 4] = ['.', '!', '?', '…'];
    let (french, text) = (&pair.source.text, &pair.translation);
    // Nearly all begin with a capital, a mark or a figure.
    let Some(first) = text.words.first().filter(|word| !word.capital && word.span().start == 0) else {
        return;
    };
    let has_case =
        matches!(first.script, Script::Latin | Script::Greek | Script::Cyrillic | Script::Armenian);
    let is_running = matches!(pair.source.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::Lead);
    let is_sentence = |text: &Text<'_>| text.prose.trim_end().ends_with(ENDS);
    let begins = french.words.first().is_some_and(|word| word.capital && word.span().start == 0);
    if !has_case
        || !is_running
        || !begins
        || french.words.len() < SENTENCE
        || !is_sentence(french)
        || !is_sentence(text)
    {
        return;
    }
    let written = text.word(first);
    let is_word = written.chars().nth(1).is_some() && written.chars().all(char::is_lowercase);
    let goes_on = text.prose[first.span().end..].starts_with([' ', ',']);
    // Commands and brands stand in the French, too; small words of names stand before another one of it (von, da, al).
    let is_name = || {
        french.has_word(|word| word == written)
            || text.words.get(1).is_some_and(|next| next.capital && pair.source.has(next))
    };
    if is_word && goes_on && !is_name() {
        let end = written.chars().next().map_or(0, char::len_utf8);
        problems.push(
            Problem::warning(
                RULE,
                0..end,
                "the sentence begins with a small letter, that of the French with a capital",
            )
            .help("write a capital, unless the sentence before goes on here")
            .shared(Shared::Taste(BEGINNING)),
        );
    }
}
