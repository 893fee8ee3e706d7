//! Where paths lead that files write.

use super::Config;

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

impl Config {
    /// The path under content of a file of the project, if it lies there.
    pub(crate) fn under_content<'f>(&self, file: &'f str) -> Option<&'f str> {
        match self.content.as_str() {
            "" => Some(file),
            content => file.strip_prefix(content)?.strip_prefix('/'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_followed_from_the_file() {
        assert_eq!(led_from("docs/a/b.md", "../c.png").as_deref(), Some("docs/c.png"));
        assert_eq!(led_from("b.md", "../c.png"), None);
    }
}
