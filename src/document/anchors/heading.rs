//! The headings of a page, as site builders see them: by lines, so that the same is read of the French page and of one
//! that was built of it.

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, Parser};

use crate::document::fences::outside_fences;
use crate::document::front_matter;
use crate::document::markdown::extensions;

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading<'t> {
    /// The number of its line, from 1; of the first one, if there are more.
    pub(super) line: usize,
    /// The signs that make it one; none where a line below does.
    pub(super) marks: &'t str,
    /// What stands behind them, with its markup.
    pub(super) written: &'t str,
    /// Whether it is given an id, which builders take in place of its words.
    pub(super) has_id: bool,
}

/// The headings of a page.
pub(super) fn headings(text: &str) -> Vec<Heading<'_>> {
    // Its last line would make a heading of the one above.
    let front = front_matter::end(text);
    let mut found: Vec<Heading<'_>> = Vec::new();
    // The paragraph that is open: its first byte, and the number of its line.
    let mut paragraph: Option<(usize, usize)> = None;
    let mut below: Option<usize> = None;
    for line in outside_fences(text).filter(|line| line.start >= front) {
        let bare = line.text.trim_start_matches(['\u{feff}', ' ', '\t', '>']);
        if below.take() == Some(line.number) && is_id_line(bare) {
            found.last_mut().into_iter().for_each(|heading| heading.has_id = true);
        }
        if let Some((marks, written)) = marked(bare) {
            let (written, has_id) = without_attributes(written);
            found.push(Heading { line: line.number, marks, written, has_id });
            (paragraph, below) = (None, Some(line.number + 1));
        } else if bare.trim_end().is_empty() {
            paragraph = None;
        } else if let Some((start, number)) = paragraph.filter(|_| is_underline(bare)) {
            let (written, has_id) = without_attributes(text[start..line.start].trim());
            found.push(Heading { line: number, marks: "", written, has_id });
            (paragraph, below) = (None, Some(line.number + 1));
        } else if paragraph.is_none() && !begins_otherwise(line.text.trim_start()) {
            paragraph = Some((line.start, line.number));
        }
    }
    found
}

/// The signs of a heading that stand before it, and what follows.
fn marked(line: &str) -> Option<(&str, &str)> {
    let count = line.bytes().take_while(|byte| *byte == b'#').count();
    let (marks, rest) = line.split_at(count);
    if !(1..=6).contains(&count) || !rest.starts_with([' ', '\t']) {
        return None;
    }
    let rest = rest.trim();
    let open = rest.trim_end_matches('#');
    let is_closed = open.is_empty() || open.ends_with([' ', '\t']);
    Some((marks, if is_closed { open.trim_end() } else { rest }))
}

fn is_underline(line: &str) -> bool {
    let line = line.trim_end();
    line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-')
}

/// Whether a line begins no paragraph that a line below could make a heading of.
fn begins_otherwise(line: &str) -> bool {
    let is_numbered = line.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')'])
        && line.starts_with(|c: char| c.is_ascii_digit());
    is_numbered || line.starts_with(['>', '|', '<', '{', ':', '!']) || is_item(line)
}

fn is_item(line: &str) -> bool {
    line.strip_prefix(['-', '*', '+']).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// Whether a line gives the heading above it an id: `{: #pont}`.
fn is_id_line(line: &str) -> bool {
    let line = line.trim_end();
    line.starts_with('{') && line.ends_with('}') && line.contains('#')
}

/// A heading without what builders take for its attributes, and whether an id is among them: `{#pont}`, `{ .vu #pont }`,
/// `{/* #pont */}`, `<!-- #pont -->`.
fn without_attributes(written: &str) -> (&str, bool) {
    for (open, close) in [("{", "}"), ("<!--", "-->")] {
        if let Some(inner) = written.strip_suffix(close).filter(|inner| !inner.ends_with('}'))
            && let Some(at) = inner.rfind(open)
            && !inner[..at].ends_with('{')
        {
            let inside = inner[at + open.len()..].trim_start_matches([' ', ':', '/', '*']);
            if inside.starts_with(['#', '.']) {
                return (written[..at].trim_end(), inside.contains('#'));
            }
        }
    }
    (written, false)
}

impl<'t> Heading<'t> {
    /// One of which only the text is known.
    pub(super) fn of(written: &'t str) -> Self {
        Heading { line: 1, marks: "", written, has_id: false }
    }

    /// The words that readers see.
    pub(super) fn words(&self) -> Cow<'t, str> {
        let written = self.written;
        if memchr::memchr3(b'*', b'_', b'[', written.as_bytes()).is_none()
            && !written.contains(['<', '&', '`', '~', '\\', '!', '\n'])
        {
            return Cow::Borrowed(written);
        }
        // Labels are explained elsewhere in the page: any may be.
        let known = |_| Some((CowStr::Borrowed("#"), CowStr::Borrowed("")));
        let line = match written.contains('\n') {
            true => written.split_ascii_whitespace().collect::<Vec<_>>().join(" "),
            false => written.to_owned(),
        };
        let line = ["# ", &line].concat();
        let mut words = String::with_capacity(written.len());
        for event in Parser::new_with_broken_link_callback(&line, extensions(), Some(known)) {
            if let Event::Text(text) | Event::Code(text) = event {
                words.push_str(&text);
            }
        }
        Cow::Owned(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(usize, String, bool)> {
        let of = |heading: Heading<'_>| (heading.line, heading.words().into_owned(), heading.has_id);
        headings(text).into_iter().map(of).collect()
    }

    #[test]
    fn headings_are_found_whatever_they_stand_in() {
        let text = "---\ntitle: Un\n---\n# Un ##\n\nDeux\n====\n\nTrois\net plus\n---\n\n- item\n---\n```\n# non\n```\n\
            > ## Quatre\n\n    ### Cinq\n#hashtag\n";
        assert_eq!(found("\u{feff}# Un\r\n")[0].1, "Un");
        let words: Vec<_> = found(text).into_iter().map(|(line, words, _)| (line, words)).collect();
        let wanted = [(4, "Un"), (6, "Deux"), (9, "Trois et plus"), (18, "Quatre"), (20, "Cinq")];
        assert_eq!(words, wanted.map(|(line, words)| (line, words.to_owned())));
    }

    #[test]
    fn words_are_those_that_readers_see() {
        for (written, words) in [
            ("Le [pont](a.md) *neuf* `x_y`", "Le pont neuf x_y"),
            ("[Le pont][p] &amp; l\\'eau <Badge text=\"neuf\" />", "Le pont & l'eau "),
            ("[Non publié]", "Non publié"),
            ("L’eau\u{a0}: **2**", "L’eau\u{a0}: 2"),
            ("1. Un_deux", "1. Un_deux"),
        ] {
            assert_eq!(found(&format!("# {written}\n")), [(1, words.to_owned(), false)], "{written}");
        }
    }

    #[test]
    fn ids_that_are_given_are_seen() {
        for text in [
            "# Un {#deux}\n",
            "# Un {: #deux .vu }\n",
            "# Un {/* #deux */}\n",
            "# Un <!-- #deux -->\n",
            "# Un\n{: #deux}\n",
            "Un {#deux}\n---\n",
        ] {
            assert_eq!(found(text), [(1, "Un".to_owned(), true)], "{text}");
        }
        assert_eq!(found("# Un {.vu}\n"), [(1, "Un".to_owned(), false)]);
        assert_eq!(found("# Un {{< vu >}}\n")[0], (1, "Un {{< vu >}}".to_owned(), false));
    }
}
