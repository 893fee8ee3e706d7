//! A text as a value of front matter: in its own quoting if that can hold it, else double-quoted.

use super::Style;

/// `text` as it is written.
pub(super) fn value(style: Style, text: &str) -> String {
    match style {
        Style::YamlPlain if is_plain(text) => text.to_owned(),
        Style::YamlSingle if is_printable(text) => format!("'{}'", text.replace('\'', "''")),
        Style::TomlLiteral if is_printable(text) && !text.contains('\'') => format!("'{text}'"),
        Style::YamlPlain | Style::YamlSingle | Style::YamlDouble | Style::YamlBlock => double_quoted(text),
        Style::TomlBasic | Style::TomlLiteral => double_quoted(text),
    }
}

/// The double-quoted form, with only those escapes that YAML and TOML share.
fn double_quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_special(c) => {
                let code = u32::from(c);
                out.push_str(&if code > 0xffff {
                    format!("\\U{code:08X}")
                } else {
                    format!("\\u{code:04X}")
                });
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether YAML reads `text`, written bare, as this very text. Stricter than YAML: whoever begins with
/// something else than a letter or a French quotation mark is quoted.
fn is_plain(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '«')
        && is_printable(text)
        && !text.contains(": ")
        && !text.contains(" #")
        // Not every reader takes a tab in a text that is not quoted.
        && !text.contains('\t')
        && !text.ends_with([':', ' '])
        && super::yaml::is_text(text)
}

fn is_printable(text: &str) -> bool {
    !text.contains(|c: char| c == '\n' || is_special(c))
}

/// Characters that YAML or TOML don't take as they are, or take for line breaks.
fn is_special(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::{Style, value};

    #[test]
    fn a_bare_text_is_quoted_where_a_reader_of_yaml_would_not_take_it() {
        for (text, written) in [
            ("Le pont", "Le pont"),
            ("Le pont\trouvre", "\"Le pont\\trouvre\""),
            ("Le pont: rouvert", "\"Le pont: rouvert\""),
            ("Le pont #2", "\"Le pont #2\""),
            ("yes", "\"yes\""),
        ] {
            assert_eq!(value(Style::YamlPlain, text), written);
        }
    }
}
