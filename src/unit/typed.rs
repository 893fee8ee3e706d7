//! A translator's words in the line of French of a stub: it is easily taken for the place of the translation.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::id;
use super::page::Page;
use crate::catalog::{Unit, edit};
use crate::text::normal;

/// The words of a stub's `# fr:` line that are not French of the source: the whole line, or what stands behind the
/// sentence. `None` if the line is today's sentence or the `former` one, but for typography, or most of its words are
/// theirs, so that it is the French of some time before.
pub fn typed<'u>(unit: &Unit<'u>, former: Option<&str>, today: Option<&str>) -> Option<&'u str> {
    if !unit.is_stub() {
        return None;
    }
    let mut lines = unit.french();
    let (line, None) = (lines.next()?.text, lines.next()) else { return None };
    let known: Vec<Cow<'_, str>> = [today, former].into_iter().flatten().map(edit::one_line).collect();
    if known.is_empty() || known.iter().any(|known| line == known.trim() || normal::same(line, known.trim()))
    {
        return None;
    }
    let behind = known.iter().filter_map(|known| line.strip_prefix(known.trim()));
    if let Some(rest) = behind.min_by_key(|rest| rest.len()) {
        return Some(rest.trim()).filter(|rest| rest.contains(char::is_alphabetic));
    }
    is_other(line, &known).then_some(line)
}

/// The line of French of a stub in the catalogs of `document` of which nobody knows whether it is French: neither the page nor
/// its source catalog has the unit any more, and its id was given to another sentence. A merge may leave it so.
pub fn unknown<'u>(unit: &Unit<'u>, document: &str) -> Option<&'u str> {
    let mut lines = unit.french();
    let (line, None) = (lines.next()?.text, lines.next()) else { return None };
    (unit.is_stub() && !id::is_born(unit.id, document, &normal::typographic(line))).then_some(line)
}

/// Fewer words may be the same in both languages: a name, a title.
const FEWEST: usize = 3;

/// Whether a unit's `# fr:` line holds its `translation`, and is hardly French: few of its words are those of today's
/// sentence or the `former` one.
pub fn holds_translation(french: &str, translation: &str, former: Option<&str>, today: &str) -> bool {
    if !normal::same(french, translation.trim()) || words(french).count() < FEWEST {
        return false;
    }
    is_other(french, &[Some(today), former].into_iter().flatten().map(edit::one_line).collect::<Vec<_>>())
}

/// Whether most words of a line are in none of these sentences.
pub(super) fn is_other(line: &str, known: &[Cow<'_, str>]) -> bool {
    let of_french: FxHashSet<String> = known.iter().flat_map(|known| words(known)).collect();
    let (all, french) = words(line)
        .fold((0, 0), |(all, french), word| (all + 1, french + usize::from(of_french.contains(&word))));
    french * 2 < all
}

/// What the source catalog of a page says of a unit: its sentence when `sync` last ran.
pub fn former_sentence<'p>(page: &'p Page<'_>, id: &str) -> Option<Cow<'p, str>> {
    let source = &page.source.catalog;
    source.sentence(source.unit(id)?.message.as_ref()?)
}

/// The words of a text, in lower case.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_not_the_french_are_found() {
        let check = |line: &str, words: Option<&str>| {
            let text = format!("# @unit a-1\n# fr: {line}\n");
            let (catalog, _) = crate::catalog::read("a.ftl", &text, "fr");
            let unit = catalog.unit("a-1").expect("a unit");
            let found = typed(unit, Some("La gare ferme à 18 h."), Some("La gare ferme à 19 h."));
            assert_eq!(found, words, "{line}");
        };
        check("La gare ferme à 19 h.", None);
        check("La gare ferme à 18\u{202f}h.", None);
        // Of some time before.
        check("Cette gare ferme à 17 h.", None);
        check("Der Bahnhof schließt um 19 Uhr.", Some("Der Bahnhof schließt um 19 Uhr."));
        check("駅は閉まります。", Some("駅は閉まります。"));
        check("La gare ferme à 18 h. Der Bahnhof schließt.", Some("Der Bahnhof schließt."));
        check("La gare ferme à 19 h. = Der Bahnhof", Some("= Der Bahnhof"));
        check("La gare ferme à 19 h. ()", None);
        check("", None);
    }
}
