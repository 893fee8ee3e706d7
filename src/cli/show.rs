//! `drogman show`.

use super::{Context, Error};

/// Show one unit in every locale, with its neighbours
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The unit: `monde/sommet#sommet-p2w7xk`, `monde/sommet:3.2`, or its id alone
    #[arg(value_name = "ADDRESS")]
    pub(super) address: String,
    /// The form of the report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,
}

/// See [`Args::format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// For scripts, versioned
    Json,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let _ = (&args.address, args.format);
    let project = context.project()?;
    let _locales = context.locales(&project)?;
    let _survey = context.survey(&project)?;
    Err(Error::not_built("show"))
}
