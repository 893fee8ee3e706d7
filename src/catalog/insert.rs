//! Where new lines come into a catalog.

use rustc_hash::FxHashMap;

use super::{Catalog, EntryKind};
use crate::text::Edit;

/// Where a block of lines goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At<'s> {
    /// Before all units, after the header.
    Start,
    /// After the unit with this id; at the end if there is none.
    After(&'s str),
}

/// Blocks of whole lines that are to come into a catalog, each with an empty line before and after it. Blocks
/// for one place keep their order. No line end of theirs is touched: they may be units of another file.
pub struct Insertions<'c, 'a> {
    catalog: &'c Catalog<'a>,
    /// The edits so far, but for what follows their last block.
    edits: Vec<Edit>,
    /// By their place in the file.
    by_offset: FxHashMap<usize, usize>,
}

impl<'c, 'a> Insertions<'c, 'a> {
    /// None yet.
    pub fn new(catalog: &'c Catalog<'a>) -> Self {
        Insertions { catalog, edits: Vec::new(), by_offset: FxHashMap::default() }
    }

    /// Adds a block.
    pub fn add(&mut self, at: At<'_>, block: &str) {
        let catalog = self.catalog;
        let eol = catalog.line_end.as_str();
        let offset = offset_of(catalog, at);
        let edit = match self.by_offset.get(&offset) {
            Some(&known) => {
                let edit = &mut self.edits[known];
                edit.with.push_str(eol);
                edit
            }
            None => {
                self.by_offset.insert(offset, self.edits.len());
                let mut with = String::new();
                let before = &catalog.text[byte_order_mark(catalog).min(offset)..offset];
                if !before.is_empty() {
                    if !before.ends_with('\n') {
                        with.push_str(eol);
                    }
                    let last = before.strip_suffix('\n').map_or(before, |rest| rest.trim_end_matches('\r'));
                    let last = last.rsplit('\n').next().unwrap_or_default();
                    if !last.bytes().all(|b| b == b' ' || b == b'\r') {
                        with.push_str(eol);
                    }
                }
                self.edits.push(Edit::insert(offset, with));
                let last = self.edits.len() - 1;
                &mut self.edits[last]
            }
        };
        edit.with.push_str(block);
        if !block.ends_with('\n') {
            edit.with.push_str(eol);
        }
    }

    /// The edits that insert them.
    pub fn edits(self) -> Vec<Edit> {
        let Insertions { catalog, mut edits, .. } = self;
        for edit in &mut edits {
            let offset = edit.span.start;
            if offset < catalog.text.len() && catalog.blank_to(offset) == offset {
                edit.with.push_str(catalog.line_end.as_str());
            }
        }
        edits
    }
}

/// The byte where a block for `at` goes.
fn offset_of(catalog: &Catalog<'_>, at: At<'_>) -> usize {
    match at {
        At::Start => header_end(catalog),
        At::After(id) => catalog.unit(id).map_or_else(|| content_end(catalog), |unit| catalog.end_of(unit)),
    }
}

/// The end of the last line that is not blank.
fn content_end(catalog: &Catalog<'_>) -> usize {
    let end = catalog.blank_from(catalog.text.len());
    end.max(byte_order_mark(catalog))
}

/// Where the text begins, behind the byte-order mark that an editor may have put there.
pub(super) fn byte_order_mark(catalog: &Catalog<'_>) -> usize {
    if catalog.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// The end of the header: the `###` comments at the top, and what plain comments stand above the last.
pub(super) fn header_end(catalog: &Catalog<'_>) -> usize {
    let mut end = byte_order_mark(catalog);
    for (at, entry) in catalog.entries.iter().enumerate() {
        match entry.kind {
            EntryKind::ResourceComment => end = entry.body().end,
            EntryKind::Comment if !catalog.opens_another(at) => {}
            EntryKind::Comment
            | EntryKind::GroupComment
            | EntryKind::Message
            | EntryKind::Term
            | EntryKind::Junk => break,
        }
    }
    end
}
