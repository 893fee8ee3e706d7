//! `l10n.toml`, by which other Fluent tools know a project.

use super::parse::read_toml;
use super::reader::Mistakes;
use crate::diagnostic::{Diagnostic, Place};
use crate::text::Locale;

/// The name of the file.
pub const L10N: &str = "l10n.toml";

/// The locales that the text of an `l10n.toml` names, with where it does, and what is wrong with it, sorted by place.
/// Nothing if it names none. A tag that is none is the business of the tool that knows it.
pub fn read_l10n(file: &str, text: &str) -> (Option<(Vec<Locale>, Place)>, Vec<Diagnostic>) {
    let mut mistakes = Mistakes::new(file, text);
    let locales = read_toml(text, &mut mistakes, |root, mistakes| {
        let entry = root.get("locales")?;
        let texts = entry.texts("[\"en\", \"de\"]", mistakes)?;
        Some((texts.iter().filter_map(|tag| tag.text.parse().ok()).collect(), mistakes.place(&entry.span())))
    });
    (locales.flatten(), mistakes.into_sorted())
}
