//! Braces at the end of a heading: its attributes (`{#ici .note}`), or words of it (`{1, 2, 3}`).

/// Whether braces that open at `at` end a heading, and hold words: several, none of which names, classes or sets anything.
/// One word alone may be what a builder understands (`{docsify-ignore}`).
pub(super) fn ends_in_words(text: &str, at: usize) -> bool {
    let inside = &text[at + 1..];
    // Up to the next brace and no further, so that each byte is looked at once.
    let Some(close) = memchr::memchr3(b'{', b'}', b'\n', inside.as_bytes()) else { return false };
    let mut behind = inside[close..].chars();
    let is_end = |c: Option<char>| matches!(c, None | Some('\n' | '\r'));
    behind.next() == Some('}')
        && is_end(behind.find(|c| !matches!(c, ' ' | '\t')))
        && are_words(&inside[..close])
        && is_in_heading(text, at)
}

fn are_words(content: &str) -> bool {
    let is_set = |word: &str| word.starts_with(['#', '.']) || word.contains('=');
    let mut words = content.split_whitespace();
    // `{: .note }`, `{% include a.html %}`, `{/* à revoir */}`
    let begins = content.trim_start().starts_with(char::is_alphanumeric);
    begins && words.clone().nth(1).is_some() && !words.any(is_set)
}

fn is_in_heading(text: &str, at: usize) -> bool {
    let is_mark = |c: char| matches!(c, ' ' | '\t' | '>' | '-' | '*' | '+' | '.' | ')') || c.is_ascii_digit();
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    text[start..at].trim_start_matches(is_mark).starts_with('#')
        || text[at..].lines().nth(1).is_some_and(is_underline)
}

/// Whether a line underlines the one above it, which is a heading then.
pub(super) fn is_underline(line: &str) -> bool {
    let line = line.trim_matches(|c: char| matches!(c, ' ' | '\t' | '>'));
    !line.is_empty() && (line.bytes().all(|byte| byte == b'-') || line.bytes().all(|byte| byte == b'='))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_braces_are_told_from_attributes() {
        for (text, is) in [
            ("## Les nombres {1, 2, 3}\n", true),
            ("- ### Pont { long : court }  ", true),
            ("Pont {à péage}\n===\n", true),
            ("> ## Pont {à péage}\r\n", true),
            ("Pont {à péage}\n", false),
            ("## Pont {peage}\n", false),
            ("## Pont {#peage .long}\n", false),
            ("## Pont {.long court}\n", false),
            ("## Pont {: long court }\n", false),
            ("## Pont {% include long court %}\n", false),
            ("## Pont {long a=\"b\"}\n", false),
            ("## Pont {à péage} neuf\n", false),
        ] {
            assert_eq!(ends_in_words(text, text.find('{').unwrap()), is, "{text:?}");
        }
    }
}
