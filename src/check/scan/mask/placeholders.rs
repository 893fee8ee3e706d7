//! Placeholders of all styles (`{nom}`, `{n, plural, …}`, `%s`, `$NAME`) and formulas, which begin alike.

use super::{Kind, Mask, REACH};
use crate::check::scan::{MARK, OPAQUE};
use crate::text::Span;

/// A message of ICU that chooses between texts by a value: `{n, plural, one {# page} other {# pages}}`. Offsets are from its
/// brace.
struct Choice {
    /// Where `{n, plural,` ends, which is the same in all languages. The cases are those of each.
    head: usize,
    texts: Vec<Span>,
    end: usize,
}

/// The choice that a text begins with. As [ICU](https://unicode-org.github.io/icu/userguide/format_parse/messages/) reads
/// it, but for apostrophes.
fn choice(text: &str) -> Option<Choice> {
    /// Bytes of its name.
    const NAME: usize = 64;
    /// Bytes of all of it.
    const MOST: usize = 4 * REACH;
    let bytes = text.as_bytes();
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"_.- ".contains(&byte);
    let comma = 1 + bytes.get(1..)?.iter().take(NAME).position(|byte| !is_name(*byte))?;
    let rest = text[comma..].strip_prefix(',')?.trim_start();
    let kind = ["plural", "select", "selectordinal"];
    let rest = kind.iter().find_map(|kind| rest.strip_prefix(kind)?.trim_start().strip_prefix(','))?;
    let head = text.len() - rest.len();
    let (mut depth, mut begin, mut texts) = (0_usize, head, Vec::new());
    for (at, byte) in bytes.iter().enumerate().take(MOST).skip(head) {
        match byte {
            b'{' => {
                depth += 1;
                if depth == 1 {
                    begin = at + 1;
                }
            }
            b'}' if depth == 0 => return Some(Choice { head, texts, end: at + 1 }),
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    texts.push(begin..at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether a per-cent sign may begin a placeholder: most don't.
pub(in crate::check::scan) fn has_conversion(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    let begins = |rest: &[u8]| match rest {
        // Most of these end a sentence.
        [b'.' | b'-', next, ..] => next.is_ascii_digit(),
        [byte, ..] => byte.is_ascii_alphanumeric() || b"@_(".contains(byte),
        [] => false,
    };
    memchr::memchr_iter(b'%', bytes).any(|at| begins(&bytes[at + 1..]))
}

/// A number that a text begins with, if values are numbered so far, and its length.
fn value_number(rest: &[u8]) -> Option<(u32, usize)> {
    let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let digits = rest.get(..length).filter(|digits| (1..=2).contains(&digits.len()))?;
    Some((digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')), length))
}

/// The values that a French text names as Qt does, `%1 sur %2`, a bit for each: French never writes a percentage so. One
/// that begins with `%20` holds a space of an address.
///
/// Source: [Qt, `QString::arg`](https://doc.qt.io/qt-6/qstring.html#arg).
pub(in crate::check::scan) fn numbered(french: &str) -> u128 {
    let bytes = french.as_bytes();
    let (mut all, mut has_bare) = (0, false);
    for at in memchr::memchr_iter(b'%', bytes) {
        let Some((number, length)) = value_number(&bytes[at + 1..]) else { continue };
        if at > 0 && (bytes[at - 1].is_ascii_digit() || bytes[at - 1] == b'%') {
            continue;
        }
        all |= 1 << number;
        // `%5d` and `%1$s` are of another program.
        has_bare |= match &bytes[at + 1 + length..] {
            [b'.', next, ..] => !next.is_ascii_digit(),
            [next, ..] => !next.is_ascii_alphanumeric() && *next != b'$',
            [] => true,
        };
    }
    const LOW: u128 = (1 << 20) - 1;
    if has_bare && all & LOW != 0 { all } else { 0 }
}

/// Whose dollars French tells apart behind the sign.
const DOLLARS: [&[u8]; 10] = [b"US", b"USD", b"CA", b"CAN", b"CAD", b"A", b"AU", b"NZ", b"HK", b"SG"];

impl Mask<'_> {
    pub(super) fn placeholder(&mut self, at: usize) -> usize {
        let bytes = self.raw.as_bytes();
        let double = bytes.get(at + 1) == Some(&b'{');
        if !double && let Some(choice) = choice(&self.raw[at..]) {
            return self.choice(at, choice);
        }
        let limit = bytes.len().min(at + REACH);
        let window = &self.raw.as_bytes()[at + 1..limit];
        let end = if double {
            memchr::memmem::find(window, b"}}").map(|end| at + 1 + end + 2)
        } else {
            memchr::memchr2(b'}', b'{', window).filter(|&end| window[end] == b'}').map(|end| at + 1 + end + 1)
        };
        let Some(end) = end else { return at + 1 };
        // The braces themselves may be quoted: '{' and '}'.
        let inner = self.raw[at + 1..end - 1].trim();
        let is_one_value = inner.starts_with('"') && !self.raw[..at].ends_with('"');
        const QUOTES: [char; 12] = ['\'', '"', '“', '”', '„', '«', '»', '‘', '’', '「', '」', '`'];
        let is_quoted = !is_one_value && inner.starts_with(QUOTES) && inner.ends_with(QUOTES);
        if is_quoted {
            return at + 1;
        }
        let begin = if at > 0 && bytes[at - 1] == b'$' { at - 1 } else { at };
        self.take(Kind::Placeholder, begin..end, OPAQUE)
    }

    /// The texts between which a value chooses are prose; all around them is not.
    fn choice(&mut self, at: usize, choice: Choice) -> usize {
        self.take(Kind::Placeholder, at..at + choice.head, OPAQUE);
        let mut begin = at + choice.head;
        for text in choice.texts {
            self.fill(begin..at + text.start, MARK);
            self.run(at + text.start, at + text.end);
            begin = at + text.end;
        }
        self.fill(begin..at + choice.end, MARK);
        at + choice.end
    }

    /// `%s`, `%1$d`, `%.2f`, `%(name)s`, `%NAME%`, and `%1` if the French has it.
    pub(super) fn percent(&mut self, at: usize) -> usize {
        let rest = &self.raw.as_bytes()[at + 1..];
        // `%%d` is a per-cent sign and a letter, `%%%d` one and a placeholder.
        let run = 1 + rest.iter().take_while(|byte| **byte == b'%').count();
        if run > 1 && rest.get(run - 1).is_some_and(|byte| b"sdifu@".contains(byte)) {
            return at + run - run % 2;
        }
        let after_digit = at > 0 && self.raw.as_bytes()[at - 1].is_ascii_digit();
        if self.numbered != 0
            && let Some((number, length)) = value_number(rest)
            && self.numbered >> number & 1 == 1
            && !after_digit
            && rest.get(length) != Some(&b'$')
        {
            return self.take(Kind::Placeholder, at..at + 1 + length, OPAQUE);
        }
        let ends = |end: usize| !rest.get(end).is_some_and(u8::is_ascii_alphanumeric);
        let is_conversion = |byte: Option<&u8>| byte.is_some_and(|byte| b"sdifu@".contains(byte));
        let name = rest.iter().take_while(|byte| byte.is_ascii_uppercase() || **byte == b'_').count();
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let is_width = |byte: &&u8| byte.is_ascii_digit() || b".-".contains(byte);
        let behind_width = |at: usize| at + rest.iter().skip(at).take(8).take_while(is_width).count();
        let width = behind_width(0);
        let length = if is_conversion(rest.first()) && ends(1) && !after_digit {
            1
        } else if width > 0
            && matches!(rest.get(width), Some(b'd' | b's' | b'f'))
            && ends(width + 1)
            && !after_digit
        {
            width + 1
        } else if digits > 0
            && rest.get(digits) == Some(&b'$')
            && is_conversion(rest.get(behind_width(digits + 1)))
        {
            behind_width(digits + 1) + 1
        } else if name > 1 && rest.get(name) == Some(&b'%') {
            name + 1
        } else if rest.first() == Some(&b'(') {
            let inner =
                rest[1..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
            let conversion = behind_width(inner + 2);
            if inner == 0 || rest.get(inner + 1) != Some(&b')') || !is_conversion(rest.get(conversion)) {
                return at + 1;
            }
            conversion + 1
        } else {
            return at + 1;
        };
        self.take(Kind::Placeholder, at..at + 1 + length, OPAQUE)
    }

    /// Whether a sum stands before a dollar sign: 99 $US, 12 M$CA.
    fn is_behind_amount(&self, at: usize) -> bool {
        let before = self.raw[..at].trim_end_matches([' ', '\u{A0}', '\u{202F}']);
        let number =
            before.trim_end_matches(char::is_alphabetic).trim_end_matches([' ', '\u{A0}', '\u{202F}']);
        number.ends_with(|c: char| c.is_ascii_digit())
    }

    /// `$NAME` and `$…$`; `${X}` is read from its brace.
    pub(super) fn dollar(&mut self, at: usize) -> usize {
        let rest = &self.raw.as_bytes()[at + 1..];
        // `${a} (${b})` is no formula, unless a command stands in it: `${\\rm d}x$`.
        let is_variable = |end: usize| rest.get(end) == Some(&b'{');
        let name = rest.iter().take_while(|byte| byte.is_ascii_uppercase() || **byte == b'_').count();
        if DOLLARS.contains(&&rest[..name]) && self.is_behind_amount(at) {
            return at + 1;
        }
        if name > 1 && !rest.get(name).is_some_and(u8::is_ascii_alphanumeric) && rest.get(name) != Some(&b'$')
        {
            return self.take(Kind::Placeholder, at..at + 1 + name, OPAQUE);
        }
        let window = &rest[..rest.len().min(REACH)];
        let Some(end) = memchr::memchr(b'$', window) else { return at + 1 };
        let inner = &window[..end];
        // Two names of a shell with words between them: ligne $rw du fichier ($file).
        let is_name = || inner.contains(&b' ') && rest.get(end + 1).is_some_and(u8::is_ascii_alphanumeric);
        // What begins with a digit may be a sum of money, unless a command stands in it.
        let may_begin = |byte: &u8| match byte {
            b'0'..=b'9' => memchr::memchr2(b'\\', b'^', inner).is_some(),
            _ => *byte != b' ',
        };
        let is_math = inner.first().is_some_and(may_begin)
            && (!is_variable(0) && !is_variable(end + 1) || memchr::memchr(b'\\', inner).is_some())
            && inner.last().is_some_and(|byte| *byte != b' ')
            && !is_name()
            && inner.iter().any(|byte| b"\\^_=+({".contains(byte));
        if !is_math {
            return at + 1;
        }
        self.take(Kind::Math, at..at + 2 + end, OPAQUE)
    }
}
