//! `drogman build`.

use super::{Context, Error};

/// Assemble the translated documents
///
/// Writes the output folder and its manifest, and nothing else. Exits with 1 if a policy forbids a page.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Documents to build [default: all]
    #[arg(value_name = "DOCUMENT")]
    pub(super) documents: Vec<String>,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let project = context.project()?;
    let _locales = context.built_locales(&project)?;
    let _lock = context.lock(&project, "build")?;
    let survey = context.survey(&project)?;
    let _documents = context.documents(&args.documents, &project, &survey);
    Err(Error::not_built("build"))
}
