//! Other text in a block of Markdown, so that the page keeps its blocks.
//!
//! The block is laid out with its changed parts first, then each line that holds one is looked at as the
//! parser will see it. What needs an escape in which place is told by the modules of `escape`.

use super::around::Around;
use super::escape;
use super::line::is_escaped;
use super::shapes::builders::is_definition;
use super::shapes::opens;
use crate::document::assemble::{Change, is_joined, one_line};
use crate::document::{Block, InlineKind};
use crate::text::{Edit, ShortSpan, Span, inserted};

/// A blank that is no blank for the parser: stands where nothing at all would change the blocks.
const BLANK: &str = "&#32;";

/// Where a block stands in the file.
#[derive(Debug)]
pub(super) struct Spot {
    /// The block's text with the emphasis or the image around it.
    pub(super) outer: ShortSpan,
    pub(super) context: Context,
    /// The text is the alternative text of an image.
    pub(super) is_alternative: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    /// Lines that could each begin another block.
    Paragraph {
        /// It is underlined.
        is_heading: bool,
    },
    /// The rest of a line that begins with `#`.
    Heading,
    Cell {
        /// Nothing separates it from the start of the line.
        first: bool,
        /// No `|` comes behind it.
        last: bool,
    },
    /// A title in a line that is masked.
    Title(Around),
}

/// A block with its changed parts, before line starts are looked at.
struct Layout {
    out: String,
    /// Starts of its lines in `out`.
    lines: Vec<usize>,
    /// Changed parts of `out`, in order; an empty one where a text was dropped.
    changed: Vec<Span>,
}

impl Spot {
    /// Whether the block is a value between quotation marks.
    pub(super) fn is_value(&self) -> bool {
        matches!(self.context, Context::Title(Around::Value(..)))
    }

    pub(super) fn rewrite(&self, source: &str, block: &Block<'_>, changes: &[Change<'_>]) -> Edit {
        let layout = self.lay_out(source, block, changes);
        let mut inserts = self.fill_blanks(block, &layout);
        match self.context {
            Context::Paragraph { is_heading } => {
                self.escape_lines(source, &layout, usize::MAX, &mut inserts);
                escape_tables(&layout, &mut inserts);
                if is_heading {
                    self.escape_attributes(source, &layout, &mut inserts);
                }
            }
            Context::Heading => {
                if let Some(at) = changed_tail(&layout).and_then(escape::heading::closing) {
                    inserts.push((at, "\\"));
                }
                self.escape_attributes(source, &layout, &mut inserts);
            }
            Context::Cell { first, last } => {
                if last && self.ends_shortcode(source, &layout) {
                    inserts.push((layout.out.len() - 1, "\\"));
                }
                if first {
                    self.escape_lines(source, &layout, 1, &mut inserts);
                }
                if layout.out.ends_with('\\') && source[self.outer.end()..].starts_with('|') {
                    inserts.push((layout.out.len(), " "));
                }
            }
            Context::Title(
                Around::Brackets | Around::Quotes | Around::Braces | Around::Tags | Around::Value(..),
            ) => {}
            Context::Title(Around::Nothing | Around::Fence) => {
                self.escape_attributes(source, &layout, &mut inserts)
            }
        }
        // A byte-order mark would be no text at the start of a file.
        let is_first = source[..self.outer.start()].trim_start_matches('\u{feff}').is_empty();
        if is_first && layout.out.starts_with('\u{feff}') {
            inserts.push((0, "&#65279;"));
        }
        inserts.sort_by_key(|(at, _)| *at);
        Edit::replace(self.outer.span(), inserted(&layout.out, inserts))
    }

    fn lay_out(&self, source: &str, block: &Block<'_>, changes: &[Change<'_>]) -> Layout {
        let mut layout = Layout { out: String::new(), lines: vec![0], changed: Vec::new() };
        let mut at = self.outer.start();
        let mut next = 1;
        for change in changes {
            let file = block.file_span(&change.span);
            let text = self.escaped(source, block, change);
            let is_behind = !layout.changed.is_empty() && is_soft(&source[at..file.start]);
            if !is_behind || !is_joined(&layout.out, &text) {
                layout.keep(source, at..file.start, block, &mut next);
            }
            let start = layout.out.len();
            layout.out.push_str(&text);
            layout.changed.push(start..layout.out.len());
            at = file.end;
            if text.is_empty() {
                at = layout.close_gap(source, at, block, &mut next, self.outer.end());
            }
            while block.pieces.get(next).is_some_and(|piece| piece.file < at) {
                next += 1;
            }
        }
        layout.keep(source, at..self.outer.end(), block, &mut next);
        layout
    }

    /// A changed text with the escapes that it needs anywhere in the block.
    fn escaped(&self, source: &str, block: &Block<'_>, change: &Change<'_>) -> String {
        let text = one_line(change.text);
        if let Context::Title(Around::Value(quote, within)) = self.context {
            return escape::value::quoted(&text, quote, within);
        }
        let mut text = match self.context {
            Context::Cell { .. } => escape::cell::pipes(&text),
            Context::Title(Around::Brackets) => escape::brackets::balanced(&text),
            Context::Title(Around::Fence) => text.replace('`', "'"),
            Context::Title(Around::Braces) => text.replace('{', "(").replace('}', ")"),
            _ if self.is_alternative => escape::brackets::balanced(&text),
            Context::Paragraph { is_heading: true } => escape::heading::pipes(&text),
            Context::Paragraph { .. } | Context::Heading | Context::Title(_) => text.into_owned(),
        };
        if let Some(mark) = self.mark(source, block) {
            if change.span.start == 0 {
                text = escape::emphasis::start(&text, mark);
            }
            if change.span.end == block.text.len() {
                text = escape::emphasis::end(&text, mark);
            }
        }
        // A backslash at the end would escape what comes next, or make a hard break.
        if is_escaped(&text) {
            text.push('\\');
        }
        text
    }

    /// The sign of the emphasis that wraps the whole block.
    fn mark(&self, source: &str, block: &Block<'_>) -> Option<char> {
        let inner = block.pieces.get(0)?.file;
        let around = source.get(self.outer.start()..inner)?;
        around.chars().last().filter(|c| matches!(c, '*' | '_' | '~'))
    }

    /// Where nothing is left of a line, or between the marks around a block.
    fn fill_blanks(&self, block: &Block<'_>, layout: &Layout) -> Vec<(usize, &'static str)> {
        let mut inserts = Vec::new();
        let inner = block.file_span(&(0..block.text.len()));
        let head = inner.start - self.outer.start();
        let tail = self.outer.end() - inner.end;
        let is_empty = layout.out[head..layout.out.len() - tail].trim().is_empty();
        match self.context {
            Context::Heading if head == 0 => {}
            Context::Title(Around::Value(..)) => {}
            _ if self.is_alternative => {}
            Context::Cell { first: false, last: false } if head == 0 => {}
            Context::Paragraph { .. } if head == 0 || !is_empty => {
                for (at, &start) in layout.lines.iter().enumerate() {
                    if layout.line(at).trim().is_empty() {
                        inserts.push((start, BLANK));
                    }
                }
            }
            Context::Heading | Context::Cell { .. } | Context::Title(_) | Context::Paragraph { .. } => {
                if is_empty {
                    inserts.push((head, BLANK));
                }
            }
        }
        inserts
    }

    /// Escapes what would begin another block, or a table, at the start of the first `most` lines.
    fn escape_lines(
        &self,
        source: &str,
        layout: &Layout,
        most: usize,
        inserts: &mut Vec<(usize, &'static str)>,
    ) {
        let mut changed = layout.changed.iter().peekable();
        for (at, &start) in layout.lines.iter().enumerate().take(most) {
            let line = layout.line(at);
            let end = start + line.len();
            while changed.next_if(|changed| changed.end < start).is_some() {}
            let touched = changed.peek().filter(|changed| changed.start <= end);
            if at == 0 && touched.is_some() && self.begins_alike(source, line) {
                continue;
            }
            // What stood on several lines above the second may stand on one now, as a term does.
            if is_definition(line) && (at == 1 || touched.is_some()) {
                inserts.push((start, "\\"));
                continue;
            }
            let Some(touched) = touched else { continue };
            let place = opens::Place {
                is_first: at == 0,
                rest: &layout.out[start..],
                is_cell: matches!(self.context, Context::Cell { .. }),
                continues: at == 0 && self.continues_definition(source),
            };
            let Some(offset) = opens::opens(line, &place) else { continue };
            let opener = start + offset;
            // Marks around the block stay: the first changed sign takes the escape.
            if opener >= touched.start {
                // An escaped bracket alone on its line would begin a formula.
                inserts.push((opener, if line.trim() == "[" { BLANK } else { "\\" }));
            } else if layout.out[touched.start..].starts_with(|c: char| c.is_ascii_punctuation()) {
                inserts.push((touched.start, "\\"));
            } else if !inserts.iter().any(|(at, _)| *at == touched.start) {
                inserts.push((opener, "\\"));
            }
        }
    }

    /// Whether a paragraph begins with the very signs with which the French one does, which opened nothing there: a comment
    /// behind the box of a task, the colon of a caption, the address of a link in a shortcode.
    fn begins_alike(&self, source: &str, line: &str) -> bool {
        fn signs(text: &str) -> (&str, bool) {
            let length = text.find(|c: char| c.is_alphanumeric() || c.is_whitespace()).unwrap_or(text.len());
            (&text[..length], text[length..].starts_with(char::is_whitespace))
        }
        let french = source[self.outer.span()].lines().next().unwrap_or_default();
        let (was, is) = (signs(french), signs(line));
        let may_be_kept = match was.0 {
            ":" => was.1,
            "[" => french.contains("]: {") && line.contains("]: {"),
            sign => sign.starts_with("<!--") || sign.starts_with("{#") || sign.starts_with("{/*"),
        };
        matches!(self.context, Context::Paragraph { is_heading: false }) && was == is && may_be_kept
    }

    /// Whether the last cell of a row makes a shortcode line of it, together with the first.
    fn ends_shortcode(&self, source: &str, layout: &Layout) -> bool {
        let before = &source[..self.outer.start()];
        let row = before.rfind(['\n', '\r']).map_or(before, |at| &before[at + 1..]);
        let starts = row.trim_start_matches([' ', '\t', '>']).starts_with("{");
        starts && changed_tail(layout).is_some_and(|(_, text)| text.ends_with('}') && !text.ends_with("\\}"))
    }

    /// Whether the block begins right under a line that could be a link definition without its title.
    fn continues_definition(&self, source: &str) -> bool {
        let is_mark = |c: char| matches!(c, ' ' | '\t' | '>');
        let before = source[..self.outer.start()].trim_end_matches(is_mark);
        let Some(above) = before.strip_suffix(['\n', '\r']) else { return false };
        let above = above.strip_suffix('\r').unwrap_or(above);
        let line = above.rfind(['\n', '\r']).map_or(above, |at| &above[at + 1..]);
        let line = line.trim_start_matches(is_mark);
        !line.is_empty() && !line.starts_with('#')
    }

    /// Not where the French ends in the same way, with a shortcode for one: what it is read as there, it is here.
    fn escape_attributes(&self, source: &str, layout: &Layout, inserts: &mut Vec<(usize, &'static str)>) {
        let is_meant = || escape::heading::ends_alike(&source[self.outer.span()], &layout.out);
        if changed_tail(layout).is_some() && escape::heading::is_like_attributes(&layout.out) && !is_meant() {
            inserts.push((layout.out.len(), escape::heading::GUARD));
        }
    }
}

/// The end of the block, if it was changed and nothing stands around it: its offset and text.
fn changed_tail(layout: &Layout) -> Option<(usize, &str)> {
    let last = layout.changed.last()?;
    (last.end == layout.out.len()).then(|| (last.start, &layout.out[last.clone()]))
}

/// Keeps a changed line from being the header of a table, above a line of dashes in the same paragraph.
fn escape_tables(layout: &Layout, inserts: &mut Vec<(usize, &'static str)>) {
    let mut changed = layout.changed.iter().peekable();
    for (at, &start) in layout.lines.iter().enumerate() {
        let line = layout.line(at);
        let end = start + line.len();
        while changed.next_if(|changed| changed.end < start).is_some() {}
        if changed.peek().is_none_or(|changed| changed.start > end) {
            continue;
        }
        let next = layout.lines.get(at + 1);
        if let Some(&next) = next
            && opens::is_delimiter_row(layout.line(at + 1))
        {
            let line = layout.line(at + 1);
            inserts.push((next + (line.len() - line.trim_start_matches([' ', '\t']).len()), "\\"));
        }
    }
    inserts.sort_by_key(|(at, _)| *at);
    inserts.dedup();
}

/// Whether this is one space, or a line break that is as good as one.
fn is_soft(gap: &str) -> bool {
    gap == " " || gap.trim().is_empty() && gap.starts_with(['\n', '\r'])
}

impl Layout {
    /// Copies bytes of the file, and notes where lines begin.
    fn keep(&mut self, source: &str, part: Span, block: &Block<'_>, next: &mut usize) {
        let mut at = part.start;
        while let Some(piece) = block.pieces.get(*next).filter(|piece| piece.file <= part.end) {
            if piece.file >= at {
                self.out.push_str(&source[at..piece.file]);
                self.lines.push(self.out.len());
                at = piece.file;
            }
            *next += 1;
        }
        self.out.push_str(&source[at..part.end.max(at)]);
    }

    /// A text was dropped: one neighbouring space goes with it, or the line break. Gives where to go on.
    fn close_gap(
        &mut self,
        source: &str,
        at: usize,
        block: &Block<'_>,
        next: &mut usize,
        end: usize,
    ) -> usize {
        let line = self.lines[self.lines.len() - 1];
        if self.out.len() > line {
            let kept = self.out.trim_end_matches([' ', '\t']).len();
            self.out.truncate(kept.max(line));
            if let Some(changed) = self.changed.last_mut() {
                *changed = self.out.len()..self.out.len();
            }
            return at;
        }
        let rest = &source[at..end];
        let mut to = at + (rest.len() - rest.trim_start_matches([' ', '\t']).len());
        if let Some(piece) = block.pieces.get(*next)
            && source[to..].starts_with(['\n', '\r'])
            && !is_hard(block, piece.text)
        {
            to = piece.file;
            *next += 1;
        }
        to
    }

    /// The text of a line.
    fn line(&self, at: usize) -> &str {
        let rest = &self.out[self.lines[at]..];
        &rest[..memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len())]
    }
}

/// Whether a hard break stands before the byte `at` of the block's text.
fn is_hard(block: &Block<'_>, at: usize) -> bool {
    let from = block.inline.partition_point(|inline| inline.span.start + 1 < at);
    let here = block.inline[from..].iter().take_while(|inline| inline.span.start < at);
    here.into_iter().any(|inline| inline.kind == InlineKind::Break)
}

#[cfg(test)]
mod tests {
    use super::Spot;

    /// There may be a million.
    #[test]
    fn a_spot_takes_twelve_bytes() {
        assert_eq!(size_of::<Spot>(), 12);
    }
}
