//! From the parser's events to blocks: which runs of inline events are blocks, of which kind.

mod inlines;
mod templates;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use self::inlines::Run;
use super::around::Around;
use super::dialect::Dialect;
use super::mask::{Line, MARKER};
use super::rewrite::{Context, Spot};
use super::shapes::directives;
use super::shapes::opens::is_delimiter_row;
use super::{Place, arguments, html, line};
use crate::document::front_matter::FrontMatter;
use crate::document::{Block, BlockKind, InlineKind, Options, Outside, Untranslated};
use crate::text::{Span, count_words};

/// What a block stands in, as far as its kind and its marks go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Container {
    Quote,
    List,
    Item,
    Footnote,
    Heading,
    Cell,
    /// A paragraph, a table, a row.
    Other,
    /// Its text is no block.
    Code,
    Html,
}

pub(super) struct Reader<'a, 'f> {
    file: &'f str,
    source: &'a str,
    dialect: Dialect,
    options: &'f Options,
    /// First byte of the body.
    base: usize,
    /// Masked lines, starts relative to the body; those before `next_line` are behind us.
    lines: Vec<Line>,
    next_line: usize,
    stack: Vec<Container>,
    quotes: usize,
    run: Run,
    /// Start of the heading that is open.
    heading: usize,
    /// The row that is open would be the start of a code block, but for a backtick in one of its cells.
    is_like_fence: bool,
    html: Span,
    off: bool,
    /// Those of the front matter first.
    blocks: Vec<Block<'a>>,
    places: Vec<Place>,
    untranslated: Vec<(usize, Outside, String, Span)>,
    has_titles: bool,
}

impl<'a, 'f> Reader<'a, 'f> {
    /// Takes what the front matter holds; `base` is where the body begins.
    pub(super) fn new(
        file: &'f str,
        source: &'a str,
        base: usize,
        front: &mut FrontMatter<'a>,
        lines: Vec<Line>,
        dialect: Dialect,
        options: &'f Options,
    ) -> Self {
        // As many as there are lines, mostly. Only what is used of such a list is in memory, and lists that grow are
        // there twice on the way.
        let most = front.blocks.len() + memchr::memchr_iter(b'\n', &source.as_bytes()[base..]).count() + 1;
        let (mut blocks, mut places) = (Vec::with_capacity(most), Vec::with_capacity(most));
        for (block, slot) in front.blocks.drain(..) {
            blocks.push(block);
            places.push(Place::Front(Box::new(slot)));
        }
        let left = front.left.drain(..);
        let untranslated =
            left.map(|left| (left.words, Outside::FrontMatter, left.name, left.span)).collect();
        Reader {
            file,
            source,
            dialect,
            options,
            base,
            lines,
            next_line: 0,
            stack: Vec::new(),
            quotes: 0,
            run: Run::default(),
            heading: 0,
            is_like_fence: false,
            html: 0..0,
            off: false,
            blocks,
            places,
            untranslated,
            has_titles: false,
        }
    }

    pub(super) fn event(&mut self, event: Event<'_>, range: Span) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(_) if self.stack.last() == Some(&Container::Code) => {}
            Event::Html(_) | Event::Text(_) if self.stack.last() == Some(&Container::Html) => {}
            Event::Text(_) | Event::SoftBreak => self.run.text(self.source, range),
            Event::HardBreak => self.run.hard_break(self.source, range),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.run.atom(self.source, range);
            }
            Event::InlineHtml(_) | Event::FootnoteReference(_) => self.run.markup(self.source, range),
            Event::Html(_) | Event::Rule => self.flush(),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Span) {
        if self.run.open(tag, self.source, &range) {
            return;
        }
        self.flush();
        let container = match tag {
            Tag::BlockQuote(_) => {
                self.quotes += 1;
                Container::Quote
            }
            Tag::List(_) => Container::List,
            Tag::Item if self.is_head(range.start) => Container::Other,
            Tag::Item => Container::Item,
            Tag::FootnoteDefinition(_) => Container::Footnote,
            Tag::Heading { .. } => {
                self.heading = range.start;
                Container::Heading
            }
            Tag::TableHead | Tag::TableRow => {
                self.is_like_fence =
                    self.source[range.start..].trim_start_matches([' ', '\t']).starts_with("```");
                Container::Other
            }
            Tag::TableCell => Container::Cell,
            Tag::CodeBlock(kind) => {
                match kind {
                    CodeBlockKind::Fenced(info) => self.fence(info, range),
                    CodeBlockKind::Indented => self.indented(range),
                }
                Container::Code
            }
            Tag::HtmlBlock => {
                self.html = range;
                Container::Html
            }
            Tag::MetadataBlock(_) => Container::Code,
            _ => Container::Other,
        };
        self.stack.push(container);
    }

    fn end(&mut self, tag: pulldown_cmark::TagEnd, range: Span) {
        if self.run.close(tag, &range) {
            return;
        }
        self.flush();
        match self.stack.pop() {
            Some(Container::Quote) => self.quotes -= 1,
            Some(Container::Html) => self.html_block(),
            _ => {}
        }
    }

    /// Ends a run of inline events: it is a block, unless it is empty or switched off.
    fn flush(&mut self) {
        let Some(found) = self.run.take(self.source) else { return };
        if self.off || self.is_doubtful(&found.outer) {
            return;
        }
        let source = self.source;
        let context = self.context(&found.outer);
        let kind = if found.is_caption { BlockKind::Caption } else { self.kind() };
        let block = found.block(source, kind, self.quotes, self.dialect);
        // No unit comes of it, but maybe of what it is given.
        let is_of_signs = || block.text.starts_with(['<', '{']) && is_of_signs(&block);
        if context == (Context::Paragraph { is_heading: false }) && is_of_signs() {
            let blocks = self.blocks.len();
            self.arguments(found.outer.clone());
            if self.blocks.len() > blocks {
                return;
            }
        }
        let is_alternative = found.is_caption && !found.is_whole;
        self.push(block, Spot { outer: found.outer.into(), context, is_alternative });
    }

    /// Whether a block is one only as long as its first line has as many columns as the next one is a
    /// delimiter row for: the parser ends what stands above for the sake of a table, and finds none, as that
    /// row is indented. Any other words would go on with what stands above, so there is no place for them.
    /// Likewise a lone `|` under a table, which ends it, and cells behind what could open a code block.
    fn is_doubtful(&self, outer: &Span) -> bool {
        let is_heading = match self.stack.last() {
            Some(Container::Cell) => return self.is_like_fence,
            other => matches!(other, Some(Container::Heading)),
        };
        let mark = |c: char| matches!(c, ' ' | '\t' | '>');
        let Some(above) = self.source[..outer.start].trim_end_matches(mark).strip_suffix(['\n', '\r']) else {
            return false;
        };
        let above = above.strip_suffix('\r').unwrap_or(above);
        let line = above.rfind(['\n', '\r']).map_or(above, |at| &above[at + 1..]);
        let text = &self.source[outer.clone()];
        let (first, below) = text.split_once(['\n', '\r']).unwrap_or((text, ""));
        let below = below.strip_prefix('\n').unwrap_or(below).trim_start_matches(mark);
        let below = &below[..below.find(['\n', '\r']).unwrap_or(below.len())];
        (!is_heading && is_delimiter_row(below) || first.trim_end() == "|")
            && !line.trim_start_matches(mark).is_empty()
    }

    fn kind(&self) -> BlockKind {
        for container in self.stack.iter().rev() {
            return match container {
                Container::Heading => BlockKind::Heading,
                Container::Cell => BlockKind::Cell,
                Container::Item => BlockKind::Item,
                Container::Quote => BlockKind::Quote,
                Container::Footnote => BlockKind::Footnote,
                Container::List | Container::Other | Container::Code | Container::Html => continue,
            };
        }
        BlockKind::Paragraph
    }

    fn context(&self, outer: &Span) -> Context {
        match self.stack.last() {
            Some(Container::Heading) if self.source.as_bytes().get(self.heading) == Some(&b'#') => {
                Context::Heading
            }
            Some(Container::Heading) => Context::Paragraph { is_heading: true },
            Some(Container::Cell) => {
                let before = self.source[..outer.start].trim_end_matches([' ', '\t']);
                let behind = self.source[outer.end..].trim_start_matches([' ', '\t']);
                Context::Cell {
                    first: !before.ends_with('|') || line::is_escaped(&before[..before.len() - 1]),
                    last: !behind.starts_with('|'),
                }
            }
            _ => Context::Paragraph { is_heading: false },
        }
    }

    /// Whether the item that begins there is the head of a block of a site builder.
    fn is_head(&mut self, start: usize) -> bool {
        let start = start - self.base;
        self.masked(start).is_some_and(|line| line.opens_item && line.start == start + MARKER.len())
    }

    /// The first masked line that begins at a byte of the body or behind it.
    fn masked(&mut self, at: usize) -> Option<&Line> {
        while self.lines.get(self.next_line).is_some_and(|line| line.start < at) {
            self.next_line += 1;
        }
        self.lines.get(self.next_line)
    }

    fn html_block(&mut self) {
        let span = std::mem::take(&mut self.html);
        let at = span.start - self.base;
        // Its first line may be indented.
        let indent = self.source[span.clone()].len() - self.source[span.clone()].trim_start().len();
        if let Some(line) = self.masked(at)
            && line.start <= at + indent
        {
            // The mark of an item stands in place of its first bytes.
            let begin = if line.opens_item { line.start - MARKER.len() } else { at };
            let (title, part) = (line.title.clone(), begin..line.end);
            let part = self.base + part.start..self.base + part.end;
            self.next_line += 1;
            match title.filter(|_| !self.off) {
                Some(title) => {
                    let span = self.base + title.span.start..self.base + title.span.end;
                    self.title(span, title.around);
                }
                None if self.off => {}
                None => self.line(part),
            }
            return;
        }
        let text = &self.source[span.clone()];
        let was_off = self.off;
        if let Some(off) = html::switch(text) {
            self.off = off;
        }
        let words = if was_off || self.off { 0 } else { html::words(text) };
        if words > 0 {
            let end = span.start + text.trim_end().len();
            self.untranslated.push((words, Outside::Html, String::new(), span.start..end));
        }
        if !was_off && !self.off {
            self.arguments(span);
        }
    }

    /// What a line holds that is no Markdown and has no title.
    fn line(&mut self, part: Span) {
        let text = &self.source[part.clone()];
        match text.trim_start().as_bytes().first() {
            Some(b'{' | b'<') => self.arguments(part),
            // `:::note{title="À savoir"}`
            Some(b':') => {
                let attributes = text.find('{').unwrap_or(text.len());
                self.arguments(part.start + attributes..part.end);
            }
            Some(b'+') if !text.starts_with("+++ ") => {
                let words = text.split(['|', '+', '-', '=']).map(count_words).sum();
                if words > 0 {
                    let end = part.start + text.trim_end().len();
                    self.untranslated.push((words, Outside::Drawn, String::new(), part.start..end));
                }
            }
            _ => {}
        }
    }

    /// Words in what is indented as code is: MDX has no such code.
    fn indented(&mut self, span: Span) {
        let words = count_words(&self.source[span.clone()]);
        if words > 0 && !self.off && self.dialect == Dialect::Mdx {
            self.untranslated.push((words, Outside::Indented, String::new(), span));
        }
    }

    /// Words for readers in a directive that is written as code, of which nothing is translated, and in what code is given.
    fn fence(&mut self, info: &str, span: Span) {
        if self.off {
            return;
        }
        if let Some((name, words)) = directives::words_in_fence(info, &self.source[span.clone()]) {
            self.untranslated.push((words, Outside::Directive, name.to_owned(), span.clone()));
        }
        if info.contains(['"', '\'']) {
            let line = &self.source[span.clone()];
            let line = &line[..line.find(['\n', '\r']).unwrap_or(line.len())];
            let signs = line.len() - line.trim_start_matches(['`', '~', ' ']).len();
            self.given(arguments::of_fences, span.start + signs..span.start + line.len());
        }
    }

    /// The values of arguments in a part of the file that is shortcodes or tags: blocks if the project names them.
    fn arguments(&mut self, part: Span) {
        let text = &self.source[part.clone()];
        if memchr::memchr3(b'"', b'\'', b'`', text.as_bytes()).is_none() {
            return;
        }
        let is_tag = text.trim_start().starts_with('<');
        self.given(if is_tag { arguments::of_tags } else { arguments::of_shortcodes }, part);
    }

    fn given(&mut self, read: fn(&str) -> Vec<arguments::Argument>, part: Span) {
        let text = &self.source[part.clone()];
        for argument in read(text) {
            let span = part.start + argument.value.start..part.start + argument.value.end;
            match &self.options.arguments {
                Some(names) if argument.is_among(text, names) => self.title(span, argument.around),
                Some(_) => {}
                None => match argument.words(text) {
                    0 => {}
                    words => self.untranslated.push((words, Outside::Argument, argument.name(text), span)),
                },
            }
        }
    }

    fn title(&mut self, span: Span, around: Around) {
        let mut run = Run::default();
        run.text(self.source, span.clone());
        let Some(found) = run.take(self.source) else { return };
        let block = found.block(self.source, BlockKind::Caption, 0, self.dialect);
        let context = Context::Title(around);
        self.push(block, Spot { outer: span.into(), context, is_alternative: false });
        self.has_titles = true;
    }

    fn push(&mut self, block: Block<'a>, spot: Spot) {
        self.blocks.push(block);
        self.places.push(Place::Inline(spot));
    }

    /// The blocks, their places, and what is left in the source language.
    pub(super) fn finish(mut self) -> (Vec<Block<'a>>, Vec<Place>, Vec<Untranslated>) {
        self.flush();
        if self.has_titles {
            let mut both: Vec<_> = self.blocks.drain(..).zip(self.places.drain(..)).collect();
            let front = both.iter().take_while(|(_, place)| matches!(place, Place::Front(_))).count();
            both[front..].sort_by_key(|(block, _)| block.pieces.get(0).map_or(0, |piece| piece.file));
            (self.blocks, self.places) = both.into_iter().unzip();
        }
        let untranslated = Untranslated::all(self.untranslated, self.file, self.source);
        (self.blocks, self.places, untranslated)
    }
}

/// Whether a block is tags and expressions, and no letter outside.
fn is_of_signs(block: &Block<'_>) -> bool {
    let mut at = 0;
    let is_blank = |part: &str| !part.contains(char::is_alphanumeric);
    for inline in &block.inline {
        match inline.kind {
            InlineKind::Markup | InlineKind::Atom => {
                if !is_blank(block.text.get(at..inline.span.start).unwrap_or_default()) {
                    return false;
                }
                at = at.max(inline.span.end);
            }
            InlineKind::Whole if inline.span.start >= at => return false,
            InlineKind::Whole | InlineKind::Break => {}
        }
    }
    at > 0 && is_blank(&block.text[at..])
}
