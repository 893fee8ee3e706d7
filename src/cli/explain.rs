//! `drogman explain`.

use super::{Context, Error};
use crate::check::{RULES, rule};
use crate::text::{nearest, visible};

/// Explain a rule of `drogman check`
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The rule; without one, all are listed
    #[arg(value_name = "RULE")]
    pub(super) rule: Option<String>,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let Some(name) = &args.rule else {
        for rule in RULES {
            writeln!(context.out, "{}: {}", rule.name, rule.what)?;
        }
        return Ok(());
    };
    let Some(rule) = rule(name) else {
        let error = Error::usage(format!("there is no rule `{}`", visible(name)));
        return Err(match nearest(name, RULES.iter().map(|rule| rule.name)) {
            Some(meant) => error.help(format!("did you mean `{meant}`?")),
            None => error.help("`drogman check --list-rules` lists them"),
        });
    };
    write!(context.out, "{}", rule.explain())?;
    Ok(())
}
