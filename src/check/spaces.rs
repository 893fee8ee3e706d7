//! Spaces that are too many or too few: at the ends, doubled, at commas.

mod missing;

use super::scan::{CONTROL, MARK, OPAQUE, PLAIN_BRACKET, WIDE};
use super::script::{Script, script};
use super::{Pair, Problem, structure};
use crate::text::Edit;

const RULE: &str = "spaces";

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    ends(pair, problems);
    inner(pair, problems);
    after_stop(pair, problems);
    if pair.translation.has(WIDE) {
        two_kinds(pair, problems);
    }
    missing::run(pair, problems);
    if pair.translation.has(PLAIN_BRACKET) {
        brackets(pair, problems);
    }
}

/// `( word` and `word )`.
fn brackets(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let prose = &pair.translation.prose;
    let french = pair.source.text.raw;
    // The arguments of a function may have them: SOMME( a; b ).
    let mut is_call = false;
    for at in memchr::memchr2_iter(b'(', b')', prose.as_bytes()) {
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_open = prose.as_bytes()[at] == b'(';
        is_call = match is_open {
            true => is_name_of_function(&prose[..at]),
            false => is_call,
        };
        if is_call {
            continue;
        }
        let (from, to) = if is_open {
            let rest = &prose[at + 1..];
            let after = rest.trim_start_matches(is_space);
            let blank = rest.len() - after.len();
            if blank == 0
                || !is_word(after.chars().next())
                || french.contains("( ")
                || french.contains("(\u{A0}")
            {
                continue;
            }
            (at + 1, at + 1 + blank)
        } else {
            let before = prose[..at].trim_end_matches(is_space);
            if before.len() == at
                || !is_word(before.chars().next_back())
                || french.contains(" )")
                || french.contains("\u{A0})")
            {
                continue;
            }
            (before.len(), at)
        };
        problems.push(
            Problem::warning(RULE, from..to, "a space inside the brackets")
                .help("delete it")
                .fix(Edit::delete(from..to)),
        );
        return;
    }
}

/// Whether a text ends in what may be the name of a function: it has a capital or an underscore.
fn is_name_of_function(text: &str) -> bool {
    let is_part = |c: &char| c.is_alphanumeric() || matches!(c, '_' | '.');
    text.chars().rev().take_while(is_part).take(NEAR).any(|c| c.is_uppercase() || c == '_')
}

/// How far, in bytes, the words around a stop are looked at.
const NEAR: usize = 64;

/// A stop between two words, of which the second begins a sentence: `da.Er kommt`.
fn after_stop(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let prose = &pair.translation.prose;
    let french = &pair.source.text;
    for at in memchr::memchr3_iter(b'.', b'?', b'!', prose.as_bytes()) {
        if prose[at..].starts_with("..") {
            two_stops(pair, at, problems);
        }
        let mut after = prose[at + 1..].chars();
        let begins =
            after.next().is_some_and(char::is_uppercase) && after.next().is_some_and(char::is_lowercase);
        if !begins {
            continue;
        }
        let word = prose[..at].chars().rev().take_while(|c| c.is_alphabetic()).take(3);
        let ends = word.clone().count() >= 2 && word.clone().all(char::is_lowercase);
        // Names of hosts, files and types: Node.Js, obj.Method, once more with a stop or a bracket.
        let token = |c: char| c.is_whitespace() || c == OPAQUE || c == MARK;
        let near = prose.floor_char_boundary(at.saturating_sub(NEAR))..prose.floor_char_boundary(at + NEAR);
        let before = prose[near.start..at].rsplit(token).next().unwrap_or_default();
        let behind = prose[at + 1..near.end.max(at + 1)].split(token).next().unwrap_or_default();
        let is_name = before.contains(['.', '_', '/', '@', ':', '-'])
            || before.starts_with(char::is_uppercase) && prose.as_bytes()[at] == b'.'
            || behind.trim_end_matches(['.', '!', '?']).contains(['.', '_', '/', '@', '('])
            || behind.chars().skip(1).any(char::is_uppercase);
        if !ends || is_name {
            continue;
        }
        let written = &prose[at - before.len()..at + 1 + behind.len()];
        if !has_inner_stop(&french.prose) && !french.raw.contains(written) {
            problems.push(
                Problem::warning(RULE, at..at + 1, "no space after the end of the sentence")
                    .help("write a space after the mark"),
            );
        }
        return;
    }
}

/// `word.. word`: one stop too many, or one too few.
fn two_stops(pair: &Pair<'_>, at: usize, problems: &mut Vec<Problem>) {
    let prose = &pair.translation.prose;
    let (before, after) = (&prose[..at], &prose[at + 2..]);
    let is_between = before.ends_with(char::is_alphabetic)
        && after.trim_start_matches(is_space).starts_with(char::is_alphabetic)
        && after.starts_with(is_space);
    if is_between && memchr::memmem::find(pair.source.text.raw.as_bytes(), b"..").is_none() {
        problems.push(
            Problem::warning(RULE, at..at + 2, "two full stops in a row")
                .help("write one, or … if something is left out"),
        );
    }
}

/// Whether a text joins words by a stop: then so may its translation.
pub(super) fn has_inner_stop(prose: &str) -> bool {
    memchr::memchr_iter(b'.', prose.as_bytes()).any(|at| {
        prose[..at].ends_with(char::is_alphabetic) && prose[at + 1..].starts_with(char::is_alphabetic)
    })
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{A0}' | '\u{202F}' | '\u{3000}' | '\u{2009}')
}

fn ends(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (raw, french) = (pair.translation.raw, pair.source.text.raw);
    let after = raw.trim_start_matches(is_space);
    let is_told = || problems.iter().any(structure::tells_of_blanks);
    if after.len() < raw.len() && !french.starts_with(is_space) && !is_told() {
        let span = 0..raw.len() - after.len();
        let message = match raw.starts_with('\t') {
            true => "a tab before the first word",
            false => "a space before the first word",
        };
        problems
            .push(Problem::warning(RULE, span.clone(), message).help("delete it").fix(Edit::delete(span)));
    }
    let before = raw.trim_end_matches(is_space);
    if before.len() < raw.len() && !before.is_empty() && !french.ends_with(is_space) {
        let span = before.len()..raw.len();
        problems.push(
            Problem::warning(RULE, span.clone(), "a space after the last sign")
                .help("delete it")
                .fix(Edit::delete(span)),
        );
    }
}

/// Tabs, doubled spaces, and spaces before commas and stops.
fn inner(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let prose = pair.translation.prose.trim_end_matches(is_space);
    let bytes = prose.as_bytes();
    let begin = prose.len() - prose.trim_start_matches(is_space).len();
    if !may_have_odd(pair, bytes) {
        for at in memchr::memchr_iter(b',', &bytes[begin.min(bytes.len())..]) {
            comma(pair, begin + at, 1, problems);
        }
        return;
    }
    let has_tabs = pair.translation.has(CONTROL) && has_tabs_of_french(pair);
    let mut last_was_space = false;
    for at in begin..bytes.len() {
        let is_after_space = std::mem::replace(&mut last_was_space, matches!(bytes[at], b' ' | b'\t'));
        match bytes[at] {
            b'\t' if !has_tabs => problems.push(
                Problem::warning(RULE, at..at + 1, "a tab between words")
                    .help("write one space")
                    .fix(Edit::replace(at..at + 1, " ")),
            ),
            b' ' if is_after_space => last_of_spaces(pair, prose, at, problems),
            b',' => comma(pair, at, 1, problems),
            // The Arabic comma.
            0xD8 if bytes.get(at + 1) == Some(&0x8C) => comma(pair, at, 2, problems),
            b'.' if is_after_space => stop(pair, at, problems),
            _ => {}
        }
    }
}

/// Whether a text may have anything between its words that is worth a look at each sign, but for commas: most have
/// neither a tab nor an Arabic comma, nor a space before another one or a stop.
fn may_have_odd(pair: &Pair<'_>, bytes: &[u8]) -> bool {
    let is_odd = |(byte, next): (&u8, &u8)| (*byte == b' ') & ((*next == b' ') | (*next == b'.'));
    let next = bytes.get(1..).unwrap_or_default();
    let text = &pair.translation;
    // All are asked, as many at once.
    bytes.iter().zip(next).fold(false, |odd, pair| odd | is_odd(pair))
        || text.has(CONTROL)
        || text.has(WIDE) && memchr::memchr(0xD8, bytes).is_some()
}

/// The space at `at`, which follows another one: told if it is the last of them.
fn last_of_spaces(pair: &Pair<'_>, prose: &str, at: usize, problems: &mut Vec<Problem>) {
    let bytes = prose.as_bytes();
    // Spaces at a line break are those of the catalog's layout.
    if matches!(bytes.get(at + 1), Some(b' ' | b'\n')) {
        return;
    }
    let from = at - bytes[..at].iter().rev().take_while(|&&byte| byte == b' ').count();
    let begins_line = from > 0 && bytes[from - 1] == b'\n';
    if from < at && !begins_line && !same_in_french(pair, from, at + 1) {
        problems.push(
            Problem::warning(RULE, from..at + 1, "two spaces between words")
                .help("write one space")
                .fix(Edit::replace(from..at + 1, " ")),
        );
    }
}

/// A no-break space beside another space between two words.
fn two_kinds(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    const NO_BREAK: &str = "\u{A0}";
    let (prose, french) = (&pair.translation.prose, pair.source.text.raw);
    let is_beside =
        |at: &usize| prose[..*at].ends_with(' ') || prose[at + NO_BREAK.len()..].starts_with([' ', '\u{A0}']);
    // By its second byte, as to look for both takes longer than most texts are.
    let bytes = prose.as_bytes();
    let begins = |at: usize| bytes[..=at].ends_with(NO_BREAK.as_bytes()).then(|| at - 1);
    let mut places = memchr::memchr_iter(0xA0, bytes).filter_map(begins).filter(is_beside);
    let Some(at) = places.next() else { return };
    let from = prose[..at].trim_end_matches(is_space).len();
    let to = prose.len() - prose[at..].trim_start_matches(is_space).len();
    let is_between = prose[..from].ends_with(char::is_alphanumeric)
        && prose[to..].starts_with(|c: char| c.is_alphanumeric());
    if is_between && !["\u{A0} ", " \u{A0}", "\u{A0}\u{A0}"].iter().any(|pair| french.contains(pair)) {
        problems.push(
            Problem::warning(RULE, from..to, "two spaces between words")
                .help("write one space")
                .fix(Edit::replace(from..to, " ")),
        );
    }
}

/// Whether all tabs may be those that part the columns of a timetable in the French.
fn has_tabs_of_french(pair: &Pair<'_>) -> bool {
    let count = |text: &str| memchr::memchr_iter(b'\t', text.trim_matches(is_space).as_bytes()).count();
    let french = count(pair.source.text.raw);
    french > 0 && count(pair.translation.raw) <= french
}

/// Whether the French has as many spaces at the corresponding place: behind as many other such gaps, of which it has
/// as many (a name of an icon stands away from its words).
fn same_in_french(pair: &Pair<'_>, from: usize, to: usize) -> bool {
    let french = pair.source.text.raw.trim_matches(is_space);
    // Most French has none.
    if memchr::memmem::find(french.as_bytes(), b"  ").is_none() {
        return false;
    }
    let here = pair.translation.raw.trim_matches(is_space);
    let begin = pair.translation.raw.len() - pair.translation.raw.trim_start_matches(is_space).len();
    let (french, here) = (gaps(french), gaps(here));
    let at = here.iter().position(|gap| gap.0 + begin == from && gap.1 == to - from);
    french.len() == here.len() && at.is_some_and(|at| french[at].1 == here[at].1)
}

/// The runs of two and more spaces: where they begin, and how long they are.
fn gaps(text: &str) -> Vec<(usize, usize)> {
    let (bytes, mut found, mut at) = (text.as_bytes(), Vec::new(), 0);
    while let Some(next) = memchr::memmem::find(&bytes[at..], b"  ") {
        let begin = at + next;
        let length = bytes[begin..].iter().take_while(|byte| **byte == b' ').count();
        found.push((begin, length));
        at = begin + length;
    }
    found
}

/// A comma is written onto the word before it, and a space follows.
fn comma(pair: &Pair<'_>, at: usize, length: usize, problems: &mut Vec<Problem>) {
    let prose = &pair.translation.prose;
    let mut before = prose[..at].chars().rev();
    let (left, beyond) = (before.next(), before.next());
    let right = prose[at + length..].chars().next();
    let is_wordlike = |c: Option<char>| {
        c.is_some_and(|c| c.is_alphanumeric() || c == OPAQUE || c == MARK || ")”»\"’".contains(c))
    };
    // Also `word ,word`, with the space on the wrong side.
    let is_displaced =
        || right.is_some_and(char::is_alphabetic) && beyond.is_some_and(char::is_alphabetic) && length == 1;
    if left.is_some_and(is_space)
        && is_wordlike(beyond)
        && (right.is_none_or(|c| is_space(c) || c == '\n') || is_displaced())
    {
        let from = at - left.map_or(0, char::len_utf8);
        // Code that stands as it is in the French: `Call ( nom , 12 )`.
        let word = prose[..from]
            .rfind(is_space)
            .map_or(0, |blank| blank + prose[blank..].chars().next().map_or(0, char::len_utf8));
        if from > word + 1 && pair.source.text.raw.contains(&prose[word..at + length])
            || pair.source.text.raw.contains(" ,")
        {
            return;
        }
        problems.push(
            Problem::warning(RULE, from..at + length, "a space before the comma")
                .help("delete it: no language puts one there")
                .fix(Edit::delete(from..at)),
        );
    } else if right == Some(',') && is_wordlike(left) {
        if memchr::memmem::find(pair.source.text.raw.as_bytes(), b",,").is_none() {
            problems.push(Problem::warning(RULE, at..at + 2, "two commas in a row").help("delete one"));
        }
    } else {
        let behind_word = is_letter(left) || left.is_some_and(is_closing_mark) && is_letter(beyond);
        // ό,τι is a word of Greek.
        let is_whatever = matches!(left, Some('ό' | 'ο' | 'Ό' | 'Ο'))
            && !beyond.is_some_and(char::is_alphabetic)
            && prose[at + length..].starts_with("τι");
        if behind_word
            && !is_whatever
            && is_letter(right)
            && !pair.source.text.raw.contains(&prose[around(prose, at, length)])
            && !is_list_of_code(pair.source.text.raw)
        {
            problems.push(
                Problem::warning(RULE, at..at + length, "no space after the comma")
                    .help("write a space after it"),
            );
        }
    }
}

/// Whether commas part the words of a text without a space, and none has one: Nom,Date,Ville.
fn is_list_of_code(french: &str) -> bool {
    let mut commas = memchr::memchr_iter(b',', french.as_bytes()).peekable();
    commas.peek().is_some()
        && commas.all(|at| {
            french[..at].ends_with(char::is_alphabetic) && french[at + 1..].starts_with(char::is_alphabetic)
        })
}

/// A letter of a script that parts words.
fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(|c| !matches!(script(c), Script::Common | Script::Han | Script::Kana))
}

fn is_closing_mark(c: char) -> bool {
    matches!(c, '”' | '»' | ')')
}

/// A comma with the letter on each side of it.
fn around(prose: &str, at: usize, length: usize) -> std::ops::Range<usize> {
    let from = prose[..at].char_indices().next_back().map_or(at, |(from, _)| from);
    let to = prose[at + length..].chars().next().map_or(at + length, |c| at + length + c.len_utf8());
    from..to
}

/// `word .` at the end of a text.
fn stop(pair: &Pair<'_>, at: usize, problems: &mut Vec<Problem>) {
    let prose = pair.translation.prose.trim_end_matches(|c: char| is_space(c) || c == MARK);
    let is_last = at + 1 == prose.len();
    let ends_word = |c: char| c.is_alphabetic() || "”“\"»)]’".contains(c);
    let follows_word = prose[..at].trim_end_matches(is_space).ends_with(ends_word);
    let french_too =
        pair.source.text.prose.trim_end().strip_suffix('.').is_some_and(|rest| rest.ends_with(is_space));
    if is_last && follows_word && !french_too {
        let from = prose[..at].trim_end_matches(is_space).len();
        problems.push(
            Problem::warning(RULE, from..at + 1, "a space before the full stop")
                .help("delete it")
                .fix(Edit::delete(from..at)),
        );
    }
}
