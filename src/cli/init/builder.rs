//! Which site builder a folder is made for, and what its configuration says of pages and languages.

use super::settings::{Settings, argument_of, block_of, code, names_in, text_of, unquoted};
use crate::config::join;

/// A site builder that drogman has a recipe for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Builder {
    Astro,
    Docusaurus,
    Eleventy,
    Hugo,
    Jekyll,
    MdBook,
    MkDocs,
    Starlight,
    VitePress,
    Zola,
}

impl Builder {
    pub(super) const ALL: [Builder; 10] = [
        Builder::Astro,
        Builder::Docusaurus,
        Builder::Eleventy,
        Builder::Hugo,
        Builder::Jekyll,
        Builder::MdBook,
        Builder::MkDocs,
        Builder::Starlight,
        Builder::VitePress,
        Builder::Zola,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Builder::Astro => "Astro",
            Builder::Docusaurus => "Docusaurus",
            Builder::Eleventy => "Eleventy",
            Builder::Hugo => "Hugo",
            Builder::Jekyll => "Jekyll",
            Builder::MdBook => "mdBook",
            Builder::MkDocs => "MkDocs",
            Builder::Starlight => "Astro with Starlight",
            Builder::VitePress => "VitePress",
            Builder::Zola => "Zola",
        }
    }

    /// Its section of docs/site-builders.md.
    pub(super) fn section(self) -> &'static str {
        match self {
            Builder::Astro | Builder::Starlight => "astro",
            Builder::Docusaurus => "docusaurus",
            Builder::Eleventy => "eleventy",
            Builder::Hugo => "hugo",
            Builder::Jekyll => "jekyll",
            Builder::MdBook => "mdbook",
            Builder::MkDocs => "mkdocs",
            Builder::VitePress => "vitepress",
            Builder::Zola => "zola",
        }
    }
}

/// The files of the folder, and their texts.
pub(super) struct Tree<'a> {
    /// Sorted paths with `/`.
    pub(super) files: &'a [String],
    /// The text of one, if it can be read.
    pub(super) read: &'a dyn Fn(&str) -> Option<String>,
}

impl Tree<'_> {
    pub(super) fn has(&self, file: &str) -> bool {
        self.files.binary_search_by(|one| one.as_str().cmp(file)).is_ok()
    }

    /// The files in a folder and below it, as paths below it.
    pub(super) fn below<'t>(&'t self, folder: &str) -> impl Iterator<Item = &'t str> {
        let start = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        self.files.iter().filter_map(move |file| file.strip_prefix(&start))
    }
}

/// A configuration of a site builder.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) builder: Builder,
    /// The file, as a path of the project.
    pub(super) file: String,
    /// The folder of the site: empty where it is the project's.
    pub(super) folder: String,
}

impl Found {
    /// A path of the project as one of the site.
    pub(super) fn inside<'p>(&self, path: &'p str) -> &'p str {
        match path.strip_prefix(&self.folder) {
            _ if self.folder.is_empty() => path,
            Some("") => "",
            Some(rest) => rest.strip_prefix('/').unwrap_or(path),
            None => path,
        }
    }
}

/// Where people keep a site in a repository that holds something else, too.
const FOLDERS: [&str; 8] = ["", "docs", "doc", "documentation", "website", "site", "book", "www"];

/// The site builders whose configuration is there: in the folder itself, else in one of those where sites are kept.
pub(super) fn find(tree: &Tree<'_>) -> Vec<Found> {
    FOLDERS.iter().map(|folder| find_in(folder, tree)).find(|found| !found.is_empty()).unwrap_or_default()
}

fn find_in(folder: &str, tree: &Tree<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut add = |builder: Builder, name: &str| {
        if !found.iter().any(|one| one.builder == builder) {
            found.push(Found { builder, file: join(folder, name), folder: folder.to_owned() });
        }
    };
    let there = |names: &[String]| names.iter().find(|name| tree.has(&join(folder, name))).cloned();
    let named = |stem: &str, ends: &[&str]| {
        let names: Vec<String> = ends.iter().map(|end| format!("{stem}.{end}")).collect();
        there(&names)
    };
    let text = |name: &str| (tree.read)(&join(folder, name)).unwrap_or_default();
    let packages = text("package.json");

    const PROGRAM: [&str; 6] = ["js", "mjs", "cjs", "ts", "mts", "cts"];
    const DATA: [&str; 4] = ["toml", "yaml", "yml", "json"];
    if let Some(name) = named("mkdocs", &["yml", "yaml"]) {
        add(Builder::MkDocs, &name);
    }
    if let Some(name) = named("book", &["toml"]).filter(|name| text(name).contains("[book]")) {
        add(Builder::MdBook, &name);
    }
    if let Some(name) = named("docusaurus.config", &PROGRAM) {
        add(Builder::Docusaurus, &name);
    }
    if let Some(name) = named("astro.config", &PROGRAM) {
        let has_starlight =
            code(&text(&name)).contains("starlight") || packages.contains("@astrojs/starlight");
        add(if has_starlight { Builder::Starlight } else { Builder::Astro }, &name);
    }
    let own = [".vitepress/config", ".vitepress/config/index"];
    if let Some(name) = own.iter().find_map(|stem| named(stem, &PROGRAM)) {
        add(Builder::VitePress, &name);
    }
    if let Some(name) = named("eleventy.config", &PROGRAM).or_else(|| named(".eleventy", &["js"])) {
        add(Builder::Eleventy, &name);
    }
    // Hexo has a file of this name, too.
    if let Some(name) = named("_config", &["yml", "yaml", "toml"]).filter(|_| !packages.contains("\"hexo")) {
        add(Builder::Jekyll, &name);
    }
    let own = ["hugo", "config/_default/hugo", "config/_default/config"];
    if let Some(name) = own.iter().find_map(|stem| named(stem, &DATA)) {
        add(Builder::Hugo, &name);
    } else if let Some(name) = named("config", &DATA) {
        // A name that anything may have.
        let settings = Settings::read(&name, &text(&name));
        if settings.get("base_url").is_some() {
            add(Builder::Zola, &name);
        } else if ["baseurl", "languagecode", "defaultcontentlanguage"]
            .iter()
            .any(|key| settings.get(key).is_some())
        {
            add(Builder::Hugo, &name);
        }
    }
    found
}

/// What a site's configuration says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Facts {
    /// The folder that holds the pages, of all languages perhaps, as a path of the project.
    pub(super) pages: String,
    /// The folder of the French pages, if the configuration names one.
    pub(super) french: Option<String>,
    /// The site's own language, as it is written.
    pub(super) default: Option<String>,
    /// All languages that are named, as they are written.
    pub(super) languages: Vec<String>,
    /// The folders of languages that have another name than the language.
    pub(super) folders: Vec<(String, String)>,
    /// Where the built site goes.
    pub(super) built: Option<String>,
    /// Globs of what lies among the pages and is none, as the configuration says.
    pub(super) left_out: Vec<String>,
    /// For MkDocs: whether mkdocs-static-i18n is there, and wants a folder for each language.
    pub(super) plugin: Plugin,
    /// What else is worth knowing, in words.
    pub(super) doubts: Vec<String>,
}

/// What there is of the plugin mkdocs-static-i18n.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plugin {
    #[default]
    None,
    Folders,
    Suffixes,
}

/// Reads what a configuration says.
pub(super) fn facts(found: &Found, tree: &Tree<'_>) -> Facts {
    let text = (tree.read)(&found.file).unwrap_or_default();
    let settings = Settings::read(&found.file, &text);
    let program = code(&text);
    let inside = |folder: &str| join_clean(&found.folder, folder);
    let set = |key: &str, usual: &str| inside(settings.get(key).unwrap_or(usual));
    match found.builder {
        Builder::MkDocs => {
            let mut facts = mkdocs_languages(&text);
            facts.pages = set("docs_dir", "docs");
            facts.built = Some(set("site_dir", "site"));
            facts
        }
        Builder::MdBook => Facts {
            pages: set("book.src", "src"),
            default: settings.get("book.language").map(str::to_owned),
            built: Some(set("build.build-dir", "book")),
            ..Facts::default()
        },
        Builder::Jekyll => Facts {
            pages: set("source", ""),
            default: settings.get("default_lang").or(settings.get("lang")).map(str::to_owned),
            languages: list(settings.get("languages").unwrap_or_default()),
            built: Some(set("destination", "_site")),
            ..Facts::default()
        },
        Builder::Hugo => hugo(found, &settings, tree),
        Builder::Zola => {
            let default = settings.get("default_language").map(str::to_owned);
            let mut languages: Vec<String> = default.iter().cloned().collect();
            languages.extend(settings.below("languages").into_iter().map(str::to_owned));
            Facts {
                pages: inside("content"),
                default,
                languages,
                built: Some(inside("public")),
                ..Facts::default()
            }
        }
        Builder::Docusaurus => docusaurus(found, &program, tree),
        Builder::Starlight | Builder::Astro => astro(found, &program, tree),
        Builder::VitePress => {
            let (languages, root) = with_root(&program);
            Facts {
                pages: inside(text_of(&program, "srcDir").unwrap_or_default()),
                default: root.or_else(|| text_of(&program, "lang").map(str::to_owned)),
                languages,
                left_out: block_of(&program, "srcExclude").map(names_in).unwrap_or_default(),
                ..Facts::default()
            }
        }
        Builder::Eleventy => {
            let dir = block_of(&program, "dir").unwrap_or_default();
            let input = text_of(dir, "input").or_else(|| argument_of(&program, "setInputDirectory"));
            let output = text_of(dir, "output").or_else(|| argument_of(&program, "setOutputDirectory"));
            Facts {
                pages: inside(input.unwrap_or_default()),
                default: text_of(&program, "defaultLanguage").map(str::to_owned),
                built: Some(inside(output.unwrap_or("_site"))),
                ..Facts::default()
            }
        }
    }
}

/// The languages of mkdocs-static-i18n: the items of a list, in lines of their own or in brackets, or the keys of older
/// ones, in lines or in braces.
fn mkdocs_languages(text: &str) -> Facts {
    let mut facts = Facts::default();
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.starts_with('#')).collect();
    let parts = || {
        let parts = lines.iter().flat_map(|line| line.split(['{', '}', '[', ']', ',']));
        parts.map(|part| part.trim_start_matches(['-', ' ']).trim_end())
    };
    let first = |key: &str| parts().find_map(|part| part.strip_prefix(key)).map(unquoted);
    if !parts().any(|part| matches!(part, "i18n" | "i18n:")) {
        return facts;
    }
    facts.plugin = match first("docs_structure:") {
        Some("folder") => Plugin::Folders,
        Some(_) | None => Plugin::Suffixes,
    };
    facts.default = first("default_language:").map(str::to_owned);
    // Not those of the page's own switch, which may stand before the plugins.
    let joined = lines.join("\n");
    let plugin = &joined[joined.find("i18n").unwrap_or(0)..];
    facts.languages = block_of(plugin, "languages").map(names_in).unwrap_or_default();
    facts.languages.extend(keys_below_languages(text));
    for part in parts() {
        facts.languages.extend(part.strip_prefix("locale:").map(|tag| unquoted(tag).to_owned()));
        if part.strip_prefix("default:").map(unquoted) == Some("true") {
            facts.default = facts.languages.last().cloned();
        }
    }
    facts
}

/// The keys in lines of their own below the `languages:` of the plugin: `en: English`, or `en:` with settings below it.
fn keys_below_languages(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    let mut lines = lines.map(|line| (line.len() - line.trim_start().len(), line.trim()));
    let is_plugin = |(_, line): &(usize, &str)| matches!(line.trim_start_matches(['-', ' ']), "i18n:");
    if !lines.any(|line| is_plugin(&line)) {
        return Vec::new();
    }
    let Some((outer, _)) = lines.find(|(_, line)| *line == "languages:") else { return Vec::new() };
    let below: Vec<(usize, &str)> = lines.take_while(|(indent, _)| *indent > outer).collect();
    let own = below.first().map_or(0, |(indent, _)| *indent);
    let keys = below.iter().filter(|(indent, line)| *indent == own && !line.starts_with('-'));
    keys.filter_map(|(_, line)| Some(unquoted(line.split_once(':')?.0).to_owned())).collect()
}

fn hugo(found: &Found, settings: &Settings, tree: &Tree<'_>) -> Facts {
    let inside = |folder: &str| join_clean(&found.folder, folder);
    let mut facts = Facts {
        pages: inside(settings.get("contentdir").unwrap_or("content")),
        default: settings.get("defaultcontentlanguage").map(str::to_owned),
        built: Some(inside(settings.get("publishdir").unwrap_or("public"))),
        ..Facts::default()
    };
    // A folder of settings may give languages a file of their own.
    let split = found.file.rsplit_once('/').filter(|(folder, _)| folder.ends_with("config/_default"));
    let own = split.and_then(|(folder, _)| {
        ["toml", "yaml", "yml", "json"].iter().find_map(|end| {
            let file = format!("{folder}/languages.{end}");
            Some(Settings::read(&file, &(tree.read)(&file)?))
        })
    });
    let (settings, above) = match &own {
        Some(own) => (own, ""),
        None => (settings, "languages"),
    };
    for language in settings.below(above) {
        facts.languages.push(language.to_owned());
        let key = if above.is_empty() { language.to_owned() } else { format!("{above}.{language}") };
        let Some(folder) = settings.get(&format!("{key}.contentdir")).map(inside) else { continue };
        if is_french(language) {
            facts.french = Some(folder);
        } else if let Some((_, name)) = folder.rsplit_once('/') {
            facts.folders.push((language.to_owned(), name.to_owned()));
        }
    }
    facts
}

fn docusaurus(found: &Found, program: &str, tree: &Tree<'_>) -> Facts {
    let inside = |folder: &str| join_clean(&found.folder, folder);
    let i18n = block_of(program, "i18n").unwrap_or_default();
    let docs = block_of(program, "docs").unwrap_or_default();
    let mut facts = Facts {
        pages: inside(text_of(docs, "path").unwrap_or("docs")),
        default: text_of(i18n, "defaultLocale").map(str::to_owned),
        languages: block_of(i18n, "locales").map(names_in).unwrap_or_default(),
        built: Some(inside("build")),
        ..Facts::default()
    };
    for (folder, what) in [("blog", "the blog"), ("versioned_docs", "earlier versions")] {
        if tree.below(&inside(folder)).any(is_page) {
            facts
                .doubts
                .push(format!("{}/ ({what}) is left out: a project has one folder of pages", inside(folder)));
        }
    }
    facts
}

fn astro(found: &Found, program: &str, tree: &Tree<'_>) -> Facts {
    let inside = |folder: &str| join_clean(&found.folder, folder);
    let source = text_of(program, "srcDir").unwrap_or("src");
    let source = inside(source);
    let (languages, root) = with_root(program);
    let default = root.or_else(|| text_of(program, "defaultLocale").map(str::to_owned));
    let pages = match found.builder {
        Builder::Starlight => join(&source, "content/docs"),
        // Plain Astro: the one collection, or the pages that are written in Markdown.
        _ => {
            let content = join(&source, "content");
            let mut collections: Vec<&str> = tree
                .below(&content)
                .filter(|file| is_page(file))
                .filter_map(|file| file.split_once('/').map(|(folder, _)| folder))
                .collect();
            collections.dedup();
            match (collections.as_slice(), tree.below(&join(&source, "pages")).any(is_page)) {
                ([only], _) => join(&content, only),
                ([], true) => join(&source, "pages"),
                _ => content,
            }
        }
    };
    Facts { pages, default, languages, built: Some(inside("dist")), ..Facts::default() }
}

/// The languages of a program's `locales`, and which of them has its pages at the root: `root: { lang: 'fr' }`.
fn with_root(program: &str) -> (Vec<String>, Option<String>) {
    let locales = block_of(program, "locales");
    let mut languages = locales.map(names_in).unwrap_or_default();
    let Some(at) = languages.iter().position(|language| language == "root") else { return (languages, None) };
    languages.remove(at);
    let root = locales.and_then(|block| block_of(block, "root")).and_then(|root| text_of(root, "lang"));
    languages.splice(0..0, root.map(str::to_owned));
    (languages, root.map(str::to_owned))
}

/// The texts of a list that stands on one line: `["fr", "en"]`.
fn list(text: &str) -> Vec<String> {
    let inner = text.trim().trim_start_matches('[').trim_end_matches(']');
    inner.split(',').map(|part| unquoted(part).to_owned()).filter(|part| !part.is_empty()).collect()
}

/// A folder that a configuration names, as a path of the project; what leads out of it is the folder of the site.
fn join_clean(base: &str, folder: &str) -> String {
    let parts: Vec<&str> = folder.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    if parts.contains(&"..") || folder.starts_with('/') || folder.contains('\\') {
        return base.to_owned();
    }
    let folder = parts.join("/");
    if folder.is_empty() { base.to_owned() } else { join(base, &folder) }
}

/// Whether a file is a page in Markdown, or in MDX, that drogman would read.
pub(super) fn is_page(file: &str) -> bool {
    (file.ends_with(".md") || is_mdx(file)) && !file.split('/').any(|part| part.starts_with('.'))
}

/// Whether a file is in MDX, which is read as Markdown where the settings name it.
pub(super) fn is_mdx(file: &str) -> bool {
    file.ends_with(".mdx")
}

/// Whether a language, or a folder's name, is French.
pub(super) fn is_french(name: &str) -> bool {
    let name = name.to_lowercase().replace('_', "-");
    name == "fr" || name.starts_with("fr-") || matches!(name.as_str(), "french" | "francais" | "français")
}
