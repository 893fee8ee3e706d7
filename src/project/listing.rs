//! The files of a folder that is about to become a project.

use walkdir::WalkDir;

use super::loose::slashed_if_utf8;
use super::survey::is_hidden;
use super::{OPEN_FOLDERS, Project};

/// Folders of other people's files, which are no part of a site.
const FOREIGN: [&str; 4] = ["node_modules", "bower_components", "__pycache__", "target"];

/// A hidden folder that says how a site is made: VitePress's.
const SETTINGS: &str = ".vitepress";

/// As many files as are looked at: enough to tell how a site is made.
const MOST: usize = 100_000;

impl Project {
    /// The files of the project's folder, sorted, as paths with `/`: without those of hidden folders but
    /// VitePress's, those of installed packages, and links.
    pub fn listing(&self) -> Vec<String> {
        let walk = WalkDir::new(&self.root).max_open(OPEN_FOLDERS).sort_by_file_name().into_iter();
        let is_own = |entry: &walkdir::DirEntry| {
            let name = entry.file_name();
            let is_foreign = (is_hidden(name) && name != SETTINGS)
                || name.to_str().is_some_and(|name| FOREIGN.contains(&name));
            entry.depth() == 0 || !entry.file_type().is_dir() || !is_foreign
        };
        let files =
            walk.filter_entry(is_own).filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
        let mut files: Vec<String> = files
            .filter_map(|entry| {
                Some(slashed_if_utf8(entry.path().strip_prefix(&self.root).ok()?)?.into_owned())
            })
            .take(MOST)
            .collect();
        files.sort();
        files
    }
}
