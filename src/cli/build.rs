//! `drogman build`.

use std::collections::{BTreeMap, BTreeSet};

use unic_langid::CharacterDirection;

use super::{Context, Error, Exit, Kind};
use crate::catalog::{Catalog, Isolating};
use crate::config::{Config, MissingPolicy, StalePolicy, join};
use crate::project::{FileError, Outcome, Outputs, Project, STATE_FOLDER, Survey};
use crate::report::manifest::{Manifest, ManifestDocument, ManifestPage};
use crate::report::plural;
use crate::text::{Locale, visible};
use crate::unit::compose::{Missing, NotBuilt, Policy, Stale, compose, title};
use crate::unit::{Figures, Page, Presence, State};

/// Assemble the translated documents
///
/// Writes the output folder and its manifest, and nothing else. Exits with 1 if a policy forbids a page.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Documents to build, or folders of them [default: all]
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
    /// Outputs that stay as they are, as a catalog could not be read.
    unread: Vec<String>,
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
    let copies = copies(&project, &wanted);
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
        if wanted.contains(&config.source) {
            let file = output(config, &config.source, path);
            if !forbidden.contains(&file) {
                row.built.push(source_page(page, &config.source, file, &outputs));
            }
        }
        for (at, locale) in all.iter().enumerate() {
            let file = output(config, locale, path);
            if !wanted.contains(locale) || forbidden.contains(&file) {
                continue;
            }
            if page.document.front.translate() == Some(false)
                && config.is_published(locale, path, page.document.front.locales())
            {
                // Not translated, and read in every language: a legal notice, say.
                row.built.push(source_page(page, locale, file, &outputs));
            } else if page.targets[at].in_scope {
                // What can't be read now was published once, perhaps, and is better than French.
                let mut asked = std::iter::once(&at).chain(&policies[at].fallback);
                if asked.any(|&one| page.targets[one].presence == Presence::Unreadable) {
                    row.unread.push(file);
                    continue;
                }
                target_page(page, at, locale, &policies[at], &shared, file, &outputs, &mut row);
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
    for (name, row) in visited.rows {
        for (locale, why, fails) in row.kept_back {
            if fails {
                failed = true;
                context.raise(Exit::Findings);
            }
            context.progress(&format!("{} is not built in {locale}: {why}", visible(&name)));
        }
        files.extend(row.unread);
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
    let count = files.len();
    let mut removed = 0;
    if only_some {
        // What was not asked for stays as the last build left it.
        keep_the_rest(&project, &mut manifest, &mut files);
    } else {
        let unreadable = |file: &str| {
            survey.documents.iter().any(|document| {
                let source = &config.source;
                (survey.is_unreadable(&document.name) || survey.is_unreadable_catalog(source, &document.name))
                    && config.built_locales().any(|locale| output(config, locale, &document.path) == *file)
            })
        };
        for file in outputs.outdated(&files) {
            if unreadable(&file) {
                files.insert(file);
                continue;
            }
            match outputs.remove(&file) {
                Ok(()) => removed += 1,
                Err(error) => context.report(error),
            }
        }
    }
    manifest.files = files.into_iter().collect();
    let folder = if config.output.is_empty() { ".".to_owned() } else { config.output.clone() };
    if outputs.finish(manifest.json().as_bytes())? == Outcome::Foreign {
        context.warn_foreign(&join(&config.output, Outputs::MANIFEST));
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
    config.build(locale).path.render(config.folder(locale), path)
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

/// Other files of content to copy: from (in the project) and to (in the output folder).
fn copies(project: &Project, locales: &[Locale]) -> Vec<(String, String)> {
    let config = &project.config;
    let others = project.other_files();
    locales
        .iter()
        .flat_map(|locale| {
            let build = config.build(locale);
            others
                .iter()
                .filter(|path| build.copy.is_match(path))
                .map(|path| (join(&config.content, path), output(config, locale, path)))
        })
        .collect()
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

/// Adds what the last manifest says of pages that this run was not asked for.
fn keep_the_rest(project: &Project, manifest: &mut Manifest, files: &mut BTreeSet<String>) {
    let path = join(&project.config.output, Outputs::MANIFEST);
    let Some(last) = project.read(&path).ok().and_then(|text| Manifest::parse(&text)) else { return };
    files.extend(last.files);
    for old in last.documents {
        match manifest.documents.iter_mut().find(|new| new.document == old.document) {
            None => manifest.documents.push(old),
            Some(new) => {
                for page in old.locales {
                    if !new.locales.iter().any(|now| now.locale == page.locale) {
                        new.locales.push(page);
                    }
                }
            }
        }
    }
    let order = |tag: &str| project.config.targets.iter().position(|locale| locale.as_str() == tag);
    for document in &mut manifest.documents {
        document.locales.sort_by_key(|page| order(&page.locale));
    }
    manifest.documents.sort_by(|a, b| a.document.cmp(&b.document));
}
