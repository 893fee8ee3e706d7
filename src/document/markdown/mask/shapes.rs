//! What a line that is no Markdown looks like.

use super::{Around, Title};

/// Whether a line that holds only `content` is masked.
pub(in super::super) fn is_masked(content: &str) -> bool {
    let is_between = |openers: &[&str], closers: &[&str], shortest: usize| {
        content.len() >= shortest
            && openers.iter().any(|opener| content.starts_with(opener))
            && closers.iter().any(|closer| content.ends_with(closer))
    };
    content.starts_with(":::")
        || is_between(&["{{<", "{{%"], &[">}}", "%}}"], 6)
        || is_between(&["{%"], &["%}"], 4)
        || is_attributes(content)
}

/// The attributes of a block, as kramdown (`{: .note }`), Python-Markdown and Hugo (`{ .note #ici }`) read them.
fn is_attributes(content: &str) -> bool {
    let Some(inner) = content.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else { return false };
    let is_first = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let first = inner.trim_start_matches(' ').split([' ', '=']).next().unwrap_or_default();
    let is_named = first.strip_prefix(['.', '#']).is_some_and(|name| name.starts_with(is_first));
    let is_value = || inner.trim_start_matches(' ')[first.len()..].starts_with('=');
    let is_one = is_named || inner.starts_with(':') || (first.starts_with(is_first) && is_value());
    is_one && !inner.contains(['{', '}'])
}

/// Whether a line that begins with `content` is masked if its end is right.
pub(in super::super) fn is_opener(content: &str) -> bool {
    ["{{<", "{{%", "{%"].iter().any(|opener| content.starts_with(opener))
}

/// The length of the head of an alert that a line begins with: `[!NOTE]`, and whether it is folded (`[!tip]-`).
pub(in super::super) fn alert(content: &str) -> Option<usize> {
    let (kind, _) = content.strip_prefix("[!")?.split_once(']')?;
    let is_kind = !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let head = "[!]".len() + kind.len();
    let head = head + usize::from(content[head..].starts_with(['+', '-']));
    (is_kind && content[head..].chars().next().is_none_or(|c| matches!(c, ' ' | '\t'))).then_some(head)
}

/// The title of an alert behind its head.
pub(super) fn titled(content: &str, head: usize) -> Option<Title> {
    let behind = content[head..].trim_start();
    let from = content.len() - behind.len();
    (!behind.is_empty())
        .then(|| Title { span: from..from + behind.trim_end().len(), around: Around::Nothing })
}

/// The title of a `:::` line.
pub(super) fn title(content: &str) -> Option<Title> {
    let rest = content.trim_start_matches(':');
    if rest.len() == content.len() {
        return None;
    }
    let rest = rest.trim_start_matches([' ', '\t']);
    let kind = rest.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).filter(|&end| end > 0)?;
    let from = (content.len() - rest.len()) + kind;
    let behind = &rest[kind..];
    if let Some(inside) = behind.strip_prefix('[') {
        let end = inside.rfind(']')?;
        let text = &inside[..end];
        let first = from + 1 + (text.len() - text.trim_start().len());
        let span = first..first + text.trim().len();
        return (!span.is_empty()).then_some(Title { span, around: Around::Brackets });
    }
    let text = behind.strip_prefix([' ', '\t'])?.trim();
    let first = from + (behind.len() - behind.trim_start().len());
    let text = match text.rfind('{') {
        Some(attributes) if text.ends_with('}') => text[..attributes].trim_end(),
        _ => text,
    };
    (!text.is_empty()).then(|| Title { span: first..first + text.len(), around: Around::Nothing })
}
