//! Single marks, which are apostrophes far more often than they quote: told only where the one of a text can be
//! nothing but half a quotation.

use super::marks::Odd;
use crate::check::Pair;
use crate::check::lists::Words;
use crate::check::scan::WIDE;
use crate::check::script::{Script, script};

/// The only single mark of a text, where it opens a quotation that nothing closes: ‘Live, work, decide.
pub(super) fn half_open(pair: &Pair<'_>) -> Option<Odd> {
    half_open_with(pair, '‘').or_else(|| half_open_with(pair, '‚'))
}

fn half_open_with(pair: &Pair<'_>, mark_alone: char) -> Option<Odd> {
    let (text, quotes) = (&pair.translation, &pair.target.quotes);
    if !text.has(WIDE) {
        return None;
    }
    let mut places = text.prose.match_indices(mark_alone).map(|(at, _)| at);
    let (Some(at), None) = (places.next(), places.next()) else { return None };
    let rest = &text.prose[at + mark_alone.len_utf8()..];
    let before = text.prose[..at].chars().next_back();
    let begins = before.is_none_or(|c| c.is_whitespace() || "([—–:：\u{2}„“«»".contains(c));
    // In German it closes, in Arabic too.
    let opens_here = quotes.iter().step_by(2).any(|mark| *mark == mark_alone)
        && !quotes.iter().skip(1).step_by(2).any(|mark| *mark == mark_alone);
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_elided = ELIDED.has(word.to_lowercase().as_str());
    // A name of another script begins with it (‘Abd), and stands in the French with this mark, another one, or none.
    let is_name = || word.starts_with(char::is_uppercase) && pair.source.text.raw.contains(word);
    // An apostrophe between letters closes nothing: it’s.
    let may_close = |(at, mark): (usize, &str)| {
        let is_latin = |c: char| script(c) == Script::Latin;
        !(rest[..at].ends_with(is_latin) && rest[at + mark.len()..].starts_with(is_latin))
    };
    let is_closed = mark_alone == '‚' && rest.contains(['‘', '›', '‹']);
    let is_open = begins
        && opens_here
        && !word.is_empty()
        && !is_elided
        && !rest.contains(['′', '´', '`', '”', '"'])
        && !rest.match_indices(['’', '\'']).any(may_close)
        && !is_closed
        && !is_name();
    is_open.then(|| Odd::open(at, mark_alone))
}

/// What stands behind an apostrophe for a whole word, in the languages in which single marks quote: ’tis, ’em, ’s avonds. Many
/// programs turn it the wrong way.
static ELIDED: Words = Words::of("elided");

/// The only single mark of a text in Korean or Chinese, which have no apostrophes: beside a letter of theirs it opens or
/// closes a quotation.
pub(super) fn in_asia(pair: &Pair<'_>) -> Option<Odd> {
    const MARKS: [char; 4] = ['\'', '‘', '’', '＇'];
    let text = &pair.translation;
    if !matches!(pair.target.script, Script::Hangul | Script::Han) {
        return None;
    }
    let mut places = text.prose.match_indices(MARKS);
    let (Some((at, mark)), None) = (places.next(), places.next()) else { return None };
    let (before, rest) = (&text.prose[..at], &text.prose[at + mark.len()..]);
    let is_letter = |c: char| script(c) == pair.target.script;
    let is_free = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "([,.!?…".contains(c));
    let mark = mark.chars().next()?;
    let opens = is_free(before.chars().next_back()) && rest.starts_with(is_letter);
    let closes = before.ends_with(is_letter) && is_free(rest.chars().next());
    match (opens, closes) {
        (true, false) => Some(Odd::open(at, mark)),
        (false, true) => Some(Odd { at, mark, is_quote: true, opens: false, opener: None }),
        (true, true) | (false, false) => None,
    }
}
