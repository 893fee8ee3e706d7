//! `drogman diff`.

use super::{Context, Error};

/// Show the words that changed under each stale translation
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Units (`monde/sommet#sommet-p2w7xk`, `monde/sommet:3.2`) or documents [default: all]
    #[arg(value_name = "ADDRESS|DOCUMENT")]
    pub(super) addresses: Vec<String>,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let _ = &args.addresses;
    let project = context.project()?;
    let _locales = context.locales(&project)?;
    let _survey = context.survey(&project)?;
    Err(Error::not_built("diff"))
}
