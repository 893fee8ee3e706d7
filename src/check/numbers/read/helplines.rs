//! Numbers of helplines that are the same in all of Europe: 116 000 for missing children, 116 111 for children.

use super::digits::is_blank;
use crate::check::lists::Words;

/// Bytes before such a number in which a word says that people call it.
const NEAR: usize = 40;

/// How words begin that say so, what stands right before the number, and what may follow it.
static CALLS: Words = Words::of("calls");
static BEFORE: Words = Words::of("before-calls");
static BEHIND: Words = Words::of("behind-calls");

/// Where the number of a helpline of all Europe ends, which looks like one of thousands: appelez le 116 000.
pub(super) fn end(prose: &str, begin: usize) -> Option<usize> {
    let rest = prose[begin..].strip_prefix("116")?;
    let group = rest.trim_start_matches(is_blank);
    if group.len() == rest.len() || group.bytes().take_while(u8::is_ascii_digit).count() != 3 {
        return None;
    }
    let end = prose.len() - group.len() + 3;
    let behind = prose[end..].trim_start_matches(is_blank);
    let counts = behind.starts_with(|c: char| c.is_ascii_digit() || c == '€')
        || behind.starts_with(char::is_alphabetic)
            && !behind.split(' ').next().is_some_and(|word| BEHIND.has(word));
    let before = prose[prose.floor_char_boundary(begin.saturating_sub(NEAR))..begin].to_lowercase();
    let is_named = before
        .trim_end_matches(is_blank)
        .rsplit(|c: char| !c.is_alphabetic())
        .next()
        .is_some_and(|word| BEFORE.has(word));
    (!counts && is_named && CALLS.all().iter().any(|call| before.contains(call))).then_some(end)
}
