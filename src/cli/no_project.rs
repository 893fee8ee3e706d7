//! Commands that need no project: what every other command is told of one says nothing to them.

use std::path::PathBuf;

use super::Context;

/// Options of every command that this one does not list: it takes them, so that no script breaks, and says that they
/// change nothing.
#[derive(Debug, clap::Args)]
pub(super) struct NoProject {
    #[arg(long, hide = true)]
    project: Option<PathBuf>,
    #[arg(long, alias = "locales", hide = true)]
    locale: Vec<String>,
}

impl NoProject {
    /// Says which of them is given in vain.
    pub(super) fn tell(&self, command: &str, context: &mut Context<'_>) {
        let is_project = self.project.is_some() || context.global.project.is_some();
        let is_locale = !self.locale.is_empty() || !context.global.locale.is_empty();
        for option in
            [is_project.then_some("--project"), is_locale.then_some("--locale")].into_iter().flatten()
        {
            context.progress(&format!("`{option}` changes nothing in what `{command}` says."));
        }
    }
}
