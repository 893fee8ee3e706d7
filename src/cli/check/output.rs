//! Where the reports of a check go, and in which form.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::check::{self, RULES};
use crate::cli::{Context, Error, Kind};
use crate::diagnostic::{Diagnostic, Findings};
use crate::project::loose::{
    WriteReport, append_report, file_size, not_for_reports, read_file, write_report,
};
use crate::project::{FileProblem, Parts, Project};
use crate::report::{self, Branch, Colors, Fresh, RuleText, UntranslatedPage};
use crate::text::visible;

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For people, with the line underlined
    Text,
    /// For scripts, versioned
    Json,
    /// Annotations of GitHub Actions
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// GitLab's code quality report
    Gitlab,
    /// JUnit XML, for test reports
    Junit,
    /// For reviewdog
    Rdjson,
    /// One comment for a pull request
    Markdown,
}

/// Reads `FORMAT=FILE` or `FORMAT`.
pub(super) fn parse(text: &str) -> Result<(Format, Option<PathBuf>), String> {
    let (format, file) = match text.split_once('=') {
        Some((format, file)) => (format, Some(file)),
        None => (text, None),
    };
    let format = <Format as clap::ValueEnum>::from_str(format, false).map_err(|_| {
        let known: Vec<String> = <Format as clap::ValueEnum>::value_variants()
            .iter()
            .filter_map(|format| Some(clap::ValueEnum::to_possible_value(format)?.get_name().to_owned()))
            .collect();
        format!("`{format}` is none of {}; write it as FORMAT=FILE", known.join(", "))
    })?;
    match file {
        Some("") => Err("the file has no name".to_owned()),
        file => Ok((format, file.map(PathBuf::from))),
    }
}

/// What reports are made from.
pub(super) struct Report<'r> {
    /// All findings, for scripts.
    pub(super) findings: &'r Findings,
    /// Pages of which nothing is translated: one finding each, but for scripts.
    pub(super) untranslated: &'r [UntranslatedPage],
    /// What the branch did, with `--since`.
    pub(super) branch: Option<&'r Branch>,
}

impl Report<'_> {
    fn folded(&self) -> Findings {
        report::fold(self.findings, self.untranslated)
    }
}

/// Whether a report for people is asked for.
pub(super) fn draws(format: Option<Format>, outputs: &[(Format, Option<PathBuf>)]) -> bool {
    let mut all = format.iter().chain(outputs.iter().map(|(format, _)| format));
    outputs.iter().all(|(_, file)| file.is_some()) && format.is_none() || all.any(|one| *one == Format::Text)
}

/// Whether all reports tell of a page that is not translated in one finding.
pub(super) fn folds(format: Option<Format>, outputs: &[(Format, Option<PathBuf>)]) -> bool {
    let mut all = format.iter().chain(outputs.iter().map(|(format, _)| format));
    all.all(|one| *one != Format::Json)
}

/// Whether all reports are for people. Services remember each finding from one run to the next, and would take what is told
/// one by one again for new.
pub(super) fn are_for_people(format: Option<Format>, outputs: &[(Format, Option<PathBuf>)]) -> bool {
    let mut all = format.iter().chain(outputs.iter().map(|(format, _)| format));
    all.all(|one| matches!(one, Format::Text | Format::Github | Format::Markdown))
}

/// Writes the reports that were asked for. A file that can't be written is reported, and the rest is done. Without a
/// project they tell of what can't be read, and people have that from standard error alone.
pub(super) fn write(
    report: &Report<'_>,
    format: Option<Format>,
    outputs: &[(Format, Option<PathBuf>)],
    project: Option<&Project>,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    let to_out: Vec<Format> = format
        .into_iter()
        .chain(outputs.iter().filter(|(_, file)| file.is_none()).map(|(form, _)| *form))
        .collect();
    let to_out = if to_out.is_empty() { vec![Format::Text] } else { to_out };
    let root = project.map_or_else(|| context.folder(), |project| project.root().to_owned());
    let folders =
        Folders { repository: context.folder_in_repository(&root), here: context.folder_from_here(&root) };
    // People read of files that can't be read on standard error.
    let all = Findings::listed(&context.unreadable).and(report.findings);
    let people_have = report;
    let report = &Report { findings: &all, ..*report };
    for (form, file) in outputs {
        let Some(file) = file else { continue };
        let write =
            &mut |out: &mut dyn std::io::Write| render(report, *form, &folders, project, Colors::Plain, out);
        write_file(file, project, context, write);
    }
    if to_out.contains(&Format::Github) {
        summarise(report, &folders.repository, project, context);
    }
    for form in to_out {
        if form == Format::Text {
            let Some(project) = project else { continue };
            let unread: BTreeSet<Option<&str>> = context.unreadable.iter().map(Diagnostic::file).collect();
            people(&people_have.folded(), unread.len(), Some(project), context.out_colors, context.out)?;
            continue;
        }
        render(report, form, &folders, project, context.out_colors, context.out)?;
    }
    Ok(())
}

/// Writes a report to a file, its path from the current folder, and says whether it is there; what fails is reported.
pub(super) fn write_file(
    file: &Path,
    project: Option<&Project>,
    context: &mut Context<'_>,
    write: WriteReport<'_>,
) -> bool {
    let path = context.current.join(file);
    let name = visible(&file.to_string_lossy()).into_owned();
    let failed = Error::new(Kind::Output, format!("the report `{name}` could not be written"));
    if let Some(cause) = not_for_reports(&path, project) {
        context.report(failed.because(cause).help("give the report a file of its own"));
        return false;
    }
    let written = write_report(&path, write);
    if let Err(error) = &written {
        let failed = failed.because(error.to_string());
        context.report(match (&error.problem, file.parent()) {
            (FileProblem::Missing, Some(folder)) => {
                failed.help(format!("make its folder first: {}", visible(&folder.to_string_lossy())))
            }
            _ => failed,
        });
    }
    written.is_ok()
}

/// # Errors
/// If two reports are to be written to one file: the first would be lost.
pub(super) fn each_its_own(outputs: &[(Format, Option<PathBuf>)]) -> Result<(), Error> {
    let mut files = BTreeSet::new();
    match outputs.iter().filter_map(|(_, file)| file.as_deref()).find(|file| !files.insert(*file)) {
        None => Ok(()),
        Some(file) => {
            let message =
                format!("two reports can't be written to one file, `{}`", visible(&file.to_string_lossy()));
            Err(Error::usage(message).help("give each a file of its own"))
        }
    }
}

/// The findings that a baseline does not know.
///
/// # Errors
/// If it can't be read, or is another file.
pub(super) fn fresh(findings: &Findings, file: &Path, context: &Context<'_>) -> Result<Fresh, Error> {
    let name = visible(&file.to_string_lossy()).into_owned();
    let text = read_file(&context.current.join(file)).map_err(|error| {
        let message = format!("the baseline `{name}` could not be read");
        Error::new(Kind::File, message)
            .because(error.to_string())
            .help(format!("write it once with: drogman check --write-baseline {name}"))
    })?;
    report::without_baseline(findings, &text).ok_or_else(|| {
        Error::new(Kind::File, format!("`{name}` is no baseline of drogman"))
            .help("a baseline is a file that was written by: drogman check --write-baseline FILE")
    })
}

/// # Errors
/// If a baseline would take the place of what is none.
pub(super) fn may_be_baseline(file: &Path, context: &Context<'_>) -> Result<(), Error> {
    let is_other = match read_file(&context.current.join(file)) {
        Ok(text) => !text.is_empty() && report::without_baseline(&Findings::default(), &text).is_none(),
        // What else can be wrong with it shows when it is written.
        Err(error) => matches!(error.problem, FileProblem::NotUtf8 { .. }),
    };
    if !is_other {
        return Ok(());
    }
    let name = visible(&file.to_string_lossy()).into_owned();
    let message = format!("`{name}` is there, and is no baseline of drogman: it would be lost");
    Err(Error::new(Kind::Output, message).help("give the baseline a file of its own"))
}

/// The most bytes of a step's summary; GitHub shows none of a longer one.
const SUMMARY_LIMIT: u64 = 1_000_000;

/// Appends to the summary of a step of GitHub Actions, if there is one.
fn summarise(report: &Report<'_>, folder: &str, project: Option<&Project>, context: &mut Context<'_>) {
    let Some(file) = context.step_summary.clone().filter(|file| !file.as_os_str().is_empty()) else { return };
    let file = context.current.join(file);
    let limit = usize::try_from(SUMMARY_LIMIT.saturating_sub(file_size(&file))).unwrap_or(0);
    let french = french_lines(project);
    let text = report::markdown(&report.folded(), &french, report.branch, folder, limit);
    if text.len() > limit {
        return;
    }
    if let Err(error) = append_report(&file, text.as_bytes()) {
        // The findings are told all the same: a lost summary is no reason to fail.
        context.progress(&format!("the summary of the step could not be written: {error}"));
    }
}

/// The project's folder, as those see it who read a report.
struct Folders {
    repository: String,
    /// From the current folder: reviewdog adds by itself where that is.
    here: String,
}

fn render(
    report: &Report<'_>,
    format: Format,
    folders: &Folders,
    project: Option<&Project>,
    colors: Colors,
    out: &mut dyn std::io::Write,
) -> std::io::Result<()> {
    let folder = folders.repository.as_str();
    let french = french_lines(project);
    let folded;
    let findings = match format {
        // For programs, which count: each by itself.
        Format::Json => report.findings,
        Format::Text
        | Format::Github
        | Format::Sarif
        | Format::Gitlab
        | Format::Junit
        | Format::Rdjson
        | Format::Markdown => {
            folded = report.folded();
            &folded
        }
    };
    match format {
        Format::Text => people(findings, 0, project, colors, out),
        Format::Json => report::json(findings, &french, out),
        Format::Github => out.write_all(report::github(findings, &french, folder).as_bytes()),
        Format::Sarif => {
            // Files are read again, one after the other.
            let source = |file: &str| project?.read(file).ok();
            report::sarif(findings, &french, &source, &rule_texts(), folder, out)
        }
        Format::Gitlab => report::gitlab(findings, &french, folder, out),
        Format::Junit => report::junit(findings, &french, folder, out),
        Format::Rdjson => report::rdjson(findings, &french, &folders.here, out),
        Format::Markdown => {
            let text = report::markdown(findings, &french, report.branch, folder, report::COMMENT_LIMIT);
            out.write_all(text.as_bytes())
        }
    }
}

/// Gives the French beside a finding: its line is read again when it is told.
fn french_lines(project: Option<&Project>) -> impl Fn(&Diagnostic) -> Option<String> {
    let parts = project.map(Parts::new);
    move |finding| {
        let french = finding.french?;
        parts.as_ref()?.read(finding.file()?, &french.line())
    }
}

/// What the rules say of themselves.
fn rule_texts() -> Vec<RuleText> {
    let text = |rule: &check::Rule| RuleText {
        name: rule.name,
        group: rule.group.as_str(),
        severity: rule.severity,
        what: rule.what,
        why: rule.why,
        help: rule.explain(),
        markdown: rule.markdown(),
    };
    RULES.iter().map(text).collect()
}

/// Writes the findings of one file after another: what is drawn of many is more than memory should hold.
/// Where the line that a finding points to was not taken when it was made, its file is read. `unread` is how many
/// files can't be read, of which nothing else is said here.
fn people(
    all: &Findings,
    unread: usize,
    project: Option<&Project>,
    colors: Colors,
    out: &mut dyn std::io::Write,
) -> std::io::Result<()> {
    // Pages that are not translated come first: of the lines in their files nothing need be shown.
    let is_page = |finding: &Diagnostic| {
        finding.rule == "missing" && finding.subject.unit.is_none() && finding.subject.document.is_some()
    };
    let mut has_pages = false;
    for group in all.groups().iter().filter(|group| group.tally().pages > 0 && group.names("missing")) {
        for page in group.iter().filter(is_page) {
            has_pages = true;
            // Before its first `sync` a page has no file to go to.
            let is_there = |file: &str| project.is_some_and(|project| project.path(file).is_file());
            let place = page.place.clone().filter(|place| place.at.is_some() || is_there(&place.file));
            let page = Diagnostic { place, ..page };
            writeln!(out, "{}", report::text(&[page], &|_| None, colors).trim_end())?;
        }
    }
    if has_pages {
        writeln!(out)?;
    }
    let mut some = Vec::new();
    for group in all.groups() {
        let wanted = group.file().filter(|_| group.tally().bare > 0);
        let text = wanted.and_then(|file| project?.read(file).ok());
        let mut findings = group.iter().filter(|finding| !is_page(finding));
        loop {
            some.clear();
            some.extend(findings.by_ref().take(DRAWN_AT_ONCE));
            if some.is_empty() {
                break;
            }
            out.write_all(report::text(&some, &|_| text.as_deref(), colors).as_bytes())?;
        }
    }
    let summary = report::summary(all);
    match unread {
        0 => writeln!(out, "{summary}")?,
        1 => writeln!(out, "{summary}; 1 file can't be read")?,
        count => writeln!(out, "{summary}; {count} files can't be read")?,
    }
    match all.tally().certain {
        0 => Ok(()),
        1 => writeln!(out, "1 of them is corrected by: drogman check --fix"),
        count => writeln!(out, "{count} of them are corrected by: drogman check --fix"),
    }
}

/// So many findings are drawn at once.
const DRAWN_AT_ONCE: usize = 256;
