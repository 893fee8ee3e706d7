//! Markdown: CommonMark with tables, footnotes, task lists, strikethrough and heading attributes, as
//! `pulldown-cmark` reads it, around it front matter and `<!-- drogman: off -->`, and what site builders add to it.

pub(super) mod alone;
mod arguments;
mod around;
mod blocks;
mod dialect;
mod escape;
mod html;
mod line;
mod mask;
mod parts;
mod rewrite;
mod shapes;

pub(crate) use shapes::html::begins_block as begins_html_block;

use std::sync::Arc;

use pulldown_cmark::{Options as Extensions, Parser};

use super::assemble::{Change, Places};
use super::front_matter::{self, Slot};
use super::{Block, Document, Options};
use crate::diagnostic::Diagnostic;
use crate::text::Edit;
use dialect::Dialect;

/// Where a block stands, as far as other text in it goes.
#[derive(Debug)]
enum Place {
    /// Boxed, as there may be a million places, and few of them in front matter.
    Front(Box<Slot>),
    Inline(rewrite::Spot),
}

#[derive(Debug)]
struct Markdown {
    /// One for each block of the document.
    places: Vec<Place>,
    dialect: Dialect,
    has_front_matter: bool,
}

impl Places for Markdown {
    fn rewrite(&self, source: &str, at: usize, block: &Block<'_>, changes: &[Change<'_>]) -> Edit {
        match &self.places[at] {
            Place::Front(slot) => slot.rewrite(block, changes),
            Place::Inline(spot) if self.dialect == Dialect::Mdx && !spot.is_value() => {
                let before = &source[..spot.outer.start()];
                let is_at_margin = before.is_empty() || before.ends_with(['\n', '\r']);
                let shown = changes.iter().map(|change| {
                    let text = escape::mdx::shown(change.text, &block.text);
                    let begins = is_at_margin && change.span.start == 0;
                    (change.span.clone(), if begins { escape::mdx::no_statement(text) } else { text })
                });
                let shown: Vec<_> = shown.collect();
                let changes: Vec<Change<'_>> =
                    shown.iter().map(|(span, text)| Change { span: span.clone(), text }).collect();
                spot.rewrite(source, block, &changes)
            }
            Place::Inline(spot) => spot.rewrite(source, block, changes),
        }
    }

    fn settle(&self, built: &str) -> Option<(usize, &'static str)> {
        if self.has_front_matter { None } else { front_matter::guard(built) }
    }
}

/// The extensions that are read. Those left out are text.
pub(super) fn extensions() -> Extensions {
    Extensions::ENABLE_TABLES
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_HEADING_ATTRIBUTES
}

pub(super) fn parse<'a>(file: &str, source: &'a str, options: &Options) -> (Document<'a>, Vec<Diagnostic>) {
    parse_as(Dialect::Markdown, file, source, options)
}

/// MDX is Markdown, but for what stands in braces: translators copy that.
pub(super) fn parse_mdx<'a>(
    file: &str,
    source: &'a str,
    options: &Options,
) -> (Document<'a>, Vec<Diagnostic>) {
    parse_as(Dialect::Mdx, file, source, options)
}

fn parse_as<'a>(
    dialect: Dialect,
    file: &str,
    source: &'a str,
    options: &Options,
) -> (Document<'a>, Vec<Diagnostic>) {
    let mut front = front_matter::read(source, options);
    let mut findings = front.findings(file, source);
    findings.extend(html::slips(file, source));
    let base = front.body;
    let (masked, lines) = mask::mask(&source[base..], dialect);
    let mut reader = blocks::Reader::new(file, source, base, &mut front, lines, dialect, options);
    for part in parts::parts(&masked, parts::PART) {
        let from = base + part.start;
        for (event, range) in Parser::new_ext(&masked[part], extensions()).into_offset_iter() {
            reader.event(event, from + range.start..from + range.end);
        }
    }
    let (blocks, places, untranslated) = reader.finish();
    let places = Arc::new(Markdown { places, dialect, has_front_matter: front.is_there });
    (Document { source, blocks, front: front.front, untranslated, places }, findings)
}
