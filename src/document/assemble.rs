//! A document with other text in some of its segments.

use std::fmt::Debug;

use super::{Block, Document, Segment};
use crate::text::{Edit, Span, has_ascii_break, is_kana, is_unspaced};

/// A segment and the text to put in its place.
#[derive(Debug, Clone, Copy)]
pub struct Replacement<'t> {
    /// A segment of the document that is assembled.
    pub segment: &'t Segment<'t>,
    /// Text in the format's own inline markup. Line breaks in it become spaces, and whatever would
    /// begin or end a block where it comes to stand is escaped.
    pub text: &'t str,
}

/// A part of a block's text that becomes another.
#[derive(Debug, Clone)]
pub(super) struct Change<'t> {
    /// Bytes of the block's text.
    pub(super) span: Span,
    pub(super) text: &'t str,
}

/// How the blocks of a document take other text: the half of a format that writes.
pub(super) trait Places: Debug + Send + Sync {
    /// The edit of the file that makes `changes` (disjoint, in order, at least one) in the block of
    /// index `at`. Edits of different blocks never overlap.
    fn rewrite(&self, source: &str, at: usize, block: &Block<'_>, changes: &[Change<'_>]) -> Edit;

    /// What `built`, the file with all its edits made, still needs so that it is read as the file is: a byte
    /// of it, and what to insert there. For what shows in the whole file only.
    fn settle(&self, _built: &str) -> Option<(usize, &'static str)> {
        None
    }
}

impl Document<'_> {
    /// The file's text with `replacements` made. A replacement by the segment's own text keeps its bytes;
    /// so does everything that is not replaced, but for the space between two sentences of Chinese or Japanese. The
    /// second of two replacements that overlap is dropped.
    pub fn assemble(&self, replacements: &[Replacement<'_>]) -> String {
        let mut changed: Vec<&Replacement<'_>> =
            replacements.iter().filter(|replacement| replacement.text != replacement.segment.text).collect();
        changed.sort_by_key(|replacement| (replacement.segment.block(), replacement.segment.span().start));
        let mut edits = Vec::new();
        for group in changed.chunk_by(|a, b| a.segment.block() == b.segment.block()) {
            let at = group[0].segment.block();
            let Some(block) = self.blocks.get(at) else { continue };
            let mut changes: Vec<Change<'_>> = Vec::with_capacity(group.len());
            for replacement in group {
                let span = replacement.segment.span();
                if changes.last().is_none_or(|last| last.span.end <= span.start) {
                    changes.push(Change { span, text: replacement.text });
                }
            }
            edits.push(self.places.rewrite(self.source, at, block, &changes));
        }
        if edits.is_empty() {
            return self.source.to_owned();
        }
        edits.sort_by_key(|edit| edit.span.start);
        let mut out = String::with_capacity(self.source.len());
        let mut done = 0;
        for edit in edits {
            if edit.span.start < done {
                continue;
            }
            out.push_str(&self.source[done..edit.span.start]);
            out.push_str(&edit.with);
            done = edit.span.end;
        }
        out.push_str(&self.source[done..]);
        if let Some((at, insert)) = self.places.settle(&out) {
            out.insert_str(at, insert);
        }
        out
    }
}

/// The text of a block with `changes` made, each on one line. `keep` writes the bytes of it that stay, as they
/// are or as the file has them.
pub(super) fn changed(text: &str, changes: &[Change<'_>], mut keep: impl FnMut(&mut String, Span)) -> String {
    let mut out = String::new();
    let mut done = 0;
    for change in changes {
        let gap = out.len();
        keep(&mut out, done..change.span.start);
        let with = one_line(change.text);
        if done > 0 && &out[gap..] == " " && is_joined(&out[..gap], &with) {
            out.truncate(gap);
        }
        done = change.span.end;
        if with.is_empty() {
            // A folded sentence takes one neighbouring space with it.
            if out.ends_with(' ') {
                out.pop();
            } else if text[done..].starts_with(' ') {
                done += 1;
            }
        }
        out.push_str(&with);
    }
    keep(&mut out, done..text.len());
    out
}

/// Whether two sentences that a space parts in French stand side by side in translation: in Chinese and Japanese, behind a
/// mark that is as wide as a letter. Nothing else is sure: an address needs the space, and so does emphasis.
pub(super) fn is_joined(before: &str, after: &str) -> bool {
    let Some(first) =
        after.chars().next().filter(|c| is_unspaced(*c) || c.is_numeric() || "「『（《〈【“".contains(*c))
    else {
        return false;
    };
    let sentence = before.trim_end_matches(['」', '』', '）', '】', '》', '〉', '”']);
    match sentence.chars().next_back() {
        Some('。') => true,
        // Japanese has a space behind these.
        Some('！' | '？') => {
            let near = sentence.chars().rev().take(NEAR).chain(after.chars().take(NEAR));
            is_unspaced(first) && !near.into_iter().any(is_kana)
        }
        _ => false,
    }
}

/// In so many characters of Japanese there are kana.
const NEAR: usize = 30;

/// `text` on one line: each line break a space, white space at the ends cut.
pub(super) fn one_line(text: &str) -> std::borrow::Cow<'_, str> {
    let text = text.trim_matches(|c: char| c.is_ascii_whitespace() || c == '\u{b}');
    if !has_ascii_break(text) {
        return text.into();
    }
    text.replace("\r\n", " ").replace(['\n', '\r', '\u{b}', '\u{c}'], " ").into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Options, parse};

    /// What becomes of two sentences of a page.
    fn check(format: Format, page: &str, first: &str, second: &str, built: &str) {
        let (document, _) = parse(format, "a", page, &Options::default());
        let text = document.blocks[0].text.as_ref();
        let at = text.find("Deux").expect("the second sentence");
        let end = text[..at].trim_end().len();
        let segments = [Segment::new(0, 0, &text[..end]), Segment::new(0, at, &text[at..])];
        let replacements = [first, second];
        let replacements: Vec<Replacement<'_>> =
            segments.iter().zip(replacements).map(|(segment, text)| Replacement { segment, text }).collect();
        assert_eq!(document.assemble(&replacements), built, "{page:?}");
    }

    #[test]
    fn no_space_stands_between_sentences_of_chinese_and_japanese() {
        let (page, ja) = ("Un. Deux.\n", ("雨が降る。", "風が吹く。"));
        for format in [Format::Markdown, Format::Plain] {
            check(format, page, ja.0, ja.1, "雨が降る。風が吹く。\n");
            check(format, page, "雨が降る。", "3時に止む。", "雨が降る。3時に止む。\n");
            check(format, page, "他说：“下雨了。”", "他走了。", "他说：“下雨了。”他走了。\n");
            check(format, page, "下雨了！", "他走了。", "下雨了！他走了。\n");
            check(format, page, "雨だ！", "風が吹く。", "雨だ！ 風が吹く。\n");
            check(format, page, "雨が降る。", "https://x.test 。", "雨が降る。 https://x.test 。\n");
            check(format, page, "**雨が降る。**", "風が吹く。", "**雨が降る。** 風が吹く。\n");
            check(format, page, "비가 온다.", "바람이 분다.", "비가 온다. 바람이 분다.\n");
            check(format, page, "雨が降る。", "Deux.", "雨が降る。 Deux.\n");
            check(format, page, "雨が降る。風が吹く。", "", "雨が降る。風が吹く。\n");
        }
        check(Format::Markdown, "Un.\nDeux.\n", ja.0, ja.1, "雨が降る。風が吹く。\n");
        check(Format::Markdown, "- Un.\r\n  Deux.\r\n", ja.0, ja.1, "- 雨が降る。風が吹く。\r\n");
        // Prefixes of a quotation and hard breaks stay.
        check(Format::Markdown, "> Un.\n> Deux.\n", ja.0, ja.1, "> 雨が降る。\n> 風が吹く。\n");
        check(Format::Markdown, "Un.  \nDeux.\n", ja.0, ja.1, "雨が降る。  \n風が吹く。\n");
    }
}
