//! `drogman prune`.

use super::{Context, Error};

/// Remove obsolete units, and catalogs that hold nothing any more
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Change nothing, say what would
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let project = context.project()?;
    let _locales = context.locales(&project)?;
    let _lock = if args.dry_run { None } else { Some(context.lock(&project, "prune")?) };
    let _survey = context.survey(&project)?;
    Err(Error::not_built("prune"))
}
