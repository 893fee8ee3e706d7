//! What is to be written in the builder's own configuration, as its section of docs/site-builders.md has it.

use super::builder::{Builder, Plugin, Tree, is_french};
use super::plan::{Plan, key, output, written};
use super::site::{Site, Way};
use crate::cli::languages;
use crate::text::Locale;

/// Where something is to be done, and the lines.
pub(super) struct Step {
    /// `in mkdocs.yml`.
    pub(super) place: String,
    pub(super) lines: Vec<String>,
}

/// The name of a language in itself.
fn name(locale: &str) -> String {
    let name = locale.parse::<Locale>().ok().and_then(|locale| languages::own_name(&locale));
    let name = name.unwrap_or(locale);
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What the builder has to be told so that it publishes the pages; nothing where it knows all of it.
pub(super) fn next(site: &Site, locales: &[Locale], plan: &Plan, tree: &Tree<'_>) -> Option<Step> {
    let text = (tree.read)(&site.found.file).unwrap_or_default();
    let names: Vec<&str> = locales.iter().map(|locale| key(site, locale)).collect();
    let is_known = |tag: &str| site.facts.languages.iter().any(|known| known.eq_ignore_ascii_case(tag));
    let french_is_known = site.facts.languages.iter().any(|tag| is_french(tag));
    let missing: Vec<&str> = names.iter().copied().filter(|tag| !is_known(tag)).collect();
    let all_known = french_is_known && missing.is_empty();
    let with_french: Vec<&str> =
        std::iter::once("fr").filter(|_| !french_is_known).chain(missing.iter().copied()).collect();
    let mut place = format!("in {}", site.found.file);
    let lines = match site.found.builder {
        Builder::MkDocs => {
            if site.facts.plugin == Plugin::None {
                place.push_str(", with the plugin of `pip install mkdocs-static-i18n`");
            }
            mkdocs(site, &text, &with_french)
        }
        Builder::Hugo => hugo(site, &text, &with_french),
        Builder::Zola => {
            let mut lines: Vec<String> = Vec::new();
            if site.facts.default.as_deref().is_none() {
                lines.push("default_language = \"fr\"".to_owned());
            }
            if !text.contains("manifest.json") {
                lines.push("ignored_content = [\"manifest.json\"]".to_owned());
            }
            lines.extend(missing.iter().map(|tag| format!("[languages.{tag}]")));
            lines
        }
        Builder::MdBook => {
            place = "to publish a book for each language".to_owned();
            vec![
                format!("for language in fr {}; do", names.join(" ")),
                "    MDBOOK_BOOK__SRC=dist/$language MDBOOK_BOOK__LANGUAGE=$language mdbook build --dest-dir book/$language".to_owned(),
                "done".to_owned(),
            ]
        }
        Builder::Docusaurus | Builder::Astro if all_known => Vec::new(),
        Builder::Docusaurus | Builder::Astro => {
            let all: Vec<String> =
                std::iter::once("fr").chain(names.iter().copied()).map(|tag| format!("'{tag}'")).collect();
            vec![format!("i18n: {{ defaultLocale: 'fr', locales: [{}] }},", all.join(", "))]
        }
        Builder::Starlight if all_known => Vec::new(),
        Builder::Starlight => {
            let french = if site.way == Way::Folders { "fr" } else { "root" };
            [vec![format!("defaultLocale: '{french}',")], in_objects(site, &names)].concat()
        }
        Builder::VitePress => {
            let mut lines = if all_known { Vec::new() } else { in_objects(site, &names) };
            if site.way == Way::Apart && !text.contains("translations/") {
                lines.push("rewrites: { 'translations/:rest*': ':rest*' },".to_owned());
            }
            lines
        }
        Builder::Jekyll => jekyll(site, locales, plan, &text),
        Builder::Eleventy => eleventy(site, &text),
    };
    (!lines.is_empty()).then_some(Step { place, lines })
}

fn mkdocs(site: &Site, text: &str, missing: &[&str]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    if !text.contains("manifest.json") {
        lines.push("exclude_docs: manifest.json".to_owned());
    }
    let structure = if site.way == Way::Folders { "folder" } else { "suffix" };
    let is_right = matches!(
        (site.facts.plugin, site.way),
        (Plugin::Folders, Way::Folders) | (Plugin::Suffixes, Way::Suffixes)
    );
    if is_right && missing.is_empty() {
        return lines;
    }
    lines.push("plugins:".to_owned());
    // A list of plugins takes the place of the usual one.
    if !text.lines().any(|line| line.starts_with("plugins:")) {
        lines.push("  - search".to_owned());
    }
    lines.push("  - i18n:".to_owned());
    lines.push(format!("      docs_structure: {structure}"));
    if !missing.is_empty() {
        lines.push("      languages:".to_owned());
        lines.extend(missing.iter().map(|tag| {
            let default = if is_french(tag) { " default: true," } else { "" };
            format!("        - {{ locale: {tag}, name: {},{default} build: true }}", name(tag))
        }));
    }
    lines
}

fn hugo(site: &Site, text: &str, missing: &[&str]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let is_toml = site.found.file.ends_with(".toml");
    if site.facts.default.is_none() {
        lines.push(
            if is_toml { "defaultContentLanguage = \"fr\"" } else { "defaultContentLanguage: fr" }.to_owned(),
        );
    }
    // What lies among the pages is published, and manifest.json is the name of another file for browsers.
    if site.way == Way::Suffixes && !text.contains("manifest") {
        let key = if is_toml { "ignoreFiles = " } else { "ignoreFiles: " };
        lines.push(format!("{key}['/manifest\\.json$']"));
    }
    if !is_toml && !missing.is_empty() {
        lines.push("languages:".to_owned());
    }
    for tag in missing {
        let folder = match site.way {
            Way::Folders if is_french(tag) => Some(site.content.clone()),
            Way::Folders => Some(crate::config::join(&output(site), tag)),
            Way::Below | Way::Suffixes | Way::Apart => None,
        };
        let folder = folder.map(|folder| site.found.inside(&folder).to_owned());
        match (is_toml, folder) {
            (true, None) => lines.push(format!("[languages.{tag}]")),
            (true, Some(folder)) => {
                lines.push(format!("[languages.{tag}]"));
                lines.push(format!("contentDir = \"{folder}\""));
            }
            (false, None) => lines.push(format!("  {tag}: {{ languageName: {} }}", name(tag))),
            (false, Some(folder)) => lines.push(format!("  {tag}: {{ contentDir: {folder} }}")),
        }
    }
    lines
}

/// `locales: { … }`, as Starlight and VitePress have it.
fn in_objects(site: &Site, names: &[&str]) -> Vec<String> {
    let french = if site.way == Way::Folders { "fr" } else { "root" };
    let mut lines = vec!["locales: {".to_owned()];
    let key = |tag: &str| if tag.contains('-') { format!("'{tag}'") } else { tag.to_owned() };
    lines.push(format!("  {french}: {{ label: 'Français', lang: 'fr' }},"));
    lines.extend(
        names.iter().map(|tag| format!("  {}: {{ label: '{}', lang: '{tag}' }},", key(tag), name(tag))),
    );
    lines.push("},".to_owned());
    lines
}

fn jekyll(site: &Site, locales: &[Locale], plan: &Plan, text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let inside = |file: &str| site.found.inside(file).to_owned();
    let manifest = plan.outputs.last().map_or("manifest.json", String::as_str);
    let mut kept = vec![inside(manifest)];
    if site.found.folder.is_empty() {
        kept.extend(["locales", "drogman.toml", "l10n.toml"].map(str::to_owned));
    }
    kept.retain(|file| !text.contains(file.as_str()));
    if !kept.is_empty() {
        lines.push(format!("exclude: [{}]", kept.join(", ")));
    }
    let output = inside(&output(site));
    if site.way == Way::Apart && !text.contains("translations:") {
        lines.push("collections:".to_owned());
        lines.push("  translations: { output: true, permalink: \"/:path:output_ext\" }".to_owned());
    }
    let scope = |folder: &str, tag: &str| {
        format!("  - {{ scope: {{ path: \"{folder}\" }}, values: {{ lang: {tag} }} }}")
    };
    let french = if site.content == site.facts.pages { String::new() } else { inside(&site.content) };
    lines.push("defaults:".to_owned());
    lines.push(scope(&french, "fr"));
    lines.extend(
        locales
            .iter()
            .map(|locale| scope(&crate::config::join(&output, written(site, locale)), key(site, locale))),
    );
    lines
}

fn eleventy(site: &Site, text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    if !text.contains("I18nPlugin") {
        lines.push(match text.contains("module.exports") {
            true => "const { EleventyI18nPlugin } = require(\"@11ty/eleventy\");".to_owned(),
            false => "import { EleventyI18nPlugin } from \"@11ty/eleventy\";".to_owned(),
        });
    }
    // What git ignores Eleventy ignores, too.
    if !text.contains("setUseGitIgnore") {
        lines.push("eleventyConfig.setUseGitIgnore(false);".to_owned());
    }
    if !text.contains("I18nPlugin") {
        lines.push("eleventyConfig.addPlugin(EleventyI18nPlugin, { defaultLanguage: \"fr\" });".to_owned());
    }
    if site.way == Way::Apart && !text.contains("./translations/") {
        lines.extend(
            [
                "eleventyConfig.addGlobalData(\"eleventyComputed.permalink\", () => (data) =>",
                "  data.page.inputPath.startsWith(\"./translations/\")",
                "    ? `${data.page.filePathStem.slice(13).replace(/\\/index$/, \"\")}/index.html`",
                "    : data.permalink);",
            ]
            .map(str::to_owned),
        );
    }
    lines
}
