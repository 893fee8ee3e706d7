//! Starts of HTML blocks (CommonMark 0.31, section 4.6).

/// Elements that begin an HTML block wherever a line begins with their tag.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "base",
    "basefont",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "link",
    "main",
    "menu",
    "menuitem",
    "nav",
    "noframes",
    "ol",
    "optgroup",
    "option",
    "p",
    "param",
    "search",
    "section",
    "source",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "track",
    "ul",
];
const RAW: &[&str] = &["pre", "script", "style", "textarea"];

/// Whether a line that begins with `<` begins an HTML block. A tag of any other element that stands alone
/// on its line does so only where no paragraph is open: `is_first`.
pub(super) fn opens(line: &str, is_first: bool) -> bool {
    let rest = &line[1..];
    if rest.starts_with(['!', '?']) {
        return true;
    }
    let (closes, rest) = match rest.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(rest.len());
    let (name, behind) = rest.split_at(end);
    if !(behind.is_empty() || behind.starts_with(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/')) {
        return false;
    }
    is_block(name) || (!closes && is_raw(name)) || (is_first && is_alone(behind))
}

/// Whether a tag of this name begins an HTML block wherever a line begins with it.
pub(in crate::document::markdown) fn is_block(name: &str) -> bool {
    BLOCKS.iter().any(|other| other.eq_ignore_ascii_case(name))
}

/// Whether a tag of this name begins a block by itself, be it text or none.
pub(crate) fn begins_block(name: &str) -> bool {
    is_block(name) || is_raw(name)
}

/// Whether an element of this name holds no Markdown.
pub(in crate::document::markdown) fn is_raw(name: &str) -> bool {
    RAW.iter().any(|other| other.eq_ignore_ascii_case(name))
}

/// Whether nothing follows a tag whose name `behind` follows.
fn is_alone(behind: &str) -> bool {
    let mut quote = None;
    for (at, c) in behind.char_indices() {
        match (quote, c) {
            (None, '>') => return behind[at + 1..].trim().is_empty(),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::opens;

    #[test]
    fn blocks_open_and_inline_tags_do_not() {
        for line in ["<div>", "</p> x", "<!-- x", "<?php", "<script>x", "<HR/>", "<pre class=a>"] {
            assert!(opens(line, false), "{line}");
        }
        for line in ["<kbd>Ctrl</kbd> x", "<https://exemple.fr>", "<a@b.fr>", "< x", "<3"] {
            assert!(!opens(line, true), "{line}");
        }
        assert!(opens("<em title=\"a > b\">", true) && !opens("<em>", false));
    }
}
