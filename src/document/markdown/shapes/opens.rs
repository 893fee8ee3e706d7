//! The start of a line where blocks begin: a paragraph's, an item's, a quotation's.

use super::passages::is_begin;
use super::{builders, hidden, html};

/// Where a line stands.
pub(in crate::document::markdown) struct Place<'l> {
    /// It is the first of its block.
    pub(in crate::document::markdown) is_first: bool,
    /// The line and what follows it in the block.
    pub(in crate::document::markdown) rest: &'l str,
    /// Cells follow it on the same line.
    pub(in crate::document::markdown) is_cell: bool,
    /// A link definition above could take it for its title.
    pub(in crate::document::markdown) continues: bool,
}

/// Where in `line` a backslash must stand so that the line opens no block and underlines none: `None` if it
/// doesn't.
pub(in crate::document::markdown) fn opens(line: &str, place: &Place<'_>) -> Option<usize> {
    let content = line.trim_start_matches([' ', '\t']);
    let at = line.len() - content.len();
    let content = content.trim_end_matches([' ', '\t']);
    let opens = match content.as_bytes().first()? {
        b'#' => is_marker(content, content.len() - content.trim_start_matches('#').len(), 6),
        b'>' => true,
        b'-' | b'+' | b'*' => is_marker(content, 1, 1) || is_rule(content) || content == "+++",
        b'_' => is_rule(content),
        b'=' => content.bytes().all(|byte| byte == b'=') || builders::is_head(content),
        b'!' | b'?' => builders::is_head(content),
        b'0'..=b'9' => {
            let digits = content.len() - content.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let is_item = digits <= 9
                && content[digits..].starts_with(['.', ')'])
                && is_marker(content, digits + 1, digits + 1);
            return is_item.then_some(at + digits);
        }
        b'`' => {
            let info = content.trim_start_matches('`');
            // With another backtick it opens no block of code, but what a row begins with is read as if it did.
            content.len() - info.len() >= 3 && (place.is_cell || !info.contains('`'))
        }
        b'~' => content.starts_with("~~~"),
        b'<' => html::opens(content, place.is_first),
        b'[' => is_definition(content, place) || is_task(content) || builders::alert(content).is_some(),
        b'"' | b'\'' | b'(' => place.continues,
        b'{' => place.is_cell && builders::is_opener(content),
        _ => false,
    };
    let is_of_builder = || {
        builders::is_masked(content)
            || builders::is_note(content)
            || (place.is_first && builders::is_masked_first(content))
            || is_begin(content)
            || hidden::is_begin(content)
    };
    (opens || is_delimiters(content) || is_of_builder()).then_some(at)
}

/// Whether a marker of `length` bytes (`most` at most) ends there.
fn is_marker(content: &str, length: usize, most: usize) -> bool {
    length <= most && (content.len() == length || content[length..].starts_with([' ', '\t']))
}

/// A thematic break, or the underline of a heading.
fn is_rule(content: &str) -> bool {
    let first = content.as_bytes()[0];
    let signs = content.bytes().filter(|&byte| byte == first).count();
    let is_only = content.bytes().all(|byte| byte == first || byte == b' ' || byte == b'\t');
    is_only && (signs >= 3 || (first == b'-' && signs == content.len()))
}

/// The second row of a table.
pub(in crate::document::markdown) fn is_delimiter_row(line: &str) -> bool {
    line.contains('-') && is_delimiters(line.trim_matches([' ', '\t']))
}

/// What could be the second row of a table, or the rest of one behind the `-` of an item.
fn is_delimiters(content: &str) -> bool {
    content.bytes().all(|byte| matches!(byte, b'-' | b':' | b'|' | b' ' | b'\t'))
}

/// `[label]:` at the start of a paragraph, over several lines too, or `[^note]:`.
fn is_definition(content: &str, place: &Place<'_>) -> bool {
    let rest = match () {
        () if place.is_first => place.rest.trim_start_matches([' ', '\t']),
        () if content.starts_with("[^") => content,
        () => return false,
    };
    let bytes = rest.as_bytes();
    let mut at = 1;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr3(b'\\', b']', b'[', rest)) {
        at += found;
        match bytes[at] {
            b'\\' => at += 2,
            b']' => return bytes.get(at + 1) == Some(&b':'),
            // At the start of a line it may be escaped, and so end no label.
            _ => return rest[..at].trim_end_matches([' ', '\t']).ends_with(['\n', '\r']),
        }
    }
    // The parser looks for the end of a label in the next block, too, if no empty line comes before it.
    place.is_first
}

/// The box of a task, at the start of an item.
fn is_task(content: &str) -> bool {
    let mut chars = content.chars().skip(1);
    matches!(chars.next(), Some('x' | 'X' | ' ' | '\t' | '\u{a0}'))
        && chars.next() == Some(']')
        && chars.next().is_none_or(|c| c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escape(line: &str) -> Option<usize> {
        opens(line, &Place { is_first: true, rest: line, is_cell: false, continues: false })
    }

    #[test]
    fn what_opens_a_block_is_found() {
        for line in [
            "# a",
            "######",
            "> a",
            "-",
            "+ a",
            "* a",
            "---",
            "- - -",
            "***",
            "___",
            "===",
            "+++",
            "```",
            "~~~ a",
            "<div>",
            "[a]: b",
            "[^1]: a",
            "[x] a",
            ":::",
            "::a[b]",
            "{{< a >}}",
            "{% a %}",
            "| --- |",
            "--- | ---",
            ":-: | -",
        ] {
            assert_eq!(escape(line), Some(0), "{line}");
        }
        assert_eq!(escape("1. a"), Some(1));
        assert_eq!(escape("12)"), Some(2));
    }

    #[test]
    fn what_opens_none_is_left() {
        for line in [
            "a",
            "#a",
            "####### a",
            "-a",
            "--- a",
            "**a**",
            "_a_",
            "== a",
            "1986",
            "1.5",
            "1234567890. a",
            "`` a ``",
            "```a``` b",
            "~~a~~",
            "<b>a</b>",
            "[a](b)",
            "[a]",
            "[xy] a",
            "\"a\"",
            ":: a",
            "{{< a >}} b",
            "| a | b |",
            "\\# a",
        ] {
            assert_eq!(escape(line), None, "{line}");
        }
    }

    #[test]
    fn a_row_begins_with_no_three_backticks() {
        let row = "```a``` b";
        assert_eq!(
            opens(row, &Place { is_first: true, rest: row, is_cell: true, continues: false }),
            Some(0)
        );
        assert_eq!(escape(row), None);
    }
}
