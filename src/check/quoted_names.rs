//! Names that the French sets between quotation marks, « Les Amis de la forêt », and that stand in a translation as they are.

use super::Pair;
use super::scan::{BRACKET, Text};
use crate::text::Span;

/// Bytes of a text that is looked through for each word of which it is asked whether it stands in such a name.
const MOST_BYTES: usize = 2048;
/// Most bytes of a name.
const LONGEST: usize = 120;
/// Names of one text that are looked for.
const MOST: usize = 8;
/// Words with capitals that a name has at least: a sentence has one.
const CAPITALS: usize = 2;

/// Where these stand in the translation.
pub(super) fn in_translation<'p>(pair: &'p Pair<'_>) -> impl Iterator<Item = Span> + 'p {
    let prose: &str = match pair.translation.prose.len() {
        0..=MOST_BYTES => &pair.translation.prose,
        _ => "",
    };
    quoted(&pair.source.text).filter_map(move |name| {
        let begin = prose.find(name)?;
        Some(begin..begin + name.len())
    })
}

/// The names of several words that a French text has between quotation marks.
fn quoted<'t>(french: &'t Text<'_>) -> impl Iterator<Item = &'t str> {
    const MARKS: [char; 5] = ['«', '»', '“', '”', '"'];
    let may_quote = french.has(BRACKET) && french.prose.len() <= MOST_BYTES;
    let prose: &str = if may_quote { &french.prose } else { "" };
    let opens = |mark: &str| matches!(mark, "«" | "“" | "\"");
    prose
        .match_indices(MARKS)
        .filter(move |(_, mark)| opens(mark))
        .filter_map(move |(at, mark)| {
            let inner = &prose[at + mark.len()..];
            Some(inner[..inner.find(MARKS)?].trim()).filter(|name| name.len() <= LONGEST && is_name(name))
        })
        .take(MOST)
}

/// Whether these words are a name: they begin with a capital, and have another one.
fn is_name(quoted: &str) -> bool {
    let capitals = quoted.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
    quoted.starts_with(char::is_uppercase)
        && capitals.take(CAPITALS).count() == CAPITALS
        && !quoted.ends_with(['.', '!', '?', '…', ','])
}
