//! `drogman show`.

use super::address::Selection;
use super::tasks::units;
use super::{Context, Error};
use crate::report::{self, show::Shown};
use crate::text::visible;

/// Show one unit in every locale, with its neighbours
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The unit: `monde/sommet#sommet-p2w7xk`, `monde/sommet:3.2`, or its id alone
    #[arg(value_name = "ADDRESS")]
    pub(super) address: String,
    /// The form of the report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,
}

/// See [`Args::format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// For scripts, versioned
    Json,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let project = context.project()?;
    let locales = context.locales(&project)?;
    let mut survey = context.survey(&project)?;
    let selection = Selection::parse(std::slice::from_ref(&args.address), &project, &survey, context);
    let texts = context.shared_texts(&project, &mut survey, &locales);
    let shared = texts.read(project.config.source.as_str());
    let shared = shared.by_locale();
    let visited = context.visit(&project, &mut survey, &locales, |page| {
        if !selection.touches(page.name) {
            return Vec::new();
        }
        let positions = page.positions();
        let named = |at: usize| selection.names_unit(page, &page.units[at].id, Some(positions[at]));
        (0..page.units.len())
            .filter(|&at| named(at))
            .map(|at| Shown {
                document: page.name.to_owned(),
                unit: page.units[at].id.to_string(),
                address: page.address(positions[at]),
                kind: page.document.blocks[page.segments[at].block].kind.as_str(),
                before: at.checked_sub(1).map(|before| page.sentence(before).to_owned()),
                french: page.sentence(at).to_owned(),
                after: page.segments.get(at + 1).map(|after| after.text.to_owned()),
                locales: (0..locales.len())
                    .flat_map(|locale| units(page, locale, &shared[locale], |other, _| other == at))
                    .collect(),
            })
            .collect()
    })?;
    let shown: Vec<Shown> = visited.rows.into_iter().flat_map(|(_, shown)| shown).collect();
    match shown.as_slice() {
        [] => {
            if context.exit == super::Exit::Done {
                let error = Error::usage(format!("`{}` names no unit of today", visible(&args.address)));
                context.report(error.help(
                    "an address is DOCUMENT#ID or DOCUMENT:BLOCK.SENTENCE, as `drogman status --units` prints them",
                ));
            }
        }
        [one] => {
            let text = match args.format {
                Format::Text => report::show::text(one, &context.out_style()),
                Format::Json => report::show::json(one),
            };
            context.out.write_all(text.as_bytes())?;
        }
        [first, ..] => {
            let error = Error::usage(format!("`{}` is an id of several documents", visible(&args.address)));
            context.report(error.help(format!(
                "name one of them: {}#{}",
                visible(&first.document),
                first.unit
            )));
        }
    }
    Ok(())
}
