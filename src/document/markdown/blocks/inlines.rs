//! A run of inline events: its extent, and its elements for the segmenter.

use pulldown_cmark::{LinkType, Tag, TagEnd};

use super::templates;
use crate::document::markdown::dialect::Dialect;
use crate::document::markdown::line::{self, OneLine};
use crate::document::{Block, BlockKind, Inline, InlineKind};
use crate::text::Span;

/// An inline element.
#[derive(Debug)]
struct Element {
    span: Span,
    /// From its first to its last content; empty if it has none.
    inner: Span,
    what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Emphasis,
    Link,
    Image,
    /// An image whose address has a title, which is text, too.
    TitledImage,
    Atom,
    Markup,
}

#[derive(Debug, Default)]
pub(super) struct Run {
    span: Option<Span>,
    /// In order of their starts, outer before inner.
    elements: Vec<Element>,
    /// Those that are open.
    open: Vec<usize>,
    /// Hard breaks, and how many elements are open there.
    breaks: Vec<(Span, usize)>,
}

/// A run that is over.
#[derive(Debug)]
pub(super) struct Found {
    /// All of it.
    pub(super) outer: Span,
    /// Without the emphasis around it, or the alternative text of an image.
    inner: Span,
    /// It is nothing but an image.
    pub(super) is_caption: bool,
    /// It is an image whose whole markup is text of the block.
    pub(super) is_whole: bool,
    elements: Vec<Element>,
    breaks: Vec<Span>,
}

impl Run {
    pub(super) fn text(&mut self, source: &str, range: Span) {
        self.extend(source, range);
    }

    pub(super) fn atom(&mut self, source: &str, range: Span) {
        self.leaf(source, range, What::Atom);
    }

    pub(super) fn markup(&mut self, source: &str, range: Span) {
        self.leaf(source, range, What::Markup);
    }

    fn leaf(&mut self, source: &str, range: Span, what: What) {
        self.extend(source, range.clone());
        self.elements.push(Element { inner: range.end..range.end, span: range, what });
    }

    pub(super) fn hard_break(&mut self, source: &str, range: Span) {
        self.breaks.push((range.clone(), self.open.len()));
        self.extend(source, range);
    }

    /// Begins an element if `tag` is an inline one.
    pub(super) fn open(&mut self, tag: &Tag<'_>, source: &str, range: &Span) -> bool {
        let what = match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {
                What::Emphasis
            }
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => What::Atom,
            Tag::Link { .. } => What::Link,
            Tag::Image { title, .. } if !title.is_empty() => What::TitledImage,
            Tag::Image { .. } => What::Image,
            _ => return false,
        };
        self.extend(source, range.clone());
        self.open.push(self.elements.len());
        self.elements.push(Element { span: range.clone(), inner: range.end..range.end, what });
        true
    }

    /// Ends an element if `tag` is an inline one.
    pub(super) fn close(&mut self, tag: TagEnd, _: &Span) -> bool {
        let is_inline = matches!(
            tag,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Superscript
                | TagEnd::Subscript
                | TagEnd::Link
                | TagEnd::Image
        );
        if is_inline {
            self.open.pop();
        }
        is_inline
    }

    /// Content of the innermost open element, or of the run itself.
    fn extend(&mut self, source: &str, range: Span) {
        // The parser leaves out the backslash of an escape.
        let escapes = |least: usize| range.start > least && source.as_bytes()[range.start - 1] == b'\\';
        if let Some(&open) = self.open.last() {
            let element = &mut self.elements[open];
            if element.inner.is_empty() {
                let start = range.start - usize::from(escapes(element.span.start + 1));
                element.inner = start..range.end;
            } else {
                element.inner.end = range.end.max(element.inner.end);
            }
        }
        match &mut self.span {
            Some(span) => span.end = span.end.max(range.end),
            None => self.span = Some(range.start - usize::from(escapes(0))..range.end),
        }
    }

    /// Ends the run, if there is one.
    pub(super) fn take(&mut self, source: &str) -> Option<Found> {
        let span = self.span.take()?;
        let elements = std::mem::take(&mut self.elements);
        let breaks = std::mem::take(&mut self.breaks);
        self.open.clear();
        let outer = trim(source, span);
        if outer.is_empty() {
            return None;
        }
        let mut inner = outer.clone();
        let mut wrappers = 0;
        while let Some(element) = elements.get(wrappers)
            && element.what == What::Emphasis
            && element.span == inner
            && !element.inner.is_empty()
        {
            inner = element.inner.clone();
            wrappers += 1;
        }
        let mut is_caption = false;
        let mut is_whole = false;
        let link = usize::from(elements.get(wrappers).is_some_and(|link| {
            let is_around = elements.get(wrappers + 1).is_some_and(|image| image.span == link.inner);
            link.what == What::Link && link.span == inner && is_around
        }));
        if let Some(image) = elements.get(wrappers + link)
            && image.span == if link == 1 { elements[wrappers].inner.clone() } else { inner.clone() }
        {
            match image.what {
                What::Image if image.inner.is_empty() => return None,
                What::Image => {
                    is_caption = true;
                    inner = image.inner.clone();
                    wrappers += link + 1;
                }
                What::TitledImage => (is_caption, is_whole) = (true, true),
                What::Emphasis | What::Link | What::Atom | What::Markup => {}
            }
        }
        let inner = trim(source, inner);
        if inner.is_empty() {
            return None;
        }
        let elements = elements.into_iter().skip(wrappers).collect();
        let breaks =
            breaks.into_iter().filter(|(_, depth)| *depth <= wrappers).map(|(span, _)| span).collect();
        Some(Found { outer, inner, is_caption, is_whole, elements, breaks })
    }
}

/// Without ASCII white space at the ends: others (a no-break space) are text.
fn trim(source: &str, span: Span) -> Span {
    let blank = |c: char| c.is_ascii_whitespace();
    let text = &source[span.clone()];
    let start = span.start + (text.len() - text.trim_start_matches(blank).len());
    start..start + text.trim_matches(blank).len()
}

impl Found {
    pub(super) fn block<'a>(
        &self,
        source: &'a str,
        kind: BlockKind,
        quotes: usize,
        dialect: Dialect,
    ) -> Block<'a> {
        let mut inline = Vec::with_capacity(self.elements.len() * 2 + self.breaks.len());
        let OneLine { text, pieces } =
            line::join(source, self.inner.clone(), quotes, &self.breaks, &mut inline);
        let at = |file: usize| line::text_offset(&pieces, text.len(), file);
        let mut push = |span: Span, kind: InlineKind| {
            let span = at(span.start)..at(span.end);
            if !span.is_empty() {
                inline.push(Inline { span, kind });
            }
        };
        for Element { span, inner, what } in &self.elements {
            match what {
                What::Atom => push(span.clone(), InlineKind::Atom),
                What::Markup => push(span.clone(), InlineKind::Markup),
                // The title is all that there is to read.
                What::TitledImage if inner.is_empty() => push(span.clone(), InlineKind::Whole),
                What::Emphasis | What::Link | What::Image | What::TitledImage => {
                    push(span.clone(), InlineKind::Whole);
                    push(span.start..inner.start, InlineKind::Markup);
                    push(inner.end..span.end, InlineKind::Markup);
                }
            }
        }
        if text.contains(['{', '<']) {
            templates::find(&text, dialect, &mut inline);
        }
        inline.sort_by_key(|inline| (inline.span.start, std::cmp::Reverse(inline.span.end)));
        Block { kind, text, pieces, inline: inline.into() }
    }
}
