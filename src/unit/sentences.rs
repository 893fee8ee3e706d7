//! The sentences of a page, kept beyond its visit.

use std::sync::Arc;

use crate::text::ShortSpan;
use crate::unit::Page;

/// The sentences of a page: bytes of its document as far as they stand there as they are, the others beside it.
#[derive(Debug, Clone, Default)]
pub struct Sentences {
    /// The text of the document; empty if only few of its sentences are kept.
    document: Arc<String>,
    others: String,
}

impl Sentences {
    /// For as many sentences of a page: its text is kept with them where that is no more than a copy of them.
    pub fn of(page: &Page<'_>, count: usize) -> Self {
        let are_most = count * 2 >= page.segments.len();
        let document = if are_most { Arc::clone(page.text) } else { Arc::default() };
        Sentences { document, others: String::new() }
    }

    /// Keeps a sentence, and tells where it is found again.
    pub fn keep(&mut self, sentence: &str) -> ShortSpan {
        let start = (sentence.as_ptr() as usize).wrapping_sub(self.document.as_ptr() as usize);
        let span = start..start.wrapping_add(sentence.len());
        if self.document.get(span.clone()) == Some(sentence) {
            return span.into();
        }
        let start = self.document.len() + self.others.len();
        self.others.push_str(sentence);
        (start..start + sentence.len()).into()
    }

    /// The sentence that was kept there.
    pub fn get(&self, span: ShortSpan) -> &str {
        let span = span.span();
        match span.start.checked_sub(self.document.len()) {
            Some(start) if start + span.len() <= self.others.len() => &self.others[start..start + span.len()],
            _ => &self.document[span],
        }
    }
}
