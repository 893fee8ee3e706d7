//! One reading of a text, shared by the rules: what is prose, what is not, and its words.

use std::borrow::Cow;

use super::script::{Script, script};
use crate::text::Span;

/// Stands for each byte of what is not prose but counts as a word: code, an address, a placeholder.
pub(super) const OPAQUE: char = '\u{1}';
/// Stands for each byte of a mark that a reader doesn't see: `**`, `](target)`, a tag.
pub(super) const MARK: char = '\u{2}';

/// What stands in a text beside prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A code span with its backticks.
    Code,
    /// An HTML tag.
    Tag,
    /// `<https://…>`, a bare address or a bare e-mail address (without the angle brackets).
    Address,
    /// The target of an inline link; `text` is what is linked.
    Link,
    /// The target of an image.
    Image,
    /// The label in `[text][label]`.
    Reference,
    /// `[^1]`.
    Footnote,
    /// `{nom}`, `{{ x }}`, `%s`, `${X}`.
    Placeholder,
    /// `&lt;`.
    Entity,
    /// `$…$`.
    Math,
    /// The character after a backslash.
    Escape,
}

/// See [`Kind`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// The bytes that are compared: of a link its target alone.
    pub(super) span: Span,
    /// The linked words.
    pub(super) text: Span,
}

/// A run of letters (and marks on them).
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    start: u32,
    end: u32,
    /// Of its bytes: equal words have equal ones, and others hardly ever.
    pub(super) hash: u32,
    /// Of its first four bytes in lower case, for [`Beginnings`].
    beginning: u16,
    /// The script of its first letter.
    pub(super) script: Script,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// Whether all its letters are those of ASCII.
    pub(super) ascii: bool,
}

impl Word {
    #[inline]
    pub(super) fn span(&self) -> Span {
        self.start as usize..self.end as usize
    }
}

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
    pub(super) seen: u8,
}

pub(super) const SPECIAL: u8 = 1;
pub(super) const DIGIT: u8 = 2;
pub(super) const CONTROL: u8 = 4;
pub(super) const WIDE: u8 = 8;
pub(super) const EMPHASIS: u8 = 16;
/// First bytes of brackets and quotation marks.
pub(super) const BRACKET: u8 = 32;
/// `:`, `;`, `?`, `!` and the first byte of their Arabic sisters.
pub(super) const MARKS: u8 = 64;
const LETTER: u8 = 128;

const CLASS: [u8; 256] = {
    let mut class = [0; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        class[at] = match byte {
            b'*' | b'_' | b'~' => SPECIAL | EMPHASIS,
            b'[' => SPECIAL | BRACKET,
            b'(' | b')' | b']' | b'"' => BRACKET,
            b'A'..=b'Z' | b'a'..=b'z' => LETTER,
            b':' | b';' | b'?' | b'!' => MARKS,
            b'`' | b'<' | b'&' | b'{' | b'}' | b'%' | b'$' | b'@' | b'\\' | b'/' => SPECIAL,
            b'0'..=b'9' => DIGIT,
            0..=31 | 127 => CONTROL,
            0xD8 => WIDE | MARKS,
            0xC2 | 0xE2 | 0xE3 | 0xEF => WIDE | BRACKET,
            128.. => WIDE,
            _ => 0,
        };
        at += 1;
    }
    class
};

impl<'a> Text<'a> {
    pub(super) fn new(raw: &'a str) -> Self {
        let seen = raw.bytes().fold(0, |seen, byte| seen | CLASS[usize::from(byte)]);
        let (prose, tokens) = if seen & SPECIAL == 0 { (Cow::Borrowed(raw), Vec::new()) } else { mask(raw) };
        let words = words(&prose);
        Text { raw, prose, tokens, words, seen }
    }

    #[inline]
    pub(super) fn word(&self, word: &Word) -> &str {
        &self.prose[word.span()]
    }

    /// Whether it has so many links, tags and placeholders that it is no sentence: they are then not compared
    /// one by one.
    pub(super) fn is_crowded(&self) -> bool {
        self.tokens.len() > 500
    }

    pub(super) fn has(&self, class: u8) -> bool {
        self.seen & class != 0
    }

    /// Where the bytes of a class stand in the prose.
    #[inline]
    pub(super) fn places(&self, class: u8) -> impl Iterator<Item = usize> {
        let bytes = self.prose.bytes().enumerate();
        bytes.filter(move |(_, byte)| CLASS[usize::from(*byte)] & class != 0).map(|(at, _)| at)
    }
}

/// The words of a text. Kept a function of its own: in its caller, registers would not do for its loops.
#[inline(never)]
fn words(prose: &str) -> Vec<Word> {
    let bytes = prose.as_bytes();
    let mut words = Vec::with_capacity(bytes.len() / 5 + 1);
    let mut at = 0;
    while at < bytes.len() {
        let begin = at;
        at += 1;
        let class = CLASS[usize::from(bytes[begin])];
        if class & (LETTER | WIDE) == 0 {
            continue;
        }
        let mut word = Word {
            start: begin as u32,
            end: 0,
            hash: 0,
            beginning: 0,
            script: Script::Latin,
            capital: bytes[begin].is_ascii_uppercase(),
            ascii: true,
        };
        if class & WIDE != 0 && !word.begin_wide(prose, &mut at) {
            continue;
        }
        loop {
            at += ascii_letters(&bytes[at..]);
            if bytes.get(at).is_none_or(u8::is_ascii) || !word.go_on_wide(prose, &mut at) {
                break;
            }
        }
        word.end = at as u32;
        let (first, last) = ends(bytes, begin, at);
        word.hash = mix(first, last, at - begin);
        word.beginning = match word.capital && !word.ascii {
            true => beginning_in_lower_case(&prose[begin..at]),
            false => beginning(first),
        };
        words.push(word);
    }
    words
}

/// How many letters of ASCII a text begins with: eight are asked at once, as where a word ends can't be foreseen.
fn ascii_letters(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let mut count = 0;
    while let Some(eight) = bytes.get(count..).and_then(|rest| rest.first_chunk()) {
        let eight = u64::from_le_bytes(*eight);
        let lower = (eight | (0x20 * ONES)) & !HIGH;
        // The high bit of each byte tells whether it is at least `a`, and whether it is beyond `z`.
        let (from_a, beyond_z) = (lower + (0x80 - 0x61) * ONES, lower + (0x80 - 0x7B) * ONES);
        let others = !(from_a & !beyond_z & !eight) & HIGH;
        if others != 0 {
            return count + others.trailing_zeros() as usize / 8;
        }
        count += 8;
    }
    count + bytes[count..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count()
}

impl Word {
    /// Takes the first character, which is beyond ASCII, if it is a letter; `at` is behind its first byte, and
    /// ends behind it.
    fn begin_wide(&mut self, prose: &str, at: &mut usize) -> bool {
        let begin = *at - 1;
        let Some(c) = prose[begin..].chars().next() else { return false };
        *at = begin + c.len_utf8();
        self.script = script(c);
        self.capital = c.is_uppercase();
        self.ascii = false;
        self.script != Script::Common
    }

    /// Takes the character at `at`, which is beyond ASCII, if the word goes on with it.
    fn go_on_wide(&mut self, prose: &str, at: &mut usize) -> bool {
        let bytes = prose.as_bytes();
        let length = if is_letter_of_two(bytes[*at], bytes.get(*at + 1).copied().unwrap_or_default()) {
            2
        } else {
            let goes_on = |c: &char| script(*c) != Script::Common || is_mark(*c);
            let Some(c) = prose[*at..].chars().next().filter(goes_on) else { return false };
            c.len_utf8()
        };
        self.ascii = false;
        *at += length;
        true
    }
}

/// Whether two bytes are a Latin letter up to U+024F or a Cyrillic one: most letters beyond ASCII need no
/// further look.
fn is_letter_of_two(first: u8, second: u8) -> bool {
    match first {
        // × and ÷ stand among the letters.
        0xC3 => !matches!(second, 0x97 | 0xB7),
        0xC4..=0xC8 | 0xD0..=0xD1 => true,
        _ => false,
    }
}

/// Calls `f` with the word in lower case; allocates for long words with capitals, and where these are beyond
/// ASCII.
pub(super) fn with_lower<R>(word: &str, f: impl FnOnce(&str) -> R) -> R {
    if !word.is_ascii() {
        return if word.chars().any(char::is_uppercase) { f(&word.to_lowercase()) } else { f(word) };
    }
    if !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return f(word);
    }
    let mut place = [0; 32];
    let lower = place.get_mut(..word.len()).and_then(|lower| {
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        std::str::from_utf8(lower).ok()
    });
    match lower {
        Some(lower) => f(lower),
        None => f(&word.to_ascii_lowercase()),
    }
}

/// Which beginnings a set of words has, as far as a bit for each tells.
#[derive(Debug)]
pub(super) struct Beginnings([u64; 256]);

impl Default for Beginnings {
    fn default() -> Self {
        Beginnings([0; 256])
    }
}

impl Beginnings {
    /// Adds a word, or the beginning of words if it has four bytes or more.
    pub(super) fn add(&mut self, word: &str) {
        let at = beginning_in_lower_case(word);
        self.0[usize::from(at / 64) % 256] |= 1 << (at % 64);
    }

    /// Whether a word may be one of the set, also with capitals: false for most.
    #[inline]
    pub(super) fn has(&self, word: &Word) -> bool {
        self.0[usize::from(word.beginning / 64) % 256] >> (word.beginning % 64) & 1 == 1
    }
}

/// Of 14 bits, of a word's first eight bytes; equal for beginnings that differ in ASCII case only.
fn beginning(first_eight: u64) -> u16 {
    // The bit that tells a capital is no great loss in others.
    ((first_eight as u32 | 0x2020_2020).wrapping_mul(0x9E37_79B1) >> 18) as u16
}

/// The same where capitals beyond ASCII may stand in it.
fn beginning_in_lower_case(word: &str) -> u16 {
    let mut first = [0; 8];
    let mut length = 0;
    for c in word.chars().flat_map(char::to_lowercase).take(4) {
        if let Some(place) = first.get_mut(length..length + c.len_utf8()) {
            c.encode_utf8(place);
        }
        length += c.len_utf8();
    }
    beginning(u64::from_le_bytes(first))
}

/// Of the first eight bytes, the last eight and the length: words differ in these.
pub(super) fn hash(word: &[u8]) -> u32 {
    let (first, last) = ends(word, 0, word.len());
    mix(first, last, word.len())
}

/// The first eight bytes of a word, zeros behind a shorter one, and the last eight of a longer one.
fn ends(bytes: &[u8], begin: usize, end: usize) -> (u64, u64) {
    let eight = |at: usize| {
        bytes.get(at..).and_then(|rest| rest.first_chunk()).map(|eight| u64::from_le_bytes(*eight))
    };
    let length = end - begin;
    if length > 8 {
        return (eight(begin).unwrap_or_default(), eight(end - 8).unwrap_or_default());
    }
    let first = match eight(begin) {
        // What stands behind the word is cut off.
        Some(eight) if length > 0 => eight & u64::MAX >> (64 - 8 * length),
        _ => bytes[begin..end].iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)),
    };
    (first, 0)
}

fn mix(first: u64, last: u64, length: usize) -> u32 {
    let mixed = (first ^ last.rotate_left(23) ^ (length as u64) << 58).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 32) as u32
}

/// Marks that stand on letters, as far as they occur in running text, and joiners inside words.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36F | 0x483..=0x487 | 0x591..=0x5C7 | 0x610..=0x61A | 0x640 | 0x64B..=0x65F | 0x670
        | 0x6D6..=0x6DC | 0x900..=0x903 | 0x93A..=0x94F | 0xE31 | 0xE34..=0xE3A | 0xE47..=0xE4E | 0x200C..=0x200D | 0xAD)
}

/// How far a placeholder, entity or link target may reach: keeps reading linear.
const REACH: usize = 512;

struct Mask<'a> {
    raw: &'a str,
    prose: Vec<u8>,
    tokens: Vec<Token>,
    open: Vec<usize>,
}

#[inline(never)]
fn mask(raw: &str) -> (Cow<'_, str>, Vec<Token>) {
    let mut mask = Mask { raw, prose: raw.as_bytes().to_vec(), tokens: Vec::new(), open: Vec::new() };
    mask.run();
    let prose = String::from_utf8(mask.prose).unwrap_or_else(|_| raw.to_owned());
    (Cow::Owned(prose), mask.tokens)
}

impl Mask<'_> {
    fn fill(&mut self, span: Span, with: char) {
        for byte in &mut self.prose[span] {
            *byte = with as u8;
        }
    }

    fn token(&mut self, kind: Kind, span: Span) {
        self.tokens.push(Token { kind, span, text: 0..0 });
    }

    fn run(&mut self) {
        let bytes = self.raw.as_bytes();
        let mut unclosed = 0_u64;
        let mut at = 0;
        while at < bytes.len() {
            // Most bytes end here.
            if CLASS[usize::from(bytes[at])] & (SPECIAL | MARKS | BRACKET) == 0 {
                at += 1;
                continue;
            }
            at = match bytes[at] {
                b'`' => self.code(at, &mut unclosed),
                b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => {
                    self.fill(at..at + 1, MARK);
                    self.token(Kind::Escape, at + 1..at + 2);
                    at + 2
                }
                b'<' => self.angle(at),
                b'[' => self.open_bracket(at),
                b']' => self.close_bracket(at),
                b'{' => self.placeholder(at),
                b'%' => self.percent(at),
                b'$' => self.dollar(at),
                b'&' => self.entity(at),
                b'*' => self.mark(at, 1),
                b'_' if !self.inside_word(at) => self.mark(at, 1),
                b'~' if bytes.get(at + 1) == Some(&b'~') => self.mark(at, 2),
                b':' if self.raw[at..].starts_with("://") => self.address(at),
                b'@' => self.email(at),
                _ => at + 1,
            };
        }
    }

    fn mark(&mut self, at: usize, length: usize) -> usize {
        self.fill(at..at + length, MARK);
        at + length
    }

    fn inside_word(&self, at: usize) -> bool {
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        is_word(self.raw[..at].chars().next_back()) && is_word(self.raw[at + 1..].chars().next())
    }

    /// `unclosed` remembers the lengths of runs that nothing closes, so that none is searched for twice.
    fn code(&mut self, at: usize, unclosed: &mut u64) -> usize {
        let bytes = self.raw.as_bytes();
        let length = bytes[at..].iter().take_while(|&&byte| byte == b'`').count();
        let mut end = at + length;
        if length > 63 || *unclosed >> length & 1 == 1 {
            return end;
        }
        while let Some(next) = memchr::memchr(b'`', &bytes[end..]) {
            let begin = end + next;
            let run = bytes[begin..].iter().take_while(|&&byte| byte == b'`').count();
            end = begin + run;
            if run == length {
                self.fill(at..end, OPAQUE);
                self.token(Kind::Code, at..end);
                return end;
            }
        }
        *unclosed |= 1 << length;
        at + length
    }

    fn angle(&mut self, at: usize) -> usize {
        let bytes = self.raw.as_bytes();
        let window = &bytes[at..bytes.len().min(at + REACH)];
        let Some(end) = memchr::memchr(b'>', window).map(|end| at + end) else { return at + 1 };
        let inner = &self.raw[at + 1..end];
        let is_address = inner.contains("://") || (inner.contains('@') && !inner.contains(' '));
        if is_address && !inner.contains([' ', '"']) {
            self.fill(at..end + 1, OPAQUE);
            self.token(Kind::Address, at + 1..end);
            return end + 1;
        }
        if inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!')
            && !inner.contains('<')
        {
            self.fill(at..end + 1, MARK);
            self.token(Kind::Tag, at..end + 1);
            return end + 1;
        }
        at + 1
    }

    fn open_bracket(&mut self, at: usize) -> usize {
        let rest = &self.raw.as_bytes()[at..];
        if rest.get(1) == Some(&b'^') {
            let window = &rest[..rest.len().min(64)];
            if let Some(end) = memchr::memchr(b']', window)
                && !self.raw[at + 2..at + end].contains([' ', '['])
            {
                self.fill(at..at + end + 1, MARK);
                self.token(Kind::Footnote, at..at + end + 1);
                return at + end + 1;
            }
        }
        self.open.push(at);
        at + 1
    }

    fn close_bracket(&mut self, at: usize) -> usize {
        let Some(open) = self.open.pop() else { return at + 1 };
        let bytes = self.raw.as_bytes();
        let is_image = open > 0 && bytes[open - 1] == b'!';
        let begin = open - usize::from(is_image);
        let (kind, span, end) = match bytes.get(at + 1) {
            Some(b'(') => match self.target(at + 2) {
                Some((span, end)) => (if is_image { Kind::Image } else { Kind::Link }, span, end),
                None => return at + 1,
            },
            Some(b'[') => {
                let window = &bytes[at + 2..bytes.len().min(at + 66)];
                match memchr::memchr2(b']', b'[', window) {
                    Some(end) if end > 0 && window[end] == b']' => {
                        (Kind::Reference, at + 2..at + 2 + end, at + 3 + end)
                    }
                    _ => return at + 1,
                }
            }
            _ => return at + 1,
        };
        self.fill(begin..open + 1, MARK);
        self.fill(at..end, MARK);
        self.tokens.push(Token { kind, span, text: open + 1..at });
        end
    }

    /// The target that begins at `at`, and where its closing parenthesis ends.
    fn target(&self, at: usize) -> Option<(Span, usize)> {
        let bytes = self.raw.as_bytes();
        let (mut depth, mut target_end, mut quoted) = (0_usize, None, false);
        for (end, &byte) in bytes.iter().enumerate().take(at + REACH * 4).skip(at) {
            match byte {
                b'"' if target_end.is_some() => quoted = !quoted,
                _ if quoted => {}
                b' ' | b'\t' | b'\n' => {
                    target_end.get_or_insert(end);
                }
                b'(' => depth += 1,
                b')' if depth > 0 => depth -= 1,
                b')' => return Some((at..target_end.unwrap_or(end), end + 1)),
                _ => {}
            }
        }
        None
    }

    fn placeholder(&mut self, at: usize) -> usize {
        let bytes = self.raw.as_bytes();
        let double = bytes.get(at + 1) == Some(&b'{');
        let limit = bytes.len().min(at + REACH);
        let window = &self.raw.as_bytes()[at + 1..limit];
        let end = if double {
            memchr::memmem::find(window, b"}}").map(|end| at + 1 + end + 2)
        } else {
            memchr::memchr2(b'}', b'{', window).filter(|&end| window[end] == b'}').map(|end| at + 1 + end + 1)
        };
        let Some(end) = end.filter(|&end| end - at > 2) else { return at + 1 };
        let begin = if at > 0 && bytes[at - 1] == b'$' { at - 1 } else { at };
        self.fill(begin..end, OPAQUE);
        self.token(Kind::Placeholder, begin..end);
        end
    }

    /// `%s`, `%1$d`, `%(name)s`, `%NAME%`.
    fn percent(&mut self, at: usize) -> usize {
        let rest = &self.raw.as_bytes()[at + 1..];
        let after_digit = at > 0 && self.raw.as_bytes()[at - 1].is_ascii_digit();
        let ends = |end: usize| !rest.get(end).is_some_and(u8::is_ascii_alphanumeric);
        let is_conversion = |byte: Option<&u8>| byte.is_some_and(|byte| b"sdifu@".contains(byte));
        let name = rest.iter().take_while(|byte| byte.is_ascii_uppercase() || **byte == b'_').count();
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let length = if is_conversion(rest.first()) && ends(1) && !after_digit {
            1
        } else if digits > 0 && rest.get(digits) == Some(&b'$') && is_conversion(rest.get(digits + 1)) {
            digits + 2
        } else if name > 1 && rest.get(name) == Some(&b'%') {
            name + 1
        } else if rest.first() == Some(&b'(') {
            let inner =
                rest[1..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
            if inner == 0 || rest.get(inner + 1) != Some(&b')') || !is_conversion(rest.get(inner + 2)) {
                return at + 1;
            }
            inner + 3
        } else {
            return at + 1;
        };
        self.fill(at..at + 1 + length, OPAQUE);
        self.token(Kind::Placeholder, at..at + 1 + length);
        at + 1 + length
    }

    /// `$NAME` and `$…$`; `${X}` is read from its brace.
    fn dollar(&mut self, at: usize) -> usize {
        let rest = &self.raw.as_bytes()[at + 1..];
        let name = rest.iter().take_while(|byte| byte.is_ascii_uppercase() || **byte == b'_').count();
        if name > 1 && !rest.get(name).is_some_and(u8::is_ascii_alphanumeric) && rest.get(name) != Some(&b'$')
        {
            self.fill(at..at + 1 + name, OPAQUE);
            self.token(Kind::Placeholder, at..at + 1 + name);
            return at + 1 + name;
        }
        let window = &rest[..rest.len().min(REACH)];
        let Some(end) = memchr::memchr(b'$', window) else { return at + 1 };
        let inner = &window[..end];
        let is_math = inner.first().is_some_and(|byte| !byte.is_ascii_digit() && *byte != b' ')
            && inner.last().is_some_and(|byte| *byte != b' ')
            && inner.iter().any(|byte| b"\\^_=+({".contains(byte));
        if !is_math {
            return at + 1;
        }
        self.fill(at..at + 2 + end, OPAQUE);
        self.token(Kind::Math, at..at + 2 + end);
        at + 2 + end
    }

    fn entity(&mut self, at: usize) -> usize {
        let rest = &self.raw.as_bytes()[at + 1..];
        let length =
            rest.iter().take(32).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count();
        if length < 2 || rest.get(length) != Some(&b';') {
            return at + 1;
        }
        self.fill(at..at + length + 2, OPAQUE);
        self.token(Kind::Entity, at..at + length + 2);
        at + length + 2
    }

    /// A bare address, from its `://`.
    fn address(&mut self, at: usize) -> usize {
        let bytes = self.raw.as_bytes();
        let begin =
            at - bytes[..at].iter().rev().take(12).take_while(|byte| byte.is_ascii_alphabetic()).count();
        if begin == at {
            return at + 1;
        }
        let length = bytes[at..]
            .iter()
            .take(REACH * 4)
            .take_while(|byte| byte.is_ascii_graphic() && !b"<>\"`|()[]{}".contains(byte))
            .count();
        let end = at
            + bytes[at..at + length]
                .iter()
                .rposition(|byte| !b".,;:!?'*_~".contains(byte))
                .map_or(0, |last| last + 1);
        if end <= at + 3 {
            return at + 1;
        }
        self.fill(begin..end, OPAQUE);
        self.token(Kind::Address, begin..end);
        end
    }

    fn email(&mut self, at: usize) -> usize {
        let bytes = self.raw.as_bytes();
        let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || b"._-+".contains(byte);
        let before = bytes[..at].iter().rev().take(64).take_while(is_part).count();
        let after = bytes[at + 1..].iter().take(128).take_while(is_part).count();
        let domain = self.raw[at + 1..at + 1 + after].trim_end_matches(['.', '-', '_', '+']);
        if before == 0 || !domain.contains('.') {
            return at + 1;
        }
        let span = at - before..at + 1 + domain.len();
        self.fill(span.clone(), OPAQUE);
        self.token(Kind::Address, span.clone());
        span.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_up_to_any_other_byte() {
        for byte in 0..=u8::MAX {
            for before in 0..20 {
                let mut bytes = vec![b'x'; before];
                bytes.push(byte);
                bytes.extend(b"Zz");
                let more = if byte.is_ascii_alphabetic() { 3 } else { 0 };
                assert_eq!(ascii_letters(&bytes), before + more, "{byte} at {before}");
            }
        }
    }

    #[test]
    fn words_are_found_with_what_is_known_of_them() {
        let text = Text::new("L’Été à Besançon, 3 œufs d'été; ÉTÉ");
        let words: Vec<(&str, bool, bool)> =
            text.words.iter().map(|word| (text.word(word), word.capital, word.ascii)).collect();
        let wanted = [
            ("L", true, true),
            ("Été", true, false),
            ("à", false, false),
            ("Besançon", true, false),
            ("œufs", false, false),
            ("d", false, true),
            ("été", false, false),
            ("ÉTÉ", true, false),
        ];
        assert_eq!(words, wanted);
        let mut summers = Beginnings::default();
        summers.add("été");
        let found: Vec<bool> = text.words.iter().map(|word| summers.has(word)).collect();
        assert_eq!(found, [false, true, false, false, false, false, true, true]);
    }

    #[test]
    fn a_word_has_the_same_hash_alone_and_in_a_text() {
        let text = Text::new("a ab abc abcdefg abcdefgh abcdefghi abcdefghijklmnopqrstuv é");
        for word in &text.words {
            assert_eq!(word.hash, hash(text.word(word).as_bytes()), "{}", text.word(word));
        }
    }
}
