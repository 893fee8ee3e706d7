//! Bytes → document → bytes.
//!
//! A format finds the blocks of a source file that hold text for a reader, and puts other text in their
//! place. Two laws hold: assembling a document with nothing replaced gives the file, byte for byte; and
//! assembling it with any replacement gives a document of the same block structure.
//!
//! Knows nothing of sentences, units or catalogs.

use std::borrow::Cow;

use crate::text::Span;

/// What a block is: the closed list of design section 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// The first block of a plain text, before any heading.
    Lead,
    /// A heading of any level.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A paragraph of a list item.
    Item,
    /// A paragraph of a quotation.
    Quote,
    /// A table cell.
    Cell,
    /// The alternative text of an image that stands alone, or the title of a `:::` fence.
    Caption,
    /// A paragraph of a footnote definition.
    Footnote,
    /// A value of the front matter.
    FrontMatter,
}

impl BlockKind {
    /// The word in catalogs and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            BlockKind::Lead => "lead",
            BlockKind::Heading => "heading",
            BlockKind::Paragraph => "paragraph",
            BlockKind::Item => "item",
            BlockKind::Quote => "quote",
            BlockKind::Cell => "cell",
            BlockKind::Caption => "caption",
            BlockKind::Footnote => "footnote",
            BlockKind::FrontMatter => "front-matter",
        }
    }
}

/// A stretch of a block's text that the segmenter must not read as plain words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline {
    /// Bytes of the block's text.
    pub span: Span,
    /// What stands there.
    pub kind: InlineKind,
}

/// How the segmenter reads an [`Inline`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InlineKind {
    /// Markup that a reader doesn't see (`**`, `[`, `](target)`, a tag, a note call): transparent.
    Markup,
    /// An opaque token without letters of prose (code span, address, image address): no cut inside.
    Atom,
    /// An inline element with its marks (`**…**`, `[…](…)`): no cut inside, whatever it holds.
    Whole,
    /// A hard break: ends a segment. The span covers its bytes, which belong to no segment.
    Break,
}

/// A block: its text as one line, and how to find its bytes in the file again.
#[derive(Debug, Clone)]
pub struct Block<'a> {
    /// What it is.
    pub kind: BlockKind,
    /// The text that units are cut from: raw inline markup, each soft line break (with the prefix of the
    /// next line) one space, a front-matter value decoded.
    pub text: Cow<'a, str>,
    /// How `text` lies in the file: each piece says from which byte of `text` on the bytes are those of
    /// the file from `file` on. Sorted; the first begins at 0.
    pub pieces: Vec<Piece>,
    /// Inline elements, sorted by start, outer before inner.
    pub inline: Vec<Inline>,
}

/// See [`Block::pieces`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// First byte in the block's text.
    pub text: usize,
    /// First byte in the file.
    pub file: usize,
}

/// A source document.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// The file's text.
    pub source: &'a str,
    /// Its blocks in reading order.
    pub blocks: Vec<Block<'a>>,
    /// t
    pub front: Front,
    /// t
    pub untranslated: Vec<Untranslated>,
}

/// A sentence of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment<'d> {
    /// Index of its block in [`Document::blocks`].
    pub block: usize,
    /// Its bytes in the block's text.
    pub span: Span,
    /// Its text, without outer white space.
    pub text: &'d str,
}

/// tmp
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// t
    Plain,
    /// t
    Markdown,
}
impl Format {
    /// t
    pub fn of_path(p: &str) -> Option<Format> {
        if p.ends_with(".md") { Some(Format::Markdown) } else { Some(Format::Plain) }
    }
}
/// t
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// t
    pub front_matter: Vec<String>,
}
/// t
#[derive(Debug, Clone, Default)]
pub struct Front {}
impl Front {
    /// t
    pub fn translate(&self) -> Option<bool> {
        None
    }
    /// t
    pub fn locales(&self) -> Option<Vec<String>> {
        None
    }
    /// t
    pub fn value(&self, _k: &str) -> Option<String> {
        None
    }
}
/// t
pub fn parse<'a>(
    _f: Format,
    _file: &str,
    source: &'a str,
    _o: &Options,
) -> (Document<'a>, Vec<crate::diagnostic::Diagnostic>) {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let t = line.trim();
        if !t.is_empty() {
            let s = at + (line.len() - line.trim_start().len());
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                text: Cow::Borrowed(t),
                pieces: vec![Piece { text: 0, file: s }],
                inline: vec![],
            });
        }
        at += line.len();
    }
    (Document { source, blocks, front: Front {}, untranslated: vec![] }, vec![])
}
impl Document<'_> {
    /// t
    pub fn file_span(&self, s: &Segment<'_>) -> Span {
        let f = self.blocks[s.block].pieces[0].file;
        f + s.span.start..f + s.span.end
    }
    /// t
    pub fn assemble(&self, r: &[Replacement<'_>]) -> String {
        let edits: Vec<_> = r
            .iter()
            .map(|r| {
                let f = self.blocks[r.segment.block].pieces[0].file;
                crate::text::Edit::replace(f + r.segment.span.start..f + r.segment.span.end, r.text)
            })
            .collect();
        crate::text::apply(self.source, &edits).unwrap()
    }
}
/// t
pub struct Replacement<'t> {
    /// t
    pub segment: &'t Segment<'t>,
    /// t
    pub text: &'t str,
}

/// t
#[derive(Debug, Clone)]
pub struct Untranslated {
    /// t
    pub words: usize,
    /// t
    pub place: crate::diagnostic::Place,
}
