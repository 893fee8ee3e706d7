//! Powers: 10⁶.

use crate::check::scan::Text;
use crate::text::Span;

/// The digits with raised digits behind them.
pub(in crate::check::numbers) fn raised(text: &Text<'_>) -> Vec<Span> {
    let is_raised = |c: char| matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '⁻');
    let prose: &str = &text.prose;
    let mut all: Vec<Span> = Vec::new();
    // Their first bytes: few characters have them.
    for at in memchr::memchr2_iter(0xC2, 0xE2, prose.as_bytes()) {
        let Some(c) = prose[at..].chars().next().filter(|c| is_raised(*c)) else { continue };
        let end = at + c.len_utf8();
        match all.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = end,
            None => {
                let begin = prose[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
                if begin < at {
                    all.push(begin..end);
                }
            }
        }
    }
    all
}
