//! The texts of YAML's lists and mappings in brackets and braces: `[un, "deux"]`, `{title: Le pont, image: {alt: Vue}}`.
//!
//! A text without quotes is written back in quotes, as a comma or a bracket would end it.

use super::anchor::alias;
use super::below::Below;
use super::flaw::flaw;
use super::{closing_quote, read};
use crate::document::front_matter::{Style, Text};
use crate::text::Span;

/// Brackets within brackets beyond which nobody writes them.
const DEEPEST: usize = 32;

/// What ends a text that stands in no quotes.
const ENDS: [char; 5] = [',', '[', ']', '{', '}'];

/// The texts that are asked for in the list or mapping at the start of `part`, which is the value of the key `name`:
/// `name.title`; of a list, those of its items. None if it can't be read.
pub(super) fn texts<'s>(
    source: &'s str,
    part: Span,
    name: &str,
    asked: &[String],
    below: &mut Below<'s>,
) -> Option<()> {
    let mut found = Below { anchors: below.anchors.clone(), is_of_all: below.is_of_all, ..Below::default() };
    let mut reader = Reader { source, limit: part.end, at: part.start, asked, below: &mut found };
    reader.value(name, 0)?;
    reader.skip();
    let is_all = reader.at == part.end;
    below.texts.append(&mut found.texts);
    below.flaws.append(&mut found.flaws);
    below.anchors = found.anchors;
    below.met |= found.met;
    below.left.append(&mut found.left);
    is_all.then_some(())
}

struct Reader<'s, 'r> {
    source: &'s str,
    limit: usize,
    at: usize,
    asked: &'r [String],
    below: &'r mut Below<'s>,
}

impl<'s> Reader<'s, '_> {
    fn rest(&self) -> &'s str {
        &self.source[self.at..self.limit]
    }

    /// Goes on behind white space and comments.
    fn skip(&mut self) {
        loop {
            self.at = self.limit - self.rest().trim_start().len();
            let is_comment =
                self.rest().starts_with('#') && self.source[..self.at].ends_with(char::is_whitespace);
            if !is_comment {
                return;
            }
            self.at += self.rest().find(['\n', '\r']).unwrap_or(self.rest().len());
        }
    }

    fn takes(&mut self, sign: char) -> bool {
        let is_there = self.rest().starts_with(sign);
        self.at += if is_there { sign.len_utf8() } else { 0 };
        is_there
    }

    /// The value of a key: a list, a mapping, or a text.
    fn value(&mut self, name: &str, depth: usize) -> Option<()> {
        let is_asked = self.below.meets(name, self.asked);
        self.skip();
        let anchor = self.anchor();
        match self.rest().as_bytes().first()? {
            b'[' | b'{' if depth >= DEEPEST => None,
            b'[' => self.items(']', |reader| reader.item(name, depth)),
            b'{' => self.items('}', |reader| reader.pair(name, depth)),
            _ => {
                let scalar = self.scalar()?;
                if is_asked {
                    self.push(scalar, name, anchor);
                } else if self.below.is_of_all {
                    let text = text(self.source, scalar);
                    self.below.left.extend(text.map(|text| (name.to_owned(), text)));
                }
                Some(())
            }
        }
    }

    /// Takes the single value of a key that is asked for, if it is a text; why it is none, if it looks like one.
    fn push(&mut self, part: Span, name: &str, anchor: Option<&'s str>) {
        let repeats = alias(self.source, &part).is_some_and(|name| self.below.anchors.contains(&name));
        match text(self.source, part.clone()) {
            Some(text) => {
                self.below.texts.push(text);
                self.below.anchors.extend(anchor);
            }
            None if repeats => {}
            None => self.below.flaws.extend(flaw(self.source, part, name)),
        }
    }

    /// What stands between a bracket and `close`, with commas between.
    fn items(&mut self, close: char, mut one: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.at += 1;
        loop {
            self.skip();
            if self.takes(close) {
                return Some(());
            }
            one(self)?;
            self.skip();
            if !self.takes(',') && !self.rest().starts_with(close) {
                return None;
            }
        }
    }

    /// An item of a list; it may be a mapping of one key, without braces.
    fn item(&mut self, name: &str, depth: usize) -> Option<()> {
        let start = self.at;
        if self.key().is_some() {
            self.at = start;
            return self.pair(name, depth);
        }
        self.at = start;
        self.value(name, depth + 1)
    }

    /// A key and its value, which may be missing.
    fn pair(&mut self, name: &str, depth: usize) -> Option<()> {
        let start = self.at;
        match self.key() {
            Some(key) => {
                self.skip();
                if self.rest().starts_with([',', '}', ']']) {
                    return Some(());
                }
                self.value(&format!("{name}.{key}"), depth + 1)
            }
            None => {
                self.at = start;
                self.scalar().map(|_| ())
            }
        }
    }

    /// The key that stands here, up to behind its colon.
    fn key(&mut self) -> Option<&'s str> {
        let is_quoted = self.rest().starts_with(['"', '\'']);
        let span = self.scalar()?;
        let raw = &self.source[span];
        self.skip();
        let behind = self.rest().strip_prefix(':')?;
        // A colon right behind a word, and a word behind it, is an address.
        let is_key = is_quoted || behind.starts_with(|c: char| c.is_whitespace() || ENDS.contains(&c));
        self.at += 1;
        is_key.then(|| if is_quoted { &raw[1..raw.len() - 1] } else { raw })
    }

    fn anchor(&mut self) -> Option<&'s str> {
        let name = self.rest().strip_prefix('&')?;
        let name = &name[..name.find(|c: char| c.is_whitespace() || ENDS.contains(&c))?];
        self.at += 1 + name.len();
        self.skip();
        Some(name)
    }

    /// A text or another single value, with its quotes.
    fn scalar(&mut self) -> Option<Span> {
        let start = self.at;
        if let Some(quote @ (b'"' | b'\'')) = self.rest().as_bytes().first() {
            self.at = closing_quote(self.source, start, self.limit, *quote)?;
            return Some(start..self.at);
        }
        let rest = self.rest();
        let ends_at = |(at, c): (usize, char)| match c {
            ':' => rest[at + 1..].chars().next().is_none_or(|c| c.is_whitespace() || ENDS.contains(&c)),
            '#' => rest[..at].ends_with(char::is_whitespace),
            c => ENDS.contains(&c),
        };
        let end = rest.char_indices().find(|&at| ends_at(at)).map_or(rest.len(), |(at, _)| at);
        let raw = rest[..end].trim_end();
        self.at += raw.len();
        (!raw.is_empty()).then_some(start..self.at)
    }
}

/// The text that a single value of a list or mapping is; none if it is a number, a truth value or the like.
fn text(source: &str, span: Span) -> Option<Text> {
    if source[span.clone()].starts_with(['|', '>']) {
        return None;
    }
    let (_, text) = read(source, span);
    let style = |style| if style == Style::YamlPlain { Style::YamlDouble } else { style };
    text.map(|text| Text { style: style(text.style), ..text })
}
