//! Text in quotes: the value of an argument.

use crate::document::markdown::around::{Quote, Within};
use crate::document::markdown::line::is_escaped;

/// `text` so that no quote in it ends the value, and no sign of it what the value is given to.
pub(in crate::document::markdown) fn quoted(text: &str, quote: Quote, within: Within) -> String {
    let quote = quote.sign();
    match within {
        Within::Tag => {
            let entity = if quote == '"' { "&quot;" } else { "&#39;" };
            text.replace(quote, entity).replace('<', "&lt;").replace('>', "&gt;")
        }
        Within::Shortcode if quote == '`' => apart(&text.replace(quote, "'")),
        Within::Shortcode | Within::Fence => {
            let text = if within == Within::Fence { &text.replace('`', "'") } else { text };
            let mut out = String::with_capacity(text.len());
            for c in text.chars() {
                if c == quote && !is_escaped(&out) {
                    out.push('\\');
                }
                out.push(c);
            }
            if is_escaped(&out) {
                out.push(' ');
            }
            // Tags of Liquid end within quotes, too, and lines of a shortcode that takes several.
            apart(&out)
        }
        Within::Expression => {
            let other = if quote == '\'' { "’" } else { "'" };
            apart(&text.replace(quote, other).replace('\\', "/"))
        }
    }
}

/// `text` with a blank within all that ends an expression or a tag.
fn apart(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '}' && out.ends_with(['}', '%']) {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_quote_ends_a_value() {
        assert_eq!(quoted("a \"b\" <c> 'd'", Quote::Double, Within::Tag), "a &quot;b&quot; &lt;c&gt; 'd'");
        assert_eq!(quoted("l'un", Quote::Single, Within::Tag), "l&#39;un");
        assert_eq!(quoted("a \"b\" \\\"c\\", Quote::Double, Within::Shortcode), "a \\\"b\\\" \\\"c\\ ");
        assert_eq!(quoted("a `b` %}", Quote::Back, Within::Shortcode), "a 'b' % }");
        assert_eq!(quoted("a `b` \"c\"", Quote::Double, Within::Fence), "a 'b' \\\"c\\\"");
        assert_eq!(quoted("a %}", Quote::Double, Within::Shortcode), "a % }");
        assert_eq!(quoted("a \"b\" }}", Quote::Double, Within::Expression), "a 'b' } }");
    }
}
