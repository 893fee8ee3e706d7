//! Keys of front matter that the settings name and no page has.

use std::collections::{BTreeMap, BTreeSet};

use super::init::is_shown_by_a_builder;
use crate::config::FILE_NAME;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::document::{Format, Front, Options, parse};
use crate::project::{Project, Survey};
use crate::text::{nearest, visible};

/// Tells of each key of `documents.front_matter` that no page has, as `met` says of those in its order: a misspelt one
/// leaves its texts in the source language. Those that builders show are in the settings before a page has them.
pub(super) fn unmet(project: &Project, survey: &Survey, met: u64) -> Vec<Diagnostic> {
    let asked = &project.config.documents.front_matter;
    let is_unmet =
        |at: usize| met.checked_shr(u32::try_from(at).unwrap_or(u32::MAX)).is_some_and(|bits| bits & 1 == 0);
    let unmet: Vec<&str> = asked
        .iter()
        .enumerate()
        .filter(|(at, key)| is_unmet(*at) && !key.trim().is_empty() && !is_shown_by_a_builder(key))
        .map(|(_, key)| key.as_str())
        .collect();
    if unmet.is_empty() || survey.documents.is_empty() {
        return Vec::new();
    }
    let keys = keys_of_pages(project, survey);
    let told = unmet.into_iter().map(|key| {
        let message =
            format!("`documents.front_matter` names `{}`, and no page has such a key", visible(key));
        let finding = Diagnostic::new("", Severity::Warning, message).at(Place::file(FILE_NAME));
        let others = keys.iter().map(String::as_str).filter(|other| !asked.iter().any(|key| key == other));
        let below = || others.clone().find(|other| other.ends_with(&format!(".{key}")));
        match nearest(key, others.clone()).or_else(below) {
            Some(meant) => finding.help(format!("did you mean `{}`?", visible(meant))),
            None => finding.help("take it out; of a key below another, both are named: \"hero.tagline\""),
        }
    });
    told.collect()
}

/// Which keys of `documents.hold` pages have, and those that are written nearly so: noted page by page, in any order.
#[derive(Default)]
pub(super) struct Holding {
    met: BTreeSet<String>,
    near: BTreeMap<String, String>,
}

impl Holding {
    /// Notes the keys of a page.
    pub(super) fn note(&mut self, hold: &BTreeMap<String, String>, front: &Front) {
        for (held, value) in hold {
            if self.met.contains(held) {
                continue;
            }
            let is_near =
                |key: &&str| nearest(held, [*key]).is_some() && is_so_meant(front, key, (held, value));
            if front.keys().any(|key| key == held) {
                self.met.insert(held.clone());
            } else if let Some(near) = front.keys().filter(is_near).min() {
                let known = self.near.entry(held.clone()).or_insert_with(|| near.to_owned());
                if near < known.as_str() {
                    near.clone_into(known);
                }
            }
        }
    }

    /// Tells of each key that no page has and some have nearly so: such pages are not held back. Without one like it, no
    /// page may be held back for now.
    pub(super) fn slips(&self) -> Vec<Diagnostic> {
        let unmet = self.near.iter().filter(|(held, _)| !self.met.contains(*held));
        let told = unmet.map(|(held, near)| {
            let message = format!("`documents.hold` names `{}`, and no page has such a key", visible(held));
            let finding = Diagnostic::new("", Severity::Warning, message).at(Place::file(FILE_NAME));
            finding.help(format!("did you mean `{}`?", visible(near)))
        });
        told.collect()
    }
}

/// Whether a key that is written nearly as one that holds pages back is that one: but for its capitals, its last letter or
/// the order of its letters, or as its value says the same, or yes or no, too. `slate: noir` is no `state`.
fn is_so_meant(front: &Front, key: &str, (held, value): (&str, &str)) -> bool {
    const YES_OR_NO: [&str; 8] = ["true", "false", "yes", "no", "on", "off", "oui", "non"];
    let is_yes_or_no = |word: &str| YES_OR_NO.iter().any(|one| one.eq_ignore_ascii_case(word));
    let is_alike = |said: &str| said == value || is_yes_or_no(said) && is_yes_or_no(value);
    let without_last =
        |word: &str| word[..word.len() - word.chars().last().map_or(0, char::len_utf8)].to_owned();
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.to_lowercase().chars().collect();
        letters.sort_unstable();
        letters
    };
    key.starts_with(held)
        || held.starts_with(key)
        || without_last(key) == without_last(held)
        || sorted(key) == sorted(held)
        || front.value(key).is_some_and(|said| is_alike(&said))
}

/// The keys that pages have, those below others by all their names. Read again, as no command but this one asks for them.
fn keys_of_pages(project: &Project, survey: &Survey) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for document in &survey.documents {
        let (Some(format), Ok(text)) = (Format::of_path(&document.path), project.read(&document.file)) else {
            continue;
        };
        let (read, _) = parse(format, &document.file, &text, &Options::default());
        keys.extend(read.front.keys().map(str::to_owned));
    }
    keys
}
