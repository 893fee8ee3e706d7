//! The line of a file that a finding is about, fit to be drawn.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

use super::{French, Place, line_before, line_behind};
use crate::text::visible;

/// Longer lines are cut around what is underlined; in characters.
const WINDOW: usize = 160;

/// A tab, as it is drawn.
const TAB: &str = "    ";

/// The line of a finding, cut to a window if it is long, without anything that a terminal would act on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line.
    pub line: Box<str>,
    /// Columns of a terminal before what is underlined.
    pub before: u16,
    /// Columns that are underlined, at least one; of a longer span those on its first line.
    pub width: u16,
    /// The line of the French, to be drawn above it.
    pub french: Option<Box<Excerpt>>,
}

impl Excerpt {
    /// The line of a place in the text of its file; `None` if the place has no bytes, or the text is not the
    /// one meant.
    pub fn of(place: &Place, text: &str) -> Option<Excerpt> {
        let (start, end) = place.span?;
        let head = line_before(text, start)?;
        let head = head.strip_prefix('\u{feff}').unwrap_or(head);
        let tail = line_behind(text, start)?;
        let marked = text.get(start..end.max(start)).map_or(0, |marked| marked.len().min(tail.len()));
        let marked = nth_boundary(&tail[..marked], WINDOW);

        let skip = match head.len() > WINDOW / 2 {
            true => head.char_indices().rev().nth(WINDOW / 2).map_or(0, |(at, _)| at),
            false => 0,
        };
        let (lead, head) = if skip == 0 { ("", head) } else { ("…", &head[skip..]) };
        let shown_already = head.chars().count() + tail[..marked].chars().count();
        let left = WINDOW.saturating_sub(shown_already).min(WINDOW / 2);
        let kept = marked + nth_boundary(&tail[marked..], left);
        let trail = if kept < tail.len() { "…" } else { "" };

        // Most lines are drawn as they stand: asked of the whole, and of each part no more than how it begins.
        let is_plain = text.get(start - head.len()..start + kept).is_some_and(|shown| {
            memchr::memchr(b'\t', shown.as_bytes()).is_none() && matches!(visible(shown), Cow::Borrowed(_))
        });
        let push = |line: &mut String, part: &str| match part.as_bytes() {
            [first, ..] if is_plain && matches!(first, b'0'..=b'9' | b'A'..=b'z' | 0xC3..=0xDF) => {
                line.push_str(part)
            }
            _ => push(line, part),
        };
        let mut line = String::with_capacity(lead.len() + head.len() + kept + trail.len());
        line.push_str(lead);
        push(&mut line, head);
        let before = columns(&line);
        let begun = line.len();
        push(&mut line, &tail[..marked]);
        let width = columns(&line[begun..]).max(1);
        push(&mut line, &tail[marked..kept]);
        line.push_str(trail);
        Some(Excerpt { line: line.into(), before, width, french: None })
    }

    /// With the French beside it, if the finding is about certain words of that. Else what it says of the French is
    /// all that there is to see.
    #[must_use]
    pub fn beside(mut self, french: Option<&French>, text: &str) -> Excerpt {
        let of = |french: &French| {
            let line = text.get(french.line())?;
            let start = French::sentence(line)?.start;
            let words = french.words();
            Excerpt::of(
                &Place { file: "".into(), at: None, span: Some((start + words.start, start + words.end)) },
                line,
            )
        };
        self.french = french.filter(|french| !french.words().is_empty()).and_then(of).map(Box::new);
        self
    }
}

/// Adds a part of a line as it is drawn.
fn push(line: &mut String, part: &str) {
    if memchr::memchr(b'\t', part.as_bytes()).is_none() {
        line.push_str(&visible(part));
        return;
    }
    for (at, piece) in part.split('\t').enumerate() {
        if at > 0 {
            line.push_str(TAB);
        }
        line.push_str(&visible(piece));
    }
}

/// Letters of ASCII and of Latin up to U+02FF take one column each, and so do dashes and quotation marks: no table
/// need be asked.
fn is_simple(sign: char) -> bool {
    matches!(sign, '\0'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}')
}

/// How many columns of a terminal a text takes.
fn columns(text: &str) -> u16 {
    let width = |sign: char| if is_simple(sign) { 1 } else { sign.width().unwrap_or(0) };
    // All bytes are asked, many at once; those of the soft hyphen and of dashes begin with others.
    let columns = match text.bytes().fold(true, |simple, byte| simple & (byte != 0xC2) & (byte < 0xCA)) {
        true => text.chars().count(),
        false => text.chars().map(width).sum(),
    };
    // A window is far shorter.
    u16::try_from(columns).unwrap_or(u16::MAX)
}

/// The byte after the first `count` characters.
fn nth_boundary(text: &str, count: usize) -> usize {
    if text.len() <= count {
        return text.len();
    }
    // Many characters are passed over at once.
    let mut chars = text.chars();
    if let Some(last) = count.checked_sub(1) {
        chars.nth(last);
    }
    text.len() - chars.as_str().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_simple_takes_one_column() {
        // Control characters are escaped before.
        let simple = ('\0'..='\u{ffff}').filter(|sign| is_simple(*sign) && !sign.is_control());
        assert!(simple.clone().all(|sign| sign.width() == Some(1)));
        assert!(simple.count() > 700);
    }
}
