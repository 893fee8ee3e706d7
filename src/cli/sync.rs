//! `drogman sync`.

use std::collections::BTreeMap;

use super::{Context, Error, Exit};
use crate::catalog::{self, Difference};
use crate::project::{FileError, Project, Survey};
use crate::report::plural;
use crate::report::sync::events;
use crate::text::{Locale, visible};
use crate::unit::plan::{self, FileChange, PagePlan};
use crate::unit::repeats::{Repeats, SentenceKey};

/// Bring the catalogs up to date with the source
///
/// Writes a stub for each new sentence, follows edited, moved and renamed ones, and touches no translation.
/// Says what happened to which sentence. Always of the whole project.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Change nothing, say which catalogs would; exit with 1 if something would change
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Read only to say that there are none.
    #[arg(hide = true)]
    documents: Vec<String>,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    if !context.global.locale.is_empty() {
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
    if !args.dry_run {
        project.sweep_catalogs(&survey);
    }
    let style = context.out_style();
    let locales: &[Locale] = &project.config.targets;
    let rows = context.visit(&project, &mut survey, locales, |page| {
        let findings = page.targets.iter().map(|target| target.findings.len()).sum::<usize>();
        let plan = match plan::page_plan(page) {
            Some(plan) => Ok(plan),
            None => Err(SentenceKey::of_page(page)),
        };
        (plan, events(page, &style), findings, page.document.untranslated.clone())
    })?;
    let findings: usize = rows.rows.iter().map(|(_, row)| row.2).sum();
    let mut planned: Vec<(String, Result<PagePlan, Vec<SentenceKey>>)> = Vec::new();
    let mut html = Vec::new();
    for (name, (plan, events, _, untranslated)) in rows.rows {
        context.out.write_all(events.as_bytes())?;
        planned.push((name, plan));
        html.extend(untranslated);
    }
    let repeats = repeats(&planned, &project);
    let pages: Vec<PagePlan> = planned.into_iter().filter_map(|(_, plan)| plan.ok()).collect();
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
        for (file, what) in &writes.files {
            writeln!(context.out, "{}  {what}", visible(file))?;
        }
        context.raise(Exit::Findings);
    }
    let left_out = left_out(&survey);
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
    context.untranslated(&html);
    if findings > 0 {
        let what =
            if findings == 1 { "1 thing that is".to_owned() } else { format!("{findings} things that are") };
        context.progress(&format!(
            "The catalogs hold {what} not as they should be; `drogman check` tells them."
        ));
    }
    Ok(())
}

/// What the catalogs can't follow, as it can't be read.
fn left_out(survey: &Survey) -> Option<String> {
    const LISTED: usize = 8;
    let files: Vec<&str> = survey.errors.iter().map(|error| error.file.as_str()).collect();
    let shown: Vec<_> = files.iter().take(LISTED).map(|file| visible(file)).collect();
    let more = files.len() - shown.len();
    let more = if more > 0 { format!(" and {}", plural(more, "more file")) } else { String::new() };
    (!files.is_empty()).then(|| {
        format!("Left out: {}{more}. Mend what can't be read, then run this again.\n", shown.join(", "))
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
    repeats
}

/// The writes of a plan, as they come.
#[derive(Default)]
struct Writes {
    /// The files, and what would become of each.
    files: BTreeMap<String, String>,
    step: usize,
    /// Whether anything leaves a target catalog.
    moves: bool,
    failed: bool,
    stopped: bool,
}

impl Writes {
    /// Takes note of a change; gives whether it is to be made.
    fn is_next(&mut self, step: usize, change: &FileChange) -> bool {
        self.files.entry(change.file.clone()).or_default();
        self.moves |= step == plan::LEAVE;
        if step > self.step {
            self.step = step;
            // What moves is not taken away where it could not be put.
            self.stopped |= self.failed && self.moves;
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
