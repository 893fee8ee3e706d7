//! Shortcode lines, `:::` lines and the heads of alerts (`> [!NOTE]`), which CommonMark takes for text.
//!
//! An alert is a quotation whose first line names its kind (GitHub, VitePress, Obsidian; Obsidian has a title behind it).
//!
//! Before the page is parsed, each of them is replaced by a processing instruction of the same length.
//! So it is an HTML block of one line for the parser, what stands above and below it is a paragraph of
//! its own, and no offset moves. A lone CR, which the parser doesn't take for a line end everywhere, becomes
//! an LF on the way.

use std::borrow::Cow;

use memchr::memmem;

use crate::text::Span;

/// A line that is no Markdown.
#[derive(Debug)]
pub(super) struct Line {
    /// Its first byte behind indentation and quote marks.
    pub(super) start: usize,
    /// The title of a `:::` line or an alert.
    pub(super) title: Option<Title>,
}

/// The title of a `:::` line or an alert.
#[derive(Debug, Clone)]
pub(super) struct Title {
    pub(super) span: Span,
    /// Whether it stands in brackets.
    pub(super) bracketed: bool,
}

/// The text for the parser, and the lines that were masked in it.
pub(super) fn mask(text: &str) -> (Cow<'_, str>, Vec<Line>) {
    let text = line_feeds(text).map_or(Cow::Borrowed(text), Cow::Owned);
    let text = task_breaks(&text).map_or(text, Cow::Owned);
    match text {
        Cow::Borrowed(text) => mask_lines(text),
        Cow::Owned(owned) => {
            let (masked, lines) = mask_lines(&owned);
            (Cow::Owned(masked.into_owned()), lines)
        }
    }
}

/// The text with a letter for each backslash that is all that a line of a task holds, if it has one: the
/// parser panics where such a line is underlined (`pulldown-cmark` 0.13, at the attributes of a heading).
fn task_breaks(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let is_alone = |&at: &usize| {
        let line = text[..at].trim_end_matches([' ', '\t']);
        line.len() < at
            && line.ends_with(']')
            && line.len() >= 3
            && bytes[line.len() - 3] == b'['
            && matches!(bytes.get(at + 1), Some(b'\n' | b'\r'))
    };
    let alone: Vec<usize> = memchr::memchr_iter(b'\\', bytes).filter(is_alone).collect();
    if alone.is_empty() {
        return None;
    }
    let mut out = text.to_owned();
    for at in alone {
        out.replace_range(at..=at, "x");
    }
    Some(out)
}

/// The text with each lone CR as an LF, if it has one.
fn line_feeds(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let is_lone = |at: &usize| bytes.get(at + 1) != Some(&b'\n');
    let mut lone = memchr::memchr_iter(b'\r', bytes).filter(is_lone).peekable();
    lone.peek()?;
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for at in lone {
        out.push_str(&text[done..at]);
        out.push('\n');
        done = at + 1;
    }
    out.push_str(&text[done..]);
    Some(out)
}

fn mask_lines(text: &str) -> (Cow<'_, str>, Vec<Line>) {
    let bytes = text.as_bytes();
    let openers: [&[u8]; 4] = [b":::", b"{{<", b"{%", b"[!"];
    if openers.iter().all(|opener| memmem::find(bytes, opener).is_none()) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut masked = String::new();
    let mut lines = Vec::new();
    let (mut done, mut at) = (0, 0);
    let mut is_in_quote = false;
    while at < text.len() {
        let end = memchr::memchr2(b'\n', b'\r', &bytes[at..]).map_or(text.len(), |end| at + end);
        let line = &text[at..end];
        let content = line.trim_start_matches([' ', '\t', '>']);
        let start = end - content.len();
        let content = content.trim_end_matches([' ', '\t']);
        let is_quoted = text[at..start].contains('>');
        let alert = if is_quoted && !is_in_quote { alert(content) } else { None };
        is_in_quote = is_quoted && !content.is_empty();
        if is_masked(content) || alert.is_some() {
            masked.push_str(&text[done..start]);
            masked.push_str("<?");
            masked.extend(std::iter::repeat_n('x', content.len().saturating_sub(4)));
            masked.push_str(if content.len() == 3 { ">" } else { "?>" });
            done = start + content.len();
            let title = match alert {
                Some(head) => titled(content, start, head),
                None => title(content, start),
            };
            lines.push(Line { start, title });
        }
        at = end + 1;
    }
    masked.push_str(&text[done..]);
    (Cow::Owned(masked), lines)
}

/// Whether a line that holds only `content` is masked.
pub(super) fn is_masked(content: &str) -> bool {
    let is_between = |openers: &[&str], closers: &[&str], shortest: usize| {
        content.len() >= shortest
            && openers.iter().any(|opener| content.starts_with(opener))
            && closers.iter().any(|closer| content.ends_with(closer))
    };
    content.starts_with(":::")
        || is_between(&["{{<", "{{%"], &[">}}", "%}}"], 6)
        || is_between(&["{%"], &["%}"], 4)
}

/// Whether a line that begins with `content` is masked if its end is right.
pub(super) fn is_opener(content: &str) -> bool {
    ["{{<", "{{%", "{%"].iter().any(|opener| content.starts_with(opener))
}

/// The length of the head of an alert that a line begins with: `[!NOTE]`, and whether it is folded (`[!tip]-`).
pub(super) fn alert(content: &str) -> Option<usize> {
    let (kind, _) = content.strip_prefix("[!")?.split_once(']')?;
    let is_kind = !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let head = "[!]".len() + kind.len();
    let head = head + usize::from(content[head..].starts_with(['+', '-']));
    (is_kind && content[head..].chars().next().is_none_or(|c| matches!(c, ' ' | '\t'))).then_some(head)
}

/// The title of an alert behind its head.
fn titled(content: &str, start: usize, head: usize) -> Option<Title> {
    let behind = content[head..].trim_start();
    let from = start + content.len() - behind.len();
    (!behind.is_empty()).then(|| Title { span: from..from + behind.trim_end().len(), bracketed: false })
}

fn title(content: &str, start: usize) -> Option<Title> {
    let rest = content.trim_start_matches(':');
    if rest.len() == content.len() {
        return None;
    }
    let rest = rest.trim_start_matches([' ', '\t']);
    let kind = rest.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).filter(|&end| end > 0)?;
    let from = start + (content.len() - rest.len()) + kind;
    let behind = &rest[kind..];
    if let Some(inside) = behind.strip_prefix('[') {
        let end = inside.rfind(']')?;
        let text = &inside[..end];
        let first = from + 1 + (text.len() - text.trim_start().len());
        let span = first..first + text.trim().len();
        return (!span.is_empty()).then_some(Title { span, bracketed: true });
    }
    let text = behind.strip_prefix([' ', '\t'])?.trim();
    let first = from + (behind.len() - behind.trim_start().len());
    let text = match text.rfind('{') {
        Some(attributes) if text.ends_with('}') => text[..attributes].trim_end(),
        _ => text,
    };
    (!text.is_empty()).then(|| Title { span: first..first + text.len(), bracketed: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title_of(line: &str) -> Option<&str> {
        title(line, 0).map(|title| &line[title.span])
    }

    #[test]
    fn a_fence_can_have_a_title() {
        assert_eq!(title_of(":::note[À savoir]"), Some("À savoir"));
        assert_eq!(title_of("::: note À savoir {open}"), Some("À savoir"));
        assert_eq!(title_of(":::note"), None);
        assert_eq!(title_of("::::"), None);
        assert_eq!(title_of("::: {.c}"), None);
    }

    #[test]
    fn a_masked_line_keeps_its_length() {
        for line in [":::", "::::", "> ::: a b", "  {{< x \"y\" >}} ", "{%%}"] {
            let (masked, lines) = mask(line);
            assert_eq!((masked.len(), lines.len()), (line.len(), 1), "{line}");
        }
    }

    #[test]
    fn the_first_line_of_a_quotation_may_be_the_head_of_an_alert() {
        let lines = |text: &'static str| -> Vec<Option<&str>> {
            mask(text).1.into_iter().map(|line| line.title.map(|title| &text[title.span])).collect()
        };
        assert_eq!(lines("> [!NOTE]\n> Fermé."), [None]);
        assert_eq!(lines("Ici.\n\n> > [!tip]- À savoir \n> Fermé."), [Some("À savoir")]);
        assert_eq!(lines("> [!NOTE]\n>\n> [!NOTE] \u{a0}\n"), [None, None]);
        assert_eq!(lines("> [!tip] \u{a0}# \u{a0}"), [Some("#")]);
        for text in ["[!NOTE]", "> Fermé.\n> [!NOTE]", "> [!NOTE](x)", "> [!]", "> [! a]", "> [!a b]"] {
            assert!(lines(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_shortcode_in_a_sentence_is_text() {
        assert!(mask("Un {{< x >}} mot.").1.is_empty());
    }
}
