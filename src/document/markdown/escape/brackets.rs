//! Text in brackets: the alternative text of an image, the title of a `:::` fence.

use crate::text::inserted;

/// `text` with every bracket that has no partner escaped.
pub(in crate::document::markdown) fn balanced(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut open: Vec<usize> = Vec::new();
    let mut lonely: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'[' => open.push(at),
            b']' if open.pop().is_none() => lonely.push(at),
            _ => {}
        }
        at += 1;
    }
    lonely.append(&mut open);
    lonely.sort_unstable();
    inserted(text, lonely.into_iter().map(|at| (at, "\\")))
}

#[cfg(test)]
mod tests {
    use super::balanced;

    #[test]
    fn only_lonely_brackets_are_escaped() {
        assert_eq!(balanced("un [lien](x) ](y"), "un [lien](x) \\](y");
        assert_eq!(balanced("[[a]"), "\\[[a]");
        assert_eq!(balanced("\\] \\["), "\\] \\[");
    }
}
