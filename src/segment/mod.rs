//! A block's text → its sentences.
//!
//! A small scanner over word lists: it stops at the marks that may end a sentence, and decides each by what
//! stands before and behind it. Rules and lists are data, a folder a language; the scanner knows none by
//! name. Inline markup is transparent to it, code and addresses are words.
//!
//! The rules follow the Lexique des règles typographiques en usage à l'Imprimerie nationale, and the
//! Banque de dépannage linguistique of the OQLF.

mod abbreviated;
mod address;
mod chess;
mod composed;
mod decide;
mod emoticon;
mod ending;
mod following;
mod head;
mod item;
mod lexicon;
mod named;
mod picture;
mod preceding;
mod reason;
mod scan;
mod sentence;
mod slip;
mod view;

use crate::document::{Block, Document, InlineKind, Segment};
use crate::text::Span;

use composed::Composed;
use lexicon::Lexicon;
pub use reason::Reason;

/// How sentences of a language are found. Made once, used for all documents.
#[derive(Debug, Clone)]
pub struct Rules {
    lexicon: Lexicon,
}

impl Rules {
    /// The rules of a language (its subtag alone: `fr`), with further abbreviations of the project;
    /// `None` for a language that has none yet.
    pub fn for_language(language: &str, abbreviations: &[String]) -> Option<Rules> {
        Lexicon::of(language, abbreviations).map(|lexicon| Rules { lexicon })
    }
}

/// A place where a sentence might end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Index of the block.
    pub block: usize,
    /// The byte of the block's text behind the mark and all that closes with it.
    pub at: usize,
    /// Why it is a cut, or none.
    pub reason: Reason,
}

/// The sentences of a document that are units, in reading order: without outer white space, none empty,
/// each with a letter outside code, addresses and markup.
pub fn segment<'d>(document: &'d Document<'_>, rules: &Rules) -> Vec<Segment<'d>> {
    /// Few pages have shorter sentences throughout. Only what is used of a long list is in memory, while one that grows
    /// is there twice on the way.
    const SHORT: usize = 32;
    let bytes: usize = document.blocks.iter().map(|block| block.text.len()).sum();
    let mut out = Vec::with_capacity(document.blocks.len() + bytes / SHORT);
    for (index, block) in document.blocks.iter().enumerate() {
        let sentences = sentences(block, rules, |_, _| {});
        let mut prose = Prose { block, at: 0, hidden: 0 };
        let units = sentences.into_iter().filter(|span| prose.has_words(span));
        out.extend(units.map(|span| Segment::new(index, span.start, &block.text[span])));
    }
    out
}

/// All sentences of a block, those without a letter too: bytes of its text, without outer white space.
pub fn sentences(block: &Block<'_>, rules: &Rules, mut told: impl FnMut(usize, Reason)) -> Vec<Span> {
    let Some(composed) = Composed::of(&block.text, &block.inline) else {
        return scan::scan(&block.text, &block.inline, &rules.lexicon, told);
    };
    let told = |at: usize, reason| told(composed.place(at), reason);
    let spans = scan::scan(&composed.text, &composed.inline, &rules.lexicon, told);
    spans.iter().map(|span| composed.span(span)).collect()
}

/// Each place where a sentence of the document might end, and why it does or not.
pub fn explain(document: &Document<'_>, rules: &Rules) -> Vec<Candidate> {
    let mut out = Vec::new();
    for (block, text) in document.blocks.iter().enumerate() {
        sentences(text, rules, |at, reason| out.push(Candidate { block, at, reason }));
    }
    out
}

/// Whether a text has a letter outside of references of HTML (`&nbsp;`), or as one (`&eacute;`).
fn has_letter(text: &str) -> bool {
    const LONGEST: usize = 32;
    /// How the names of letters end, in French and around it.
    const OF_LETTERS: [&str; 9] = ["acute", "grave", "circ", "cedil", "uml", "tilde", "ring", "slash", "lig"];
    let mut parts = text.split('&');
    parts.next().is_some_and(|first| first.contains(char::is_alphabetic))
        || parts.any(|part| {
            let name = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
            let end = name.filter(|&end| end > 0 && end < LONGEST && part[end..].starts_with(';'));
            let is_letter = end.is_some_and(|end| OF_LETTERS.iter().any(|kind| part[..end].ends_with(kind)));
            is_letter || part[end.map_or(0, |end| end + 1)..].contains(char::is_alphabetic)
        })
}

/// A block whose sentences are asked for one after the other: a long one may have very many inline elements.
struct Prose<'b, 'd> {
    block: &'b Block<'d>,
    /// Which inline elements begin in the sentences so far.
    at: usize,
    /// Up to where these hide the text.
    hidden: usize,
}

impl Prose<'_, '_> {
    /// Whether the next sentence has a letter that a reader reads as prose.
    fn has_words(&mut self, sentence: &Span) -> bool {
        let letters = |span: Span| has_letter(&self.block.text[span]);
        let mut found = false;
        let mut from = sentence.start.max(self.hidden);
        while let Some(inline) = self.block.inline.get(self.at)
            && inline.span.start < sentence.end
        {
            self.at += 1;
            match inline.kind {
                InlineKind::Markup | InlineKind::Atom | InlineKind::Break => {}
                InlineKind::Whole => continue,
            }
            found = found || from < inline.span.start && letters(from..inline.span.start);
            from = from.max(inline.span.end);
        }
        self.hidden = from;
        found || from < sentence.end && letters(from..sentence.end)
    }
}

#[cfg(test)]
mod tests {
    use super::has_letter;

    #[test]
    fn a_reference_of_html_is_no_word() {
        for text in ["&nbsp;", "3&#160;&euro;", "&#x2014; 12 &", "& 3"] {
            assert!(!has_letter(text), "{text}");
        }
        for text in ["À&nbsp;!", "&Eacute;", "R&D", "&nbsp;a", "&a b;", "a;"] {
            assert!(has_letter(text), "{text}");
        }
    }
}
