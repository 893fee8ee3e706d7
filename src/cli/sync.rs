//! `drogman sync`.

mod mistakes;
mod page;
mod writes;

use std::collections::BTreeSet;

use self::page::{Row, held};
use self::writes::Writes;
use super::{Context, Error, Exit};
use crate::catalog::{self, Catalog};
use crate::document::Untranslated;
use crate::project::{Homes, Project, SharedFiles, Survey, Visited};
use crate::report::plural;
use crate::text::{Locale, quoted, visible};
use crate::unit::plan::{self, PagePlan};
use crate::unit::repeats::{Repeats, SentenceKey};
use crate::unit::{Page, findings_of_shared};

/// Bring the catalogs up to date with the source
///
/// Writes a stub for each new sentence, follows edited, moved and renamed ones, and touches no translation.
/// Says what happened to which sentence. Always of the whole project.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Change nothing, say which catalogs would; exit with 1 if something would change
    #[arg(long)]
    pub(super) dry_run: bool,
    /// For a hook before commits: exit with 1, and say what to `git add`, if a catalog was written or git does
    /// not have it yet
    #[arg(long, conflicts_with = "dry_run")]
    pub(super) hook: bool,
    /// Read only to say that there are none.
    #[arg(hide = true)]
    documents: Vec<String>,
    /// That of every command, which this one refuses.
    #[arg(long, hide = true)]
    locale: Vec<String>,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    refuse_parts(args, context)?;
    let project = context.project()?;
    let _lock = if args.dry_run { None } else { Some(context.lock(&project, "sync")?) };
    let mut survey = context.survey(&project)?;
    context.warn_left_locales(&project, &survey);
    context.warn(survey.marked().as_slice());
    if !args.dry_run {
        project.sweep_catalogs(&survey);
    }
    doubt_new_locales(&project, &survey, context);
    let style = context.out_style();
    let is_known = survey.catalogs.iter().any(|catalog| catalog.locale == project.config.source);
    let targets = &project.config.targets;
    // It writes none of them, so that one which can't be read keeps it from nothing.
    let texts = project.all_shared_texts(&survey, targets);
    let files = texts.as_ref().map(|texts| texts.read(project.config.source.as_str()));
    let shared = files.as_ref().map(SharedFiles::by_locale);
    let visit = |page: &Page<'_>| Row::of(page, is_known, &project.config, shared.as_deref(), &style);
    let Visited { rows, homes } = context.visit(&project, &mut survey, targets, visit)?;
    let mistakes = mistakes_of(&rows, &homes, files.as_ref().zip(shared.as_deref()), targets);
    let held = held(&rows);
    let (planned, said) = tell(rows, &held, context)?;
    let (writes, typed) = write(planned, args.dry_run, &project, context);
    if args.dry_run {
        announce(&writes, &project, context)?;
    }
    let left_out = left_out(&survey, &held);
    let line = written(&writes, args.dry_run, left_out.is_some());
    writeln!(context.out, "{}{line}", left_out.unwrap_or_default())?;
    if args.hook {
        stop_commit(&writes, &project, context);
    }
    if said.may_be_rewritten && !args.dry_run {
        context.progress(
            "If a new sentence is one that is gone, rewritten: `drogman accept NEW --from GONE` moves its translation.",
        );
    }
    tell_typed(typed, args.dry_run, &project, context);
    context.untranslated(&said.untranslated);
    tell_mistakes(mistakes, context);
    Ok(())
}

/// `sync` takes no documents and no locales: says so to whoever names some.
fn refuse_parts(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    if !args.locale.is_empty() || !context.global.locale.is_empty() {
        return Err(Error::usage("`sync` is always of the whole project, without --locale"));
    }
    let Some(document) = args.documents.first() else { return Ok(()) };
    let document = visible(document);
    let error = Error::usage(format!("`sync` is always of the whole project, without `{document}`"));
    Err(error.help("a sentence may have come from any other page: drogman sync"))
}

/// How many mistakes the catalogs have, the shared files with them, if these are known.
fn mistakes_of(
    rows: &[(String, Row)],
    homes: &Homes,
    shared: Option<(&SharedFiles<'_>, &[Vec<&Catalog<'_>>])>,
    targets: &[Locale],
) -> usize {
    let arriving: BTreeSet<&str> =
        rows.iter().flat_map(|(_, row)| row.arriving.iter().map(String::as_str)).collect();
    let of_pages = mistakes::of_pages(rows.iter().map(|(_, row)| &row.mistakes), homes, &arriving);
    let of_locale = |(locale, files): (&Locale, &Vec<&Catalog<'_>>)| findings_of_shared(locale, files).len();
    let of_shared = shared.map_or(0, |(files, read)| {
        files.findings.len() + targets.iter().zip(read).map(of_locale).sum::<usize>()
    });
    of_pages + of_shared
}

/// Asks about languages that are called oddly; said once, before there is a catalog.
fn doubt_new_locales(project: &Project, survey: &Survey, context: &mut Context<'_>) {
    let is_new = |locale: &&Locale| !survey.catalogs.iter().any(|catalog| catalog.locale == **locale);
    for locale in project.config.targets.iter().filter(is_new) {
        context.doubt(locale);
    }
}

/// What is to be written of a page (see [`Row::plan`]), by its name.
type Planned = (String, Result<PagePlan, Vec<SentenceKey>>);

/// What is said at the end, of all pages.
#[derive(Default)]
struct Said {
    untranslated: Vec<Untranslated>,
    may_be_rewritten: bool,
}

/// Tells what happened to which sentence, and gives what is to be written: of the pages that are not held.
fn tell(
    rows: Vec<(String, Row)>,
    held: &BTreeSet<String>,
    context: &mut Context<'_>,
) -> Result<(Vec<Planned>, Said), Error> {
    let (mut planned, mut said) = (Vec::new(), Said::default());
    for (name, row) in rows {
        said.untranslated.extend(row.untranslated);
        context.warn(&row.findings);
        if !held.contains(&name) {
            said.may_be_rewritten |= row.may_be_rewritten;
            context.out.write_all(row.events.as_bytes())?;
            planned.push((name, row.plan));
        }
    }
    Ok((planned, said))
}

/// Makes the changes, or only takes note of them; gives how many units had words in the place of their French, too.
fn write(
    planned: Vec<Planned>,
    dry_run: bool,
    project: &Project,
    context: &mut Context<'_>,
) -> (Writes, usize) {
    let repeats = repeats(&planned, project);
    let pages: Vec<PagePlan> = planned.into_iter().filter_map(|(_, plan)| plan.ok()).collect();
    let mut writes = Writes::default();
    plan::each(&pages, project.config.source.as_str(), &repeats, &mut |step, change| match (
        writes.is_next(step, &change),
        dry_run,
    ) {
        (_, true) => writes.announce(&change, project),
        (true, false) => writes.write(&change, project, context),
        (false, false) => {}
    });
    (writes, pages.iter().map(PagePlan::typed).sum())
}

/// Says which catalogs would change, and how; the French ones first, the others as the settings name their locales.
fn announce(writes: &Writes, project: &Project, context: &mut Context<'_>) -> Result<(), Error> {
    let mut files: Vec<_> = writes.files.iter().collect();
    files.sort_by_key(|(file, _)| project.order_of(file));
    for (file, what) in &files {
        writeln!(context.out, "{}  {what}", visible(file))?;
    }
    if !files.is_empty() {
        context.raise(Exit::Findings);
    }
    Ok(())
}

/// How many catalogs were written.
fn written(writes: &Writes, dry_run: bool, are_some_left_out: bool) -> String {
    match (writes.files.len(), dry_run) {
        (0, false) if writes.failed => "No catalog could be written.".to_owned(),
        (0, _) if are_some_left_out => "All other catalogs are up to date.".to_owned(),
        (0, _) => "The catalogs are up to date.".to_owned(),
        (count, false) => format!("{} written.", plural(count, "catalog")),
        (count, true) => format!("{} would be written.", plural(count, "catalog")),
    }
}

/// Says that words in the place of the French were kept, in so many units.
fn tell_typed(units: usize, dry_run: bool, project: &Project, context: &mut Context<'_>) {
    if units == 0 {
        return;
    }
    let (units, source) = (plural(units, "unit"), project.config.source.as_str());
    let what = if dry_run { "would be kept" } else { "are kept" };
    context.progress(&format!(
        "In {units} without a translation, the line `# {source}: …` held other words than the French: they {what} \
         above it, as `# note: …`. A translation goes under that line, as: id = translation."
    ));
}

/// Says how many mistakes the catalogs have, and who tells them.
fn tell_mistakes(count: usize, context: &mut Context<'_>) {
    let what = match count {
        0 => return,
        1 => "1 thing that is not as it should be; `drogman check` tells it".to_owned(),
        _ => format!("{count} things that are not as they should be; `drogman check` tells them"),
    };
    context.progress(&format!("The catalogs hold {what}."));
}

/// Stops a commit that would lack catalogs. Those that an earlier run wrote and nobody has staged are told, too: else
/// the second commit would pass without them.
fn stop_commit(writes: &Writes, project: &Project, context: &mut Context<'_>) {
    // Without a repository there is nothing to add to.
    let index = context.index.as_ref().map(|index| context.current.join(index));
    let mut files = project.catalogs_not_in_git(index.as_deref()).unwrap_or_default();
    files.extend(writes.files.keys().cloned());
    if files.is_empty() {
        return;
    }
    let folder = context.folder_from_here(project.root());
    let path = |file: &String| match folder.as_str() {
        "" => format!("\n  git add {}", quoted(file)),
        folder => format!("\n  git add {}", quoted(&format!("{folder}/{file}"))),
    };
    let lines: String = files.iter().map(path).collect();
    // Also with --quiet: it is why the hook fails. Where standard error is gone, the exit status says it.
    let _ = writeln!(context.err, "The commit lacks catalogs. Add them, then commit again:{lines}");
    context.raise(Exit::Findings);
}

/// What the catalogs can't follow, as it can't be read.
fn left_out(survey: &Survey, held: &BTreeSet<String>) -> Option<String> {
    const LISTED: usize = 8;
    let files: Vec<&str> = survey.errors.iter().map(|error| error.file.as_str()).collect();
    let shown: Vec<_> = files.iter().take(LISTED).map(|file| visible(file)).collect();
    let more = files.len() - shown.len();
    let more = if more > 0 { format!(" and {}", plural(more, "more file")) } else { String::new() };
    (!files.is_empty()).then(|| {
        let waits = match held.iter().take(LISTED).map(|name| visible(name)).collect::<Vec<_>>() {
            names if names.is_empty() => String::new(),
            names => format!(" Sentences that moved wait for that: {}.", names.join(", ")),
        };
        format!(
            "Left out: {}{more}.{waits} Mend what can't be read, then run this again.\n",
            shown.join(", ")
        )
    })
}

/// What the project says already for the sentences of new units. Of pages that do not change, those
/// catalogs are read again that hold such a sentence.
fn repeats(planned: &[Planned], project: &Project) -> Repeats {
    let source = project.config.source.as_str();
    let changed = planned.iter().filter_map(|(_, plan)| plan.as_ref().ok());
    let mut repeats = Repeats::wanted(changed.flat_map(PagePlan::new_sentences));
    if repeats.is_empty() {
        return repeats;
    }
    for (name, plan) in planned {
        let sentences = match plan {
            Ok(page) => {
                page.repeat(source, &mut repeats);
                continue;
            }
            Err(sentences) => sentences,
        };
        if !sentences.iter().any(|&sentence| repeats.waits_for(sentence)) {
            continue;
        }
        for locale in &project.config.targets {
            let file = project.config.catalog_path(locale, name);
            // One that can't be read was told already, and has nothing to offer.
            if let Ok(text) = project.read(&file) {
                repeats.add(locale.as_str(), &catalog::read(&file, &text, source).0);
            }
        }
    }
    repeats.found()
}
