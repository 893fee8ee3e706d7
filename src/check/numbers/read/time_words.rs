//! Words for a length of time that are numbers as well: the French, English and Spanish second, the Vietnamese year; and those before an hour.

use super::digits::is_blank;
use super::reader::Reader;
use crate::check::lists::Words;
use crate::check::scan::with_lower;

/// Whether a word that is a number as well is a second or a year: *douze secondes*, *30 seconds*, *hai năm*.
pub(super) fn is_time(reader: &Reader<'_, '_>, at: usize, written: &str) -> bool {
    match written {
        "seconde" | "secondes" => reader.is_french && follows_number(reader, at, 2),
        "second" | "seconds" | "segundos" => {
            reader.lexicon.is_of(&["en", "es"]) && follows_number(reader, at, 2)
        }
        "năm" => reader.lexicon.is_of(&["vi"]) && says_year(reader, at),
        _ => false,
    }
}

/// Whether a number in figures, or in words and no less than so much, stands right before the word at `at`.
fn follows_number(reader: &Reader<'_, '_>, at: usize, least: u64) -> bool {
    let text = reader.text;
    let before = text.prose[..text.words[at].span().start].trim_end_matches(is_blank);
    before.ends_with(|c: char| c.is_ascii_digit())
        || at.checked_sub(1).is_some_and(|last| {
            let word = &text.words[last];
            let says = |word: &str| reader.lexicon.number(word).is_some_and(|number| number.value >= least);
            word.span().end == before.len() && with_lower(text.word(word), says)
        })
}

/// Whether the word at `at`, which is five or a year in Vietnamese, is a year: behind a number, as ba mươi năm are thirty of
/// them and thirty-five ba mươi lăm, or before one in figures; but before a power of ten it is five: hai nghìn năm trăm.
fn says_year(reader: &Reader<'_, '_>, at: usize) -> bool {
    let text = reader.text;
    let is_power = |word: &str| matches!(word, "mươi" | "trăm" | "nghìn" | "ngàn" | "triệu" | "tỷ" | "tỉ");
    let before = at.checked_sub(1).map(|before| text.word(&text.words[before]));
    let after = text.prose[text.words[at].span().end..].trim_start_matches(is_blank);
    let next = after.split(|c: char| !c.is_alphabetic()).next();
    !next.is_some_and(is_power)
        && (follows_number(reader, at, 1)
            || before.is_some_and(is_power)
            || after.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether French text ends in a word that stands before an hour of the clock: *à*, *vers*.
pub(in crate::check::numbers) fn announces_time(before: &str) -> bool {
    static BEFORE_TIMES: Words = Words::of("before-times");
    let last = before.trim_end_matches(is_blank).rsplit(|c: char| !c.is_alphabetic()).next();
    last.is_some_and(|word| with_lower(word, |word| BEFORE_TIMES.has(word)))
}
