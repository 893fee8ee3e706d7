//! Lines whose text goes on below them, indented by four columns: the heads of MkDocs' blocks and definitions.
//!
//! As Python-Markdown (`admonition`, `def_list`) and its extensions `pymdownx.details` and `pymdownx.tabbed` read them;
//! kramdown has the same definitions.

use super::super::escape::line::{Place, opens};
use super::shapes::{head_of, is_definition};
use super::{Around, Title};

/// The title of the head that `line` is, with the offset behind indentation; none if it is no head. `below` is the
/// text from the end of the line on. A head without anything indented below it is a sentence with many signs.
pub(super) fn head(line: &str, below: &str) -> Option<Option<Title>> {
    let content = line.trim_start_matches(' ');
    let indent = line.len() - content.len();
    let title = head_of(content.trim_end_matches([' ', '\t']))?;
    let next = below.lines().find(|line| !line.trim().is_empty())?;
    let next = next.get(indent..)?;
    let is_body = line[..indent].bytes().chain(next.bytes()).take(indent + 4).all(|byte| byte == b' ');
    let has_tab = next.trim_start_matches(' ').starts_with('\t');
    (is_body || has_tab).then(|| title.map(|span| Title { span, around: Around::Quotes }))
}

/// Which lines define the term above them.
#[derive(Debug)]
pub(super) struct Definitions {
    above: Above,
    is_after_blank: bool,
}

/// What stands above a line, blank lines aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Above {
    /// A paragraph of one line.
    Term,
    /// A definition, or what is indented below one.
    Definition,
    Other,
}

impl Definitions {
    /// Nothing stands above the first line of a page.
    pub(super) fn at_start() -> Self {
        Definitions { above: Above::Other, is_after_blank: true }
    }

    /// Whether `line`, the next of the page, begins a definition: below a paragraph of one line, or below another
    /// definition.
    pub(super) fn defines(&mut self, line: &str) -> bool {
        let content = line.trim_matches([' ', '\t']);
        if content.is_empty() {
            self.is_after_blank = true;
            return false;
        }
        let is_after_blank = std::mem::take(&mut self.is_after_blank);
        let is_indented = line.starts_with("    ") || line.starts_with('\t');
        if self.above != Above::Other && is_definition(line) {
            self.above = Above::Definition;
            return true;
        }
        let place = Place { is_first: true, rest: content, is_cell: false, continues: false };
        self.above = match self.above {
            Above::Definition if is_indented || !is_after_blank => Above::Definition,
            _ if is_after_blank && !line.starts_with(' ') && opens(content, &place).is_none() => Above::Term,
            _ => Above::Other,
        };
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title_of(line: &str) -> Option<Option<&str>> {
        head(line, "\n\n    Texte").map(|title| title.map(|title| &line.trim_start()[title.span]))
    }

    #[test]
    fn a_head_may_have_a_title() {
        for line in ["!!! note", "!!!note", "???+ tip inline", "??? info", "!!! note \"\""] {
            assert_eq!(title_of(line), Some(None), "{line}");
        }
        for line in [
            "!!! note \"À « savoir »\"",
            "??? \" À « savoir »\"",
            "=== \"À « savoir »\"",
            "===+ \"À « savoir »\"",
        ] {
            assert_eq!(title_of(line), Some(Some("À « savoir »")), "{line}");
        }
        assert_eq!(title_of("!!! note \"Un \"mot\"\""), Some(Some("Un \"mot\"")));
        for line in
            ["!!!", "???", "===", "=== a \"b\"", "!!! note \"a", "!!! a.", "!!! note\"a\"", "== \"a\""]
        {
            assert_eq!(title_of(line), None, "{line}");
        }
    }

    #[test]
    fn a_head_has_something_indented_below_it() {
        for below in ["\n    Texte", "\n\n\n     Texte", "\n\tTexte"] {
            assert!(head("!!! note", below).is_some(), "{below:?}");
        }
        assert!(head("    !!! note", "\n        Texte").is_some());
        for below in ["", "\nTexte", "\n   Texte", "\n\nTexte\n    ici"] {
            assert!(head("!!! note", below).is_none(), "{below:?}");
        }
        assert!(head("    !!! note", "\n    Texte").is_none());
    }

    fn defined(text: &str) -> Vec<&str> {
        let mut definitions = Definitions::at_start();
        text.lines().filter(|line| definitions.defines(line)).collect()
    }

    #[test]
    fn a_definition_stands_below_its_term() {
        assert_eq!(
            defined("Pont\n:   un\n:   deux\n\n    Suite.\n\n:   trois"),
            [":   un", ":   deux", ":   trois"]
        );
        assert_eq!(defined("Pont\n: un\n\nGare\n\n: a"), [": un", ": a"]);
    }

    #[test]
    fn a_colon_in_prose_defines_nothing() {
        for text in ["Le pont\nest là\n: ici", ": ici", "# Pont\n: ici", "- Pont\n: ici", "Pont\nlà\n\n: ici"]
        {
            assert!(defined(text).is_empty(), "{text}");
        }
    }
}
