//! `drogman init`.

use super::{Context, Error, Kind, languages};
use crate::config::{Config, FILE_NAME};
use crate::project::{FileError, FileProblem, Project};
use crate::text::{Locale, visible};

/// Start a project in the current folder
///
/// Writes drogman.toml and l10n.toml, the rules for git, and a first document if there is none. Name the
/// languages to translate into with --locale. Where a project is, it changes nothing: --vscode alone adds its files.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Write settings for Visual Studio Code too: tasks that show findings in the editor, line wrapping
    #[arg(long)]
    pub(super) vscode: bool,
}

/// What git needs to know.
const IGNORED: [&str; 2] = ["/dist/", "/.drogman/"];
const ATTRIBUTES: [&str; 2] =
    ["*.ftl text eol=lf linguist-language=Fluent", "locales/fr/** linguist-generated"];

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let folder = match &context.global.project {
        Some(folder) => context.current.join(folder),
        None => context.current.clone(),
    };
    let mut wrote = Vec::new();
    if let Ok(found) = Project::find(&folder) {
        if !args.vscode {
            let message = format!("there is a project already: `{}`", visible(&found.to_string_lossy()));
            let help = "nothing was changed; go on with: drogman sync";
            return Err(Error::new(Kind::Usage, message).help(help));
        }
        let project = context.project()?;
        write_editor(&project, &mut wrote, context)?;
        return tell(&wrote, context);
    }
    let locales = locales(&context.global.locale)?;
    for locale in &locales {
        context.doubt(locale);
    }
    let settings = configuration(&locales);
    let project = Project::new(&folder, &settings)?;
    let content = project.config.content.clone();

    if !project.has_documents() {
        write_new(&project, &format!("{content}/bienvenue.md"), FIRST_DOCUMENT, &mut wrote, context)?;
    }
    write_new(&project, "l10n.toml", &l10n(&project.config), &mut wrote, context)?;
    add_lines(&project, ".gitignore", &IGNORED, &mut wrote)?;
    add_lines(&project, ".gitattributes", &ATTRIBUTES, &mut wrote)?;
    if args.vscode {
        write_editor(&project, &mut wrote, context)?;
    }
    // Last: what is cut short before is no project yet, and `init` may simply be run again.
    write_new(&project, FILE_NAME, &settings, &mut wrote, context)?;

    tell(&wrote, context)?;
    let first = &project.config.targets[0];
    let named: Vec<String> = project.config.targets.iter().map(in_words).collect();
    let unasked = match context.global.locale.is_empty() {
        true => ", as no --locale was given; to change that: `locales` in drogman.toml and in l10n.toml",
        false => "",
    };
    writeln!(context.out, "\nFrom French into {}{unasked}.", named.join(", "))?;
    writeln!(
        context.out,
        "\nNext:\n  \
         1. write French under {content}/ (Markdown or plain text), or move your documents there\n  \
         2. drogman sync      makes the catalogs\n  \
         3. translate in {}/{first}/, one line under each French sentence\n  \
         4. drogman status    shows what is missing or out of date; drogman build assembles the pages",
        project.config.catalogs
    )?;
    Ok(())
}

fn write_editor(project: &Project, wrote: &mut Vec<String>, context: &mut Context<'_>) -> Result<(), Error> {
    VSCODE.iter().try_for_each(|(file, text)| write_new(project, file, text, wrote, context))
}

fn tell(wrote: &[String], context: &mut Context<'_>) -> Result<(), Error> {
    for file in wrote {
        writeln!(context.out, "wrote {file}")?;
    }
    Ok(())
}

/// The target locales asked for; English without any.
fn locales(tags: &[String]) -> Result<Vec<Locale>, Error> {
    let mut locales: Vec<Locale> = Vec::new();
    for tag in tags {
        let locale: Locale = tag.parse().map_err(|_| {
            Error::usage(format!("`{}` is not a language tag", visible(tag)))
                .help("a tag is like `en`, `pt-BR` or `zh-Hant`")
        })?;
        if locale.as_str() == "fr" {
            return Err(Error::usage("French is the source: name the languages to translate into"));
        }
        if !locales.contains(&locale) {
            locales.push(locale);
        }
    }
    if locales.is_empty() {
        locales.extend("en".parse::<Locale>().ok());
    }
    Ok(locales)
}

/// `pt-BR (Portuguese)`.
fn in_words(locale: &Locale) -> String {
    match languages::name(locale) {
        Some(name) => format!("{locale} ({name})"),
        None => locale.to_string(),
    }
}

fn quoted(locales: &[Locale]) -> String {
    let tags: Vec<String> = locales.iter().map(|locale| format!("\"{locale}\"")).collect();
    tags.join(", ")
}

fn configuration(locales: &[Locale]) -> String {
    format!(
        "# What drogman follows. Every other setting has a default.\n\
         \n\
         [project]\n\
         source = \"fr\"\n\
         locales = [{}]\n\
         \n\
         # [documents]\n\
         # exclude = [\"brouillons/**\"]        # what is not to be translated\n\
         # hold = {{ draft = true }}            # front matter that holds a page back\n\
         \n\
         # [build]\n\
         # missing = \"source\"                 # or \"skip\" or \"fail\": a sentence without a translation\n\
         # stale = \"translation\"              # or \"source\", \"skip\", \"fail\": one whose French changed\n\
         \n\
         # [locale.en]\n\
         # documents = [\"actu/**\"]            # translate these only\n",
        quoted(locales)
    )
}

/// The configuration of other Fluent tools (compare-locales, Pontoon).
fn l10n(config: &Config) -> String {
    let (catalogs, source) = (&config.catalogs, &config.source);
    format!(
        "# For other Fluent tools. Keep `locales` as in drogman.toml.\n\
         basepath = \".\"\n\
         locales = [{}]\n\
         \n\
         [[paths]]\n    \
         reference = \"{catalogs}/{source}/**/*.ftl\"\n    \
         l10n = \"{catalogs}/{{locale}}/**/*.ftl\"\n",
        quoted(&config.targets)
    )
}

const FIRST_DOCUMENT: &str = "\
# Bienvenue

Cette page est votre premier document. Chaque phrase y devient une unité de traduction, qui garde son
identité quand vous la corrigez ou la déplacez.

Écrivez comme d’habitude : les traducteurs sauront quelles phrases ont changé, et lesquelles attendent.
";

/// Each file is written only where there is none.
const VSCODE: [(&str, &str); 3] = [
    (".vscode/tasks.json", include_str!("init/tasks.json")),
    (".vscode/settings.json", include_str!("init/settings.json")),
    (".vscode/extensions.json", include_str!("init/extensions.json")),
];

fn write_new(
    project: &Project,
    file: &str,
    text: &str,
    wrote: &mut Vec<String>,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    if project.path(file).symlink_metadata().is_ok() {
        context.progress(&format!("kept {file} as it is"));
        return Ok(());
    }
    project.write(file, text.as_bytes())?;
    wrote.push(file.to_owned());
    Ok(())
}

/// Adds lines to a file of somebody else's, where it has them not.
fn add_lines(project: &Project, file: &str, lines: &[&str], wrote: &mut Vec<String>) -> Result<(), Error> {
    let mut text = match project.read(file) {
        Ok(text) => text,
        Err(FileError { problem: FileProblem::Missing, .. }) => String::new(),
        Err(error) => return Err(error.into()),
    };
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let missing: Vec<&&str> =
        lines.iter().filter(|line| !text.lines().any(|old| old.trim() == **line)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str(end);
    }
    for line in missing {
        text.push_str(line);
        text.push_str(end);
    }
    project.write(file, text.as_bytes())?;
    wrote.push(file.to_owned());
    Ok(())
}
