//! What takes several lines and is no prose: comments of template languages (`{# … #}`), of MDX (`{/* … */}`) and Obsidian
//! (`%%`), programs of MDX (`export const x = {`), and tables that are drawn (`+---+`), of which no cell can grow alone.

use super::programs::{after_braces, after_statement, is_statement};
use crate::document::markdown::dialect::Dialect;

/// Where a reader of lines is: in such a stretch or not.
#[derive(Debug)]
pub(in crate::document::markdown) struct Hidden {
    dialect: Dialect,
    /// Where the last one begins and ends.
    begin: usize,
    until: usize,
    is_drawn: bool,
    /// Up to here no comment of each kind ends.
    none: [usize; 3],
    /// The first fence of code behind the last line that was asked for one.
    fence: usize,
}

/// The line of a page that is asked about.
#[derive(Debug, Clone, Copy)]
pub(in crate::document::markdown) struct LineOf<'t> {
    pub(in crate::document::markdown) page: &'t str,
    /// Where it begins.
    pub(in crate::document::markdown) at: usize,
    /// What it holds behind indentation and quote marks.
    pub(in crate::document::markdown) content: &'t str,
    /// No text stands right above it.
    pub(in crate::document::markdown) is_first: bool,
}

/// How a comment begins, and what ends it.
const COMMENTS: [(&str, &str); 3] = [("{/*", "*/}"), ("{#", "#}"), (HIDDEN, HIDDEN)];
/// Around a comment of Obsidian.
const HIDDEN: &str = "%%";

/// Whether a line that holds only `content` begins such a stretch, if what ends it comes later.
pub(in crate::document::markdown) fn is_begin(content: &str) -> bool {
    comment(content).is_some() || is_border(content)
}

impl Hidden {
    pub(in crate::document::markdown) fn of(dialect: Dialect) -> Self {
        Hidden { dialect, begin: 0, until: 0, is_drawn: false, none: [0; 3], fence: 0 }
    }

    /// Whether the next line belongs to such a stretch.
    pub(in crate::document::markdown) fn has(&mut self, line: LineOf<'_>) -> bool {
        if line.at < self.until {
            return true;
        }
        let end = match line.content.as_bytes().first() {
            Some(b'{' | b'%') => self.comment(line).or_else(|| self.program(line)),
            Some(b'i' | b'e') => self.program(line),
            Some(b'+') => drawn(&line.page[line.at..]),
            _ => None,
        };
        let Some(length) = end else { return false };
        (self.begin, self.until) = (line.at, line.at + length);
        self.is_drawn = line.content.starts_with('+');
        true
    }

    /// The end of the table whose first line begins at `at`.
    pub(in crate::document::markdown) fn end_of_drawn(&self, at: usize) -> Option<usize> {
        (self.is_drawn && at == self.begin && at < self.until).then_some(self.until)
    }

    /// The bytes of a comment of more than one line. It ends where a line does, and holds no fences of code: what looks
    /// like a comment in there must not reach beyond them.
    fn comment(&mut self, line: LineOf<'_>) -> Option<usize> {
        let kind = comment(line.content).filter(|kind| line.at >= self.none[*kind])?;
        let (opener, closer) = COMMENTS[kind];
        let mut at = line.at;
        for (nth, text) in line.page[line.at..].split_inclusive('\n').enumerate() {
            let content = text.trim_start_matches([' ', '\t', '>']).trim_end();
            let inner = if nth == 0 { &content[opener.len()..] } else { content };
            let is_end = match inner.find(closer) {
                Some(found) if nth > 0 => Some(found + closer.len() == content.len()),
                Some(_) => return None,
                None => content.starts_with("```").then_some(false),
            };
            at += text.len();
            match is_end {
                Some(true) => return Some(at - line.at),
                Some(false) => break,
                None => {}
            }
        }
        self.none[kind] = at;
        None
    }

    /// The bytes of an expression in braces or a statement that is all of its lines, and reaches over no code. Pages in Markdown hold programs, too,
    /// where a builder reads them as MDX, but only what is certain is taken for one there.
    fn program(&mut self, line: LineOf<'_>) -> Option<usize> {
        let is_mdx = self.dialect == Dialect::Mdx;
        if !line.is_first || !(is_mdx || is_statement(line.content)) {
            return None;
        }
        if self.fence <= line.at {
            let next = memchr::memmem::find(&line.page.as_bytes()[line.at..], b"```");
            self.fence = next.map_or(line.page.len(), |next| line.at + next);
        }
        let text = &line.page[line.at..self.fence];
        match line.content.as_bytes()[0] {
            b'{' if is_mdx => {
                let begin = text.find('{')?;
                let end = begin + after_braces(&text[begin..])?;
                let rest = &text[end..];
                let rest = &rest[..rest.find('\n').map_or(rest.len(), |at| at + 1)];
                rest.trim().is_empty().then_some(end + rest.len())
            }
            b'{' => None,
            _ if text.starts_with(line.content) => after_statement(text, is_mdx),
            _ => None,
        }
    }
}

/// Which kind of comment a line opens that holds only `content`.
fn comment(content: &str) -> Option<usize> {
    let is_apart = |rest: &str| rest.chars().next().is_none_or(|c| c.is_whitespace() || c == '-');
    match content {
        HIDDEN => Some(2),
        _ if content.starts_with("{/*") => Some(0),
        _ => content.strip_prefix("{#").is_some_and(is_apart).then_some(1),
    }
}

/// Whether a line is the border of a table that is drawn: `+-----+-----+`, `+=====+=====+`.
fn is_border(content: &str) -> bool {
    content.len() > 2
        && content.starts_with('+')
        && content.ends_with('+')
        && content[1..content.len() - 1].bytes().all(|byte| matches!(byte, b'-' | b'=' | b'+' | b':'))
        && content.contains(['-', '='])
}

/// The bytes of a table that is drawn: from a border on, lines of cells and further borders.
fn drawn(text: &str) -> Option<usize> {
    let content = |line: &'_ str| line.trim_start_matches([' ', '\t', '>']).trim_end().to_owned();
    let mut lines = text.split_inclusive('\n');
    let mut length = lines.next().filter(|line| is_border(&content(line)))?.len();
    let mut rows = 0;
    for line in lines {
        let content = content(line);
        if !(is_border(&content) || (content.starts_with('|') && content.ends_with('|'))) {
            break;
        }
        length += line.len();
        rows += 1;
    }
    (rows > 0).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(dialect: Dialect, page: &str) -> Vec<&str> {
        let mut hidden = Hidden::of(dialect);
        let (mut at, mut is_first) = (0, true);
        let mut found = Vec::new();
        for line in page.split_inclusive('\n') {
            let content = line.trim_start_matches([' ', '\t', '>']).trim_end();
            let has = hidden.has(LineOf { page, at, content, is_first });
            is_first = has || content.is_empty();
            at += line.len();
            found.extend(has.then_some(content));
        }
        found
    }

    #[test]
    fn a_comment_may_take_several_lines() {
        for text in ["{#\nUn secret.\n\nDeux.\n#}", "{/* Un\nDeux */}", "%%\nUn\n%%", "{#- Un\nDeux -#}"] {
            let page = format!("Avant\n{text}\naprès\n");
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(parts(Dialect::Markdown, &page), lines, "{text}");
        }
        for text in [
            "{#\nUn #} deux\n",
            "{# un #}\n#}\n",
            "{#ici}\n#}\n",
            "%%\nUn\n",
            "%%\n```\n%%\n```\n",
            "%% a\n%%\n",
        ] {
            assert!(parts(Dialect::Markdown, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn programs_of_mdx_are_hidden() {
        let page = "export const a = {\n  b: 'c',\n\n  d,\n};\n\nexport libre\n\n{a > b ? \"oui. Certes\" : \"\"}\n\n{a} est\n{b}\n";
        let program = ["export const a = {", "b: 'c',", "", "d,", "};"];
        let expression = "{a > b ? \"oui. Certes\" : \"\"}";
        assert_eq!(parts(Dialect::Mdx, page), [&program[..], &[expression]].concat());
        assert_eq!(parts(Dialect::Markdown, page), program);
        // No program reaches over the end of code.
        let code = "```js\n\nexport const a = {\n  b: `c\n```\n\nTexte\n\n```js\n`}\n```\n";
        assert!(parts(Dialect::Mdx, code).is_empty());
        assert!(parts(Dialect::Mdx, "Texte\n{a}\n> export const b = {\n> }\n").is_empty());
    }

    #[test]
    fn a_table_may_be_drawn() {
        let table = "+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+";
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(parts(Dialect::Markdown, &format!("Un\n\n{table}\n\nDeux\n")), lines);
        for text in ["+---+\nUn\n", "+ a +\n| b |\n", "+++\n| a |\n"] {
            assert!(parts(Dialect::Markdown, text).is_empty(), "{text}");
        }
    }
}
