//! What git has of the project's files, and what it does not see.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Project;
use super::git::{Git, GitError, NOT_IN_GIT, below, names};
use crate::text::Locale;

/// The mode of an entry that stands for a repository within the repository.
const REPOSITORY: &str = "160000 ";

impl Project {
    /// The catalogs that a commit of what is staged would lack: those that git neither has nor ignores, and those of a
    /// page whose text is in the commit as it lies on the disk, while its source catalog is not. `index` is what a hook
    /// was given to look at (`GIT_INDEX_FILE`). Paths in the project.
    ///
    /// # Errors
    /// If git can't tell.
    pub fn catalogs_not_in_git(&self, index: Option<&Path>) -> Result<BTreeSet<String>, GitError> {
        let git = Git { folder: self.root() };
        let printed = git.run(&NOT_IN_GIT)?.map_err(GitError::NoRepository)?;
        let unknown: Vec<&str> = names(&printed).collect();
        let printed = git.unstaged(index)?;
        let unstaged: Vec<&str> = names(&printed).collect();
        let is_catalog = |file: &str| file.ends_with(".ftl") && self.in_catalogs(file).is_some();
        let name = |file: &&str| self.name_of(file);
        let all = || unknown.iter().chain(&unstaged);
        let edited: BTreeSet<String> = all().filter(|file| !is_catalog(file)).filter_map(name).collect();
        let is_source = |file: &&&str| self.locale_of(file) == Some(&self.config.source);
        let behind: BTreeSet<String> =
            unstaged.iter().filter(|file| is_catalog(file)).filter(is_source).filter_map(name).collect();
        let is_lacking =
            |file: &&&str| name(file).is_some_and(|name| behind.contains(&name) && !edited.contains(&name));
        let unknown_catalogs = unknown.iter().filter(|file| is_catalog(file));
        let unstaged_catalogs = unstaged.iter().filter(|file| is_catalog(file)).filter(is_lacking);
        Ok(unknown_catalogs.chain(unstaged_catalogs).map(|file| (*file).to_owned()).collect())
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

impl Git<'_> {
    /// The files that differ from what is staged, each ended by a zero byte.
    fn unstaged(&self, index: Option<&Path>) -> Result<Vec<u8>, GitError> {
        let mut command = self.command();
        command.args(["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative"]);
        // `git commit -a` and `git commit FILE` show a hook what will be committed in an index of their own. That of
        // another repository, where the project is a part with one of its own, says nothing of it.
        if let Some(index) = index.and_then(|index| self.own(index)) {
            command.env("GIT_INDEX_FILE", index);
        }
        Git::output(&mut command)?.map_err(GitError::Failed)
    }

    /// The index file, if it is one of this repository.
    fn own(&self, index: &Path) -> Option<PathBuf> {
        let folder = self.line(&["rev-parse", "--absolute-git-dir"]).ok()??;
        let index = index.parent()?.canonicalize().ok()?.join(index.file_name()?);
        index.starts_with(Path::new(&folder).canonicalize().ok()?).then_some(index)
    }
}
