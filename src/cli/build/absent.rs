//! Links to pages that are not there: a path from the page (`../quai.md`) to a file of the content folder. Where a site
//! builder finds pages otherwise nobody knows, so that nothing is told of other addresses; and where a plugin makes
//! some itself, only of those that are written nearly as a page that is there.

mod site;

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use self::site::Site;
use crate::cli::Context;
use crate::config::{document_name, join, led_from};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::document::decoded;
use crate::project::{Project, Survey};
use crate::report::plural;
use crate::text::{LineIndex, Verbatim, nearest, verbatim, visible};
use crate::unit::Page;

/// More of them are counted, not told.
const TOLD: usize = 10;

/// How the files of pages end that links name.
const ENDS: [&str; 3] = ["md", "mdx", "markdown"];

/// A link of a French page to one that is not there.
pub(super) struct Absent {
    place: Place,
    written: String,
    /// The path in it, and the path of the project that this leads to.
    path: String,
    file: String,
}

/// The links of a page to pages that are not there, the first one to each. `own` is the path of the page.
pub(super) fn of_page(project: &Project, own: &str, page: &Page<'_>) -> Vec<Absent> {
    let text = page.document.source;
    let mut lines = None;
    let mut known: FxHashSet<String> = FxHashSet::default();
    let mut absent = Vec::new();
    for segment in page.segments.iter().filter(|segment| segment.text.contains("](")) {
        for (span, _) in verbatim(segment.text).into_iter().filter(|(_, kind)| *kind == Verbatim::Target) {
            let target = segment.text[span.clone()].trim_end_matches([')', '>', ' ']);
            let address = target.trim_start_matches(['<', ']', '(']);
            let Some((path, file)) = page_of(own, address) else { continue };
            if known.contains(&file) || is_there(project, own, &path, &file) {
                continue;
            }
            let start = segment.span().start + span.start + target.len() - address.len();
            let block = &page.document.blocks[segment.block()];
            let span = block.file_span(&(start..start + address.len()));
            let lines = lines.get_or_insert_with(|| LineIndex::new(text));
            let place = Place::span(own, lines, &span);
            let (written, path) = (address.to_owned(), path.into_owned());
            absent.push(Absent { place, written, path, file: file.clone() });
            known.insert(file);
        }
    }
    absent
}

/// The path that an address names, and the file of the project that it leads to from a page, if it is one of a page.
fn page_of<'a>(own: &str, address: &'a str) -> Option<(Cow<'a, str>, String)> {
    let path = address.split(['#', '?']).next()?;
    let is_page = path.rsplit_once('.').is_some_and(|(_, end)| ENDS.contains(&end));
    // What a builder fills in is no path yet, and signs that are escaped are others there.
    let is_path = is_page && !path.starts_with('/') && !path.contains([':', '{', '@', '$', '\\', '&']);
    let path = Some(decoded(path)).filter(|_| is_path)?;
    let file = led_from(own, &path)?;
    Some((path, file))
}

/// Whether a page is there that a path may mean, or nobody knows: beyond the content folder, or in a folder that only a
/// builder makes.
fn is_there(project: &Project, own: &str, path: &str, file: &str) -> bool {
    let config = &project.config;
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    if config.under_content(file).is_none() || !project.path(folder).is_dir() || project.path(file).exists() {
        return true;
    }
    // mdBook and others serve the README of a folder as its index.
    if *file == join(folder, "index.md") && project.path(&join(folder, "README.md")).is_file() {
        return true;
    }
    // By its address in the site, too: `quai.md` may lie at `quai/index.md`.
    let names = [path, document_name(path)].map(|path| config.documents_led_to(own, path, false)).concat();
    let is_file = |path: String| project.path(&join(&config.content, &path)).is_file();
    names.iter().any(|name| ENDS.iter().any(|end| is_file(format!("{name}.{end}"))))
}

/// Says which pages are named in vain, when all are written: a link may lead to one that was just made.
pub(super) fn tell(absent: &[Absent], project: &Project, survey: &Survey, context: &mut Context<'_>) {
    if absent.is_empty() {
        return;
    }
    let site = Site::of(project);
    let is_known = |one: &Absent| project.path(&one.file).exists() || site.finds(project, &one.path);
    let mut told: Vec<(&Absent, Option<&str>)> = absent
        .iter()
        .filter(|one| !is_known(one))
        .map(|one| (one, meant(&one.file, survey)))
        .filter(|(_, meant)| meant.is_some() || !site.makes_pages)
        .collect();
    let more = told.len().saturating_sub(TOLD);
    told.truncate(TOLD);
    for (one, meant) in told {
        let message =
            format!("`{}` leads to no page: {} is not there", visible(&one.written), visible(&one.file));
        let finding = Diagnostic::new("", Severity::Warning, message).at(one.place.clone());
        context.warn(&[match meant {
            Some(meant) => finding.help(format!("did you mean {}?", visible(meant))),
            None => finding,
        }]);
    }
    if more > 0 {
        context.progress(&format!(
            "{} to pages that are not there: drogman build DOCUMENT tells those of a page",
            plural(more, "more link")
        ));
    }
}

/// The document whose file is written nearly so, or the only one that has this name in another folder. The extension,
/// which most have, makes no two names alike.
fn meant<'s>(file: &str, survey: &'s Survey) -> Option<&'s str> {
    let parts = |file| str::rsplit_once(file, '/').unwrap_or(("", file));
    let (folder, name) = parts(file);
    let files = || survey.documents.iter().map(|document| document.file.as_str());
    let beside = files().filter(|file| parts(file).0 == folder).map(|file| document_name(parts(file).1));
    if let Some(near) = nearest(document_name(name), beside) {
        return files().find(|file| parts(file).0 == folder && document_name(parts(file).1) == near);
    }
    let mut elsewhere = files().filter(|file| parts(file).1 == name);
    elsewhere.next().filter(|_| elsewhere.next().is_none())
}
