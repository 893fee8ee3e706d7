//! Front matter in JSON, as Hugo has it: an object at the very top of the page.
//!
//! What it says of the page is read, and its bytes stay as they are: no text of it is translated.

use serde_json::{Deserializer, Map, Value as Json};

use super::flaw::Flaw;
use super::{Options, Value, bit, end_of_line, lines};
use crate::text::Span;

/// An object at the top of a page.
#[derive(Debug)]
pub(super) struct Object {
    keys: Map<String, Json>,
    /// From brace to brace.
    pub(super) span: Span,
    /// The first byte behind its last line.
    pub(super) body: usize,
}

/// The object that begins at the byte `start`; none if nothing there is meant as one: a brace, and a key in quotes behind
/// it.
///
/// # Errors
/// If it can't be read: why.
pub(super) fn read(source: &str, start: usize) -> Option<Result<Object, Flaw>> {
    let text = source[start..].strip_prefix('{')?;
    let key = text.trim_start().strip_prefix('"')?;
    let mut objects = Deserializer::from_str(&source[start..]).into_iter::<Map<String, Json>>();
    match objects.next()? {
        Ok(keys) => {
            let end = start + objects.byte_offset();
            let line = source[end..].lines().next().unwrap_or_default();
            let is_alone = line.trim().is_empty() && !keys.is_empty();
            let body = end_of_line(source, end + line.trim_end_matches('\r').len());
            is_alone.then_some(Ok(Object { keys, span: start..end, body }))
        }
        Err(error) => {
            // A brace in a line of its own, and a key below it: a text that begins with braces is none.
            let opens = text.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']);
            let colon = key.split_once('"').is_some_and(|(_, rest)| rest.trim_start().starts_with(':'));
            (opens && colon).then(|| {
                let all = lines(source, start..source.len());
                let line = all.take(error.line()).last().unwrap_or(start..start + 1);
                let said = error.to_string();
                let said = said.split(" at line ").next().unwrap_or_default();
                let help = "mend the JSON, or write it in YAML, between `---` lines: title: \"…\"";
                Err(Flaw::of_all(line, said, help))
            })
        }
    }
}

impl Object {
    /// The object that is all that stands between two fences; the page goes on at the byte `body`.
    pub(super) fn between(source: &str, inside: Span, body: usize) -> Option<Object> {
        let keys = serde_json::from_str(&source[inside.clone()]).ok()?;
        let blank = source[inside.clone()].len() - source[inside.clone()].trim_start().len();
        Some(Object { keys, span: inside.start + blank..inside.end, body })
    }

    /// Its keys and what they say.
    pub(super) fn values(&self) -> impl Iterator<Item = (String, Value)> {
        self.keys.iter().map(|(key, value)| (key.clone(), as_value(value)))
    }

    /// Which of the keys that are asked for it has: see [`super::Front::met`].
    pub(super) fn met(&self, options: &Options) -> u64 {
        let bits = self.keys.keys().filter_map(|key| bit(key, &options.front_matter));
        bits.fold(0, |met, bit| met | bit)
    }

    /// What is told where it has a text that would be translated.
    pub(super) fn flaw(&self, source: &str, options: &Options) -> Option<Flaw> {
        let is_text = |key: &String| self.keys.get(key).is_some_and(Json::is_string);
        let key = options.front_matter.iter().find(|key| is_text(key))?;
        let first = lines(source, self.span.clone()).next().unwrap_or_default();
        let message = format!("front matter in JSON is copied as it is, and its `{key}` is not translated");
        let help = "write it in YAML, between `---` lines, or in TOML, between `+++` lines, at the very top";
        Some(Flaw::of_place(first, message, help.to_owned()))
    }
}

fn as_value(value: &Json) -> Value {
    match value {
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(items) if items.iter().all(Json::is_string) => {
            Value::List(items.iter().filter_map(Json::as_str).map(str::to_owned).collect())
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_) => {
            Value::Other(value.to_string())
        }
    }
}
