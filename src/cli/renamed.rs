//! What has become of a page that no document is named after any more.
//!
//! An id is the hash of the page that its sentence was born on, for ever: so the ids of a renamed page prove what it was
//! called. Looked for only where a name is known to nobody.

use std::collections::BTreeMap;
use std::path::Path;

use crate::catalog;
use crate::config::{Config, document_name};
use crate::project::{Project, Survey};
use crate::text::{normal, visible};
use crate::unit::id;

/// What to say of a word that names a page of before, if it is one.
pub(super) fn whereabouts(word: &str, project: &Project, survey: &Survey, current: &Path) -> Option<String> {
    let names = names(word, project, current);
    if let Some(output) = output(&names, project, survey) {
        return Some(output);
    }
    let is_document = |name: &str| survey.documents.iter().any(|document| document.name == name);
    let gone = |name: &str| {
        let name = visible(name);
        format!(
            "`{name}` has catalogs and no document any more; if it was renamed, `drogman sync` brings them along, else `drogman prune` removes them"
        )
    };
    let is_left =
        |name: &String| survey.catalogs.iter().any(|catalog| !catalog.shared && catalog.name == *name);
    if let Some(name) = names.iter().find(|name| is_left(name)) {
        return (!is_document(name)).then(|| gone(name));
    }
    let home = home_of(&names, project, survey)?;
    Some(match is_document(&home) {
        true => format!("its sentences stand in `{}` now", visible(&home)),
        false => gone(&home),
    })
}

/// What to say of a file that `build` makes.
fn output(names: &[String], project: &Project, survey: &Survey) -> Option<String> {
    let config = &project.config;
    let mut outputs = (survey.documents.iter())
        .flat_map(|document| config.built_locales().map(move |locale| (document, locale)));
    let (document, locale) = outputs.find(|(document, locale)| {
        let path = config.output_of(locale, &document.path);
        names.contains(&path) || names.contains(&config.output_path(locale, &document.path))
    })?;
    let (name, source) = (visible(&document.name), visible(&document.file));
    Some(format!("this is what `build` makes of `{name}` for `{locale}`: name its source, {source}"))
}

/// The names that a word may mean: as it is, and as a path of a document or a catalog.
fn names(word: &str, project: &Project, current: &Path) -> Vec<String> {
    let config = &project.config;
    let plain = word.strip_prefix("./").unwrap_or(word);
    let mut paths = vec![plain.to_owned()];
    paths.extend(project.place_of(current, word).filter(|path| path != plain));
    let below = |folder: &str, path: &str| Some(path.strip_prefix(folder)?.strip_prefix('/')?.to_owned());
    let more: Vec<String> = paths
        .iter()
        .flat_map(|path| {
            let catalog =
                project.locale_of(path).and_then(|locale| below(&config.catalog_folder(locale), path));
            below(&config.content, path).into_iter().chain(catalog)
        })
        .collect();
    paths.extend(more);
    let stems: Vec<String> = paths.iter().map(|path| document_name(path).to_owned()).collect();
    paths.extend(stems);
    paths
}

/// The document that holds most sentences which were born on a page of one of these names.
fn home_of(names: &[String], project: &Project, survey: &Survey) -> Option<String> {
    let config: &Config = &project.config;
    let mut homes: BTreeMap<&str, usize> = BTreeMap::new();
    for file in survey.catalogs.iter().filter(|file| !file.shared && file.locale == config.source) {
        // What can't be read was told, or will be.
        let Ok(text) = project.read(&file.file) else { continue };
        let may_hold = |name: &String| text.contains(&format!("# @unit {}", id::beginning(name)));
        if !names.iter().any(may_hold) {
            continue;
        }
        let (catalog, _) = catalog::read(&file.file, &text, config.source.as_str());
        let born_here = |unit: &&catalog::Unit<'_>| {
            let sentence = unit.message.as_ref().and_then(|message| catalog.sentence(message));
            let normal = sentence.map(|sentence| normal::typographic(&sentence).into_owned());
            // One sentence that nobody has touched since is enough.
            normal.is_some_and(|normal| names.iter().any(|name| id::is_born(unit.id, name, &normal)))
        };
        let count = catalog.units.iter().filter(born_here).count();
        if count > 0 {
            homes.insert(&file.name, count);
        }
    }
    let most = homes.iter().max_by_key(|(name, count)| (**count, std::cmp::Reverse(**name)));
    most.map(|(name, _)| (*name).to_owned())
}
