//! `drogman explain`.

use super::{Context, Error};

/// Explain a rule of `drogman check`
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The rule; without one, all are listed
    #[arg(value_name = "RULE")]
    pub(super) rule: Option<String>,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let _ = (args, context);
    Err(Error::not_built("explain"))
}
