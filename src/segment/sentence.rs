//! What is known of the sentence that is being read: where it began, and what is open in it.

use std::cell::Cell;

use super::view::{Seen, View};

/// The sentence up to the mark that is being decided.
pub(super) struct Sentence<'v, 't> {
    view: &'v View<'t>,
    /// Where it began.
    pub(super) start: usize,
    /// Up to where the rest is known.
    known: usize,
    /// Whether an odd number of straight quotation marks stands before `known`, in this sentence and those
    /// before it: a quotation may hold several.
    pub(super) in_quotes: bool,
    /// Where the parenthesis ends that opened last within a sentence.
    parenthesis_end: usize,
    /// Where the code ends that opened last between backticks.
    code_end: usize,
    /// The start that was asked about last, up to where it holds no word, and whether one is there.
    word: Cell<(usize, usize, bool)>,
}

impl<'v, 't> Sentence<'v, 't> {
    pub(super) fn new(view: &'v View<'t>) -> Self {
        Sentence {
            view,
            start: 0,
            known: 0,
            in_quotes: false,
            parenthesis_end: 0,
            code_end: 0,
            word: Cell::new((0, 0, false)),
        }
    }

    /// Follows quotation marks, parentheses and code up to `until`.
    pub(super) fn read(&mut self, until: usize) {
        let bytes = self.view.text.as_bytes();
        let mut from = self.known.min(until);
        while let Some(next) = memchr::memchr3(b'"', b'(', b'`', &bytes[from..until]) {
            let at = from + next;
            match bytes[at] {
                b'"' => self.in_quotes = !self.in_quotes,
                b'`' if at >= self.code_end => {
                    self.code_end = self.code(at).unwrap_or(at + 1);
                }
                b'(' if at >= self.parenthesis_end
                    && at < self.view.last_closing
                    && self.has_word_before(at) =>
                {
                    self.parenthesis_end = self.closing(at).unwrap_or(self.parenthesis_end);
                }
                _ => {}
            }
            from = at + 1;
        }
        self.known = until.max(self.known);
    }

    /// Whether `at` lies in code between backticks that nobody read as markup: plain text has it too.
    pub(super) fn is_in_code(&self, at: usize) -> bool {
        at < self.code_end
    }

    /// Behind the backticks that close those at `open`. A long span is no code.
    fn code(&self, open: usize) -> Option<usize> {
        const LONGEST: usize = 120;
        if !self.view.inline().is_empty() {
            return None;
        }
        let bytes = &self.view.text.as_bytes()[open..];
        let ticks = bytes.iter().take(LONGEST).take_while(|&&byte| byte == b'`').count();
        let mut run = 0;
        for (at, &byte) in bytes.iter().enumerate().take(LONGEST).skip(ticks) {
            if byte == b'`' {
                run += 1;
            } else {
                if run == ticks {
                    return Some(open + at);
                }
                run = 0;
            }
        }
        (run == ticks && bytes.len() <= LONGEST).then_some(open + bytes.len())
    }

    /// Whether a mark at `stop` whose sentence would end at `end` lies in a parenthesis that opened behind
    /// words.
    pub(super) fn is_in_parenthesis(&self, stop: usize, end: usize) -> bool {
        stop < self.parenthesis_end && end <= self.parenthesis_end
    }

    /// Whether the sentence began with a parenthesis that is open still at `until`. A long one is none.
    pub(super) fn is_open_parenthesis(&self, until: usize) -> bool {
        const LONGEST: usize = 600;
        let text = &self.view.text[self.start.min(until)..until];
        text.len() <= LONGEST && text.trim_start().starts_with('(') && !text.contains(')')
    }

    /// The closing parenthesis of the one at `open`. A long one is no aside, and is not looked through.
    fn closing(&self, open: usize) -> Option<usize> {
        const LONGEST: usize = 600;
        let bytes = &self.view.text.as_bytes()[open..];
        let mut depth = 0_usize;
        for (at, &byte) in bytes.iter().take(LONGEST).enumerate() {
            match byte {
                b'(' => depth += 1,
                b')' if depth <= 1 => return Some(open + at),
                b')' => depth -= 1,
                _ => {}
            }
        }
        None
    }

    /// Whether a word of the sentence begins before `until`. Reads no text twice.
    pub(super) fn has_word_before(&self, until: usize) -> bool {
        let (asked, mut at, mut found) = self.word.get();
        if asked != self.start {
            (at, found) = (self.start, false);
        }
        while !found && at < until {
            match self.view.forward(at) {
                (_, place, _) if place >= until => break,
                (Seen::Character(c), _, next) if !c.is_alphanumeric() => at = next,
                (Seen::Character(_) | Seen::Atom, place, _) => (at, found) = (place, true),
                (Seen::End, _, _) => break,
            }
        }
        self.word.set((self.start, at, found));
        found && at < until
    }

    /// Whether a single quotation mark opened in the sentence: `'` after a space.
    pub(super) fn has_single_quote(&self) -> bool {
        const FAR: usize = 400;
        let mut from = self.known.saturating_sub(FAR).max(self.start);
        while !self.view.text.is_char_boundary(from) {
            from += 1;
        }
        let text = &self.view.text[from..self.known.max(from)];
        text.match_indices('\'').any(|(at, _)| text[..at].chars().next_back().is_none_or(char::is_whitespace))
    }
}
