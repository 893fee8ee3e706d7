//! `drogman todo`.

use std::collections::BTreeSet;

use super::documents::Documents;
use super::since::Since;
use super::tasks::{self, tasks, unread};
use super::{Context, Error};
use crate::report::plural;
use crate::report::todo::{self, TaskList, Unread};
use crate::text::{Locale, quoted, visible};
use crate::unit::assess::Assessed;
use crate::unit::{Page, State};

/// List what is left to translate, check and correct
///
/// Each missing, stale, unverified or invalid unit with its file and line, its neighbours, the words to do,
/// and the very `# fr:` line to paste.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Documents to list, or folders of them; a catalog is its document in its language [default: all]
    #[arg(value_name = "DOCUMENT")]
    pub(super) documents: Vec<String>,
    /// Only units whose French or translation has changed since this branch left REF
    #[arg(long, value_name = "REF")]
    pub(super) since: Option<String>,
    /// The form of the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,
}

/// See [`Args::format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// One JSON object a line
    Jsonl,
    /// A list to tick off
    Markdown,
}

/// The obsolete units of a catalog that have a translation.
fn obsolete(page: &Page<'_>, locale: usize) -> Vec<String> {
    let strays = page.strays(locale).into_iter();
    let translated = strays.filter(|unit| unit.section.is_some() && unit.message.is_some());
    translated.map(|unit| unit.id.to_owned()).collect()
}

/// How many units of a page get their translation of `accept --proposal PAGE`; none if that would take the place of one.
fn proposed(page: &Page<'_>, locale: usize, tasks: &TaskList) -> usize {
    let of_more: BTreeSet<&str> =
        tasks.tasks().filter(|task| task.is_of_more).map(|task| task.unit.as_str()).collect();
    let units = page.units.iter().filter(|unit| !of_more.contains(&*unit.id));
    let units = units.filter_map(|unit| page.targets[locale].catalog.unit(&unit.id));
    let mut proposed = units.filter(|unit| unit.proposals().next().is_some()).peekable();
    let mut count = 0;
    while proposed.next_if(|unit| unit.message.is_none() && unit.broken().is_empty()).is_some() {
        count += 1;
    }
    if proposed.peek().is_none() { count } else { 0 }
}

/// What there is to do of a page in one locale.
#[derive(Default)]
struct Row {
    tasks: Option<TaskList>,
    unread: Option<Unread>,
    /// See [`obsolete`].
    old: Vec<String>,
    /// See [`proposed`].
    proposed: usize,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let project = context.project()?;
    let locales = context.locales(&project)?;
    let since = Since::load(args.since.as_deref(), &project, &locales, context)?;
    let mut survey = context.survey(&project)?;
    let documents = Documents::parse(&args.documents, &project, &survey, context);
    if documents.is_empty() {
        return Ok(());
    }
    let texts = context.shared_texts(&project, &mut survey, &locales);
    let shared = texts.read(project.config.source.as_str());
    let shared = shared.by_locale();
    let visited = context.visit(&project, &mut survey, &locales, |page| {
        if !documents.has(page.name) {
            return Vec::new();
        }
        let of = |locale: usize| {
            if !documents.has_in(page.name, &locales[locale]) {
                return Row::default();
            }
            let holds = |at, this: &Assessed<'_>| Since::holds(since.as_ref(), page, at, this);
            let tasks = tasks(page, locale, &shared[locale], holds);
            let is_new = |task: todo::Task<'_>| task.state == State::Missing && task.candidate.is_none();
            let may_be_old = tasks.iter().flat_map(TaskList::tasks).any(is_new);
            let old = if may_be_old { obsolete(page, locale) } else { Vec::new() };
            // What can't be read is told whatever a branch has changed: it may hold that.
            let of_page = tasks.as_ref().filter(|_| since.is_none());
            let proposed = of_page.map_or(0, |tasks| proposed(page, locale, tasks));
            Row { tasks, unread: unread(page, locale), old, proposed }
        };
        (0..locales.len()).map(of).collect::<Vec<_>>()
    })?;
    let mut by_locale: Vec<Vec<TaskList>> = locales.iter().map(|_| Vec::new()).collect();
    let mut left_out: Vec<_> = tasks::left_out(&project, &survey, |name| documents.has(name)).collect();
    let mut rewritten: Vec<String> = Vec::new();
    let mut proposals: Vec<(String, &Locale, usize)> = Vec::new();
    for (name, rows) in visited.rows {
        for ((row, all), locale) in rows.into_iter().zip(&mut by_locale).zip(&locales) {
            let Row { tasks, unread, old, proposed } = row;
            proposals.extend((proposed > 1).then(|| (name.clone(), locale, proposed)));
            if old.iter().any(|id| visited.homes.document_of(id).is_none()) && rewritten.last() != Some(&name)
            {
                rewritten.push(name.clone());
            }
            all.extend(tasks);
            left_out.extend(unread);
        }
    }
    let lists: Vec<TaskList> = by_locale.into_iter().flatten().collect();
    let style = context.out_style();
    let pieces: Box<dyn Iterator<Item = String>> = match args.format {
        Format::Text => Box::new(todo::text(&lists, &left_out, &style)),
        Format::Jsonl => Box::new(todo::jsonl(&lists)),
        Format::Markdown => Box::new(todo::markdown(&lists, &left_out)),
    };
    for piece in pieces {
        context.out.write_all(piece.as_bytes())?;
    }
    tell_proposals(&proposals, context);
    tell_rewritten(&rewritten, context);
    Ok(())
}

/// Says how all proposals of a page are taken over: those of the first of these pages, each with its locale.
fn tell_proposals(pages: &[(String, &Locale, usize)], context: &mut Context<'_>) {
    let Some(((page, locale, count), others)) = pages.split_first() else { return };
    let others: BTreeSet<&str> = others.iter().map(|(other, ..)| other.as_str()).collect();
    let more = match others.iter().filter(|other| *other != page).count() {
        0 => String::new(),
        more => format!(" (so for {})", plural(more, "more page")),
    };
    context.progress(&format!(
        "{}: {count} proposals in {locale}. Once they are read, if all fit: drogman accept --proposal {} --locale {locale}{more}",
        visible(page),
        quoted(page)
    ));
}

/// Says that a missing sentence may be one that is gone, of which these pages have translations.
fn tell_rewritten(pages: &[String], context: &mut Context<'_>) {
    let Some((first, others)) = pages.split_first() else { return };
    let more = match others.len() {
        0 => String::new(),
        more => format!(" and {}", plural(more, "more page")),
    };
    context.progress(&format!(
        "{}{more}: translations of sentences that are gone. If a missing one is such a sentence, rewritten: \
         drogman accept NEW --from GONE (drogman status --units {} lists both)",
        visible(first),
        quoted(first)
    ));
}
