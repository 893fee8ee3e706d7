//! The line of a file that a finding is about, fit to be drawn.

use unicode_width::UnicodeWidthChar;

use super::{French, Place, line_before, line_behind};
use crate::text::{has_unsafe, is_order, visible};

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
        let (before, width) = (head.chars().count(), tail[..marked].chars().count());
        let left = WINDOW.saturating_sub(before + width).min(WINDOW / 2);
        let kept = marked + nth_boundary(&tail[marked..], left);
        let trail = if kept < tail.len() { "…" } else { "" };

        let parts = [head, &tail[..marked], &tail[marked..kept]];
        let mut line = String::with_capacity(lead.len() + head.len() + kept + trail.len());
        line.push_str(lead);
        // Most lines are drawn as they stand: that is asked of all parts at once.
        let shown = text.get(start - head.len()..start + kept);
        let is_plain = |shown: &&str| {
            memchr::memchr(b'\t', shown.as_bytes()).is_none()
                && !has_unsafe(shown)
                && !parts.into_iter().any(is_order)
        };
        let (before, width) = match shown.filter(is_plain) {
            Some(shown) => {
                line.push_str(shown);
                match is_simple(shown) {
                    true => (narrow(lead.chars().count() + before), narrow(width)),
                    false => (columns(lead) + columns(parts[0]), columns(parts[1])),
                }
            }
            None => {
                push(&mut line, parts[0]);
                let before = columns(&line);
                let begun = line.len();
                push(&mut line, parts[1]);
                let width = columns(&line[begun..]);
                push(&mut line, parts[2]);
                (before, width)
            }
        };
        line.push_str(trail);
        Some(Excerpt { line: line.into(), before, width: width.max(1), french: None })
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

/// Whether all characters of a text surely take one column each: letters of ASCII and of Latin up to U+027F, but not
/// the signs of Latin 1, of which the soft hyphen is one.
fn is_simple(text: &str) -> bool {
    // All bytes are asked, many at once.
    text.bytes().fold(true, |simple, byte| simple & (byte != 0xc2) & (byte < 0xca))
}

/// The columns of a sign. Of dashes and quotation marks they are known without a table.
fn width(sign: char) -> usize {
    match sign {
        '\0'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{202f}' => 1,
        _ => sign.width().unwrap_or(0),
    }
}

/// How many columns of a terminal a text takes.
fn columns(text: &str) -> u16 {
    narrow(match is_simple(text) {
        true => text.chars().count(),
        false => text.chars().map(width).sum(),
    })
}

/// A window is far shorter than what that would cut off.
fn narrow(columns: usize) -> u16 {
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
    fn columns_are_those_of_the_table() {
        // Control characters are escaped before.
        for sign in ('\0'..=char::MAX).filter(|sign| !sign.is_control()) {
            assert_eq!(Some(usize::from(columns(&sign.to_string()))), sign.width(), "{sign:?}");
        }
        assert_eq!(columns("L’été — « œuvre »"), 17);
    }
}
