//! What a site builder's own configuration says, read as text: nothing of it is run.
//!
//! TOML and JSON are parsed. Of YAML, only what configurations are made of is read: keys, their values, and what is
//! indented below them. A configuration that is a program is searched for the words that settings are written in.

use serde_json::Value;

/// The settings of a configuration: the names of the keys, joined by dots, in lower case; and what is set, as text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Settings(Vec<(String, String)>);

impl Settings {
    /// Reads a configuration by the extension of its file. What can't be read says nothing.
    pub(super) fn read(file: &str, text: &str) -> Settings {
        let text = text.trim_start_matches('\u{feff}');
        let mut found = Vec::new();
        match file.rsplit('.').next() {
            Some("toml") => {
                if let Ok(table) = toml::from_str::<Value>(text) {
                    flatten("", &table, &mut found);
                }
            }
            Some("json") => {
                if let Ok(value) = serde_json::from_str::<Value>(text) {
                    flatten("", &value, &mut found);
                }
            }
            _ => yaml(text, &mut found),
        }
        Settings(found)
    }

    /// What a key is set to, unless that is empty.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        let set = self.0.iter().find(|(name, _)| name == key);
        set.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// The keys right below one, each once, in the order of the file.
    pub(super) fn below(&self, key: &str) -> Vec<&str> {
        let mut keys: Vec<&str> = Vec::new();
        for (name, _) in &self.0 {
            let rest =
                if key.is_empty() { Some(name.as_str()) } else { name.strip_prefix(&format!("{key}.")) };
            let first = rest.and_then(|rest| rest.split('.').next());
            if let Some(first) = first.filter(|first| !keys.contains(first)) {
                keys.push(first);
            }
        }
        keys
    }
}

fn flatten(name: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(entries) => {
            if !name.is_empty() {
                found.push((name.to_owned(), String::new()));
            }
            for (key, value) in entries {
                let key = key.to_lowercase();
                let name = if name.is_empty() { key } else { format!("{name}.{key}") };
                flatten(&name, value, found);
            }
        }
        Value::String(text) => found.push((name.to_owned(), text.clone())),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => {
            found.push((name.to_owned(), value.to_string()));
        }
    }
}

fn yaml(text: &str, found: &mut Vec<(String, String)>) {
    // The keys that the line stands below, with their indentation.
    let mut above: Vec<(usize, String)> = Vec::new();
    for line in text.lines() {
        let trimmed = line.trim_start();
        let indent = line.len() - trimmed.len();
        if trimmed.is_empty() || trimmed.starts_with(['#', '-']) {
            continue;
        }
        let Some((key, value)) = trimmed.split_once(':') else { continue };
        if !(value.is_empty() || value.starts_with([' ', '\t'])) {
            continue;
        }
        above.retain(|(outer, _)| *outer < indent);
        above.push((indent, unquoted(key).to_lowercase()));
        let names: Vec<&str> = above.iter().map(|(_, key)| key.as_str()).collect();
        found.push((names.join("."), unquoted(value).to_owned()));
    }
}

/// A value of YAML without quotes and comment.
pub(super) fn unquoted(value: &str) -> &str {
    let value = value.trim();
    if let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        return value[1..].split(quote).next().unwrap_or_default();
    }
    value.split(" #").next().unwrap_or_default().trim_end()
}

/// A program without its comments.
pub(super) fn code(program: &str) -> String {
    let mut out = String::with_capacity(program.len());
    let mut rest = program;
    while let Some(at) = rest.find(['/', '"', '\'', '`']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = if rest.starts_with("//") {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
            continue;
        } else if rest.starts_with("/*") {
            rest = &rest[rest.find("*/").map_or(rest.len(), |end| end + 2)..];
            continue;
        } else if rest.starts_with('/') {
            1
        } else {
            text_end(rest)
        };
        out.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    out.push_str(rest);
    out
}

/// Where the text in quotes ends that this begins with, in bytes; one that is not closed ends with its line.
fn text_end(from: &str) -> usize {
    let quote = from.chars().next().unwrap_or_default();
    let mut is_escaped = false;
    for (at, c) in from.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '\n' if quote != '`' => return at,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    from.len()
}

/// What follows `key:` in a program, for each place that has it.
fn after<'p>(program: &'p str, key: &str) -> impl Iterator<Item = &'p str> {
    program.match_indices(key).filter_map(move |(at, _)| {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '-' | '.');
        let before = program[..at].trim_end_matches(['"', '\'']);
        if before.ends_with(is_part) {
            return None;
        }
        let rest = program[at + key.len()..].trim_start_matches(['"', '\'']).trim_start();
        rest.strip_prefix(':').map(str::trim_start)
    })
}

/// The text that a key has in a program: `key: 'text'`.
pub(super) fn text_of<'p>(program: &'p str, key: &str) -> Option<&'p str> {
    after(program, key).find_map(quoted)
}

/// The text that a function is called with: `name('text')`.
pub(super) fn argument_of<'p>(program: &'p str, name: &str) -> Option<&'p str> {
    program
        .match_indices(name)
        .find_map(|(at, _)| quoted(program[at + name.len()..].trim_start().strip_prefix('(')?.trim_start()))
}

fn quoted(from: &str) -> Option<&str> {
    let quote = from.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    from[1..].split(quote).next()
}

/// What stands in the braces or brackets of a key in a program.
pub(super) fn block_of<'p>(program: &'p str, key: &str) -> Option<&'p str> {
    after(program, key).find_map(|rest| {
        let open = rest.chars().next().filter(|c| matches!(c, '{' | '['))?;
        let mut depth = 0_usize;
        let mut at = 0;
        while let Some(c) = rest[at..].chars().next() {
            match c {
                '{' | '[' => depth += 1,
                '}' | ']' => depth = depth.saturating_sub(1),
                '"' | '\'' | '`' => {
                    at += text_end(&rest[at..]);
                    continue;
                }
                _ => {}
            }
            if depth == 0 {
                return Some(&rest[open.len_utf8()..at]);
            }
            at += c.len_utf8();
        }
        None
    })
}

/// The keys of an object, or the texts of a list, that stand in it directly.
pub(super) fn names_in(block: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0_usize;
    let mut at = 0;
    let mut part = String::new();
    // A key is what stands before the colon, a text of a list what stands before the comma.
    let mut is_value = false;
    let mut take = |part: &mut String, is_value: bool| {
        let name = part.trim().trim_matches(['"', '\'', '`']).to_owned();
        if !is_value && !name.is_empty() && !name.contains(char::is_whitespace) {
            names.push(name);
        }
        part.clear();
    };
    while let Some(c) = block[at..].chars().next() {
        if matches!(c, '"' | '\'' | '`') {
            let end = at + text_end(&block[at..]);
            if depth == 0 {
                part.push_str(&block[at..end]);
            }
            at = end;
            continue;
        }
        at += c.len_utf8();
        match c {
            '{' | '[' | '(' => {
                depth += 1;
                part.clear();
            }
            '}' | ']' | ')' => depth = depth.saturating_sub(1),
            ':' if depth == 0 => {
                take(&mut part, is_value);
                is_value = true;
            }
            ',' if depth == 0 => {
                take(&mut part, is_value);
                is_value = false;
            }
            c if depth == 0 => part.push(c),
            _ => {}
        }
    }
    take(&mut part, is_value);
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_setting_is_found_in_each_notation() {
        for (file, text) in [
            ("hugo.toml", "[languages.en]\ncontentDir = \"content/en\"\n"),
            (
                "hugo.yaml",
                "# sites\nlanguages:\n  fr:\n    weight: 1\n  en:\n    contentDir: 'content/en' # here\n",
            ),
            ("hugo.json", "{\"languages\": {\"en\": {\"contentDir\": \"content/en\"}}}"),
        ] {
            let settings = Settings::read(file, text);
            assert_eq!(settings.get("languages.en.contentdir"), Some("content/en"), "{file}");
            assert!(settings.below("languages").contains(&"en"), "{file}");
        }
        assert_eq!(Settings::read("book.toml", "[book\nsrc ="), Settings::default());
    }

    #[test]
    fn lists_and_addresses_of_yaml_are_no_keys() {
        let settings =
            Settings::read("mkdocs.yml", "nav:\n  - a: b.md\nrepo: https://x.test/\ndocs_dir: d\n");
        assert_eq!(settings.below(""), ["nav", "repo", "docs_dir"]);
    }

    #[test]
    fn a_program_is_searched_without_its_comments() {
        let program = code(
            "// locales: ['xx']\nconst url = 'https://x.test/'; /* defaultLocale: 'xx' */\nexport default { i18n: {\n  defaultLocale: \"fr\", locales: ['fr', \"en\"], path: 'i18n' } }",
        );
        assert_eq!(text_of(&program, "defaultLocale"), Some("fr"));
        assert_eq!(names_in(block_of(&program, "locales").unwrap()), ["fr", "en"]);
        assert!(program.contains("https://x.test/"));
        let program =
            "starlight({ locales: { root: { label: 'a, b: c', lang: 'fr' }, 'pt-br': { label: 'x' } } })";
        assert_eq!(names_in(block_of(program, "locales").unwrap()), ["root", "pt-br"]);
        assert_eq!(text_of(block_of(program, "root").unwrap(), "lang"), Some("fr"));
        assert_eq!(argument_of("e.setInputDirectory( \"src\" )", "setInputDirectory"), Some("src"));
    }

    proptest::proptest! {
        #[test]
        fn nothing_that_is_read_breaks_the_reading(text in "([a-z:,'\"`{}\\[\\]/*\\\\\n #-]|é|docs|locales: ){0,60}") {
            let program = code(&text);
            for key in ["docs", "locales", "é"] {
                let block = block_of(&program, key).unwrap_or(&program);
                let _ = (names_in(block), text_of(block, key), argument_of(block, key));
            }
            for file in ["a.toml", "a.json", "a.yml"] {
                let _ = Settings::read(file, &text).below("docs");
            }
        }
    }
}
