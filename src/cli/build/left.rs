//! Pages that a build leaves as the last one made them: what it was not asked for, and what can't be made anew,
//! as a file can't be read. What was published is better than nothing, and than French.

use std::collections::{BTreeMap, BTreeSet};

use super::output;
use crate::cli::Context;
use crate::cli::documents::Documents;
use crate::config::join;
use crate::project::{Outputs, Project, Survey};
use crate::report::manifest::{Manifest, ManifestPage};
use crate::report::plural;
use crate::text::{Locale, visible};

/// More pages than this of one file, and more files, are counted, not listed.
const LISTED: usize = 4;

/// The pages that can't be made anew, by the file that can't be read.
#[derive(Default)]
pub(super) struct Left {
    pages: BTreeMap<String, Vec<String>>,
}

impl Left {
    /// Notes a page, by its path in the output folder.
    pub(super) fn add(&mut self, unread: String, page: String) {
        let pages = self.pages.entry(unread).or_default();
        if !pages.contains(&page) {
            pages.push(page);
        }
    }

    /// Notes the pages of all documents that can't be read, and of those whose source catalog can't.
    pub(super) fn add_documents(
        &mut self,
        (project, survey, last): (&Project, &Survey, Option<&Manifest>),
        asked: &Documents,
        locales: &[Locale],
    ) {
        let config = &project.config;
        for document in survey.documents.iter().filter(|document| asked.has(&document.name)) {
            let unread = if survey.is_unreadable(&document.name) {
                document.file.clone()
            } else if survey.is_unreadable_catalog(&config.source, &document.name) {
                config.catalog_path(&config.source, &document.name)
            } else {
                continue;
            };
            for locale in locales.iter().filter(|locale| asked.has_in(&document.name, locale)) {
                self.add(unread.clone(), output(config, locale, &document.path));
            }
        }
        // What was published of a page that is gone, or has another name, as long as its translations can't be read.
        let there: BTreeSet<&str> = survey.documents.iter().map(|document| document.name.as_str()).collect();
        for document in last.into_iter().flat_map(|last| &last.documents) {
            let name = &document.document;
            if !asked.has(name) || there.contains(name.as_str()) {
                continue;
            }
            for locale in locales.iter().filter(|locale| survey.is_unreadable_catalog(locale, name)) {
                let pages = document.locales.iter().filter(|page| page.locale == locale.as_str());
                pages.for_each(|page| self.add(config.catalog_path(locale, name), page.path.clone()));
            }
        }
        // Those that were refused by their names, or lie in a folder that can't be listed.
        for document in last.into_iter().flat_map(|last| &last.documents) {
            if survey.is_unreadable(&document.document) && asked.has(&document.document) {
                let pages = document.locales.iter().filter(|page| {
                    locales
                        .iter()
                        .any(|one| one.as_str() == page.locale && asked.has_in(&document.document, one))
                });
                for page in pages {
                    self.add(join(&config.content, &document.path), page.path.clone());
                }
            }
        }
    }

    /// All of them.
    pub(super) fn pages(&self) -> BTreeSet<&str> {
        self.pages.values().flatten().map(String::as_str).collect()
    }

    /// Says which pages are left, and why.
    pub(super) fn tell(&self, outputs: &Outputs<'_>, context: &mut Context<'_>) {
        for (unread, pages) in self.pages.iter().take(LISTED) {
            let (there, new): (Vec<&str>, Vec<&str>) =
                pages.iter().map(String::as_str).partition(|page| outputs.is_there(page));
            for (pages, one, many) in [
                (there, "stays as the last build made it", "stay as the last build made them"),
                (new, "is not built", "are not built"),
            ] {
                if !pages.is_empty() {
                    let what = if pages.len() == 1 { one } else { many };
                    context.progress(&format!(
                        "{} {what}: {} can't be read",
                        listed(&pages),
                        visible(unread)
                    ));
                }
            }
        }
        let more: usize = self.pages.values().skip(LISTED).map(Vec::len).sum();
        if more > 0 {
            let (pages, stay) = (plural(more, "more page"), if more == 1 { "stays" } else { "stay" });
            context.progress(&format!("{pages} {stay} as the last build left them, for the same reason"));
        }
    }
}

/// Names for a sentence; of many the first ones.
pub(super) fn listed(names: &[&str]) -> String {
    let (shown, rest) = names.split_at(if names.len() > LISTED { LISTED - 1 } else { names.len() });
    let mut parts: Vec<String> = shown.iter().map(|name| visible(name).into_owned()).collect();
    if !rest.is_empty() {
        parts.push(format!("{} more", rest.len()));
    }
    match parts.as_slice() {
        [first @ .., second, last] => [first, &[format!("{second} and {last}")]].concat().join(", "),
        _ => parts.concat(),
    }
}

/// Adds what the last manifest says of pages that stay.
pub(super) fn keep(
    last: Manifest,
    project: &Project,
    manifest: &mut Manifest,
    stays: impl Fn(&ManifestPage) -> bool,
) {
    let places = manifest.documents.iter().enumerate().map(|(at, new)| (new.document.clone(), at));
    let places: BTreeMap<String, usize> = places.collect();
    for mut old in last.documents {
        old.locales.retain(&stays);
        match places.get(&old.document).map(|at| &mut manifest.documents[*at]) {
            None if old.locales.is_empty() => {}
            None => manifest.documents.push(old),
            Some(new) => {
                for page in old.locales {
                    if !new.locales.iter().any(|now| now.locale == page.locale) {
                        new.locales.push(page);
                    }
                }
            }
        }
    }
    let order = |tag: &str| project.config.targets.iter().position(|locale| locale.as_str() == tag);
    for document in &mut manifest.documents {
        document.locales.sort_by_key(|page| order(&page.locale));
    }
    manifest.documents.sort_by(|a, b| a.document.cmp(&b.document));
}
