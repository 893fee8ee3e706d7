//! One reading of a text, shared by the rules: what is prose, what is not, and its words.

mod mask;
mod places;
mod runs;
mod words;

use std::borrow::Cow;

pub(super) use mask::{Kind, Token};
pub(super) use places::{digits, wide_characters};
use words::lower_hash;
pub(super) use words::{Beginnings, Present, Word, hash, is_mark, lower, with_lower};

use crate::text::Span;
use mask::{has_conversion, mask, numbered};
use words::words;

/// Stands for each byte of what is not prose but counts as a word: code, an address, a placeholder.
pub(super) const OPAQUE: char = '\u{1}';
/// Stands for each byte of a mark that a reader doesn't see: `**`, `](target)`, a tag.
pub(super) const MARK: char = '\u{2}';

/// So many links, tags and placeholders at most are compared one by one.
pub(super) const CROWD: usize = 500;

/// A text and what was seen in it.
#[derive(Debug)]
pub(super) struct Text<'a> {
    /// As written.
    pub(super) raw: &'a str,
    /// Byte for byte as `raw`, with [`OPAQUE`] and [`MARK`] in place of what is not prose.
    pub(super) prose: Cow<'a, str>,
    /// In order of appearance.
    pub(super) tokens: Vec<Token>,
    /// Words of the prose.
    pub(super) words: Vec<Word>,
    /// Which classes of bytes occur.
    pub(super) seen: u16,
    /// The values that the French names by number, `%1`, a bit for each.
    numbered: u128,
}

pub(super) const SPECIAL: u16 = 1;
pub(super) const DIGIT: u16 = 2;
pub(super) const CONTROL: u16 = 4;
pub(super) const WIDE: u16 = 8;
pub(super) const EMPHASIS: u16 = 16;
/// First bytes of brackets and quotation marks.
pub(super) const BRACKET: u16 = 32;
/// `:`, `;`, `?`, `!` and the first byte of their Arabic sisters.
pub(super) const MARKS: u16 = 64;
const LETTER: u16 = 128;
pub(super) const PERCENT: u16 = 256;
/// Brackets and quotation marks of ASCII.
pub(super) const PLAIN_BRACKET: u16 = 512;
/// `?`
pub(super) const QUESTION: u16 = 1024;
/// `+` and `=`.
pub(super) const SUMS: u16 = 2048;
/// Inner bytes of ½ and its sisters, and of few letters.
pub(super) const FRACTION: u16 = 4096;
/// `-`
pub(super) const HYPHEN: u16 = 8192;

const CLASS: [u16; 256] = {
    let mut class = [0; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        class[at] = match byte {
            b'*' | b'_' | b'~' => SPECIAL | EMPHASIS,
            b'[' => SPECIAL | BRACKET | PLAIN_BRACKET,
            b'(' | b')' | b']' | b'"' => BRACKET | PLAIN_BRACKET,
            b'A'..=b'Z' | b'a'..=b'z' => LETTER,
            b':' | b';' | b'!' => MARKS,
            b'?' => MARKS | QUESTION,
            b'%' => PERCENT,
            b'+' | b'=' => SUMS,
            b'-' => HYPHEN,
            b'`' | b'<' | b'&' | b'{' | b'}' | b'$' | b'@' | b'\\' | b'/' => SPECIAL,
            b'0'..=b'9' => DIGIT,
            0..=31 | 127 => CONTROL,
            0xD8 => WIDE | MARKS,
            // Of these, one begins the letters of Hebrew and its quotation mark.
            0xC2 | 0xD7 | 0xE2 | 0xE3 | 0xEF => WIDE | BRACKET,
            0x85 | 0xBC..=0xBE => WIDE | FRACTION,
            128.. => WIDE,
            _ => 0,
        };
        at += 1;
    }
    class
};

impl<'a> Text<'a> {
    pub(super) fn new(raw: &'a str) -> Self {
        Text::read(raw, |_| 0)
    }

    /// A sentence in French, in which `%1` is a placeholder.
    pub(super) fn of_french(raw: &'a str) -> Self {
        Text::read(raw, numbered)
    }

    /// A translation, in which `%1` is a placeholder if it is one in the French: Turks write percentages so.
    pub(super) fn of_translation(raw: &'a str, french: &Text<'_>) -> Self {
        Text::read(raw, |_| french.numbered)
    }

    /// `numbered` is asked where a per-cent sign may begin a placeholder.
    fn read(raw: &'a str, numbered: impl FnOnce(&str) -> u128) -> Self {
        let seen = raw.bytes().fold(0, |seen, byte| seen | CLASS[usize::from(byte)]);
        let may_convert = seen & PERCENT != 0 && has_conversion(raw);
        let numbered = if may_convert { numbered(raw) } else { 0 };
        let is_all_prose = seen & SPECIAL == 0 && !may_convert;
        let (prose, tokens) =
            if is_all_prose { (Cow::Borrowed(raw), Vec::new()) } else { mask(raw, numbered) };
        let words = words(&prose);
        Text { raw, prose, tokens, words, seen, numbered }
    }

    #[inline]
    pub(super) fn word(&self, word: &Word) -> &str {
        &self.prose[word.span()]
    }

    /// The [hash] of one of its words in lower case.
    pub(super) fn lower_hash(&self, word: &Word) -> u32 {
        lower_hash(&self.prose, word)
    }

    /// Whether one of its words, in lower case, is such a word.
    pub(super) fn has_word(&self, is: impl Fn(&str) -> bool) -> bool {
        self.words.iter().any(|word| with_lower(self.word(word), &is))
    }

    /// Where it has what is not prose, of a kind.
    pub(super) fn spans(&self, kind: Kind) -> impl Iterator<Item = &Span> {
        self.tokens.iter().filter(move |token| token.kind == kind).map(|token| &token.span)
    }

    /// The same, as it is written.
    pub(super) fn written(&self, kind: Kind) -> impl Iterator<Item = &'a str> {
        let raw = self.raw;
        self.spans(kind).map(move |span| &raw[span.clone()])
    }

    /// Whether no blank parts a word from the one before it, but what stands between the parts of names in code and of
    /// addresses: `did-finish-load`, `my_app`, `docs/api.md`, `5e12-fc`.
    pub(super) fn is_joined_to_last(&self, at: usize) -> bool {
        let Some(last) = at.checked_sub(1).and_then(|last| self.words.get(last)) else { return false };
        let Some(word) = self.words.get(at) else { return false };
        let between = &self.prose.as_bytes()[last.span().end..word.span().start];
        !between.is_empty() && between.iter().all(|byte| byte.is_ascii_digit() || b"-_./@".contains(byte))
    }

    /// Whether it has so many links, tags and placeholders that it is no sentence: they are then not compared
    /// one by one.
    pub(super) fn is_crowded(&self) -> bool {
        self.tokens.len() > CROWD
    }

    pub(super) fn has(&self, class: u16) -> bool {
        self.seen & class != 0
    }

    /// Where the bytes of a class stand in the prose.
    #[inline]
    pub(super) fn places(&self, class: u16) -> impl Iterator<Item = usize> {
        let bytes = self.prose.bytes().enumerate();
        bytes.filter(move |(_, byte)| CLASS[usize::from(*byte)] & class != 0).map(|(at, _)| at)
    }
}
