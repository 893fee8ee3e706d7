//! What `init` says at its end: what it saw, and what to do next.

use super::builder::Tree;
use super::folders::Folders;
use super::next::{Step, next};
use super::plan::Plan;
use super::site::Site;
use crate::cli::untranslated::names_of;
use crate::cli::{Context, Error};
use crate::document::{Format, Options, Outside, parse};
use crate::project::Project;
use crate::report::{builder_address, plural};
use crate::text::visible;

/// Says that a project got the usual settings, and why.
pub(super) fn usual_settings(why: &str) -> String {
    format!("{why}. So these are the usual settings; those for each builder: {}", builder_address(None))
}

/// Says what to do in a project, beginning with where to write.
pub(super) fn steps(first: &str, project: &Project, context: &mut Context<'_>) -> Result<(), Error> {
    let config = &project.config;
    let folders: Vec<String> =
        config.targets.iter().map(|locale| format!("{}/", config.catalog_folder(locale))).collect();
    writeln!(
        context.out,
        "\nNext:\n  \
         1. {}\n  \
         2. drogman sync      makes the catalogs\n  \
         3. translate in {}, one line under each French sentence\n  \
         4. drogman status    shows what is missing or out of date; drogman build assembles the pages",
        visible(first),
        in_a_row(&folders)
    )?;
    Ok(())
}

/// Says that French has a folder of its own, and what becomes of the others.
pub(super) fn folders(apart: &Folders, project: &Project, context: &mut Context<'_>) -> Result<(), Error> {
    let place = |folder: &str| format!("{folder}/");
    let french = place(&apart.french);
    writeln!(context.out, "\nThe French pages are those in {}.", visible(&french))?;
    if !apart.others.is_empty() {
        let others: Vec<String> = apart.others.iter().map(|folder| place(folder)).collect();
        writeln!(
            context.out,
            "What is in {} stays as it is. How it comes into the catalogs: adopting.md in the documentation of drogman",
            visible(&in_a_row(&others))
        )?;
    }
    steps(&format!("write French in {french} as before"), project, context)
}

/// Says what was seen of a site, where its translated pages will be, and what to do.
pub(super) fn site(
    site: &Site,
    plan: &Plan,
    project: &Project,
    tree: &Tree<'_>,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    let (builder, content) = (site.found.builder, format!("{}/", shown(&site.content)));
    let count = project.survey().map_or(0, |survey| survey.documents.len());
    let pages: &[String] = plan.outputs.split_last().map_or(&[], |(_, pages)| pages);
    writeln!(
        context.out,
        "\nThis is a site of {} ({}). Its French pages: {count} in {}. The translated ones are built into {}.",
        builder.name(),
        visible(&site.found.file),
        visible(&content),
        visible(&in_a_row(pages))
    )?;
    for (place, count) in &plan.translated {
        let (are, what) = match *count {
            1 => ("is", "it alone; remove it when its"),
            _ => ("are", "them alone; remove each when its"),
        };
        writeln!(
            context.out,
            "{} {are} in {} already. `drogman build` leaves {what} catalog is translated.",
            plural(*count, "page"),
            visible(place)
        )?;
    }
    for (place, count) in &plan.beside {
        let (are, each) = if *count == 1 { ("is", "it when its") } else { ("are", "each when its") };
        writeln!(
            context.out,
            "{} {are} in {}, and left as before; remove {each} catalog is translated.",
            plural(*count, "page"),
            visible(place)
        )?;
    }
    if !(plan.translated.is_empty() && plan.beside.is_empty()) {
        writeln!(
            context.out,
            "What is translated there need not be again: adopting.md in the documentation of drogman."
        )?;
    }
    for doubt in &site.doubts {
        writeln!(context.out, "Not sure: {}.", visible(doubt))?;
    }
    steps(&format!("write French in {content} as before"), project, context)?;
    if let Some(Step { place, lines }) = next(site, &project.config.targets, plan, tree) {
        writeln!(context.out, "  5. {}:\n", visible(&place))?;
        for line in &lines {
            writeln!(context.out, "       {}", visible(line))?;
        }
    }
    Ok(())
}

/// Says where more is written on a builder.
pub(super) fn more(site: &Site, context: &mut Context<'_>) -> Result<(), Error> {
    let builder = site.found.builder;
    writeln!(context.out, "\nMore on {}: {}", builder.name(), builder_address(Some(builder.section())))?;
    Ok(())
}

/// Says under which names the pages have words that no setting takes for text: they would stay in French.
pub(super) fn left(project: &Project, context: &mut Context<'_>) -> Result<(), Error> {
    let documents = &project.config.documents;
    let options = Options {
        front_matter: documents.front_matter.clone(),
        tells_front_matter: true,
        arguments: documents.arguments.clone(),
    };
    let mut places = Vec::new();
    for page in project.survey().map(|survey| survey.documents).unwrap_or_default() {
        let (Some(format), Ok(text)) = (Format::of_path(&page.path), project.read(&page.file)) else {
            continue;
        };
        places.extend(parse(format, &page.file, &text, &options).0.untranslated);
    }
    let told = [
        (Outside::FrontMatter, "front_matter", "Keys of front matter"),
        (Outside::Argument, "arguments", "Arguments of shortcodes and attributes of tags"),
    ];
    for (within, setting, what) in told {
        let names = names_of(&places, within);
        if !names.is_empty() {
            writeln!(
                context.out,
                "\n{what} with words that stay in French: {names}. \
                 Those that readers see belong in `{setting}` of [documents] in drogman.toml."
            )?;
        }
    }
    Ok(())
}

/// `a, b and c`.
fn in_a_row(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn shown(folder: &str) -> &str {
    if folder.is_empty() { "." } else { folder }
}
