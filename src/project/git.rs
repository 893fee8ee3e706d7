//! The project as it was at an earlier commit, by the `git` command.
//!
//! Only what changed since then is looked at: the documents whose file or catalogs differ are written, as
//! they were, to a folder of the system's own for temporary files, where they make a project like any
//! other. Nothing of the repository is touched, and nothing is fetched.

mod error;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::RwLock;

use super::Project;
use crate::config::{Config, FILE_NAME, document_name};
use crate::text::{Locale, nearest};
pub use error::GitError;

/// The project as it was, and what has changed since.
#[derive(Debug)]
pub struct Base {
    /// What was there of the documents that have changed; none if there was no project yet.
    pub project: Option<Project>,
    /// The names of the documents whose file or catalogs have changed since.
    pub documents: BTreeSet<String>,
    /// The files that have changed since: paths in the project.
    pub files: BTreeSet<String>,
    /// Kept for its end: the folder goes with it.
    _folder: tempfile::TempDir,
}

/// Counts of files; see [`Project::kinds`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kinds {
    /// Documents.
    pub documents: usize,
    /// Catalogs, those of the source locale too.
    pub catalogs: usize,
    /// Fluent files that belong to no document.
    pub shared: usize,
}

impl Project {
    /// The project as it was where this branch left `reference`: at their last common commit. What has
    /// changed is told from there to the files as they lie on the disk. `locales` are those that it matters for.
    ///
    /// # Errors
    /// If git can't tell.
    pub fn since(&self, reference: &str, locales: &[Locale]) -> Result<Base, GitError> {
        let git = Git { folder: self.root() };
        let commit = git.base(reference)?;
        let unknown = git.run(&NOT_IN_GIT)?.map_err(GitError::Failed)?;
        self.is_in_sight(locales, &git, &unknown)?;
        let mut files = git.changed(&commit, &unknown)?;
        // What is as the other branch has it is nothing that this one did, wherever it came from: where both have merged
        // each other, they have several last common commits.
        if let Some(tip) = git.commit(reference)?.filter(|tip| *tip != commit) {
            let differ = git.changed(&tip, &unknown)?;
            files.retain(|file| differ.contains(file));
        }
        let documents = self.documents_of(&files);
        let folder = tempfile::tempdir().map_err(not_written)?;
        let listed = git.files(&commit)?;
        let then = match listed.get(FILE_NAME) {
            Some(id) => Some(self.as_of(id, folder.path(), &git)?),
            None => None,
        };
        let has_other_settings = files.contains(FILE_NAME);
        let mut base = Base { project: None, documents, files, _folder: folder };
        let Some(then) = then else { return Ok(base) };
        if has_other_settings {
            // Another configuration may see other sentences in each document.
            base.documents = listed.keys().chain(&base.files).filter_map(|file| then.name_of(file)).collect();
        }
        let unfollowed = then.unfollowed(listed.keys());
        if !unfollowed.is_disjoint(&base.documents) {
            base.documents.extend(unfollowed);
        }
        let is_wanted = |file: &str| match then.name_of(file) {
            Some(name) => base.documents.contains(&name),
            None => then.is_shared(file),
        };
        let (wanted, ids): (Vec<&String>, Vec<&String>) =
            listed.iter().filter(|(file, _)| is_wanted(file)).unzip();
        then.lay_out(wanted.into_iter().zip(git.texts(&ids)?)).map_err(not_written)?;
        base.project = Some(then);
        Ok(base)
    }

    /// The project in `folder`, as its settings of this id in git say it.
    fn as_of(&self, settings: &String, folder: &Path, git: &Git<'_>) -> Result<Project, GitError> {
        let text = git.texts(&[settings])?.pop().unwrap_or_default();
        let text = String::from_utf8(text).unwrap_or_default();
        // A configuration that today's drogman can't read: today's is the best that there is.
        let config = Config::parse(FILE_NAME, &text).unwrap_or_else(|_| self.config.clone());
        let root = folder.canonicalize().map_err(not_written)?;
        Ok(Project { root, known_folders: RwLock::default(), config })
    }

    /// Writes these files, by their paths in the project, and the content folder if there is none among them.
    fn lay_out<'f>(&self, files: impl Iterator<Item = (&'f String, Vec<u8>)>) -> std::io::Result<()> {
        std::fs::create_dir_all(self.root.join(&self.config.content))?;
        for (file, bytes) in files {
            let path = self.root.join(file);
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)?;
            }
            std::fs::write(path, bytes)?;
        }
        Ok(())
    }

    /// The documents without a source catalog, and those that are gone and have one, of these files of a project, where
    /// there are both: pages that were renamed and not followed by a `sync`, so that each is known through the other.
    fn unfollowed<'f>(&self, files: impl Iterator<Item = &'f String>) -> BTreeSet<String> {
        let (mut documents, mut followed) = (BTreeSet::new(), BTreeSet::new());
        for file in files {
            let Some(name) = self.name_of(file) else { continue };
            match self.locale_of(file) {
                None => _ = documents.insert(name),
                Some(locale) if *locale == self.config.source => _ = followed.insert(name),
                Some(_) => {}
            }
        }
        let is_one_sided = documents.is_subset(&followed) || followed.is_subset(&documents);
        if is_one_sided { BTreeSet::new() } else { &documents ^ &followed }
    }

    /// How many of the files that have changed since are documents, catalogs and shared files.
    pub fn kinds(&self, base: &Base) -> Kinds {
        let mut kinds = Kinds::default();
        for file in &base.files {
            if self.is_shared(file) {
                kinds.shared += 1;
            } else if self.name_of(file).is_some() {
                let is_catalog = self.in_catalogs(file).is_some();
                *(if is_catalog { &mut kinds.catalogs } else { &mut kinds.documents }) += 1;
            }
        }
        kinds
    }

    /// The documents that files of the project belong to. A shared file belongs to none.
    fn documents_of(&self, files: &BTreeSet<String>) -> BTreeSet<String> {
        files.iter().filter_map(|file| self.name_of(file)).collect()
    }

    /// The document that a file belongs to, be it its source or one of its catalogs.
    pub(super) fn name_of(&self, file: &str) -> Option<String> {
        let config = &self.config;
        if let Some(path) = self.in_catalogs(file) {
            let name = path.strip_suffix(".ftl").filter(|_| !config.shared.is_match(path));
            return name.map(str::to_owned);
        }
        let path = below(&config.content, file)?;
        config.is_document(path).then(|| document_name(path).to_owned())
    }

    pub(super) fn is_shared(&self, file: &str) -> bool {
        self.in_catalogs(file).is_some_and(|path| self.config.shared.is_match(path))
    }

    /// The locale in whose folder of catalogs a file lies.
    pub fn locale_of(&self, file: &str) -> Option<&Locale> {
        let config = &self.config;
        let path = below(&config.catalogs, file)?;
        let mut locales = std::iter::once(&config.source).chain(&config.targets);
        locales.find(|locale| below(locale.as_str(), path).is_some())
    }

    /// Where a file stands in lists, by its locale: what is no catalog first, then the source's, then the targets' as
    /// the configuration names them.
    pub fn order_of(&self, file: &str) -> usize {
        let locale = self.locale_of(file);
        let place =
            |locale| self.config.targets.iter().position(|target| target == locale).map_or(1, |at| at + 2);
        locale.map_or(0, place)
    }

    /// The path of a file in the folder of a locale's catalogs.
    pub(super) fn in_catalogs<'f>(&self, file: &'f str) -> Option<&'f str> {
        below(&self.config.catalog_folder(self.locale_of(file)?), file)
    }
}

/// What follows the folder in the path of a file below it.
pub(super) fn below<'f>(folder: &str, file: &'f str) -> Option<&'f str> {
    match folder {
        "" => Some(file),
        folder => file.strip_prefix(folder)?.strip_prefix('/'),
    }
}

/// Lists the files of a folder that git does not know.
pub(super) const NOT_IN_GIT: [&str; 4] = ["ls-files", "-z", "--others", "--exclude-standard"];

/// Runs git in a folder.
pub(super) struct Git<'p> {
    pub(super) folder: &'p Path,
}

impl Git<'_> {
    pub(super) fn command(&self) -> Command {
        let mut command = Command::new("git");
        command.current_dir(self.folder).env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0");
        // A hook's own settings are those of its repository's root, not of a project below it.
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
            command.env_remove(name);
        }
        command.args(["--no-pager", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false"]);
        command
    }

    /// What git prints; what it says on standard error if it fails.
    pub(super) fn run(&self, arguments: &[&str]) -> Result<Result<Vec<u8>, String>, GitError> {
        Git::output(self.command().args(arguments))
    }

    /// What a command prints; what it says on standard error if it fails.
    pub(super) fn output(command: &mut Command) -> Result<Result<Vec<u8>, String>, GitError> {
        let output = command.stdin(Stdio::null()).output().map_err(missing)?;
        let said = || {
            let text = String::from_utf8_lossy(&output.stderr);
            text.lines().next().unwrap_or_default().trim_start_matches("fatal: ").to_owned()
        };
        Ok(if output.status.success() { Ok(output.stdout) } else { Err(said()) })
    }

    pub(super) fn line(&self, arguments: &[&str]) -> Result<Option<String>, GitError> {
        let printed = self.run(arguments)?.ok();
        Ok(printed.map(|bytes| String::from_utf8_lossy(&bytes).trim().to_owned()).filter(|l| !l.is_empty()))
    }

    /// The name of the branch that `reference` may be at `origin`, if there is such a remote repository. A clone of
    /// one branch does not have it.
    fn branch(&self, reference: &str) -> Result<Option<String>, GitError> {
        let name = reference.strip_prefix("origin/").unwrap_or(reference);
        let is_hash = name.len() >= 7 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_hash || self.line(&["check-ref-format", "--branch", name])?.is_none() {
            return Ok(None);
        }
        Ok(self.line(&["remote", "get-url", "origin"])?.map(|_| name.to_owned()))
    }

    /// The branch or tag whose name is nearest to a mistyped one.
    fn nearest(&self, reference: &str) -> Result<Option<String>, GitError> {
        let listed = ["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"];
        let names = self.line(&listed)?.unwrap_or_default();
        Ok(nearest(reference, names.lines()).map(str::to_owned))
    }

    /// The commit of a name, if there is one.
    fn commit(&self, name: &str) -> Result<Option<String>, GitError> {
        let name = format!("{name}^{{commit}}");
        self.line(&["rev-parse", "--verify", "--quiet", "--end-of-options", &name])
    }

    /// The last common commit of `reference` and today's; the tree of no files before the first commit.
    fn base(&self, reference: &str) -> Result<String, GitError> {
        if let Err(why) = self.run(&["rev-parse", "--git-dir"])? {
            let why = if why.starts_with("not a git repository") { String::new() } else { why };
            return Err(GitError::NoRepository(why));
        }
        let is_zeros = reference.len() >= 40 && reference.bytes().all(|byte| byte == b'0');
        if is_zeros || reference.trim().is_empty() {
            return Err(GitError::Nothing);
        }
        let shallow = self.line(&["rev-parse", "--is-shallow-repository"])?.as_deref() == Some("true");
        // Before its first commit a repository has nothing, and all is new.
        if reference == "HEAD"
            && self.commit("HEAD")?.is_none()
            && let Some(empty) = self.line(&["hash-object", "-t", "tree", "--stdin"])?
        {
            return Ok(empty);
        }
        let unreached = || GitError::Shallow { reference: reference.to_owned() };
        let Some(commit) = self.commit(reference)? else {
            let remote = format!("origin/{reference}");
            let meant = self.commit(&remote)?.map(|_| remote);
            return Err(match meant {
                None if shallow => unreached(),
                meant => {
                    let meant = match meant {
                        None => self.nearest(reference)?,
                        meant => meant,
                    };
                    let branch = self.branch(reference)?;
                    GitError::Unknown { reference: reference.to_owned(), meant, branch }
                }
            });
        };
        match self.line(&["merge-base", &commit, "HEAD"])? {
            Some(base) => Ok(base),
            None if shallow => Err(unreached()),
            None => Err(GitError::Unrelated { reference: reference.to_owned() }),
        }
    }

    /// The files that differ from a commit, those that git does not know yet among them: `unknown`, as it lists them.
    fn changed(&self, commit: &str, unknown: &[u8]) -> Result<BTreeSet<String>, GitError> {
        let differ = ["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative", commit];
        let differ = self.run(&differ)?.map_err(GitError::Failed)?;
        Ok(names(&differ).chain(names(unknown)).map(str::to_owned).collect())
    }

    /// The files of a commit in this folder, with the ids of their contents; links are no files.
    fn files(&self, commit: &str) -> Result<BTreeMap<String, String>, GitError> {
        let printed = self.run(&["ls-tree", "-r", "-z", commit])?.map_err(GitError::Failed)?;
        let entry = |line: &str| {
            let (head, file) = line.split_once('\t')?;
            let mut words = head.split(' ');
            let (mode, _, id) = (words.next()?, words.next()?, words.next()?);
            mode.starts_with("100").then(|| (file.to_owned(), id.to_owned()))
        };
        Ok(names(&printed).filter_map(entry).collect())
    }

    /// The contents with these ids.
    pub(super) fn texts(&self, ids: &[&String]) -> Result<Vec<Vec<u8>>, GitError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut child = self
            .command()
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(missing)?;
        let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(GitError::Failed("it can't be talked to".to_owned()));
        };
        let failed = || GitError::Failed("it does not give the files of the commit".to_owned());
        let texts = std::thread::scope(|scope| {
            // Written beside the reading: each side would wait for the other when a pipe is full.
            scope.spawn(move || {
                for id in ids {
                    if writeln!(input, "{id}").is_err() {
                        return;
                    }
                }
            });
            let mut reader = BufReader::new(output);
            let mut texts = Vec::with_capacity(ids.len());
            for _ in ids {
                let mut head = String::new();
                reader.read_line(&mut head).map_err(|_| failed())?;
                let size = head.trim_end().rsplit(' ').next().and_then(|size| size.parse::<u64>().ok());
                let Some(size) = size else { return Err(failed()) };
                let mut text = Vec::new();
                reader.by_ref().take(size).read_to_end(&mut text).map_err(|_| failed())?;
                reader.read_exact(&mut [0]).map_err(|_| failed())?;
                texts.push(text);
            }
            Ok(texts)
        });
        // Its answer is read; how it ends says nothing more.
        let _ = child.wait();
        texts
    }
}

/// Names that end with a zero byte; those that are no UTF-8 can be no document's.
pub(super) fn names(printed: &[u8]) -> impl Iterator<Item = &str> {
    printed.split(|&byte| byte == 0).filter(|name| !name.is_empty()).filter_map(|n| str::from_utf8(n).ok())
}

/// What was there can't be laid out in a temporary folder.
fn not_written(error: std::io::Error) -> GitError {
    GitError::Failed(error.to_string())
}

fn missing(error: std::io::Error) -> GitError {
    match error.kind() {
        std::io::ErrorKind::NotFound => GitError::NoGit,
        _ => GitError::Failed(error.to_string()),
    }
}
