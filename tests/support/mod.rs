//! A project in a temporary folder, and the command run in it.

#![allow(dead_code, reason = "each test file uses a part")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use drogman::project::loose::slashed;

/// A temporary folder; `projet/` in it is where commands run.
pub(crate) struct Dir {
    folder: tempfile::TempDir,
}

/// How long the processor is at some work of this thread, so that a machine that does other things, too, changes nothing.
#[cfg(unix)]
pub(crate) fn processor_time(work: impl FnOnce()) -> Duration {
    use rustix::time::{ClockId, clock_gettime};

    let now = || Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).expect("a time");
    let begun = now();
    work();
    now() - begun
}

/// By the clock, where nothing else tells.
#[cfg(not(unix))]
pub(crate) fn processor_time(work: impl FnOnce()) -> Duration {
    let begun = std::time::Instant::now();
    work();
    begun.elapsed()
}

/// What a command printed, and how it ended.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Files by path from the project's folder, with `/`, and their bytes.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// A configuration that has all it needs.
pub(crate) const SMALL: &str = "[project]\nsource = \"fr\"\nlocales = [\"en\"]\n";

impl Dir {
    /// An empty folder.
    pub(crate) fn empty() -> Dir {
        let this = Dir { folder: tempfile::tempdir().expect("a temporary folder") };
        fs::create_dir(this.root()).expect("a folder");
        this
    }

    /// A project with these files beside `drogman.toml`.
    pub(crate) fn project(files: &[(&str, &str)]) -> Dir {
        let this = Dir::empty();
        this.put("drogman.toml", SMALL);
        fs::create_dir(this.root().join("content")).expect("a folder");
        for (file, text) in files {
            this.put(file, text);
        }
        this
    }

    /// These files and no others.
    pub(crate) fn of(files: &Files) -> Dir {
        let this = Dir::empty();
        for (file, bytes) in files {
            this.put(file, bytes);
        }
        this
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("projet")
    }

    pub(crate) fn path(&self, file: impl AsRef<Path>) -> PathBuf {
        self.root().join(file)
    }

    pub(crate) fn put(&self, file: &str, text: impl AsRef<[u8]>) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    pub(crate) fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    pub(crate) fn has(&self, file: &str) -> bool {
        self.path(file).exists()
    }

    pub(crate) fn edit(&self, file: &str, edit: impl Fn(&str) -> String) {
        let before = self.text(file);
        let after = edit(&before);
        assert_ne!(before, after, "the edit of {file} changes nothing");
        self.put(file, &after);
    }

    pub(crate) fn replace(&self, file: &str, from: &str, to: &str) {
        assert!(self.text(file).contains(from), "{file} has no {from:?}");
        self.edit(file, |text| text.replace(from, to));
    }

    /// The id of the first unit of a catalog whose French begins so.
    pub(crate) fn id(&self, catalog: &str, french: &str) -> String {
        let text = self.text(catalog);
        let begins = format!("\n# fr: {french}");
        let at = text.find(&begins).unwrap_or_else(|| panic!("{catalog} has no {french:?}"));
        let id = text[..at].lines().rev().find_map(|line| line.strip_prefix("# @unit ")).expect("an id");
        id.split(' ').next().expect("an id").to_owned()
    }

    /// Writes `text` as the translation of the first unit of a catalog whose French begins so.
    pub(crate) fn translate_one(&self, catalog: &str, french: &str, text: &str) {
        let id = self.id(catalog, french);
        let old = self.text(catalog);
        let at = old.find(&format!("\n# fr: {french}")).expect("the unit") + 1;
        let end = old[at..].find('\n').map_or(old.len(), |end| at + end + 1);
        self.put(catalog, format!("{}{id} = {text}\n{}", &old[..end], &old[end..]));
    }

    /// All files but drogman's own and those of git, by path, with their bytes.
    pub(crate) fn files(&self) -> Files {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.root()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                let name = slashed(path.strip_prefix(self.root()).expect("below")).into_owned();
                if path.is_dir() {
                    folders.extend((!matches!(&*name, ".drogman" | ".git")).then_some(path));
                } else {
                    found.insert(name, fs::read(&path).expect("bytes"));
                }
            }
        }
        found
    }

    /// Runs drogman in the project's folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_in(&self.root(), arguments, "")
    }

    /// Runs drogman in a folder, with this on standard input.
    pub(crate) fn run_in(&self, folder: &Path, arguments: &[&str], input: &str) -> Run {
        let output = assert_cmd::Command::cargo_bin("drogman")
            .expect("the binary")
            .current_dir(folder)
            .env_remove("RUST_BACKTRACE")
            .env_remove("GITHUB_STEP_SUMMARY")
            .args(arguments)
            .write_stdin(input)
            .output()
            .expect("it runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Run {
            status: output.status.code().expect("an exit status"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// The processor time that a command takes in the project's folder, on one thread; it may have findings.
    #[cfg(unix)]
    pub(crate) fn processor_time(&self, command: &str) -> Duration {
        use std::process::Stdio;

        use wait4::Wait4 as _;

        let mut run = Command::new(env!("CARGO_BIN_EXE_drogman"));
        let run = run.current_dir(self.root()).args(command.split(' ')).env("RAYON_NUM_THREADS", "1");
        let mut child = run.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs");
        let usage = child.wait4().expect("it ends");
        assert!(matches!(usage.status.code(), Some(0 | 1)), "{command}: {:?}", usage.status);
        usage.rusage.utime + usage.rusage.stime
    }

    /// Runs a command that must do all its work.
    pub(crate) fn ok(&self, arguments: &[&str]) -> String {
        let run = self.run(arguments);
        assert_eq!(run.status, 0, "{arguments:?}\n{}\n{}", run.out, run.err);
        run.out
    }

    /// Whether all is as it stays: a further `sync` changes nothing.
    #[track_caller]
    pub(crate) fn assert_settled(&self) {
        let files = self.files();
        self.ok(&["sync"]);
        assert_eq!(self.files(), files, "a second sync changes nothing");
    }

    /// Runs git in a folder of the project; whether it succeeded.
    pub(crate) fn may_git(&self, folder: &str, arguments: &[&str]) -> bool {
        git(&self.path(folder)).args(arguments).output().expect("git runs").status.success()
    }

    /// Runs git in the project, which must succeed.
    pub(crate) fn git(&self, arguments: &[&str]) {
        self.git_in("", arguments);
    }

    /// The same in a folder of the project.
    pub(crate) fn git_in(&self, folder: &str, arguments: &[&str]) {
        let output = git(&self.path(folder)).args(arguments).output().expect("git runs");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Commits all that is there, also if nothing has changed.
    pub(crate) fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", "x", "--allow-empty"]);
    }
}

/// Git in a folder, with no configuration but its own.
pub(crate) fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false"])
        .args(["-c", "protocol.file.allow=always"]);
    git
}
