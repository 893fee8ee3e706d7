//! Signs of another language's typography: French spaces and quotation marks, half-width marks in Chinese
//! and Japanese, a Latin question mark in Arabic and Greek.

use std::cell::OnceCell;

use super::scan::{BRACKET, MARK, MARKS, OPAQUE, PLAIN_BRACKET, QUESTION, WIDE};
use super::script::{Script, script};
use super::spaces::has_inner_stop;
use super::{Pair, Problem};
use crate::text::Edit;

const RULE: &str = "typography";

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    if pair.target.language != "fr" && pair.target.language != "br" {
        space_before_mark(pair, problems);
        quotes(pair, problems);
    }
    match pair.target.script {
        Script::Han | Script::Kana => {
            half_width(pair, problems);
            if pair.translation.has(PLAIN_BRACKET) {
                narrow_brackets(pair, problems);
                mixed_brackets(pair, problems);
            }
        }
        Script::Arabic => latin_question(pair, problems),
        Script::Greek => greek(pair, problems),
        _ => {}
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}')
}

/// `word :` and `word ?`: spaces that French has and other languages don't.
fn space_before_mark(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    if !pair.translation.has(MARKS) {
        return;
    }
    let prose = &pair.translation.prose;
    let bytes = prose.as_bytes();
    let mut told = 0;
    for begin in pair.translation.places(MARKS) {
        let mark = match bytes[begin] {
            0xD8 if bytes.get(begin + 1) == Some(&0x9F) => '؟',
            0xD8 if bytes.get(begin + 1) == Some(&0x9B) => '؛',
            0xD8 => continue,
            byte => char::from(byte),
        };
        let end = begin + mark.len_utf8();
        let before = prose[..begin].trim_end_matches(is_blank);
        let is_smiley = matches!(mark, ':' | ';')
            && prose[end..].trim_start_matches('-').starts_with([')', '(', 'D', 'P']);
        if is_smiley
            || before.len() == begin
            || !prose[end..]
                .chars()
                .next()
                .is_none_or(|c| is_blank(c) || c == '\n' || "\u{2}\"”»’)?!".contains(c))
        {
            continue;
        }
        let Some(last) = before.chars().next_back() else { continue };
        // A ratio, 16 : 9.
        let after = || prose[end..].trim_start_matches(is_blank);
        if mark == ':' && last.is_numeric() && after().starts_with(char::is_numeric) {
            continue;
        }
        if !(last.is_alphanumeric() || last == OPAQUE || last == MARK || ")”»\"’%".contains(last))
            || kept_from_french(pair, before, end)
        {
            continue;
        }
        if !is_sign_itself(pair, mark, end) {
            problems.push(
                Problem::warning(
                    RULE,
                    before.len()..end,
                    format!("a space before “{mark}”, as French has it"),
                )
                .help("delete the space: it is written onto the word here")
                .fix(Edit::delete(before.len()..begin)),
            );
        }
        told += 1;
        if told == MOST {
            return;
        }
    }
}

/// Whether a mark, which ends there, is spoken of: in a list of signs (`: * ? /`), where the French names it (un point
/// d'interrogation ?), and where the sentence goes on behind it (replace it with ? in the text).
fn is_sign_itself(pair: &Pair<'_>, mark: char, end: usize) -> bool {
    /// Signs between blanks, of which more are a word of code.
    const SIGNS: usize = 2;
    let rest = pair.translation.prose[end..].trim_start_matches(is_blank);
    let next = rest.split(is_blank).next().unwrap_or_default();
    let is_sign = |c: char| c.is_ascii_punctuation() || c == MARK;
    let is_in_list = (1..=SIGNS).contains(&next.chars().count())
        && next.chars().all(is_sign)
        && !next.starts_with(['-', '(', '"'])
        && rest.len() > next.len();
    let french: &str = &pair.source.text.prose;
    let is_named = || {
        let name = match mark {
            '?' => "interrogation",
            '!' => "exclamation",
            ';' => "point-virgule",
            _ => "deux-points",
        };
        french.contains(name)
    };
    let goes_on = |text: &str| text.trim_start_matches(is_blank).starts_with(char::is_lowercase);
    let goes_on_alone = || {
        matches!(mark, '?' | '!')
            && goes_on(&pair.translation.prose[end..])
            && !french.match_indices(mark).any(|(at, _)| goes_on(&french[at + 1..]))
    };
    is_in_list || is_named() || goes_on_alone()
}

/// After so many findings the reader knows.
const MOST: usize = 16;

/// What sets a title apart.
const QUOTING: [char; 7] = ['«', '“', '„', '”', '"', '*', '_'];

/// A name or quotation that is French in the translation too keeps its space.
fn kept_from_french(pair: &Pair<'_>, before: &str, end: usize) -> bool {
    let (text, french) = (&pair.translation, pair.source.text.raw);
    // A title that stays French between its marks: “Qui va là ?”
    let is_sentence = text.raw[..end].ends_with(['?', '!']);
    if let Some(open) = text.raw[..before.len()].rfind(QUOTING).filter(|_| is_sentence) {
        let passage = text.raw[open..end].trim_start_matches(QUOTING).trim_start();
        if passage.split_whitespace().nth(2).is_some() && french.contains(passage) {
            return true;
        }
    }
    let count = text.words.partition_point(|word| word.span().end <= before.len());
    let Some(word) = count.checked_sub(2).and_then(|at| text.words.get(at)) else { return count < 1 };
    if text.word(word).chars().count() <= 2 || !french.contains(&text.raw[word.span().start..end]) {
        return false;
    }
    // Names go on behind ? and !, and end there; behind these, the sentence does (*Alt + F4 ; puis…*), or the name goes on.
    if !text.raw[..end].ends_with([';', ':']) {
        return true;
    }
    text.words.get(count).is_some_and(|next| french.contains(&text.raw[word.span().start..next.span().end]))
}

/// Quotation marks that this locale doesn't use, and spaces inside « » where they are not written.
fn quotes(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let text = &pair.translation;
    if !text.has(WIDE) || !text.has(BRACKET) {
        return;
    }
    let prose = &text.prose;
    let (mut told, mut has_opened) = (false, false);
    let places = memchr::memchr3_iter(0xC2, 0xE2, 0xE3, prose.as_bytes());
    let signs = places.filter_map(|at| Some((at, prose[at..].chars().next()?)));
    for (at, c) in signs.filter(|(_, c)| {
        matches!(c, '«' | '»' | '“' | '”' | '„' | '‟' | '「' | '」' | '『' | '』' | '‹' | '›')
    }) {
        if told {
            break;
        }
        let span = at..at + c.len_utf8();
        if !pair.target.has_quote(c) {
            told = true;
            problems.push(
                Problem::warning(RULE, span, format!("{c} is not a quotation mark of this language"))
                    .help(format!("write {}", usual(pair))),
            );
        } else if c == '«' && opens_french(prose, &span) {
            told = true;
            let blank = prose[span.end..].chars().next().map_or(0, char::len_utf8);
            problems.push(
                Problem::warning(RULE, at..span.end + blank, "a space inside « », as French has it")
                    .help("delete the spaces between the marks and the words"),
            );
        } else if c == '»' && closes_french(prose, at) {
            told = true;
            let blank = prose[..at].chars().next_back().map_or(0, char::len_utf8);
            problems.push(
                Problem::warning(RULE, at - blank..span.end, "a space inside « », as French has it")
                    .help("delete the spaces between the marks and the words"),
            );
        } else if let Some(message) = role(pair, at, c, has_opened) {
            told = true;
            problems.push(Problem::warning(RULE, span, message).help(format!("write {}", usual(pair))));
        }
        has_opened |= c == '»';
    }
}

/// Whether a « opens a quotation with a space inside. Where « closes one (»…«), the space is that between
/// words.
fn opens_french(prose: &str, mark: &std::ops::Range<usize>) -> bool {
    let inner = &prose[mark.end..];
    opens(prose, mark.start)
        && inner.starts_with(is_blank)
        && inner.contains('»')
        // A blank that is quoted by itself.
        && !inner.trim_start_matches(is_blank).starts_with('»')
}

/// Whether the « there opens a quotation, by what stands before it.
fn opens(prose: &str, at: usize) -> bool {
    // A placeholder, a bracket or another sign stands in a quotation that « closes: »%s«, »[«.
    let before = prose[..at].chars().next_back();
    before.is_none_or(|c| c.is_whitespace() || c == MARK || "([{—–-/:„“‘'’\"".contains(c))
        && !prose[..at].ends_with(['»', OPAQUE])
        && !is_quoted_sign(prose, at)
}

/// Whether a sign alone stands between » and the mark there: »[«.
fn is_quoted_sign(prose: &str, at: usize) -> bool {
    let mut before = prose[..at].chars().rev();
    before.next().is_some_and(|sign| !sign.is_whitespace()) && before.next() == Some('»')
}

/// Whether a » closes, behind a space, the quotation that a « opens before it.
fn closes_french(prose: &str, at: usize) -> bool {
    let before = &prose[..at];
    let opener = || before.rfind(['«', '»']).filter(|last| before[*last..].starts_with('«'));
    before.ends_with(is_blank)
        && !before.trim_end_matches(is_blank).ends_with('«')
        && opener().is_some_and(|last| opens(prose, last))
}

/// Marks that this locale has, but not in this place: “ opens in English and closes in German. `has_opened`: whether » stands
/// before it, which opens what « closes.
fn role(pair: &Pair<'_>, at: usize, c: char, has_opened: bool) -> Option<String> {
    let prose = &pair.translation.prose;
    let before = prose[..at].chars().next_back();
    let after = prose[at + c.len_utf8()..].chars().next();
    if c == '„'
        && pair.target.script == Script::Cyrillic
        && pair.target.quotes.first() == Some(&'«')
        && !prose[..at].contains('«')
    {
        return Some("„ stands inside a quotation in this language, not around it".to_owned());
    }
    let begins = before.is_none_or(|c| c.is_whitespace() || "([—–-".contains(c))
        && after.is_some_and(char::is_alphanumeric);
    if begins && c == '«' && !has_opened && is_closing_only(pair) {
        return Some("« does not open a quotation in this language".to_owned());
    }
    if !begins || !matches!(c, '”' | '“') {
        return None;
    }
    // „ stands inside «…» in Cyrillic, not in its place.
    let openers: Vec<char> = pair.target.quotes.iter().copied().step_by(2).collect();
    let custom = pair.target.custom_quotes;
    let opens_here = openers.contains(&c) || opens_by_custom(custom, c);
    (!opens_here && !openers.is_empty()).then(|| format!("{c} does not open a quotation in this language"))
}

/// Whether « closes quotations here, if it is used at all: »so«. German has the marks of Switzerland, too.
fn is_closing_only(pair: &Pair<'_>) -> bool {
    let opens = pair.target.quotes.iter().step_by(2).any(|open| *open == '«');
    !opens && pair.target.language != "de" && !opens_by_custom(pair.target.custom_quotes, '«')
}

/// In the list of custom marks, an opening one stands at an even place.
fn opens_by_custom(custom: &str, mark: char) -> bool {
    custom.chars().step_by(2).any(|c| c == mark)
}

fn usual(pair: &Pair<'_>) -> String {
    match pair.target.quotes.as_slice() {
        [open, close, ..] => format!("{open}…{close}"),
        _ => "the marks of the language".to_owned(),
    }
}

/// Between Chinese or Japanese letters, commas and stops are as wide as the letters.
fn half_width(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let prose = &pair.translation.prose;
    let has_names = OnceCell::new();
    for (at, _) in
        prose.bytes().enumerate().filter(|(_, byte)| matches!(byte, b',' | b'.' | b'?' | b'!' | b';' | b':'))
    {
        let mark = &prose[at..at + 1];
        let after = &prose[at + 1..];
        // Behind emphasis and a link as behind their words.
        let before = prose[..at].trim_end_matches(MARK).chars().next_back();
        let ends = after.trim_end_matches(|c: char| c == MARK || "」』）》”\"".contains(c)).trim().is_empty();
        let next = after.trim_start_matches([' ', MARK]).chars().next();
        // A full stop inside a name of code, as the French has one: データベース.表.
        let is_of_name = || {
            let french = || *has_names.get_or_init(|| has_inner_stop(&pair.source.text.prose));
            mark == "." && is_wide_sign(after.chars().next()) && french()
        };
        // A narrow colon with its space is a house style of manuals; without one it is a slip in Chinese.
        let is_colon = || {
            mark == ":"
                && pair.target.script == Script::Han
                && is_wide_sign(after.chars().next())
                && [" :", "\u{A0}:", "\u{202F}:"].iter().any(|colon| pair.source.text.raw.contains(colon))
        };
        let joins = (matches!(mark, "," | ";" | "?" | "!" | ".") || is_colon())
            && is_wide_sign(next)
            && !is_of_name();
        // What goes on with a figure or a name behind a space goes on with a sentence.
        let goes_on = matches!(mark, "," | ";")
            && after.starts_with(' ')
            && next
                .is_some_and(|next| next.is_alphanumeric() || "([（「『【".contains(next) || next == OPAQUE);
        // A narrow colon is at home in Japanese that is written from left to right.
        let ends = ends && mark != "," && (mark != ":" || pair.target.script == Script::Han);
        if mark == "." && is_narrow_ellipsis(pair, at) {
            problems.push(
                Problem::warning(RULE, at..at + 3, "“...” are the narrow dots of other languages")
                    .help("write “……”"),
            );
            return;
        }
        if is_wide_sign(before) && (ends || joins || goes_on) || ends && ends_wide_text(pair, at) {
            problems.push(
                Problem::warning(RULE, at..at + 1, format!("“{mark}” is the narrow mark of other languages"))
                    .help(format!("write “{}”", wide(mark, pair.target.script))),
            );
            return;
        }
    }
}

/// Whether the stop there begins three dots within a sentence of Chinese; at its end, many labels of programs have them.
fn is_narrow_ellipsis(pair: &Pair<'_>, at: usize) -> bool {
    let prose = &pair.translation.prose;
    pair.target.script == Script::Han
        && ["…", "..."].iter().any(|dots| pair.source.text.prose.contains(dots))
        && is_wide_sign(prose[..at].chars().next_back())
        && prose[at + 1..].strip_prefix("..").is_some_and(|rest| is_wide_sign(rest.chars().next()))
}

/// Whether a character is a Chinese or Japanese letter, or closes a bracket or quotation that is as wide.
fn is_wide_sign(c: Option<char>) -> bool {
    c.is_some_and(|c| matches!(script(c), Script::Han | Script::Kana) || "」』）》”".contains(c))
}

/// The mark that is written for this narrow one in a script of wide letters.
fn wide(mark: &str, script: Script) -> &'static str {
    match (mark, script) {
        (",", Script::Kana) => "、",
        (",", _) => "，",
        (".", _) => "。",
        ("?", _) => "？",
        ("!", _) => "！",
        (";", _) => "；",
        _ => "：",
    }
}

/// Whether a narrow mark there, the last of the text, ends a sentence of Chinese or Japanese letters behind a figure, a
/// bracket or a name, as the French ends.
fn ends_wide_text(pair: &Pair<'_>, at: usize) -> bool {
    /// Letters of an abbreviation that has its own full stop: etc.
    const SHORT: usize = 4;
    let prose = &pair.translation.prose;
    let (mark, before) = (&prose[at..at + 1], prose[..at].trim_end_matches(MARK));
    let is_closing = |c: char| matches!(c, ')' | ']' | '"' | '%') || c == OPAQUE;
    let last = before.rsplit(|c: char| !c.is_ascii_graphic()).next().unwrap_or_default();
    let is_whole_word = last.len() > SHORT && last.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_behind = is_whole_word
        || before.ends_with(|c: char| c.is_ascii_digit() || is_closing(c)) && !last.contains('/');
    let french = pair.source.text.raw.trim_end_matches(|c: char| is_blank(c) || "*_»\"".contains(c));
    let (wide, narrow) = prose.chars().fold((0, 0), |(wide, narrow), c| {
        (wide + usize::from(is_wide(c)), narrow + usize::from(c.is_ascii_alphabetic()))
    });
    matches!(mark, "." | "?" | "!")
        && is_behind
        && french.ends_with(mark)
        && !french.ends_with("..")
        && wide > 2
        && wide * 2 > narrow
}

/// Narrow brackets among Chinese or Japanese letters, inside and before them, and a wide mark behind. (Some house styles
/// have narrow ones within a sentence.)
fn narrow_brackets(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    /// Bytes of a bracket that is looked through.
    const LONGEST: usize = 300;
    let prose = &pair.translation.prose;
    for open in memchr::memchr_iter(b'(', prose.as_bytes()) {
        let inner = &prose[open + 1..prose.floor_char_boundary((open + LONGEST).min(prose.len()))];
        let Some(length) = inner.find(['(', ')']) else { continue };
        let goes_on = inner[length..]
            .strip_prefix(')')
            .is_some_and(|after| after.starts_with(['。', '、', '，', '．', '！', '？', '：', '；']));
        if goes_on && prose[..open].ends_with(is_wide) && inner[..length].contains(is_wide) {
            let message = "“(…)” are the narrow brackets of other languages";
            let span = open..open + length + 2;
            problems.push(Problem::warning(RULE, span, message).help("write “（…）”"));
            return;
        }
    }
}

fn is_wide(c: char) -> bool {
    matches!(script(c), Script::Han | Script::Kana)
}

/// A wide bracket that a narrow one closes, or the reverse, with wide letters between them.
fn mixed_brackets(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let prose = &pair.translation.prose;
    let mut open = None;
    for (at, bracket) in prose.match_indices(['(', ')', '（', '）']) {
        match (bracket, open.take()) {
            ("(" | "（", _) => open = Some((bracket, at + bracket.len())),
            (")", Some(("（", begin))) | ("）", Some(("(", begin))) if prose[begin..at].contains(is_wide) =>
            {
                let message = "a narrow bracket and a wide one make a pair";
                let span = at..at + bracket.len();
                problems.push(Problem::warning(RULE, span, message).help("write “（…）”"));
                return;
            }
            _ => {}
        }
    }
}

/// Greek asks with ; and parts a sentence with ·.
fn greek(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    if !pair.translation.has(MARKS) {
        return;
    }
    let (text, french) = (&pair.translation, &pair.source.text);
    let prose = &text.prose;
    let is_greek = |c: char| script(c) == Script::Greek;
    if text.has(QUESTION) {
        // A name brings its own mark.
        let asks = |(at, _): &(usize, &str)| {
            prose[..*at].trim_end_matches(|c: char| is_blank(c) || "»”\")".contains(c)).ends_with(is_greek)
        };
        if let Some((at, _)) = prose.match_indices('?').find(asks) {
            problems.push(
                Problem::warning(RULE, at..at + 1, "“?” is a Latin mark")
                    .help("write “;”, which asks in Greek"),
            );
        }
        return;
    }
    // Where the French asks nowhere and has a semicolon, one within the sentence is no question.
    if french.has(QUESTION) || !french.prose.contains(';') {
        return;
    }
    let goes_on = |(at, _): &(usize, &str)| {
        let rest = prose[at + 1..].trim_start_matches('»');
        rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| is_greek(c) && c.is_lowercase()))
    };
    if let Some((at, _)) = prose.match_indices(';').find(goes_on) {
        problems.push(
            Problem::warning(RULE, at..at + 1, "“;” asks in Greek, and the French has a semicolon")
                .help("write “·”, which parts a sentence"),
        );
    }
}

fn latin_question(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let prose = &pair.translation.prose;
    let is_arabic = |c: char| script(c) == Script::Arabic;
    for (mark, own) in [('?', '؟'), (',', '،'), (';', '؛')] {
        for (at, _) in prose.match_indices(mark) {
            let before = prose[..at].trim_end_matches(|c: char| is_blank(c) || super::scan::is_mark(c));
            // Behind a figure, the question is the sentence's.
            let ends = || {
                mark == '?'
                    && before.ends_with(|c: char| c.is_ascii_digit() || c == '%')
                    && prose[at + 1..].trim().is_empty()
                    && prose.contains(is_arabic)
            };
            if before.ends_with(is_arabic) || ends() {
                problems.push(
                    Problem::warning(RULE, at..at + 1, format!("“{mark}” is a Latin mark"))
                        .help(format!("write “{own}”")),
                );
                break;
            }
        }
    }
}
