//! `drogman accept`.

use super::{Context, Error};

/// Record that translations render today’s French
///
/// Sets the `# fr:` line of stale units to today’s sentence. The translation itself is not touched.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("which").args(["addresses", "all", "adopt"]).required(true).multiple(true))]
pub(super) struct Args {
    /// Units (`monde/sommet#sommet-p2w7xk`, `monde/sommet:3.2`) or documents
    #[arg(value_name = "ADDRESS|DOCUMENT")]
    pub(super) addresses: Vec<String>,
    /// All stale units
    #[arg(long, conflicts_with = "addresses")]
    pub(super) all: bool,
    /// Only units whose typography, spelling or punctuation alone changed
    #[arg(long)]
    pub(super) minor: bool,
    /// Unverified units too
    #[arg(long)]
    pub(super) unverified: bool,
    /// Make the proposal of the unit its translation
    #[arg(long, requires = "addresses", conflicts_with_all = ["all", "adopt", "from"])]
    pub(super) proposal: bool,
    /// Move messages that stand away from their stub under it, and take its French
    #[arg(long, conflicts_with_all = ["minor", "from"])]
    pub(super) adopt: bool,
    /// Move the translation of the unit OLD to this one
    #[arg(long, value_name = "OLD", requires = "addresses", conflicts_with_all = ["all", "minor", "unverified"])]
    pub(super) from: Option<String>,
    /// Change nothing, say what would
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let _ = args;
    let project = context.project()?;
    let _locales = context.locales(&project)?;
    let _lock = if args.dry_run { None } else { Some(context.lock(&project, "accept")?) };
    let _survey = context.survey(&project)?;
    Err(Error::not_built("accept"))
}
