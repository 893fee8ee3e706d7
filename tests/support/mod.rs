//! A project in a temporary folder, and the command run in it.

#![allow(dead_code, reason = "each test file uses a part")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A temporary folder; `projet/` in it is where commands run.
pub(crate) struct Dir {
    folder: tempfile::TempDir,
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

    /// All files but drogman's own and those of git, by path, with their bytes.
    pub(crate) fn files(&self) -> Files {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.root()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                let name = path.strip_prefix(self.root()).expect("below").to_string_lossy().into_owned();
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
}
