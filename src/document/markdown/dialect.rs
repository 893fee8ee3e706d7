//! Which Markdown a page is written in.

/// What is read as something else than CommonMark has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// What site builders add to Markdown.
    Markdown,
    /// And what stands in tags and in braces, as MDX has it.
    Mdx,
}
