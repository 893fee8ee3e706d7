//! Text in a cell of a table.

/// `text` with every `|` escaped that isn't yet.
///
/// After an escaped backslash parsers disagree on whether `|` is escaped, so an entity stands for it.
pub(in crate::document::markdown) fn pipes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut backslashes = 0;
    for c in text.chars() {
        match c {
            '|' if backslashes == 0 => out.push_str("\\|"),
            '|' if backslashes % 2 == 0 => out.push_str("&#124;"),
            c => out.push(c),
        }
        backslashes = if c == '\\' { backslashes + 1 } else { 0 };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::pipes;

    #[test]
    fn a_pipe_is_escaped_once() {
        assert_eq!(pipes("a | b"), "a \\| b");
        assert_eq!(pipes("a \\| b"), "a \\| b");
        assert_eq!(pipes("a \\\\| b"), "a \\\\&#124; b");
    }
}
