//! What readers see of an HTML block, and the comments that switch translation off and on.

use std::cell::OnceCell;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::document::fences::{Line, outside_fences};
use crate::text::{LineIndex, Span, count_words};

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

/// The comments of a page that are meant to switch translation off or on, and do not: nobody sees that a passage is
/// translated after all. Those in code are examples.
pub(super) fn slips(file: &str, source: &str) -> Vec<Diagnostic> {
    let (lines, text) = (OnceCell::new(), OnceCell::new());
    let is_text = |at: usize| {
        // Also lines that are indented as code is, whatever they stand in: in doubt nothing is said.
        let is_no_code = |line: &Line<'_>| !line.text.starts_with("    ") && !line.text.starts_with('\t');
        let span = |line: Line<'_>| line.start..line.start + line.text.len();
        let text: &Vec<Span> =
            text.get_or_init(|| outside_fences(source).filter(is_no_code).map(span).collect());
        let before = text.partition_point(|line| line.start <= at);
        text[..before].last().is_some_and(|line| line.contains(&at))
    };
    // Nearly no page has one.
    let comments = memchr::memmem::find_iter(source.as_bytes(), OPEN).filter_map(|at| {
        let inner = &source[at + OPEN.len()..];
        let inner = &inner[..start_of(inner, LONGEST).find(CLOSE)?];
        let word = meant(inner)?;
        let before = end_of(&source[..at], LONGEST);
        let line = &before[before.rfind(['\n', '\r']).map_or(0, |end| end + 1)..];
        let is_within_words = !line.trim_start().starts_with('<') && line.contains(char::is_alphabetic);
        let is_written_so = inner.trim().strip_prefix("drogman:").map(str::trim) == Some(word);
        if line.contains('`') || (is_written_so && !is_within_words) || !is_text(at) {
            return None;
        }
        let message = match is_written_so {
            false => "this comment switches nothing",
            true => "this comment stands behind words, and switches nothing there",
        };
        let help = match (is_written_so, is_within_words) {
            (false, false) => format!("write it as: <!-- drogman: {word} -->"),
            (false, true) => format!("write it as <!-- drogman: {word} -->, {APART}"),
            (true, _) => format!("put it {APART}"),
        };
        let span = at..at + OPEN.len() + inner.len() + CLOSE.len();
        let place = Place::span(file, lines.get_or_init(|| LineIndex::new(source)), &span);
        Some(Diagnostic::new("comment", Severity::Warning, message).at(place).help(help))
    });
    comments.collect()
}

/// Where a comment switches anything.
const APART: &str = "on a line of its own, with an empty line before it";

/// The marks of a comment.
const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// So many bytes of a comment, and of the line before it, are looked at: a switch is short.
const LONGEST: usize = 200;

/// The first bytes of a text, at most so many.
fn start_of(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}

/// The last bytes of a text, at most so many.
fn end_of(text: &str, most: usize) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(most))..]
}

/// What a comment is to switch translation to, if that is all that it says.
fn meant(comment: &str) -> Option<&'static str> {
    let comment = comment.trim();
    let name = comment.get(.."drogman".len()).filter(|name| name.eq_ignore_ascii_case("drogman"))?;
    let word =
        comment[name.len()..].trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '=' | '-'));
    match word.to_ascii_lowercase().as_str() {
        "off" | "of" => Some("off"),
        "on" => Some("on"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_switch_that_does_nothing_is_told() {
        let told = |page: &str| -> Vec<String> {
            let line = |finding: &Diagnostic| {
                let at = finding.place.as_ref().and_then(|place| place.at).expect("a place");
                let help = finding.help.as_deref().unwrap_or_default();
                format!("{}:{} {} / {help}", at.line, at.column, finding.message)
            };
            slips("a.md", page).iter().map(line).collect()
        };
        for written in
            ["drogman off", "Drogman: off", "drogman : off", "drogman:OFF", "drogman: of", "DROGMAN=off"]
        {
            let told = told(&format!("Un.\n\n<!-- {written} -->\nDeux.\n"));
            assert_eq!(
                told,
                ["3:1 this comment switches nothing / write it as: <!-- drogman: off -->"],
                "{written}"
            );
        }
        let [inner] = told("Un <!-- drogman: off -->mot.\n").try_into().expect("one");
        assert!(inner.starts_with("1:4 this comment stands behind words"), "{inner}");
        let [inner] = told("Un <!-- drogman off --> mot.\n").try_into().expect("one");
        assert!(inner.ends_with(
            "/ write it as <!-- drogman: off -->, on a line of its own, with an empty line before it"
        ));
        for page in [
            "<!-- drogman: off -->\nUn.\n<!--drogman:on-->\n",
            "- <!-- drogman: off -->\n  Un.\n",
            "> <!-- drogman: off -->\n",
            "<p>Un</p><!-- drogman: off -->\n",
            "Écrivez `<!-- drogman off -->` ici.\n",
            "```html\n<!-- drogman off -->\n<p>Un <!-- drogman: on --></p>\n```\n",
            "- Un :\n\n  ~~~\n  <!-- drogman off -->\n  ~~~\n",
            "Un :\n\n    <!-- drogman off -->\n",
            "<!-- drogman est un outil -->\n",
            "<!-- note --> drogman\n",
        ] {
            assert_eq!(told(page), [""; 0], "{page}");
        }
    }

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
