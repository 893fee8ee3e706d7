//! `drogman diff`.

use std::collections::BTreeSet;

use super::address::Selection;
use super::since::Since;
use super::tasks::{self, tasks, unread};
use super::{Context, Error};
use crate::report::todo::{TaskList, Unread, task_text};
use crate::unit::State;
use crate::unit::assess::Assessed;

/// Show the words that changed under each stale translation
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Units (`monde/sommet#sommet-p2w7xk`, `monde/sommet:3.2`), documents, or folders of
    /// them; a catalog is its document in its language [default: all]
    #[arg(value_name = "ADDRESS|DOCUMENT")]
    pub(super) addresses: Vec<String>,
    /// Only units whose French or translation has changed since this branch left REF
    #[arg(long, value_name = "REF")]
    pub(super) since: Option<String>,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let project = context.project()?;
    let locales = context.locales(&project)?;
    let since = Since::load(args.since.as_deref(), &project, &locales, context)?;
    let mut survey = context.survey(&project)?;
    let selection = match args.addresses.is_empty() {
        true => Selection::all(),
        false => Selection::parse(&args.addresses, &project, &survey, context),
    };
    if selection.is_empty() {
        // Nothing that was named is there, which was told.
        return Ok(());
    }
    let texts = context.shared_texts(&project, &mut survey, &locales);
    let shared = texts.read(project.config.source.as_str());
    let shared = shared.by_locale();
    let visited = context.visit(&project, &mut survey, &locales, |page| {
        if !selection.touches(page.name) {
            return (Vec::new(), Vec::new(), Vec::new());
        }
        let positions = page.positions();
        let named = |at: usize| selection.naming(page, &page.units[at].id, Some(positions[at]));
        let found: Vec<usize> = (0..page.units.len()).flat_map(named).collect();
        let wanted = |at: usize, this: &Assessed<'_>| {
            matches!(this.state, State::Stale(_))
                && selection.holds_in(page, &page.units[at].id, Some(positions[at]), this.file.locale)
                && Since::holds(since.as_ref(), page, at, this)
        };
        let tasks: Vec<TaskList> =
            (0..locales.len()).flat_map(|locale| tasks(page, locale, &shared[locale], wanted)).collect();
        let unread: Vec<Unread> = (0..locales.len()).filter_map(|locale| unread(page, locale)).collect();
        (found, tasks, unread)
    })?;
    let style = context.out_style();
    let mut found = BTreeSet::new();
    let mut text = String::new();
    let mut count = 0;
    let mut left_out: Vec<_> = tasks::left_out(&project, &survey, |name| selection.touches(name)).collect();
    for (_, (named, tasks, unread)) in visited.rows {
        found.extend(named);
        left_out.extend(unread);
        for task in tasks.iter().flat_map(TaskList::tasks) {
            count += 1;
            task_text(&mut text, &task, &style);
        }
    }
    context.out.write_all(text.as_bytes())?;
    selection.report_unknown(&found, (&project, &survey, &visited.homes), context);
    if count == 0 && left_out.is_empty() {
        writeln!(context.out, "No translation is stale.")?;
    }
    for one in left_out {
        writeln!(context.out, "{one}")?;
    }
    Ok(())
}
