//! Spaces that lack beside a colon, a semicolon, brackets or quotation marks.

use super::{RULE, is_closing_mark, is_letter, is_space};
use crate::check::scan::{BRACKET, MARKS, PLAIN_BRACKET, WIDE};
use crate::check::script::Script;
use crate::check::{Pair, Problem};

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    if pair.translation.has(MARKS) {
        after_colon(pair, problems);
    }
    if pair.translation.has(WIDE) && pair.translation.has(BRACKET) {
        beside_quotes(pair, problems);
    }
    if pair.translation.has(PLAIN_BRACKET) {
        beside_brackets(pair, problems);
    }
}

/// Languages that write endings onto names and abbreviations behind a colon: EU:s, YK:n.
const COLON_BEFORE_ENDING: [&str; 9] = ["sv", "fi", "no", "da", "et", "se", "fo", "is", "smn"];

/// A colon or semicolon that parts two words without a space, where that of the French has one.
fn after_colon(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    /// So many that the French has, too, are its way.
    const MANY: usize = 8;
    let (prose, french) = (&pair.translation.prose, pair.source.text.raw);
    // An ending is short, or it is that of a name.
    let has_endings = COLON_BEFORE_ENDING.contains(&pair.target.language.as_str());
    let is_ending = |at: usize, mark: &str, next: &str| {
        mark == ":" && has_endings && (next.chars().nth(4).is_none() || !is_behind_small_word(&prose[..at]))
    };
    let is_spaced = |mark: &str| {
        [" ", "\u{A0}", "\u{202F}"].iter().any(|blank| french.contains(&format!("{mark}{blank}")))
    };
    let glued = memchr::memchr2_iter(b':', b';', prose.as_bytes())
        .filter_map(|at| Some((at, &prose[at..=at], glued_word(prose, at)?)))
        .filter(|(at, mark, next)| !is_ending(*at, mark, next));
    for (at, mark, next) in glued.take(MANY) {
        if is_spaced(mark) && !french.contains(&format!("{mark}{next}")) {
            let name = if mark == ":" { "colon" } else { "semicolon" };
            problems.push(
                Problem::warning(RULE, at..at + 1, format!("no space after the {name}"))
                    .help("write a space after it"),
            );
            return;
        }
    }
}

/// The word that begins right behind the mark at `at`, before which a word or a quotation ends: no part of code or of an
/// address, which go on with a sign.
fn glued_word(prose: &str, at: usize) -> Option<&str> {
    let mut before = prose[..at].chars().rev();
    let (left, beyond) = (before.next(), before.next());
    let is_small = |c: Option<char>| c.is_some_and(char::is_lowercase);
    let is_behind_word = left.is_some_and(is_closing_mark) && is_letter(beyond)
        || is_small(left) && is_small(beyond) && !is_joined(&prose[..at]);
    let after = &prose[at + 1..];
    if !is_behind_word || !is_letter(after.chars().next()) {
        return None;
    }
    let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    let goes_on = after[end..].chars().next();
    goes_on.is_none_or(|c| is_space(c) || ",.!?".contains(c)).then(|| &after[..end])
}

/// Whether a text ends in a word of small letters that is no abbreviation.
fn is_behind_small_word(text: &str) -> bool {
    let word = &text[text.trim_end_matches(char::is_alphabetic).len()..];
    word.chars().nth(3).is_some() && word.chars().all(char::is_lowercase)
}

/// Languages that write endings onto a quotation.
const ENDING_ON_QUOTATION: [&str; 9] = ["tr", "az", "tk", "uz", "kk", "ky", "tt", "eu", "et"];

/// A quotation that begins right behind a word, or a word right behind one that ends in a mark: `said“No`, `No.”he said`.
fn beside_quotes(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let prose = &pair.translation.prose;
    if !matches!(pair.target.script, Script::Latin | Script::Cyrillic | Script::Greek)
        || ENDING_ON_QUOTATION.contains(&pair.target.language.as_str())
    {
        return;
    }
    for at in memchr::memchr2_iter(0xC2, 0xE2, prose.as_bytes()) {
        let Some(quote) = prose[at..].chars().next().filter(|c| matches!(c, '«' | '»' | '“' | '”' | '„'))
        else {
            continue;
        };
        let end = at + quote.len_utf8();
        let (before, after) = (&prose[..at], &prose[end..]);
        let begins_word = || {
            let mut next = after.chars();
            is_letter(next.next()) && next.next().is_some_and(char::is_alphabetic)
        };
        let (opens, closes) = sides(pair, quote);
        let lacks = match (opens, closes) {
            (true, false) => is_behind_word(before) && begins_word(),
            (false, true) => before.ends_with([',', '.', '!', '?', '…']) && begins_word(),
            (true, true) | (false, false) => false,
        };
        if lacks {
            let (message, help) = match opens {
                true => ("no space before the quotation mark", "write a space before it"),
                false => ("no space after the quotation mark", "write a space after it"),
            };
            problems.push(Problem::warning(RULE, at..end, message).help(help));
            return;
        }
    }
}

/// Whether a mark opens quotations in this language, and whether it closes them, by all customs.
fn sides(pair: &Pair<'_>, mark: char) -> (bool, bool) {
    let target = pair.target;
    let all = || target.quotes.iter().copied().zip(0..).chain(target.custom_quotes.chars().zip(0..));
    let is_at = |side: usize| all().any(|(quote, place)| quote == mark && place % 2 == side);
    (is_at(0), is_at(1))
}

/// Whether a text ends in two small letters, perhaps with the mark that announces a quotation.
fn is_behind_word(text: &str) -> bool {
    let mut last = text.strip_suffix([':', ',']).unwrap_or(text).chars().rev();
    last.next().is_some_and(char::is_lowercase) && last.next().is_some_and(char::is_lowercase)
}

/// Whether the word that a text ends in is joined to others by signs, as in names of code: `my_app::run`.
fn is_joined(text: &str) -> bool {
    let rest = text.trim_end_matches(char::is_alphabetic);
    !rest.is_empty() && !rest.ends_with(|c: char| is_space(c) || "\n(\"“„«¿¡'’".contains(c))
}

/// Languages that write endings onto a word in brackets: (ENSZ)nek, (EU)ssa.
const ENDING_ON_BRACKET: [&str; 6] = ["fi", "hu", "sme", "mn", "mhr", "udm"];

/// A bracket that begins right behind a word, or a word right behind one: `talks(the last of May)are`.
///
/// What stands in it is several words or an abbreviation: else it may be a part of the word, *mot(s)* and *(re)build*.
fn beside_brackets(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    /// Bytes of a bracket that is looked through.
    const LONGEST: usize = 200;
    let (prose, french) = (&pair.translation.prose, &pair.source.text.prose);
    let language = pair.target.language.as_str();
    if !matches!(pair.target.script, Script::Latin | Script::Cyrillic | Script::Greek)
        || ENDING_ON_QUOTATION.contains(&language)
        || ENDING_ON_BRACKET.contains(&language)
    {
        return;
    }
    for open in memchr::memchr_iter(b'(', prose.as_bytes()) {
        let end = prose.floor_char_boundary((open + LONGEST).min(prose.len()));
        let Some(length) = prose[open + 1..end].find(['(', ')']) else { continue };
        let close = open + 1 + length;
        let (inner, before, after) = (&prose[open + 1..close], &prose[..open], &prose[close + 1..]);
        let begins_with_word = inner.starts_with(char::is_alphabetic);
        // Before a word, a bracket of figures is no part of a name of code: (12 €, 8 € reducido)incluye.
        let is_whole = inner.starts_with(char::is_alphanumeric)
            && inner.ends_with(|c: char| c.is_alphanumeric() || ".%€$£".contains(c));
        if !prose[close..].starts_with(')') || !is_whole {
            continue;
        }
        let is_several = inner.contains(' ') && !inner.contains(['=', '_', '|', '\\']);
        let is_short = || inner.chars().nth(1).is_some() && inner.chars().all(char::is_uppercase);
        let is_free = before.is_empty() || before.ends_with(is_space);
        let is_glued_before = || is_several && is_behind_long_word(before) && !is_joined(before);
        let (at, message, help) = if begins_with_word && is_glued_before() {
            (open, "no space before the bracket", "write a space before it")
        } else if is_free && begins_small_word(after) && (is_several || is_short()) {
            (close, "no space after the bracket", "write a space after it")
        } else {
            continue;
        };
        // The name of a function, which the French sets apart: Atn (x).
        let name = &before[before.trim_end_matches(char::is_alphabetic).len()..];
        let is_name = at == open && french.contains(&format!("{name} ("));
        if !is_name && !has_glued_bracket(french) {
            problems.push(Problem::warning(RULE, at..at + 1, message).help(help));
        }
        return;
    }
}

/// Whether a text ends in a word of three letters or more, small but for the first: no name of code.
fn is_behind_long_word(text: &str) -> bool {
    let mut letters = text[text.trim_end_matches(char::is_alphabetic).len()..].chars().skip(1);
    letters.next().is_some_and(char::is_lowercase)
        && letters.next().is_some_and(char::is_lowercase)
        && letters.all(char::is_lowercase)
}

/// Whether a text begins with a word of small letters that is no ending.
fn begins_small_word(text: &str) -> bool {
    let mut letters = text.chars().take_while(|c| c.is_alphabetic());
    letters.all(char::is_lowercase) && text.chars().take_while(|c| c.is_alphabetic()).nth(2).is_some()
}

/// Whether a text has a bracket right behind a word or before one.
fn has_glued_bracket(text: &str) -> bool {
    memchr::memchr2_iter(b'(', b')', text.as_bytes()).any(|at| match text.as_bytes()[at] {
        b'(' => text[..at].ends_with(char::is_alphanumeric),
        _ => text[at + 1..].starts_with(char::is_alphanumeric),
    })
}
