//! The mark that ends a text.

use crate::check::markup;
use crate::check::scan::{MARK, Text};
use crate::text::Span;

/// How a sentence ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Nothing,
    Stop,
    Question,
    Exclamation,
    Ellipsis,
    Colon,
    Semicolon,
    Comma,
}

/// The last mark of a text, looking through closing quotes, brackets, notes and markup.
pub(super) fn end(text: &Text<'_>) -> (End, Span) {
    let mut question = false;
    let mut passed = text.prose.len();
    for (at, c) in text.prose.char_indices().rev() {
        if at >= passed {
            continue;
        }
        // A picture by its name, which ends no sentence: `:tada:`.
        if c == ':'
            && let Some(begin) = markup::code_before(&text.prose, at + 1)
        {
            passed = begin;
            continue;
        }
        let span = at..at + c.len_utf8();
        let end = match c {
            ' ' | '\u{A0}' | '\u{202F}' | '\n' | MARK | '\u{200E}' | '\u{200F}' | '\u{200B}' | '\u{FEFF}'
            | '\u{FE0F}' | '\u{200D}' => continue,
            '”' | '“' | '»' | '«' | '"' | '״' | '׳' | '’' | '‘' | '\'' | '」' | '』' | ')' | ']' | '）'
            | '›' | '‹' | '》' | '〉' | '】' => continue,
            c if is_picture(c) => continue,
            '!' | '！' => {
                // ?! and !? are questions.
                if text.prose[..at].ends_with(['?', '？', '؟', '⁇', '⁈', '⁉']) {
                    question = true;
                }
                if question { End::Question } else { End::Exclamation }
            }
            '?' | '？' | '؟' | '⁇' | '⁈' | '⁉' => End::Question,
            '‼' => End::Exclamation,
            ';' | '；' | '؛' => End::Semicolon,
            '\u{37E}' => End::Question,
            '…' => End::Ellipsis,
            '.' if text.prose[..at].ends_with("..") => End::Ellipsis,
            '.' | '。' | '．' | '｡' | '।' | '۔' | '։' | '።' | '။' | '។' | '॥' => End::Stop,
            ':' | '：' => End::Colon,
            ',' | '、' | '，' | '،' => End::Comma,
            _ => End::Nothing,
        };
        return (end, if end == End::Nothing { text.raw.len()..text.raw.len() } else { span });
    }
    (End::Nothing, text.raw.len()..text.raw.len())
}

fn is_picture(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}')
}

/// Whether a text ends in a picture, or in the name of one: `:tada:`.
pub(super) fn ends_in_picture(text: &Text<'_>) -> bool {
    let prose = text.prose.trim_end_matches(|c: char| {
        c == MARK || c.is_whitespace() || matches!(c, '\u{FE0F}' | '\u{200D}' | '\u{200E}' | '\u{200F}')
    });
    prose.ends_with(is_picture) || prose.ends_with(':') && markup::code_before(prose, prose.len()).is_some()
}

pub(super) fn has_picture(text: &Text<'_>) -> bool {
    text.prose.contains(is_picture) || markup::has_code(text.raw)
}
