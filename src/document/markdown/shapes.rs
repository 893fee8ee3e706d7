//! What a line looks like, by itself or with the next ones: which block it opens in Markdown, and whether it is one of those
//! that site builders add to that.

pub(super) mod builders;
pub(super) mod directives;
pub(super) mod fenced;
pub(super) mod hidden;
pub(super) mod html;
pub(super) mod opens;
pub(super) mod passages;
pub(super) mod programs;
pub(super) mod shortcodes;
pub(super) mod tags;

use super::around::Around;
use crate::text::Span;

/// A title in a line that is no Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    pub(super) span: Span,
    pub(super) around: Around,
}
