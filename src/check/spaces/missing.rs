//! Spaces that lack beside a colon, a semicolon or quotation marks.

use super::{RULE, is_closing_mark, is_letter, is_space};
use crate::check::scan::{BRACKET, MARKS, WIDE};
use crate::check::script::Script;
use crate::check::{Pair, Problem};

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    if pair.translation.has(MARKS) {
        after_colon(pair, problems);
    }
    if pair.translation.has(WIDE) && pair.translation.has(BRACKET) {
        beside_quotes(pair, problems);
    }
}

/// Languages that write endings onto names and abbreviations behind a colon: EU:s, YK:n.
const COLON_BEFORE_ENDING: [&str; 9] = ["sv", "fi", "no", "da", "et", "se", "fo", "is", "smn"];

/// A colon or semicolon that parts two words without a space, where that of the French has one.
fn after_colon(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    /// So many that the French has, too, are its way.
    const MANY: usize = 8;
    let (prose, french) = (&pair.translation.prose, pair.source.text.raw);
    let is_ending = |mark: &str| mark == ":" && COLON_BEFORE_ENDING.contains(&pair.target.language.as_str());
    let is_spaced = |mark: &str| {
        [" ", "\u{A0}", "\u{202F}"].iter().any(|blank| french.contains(&format!("{mark}{blank}")))
    };
    let glued = memchr::memchr2_iter(b':', b';', prose.as_bytes())
        .filter_map(|at| Some((at, &prose[at..=at], glued_word(prose, at)?)))
        .filter(|(_, mark, _)| !is_ending(mark));
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
