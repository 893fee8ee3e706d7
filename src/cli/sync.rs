//! `drogman sync`.

use super::{Context, Error};

/// Bring the catalogs up to date with the source
///
/// Writes a stub for each new sentence, follows edited, moved and renamed ones, and touches no translation.
/// Says what happened to which sentence. Always of the whole project.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Change nothing; exit with 1 if something would change
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    if !context.global.locale.is_empty() {
        return Err(Error::usage("`sync` is always of the whole project, without --locale"));
    }
    let project = context.project()?;
    let _lock = if args.dry_run { None } else { Some(context.lock(&project, "sync")?) };
    let _survey = context.survey(&project)?;
    Err(Error::not_built("sync"))
}
