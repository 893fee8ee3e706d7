//! Links that end in `#` and a name.

use std::borrow::Cow;

use crate::document::fences::outside_fences;
use crate::text::Span;

/// A link to a place of a page, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link<'t> {
    /// Its first byte in the page.
    pub start: usize,
    /// The address: `pont.md#histoire`.
    pub written: &'t str,
    /// Whether a shortcode finds the page, not the browser: `{{< ref "pont.md#histoire" >}}`.
    pub is_reference: bool,
    /// Whether it stands in Markdown, and its line is indented as code is.
    pub is_indented: bool,
}

impl<'t> Link<'t> {
    /// What stands before the sign: nothing in a link to the page itself.
    pub fn path(&self) -> &'t str {
        self.written.split_once('#').map_or("", |(path, _)| path)
    }

    /// What stands behind it, its escapes read.
    pub fn fragment(&self) -> Cow<'t, str> {
        decoded(self.written.split_once('#').map_or("", |(_, fragment)| fragment))
    }
}

/// A part of an address with its escapes read (`%C3%A9` is é), if that is text.
pub fn decoded(part: &str) -> Cow<'_, str> {
    if !part.contains('%') {
        return Cow::Borrowed(part);
    }
    let (mut out, mut rest) = (Vec::with_capacity(part.len()), part.as_bytes());
    while let [byte, tail @ ..] = rest {
        let hex = |digit: u8| char::from(digit).to_digit(16);
        rest = match (byte, tail) {
            (b'%', [high, low, behind @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                let value = hex(*high).zip(hex(*low)).map_or(0, |(high, low)| high * 16 + low);
                out.extend(u8::try_from(value));
                behind
            }
            _ => {
                out.push(*byte);
                tail
            }
        };
    }
    String::from_utf8(out).map_or(Cow::Borrowed(part), Cow::Owned)
}

/// What an address of a link stands behind, in Markdown, in tags and in shortcodes.
const OPENINGS: [&str; 7] = ["](", "](<", "]: ", "href=\"", "href='", "to=\"", REFERENCE];

const REFERENCE: &str = "ref \"";

/// The links of a page that lead to a place of it, or of another page that they name by a path from it. Code and comments
/// have none.
pub fn links(text: &str) -> Vec<Link<'_>> {
    let mut found: Vec<Link<'_>> = Vec::new();
    let mut last = 0;
    for at in memchr::memchr_iter(b'#', text.as_bytes()) {
        // A page has many such signs, and few before which an address stands.
        let link = link_at(text, last..at);
        found.extend(link);
        last = at + 1;
    }
    if !found.is_empty() {
        retain_text(text, &mut found);
    }
    found
}

/// The link with its sign at the end of `before`, none of which reaches beyond its begin.
fn link_at(text: &str, before: Span) -> Option<Link<'_>> {
    let is_end = |c: char| c.is_whitespace() || "()<>\"'{}[]`|".contains(c);
    let sign = before.end;
    let start = text[before.clone()].rfind(is_end).map_or(before.start, |end| {
        let mark = text[before.start + end..].chars().next().map_or(1, char::len_utf8);
        before.start + end + mark
    });
    let opening = OPENINGS.into_iter().find(|opening| text[..start].ends_with(opening))?;
    let behind = &text[sign + 1..];
    let length = behind.find(is_end).unwrap_or(behind.len());
    let (path, is_reference) = (&text[start..sign], opening == REFERENCE);
    let leads_elsewhere = path.contains([':', '?', '@']) || (path.starts_with('/') && !is_reference);
    if length == 0 || leads_elsewhere || behind[..length].contains('#') {
        return None;
    }
    Some(Link { start, written: &text[start..sign + 1 + length], is_reference, is_indented: false })
}

/// Takes away those that stand in code or in a comment.
fn retain_text(text: &str, found: &mut Vec<Link<'_>>) {
    let comments = comments(text);
    let mut kept = Vec::with_capacity(found.len());
    let mut rest = found.drain(..).peekable();
    for line in outside_fences(text) {
        while rest.next_if(|link| link.start < line.start).is_some() {}
        let mut code = Code::default();
        while let Some(mut link) = rest.next_if(|link| link.start < line.start + line.text.len()) {
            let is_code = code.is_open(line.text, link.start - line.start);
            let before = comments.partition_point(|comment| comment.start <= link.start);
            let is_comment = comments[..before].last().is_some_and(|comment| link.start < comment.end);
            // Tags are indented in tags.
            let is_markdown = text[..link.start].trim_end_matches('<').ends_with("](");
            link.is_indented = is_markdown && is_deep(line.text);
            if !is_code && !is_comment {
                kept.push(link);
            }
        }
    }
    drop(rest);
    *found = kept;
}

/// Whether a line is indented as code is.
fn is_deep(line: &str) -> bool {
    line.starts_with("    ") || line.trim_start_matches(' ').starts_with('\t')
}

/// Code between backticks in a line, as far as it was read.
#[derive(Default)]
struct Code {
    done: usize,
    /// How many opened it, if one is open: as many close it.
    open: Option<usize>,
}

impl Code {
    /// Reads on up to a byte: whether it stands in code.
    fn is_open(&mut self, line: &str, byte: usize) -> bool {
        while let Some(at) = memchr::memchr(b'`', &line.as_bytes()[self.done..byte]).map(|at| self.done + at)
        {
            let count = line[at..].bytes().take_while(|byte| *byte == b'`').count();
            self.done = at + count;
            match self.open {
                None => self.open = Some(count),
                Some(open) if open == count => self.open = None,
                Some(_) => {}
            }
        }
        self.open.is_some()
    }
}

/// Where the comments of a page stand.
fn comments(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = memchr::memmem::find(&text.as_bytes()[at..], b"<!--").map(|open| at + open) {
        let Some(close) = memchr::memmem::find(&text.as_bytes()[open..], b"-->") else { break };
        at = open + close;
        found.push(open..at);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_places_are_found_where_pages_have_links() {
        let text = "# Un\n[a](#un) et [b](<c.md#d> \"t\"), <a href=\"e/#f\">g</a>\n\n[h]: ../i.md#j\n\
            {{< relref \"/k.md#l\" >}}\n    [m](#n)\n    <Link to=\"o#p\">\n";
        let found: Vec<_> = links(text).iter().map(|link| link.written).collect();
        assert_eq!(found, ["#un", "c.md#d", "e/#f", "../i.md#j", "/k.md#l", "#n", "o#p"]);
        assert!(links(text).iter().all(|link| text[link.start..].starts_with(link.written)));
        assert!(links(text)[5].is_indented && !links(text)[6].is_indented && links(text)[4].is_reference);
        for none in [
            "[a](https://x.test/#b) [c](/d#e) [f](g#) #h (#i)",
            "`[a](#b)` et ``[c](#d)``",
            "```\n[a](#b)\n```",
            "<!-- [a](#b)\n[c](#d) -->",
            "[a](@/b.md#c) [d](e?f#g) color: \"#fff\"",
        ] {
            assert_eq!(links(none), [], "{none}");
        }
        assert_eq!(links("`x` [a](#b) `y`").len(), 1);
    }

    #[test]
    fn escapes_of_a_fragment_are_read() {
        let link = |written| Link { start: 0, written, is_reference: false, is_indented: false };
        assert_eq!(link("a.md#%C3%A9t%c3%a9").fragment(), "été");
        assert_eq!(link("a.md#%C3%").fragment(), "%C3%");
        assert_eq!(link("#50%").fragment(), "50%");
        assert_eq!(link("a.md#b").path(), "a.md");
    }
}
