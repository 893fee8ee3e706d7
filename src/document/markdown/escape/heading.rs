//! The end of a heading or of the title of a `:::` line, where `#` signs close it and `{#id}` names it.

/// Stands behind what looks like attributes. A backslash before the brace would not do: several site
/// generators look for attributes in the text that is left when escapes are read.
pub(in crate::document::markdown) const GUARD: &str = "&nbsp;";

/// Where the `#` signs at the end of a changed text begin, if they would close the heading. Takes the
/// text with its offset, and gives an offset.
pub(in crate::document::markdown) fn closing((start, text): (usize, &str)) -> Option<usize> {
    let before = text.trim_end_matches('#');
    let closes = before.len() < text.len() && (before.is_empty() || before.ends_with([' ', '\t']));
    closes.then_some(start + before.len())
}

/// Whether the end of a heading or title would be read as its attributes.
pub(in crate::document::markdown) fn is_like_attributes(text: &str) -> bool {
    text.ends_with('}') && text.contains('{')
}

/// Whether two headings end in the same braces, or both in those of a shortcode, whose words may be translated.
pub(in crate::document::markdown) fn ends_alike(french: &str, text: &str) -> bool {
    fn last(text: &str) -> Option<&str> {
        text.rfind('{').map(|at| &text[at..])
    }
    is_like_attributes(french)
        && (last(french) == last(text) || [french, text].iter().all(|one| one.ends_with("}}")))
}

/// `text` above an underline without the `|` that would make it the header of a table of one column. Some
/// parsers see such a header in an escaped `|`, too, so an entity stands for it.
pub(in crate::document::markdown) fn pipes(text: &str) -> String {
    const PIPE: &str = "&#124;";
    let mut text = text.replace("\\|", PIPE);
    if text.ends_with('|') {
        text.pop();
        text.push_str(PIPE);
    }
    match text.strip_prefix('|') {
        Some(rest) => format!("{PIPE}{rest}"),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_signs_are_found() {
        assert_eq!(closing((3, "a ##")), Some(5));
        assert_eq!(closing((0, "#")), Some(0));
        assert_eq!(closing((0, "C#")), None);
    }

    #[test]
    fn headings_that_end_in_the_same_braces_are_alike() {
        for (french, text, alike) in [
            ("Le pont {nom}", "The bridge {nom}", true),
            ("Le pont {{< neuf \"oui\" >}}", "The bridge {{< neuf \"yes\" >}}", true),
            ("Le pont", "The bridge {#new}", false),
            ("Le pont {nom}", "The bridge {#new}", false),
            ("Le pont {nom}", "The bridge {{ nom }}", false),
        ] {
            assert_eq!(ends_alike(french, text), alike, "{text}");
        }
    }

    #[test]
    fn outer_pipes_become_entities() {
        assert_eq!(pipes("| a | b |"), "&#124; a | b &#124;");
        assert_eq!(pipes("a \\| b"), "a &#124; b");
        assert_eq!(pipes("|"), "&#124;");
    }
}
