//! What a line that is no Markdown looks like.

use super::passages::is_code_between_tags;
use super::shortcodes::shortcode;
use super::tags::{Tags, tags};
use super::{Title, directives};
use crate::document::markdown::around::Around;
use crate::text::Span;

/// Whether a line that begins with `content` may be masked: nearly none is, and this is soon known.
pub(in crate::document::markdown) fn may_be_masked(content: &str) -> bool {
    let openers: &[&str] = match content.as_bytes().first() {
        Some(b'{') => return true,
        Some(b'(') => return directives::is_target(content),
        Some(b':') => &["::", ": ", ":\t"],
        Some(b'[') => &["[!", "[]()", "[TOC]", "[[toc]]", "[[TOC]]", "[[_TOC_]]"],
        Some(b'!') => &["!!!"],
        Some(b'?') => &["???"],
        Some(b'=') => &["=== ", "===+", "===!"],
        Some(b'$') => &["$$"],
        Some(b'*') => &["*["],
        Some(b'-') => &["--8<--"],
        Some(b';') => &[";--8<--"],
        Some(b'/') => &["///"],
        Some(b'\\') => &["\\["],
        Some(b'`') => &["```{", "``` {", "````", "```admonish"],
        Some(b'~') => &["~~~{", "~~~ {", "~~~~", "~~~admonish"],
        Some(b'<') => return content.starts_with("<<< ") || has_shorthand(content),
        Some(b'%') => &["%%", "% "],
        Some(b'+') => &["+-", "+=", "+++ {"],
        // A tag began above it.
        Some(b'@') => return content.contains('='),
        Some(b'i') => &["import "],
        Some(b'e') => &["export "],
        _ => return false,
    };
    openers.iter().any(|opener| content.starts_with(opener))
}

/// Whether a line that holds only `content` is masked.
pub(in crate::document::markdown) fn is_masked(content: &str) -> bool {
    content.starts_with(":::")
        || leaf(content).is_some()
        || is_of_shortcodes(content)
        || is_code_between_tags(content)
        || is_comment(content)
        || is_hidden(content)
        || is_of_module(content)
        || content.starts_with("///")
        || content.starts_with("--8<--")
        || content.starts_with(";--8<--")
        || content.starts_with("<<< ")
        || is_break(content)
        || is_of_component(content)
        || CONTENTS.contains(&content)
        || abbreviation(content).is_some()
        || is_attributes(content)
        || directives::is_target(content)
        || page_title(content).is_some()
}

/// Whether a line that holds only `content` is masked where no text stands right above it: what mdBook (`{{#include a.md}}`)
/// and Zola (`{{ youtube(id="a") }}`) put in its place, or a comment of MyST.
pub(in crate::document::markdown) fn is_masked_first(content: &str) -> bool {
    is_note(content) || is_replaced(content)
}

/// A comment of MyST, `% à revoir`.
pub(in crate::document::markdown) fn is_note(content: &str) -> bool {
    content.strip_prefix("% ").is_some_and(|rest| !rest.trim().is_empty())
}

/// One expression in two braces that names a helper or calls something; a variable may be the first word of a sentence.
fn is_replaced(content: &str) -> bool {
    let inner = content.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
    inner.map(str::trim).is_some_and(|inner| {
        !inner.contains("}}") && (inner.starts_with('#') || (inner.ends_with(')') && inner.contains('(')))
    })
}

/// Where the cells of a notebook part, in MyST: `+++ {"tags": ["a"]}`.
fn is_break(content: &str) -> bool {
    content.starts_with("+++ {") && content.ends_with('}')
}

/// A leaf directive, `::video[Le pont, vu du quai]{#pont}`, as remark-directive reads it, and its label.
fn leaf(content: &str) -> Option<Option<Span>> {
    let rest =
        content.strip_prefix("::").filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let (label, attributes) = match behind.starts_with('[') {
        true => label(content, content.len() - behind.len())?,
        false => (None, behind),
    };
    let is_alone = attributes.is_empty() || attributes.starts_with('{') && attributes.ends_with('}');
    is_alone.then_some(label)
}

/// The label in the brackets that open at a byte of a line, if it is not empty, and what follows them.
fn label(content: &str, open: usize) -> Option<(Option<Span>, &str)> {
    let inside = &content[open + 1..];
    let end = end_of_label(inside)?;
    let text = &inside[..end];
    let from = open + 1 + (text.len() - text.trim_start().len());
    let text = text.trim();
    Some(((!text.is_empty()).then(|| from..from + text.len()), &inside[end + 1..]))
}

/// Where the bracket stands that closes a label; its attributes may hold others.
fn end_of_label(inside: &str) -> Option<usize> {
    let (mut depth, mut is_escaped) = (0_usize, false);
    for (at, c) in inside.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '[' => depth += 1,
            ']' if depth == 0 => return Some(at),
            ']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Comments of MDX (`{/* à faire */}`), or of Nunjucks and Jinja (`{# à faire #}`), and nothing else.
fn is_comment(content: &str) -> bool {
    const MARKS: [(&str, &str); 2] = [("{/*", "*/}"), ("{#", "#}")];
    let mut rest = content;
    while let Some(behind) = MARKS.iter().find_map(|(opens, closes)| {
        let (_, behind) = rest.strip_prefix(opens)?.split_once(closes)?;
        Some(behind.trim_start())
    }) {
        rest = behind;
    }
    rest.is_empty() && !content.is_empty()
}

/// Tags of Vue alone on a line, which CommonMark takes for text as an attribute of theirs has no name: `<Carte @ouvre="a">`,
/// `<template #titre>`.
fn is_of_component(content: &str) -> bool {
    has_shorthand(content) && matches!(tags(content), Some(Tags::Alone { .. }))
}

fn has_shorthand(content: &str) -> bool {
    let name = content.strip_prefix('<').and_then(|rest| rest.split(' ').next());
    let is_attribute = |at: usize| content[at + 2..].starts_with(|c: char| c.is_ascii_alphabetic());
    let has = |sign| content.match_indices(sign).any(|(at, _)| is_attribute(at));
    name.is_some_and(str::is_ascii) && (has(" @") || has(" #"))
}

/// A comment of Obsidian (`%% à faire %%`) and nothing else.
fn is_hidden(content: &str) -> bool {
    let inner = content.strip_prefix("%%").and_then(|rest| rest.strip_suffix("%%"));
    inner.is_some_and(|inner| !inner.is_empty() && !inner.contains("%%"))
}

/// Where the title stands in a line that is mdBook's `{{#title Le pont}}`. What else is in such braces (`{{#include
/// exemple.rs}}`) holds no words.
fn page_title(content: &str) -> Option<Span> {
    let inner = content.strip_prefix("{{")?.strip_suffix("}}")?;
    let text = inner.trim_start().strip_prefix("#title")?;
    let title = text.trim();
    let from = "{{".len() + (inner.len() - text.trim_start().len());
    let is_one = text.starts_with([' ', '\t']) && !title.is_empty() && !title.contains('}');
    is_one.then(|| from..from + title.len())
}

/// Whether a line holds shortcodes and nothing else: with words between them it is text.
fn is_of_shortcodes(content: &str) -> bool {
    let mut rest = content;
    while let Some((_, behind)) = shortcode(rest) {
        rest = behind.trim_start();
    }
    rest.is_empty() && !content.is_empty()
}

/// Where a table of contents goes.
const CONTENTS: [&str; 4] = ["[TOC]", "[[toc]]", "[[TOC]]", "[[_TOC_]]"];

/// A line of MDX that brings in a component or a value, or gives one away: `import Onglets from '@theme/Tabs';`. What
/// is imported is named in quotation marks at the end, which no sentence that begins so has.
fn is_of_module(content: &str) -> bool {
    let line = content.strip_suffix(';').unwrap_or(content);
    if let Some(rest) = line.strip_prefix("import ") {
        let Some(quote) = line.chars().next_back().filter(|quote| matches!(quote, '\'' | '"')) else {
            return false;
        };
        let Some((names, from)) = rest[..rest.len() - 1].rsplit_once(quote) else { return false };
        let is_path = !from.is_empty() && !from.contains(char::is_whitespace);
        return is_path && (names.is_empty() || names.ends_with(" from "));
    }
    let words = ["const ", "let ", "var ", "default ", "function ", "{"];
    let rest = line.strip_prefix("export ");
    rest.is_some_and(|rest| line.len() < content.len() && words.iter().any(|word| rest.starts_with(word)))
}

/// Where the meaning begins in the line of an abbreviation, `*[UE]: Union européenne`.
fn abbreviation(content: &str) -> Option<usize> {
    let (key, meaning) = content.strip_prefix("*[")?.split_once("]:")?;
    let is_one = !key.is_empty() && !key.contains([']', '\\']) && !meaning.trim().is_empty();
    is_one.then(|| content.len() - meaning.trim_start().len())
}

/// The attributes of a block, as kramdown (`{: .note }`), Python-Markdown and Hugo (`{ .note #ici }`) read them, or of
/// nothing (`[](){ #ici }`).
fn is_attributes(content: &str) -> bool {
    let content = content.strip_prefix("[]()").unwrap_or(content);
    let Some(inner) = content.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else { return false };
    let is_first = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let first = inner.trim_start_matches(' ').split([' ', '=']).next().unwrap_or_default();
    let is_named = first.strip_prefix(['.', '#']).is_some_and(|name| name.starts_with(is_first));
    let is_value = || inner.trim_start_matches(' ')[first.len()..].starts_with('=');
    let is_one = is_named || inner.starts_with(':') || (first.starts_with(is_first) && is_value());
    is_one && !inner.contains(['{', '}'])
}

/// Whether a line that begins with `content` is masked if its end is right.
pub(in crate::document::markdown) fn is_opener(content: &str) -> bool {
    ["{{<", "{{%", "{%"].iter().any(|opener| content.starts_with(opener))
}

/// The length of the head of an alert that a line begins with: `[!NOTE]`, and whether it is folded (`[!tip]-`).
pub(in crate::document::markdown) fn alert(content: &str) -> Option<usize> {
    let (kind, _) = content.strip_prefix("[!")?.split_once(']')?;
    let is_kind = !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let head = "[!]".len() + kind.len();
    let head = head + usize::from(content[head..].starts_with(['+', '-']));
    (is_kind && content[head..].chars().next().is_none_or(|c| matches!(c, ' ' | '\t'))).then_some(head)
}

/// The title that goes from `head` on to the end of a line.
pub(in crate::document::markdown) fn titled(content: &str, head: usize) -> Option<Title> {
    let behind = content[head..].trim_start();
    let from = content.len() - behind.len();
    (!behind.is_empty())
        .then(|| Title { span: from..from + behind.trim_end().len(), around: Around::Nothing })
}

/// The title of a `:::` line or of one of PyMdown's blocks (`/// note | Titre`), the label of a leaf directive, the title of
/// a page of mdBook, or the meaning of an abbreviation.
pub(in crate::document::markdown) fn title(content: &str) -> Option<Title> {
    if let Some(span) = page_title(content) {
        return Some(Title { span, around: Around::Braces });
    }
    if let Some(meaning) = abbreviation(content) {
        return titled(content, meaning);
    }
    if let Some(block) = content.strip_prefix("///") {
        let (kind, _) = block.split_once(" | ")?;
        // What these are given is a selector, or a number.
        let kind = kind.trim_start_matches('/').trim();
        let is_titled = kind != "html" && !kind.ends_with("caption");
        return is_titled
            .then(|| titled(content, content.len() - block.len() + block.find(" | ")? + " | ".len()))?;
    }
    if is_note(content) {
        return titled(content, "% ".len());
    }
    if let Some(label) = leaf(content) {
        return label.map(|span| Title { span, around: Around::Brackets });
    }
    if let Some(title) = directives::title(content) {
        return Some(title);
    }
    let rest = content.strip_prefix(":::")?.trim_start_matches(':').trim_start_matches([' ', '\t']);
    let kind = rest.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).filter(|&end| end > 0)?;
    let from = (content.len() - rest.len()) + kind;
    let behind = &rest[kind..];
    if behind.starts_with('[') {
        let (label, _) = label(content, from)?;
        return label.map(|span| Title { span, around: Around::Brackets });
    }
    let text = behind.strip_prefix([' ', '\t'])?.trim();
    let first = from + (behind.len() - behind.trim_start().len());
    let text = match text.rfind('{') {
        Some(attributes) if text.ends_with('}') => text[..attributes].trim_end(),
        _ => text,
    };
    (!text.is_empty()).then(|| Title { span: first..first + text.len(), around: Around::Nothing })
}

/// Whether a line that holds only `content` would be a head if something stood below it.
pub(in crate::document::markdown) fn is_head(content: &str) -> bool {
    head_of(content).is_some()
}

/// The title of a head: `!!! kind "title"`, `???+ kind "title"`, `=== "title"`.
pub(in crate::document::markdown) fn head_of(content: &str) -> Option<Option<Span>> {
    let (rest, is_tab) = match content.as_bytes().get(..3)? {
        b"!!!" => (&content[3..], false),
        b"???" => (content[3..].strip_prefix('+').unwrap_or(&content[3..]), false),
        b"===" => (content[3..].trim_start_matches(['+', '!']), true),
        _ => return None,
    };
    let (kinds, title) = match rest.find('"') {
        Some(open) => {
            let inner = rest[open + 1..].strip_suffix('"')?;
            let from = content.len() - 1 - inner.len();
            let lead = inner.len() - inner.trim_start().len();
            let text = inner.trim();
            (&rest[..open], (!text.is_empty()).then(|| from + lead..from + lead + text.len()))
        }
        None => (rest, None),
    };
    let is_kind = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    let is_quoted = rest.len() > kinds.len();
    let names_one = match is_tab {
        true => is_quoted && kinds.trim().is_empty(),
        false => kinds.chars().all(is_kind) && (is_quoted || !kinds.trim().is_empty()),
    };
    (names_one && (!is_quoted || kinds.ends_with(' '))).then_some(title)
}

/// Whether a line that holds only `content` defines a term, if one stands above it.
pub(in crate::document::markdown) fn is_definition(content: &str) -> bool {
    content.strip_prefix(':').is_some_and(|rest| rest.starts_with([' ', '\t']))
}
