//! Inline markup: what is bold, code, a note, a tag in the French is so in the translation.
//!
//! First what needs no token of the text, as options of commands and comments that nothing closes stand in what
//! looks like prose. Then what is copied sign for sign, in any format: code, notes, formulas, tags. Plain text ends
//! there, but for marks that readers would see. Markdown has more, and in it one slip makes others: a code span that
//! lost its mark frees the stars in it. So what is read from the same signs in another way (how entities are
//! written, backslashes that show, what is bold) is looked at only where nothing was found before it.

mod code;
mod comments;
mod dialect;
mod elements;
mod emphasis;
mod entities;
mod escapes;
mod formulas;
mod keys;
mod options;
mod tags;
mod tokens;
mod values;

use super::scan::{EMPHASIS, HYPHEN, MARKS, SPECIAL, SUMS, Text};
use super::{Format, Pair, Problem};
pub(super) use dialect::{begins_highlighted, code_before, has_code};

const RULE: &str = "markup";

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    if pair.source.format == Format::Markdown && french.has(MARKS | SUMS) {
        dialect::run(pair, problems);
    }
    if french.has(HYPHEN) {
        options::same(pair, problems);
    }
    if pair.source.format == Format::Markdown && text.has(SPECIAL) && text.has(HYPHEN) {
        comments::unclosed(pair, problems);
    }
    let has_marks = |text: &Text<'_>| {
        !text.tokens.is_empty() || text.has(EMPHASIS) || text.has(SPECIAL) && text.raw.contains('`')
    };
    if !has_marks(french) && !has_marks(text) || french.is_crowded() || text.is_crowded() {
        return;
    }
    let begun = problems.len();
    code::same(pair, problems);
    tokens::notes(pair, problems);
    formulas::same(pair, problems);
    tags::same(pair, problems);
    if pair.source.format == Format::Plain {
        if text.has(EMPHASIS) && !french.has(EMPHASIS) {
            emphasis::in_plain_text(pair, problems);
        }
        return;
    }
    entities::same(pair, problems);
    if problems.len() == begun {
        entities::misspelt(pair, problems);
        escapes::shown(pair, problems);
        formulas::lone(pair, problems);
    }
    escapes::same(pair, problems);
    if problems.len() == begun {
        code::lone(pair, problems);
    }
    if problems.len() == begun && (french.has(EMPHASIS) || text.has(EMPHASIS)) {
        emphasis::same(pair, problems);
    }
}
