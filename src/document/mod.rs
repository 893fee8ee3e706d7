//! Bytes → document → bytes.
//!
//! A format finds the blocks of a source file that hold text for a reader, and puts other text in their
//! place. Two laws hold: assembling a document with nothing replaced gives the file, byte for byte; and
//! assembling it with any replacement gives a document of the same block structure.
//!
//! Knows nothing of sentences, units or catalogs.

mod anchors;
mod assemble;
mod conflict;
mod fences;
mod formats;
mod front_matter;
mod markdown;
mod named;
mod pieces;
mod plain;

use std::borrow::Cow;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place};
use crate::text::{Cursor, LineIndex, Seldom, Span, short};

pub use anchors::{Anchors, Heading, Link, decoded, links};
pub use assemble::Replacement;
pub use conflict::conflict;
pub use fences::{Line, outside_fences};
pub use formats::Format;
pub use front_matter::Front;
pub use markdown::alone::alone;
pub(crate) use markdown::begins_html_block;
pub use pieces::{Piece, Pieces};

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
    /// How `text` lies in the file.
    pub pieces: Pieces,
    /// Inline elements, sorted by start, outer before inner.
    pub inline: Seldom<Inline>,
}

impl Block<'_> {
    /// The bytes of the file that `span` of the text stands for. The file's own line breaks and quote
    /// marks inside are among them; those at the ends are not.
    pub fn file_span(&self, span: &Span) -> Span {
        let at = |offset: usize| {
            let (piece, next) = self.pieces.around(offset, |piece| piece.text);
            (piece.file + (offset - piece.text), next.map_or(usize::MAX, |next| next.file))
        };
        let start = at(span.start).0;
        if span.is_empty() {
            return start..start;
        }
        // The end is that of the last byte, as the next piece may begin here, behind a line break. A
        // decoded character can be longer than its escape in the file.
        let (last, limit) = at(span.end - 1);
        let end = (last + 1).min(limit);
        start..end
    }
}

/// A source document.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// The file's text, byte-order mark included.
    pub source: &'a str,
    /// Its blocks in reading order.
    pub blocks: Vec<Block<'a>>,
    /// What its front matter says about the document as a whole; empty if it has none.
    pub front: Front,
    /// Text that readers see and that is in no block: front matter, then HTML blocks and arguments, each in file order.
    pub untranslated: Vec<Untranslated>,
    /// How each block takes other text, by its format.
    places: Arc<dyn assemble::Places + 'a>,
}

/// A sentence of a document. There may be a million, so its place is kept in half of the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment<'d> {
    block: u32,
    start: u32,
    /// Its text, without outer white space.
    pub text: &'d str,
}

impl<'d> Segment<'d> {
    /// The sentence that begins at the byte `start` of the text of a block.
    pub fn new(block: usize, start: usize, text: &'d str) -> Self {
        Segment { block: short(block), start: short(start), text }
    }

    /// Index of its block in [`Document::blocks`].
    pub fn block(&self) -> usize {
        self.block as usize
    }

    /// Its bytes in the block's text.
    pub fn span(&self) -> Span {
        let start = self.start as usize;
        start..start + self.text.len()
    }
}

/// Text that is left in the source language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untranslated {
    /// What it stands in.
    pub within: Outside,
    /// The name that the settings would give it; empty in an HTML block.
    pub name: String,
    /// How many words.
    pub words: usize,
    /// Where they stand.
    pub place: Place,
}

impl Untranslated {
    /// What was found in a file, in its order: how many words, in what, under which name, and its bytes. One line may
    /// hold as many as a book.
    fn all(found: Vec<(usize, Outside, String, Span)>, file: &str, source: &str) -> Vec<Untranslated> {
        if found.is_empty() {
            return Vec::new();
        }
        let index = LineIndex::new(source);
        let (mut cursor, file) = (Cursor::new(&index), Arc::from(file));
        let told = found.into_iter().map(|(words, within, name, span)| {
            let at = Some(cursor.line_column(span.start));
            let place = Place { file: Arc::clone(&file), at, span: Some((span.start, span.end)) };
            Untranslated { within, name, words, place }
        });
        told.collect()
    }
}

/// What text stands in that is in no block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outside {
    /// An HTML block.
    Html,
    /// An argument of a shortcode, or an attribute of a tag in an HTML block.
    Argument,
    /// An argument of a shortcode, or an attribute of a tag, that stand in no sentence and on no line of their own.
    Alone,
    /// The front matter.
    FrontMatter,
    /// A directive of MyST in a fence of code.
    Directive,
    /// A table that is drawn with signs (`+---+`).
    Drawn,
    /// A paragraph of MDX that is indented as code is.
    Indented,
}

/// What a project says about reading documents.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Keys of the front matter whose values are blocks.
    pub front_matter: Vec<String>,
    /// Whether words under other keys are told as untranslated: where nobody has chosen those above.
    pub tells_front_matter: bool,
    /// Names of arguments of shortcodes, and of attributes of tags in HTML blocks, whose values are blocks. With none
    /// at all, words in them are told as untranslated.
    pub arguments: Option<Vec<String>>,
}

/// Takes `source` apart. `file` is its path in the project, for findings.
///
/// Every text is a document of every format, so there is no error; what a reader of the page wouldn't
/// expect is a finding.
pub fn parse<'a>(
    format: Format,
    file: &str,
    source: &'a str,
    options: &Options,
) -> (Document<'a>, Vec<Diagnostic>) {
    format.parse(file, source, options)
}
