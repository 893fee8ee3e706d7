//! What `fluent-syntax` is asked, and what keeps it from failing.
//!
//! Version 0.12 panics on a bad `\u` escape before a character that is not ASCII, and recurses once for each brace or
//! parenthesis: [`guarded`] and [`DEEPEST`] keep it from that.

use std::borrow::Cow;

use fluent_syntax::ast;

/// Most braces and parentheses that a message may open: far beyond any translation, far below what
/// overflows a stack (some 10,000).
pub(super) const DEEPEST: usize = 500;

/// How many braces and parentheses are opened, which is more than are open at once.
pub(super) fn opens(slice: &str) -> usize {
    memchr::memchr2_iter(b'{', b'(', slice.as_bytes()).count()
}

/// The slice in a form that `fluent-syntax` cannot panic on: the same offsets, the same verdict. Where
/// an escape may be cut by a character that is not ASCII, such characters become question marks.
pub(super) fn guarded(slice: &str) -> Cow<'_, str> {
    if slice.is_ascii() || memchr::memchr(b'\\', slice.as_bytes()).is_none() {
        return Cow::Borrowed(slice);
    }
    Cow::Owned(slice.bytes().map(|b| if b.is_ascii() { char::from(b) } else { '?' }).collect())
}

/// Where `part`, a slice of `whole`, begins in it.
pub(super) fn offset(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

/// The text of a message given by its lines, if its pattern is text and string literals only. Line breaks
/// and indentation are as Fluent has them.
pub(super) fn plain_value(message: &str) -> Option<String> {
    let safe = guarded(message);
    if opens(message) > DEEPEST || matches!(safe, Cow::Owned(_)) && !parses(&safe) {
        return None;
    }
    let resource = fluent_syntax::parser::parse(message).ok()?;
    let value = match resource.body.into_iter().next()? {
        ast::Entry::Message(message) => message.value?,
        ast::Entry::Term(term) => term.value,
        _ => return None,
    };
    text_of(&value)
}

/// The text of a pattern without references.
pub(super) fn text_of(pattern: &ast::Pattern<&str>) -> Option<String> {
    let mut out = String::new();
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => out.push_str(value),
            ast::PatternElement::Placeable {
                expression: ast::Expression::Inline(ast::InlineExpression::StringLiteral { value }),
            } => out.push_str(&fluent_syntax::unicode::unescape_unicode_to_string(value)),
            ast::PatternElement::Placeable { .. } => return None,
        }
    }
    Some(out)
}

fn parses(text: &str) -> bool {
    fluent_syntax::parser::parse(text).is_ok()
}
