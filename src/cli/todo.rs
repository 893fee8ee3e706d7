//! `drogman todo`.

use super::{Context, Error};

/// List what is left to translate, check and correct
///
/// Each missing, stale, unverified or invalid unit with its file and line, its neighbours, the words to do,
/// and the very `# fr:` line to paste.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The form of the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,
}

/// See [`Args::format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// One JSON object a line
    Jsonl,
    /// A list to tick off
    Markdown,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let _ = args.format;
    let project = context.project()?;
    let _locales = context.locales(&project)?;
    let _survey = context.survey(&project)?;
    Err(Error::not_built("todo"))
}
