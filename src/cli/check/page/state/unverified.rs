//! What is told of a translation of which nobody knows what it renders.

use super::Telling;
use crate::catalog::{Catalog, Message, Section, Unit};
use crate::diagnostic::Diagnostic;

impl<'p, 'l> Telling<'_, 'p, 'l>
where
    'l: 'p,
{
    pub(super) fn unverified(&self) -> Diagnostic {
        let (why, more) = self.this.unit.map(|unit| self.doubt(unit)).unwrap_or_default();
        let message = format!("nothing tells which French this translation renders: {why}");
        self.error("unverified", message).help(format!(
            "it is now: {}\nif the translation says that: {}{more}",
            self.sentence,
            self.accept("")
        ))
    }

    /// Which line of an unverified unit is missing or doubtful, and what else than accepting helps.
    fn doubt(&self, unit: &Unit<'_>) -> (String, String) {
        let lines = self.lines;
        let tag = &lines.catalog.source_locale;
        let none = String::new();
        let Some(message) = &unit.message else { return (none.clone(), none) };
        match &unit.section {
            None if opens_above(lines.catalog, message) => (
                format!("the line above it is not written as `# @unit {}`", unit.id),
                "\nor write that line so, to the letter".to_owned(),
            ),
            None if message.loose_french.is_some() => (
                format!("the line `# @unit {}` above it is missing", unit.id),
                format!("\nor write that line above the `# {tag}:` line"),
            ),
            None => (format!("the lines `# @unit {}` and `# {tag}: …` above it are missing", unit.id), none),
            Some(section) if !message.attached && is_parted_by_signs(lines.catalog, section, message) => (
                "a line that begins with ## parts it from its lines".to_owned(),
                "\nor begin that line with one #".to_owned(),
            ),
            Some(section) if !message.attached => {
                let line = lines.place(&section.marker()).at.map_or(0, |at| at.line);
                (
                    format!("it stands away from its `# @unit` line, line {line}"),
                    "\nor move it right under its lines, with no empty line between".to_owned(),
                )
            }
            Some(_) if unit.has_more_french() => (
                format!("the `# {tag}:` lines above it differ"),
                "\nor keep the one that it renders".to_owned(),
            ),
            Some(_) if lines.catalog.french_below(message).is_some() => (
                format!("its line `# {tag}: …` stands below it, and must stand above it"),
                format!("\nbetter: move the translation below its line `# {tag}: …`"),
            ),
            Some(section) if stands_above(tag, section, lines.catalog.text) => (
                format!("its line `# {tag}: …` stands above its line `# @unit`, and must stand below it"),
                format!("\nbetter: put the line `# @unit` above that line `# {tag}: …`"),
            ),
            Some(section)
                if section
                    .notes()
                    .iter()
                    .any(|note| is_meant_for(tag, &lines.catalog.text[note.clone()])) =>
            {
                (
                    format!("the line above it is not written as `# {tag}: …`"),
                    format!("\nor write the line so, with the French that it renders: # {tag}: …"),
                )
            }
            Some(_) => (
                format!("the line `# {tag}: …` above it is missing"),
                "\nor write that line again, with the French that it renders".to_owned(),
            ),
        }
    }
}

/// Whether a line of French stands above the line that opens its unit.
fn stands_above(tag: &str, section: &Section<'_>, text: &str) -> bool {
    let marker = section.marker().start;
    section.notes().iter().any(|note| {
        let line = text[note.clone()].trim_start_matches('#').trim_start();
        note.start < marker && line.strip_prefix(tag).is_some_and(|rest| rest.starts_with(':'))
    })
}

/// Whether a line of the comment above a message opens its unit in all but its letters: `# @Unit …`, `# @unti ID`.
fn opens_above(catalog: &Catalog<'_>, message: &Message<'_>) -> bool {
    let entry = &catalog.entries[message.entry()];
    catalog.text[entry.comment()].lines().any(|line| {
        let words = line.trim_start_matches('#').trim_start();
        let is_marker = words.get(.."@unit".len()).is_some_and(|head| head.eq_ignore_ascii_case("@unit"));
        // `# @unti ID`, `# @ unit ID`, `# unit: ID`, and no note or translation that was commented out.
        let has_sign = words.starts_with('@')
            || words.get(.."unit".len()).is_some_and(|head| head.eq_ignore_ascii_case("unit"));
        let mut rest = words.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        is_marker || has_sign && !words.contains('=') && rest.any(|word| word == entry.id)
    })
}

/// Whether nothing but lines with several number signs stands between the lines of a unit and its message.
fn is_parted_by_signs(catalog: &Catalog<'_>, section: &Section<'_>, message: &Message<'_>) -> bool {
    let between = catalog.text.get(section.lines().end..message.lines().start).unwrap_or_default();
    !between.is_empty() && between.lines().all(|line| line.starts_with("##"))
}

/// Whether a comment line was meant to hold the French: `# Fr: …`, `# fr : …`, `# fr …`.
fn is_meant_for(tag: &str, comment: &str) -> bool {
    let content = comment.trim_start_matches('#').trim_start();
    let Some((head, rest)) = content.split_at_checked(tag.len()) else { return false };
    let is_apart = rest.starts_with(char::is_whitespace) || rest.starts_with([':', '：', ';', '=']);
    is_apart && head.eq_ignore_ascii_case(tag)
}
