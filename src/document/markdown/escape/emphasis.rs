//! Text right inside the emphasis that wraps a whole block: its own signs would join the marks.

/// `text` with each `mark` at its start escaped.
pub(in crate::document::markdown) fn start(text: &str, mark: char) -> String {
    let rest = text.trim_start_matches(mark);
    escaped(&text[..text.len() - rest.len()]) + rest
}

/// `text` with each `mark` at its end escaped.
pub(in crate::document::markdown) fn end(text: &str, mark: char) -> String {
    let rest = text.trim_end_matches(mark);
    let mut signs = &text[rest.len()..];
    let mut out = rest.to_owned();
    if crate::document::markdown::line::is_escaped(rest) && !signs.is_empty() {
        let first = mark.len_utf8();
        out.push_str(&signs[..first]);
        signs = &signs[first..];
    }
    out + &escaped(signs)
}

fn escaped(signs: &str) -> String {
    signs.chars().flat_map(|sign| ['\\', sign]).collect()
}

#[cfg(test)]
mod tests {
    use super::{end, start};

    #[test]
    fn signs_at_the_ends_are_escaped_once() {
        assert_eq!(start("~~~ a", '~'), "\\~\\~\\~ a");
        assert_eq!(end("a *", '*'), "a \\*");
        assert_eq!(end("a \\*", '*'), "a \\*");
        assert_eq!(end("*a* b", '*'), "*a* b");
    }
}
