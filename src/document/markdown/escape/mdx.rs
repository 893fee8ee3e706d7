//! Signs that MDX takes for the beginning of a tag or of a program: a page that has one of them too many is not built.

use std::borrow::Cow;

use crate::text::{Verbatim, verbatim};

/// A text that comes to stand in place of `french`, with `<` where it begins no tag, and braces that the French has not,
/// written so that they show. Code stays.
pub(in crate::document::markdown) fn shown<'t>(text: &'t str, french: &str) -> Cow<'t, str> {
    if memchr::memchr3(b'<', b'{', b'}', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    // A comment that the French has is read by the builder.
    let is_kept = |rest: &str| {
        rest.starts_with("<!--")
            && rest.find("-->").is_some_and(|end| french.contains(&rest[..end + "-->".len()]))
    };
    let has_programs = french.contains(['{', '}']);
    let mut out = String::with_capacity(text.len() + 8);
    let mut code = verbatim(text).into_iter().filter(|(_, kind)| *kind == Verbatim::Code).peekable();
    let mut is_escaped = false;
    for (at, sign) in text.char_indices() {
        while code.next_if(|(span, _)| span.end <= at).is_some() {}
        let is_code = code.peek().is_some_and(|(span, _)| span.contains(&at));
        match sign {
            '<' if !is_code && !is_escaped && !begins_tag(&text[at + 1..]) && !is_kept(&text[at..]) => {
                out.push_str("&lt;");
            }
            '{' | '}' if !is_code && !is_escaped && !has_programs => {
                out.push('\\');
                out.push(sign);
            }
            sign => out.push(sign),
        }
        is_escaped = sign == '\\' && !is_escaped;
    }
    Cow::Owned(out)
}

/// A text that begins a paragraph at the margin, where MDX would take `import ` or `export ` for the begin of a program.
pub(in crate::document::markdown) fn no_statement(text: Cow<'_, str>) -> Cow<'_, str> {
    let entity = match () {
        () if text.starts_with("import ") => "&#105;",
        () if text.starts_with("export ") => "&#101;",
        () => return text,
    };
    Cow::Owned(entity.to_owned() + &text[1..])
}

/// Whether the text behind a `<` goes on as a tag does.
fn begins_tag(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_alphabetic() || matches!(c, '/' | '>' | '_' | '$'))
}

#[cfg(test)]
mod tests {
    use super::{no_statement, shown};

    #[test]
    fn signs_that_begin_nothing_are_shown() {
        let check = |text: &str, french: &str, out: &str| assert_eq!(shown(text, french), out);
        check(
            "under < 5 and a <b>mark</b>, </p> <>",
            "moins de 5",
            "under &lt; 5 and a <b>mark</b>, </p> <>",
        );
        check("8 mm {see below}", "8 mm", "8 mm \\{see below\\}");
        check("in {year} {x}", "en {year}", "in {year} {x}");
        check("`a < {b}` < c", "a", "`a < {b}` &lt; c");
        check("a \\< b \\{c\\}", "a", "a \\< b \\{c\\}");
        check("a <!-- x --> b", "un <!-- x -->", "a <!-- x --> b");
        check("a <!-- y --> b", "un <!-- x -->", "a &lt;!-- y --> b");
        check("nothing", "rien", "nothing");
    }

    #[test]
    fn no_sentence_begins_a_program() {
        for (text, out) in [
            ("export the file", "&#101;xport the file"),
            ("import it", "&#105;mport it"),
            ("exports", "exports"),
            ("Export it", "Export it"),
        ] {
            assert_eq!(no_statement(text.into()), out);
        }
    }
}
