//! Where paths lead that files write.

use super::{Config, document_name, join};

/// What a path written in a file leads to, `../` followed; both are paths of the project. None if it leads out of it.
pub(crate) fn led_from(file: &str, path: &str) -> Option<String> {
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// How the files of pages end, in any letter case: as authors name them, and as they are published.
const ENDS: [&str; 4] = ["md", "mdx", "markdown", "html"];

impl Config {
    /// The path under content of a file of the project, if it lies there.
    pub(crate) fn under_content<'f>(&self, file: &'f str) -> Option<&'f str> {
        match self.content.as_str() {
            "" => Some(file),
            content => file.strip_prefix(content)?.strip_prefix('/'),
        }
    }

    /// The names that a document may have which a link in a page names by a path, whose escapes were read: by its file
    /// (`../pont.md`) or by its address in the site (`../pont/`); the likeliest first. `from` is the file of the page.
    /// `is_reference`: it may be found by its path under content, too, and one that begins with `/` by that alone.
    pub(crate) fn documents_led_to(&self, from: &str, path: &str, is_reference: bool) -> Vec<String> {
        let from_page = if path.starts_with('/') { None } else { led_from(from, path) };
        let from_page = from_page.as_deref().and_then(|file| self.under_content(file));
        let from_root = is_reference.then(|| path.trim_matches('/'));
        let mut names = Vec::new();
        for path in from_page.into_iter().chain(from_root) {
            let is_end = |end: &str| ENDS.iter().any(|one| one.eq_ignore_ascii_case(end));
            let is_page = path.rsplit_once('.').is_some_and(|(_, end)| is_end(end));
            let name = if is_page { document_name(path) } else { path };
            // Beside pages in other languages, the French one may be called `pont.fr.md`.
            names.extend([name.to_owned(), format!("{name}.{}", self.source)]);
            if !is_page {
                names.extend(["index", "_index", "README"].map(|index| join(name, index)));
            }
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_name_documents_by_file_and_by_address() {
        let text = "[project]\nsource = \"fr\"\nlocales = [\"en\"]\n";
        let config = Config::parse("drogman.toml", text).expect("a configuration");
        let names = |path: &str| config.documents_led_to("content/a/b.md", path, false);
        assert_eq!(names("c.md"), ["a/c", "a/c.fr"]);
        assert_eq!(names("../d.html"), ["d", "d.fr"]);
        assert_eq!(names("C.MD"), ["a/C", "a/C.fr"]);
        assert_eq!(names("../e/"), ["e", "e.fr", "e/index", "e/_index", "e/README"]);
        assert!(names("../../f.md").is_empty() && names("../../../g.md").is_empty());
        assert_eq!(config.documents_led_to("content/a/b.md", "h.md", true), ["a/h", "a/h.fr", "h", "h.fr"]);
        assert_eq!(config.documents_led_to("content/a/b.md", "/h.md", true), ["h", "h.fr"]);
        assert_eq!(config.documents_led_to("content/a/b.md", "/i/", true)[..3], ["i", "i.fr", "i/index"]);
        assert!(names("/h.md").is_empty());
        assert_eq!(led_from("docs/a/b.md", "../c.png").as_deref(), Some("docs/c.png"));
        assert_eq!(led_from("b.md", "../c.png"), None);
    }
}
