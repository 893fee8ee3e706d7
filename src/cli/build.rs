//! `drogman build`.

mod copies;
mod left;
mod slips;

use std::collections::{BTreeMap, BTreeSet};

use unic_langid::CharacterDirection;

use self::copies::copies;
use self::left::{Left, keep};
use super::{Context, Error, Exit, Kind};
use crate::catalog::{Catalog, Isolating};
use crate::config::{Config, MissingPolicy, StalePolicy, join};
use crate::diagnostic::Diagnostic;
use crate::project::{FileError, Outcome, Outputs, Project, STATE_FOLDER, Survey};
use crate::report::manifest::{Manifest, ManifestDocument, ManifestPage};
use crate::report::plural;
use crate::text::{Locale, visible};
use crate::unit::compose::{InFrench, Missing, NotBuilt, Policy, Stale, compose, title};
use crate::unit::{Figures, Page, State};

/// Assemble the translated documents
///
/// Writes the output folder and its manifest, and nothing else. Exits with 1 if a policy forbids a page.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Documents to build, or folders of them; a catalog is its document in its language [default: all]
    #[arg(value_name = "DOCUMENT")]
    pub(super) documents: Vec<String>,
}

/// A page of one locale, as it was written.
struct Built {
    page: ManifestPage,
    outcome: Result<Outcome, FileError>,
}

/// What became of a document.
#[derive(Default)]
struct Row {
    path: String,
    built: Vec<Built>,
    /// Pages that a policy keeps back: locale, why, whether the run fails.
    kept_back: Vec<(String, String, bool)>,
    /// Catalogs that could not be read, and the outputs that stay as they are for that.
    unread: Vec<(String, String)>,
    /// Locale, by its index, and how many sentences stand in French in its page.
    in_french: Vec<(usize, InFrench)>,
    /// Mistakes that are published all the same.
    slips: Vec<Diagnostic>,
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
    let documents = context.documents(&args.documents, &project, &survey);
    if documents.is_empty() {
        return Ok(());
    }
    let all = &config.targets;
    let policies: Vec<Policy> = all.iter().map(|locale| policy(config, locale)).collect();
    let texts = context.shared_texts(&project, &mut survey, all);
    let shared = texts.read(config.source.as_str());
    let shared = shared.by_locale();
    let forbidden = forbidden_outputs(&project, &survey, context);
    let copies = copies(&project, &wanted, !only_some, context);
    let mut outputs = Outputs::load(&project);
    let planned = survey
        .documents
        .iter()
        .flat_map(|document| config.built_locales().map(|locale| output(config, locale, &document.path)))
        .chain(copies.iter().map(|(_, to)| to.clone()))
        .collect();
    outputs.begin(&planned)?;

    let visited = context.visit(&project, &mut survey, all, |page| {
        let mut row = Row::default();
        let Some((path, _)) = page.path.filter(|_| documents.has(page.name)) else { return row };
        row.path = path.to_owned();
        row.slips = slips::of_document(page);
        if wanted.contains(&config.source) && documents.has_in(page.name, &config.source) {
            let file = output(config, &config.source, path);
            if !forbidden.contains(&file) {
                row.built.push(source_page(page, &config.source, file, &outputs));
            }
        }
        for (at, locale) in all.iter().enumerate() {
            let file = output(config, locale, path);
            let is_asked = wanted.contains(locale) && documents.has_in(page.name, locale);
            if !is_asked || forbidden.contains(&file) {
                continue;
            }
            if page.document.front.translate() == Some(false)
                && config.is_published(locale, path, page.document.front.locales())
            {
                // Not translated, and read in every language: a legal notice, say.
                row.built.push(source_page(page, locale, file, &outputs));
            } else if page.targets[at].in_scope {
                // What can't be read now was published once, perhaps, and is better than French.
                let mut asked = std::iter::once(at).chain(policies[at].fallback.iter().copied());
                if let Some(unread) = asked.find_map(|one| page.unreadable(one)) {
                    row.unread.push((unread.catalog.file.to_string(), file));
                    continue;
                }
                target_page(page, at, locale, &policies[at], &shared, file, &outputs, &mut row);
                row.slips.extend(slips::of_catalog(page, at, &shared));
            }
        }
        row
    })?;

    let mut files = BTreeSet::new();
    let mut manifest = Manifest {
        version: 1,
        source: config.source.as_str().to_owned(),
        files: Vec::new(),
        documents: Vec::new(),
    };
    let (mut written, mut failed) = (0, false);
    let mut in_french = vec![InFrench::default(); all.len()];
    let mut left = Left::default();
    let mut found = Vec::new();
    for (name, row) in visited.rows {
        for (locale, why, fails) in row.kept_back {
            if fails {
                failed = true;
                context.raise(Exit::Findings);
            }
            context.progress(&format!("{} is not built in {locale}: {why}", visible(&name)));
        }
        found.extend(row.slips);
        row.unread.into_iter().for_each(|(unread, page)| left.add(unread, page));
        row.in_french.into_iter().for_each(|(at, units)| in_french[at] += units);
        let mut pages = Vec::new();
        for Built { page, outcome } in row.built {
            match outcome {
                Ok(Outcome::Foreign) => context.warn_foreign(&join(&config.output, &page.path)),
                Ok(outcome) => {
                    written += usize::from(outcome == Outcome::Written);
                    files.insert(page.path.clone());
                    pages.push(page);
                }
                Err(error) => {
                    // It was ours, or will be: it stays listed.
                    files.insert(page.path.clone());
                    context.report(error);
                }
            }
        }
        if !pages.is_empty() {
            manifest.documents.push(ManifestDocument { document: name, path: row.path, locales: pages });
        }
    }
    for (from, to) in &copies {
        match project.read_bytes(from).and_then(|bytes| outputs.write(to, &bytes)) {
            Ok(Outcome::Foreign) => context.warn_foreign(&join(&config.output, to)),
            Ok(outcome) => {
                written += usize::from(outcome == Outcome::Written);
                files.insert(to.clone());
            }
            Err(error) => context.report(error),
        }
    }
    let is_read = survey.errors.is_empty();
    let last = if only_some || !is_read { last_manifest(&project) } else { None };
    left.add_documents((&project, &survey, last.as_ref()), &documents, &wanted);
    let left_pages = left.pages();
    files.extend(left_pages.iter().filter(|page| outputs.is_there(page)).map(|page| (*page).to_owned()));
    let count = files.len();
    let mut removed = 0;
    if only_some {
        // What was not asked for stays as the last build left it.
        files.extend(last.iter().flat_map(|last| last.files.iter().cloned()));
    } else {
        for file in outputs.outdated(&files) {
            match outputs.remove(&file) {
                Ok(()) => removed += 1,
                Err(error) => context.report(error),
            }
        }
    }
    if let Some(last) = last {
        keep(last, &project, &mut manifest, |page| only_some || left_pages.contains(page.path.as_str()));
    }
    left.tell(&outputs, context);
    slips::tell(found, context);
    manifest.files = files.into_iter().collect();
    let folder = if config.output.is_empty() { ".".to_owned() } else { config.output.clone() };
    if outputs.finish(manifest.json().as_bytes())? == Outcome::Foreign {
        context.warn_foreign(&join(&config.output, Outputs::MANIFEST));
    }
    for (locale, units) in all.iter().zip(&in_french).filter(|(_, units)| units.units() > 0) {
        context.progress(&format!("{locale}: {}", in_words(units, locale)));
    }
    let gone = if removed > 0 { format!(", {removed} removed") } else { String::new() };
    writeln!(context.out, "{} in {}: {written} written{gone}.", plural(count, "file"), visible(&folder))?;
    if failed {
        context.progress("A policy of drogman.toml keeps pages back; `drogman todo` lists what they lack.");
    }
    Ok(())
}

/// The path of an output, relative to the output folder.
fn output(config: &Config, locale: &Locale, path: &str) -> String {
    config.output_of(locale, path)
}

fn policy(config: &Config, locale: &Locale) -> Policy {
    let build = config.build(locale);
    let stale = |policy: StalePolicy| match policy {
        StalePolicy::Translation => Stale::Translation,
        StalePolicy::Source => Stale::Source,
        StalePolicy::Skip => Stale::Skip,
        StalePolicy::Fail => Stale::Fail,
    };
    Policy {
        missing: match build.missing {
            MissingPolicy::Source => Missing::Source,
            MissingPolicy::Skip => Missing::Skip,
            MissingPolicy::Fail => Missing::Fail,
        },
        stale_minor: stale(build.stale_minor),
        stale_major: stale(build.stale_major),
        minimum: usize::from(build.minimum),
        isolating: if build.isolating { Isolating::On } else { Isolating::Off },
        fallback: config
            .fallback(locale)
            .iter()
            .filter_map(|next| config.targets.iter().position(|target| target == next))
            .collect(),
    }
}

/// Outputs that would overwrite something, or each other: each is reported, and none is written.
fn forbidden_outputs(project: &Project, survey: &Survey, context: &mut Context<'_>) -> BTreeSet<String> {
    let config = &project.config;
    let sources: BTreeSet<&str> = survey.documents.iter().map(|document| document.file.as_str()).collect();
    let catalogs: BTreeSet<&str> = survey.catalogs.iter().map(|catalog| catalog.file.as_str()).collect();
    let mut taken: BTreeMap<String, (String, String)> = BTreeMap::new();
    let mut forbidden = BTreeSet::new();
    for document in &survey.documents {
        for locale in config.built_locales() {
            let file = output(config, locale, &document.path);
            let full = join(&config.output, &file);
            let below = match config.content.as_str() {
                "" => Some(full.as_str()),
                content => full.strip_prefix(content).and_then(|rest| rest.strip_prefix('/')),
            };
            let what = if sources.contains(full.as_str()) {
                Some("it is a document".to_owned())
            } else if catalogs.contains(full.as_str()) {
                Some("it is a catalog".to_owned())
            } else if below.is_some_and(|path| config.is_document(path)) {
                Some("it would itself be taken for a document".to_owned())
            } else {
                taken.get(&file).map(|(other, tag)| format!("`{}` in {tag} goes there too", visible(other)))
            };
            if let Some(what) = what {
                let message = format!(
                    "`{}` in {locale} can't be written to `{}`: {what}",
                    visible(&document.file),
                    visible(&full)
                );
                let help = "change build.path, or exclude the outputs: documents.exclude";
                context.report(Error::new(Kind::Configuration, message).help(help));
                forbidden.insert(file);
            } else {
                taken.insert(file, (document.file.clone(), locale.as_str().to_owned()));
            }
        }
    }
    forbidden
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

fn source_page(page: &Page<'_>, locale: &Locale, file: String, outputs: &Outputs<'_>) -> Built {
    let mut figures = Figures::default();
    for _ in page.segments {
        figures.count(State::Current, 0);
    }
    let outcome = outputs.write(&file, page.document.source.as_bytes());
    Built { page: entry(locale, file, title(page, &[]), &figures, 0), outcome }
}

#[expect(clippy::too_many_arguments, reason = "one page: its place, its policy, its outputs")]
fn target_page(
    page: &Page<'_>,
    at: usize,
    locale: &Locale,
    policy: &Policy,
    shared: &[Vec<&Catalog<'_>>],
    file: String,
    outputs: &Outputs<'_>,
    row: &mut Row,
) {
    let composed = compose(page, at, policy, shared);
    let why = match composed.text {
        Ok(text) => {
            let outcome = outputs.write(&file, text.as_bytes());
            let entry = entry(locale, file, composed.title, &composed.figures, composed.fallback);
            row.built.push(Built { page: entry, outcome });
            row.in_french.push((at, composed.in_french));
            return;
        }
        Err(why) => why,
    };
    let unit = |index: usize, state: State| {
        format!("{} is {} ({})", page.units[index].id, state.as_str(), page.address(page.positions()[index]))
    };
    let (why, fails) = match why {
        NotBuilt::Skipped(index, state) => (unit(index, state), false),
        NotBuilt::Failed(index, state) => (unit(index, state), true),
        NotBuilt::BelowMinimum(percent) => {
            (format!("{percent} % of it is translated, less than {} %", policy.minimum), false)
        }
    };
    row.kept_back.push((locale.as_str().to_owned(), why, fails));
}

fn entry(
    locale: &Locale,
    path: String,
    title: Option<String>,
    figures: &Figures,
    fallback: usize,
) -> ManifestPage {
    ManifestPage {
        locale: locale.as_str().to_owned(),
        path,
        title,
        direction: match locale.id().character_direction() {
            CharacterDirection::RTL => "rtl",
            CharacterDirection::LTR | CharacterDirection::TTB => "ltr",
        }
        .to_owned(),
        units: figures.units,
        current: figures.current,
        stale: figures.stale + figures.unverified,
        missing: figures.missing + figures.invalid,
        fallback,
        percent: figures.percent_current(),
    }
}
