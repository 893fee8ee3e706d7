//! Outputs that can't be written where the configuration puts them.

use std::collections::{BTreeMap, BTreeSet};

use super::output;
use crate::cli::{Context, Error, Kind};
use crate::config::join;
use crate::project::{Project, Survey};
use crate::text::visible;

/// Outputs that would overwrite something, or each other: each is reported, and none is written.
pub(super) fn forbidden(project: &Project, survey: &Survey, context: &mut Context<'_>) -> BTreeSet<String> {
    let config = &project.config;
    let sources: BTreeSet<&str> = survey.documents.iter().map(|document| document.file.as_str()).collect();
    let catalogs: BTreeSet<&str> = survey.catalogs.iter().map(|catalog| catalog.file.as_str()).collect();
    let mut taken: BTreeMap<String, (String, String)> = BTreeMap::new();
    let mut forbidden = BTreeSet::new();
    for document in &survey.documents {
        for locale in config.built_locales() {
            let file = output(config, locale, &document.path);
            let full = join(&config.output, &file);
            let below = match config.content.as_str() {
                "" => Some(full.as_str()),
                content => full.strip_prefix(content).and_then(|rest| rest.strip_prefix('/')),
            };
            let what = if sources.contains(full.as_str()) {
                Some("it is a document".to_owned())
            } else if catalogs.contains(full.as_str()) {
                Some("it is a catalog".to_owned())
            } else if below.is_some_and(|path| config.is_document(path)) {
                Some("it would itself be taken for a document".to_owned())
            } else {
                taken.get(&file).map(|(other, tag)| format!("`{}` in {tag} goes there too", visible(other)))
            };
            if let Some(what) = what {
                let message = format!(
                    "`{}` in {locale} can't be written to `{}`: {what}",
                    visible(&document.file),
                    visible(&full)
                );
                let help = match *locale == config.source {
                    true => "leave the French where it is: build.source = false; or change build.path",
                    false => "change build.path, or exclude the outputs: documents.exclude",
                };
                context.report(Error::new(Kind::Configuration, message).help(help));
                forbidden.insert(file);
            } else {
                taken.insert(file, (document.file.clone(), locale.as_str().to_owned()));
            }
        }
    }
    forbidden
}
