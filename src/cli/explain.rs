//! `drogman explain`.

use std::fmt::Write as _;

use super::no_project::NoProject;
use super::{Context, Error};
use crate::check::{RULES, rule};
use crate::text::{nearest, visible};

/// Explain a rule of `drogman check`
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The rule; without one, all are listed
    #[arg(value_name = "RULE")]
    pub(super) rule: Option<String>,
    #[command(flatten)]
    pub(super) no_project: NoProject,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    args.no_project.tell("explain", context);
    let Some(name) = &args.rule else { return Ok(context.out.write_all(list().as_bytes())?) };
    let Some(rule) = rule(name) else {
        let error = Error::usage(format!("there is no rule `{}`", visible(name)));
        return Err(match nearest(name, RULES.iter().map(|rule| rule.name)) {
            Some(meant) => error.help(format!("did you mean `{meant}`?")),
            None => error.help("`drogman explain` lists the rules"),
        });
    };
    Ok(context.out.write_all(rule.explain().as_bytes())?)
}

/// All rules, one a line, by group.
pub(super) fn list() -> String {
    let mut out = String::new();
    for group in RULES.chunk_by(|a, b| a.group == b.group) {
        let _ = writeln!(out, "{}", group[0].group.as_str());
        for rule in group {
            let _ = writeln!(out, "  {:<17} {:<15} {}", rule.name, rule.severities(), rule.what);
        }
    }
    out
}
