//! Numbers and letters of items within a text: « 1. Ouvrir. 2. Fermer. », « i. Peser. ii. Mêler. »

use super::decide::Decider;
use super::following::word_at;
use super::preceding::{Word, is_roman};

impl Decider<'_, '_> {
    /// Whether the number or small letters at `at` are those of the item behind the one being read.
    pub(super) fn is_next_item(&self, at: usize) -> bool {
        let number = word_at(self.view, at);
        let rest = &self.view.text[at + number.len()..];
        follows(self.item.get(), number)
            && rest.strip_prefix('.').is_some_and(|rest| {
                let text = rest.trim_start();
                text.len() < rest.len() && text.starts_with(|c: char| c.is_uppercase() || c == '«')
            })
    }

    /// Whether nothing but the numbers and letters of a part of a law stands before the stop, and a dash behind it:
    /// « II bis. – Les membres », « I. – A. – Les élèves », also behind a colon.
    pub(super) fn is_label(&self, stop: usize, opener: Option<char>) -> bool {
        const MOST: usize = 4;
        const LONGEST: usize = 40;
        if !matches!(opener, Some('–' | '—' | '-')) {
            return false;
        }
        let text = self.view.text;
        let begin = self.sentence.start.max(text.floor_char_boundary(stop.saturating_sub(LONGEST)));
        let near = &text[begin..stop];
        // Behind a colon a figure is what that gives: « Prix : 5. – Merci. »
        let (label, may_be_figure) = match near.rsplit_once(':') {
            Some((_, label)) => (label, false),
            None if begin == self.sentence.start => (near, true),
            None => return false,
        };
        let is_part = |part: &str| {
            let is_sign = |c: char| c.is_alphabetic() || may_be_figure && c.is_numeric();
            let is_one = part.chars().count() == 1 && part.chars().all(is_sign);
            is_one || is_roman(part) || matches!(part, "bis" | "ter" | "quater" | "quinquies" | "sexies")
        };
        let parts =
            || label.split(|c: char| c.is_whitespace() || ".–—-".contains(c)).filter(|part| !part.is_empty());
        (1..=MOST).contains(&parts().count()) && parts().all(is_part)
    }

    /// Whether the word is the number or letter of an item: all that stands in the sentence so far, or the
    /// first of a row that a colon announces (« Dans cette notice : 1. Que contient la boîte ? »).
    pub(super) fn is_enumerator(&self, word: &Word<'_>, opens: bool) -> bool {
        let text = word.text;
        if self.sentence.has_word_before(word.begin) {
            let before = self.view.text[self.sentence.start.min(word.begin)..word.begin].trim_end();
            // « IV, 5. » is a reference, but not so « 1. Ouvrir, 2. Fermer ».
            let counts = || follows(self.item.get(), text);
            let goes_on = before.ends_with(';') || (before.ends_with(',') && !opens && counts());
            // « à 1:1 » is a ratio.
            let is_announced = || {
                let apart = before.len() < word.begin - self.sentence.start.min(word.begin);
                let is_behind_figure = before.trim_end_matches(':').ends_with(|c: char| c.is_ascii_digit());
                before.ends_with(':') && (apart || !is_behind_figure)
            };
            return (matches!(text, "1" | "I" | "i" | "A" | "a") && is_announced())
                || (goes_on && text.len() == 1 && word.is_number());
        }
        let number = text
            .split(['.', '-'])
            .all(|part| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit()));
        let letter = text.chars().count() == 1 && text.chars().all(char::is_alphanumeric);
        number || letter || (is_roman(text) && text.len() <= 6) || small_roman(text).is_some()
    }
}

/// Whether an item has the number or the small letters that come next: `2` behind `1`, `b` behind `a`, `ii`
/// behind `i`.
fn follows(last: &str, next: &str) -> bool {
    match (last.as_bytes(), next.as_bytes()) {
        ([b'0'..=b'9', ..], [b'0'..=b'9', ..]) if next.len() <= 3 => {
            last.parse::<u32>().is_ok_and(|last| next.parse() == Ok(last + 1))
        }
        ([last @ b'a'..=b'y'], [next]) if *next == last + 1 => true,
        _ => small_roman(last).is_some_and(|last| small_roman(next) == Some(last + 1)),
    }
}

/// What a small Roman number up to xxxix stands for, as items have it.
fn small_roman(text: &str) -> Option<usize> {
    const UNITS: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let units = text.trim_start_matches('x');
    let tens = text.len() - units.len();
    let units = UNITS.iter().position(|&unit| unit == units)?;
    (tens <= 3 && !text.is_empty()).then_some(10 * tens + units)
}
