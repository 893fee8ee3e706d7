//! Labels: words in brackets that are a link by themselves, as the page says elsewhere where they lead (`[plan]`, with
//! `[plan]: /plan.svg` in a line of its own; CommonMark, “shortcut reference link”).

use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use crate::text::Span;

/// The labels for which a page has such a line, whatever their capitals; looked for when the first one is asked for.
#[derive(Debug)]
pub struct Labels<'p> {
    page: &'p str,
    defined: OnceCell<FxHashSet<String>>,
}

impl<'p> Labels<'p> {
    /// Those of a page, by its whole text.
    pub fn of(page: &'p str) -> Self {
        Labels { page, defined: OnceCell::new() }
    }

    fn has(&self, label: &str) -> bool {
        let defined = || {
            let ends = memchr::memmem::find_iter(self.page.as_bytes(), b"]:");
            ends.filter_map(|end| self.label_before(end)).map(str::to_lowercase).collect()
        };
        self.defined.get_or_init(defined).contains(&label.to_lowercase())
    }

    /// The label that a line begins with, and that ends here.
    fn label_before(&self, end: usize) -> Option<&'p str> {
        /// Of a label, with what stands before it (CommonMark: 999 characters).
        const LONGEST: usize = 4_000;
        let begin = end.saturating_sub(LONGEST);
        let line = match memchr::memrchr(b'\n', &self.page.as_bytes()[begin..end]) {
            Some(at) => begin + at + 1,
            None if begin == 0 => 0,
            None => return None,
        };
        let label = self.page[line..end].trim_start_matches([' ', '>']).strip_prefix('[')?;
        (!label.contains(']')).then_some(label)
    }
}

/// The words in brackets of a text that nothing belongs to: `[plan]`, and neither `[plan](/plan)` nor `[plan][carte]`.
pub(super) fn alone(raw: &str) -> impl Iterator<Item = Span> {
    let is_alone = |span: &Span| {
        let (before, after) = (&raw[..span.start - 1], &raw[span.end + 1..]);
        !after.starts_with(['(', '[', ':']) && !before.ends_with([']', '\\'])
    };
    let inside = |open: usize| {
        let length = memchr::memchr2(b'[', b']', &raw.as_bytes()[open + 1..])?;
        raw[open + 1 + length..].starts_with(']').then_some(open + 1..open + 1 + length)
    };
    memchr::memchr_iter(b'[', raw.as_bytes()).filter_map(inside).filter(is_alone)
}

/// Those of a French sentence that are links by themselves.
pub(super) fn shortcuts(french: &str, labels: &Labels<'_>) -> Vec<Span> {
    let is_shortcut = |span: &Span| {
        let label = &french[span.clone()];
        !label.trim().is_empty() && !label.starts_with('^') && labels.has(label)
    };
    alone(french).filter(is_shortcut).collect()
}
