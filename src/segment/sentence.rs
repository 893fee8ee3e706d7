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
    /// Whether a straight quotation mark is open, in this sentence or since one before it: a quotation may
    /// hold several.
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
                b'"' => self.in_quotes = self.opens(at).unwrap_or(!self.in_quotes),
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

    /// Whether the straight quotation mark at `at` opens or closes, where the spaces beside it tell.
    fn opens(&self, at: usize) -> Option<bool> {
        let before = self.view.text[..at].chars().next_back();
        let after = self.view.text[at + 1..].chars().next();
        let apart_before = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '«' | '“'));
        let apart_after = after.is_none_or(char::is_whitespace);
        let word_after = after.is_some_and(char::is_alphanumeric);
        match (apart_before, apart_after) {
            (true, false) if word_after => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
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
        let text = &self.view.text[open..];
        let ticks = text.bytes().take(LONGEST).take_while(|&byte| byte == b'`').count();
        let mut run = 0;
        // A last character stands for the end.
        let end = [(text.len(), ' ')];
        for (at, c) in text.char_indices().chain(end).take(LONGEST).skip(ticks) {
            if c == '`' {
                run += 1;
            } else if run == ticks {
                return Some(open + at);
            } else {
                run = 0;
            }
        }
        None
    }

    /// Whether a mark at `stop` whose sentence would end at `end` lies in a parenthesis that opened behind
    /// words.
    pub(super) fn is_in_parenthesis(&self, stop: usize, end: usize) -> bool {
        stop < self.parenthesis_end && end <= self.parenthesis_end
    }

    /// Whether the sentence began with a parenthesis that is open still at `until`. A long one is none.
    pub(super) fn is_open_parenthesis(&self, until: usize) -> bool {
        const LONGEST: usize = 600;
        let text = self.view.text[self.start.min(until)..until].trim_start();
        let mut rest = text.chars();
        text.starts_with('(') && !rest.by_ref().take(LONGEST).any(|c| c == ')') && rest.next().is_none()
    }

    /// The closing parenthesis of the one at `open`. A long one is no aside, and is not looked through.
    fn closing(&self, open: usize) -> Option<usize> {
        const LONGEST: usize = 600;
        closing_parenthesis(&self.view.text[open..], LONGEST).map(|at| open + at)
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
        let until = self.known.max(self.start);
        let text = &self.view.text[self.start..until];
        let from = text.char_indices().rev().take(FAR).last().map_or(0, |(at, _)| at);
        let text = &text[from..];
        text.match_indices('\'').any(|(at, _)| text[..at].chars().next_back().is_none_or(char::is_whitespace))
    }
}

/// Where the parenthesis closes that a text begins with, within so many characters.
pub(super) fn closing_parenthesis(text: &str, longest: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().take(longest) {
        match c {
            '(' => depth += 1,
            ')' if depth <= 1 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}
