//! Marks within words of Hebrew.

use crate::check::script::{Script, script};

/// What stands in acronyms of Hebrew (ארה"ב, דו״ח): its own sign, and those of quotations that keyboards have.
pub(super) const GERSHAYIM: [char; 4] = ['"', '״', '“', '”'];

/// Whether a mark between these stands in an acronym of Hebrew: before its last letter, or before its ending (דו"חות). It
/// opens a quotation where all before it are small words, which are written onto the next one, and it is closed: ב"הארץ".
pub(super) fn is_in_acronym(ahead: &str, rest: &str) -> bool {
    const SMALL_WORDS: &str = "משהוכלב";
    /// Of them, before one word.
    const MOST: usize = 6;
    /// Marks within words, behind each other.
    const MARKS: usize = 16;
    if !is_between_letters(ahead, rest) {
        return false;
    }
    let is_last = !rest.chars().nth(1).is_some_and(is_hebrew);
    let mut before = ahead.chars().rev().take_while(|c| is_hebrew(*c)).take(MOST);
    if is_last || !before.all(|c| SMALL_WORDS.contains(c)) {
        return true;
    }
    let mut marks =
        rest.match_indices(GERSHAYIM).take(MARKS).map(|(at, mark)| (&rest[..at], &rest[at + mark.len()..]));
    let next = marks.find(|(before, behind)| !is_between_letters(before, behind));
    next.is_none_or(|(before, _)| before.is_empty() || before.ends_with([' ', '(', '-', '־']))
}

/// Whether a mark between these stands in a word of Hebrew.
pub(super) fn is_between_letters(ahead: &str, rest: &str) -> bool {
    ahead.ends_with(is_hebrew) && rest.starts_with(is_hebrew)
}

fn is_hebrew(c: char) -> bool {
    script(c) == Script::Hebrew
}
