//! Numbers in Thai words, which are written without spaces: ยี่สิบห้า is 25, สามแสนห้าหมื่น 350 000.

use super::digits::is_blank;
use super::item::{Item, Kind, Traits};
use crate::check::numbers::value::Value;
use crate::text::Span;

/// What a part of a number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Unit(u64),
    /// A power of ten, which multiplies the unit before it.
    Power(u32),
}

const PARTS: [(&str, Part); 17] = [
    ("หนึ่ง", Part::Unit(1)),
    ("เอ็ด", Part::Unit(1)),
    ("สอง", Part::Unit(2)),
    ("ยี่", Part::Unit(2)),
    ("สาม", Part::Unit(3)),
    ("สี่", Part::Unit(4)),
    ("ห้า", Part::Unit(5)),
    ("หก", Part::Unit(6)),
    ("เจ็ด", Part::Unit(7)),
    ("แปด", Part::Unit(8)),
    ("เก้า", Part::Unit(9)),
    ("สิบ", Part::Power(1)),
    ("ร้อย", Part::Power(2)),
    ("พัน", Part::Power(3)),
    ("หมื่น", Part::Power(4)),
    ("แสน", Part::Power(5)),
    ("ล้าน", Part::Power(MILLION)),
];

/// The power that closes what stands before it.
const MILLION: u32 = 6;

/// How other words begin that begin like one of these: a chair, a breed, to fall, to stain, per cent, ranks of soldiers,
/// kingdoms.
const OTHERS: [&str; 18] = [
    "เก้าอี้",
    "พันธ",
    "หกล้ม",
    "หกคะเมน",
    "แปดเปื้อน",
    "ร้อยละ",
    "ร้อยเอก",
    "ร้อยโท",
    "ร้อยตรี",
    "พันเอก",
    "พันโท",
    "พันตรี",
    "สิบเอก",
    "สิบโท",
    "สิบตรี",
    "สิบตำรวจ",
    "ล้านนา",
    "ล้านช้าง",
];

/// The power with which numbers of figures and a word begin where a space parts them: 3 แสน, 35 ล้าน, 2 พันล้าน. With a smaller
/// one, a clause or a name begins there.
const PARTED: [&str; 4] = ["หมื่น", "แสน", "ล้าน", "พันล้าน"];

/// Two and one of these forms stand only before a ten, and behind one: ยี่ห้อ is a brand.
const TWO_OF_TEN: &str = "ยี่";
const TEN: &str = "สิบ";
const ONE_BEHIND_TEN: &str = "เอ็ด";

/// A unit that is the beginning of other words, with a consonant that ends their syllable: to forbid, a mall, brave.
const FIVE: &str = "ห้า";
const ENDS_AFTER_FIVE: [char; 3] = ['ม', 'ง', 'ว'];

/// Hours of the evening, counted from seven: สองทุ่ม is 20 h.
const EVENING: &str = "ทุ่ม";
const BEFORE_EVENING: u64 = 18;

/// A vowel or a tone that is written at the consonant before it, which begins a syllable then.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{E30}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}')
}

/// The part that a text begins with, and its length.
fn part(rest: &str) -> Option<(Part, usize)> {
    if OTHERS.iter().any(|other| rest.starts_with(other)) {
        return None;
    }
    let (form, part) = PARTS.iter().find(|(form, _)| rest.starts_with(form))?;
    let mut after = rest[form.len()..].chars();
    let (next, second) = (after.next(), after.next());
    let ends_syllable = |c: char| ENDS_AFTER_FIVE.contains(&c) && !second.is_some_and(is_sign);
    // สามี is a husband.
    let is_other = next.is_some_and(|c| is_sign(c) || *form == FIVE && ends_syllable(c));
    let is_alone = *form == TWO_OF_TEN && !rest[form.len()..].starts_with(TEN);
    (!is_other && !is_alone).then_some((*part, form.len()))
}

/// The number at `at`, and where it ends.
fn number(prose: &str, at: usize) -> Option<(u64, usize)> {
    let (mut total, mut section, mut unit, mut last) = (0_u64, 0_u64, None, MILLION);
    let mut end = at;
    if prose[at..].starts_with(ONE_BEHIND_TEN) {
        return None;
    }
    while let Some((part, length)) = part(&prose[end..]) {
        match part {
            Part::Unit(_) if unit.is_some() => break,
            Part::Unit(value) => unit = Some(value),
            Part::Power(MILLION) => {
                let all = total.checked_add(section)?.checked_add(unit.take().unwrap_or(0))?;
                // Millions alone are many.
                total = Some(all).filter(|all| *all > 0)?.checked_mul(10_u64.pow(MILLION))?;
                (section, last) = (0, MILLION);
            }
            Part::Power(power) if power < last => {
                // So are hundreds; but ten has no unit before it, nor has what a smaller number stands behind: ร้อยยี่สิบ is 120.
                let goes_on = || matches!(self::part(&prose[end + length..]), Some((Part::Unit(_), _)));
                let factor = unit.take().or_else(|| (power == 1 || section > 0 || goes_on()).then_some(1))?;
                section += factor * 10_u64.pow(power);
                last = power;
            }
            Part::Power(_) => break,
        }
        end += length;
    }
    let value = total.checked_add(section)?.checked_add(unit.unwrap_or(0))?;
    let is_evening = prose[end..].starts_with(EVENING) && value < 24 - BEFORE_EVENING;
    let hours = if is_evening { BEFORE_EVENING } else { 0 };
    (end > at).then_some((value + hours, end))
}

/// Multiplies figures by the powers of ten behind them, 35 ล้าน, 2 พันล้าน, and gives where these end.
pub(super) fn multiply(prose: &str, item: &mut Item) -> usize {
    /// More is no number that anybody writes.
    const MOST: u32 = 18;
    let at = item.span.end;
    let (mut power, mut end) = (0, prose.len() - prose[at..].trim_start_matches(is_blank).len());
    if end > at && !PARTED.iter().any(|begins| prose[end..].starts_with(begins)) {
        return at;
    }
    while let Some((Part::Power(more), length)) = part(&prose[end..]) {
        power = MOST.min(power + more);
        end += length;
    }
    if power == 0 {
        return at;
    }
    item.base = item.value;
    item.value = item.value.map(|value| value.times(power as u8));
    item.traits.magnitude = true;
    // What is left to it may be in words: 3 แสนห้าหมื่น are 350 000. A unit alone may begin another word.
    let is_rest = |rest: u64| rest >= 10 && 10_u64.checked_pow(power).is_some_and(|power| rest < power);
    if let (Some(value), Some((rest, behind))) =
        (item.value, number(prose, end).filter(|(rest, _)| is_rest(*rest)))
    {
        item.value = Some(value.plus(Value::whole(rest)));
        return behind;
    }
    end
}

/// Reads the numbers in words of a Thai text.
pub(super) fn read(prose: &str, spent: &[Span], items: &mut Vec<Item>) {
    let is_spent = |at: usize| spent.iter().any(|span| span.contains(&at));
    let mut at = 0;
    while let Some(c) = prose[at..].chars().next() {
        let behind_digit = || {
            prose[..at]
                .trim_end_matches(is_blank)
                .ends_with(|c: char| c.is_ascii_digit() || ('๐'..='๙').contains(&c))
        };
        let Some((value, end)) = number(prose, at).filter(|_| !is_spent(at)) else {
            at += c.len_utf8();
            continue;
        };
        // Powers behind figures are read with them. One is an article, too.
        if !behind_digit() {
            let kind = if value < 2 { Kind::Soft } else { Kind::Word };
            items.push(Item {
                span: at..end,
                kind,
                value: Some(Value::whole(value)),
                foreign: None,
                base: None,
                parts: Vec::new(),
                traits: Traits::default(),
            });
        }
        at = end;
    }
}
