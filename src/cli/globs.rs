//! Globs in the settings that match nothing because of a slip: what they weigh or leave out, they don't.

use std::collections::BTreeSet;

use crate::config::{FILE_NAME, Globs, document_name};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::project::{Project, Survey};
use crate::text::{nearest, visible};

/// What to tell of them.
pub(super) fn slips(project: &Project, survey: &Survey) -> Vec<Diagnostic> {
    let paths: Vec<&str> = survey.documents.iter().map(|document| document.path.as_str()).collect();
    let begun = with_content(project, &paths);
    let otherwise = written_otherwise(project, &paths);
    let misspelt = misspelt(project, &paths);
    let backslashed = with_backslash(project, &paths);
    let is_empty = paths.is_empty() && survey.errors.is_empty();
    let none = is_empty.then(|| no_document(project));
    let mut told: Vec<_> =
        begun.into_iter().chain(otherwise).chain(misspelt).chain(backslashed).chain(none).collect();
    if !is_empty {
        told.extend(empty_locales(project, &paths, &told));
    }
    told
}

/// Locales of which the globs match no document: they have nothing to be translated, and `build` takes their pages away.
/// Where a glob was `told` as a slip, that is why.
fn empty_locales(project: &Project, paths: &[&str], told: &[Diagnostic]) -> Vec<Diagnostic> {
    let locales = project.config.locales_without_document(paths).into_iter();
    let is_told =
        |glob: &String| told.iter().any(|slip| slip.message.contains(&format!("`{}`", visible(glob))));
    locales
        // An empty list is meant.
        .filter(|(_, globs)| !globs.is_empty() && !globs.iter().any(is_told))
        .map(|(locale, globs)| {
            let globs: Vec<String> = globs.iter().map(|glob| format!("\"{}\"", visible(glob))).collect();
            let message = format!("no document is to be translated into `{locale}`");
            Diagnostic::new("", Severity::Warning, message).at(Place::file(FILE_NAME)).help(format!(
                "`locale.{locale}.documents` names those that are, under {}/, and matches none: {}",
                visible(&project.config.content),
                globs.join(", ")
            ))
        })
        .collect()
}

fn slip(glob: &str, help: String) -> Diagnostic {
    let message = format!("`{}` in the settings matches no document", visible(glob));
    Diagnostic::new("", Severity::Warning, message).at(Place::file(FILE_NAME)).help(help)
}

/// A project without pages: that nothing is missing or stale may be taken for good news.
fn no_document(project: &Project) -> Diagnostic {
    let content = visible(&project.config.content);
    let place = if content.is_empty() { ".".into() } else { content };
    let globs = project.config.documents.include.patterns().iter();
    let globs: Vec<String> = globs.map(|glob| format!("\"{}\"", visible(glob))).collect();
    Diagnostic::new("", Severity::Warning, format!("there is no document in `{place}`"))
        .help(format!("documents are what `documents.include` names there: {}", globs.join(", ")))
}

/// Globs that begin with the content folder, as paths of the project do.
fn with_content(project: &Project, paths: &[&str]) -> Vec<Diagnostic> {
    let config = &project.config;
    let start = format!("{}/", config.content);
    if config.content.is_empty() || paths.iter().any(|path| path.starts_with(&start)) {
        return Vec::new();
    }
    let globs = config.document_globs().into_iter();
    globs
        .filter_map(|glob| {
            let rest = glob.strip_prefix(&start)?;
            let rest = if rest.is_empty() { "**" } else { rest };
            let meant = as_glob(rest, is_exclusion(project, glob), paths).unwrap_or_else(|| rest.to_owned());
            Some(slip(glob, format!("globs begin under {start}: write \"{}\"", visible(&meant))))
        })
        .collect()
}

/// Globs that name a folder, or an excluded page, as other programs want it.
fn written_otherwise(project: &Project, paths: &[&str]) -> Vec<Diagnostic> {
    let globs = project.config.document_globs().into_iter();
    globs
        .filter_map(|glob| {
            let meant = as_glob(glob, is_exclusion(project, glob), paths)?;
            Some(slip(glob, format!("write \"{}\"", visible(&meant))))
        })
        .collect()
}

/// Globs that part folders as Windows does, where they name documents with `/`. In TOML, one backslash and a letter may
/// be a tab or a line end.
fn with_backslash(project: &Project, paths: &[&str]) -> Vec<Diagnostic> {
    let matches = |glob: &str| names_some(glob, paths);
    let globs = project.config.document_globs().into_iter();
    globs
        .filter_map(|glob| {
            let slashed = glob.contains(is_backslash).then(|| slashed(glob))?;
            let meant = as_glob(&slashed, is_exclusion(project, glob), paths).unwrap_or(slashed);
            let is_told = matches(&meant) && !matches(glob);
            is_told.then(|| {
                slip(glob, format!("/ parts folders, on Windows too: write \"{}\"", visible(&meant)))
            })
        })
        .collect()
}

fn is_backslash(c: char) -> bool {
    matches!(c, '\\' | '\t' | '\n' | '\r' | '\u{8}' | '\u{c}')
}

/// A path with `/` for the backslashes that it was written with.
fn slashed(glob: &str) -> String {
    let mut slashed = String::with_capacity(glob.len() + 1);
    for c in glob.chars() {
        let letter = match c {
            '\t' => "t",
            '\n' => "n",
            '\r' => "r",
            '\u{8}' => "b",
            '\u{c}' => "f",
            '\\' => "",
            _ => {
                slashed.push(c);
                continue;
            }
        };
        slashed.push('/');
        slashed.push_str(letter);
    }
    slashed
}

fn is_exclusion(project: &Project, glob: &str) -> bool {
    project.config.documents.exclude.patterns().iter().any(|one| one == glob)
}

/// The glob for what is named as `brouillons`, `brouillons/` or `./actu/*.md`; nothing where that is there and right. A
/// policy may name a page without its extension, and what excludes it may not.
fn as_glob(named: &str, excludes: bool, paths: &[&str]) -> Option<String> {
    let plain = named.trim_start_matches("./");
    let name = plain.trim_end_matches('/');
    let page = paths.iter().find(|path| document_name(path) == name);
    let has_pages =
        || paths.iter().any(|path| path.strip_prefix(name).is_some_and(|rest| rest.starts_with('/')));
    // A page and a folder may have one name: the slash tells them apart.
    let is_folder = (page.is_none() || plain != name) && has_pages();
    let meant = match page {
        _ if is_folder => format!("{name}/**"),
        Some(page) if excludes => (*page).to_owned(),
        Some(_) => name.to_owned(),
        None => plain.to_owned(),
    };
    (!meant.is_empty() && meant != named).then_some(meant)
}

/// Globs of policies and locales of which the folder, or the document, is written nearly so in the content. One that
/// names nothing like it may be for pages to come, as is one of another year. What is excluded is no document, and
/// can't be compared.
fn misspelt(project: &Project, paths: &[&str]) -> Vec<Diagnostic> {
    let globs = project.config.globs_of_policies_and_locales();
    let told = globs.iter().filter_map(|glob| {
        let meant = of_folder(glob, paths).or_else(|| of_part(glob, paths, project))?;
        // Of two folders with a glob each, one may be empty.
        let is_other = globs.contains(meant.as_str());
        (!is_other).then(|| slip(glob, format!("did you mean \"{}\"?", visible(&meant))))
    });
    told.collect()
}

/// The glob that is meant by one whose folder, up to its first wildcard, or whose document is written nearly so.
fn of_folder(glob: &str, paths: &[&str]) -> Option<String> {
    let (named, rest) = literal(glob)?;
    let candidates: BTreeSet<&str> = paths.iter().filter_map(|path| like(named, rest, path)).collect();
    if candidates.contains(named) {
        return None;
    }
    let meant = candidates.into_iter().find(|candidate| is_slip(named, candidate))?;
    Some(format!("{meant}{rest}"))
}

/// The glob that is meant by one of which a folder behind a wildcard (`**/brouilons/**`), or the extension, is written
/// otherwise than in all documents. Pages of an extension that `documents.include` names may be to come.
fn of_part(glob: &str, paths: &[&str], project: &Project) -> Option<String> {
    let matches = |glob: &str| names_some(glob, paths);
    if matches(glob) {
        return None;
    }
    let parts: Vec<&str> = glob.split('/').collect();
    let with = |at: usize, part: &str| [&parts[..at], &[part], &parts[at + 1..]].concat().join("/");
    let folders: BTreeSet<&str> = paths.iter().flat_map(|path| path.rsplit('/').skip(1)).collect();
    let is_literal = |part: &str| !part.is_empty() && !part.contains(['*', '?', '[', '{', '\\']);
    let folder = parts.iter().enumerate().filter(|(_, part)| is_literal(part)).find_map(|(at, part)| {
        let near = folders.iter().find(|folder| *folder != part && is_slip(part, folder))?;
        Some(with(at, near)).filter(|meant| matches(meant))
    });
    let extension = || {
        let (head, end) = glob.rsplit_once('.').filter(|(_, end)| is_literal(end) && !end.contains('/'))?;
        let ends: BTreeSet<&str> = paths.iter().filter_map(|path| Some(path.rsplit_once('.')?.1)).collect();
        let included = project.config.documents.include.patterns();
        let is_included = |one: &String| {
            one.rsplit_once('.')
                .is_none_or(|(_, known)| known.split(['{', ',', '}']).any(|known| known == end))
        };
        if ends.contains(end) || included.iter().any(is_included) {
            return None;
        }
        ends.iter().map(|end| format!("{head}.{end}")).find(|meant| matches(meant))
    };
    folder.or_else(extension)
}

/// Whether a glob names one of the documents, with or without its extension.
fn names_some(glob: &str, paths: &[&str]) -> bool {
    let globs = Globs::new(&[glob]).ok();
    let is_named =
        |globs: Globs| paths.iter().any(|path| globs.is_match(path) || globs.is_match(document_name(path)));
    globs.is_some_and(is_named)
}

/// Whether one part of a path is written nearly as in another one, and the others are the same: plan.md is no api.md,
/// however long the folder is that both are in.
fn is_slip(named: &str, other: &str) -> bool {
    let figures = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let (named, other): (Vec<&str>, Vec<&str>) = (named.split('/').collect(), other.split('/').collect());
    let mut differing = named.iter().zip(&other).filter(|(a, b)| a != b);
    named.len() == other.len()
        && differing.next().is_some_and(|(a, b)| figures(a) == figures(b) && nearest(a, [*b]).is_some())
        && differing.next().is_none()
}

/// The folder that a glob names before its first wildcard, or the document if it has none, and what follows.
fn literal(glob: &str) -> Option<(&str, &str)> {
    let end = match glob.find(['*', '?', '[', '{', '\\']) {
        Some(wildcard) => glob[..wildcard].rfind('/')?,
        None => glob.len(),
    };
    Some(glob.split_at(end))
}

/// What stands in the path of a document in the place of what a glob names: as many folders, or the whole, with or
/// without its extension as there.
fn like<'p>(named: &str, rest: &str, path: &'p str) -> Option<&'p str> {
    if rest.is_empty() {
        let name = document_name(path);
        let has_extension = document_name(named) != named;
        return Some(if has_extension { path } else { name });
    }
    let depth = named.matches('/').count();
    let (end, _) = path.match_indices('/').nth(depth)?;
    Some(&path[..end])
}
