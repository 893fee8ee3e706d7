//! `drogman segment`.

use super::{Context, Error};

/// Show the sentences of files
///
/// Needs no project.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Files; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<std::path::PathBuf>,
    /// Read all files as this format [default: by extension; plain for standard input]
    #[arg(long = "as", value_name = "FORMAT")]
    pub(super) read_as: Option<ReadAs>,
    /// The form of the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,
    /// Say of each cut, and of each place where none was made, why
    #[arg(long)]
    pub(super) explain: bool,
}

/// See [`Args::read_as`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum ReadAs {
    /// Plain text
    Plain,
    /// Markdown
    Markdown,
}

/// See [`Args::format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// Sentences with their addresses
    Text,
    /// One sentence a line, an empty line between blocks
    Lines,
    /// One JSON object a line
    Jsonl,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let _ = (args, context);
    Err(Error::not_built("segment"))
}
