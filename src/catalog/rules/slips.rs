//! Lines that name a unit as no Fluent program reads it, and notes without their `#`.

use rustc_hash::FxHashMap;

use super::super::EntryKind;
use super::super::is_identifier;
use super::super::line::{is_blank, lines};
use super::Teller;
use crate::text::shorten;

/// Signs that look like an equals sign.
const EQUALS: [char; 6] = ['=', '＝', '﹦', '꞊', '⹀', '゠'];

/// Letters of other alphabets that look like one of ours.
const ALIKE: [(char, char); 14] = [
    ('а', 'a'),
    ('с', 'c'),
    ('е', 'e'),
    ('һ', 'h'),
    ('і', 'i'),
    ('ј', 'j'),
    ('к', 'k'),
    ('м', 'm'),
    ('о', 'o'),
    ('р', 'p'),
    ('ѕ', 's'),
    ('т', 't'),
    ('х', 'x'),
    ('у', 'y'),
];

/// A line that names a unit, but not as it must.
pub(super) struct Misnamed<'a, 'l> {
    /// The unit; empty where its own lines are damaged, too.
    pub(super) unit: &'a str,
    /// The id as it must be.
    pub(super) id: String,
    /// What is wrong, as a sentence without a stop.
    pub(super) wrong: String,
    /// What stands behind the equals sign.
    pub(super) translation: &'l str,
}

impl<'a> Teller<'_, 'a> {
    /// Reads a line, which begins at byte `at`, as `id = translation` where its id is that of a unit but for signs that are
    /// easily mistaken.
    pub(super) fn misnamed_line<'l>(&self, line: &'l str, at: usize) -> Option<Misnamed<'a, 'l>> {
        let (head, rest) = line.split_at(line.find(EQUALS)?);
        let sign = rest.chars().next()?;
        let translation = rest[sign.len_utf8()..].trim();
        // A spreadsheet puts quotation marks around all of a cell.
        let is_quoted = head.trim_start().starts_with('"') && !head.trim_end().ends_with('"');
        let translation = translation.strip_suffix('"').filter(|_| is_quoted).unwrap_or(translation);
        let mut wrong = None;
        let mut name = String::new();
        for c in head.chars() {
            let ours = ours(c);
            if ours != Some(c) && wrong.is_none() {
                wrong = Some(why(c, ours, name.contains(|c: char| c.is_ascii_alphabetic())));
            }
            name.extend(ours);
        }
        let begin = name.find(|c: char| c.is_ascii_alphabetic())?;
        let before = name[..begin].trim();
        let id = name[begin..].trim_end_matches([' ', '\t', '`', '*', '"', '\'']);
        let is_parted = id.contains(' ');
        let joined = if is_parted { id.replace(" -", "-").replace("- ", "-") } else { String::new() };
        let joined = match joined.contains(' ') {
            true if self.catalog.unit(&joined.replace(' ', "")).is_some() => joined.replace(' ', ""),
            true => joined.replace(' ', "-"),
            false => joined,
        };
        let id = if is_parted { &joined } else { id };
        let is_marked = || format!("“{before}” stands in front of the id, and no sign may stand there");
        let wrong = match wrong {
            Some(wrong) => wrong,
            None if !before.is_empty() => is_marked(),
            None if name.ends_with('\t') => "a tab stands behind the id, where only spaces may".to_owned(),
            None if is_parted => "spaces stand in the id, which is one word".to_owned(),
            None if sign != '=' => format!("“{sign}” is not the equals sign that belongs behind the id"),
            None => return None,
        };
        let unit = self.catalog.unit(id).map_or("", |unit| unit.id);
        let is_one = !unit.is_empty() || (is_like_id(id) && self.opens_unit(at, head.trim()));
        is_one.then(|| Misnamed { unit, id: id.to_owned(), wrong, translation })
    }

    /// Whether the comments above a byte open a unit by this name, damaged as it is.
    fn opens_unit(&self, at: usize, name: &str) -> bool {
        let above = self.catalog.text[..at].lines().rev().take_while(|line| line.starts_with('#'));
        let mut named = above.filter_map(|line| line.strip_prefix("# @unit "));
        named.any(|rest| rest.starts_with(name))
    }

    /// By junk entry, the unit whose message it parts from the lines that open it.
    pub(super) fn parted(&self) -> FxHashMap<usize, &'a str> {
        let catalog = self.catalog;
        let (text, entries) = (catalog.text, &catalog.entries);
        let mut parted = FxHashMap::default();
        let mut behind = 0;
        for first in catalog.junk.iter().map(|junk| junk.entry) {
            if first < behind {
                continue;
            }
            let run = entries[first..].iter().take_while(|entry| entry.kind == EntryKind::Junk).count();
            behind = first + run;
            let Some(entry) = entries.get(behind).filter(|entry| entry.kind == EntryKind::Message) else {
                continue;
            };
            let span = entries[first].body().start..entry.start();
            let Some(unit) = catalog.unit(entry.id) else { continue };
            if unit.message.as_ref().is_none_or(|message| message.attached || message.entry() != behind)
                || lines(text, span.clone()).any(|line| is_blank(text, line))
            {
                continue;
            }
            let opens = match &unit.section {
                Some(section) => section.lines().end == span.start,
                None => comment_of(&text[span]).starts_with("@unit"),
            };
            if opens {
                parted.extend((first..behind).map(|at| (at, unit.id)));
            }
        }
        parted
    }

    /// A line as the comment that it was meant to be.
    pub(super) fn as_comment(line: &str) -> String {
        let words = comment_of(line);
        match words.contains('\t') {
            true => format!("# {}", shorten(&words.split_whitespace().collect::<Vec<_>>().join(" "), 300)),
            false => format!("# {}", shorten(words, 300)),
        }
    }

    /// Whether a line begins like a comment line of ours, but for its `#`.
    pub(super) fn is_keyed(&self, line: &str) -> bool {
        let key = line.split(':').next().unwrap_or_default();
        line.starts_with("@unit")
            || (line.contains(':') && (key == self.catalog.source_locale || key == "proposal"))
    }
}

/// Whether a word is like the ids that `sync` gives: it ends in a hash, which has no i, l, o or u.
fn is_like_id(word: &str) -> bool {
    let is_of_hash = |c: char| (c.is_ascii_digit() || c.is_ascii_lowercase()) && !"ilou".contains(c);
    let parts = word.rsplit_once('-');
    parts.is_some_and(|(name, hash)| is_identifier(name) && hash.len() >= 6 && hash.chars().all(is_of_hash))
}

/// A line without the signs that begin a comment, here or in other formats, and the spaces before its words.
fn comment_of(line: &str) -> &str {
    let line = line.trim_start();
    let words = line.strip_prefix("//").unwrap_or(line).trim_start_matches('#').trim();
    if words.is_empty() { line.trim() } else { words }
}

/// A sign as Fluent wants it in an id or beside it; `None` for one that is to go.
fn ours(c: char) -> Option<char> {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => Some('-'),
        '\t' => Some('\t'),
        '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '‹' | '›' => Some('"'),
        _ if c.is_whitespace() => Some(' '),
        _ if c.is_control() || is_unseen(c) => None,
        // Full-width letters and figures.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0),
        _ => Some(ALIKE.iter().find(|(alike, _)| *alike == c).map_or(c, |(_, ours)| *ours)),
    }
}

pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// What is wrong with a sign of the id, or beside it.
fn why(c: char, ours: Option<char>, is_in_id: bool) -> String {
    let code = u32::from(c);
    match ours {
        None if is_in_id => format!("an invisible sign (U+{code:04X}) stands in or behind the id"),
        None => format!("an invisible sign (U+{code:04X}) stands in front of the id"),
        Some(' ') => format!("the space beside the id is not the usual one (it is U+{code:04X})"),
        Some('"') => format!("the quotation mark {c} stands beside the id, and no sign may stand there"),
        Some('-') if is_in_id => format!("“{c}” in the id is not the hyphen of the keyboard (-)"),
        Some('-') => format!("“{c}” stands in front of the id, and no sign may stand there"),
        Some(ours) => format!("“{c}” in the id is a sign of another alphabet (U+{code:04X}), not “{ours}”"),
    }
}
