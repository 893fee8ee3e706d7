//! Texts cut short, for lists.

use std::borrow::Cow;

/// The beginning of a text, of at most `most` characters with the `…` that tells that it goes on; cut between
/// words where that leaves more than half of it.
pub fn shorten(text: &str, most: usize) -> Cow<'_, str> {
    if text.char_indices().nth(most).is_none() {
        return Cow::Borrowed(text);
    }
    let end = text.char_indices().nth(most.saturating_sub(1)).map_or(0, |(at, _)| at);
    let cut = &text[..end];
    let cut = match cut.rfind(char::is_whitespace) {
        Some(space) if space > end / 2 && !text[end..].starts_with(char::is_whitespace) => &cut[..space],
        _ => cut,
    };
    Cow::Owned(format!("{}…", cut.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn a_text_is_cut_between_words() {
        assert_eq!(shorten("Le quai est fermé.", 18), "Le quai est fermé.");
        assert_eq!(shorten("Le quai est fermé.", 17), "Le quai est…");
        assert_eq!(shorten("Le quai est fermé.", 12), "Le quai est…");
        assert_eq!(shorten("Anticonstitutionnellement", 8), "Anticon…");
        assert_eq!(shorten("été", 0), "…");
        assert_eq!(shorten("", 0), "");
    }
}
