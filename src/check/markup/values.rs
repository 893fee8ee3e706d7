//! Values in tags: between straight marks, and closed.

use super::RULE;
use crate::check::scan::{Kind, Text};
use crate::check::{Pair, Problem};
use crate::text::Span;

/// A value of a tag whose closing mark was lost, `title="Union`: what follows is a part of it, and is not shown.
pub(super) fn unclosed(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let is_open = |text: &Text<'_>, span: &Span| {
        let tag = &text.raw[span.clone()];
        // In a value > may stand, too.
        tag.contains('=') && tag.matches('"').count() % 2 == 1 && !text.raw[span.end..].contains('"')
    };
    let find = |text: &Text<'_>| text.spans(Kind::Tag).find(|span| is_open(text, span)).cloned();
    let Some(span) = find(&pair.translation) else { return };
    if find(&pair.source.text).is_none() {
        let tag = &pair.translation.raw[span.clone()];
        problems.push(
            Problem::error(RULE, span.clone(), format!("a value of the tag {tag} has no closing mark"))
                .help("write \" behind it: what follows is hidden in the value"),
        );
    }
}

/// A value of a tag between marks that HTML takes for a part of it: `title=„Union“`.
pub(super) fn typographic(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    const MARKS: [char; 15] = ['„', '“', '”', '«', '»', '‚', '‘', '’', '‹', '›', '「', '『', '＂', '″', '〝'];
    let find = |text: &Text<'_>| {
        text.spans(Kind::Tag).find_map(|span| {
            let tag = &text.raw[span.clone()];
            // Within a value between straight marks they are the words' own.
            let (mut straight, mut before) = (None, ' ');
            for (at, c) in tag.char_indices() {
                match straight {
                    Some(mark) if c == mark => straight = None,
                    Some(_) => {}
                    None if matches!(c, '"' | '\'') => straight = Some(c),
                    None if before == '=' && MARKS.contains(&c) => {
                        let begin = span.start + at;
                        return Some((span.clone(), begin..begin + c.len_utf8()));
                    }
                    None => {}
                }
                before = c;
            }
            None
        })
    };
    if find(&pair.source.text).is_none()
        && let Some((tag, mark)) = find(&pair.translation)
    {
        let message = format!(
            "a value of the tag {} stands between marks that are none for HTML",
            &pair.translation.raw[tag]
        );
        problems.push(Problem::error(RULE, mark, message).help("write straight marks: title=\"words\""));
    }
}
