//! What in a text is no prose: markup, code, addresses, placeholders.

mod placeholders;

use std::borrow::Cow;

use super::{BRACKET, CLASS, MARK, MARKS, OPAQUE, PERCENT, SPECIAL};
use crate::text::Span;

pub(super) use placeholders::{has_conversion, numbered};

/// What stands in a text beside prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Kind {
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
    /// The label in `[text][label]` and `[label][]`.
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
pub(in crate::check) struct Token {
    pub(in crate::check) kind: Kind,
    /// The bytes that are compared: of a link its target alone.
    pub(in crate::check) span: Span,
    /// The linked words.
    pub(in crate::check) text: Span,
}

/// The length of a tag that the page builder puts an address in the place of, if a text begins with one:
/// `{{< ref "page.md" >}}`, `{% link page.md %}`; else 0.
fn builder_tag(text: &[u8]) -> usize {
    let window = &text[..text.len().min(REACH)];
    let close: &[u8] = match window {
        [b'{', b'{', ..] => b"}}",
        [b'{', b'%', ..] => b"%}",
        _ => return 0,
    };
    memchr::memmem::find(window, close).map_or(0, |at| at + close.len())
}

/// How far a placeholder, entity or link target may reach: keeps reading linear.
const REACH: usize = 512;

struct Mask<'a> {
    raw: &'a str,
    /// Empty as long as nothing is filled: a per-cent sign is most often one.
    prose: Vec<u8>,
    tokens: Vec<Token>,
    open: Vec<usize>,
    /// Nothing closes a comment that begins here or behind.
    comment_from: usize,
    /// See [`numbered`].
    numbered: u128,
}

/// The text with all that is no prose filled, and what was there. `numbered`: the values that the French names by number.
#[inline(never)]
pub(super) fn mask(raw: &str, numbered: u128) -> (Cow<'_, str>, Vec<Token>) {
    let mut mask = Mask {
        raw,
        prose: Vec::new(),
        tokens: Vec::new(),
        open: Vec::new(),
        comment_from: usize::MAX,
        numbered,
    };
    mask.run(0, raw.len());
    let prose = match mask.prose.is_empty() {
        true => Cow::Borrowed(raw),
        false => Cow::Owned(String::from_utf8(mask.prose).unwrap_or_else(|_| raw.to_owned())),
    };
    (prose, mask.tokens)
}

impl Mask<'_> {
    fn fill(&mut self, span: Span, with: char) {
        if self.prose.is_empty() {
            self.prose.extend_from_slice(self.raw.as_bytes());
        }
        for byte in &mut self.prose[span] {
            *byte = with as u8;
        }
    }

    fn token(&mut self, kind: Kind, span: Span) {
        self.tokens.push(Token { kind, span, text: 0..0 });
    }

    /// Fills what is one token; gives where it ends.
    fn take(&mut self, kind: Kind, span: Span, with: char) -> usize {
        let end = span.end;
        self.fill(span.clone(), with);
        self.token(kind, span);
        end
    }

    /// Reads what stands from `at` to `end`.
    fn run(&mut self, mut at: usize, end: usize) {
        let bytes = self.raw.as_bytes();
        let mut unclosed = 0_u64;
        let may_begin = |byte: &u8| CLASS[usize::from(*byte)] & (SPECIAL | PERCENT | MARKS | BRACKET) != 0;
        // Most bytes end here.
        while let Some(next) = bytes.get(at..end).and_then(|rest| rest.iter().position(may_begin)) {
            at += next;
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
                return self.take(Kind::Code, at..end, OPAQUE);
            }
        }
        *unclosed |= 1 << length;
        at + length
    }

    fn angle(&mut self, at: usize) -> usize {
        let bytes = self.raw.as_bytes();
        if bytes[at..].starts_with(b"<!--") {
            let end = match self.comment_from <= at {
                true => None,
                false => memchr::memmem::find(&bytes[at + 2..], b"-->"),
            };
            // What closes none here closes none behind it.
            let Some(end) = end else {
                self.comment_from = self.comment_from.min(at);
                return at + 1;
            };
            return self.take(Kind::Tag, at..at + 2 + end + "-->".len(), MARK);
        }
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
            return self.take(Kind::Tag, at..end + 1, MARK);
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
                return self.take(Kind::Footnote, at..at + end + 1, MARK);
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
                    // The words of `[words][]` are the label, too.
                    Some(0) if window[0] == b']' && open + 1 < at => (Kind::Reference, open + 1..at, at + 3),
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
        let mut behind_tag = at;
        // Between angle brackets an address may have blanks; one that nothing closes makes no link.
        if bytes.get(at) == Some(&b'<') {
            let window = &bytes[at..bytes.len().min(at + REACH * 4)];
            let close = at + 1 + memchr::memchr3(b'>', b'\n', b'<', &window[1..])?;
            if bytes[close] != b'>' {
                return None;
            }
            target_end = Some(close + 1);
            behind_tag = close + 1;
        }
        for (end, &byte) in bytes.iter().enumerate().take(at + REACH * 4).skip(at) {
            if end < behind_tag {
                continue;
            }
            if byte == b'{' && target_end.is_none() && !quoted {
                behind_tag = end + builder_tag(&bytes[end..]);
                if end < behind_tag {
                    continue;
                }
            }
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

    fn entity(&mut self, at: usize) -> usize {
        let rest = &self.raw.as_bytes()[at + 1..];
        let length =
            rest.iter().take(32).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count();
        if length < 2 || rest.get(length) != Some(&b';') {
            return at + 1;
        }
        self.take(Kind::Entity, at..at + length + 2, OPAQUE)
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
        self.take(Kind::Address, begin..end, OPAQUE)
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
        self.take(Kind::Address, span, OPAQUE)
    }
}
