//! What is wrong with a line that no Fluent program can read, in words.

use fluent_syntax::parser::ErrorKind;

use crate::catalog::entry::JunkReason;

/// What is wrong with a line, and what to do.
pub(super) fn words(reason: &JunkReason, line: &str, brace: Brace) -> (&'static str, &'static str) {
    match reason {
        reason if is_term_without_sign(reason, line) => {
            ("an equals sign is missing behind the name of the term", "write the line as: -name = its words")
        }
        JunkReason::NoEquals => {
            ("an equals sign is missing behind the id", "write the line as: id = translation")
        }
        JunkReason::NoEntry if line.starts_with(char::is_whitespace) && line.contains('=') => {
            ("this line is indented, so it is not read as a translation", "begin it at the first column")
        }
        JunkReason::NoEntry | JunkReason::NoValue => (
            "this line is neither a comment nor a translation",
            "write it as: id = translation; further lines of a translation are indented by four spaces",
        ),
        JunkReason::CommentWithoutSpace | JunkReason::CommentTooDeep => {
            ("this comment is not read", "write one # and a space before its text")
        }
        JunkReason::TooDeep => (
            "braces are nested deeper than any program reads",
            "write each brace that readers shall see as { \"{\" } or { \"}\" }",
        ),
        JunkReason::Parser(ErrorKind::MissingDefaultVariant) => (
            "none of these choices is the one for all other cases",
            "put * before the last one, as: *[other] …",
        ),
        JunkReason::Parser(
            ErrorKind::TermReferenceAsSelector
            | ErrorKind::MessageReferenceAsSelector
            | ErrorKind::MessageAttributeAsSelector,
        ) => (
            "this has no forms to choose from: only a part of a term has, which stands behind a dot",
            "write { -term.part -> …, or the words themselves",
        ),
        JunkReason::Parser(ErrorKind::TermAttributeAsPlaceable) => (
            "a part of a term that stands behind a dot can't be shown",
            "write the words themselves, or give the term forms, which are asked for as: { -term(form: \"…\") }",
        ),
        JunkReason::Parser(ErrorKind::UnterminatedStringLiteral) => (
            "a quotation mark is opened between braces and not closed",
            "write { \"…\" }, or the words without braces and marks",
        ),
        JunkReason::Parser(_) => match brace {
            Brace::Open(_) => (
                "a brace is opened and not closed",
                "write a brace that readers shall see as { \"{\" } or { \"}\" }; close the others",
            ),
            Brace::Close(_) => (
                "a brace is closed that none opens",
                "write a brace that readers shall see as { \"{\" } or { \"}\" }",
            ),
            Brace::None => (
                "this translation can't be read",
                "look at its braces, quotation marks and indented lines; write it as: id = translation",
            ),
        },
    }
}

/// Whether a line names a term, and what Fluent misses behind the name is its sign.
pub(super) fn is_term_without_sign(reason: &JunkReason, line: &str) -> bool {
    let lacks_sign =
        matches!(reason, JunkReason::NoEquals | JunkReason::Parser(ErrorKind::ExpectedToken('=')));
    lacks_sign && line.starts_with('-')
}

/// What is wrong with the braces of a line, and at which of its bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Brace {
    Open(usize),
    Close(usize),
    None,
}

/// The first brace of a line that has no partner. Those in the quotation marks of a placeable are text.
pub(super) fn brace_at(line: &str) -> Brace {
    let mut open = Vec::new();
    let mut in_quotes = false;
    let mut bytes = line.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' if in_quotes => drop(bytes.next()),
            b'"' if in_quotes || !open.is_empty() => in_quotes = !in_quotes,
            _ if in_quotes => {}
            b'{' => open.push(at),
            b'}' if open.pop().is_none() => return Brace::Close(at),
            _ => {}
        }
    }
    open.first().map_or(Brace::None, |&at| Brace::Open(at))
}
