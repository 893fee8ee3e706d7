//! The marks at the end of a sentence, and all that closes with them.

use super::emoticon;
use super::sentence::Sentence;
use super::view::{Seen, View};
use crate::document::InlineKind;

/// The marks at the end of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// One full stop.
    Full,
    /// Three or more, or `…`.
    Ellipsis,
    /// With `!` or `?`.
    Strong,
}

/// Marks that stand together, and where the sentence ends if they end it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ending {
    /// What the marks are; those within the closing ones count: `« Oui ». !`
    pub(super) kind: Stop,
    /// The byte behind the marks.
    pub(super) behind: usize,
    /// The byte behind all that closes with them: quotation marks, brackets, note calls, pictures, markup.
    pub(super) end: usize,
    /// Whether there is any besides pictures and markup.
    pub(super) closed: bool,
}

impl Ending {
    /// The marks at `stop`.
    pub(super) fn at(view: &View<'_>, sentence: &Sentence<'_, '_>, stop: usize) -> Ending {
        let reader = Reader { view, sentence };
        let (kind, behind) = reader.marks(stop);
        let (end, closed, kind) = reader.closers(behind, kind);
        let pictured = reader.pictures(end);
        if pictured == end {
            return Ending { kind, behind, end, closed };
        }
        // « Génial ! 😂 »
        let (end, closed_behind, kind) = reader.closers(pictured, kind);
        Ending { kind, behind, end, closed: closed || closed_behind }
    }
}

/// Pictures and spaces in a row, more than any text has.
const MANY: usize = 16;

struct Reader<'a, 'v, 't> {
    view: &'a View<'t>,
    sentence: &'a Sentence<'v, 't>,
}

impl Reader<'_, '_, '_> {
    /// All marks that stand together at `stop`: `?!`, `...`, `! !`. Returns the byte behind them.
    fn marks(&self, stop: usize) -> (Stop, usize) {
        let (mut full, mut strong, mut ellipsis) = (0, false, false);
        let mut end = stop;
        let mut at = stop;
        loop {
            let (seen, _, next) = self.view.forward(at);
            match seen {
                Seen::Character('.') => full += 1,
                Seen::Character('…') => ellipsis = true,
                Seen::Character('!' | '?') => strong = true,
                Seen::Character(c) if c.is_whitespace() && at == end => {
                    // `Quoi ! ?`, `fin … !`
                    if let (Seen::Character('!' | '?'), _, _) = self.view.forward(next) {
                        at = next;
                        continue;
                    }
                    break;
                }
                _ => break,
            }
            at = next;
            end = next;
        }
        let kind = if strong {
            Stop::Strong
        } else if ellipsis || full >= 2 {
            Stop::Ellipsis
        } else {
            Stop::Full
        };
        (kind, end)
    }

    /// Quotation marks, brackets and note calls that close with the marks. Returns the byte behind them,
    /// markup that closes there too; and whether there was any besides markup.
    fn closers(&self, behind: usize, mut kind: Stop) -> (usize, bool, Stop) {
        let mut end = behind;
        let mut quotes = self.sentence.in_quotes;
        loop {
            let (seen, place, next) = self.view.forward(end);
            let closer_end = match seen {
                Seen::Character('»' | '”' | '’' | '›' | ')' | ']' | '}') => Some(next),
                // What opens in French closes in German: `„Es regnet.“`
                Seen::Character('“' | '‘') if place == end && self.closes(next) => Some(next),
                // Markup that nobody read as such.
                Seen::Character('*' | '_') if place == end => Some(next),
                Seen::Character('"') if quotes || (place == end && self.closes(next)) => {
                    quotes = false;
                    Some(next)
                }
                Seen::Character('\'') if end > behind || self.sentence.has_single_quote() => Some(next),
                // `« Oui. ».`, `(Non !).`
                Seen::Character(mark @ ('.' | '…' | '!' | '?')) if end > behind => {
                    if kind == Stop::Full && mark != '.' {
                        kind = Stop::Strong;
                    }
                    Some(next)
                }
                // … or that is none: `Sans frais.\*`
                Seen::Character('\\')
                    if matches!(self.view.forward(next).0, Seen::Character('*')) && place == end =>
                {
                    Some(next + 1)
                }
                // Superscript note calls.
                Seen::Character('¹' | '²' | '³' | '⁰' | '⁴'..='⁹') => Some(next),
                Seen::Character('†' | '‡') if place == end => Some(next),
                Seen::Character('0'..='9') if place > end => self.raised_note(place),
                // Markdown escapes a bracket that is text.
                Seen::Character('\\') if matches!(self.view.forward(next).0, Seen::Character('[')) => {
                    self.note(next)
                }
                Seen::Character('[') => self.note(place),
                // `Il pleut.(1)`
                Seen::Character('(') if place == end => self.note_in_parentheses(place),
                Seen::Character(c) if c.is_whitespace() => self.closer_apart(next, &mut quotes),
                _ => None,
            };
            match closer_end {
                Some(closer_end) => end = closer_end,
                None => return (self.closing_markup(end), end > behind, kind),
            }
        }
    }

    /// The end of what closes behind a space, which ends at `at`.
    fn closer_apart(&self, at: usize, quotes: &mut bool) -> Option<usize> {
        let (seen, _, next) = self.view.forward(at);
        match seen {
            // `Oui. »`
            Seen::Character('»' | '›') => Some(next),
            // `Il pleut. [1].`, `Il pleut. [^1]`, `« Il pleut. » [1]`
            Seen::Character('[') => {
                let is_call = self.view.text[next..].starts_with('^') || self.is_behind_quotation(at);
                self.note(next - 1).filter(|&note| is_call || self.stops(note))
            }
            Seen::Character('"') if *quotes && self.closes_apart(next) => {
                *quotes = false;
                Some(next)
            }
            _ => None,
        }
    }

    /// Whether a quotation closed before the space that ends at `at`, in a sentence that is no note itself.
    fn is_behind_quotation(&self, at: usize) -> bool {
        let before = self.view.text[self.sentence.start.min(at)..at].trim();
        before.ends_with(['»', '”', '"']) && !before.starts_with('[')
    }

    /// Emoji and emoticons behind the marks, with or without a space, belong to the sentence that they comment
    /// on. Returns the byte behind them.
    fn pictures(&self, behind: usize) -> usize {
        let (mut at, mut end) = (behind, behind);
        loop {
            let (seen, place, next) = self.view.forward(at);
            let Seen::Character(c) = seen else { return end };
            if is_picture(c) {
                if at > end && (is_pointer(c) || self.leads(c)) && self.goes_on(next) {
                    return end;
                }
                (at, end) = (next, next);
            } else if let Some(length) = emoticon::length(&self.view.text[place..]) {
                (at, end) = (place + length, place + length);
            } else if c.is_whitespace() && at == end {
                at = next;
            } else {
                return end;
            }
        }
    }

    /// Whether a picture leads the next sentence: another one, no face, led this one (« 🚧 La route est fermée.
    /// 🚲 Les vélos passent »).
    fn leads(&self, picture: char) -> bool {
        let mut at = self.sentence.start;
        for _ in 0..MANY {
            match self.view.forward(at) {
                (Seen::Character(c), _, next) if c.is_whitespace() => at = next,
                (Seen::Character(c), _, _) => return is_picture(c) && c != picture && !is_comment(picture),
                (Seen::Atom | Seen::End, _, _) => return false,
            }
        }
        false
    }

    /// Whether a letter follows behind spaces and pictures.
    fn goes_on(&self, mut at: usize) -> bool {
        for _ in 0..MANY {
            match self.view.forward(at) {
                (Seen::Character(c), _, next) if c.is_whitespace() || is_picture(c) => at = next,
                (Seen::Character(_) | Seen::Atom, _, _) => return true,
                (Seen::End, _, _) => return false,
            }
        }
        false
    }

    /// The end of a note call that markup raises: the digits of `<sup>1</sup>`.
    fn raised_note(&self, digits: usize) -> Option<usize> {
        const LONGEST: usize = 3;
        let bytes = &self.view.text.as_bytes()[digits..];
        let length = bytes.iter().take(LONGEST).take_while(|byte| byte.is_ascii_digit()).count();
        let end = digits + length;
        self.view.hidden(end).map(|_| end)
    }

    /// Whether a mark of the same sentence, or nothing, stands at `at`.
    fn stops(&self, at: usize) -> bool {
        matches!(self.view.forward(at).0, Seen::End | Seen::Character('.' | ',' | ';' | ':'))
    }

    /// Whether a straight quotation mark behind the marks closes: no word is behind it.
    fn closes(&self, behind: usize) -> bool {
        match self.view.forward(behind).0 {
            Seen::Character(c) => {
                !c.is_alphanumeric() && !matches!(c, '@' | '#' | '/' | '`' | '(' | '«' | '“')
            }
            Seen::Atom => false,
            Seen::End => true,
        }
    }

    /// Whether one that a space keeps from the marks closes: a space or a closing mark is behind it too.
    fn closes_apart(&self, behind: usize) -> bool {
        match self.view.forward(behind).0 {
            Seen::Character(c) => {
                c.is_whitespace()
                    || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…' | ')' | ']' | '}' | '»' | '”')
            }
            Seen::Atom => false,
            Seen::End => true,
        }
    }

    /// Markup that closes right behind `end`. An element that begins there is of the next sentence.
    fn closing_markup(&self, end: usize) -> usize {
        let inlines = self.view.inline();
        let first = inlines.partition_point(|inline| inline.span.start < end);
        let mut at = end;
        for inline in &inlines[first..] {
            if inline.span.start > at || (inline.span.start == at && inline.kind != InlineKind::Markup) {
                break;
            }
            if inline.span.start == at {
                at = inline.span.end;
            }
        }
        at
    }

    /// The end of a note call in the parentheses at `open`, a space, a mark or nothing behind it.
    fn note_in_parentheses(&self, open: usize) -> Option<usize> {
        const LONGEST: usize = 8;
        let bytes = &self.view.text.as_bytes()[open + 1..];
        let close = open + 1 + bytes.iter().take(LONGEST).position(|&byte| byte == b')')?;
        let stands_alone = match self.view.forward(close + 1).0 {
            Seen::Character(c) => !c.is_alphanumeric(),
            Seen::Atom => false,
            Seen::End => true,
        };
        (stands_alone && is_note(&self.view.text[open + 1..close])).then_some(close + 1)
    }

    /// The end of a note call in brackets at `open`: `[3]`, `[1, 2]`, `[^a]`, `[note 2]`.
    fn note(&self, open: usize) -> Option<usize> {
        const LONGEST: usize = 12;
        let text = &self.view.text[open..];
        let length = text.char_indices().take(LONGEST).find(|&(_, c)| c == ']').map(|(at, _)| at)?;
        let inside = self.view.text[open + 1..open + length].trim_end_matches('\\');
        let is_call = inside.starts_with('^')
            || inside.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '-' | '–' | ' '))
            || inside.starts_with("note")
            || inside.chars().count() == 1;
        (is_call && !inside.is_empty()).then_some(open + length + 1)
    }
}

/// Behind the picture at `at` and those that follow it, if they may end a sentence without a mark: letters or
/// closing marks stand before them, and none points at what follows.
pub(super) fn final_pictures(view: &View<'_>, start: usize, at: usize) -> Option<usize> {
    let mut before = at;
    let is_behind_word = (0..MANY).find_map(|_| {
        if before <= start {
            return Some(false);
        }
        let (seen, begin) = view.backward(before);
        match seen {
            Seen::Character(c) if c.is_whitespace() || (is_picture(c) && !is_pointer(c)) => {
                before = begin;
                None
            }
            Seen::Character(c) => Some(c.is_alphanumeric() || matches!(c, '»' | '”' | ')')),
            Seen::Atom | Seen::End => Some(false),
        }
    });
    if is_behind_word != Some(true) {
        return None;
    }
    let (mut at, mut end) = (at, at);
    for _ in 0..MANY {
        match view.forward(at) {
            (Seen::Character(c), _, _) if is_pointer(c) => return None,
            (Seen::Character(c), _, next) if is_picture(c) => (at, end) = (next, next),
            (Seen::Character(c), _, next) if c.is_whitespace() && at == end => at = next,
            (Seen::Character(_) | Seen::Atom | Seen::End, _, _) => break,
        }
    }
    (end < at).then_some(end)
}

/// What stands in the parentheses of a note call: `1`, `12`, `a`, `*`, `note 2`.
fn is_note(inside: &str) -> bool {
    let mut signs = inside.bytes();
    match signs.next() {
        Some(b'0'..=b'9') => inside.len() <= 3 && signs.all(|sign| sign.is_ascii_digit()),
        Some(b'*') => signs.all(|sign| sign == b'*'),
        Some(b'a'..=b'z') => inside.len() == 1 || inside.starts_with("note "),
        _ => false,
    }
}

/// Emoji and the marks that join and tint them.
pub(super) fn is_picture(c: char) -> bool {
    matches!(c,
        '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{1f1e6}'..='\u{1f1ff}'
        | '\u{231a}' | '\u{231b}' | '\u{23e9}'..='\u{23fa}' | '\u{2b05}'..='\u{2b07}' | '\u{2b50}' | '\u{2b55}'
        | '\u{fe0f}' | '\u{200d}')
}

/// Emoji that show what somebody feels: faces, hearts, hands, a feast.
fn is_comment(c: char) -> bool {
    const OTHERS: &str = "❤♥👍👎👏🙌🙏💪👌🤞🤝✌👋🔥🎉🎊🥳✨💯💥🥂🍾";
    let is_face = matches!(c,
        '\u{1f600}'..='\u{1f64f}' | '\u{1f910}'..='\u{1f92f}' | '\u{1f970}'..='\u{1f97a}'
        | '\u{1f493}'..='\u{1f49f}');
    is_face || OTHERS.contains(c)
}

/// Emoji that point at what follows, or number and mark it as items of a list do.
fn is_pointer(c: char) -> bool {
    const POINTERS: &str = "✅❌❎☑✔✖⚠➡➤➔▶👉📌📍🔹🔸🔗📢📣💡ℹ🚨📅📞☎✉📧🔴🟢🔵";
    POINTERS.contains(c)
}
