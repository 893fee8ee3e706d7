//! `drogman build`.

mod absent;
mod anchors;
mod beside;
mod copies;
mod forbidden;
mod left;
mod pages;
mod slips;

use std::collections::BTreeSet;

use self::absent::Absent;
use self::anchors::Linking;
use self::beside::Naming;
use self::copies::copies;
use self::forbidden::forbidden;
use self::left::{Left, keep};
use self::pages::{Builder, Built, Row, policy};
use super::documents::Documents;
use super::{Context, Error, Exit};
use crate::config::{Config, join};
use crate::diagnostic::Diagnostic;
use crate::project::{FileError, Outcome, Outputs, Project, STATE_FOLDER, Survey};
use crate::report::manifest::{Manifest, ManifestDocument};
use crate::report::plural;
use crate::text::{Locale, visible};
use crate::unit::compose::{InFrench, Policy};

/// Assemble the translated documents
///
/// Writes the output folder and its manifest, and nothing else. Exits with 1 if a policy forbids a page.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Documents to build, or folders of them; a catalog is its document in its language [default: all]
    #[arg(value_name = "DOCUMENT")]
    pub(super) documents: Vec<String>,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let project = context.project()?;
    let config = &project.config;
    let wanted = context.built_locales(&project)?;
    let only_some = !context.global.locale.is_empty() || !args.documents.is_empty();
    let _lock = context.lock(&project, "build")?;
    project.sweep(&config.output);
    project.sweep(STATE_FOLDER);
    let mut survey = context.survey(&project)?;
    let documents = Documents::parse(&args.documents, &project, &survey, context);
    if documents.is_empty() {
        return Ok(());
    }
    let all = &config.targets;
    let policies: Vec<Policy> = all.iter().map(|locale| policy(config, locale)).collect();
    let texts = context.shared_texts(&project, &mut survey, all);
    let shared = texts.read(config.source.as_str());
    let shared = shared.by_locale();
    let forbidden = forbidden(&project, &survey, context);
    let (copies, is_said) = copies(&project, &wanted, !only_some, context);
    let mut outputs = Outputs::load(&project);
    outputs.begin(&planned(config, &survey, &copies))?;

    let builder = Builder {
        project: &project,
        documents: &documents,
        locales: &wanted,
        policies: &policies,
        shared: &shared,
        forbidden: &forbidden,
        outputs: &outputs,
    };
    let visited = context.visit(&project, &mut survey, all, |page| builder.build(page))?;
    let mut gathered = Gathered::new(all.len());
    for (name, row) in visited.rows {
        gathered.add(name, row, config, context);
    }
    gathered.copy(&copies, &project, &outputs, context);
    let last = if only_some || !survey.errors.is_empty() { last_manifest(&project) } else { None };
    gathered.left.add_documents((&project, &survey, last.as_ref()), &documents, &wanted);
    let Gathered { mut files, documents, left, hints, summary } = gathered;
    beside::tell(&project, &hints.naming, is_said, context);
    files.extend(left.pages().into_iter().filter(|page| outputs.is_there(page)).map(str::to_owned));
    let count = files.len();
    let mut removed = 0;
    if only_some {
        // What was not asked for stays as the last build left it.
        files.extend(last.iter().flat_map(|last| last.files.iter().cloned()));
    } else {
        removed = remove_outdated(&outputs, &files, context);
    }
    absent::tell(&hints.absent, &project, &survey, context);
    anchors::tell(&project, &survey, &hints.linking, context);
    left.tell(&outputs, context);
    slips::tell(hints.slips, context);
    let source = config.source.as_str().to_owned();
    let mut manifest = Manifest { version: 1, source, files: files.into_iter().collect(), documents };
    if let Some(last) = last {
        let stays = left.pages();
        keep(last, &project, &mut manifest, |page| only_some || stays.contains(page.path.as_str()));
    }
    if outputs.finish(manifest.json().as_bytes())? == Outcome::Foreign {
        context.warn_foreign(&join(&config.output, Outputs::MANIFEST));
    }
    summary.tell(count, removed, config, context)
}

/// All that a build may write, relative to the output folder.
fn planned(config: &Config, survey: &Survey, copies: &[(String, String)]) -> BTreeSet<String> {
    let pages = survey
        .documents
        .iter()
        .flat_map(|document| config.built_locales().map(|locale| output(config, locale, &document.path)));
    pages.chain(copies.iter().map(|(_, to)| to.clone())).collect()
}

/// Removes what earlier builds wrote and this one did not; gives how many files that were.
fn remove_outdated(outputs: &Outputs<'_>, files: &BTreeSet<String>, context: &mut Context<'_>) -> usize {
    let mut removed = 0;
    for file in outputs.outdated(files) {
        match outputs.remove(&file) {
            Ok(()) => removed += 1,
            Err(error) => context.report(error),
        }
    }
    removed
}

/// What became of all documents.
struct Gathered {
    /// Outputs that are ours, relative to the output folder.
    files: BTreeSet<String>,
    /// Those of them that the manifest lists by their documents.
    documents: Vec<ManifestDocument>,
    left: Left,
    hints: Hints,
    summary: Summary,
}

/// What is to be told once all pages are there.
#[derive(Default)]
struct Hints {
    /// Mistakes that are published all the same.
    slips: Vec<Diagnostic>,
    /// Pages that name files from their own folder.
    naming: Vec<Naming>,
    /// Links to pages that are not there.
    absent: Vec<Absent>,
    /// Pages with links to headings.
    linking: Vec<Linking>,
}

/// What the last lines of a build say.
struct Summary {
    /// How many files are new or have changed.
    written: usize,
    /// Whether a policy fails the run.
    failed: bool,
    /// What stands in French, by target locale.
    in_french: Vec<InFrench>,
}

impl Gathered {
    fn new(locales: usize) -> Gathered {
        Gathered {
            files: BTreeSet::new(),
            documents: Vec::new(),
            left: Left::default(),
            hints: Hints::default(),
            summary: Summary { written: 0, failed: false, in_french: vec![InFrench::default(); locales] },
        }
    }

    /// Adds what became of the document of this name, and says which of its pages are kept back.
    fn add(&mut self, name: String, row: Row, config: &Config, context: &mut Context<'_>) {
        for (locale, why, fails) in row.kept_back {
            if fails {
                self.summary.failed = true;
                context.raise(Exit::Findings);
            }
            context.progress(&format!("{} is not built in {locale}: {why}", visible(&name)));
        }
        self.hints.slips.extend(row.slips);
        self.hints.absent.extend(row.absent);
        self.hints.linking.extend(row.linking);
        row.unread.into_iter().for_each(|(unread, page)| self.left.add(unread, page));
        row.in_french.into_iter().for_each(|(at, units)| self.summary.in_french[at] += units);
        let mut pages = Vec::new();
        for Built { page, outcome } in row.built {
            if outcome.is_err() {
                // It was ours, or will be: it stays listed.
                self.files.insert(page.path.clone());
            }
            if self.written(&page.path, outcome, config, context) {
                pages.push(page);
            }
        }
        if !row.named.is_empty() {
            let page = join(&config.content, &row.path);
            let built = pages.iter().map(|page| page.path.clone()).collect();
            self.hints.naming.push(Naming { page, named: row.named, built });
        }
        if !pages.is_empty() {
            self.documents.push(ManifestDocument { document: name, path: row.path, locales: pages });
        }
    }

    /// Copies files: each from a path of the project to one below the output folder.
    fn copy(
        &mut self,
        copies: &[(String, String)],
        project: &Project,
        outputs: &Outputs<'_>,
        context: &mut Context<'_>,
    ) {
        for (from, to) in copies {
            let outcome = project.read_bytes(from).and_then(|bytes| outputs.write(to, &bytes));
            self.written(to, outcome, &project.config, context);
        }
    }

    /// Adds a file, and tells whether it is there as it should be.
    fn written(
        &mut self,
        path: &str,
        outcome: Result<Outcome, FileError>,
        config: &Config,
        context: &mut Context<'_>,
    ) -> bool {
        match outcome {
            Ok(Outcome::Foreign) => {
                context.warn_foreign(&join(&config.output, path));
                return false;
            }
            Ok(outcome) => self.summary.written += usize::from(outcome == Outcome::Written),
            Err(error) => {
                context.report(error);
                return false;
            }
        }
        self.files.insert(path.to_owned());
        true
    }
}

impl Summary {
    /// Says what stands in French, and how many files (`count`) are there now.
    fn tell(
        &self,
        count: usize,
        removed: usize,
        config: &Config,
        context: &mut Context<'_>,
    ) -> Result<(), Error> {
        let in_french = config.targets.iter().zip(&self.in_french);
        for (locale, units) in in_french.filter(|(_, units)| units.units() > 0) {
            context.progress(&format!("{locale}: {}", in_words(units, locale)));
        }
        let folder = if config.output.is_empty() { "." } else { &config.output };
        let gone = if removed > 0 { format!(", {removed} removed") } else { String::new() };
        let (files, written) = (plural(count, "file"), self.written);
        writeln!(context.out, "{files} in {}: {written} written{gone}.", visible(folder))?;
        if self.failed {
            context
                .progress("A policy of drogman.toml keeps pages back; `drogman todo` lists what they lack.");
        }
        Ok(())
    }
}

/// The path of an output, relative to the output folder.
fn output(config: &Config, locale: &Locale, path: &str) -> String {
    config.output_of(locale, path)
}

/// `3 sentences stand in French: 2 missing, 1 invalid`.
fn in_words(units: &InFrench, locale: &Locale) -> String {
    let whys = [
        (units.missing, "missing"),
        (units.invalid, "invalid"),
        (units.stale, "stale (build.stale)"),
        (units.unverified, "unverified"),
    ];
    let whys: Vec<String> =
        whys.iter().filter(|(count, _)| *count > 0).map(|(count, why)| format!("{count} {why}")).collect();
    let stand = if units.units() == 1 { "stands" } else { "stand" };
    let sentences = plural(units.units(), "sentence");
    format!("{sentences} {stand} in French: {} (drogman todo --locale {locale})", whys.join(", "))
}

/// What the last build says of its pages.
fn last_manifest(project: &Project) -> Option<Manifest> {
    let path = join(&project.config.output, Outputs::MANIFEST);
    project.read(&path).ok().and_then(|text| Manifest::parse(&text))
}
