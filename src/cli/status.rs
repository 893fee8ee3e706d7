//! `drogman status`.

use super::{Context, Error};

/// Show how far each locale and document is translated
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// List each unit with its state
    #[arg(long)]
    pub(super) units: bool,
    /// The form of the report
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub(super) format: Format,
}

/// See [`Args::format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// A table for the terminal
    Table,
    /// For scripts, versioned
    Json,
    /// A table for a wiki or a pull request
    Markdown,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let _ = (args.units, args.format);
    let project = context.project()?;
    let _locales = context.locales(&project)?;
    let _survey = context.survey(&project)?;
    Err(Error::not_built("status"))
}
