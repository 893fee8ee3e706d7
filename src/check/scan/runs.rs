//! Where letters stand in a text.

use super::block::letters;
use crate::text::block::{Block, lowest};

/// Calls `take` with the begin and end of each run of letters, as far as bytes tell them without a table; gives
/// where another reading has to go on: outside letters, and at the end of the text for most.
#[inline]
pub(super) fn runs(text: &str, mut take: impl FnMut(usize, usize)) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut open: Option<usize> = None;
    while at < bytes.len() || open.is_some() {
        let Some(told) = letters(&Block::at(bytes, at)) else { return open.unwrap_or(at) };
        let letters = told.letters;
        let before = letters << 1 | u64::from(open.is_some());
        let here = u64::MAX >> (64 - told.length);
        let (mut begins, mut ends) = (letters & !before & here, before & !letters & here);
        while ends != 0 {
            let begin = open.take().unwrap_or_else(|| at + lowest(&mut begins));
            take(begin, at + lowest(&mut ends));
        }
        if begins != 0 {
            open = Some(at + lowest(&mut begins));
        }
        at = bytes.len().min(at + told.length);
    }
    at
}
