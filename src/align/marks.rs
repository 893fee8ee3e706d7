//! Punctuation in words.

/// A mark, and what one and several are called.
const NAMES: [(&str, &str, &str); 14] = [
    (",", "comma", "commas"),
    (".", "full stop", "full stops"),
    (":", "colon", "colons"),
    (";", "semicolon", "semicolons"),
    ("!", "exclamation mark", "exclamation marks"),
    ("?", "question mark", "question marks"),
    ("…", "ellipsis", "ellipses"),
    ("-", "hyphen", "hyphens"),
    ("–—", "dash", "dashes"),
    ("()", "bracket", "brackets"),
    ("[]", "square bracket", "square brackets"),
    ("\"«»“”", "quotation mark", "quotation marks"),
    ("'’", "apostrophe", "apostrophes"),
    ("/", "slash", "slashes"),
];

/// Marks that follow one another, each kind once, in the order in which they begin: `():` is `brackets and colon`. What
/// has no name is shown.
pub(super) fn in_words(marks: &str) -> String {
    let name = |c: char| NAMES.iter().position(|(signs, ..)| signs.contains(c)).ok_or(c);
    let mut counts: Vec<(Result<usize, char>, usize)> = Vec::new();
    // The normal form writes an ellipsis as three stops.
    for kind in marks.replace("...", "…").chars().filter(|c| !c.is_whitespace()).map(name) {
        match counts.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind, 1)),
        }
    }
    let words = counts.into_iter().map(|(kind, count)| match (kind, count) {
        (Ok(at), 1) => NAMES[at].1.to_owned(),
        (Ok(at), _) => NAMES[at].2.to_owned(),
        (Err(sign), count) => sign.to_string().repeat(count),
    });
    words.collect::<Vec<_>>().join(" and ")
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn each_kind_of_mark_is_named_once() {
        for (marks, words) in [
            (",", "comma"),
            ("():", "brackets and colon"),
            ("\"\"", "quotation marks"),
            ("...", "ellipsis"),
            (",,;", "commas and semicolon"),
            ("§", "§"),
            ("", ""),
        ] {
            assert_eq!(in_words(marks), words, "{marks}");
        }
    }
}
