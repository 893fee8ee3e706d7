//! `drogman check`.

use super::{Context, Error};
use crate::text::visible;

/// Check the catalogs: states by policy, and the rules
///
/// Exits with 1 if there is a finding of severity error. `drogman explain RULE` tells about each rule.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Documents to check [default: all]
    #[arg(value_name = "DOCUMENT")]
    pub(super) documents: Vec<String>,
    /// Only these rules or groups (states, catalog, quality), separated by commas
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) only: Vec<String>,
    /// All but these rules or groups
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) skip: Vec<String>,
    /// The severities of `policies.NAME` in drogman.toml
    #[arg(long, value_name = "NAME")]
    pub(super) policy: Option<String>,
    /// The form of the report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,
    /// Write a report to a file too, for example json=findings.json; may be repeated
    #[arg(long, value_name = "FORMAT=FILE", value_parser = parse_output)]
    pub(super) output: Vec<(Format, std::path::PathBuf)>,
}

/// See [`Args::format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people, with the line underlined
    Text,
    /// For scripts, versioned
    Json,
    /// Annotations of GitHub Actions
    Github,
}

fn parse_output(text: &str) -> Result<(Format, std::path::PathBuf), String> {
    let (format, file) = text.split_once('=').ok_or("write it as FORMAT=FILE")?;
    let format = <Format as clap::ValueEnum>::from_str(format, false)
        .map_err(|_| format!("`{format}` is none of text, json, github"))?;
    if file.is_empty() { Err("the file has no name".to_owned()) } else { Ok((format, file.into())) }
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let _ = (&args.only, &args.skip, args.format, &args.output);
    let project = context.project()?;
    let _locales = context.locales(&project)?;
    if let Some(name) = &args.policy
        && !project.config.policy_names().any(|known| known == name)
    {
        return Err(Error::usage(format!("drogman.toml has no `policies.{}`", visible(name))));
    }
    let survey = context.survey(&project)?;
    let _documents = context.documents(&args.documents, &project, &survey);
    Err(Error::not_built("check"))
}
