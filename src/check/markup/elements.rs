//! Tags as they are compared: their names, and what they carry beside words.

use crate::check::links::SEEN;
use crate::check::scan::{Kind, Text};
use crate::text::Span;

/// A tag's name, and what it carries beside words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element<'a> {
    pub(super) name: &'a str,
    /// Names of attributes, and the values of those that no translator touches.
    attributes: Vec<(&'a str, &'a str)>,
    pub(super) span: Span,
}

impl Element<'_> {
    /// Whether two tags say the same: HTML knows no capitals, and some attributes are sets.
    ///
    /// `raw` is the text of this one.
    pub(super) fn is_same(&self, other: &Element<'_>, raw: &str) -> bool {
        let is_named_alike = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
        // Components are known by their capitals.
        let is_html = |name: &str| {
            let name = name.trim_start_matches('/');
            HTML.iter().any(|element| element.eq_ignore_ascii_case(name))
        };
        let is_set = |key: &str| ["class", "rel"].iter().any(|set| set.eq_ignore_ascii_case(key));
        let sorted = |value: &'_ str| {
            let mut all: Vec<_> = value.split_ascii_whitespace().map(str::to_owned).collect();
            all.sort_unstable();
            all
        };
        (self.name == other.name
            || is_named_alike(self.name, other.name) && (is_html(self.name) || !self.is_component(raw)))
            && self.attributes.len() == other.attributes.len()
            && self.attributes.iter().zip(&other.attributes).all(|((key, value), (theirs, of_theirs))| {
                is_named_alike(key, theirs)
                    && (value == of_theirs || is_set(key) && sorted(value) == sorted(of_theirs))
            })
    }

    /// Whether it is a component of the page's own, which has a capital and is no name of something to be written: `<Badge …>`,
    /// `<Badge/>`, `</Badge>`, `<Badge>…</Badge>`.
    fn is_component(&self, raw: &str) -> bool {
        let bare = self.name.trim_start_matches('/');
        let inner = &raw[self.span.start + 1..self.span.end - 1];
        bare.starts_with(|c: char| c.is_ascii_uppercase())
            && bare.contains(|c: char| c.is_ascii_lowercase())
            && (inner.contains(['=', '/']) || raw.contains(&["</", bare].concat()))
    }

    /// Whether it is no element of HTML, but stands for something that a reader is to write: `<nom du fichier>`. Those of
    /// programs begin with a capital; so do nouns in German.
    pub(super) fn is_name(&self, text: &Text<'_>) -> bool {
        let inner = &text.raw[self.span.start + 1..self.span.end - 1];
        inner.chars().all(is_part_of_name)
            && !HTML.contains(&self.name)
            && !text.raw.contains(&["</", self.name].concat())
    }
}

/// Whether a name of something to be written may have it: `<n° d'ordre>`.
fn is_part_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '’' | '\'' | '°')
}

/// How many names of something to be written a text has that no tag could begin like: `<état>`, `<имя файла>`.
pub(super) fn names_beyond_ascii(text: &Text<'_>) -> usize {
    let is_name = |at: usize| {
        let rest = &text.raw[at + 1..];
        let end = rest.find(|c| !is_part_of_name(c)).unwrap_or(rest.len());
        rest.starts_with(|c: char| c.is_alphabetic() && !c.is_ascii()) && rest[end..].starts_with('>')
    };
    memchr::memchr_iter(b'<', text.raw.as_bytes()).filter(|at| is_name(*at)).count()
}

/// The elements of HTML that stand in sentences, or may open one.
/// Source: [HTML, index of elements](https://html.spec.whatwg.org/multipage/indices.html).
#[rustfmt::skip]
const HTML: [&str; 114] = [
    "a", "abbr", "address", "area", "article", "aside", "audio", "b", "base", "bdi", "bdo", "big", "blockquote",
    "body", "br", "button", "canvas", "caption", "center", "cite", "code", "col", "colgroup", "data", "datalist", "dd",
    "del", "details", "dfn", "dialog", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure", "font",
    "footer", "form", "frame", "head", "header", "hgroup", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd",
    "label", "legend", "li", "link", "main", "map", "mark", "menu", "meta", "meter", "nav", "noscript", "object", "ol",
    "optgroup", "option", "output", "p", "param", "picture", "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp",
    "script", "search", "section", "select", "slot", "small", "source", "span", "strike", "strong", "style", "sub",
    "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title",
    "tr", "track", "tt", "u", "ul", "var", "video", "wbr",
];

/// Attributes whose values may be others in a translation: words, its language, and addresses, which `links`
/// compares.
fn is_free(attribute: &str) -> bool {
    SEEN.contains(&attribute) || matches!(attribute, "lang" | "hreflang" | "href" | "src")
}

/// Those of a text, in order.
pub(super) fn elements<'a>(text: &'a Text<'_>) -> Vec<Element<'a>> {
    text.spans(Kind::Tag).map(|span| element(text.raw, span.clone())).collect()
}

fn element(raw: &str, span: Span) -> Element<'_> {
    let inner = raw[span.start + 1..span.end - 1].trim_end_matches('/').trim();
    let (name, mut rest) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        if end == 0 {
            break;
        }
        let key = &rest[..end];
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            let body = if quote.is_some() { &after[1..] } else { after };
            let end = match quote {
                Some(quote) => body.find(quote).unwrap_or(body.len()),
                None => body.find(char::is_whitespace).unwrap_or(body.len()),
            };
            value = &body[..end];
            rest = body[end..].trim_start_matches(['"', '\'']);
        }
        let value = if is_free(key) { "" } else { value.trim() };
        attributes.push((key, value));
    }
    attributes.sort_unstable();
    Element { name, attributes, span }
}
