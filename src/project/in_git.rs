//! What git has of the project's files, and what it does not see.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Project;
use super::git::{Git, GitError, NOT_IN_GIT, below, names};
use crate::catalog::{self, Unit};
use crate::document::{self, Format};
use crate::segment::{Rules, segment};
use crate::text::{Locale, normal};

/// The mode of an entry that stands for a repository within the repository.
const REPOSITORY: &str = "160000 ";

impl Project {
    /// The catalogs that a commit of what is staged would lack: those that git neither has nor ignores, and, of a page
    /// whose text is in the commit as it lies on the disk, or with other sentences than its source catalog has there, all
    /// while that one is not staged, and those of which what `sync` wrote is not. `index` is what a hook was given to look
    /// at (`GIT_INDEX_FILE`). Paths in the project.
    ///
    /// # Errors
    /// If git can't tell.
    pub fn catalogs_not_in_git(&self, index: Option<&Path>) -> Result<BTreeSet<String>, GitError> {
        let git = Git { folder: self.root() };
        let printed = git.run(&NOT_IN_GIT)?.map_err(GitError::NoRepository)?;
        let unknown: Vec<&str> = names(&printed).collect();
        let printed = git.unstaged(index)?;
        let unstaged: BTreeSet<&str> = names(&printed).collect();
        let is_catalog = |file: &str| file.ends_with(".ftl") && self.in_catalogs(file).is_some();
        let name = |file: &&str| self.name_of(file);
        let pages = || unknown.iter().chain(&unstaged).filter(|file| !is_catalog(file));
        let mut edited: BTreeSet<String> = pages().filter_map(name).collect();
        let is_source = |file: &&&str| self.locale_of(file) == Some(&self.config.source);
        let behind: BTreeSet<String> =
            unstaged.iter().filter(|file| is_catalog(file)).filter(is_source).filter_map(name).collect();
        let partly = pages().filter_map(|file| Some((*file, self.name_of(file)?)));
        let partly: BTreeMap<&str, String> = partly.filter(|(_, name)| behind.contains(name)).collect();
        let staged = git
            .staged(index, |file| is_catalog(file) && unstaged.contains(file) || partly.contains_key(file))?;
        for (page, name) in partly {
            let catalog = staged.get(&self.config.catalog_path(&self.config.source, &name));
            let both = staged.get(page).zip(catalog);
            if both.is_some_and(|(text, catalog)| !self.is_in_step(page, text, catalog)) {
                edited.remove(&name);
            }
        }
        let is_lacking = |file: &&&str| {
            name(file).is_some_and(|name| {
                !edited.contains(&name)
                    && (behind.contains(&name)
                        || staged.get(**file).is_some_and(|staged| self.lacks_stubs(file, staged)))
            })
        };
        let unknown_catalogs = unknown.iter().filter(|file| is_catalog(file));
        let unstaged_catalogs = unstaged.iter().filter(|file| is_catalog(file)).filter(is_lacking);
        Ok(unknown_catalogs.chain(unstaged_catalogs).map(|file| (*file).to_owned()).collect())
    }

    /// Whether the sentences of a page are those of its source catalog, in any order.
    fn is_in_step(&self, page: &str, text: &str, catalog: &str) -> bool {
        let source = &self.config.source;
        let Some(rules) = Rules::for_language(source.language(), &self.config.abbreviations) else {
            return true;
        };
        let format = Format::of_path(page).unwrap_or(Format::Plain);
        let (document, _) = document::parse(format, page, text, &self.document_options());
        let (catalog, _) = catalog::read(page, catalog, source.as_str());
        let normal = |sentence: &str| normal::typographic(sentence).into_owned();
        let known = catalog.units.iter().filter_map(|unit| catalog.sentence(unit.message.as_ref()?));
        let mut known: Vec<String> = known.map(|sentence| normal(&sentence)).collect();
        let segments = segment(&document, &rules);
        let mut today: Vec<String> = segments.iter().map(|segment| normal(segment.text)).collect();
        known.sort_unstable();
        today.sort_unstable();
        known == today
    }

    /// Whether a catalog as it is staged has other stubs than it has on the disk: units that are not there, or no more,
    /// or the former French of one. A translation in the making is nothing that it lacks.
    fn lacks_stubs(&self, file: &str, staged: &str) -> bool {
        let Ok(text) = self.read(file) else { return false };
        let source = self.config.source.as_str();
        let (now, staged) = (catalog::read(file, &text, source).0, catalog::read(file, staged, source).0);
        let is_missed = |unit: &Unit<'_>| match staged.unit(unit.id) {
            None => unit.section.is_some(),
            Some(then) => !unit.is_worked_on() && !then.is_worked_on() && french_of(unit) != french_of(then),
        };
        let is_left_over = |unit: &Unit<'_>| !unit.is_worked_on() && now.unit(unit.id).is_none();
        now.units.iter().any(is_missed) || staged.units.iter().any(is_left_over)
    }

    /// Fails where git sees no change of documents or of the catalogs of these locales, so that none would seem to have
    /// changed: they lie in a repository of their own, or git ignores all of them. A draft that somebody lets git ignore is
    /// no business of it, nor are the source catalogs: without them, the target catalogs say what was.
    /// `others` are the files that git does not know, as it lists them.
    pub(super) fn is_in_sight(
        &self,
        locales: &[Locale],
        git: &Git<'_>,
        others: &[u8],
    ) -> Result<(), GitError> {
        let listed = git.run(&["ls-files", "-s", "-z"])?.map_err(GitError::Failed)?;
        let mut own: Vec<&str> = names(others).filter_map(|name| name.strip_suffix('/')).collect();
        let mut seen: Vec<&str> = names(others).filter(|name| !name.ends_with('/')).collect();
        for (head, file) in names(&listed).filter_map(|line| line.split_once('\t')) {
            (if head.starts_with(REPOSITORY) { &mut own } else { &mut seen }).push(file);
        }
        let config = &self.config;
        let folders = std::iter::once(config.content.clone());
        let catalogs = locales.iter().map(|locale| config.catalog_folder(locale));
        let folders: Vec<String> = folders.chain(catalogs).collect();
        let unseen = |folder: &&String| !seen.iter().any(|file| below(folder, file).is_some());
        let unseen: Vec<&String> = folders.iter().filter(unseen).collect();
        if own.is_empty() && unseen.is_empty() {
            return Ok(());
        }
        let Ok(survey) = self.survey() else { return Ok(()) };
        let documents = survey.documents.iter().map(|document| &document.file);
        let catalogs = survey.catalogs.iter().filter(|catalog| locales.contains(&catalog.locale));
        let files: Vec<&String> = documents.chain(catalogs.map(|catalog| &catalog.file)).collect();
        let holds = |folder: &str| files.iter().any(|file| below(folder, file).is_some());
        let of = |folder: &str, repository| GitError::OutOfSight { folder: folder.to_owned(), repository };
        if let Some(folder) = own.into_iter().find(|folder| holds(folder)) {
            return Err(of(folder, true));
        }
        match unseen.into_iter().find(|folder| holds(folder)) {
            Some(folder) => Err(of(folder, false)),
            None => Ok(()),
        }
    }
}

/// The French that a stub says is to be translated.
fn french_of<'a>(unit: &Unit<'a>) -> Option<&'a str> {
    unit.french().next().map(|line| line.text)
}

impl Git<'_> {
    /// The files that differ from what is staged, each ended by a zero byte.
    fn unstaged(&self, index: Option<&Path>) -> Result<Vec<u8>, GitError> {
        let differ = ["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative"];
        Git::output(self.with_index(index).args(differ))?.map_err(GitError::Failed)
    }

    /// The texts of these files as they are staged, by their paths; without those that are not UTF-8.
    fn staged(
        &self,
        index: Option<&Path>,
        is_asked: impl Fn(&str) -> bool,
    ) -> Result<BTreeMap<String, String>, GitError> {
        let printed = Git::output(self.with_index(index).args(["ls-files", "-s", "-z"]))?;
        let printed = printed.map_err(GitError::Failed)?;
        let entry = |line: &str| {
            let (head, file) = line.split_once('\t')?;
            let id = head.split(' ').nth(1)?;
            is_asked(file).then(|| (file.to_owned(), id.to_owned()))
        };
        let (files, ids): (Vec<String>, Vec<String>) = names(&printed).filter_map(entry).unzip();
        let texts = self.texts(&ids.iter().collect::<Vec<_>>())?;
        let text = |(file, bytes)| Some((file, String::from_utf8(bytes).ok()?));
        Ok(files.into_iter().zip(texts).filter_map(text).collect())
    }

    /// A command that looks at what will be committed: `git commit -a` and `git commit FILE` show a hook that in an index
    /// of their own. That of another repository, where the project is a part with one of its own, says nothing of it.
    fn with_index(&self, index: Option<&Path>) -> Command {
        let mut command = self.command();
        if let Some(index) = index.and_then(|index| self.own(index)) {
            command.env("GIT_INDEX_FILE", index);
        }
        command
    }

    /// The index file, if it is one of this repository.
    fn own(&self, index: &Path) -> Option<PathBuf> {
        let folder = self.line(&["rev-parse", "--absolute-git-dir"]).ok()??;
        let index = index.parent()?.canonicalize().ok()?.join(index.file_name()?);
        index.starts_with(Path::new(&folder).canonicalize().ok()?).then_some(index)
    }
}
