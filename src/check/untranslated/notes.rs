//! Notes of translators in brackets: to an editor, or to themselves.

use std::sync::OnceLock;

use crate::check::scan::{BRACKET, PLAIN_BRACKET, Text};
use crate::text::Span;

const NOTES: &str = include_str!("../data/notes.tsv");

/// How the notes of all languages begin: a translator may think in another one.
fn beginnings() -> &'static [&'static str] {
    static ALL: OnceLock<Vec<&str>> = OnceLock::new();
    ALL.get_or_init(|| {
        let rows = NOTES.lines().filter(|line| !line.starts_with('#'));
        rows.flat_map(|row| row.split('\t').skip(1)).collect()
    })
}

/// Bytes of a bracket in which it is told that it is a note.
const BEGINNING: usize = 64;

/// Brackets in one text that are looked at.
const MOST: usize = 32;

/// The first bracket of a translation that is a note of its translator, where the French has none: `[Anm. d. Ü.: …]`,
/// `(TN: …)`, `[sic?]`, `(?)`.
///
/// Books print some: those of the usual form, round brackets without a colon, are no slip, nor are in Chinese, Japanese
/// and Korean those that ask for nothing.
pub(super) fn bracketed(french: &Text<'_>, text: &Text<'_>) -> Option<Span> {
    // Those of Chinese begin with these bytes.
    let may_have = || text.has(BRACKET) && memchr::memchr2(0xE3, 0xEF, text.prose.as_bytes()).is_some();
    if !text.has(PLAIN_BRACKET) && !may_have() {
        return None;
    }
    let mut opens = text.prose.match_indices(['(', '[', '（', '［', '【']).take(MOST);
    opens.find_map(|(at, open)| {
        let inner = &text.prose[at + open.len()..];
        let end = inner.find([')', ']', '）', '］', '】'])?;
        let close = inner[end..].chars().next().map_or(0, char::len_utf8);
        let is_square = matches!(open, "[" | "［" | "【");
        (is_note(&inner[..end], is_square) || is_doubt(&inner[..end]) && !has_doubt(french))
            .then(|| at..at + open.len() + end + close)
            .filter(|_| !has_note(french))
    })
}

fn is_note(inner: &str, is_square: bool) -> bool {
    let inner = inner.trim_start();
    let window = inner.char_indices().take_while(|(at, _)| *at < BEGINNING).last();
    let lower = inner[..window.map_or(0, |(at, c)| at + c.len_utf8())].to_lowercase();
    let begun =
        |note: &&str| lower.strip_prefix(*note).filter(|rest| !rest.starts_with(char::is_alphanumeric));
    let Some(note) = beginnings().iter().find(|note| begun(note).is_some()) else { return false };
    let rest = begun(note).unwrap_or_default();
    let is_announced = rest
        .trim_start_matches(|c: char| c.is_alphabetic() || c.is_whitespace() || c == '.')
        .starts_with([':', '：']);
    let asks = inner.contains(['?', '!', '？', '！']);
    let is_eastern = !note.contains(|c: char| c < '\u{3000}' && c != ' ');
    // Two letters may be the code of something.
    let is_long = note.len() > 4 || note.contains(['.', ' ']);
    if is_eastern { asks } else { is_announced || is_long && (is_square || asks) }
}

/// Whether a bracket holds nothing but a sign of doubt.
fn is_doubt(inner: &str) -> bool {
    let bare = inner.trim().trim_start_matches("sic").trim_start();
    !bare.is_empty() && bare.len() <= 3 && bare.chars().all(|c| matches!(c, '?' | '？'))
}

fn has_doubt(french: &Text<'_>) -> bool {
    ["?)", "?]"].iter().any(|doubt| french.prose.contains(doubt))
}

/// Whether the French has a note of its translator or its editors, in any form.
fn has_note(french: &Text<'_>) -> bool {
    const OF_FRENCH: [&str; 8] = ["ndt", "n.d.t", "n. d. t", "ndlr", "n.d.l.r", "note d", "ndé", "n.d.é"];
    let lower = french.prose.to_lowercase();
    OF_FRENCH.iter().any(|note| lower.contains(note))
}
