//! The settings that are right for a site: what drogman.toml says, and what git is to ignore.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::builder::{Builder, Tree, is_french, is_mdx, is_page};
use super::site::{Site, Way, apart_from, is_about};
use crate::config::join;
use crate::text::Locale;

/// A project that is about to be made in a site.
#[derive(Debug)]
pub(super) struct Plan {
    /// The text of drogman.toml.
    pub(super) settings: String,
    /// The files that `build` will write, of each language and at last of all, as globs of the project.
    pub(super) outputs: Vec<String>,
    /// What git is to ignore.
    pub(super) ignored: Vec<String>,
    /// Pages that somebody has translated already: where they are, and how many.
    pub(super) translated: Vec<(String, usize)>,
    /// The same of folders of these languages that nothing is built into.
    pub(super) beside: Vec<(String, usize)>,
}

/// The languages that a site is translated into already, as tags; those that are none are left out.
pub(super) fn languages(site: &Site) -> Vec<Locale> {
    let mut locales: Vec<Locale> = Vec::new();
    for name in site.facts.languages.iter().chain(&site.present).filter(|name| !is_french(name)) {
        if let Ok(locale) = name.parse::<Locale>()
            && !locales.contains(&locale)
        {
            locales.push(locale);
        }
    }
    locales
}

/// How the site itself writes a language.
pub(super) fn key<'s>(site: &'s Site, locale: &'s Locale) -> &'s str {
    let is_it = |name: &str| name.parse::<Locale>().is_ok_and(|named| named == *locale);
    // Keys of settings are compared in lower case, so only files tell how Zola's are written.
    let named: &[String] = if site.found.builder == Builder::Zola { &[] } else { &site.facts.languages };
    site.present.iter().chain(named).find(|name| is_it(name)).map_or(locale.as_str(), String::as_str)
}

/// How the site itself writes a language in paths.
pub(super) fn written<'s>(site: &'s Site, locale: &'s Locale) -> &'s str {
    let key = key(site, locale);
    site.facts.folders.iter().find(|(language, _)| language == key).map_or(key, |(_, folder)| folder)
}

/// The folder that pages are built into.
pub(super) fn output(site: &Site) -> String {
    match (site.way, site.found.builder) {
        (Way::Folders, _) => site.content.rsplit_once('/').map_or("", |(above, _)| above).to_owned(),
        (Way::Below | Way::Suffixes, _) => site.content.clone(),
        (Way::Apart, Builder::Docusaurus) => join(&site.found.folder, "i18n"),
        (Way::Apart, Builder::Jekyll) => "_translations".to_owned(),
        (Way::Apart, Builder::Eleventy | Builder::VitePress) => "translations".to_owned(),
        (Way::Apart, _) => "dist".to_owned(),
    }
}

const SUFFIXED: &str = "{dir}{stem}.{locale}.{ext}";
const DOCUSAURUS: &str = "{locale}/docusaurus-plugin-content-docs/current/{path}";

/// What is to be written for a site that is translated into these languages.
pub(super) fn plan(site: &Site, locales: &[Locale], tree: &Tree<'_>) -> Plan {
    let output = output(site);
    let built = |locale: &Locale| {
        let name = written(site, locale);
        match (site.way, site.found.builder) {
            (Way::Suffixes, _) => join(&output, &format!("**/*.{name}.md")),
            (Way::Apart, Builder::Docusaurus) => {
                join(&output, &format!("{name}/docusaurus-plugin-content-docs/current/"))
            }
            _ => join(&output, &format!("{name}/")),
        }
    };
    let mut outputs: Vec<String> = locales.iter().map(built).collect();
    let is_in = |file: &str, place: &str| match place.split_once("**/*") {
        Some((folder, end)) => file.starts_with(folder) && file.ends_with(end),
        None => file.starts_with(place),
    };
    let counted = |places: &[String]| -> Vec<(String, usize)> {
        let pages =
            |place: &str| tree.files.iter().filter(|file| is_page(file) && is_in(file, place)).count();
        let all = places.iter().map(|place| (place.clone(), pages(place)));
        all.filter(|(_, count)| *count > 0).collect()
    };
    let translated = counted(&outputs);
    let is_asked = |name: &&String| name.parse().is_ok_and(|locale: Locale| locales.contains(&locale));
    let present = site.present.iter().filter(is_asked);
    let folders: Vec<String> = present.map(|name| join(&site.content, &format!("{name}/"))).collect();
    let beside = if site.way == Way::Apart { counted(&folders) } else { Vec::new() };
    // What somebody has written stays in git, and so does what is written beside it.
    let is_own = |place: &&String| !translated.iter().any(|(other, _)| other == *place);
    let mut ignored: Vec<String> = outputs.iter().filter(is_own).map(|place| format!("/{place}")).collect();
    outputs.push(join(&output, "manifest.json"));
    ignored.push(format!("/{}", join(&output, "manifest.json")));
    if output == "dist" {
        ignored = vec!["/dist/".to_owned()];
    }
    ignored.push("/.drogman/".to_owned());
    Plan { settings: settings(site, locales, &output, tree), outputs, ignored, translated, beside }
}

fn settings(site: &Site, locales: &[Locale], output: &str, tree: &Tree<'_>) -> String {
    let mut text = format!(
        "# What drogman follows in this site of {}. Every other setting has a default.\n\n[project]\nsource = \"fr\"\n",
        site.found.builder.name()
    );
    let shown = |folder: &str| quoted(if folder.is_empty() { "." } else { folder });
    let _ = writeln!(text, "locales = {}", listed(&tags(locales)));
    if site.content != "content" {
        let _ = writeln!(text, "content = {}", shown(&site.content));
    }
    if output != "dist" {
        let _ = writeln!(text, "output = {}", shown(output));
    }
    text.push_str(&shared(site, tree));
    text.push_str(&documents(site, locales, output, tree));

    text.push_str("\n[build]\n");
    match (site.way, site.found.builder) {
        (Way::Suffixes, _) => line(&mut text, &format!("path = \"{SUFFIXED}\""), ""),
        (Way::Apart, Builder::Docusaurus) => line(&mut text, &format!("path = \"{DOCUSAURUS}\""), ""),
        _ => {}
    }
    if site.found.builder != Builder::MdBook {
        line(&mut text, "source = false", "the French pages are there already");
    }
    let copy = copied(site, tree);
    if !copy.is_empty() {
        line(&mut text, &format!("copy = {}", listed(&copy)), "");
    }
    text.push_str(
        "# missing = \"source\"                 # or \"skip\" or \"fail\": a sentence without a translation\n\
         # stale = \"translation\"              # or \"source\", \"skip\", \"fail\": one whose French changed\n",
    );
    for locale in locales {
        let name = written(site, locale);
        if name != locale.as_str() {
            let _ = write!(text, "\n[locale.{locale}]\nfolder = {}\n", quoted(name));
        }
    }
    text
}

/// `project.shared`, where a page has the name of a shared file.
fn shared(site: &Site, tree: &Tree<'_>) -> String {
    let mut has_low_line = matches!(site.found.builder, Builder::Hugo | Builder::Zola);
    let mut has_terms = false;
    for page in tree.below(&site.content).filter(|file| is_page(file) && !file.contains('/')) {
        has_low_line |= page.starts_with('_');
        has_terms |= page == "terms.md";
    }
    let (value, why) = match (has_terms, has_low_line) {
        (false, false) => return String::new(),
        (false, true) => ("[\"terms.ftl\"]", "so that _index.md may have a catalog _index.ftl"),
        (true, false) => ("[\"_*.ftl\"]", "so that terms.md may have a catalog terms.ftl"),
        (true, true) => ("[]", "so that _index.md and terms.md may have catalogs of their names"),
    };
    let mut text = String::new();
    line(&mut text, &format!("shared = {value}"), why);
    text
}

/// `[documents]`: what is a French page.
fn documents(site: &Site, locales: &[Locale], output: &str, tree: &Tree<'_>) -> String {
    let mut text = "\n[documents]\n".to_owned();
    let has_texts = tree.below(&site.content).any(|file| file.ends_with(".txt"));
    if site.only_suffixed {
        line(&mut text, "include = [\"**/*.fr.md\"]", "the others are in other languages");
    } else if tree.below(&site.content).any(|file| is_page(file) && is_mdx(file)) {
        line(&mut text, "include = [\"**/*.md\", \"**/*.mdx\"]", "");
    } else if has_texts || site.content.is_empty() {
        line(&mut text, "include = [\"**/*.md\"]", "text files such as robots.txt are no pages");
    }
    let mut exclude = outputs(site, locales, output);
    let is_below = !exclude.is_empty();
    exclude.extend(no_pages(site, tree));
    exclude.extend(site.facts.left_out.iter().cloned());
    if !exclude.is_empty() {
        let why = if is_below { "the outputs are no sources" } else { "" };
        line(&mut text, &format!("exclude = {}", listed(&exclude)), why);
    }
    let shown_keys = shown_keys(site.found.builder);
    if !shown_keys.is_empty() {
        let keys: Vec<String> =
            ["title", "description"].iter().chain(shown_keys).map(|key| (*key).to_owned()).collect();
        line(&mut text, &format!("front_matter = {}", listed(&keys)), "");
    }
    match site.found.builder {
        Builder::Jekyll => {
            line(&mut text, "# hold = { published = false }", "front matter that holds a page back")
        }
        Builder::MdBook | Builder::MkDocs | Builder::VitePress => {}
        Builder::Hugo
        | Builder::Zola
        | Builder::Docusaurus
        | Builder::Astro
        | Builder::Starlight
        | Builder::Eleventy => {
            line(&mut text, "# hold = { draft = true }", "front matter that holds a page back");
        }
    }
    if text.ends_with("[documents]\n") { String::new() } else { text }
}

/// Globs of what `build` writes among the French pages, and of the translations that are there.
fn outputs(site: &Site, locales: &[Locale], output: &str) -> Vec<String> {
    let mut names: Vec<&str> = locales.iter().map(|locale| written(site, locale)).collect();
    for name in site.present.iter().map(String::as_str) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match site.way {
        Way::Below => names.iter().map(|name| format!("{name}/**")).collect(),
        Way::Apart => {
            let mut globs: Vec<String> = site.present.iter().map(|name| format!("{name}/**")).collect();
            let start = if site.content.is_empty() { String::new() } else { format!("{}/", site.content) };
            globs.extend(output.strip_prefix(&start).map(|output| format!("{output}/**")));
            globs
        }
        Way::Suffixes if !site.only_suffixed => names.iter().map(|name| format!("**/*.{name}.*")).collect(),
        Way::Suffixes | Way::Folders => Vec::new(),
    }
}

/// Globs of what the builder has among the pages of a site that has them all in one folder, and takes for none.
fn no_pages(site: &Site, tree: &Tree<'_>) -> Vec<String> {
    if site.content != site.facts.pages || site.way == Way::Folders {
        return Vec::new();
    }
    let folders = apart_from(&site.found, &site.facts);
    let mut globs: Vec<String> = folders.iter().map(|folder| format!("{folder}/**")).collect();
    if site.content == site.found.folder {
        let has_packages = tree.has(&join(&site.found.folder, "package.json"));
        globs.extend(has_packages.then(|| "node_modules/**".to_owned()));
        let about = tree.below(&site.content).filter(|file| is_page(file) && is_about(file));
        globs.extend(about.map(str::to_owned));
    }
    globs
}

/// Whether a key of front matter is one that a builder shows to readers.
pub(in crate::cli) fn is_shown_by_a_builder(key: &str) -> bool {
    ["title", "description"].contains(&key)
        || Builder::ALL.iter().any(|builder| shown_keys(*builder).contains(&key))
}

/// The keys of front matter besides title and description that a builder shows to readers.
fn shown_keys(builder: Builder) -> &'static [&'static str] {
    match builder {
        Builder::Docusaurus => &["sidebar_label", "pagination_label"],
        Builder::Hugo => &["linkTitle", "summary"],
        Builder::Starlight => {
            &["sidebar.label", "hero.tagline", "hero.image.alt", "hero.actions.text", "banner.content"]
        }
        Builder::VitePress => &[
            "titleTemplate",
            "hero.name",
            "hero.text",
            "hero.tagline",
            "hero.image.alt",
            "hero.actions.text",
            "features.title",
            "features.details",
            "features.linkText",
            "prev.text",
            "next.text",
        ],
        Builder::Astro
        | Builder::Eleventy
        | Builder::Jekyll
        | Builder::MdBook
        | Builder::MkDocs
        | Builder::Zola => &[],
    }
}

/// Globs of the images that lie beside the pages and that the builder wants beside the translated ones, too; and of what
/// the pages take into themselves from there.
fn copied(site: &Site, tree: &Tree<'_>) -> Vec<String> {
    const IMAGES: [&str; 7] = ["svg", "png", "jpg", "jpeg", "gif", "webp", "avif"];
    let is_linked_from_root = matches!(site.found.builder, Builder::Jekyll | Builder::Eleventy);
    if site.way == Way::Suffixes || (site.way != Way::Folders && is_linked_from_root) {
        return Vec::new();
    }
    // What is linked from the root is there once for all languages.
    let is_beside = |file: &&str| site.found.builder != Builder::VitePress || !file.starts_with("public/");
    let ends = |end: &&str| {
        let mut files = tree.below(&site.content).filter(is_beside);
        files.any(|file| file.rsplit_once('.').is_some_and(|(_, last)| last == *end))
    };
    let mut globs: Vec<String> =
        IMAGES.iter().copied().filter(ends).map(|end| format!("**/*.{end}")).collect();
    let start = if site.content.is_empty() { String::new() } else { format!("{}/", site.content) };
    let taken: BTreeSet<String> = site
        .taken
        .iter()
        .filter_map(|one| one.file.strip_prefix(&start)?.rsplit_once('.'))
        .filter(|(stem, end)| !stem.starts_with('.') && !matches!(*end, "md" | "mdx"))
        .map(|(_, end)| format!("**/*.{end}"))
        .collect();
    globs.extend(taken.into_iter().filter(|glob| !globs.contains(glob)).collect::<Vec<_>>());
    globs
}

/// A line of settings, with what is to be known of it: above it where it is long.
fn line(text: &mut String, setting: &str, why: &str) {
    let _ = match (why, setting.chars().count()) {
        ("", _) => writeln!(text, "{setting}"),
        (_, ..=60) => writeln!(text, "{setting:<40} # {why}"),
        (_, _) => writeln!(text, "# {why}\n{setting}"),
    };
}

fn tags(locales: &[Locale]) -> Vec<String> {
    locales.iter().map(|locale| locale.as_str().to_owned()).collect()
}

fn listed(texts: &[String]) -> String {
    let all: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", all.join(", "))
}

/// A text of TOML.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
