//! What commands read of a project: its files, its pages, the texts that they share. What can't be read, or is named in
//! vain, is told on the way.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};

use super::error::{Error, Kind};
use super::front_matter::Holding;
use super::progress::{Progress, Watched};
use super::{Context, front_matter, globs};
use crate::config::FILE_NAME;
use crate::diagnostic::{Diagnostic, Severity};
use crate::project::{FileError, FileProblem, Project, SharedTexts, Survey, Visited};
use crate::segment::Rules;
use crate::text::{Locale, visible};
use crate::unit::Page;

impl Context<'_> {
    /// Lists the project's files; those that can't be worked on are reported, and the exit status
    /// raised.
    ///
    /// # Errors
    /// If there is no content folder.
    pub fn survey(&mut self, project: &Project) -> Result<Survey, Error> {
        let survey = project.survey().map_err(|error| content_is_missing(error, project))?;
        for error in &survey.errors {
            self.report(error.clone());
        }
        self.warn(&survey.warnings);
        self.warn(&globs::slips(project, &survey));
        Ok(survey)
    }

    /// Tells of folders of catalogs whose language the settings do not name: nobody reads them.
    pub(super) fn warn_left_locales(&mut self, project: &Project, survey: &Survey) {
        let targets = &project.config.targets;
        for (folder, locale) in project.left_locales(survey) {
            let folder = visible(&folder).into_owned();
            let (message, help) = match targets.contains(&locale) {
                true => (
                    format!("`{folder}` is not the folder of `{locale}`: its catalogs are not read"),
                    format!("call it `{}`", project.config.catalog_folder(&locale)),
                ),
                false => (
                    format!(
                        "`{folder}` holds catalogs, and `project.locales` does not name `{locale}`: they are neither checked nor built"
                    ),
                    match targets.iter().find(|target| target.id().language == locale.id().language) {
                        // Never: remove it. All that was translated may be there.
                        Some(target) => format!(
                            "if `{target}` is its new name, put its files in the place of those in `{}`; else name \"{locale}\" in {FILE_NAME}, too",
                            project.config.catalog_folder(target)
                        ),
                        None => format!("name \"{locale}\" in {FILE_NAME}, or remove the folder"),
                    },
                ),
            };
            self.warn(&[Diagnostic::new("", Severity::Warning, message).help(help)]);
        }
    }

    /// Visits every page of the project; what can't be read is reported, and the exit status raised.
    ///
    /// # Errors
    /// If the source language has no rules for its sentences.
    pub fn visit<R: Send>(
        &mut self,
        project: &Project,
        survey: &mut Survey,
        locales: &[Locale],
        visit: impl Fn(&Page<'_>) -> R + Sync,
    ) -> Result<Visited<R>, Error> {
        let config = &project.config;
        let Some(rules) = Rules::for_language(config.source.language(), &config.abbreviations) else {
            let message =
                format!("drogman can't cut sentences of the source language `{}` yet", config.source);
            let error = Error::new(Kind::Configuration, message)
                .help("today the source has to be French: project.source = \"fr\"");
            return Err(match config.place("source") {
                // The configuration was read a moment ago; without its text the line is not drawn.
                Some(place) => error.at(place.clone()).showing(project.read(FILE_NAME).unwrap_or_default()),
                None => error,
            });
        };
        let known = survey.errors.len();
        let watched = if self.global.quiet { Watched::No } else { self.watched };
        let progress = Progress::new(survey.documents.len(), watched);
        let met = AtomicU64::new(0);
        let (hold, holding) = (&config.documents.hold, Mutex::new(Holding::default()));
        let visited = project.visit(survey, &rules, locales, |page| {
            progress.step();
            met.fetch_or(page.document.front.met(), Relaxed);
            if !hold.is_empty() {
                holding.lock().unwrap_or_else(PoisonError::into_inner).note(hold, &page.document.front);
            }
            visit(page)
        });
        drop(progress);
        self.warn(&front_matter::unmet(project, survey, met.into_inner()));
        self.warn(&holding.into_inner().unwrap_or_else(PoisonError::into_inner).slips());
        for error in survey.errors[known..].iter().cloned() {
            self.report(error);
        }
        Ok(visited)
    }

    /// Reads the shared files of these locales; those that can't be read are reported.
    pub fn shared_texts(
        &mut self,
        project: &Project,
        survey: &mut Survey,
        locales: &[Locale],
    ) -> SharedTexts {
        let known = survey.errors.len();
        let texts = project.shared_texts(survey, locales);
        for error in survey.errors[known..].iter().cloned() {
            self.report(error);
        }
        texts
    }
}

/// Where there is no content folder: what says that there should be one.
fn content_is_missing(error: FileError, project: &Project) -> Error {
    let config = &project.config;
    if !matches!(error.problem, FileProblem::Missing) || error.file != config.content {
        return error.into();
    }
    let help = "`project.content` in drogman.toml names the folder of the French documents";
    let Some(place) = config.place("content") else { return Error::from(error).help(help) };
    let message = format!("`project.content` is `{}`, and there is no such folder", visible(&config.content));
    let error = Error::new(Kind::File, message).help("make it, or name the folder of the French documents");
    error.at(place.clone()).showing(project.read(FILE_NAME).unwrap_or_default())
}
