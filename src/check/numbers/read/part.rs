//! What one word says of a number: a unit, a power of ten, what it makes of the unit before it.

use super::reader::Reader;
use crate::check::lexicon::{Makes, Number};
use crate::check::script::Script;

/// What a word says by itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) value: u64,
    pub(super) power: u8,
    pub(super) soft: bool,
    /// Whether it makes one number with those around it.
    pub(super) joins: bool,
    /// Joined to the word before by its own prefix (Arabic و, Hebrew ו).
    pub(super) and: bool,
    /// What it makes of the unit before it, where it is no number itself.
    pub(super) makes: Option<Makes>,
}

impl Part {
    /// A number that makes one with those around it.
    pub(super) const fn joining(value: u64) -> Part {
        Part { value, power: 0, soft: false, joins: true, and: false, makes: None }
    }

    /// A number by itself.
    pub(super) const fn alone(value: u64) -> Part {
        Part { joins: false, ..Part::joining(value) }
    }

    /// A power of ten that multiplies what stands before it.
    pub(super) const fn power(power: u8) -> Part {
        Part { power, ..Part::joining(0) }
    }

    /// What the lexicon says of a word.
    pub(super) fn of(number: Number) -> Part {
        Part { power: number.power(), soft: number.soft, joins: number.joins, ..Part::joining(number.value) }
    }
}

/// What a word in lower case says, if it says anything of a number.
pub(super) fn part(reader: &Reader<'_, '_>, word: &str) -> Option<Part> {
    let lexicon = reader.lexicon;
    if let Some(number) = lexicon.number(word) {
        return Some(Part::of(number));
    }
    if let Some(makes) = lexicon.makes(word) {
        return Some(Part { makes: Some(makes), ..Part::joining(0) });
    }
    if let Some(value) = lexicon.thousands(word).or_else(|| lexicon.millions(word)) {
        return Some(Part::joining(value));
    }
    if word.len() >= 4
        && let Some(power) = lexicon.power(word)
    {
        return Some(Part::power(power));
    }
    if !reader.is_french
        && let Some(value) = lexicon.compound(word)
    {
        return Some(Part::alone(value));
    }
    // Sechseinhalb, zesenhalf.
    if let Some(value) = lexicon.before_half(word) {
        return Some(Part::alone(value));
    }
    if reader.joins_words() {
        // Vowel signs are written where a word could be read otherwise: خُمس is a fifth.
        if word.contains(is_vowel_sign) {
            let bare: String = word.chars().filter(|c| !is_vowel_sign(*c)).collect();
            return part(reader, &bare);
        }
        if reader.script == Script::Hebrew {
            return hebrew(reader, word);
        }
        let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        let and = bare.len() < word.len();
        let bare = bare.strip_prefix(['ب', 'ل', 'ك']).unwrap_or(bare);
        for form in [bare, bare.strip_prefix("ال").unwrap_or(bare)] {
            if form.len() < word.len()
                && form.len() >= 6
                && let Some(power) = lexicon.power(form)
            {
                return Some(Part { and, ..Part::power(power) });
            }
            if form.len() < word.len()
                && let Some(number) = lexicon.number(form)
            {
                return Some(Part { and, ..Part::of(number) });
            }
        }
    }
    None
}

/// A number of Hebrew behind the small words that are written onto it: ושבעה (and seven), בעשרים (in twenty).
///
/// Other small words than *and* are read before tens and hundreds alone: fewer other words begin like these.
fn hebrew(reader: &Reader<'_, '_>, word: &str) -> Option<Part> {
    if word == HUNDREDS {
        return Some(Part::joining(100));
    }
    let bare = word.strip_prefix('ו').unwrap_or(word);
    let and = bare.len() < word.len();
    let small = bare.strip_prefix(['ב', 'ל', 'כ', 'מ', 'ה', 'ש']).unwrap_or(bare);
    [(bare, 1), (small, 20)].into_iter().find_map(|(form, least)| {
        let number = (form.len() < word.len()).then(|| reader.lexicon.number(form))??;
        (number.value >= least && (!number.soft || number.value == 1)).then_some(Part {
            soft: false,
            and,
            ..Part::of(number)
        })
    })
}

/// Hundreds, of which a number before them says how many.
pub(super) const HUNDREDS: &str = "מאות";

/// A sign of Arabic over or under the letter that it belongs to.
fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{652}')
}
