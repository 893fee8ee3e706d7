//! The front matter of a page: YAML between `---` lines or TOML between `+++` lines, at the very start
//! of the file. An object in JSON is read for what it says of the page, and stays as it is.
//!
//! It is cut off here, because parsers of Markdown that know front matter take such lines in the middle
//! of a page for one too. A key's value is a block if it is a text and the options name the key; those of keys below
//! others are named by both (`hero.tagline`), and so are those of all items of a list.

mod flaw;
mod json;
mod key;
mod meant;
mod other;
mod scope;
mod toml;
mod write;
mod yaml;

use std::borrow::Cow;

use super::assemble::{Change, changed};
use super::named::words_for_readers;
use super::{Block, BlockKind, Inline, InlineKind, Options, Piece};
use crate::diagnostic::Diagnostic;
use crate::text::{Edit, LineIndex, Span};
use flaw::Flaw;

/// What the front matter says about the document as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Front {
    /// Each key, what it says, and the bytes of the file in which that stands.
    values: Vec<(String, Value, Span)>,
    met: u64,
}

/// A value as far as anybody asks.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    /// A text, in quotes or not to be read as anything else.
    Text(String),
    /// A number, a truth value, a date, or a value of a kind that nobody asks for: as it is written.
    Other(String),
    /// A list of texts.
    List(Vec<String>),
}

impl Front {
    /// The value of a top-level key as text: `true`, `2024-01-01`, `Brouillon`; a list with commas.
    pub fn value(&self, key: &str) -> Option<String> {
        Some(match self.get(key)? {
            Value::Text(text) | Value::Other(text) => text.clone(),
            Value::List(items) => items.join(", "),
        })
    }

    /// The keys, those of tables of TOML by all their names.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|(key, ..)| key.as_str())
    }

    /// Which of [`Options::front_matter`] it has, whatever their values are: a bit for each of the first 64.
    pub fn met(&self) -> u64 {
        self.met
    }

    fn get(&self, key: &str) -> Option<&Value> {
        self.values.iter().find(|(name, ..)| name == key).map(|(_, value, _)| value)
    }
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    YamlPlain,
    YamlSingle,
    YamlDouble,
    YamlBlock,
    TomlBasic,
    TomlLiteral,
}

/// A top-level key.
#[derive(Debug)]
struct Field {
    key: String,
    value: Value,
    /// Where the text stands, if the value is one.
    text: Option<Text>,
    /// Bytes of the file that the value is in.
    span: Span,
}

/// The keys of a front matter, in file order.
#[derive(Debug)]
struct Fields {
    fields: Vec<Field>,
    /// Why none of them has a text.
    flaw: Option<Flaw>,
}

/// What stands between two fences is no front matter; the flaw, if it is meant as one.
#[derive(Debug)]
struct Unread(Option<Flaw>);

/// A text of the front matter.
#[derive(Debug)]
struct Text {
    style: Style,
    /// Bytes of the file, quotes included.
    span: Span,
    decoded: String,
    /// As in a [`Block`], but for `decoded`.
    pieces: Vec<Piece>,
}

/// The front matter of a file.
#[derive(Debug, Default)]
pub(super) struct FrontMatter<'a> {
    pub(super) front: Front,
    /// Blocks of the keys that the options name, in file order, and how each takes other text.
    pub(super) blocks: Vec<(Block<'a>, Slot)>,
    pub(super) is_there: bool,
    /// Where the body begins: a byte of the file.
    pub(super) body: usize,
    /// What can't be read of it.
    flaws: Vec<Flaw>,
    /// Words under other keys, in file order, if the options ask for that.
    pub(super) left: Vec<Left>,
}

/// Words under a key that nobody asked for.
#[derive(Debug)]
pub(super) struct Left {
    pub(super) name: String,
    pub(super) words: usize,
    /// Bytes of the value.
    pub(super) span: Span,
}

impl FrontMatter<'_> {
    /// What can't be read, as findings of a file, in file order.
    pub(super) fn findings(&mut self, file: &str, source: &str) -> Vec<Diagnostic> {
        if self.flaws.is_empty() {
            return Vec::new();
        }
        let lines = LineIndex::new(source);
        self.flaws.drain(..).map(|flaw| flaw.finding(file, &lines)).collect()
    }
}

/// How a value takes other text.
#[derive(Debug)]
pub(super) struct Slot {
    style: Style,
    span: Span,
    /// Where the block has a space for a line break of the value, and what that is (`\n`, or more), in order.
    breaks: Vec<(usize, String)>,
}

/// Reads the front matter of `source`, if it has one. What only looks like one is part of the body.
pub(super) fn read<'a>(source: &'a str, options: &Options) -> FrontMatter<'a> {
    let start = start(source);
    let none = |flaw: Option<Flaw>| FrontMatter {
        body: start,
        flaws: flaw.into_iter().collect(),
        ..FrontMatter::default()
    };
    let Some((fence, inside, body)) = cut(source, start) else {
        if let Some((name, inside, body)) = other::cut(source, start) {
            return other::read(source, options, name, inside, body);
        }
        return match json::read(source, start) {
            Some(Ok(object)) => of_json(source, &object, options),
            Some(Err(flaw)) => none(Some(flaw)),
            None => none(
                meant::unclosed(source, start)
                    .or_else(|| meant::misplaced(source, start))
                    .or_else(|| meant::misfenced(source, start)),
            ),
        };
    };
    let read = match fields(source, fence, inside) {
        Ok(read) => read,
        Err(Unread(flaw)) => return none(flaw),
    };
    let mut out = FrontMatter { body, is_there: true, ..FrontMatter::default() };
    let is_open = read.flaw.is_some();
    out.flaws.extend(read.flaw);
    let mut below = yaml::Below { is_of_all: options.tells_front_matter, ..yaml::Below::default() };
    for field in read.fields {
        let bit = bit(&field.key, &options.front_matter);
        let is_asked = bit.is_some();
        out.front.met |= bit.unwrap_or_default();
        if !is_open && fence == "---" {
            let anchor = yaml::anchor(source, &field.span);
            below.anchors.extend(anchor.filter(|_| is_asked && field.text.is_some()));
            if field.text.is_none() {
                yaml::nested(source, field.span.clone(), &field.key, &options.front_matter, &mut below);
                out.blocks.extend(below.texts.drain(..).filter_map(block));
                out.flaws.append(&mut below.flaws);
                out.left.extend(below.left.drain(..).filter_map(|(name, text)| left(name, &text)));
                out.front.met |= std::mem::take(&mut below.met);
            }
        }
        match field.text {
            Some(text) if is_asked => out.blocks.extend(block(text)),
            Some(text) if options.tells_front_matter && !is_open => {
                out.left.extend(left(field.key.clone(), &text))
            }
            Some(_) | None => {}
        }
        out.front.values.push((field.key, field.value, field.span));
    }
    out
}

fn of_json<'a>(source: &str, object: &json::Object, options: &Options) -> FrontMatter<'a> {
    let mut out = FrontMatter { body: object.body, is_there: true, ..FrontMatter::default() };
    out.flaws.extend(object.flaw(source, options));
    out.front.met = object.met(options);
    out.front.values.extend(object.values().map(|(key, value)| (key, value, object.span.clone())));
    out
}

/// The words of a text that nobody asked for, if it holds some for readers.
fn left(name: String, text: &Text) -> Option<Left> {
    let words = words_for_readers(&name, &text.decoded);
    (words > 0).then(|| Left { name, words, span: text.span.clone() })
}

/// The sign of a key among those that are asked for; none if it is not.
fn bit(name: &str, asked: &[String]) -> Option<u64> {
    let at = asked.iter().position(|key| key == name)?;
    Some(u32::try_from(at).ok().and_then(|at| 1_u64.checked_shl(at)).unwrap_or_default())
}

/// Where a page that is to have no front matter needs another sign for it: a rule at the very top and an
/// underlined heading are the fences of one as soon as the words between them read like keys. A longer
/// rule is a rule, too, and an escaped `+` is a `+`.
pub(super) fn guard(built: &str) -> Option<(usize, &'static str)> {
    let start = start(built);
    let Some((fence, inside, _)) = cut(built, start) else {
        let is_one = other::cut(built, start).is_some() || matches!(json::read(built, start), Some(Ok(_)));
        return is_one.then_some((start, "\\"));
    };
    let is_named = opening(built, start).is_some_and(|(_, _, name)| !name.is_empty());
    fields(built, fence, inside).ok()?;
    Some(if fence == "---" && !is_named { (start + fence.len(), "-") } else { (start, "\\") })
}

/// The first byte behind the lines that fences mark as front matter, whatever stands between them; 0 if there are none.
pub(super) fn end(source: &str) -> usize {
    let start = start(source);
    let ours = cut(source, start).map(|(.., body)| body);
    ours.or_else(|| other::cut(source, start).map(|(.., body)| body)).unwrap_or(0)
}

/// The first byte behind a byte-order mark.
fn start(source: &str) -> usize {
    if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

fn fields(source: &str, fence: &str, inside: Span) -> Result<Fields, Unread> {
    match fence {
        "---" => yaml::fields(source, inside),
        _ => toml::fields(source, inside),
    }
}

/// The fence that says how to read it, the bytes between the fences, and the first byte behind.
fn cut(source: &str, start: usize) -> Option<(&'static str, Span, usize)> {
    let (fence, opening, name) = opening(source, start)?;
    let read_as = match name {
        "" => fence,
        "yaml" | "yml" => "---",
        "toml" => "+++",
        _ => return None,
    };
    let (inside, body) = between(source, fence, opening, read_as == "---")?;
    Some((read_as, inside, body))
}

/// The fence of the first line, that line, and the name of the language that stands behind the fence, as Eleventy
/// has it (`---json`), or nothing.
fn opening(source: &str, start: usize) -> Option<(&'static str, Span, &str)> {
    let text = &source[start..];
    let fence = ["---", "+++"].into_iter().find(|fence| text.starts_with(fence))?;
    let line = lines(source, start..source.len()).next()?;
    let name = source[line.clone()][fence.len()..].trim_end();
    let is_name = name.is_empty() || fence == "---" && name.bytes().all(|byte| byte.is_ascii_lowercase());
    is_name.then_some((fence, line, name))
}

/// The bytes between an opening line and the fence that closes it, and the first byte behind. As for every site
/// generator, a lone CR ends no line of a fence.
fn between(source: &str, fence: &str, opening: Span, is_yaml: bool) -> Option<(Span, usize)> {
    let is_end = |at: usize| {
        let rest = &source[at..];
        rest.is_empty() || rest.starts_with('\n') || rest.starts_with("\r\n")
    };
    is_end(opening.end).then_some(())?;
    let first = end_of_line(source, opening.end);
    let mut lines = lines(source, first..source.len());
    let closing = lines.find(|line| {
        let line = source[line.clone()].trim_end_matches([' ', '\t']);
        // So ends a document of YAML, for Jekyll, MkDocs and Pandoc too.
        line == fence || is_yaml && line == "..."
    })?;
    is_end(closing.end).then_some(())?;
    Some((first..closing.start, end_of_line(source, closing.end)))
}

/// The lines of a part of the file, without their ends.
fn lines(source: &str, part: Span) -> impl Iterator<Item = Span> + Clone {
    let mut at = part.start;
    std::iter::from_fn(move || {
        if at >= part.end {
            return None;
        }
        let rest = &source.as_bytes()[at..part.end];
        let end = memchr::memchr2(b'\n', b'\r', rest).map_or(part.end, |end| at + end);
        let line = at..end;
        at = end_of_line(source, end).min(part.end);
        Some(line)
    })
}

/// The first byte behind the line end at `at`.
fn end_of_line(source: &str, at: usize) -> usize {
    match &source.as_bytes()[at..] {
        [b'\r', b'\n', ..] => at + 2,
        [b'\r' | b'\n', ..] => at + 1,
        _ => at,
    }
}

/// The block of a text: on one line, a line break of the value being a hard break, but within a sentence.
fn block<'a>(text: Text) -> Option<(Block<'a>, Slot)> {
    let Text { style, span, decoded, pieces } = text;
    let trimmed = decoded.trim();
    if trimmed.is_empty() {
        return None;
    }
    let from = decoded.len() - decoded.trim_start().len();
    let until = from + trimmed.len();
    let mut line = String::with_capacity(trimmed.len());
    let (mut inline, mut breaks, mut map) = (Vec::new(), Vec::new(), Vec::new());
    let mut pieces = pieces.into_iter().peekable();
    let mut last = Piece { text: 0, file: span.start };
    let mut at = from;
    while at < until {
        let rest = &decoded[at..until];
        let run = rest.find('\n').unwrap_or(rest.len());
        // The mapping of this run, moved from the decoded text to the line.
        while let Some(piece) = pieces.next_if(|piece| piece.text <= at) {
            last = piece;
        }
        map.push(Piece { text: line.len(), file: last.file + (at - last.text) });
        while let Some(piece) = pieces.next_if(|piece| piece.text < at + run) {
            map.push(Piece { text: line.len() + (piece.text - at), file: piece.file });
            last = piece;
        }
        line.push_str(&rest[..run]);
        at += run;
        let gap = decoded[at..until].len() - decoded[at..until].trim_start().len();
        if gap > 0 {
            let cut = line.trim_end().len();
            let kept = line[cut..].to_owned();
            line.truncate(cut);
            let (gap_text, behind) = (&decoded[at..at + gap], &decoded[at + gap..until]);
            if !goes_on(&rest[..run], gap_text, behind) {
                inline.push(Inline { span: line.len()..line.len() + 1, kind: InlineKind::Break });
            }
            breaks.push((line.len(), kept + gap_text));
            line.push(' ');
            at += gap;
        }
    }
    map.dedup_by_key(|piece| piece.text);
    let kind = BlockKind::FrontMatter;
    let block = Block { kind, text: Cow::Owned(line), pieces: map.into(), inline: inline.into() };
    Some((block, Slot { style, span, breaks }))
}

/// Whether a line break stands within a sentence: authors wrap texts of several lines (`|`, `"""`) as others. Short lines
/// (a list, an address) and those that end with two blanks or a backslash, as in Markdown, are the author's own.
fn goes_on(line: &str, gap: &str, behind: &str) -> bool {
    const SHORTEST: usize = 50;
    let before = line.trim_end();
    gap.matches('\n').count() == 1
        && !line.ends_with("  ")
        && before.chars().count() >= SHORTEST
        && before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '’' | '\'' | '»' | ')'))
        && behind.starts_with(char::is_lowercase)
}

impl Slot {
    /// The value with other text in it, in its own quoting if that can hold it.
    pub(super) fn rewrite(&self, block: &Block<'_>, changes: &[Change<'_>]) -> Edit {
        let mut breaks = self.breaks.iter().peekable();
        let keep = |value: &mut String, mut part: Span| {
            while let Some((at, original)) = breaks.next_if(|(at, _)| *at < part.end) {
                if *at >= part.start {
                    value.push_str(&block.text[part.start..*at]);
                    value.push_str(original);
                    part.start = at + 1;
                }
            }
            value.push_str(&block.text[part]);
        };
        let value = changed(&block.text, changes, keep);
        Edit::replace(self.span.clone(), write::value(self.style, value.trim()))
    }
}
