//! Fences of code between which text stands: directives of MyST (```` ```{note} ````) and boxes of mdbook-admonish
//! (```` ```admonish ````).

use super::{Title, directives};
use crate::document::markdown::around::{Around, Quote, Within};

/// Where a reader of lines is among the fences of a page.
#[derive(Debug, Default)]
pub(in crate::document::markdown) struct Fences {
    /// The code that is open: its sign, and how many of them.
    code: Option<(u8, usize)>,
    /// Where the last lines of the directives begin that are open.
    ends: Vec<usize>,
    /// Nothing ends a fence of each sign that has so many of them or more.
    endless: [Option<usize>; 2],
}

impl Fences {
    /// Whether the next line, which begins at `at` and holds `content`, opens or ends a directive; with its title.
    pub(in crate::document::markdown) fn has(
        &mut self,
        text: &str,
        at: usize,
        content: &str,
    ) -> Option<Option<Title>> {
        if self.ends.last() == Some(&at) {
            self.ends.pop();
            return Some(None);
        }
        let bare = content.trim_start_matches(|c: char| c.is_ascii_digit() || " \t-*+.)>".contains(c));
        let (sign, count, info) = fence(bare)?;
        match self.code {
            Some((open, least)) => {
                if open == sign && count >= least && info.is_empty() {
                    self.code = None;
                }
                return None;
            }
            None if bare.len() == content.len() && is_of_text(info) => {
                if let Some(end) = self.end(text, at, sign, count) {
                    self.ends.push(end);
                    return Some(title(content, info));
                }
            }
            None => {}
        }
        self.code = Some((sign, count));
        None
    }

    /// Where the line begins that ends the fence whose line begins at `at`.
    fn end(&mut self, text: &str, at: usize, sign: u8, count: usize) -> Option<usize> {
        let endless = &mut self.endless[usize::from(sign == b'~')];
        if endless.is_some_and(|least| count >= least) {
            return None;
        }
        let mut next = at;
        let end = text[at..].split_inclusive(['\n', '\r']).find_map(|part| {
            let begin = next;
            next += part.len();
            let content = part.trim_start_matches([' ', '\t', '>']).trim_end();
            let is_end = fence(content)
                .is_some_and(|(other, signs, info)| other == sign && signs >= count && info.is_empty());
            is_end.then_some(begin)
        });
        if end.is_none() {
            *endless = Some(count);
        }
        end
    }
}

/// The sign of the fence that a line is, how many of them it has, and what follows them.
fn fence(content: &str) -> Option<(u8, usize, &str)> {
    let sign = *content.as_bytes().first().filter(|sign| matches!(sign, b'`' | b'~'))?;
    let count = content.bytes().take_while(|byte| *byte == sign).count();
    let info = &content[count..];
    (count >= 3 && !(sign == b'`' && info.contains('`'))).then(|| (sign, count, info.trim()))
}

/// Whether what stands between the fences is Markdown.
fn is_of_text(info: &str) -> bool {
    is_box(info) || directives::is_of_text(info)
}

fn is_box(info: &str) -> bool {
    info.strip_prefix("admonish").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']))
}

/// What a box is called in quotes, or the title of a directive.
fn title(content: &str, info: &str) -> Option<Title> {
    if !is_box(info) {
        return directives::title(content).map(|title| Title { around: Around::Fence, ..title });
    }
    let open = content.find('"')? + 1;
    let length = content[open..].find('"')?;
    (length > 0)
        .then(|| Title { span: open..open + length, around: Around::Value(Quote::Double, Within::Fence) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<(&str, Option<&str>)> {
        let mut fences = Fences::default();
        let mut at = 0;
        let mut found = Vec::new();
        for line in text.split_inclusive('\n') {
            let content = line.trim_start_matches([' ', '\t', '>']).trim_end();
            if let Some(title) = fences.has(text, at, content) {
                found.push((content, title.map(|title| &content[title.span])));
            }
            at += line.len();
        }
        found
    }

    #[test]
    fn directives_and_boxes_have_two_lines() {
        assert_eq!(
            parts("````{note} Un\n```{tip}\nb\n```\n```python\nc\n```\n````\n"),
            [("````{note} Un", Some("Un")), ("```{tip}", None), ("```", None), ("````", None)]
        );
        assert_eq!(
            parts("```admonish warning \"À lire\"\nb\n```\n~~~admonish\nc\n~~~\n"),
            [
                ("```admonish warning \"À lire\"", Some("À lire")),
                ("```", None),
                ("~~~admonish", None),
                ("~~~", None)
            ]
        );
    }

    #[test]
    fn code_is_none_of_them() {
        for text in [
            "```md\n```{note}\n```\nb\n```\nc\n```\n",
            "```{note}\nb\n",
            "```{note}\nb\n~~~\n",
            "```{code-block} python\nb\n```\n",
            "- ```md\n  ```{note}\n  ```\n",
            "````{note}\n```\n",
        ] {
            assert!(parts(text).is_empty(), "{text}");
        }
    }
}
