//! What pages take into themselves from other files: `{{#include exemple.rs}}` of mdBook, `import Avis from './Avis.vue'`
//! and `<!--@include: ./aide.md-->` of those that run on JavaScript.

use super::builder::{Builder, Tree, is_page};
use crate::config::{join, led_from};

/// Files that a page names by a path from its own folder.
#[derive(Debug, PartialEq)]
pub(super) struct Taken {
    /// The page, as a path of the project.
    pub(super) page: String,
    /// As it is written.
    pub(super) written: String,
    /// The file, as a path of the project.
    pub(super) file: String,
}

/// What the pages in a folder take in, of files that are there, in the order of the pages.
pub(super) fn taken(builder: Builder, content: &str, tree: &Tree<'_>) -> Vec<Taken> {
    let names = match builder {
        Builder::MdBook => included,
        Builder::Astro | Builder::Docusaurus | Builder::Starlight | Builder::VitePress => imported,
        Builder::Eleventy | Builder::Hugo | Builder::Jekyll | Builder::MkDocs | Builder::Zola => {
            return Vec::new();
        }
    };
    let mut all = Vec::new();
    for page in tree.below(content).filter(|file| is_page(file)) {
        let page = join(content, page);
        let Some(text) = (tree.read)(&page) else { continue };
        all.extend(names(&text).into_iter().filter_map(|name| {
            let file = found(&led_from(&page, name)?, tree)?;
            Some(Taken { page: page.clone(), written: name.to_owned(), file })
        }));
    }
    all
}

/// The files that a page of mdBook takes into itself: `{{#include exemple.rs:2:10}}`.
fn included(text: &str) -> Vec<&str> {
    let commands = text.split("{{#").skip(1).filter_map(|rest| rest.split("}}").next());
    let files = commands.filter_map(|command| {
        let (name, file) = command.split_once(' ')?;
        let is_one = matches!(name, "include" | "rustdoc_include" | "playground" | "playpen");
        is_one.then(|| file.trim().split([':', ' ', ',']).next().unwrap_or_default())
    });
    files.filter(|file| !file.is_empty()).collect()
}

/// The files that imports and snippets name from the page's folder.
fn imported(text: &str) -> Vec<&str> {
    let files = text.lines().filter_map(|line| {
        let line = line.trim();
        let name = if line.starts_with("import ") || line.starts_with("export ") {
            let rest = line.split_once(" from ").map_or(line, |(_, rest)| rest);
            let open = rest.find(['"', '\''])?;
            rest[open + 1..].split(['"', '\'']).next()?
        } else if let Some(rest) = line.strip_prefix("<<< ") {
            rest.split(['#', '{', ' ']).next()?
        } else {
            let rest = line.strip_prefix("<!--")?.trim_start().strip_prefix("@include:")?;
            rest.split("-->").next()?.trim().split(['{', '#']).next()?
        };
        name.starts_with("./").then_some(name).or(name.starts_with("../").then_some(name))
    });
    files.collect()
}

/// The file of a path that may lack its extension.
fn found(path: &str, tree: &Tree<'_>) -> Option<String> {
    const ENDS: [&str; 10] =
        ["", ".js", ".jsx", ".ts", ".tsx", ".mjs", ".vue", ".json", "/index.js", "/index.tsx"];
    ENDS.iter().map(|end| [path, end].concat()).find(|file| tree.has(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_pages_take_in_are_found_from_the_page() {
        let pages = [
            (
                "docs/guide/a.mdx",
                "import Avis from '../avis/Avis';\nimport Tabs from '@theme/Tabs';\n\n<<< ./x.js{1}\n",
            ),
            ("docs/index.md", "<!--@include: ./parties/aide.md{3,}-->\nimport a from '../../a.js'\n"),
            ("docs/x.md", "{{#include guide/x.js:2:4}}\n"),
        ];
        let mut files: Vec<String> = pages.iter().map(|(file, _)| (*file).to_owned()).collect();
        files.extend(["docs/avis/Avis.vue", "docs/guide/x.js", "docs/parties/aide.md"].map(str::to_owned));
        files.sort();
        let read =
            |file: &str| pages.iter().find(|(page, _)| *page == file).map(|(_, text)| (*text).to_owned());
        let tree = Tree { files: &files, read: &read };
        let of = |builder: Builder| -> Vec<String> {
            taken(builder, "docs", &tree)
                .into_iter()
                .map(|one| format!("{} {}", one.written, one.file))
                .collect()
        };
        assert_eq!(
            of(Builder::VitePress),
            [
                "../avis/Avis docs/avis/Avis.vue",
                "./x.js docs/guide/x.js",
                "./parties/aide.md docs/parties/aide.md"
            ]
        );
        assert_eq!(of(Builder::MdBook), ["guide/x.js docs/guide/x.js"]);
        assert!(of(Builder::Hugo).is_empty());
    }
}
