//! `drogman explain`.

mod words;

use std::fmt::Write as _;

use self::words::{WORDS, Word};
use super::no_project::NoProject;
use super::{Context, Error};
use crate::check::{RULES, Rule, rule};
use crate::text::{nearest, visible};

/// Explain a rule of `drogman check`, a group of rules, or a word of its reports
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The rule, or a word of a report: `stale`; without one, all rules are listed
    #[arg(value_name = "RULE")]
    pub(super) rule: Option<String>,
    #[command(flatten)]
    pub(super) no_project: NoProject,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    args.no_project.tell("explain", context);
    let Some(name) = &args.rule else { return Ok(context.out.write_all(list().as_bytes())?) };
    let asked = name.trim().to_lowercase();
    let of_group: Vec<&Rule> = RULES.iter().filter(|rule| rule.group.as_str() == asked).collect();
    let text = if let Some(rule) = rule(&asked) {
        rule.explain()
    } else if let Some(Word { word, kind, means }) = WORDS.iter().find(|word| word.word == asked) {
        format!("{word} ({kind})\n\n{means}\n")
    } else if !of_group.is_empty() {
        lines(&of_group)
    } else {
        let error = Error::usage(format!("there is no rule `{}`", visible(name)));
        let known = RULES.iter().map(|rule| rule.name).chain(WORDS.iter().map(|word| word.word));
        return Err(match nearest(name, known) {
            Some(meant) => error.help(format!("did you mean `{meant}`?")),
            None => error.help("`drogman explain` lists the rules"),
        });
    };
    Ok(context.out.write_all(text.as_bytes())?)
}

/// All rules, one a line, by group.
pub(super) fn list() -> String {
    lines(&RULES.iter().collect::<Vec<_>>())
}

/// These rules, one a line, by group.
fn lines(rules: &[&Rule]) -> String {
    let mut out = String::new();
    for group in rules.chunk_by(|a, b| a.group == b.group) {
        let _ = writeln!(out, "{}", group[0].group.as_str());
        for rule in group {
            let _ = writeln!(out, "  {:<17} {:<15} {}", rule.name, rule.severities(), rule.what);
        }
    }
    out
}
