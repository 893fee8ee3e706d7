//! The scanner: finds the marks that may end a sentence, and cuts where the decision says so.

use super::decide::Decider;
use super::lexicon::Lexicon;
use super::reason::Reason;
use super::view::View;
use crate::document::{Inline, InlineKind};
use crate::text::Span;

/// The marks at which a decision is due: `.`, `!`, `?`, `…`, emoji and faces (`:-)`), in order.
struct Marks<'t> {
    bytes: &'t [u8],
    /// The first of `.`, `!`, `?` at or behind the place asked about last.
    plain: Option<usize>,
    /// The first `…`, likewise.
    ellipsis: Option<usize>,
    /// The first byte that a picture may begin with, likewise.
    picture: Option<usize>,
    /// The first byte that a face may begin with, likewise.
    face: Option<usize>,
}

impl<'t> Marks<'t> {
    fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        Marks {
            bytes,
            plain: memchr::memchr3(b'.', b'!', b'?', bytes),
            ellipsis: memchr::memmem::find(bytes, ELLIPSIS),
            picture: memchr::memchr2(PICTURE, TINT, bytes),
            face: eyes(bytes, 0),
        }
    }

    /// The first mark at or behind `at`. The places asked about never fall, so no text is read twice.
    fn from(&mut self, at: usize) -> Option<usize> {
        if self.plain.is_some_and(|plain| plain < at) {
            self.plain = memchr::memchr3(b'.', b'!', b'?', &self.bytes[at..]).map(|next| at + next);
        }
        if self.ellipsis.is_some_and(|ellipsis| ellipsis < at) {
            self.ellipsis = memchr::memmem::find(&self.bytes[at..], ELLIPSIS).map(|next| at + next);
        }
        if self.picture.is_some_and(|picture| picture < at) {
            self.picture = memchr::memchr2(PICTURE, TINT, &self.bytes[at..]).map(|next| at + next);
        }
        if self.face.is_some_and(|face| face < at) {
            self.face = eyes(self.bytes, at);
        }
        let mark = self.mark();
        // Hardly a text has one.
        let Some(other) = self.picture.into_iter().chain(self.face).min() else { return mark };
        Some(mark.map_or(other, |mark| mark.min(other)))
    }

    /// The mark, no picture, that was found last.
    fn mark(&self) -> Option<usize> {
        match (self.plain, self.ellipsis) {
            (Some(plain), Some(ellipsis)) => Some(plain.min(ellipsis)),
            (plain, ellipsis) => plain.or(ellipsis),
        }
    }

    /// Whether what stands at a place may be a picture.
    fn is_picture(&self, at: usize) -> bool {
        matches!(self.bytes[at], PICTURE | TINT)
    }
}

/// The first eyes at or behind `at` that a nose or a mouth stands behind.
fn eyes(bytes: &[u8], at: usize) -> Option<usize> {
    let mut eyes = memchr::memchr3_iter(b':', b';', b'^', &bytes[at..]).map(|eyes| at + eyes);
    eyes.find(|&eyes| bytes.get(eyes + 1).is_some_and(|byte| b")(-DPp^'".contains(byte)))
}

/// The first byte of nearly all emoji.
const PICTURE: u8 = 0xf0;
/// The first byte of the mark that makes an emoji of a sign (`✈` with U+FE0F). French has hardly another
/// character with it.
const TINT: u8 = 0xef;

const ELLIPSIS: &[u8] = "…".as_bytes();

/// The sentences of a text. `told` hears of each candidate, with the byte behind it.
pub(super) fn scan(
    text: &str,
    inline: &[Inline],
    lexicon: &Lexicon,
    mut told: impl FnMut(usize, Reason),
) -> Vec<Span> {
    let view = View::new(text, inline);
    let mut out = Vec::new();
    // Inside an element that is not cut, a break is a space.
    let mut breaks = view.inline().iter().filter(|inline| inline.kind == InlineKind::Break).peekable();
    let mut decider = Decider::new(&view, lexicon);
    let mut start = 0;
    let mut at = 0;
    let mut marks = Marks::new(text);
    loop {
        let stop = marks.from(at);
        let limit = stop.unwrap_or(text.len());
        while let Some(next) = breaks.next_if(|next| next.span.start < limit.max(at)) {
            if next.span.start >= start && !view.is_inside(next.span.start) {
                push(text, start..next.span.start, &mut out);
                start = next.span.end;
                decider.begin(start);
            }
        }
        let Some(stop) = stop else { break };
        if stop < start {
            at = start;
            continue;
        }
        if let Some(end) = view.hidden(stop) {
            // A mark inside a tag, a link target or code ends nothing.
            at = end;
            continue;
        }
        let decision = if marks.is_picture(stop) {
            decider.decide_picture(stop, marks.mark())
        } else if marks.face == Some(stop) {
            decider.decide_face(stop)
        } else {
            Some(decider.decide(stop))
        };
        let Some(decision) = decision else {
            at = stop + 1;
            continue;
        };
        told(decision.end, decision.reason);
        if decision.reason.is_cut() {
            push(text, start..decision.end, &mut out);
            start = decision.end;
            decider.begin(start);
        }
        at = decision.resume.max(stop + 1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    push(text, start..text.len(), &mut out);
    out
}

fn push(text: &str, span: Span, out: &mut Vec<Span>) {
    let part = &text[span.clone()];
    let start = span.start + part.len() - part.trim_start().len();
    let end = start + part.trim().len();
    if start < end {
        out.push(start..end);
    }
}
