//! What of a page no translator sees: words in HTML blocks, under other keys of the front matter, in arguments.

use std::cmp::Reverse;

use super::Context;
use crate::config::Config;
use crate::document::{Outside, Untranslated, alone};
use crate::report::plural;
use crate::text::visible;
use crate::unit::Page;

impl Context<'_> {
    /// Says how many words stand where nothing is translated, where, and which setting could change that.
    pub fn untranslated(&mut self, places: &[Untranslated]) {
        let all = [
            Outside::FrontMatter,
            Outside::Html,
            Outside::Directive,
            Outside::Drawn,
            Outside::Indented,
            Outside::Argument,
            Outside::Alone,
        ];
        for within in all {
            let named =
                |key: &str| format!(" (`documents.{key}` in drogman.toml names those that are text; here ");
            let (name, how) = match within {
                Outside::FrontMatter => ("in front matter", named("front_matter")),
                Outside::Html => ("in HTML blocks", String::new()),
                Outside::Directive => (
                    "in directives between backticks",
                    " (write these with colons, as :::{note} and :::; here ".to_owned(),
                ),
                Outside::Drawn => {
                    ("in tables that are drawn with signs (write them as `| a | b |`)", String::new())
                }
                Outside::Indented => {
                    ("in paragraphs that are indented by four blanks (write them with less)", String::new())
                }
                Outside::Argument => {
                    ("in arguments of shortcodes and attributes of tags", named("arguments"))
                }
                Outside::Alone => (
                    "in shortcodes and tags that stand in no sentence",
                    " (put these into a sentence, or on lines of their own; here ".to_owned(),
                ),
            };
            let names = names_of(places, within);
            let mut found = places.iter().filter(|place| place.within == within).peekable();
            let Some(first) = found.peek().map(|first| &first.place) else { continue };
            let (count, words) = found.fold((0, 0), |(count, words), place| (count + 1, words + place.words));
            let place = match first.at {
                Some(at) => format!("{}:{}", visible(&first.file), at.line),
                None => visible(&first.file).into_owned(),
            };
            let more = match count {
                1 => String::new(),
                count => format!(" and {}", plural(count - 1, "more place")),
            };
            let are = if words == 1 { "is" } else { "are" };
            let words = plural(words, "word");
            let how = if how.is_empty() { how } else { format!("{how}{names})") };
            self.progress(&format!("{words} {name} {are} not translated: {place}{more}{how}"));
        }
    }
}

/// The words of a page that are in no unit, and where.
pub(super) fn untranslated(page: &Page<'_>, config: &Config) -> Vec<Untranslated> {
    let file = page.path.map_or("", |(_, file)| file);
    let mut places = page.document.untranslated.clone();
    places.extend(alone(page.document, page.segments, config.documents.arguments.as_deref(), file));
    places
}

/// The names under which words are not translated, those of most places first.
pub(super) fn names_of(places: &[Untranslated], within: Outside) -> String {
    const LISTED: usize = 6;
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for place in places.iter().filter(|place| place.within == within) {
        match counts.iter_mut().find(|(name, _)| *name == place.name) {
            Some((_, count)) => *count += 1,
            None => counts.push((&place.name, 1)),
        }
    }
    counts.sort_by_key(|(_, count)| Reverse(*count));
    let shown: Vec<String> =
        counts.iter().take(LISTED).map(|(name, _)| format!("`{}`", visible(name))).collect();
    let more = if counts.len() > LISTED { " …" } else { "" };
    shown.join(", ") + more
}
