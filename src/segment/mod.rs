//! The sentences of a document.
//!
//! One pass over a block's bytes stops at the marks that may end a sentence and decides each by the words
//! around it. What is particular to a language is data, in a folder of its own.

use crate::document::{Block, Document, InlineKind, Segment};
use std::collections::HashSet;

/// The word lists of a language, with the project's own abbreviations.
#[derive(Debug, Clone)]
pub struct Rules {
    before_name: HashSet<String>,
    before_number: HashSet<String>,
    openers: HashSet<&'static str>,
}

impl Rules {
    /// The rules of a language by its BCP 47 tag (only the language counts), or `None` if there are none.
    /// `extra` are further abbreviations, with or without their last period; they never end a sentence.
    pub fn for_language(language: &str, extra: &[String]) -> Option<Rules> {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        if !primary.eq_ignore_ascii_case("fr") {
            return None;
        }
        let mut rules = Rules {
            before_name: extra.iter().map(|word| word.trim_end_matches('.').to_owned()).collect(),
            before_number: HashSet::new(),
            openers: include_str!("fr/openers.txt")
                .lines()
                .filter(|line| !line.starts_with('#'))
                .flat_map(str::split_whitespace)
                .collect(),
        };
        let mut class = "";
        for line in include_str!("fr/abbreviations.txt").lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with('[') {
                class = line;
                continue;
            }
            let words = line.split_whitespace().map(str::to_owned);
            match class {
                "[before-name]" => rules.before_name.extend(words),
                "[before-number]" => rules.before_number.extend(words),
                _ => {}
            }
        }
        Some(rules)
    }
}

/// The sentences of all blocks, in reading order. A sentence without a letter outside atoms and markup is
/// none (design section 6).
pub fn segment<'d>(document: &'d Document<'_>, rules: &Rules) -> Vec<Segment<'d>> {
    let mut segments = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        for (start, end) in sentences(block, rules) {
            if has_letter(block, start, end) {
                segments.push(Segment { block: index, span: start..end, text: &block.text[start..end] });
            }
        }
    }
    segments
}

/// The sentences of a block, those without a letter too, without outer white space.
fn sentences(block: &Block<'_>, rules: &Rules) -> Vec<(usize, usize)> {
    let text: &str = &block.text;
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut push = |start: usize, end: usize| {
        let part = &text[start..end];
        let trimmed = part.trim();
        if !trimmed.is_empty() {
            let start = start + part.len() - part.trim_start().len();
            found.push((start, start + trimmed.len()));
        }
    };
    let (mut start, mut at, mut inline) = (0, 0, 0);
    while at < bytes.len() {
        while let Some(element) = block.inline.get(inline).filter(|element| element.span.start <= at) {
            inline += 1;
            match element.kind {
                InlineKind::Break => {
                    push(start, element.span.start.max(start));
                    start = element.span.end.max(start);
                    at = at.max(element.span.end);
                }
                InlineKind::Atom | InlineKind::Whole => at = at.max(element.span.end),
                InlineKind::Markup => {}
            }
        }
        if at >= bytes.len() {
            break;
        }
        let mark = matches!(bytes[at], b'.' | b'!' | b'?') || bytes[at..].starts_with("…".as_bytes());
        if !mark {
            at += 1;
            continue;
        }
        let end = after_marks(text, at);
        if cuts(text, start, at, end, rules) {
            push(start, end);
            start = end;
        }
        at = end;
    }
    push(start.min(text.len()), text.len());
    found
}

/// The end of the marks at `at` with what closes after them.
fn after_marks(text: &str, at: usize) -> usize {
    let mut end = at;
    for (offset, sign) in text[at..].char_indices() {
        match sign {
            '.' | '!' | '?' | '…' | '»' | '”' | '’' | '›' | ')' | ']' | '*' | '_' | '¹' | '²' | '³' =>
            {
                end = at + offset + sign.len_utf8();
            }
            // A straight quote closes only where no word follows at once.
            '"' | '\'' if at + offset == end => end += 1,
            _ if sign.is_whitespace() => {
                let rest = text[at + offset..].trim_start();
                if !rest.starts_with(['!', '?', '»']) {
                    break;
                }
            }
            _ => break,
        }
    }
    end
}

/// Whether a sentence that began at `start`, with marks at `at..end`, ends there.
fn cuts(text: &str, start: usize, at: usize, end: usize, rules: &Rules) -> bool {
    let rest = &text[end..];
    if rest.is_empty() || !rest.starts_with(char::is_whitespace) {
        return false;
    }
    let next =
        rest.trim_start_matches(|sign: char| sign.is_whitespace() || "«“\"'‘([—–-*_`¿¡".contains(sign));
    let Some(first) = next.chars().next() else { return true };
    let word = next.split(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default();
    let brand = first.is_lowercase() && word.chars().nth(1).is_some_and(char::is_uppercase);
    if !brand && !first.is_uppercase() && !first.is_numeric() {
        return false;
    }
    let marks = &text[at..end];
    if marks.starts_with("…") || marks.starts_with("..") {
        return !first.is_numeric() && !text[..at].ends_with(['(', '[']);
    }
    if !marks.starts_with('.') {
        return true;
    }
    // An abbreviation is short: looking no further back keeps the whole linear.
    let mut from = at;
    for (offset, sign) in text[start..at].char_indices().rev().take(24) {
        if sign.is_whitespace() || "«“\"'’([—–*_".contains(sign) {
            break;
        }
        from = start + offset;
    }
    let before = &text[from..at];
    let opens = text[start..from].trim().is_empty();
    let roman = !word.is_empty() && word.chars().all(|sign| "IVXLCDM".contains(sign));
    if marks.len() > 1 && !marks.trim_start_matches('.').is_empty() {
        return true;
    }
    if rules.before_name.contains(before) {
        return false;
    }
    if rules.before_number.contains(before) && (first.is_numeric() || roman) {
        return false;
    }
    if opens
        && (before.chars().count() == 1 || before.len() <= 3 && before.bytes().all(|b| b.is_ascii_digit()))
    {
        return false;
    }
    let mut letters = before.chars();
    let one = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let initials = before.split(['.', '-']).all(|part| part.chars().count() == 1);
    if one || before.contains('.') && initials || before.contains('-') && initials {
        return rules.openers.contains(word);
    }
    true
}

/// Whether a letter stands in these bytes outside atoms and markup.
fn has_letter(block: &Block<'_>, start: usize, end: usize) -> bool {
    let mut at = start;
    let first = block.inline.partition_point(|element| element.span.start < start);
    for element in block.inline[first..].iter().take_while(|element| element.span.start < end) {
        if matches!(element.kind, InlineKind::Atom | InlineKind::Markup) {
            if element.span.start > at && block.text[at..element.span.start].contains(char::is_alphabetic) {
                return true;
            }
            at = at.max(element.span.end);
        }
    }
    at < end && block.text[at..end].contains(char::is_alphabetic)
}
