//! Numbers in digits: one run of digits and marks, and what it may mean.

use crate::check::conventions::Target;
use crate::check::numbers::value::{Value, digit};
use crate::check::script::Script;
use crate::text::Span;

/// How a locale writes numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks {
    pub(super) decimal: char,
    pub(super) group: char,
    /// Whether a space may stand between groups of three digits.
    pub(super) has_spaces: bool,
}

impl Marks {
    pub(super) const FRENCH: Marks = Marks { decimal: ',', group: '\u{202F}', has_spaces: true };

    /// Wherever the comma is the decimal mark, a space groups digits too (ISO 80000-1, and the advice of most
    /// of these languages' academies).
    pub(super) fn of(target: &Target) -> Marks {
        Marks {
            decimal: target.decimal,
            group: target.group,
            has_spaces: target.decimal == ',' || is_blank(target.group) || target.script == Script::Arabic,
        }
    }

    /// Whether the mark groups digits here. Locales that group by spaces know the full stop too.
    fn groups(self, mark: char) -> bool {
        mark == self.group
            || (is_blank(mark) && self.has_spaces)
            || (mark == '.' && self.decimal == ',')
            || (matches!(mark, '\'' | '’') && matches!(self.group, '\'' | '’' | '\u{202F}'))
            || mark == '٬'
            || (mark == ',' && self.decimal == '.' && !is_blank(self.group) && self.group != '\'')
            || (mark == '，' && self.decimal == '.')
    }

    fn is_decimal(self, mark: char) -> bool {
        mark == self.decimal || mark == '٫' || (mark == '．' && self.decimal == '.')
    }
}

pub(in crate::check::numbers) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}')
}

/// Digits between two marks.
#[derive(Debug, Clone, Copy, Default)]
struct Digits {
    begin: usize,
    end: usize,
    count: usize,
}

impl Digits {
    /// Those that begin at `begin`, as many as there are.
    fn at(text: &str, begin: usize) -> Digits {
        let count = text.as_bytes()[begin..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let mut group = Digits { begin, end: begin + count, count };
        if text.as_bytes().get(group.end).is_some_and(|byte| !byte.is_ascii()) {
            for c in text[group.end..].chars().take_while(|c| digit(*c).is_some()) {
                group.end += c.len_utf8();
                group.count += 1;
            }
        }
        group
    }
}

const MOST: usize = 6;

/// A run of digits and the marks between them.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) span: Span,
    groups: [Digits; MOST],
    marks: [char; MOST],
    length: usize,
}

/// Reads the token that begins at `at`, which is a digit. Spaces belong to it where they group thousands.
pub(super) fn token(text: &str, at: usize, spaces: bool) -> Token {
    let mut token = Token { span: at..at, groups: [Digits::default(); MOST], marks: [' '; MOST], length: 0 };
    let mut begin = at;
    loop {
        let group = Digits::at(text, begin);
        token.groups[token.length] = group;
        token.length += 1;
        token.span.end = group.end;
        let mut rest = text[group.end..].chars();
        let Some(mark) = rest.next() else { break };
        let is_next_digit = rest.clone().next().is_some_and(|c| digit(c).is_some());
        // Of a scale, 1:25 000, the ends are numbers of their own.
        if mark == ':' && &text[at..group.end] == "1" && is_grouped_by_any(rest.as_str()) {
            break;
        }
        let joins = match mark {
            '.' | ',' | '\'' | '’' | '٫' | '٬' | ':' | '．' => is_next_digit,
            // The wide comma ends a clause, too: 1:25000，4厘米.
            '，' => {
                let run = rest.clone().take_while(|c| digit(*c).is_some()).count();
                run == 3
                    && group.count <= 3
                    && token.marks[..token.length - 1].iter().all(|mark| *mark == '，')
            }
            _ if is_blank(mark) && spaces && is_next_digit => {
                let run = rest.clone().take_while(|c| digit(*c).is_some()).count();
                let first = token.groups[0].count <= 3
                    && token.marks[..token.length - 1].iter().all(|mark| is_blank(*mark));
                run == 3 && first && group.count <= 3
            }
            _ => false,
        };
        if !joins || token.length == MOST {
            break;
        }
        token.marks[token.length - 1] = mark;
        begin = group.end + mark.len_utf8();
    }
    token
}

/// Whether a text begins with two groups of digits at least, the second one of three, with a blank or mark between.
fn is_grouped_by_any(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut after = rest.chars();
    let is_mark = after.next().is_some_and(|mark| is_blank(mark) || matches!(mark, '.' | ','));
    let digits = after.take_while(char::is_ascii_digit).count();
    is_mark && digits == 3 && (1..=3).contains(&(text.len() - rest.len()))
}

impl Token {
    fn marks(&self) -> &[char] {
        &self.marks[..self.length - 1]
    }

    /// Whether there is no mark in it.
    pub(super) fn is_plain(&self) -> bool {
        self.length == 1
    }

    /// How many digits stand before the first mark.
    pub(super) fn first_count(&self) -> usize {
        self.groups[0].count
    }

    fn digits(&self, text: &str, which: std::ops::Range<usize>) -> impl Iterator<Item = u8> {
        self.groups[which].iter().flat_map(|group| text[group.begin..group.end].chars().filter_map(digit))
    }

    /// The value as the locale reads it; none if it is no number there.
    pub(super) fn value(&self, text: &str, marks: Marks) -> Option<Value> {
        self.value_by(text, |mark| marks.is_decimal(mark), |mark| marks.groups(mark))
    }

    /// The value as another locale reads it.
    pub(super) fn foreign(&self, text: &str, marks: Marks) -> Option<Value> {
        if self.is_plain() || self.marks().contains(&':') {
            return None;
        }
        let own = self.value(text, marks);
        let other = if marks.decimal == ',' { '.' } else { ',' };
        let value = self.value_by(
            text,
            |mark| mark == other,
            |mark| is_blank(mark) || (mark != other && matches!(mark, '.' | ',' | '\'' | '’')),
        );
        value.filter(|value| own != Some(*value))
    }

    fn value_by(
        &self,
        text: &str,
        is_decimal: impl Fn(char) -> bool,
        groups: impl Fn(char) -> bool,
    ) -> Option<Value> {
        let marks = self.marks();
        let Some(&last) = marks.last() else { return self.part(text, 0) };
        let whole = if is_decimal(last) { self.length - 1 } else { self.length };
        let is_same = |marks: &[char]| {
            marks.windows(2).all(|pair| pair[0] == pair[1] || is_blank(pair[0]) && is_blank(pair[1]))
        };
        let inner = &marks[..whole - 1];
        if !inner.iter().all(|mark| groups(*mark)) || !is_same(inner) {
            return None;
        }
        if whole > 1 && !self.is_grouped(whole - 1) {
            return None;
        }
        let fraction = if whole < self.length { whole..self.length } else { 0..0 };
        Value::decimal(self.digits(text, 0..whole), self.digits(text, fraction))
    }

    /// Whether the groups after the first, `count` of them, are of three digits (or of two and then three,
    /// as in India).
    fn is_grouped(&self, count: usize) -> bool {
        let (first, rest) = (self.groups[0].count, &self.groups[1..=count]);
        let Some((last, inner)) = rest.split_last() else { return true };
        (1..=3).contains(&first)
            && last.count == 3
            && (inner.iter().all(|group| group.count == 3)
                || (first <= 2 && inner.iter().all(|group| group.count == 2)))
    }

    /// What stands between the marks, each by itself: hours and minutes, days and months.
    pub(super) fn parts(&self, text: &str) -> impl Iterator<Item = Value> {
        (0..self.length).filter_map(|at| self.part(text, at))
    }

    /// The digits between two marks as a whole number.
    fn part(&self, text: &str, at: usize) -> Option<Value> {
        let group = self.groups[at];
        // Most are few, and of ASCII.
        if group.count == group.end - group.begin && group.count <= 18 {
            let digits = text.as_bytes()[group.begin..group.end].iter();
            return Some(Value::whole(digits.fold(0, |whole, byte| whole * 10 + u64::from(byte - b'0'))));
        }
        Value::decimal(self.digits(text, at..at + 1), std::iter::empty())
    }

    /// Whether its only marks are colons, or there are full stops that no number has (`2.10.3`).
    pub(super) fn is_clock(&self) -> bool {
        !self.is_plain() && self.marks().iter().all(|mark| *mark == ':')
    }

    /// Whether full stops stand between its digits, as in versions.
    pub(super) fn is_dotted(&self) -> bool {
        !self.is_plain() && self.marks().iter().all(|mark| *mark == '.')
    }
}
