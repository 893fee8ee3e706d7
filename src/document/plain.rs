//! Plain text: a line is a block.
//!
//! The first block before any heading is the lead. A heading is a short line without final punctuation
//! that text follows. Nothing in a plain text needs an escape: only a line break could break it.

use std::borrow::Cow;
use std::sync::Arc;

use super::assemble::{Change, Places, changed};
use super::{Block, BlockKind, Document, Front, Options, Pieces};
use crate::diagnostic::Diagnostic;
use crate::text::{Edit, Seldom};

/// A heading has at most so many characters: a line of a book, twice.
const HEADING_CHARACTERS: usize = 120;

pub(super) fn parse<'a>(_: &str, source: &'a str, _: &Options) -> (Document<'a>, Vec<Diagnostic>) {
    let mut blocks: Vec<Block<'a>> = lines(source).collect();
    let mut before_heading = true;
    let last = blocks.len().saturating_sub(1);
    for (at, block) in blocks.iter_mut().enumerate() {
        block.kind = match () {
            () if at < last && is_heading(&block.text) => BlockKind::Heading,
            () if at == 0 && before_heading => BlockKind::Lead,
            () => BlockKind::Paragraph,
        };
        before_heading &= block.kind != BlockKind::Heading;
    }
    let document = Document {
        source,
        blocks,
        front: Front::default(),
        untranslated: Vec::new(),
        places: Arc::new(Lines),
    };
    (document, Vec::new())
}

/// The lines that hold more than white space, without it at their ends.
fn lines(source: &str) -> impl Iterator<Item = Block<'_>> {
    let start = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut from = start;
    let ends = memchr::memchr2_iter(b'\n', b'\r', &source.as_bytes()[start..])
        .map(move |at| at + start)
        .chain(std::iter::once(source.len()));
    ends.filter_map(move |end| {
        let line = &source[from..end];
        let text = line.trim();
        let file = from + (line.len() - line.trim_start().len());
        from = end + 1;
        (!text.is_empty()).then(|| Block {
            kind: BlockKind::Paragraph,
            text: Cow::Borrowed(text),
            pieces: Pieces::one(file),
            inline: Seldom::default(),
        })
    })
}

fn is_heading(line: &str) -> bool {
    let end = line.trim_end_matches(['»', '"', '”', ')', ']', ' ', '\u{a0}', '\u{202f}']);
    !end.ends_with(['.', '!', '?', '…', ':', ';', ','])
        && end.ends_with(char::is_alphanumeric)
        && line.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '«' | '“' | '"' | '(' | '['))
        && line.chars().nth(HEADING_CHARACTERS).is_none()
}

/// The bytes of a block's text are the bytes of its line.
#[derive(Debug)]
struct Lines;

impl Places for Lines {
    fn rewrite(&self, _: &str, _: usize, block: &Block<'_>, changes: &[Change<'_>]) -> Edit {
        let with = changed(&block.text, changes, |out, part| out.push_str(&block.text[part]));
        Edit::replace(block.file_span(&(0..block.text.len())), with)
    }
}
