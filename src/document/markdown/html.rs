//! What readers see of an HTML block, and the comments that switch translation off and on.

use crate::text::count_words;

/// Words outside tags, comments, scripts and styles.
pub(super) fn words(html: &str) -> usize {
    let mut count = 0;
    let mut rest = html;
    while let Some(at) = memchr::memchr(b'<', rest.as_bytes()) {
        count += count_words(&rest[..at]);
        rest = behind_tag(&rest[at..]);
    }
    count + count_words(rest)
}

/// What follows the tag, comment or element without text that `html` begins with.
fn behind_tag(html: &str) -> &str {
    let end = |mark: &str| html.find(mark).map_or("", |at| &html[at + mark.len()..]);
    let is = |name: &str| html.get(1..=name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name));
    match () {
        () if html.starts_with("<!--") => end("-->"),
        () if html.starts_with("<?") => end("?>"),
        () if is("script") => end("</script>"),
        () if is("style") => end("</style>"),
        () => end(">"),
    }
}

/// The last `<!-- drogman: off -->` or `<!-- drogman: on -->` of an HTML block: whether it says off.
pub(super) fn switch(html: &str) -> Option<bool> {
    let mut found = None;
    let mut rest = html;
    while let Some(at) = rest.find("<!--") {
        rest = &rest[at + 4..];
        let Some(end) = rest.find("-->") else { break };
        match rest[..end].trim().strip_prefix("drogman:").map(str::trim) {
            Some("off") => found = Some(true),
            Some("on") => found = Some(false),
            _ => {}
        }
        rest = &rest[end..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_that_a_reader_sees() {
        assert_eq!(words("<p class=\"un deux\">Trois <b>quatre</b></p><!-- cinq --><script>six</script>"), 2);
    }

    #[test]
    fn the_last_switch_counts() {
        assert_eq!(switch("<!-- drogman: off -->"), Some(true));
        assert_eq!(switch("<!--drogman:off--><!-- drogman: on -->"), Some(false));
        assert_eq!(switch("<!-- drogman off -->"), None);
    }
}
