//! What stands within a block and belongs to the builder: shortcodes, expressions and comments of its templates, in MDX also
//! what stands in braces, and tags that CommonMark does not know.

use crate::document::markdown::arguments::behind_tag;
use crate::document::markdown::dialect::Dialect;
use crate::document::markdown::shapes::programs::after_braces;
use crate::document::{Inline, InlineKind};
use crate::text::Span;

/// What is opaque in braces, in every dialect.
const OPAQUE: [(&str, &str); 4] = [("{{", "}}"), ("{%", "%}"), ("{/*", "*/}"), ("{# ", "#}")];

/// Adds the elements of `text` to those that the parser found.
pub(super) fn find(text: &str, dialect: Dialect, inline: &mut Vec<Inline>) {
    let is_mdx = dialect == Dialect::Mdx;
    let mut known: Vec<Span> = match is_mdx {
        true => {
            inline.iter().filter(|one| one.kind != InlineKind::Whole).map(|one| one.span.clone()).collect()
        }
        false => Vec::new(),
    };
    known.sort_by_key(|span| span.start);
    let mut known = known.into_iter().peekable();
    let mut at = 0;
    // A closer that isn't there is looked for once: a line of a million braces takes linear time.
    let mut missing = [false; OPAQUE.len() + 2];
    while let Some(open) = memchr::memchr2(b'{', b'<', &text.as_bytes()[at..]).map(|open| at + open) {
        at = open + 1;
        while known.next_if(|one| one.end <= open).is_some() {}
        // Code, tags, addresses.
        if let Some(one) = known.peek().filter(|one| one.start <= open) {
            at = one.end;
            continue;
        }
        let rest = &text[open..];
        let which = OPAQUE.iter().position(|(opener, _)| rest.starts_with(opener));
        let (kind, length, slot) = match which {
            Some(which) => {
                let (opener, closer) = OPAQUE[which];
                let length = || Some(opener.len() + rest[opener.len()..].find(closer)? + closer.len());
                (InlineKind::Atom, if missing[which] { None } else { length() }, which)
            }
            None if !is_mdx => continue,
            None if rest.starts_with('{') => {
                let slot = OPAQUE.len();
                (InlineKind::Atom, if missing[slot] { None } else { after_braces(rest) }, slot)
            }
            None if !begins_tag(rest) => continue,
            None => {
                let slot = OPAQUE.len() + 1;
                (InlineKind::Markup, if missing[slot] { None } else { tag(rest) }, slot)
            }
        };
        match length {
            Some(length) => {
                at = open + length;
                inline.push(Inline { span: open..at, kind });
            }
            None => missing[slot] = true,
        }
    }
}

fn begins_tag(text: &str) -> bool {
    text.starts_with("<!--")
        || text[1..].trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic())
}

/// The bytes of the tag or the comment that a text begins with.
fn tag(text: &str) -> Option<usize> {
    match text.starts_with("<!--") {
        true => Some(text.find("-->")? + "-->".len()),
        false => behind_tag(text, 1 + usize::from(text.starts_with("</"))),
    }
}
