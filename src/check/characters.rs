//! Signs that no translator means to write: lost letters, invisible signs, text of another encoding.

pub(super) mod misread;
mod pages;
mod signs;
mod single_byte;
mod soft;

use super::scan::wide_characters;
use super::scan::{CONTROL, Kind, QUESTION, SPECIAL, WIDE};
use super::script::{Script, script};
use super::{Pair, Problem, Target};
use crate::text::block::{Block, SIZE};
use crate::text::{Edit, Span};

pub(super) const RULE: &str = "characters";

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (text, begun) = (&pair.translation, problems.len());
    if text.has(CONTROL | WIDE) {
        signs(pair, problems);
    }
    if text.has(WIDE) {
        misread::run(pair, problems);
        // Some letters of UTF-8 that were read in the wrong encoding look like words of a code page, too.
        if problems.len() == begun {
            single_byte::run(pair, problems);
        }
        // Where the text was read in the wrong encoding, they stand for letters.
        if problems.len() == begun {
            soft::run(pair, problems);
        }
    }
    if text.has(SPECIAL) {
        entities(pair, problems);
        programs(pair, problems);
    }
    if text.has(QUESTION) {
        lost_letters(pair, problems);
    }
}

/// What a sign is, if it is odd in running text.
enum Odd {
    Replacement,
    Control,
    /// A line break that is none for Fluent.
    LineBreak,
    /// What Windows-1252 has in the place of a control sign.
    Windows(char),
    /// What word processors have for a hyphen that does not break.
    Hyphen,
    PrivateUse,
    ZeroWidth,
    Bidi,
    Lead,
}

fn odd(c: char) -> Option<Odd> {
    match c as u32 {
        // Tabs and line breaks are told by `spaces` and `structure`.
        0x09 | 0x0A | 0x0D => None,
        0x0B | 0x0C | 0x2028 | 0x2029 => Some(Odd::LineBreak),
        0x1E => Some(Odd::Hyphen),
        code @ 0x80..=0x9F => Some(of_windows(code as u8).map_or(Odd::Control, Odd::Windows)),
        0..0x20 | 0x7F => Some(Odd::Control),
        0xC2..=0xF4 => Some(Odd::Lead),
        0x200B | 0x2060 | 0xFEFF | 0x180E => Some(Odd::ZeroWidth),
        0x202A..=0x202E | 0x2066..=0x2069 => Some(Odd::Bidi),
        0xFFFD => Some(Odd::Replacement),
        0xE000..=0xF8FF | 0xF0000..=0x10FFFF => Some(Odd::PrivateUse),
        0xFFF9..=0xFFFC | 0xFDD0..=0xFDEF => Some(Odd::Control),
        0xFFFE | 0xFFFF => Some(Odd::Control),
        _ if pages::may_lead(c) || signs::may_lead(c) => Some(Odd::Lead),
        _ => None,
    }
}

/// Whether a space of no width stands where one belongs: it parts the words of scripts that have no other sign for that.
fn is_between_words(raw: &str, at: usize, sign: char) -> bool {
    // Thai and Lao, Tibetan, Burmese, Khmer, Tai Tham, Balinese, Javanese.
    let is_unspaced = |c: char| {
        matches!(c as u32,
            0x0E00..=0x0FFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x1A20..=0x1AAF | 0x1B00..=0x1B7F | 0xA980..=0xA9FF)
    };
    let behind = &raw[at + sign.len_utf8()..];
    sign == '\u{200b}' && (raw[..at].ends_with(is_unspaced) || behind.starts_with(is_unspaced))
}

fn signs(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let raw = pair.translation.raw;
    let bytes = raw.as_bytes();
    let mut signs = Signs { pair, told_garbled: false, bidi: false, asked: None };
    if pair.translation.has(CONTROL) {
        raw.char_indices().for_each(|(at, _)| signs.look_at(at, problems));
    } else {
        // Letters of two bytes are odd before others beyond ASCII only.
        let is_lone =
            |at: &usize| matches!(bytes[*at], 0xC3..=0xDF) && bytes.get(*at + 2).is_none_or(u8::is_ascii);
        wide_characters(raw).filter(|at| !is_lone(at)).for_each(|at| signs.look_at(at, problems));
    }
    if signs.bidi && !signs.told_garbled {
        direction(pair, problems);
    }
}

/// The signs of a translation, one after the other.
struct Signs<'p> {
    pair: &'p Pair<'p>,
    told_garbled: bool,
    /// Whether any turns the direction of the text.
    bidi: bool,
    /// The sign that was looked for in the French last, and whether it has it: a text is full of one sign, or of none.
    asked: Option<(char, bool)>,
}

impl Signs<'_> {
    fn is_french(&mut self, c: char) -> bool {
        let known = self.asked.filter(|(last, _)| *last == c);
        let (_, is) = known.unwrap_or_else(|| (c, self.pair.source.text.raw.contains(c)));
        self.asked = Some((c, is));
        is
    }

    fn look_at(&mut self, at: usize, problems: &mut Vec<Problem>) {
        let raw = self.pair.translation.raw;
        let Some(c) = raw[at..].chars().next() else { return };
        let span = at..at + c.len_utf8();
        match odd(c) {
            None => {}
            Some(Odd::Lead) => {
                if !self.told_garbled
                    && let Some(meant) = garbled(self.pair.target, raw, at)
                        .or_else(|| pages::garbled(self.pair.target, raw, at))
                        .or_else(|| signs::garbled(self.pair, at))
                {
                    self.told_garbled = true;
                    let end = at + meant.length;
                    let (written, letter) = (&raw[at..end], meant.letter);
                    let next = first_garbled(self.pair.target, raw, end)
                        .or_else(|| pages::first_garbled(self.pair.target, raw, end));
                    let message = in_wrong_encoding(written, letter.encode_utf8(&mut [0; 4]), next.is_some());
                    problems.push(Problem::error(RULE, at..end, message).help(COPY));
                }
            }
            Some(_) if self.told_garbled || self.is_french(c) => {}
            Some(Odd::Replacement) => problems.push(
                Problem::error(RULE, span, "a letter was lost: “\u{fffd}” stands in its place")
                    .help("write the letter that was meant"),
            ),
            Some(Odd::Control) => problems.push(
                Problem::error(RULE, span.clone(), format!("an invisible control sign (U+{:04X})", c as u32))
                    .help("delete it")
                    .fix(Edit::delete(span)),
            ),
            Some(Odd::LineBreak) => {
                let is_apart = raw[..at].ends_with(char::is_whitespace)
                    || raw[span.end..].starts_with(char::is_whitespace);
                let message = format!("a line break that no editor shows (U+{:04X})", c as u32);
                let fix = Edit::replace(span.clone(), if is_apart { "" } else { " " });
                problems
                    .push(Problem::error(RULE, span, message).help("write a space in its place").fix(fix));
            }
            Some(Odd::Windows(meant)) => problems.push(
                Problem::error(
                    RULE,
                    span,
                    format!("an invisible control sign (U+{:04X}), in the place of “{meant}”", c as u32),
                )
                .help(format!(
                    "write “{meant}”; if there are many, open the file as Windows-1252 and save it as UTF-8"
                )),
            ),
            Some(Odd::Hyphen) => problems.push(
                Problem::error(RULE, span, "an invisible control sign (U+001E), in the place of a hyphen")
                    .help("write a hyphen"),
            ),
            Some(Odd::ZeroWidth) if is_between_words(raw, at, c) => {}
            Some(Odd::PrivateUse) => problems.push(
                Problem::error(RULE, span, format!("a sign that only one font knows (U+{:04X})", c as u32))
                    .help("delete it, or write the sign that was meant"),
            ),
            Some(Odd::ZeroWidth) => problems.push(
                Problem::error(
                    RULE,
                    span.clone(),
                    format!("an invisible sign of no width (U+{:04X})", c as u32),
                )
                .help("delete it: it breaks searching and spelling")
                .fix(Edit::delete(span)),
            ),
            Some(Odd::Bidi) => self.bidi = true,
        }
    }
}

const COPY: &str = "copy the text again from its origin, as UTF-8";

/// What to tell of a passage that was read in the wrong encoding, and of a text that was so throughout.
fn in_wrong_encoding(written: &str, meant: &str, is_whole: bool) -> String {
    match is_whole {
        true => format!("{WHOLE}: “{written}” is “{meant}”"),
        false => format!("“{written}” is “{meant}” read in the wrong encoding"),
    }
}

const WHOLE: &str = "the text was read in the wrong encoding";

/// Whether a finding is of a text that was read in the wrong encoding throughout, so that no mark and no figure of it
/// can be trusted.
pub(super) fn tells_of_encoding(problem: &Problem) -> bool {
    problem.rule == RULE && problem.message.starts_with(WHOLE)
}

/// Whether a text was read in the wrong encoding throughout: it looks like one of another language, but is none.
pub(super) fn is_garbled(pair: &Pair<'_>) -> bool {
    let (target, raw) = (pair.target, pair.translation.raw);
    let is_twice = |first: fn(&Target, &str, usize) -> Option<usize>| {
        first(target, raw, 0).is_some_and(|end| first(target, raw, end).is_some())
    };
    misread::is_misread(pair)
        || single_byte::is_misread(pair)
        || may_be_garbled(raw) && is_twice(first_garbled)
        || pair.translation.has(WIDE) && is_twice(pages::first_garbled)
}

/// Whether a character from À to ÿ stands before one that a byte beyond ASCII was read as: many are looked at at once.
fn may_be_garbled(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    let is_pair = |block: &Block| {
        let second = [0xC2, 0xC5, 0xC6, 0xCB, 0xE2]
            .map(|byte| block.equal(byte))
            .into_iter()
            .fold(0, |all, at| all | at);
        block.equal(0xC3) & second >> 2 != 0
    };
    // A pair that goes on behind a block is looked at in the next one.
    (0..bytes.len()).step_by(SIZE - 2).any(|at| is_pair(&Block::at(bytes, at)))
}

/// Where the first letter ends, from `from` on, that was read in the wrong encoding.
fn first_garbled(target: &Target, raw: &str, from: usize) -> Option<usize> {
    let bytes = raw.as_bytes();
    // The first byte of À to ÿ, as which such a letter begins; a second one beyond ASCII follows.
    memchr::memchr_iter(0xC3, &bytes[from..])
        .map(|at| from + at)
        .filter(|at| bytes.get(at + 2).is_some_and(|byte| !byte.is_ascii()))
        .find_map(|at| garbled(target, raw, at).map(|meant| at + meant.length))
}

/// Embeddings, overrides and isolates must be closed in the sentence that opens them.
fn direction(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut stray = None;
    for (at, c) in pair.translation.raw.char_indices() {
        match c {
            '\u{202A}'..='\u{202B}' | '\u{202D}'..='\u{202E}' | '\u{2066}'..='\u{2068}' => open.push((at, c)),
            '\u{202C}' | '\u{2069}' if open.pop().is_none() => {
                stray.get_or_insert((at, c));
            }
            _ => {}
        }
    }
    if let Some((at, c)) = open.first().copied().or(stray) {
        problems.push(
            Problem::error(
                RULE,
                at..at + c.len_utf8(),
                format!(
                    "an invisible sign (U+{:04X}) turns the direction of the text and nothing turns it back",
                    c as u32
                ),
            )
            .help("delete it, or close it where the passage ends"),
        );
    }
}

struct Meant {
    letter: char,
    length: usize,
}

/// Whether a text begins with the bytes of one UTF-8 letter, each shown as a character of Windows-1252 or
/// Latin-1 (`Ã©` for `é`, `â€™` for `’`).
fn garbled(target: &Target, raw: &str, at: usize) -> Option<Meant> {
    let mut chars = raw[at..].chars();
    // No good word goes on from a small letter with Ã, Ä or another capital, and then with a mark.
    let inside = raw[..at].chars().next_back().is_some_and(char::is_lowercase);
    let lead = chars.next()? as u32;
    let more = match lead {
        0xC2..=0xDF => 1,
        0xE0..=0xEF => 2,
        0xF0..=0xF4 => 3,
        _ => return None,
    };
    let mut bytes = [lead as u8, 0, 0, 0];
    let (mut length, mut telling) = (lead_length(lead), false);
    for byte in &mut bytes[1..=more] {
        let c = chars.next()?;
        *byte = byte_of(c)?;
        telling |= !is_usual_behind_capital(target, c);
        length += c.len_utf8();
    }
    let letter = std::str::from_utf8(&bytes[..=more]).ok()?.chars().next()?;
    // Ã and Â end few words, and stand before such marks only in garbled text.
    let telling = telling
        || (inside && more == 1 && !matches!(lead, 0xD7 | 0xDF))
        // à, with the no-break space that is half of it, as a word.
        || (bytes[..2] == [0xC3, 0xA0] && !raw[..at].ends_with(char::is_alphabetic))
        || (more == 1
            && (lead == 0xC2 || lead == 0xC3)
            && !matches!(bytes[1], 0x91..=0x94 | 0xA0 | 0x85 | 0xBB));
    (telling && is_plausible(letter)).then_some(Meant { letter, length })
}

/// Whether a sign may well follow a capital letter in good prose, and so says nothing by itself: marks, and š and ž
/// where a language has them (Úžas).
fn is_usual_behind_capital(target: &Target, c: char) -> bool {
    const MARKS: &str = "\u{A0}«»“”’‘„–—…·‹›™®°²³¹";
    let small = match c {
        'Š' => 'š',
        'Ž' => 'ž',
        other => other,
    };
    MARKS.contains(c) || matches!(small, 'š' | 'ž') && target.letters.has(small)
}

/// Whether a letter is of a script that pages are written in, or a sign that they have.
fn is_plausible(letter: char) -> bool {
    matches!(letter as u32,
        0x80..=0x24F | 0x370..=0x52F | 0x5D0..=0x6FF | 0x900..=0x97F | 0xE00..=0xE7F
        | 0x2010..=0x2044 | 0x20A0..=0x20BF | 0x2122 | 0x2190..=0x2BFF | 0x3000..=0x30FF
        | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3 | 0xFEFF | 0xFF01..=0xFF9F | 0x1F300..=0x1FAFF | 0x1E00..=0x1EFF)
}

/// A text as it was before it was read in Windows-1252 or Latin-1; `None` if it was not, for all that it says.
///
/// ```
/// use drogman::check::ungarbled;
/// assert_eq!(ungarbled("lâ€™Ã©tÃ©").as_deref(), Some("l’été"));
/// assert_eq!(ungarbled("l’été"), None);
/// ```
pub fn ungarbled(text: &str) -> Option<String> {
    // What leads a letter of several bytes shows as a letter from Â to ô, and what follows it as no letter: few texts have
    // that, and every line of French is asked.
    let bytes = text.as_bytes();
    let is_follower = |byte: &u8| matches!(byte, 0xC2 | 0xC5 | 0xC6 | 0xCB | 0xE2);
    if !memchr::memchr_iter(0xC3, bytes).any(|at| bytes.get(at + 2).is_some_and(is_follower)) {
        return None;
    }
    let byte = |c: char| match u32::from(c) {
        code @ (0..=0x7F | 0xC0..=0xFF) => u8::try_from(code).ok(),
        _ => byte_of(c),
    };
    let bytes: Option<Vec<u8>> = text.chars().map(byte).collect();
    String::from_utf8(bytes?).ok().filter(|meant| meant != text)
}

fn lead_length(lead: u32) -> usize {
    char::from_u32(lead).map_or(1, char::len_utf8)
}

/// What Windows-1252 has in the place of control signs.
const WINDOWS: [(char, u8); 27] = [
    ('€', 0x80),
    ('‚', 0x82),
    ('ƒ', 0x83),
    ('„', 0x84),
    ('…', 0x85),
    ('†', 0x86),
    ('‡', 0x87),
    ('ˆ', 0x88),
    ('‰', 0x89),
    ('Š', 0x8A),
    ('‹', 0x8B),
    ('Œ', 0x8C),
    ('Ž', 0x8E),
    ('‘', 0x91),
    ('’', 0x92),
    ('“', 0x93),
    ('”', 0x94),
    ('•', 0x95),
    ('–', 0x96),
    ('—', 0x97),
    ('˜', 0x98),
    ('™', 0x99),
    ('š', 0x9A),
    ('›', 0x9B),
    ('œ', 0x9C),
    ('ž', 0x9E),
    ('Ÿ', 0x9F),
];

/// The sign of Windows-1252 that a control sign stands in the place of.
fn of_windows(byte: u8) -> Option<char> {
    WINDOWS.iter().find(|(_, other)| *other == byte).map(|(sign, _)| *sign)
}

/// The byte from 0x80 to 0xBF that Windows-1252 or Latin-1 shows as `c`.
fn byte_of(c: char) -> Option<u8> {
    match c as u32 {
        code @ 0x80..=0xBF => Some(code as u8),
        _ => WINDOWS.iter().find(|(shown, _)| *shown == c).map(|&(_, byte)| byte),
    }
}

/// Entities that the French doesn't have: pasted from a web page's source.
fn entities(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let text = &pair.translation;
    if pair.source.text.spans(Kind::Entity).next().is_some() {
        return;
    }
    for span in text.spans(Kind::Entity) {
        let message = format!("“{}” is the code of a sign, not the sign", &text.raw[span.clone()]);
        problems.push(Problem::error(RULE, span.clone(), message).help("write the sign itself"));
    }
}

/// `\n` and its like: signs as programs write them, where the French has no such thing.
fn programs(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let text = &pair.translation;
    let mut all = memchr::memchr_iter(b'\\', text.prose.as_bytes());
    let code = |at: usize| {
        let rest = &text.prose[at + 1..];
        match rest.as_bytes().first()? {
            b'n' | b'r' => Some((2, "a line break", "delete it, or write a space")),
            b't' => Some((2, "a tab", "delete it, or write a space")),
            b'u' => {
                let is_number =
                    rest.get(1..5).is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_hexdigit()));
                is_number.then_some((6, "a sign", "write the sign itself"))
            }
            _ => None,
        }
    };
    let Some((at, (length, what, help))) = all.find_map(|at| Some((at, code(at)?))) else { return };
    // Paths and formulas come from the French.
    if pair.source.text.raw.contains('\\') {
        return;
    }
    let written = &text.raw[at..at + length];
    problems.push(
        Problem::error(
            RULE,
            at..at + length,
            format!("“{written}” is the code of {what}: readers would see it"),
        )
        .help(help),
    );
}

/// Question marks between two small letters stand for letters that an encoding could not hold.
fn lost_letters(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let prose: &str = &pair.translation.prose;
    let mut end = 0;
    for at in memchr::memchr_iter(b'?', prose.as_bytes()) {
        // Letters beside each other are lost together: acabou a Digita??o.
        if at < end {
            continue;
        }
        end = prose.len() - prose[at..].trim_start_matches('?').len();
        let place = if is_first_letter(pair, at) {
            "where a word begins"
        } else if is_inside(pair, at..end) {
            "inside a word"
        } else if is_last_letter(pair, at..end) {
            "where a word ends"
        } else {
            continue;
        };
        let message = format!("a letter was lost: “?” stands {place}");
        problems.push(Problem::error(RULE, at..end, message).help("write the letter that was meant"));
    }
}

fn is_small_letter(c: char) -> bool {
    c.is_lowercase() && matches!(script(c), Script::Latin | Script::Cyrillic | Script::Greek)
}

/// Whether question marks stand between two small letters. Where the French shows such a mark (a pattern to search for), so
/// may the translation.
fn is_inside(pair: &Pair<'_>, marks: Span) -> bool {
    let prose: &str = &pair.translation.prose;
    prose[..marks.start].ends_with(is_small_letter)
        && prose[marks.end..].starts_with(is_small_letter)
        && !has_inner_question(&pair.source.text.prose)
}

/// Whether question marks stand for the last letters of a word: before a blank and a small letter, where the French asks
/// nothing.
fn is_last_letter(pair: &Pair<'_>, marks: Span) -> bool {
    let prose: &str = &pair.translation.prose;
    prose[..marks.start].ends_with(is_small_letter)
        && prose[marks.end..]
            .strip_prefix([' ', '\u{A0}'])
            .is_some_and(|rest| rest.starts_with(is_small_letter))
        && !pair.source.text.raw.contains(['?', '\u{37E}', '؟'])
}

/// Whether a question mark stands for the first letter of a word: behind a blank and before a small letter, where the French
/// asks nothing.
fn is_first_letter(pair: &Pair<'_>, at: usize) -> bool {
    let (before, rest) = pair.translation.prose.split_at(at);
    let word: &str = &rest[1..rest.len() - rest[1..].trim_start_matches(char::is_alphabetic).len()];
    let is_small = |c: char| c.is_lowercase() && !matches!(script(c), Script::Common | Script::Other);
    // Spanish opens a question with such a mark turned over; in a query (?page=2) it is none.
    let is_other = || {
        matches!(pair.target.language.as_str(), "es" | "gl" | "ast")
            || rest[1 + word.len()..].starts_with(['=', '_', '&', '?'])
    };
    before.chars().next_back().is_none_or(|c| matches!(c, ' ' | '\u{A0}' | '\'' | '’'))
        && word.starts_with(is_small)
        && !is_other()
        && !pair.source.text.raw.contains('?')
}

/// Whether a question mark stands between two letters.
fn has_inner_question(prose: &str) -> bool {
    memchr::memchr_iter(b'?', prose.as_bytes()).any(|at| {
        prose[..at].ends_with(char::is_alphabetic) && prose[at + 1..].starts_with(char::is_alphabetic)
    })
}
