//! Shortcodes and tags that stand in no sentence: behind one, or alone in a cell. No setting makes a text of what they
//! are given.

use super::arguments::{of_shortcodes, of_tags};
use crate::document::{Block, BlockKind, Document, InlineKind, Outside, Segment, Untranslated};
use crate::text::Span;

/// The words that they are given. `segments` are all sentences, in their order; `names` those arguments that the settings
/// take for text, if they say. `file` is named in places.
pub fn alone(
    document: &Document<'_>,
    segments: &[Segment<'_>],
    names: Option<&[String]>,
    file: &str,
) -> Vec<Untranslated> {
    let mut found = Vec::new();
    let mut rest = segments;
    for (at, block) in document.blocks.iter().enumerate() {
        let (own, others) = rest.split_at(rest.iter().take_while(|segment| segment.block() == at).count());
        rest = others;
        // Signs alone are read as a line of their own is, but not in a table.
        let is_line = own.is_empty() && block.kind != BlockKind::Cell;
        if is_line || block.kind == BlockKind::FrontMatter || !may_hold_arguments(&block.text) {
            continue;
        }
        let mut start = 0;
        for sentence in own.iter().map(Segment::span) {
            given(block, start..sentence.start, names, &mut found);
            start = sentence.end;
        }
        given(block, start..block.text.len(), names, &mut found);
    }
    Untranslated::all(found, file, document.source)
}

fn may_hold_arguments(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2(b'<', b'{', bytes).is_some() && memchr::memchr3(b'"', b'\'', b'`', bytes).is_some()
}

/// Name, words, and bytes of the file of what a part of a block is given.
fn given(
    block: &Block<'_>,
    part: Span,
    names: Option<&[String]>,
    found: &mut Vec<(usize, Outside, String, Span)>,
) {
    let text = &block.text[part.clone()];
    let arguments = match text.contains("{{") || text.contains("{%") {
        true => of_shortcodes(text),
        false => of_tags(text),
    };
    for argument in arguments {
        let words = argument.words(text);
        let span = part.start + argument.value.start..part.start + argument.value.end;
        if words > 0
            && names.is_none_or(|names| argument.is_among(text, names))
            && !is_in_code(block, span.start)
        {
            found.push((words, Outside::Alone, argument.name(text), block.file_span(&span)));
        }
    }
}

/// Whether a place stands in a code span, where tags are shown.
fn is_in_code(block: &Block<'_>, place: usize) -> bool {
    let begun = block.inline.partition_point(|inline| inline.span.start <= place);
    // Nothing begins within one.
    let last = block.inline[..begun].last().filter(|inline| inline.kind == InlineKind::Atom);
    last.is_some_and(|atom| place < atom.span.end && block.text[atom.span.clone()].starts_with('`'))
}
