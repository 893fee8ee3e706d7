//! Lines of tags in MDX, where what stands between them is Markdown, with empty lines or without.

use super::Title;
use super::html::{is_block, is_raw};
use crate::document::markdown::arguments::behind_tag;
use crate::document::markdown::around::Around;
use crate::text::Span;

/// What a line of MDX is that begins with a tag and is no paragraph for it.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::document::markdown) enum Tags {
    /// Nothing but tags. `opens`: the last of them opens an element, whose content may be indented.
    Alone { opens: bool },
    /// An element that HTML would read to the next empty line (`<summary>Plus</summary>`), with its text.
    Around(Title),
}

/// See [`Tags`]; nothing for a line that CommonMark reads as MDX does.
pub(in crate::document::markdown) fn tags(content: &str) -> Option<Tags> {
    let first = content.starts_with('<').then(|| tag(content, 0))??;
    if let Some(span) = text_of_element(content, &first) {
        return Some(match span.is_empty() {
            true => Tags::Alone { opens: false },
            false => Tags::Around(Title { span, around: Around::Tags }),
        });
    }
    let mut last = first;
    while last.end < content.len() {
        let next = last.end + (content[last.end..].len() - content[last.end..].trim_start().len());
        last = tag(content, next)?;
    }
    Some(Tags::Alone { opens: last.opens })
}

/// What stands in an element that HTML reads to the next empty line, if it is all of a line.
fn text_of_element(content: &str, first: &Tag) -> Option<Span> {
    let name = first.name(content).filter(|name| first.opens && is_block(name))?;
    let close = content.rfind("</").filter(|&close| close >= first.end)?;
    let last = tag(content, close).filter(|last| last.end == content.len())?;
    let inner = &content[first.end..close];
    let start = first.end + (inner.len() - inner.trim_start().len());
    (last.name(content) == Some(name)).then(|| start..start + inner.trim().len())
}

/// A tag of a line.
struct Tag {
    name: Span,
    end: usize,
    opens: bool,
}

impl Tag {
    fn name<'c>(&self, content: &'c str) -> Option<&'c str> {
        content.get(self.name.clone())
    }
}

/// The tag that begins at `at`, if the line has its end; none for what holds no Markdown.
fn tag(content: &str, at: usize) -> Option<Tag> {
    let rest = content.get(at..)?.strip_prefix('<')?;
    let closes = rest.starts_with('/');
    let start = at + 1 + usize::from(closes);
    let length =
        content[start..].find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '$')))?;
    let name = start..start + length;
    let is_name = content[start..].starts_with(|c: char| c.is_ascii_alphabetic());
    let is_fragment = content[start..].starts_with('>');
    let behind = content[name.end..].chars().next()?;
    let is_tag = is_fragment || (is_name && (behind.is_whitespace() || matches!(behind, '>' | '/')));
    if !is_tag || is_raw(&content[name.clone()]) {
        return None;
    }
    let end = behind_tag(content, start)?;
    Some(Tag { name, end, opens: !closes && !content[..end].ends_with("/>") })
}

/// The lines of a tag that begins a text and takes more than one, in bytes, and whether nothing else stands on the last of them.
/// An empty line ends the search.
pub(in crate::document::markdown) fn lines_of_tag(text: &str) -> Option<(usize, bool)> {
    let start = text.len() - text.trim_start_matches([' ', '\t']).len();
    let rest = text[start..].strip_prefix('<')?;
    let length = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '$')))?;
    let (name, behind) = rest.split_at(length);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic())
        || !behind.starts_with(char::is_whitespace)
        || is_raw(name)
    {
        return None;
    }
    let first = text.find('\n')?;
    // As many lines more each time: a long row of short tags is not to be run through from each.
    let mut until = first + 1;
    let mut found = behind_tag(&text[..until], start + 1);
    while found.is_none() {
        let more = lines_to_empty(&text[until..], until);
        if more == 0 {
            break;
        }
        until += more;
        found = behind_tag(&text[..until], start + 1);
    }
    match found {
        Some(end) if end <= first => None,
        Some(end) => {
            let line = text[end..until].find('\n').map_or(until, |length| end + length + 1);
            Some((line, text[end..line].trim().is_empty()))
        }
        None => Some((until, false)),
    }
}

/// Bytes of the lines that a text begins with, up to an empty one, and to the first that is `many` bytes away.
fn lines_to_empty(text: &str, many: usize) -> usize {
    let mut length = 0;
    for line in text.split_inclusive('\n').take_while(|line| !line.trim().is_empty()) {
        length += line.len();
        if length >= many {
            break;
        }
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_may_be_all_of_a_line() {
        for (line, opens) in [
            ("<Note>", true),
            ("</Note>", false),
            ("<Card title=\"a > b\" on={() => x} />", false),
            ("<Tabs><TabItem value=\"a\">", true),
            ("<>", true),
            ("</>", false),
            ("<A.B {...props}>", true),
            ("<details>", true),
            ("</details>", false),
            ("<div><Note>", true),
        ] {
            assert_eq!(tags(line), Some(Tags::Alone { opens }), "{line}");
        }
    }

    #[test]
    fn an_element_of_html_may_stand_around_text() {
        let text = |line: &'static str| match tags(line) {
            Some(Tags::Around(title)) => Some(&line[title.span]),
            _ => None,
        };
        assert_eq!(text("<summary>Voir **plus**</summary>"), Some("Voir **plus**"));
        assert_eq!(text("<p class=\"a\"> Un <b>mot</b>. </p>"), Some("Un <b>mot</b>."));
        assert_eq!(tags("<p></p>"), Some(Tags::Alone { opens: false }));
    }

    #[test]
    fn a_tag_may_take_several_lines() {
        assert_eq!(lines_of_tag("<Card\n  title=\"a > b\"\n/>\nUn"), Some((25, true)));
        assert_eq!(lines_of_tag("  <Card n={{\n  a: 1 }}\n>\n"), Some((25, true)));
        assert_eq!(lines_of_tag("<Card\n  n={1}> Un\nDeux"), Some((18, false)));
        assert_eq!(lines_of_tag("<Card\n  n={1}\n\n>"), Some((14, false)));
        for text in
            ["<Card n={1}>\nUn", "<Card />", "<https://a\n>", "< a\n>", "<!-- a\n-->", "<pre\n>", "a <b\n>"]
        {
            assert_eq!(lines_of_tag(text), None, "{text}");
        }
    }

    #[test]
    fn other_lines_are_read_as_markdown_has_them() {
        for line in [
            "<Note>Texte</Note>",
            "<Card",
            "<Card title=\"a",
            "<https://exemple.fr>",
            "<pre>",
            "<style>",
            "<!-- a -->",
            "<p>Un",
            "< a >",
            "a <b>",
            "<b> c",
        ] {
            assert_eq!(tags(line), None, "{line}");
        }
    }
}
