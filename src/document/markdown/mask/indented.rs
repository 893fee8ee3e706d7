//! Lines whose text goes on below them, indented by four columns: the heads of MkDocs' blocks and definitions.
//!
//! As Python-Markdown (`admonition`, `def_list`) and its extensions `pymdownx.details` and `pymdownx.tabbed` read them;
//! kramdown has the same definitions.

use crate::document::markdown::around::Around;
use crate::document::markdown::shapes::Title;
use crate::document::markdown::shapes::builders::{head_of, is_definition};
use crate::document::markdown::shapes::opens::{Place, opens};

/// The title of the head that `line` is, with the offset behind indentation and quote marks; none if it is no head. `below`
/// is the text from the end of the line on. A head without anything indented below it is a sentence with many signs.
pub(super) fn head(line: &str, below: &str) -> Option<Option<Title>> {
    let marks = line[..line.len() - line.trim_start_matches([' ', '>']).len()].matches('>').count();
    let line = behind_quotes(line, marks)?;
    let content = line.trim_start_matches(' ');
    let indent = line.len() - content.len();
    let title = head_of(content.trim_end_matches([' ', '\t']))?;
    let mut next = below.lines().skip(1).map_while(|line| behind_quotes(line, marks));
    let next = next.find(|line| !line.trim().is_empty())?.get(indent..)?;
    let is_body = line[..indent].bytes().chain(next.bytes()).take(indent + 4).all(|byte| byte == b' ');
    let has_tab = next.trim_start_matches(' ').starts_with('\t');
    (is_body || has_tab).then(|| title.map(|span| Title { span, around: Around::Quotes }))
}

/// What a line holds behind the marks of so many quotations.
fn behind_quotes(line: &str, marks: usize) -> Option<&str> {
    (0..marks).try_fold(line, |line, _| {
        let inner = line.trim_start_matches(' ').strip_prefix('>')?;
        Some(inner.strip_prefix(' ').unwrap_or(inner))
    })
}

/// Which lines define the term above them.
#[derive(Debug)]
pub(super) struct Definitions<'t> {
    above: Above<'t>,
    is_after_blank: bool,
}

/// What stands above a line, blank lines aside; with its indentation, if it has a part in definitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Above<'t> {
    /// A paragraph of one line.
    Term(&'t str),
    /// A paragraph of more lines, each of them a term if the definition is far from its colon.
    Terms(&'t str),
    /// A definition, or what is indented below one.
    Definition(&'t str),
    Other,
}

impl<'t> Definitions<'t> {
    /// Nothing stands above the first line of a page.
    pub(super) fn at_start() -> Self {
        Definitions { above: Above::Other, is_after_blank: true }
    }

    /// What comes next begins anew: the line above is no text of the page.
    pub(super) fn restart(&mut self) {
        *self = Definitions::at_start();
    }

    /// Whether `line`, the next of the page, begins a definition: below a paragraph of one line, or below another
    /// definition. A colon in front of a wrapped line of prose begins none.
    pub(super) fn defines(&mut self, line: &'t str) -> bool {
        let content = line.trim_matches([' ', '\t']);
        if content.is_empty() {
            self.is_after_blank = true;
            return false;
        }
        let is_after_blank = std::mem::take(&mut self.is_after_blank);
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        let is_below = match self.above {
            Above::Term(of) | Above::Definition(of) => of == indent,
            Above::Terms(of) => of == indent && content.starts_with(":  "),
            Above::Other => false,
        };
        if is_below && is_definition(content) {
            self.above = Above::Definition(indent);
            return true;
        }
        // As far as the text of `: texte`, which is enough for kramdown and Goldmark.
        let is_within = |of: &str| {
            indent.strip_prefix(of).is_some_and(|more| more.starts_with("  ") || more.starts_with('\t'))
        };
        let place = Place { is_first: is_after_blank, rest: content, is_cell: false, continues: false };
        // A line of `+++` opens front matter at most.
        let is_text = || content == "+++" || opens(content, &place).is_none();
        self.above = match self.above {
            Above::Definition(of) if is_within(of) || !is_after_blank => self.above,
            Above::Term(of) | Above::Terms(of) if !is_after_blank && of == indent && is_text() => {
                Above::Terms(of)
            }
            _ if is_after_blank && is_text() => Above::Term(indent),
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
        assert!(head("> !!! note", "\n>\n>     Texte").is_some());
        assert!(head("> !!! note", "\n> Texte").is_none() && head("> !!! note", "\n    Texte").is_none());
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
        for text in [
            "Le pont\nest là\n: ici",
            "Pont\n  : ici",
            ": ici",
            "# Pont\n: ici",
            "- Pont\n: ici",
            "Pont\nlà\n\n: ici",
        ] {
            assert!(defined(text).is_empty(), "{text}");
        }
    }
}
