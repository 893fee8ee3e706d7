//! Statements of a module in MDX that take several lines: `export const Couleur = ({children}) => (`, `import {`.

/// What they begin with; no sentence does.
const HEADS: [&str; 9] = [
    "export const ",
    "export let ",
    "export var ",
    "export function ",
    "export async function ",
    "export default ",
    "export {",
    "import {",
    "import type {",
];

/// Whether a line may begin a statement.
pub(in crate::document::markdown) fn is_head(content: &str) -> bool {
    content.starts_with(['e', 'i']) && HEADS.iter().any(|head| content.starts_with(head))
}

/// The bytes of the lines of a statement that a text begins with, up to the one where its brackets are closed, and whether
/// they are several; nothing if they are not closed soon.
pub(in crate::document::markdown) fn lines_of_statement(text: &str) -> Option<(usize, bool)> {
    const LONGEST: usize = 400;
    if !is_head(text) {
        return None;
    }
    let (mut depth, mut length) = (0_isize, 0);
    // One that is cut short in an example of code ends with that.
    let is_fence = |line: &&str| line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
    let lines = text.split_inclusive('\n').take_while(|line| !is_fence(line)).take(LONGEST);
    for (at, line) in lines.enumerate() {
        length += line.len();
        depth += opened(line);
        if depth <= 0 {
            return Some((length, at > 0));
        }
    }
    None
}

/// How many brackets more are opened in a line than closed, outside of strings and comments.
fn opened(line: &str) -> isize {
    let (mut depth, mut rest) = (0, line);
    while let Some(at) = rest.find(['(', ')', '[', ']', '{', '}', '"', '\'', '`', '/']) {
        let sign = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        match sign {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            b'/' if rest.starts_with('/') && !line[..line.len() - rest.len()].ends_with(":/") => break,
            b'/' => {}
            // An apostrophe between tags closes nothing.
            quote => rest = rest.split_once(char::from(quote)).map_or(rest, |(_, behind)| behind),
        }
    }
    depth
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_goes_to_where_its_brackets_close() {
        for text in [
            "export const A = ({b}) => (\n  <b>l'eau</b>\n);\n",
            "export const a = {\n\n  b: ')', // (\n};\n",
            "import {\n  A,\n  B,\n} from '@x/y';\n",
            "export default function A() {\n  return <a href=\"https://x.test/(\">b</a>;\n}\n",
        ] {
            assert_eq!(lines_of_statement(&format!("{text}Un mot.\n")), Some((text.len(), true)), "{text}");
        }
        assert_eq!(lines_of_statement("export const a = 1\nUn\n"), Some((19, false)));
        for text in
            ["export const a = (\nUn\n", "export const a = (\n```\n)\n", "export les\n)\n", "importer {\n}\n"]
        {
            assert_eq!(lines_of_statement(text), None, "{text}");
        }
    }
}
