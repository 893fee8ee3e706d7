//! `drogman init`.

mod builder;
mod folders;
mod next;
mod plan;
mod said;
mod settings;
mod site;
mod taken;

use std::path::Path;

use self::builder::{Builder, Tree};
use self::folders::Folders;
use self::plan::Plan;
pub(super) use self::plan::is_shown_by_a_builder;
use self::site::{Seen, Site};
use super::{Context, Error, Kind, languages};
use crate::config::{Config, FILE_NAME, join};
use crate::project::{FileError, FileProblem, Project};
use crate::text::{Locale, visible};

/// Start a project in the current folder
///
/// Writes drogman.toml and l10n.toml, the rules for git, and a first document if there is none. Name the
/// languages to translate into with --locale. In a site of MkDocs, Hugo, Jekyll, Docusaurus, Astro, VitePress,
/// mdBook, Zola or Eleventy it writes the settings that are right there, and says what is to be written in the site's own.
/// Where a project is, it changes nothing: --vscode alone adds its files.
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
    if let Ok(found) = Project::find(&folder) {
        return in_project(&found, args, context);
    }
    let asked = locales(&context.global.locale)?;
    for locale in &asked {
        refuse_what_is_none(locale)?;
    }
    // Only to look at what is there, the usual settings will do.
    let usual = Project::new(&folder, &configuration(&or_english(&asked), None))?;
    let files = usual.listing();
    let read = |file: &str| usual.read(file).ok();
    let tree = Tree { files: &files, read: &read };
    let (site, unsure) = match site::see(&tree) {
        Seen::Site(site) => (Some(site), None),
        Seen::Nothing => (None, None),
        Seen::Unsure(why) => (None, Some(why)),
    };
    let apart = if site.is_none() { folders::see(&tree) } else { None };
    let of_site = match (&site, &apart) {
        (Some(site), _) => plan::languages(site),
        (None, Some(apart)) => apart.languages.clone(),
        (None, None) => Vec::new(),
    };
    let locales = or_english(if asked.is_empty() { &of_site } else { &asked });
    for locale in &locales {
        context.doubt(locale);
    }
    let planned = site.map(|site| (plan::plan(&site, &locales, &tree), site));
    // A site may be made in a way that no settings of ours are right for.
    let planned = planned.filter(|(plan, _)| Project::new(&folder, &plan.settings).is_ok());
    let settings = planned
        .as_ref()
        .map_or_else(|| configuration(&locales, apart.as_ref()), |(plan, _)| plan.settings.clone());
    let project = Project::new(&folder, &settings)?;
    let is_begun = project.has_documents();
    let wrote = write(&project, &settings, planned.as_ref(), args, context)?;

    tell(&wrote, context)?;
    let unasked = match (asked.is_empty(), of_site.is_empty()) {
        (false, _) => None,
        (true, false) => Some("which the site has"),
        (true, true) => Some("as no --locale was given"),
    };
    tell_languages(&project, unasked, context)?;
    if let Some(why) = unsure {
        writeln!(context.out, "\n{}.", visible(&said::usual_settings(&why)))?;
    }
    match (&planned, &apart) {
        (Some((plan, site)), _) => said::site(site, plan, &project, &tree, context)?,
        (None, Some(apart)) => said::folders(apart, &project, context)?,
        (None, None) => {
            let first = match is_begun {
                true => "write French under content/ as before (Markdown or plain text)",
                false => "write French under content/ (Markdown or plain text), or move your documents there",
            };
            said::steps(first, &project, context)?;
        }
    }
    said::left(&project, context)?;
    match &planned {
        Some((_, site)) => said::more(site, context),
        None => Ok(()),
    }
}

/// Says which languages the project is for, and why these, if nobody named them.
fn tell_languages(project: &Project, unasked: Option<&str>, context: &mut Context<'_>) -> Result<(), Error> {
    let named: Vec<String> = project.config.targets.iter().map(in_words).collect();
    let why = unasked.map_or(String::new(), |why| {
        format!(", {why}; to change that: `locales` in drogman.toml and in l10n.toml")
    });
    Ok(writeln!(context.out, "\nFrom French into {}{why}.", named.join(", "))?)
}

/// Where a project is already, only the files for an editor are written, if they are asked for.
fn in_project(found: &Path, args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    if !args.vscode {
        let message = format!("there is a project already: `{}`", visible(&found.to_string_lossy()));
        let help = match new_languages(context) {
            None => "nothing was changed; go on with: drogman sync".to_owned(),
            Some(new) => format!(
                "nothing was changed; for a further language, write {new} in `project.locales` of drogman.toml and in `locales` of l10n.toml, then: drogman sync"
            ),
        };
        return Err(Error::new(Kind::Usage, message).help(help));
    }
    let project = context.project()?;
    let mut wrote = Vec::new();
    write_editor(&project, &mut wrote, context)?;
    tell(&wrote, context)
}

/// Writes the files of a project that are not there yet, and gives their paths. A site, if there is one, has its own
/// first document, and ignores what its plan says.
fn write(
    project: &Project,
    settings: &str,
    planned: Option<&(Plan, Box<Site>)>,
    args: &Args,
    context: &mut Context<'_>,
) -> Result<Vec<String>, Error> {
    let mut wrote = Vec::new();
    if !project.has_documents() {
        let first = planned.map_or(FIRST_DOCUMENT.to_owned(), |(_, site)| first_document(site));
        write_new(project, &join(&project.config.content, "bienvenue.md"), &first, &mut wrote, context)?;
    }
    write_new(project, "l10n.toml", &l10n(&project.config), &mut wrote, context)?;
    let ignored = planned.map_or(IGNORED.map(str::to_owned).to_vec(), |(plan, _)| plan.ignored.clone());
    add_lines(project, ".gitignore", &ignored, &mut wrote)?;
    add_lines(project, ".gitattributes", &ATTRIBUTES.map(str::to_owned), &mut wrote)?;
    if args.vscode {
        write_editor(project, &mut wrote, context)?;
    }
    // Last: what is cut short before is no project yet, and `init` may simply be run again.
    write_new(project, FILE_NAME, settings, &mut wrote, context)?;
    Ok(wrote)
}

/// A first document of a site: all builders but mdBook want its title in the front matter.
fn first_document(site: &Site) -> String {
    match site.found.builder {
        Builder::MdBook => FIRST_DOCUMENT.to_owned(),
        Builder::Zola => FIRST_DOCUMENT.replacen("# Bienvenue", "+++\ntitle = \"Bienvenue\"\n+++", 1),
        Builder::MkDocs
        | Builder::Hugo
        | Builder::Docusaurus
        | Builder::Astro
        | Builder::Starlight
        | Builder::VitePress
        | Builder::Jekyll
        | Builder::Eleventy => FIRST_DOCUMENT.replacen("# Bienvenue", "---\ntitle: Bienvenue\n---", 1),
    }
}

fn write_editor(project: &Project, wrote: &mut Vec<String>, context: &mut Context<'_>) -> Result<(), Error> {
    VSCODE.iter().try_for_each(|(file, text)| {
        let is_kept = project.path(file).symlink_metadata().is_ok();
        write_new(project, file, text, wrote, context)?;
        // One that holds ours already needs nothing more.
        if is_kept && !project.read(file).is_ok_and(|old| old.trim() == text.trim()) {
            context.progress(&format!("put what it lacks of this into it:\n{}", text.trim_end()));
        }
        Ok(())
    })
}

fn tell(wrote: &[String], context: &mut Context<'_>) -> Result<(), Error> {
    for file in wrote {
        writeln!(context.out, "wrote {file}")?;
    }
    Ok(())
}

/// The target locales asked for.
fn locales(tags: &[String]) -> Result<Vec<Locale>, Error> {
    let mut locales: Vec<Locale> = Vec::new();
    for tag in tags {
        let locale: Locale = tag.parse().map_err(|_| {
            let error = Error::usage(format!("`{}` is not a language tag", visible(tag)));
            let all: Vec<&str> = tag.split([',', ';', ' ']).filter(|tag| !tag.is_empty()).collect();
            match all.len() > 1 && all.iter().all(|tag| tag.parse::<Locale>().is_ok()) {
                true => error.help(format!("name each by itself: --locale {}", all.join(" --locale "))),
                false => error.help("a tag is like `en`, `pt-BR` or `zh-Hant`"),
            }
        })?;
        if locale.as_str() == "fr" {
            return Err(Error::usage("French is the source: name the languages to translate into"));
        }
        if !locales.contains(&locale) {
            locales.push(locale);
        }
    }
    Ok(locales)
}

/// The languages that are asked for and that the project does not have, as the settings name them.
fn new_languages(context: &mut Context<'_>) -> Option<String> {
    let asked = locales(&context.global.locale).ok()?;
    let project = context.project().ok()?;
    let new = asked.iter().filter(|locale| !project.config.targets.contains(locale));
    let new: Vec<String> = new.map(|locale| format!("\"{locale}\"")).collect();
    (!new.is_empty()).then(|| new.join(", "))
}

/// Two files would have to be corrected where this is seen later.
fn refuse_what_is_none(locale: &Locale) -> Result<(), Error> {
    match languages::doubt(locale) {
        Some((message, Some(help))) if languages::name(locale).is_none() => {
            Err(Error::usage(message).help(format!("{help} Nothing was written")))
        }
        _ => Ok(()),
    }
}

/// English, where no language is named.
fn or_english(locales: &[Locale]) -> Vec<Locale> {
    match locales {
        [] => "en".parse::<Locale>().into_iter().collect(),
        named => named.to_vec(),
    }
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

fn configuration(locales: &[Locale], apart: Option<&Folders>) -> String {
    let content = apart.map(|apart| format!("content = \"{}\"\n", apart.french)).unwrap_or_default();
    format!(
        "# What drogman follows. Every other setting has a default.\n\
         \n\
         [project]\n\
         source = \"fr\"\n\
         locales = [{}]\n\
         {content}\n\
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
fn add_lines(project: &Project, file: &str, lines: &[String], wrote: &mut Vec<String>) -> Result<(), Error> {
    let mut text = match project.read(file) {
        Ok(text) => text,
        Err(FileError { problem: FileProblem::Missing, .. }) => String::new(),
        Err(error) => return Err(error.into()),
    };
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let missing: Vec<&String> =
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
