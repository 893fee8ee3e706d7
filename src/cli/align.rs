//! `drogman align`.

use super::{Context, Error};

/// Show how each sentence of an old text became those of a new one
///
/// OLD and NEW are two files or two folders. Needs no project.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The text before
    pub(super) old: std::path::PathBuf,
    /// The text after
    pub(super) new: std::path::PathBuf,
    /// Each line is a sentence already, an empty line ends a block
    #[arg(long)]
    pub(super) segmented: bool,
    /// The form of the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,
    /// Say of each link why it was made
    #[arg(long)]
    pub(super) explain: bool,
}

/// See [`Args::format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// One JSON object a line
    Jsonl,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let _ = (args, context);
    Err(Error::not_built("align"))
}
