//! Where the reports of a check go, and in which form.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::cli::{Context, Error, Kind};
use crate::diagnostic::Diagnostic;
use crate::project::{Project, io_words};
use crate::report::{self, Colors};
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

/// Writes the reports that were asked for. A file that can't be written is reported, and the rest is done.
pub(super) fn write(
    findings: &[Diagnostic],
    format: Option<Format>,
    outputs: &[(Format, Option<PathBuf>)],
    project: &Project,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    let to_out: Vec<Format> = format
        .into_iter()
        .chain(outputs.iter().filter(|(_, file)| file.is_none()).map(|(form, _)| *form))
        .collect();
    let to_out = if to_out.is_empty() { vec![Format::Text] } else { to_out };
    let folder = context.project_folder(project);
    for (form, file) in outputs {
        let Some(file) = file else { continue };
        let text = render(findings, *form, &folder, project, Colors::Plain);
        if let Err(error) = write_file(&context.current.join(file), &text) {
            let message = format!("the report `{}` could not be written", visible(&file.to_string_lossy()));
            context.report(Error::new(Kind::Output, message).because(io_words(&error)));
        }
    }
    for form in to_out {
        let text = render(findings, form, &folder, project, context.out_colors);
        context.out.write_all(text.as_bytes())?;
    }
    Ok(())
}

fn write_file(path: &Path, text: &str) -> std::io::Result<()> {
    let mut file = std::fs::File::create(path)?;
    file.write_all(text.as_bytes())
}

fn render(
    findings: &[Diagnostic],
    format: Format,
    folder: &str,
    project: &Project,
    colors: Colors,
) -> String {
    match format {
        Format::Text => people(findings, project, colors),
        Format::Json => report::json(findings),
        Format::Github => report::github(findings, folder),
        Format::Sarif => report::sarif(findings, folder),
        Format::Gitlab => report::gitlab(findings, folder),
        Format::Junit => report::junit(findings, folder),
        Format::Rdjson => report::rdjson(findings, folder),
    }
}

/// The findings of one file after another, so that but one file's text is held at a time.
fn people(findings: &[Diagnostic], project: &Project, colors: Colors) -> String {
    let file = |finding: &Diagnostic| finding.place.as_ref().map(|place| place.file.clone());
    let mut out = String::new();
    for group in findings.chunk_by(|a, b| file(a) == file(b)) {
        let text = file(&group[0]).and_then(|file| project.read(&file).ok());
        out.push_str(&report::text(group, &|_| text.as_deref(), colors));
    }
    out.push_str(&report::summary(findings));
    out.push('\n');
    out
}
