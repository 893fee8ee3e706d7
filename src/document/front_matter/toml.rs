//! The keys of a TOML front matter, as the `toml` crate reads them; those of tables with the table's name before
//! them, those of lists with the list's.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::flaw::{Flaw, line_at};
use super::{Field, Fields, Style, Text, Unread, Value};
use crate::document::Piece;
use crate::text::Span;

/// The keys in file order.
///
/// # Errors
/// If this is no TOML: why.
pub(super) fn fields(source: &str, part: Span) -> Result<Fields, Unread> {
    let inside = &source[part.clone()];
    let table = DeTable::parse(inside).map_err(|error| Unread(Some(flaw(source, part.clone(), &error))))?;
    let mut fields: Vec<(usize, Field)> = Vec::new();
    // The values that are still to be read, with their names.
    let mut open: Vec<(String, &Spanned<DeValue<'_>>)> =
        table.get_ref().iter().map(|(key, value)| (key.get_ref().to_string(), value)).collect();
    while let Some((name, value)) = open.pop() {
        match value.get_ref() {
            DeValue::Table(inner) => {
                let below = inner.iter().map(|(key, value)| (format!("{name}.{}", key.get_ref()), value));
                open.extend(below);
            }
            DeValue::Array(items) => open.extend(items.iter().map(|item| (name.clone(), item))),
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => {}
        }
        let span = part.start + value.span().start..part.start + value.span().end;
        let raw = source.get(span.clone()).unwrap_or_default();
        let (read, text) = match value.get_ref() {
            DeValue::String(decoded) => {
                (Value::Text(decoded.to_string()), Some(text(raw, span.clone(), decoded)))
            }
            DeValue::Array(items) => {
                let items = items.iter().filter_map(|item| item.get_ref().as_str());
                (Value::List(items.map(str::to_owned).collect()), None)
            }
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Table(_) => (Value::Other(raw.to_owned()), None),
        };
        fields.push((span.start, Field { key: name, value: read, text, span }));
    }
    fields.sort_by_key(|(start, _)| *start);
    Ok(Fields { fields: fields.into_iter().map(|(_, field)| field).collect(), flaw: None })
}

/// What the parser says, at the line that it says it of.
fn flaw(source: &str, part: Span, error: &toml::de::Error) -> Flaw {
    let at = error.span().map_or(part.start, |span| part.start + span.start);
    let line = line_at(source, part, at.min(source.len()));
    let said = error.message().lines().next().unwrap_or_default();
    Flaw::of_all(line, said, "a line is a key and its value, as: title = \"…\"; a note begins with #")
}

fn text(raw: &str, span: Span, decoded: &str) -> Text {
    let style = if raw.starts_with('\'') { Style::TomlLiteral } else { Style::TomlBasic };
    Text { style, pieces: pieces(raw, span.start, decoded), span, decoded: decoded.replace("\r\n", "\n") }
}

/// Where the decoded text stands in `raw`: exactly up to its first escape, then by the value's start.
fn pieces(raw: &str, file: usize, decoded: &str) -> Vec<Piece> {
    let quotes = raw.len() - raw.trim_start_matches(['"', '\'']).len();
    let quotes = if quotes >= 3 { 3 } else { quotes.min(1) };
    let mut open = quotes;
    open += raw[open..].len() - raw[open..].trim_start_matches(['\r', '\n']).len();
    let same = raw[open..].bytes().zip(decoded.bytes()).take_while(|(a, b)| a == b).count();
    let mut pieces = vec![Piece { text: 0, file: file + open }];
    let mut same = same.min(decoded.len());
    while !decoded.is_char_boundary(same) {
        same -= 1;
    }
    // From the first escape on, every character stands at that escape.
    if same < decoded.len() {
        let places = decoded[same..].char_indices().map(|(at, _)| at + same);
        pieces.extend(places.map(|text| Piece { text, file: file + open + same }));
    }
    pieces.dedup_by_key(|piece| piece.text);
    pieces
}
