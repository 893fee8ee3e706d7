//! A project in a temporary folder, and the command run in it.

#![allow(dead_code, reason = "each test file uses a part")]

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

    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("projet")
    }

    pub(crate) fn put(&self, file: &str, text: impl AsRef<[u8]>) {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    pub(crate) fn text(&self, file: &str) -> String {
        fs::read_to_string(self.root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    pub(crate) fn has(&self, file: &str) -> bool {
        self.root().join(file).exists()
    }

    /// All files, but for lock and journal, with their bytes.
    pub(crate) fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.root()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(self.root()).expect("below").to_string_lossy().into_owned();
                    found.push((name, fs::read(&path).expect("bytes")));
                }
            }
        }
        found.retain(|(name, _)| !name.starts_with(".drogman/"));
        found.sort();
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
