//! `drogman init`.

use super::{Context, Error};

/// Start a project in the current folder
///
/// Writes drogman.toml and l10n.toml, the rules for git, and a first document if there is none. Changes
/// nothing where a project is.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Write settings for Visual Studio Code too
    #[arg(long)]
    pub(super) vscode: bool,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let _ = (args, context);
    Err(Error::not_built("init"))
}
