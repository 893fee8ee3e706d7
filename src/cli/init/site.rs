//! Where the French pages of a site are, and where its builder wants the translated ones.

use std::collections::BTreeSet;

use super::builder::{Builder, Facts, Found, Plugin, Tree, facts, find, is_french, is_mdx, is_page};
use super::taken::{Taken, taken};
use crate::cli::languages;
use crate::config::{Globs, document_name, join};
use crate::report::plural;
use crate::text::Locale;

/// How translated pages lie beside the French ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// A folder for each language, French too: `docs/fr/`, `docs/en/`.
    Folders,
    /// French pages at the root, a folder in it for each other language: `pont.md`, `en/pont.md`.
    Below,
    /// The language in the file's name: `pont.md`, `pont.en.md`.
    Suffixes,
    /// A tree of its own, away from the pages.
    Apart,
}

/// A site, as far as its files tell.
#[derive(Debug)]
pub(super) struct Site {
    pub(super) found: Found,
    pub(super) facts: Facts,
    pub(super) way: Way,
    /// The folder of the French pages.
    pub(super) content: String,
    /// Whether French pages have their language in their names, and all others are in another language.
    pub(super) only_suffixed: bool,
    /// Languages that pages are in, as files and folders name them; without French.
    pub(super) present: Vec<String>,
    /// What the French pages take into themselves.
    pub(super) taken: Vec<Taken>,
    /// What is not sure, in words.
    pub(super) doubts: Vec<String>,
}

/// What the folder is.
pub(super) enum Seen {
    /// No builder that is known.
    Nothing,
    /// A site.
    Site(Box<Site>),
    /// It can't be told, and why.
    Unsure(String),
}

/// Looks at a folder.
pub(super) fn see(tree: &Tree<'_>) -> Seen {
    let mut found = find(tree);
    if found.len() > 1 {
        let all: Vec<String> =
            found.iter().map(|one| format!("{} ({})", one.builder.name(), one.file)).collect();
        return Seen::Unsure(format!(
            "There are several site builders here: {}. drogman can't tell which one publishes the French pages",
            all.join(", ")
        ));
    }
    let Some(found) = found.pop() else { return Seen::Nothing };
    let facts = facts(&found, tree);
    Seen::Site(Box::new(lay(found, facts, tree)))
}

fn lay(found: Found, mut facts: Facts, tree: &Tree<'_>) -> Site {
    let mut doubts = std::mem::take(&mut facts.doubts);
    let pages: Vec<&str> = pages(&found, &facts, tree).collect();
    let present = present(&pages, &facts.languages);
    let french_folder = french_folder(&found, &facts, &pages, tree, &mut doubts);
    let suffixed = pages.iter().filter(|page| suffix(page).is_some_and(is_french)).count();
    let is_suffixed = matches!(found.builder, Builder::Hugo | Builder::Zola | Builder::MkDocs);
    let default_is_french = facts.default.as_deref().is_none_or(is_french);
    let only_suffixed = french_folder.is_none() && suffixed > 0 && is_suffixed && {
        let plain = pages.iter().filter(|page| suffix(page).is_none()).count();
        !default_is_french || plain == 0
    };
    let translated = "i18n/fr/docusaurus-plugin-content-docs/current";
    let translated = join(&found.folder, translated);
    let is_translated =
        found.builder == Builder::Docusaurus && !default_is_french && tree.below(&translated).any(is_page);
    if found.builder == Builder::MkDocs && facts.plugin == Plugin::Folders && french_folder.is_none() {
        let pages = &facts.pages;
        doubts.push(format!(
            "{} says `docs_structure: folder`, and {pages}/fr/ is not there: with `docs_structure: suffix` pages may stay where they are",
            found.file
        ));
    }
    if is_translated {
        doubts.push(format!(
            "for {} French is a translation: the pages of its own language in {}/ stay as they are",
            found.file, facts.pages
        ));
    } else if french_folder.is_none() && !only_suffixed && !default_is_french {
        let default = facts.default.as_deref().unwrap_or_default();
        doubts.push(format!(
            "{} says that the site is in `{default}`: drogman takes the pages for French. If they are not, name the folder of the French ones (`content` in drogman.toml)",
            found.file
        ));
    }
    let has_folder = french_folder.is_some();
    let content = match french_folder {
        Some(folder) => folder,
        None if is_translated => translated,
        None => facts.pages.clone(),
    };
    let way = way(found.builder, has_folder, &content);
    doubts.extend(of_mdx(found.builder, &pages));
    if found.builder == Builder::Jekyll && way == Way::Apart && pages_are_in(&pages, "_posts/") {
        doubts.push("translated posts come out as pages, below /en/_posts/, say".to_owned());
    }
    let taken = taken(found.builder, &content, tree);
    keep_what_is_taken(&mut facts, &taken, &mut doubts);
    doubts.extend(out_of_reach(&taken, way, &content));
    Site { found, facts, way, content, only_suffixed, present, taken, doubts }
}

/// How translated pages lie beside the French ones, which may have a folder of their own.
fn way(builder: Builder, has_folder: bool, content: &str) -> Way {
    let way = match (builder, has_folder) {
        (Builder::MdBook | Builder::Docusaurus, _) => Way::Apart,
        (_, true) => Way::Folders,
        (Builder::Hugo | Builder::Zola | Builder::MkDocs, false) => Way::Suffixes,
        (
            Builder::Jekyll | Builder::Eleventy | Builder::Astro | Builder::Starlight | Builder::VitePress,
            false,
        ) => Way::Below,
    };
    // Outputs need a folder of their own: the project's may hold a manifest.json of somebody else's.
    match way {
        Way::Below if content.is_empty() => Way::Apart,
        Way::Folders if !content.contains('/') => Way::Apart,
        way => way,
    }
}

/// What to know of pages of MDX, where there are some.
fn of_mdx(builder: Builder, pages: &[&str]) -> Option<String> {
    let count = match builder {
        Builder::Docusaurus | Builder::Astro | Builder::Starlight => {
            pages.iter().filter(|page| is_mdx(page)).count()
        }
        Builder::MkDocs
        | Builder::Hugo
        | Builder::Zola
        | Builder::MdBook
        | Builder::Jekyll
        | Builder::VitePress
        | Builder::Eleventy => 0,
    };
    let (are, them) = if count == 1 { ("is", "it") } else { ("are", "them") };
    (count > 0).then(|| {
        format!(
            "{} of MDX (.mdx) {are} read as Markdown: what stands in braces in a sentence is text that translators copy; \
             to leave {them} out, take \"**/*.mdx\" out of `include` in drogman.toml",
            plural(count, "page")
        )
    })
}

/// What to know where translated pages lie elsewhere than the French ones: a path that begins at the page leads
/// elsewhere, too.
fn out_of_reach(taken: &[Taken], way: Way, content: &str) -> Option<String> {
    let start = if content.is_empty() { String::new() } else { format!("{content}/") };
    let mut lost = taken.iter().filter(|one| way != Way::Suffixes && !one.file.starts_with(&start));
    let Taken { page, written, .. } = lost.next()?;
    let more = match lost.count() {
        0 => String::new(),
        more => format!(" (and {} like it)", plural(more, "path")),
    };
    Some(format!(
        "{page} takes in `{written}`{more}: a translated page lies in another folder, from which this leads nowhere. \
         Write a path that does not begin at the page"
    ))
}

/// What a configuration leaves out, and pages take in: readers see it all the same.
fn keep_what_is_taken(facts: &mut Facts, taken: &[Taken], doubts: &mut Vec<String>) {
    let start = if facts.pages.is_empty() { String::new() } else { format!("{}/", facts.pages) };
    facts.left_out.retain(|glob| {
        let Ok(globs) = Globs::new(&[glob]) else { return false };
        let is_in = |one: &Taken| one.file.strip_prefix(&start).is_some_and(|file| globs.is_match(file));
        let is_taken = taken.iter().any(is_in);
        if is_taken {
            doubts.push(format!(
                "`{glob}` is left out by `srcExclude`, and pages take in what it names: it is translated, too. \
                 Write `**/{}` there, so that the translated ones are no pages either",
                glob.trim_start_matches("**/")
            ));
        }
        !is_taken
    });
}

/// The pages of the site, as paths below its folder of pages; without what was built and what a repository tells of itself.
fn pages<'t>(found: &Found, facts: &Facts, tree: &'t Tree<'_>) -> impl Iterator<Item = &'t str> {
    let left_out: Vec<String> =
        apart_from(found, facts).into_iter().map(|folder| format!("{folder}/")).collect();
    tree.below(&facts.pages).filter(|file| is_page(file)).filter(move |file| {
        !left_out.iter().any(|folder| file.starts_with(folder.as_str())) && !is_about(file)
    })
}

fn pages_are_in(pages: &[&str], folder: &str) -> bool {
    pages.iter().any(|page| page.starts_with(folder))
}

/// Folders below that of the pages that hold no pages.
pub(super) fn apart_from(found: &Found, facts: &Facts) -> Vec<String> {
    let start = if facts.pages.is_empty() { String::new() } else { format!("{}/", facts.pages) };
    let mut folders: Vec<String> =
        facts.built.iter().filter_map(|built| built.strip_prefix(&start)).map(str::to_owned).collect();
    let own: &[&str] = match found.builder {
        Builder::Jekyll => &["_drafts", "_includes", "_layouts", "vendor"],
        Builder::Eleventy => &["_includes", "_data"],
        Builder::VitePress => &["public"],
        Builder::MkDocs
        | Builder::Hugo
        | Builder::Zola
        | Builder::MdBook
        | Builder::Docusaurus
        | Builder::Astro
        | Builder::Starlight => &[],
    };
    folders.extend(own.iter().map(|folder| (*folder).to_owned()));
    folders.retain(|folder| !folder.is_empty());
    folders
}

/// Whether a file at the root tells of a repository, not of the site's subject.
pub(super) fn is_about(file: &str) -> bool {
    const ABOUT: [&str; 9] = [
        "readme",
        "license",
        "licence",
        "changelog",
        "changes",
        "contributing",
        "code_of_conduct",
        "security",
        "authors",
    ];
    !file.contains('/') && ABOUT.contains(&document_name(file).to_lowercase().as_str())
}

/// The language in a file's name: `en` of `actu/pont.en.md`.
fn suffix(page: &str) -> Option<&str> {
    let name = document_name(page);
    let (_, last) = name.rsplit('/').next()?.rsplit_once('.')?;
    is_language(last).then_some(last)
}

/// Whether this is the tag of a language that has a name.
fn is_language(tag: &str) -> bool {
    let is_short = tag.split(['-', '_']).next().is_some_and(|part| matches!(part.len(), 2 | 3));
    is_short && tag.parse::<Locale>().is_ok_and(|locale| languages::name(&locale).is_some())
}

/// The languages besides French that pages are in. A folder is one if the site names that language, or if a page in it
/// has a page of the same path beside the folder: `it/` may be a department.
fn present(pages: &[&str], named: &[String]) -> Vec<String> {
    let all: BTreeSet<&str> = pages.iter().copied().collect();
    let is_named = |tag: &str| named.iter().any(|name| name.eq_ignore_ascii_case(tag));
    let mut found: BTreeSet<&str> = BTreeSet::new();
    for page in pages {
        let mut start = 0;
        for part in page.split('/') {
            let rest = page[start..].strip_prefix(part).and_then(|rest| rest.strip_prefix('/'));
            if let Some(rest) = rest.filter(|_| is_language(part) && !is_french(part)) {
                let above = &page[..start];
                let twins =
                    ["", "fr/"].iter().any(|french| all.contains(format!("{above}{french}{rest}").as_str()));
                if is_named(part) || twins {
                    found.insert(part);
                }
            }
            start += part.len() + 1;
        }
        if let Some(tag) = suffix(page).filter(|tag| !is_french(tag)) {
            let stem = document_name(page);
            let stem = &stem[..stem.len() - tag.len() - 1];
            let end = &page[page.rfind('.').unwrap_or(page.len())..];
            let twins =
                ["", ".fr"].iter().any(|french| all.contains(format!("{stem}{french}{end}").as_str()));
            if is_named(tag) || twins {
                found.insert(tag);
            }
        }
    }
    found.into_iter().map(str::to_owned).collect()
}

/// The folder of the French pages, where languages have folders: the one that the configuration names, else the one of
/// that name which holds most pages.
fn french_folder(
    found: &Found,
    facts: &Facts,
    pages: &[&str],
    tree: &Tree<'_>,
    doubts: &mut Vec<String>,
) -> Option<String> {
    if let Some(french) = facts.french.as_ref().filter(|folder| tree.below(folder).any(is_page)) {
        return Some(french.clone());
    }
    if found.builder == Builder::Docusaurus {
        return None;
    }
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for page in pages {
        let mut end = 0;
        let folder = page.split('/').find_map(|part| {
            end += part.len() + 1;
            (end < page.len() && is_french(part)).then(|| &page[..end - 1])
        });
        let Some(folder) = folder else { continue };
        match counts.iter_mut().find(|(known, _)| *known == folder) {
            Some((_, count)) => *count += 1,
            None => counts.push((folder, 1)),
        }
    }
    // The first of those that hold as many.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count)?.0;
    for (other, count) in counts.iter().filter(|(folder, _)| *folder != most) {
        doubts.push(format!(
            "{}/ ({count} of the pages) is left out: a project has one folder of pages",
            join(&facts.pages, other)
        ));
    }
    Some(join(&facts.pages, most))
}
