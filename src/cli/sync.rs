//! `drogman sync`.

use std::collections::{BTreeMap, BTreeSet};

use super::garbled;
use super::untranslated::untranslated;
use super::{Context, Error, Exit};
use crate::catalog::{self, Difference};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Untranslated;
use crate::project::{FileError, Project, Survey};
use crate::report::plural;
use crate::report::sync::{events, lacking};
use crate::text::{LineIndex, Locale, quoted, visible};
use crate::unit::by_hand::by_hand;
use crate::unit::plan::{self, FileChange, PagePlan, Step};
use crate::unit::repeats::{Repeats, SentenceKey};
use crate::unit::track::{Origin, Tracked};
use crate::unit::{CatalogFile, Page, Presence};

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
    if !args.locale.is_empty() || !context.global.locale.is_empty() {
        return Err(Error::usage("`sync` is always of the whole project, without --locale"));
    }
    if let Some(document) = args.documents.first() {
        let document = visible(document);
        let error = Error::usage(format!("`sync` is always of the whole project, without `{document}`"));
        return Err(error.help("a sentence may have come from any other page: drogman sync"));
    }
    let project = context.project()?;
    let _lock = if args.dry_run { None } else { Some(context.lock(&project, "sync")?) };
    let mut survey = context.survey(&project)?;
    context.warn_left_locales(&project, &survey);
    if !args.dry_run {
        project.sweep_catalogs(&survey);
    }
    // Said once, before there is a catalog.
    let is_new = |locale: &&Locale| !survey.catalogs.iter().any(|catalog| catalog.locale == **locale);
    for locale in project.config.targets.iter().filter(is_new) {
        context.doubt(locale);
    }
    let style = context.out_style();
    let locales: &[Locale] = &project.config.targets;
    let rows = context.visit(&project, &mut survey, locales, |page| {
        let findings = page.targets.iter().map(own_findings).sum::<usize>();
        let plan = match plan::page_plan(page) {
            Some(plan) => Ok(plan),
            None => Err(SentenceKey::of_page(page)),
        };
        let lacking = if plan.is_ok() { lacking(page) } else { Vec::new() };
        let told = Told {
            events: events(page, &lacking, &style),
            untranslated: untranslated(page, &project.config),
            findings: told_before(page),
            may_be_rewritten: may_be_rewritten(page),
        };
        (plan, findings, told, Moves::of(page))
    })?;
    let findings: usize = rows.rows.iter().map(|(_, row)| row.1).sum();
    let held = held(rows.rows.iter().map(|(name, row)| (name.as_str(), &row.3)));
    let mut planned: Vec<(String, Result<PagePlan, Vec<SentenceKey>>)> = Vec::new();
    let mut html = Vec::new();
    let mut rewritten = false;
    for (name, (plan, _, told, _)) in rows.rows {
        html.extend(told.untranslated);
        context.warn(&told.findings);
        if held.contains(&name) {
            continue;
        }
        rewritten |= told.may_be_rewritten;
        context.out.write_all(told.events.as_bytes())?;
        planned.push((name, plan));
    }
    let repeats = repeats(&planned, &project);
    let pages: Vec<PagePlan> = planned.into_iter().filter_map(|(_, plan)| plan.ok()).collect();
    let typed: usize = pages.iter().map(PagePlan::typed).sum();
    let mut writes = Writes::default();
    plan::each(&pages, project.config.source.as_str(), &repeats, &mut |step, change| match (
        writes.is_next(step, &change),
        args.dry_run,
    ) {
        (_, true) => writes.announce(&change, &project),
        (true, false) => writes.write(&change, &project, context),
        (false, false) => {}
    });
    drop(pages);
    let count = writes.files.len();
    if args.dry_run && count > 0 {
        for (file, what) in in_order_of_locales(&writes.files, &project) {
            writeln!(context.out, "{}  {what}", visible(file))?;
        }
        context.raise(Exit::Findings);
    }
    let left_out = left_out(&survey, &held);
    let line = match (count, args.dry_run) {
        (0, false) if writes.failed => "No catalog could be written.".to_owned(),
        (0, _) if left_out.is_some() => "All other catalogs are up to date.".to_owned(),
        (0, _) => "The catalogs are up to date.".to_owned(),
        (1, false) => "1 catalog written.".to_owned(),
        (count, false) => format!("{count} catalogs written."),
        (1, true) => "1 catalog would be written.".to_owned(),
        (count, true) => format!("{count} catalogs would be written."),
    };
    writeln!(context.out, "{}{line}", left_out.unwrap_or_default())?;
    if args.hook {
        stop_commit(&writes, &project, context);
    }
    if rewritten && !args.dry_run {
        context.progress(
            "If a new sentence is one that is gone, rewritten: `drogman accept NEW --from GONE` moves its translation.",
        );
    }
    if typed > 0 {
        let units = if typed == 1 { "1 unit".to_owned() } else { format!("{typed} units") };
        let source = project.config.source.as_str();
        let what = if args.dry_run { "would be kept" } else { "are kept" };
        context.progress(&format!(
            "In {units} without a translation, the line `# {source}: …` held other words than the French: they {what} \
             above it, as `# note: …`. A translation goes under that line, as: id = translation."
        ));
    }
    context.untranslated(&html);
    if findings > 0 {
        let what = match findings {
            1 => "1 thing that is not as it should be; `drogman check` tells it".to_owned(),
            _ => format!("{findings} things that are not as they should be; `drogman check` tells them"),
        };
        context.progress(&format!("The catalogs hold {what}."));
    }
    Ok(())
}

/// How many mistakes a catalog has; that both sides of a conflict have a unit is none of its own.
fn own_findings(catalog: &&CatalogFile<'_>) -> usize {
    let comes_of_conflict = |rule: &str| catalog.catalog.conflicted && rule == "duplicate-unit";
    catalog.findings.iter().filter(|finding| !comes_of_conflict(finding.rule)).count()
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

/// The files as the settings name their locales, the French ones first.
fn in_order_of_locales<'w>(
    files: &'w BTreeMap<String, String>,
    project: &Project,
) -> Vec<(&'w String, &'w String)> {
    let mut files: Vec<_> = files.iter().collect();
    files.sort_by_key(|(file, _)| project.order_of(file));
    files
}

/// What is told of a page.
struct Told {
    events: String,
    untranslated: Vec<Untranslated>,
    /// What can't be read of the document, so that it is followed otherwise than its author means, and words that make
    /// room for the French.
    findings: Vec<Diagnostic>,
    may_be_rewritten: bool,
}

/// What can't be read of a document, and what a person wrote into its source catalog.
fn told_before(page: &Page<'_>) -> Vec<Diagnostic> {
    let as_warning = |finding: &Diagnostic| Diagnostic { severity: Severity::Warning, ..finding.clone() };
    let mut told: Vec<Diagnostic> =
        page.findings.iter().chain(&garbled::of_page(page)).map(as_warning).collect();
    let by_hand = by_hand(page);
    if !by_hand.is_empty() {
        let lines = LineIndex::new(page.source.catalog.text);
        told.extend(by_hand.iter().map(|one| one.kept(page, &lines)));
    }
    told
}

/// What ties a page to others.
struct Moves {
    /// The pages that sentences came from.
    from: BTreeSet<String>,
    /// Whether a target catalog of it can't be read.
    is_unread: bool,
}

impl Moves {
    fn of(page: &Page<'_>) -> Moves {
        Moves {
            from: page.units.iter().filter_map(|unit| unit.from().map(str::to_owned)).collect(),
            is_unread: page.targets.iter().any(|target| target.presence == Presence::Unreadable),
        }
    }
}

/// The pages between which sentences move, where a catalog of one can't be read: its translations could not move along,
/// and nobody would know later that they had to.
fn held<'p>(pages: impl Iterator<Item = (&'p str, &'p Moves)>) -> BTreeSet<String> {
    let mut beside: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut to_do = Vec::new();
    for (name, moves) in pages {
        to_do.extend(moves.is_unread.then_some(name));
        for from in &moves.from {
            beside.entry(name).or_default().push(from);
            beside.entry(from).or_default().push(name);
        }
    }
    let mut held = BTreeSet::new();
    while let Some(name) = to_do.pop() {
        if let Some(others) = beside.remove(name) {
            held.insert(name.to_owned());
            to_do.extend(others);
        }
    }
    held
}

/// Whether a page has lost a sentence and has a new one, which may be it for a person.
fn may_be_rewritten(page: &Page<'_>) -> bool {
    let is_born = |unit: &Tracked| matches!(unit.origin(), Origin::Born { .. });
    page.changed && !page.gone.is_empty() && page.units.iter().any(is_born)
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
fn repeats(planned: &[(String, Result<PagePlan, Vec<SentenceKey>>)], project: &Project) -> Repeats {
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

/// The writes of a plan, as they come.
#[derive(Default)]
struct Writes {
    /// The files, and what would become of each.
    files: BTreeMap<String, String>,
    step: Step,
    /// Whether anything leaves a target catalog.
    moves: bool,
    failed: bool,
    stopped: bool,
}

impl Writes {
    /// Takes note of a change; gives whether it is to be made.
    fn is_next(&mut self, step: Step, change: &FileChange) -> bool {
        self.moves |= step == Step::Leave;
        if step > self.step {
            self.step = step;
            // What moves is not taken away where it could not be put.
            self.stopped |= self.failed && self.moves;
        }
        if !self.stopped {
            self.files.entry(change.file.clone()).or_default();
        }
        !self.stopped
    }

    /// A file that can't be written is reported, and the rest is done, as far as nothing can be lost by it.
    fn write(&mut self, change: &FileChange, project: &Project, context: &mut Context<'_>) {
        if let Err(error) = write_one(change, project) {
            self.failed = true;
            self.files.remove(&change.file);
            context.report(error);
        }
    }

    /// Notes what would change in a file. One that two steps write is to hold what the last one says.
    fn announce(&mut self, change: &FileChange, project: &Project) {
        let (source, file) = (project.config.source.as_str(), change.file.as_str());
        let what = match (project.read(file), &change.text) {
            (_, None) => "would be removed".to_owned(),
            (Err(_), Some(new)) => format!("would be made: {}", Difference::of_new(new)),
            (Ok(old), Some(new)) => {
                let (old, new) = (catalog::read(file, &old, source).0, catalog::read(file, new, source).0);
                format!("would change: {}", Difference::between(&old, &new))
            }
        };
        self.files.insert(file.to_owned(), what);
    }
}

fn write_one(change: &FileChange, project: &Project) -> Result<(), FileError> {
    match &change.text {
        Some(text) => project.write(&change.file, text.as_bytes()).map(|_| ()),
        None => project.remove(&change.file, &project.config.catalogs),
    }
}
