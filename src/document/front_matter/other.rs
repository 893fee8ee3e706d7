//! Front matter in another language, as Eleventy has it: its name stands behind the opening dashes (`---json`, `---js`).
//! Its bytes stay as they are.

use super::flaw::Flaw;
use super::json::Object;
use super::{FrontMatter, Options, between, lines, of_json, opening};
use crate::text::Span;

/// The names, and what they are called for people.
const LANGUAGES: [(&str, &str); 5] = [
    ("json", "JSON"),
    ("js", "JavaScript"),
    ("javascript", "JavaScript"),
    ("cson", "CSON"),
    ("coffee", "CoffeeScript"),
];

/// The name of the language, the bytes between the fences, and the first byte behind.
pub(super) fn cut(source: &str, start: usize) -> Option<(&'static str, Span, usize)> {
    let (fence, line, name) = opening(source, start)?;
    let (_, shown) = LANGUAGES.into_iter().find(|(short, _)| *short == name)?;
    let (inside, body) = between(source, fence, line, false)?;
    Some((shown, inside, body))
}

/// What it says of the page, as far as it can be read.
pub(super) fn read<'a>(
    source: &str,
    options: &Options,
    language: &str,
    inside: Span,
    body: usize,
) -> FrontMatter<'a> {
    if language == "JSON"
        && let Some(object) = Object::between(source, inside, body)
    {
        return of_json(source, &object, options);
    }
    let message = format!("front matter in {language} is copied as it is, and no text of it is translated");
    let help = "write it in YAML, between `---` lines: title: \"…\"".to_owned();
    let line = lines(source, 0..source.len()).next().unwrap_or_default();
    let flaws = vec![Flaw::of_place(line, message, help)];
    FrontMatter { body, is_there: true, flaws, ..FrontMatter::default() }
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Options, parse};

    /// The texts of a page, what it says of `draft`, and what is told of its front matter.
    fn check(page: &str, texts: &[&str], draft: Option<&str>, told: &[&str]) {
        let options = Options { front_matter: vec!["title".to_owned()], ..Options::default() };
        let (document, findings) = parse(Format::Markdown, "a.md", page, &options);
        let found: Vec<&str> = document.blocks.iter().map(|block| block.text.as_ref()).collect();
        assert_eq!(found, texts, "{page:?}");
        assert_eq!(document.front.value("draft").as_deref(), draft, "{page:?}");
        let findings: Vec<&str> = findings.iter().map(|finding| &*finding.message).collect();
        assert_eq!(findings.len(), told.len(), "{page:?}: {findings:?}");
        assert!(findings.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{findings:?}");
    }

    #[test]
    fn front_matter_with_the_name_of_its_language_is_no_text() {
        let json = "---json\n{\n \"title\": \"Le pont\",\n \"draft\": true\n}\n---\n\nTexte.\n";
        let in_json = "front matter in JSON is copied as it is, and its `title` is not translated";
        let in_js = "front matter in JavaScript is copied as it is";
        check(json, &["Texte."], Some("true"), &[in_json]);
        check(&json.replace('\n', "\r\n"), &["Texte."], Some("true"), &[in_json]);
        check("---js\n{\n title: \"Le pont\",\n}\n---\nTexte.\n", &["Texte."], None, &[in_js]);
        check("---json\n{ \"a\": }\n---\nTexte.\n", &["Texte."], None, &["front matter in JSON is copied"]);
        check("---yaml\ntitle: Le pont\ndraft: no\n---\nTexte.\n", &["Le pont", "Texte."], Some("no"), &[]);
        check("---toml\ntitle = \"Le pont\"\n---\nTexte.\n", &["Le pont", "Texte."], None, &[]);
        // Words behind dashes are words.
        check("---oui\n\nTexte.\n\n---\n", &["---oui", "Texte."], None, &[]);
        check("---json\n\nTexte.\n", &["---json", "Texte."], None, &[]);
    }
}
