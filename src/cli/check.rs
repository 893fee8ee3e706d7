//! `drogman check`.

use std::collections::{BTreeMap, BTreeSet};

use super::{Context, Error, Exit};
use crate::check::page::{Ask, Found, Rendered, chosen};
use crate::check::{self, RULES, Rendering, RuleSet, Settings, Target, rule};
use crate::config::Config;
use crate::diagnostic::{self, Diagnostic, Place, Severity, Subject};
use crate::project::Project;
use crate::project::loose::write_report;
use crate::report::{self, Colors};
use crate::text::{Locale, nearest, visible};
use crate::unit::Figures;

/// Check the catalogs: states by policy, and the rules
///
/// Exits with 1 if there is a finding of severity error. `drogman explain RULE` tells about each rule.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Documents to check [default: all]
    #[arg(value_name = "DOCUMENT")]
    pub(super) documents: Vec<String>,
    /// Only these rules or groups (states, catalog, quality), separated by commas
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) only: Vec<String>,
    /// All but these rules or groups
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) skip: Vec<String>,
    /// The severities of `policies.NAME` in drogman.toml
    #[arg(long, value_name = "NAME")]
    pub(super) policy: Option<String>,
    /// List all rules, and check nothing
    #[arg(long)]
    pub(super) list_rules: bool,
    /// The form of the report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,
    /// Write a report to a file too, for example json=findings.json; may be repeated
    #[arg(long, value_name = "FORMAT=FILE", value_parser = parse_output)]
    pub(super) output: Vec<(Format, std::path::PathBuf)>,
}

/// See [`Args::format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people, with the line underlined
    Text,
    /// For scripts, versioned
    Json,
    /// Annotations of GitHub Actions
    Github,
}

fn parse_output(text: &str) -> Result<(Format, std::path::PathBuf), String> {
    let (format, file) = text.split_once('=').ok_or("write it as FORMAT=FILE")?;
    let format = <Format as clap::ValueEnum>::from_str(format, false)
        .map_err(|_| format!("`{format}` is none of text, json, github"))?;
    if file.is_empty() { Err("the file has no name".to_owned()) } else { Ok((format, file.into())) }
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    if args.list_rules {
        return list_rules(context);
    }
    let project = context.project()?;
    let config = &project.config;
    let asked = context.locales(&project)?;
    if let Some(name) = &args.policy
        && !config.policy_names().any(|known| known == name)
    {
        let error = Error::usage(format!("drogman.toml has no `policies.{}`", visible(name)));
        return Err(match nearest(name, config.policy_names()) {
            Some(meant) => error.help(format!("did you mean `{}`?", visible(meant))),
            None => error.help("name a table `[policies.NAME]` of drogman.toml"),
        });
    }
    let policy = args.policy.as_deref();
    let rules = rules(args, config, policy)?;
    let mut survey = context.survey(&project)?;
    let documents: BTreeSet<String> =
        context.documents(&args.documents, &project, &survey).iter().map(|one| one.name.clone()).collect();
    let everything = args.documents.is_empty();
    // Fallback locales are looked at too: a unit that they have is not missing.
    let locales: Vec<Locale> = config
        .targets
        .iter()
        .filter(|locale| {
            asked.contains(locale) || asked.iter().any(|asked| config.fallback(asked).contains(locale))
        })
        .cloned()
        .collect();
    let texts = context.shared_texts(&project, &mut survey, &locales);
    let read = texts.read(config.source.as_str());
    let shared = read.by_locale();
    let targets: Vec<Target> = locales.iter().map(Target::new).collect();
    let wanted: Vec<bool> = locales.iter().map(|locale| asked.contains(locale)).collect();
    let fallback: Vec<Vec<usize>> = locales
        .iter()
        .map(|locale| {
            let next = config.fallback(locale).iter();
            next.filter_map(|next| locales.iter().position(|other| other == next)).collect()
        })
        .collect();
    let settings = Settings::default();
    let ask = Ask {
        rules,
        settings: &settings,
        targets: &targets,
        shared: &shared,
        wanted: &wanted,
        fallback: &fallback,
    };
    let visited = context.visit(&project, &mut survey, &locales, |page| {
        if !everything && !documents.contains(page.name) {
            return Found::default();
        }
        check::page::page(page, &ask)
    })?;

    let mut findings: Vec<Diagnostic> =
        read.findings.iter().filter(|finding| rules.contains(finding.rule)).cloned().collect();
    let mut figures = vec![Figures::default(); locales.len()];
    let mut renderings: Vec<Rendered> = Vec::new();
    for (name, found) in visited.rows {
        findings.extend(found.findings);
        renderings.extend(found.renderings);
        for (all, one) in figures.iter_mut().zip(found.figures) {
            *all += one;
        }
        for stray in found.strays {
            let elsewhere = visited.homes.document_of(&stray.id).is_some_and(|home| home != name);
            let finding = if elsewhere { stray.mismatch } else { stray.otherwise };
            findings.extend(Some(finding).filter(|finding| rules.contains(finding.rule)));
        }
    }
    findings.extend(inconsistent(&renderings, locales.len()));
    if everything {
        findings.extend(incomplete(config, &locales, &wanted, &figures, policy));
        if rules.contains("locales") {
            findings.extend(other_locales(&project));
        }
    }
    let mut findings: Vec<Diagnostic> =
        findings.into_iter().filter_map(|finding| weighed(finding, config, policy)).collect();
    diagnostic::sort(&mut findings);
    findings.dedup();
    for (format, file) in &args.output {
        let report = render(*format, &findings, &project, context, Colors::Plain);
        let path = context.current.join(file);
        if let Err(error) = write_report(&path, report.as_bytes()) {
            context.report(error);
        }
    }
    let colors = context.out_colors;
    let report = render(args.format, &findings, &project, context, colors);
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        context.raise(Exit::Findings);
    }
    context.out.write_all(report.as_bytes())?;
    Ok(())
}

/// The rules that run: what the policies leave on, then `--only` and `--skip`.
fn rules(args: &Args, config: &Config, policy: Option<&str>) -> Result<RuleSet, Error> {
    let on = |name: &str| {
        config.policy(None, name, policy).is_some()
            || config.targets.iter().any(|locale| config.policy(Some(locale), name, policy).is_some())
    };
    let all =
        RULES.iter().filter(|rule| on(rule.name)).fold(RuleSet::none(), |set, rule| set.with(rule.name));
    chosen(&args.only, &args.skip, all).map_err(|unknown| {
        let names = RULES.iter().map(|rule| rule.name).chain(["states", "catalog", "quality"]);
        let name = unknown.first().map_or("", String::as_str);
        let error = Error::usage(format!("there is no rule or group `{}`", visible(name)));
        match nearest(name, names) {
            Some(meant) => error.help(format!("did you mean `{meant}`?")),
            None => {
                error.help("`drogman check --list-rules` lists them; the groups are states, catalog, quality")
            }
        }
    })
}

/// A finding with the weight that the policies give it; none if it is off.
fn weighed(mut finding: Diagnostic, config: &Config, policy: Option<&str>) -> Option<Diagnostic> {
    let locale = finding.subject.locale.as_deref().and_then(|tag| config.target(tag));
    let usual = rule(finding.rule).and_then(|rule| rule.severity);
    let severity = match config.policy(locale, finding.rule, policy) {
        // A rule that is asked for by name though it is off warns.
        None if usual.is_none() => Severity::Warning,
        None => return None,
        // Where a rule is less sure than usual it says so itself.
        Some(severity) if Some(severity) == usual => finding.severity.min(severity),
        Some(Severity::Warning) if locale.is_some_and(|locale| !config.is_released(locale)) => {
            Severity::Warning
        }
        Some(severity) => severity,
    };
    finding.severity = severity;
    Some(finding)
}

/// Translations of one locale that render the same French differently.
fn inconsistent(renderings: &[Rendered], locales: usize) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for locale in 0..locales {
        let own: Vec<&Rendered> = renderings.iter().filter(|one| one.locale == locale).collect();
        let pairs: Vec<Rendering<'_>> =
            own.iter().map(|one| Rendering { french: &one.french, translation: &one.translation }).collect();
        for (at, _, problem) in check::inconsistent(&pairs) {
            findings.push(
                Diagnostic::new(problem.rule, problem.severity, visible(&problem.message).into_owned())
                    .at(own[at].place.clone())
                    .about(own[at].subject.clone())
                    .help(visible(&problem.help).into_owned()),
            );
        }
    }
    findings
}

/// Locales of which less is current than `policy.complete` demands.
fn incomplete(
    config: &Config,
    locales: &[Locale],
    wanted: &[bool],
    figures: &[Figures],
    policy: Option<&str>,
) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for ((locale, figures), _) in locales.iter().zip(figures).zip(wanted).filter(|(_, wanted)| **wanted) {
        let (least, percent) = (config.complete(locale, policy), figures.percent_current());
        if percent < usize::from(least) {
            let message = format!(
                "{percent} % of {locale} is current ({} of {} units), less than {least} %",
                figures.current, figures.units
            );
            let subject = Subject { locale: Some(locale.as_str().to_owned()), ..Subject::default() };
            findings.push(
                Diagnostic::new("incomplete", Severity::Error, message)
                    .at(Place::file(crate::config::FILE_NAME))
                    .about(subject)
                    .help(format!("`drogman todo --locale {locale}` lists what is left")),
            );
        }
    }
    findings
}

/// Whether `l10n.toml`, which other Fluent tools read, names the same locales.
fn other_locales(project: &Project) -> Option<Diagnostic> {
    const FILE: &str = "l10n.toml";
    #[derive(serde::Deserialize)]
    struct Other {
        #[serde(default)]
        locales: Vec<String>,
    }
    let text = project.read(FILE).ok()?;
    let other: Other = toml::from_str(&text).ok()?;
    let theirs: BTreeSet<String> = other
        .locales
        .iter()
        .map(|tag| tag.parse::<Locale>().map_or(tag.clone(), |tag| tag.to_string()))
        .collect();
    let ours: BTreeSet<String> = project.config.targets.iter().map(ToString::to_string).collect();
    if theirs == ours {
        return None;
    }
    let list =
        |tags: &BTreeSet<String>| visible(&tags.iter().cloned().collect::<Vec<_>>().join(", ")).into_owned();
    let message = format!("its locales are {}, those of drogman.toml are {}", list(&theirs), list(&ours));
    Some(
        Diagnostic::new("locales", Severity::Warning, message)
            .at(Place::file(FILE))
            .help("write the same tags in both files"),
    )
}

/// The findings in one form.
fn render(
    format: Format,
    findings: &[Diagnostic],
    project: &Project,
    context: &Context<'_>,
    colors: Colors,
) -> String {
    match format {
        Format::Json => report::json(findings),
        Format::Github => report::github(findings, &context.project_folder(project)),
        Format::Text => {
            let files: BTreeSet<&str> = findings
                .iter()
                .filter_map(|finding| finding.place.as_ref())
                .map(|place| place.file.as_str())
                .collect();
            let texts: BTreeMap<&str, String> =
                files.into_iter().filter_map(|file| Some((file, project.read(file).ok()?))).collect();
            let mut text = report::text(findings, &|file| texts.get(file).map(String::as_str), colors);
            text.push_str(&report::summary(findings));
            text.push('\n');
            text
        }
    }
}

fn list_rules(context: &mut Context<'_>) -> Result<(), Error> {
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    for rule in RULES {
        let (group, severity) = (rule.group.as_str(), rule.default_severity());
        writeln!(context.out, "{:width$}  {group:<8} {severity:<8} {}", rule.name, rule.what)?;
    }
    Ok(())
}
