//! `drogman check`.

mod allow;
mod branch;
mod consistent;
mod fix;
mod gather;
mod output;
mod page;
mod value;
mod weigh;

use std::path::{Path, PathBuf};

use self::branch::{Changed, Deeds};
use self::consistent::INCONSISTENT;
use self::output::{Format, Report};
use self::page::{Look, Others, Row, look};
use self::weigh::Weights;
use super::documents::Documents;
use super::since::Since;
use super::{Context, Error, Exit, Kind};
use crate::check::{Glossary, Group, RULES, RuleSet, Settings, Target, Term, Wording, rule};
use crate::config::{Agreed, GLOSSARY, GlossaryTerm, read_glossary};
use crate::diagnostic::{Diagnostic, Findings, Severity};
use crate::project::{FileError, FileProblem, Project, SharedFiles, Survey, Visited};
use crate::report::{Branch, UntranslatedPage, plural, write_baseline};
use crate::text::{Locale, nearest, visible};
use crate::unit::Page;

/// Check the catalogs: states by policy, and the rules
///
/// Exits with 1 if there is a finding of severity error. `drogman explain RULE` tells about each rule.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Documents to check, or folders of them; a catalog is its document in its language [default: all]
    #[arg(value_name = "DOCUMENT")]
    pub(super) documents: Vec<String>,
    /// Only these rules or groups (states, catalog, quality), separated by commas
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) only: Vec<String>,
    /// All but these rules or groups
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) skip: Vec<String>,
    /// Only what has changed since this branch left REF: a commit, branch or tag of git
    #[arg(long, value_name = "REF")]
    pub(super) since: Option<String>,
    /// The severities of `policies.NAME` in drogman.toml; pull-request, release and strict are
    /// ready-made
    #[arg(long, value_name = "NAME")]
    pub(super) policy: Option<String>,
    /// The form of the report [default: text]
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: Option<Format>,
    /// Write a report to a file, for example json=findings.json, or in another form: github; may be repeated
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = output::parse)]
    pub(super) output: Vec<(Format, Option<PathBuf>)>,
    /// Only findings that this file does not know: one that --write-baseline wrote
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Write all of today's findings to this file, and exit with 0
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    pub(super) write_baseline: Option<PathBuf>,
    /// Make the changes that are certain and harmless: spaces that are too many, invisible signs
    #[arg(long, conflicts_with = "write_baseline")]
    pub(super) fix: bool,
    /// List the rules, and check nothing
    #[arg(long, conflicts_with_all = ["format", "output"])]
    pub(super) list_rules: bool,
}

/// How often `--fix` looks again. Each round takes something away, so that it ends without; a limit all the same.
const FIX_ROUNDS: usize = 8;

/// Runs the command. What keeps it from looking at the project is told by the reports, too: a service that reads
/// nothing else must not take their silence for a pass.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    if args.list_rules {
        return Ok(context.out.write_all(super::explain::list().as_bytes())?);
    }
    match check(args, context) {
        Err(error) if matches!(error.kind(), Kind::Configuration | Kind::File) => {
            context.report(error);
            let nothing = Report { findings: &Findings::default(), untranslated: &[], branch: None };
            output::write(&nothing, args.format, &args.output, None, context)
        }
        result => result,
    }
}

fn check(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    known(args.only.iter().chain(&args.skip))?;
    output::each_its_own(&args.output)?;
    if let Some(file) = &args.write_baseline {
        of_all(args, context)?;
        output::may_be_baseline(file, context)?;
    }
    let project = context.project()?;
    let asked = context.locales(&project)?;
    known_policy(args, &project)?;
    let since = Since::load(args.since.as_deref(), &project, &asked, context)?;
    let look = |context: &mut Context<'_>| examine(args, &project, &asked, since.as_ref(), context);
    let Some(mut checked) = look(context)? else { return Ok(()) };
    // A change may lay the next one open, and of two that overlap only one is made: the end is that of a run
    // that finds nothing more, also after one that was cut short.
    for _ in 0..FIX_ROUNDS {
        if !args.fix || !fix::fix(&checked.findings, &project, context)? {
            break;
        }
        checked = look(context)?.unwrap_or(checked);
    }
    let Checked { mut findings, branch, untranslated } = checked;
    if let Some(file) = &args.write_baseline {
        if output::write_file(file, Some(&project), context, &mut |out| write_baseline(&findings, out)) {
            let (count, file) = (plural(findings.len(), "finding"), file.to_string_lossy());
            context.progress(&format!("{count} written to {}", visible(&file)));
        }
        return Ok(());
    }
    if let Some(file) = &args.baseline {
        findings = without_known(&findings, file, args, context)?;
    }
    let report = Report { findings: &findings, untranslated: &untranslated, branch: branch.as_ref() };
    output::write(&report, args.format, &args.output, Some(&project), context)?;
    if findings.tally().errors > 0 {
        context.raise(Exit::Findings);
    }
    Ok(())
}

/// What a baseline does not know. Says how much it hides, and how much of it is paid.
fn without_known(
    findings: &Findings,
    file: &Path,
    args: &Args,
    context: &mut Context<'_>,
) -> Result<Findings, Error> {
    let fresh = output::fresh(findings, file, context)?;
    match findings.len() - fresh.findings.len() {
        0 => {}
        1 => context.progress("1 finding that the baseline knows is not shown"),
        known => context.progress(&format!("{known} findings that the baseline knows are not shown")),
    }
    // Of a part nobody knows what else is there; and written beside new findings, it would know these.
    if fresh.paid > 0 && fresh.findings.is_empty() && of_all(args, context).is_ok() {
        let (count, file) = (plural(fresh.paid, "finding"), file.to_string_lossy());
        context.progress(&format!(
            "{count} of the baseline can't be found any more; so that none comes back unseen: drogman check --write-baseline {}",
            visible(&file)
        ));
    }
    Ok(fresh.findings)
}

/// A baseline is of all findings: one of a part would take the place of one that knows the others.
fn of_all(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let parts = [
        (!args.only.is_empty(), "`--only`"),
        (!args.skip.is_empty(), "`--skip`"),
        (args.since.is_some(), "`--since`"),
        (!context.global.locale.is_empty(), "`--locale`"),
        (!args.documents.is_empty(), "documents as arguments"),
    ];
    let Some((_, what)) = parts.into_iter().find(|(is_given, _)| *is_given) else { return Ok(()) };
    let error = Error::usage(format!("a baseline is of all findings, and not to be written with {what}"));
    Err(error.help("write it without; `drogman check --baseline FILE` takes it with these all the same"))
}

/// What a check found.
struct Checked {
    findings: Findings,
    /// What the branch did to the French, with `--since`.
    branch: Option<Branch>,
    /// Pages of which a locale has nothing.
    untranslated: Vec<UntranslatedPage>,
}

/// Looks at all pages; gives nothing if none of the documents is there that were asked for, and people ask.
fn examine(
    args: &Args,
    project: &Project,
    asked: &[Locale],
    since: Option<&Since>,
    context: &mut Context<'_>,
) -> Result<Option<Checked>, Error> {
    let mut survey = context.survey(project)?;
    context.warn_left_locales(project, &survey);
    context.warn(survey.marked().as_slice());
    let documents = Documents::parse(&args.documents, project, &survey, context);
    if documents.is_empty() && is_for_people(args) {
        return Ok(None);
    }
    let weights = weights(args, project, &survey, since, context);
    let languages = Languages::new(project, asked, &weights);
    let texts = context.shared_texts(project, &mut survey, &languages.locales);
    let shared_files = texts.read(project.config.source.as_str());
    let folds = folds(args, since);
    let with = Look {
        weights: &weights,
        settings: &settings(project, context),
        locales: &languages.locales,
        asked: asked.len(),
        targets: &languages.targets,
        rules: &languages.rules,
        shared: &shared_files.by_locale(),
        fallback: &languages.fallback,
        has_more_locales: project.config.targets.len() > 1,
        draws: output::draws(args.format, &args.output),
        folds,
        folds_translations: folds && output::are_for_people(args.format, &args.output),
        keep: languages.rules.iter().any(|rules| rules.contains(INCONSISTENT)),
        since,
        others: &Others::new(project, &survey.documents),
    };
    let row = |page: &Page<'_>| row(page, &with, &documents);
    let visited = context.visit(project, &mut survey, &languages.locales, row)?;
    Ok(Some(checked(visited, project, &shared_files, &with, &documents)))
}

/// Whether the report is text on the terminal, and for people therefore.
fn is_for_people(args: &Args) -> bool {
    args.output.is_empty() && args.format.is_none_or(|format| format == Format::Text)
}

/// How much each rule weighs. Says so where that goes by a branch, and none is given.
fn weights<'p>(
    args: &'p Args,
    project: &'p Project,
    survey: &Survey,
    since: Option<&Since>,
    context: &mut Context<'_>,
) -> Weights<'p> {
    let (config, policy) = (&project.config, args.policy.as_deref());
    let weights = Weights::new(config, policy, &args.only, &args.skip, &survey.documents);
    if weights.only_touched() && since.is_none() {
        context
            .progress("this policy goes by what a branch has touched: add --since, with the branch it left");
    }
    weights
}

/// The locales of a check, and what is known of each.
struct Languages {
    /// Those asked for, then those that stand in for them.
    locales: Vec<Locale>,
    /// For each, the indices of those that stand in for it.
    fallback: Vec<Vec<usize>>,
    targets: Vec<Target>,
    rules: Vec<RuleSet>,
}

impl Languages {
    fn new(project: &Project, asked: &[Locale], weights: &Weights<'_>) -> Self {
        let (locales, fallback) = with_fallbacks(project, asked);
        let targets = locales.iter().map(Target::new).collect();
        let rules = locales.iter().map(|locale| weights.quality(locale)).collect();
        Languages { locales, fallback, targets, rules }
    }
}

/// What a page gives, if it is asked for.
fn row(page: &Page<'_>, with: &Look<'_>, documents: &Documents) -> Row {
    if !documents.has(page.name) {
        return Row::default();
    }
    let mut row = look(page, with);
    if !documents.are_all() {
        let is_asked = |locale: &&Locale| documents.has_in(page.name, locale);
        row.keep(|tag| with.locales.iter().filter(is_asked).any(|locale| locale.as_str() == tag));
    }
    row
}

/// What all pages together give.
fn checked(
    visited: Visited<Row>,
    project: &Project,
    shared_files: &SharedFiles<'_>,
    with: &Look<'_>,
    documents: &Documents,
) -> Checked {
    let homes = visited.homes;
    let mut rows: Vec<Row> = visited.rows.into_iter().map(|(_, row)| row).collect();
    let untranslated = rows.iter_mut().flat_map(|row| std::mem::take(&mut row.untranslated)).collect();
    let changed: Vec<Changed> = rows.iter_mut().flat_map(|row| std::mem::take(&mut row.changed)).collect();
    let mut all = gather::gather(rows, &homes, with, documents.are_all() && with.since.is_none());
    if documents.are_all() {
        all.extend(gather::of_no_page(shared_files, project, with));
    }
    // The locales come as the configuration names them.
    let findings = Findings::new(all, |file| project.order_of(file));
    let Some(since) = with.since else { return Checked { findings, branch: None, untranslated } };
    let asked = &with.locales[..with.asked];
    let deeds = Deeds::new(since, &changed, asked);
    let of_page = |document: &str| documents.has(document);
    Checked {
        findings: deeds.filter(&findings, project, with.weights),
        branch: Some(deeds.branch(&changed, asked, &homes, of_page)),
        untranslated,
    }
}

/// Whether one finding stands for all sentences of a page that is not translated. What compares one run with another
/// asks for each.
fn folds(args: &Args, since: Option<&Since>) -> bool {
    output::folds(args.format, &args.output)
        && since.is_none()
        && args.baseline.is_none()
        && args.write_baseline.is_none()
}

/// What the project sets for the rules. What is wrong with the glossary is reported, and the rest is checked.
fn settings(project: &Project, context: &mut Context<'_>) -> Settings {
    let mut settings =
        Settings { localized_links: project.config.localized_links.clone(), ..Settings::default() };
    match project.read(GLOSSARY) {
        Err(FileError { problem: FileProblem::Missing, .. }) => context.warn(&misnamed_glossary(project)),
        Err(error) => context.report(error),
        Ok(text) => {
            let (terms, found) = read_glossary(GLOSSARY, &text, &project.config.targets);
            let (errors, warnings): (Vec<_>, Vec<_>) =
                found.into_iter().partition(|finding| finding.severity == Severity::Error);
            context.warn(&warnings);
            if !errors.is_empty() {
                context.report(Error::of_file(errors, text));
            }
            settings.glossary = Glossary::new(terms.into_iter().map(term));
        }
    }
    settings
}

/// A file that is meant for the glossary, and is not called so.
fn misnamed_glossary(project: &Project) -> Vec<Diagnostic> {
    let is_meant = |name: &&String| {
        let name = name.to_lowercase();
        [GLOSSARY, "glossaire.toml", "glossary.toml.txt", "glossaries.toml"].contains(&name.as_str())
    };
    let told = |name: &String| {
        let message = format!("`{}` is not the glossary, and is not read", visible(name));
        Diagnostic::new("", Severity::Warning, message).help(format!("call it `{GLOSSARY}`"))
    };
    project.files_beside_settings().iter().find(is_meant).map(told).into_iter().collect()
}

/// A term as the rules take it.
fn term(term: GlossaryTerm) -> Term {
    let wording = |words: Agreed| Wording { wanted: words.wanted, forbidden: words.forbidden };
    let locales = term.locales.into_iter();
    Term {
        french: term.french,
        locales: locales.map(|(locale, words)| (locale.as_str().to_owned(), wording(words))).collect(),
    }
}

/// Refuses words that are neither rules nor groups.
fn known<'a>(mut names: impl Iterator<Item = &'a String>) -> Result<(), Error> {
    let Some(wrong) = names.find(|name| rule(name).is_none() && Group::from_name(name).is_none()) else {
        return Ok(());
    };
    let groups = ["states", "catalog", "quality"];
    let error = Error::usage(format!("there is no rule or group `{}`", visible(wrong)));
    Err(match nearest(wrong, RULES.iter().map(|rule| rule.name).chain(groups)) {
        Some(meant) => error.help(format!("did you mean `{meant}`?")),
        None => error.help("`drogman check --list-rules` lists them"),
    })
}

/// Refuses a policy that the project does not have.
fn known_policy(args: &Args, project: &Project) -> Result<(), Error> {
    let names: Vec<&str> = project.config.policy_names().collect();
    let Some(wrong) = args.policy.as_deref().filter(|name| !names.contains(name)) else { return Ok(()) };
    let error = Error::usage(format!("drogman.toml has no `policies.{}`", visible(wrong)));
    Err(match nearest(wrong, names.iter().copied()) {
        Some(meant) => error.help(format!("did you mean `{meant}`?")),
        None => error.help(format!("there are {}", names.join(", "))),
    })
}

/// The locales asked for, then those that stand in for them; and for each, the indices of those.
fn with_fallbacks(project: &Project, asked: &[Locale]) -> (Vec<Locale>, Vec<Vec<usize>>) {
    let mut locales = asked.to_vec();
    let mut fallback = Vec::with_capacity(asked.len());
    for locale in asked {
        let mut indices = Vec::new();
        for other in project.config.fallback(locale) {
            let at = locales.iter().position(|known| known == other).unwrap_or_else(|| {
                locales.push(other.clone());
                locales.len() - 1
            });
            indices.push(at);
        }
        fallback.push(indices);
    }
    fallback.resize(locales.len(), Vec::new());
    (locales, fallback)
}
