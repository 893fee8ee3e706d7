//! What is wrong with a front matter, so that it, or a text of it, can't be read.

use super::{end_of_line, lines};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::text::{LineIndex, Span};

/// The rule of these findings.
const RULE: &str = "front-matter";

/// Something that can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flaw {
    /// Bytes of the file.
    span: Span,
    severity: Severity,
    message: String,
    help: String,
}

impl Flaw {
    /// All of the front matter can't be read.
    pub(super) fn of_all(span: Span, expected: &str, help: impl Into<String>) -> Flaw {
        let message = format!(
            "the front matter can't be read: {expected}, and all of it is taken for text of the page"
        );
        Flaw { span, severity: Severity::Error, message, help: help.into() }
    }

    /// One text can't be read.
    pub(super) fn of_text(span: Span, what: &str, help: impl Into<String>) -> Flaw {
        let message = format!("{what}: this text of the front matter is not translated");
        Flaw { span, severity: Severity::Warning, message, help: help.into() }
    }

    /// Something that stands otherwise than it must, and all else is read.
    pub(super) fn of_place(span: Span, message: String, help: String) -> Flaw {
        Flaw { span, severity: Severity::Warning, message, help }
    }

    /// A quotation mark that nothing closes.
    pub(super) fn unclosed_quote(source: &str, at: usize) -> Flaw {
        let message =
            "nothing closes this quotation mark: no text of the front matter is translated".to_owned();
        let quote = &source[at..at + 1];
        let help = format!("put {quote} at the end of the text, too, or take this one away");
        Flaw { span: at..at + 1, severity: Severity::Error, message, help }
    }

    pub(super) fn finding(self, file: &str, lines: &LineIndex<'_>) -> Diagnostic {
        Diagnostic::new(RULE, self.severity, self.message)
            .at(Place::span(file, lines, &self.span))
            .help(self.help)
    }
}

/// The line around a byte, without its end.
pub(super) fn line_at(source: &str, part: Span, at: usize) -> Span {
    lines(source, part.clone())
        .find(|line| at <= line.end || at < end_of_line(source, line.end))
        .unwrap_or(part)
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Options, parse};

    /// What is told of a page: line and column, the beginning of the message, the help.
    fn told(page: &str) -> Vec<String> {
        let options = Options {
            front_matter: vec!["title".to_owned(), "description".to_owned()],
            ..Options::default()
        };
        let (_, findings) = parse(Format::Markdown, "a.md", page, &options);
        let shown = findings.iter().map(|finding| {
            let at = finding.place.as_ref().and_then(|place| place.at).expect("a place");
            assert_eq!(finding.rule, "front-matter");
            let help = finding.help.as_deref().expect("what to do");
            format!("{} {}:{} {} / {help}", finding.severity, at.line, at.column, finding.message)
        });
        shown.collect()
    }

    fn check(page: &str, begins: &str, help: &str) {
        for page in [page.to_owned(), page.replace('\n', "\r\n"), format!("\u{feff}{page}")] {
            // A byte-order mark is a character of the first line.
            let told = told(&page);
            let [one] = told.as_slice() else { panic!("{page:?}: {told:?}") };
            let begins = match begins.split_once("1:1 ") {
                Some((before, rest)) if page.starts_with('\u{feff}') && !one.contains("1:1 ") => {
                    format!("{before}1:2 {rest}")
                }
                _ => begins.to_owned(),
            };
            assert!(one.starts_with(&begins) && one.contains(help), "{page:?}: {one}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place() {
        check(
            "---\ntitle: Le pont\nune ligne\n---\n\nTexte.\n",
            "error 3:1 the front matter can't be read",
            "`key: value`",
        );
        check("---\n# note\ntitle:Le pont\n---\n", "error 3:1 ", "title: Le pont");
        check(
            "---\ntitle: Le pont\ntags:[a]\n---\n",
            "error 3:1 ",
            "put a space behind the colon: tags: [a]",
        );
        check("---\ntitle: Le pont\n%x\n---\n", "error 3:1 ", "");
        for keys in [
            "\ttitle: Le pont\ntags:\n  - a\n",
            "  title: Le pont\n  tags:\n    - a\n",
            "# note\n\ttitle: Le pont\n\n\tdate: 1\n",
        ] {
            let line = if keys.starts_with('#') { 3 } else { 2 };
            check(
                &format!("---\n{keys}---\n"),
                &format!("error {line}:1 the front matter can't"),
                "or a tab",
            );
        }
        check(
            "---\ntitle: \"Le pont\ndate: 2026-01-02\n---\n",
            "error 2:8 nothing closes",
            "put \" at the end",
        );
        check("---\ntitle: 'L'été\n---\n", "warning 2:11 words stand behind the closing", "in quotes");
        check("---\ntitle: \"C:\\dossier\"\n---\n", "warning 2:8 a backslash", "write the backslash twice");
        check(
            "---\ntitle: Le pont : une histoire\n---\n",
            "warning 2:16 a colon and a space",
            "put the text in quotes: title:",
        );
        check(
            "---\ntitle: Le pont\ndescription: Une\n  suite: fin\n---\n",
            "warning 4:8 a colon",
            "description: \"…\"",
        );
        check(
            "+++\ntitle = \"Le pont\ndate = 1\n+++\n",
            "error 2:1 the front matter can't be read: ",
            "title = \"…\"",
        );
        check("+++\ndate = 1\ntitle = Le pont\n+++\n", "error 3:1 ", "a note begins with #");
        check(
            "+++\ntitle = \"a\"\ntitle = \"b\"\n+++\n",
            "error 3:1 the front matter can't be read: duplicate key",
            "",
        );
        check(
            "---\ntitle: Le pont\ntags:\n  - a\n\nTexte.\n",
            "warning 1:1 the front matter that begins here",
            "a line `---` behind its last key; if this is a rule, write it as `***`",
        );
        check("+++\ntitle = \"Le pont\"\n\nTexte.\n", "warning 1:1 ", "a line `+++` behind its last key");
        // A line of `+` is no rule.
        let told = told("+++\ntitle = \"Le pont\"\n\nTexte.\n");
        assert!(told[0].ends_with("behind its last key"), "{told:?}");
    }

    #[test]
    fn front_matter_between_other_signs_is_told() {
        for (above, below) in
            [("--", "--"), ("—", "—"), ("—-", "---"), ("----", "----"), (" ---", "---"), ("***", "***")]
        {
            let page = format!("{above}\ntitle: Le pont\ntags:\n  - a\n{below}\n\nTexte.\n");
            check(
                &page,
                "warning 1:1 this looks like front matter, but its first line is not `---`",
                "be `---`",
            );
        }
        check("++\ntitle = \"Le pont\"\n++\n", "warning 1:1 this looks like front matter", "be `+++`");
        for page in [
            "***\nNote : voir plus bas.\n***\n",
            "***\nDate : le 3 mai\nLieu : le quai\n***\n",
            "~~~\ntitle: Le pont\ntags: a\n~~~\n",
            "----\n\ntitle: Le pont\n\n----\n",
            "--\ntitle: Le pont\nUn texte.\n--\n",
            "—\ntitle: Le pont\n\n—\n",
        ] {
            assert_eq!(told(page), [""; 0], "{page:?}");
        }
    }

    #[test]
    fn front_matter_that_does_not_stand_at_the_top_is_told() {
        let begins = "this looks like front matter, but does not stand at the very top";
        for (above, line) in [("\n", 2), ("\n \n", 3), ("<!-- note -->\n", 2), ("<!--\nune note\n-->\n\n", 5)]
        {
            for header in [
                "---\ntitle: Le pont\ntags:\n  - a\n---\n",
                "+++\ntitle = \"Le pont\"\n+++\n",
                "{\n \"title\": \"Le pont\"\n}\n",
            ] {
                let page = format!("{above}{header}\nTexte.\n");
                check(&page, &format!("warning {line}:1 {begins}"), "above all else");
            }
        }
    }

    #[test]
    fn front_matter_in_json_is_told() {
        check(
            "{\n \"title\": \"Un titre\",\n \"draft\": false\n}\n\nTexte.\n",
            "warning 1:1 front matter in JSON is copied as it is, and its `title` is not translated",
            "write it in YAML",
        );
        check(
            "{\n \"title\": \"Un titre\",\n \"draft\" false\n}\n\nTexte.\n",
            "error 3:1 the front matter can't be read: expected `:`, and all of it",
            "mend the JSON",
        );
        check("{\n \"title\": \"Un titre\"\n\nTexte.\n", "error ", "mend the JSON");
    }

    #[test]
    fn what_is_right_or_no_front_matter_is_not_told() {
        for page in [
            "",
            "---\n---\n",
            "---\n\nTexte.\n",
            "---\nTexte.\n---\n",
            "---\nUne phrase : la suite.\n---\n",
            "---\nUne phrase : la suite.\n",
            "---\n- un\n- deux\n---\n",
            "---\n    Un texte : la suite\nqui n'est pas une clé.\n---\n",
            "---\n  une: clé\nDu texte.\n---\n",
            "***\ntitle: a\n",
            "Texte.\n\n---\ntitle:a\n---\n",
            "\n---\nUne phrase : la suite.\n---\n",
            "\n---\n\nTexte.\n\n---\n",
            "<!-- note --> Texte.\n---\ntitle: a\n---\n",
            "<!-- drogman: off -->\n---\ntitle: a\n---\n<!-- drogman: on -->\n",
            "<!-- note\n---\ntitle: a\n---\n",
            "{\n \"draft\": false\n}\n\nTexte.\n",
            "{ \"draft\": false } est du JSON.\n",
            "{\n« Texte » : la suite\n}\n",
            "{}\n",
            "{{< court >}}\n",
            "---\ntitle: Le pont # note: rien\nurl: https://x.test/a:b\ntime: 12:30\n---\n",
            "---\ntitle: \"Le pont : a\" # note\ndescription: 'L''été'\n---\n",
            "---\ntitle: 2024 # note: rien\ndescription: true\n---\n",
            "---\ntitle:\n  fr: Le pont\n  en: The bridge\n---\n",
            "---\ntitle: >-\n  Le pont : a\ndescription: |\n  a: b\n---\n",
            "---\ntitle: [a, b]\ndescription: { a: b }\n---\n",
            "---\ntitle: 2026-01-02 10:00:00\ndescription: 12\n---\n",
            // What nobody translates nobody needs to read.
            "---\nlayout: a: b\n---\n",
            "+++\ntitle = \"Le pont\"\n[extra]\na = 1\n+++\n",
            "+++\nUn texte.\n",
        ] {
            assert_eq!(told(page), [""; 0], "{page:?}");
        }
    }
}
