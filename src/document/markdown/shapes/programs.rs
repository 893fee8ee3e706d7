//! Programs in pages of MDX: where an expression or a statement of ECMAScript ends. Brackets are counted outside strings and
//! comments, which is as much of the language as prose around it needs.

use memchr::memchr;

/// The bytes of the braces that a text begins with, and of what they hold; nothing if they stay open.
pub(in crate::document::markdown) fn after_braces(text: &str) -> Option<usize> {
    let mut program = Program::new(text);
    while let Some(sign) = program.next() {
        if sign == Sign::Bracket && program.depth == 0 {
            return Some(program.at);
        }
    }
    None
}

/// The bytes of the statement that brings in or gives away a name, and that the lines of a text begin with; nothing if it
/// begins with none. `is_mdx`: one that is all on its first line is certain, too.
pub(in crate::document::markdown) fn after_statement(text: &str, is_mdx: bool) -> Option<usize> {
    let first = text.lines().next()?;
    if !is_statement(first) || !(is_mdx || first.trim_end().ends_with(['{', '(', '[', '`'])) {
        return None;
    }
    let mut program = Program::new(text);
    let mut line = 0;
    while let Some(sign) = program.next() {
        if sign == Sign::LineEnd {
            let goes_on = program.depth > 0
                || text[line..program.at].trim_end().ends_with(['=', ',', '+', '?', ':', '|', '&', '>'])
                || text[program.at..].trim_start_matches([' ', '\t']).starts_with(['.', '?', ':', '|', '&']);
            if !goes_on {
                return Some(program.at);
            }
            line = program.at;
        }
    }
    (program.depth == 0).then_some(text.len())
}

/// Whether a line begins a statement of a module.
pub(in crate::document::markdown) fn is_statement(line: &str) -> bool {
    if let Some(rest) = line.strip_prefix("import ") {
        let length = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$')));
        let behind = rest[length.unwrap_or(rest.len())..].trim_start();
        return rest.starts_with(['{', '*', '\'', '"'])
            || (length.is_some_and(|length| length > 0) && behind.starts_with(','))
            || behind.starts_with("from '")
            || behind.starts_with("from \"");
    }
    const WORDS: [&str; 11] = [
        "const ",
        "let ",
        "var ",
        "default ",
        "function ",
        "async ",
        "class ",
        "type ",
        "interface ",
        "{",
        "* from ",
    ];
    line.strip_prefix("export ").is_some_and(|rest| WORDS.iter().any(|word| rest.starts_with(word)))
}

/// What a reader of a program stops at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Bracket,
    LineEnd,
}

/// A reader of a program.
struct Program<'t> {
    text: &'t str,
    /// Behind the last sign.
    at: usize,
    /// How many brackets are open there.
    depth: usize,
}

impl<'t> Program<'t> {
    fn new(text: &'t str) -> Self {
        Program { text, at: 0, depth: 0 }
    }

    /// The next sign; none at the end.
    fn next(&mut self) -> Option<Sign> {
        let bytes = self.text.as_bytes();
        loop {
            let at = self.at;
            self.at += 1;
            match *bytes.get(at)? {
                b'(' | b'[' | b'{' => {
                    self.depth += 1;
                    return Some(Sign::Bracket);
                }
                b')' | b']' | b'}' => {
                    self.depth = self.depth.saturating_sub(1);
                    return Some(Sign::Bracket);
                }
                b'\n' => return Some(Sign::LineEnd),
                quote @ (b'"' | b'\'') => {
                    // An apostrophe of a text between tags closes nowhere on its line.
                    let line = &bytes[self.at..];
                    let line = &line[..memchr(b'\n', line).unwrap_or(line.len())];
                    self.at += after_quote(line, quote).unwrap_or(0);
                }
                b'`' => self.at += after_quote(&bytes[self.at..], b'`')?,
                b'/' if bytes.get(self.at) == Some(&b'*') => self.at += self.text[self.at..].find("*/")? + 2,
                // Not in an address.
                b'/' if bytes.get(self.at) == Some(&b'/')
                    && (at == 0 || bytes[at - 1].is_ascii_whitespace()) =>
                {
                    self.at += memchr(b'\n', &bytes[self.at..])?;
                }
                _ => {}
            }
        }
    }
}

/// The bytes up to the end of a string, whose first quote was read.
fn after_quote(bytes: &[u8], quote: u8) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr::memchr2(quote, b'\\', bytes.get(at..)?)?;
        if bytes[at] == quote {
            return Some(at + 1);
        }
        at += 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_end_with_their_partner() {
        for text in ["{a}", "{ {a: \"}\"} }", "{'l\\'}' + `{\n` /* } */}", "{f(() => {\n// }\nreturn 1})}"] {
            assert_eq!(after_braces(&format!("{text} b}}")), Some(text.len()), "{text}");
        }
        assert_eq!(after_braces("{a"), None);
    }

    #[test]
    fn a_statement_ends_with_its_line_or_its_brackets() {
        for text in [
            "import {\n  Carte,\n\n  Bouton,\n} from './c';\n",
            "import A from \"b\"\n",
            "import A,\n  { B } from 'b'\n",
            "export const x = <p>L'eau (vive)</p>;\n",
            "export const f = () =>\n  g(\n1);\n",
            "export const u = a\n  .b({\n});\n",
            "export default function X() {\n\n  return `a\n}`;\n}\n",
        ] {
            assert_eq!(after_statement(&format!("{text}Texte (a\n"), true), Some(text.len()), "{text}");
        }
        for text in ["import du bois\n", "export de blé (5 t)\n", "export const x = {\n", "importer {\n}\n"]
        {
            assert_eq!(after_statement(text, true), None, "{text}");
        }
        assert_eq!(after_statement("export const x = 1\n", false), None);
        assert_eq!(after_statement("export const x = {\n};", false), Some(21));
    }
}
