//! What a sparse checkout leaves out: files that git has and did not write to the disk. They are not gone.

use super::Survey;
use super::overlooked::finding;
use crate::project::Project;
use crate::project::git::{Git, names};
use crate::project::loose::repository_of;
use crate::text::visible;

/// How `git ls-files -t` marks what is not to be written to the disk.
const SKIPPED: &str = "S ";

impl Project {
    /// Makes what a sparse checkout leaves out unreadable, so that it is left alone. One finding tells of all of it.
    pub(super) fn survey_sparse(&self, survey: &mut Survey) {
        if !self.is_sparse() {
            return;
        }
        let Ok(Ok(listed)) = (Git { folder: self.root() }).run(&["ls-files", "-t", "-z"]) else { return };
        let is_there = |file: &str| self.path(file).symlink_metadata().is_ok();
        let skipped = names(&listed).filter_map(|line| line.strip_prefix(SKIPPED));
        let mut left_out: Vec<&str> = Vec::new();
        for file in skipped.filter(|file| !is_there(file)) {
            let Some(name) = self.in_catalogs(file).map_or_else(|| self.name_of(file), named) else {
                continue;
            };
            match self.locale_of(file) {
                Some(locale) if *locale != self.config.source => {
                    survey.unreadable_catalogs.insert((locale.clone(), name));
                }
                // Without its text or its source catalog, nothing is known of a document.
                _ => _ = survey.unreadable.insert(name),
            }
            left_out.push(file);
        }
        let Some(first) = left_out.first() else { return };
        let unreadable = &survey.unreadable;
        survey.documents.retain(|document| !unreadable.contains(&document.name));
        let finding = finding(
            &visible(first),
            left_out.len() - 1,
            "file",
            "is in git, and not in this sparse checkout: it is left alone",
            "are in git, and not in this sparse checkout: they are left alone",
        );
        survey.warnings.push(finding.help("to have all of the project here: git sparse-checkout disable"));
    }

    /// Whether the project lies in a sparse checkout.
    fn is_sparse(&self) -> bool {
        let Some(folder) = repository_of(self.root()) else { return false };
        let link = folder.join(".git");
        // A work tree of its own has its settings where the file says.
        let settings = match std::fs::read_to_string(&link) {
            Ok(text) => folder.join(text.trim_start_matches("gitdir:").trim()),
            Err(_) => link,
        };
        settings.join("info").join("sparse-checkout").exists()
    }
}

/// The name of the document, or of the shared file, of a catalog at a path in the folder of its locale.
fn named(path: &str) -> Option<String> {
    path.strip_suffix(".ftl").map(str::to_owned)
}
