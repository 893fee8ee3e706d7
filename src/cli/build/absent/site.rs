//! What the configuration of a site builder says of where its pages are.

use crate::config::join;
use crate::project::Project;

/// The site that the pages are for, as far as links between them go.
pub(super) struct Site {
    /// The folder of a site of Docusaurus, which finds a page by its path below the content folder and below this one, too.
    folder: Option<String>,
    /// A plugin may make pages when the site is built.
    pub(super) makes_pages: bool,
}

/// Configurations, and words in them that stand for plugins that make pages.
const CONFIGURATIONS: [(&str, &[&str]); 9] = [
    ("mkdocs.yml", MKDOCS),
    ("mkdocs.yaml", MKDOCS),
    ("docusaurus.config.js", TYPES),
    ("docusaurus.config.ts", TYPES),
    ("docusaurus.config.mjs", TYPES),
    (".vitepress/config.js", TYPES),
    (".vitepress/config.ts", TYPES),
    (".vitepress/config.mjs", TYPES),
    (".vitepress/config.mts", TYPES),
];
const MKDOCS: &[&str] = &["gen-files", "api-autonav", "autoapi", "mkdoxy", "blog", "tags", "hooks:"];
const TYPES: &[&str] = &["typedoc", "openapi"];

/// Whether a line of YAML names a plugin: `- tags`, `- blog:`, `plugins: [search, tags]`, or a key of the file, `hooks:`.
fn is_plugin(line: &str, name: &str) -> bool {
    if name.ends_with(':') {
        return line.starts_with(name);
    }
    let plain = line.trim();
    let item = plain.strip_prefix("- ").and_then(|item| item.split(':').next());
    let list = plain.strip_prefix("plugins:").unwrap_or_default();
    let mut items = item.into_iter().chain(list.split(['[', ',', ']']));
    items.any(|item| item.trim_matches([' ', '"', '\'']) == name)
}

impl Site {
    /// By the configurations in the content folder and above it.
    pub(super) fn of(project: &Project) -> Site {
        let mut site = Site { folder: None, makes_pages: false };
        let mut folder = project.config.content.as_str();
        loop {
            for (name, makers) in CONFIGURATIONS {
                let Ok(text) = project.read(&join(folder, name)) else { continue };
                let names = |maker: &&str| match name.starts_with("mkdocs") {
                    true => text.lines().any(|line| is_plugin(line, maker)),
                    false => text.contains(*maker),
                };
                site.makes_pages |= makers.iter().any(names);
                if name.starts_with("docusaurus") {
                    site.folder.get_or_insert_with(|| folder.to_owned());
                }
            }
            if folder.is_empty() {
                return site;
            }
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        }
    }

    /// Whether a page is there that this path leads to, not from a page but from a folder of the site.
    pub(super) fn finds(&self, project: &Project, path: &str) -> bool {
        let Some(site) = &self.folder else { return false };
        let is_below = path.split('/').all(|part| part != "..");
        let is_file = |root: &str| project.path(&join(root, path.trim_start_matches("./"))).is_file();
        is_below && (is_file(&project.config.content) || is_file(site))
    }
}
